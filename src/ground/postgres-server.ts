// The embedded PostgreSQL server: makes its data folder, starts it, takes over one that still runs, stops it.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { handTo, type Binaries, type RunAs } from './postgres-binaries.ts'

export type Place = {
  /** Folder of PostgreSQL itself; its parent holds the log. */
  data: string
  log: string
  login: RunAs
  binaries: Binaries
}

export type Postmaster = { pid: number; port: number; adopted: boolean }

/** Settings for a small machine. Nothing of what people typed may reach PostgreSQL's log, so it writes no statements or details. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
}

/** Makes the data folder when it isn't there. UTF-8; sorted by code point, with letters beyond ASCII known to lower() and upper(). */
export function initialise(place: Place, password: string): void {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  const draft = `${place.data}.new-${process.pid}`
  const secret = `${draft}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  handTo(draft, place.login)
  writeFileSync(secret, password, { mode: 0o600 })
  handTo(secret, place.login)
  try {
    const done = spawnSync(join(place.binaries.folder, 'bin/initdb'), [
      '-D', draft, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
    ], { ...place.login, cwd: '/', encoding: 'utf8', env: environment() })
    if (done.status !== 0) throw new Error(`PostgreSQL kon zijn gegevensmap niet maken: ${lastLine(done.stderr) || String(done.error)}`)
    renameSync(draft, place.data)
  } catch (error) {
    // Two starts at once: the other one was first, and its folder counts.
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error
  } finally {
    rmSync(secret, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** The server that runs on this data folder, ready for connections, or undefined. Waits for one that is still starting. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  for (let round = 0; round < 600; round++) {
    const found = readPidFile(data)
    if (!found || !isPostmaster(found.pid, data)) return undefined
    if (found.status === 'ready') return { pid: found.pid, port: found.port, adopted: true }
    await wait(100)
  }
  throw new Error(`PostgreSQL in ${data} wordt niet gereed; zie het logboek ernaast.`)
}

/**
 * Takes over a running server or starts one, in a process group of its own: Ctrl-C must not stop it before the application has drained.
 * @param options.port where it should listen; any free one by default
 * @param options.settings extra settings, for tests
 */
export async function startPostmaster(place: Place, options: { port?: number; settings?: Record<string, string> } = {}): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const running = await findPostmaster(place.data)
    if (running) return running
    disownPidFile(place.data)
    const started = await launch(place, options.port ?? await freePort(), options.settings ?? {})
    if (started) return started
    if (attempt === 5) throw new Error(`PostgreSQL start niet: ${lastLine(readFileSync(place.log, 'utf8'))} (logboek: ${place.log})`)
    await wait(200 * attempt)
  }
}

/** Fast shutdown: running transactions are rolled back, the rest is written. Harder after 20 s. */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isPostmaster(pid, data)) return
    sendSignal(pid, signal)
    for (let round = 0; round < 1000; round++) {
      if (!isAlive(pid)) return
      await wait(20)
    }
  }
}

/** Sets the superuser's password while no server runs: for when the password file was lost and the data was not. */
export function resetSuperuser(place: Place, password: string): void {
  const done = spawnSync(join(place.binaries.folder, 'bin/postgres'), ['--single', '-D', place.data, 'postgres'], {
    ...place.login, cwd: '/', env: environment(), encoding: 'utf8', input: `alter role postgres password '${password}'\n`,
  })
  if (done.status !== 0) throw new Error(`Het wachtwoord van de ingebouwde PostgreSQL kon niet opnieuw worden gezet: ${lastLine(done.stderr)}`)
}

/** True while this process is a PostgreSQL server on this data folder; a process number may have passed to another program. */
export function isPostmaster(pid: number, data: string): boolean {
  return isAlive(pid) && commandOf(pid).includes(`-D ${data}`)
}

async function launch(place: Place, port: number, extra: Record<string, string>): Promise<Postmaster | undefined> {
  const log = openLog(place)
  const wanted = Object.entries({ ...settings, ...extra, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(place.binaries.folder, 'bin/postgres'), ['-D', place.data, ...wanted], {
    ...place.login, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => { ended = true })
  child.once('error', () => { ended = true })
  child.unref()
  while (!ended) {
    const found = readPidFile(place.data)
    if (found && found.pid === child.pid && found.status === 'ready') return { pid: found.pid, port: found.port, adopted: false }
    await wait(15)
  }
  return undefined
}

function openLog(place: Place): number {
  if (existsSync(place.log) && statSync(place.log).size > 5_000_000) truncateSync(place.log)
  return openSync(place.log, 'a', 0o600)
}

/** Line 1 process, 4 port, 8 state (PostgreSQL: "Server Startup", postmaster.pid). */
function readPidFile(data: string): { pid: number; port: number; status: string } | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
}

// After a crash the number in the file may belong to another process (containers count from 1), and PostgreSQL would refuse to start.
// A number that no process can have keeps PostgreSQL's own check for children that still hold its memory.
function disownPidFile(data: string): void {
  const file = join(data, 'postmaster.pid')
  const found = readPidFile(data)
  if (!found || !isAlive(found.pid) || isPostmaster(found.pid, data)) return
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, '2147483646'))
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // A zombie is over, though its number still answers: it waits for a parent that may never ask.
  return !/^State:\s+Z/m.test(readProc(pid, 'status'))
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').replaceAll('\0', ' ')
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself meanwhile.
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('Geen vrije poort gevonden op 127.0.0.1.')
  return address.port
}

// Variables of the machine (PGDATA, PGPORT, LANG) must not steer this server.
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

/** A program that couldn't even be begun left no text at all. */
function lastLine(text: string | null | undefined): string {
  return (text ?? '').trim().split('\n').at(-1) ?? ''
}
