// Access log: records a second over HTTP, durable, indexed and sealed, beside raw binary COPY into the same table; what each costs, and what a page notices of it.
import './quiet.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { accessLogDoors } from '../src/access-log/ingest/doors.ts'
import { openThreads } from '../src/access-log/ingest/threads.ts'
import { sealAll, workSealing } from '../src/access-log/proof/sealer.ts'
import { copyCatalogues } from '../src/catalogues/tenant-terms.ts'
import { readConfig } from '../src/ground/config.ts'
import { openDatabase } from '../src/ground/database.ts'
import { openJobs } from '../src/ground/jobs.ts'
import { openMasterKey } from '../src/ground/keys.ts'
import { migrate } from '../src/ground/migrations.ts'
import { startDatabase } from '../src/ground/postgres.ts'
import { inScope } from '../src/ground/scope.ts'
import { createOrganisation, findOrganisation } from '../src/people/organisations.ts'
import { queues } from '../src/queues.ts'
import { logSource } from '../test/support/sent-records.ts'
import { makeApp, makeHouse, type Deps } from '../src/web.tsx'
import { openBareCopy, type BareCopy } from './access-log-copy.ts'
import { phases } from './access-log-phases.ts'
import { fillChain } from './chain-world.ts'
import { makeMeter, openDoors } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { markdown, milliseconds } from './measure.ts'
import { machineMs, processorMs } from './processor-time.ts'

export type PressOrder = { readonly port: number; readonly tokens: readonly string[]; readonly batch: number; readonly total: number; readonly connections: number }
export type Pressed = { readonly acknowledged: number; readonly refusals: Readonly<Record<string, number>>; readonly seconds: number; readonly p50: number; readonly p95: number; readonly cpuMs: number }

const total = Number(process.argv[2] ?? 100_000)
/** Only the lines that have this in their name, and then not the rest; or only the page. */
const only = process.argv[3]
if (!Number.isInteger(total) || total < 1_000) {
  process.stderr.write('Zo: npm run bench:log -- 100000 (records per regel; daarachter eventueel welke regel)\n')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'waarborg-log-'))
const config = readConfig({ ...process.env, DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'http://waarborg.test', TRUSTED_PROXIES: '1' })
const say = (line: string) => process.stdout.write(`${line}\n`)

