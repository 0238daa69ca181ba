// Cold start: the real `start` on a data folder that is there, until its first page; and what memory the process has then, and after many pages.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { visit } from './crowd.ts'

/** Seconds and MB; memory only where `/proc` tells it. */
export type ColdStart = { readonly seconds: number; readonly atStart: number | undefined; readonly afterPages: number | undefined; readonly peak: number | undefined; readonly pages: number }

export async function measureColdStart(dataFolder: string, cookies: readonly string[], paths: readonly string[]): Promise<ColdStart> {
  const port = await freePort()
  const started = performance.now()
  const product = spawn(process.execPath, ['--import', join(import.meta.dirname, '../bin/load-tsx.js'), join(import.meta.dirname, '../src/main.ts'), 'start'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_ENV: 'production', DATA_DIR: dataFolder, PORT: String(port), PUBLIC_URL: 'http://waarborg.test', TRUSTED_PROXIES: '1', LOG_LEVEL: 'error' },
  })
  try {
    while (!await isThere(`http://127.0.0.1:${port}${paths[0]}`, cookies[0]!)) {
      if (product.exitCode !== null || performance.now() - started > 120_000) throw new Error('`start` did not come up')
      await wait(20)
    }
    const seconds = (performance.now() - started) / 1000
    const atStart = memoryOf(product.pid!, 'VmRSS')
    const { pages } = await visit(port, { cookies, paths, connections: 20, seconds: 10 })
    return { seconds, atStart, afterPages: memoryOf(product.pid!, 'VmRSS'), peak: memoryOf(product.pid!, 'VmHWM'), pages }
  } finally {
    const gone = new Promise((done) => product.once('exit', done))
    product.kill('SIGTERM')
    await gone
  }
}

async function isThere(address: string, cookie: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}

function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    return Math.round(Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000)
  } catch {
    return undefined
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
