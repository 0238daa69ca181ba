// Crowd: pages a second at twenty connections over a real socket, asked by a process of its own.
import { spawn } from 'node:child_process'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

export type Crowd = { readonly pages: number; readonly seconds: number; readonly p50: number; readonly p95: number; readonly failed: number }

/** Serves the app at a free port and has `bench/visitors.ts` ask these paths in turn. */
export async function measureCrowd(app: Hono, cookies: readonly string[], paths: readonly string[], connections: number, seconds: number): Promise<Crowd> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    return await visit((server.address() as AddressInfo).port, { cookies, paths, connections, seconds })
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

export type Order = { readonly cookies: readonly string[]; readonly paths: readonly string[]; readonly connections: number; readonly seconds: number }

/** A crowd at a port of this machine. */
export async function visit(port: number, order: Order): Promise<Crowd> {
  const visitors = spawn(process.execPath, [join(import.meta.dirname, 'visitors.ts'), String(port)], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_NO_WARNINGS: '1' } })
  visitors.stdin.end(JSON.stringify(order))
  let out = ''
  for await (const chunk of visitors.stdout) out += String(chunk)
  return JSON.parse(out) as Crowd
}