const running = await startDatabase(config)
await migrate(running, { queues })
const database = openDatabase(running.appUrl)
const jobs = await openJobs(running.appUrl)
const deps: Deps = { config, database, jobs, masterKey: openMasterKey(config.keysFolder), isReady: async () => true }
const house = makeHouse(deps)
const ownPort = await freePort()
const threads = await openThreads({ url: running.appUrl, keysFolder: config.keysFolder, config, dataFolder: running.dataFolder }, { host: '127.0.0.1', port: ownPort, threads: config.logThreads })
const doors = accessLogDoors(house, threads.take)
const server = createServer((request, response) => { if (!doors(request, response)) response.writeHead(404).end() })
const stopSealing = new AbortController()
try {
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  workSealing({ stopping: stopSealing.signal }, house)
  await bench((server.address() as AddressInfo).port)
} finally {
  stopSealing.abort()
  server.closeAllConnections()
  server.close()
  await threads.stop()
  await jobs.stop(1000)
  await database.destroy()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function bench(port: number): Promise<void> {
  say(`${await sayMachine(running.superUrl!)}, eigen poort met ${config.logThreads} ${config.logThreads === 1 ? 'draad' : 'draden'}; ${sayLoad()}`)
  const tokens: string[] = []
  for (let index = 0; index < 16; index++) tokens.push(await makeSource(`meetlog-${index}`))
  const bare = await openBareCopy(running.superUrl!)
  const lines: readonly (readonly [what: string, at: number, batch: number, organisations: number, connections: number, total: number, goal: string, isMet: (ratio: number, line: Line) => boolean])[] = [
    ['1.000 per verzoek', port, 1_000, 1, 8, total, '≥ 0,6 x COPY', (ratio) => ratio >= 0.6],
    ['1.000 per verzoek, eigen poort', ownPort, 1_000, 1, 8, total, '≥ 0,6 x COPY', (ratio) => ratio >= 0.6],
    ['100 per verzoek', port, 100, 1, 16, total, '≥ 0,4 x COPY', (ratio) => ratio >= 0.4],
    ['100 per verzoek, eigen poort', ownPort, 100, 1, 16, total, '≥ 0,4 x COPY', (ratio) => ratio >= 0.4],
    ['1 per verzoek', port, 1, 1, 64, total, '≥ 10.000/s, p95 < 10 ms', isQuick],
    ['1 per verzoek, eigen poort', ownPort, 1, 1, 64, total, '≥ 10.000/s, p95 < 10 ms', isQuick],
    ['1.000 per verzoek, 4 organisaties', port, 1_000, 4, 8, total, '≥ 0,6 x COPY', (ratio) => ratio >= 0.6],
    ['1.000 per verzoek, 16 organisaties', port, 1_000, 16, 16, total, '≥ 0,6 x COPY', (ratio) => ratio >= 0.6],
  ]
  // Once round before anything counts: code that is compiled, files that are made.
  for (const at of [port, ownPort]) {
    await press({ port: at, tokens: tokens.slice(0, 1), batch: 100, total: 10_000, connections: 8 })
    await press({ port: at, tokens: tokens.slice(0, 1), batch: 1, total: 10_000, connections: 64 })
  }
  await bare.copy(20_000)
  const rows: string[][] = []
  for (const [what, at, batch, organisations, connections, amount, goal, isMet] of lines.filter(([name]) => name.includes(only ?? ''))) {
    const copied = await bare.copy(Math.min(total, 50_000))
    const line = await press({ port: at, tokens: tokens.slice(0, organisations), batch, total: amount, connections })
    const ratio = line.perSecond / copied
    rows.push([what, whole(line.perSecond), whole(copied), `${ratio.toFixed(2)} x`, line.pressed.p50.toFixed(1), line.pressed.p95.toFixed(1), line.sealedAfter.toFixed(1), line.nodeUs.toFixed(1), line.databaseUs.toFixed(1), line.pressUs.toFixed(1), line.perCommit.toFixed(0), `${Math.round(line.stolen * 100)} %`, goal, isMet(ratio, line) ? 'ja' : 'nee'])
    say(`  ${rows.at(-1)!.join('  ')}${Object.keys(line.pressed.refusals).length > 0 ? `  geweigerd: ${JSON.stringify(line.pressed.refusals)}` : ''}`)
  }
  say(`\n${markdown(['wat', 'records/s', 'COPY/s', 'verhouding', 'p50 ms', 'p95 ms', 'verzegeld na s', 'Node µs', 'PostgreSQL µs', 'afzender µs', 'per bundel', 'weggenomen', 'doel', 'gehaald'], rows)}`)
  if (only === undefined || only === 'pagina') await beside(port, tokens, bare)
  say(sayLoad())
  await bare.end()
}

async function beside(port: number, tokens: readonly string[], bare: BareCopy): Promise<void> {
  say(`\n${markdown(['fase', 'µs per record'], phases().map(([phase, us]) => [phase, us.toFixed(2)]))}`)
  await pageBeside(port, tokens, bare)
}

function isQuick(_ratio: number, { perSecond, pressed }: Line): boolean {
  return perSecond >= 10_000 && pressed.p95 < 10
}

type Line = { readonly pressed: Pressed; /** Acknowledged and sealed. */ readonly perSecond: number; readonly sealedAfter: number; readonly nodeUs: number; readonly pressUs: number; readonly databaseUs: number; readonly perCommit: number; /** Part of the machine's time that went to other machines. */ readonly stolen: number }

async function press(order: PressOrder): Promise<Line> {
  const { go } = await startPress(order)
  const [before, database] = [process.cpuUsage(), processorMs(running.pid()!)]
  const batches = await countBatches()
  const machine = machineMs()
  const began = performance.now()
  const pressed = await go()
  // The sealer comes by every second; that wait is no work, so what is left is sealed at once.
  await sealAll(house)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const after = machineMs()
  return {
    stolen: (after.stolen - machine.stolen) / Math.max(1, after.all - machine.all), pressed, perSecond: pressed.acknowledged / seconds, sealedAfter: seconds - pressed.seconds,
    nodeUs: (user + system) / pressed.acknowledged, pressUs: pressed.cpuMs * 1000 / pressed.acknowledged, perCommit: pressed.acknowledged / (await countBatches() - batches), databaseUs: (processorMs(running.pid()!) - database) * 1000 / pressed.acknowledged,
  }
}

async function countBatches(): Promise<number> {
  const client = new pg.Client({ connectionString: running.superUrl! })
  await client.connect()
  const { rows: [row] } = await client.query<{ count: number }>('select count(*)::int as count from access_batch')
  await client.end()
  return row!.count
}

async function startPress(order: PressOrder): Promise<{ child: ChildProcess; go: () => Promise<Pressed> }> {
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, '../bin/load-tsx.js'), join(import.meta.dirname, 'access-log-press.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  child.stdin.write(`${JSON.stringify(order)}\n`)
  if ((await lines.next()).value !== 'ready') throw new Error('the press did not start')
  return {
    child,
    go: async () => {
      child.stdin.write('go\n')
      return JSON.parse((await lines.next()).value as string) as Pressed
    },
  }
}

/** A list of a register, alone, beside as much ingest as fits, and beside a raw COPY that fills the same machine. */
async function pageBeside(port: number, tokens: readonly string[], bare: BareCopy): Promise<void> {
  const slug = 'meetlog-0'
  const { organisation } = (await findOrganisation(database, deps.masterKey, slug))!
  await fillChain(running.superUrl!, organisation.id, 2_000, 4_000)
  const { page } = openDoors(makeApp(deps, house), await makeMeter(house, slug))
  const times = async (until: () => boolean) => {
    const found: number[] = []
    for (let round = 0; round < 20 || (round < 400 && until()); round++) found.push(await milliseconds(() => page(`/${slug}/verwerkers`)))
    found.sort((one, other) => one - other)
    return [String(found.length), found[Math.floor(found.length / 2)]!.toFixed(1), found[Math.floor(found.length * 0.95)]!.toFixed(1)]
  }
  await times(() => false)
  let rounds = 0
  const alone = await times(() => rounds++ < 100)
  const during = async (work: Promise<unknown>) => {
    let isDone = false
    const ended = work.finally(() => { isDone = true })
    const measured = await times(() => !isDone)
    await ended
    return measured
  }
  const full = async (at: number) => {
    const { go } = await startPress({ port: at, tokens: tokens.slice(0, 1), batch: 1_000, total, connections: 8 })
    const measured = await during(go())
    await sealAll(house)
    return measured
  }
  const [beside, besideOwn] = [await full(port), await full(ownPort)]
  const besideCopy = await during(bare.copy(total))
  say(`\n${markdown(['lijst van verwerkers', 'keer', 'p50 ms', 'p95 ms'], [['zonder toevoer', ...alone], ['bij volle toevoer, 1.000 per verzoek', ...beside], ['hetzelfde, eigen poort', ...besideOwn], ['bij kale COPY', ...besideCopy]])}`)
}

async function makeSource(slug: string): Promise<string> {
  await createOrganisation(database, deps.masterKey, { name: slug, slug, kind: 'municipality', secondFactorRequired: false }, async (scope) => { await copyCatalogues(scope) })
  const { organisation } = (await findOrganisation(database, deps.masterKey, slug))!
  const { headers } = await logSource({ organisation, scoped: (work, now) => inScope(database, { organisation, actor: { kind: 'system', task: 'bench' }, now }, work) })
  return headers.authorization.slice('Bearer '.length)
}

/** One that the machine gives out; nobody else takes it meanwhile. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => { probe.listen(0, '127.0.0.1', done) })
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => { probe.close(done) })
  return port
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('nl-NL')
}
