// OTLP's answers: full success, partial success, and a refusal of the whole, in the encoding in which the request came.
import { type Language, say } from '../../../ground/words.ts'
import type { Rejected, Submitted } from '../submit.ts'

export type Encoding = 'protobuf' | 'json'
export type Signal = 'traces' | 'logs'

/** Whatever is wrong with a thousand records, a reader of logs needs the first few. */
const mostNamed = 20
const longestMessage = 2_000

/** The body of ExportTraceServiceResponse or ExportLogsServiceResponse where not all was taken; else it is empty. */
export function exportAnswer(encoding: Encoding, signal: Signal, submitted: Submitted, language: Language): Buffer | string {
  const { rejected, ignored } = submitted
  const message = messageOf(rejected, ignored, language)
  if (encoding === 'json') return JSON.stringify({ partialSuccess: { [signal === 'traces' ? 'rejectedSpans' : 'rejectedLogRecords']: String(rejected.length), errorMessage: message } })
  const text = Buffer.from(message)
  const inner = Buffer.concat([...(rejected.length > 0 ? [Buffer.from([0x08]), varint(rejected.length)] : []), Buffer.from([0x12]), varint(text.length), text])
  return Buffer.concat([Buffer.from([0x0a]), varint(inner.length), inner])
}

/** The body of google.rpc.Status, which OTLP asks for with every refusal. */
export function refusalAnswer(encoding: Encoding, code: number, message: string): Buffer | string {
  if (encoding === 'json') return JSON.stringify({ code, message })
  const text = Buffer.from(message)
  return Buffer.concat([Buffer.from([0x08]), varint(code), Buffer.from([0x12]), varint(text.length), text])
}

/** `[2] start_time …; trace_id …`, for a person who reads it in the log of the application. Never holds what was sent. */
export function faultText({ faults }: Pick<Rejected, 'faults'>, language: Language): string {
  return faults.map(({ field, words }) => `${field === '' ? '' : `${field} `}${words[language]}`).join('; ')
}

function messageOf(rejected: readonly Rejected[], ignored: number, language: Language): string {
  const lines = rejected.slice(0, mostNamed).map((one) => `[${one.index}] ${faultText(one, language)}`)
  const more = rejected.length - lines.length
  if (more > 0) lines.push(say({ nl: `en nog ${more}`, en: `and ${more} more` }, language))
  if (ignored > 0) lines.push(say({ nl: `${ignored} zonder dpl-kenmerken niet bewaard: dat zijn geen records van het logboek`, en: `${ignored} without dpl attributes not kept: those are no records of the log` }, language))
  const text = lines.join('\n')
  return text.length <= longestMessage ? text : `${text.slice(0, longestMessage - 1).toWellFormed()}…`
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left])
    bytes.push((left % 128) | 0x80)
  }
}
