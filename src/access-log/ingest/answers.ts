// Answers: what became of a request, as OTLP says it or as the REST API does.
import type { OutgoingHttpHeaders } from 'node:http'
import type { Language, Words } from '../../ground/words.ts'
import { apiVersion } from '../../register-kit/api/version.ts'
import { type Encoding, exportAnswer, faultText, refusalAnswer, type Signal } from './otlp/answer.ts'
import type { Submitted } from './submit.ts'

export type Style = 'rest' | { readonly encoding: Encoding; readonly signal: Signal }
export type Answered = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Uint8Array | string }

const contentTypes: Readonly<Record<Encoding, string>> = { protobuf: 'application/x-protobuf', json: 'application/json' }

export function answerOf(style: Style, submitted: Submitted, language: Language): Answered {
  if (style !== 'rest') return submitted.rejected.length === 0 && submitted.ignored === 0 ? allTaken[style.encoding] : answered(200, contentTypes[style.encoding], exportAnswer(style.encoding, style.signal, submitted, language))
  const { accepted, duplicates, rejected } = submitted
  const body = { accepted, duplicates, rejected: rejected.map((one) => ({ index: one.index, message: faultText(one, language) })) }
  return answered(200, 'application/json', JSON.stringify(body), { 'api-version': apiVersion })
}

/** A refusal of the whole request. */
export function refusalOf(style: Style, status: number, words: Words, language: Language, headers: OutgoingHttpHeaders = {}): Answered {
  const detail = words[language]
  if (style !== 'rest') return answered(status, contentTypes[style.encoding], refusalAnswer(style.encoding, grpcCodes[status] ?? 2, detail), headers)
  const body = { type: 'about:blank', title: (titles[status] ?? titles[500]!)[language], status, detail }
  return answered(status, 'application/problem+json', JSON.stringify(body), { 'api-version': apiVersion, ...headers })
}

/** Nothing that was shown belongs to a source. */
export function unknownSource(style: Style, language: Language): Answered {
  return refusalOf(style, 401, noToken, language, { 'www-authenticate': 'Bearer' })
}

/** As text where it can be: then Node sends head and body in one piece. */
function answered(status: number, type: string, body: Buffer | string, headers: OutgoingHttpHeaders = {}): Answered {
  return { status, headers: { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers }, body }
}

/** What is said nearly always. */
const allTaken: Readonly<Record<Encoding, Answered>> = { protobuf: answered(200, contentTypes.protobuf, ''), json: answered(200, contentTypes.json, '{}') }

/** As gRPC counts them, which is what the status of OTLP is about. */
const grpcCodes: Readonly<Record<number, number>> = { 400: 3, 401: 16, 403: 7, 405: 12, 413: 8, 415: 3, 429: 8, 500: 13, 503: 14 }

const titles: Readonly<Record<number, Words>> = {
  400: { nl: 'De invoer klopt niet', en: 'What you sent isn’t right' }, 401: { nl: 'Geen geldig token', en: 'No valid token' }, 403: { nl: 'Geen toegang', en: 'No access' },
  405: { nl: 'Deze methode kan hier niet', en: 'This method isn’t possible here' }, 413: { nl: 'Te groot', en: 'Too large' }, 415: { nl: 'Dit soort inhoud kan hier niet', en: 'This kind of content isn’t possible here' },
  429: { nl: 'Even wachten', en: 'Please wait' }, 500: { nl: 'Er ging iets mis', en: 'Something went wrong' }, 503: { nl: 'Even geduld', en: 'One moment, please' },
}

const noToken: Words = { nl: 'Er is geen geldig token van een bron van het logboek meegestuurd.', en: 'No valid token of a source of the log was sent along.' }
