// Doors of the log for applications: OTLP over HTTP (traces and logs, protobuf and JSON), records as such (JSON, NDJSON), and the older actions of VNG. They stand before the web of pages, for tens of thousands of records a second come in here.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { countRequest } from '../../ground/metrics.ts'
import { inLanguage, type Language, type Words } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { credentialHash, shownBy } from '../sources/credentials.ts'
import { type LogSource, sourceAtHand, sourceByHash } from '../sources/source-of.ts'
import { readBody } from './body.ts'
import { type Answered, refusalOf, unknownSource } from './answers.ts'
import { type Door, doorKinds } from './door-kinds.ts'
import { type Asked, refused } from './receive.ts'
import { Unreadable } from './unreadable.ts'

/** Takes a request that is for the log. @returns false for any other: the pages and the API take that */
export type Doors = (request: IncomingMessage, response: ServerResponse) => boolean

export type DoorHouse = Pick<House, 'database' | 'master' | 'clock'> & { readonly config: Pick<House['config'], 'publicUrl' | 'trustedProxies' | 'logCertHeader'> }

/** By what a source is known, without the credential itself. */
export type Credential = { readonly hash: string; readonly address: string }

/** What is done with a body that came in whole, from a source that is known. @throws TryLater */
export type Take = (asked: Asked, credential: Credential, source: LogSource, body: readonly Buffer[]) => Promise<Answered>

const lingerMs = 5_000

export function accessLogDoors(house: DoorHouse, take: Take): Doors {
  return (request, response) => {
    const url = request.url ?? ''
    const question = url.indexOf('?')
    const door = doorKinds.get(question === -1 ? url : url.slice(0, question))
    if (!door) return false
    void answer(house, take, door, request, response)
    return true
  }
}

async function answer(house: DoorHouse, take: Take, door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const began = performance.now()
  const language = languageOf(request)
  const type = contentTypeOf(request)
  const style = door.kinds[type]?.style ?? door.style
  let answered: Answered
  try {
    answered = request.method === 'POST' ? await letIn(house, take, door, type, request, language) : refusalOf(style, 405, onlyPost, language, { allow: 'POST' })
  } catch (error) {
    answered = refused(error, style, door.route, language)
  }
  if (!response.headersSent && !response.destroyed) say(answered, request, response)
  countRequest(request.method ?? '', door.route, answered.status, performance.now() - began)
}

/** Whoever is still sending gets the answer at once, but a connection that closes meanwhile could take it away again: that waits until all was sent, or long enough. */
function say({ status, headers, body }: Answered, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, headers)
  if (request.readableEnded) return void response.end(body)
  response.write(body)
  const end = () => {
    clearTimeout(later)
    if (!response.writableEnded) response.end()
  }
  const later = setTimeout(end, lingerMs)
  // Unread, what is left of a body would stand in the way of the next request on this connection.
  request.once('end', end).once('close', end).resume()
}

async function letIn(house: DoorHouse, take: Take, door: Door, type: string, request: IncomingMessage, language: Language): Promise<Answered> {
  const credential = credentialOf(house, request)
  // Who isn't known doesn't get to send a body.
  const source = credential && (sourceAtHand(house, credential.hash) ?? await inLanguage(language, () => sourceByHash(house, credential.hash, credential.address)))
  const kind = door.kinds[type]
  if (!source) return unknownSource(kind?.style ?? door.style, language)
  if (!kind) throw new Unreadable({ nl: `Stuur dit als ${Object.keys(door.kinds).join(' of ')}.`, en: `Send this as ${Object.keys(door.kinds).join(' or ')}.` }, 415)
  const asked = { route: door.route, type, isPacked: isPacked(request), language }
  const body = await readBody(request)
  try {
    return await take(asked, credential, source, body.chunks)
  } finally {
    body.release()
  }
}

type Known = { readonly bearer: string | undefined; readonly certificate: string | string[] | undefined; readonly forwarded: string | string[] | undefined; readonly credential: Credential | undefined }
const known = new WeakMap<Socket, Known>()

/** Whoever keeps a connection open shows the same on it each time: it is worked out once. */
function credentialOf(house: DoorHouse, { headers, socket }: IncomingMessage): Credential | undefined {
  const last = known.get(socket)
  const [bearer, certificate, forwarded] = [headers.authorization, house.config.logCertHeader === undefined ? undefined : headers[house.config.logCertHeader], headers['x-forwarded-for']]
  if (last && last.bearer === bearer && last.certificate === certificate && last.forwarded === forwarded) return last.credential
  const shown = shownBy(house, headers, socket.remoteAddress)
  const hash = credentialHash(shown)?.toString('base64')
  const credential = hash === undefined ? undefined : { hash, address: shown.address }
  known.set(socket, { bearer, certificate, forwarded, credential })
  return credential
}

/** @throws Unreadable for any other packing than gzip */
function isPacked({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (encoding !== 'identity' && encoding !== 'gzip') throw new Unreadable({ nl: 'Stuur dit zonder inpakken, of ingepakt als gzip.', en: 'Send this unpacked, or packed as gzip.' }, 415)
  return encoding === 'gzip'
}

function contentTypeOf({ headers }: IncomingMessage): string {
  const type = headers['content-type'] ?? ''
  const end = type.indexOf(';')
  return (end === -1 ? type : type.slice(0, end)).trim().toLowerCase()
}

/** What the client asks first; Dutch when it asks nothing. */
function languageOf({ headers }: IncomingMessage): Language {
  const asked = headers['accept-language']
  return asked !== undefined && /^\s*en\b/i.test(asked) ? 'en' : 'nl'
}

const onlyPost: Words = { nl: 'Hier kan alleen POST.', en: 'Only POST is possible here.' }
