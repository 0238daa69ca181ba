// Log record: one line of the Logboek Dataverwerkingen 1.0.0 as it is kept, and the text of it that is digested.
import { leafDigest } from './tree.ts'

export type LogRecord = {
  /** 16 and 8 bytes (W3C Trace Context). */
  readonly traceId: Buffer
  readonly spanId: Buffer
  readonly parentSpanId: Buffer | null
  readonly status: LogStatus
  /** Readable name of the act. */
  readonly name: string
  /** Whole milliseconds since 1970; the end isn't before the start. */
  readonly startedAt: number
  readonly endedAt: number
  /** URI of the processing activity (`dpl.core.processing_activity_id`). */
  readonly activity: string
  /** Pseudonyms of 32 bytes (src/ground/log-keys.ts): who acted, and whose data. */
  readonly actor: Buffer | null
  readonly subject: Buffer | null
  readonly subjectType: string | null
  /** Under secrecy: withheld from the data subject by rule, and counted. */
  readonly isSecret: boolean
  /** JSON text of what else is kept: `{"resource":{…},"attributes":{…}}`; never changed after it was digested. */
  readonly details: string | null
}

export const logStatuses = ['Unset', 'Ok', 'Error'] as const
export type LogStatus = (typeof logStatuses)[number]

/** The text that is digested: a JSON list of the thirteen values in the order of `LogRecord`, bytes in hex, without spaces. Version 1 of the format; docs/access-log.md describes it for who wants to check it without us. */
export function leafText(record: LogRecord): string {
  return JSON.stringify([
    record.traceId.toString('hex'), record.spanId.toString('hex'), record.parentSpanId?.toString('hex') ?? null, record.status, record.name, record.startedAt, record.endedAt,
    record.activity, record.actor?.toString('hex') ?? null, record.subject?.toString('hex') ?? null, record.subjectType, record.isSecret, record.details,
  ])
}

export function recordDigest(record: LogRecord): Buffer {
  return leafDigest(leafText(record))
}
