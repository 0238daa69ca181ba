// Targets: real HTTP servers in this process that answer well, badly, slowly or not at all, and remember what they were sent.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'

export type Received = { readonly method: string; readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string; readonly at: number }
export type Behaviour = (response: ServerResponse, received: Received) => void

/** Starts a server on this machine. `behaves` may be changed while it runs. */
export async function target(behaves: Behaviour, tls?: { key: string; cert: string }) {
  const received: Received[] = []
  const state = { behaves, open: 0, mostOpen: 0 }
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    state.open++
    state.mostOpen = Math.max(state.mostOpen, state.open)
    response.once('close', () => { state.open-- })
    const parts: Buffer[] = []
    request.on('error', () => {}).on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8'), at: performance.now() }
      received.push(one)
      state.behaves(response, one)
    })
  }
  const server: Server = tls ? createSecureServer(tls, answer) : createServer(answer)
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const { port } = server.address() as AddressInfo
  const sockets = new Set<{ destroy: () => void }>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/haak`, port, received,
    /** Greatest number of requests that were open at the same time. */
    mostOpen: () => state.mostOpen,
    behave: (next: Behaviour) => { state.behaves = next },
    stop: () => new Promise<void>((done) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => done())
    }),
  }
}

export type Target = Awaited<ReturnType<typeof target>>

export const behaviours = {
  fine: (response) => { response.writeHead(204).end() },
  broken: (response) => { response.writeHead(500).end('kapot') },
  gone: (response) => { response.writeHead(410).end() },
  hanging: () => {},
  /** Sends a body that never ends, as fast as it is read. */
  endless: (response) => {
    response.writeHead(200)
    const more = () => { while (!response.destroyed && response.write('x'.repeat(65_536))) { /* until the buffer is full */ } }
    response.on('drain', more)
    more()
  },
  /** Sends a byte of the body now and then. */
  dripping: (response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('.'), 50)
    response.once('close', () => clearInterval(timer))
  },
  closing: (response) => { response.destroy() },
  /** Promises more than it sends. */
  halfway: (response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half')
    setTimeout(() => response.destroy(), 50)
  },
} satisfies Record<string, Behaviour>

export function redirecting(to: string): Behaviour {
  return (response) => { response.writeHead(307, { location: to }).end() }
}
