// Draining: an HTTP server that lets go of its port lets running requests finish first, for so long.
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export const drainMs = 10_000

export async function drain(http: Server): Promise<void> {
  const closed = new Promise<void>((done) => { http.close(() => done()) })
  // A browser keeps its connection after the answer; only what still works may hold us up.
  const sweep = setInterval(() => http.closeIdleConnections(), 50)
  await Promise.race([closed, wait(drainMs, undefined, { ref: false })])
  clearInterval(sweep)
  http.closeAllConnections()
  await closed
}
