// The server from start to stop: port, database, migrations, jobs, doors; and everything in reverse when a signal comes.
import { createServer, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { accessLogDoors, type Doors } from './access-log/ingest/doors.ts'
import { openThreads } from './access-log/ingest/threads.ts'
import { BadSetting, type Config } from './ground/config.ts'
import { openDatabase, type Database } from './ground/database.ts'
import { drain, drainMs } from './ground/http-drain.ts'
import { openJobs } from './ground/jobs.ts'
import { openMasterKey } from './ground/keys.ts'
import { log, traceOf } from './ground/log.ts'
import { serveMetrics } from './ground/metrics.ts'
import { isCurrent, migrate, readMigrations } from './ground/migrations.ts'
import { startDatabase, type DatabaseOptions } from './ground/postgres.ts'
import { loadProfiles } from './policy/profiles.ts'
import { queues } from './queues.ts'
import { knownToProfiles } from './tied-rooms.ts'
import { makeApp, makeHouse, type Deps } from './web.tsx'
import { startWork } from './work.ts'

export type ServeOptions = DatabaseOptions & {
  say: (line: string) => void
  /** Runs before the doors open (the demo world). @returns what tells, once they are open, the lines to print under the address */
  prepare?: (deps: Deps) => Promise<() => readonly string[] | Promise<readonly string[]>>
}

/** A step that must be undone at the end. */
type Undo = { name: string; undo: () => Promise<void> }

/**
 * Serves until a signal comes, then lets running requests finish and stops everything it started.
 * @returns the exit code
 * @throws BadSetting when it can't start
 */
export async function serve(config: Config, options: ServeOptions): Promise<number> {
  const undos: Undo[] = []
  const stopSignal = signalToStop(() => hurry(undos))
  let handle: (request: Request, env: object) => Response | Promise<Response> = startingUp
  let takeForLog: Doors = () => false
  try {
    // The port first: a second start in the same folder must end here, before it touches the database of the first.
    const pages = getRequestListener((request, env) => handle(request, env))
    const http = createServer((request, response) => { if (!takeForLog(request, response)) void pages(request, response) })
    const address = await listen(http, config)
    undos.push({ name: 'http', undo: () => drain(http) })
    if (config.metricsPort !== undefined) undos.push({ name: 'metrics', undo: await serveMetrics(config.metricsHost, config.metricsPort) })
    const publicUrl = config.port === 0 && !process.env.PUBLIC_URL ? address : config.publicUrl

    const since = (phase: string) => log.debug('start', { phase, ms: Math.round(performance.now()) })
    since('port')
    const running = await startDatabase(config, options)
    since('database')
    undos.push({ name: 'database', undo: running.stop })
    const masterKey = openMasterKey(config.keysFolder)
    if (stopSignal.came()) return 0
    await migrate(running, { queues, say: options.say })
    since('migrations')
    const database = openDatabase(running.appUrl)
    undos.push({ name: 'pool', undo: () => database.destroy() })
    const jobs = await openJobs(running.appUrl)
    undos.push({ name: 'jobs', undo: () => jobs.stop(drainMs) })

    since('jobs')
    const deps: Deps = { config: { ...config, publicUrl }, database, jobs, masterKey, isReady: readiness(database, stopSignal.came) }
    const house = makeHouse(deps)
    const app = makeApp(deps, house)
    const own = config.logPort === undefined ? undefined : { host: config.host, port: config.logPort, threads: config.logThreads }
    const threads = await openThreads({ url: running.appUrl, keysFolder: config.keysFolder, config: { publicUrl, trustedProxies: config.trustedProxies, logCertHeader: config.logCertHeader }, dataFolder: running.dataFolder }, own)
    undos.push({ name: 'access-log', undo: threads.stop }, { name: 'log-port', undo: threads.close })
    loadProfiles(undefined, knownToProfiles)
    since('doors')
    // Before the work: what goes from one organisation to another needs both of them.
    const lines = stopSignal.came() ? undefined : await options.prepare?.(deps)
    since('prepared')
    await startWork(jobs, house)
    since('work')
    handle = (request, env) => app.fetch(request, env)
    takeForLog = accessLogDoors(house, threads.take)
    log.info('started', { port: Number(new URL(address).port), pid: process.pid })
    options.say(`Waarborg draait op ${publicUrl}`)
    for (const line of await lines?.() ?? []) options.say(line)

    await stopSignal.wait
    options.say('Waarborg stopt: lopende verzoeken worden afgemaakt.')
  } finally {
    await stopAll(undos)
    stopSignal.forget()
  }
  log.info('stopped', { pid: process.pid })
  return 0
}

// A second signal: no more patience with requests and jobs, but the database still writes what it has.
async function hurry(undos: readonly Undo[]): Promise<void> {
  const database = undos.find(({ name }) => name === 'database')
  if (database) await attempt(database)
  process.exit(1)
}

// Doors and jobs close first, side by side; then what they worked with, last made first.
async function stopAll(undos: readonly Undo[]): Promise<void> {
  const front = undos.filter(({ name }) => name === 'http' || name === 'log-port' || name === 'jobs')
  await Promise.all(front.map(attempt))
  for (const undo of undos.toReversed()) if (!front.includes(undo)) await attempt(undo)
}

async function attempt({ name, undo }: Undo): Promise<void> {
  try {
    await undo()
  } catch (error) {
    log.error('stop-failed', { part: name, ...traceOf(error) })
  }
}

function listen(http: Server, config: Config): Promise<string> {
  return new Promise((done, failed) => {
    http.once('error', (error: NodeJS.ErrnoException) => failed(new BadSetting(whyNoPort(error, config), { cause: error })))
    http.listen(config.port, config.host, () => {
      const bound = http.address()
      const port = bound !== null && typeof bound === 'object' ? bound.port : config.port
      http.removeAllListeners('error')
      http.on('error', (error) => log.error('http-error', traceOf(error)))
      done(`http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`)
    })
  })
}

function whyNoPort(error: NodeJS.ErrnoException, { host, port }: Config): string {
  if (error.code === 'EADDRINUSE') return `Poort ${port} op ${host} is al in gebruik: stop wat daar draait, of kies een andere poort met PORT.`
  if (error.code === 'EACCES') return `Poort ${port} mag niet door deze gebruiker worden gebruikt: kies met PORT een poort boven 1023.`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `HOST is "${host}"; dat adres is niet van deze computer.`
  return `Luisteren op ${host}:${port} lukt niet: ${error.code ?? error.message}.`
}

function readiness(database: Database, isStopping: () => boolean): () => Promise<boolean> {
  const files = readMigrations()
  return async () => {
    if (isStopping()) return false
    try {
      const rows = await Promise.race([database.selectFrom('applied_migration').select(['name', 'sha256']).execute(), wait(2_000, undefined, { ref: false })])
      return rows !== undefined && isCurrent(files, rows)
    } catch {
      return false
    }
  }
}

function startingUp(request: Request): Response {
  const isLive = new URL(request.url).pathname === '/health/live'
  return new Response(isLive ? 'ok\n' : 'Waarborg start; probeer het over enkele seconden opnieuw.\n', {
    status: isLive ? 200 : 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2', 'cache-control': 'no-store' },
  })
}

// Ctrl-C reaches this process twice: from the terminal and from the process that npm started. Within a second that is one signal.
function signalToStop(onSecond: () => Promise<void>): { wait: Promise<void>; came: () => boolean; forget: () => void } {
  const first = Promise.withResolvers<void>()
  let since: number | undefined
  const onSignal = () => {
    if (since === undefined) {
      since = performance.now()
      first.resolve()
    } else if (performance.now() - since > 1_000) void onSecond()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  // The process that npm started is gone without a word (kill -9): nobody will send us a signal any more.
  process.once('disconnect', onSignal)
  return {
    wait: first.promise,
    came: () => since !== undefined,
    forget: () => {
      for (const signal of signals) process.off(signal, onSignal)
      process.off('disconnect', onSignal)
    },
  }
}
