// The doors of the access log in a test: a server of its own on the tests' database.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { accessLogDoors } from '../../src/access-log/ingest/doors.ts'
import { openIngest } from '../../src/access-log/ingest/submit.ts'
import { openThreads } from '../../src/access-log/ingest/threads.ts'
import { makeHouse } from '../../src/web.tsx'
import { testDatabase } from './database.ts'
import { product } from './product.ts'

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer; readonly json: () => unknown }

/** Opens the doors; `stop` closes them and the connections behind. */
export async function openLogDoors() {
  const { deps } = await product()
  const { appUrl } = await testDatabase()
  const house = makeHouse(deps)
  const ingest = openIngest(house, appUrl)
  const task = { url: appUrl, keysFolder: deps.masterKey.folder, config: { publicUrl: deps.config.publicUrl, trustedProxies: deps.config.trustedProxies, logCertHeader: deps.config.logCertHeader }, dataFolder: undefined }
  let threads = await openThreads(task)
  const doors = accessLogDoors(house, (...taken) => threads.take(...taken))
  const server = createServer((incoming, response) => { if (!doors(incoming, response)) response.writeHead(404).end() })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const { port } = server.address() as AddressInfo
  return {
    house, ingest, port, appUrl, task,
    /** As when the product stops and starts: what was counted is written. */
    restart: async () => {
      await threads.stop()
      threads = await openThreads(task)
    },
    send: senderTo(port),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => { server.close(done) })
      await threads.stop()
      await ingest.stop()
    },
  }
}

/** Sends to a door at this port. */
export function senderTo(port: number) {
  return async (path: string, body: Buffer | string | Readable, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await new Promise<IncomingMessage>((done, failed) => {
      const call = request({ port, host: '127.0.0.1', path, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, agent: false }, done)
      call.once('error', failed)
      if (body instanceof Readable) body.pipe(call)
      else call.end(body)
    })
    const bytes = await buffer(answer)
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: bytes, json: () => JSON.parse(bytes.toString()) as unknown }
  }
}

export { sentRecord } from './sent-records.ts'
