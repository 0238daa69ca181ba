// The product as a process of its own: started the way people start it, for tests that signal, kill and restart it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { canReach } from '../../src/ground/postgres-binaries.ts'

const root = join(import.meta.dirname, '../..')

/** Where the product is started from: this clone, or a copy of it that an ordinary user may enter. */
export type Place = { login?: Login; cwd?: string; clone?: string }

export type Login = { uid: number; gid: number } | undefined
export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string }
export type Running = { child: ChildProcess; port: number; out: () => string; err: () => string; ended: Promise<Ended> }

/** Runs `waarborg <words>` to its end. */
export function waarborg(words: readonly string[], env: NodeJS.ProcessEnv, options: Place = {}): Promise<Ended> {
  return launch(join(options.clone ?? root, 'bin/waarborg.js'), words, env, options).ended
}

/** Starts the server and waits until it is ready. @throws with what it wrote when it ends before that */
export async function startProduct(env: NodeJS.ProcessEnv, options: Place & { verb?: string } = {}): Promise<Running> {
  const port = await freePort()
  const running = { ...launch(join(options.clone ?? root, 'bin/waarborg.js'), [options.verb ?? 'start'], { ...env, PORT: String(port) }, options), port }
  let over: Ended | undefined
  void running.ended.then((ended) => { over = ended })
  for (let round = 0; round < 1200; round++) {
    if (over) throw new Error(`the server ended with ${over.code}: ${over.out}${over.err}`)
    if (await statusOf(port, '/health/ready') === 200) return running
    await wait(50)
  }
  throw new Error(`the server was not ready within a minute: ${running.out()}${running.err()}`)
}

/** Status of a path, or 0 when nothing answers. */
export async function statusOf(port: number, path: string): Promise<number> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close' } })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}

/** Runs another script of the product on this Node. */
export function launch(script: string, words: readonly string[], env: NodeJS.ProcessEnv, options: Place = {}): Omit<Running, 'port'> {
  const clone = options.clone ?? root
  const node = process.execPath.startsWith(`${root}/`) ? process.execPath.replace(root, clone) : process.execPath
  const child = spawn(node, [script, ...words], {
    cwd: options.cwd ?? clone, env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...options.login,
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text })
  const ended = new Promise<Ended>((done) => child.once('close', (code, signal) => done({ code, signal, out, err })))
  return { child, out: () => out, err: () => err, ended }
}

/** This clone when the login may enter it, else a copy under `folder` (CI clones as root where nobody else may look). */
export function cloneFor(login: Login, folder: string): string {
  if (canReach(join(root, 'bin'), login)) return root
  const copy = join(folder, 'clone')
  mkdirSync(copy, { mode: 0o755 })
  const parts = readdirSync(root).filter((name) => !name.startsWith('.')).map((name) => join(root, name))
  // Hard links cost nothing; across disks they can't be made.
  if (spawnSync('cp', ['-al', ...parts, copy]).status === 0) return copy
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { mode: 0o755 })
  if (spawnSync('cp', ['-a', ...parts, copy]).status !== 0) throw new Error('the clone could not be copied')
  return copy
}

/** Command lines of processes that name this text (a folder of the test); Linux only, elsewhere none are found. */
export function processesNaming(text: string): { pid: number; command: string }[] {
  return globSync('/proc/[0-9]*').flatMap((folder) => {
    const pid = Number(folder.slice('/proc/'.length))
    try {
      const command = readFileSync(`${folder}/cmdline`, 'utf8').replaceAll('\0', ' ')
      const environment = readFileSync(`${folder}/environ`, 'utf8')
      const isOurs = pid !== process.pid && (command.includes(text) || environment.includes(text)) && !command.includes('read line')
      return isOurs ? [{ pid, command }] : []
    } catch {
      return []
    }
  })
}

/** Processes that this one started and that still run; Linux only. */
export function childrenOf(parent: number): number[] {
  return globSync('/proc/[0-9]*').flatMap((folder) => {
    try {
      const status = readFileSync(`${folder}/status`, 'utf8')
      return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === parent ? [Number(folder.slice('/proc/'.length))] : []
    } catch {
      return []
    }
  })
}

/** Waits until no process names this text any more. @returns those that still do after 5 s */
export async function leftBehind(text: string): Promise<string[]> {
  for (let round = 0; round < 100; round++) {
    if (processesNaming(text).length === 0) return []
    await wait(50)
  }
  return processesNaming(text).map(({ command }) => command)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const address = server.address()
  await new Promise((done) => { server.close(done) })
  return address !== null && typeof address === 'object' ? address.port : 0
}
