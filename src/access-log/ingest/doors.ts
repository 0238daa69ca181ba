// Doors of the log for applications: OTLP over HTTP (traces and logs, protobuf and JSON) records as such (JSON, NDJSON), and the older actions of VNG. They stand before the web of pages, for tens of thousands of records a second come in here.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { newId } from '../../ground/ids.ts'
import { log, traceOf } from '../../ground/log.ts'
import { countRequest } from '../../ground/metrics.ts'
import { Refusal } from '../../ground/refusals.ts'
import { inLanguage, type Language, type Words } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { shownBy } from '../sources/credentials.ts'
import { sourceOf } from '../sources/source-of.ts'
import { readVngActions } from '../sources/vng-actions.ts'
import { readBody } from './body.ts'
import { type Answered, answerOf, refusalOf, type Style } from './answers.ts'
import { readLogsJson, readTracesJson } from './otlp/read-json.ts'
import { readLogs, readTraces } from './otlp/read-protobuf.ts'
import type { RawRecord } from './raw-record.ts'
import { readRecordLines, readRecordsJson } from './rest-records.ts'
import type { Ingest } from './submit.ts'
import { whyLater } from './try-later.ts'
import { Unreadable } from './unreadable.ts'

/** Takes a request that is for the log. @returns false for any other: the pages and the API take that */
export type Doors = (request: IncomingMessage, response: ServerResponse) => boolean

export type Read = (body: Buffer) => readonly (RawRecord | undefined)[]
type Door = { readonly route: string; readonly kinds: Readonly<Record<string, { readonly style: Style; readonly read: Read }>> }

const traces: Door['kinds'] = { 'application/x-protobuf': { style: { encoding: 'protobuf', signal: 'traces' }, read: readTraces }, 'application/json': { style: { encoding: 'json', signal: 'traces' }, read: readTracesJson } }
const logs: Door['kinds'] = { 'application/x-protobuf': { style: { encoding: 'protobuf', signal: 'logs' }, read: readLogs }, 'application/json': { style: { encoding: 'json', signal: 'logs' }, read: readLogsJson } }
const records: Door['kinds'] = { 'application/json': { style: 'rest', read: readRecordsJson }, 'application/x-ndjson': { style: 'rest', read: readRecordLines } }
const actions: Door['kinds'] = { 'application/json': { style: 'rest', read: readVngActions } }

const doors = new Map<string, Door>(Object.entries({ '/v1/traces': traces, '/v1/logs': logs, '/log/v1/traces': traces, '/log/v1/logs': logs, '/log/v1/records': records, '/log/v1/verwerkingsacties': actions })
  .map(([route, kinds]) => [route, { route, kinds }]))

export function accessLogDoors(house: Pick<House, 'database' | 'master' | 'clock' | 'config'>, ingest: Ingest): Doors {
  return (request, response) => {
    const url = request.url ?? ''
    const question = url.indexOf('?')
    const door = doors.get(question === -1 ? url : url.slice(0, question))
    if (!door) return false
    void answer(house, ingest, door, request, response)
    return true
  }
}

async function answer(house: Pick<House, 'database' | 'master' | 'clock' | 'config'>, ingest: Ingest, door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const began = performance.now()
  const language = languageOf(request)
  const kind = door.kinds[contentTypeOf(request)]
  const style = kind?.style ?? Object.values(door.kinds)[0]!.style
  let answered: Answered
  try {
    answered = request.method === 'POST' ? await take(house, ingest, door, request, style, language) : refusalOf(style, 405, onlyPost, language, { allow: 'POST' })
  } catch (error) {
    answered = refused(error, style, door, language)
  }
  // Unread, what is left of a body would stand in the way of the next request on this connection.
  if (!request.readableEnded) request.resume()
  if (!response.headersSent && !response.destroyed) response.writeHead(answered.status, answered.headers).end(answered.body)
  countRequest(request.method ?? '', door.route, answered.status, performance.now() - began)
}

async function take(house: Pick<House, 'database' | 'master' | 'clock' | 'config'>, ingest: Ingest, door: Door, request: IncomingMessage, style: Style, language: Language): Promise<Answered> {
  const shown = shownBy(house, request.headers, request.socket.remoteAddress)
  // Dutch is what is said where nobody chose: then there is nothing to set up for it.
  const source = await (language === 'nl' ? sourceOf(house, shown) : inLanguage(language, () => sourceOf(house, shown)))
  if (!source) return refusalOf(style, 401, noToken, language, { 'www-authenticate': 'Bearer' })
  const kind = door.kinds[contentTypeOf(request)]
  if (!kind) throw new Unreadable({ nl: `Stuur dit als ${Object.keys(door.kinds).join(' of ')}.`, en: `Send this as ${Object.keys(door.kinds).join(' or ')}.` }, 415)
  const body = await readBody(request)
  try {
    return answerOf(style, await ingest.submit(source, kind.read(body.bytes)), language)
  } finally {
    body.release()
  }
}

function refused(error: unknown, style: Style, door: Door, language: Language): Answered {
  if (error instanceof Unreadable) return refusalOf(style, error.status, error.words, language)
  const later = whyLater(error)
  if (later) return refusalOf(style, later.status, later.words, language, { 'retry-after': String(later.retryAfterSeconds) })
  if (error instanceof Refusal) return refusalOf(style, error.status, { nl: error.message, en: error.message }, language)
  const id = newId()
  log.error('fault', { id, method: 'POST', route: door.route, ...traceOf(error) })
  return refusalOf(style, 500, { nl: `Dit is een fout in Waarborg. Noem bij navraag dit kenmerk: ${id}.`, en: `This is a fault in Waarborg. Mention this reference when you ask about it: ${id}.` }, language)
}

function contentTypeOf({ headers }: IncomingMessage): string {
  const type = headers['content-type'] ?? ''
  const end = type.indexOf(';')
  return (end === -1 ? type : type.slice(0, end)).trim().toLowerCase()
}

/** What the client asks first; Dutch when it asks nothing. */
function languageOf({ headers }: IncomingMessage): Language {
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'nl'
}

const noToken: Words = { nl: 'Er is geen geldig token van een bron van het logboek meegestuurd.', en: 'No valid token of a source of the log was sent along.' }
const onlyPost: Words = { nl: 'Hier kan alleen POST.', en: 'Only POST is possible here.' }
