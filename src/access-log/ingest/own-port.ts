// Own port: where applications that log can come in beside the pages; each thread listens there itself, and the machine spreads connections over them.
import { createServer, type Server } from 'node:http'
import { drain } from '../../ground/http-drain.ts'
import { log, traceOf } from '../../ground/log.ts'
import { accessLogDoors, type DoorHouse } from './doors.ts'
import { receive } from './receive.ts'
import type { Ingest } from './submit.ts'

export type OwnPort = { readonly host: string; readonly port: number; /** Other threads listen there too (SO_REUSEPORT). */ readonly isShared: boolean }

/** The same doors as on the port of the pages, and nothing else. @returns what lets running requests finish and closes, or why there is no such port */
export async function openOwnPort(house: DoorHouse, ingest: Ingest, { host, port, isShared }: OwnPort): Promise<{ readonly close: () => Promise<void> } | string> {
  const doors = accessLogDoors(house, (asked, _credential, source, [first, ...others]) => receive(ingest, source, asked, first && others.length === 0 ? first : Buffer.concat(first ? [first, ...others] : [])))
  const http = createServer((request, response) => { if (!doors(request, response)) response.writeHead(404, { 'content-length': 0 }).end() })
  try {
    await listen(http, { host, port, reusePort: isShared })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
  http.on('error', (error) => log.error('http-error', traceOf(error)))
  return { close: () => drain(http) }
}

/** @throws where another program listens there: of those that share a port none would hear that */
export async function isFree({ host, port }: Pick<OwnPort, 'host' | 'port'>): Promise<void> {
  const probe = createServer()
  await listen(probe, { host, port, reusePort: false })
  await new Promise((done) => { probe.close(done) })
}

function listen(http: Server, where: { host: string; port: number; reusePort: boolean }): Promise<void> {
  return new Promise((done, failed) => {
    http.once('error', failed)
    http.listen(where, () => {
      http.off('error', failed)
      done()
    })
  })
}
