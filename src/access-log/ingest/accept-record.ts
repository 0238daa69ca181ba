// Accepting a record: what an application sent becomes a record of the log, with pseudonyms for names, or is refused with all that is wrong with it.
import { type LogKey, logPseudonym } from '../../ground/log-keys.ts'
import type { Words } from '../../ground/words.ts'
import type { LogRecord, LogStatus } from '../../access-record/log-record.ts'
import { employeeKind, subjectName } from '../../access-record/subject-name.ts'
import { detailsOf, isPlain } from './details.ts'
import type { RawRecord } from './raw-record.ts'

/** What is wrong, and with which field, as the standard names it. Never holds what was sent. */
export type RecordFault = { readonly field: string; readonly words: Words }

/** From when the AVG applied there are months (migrations/0046-access-log.sql). */
const firstMs = Date.UTC(2018, 4, 1)
const dayMs = 86_400_000

/** @param key the organisation's log key to write under @param now ms; no record starts more than a day after it */
export function acceptRecord(raw: RawRecord, key: LogKey, now: number): LogRecord | RecordFault[] {
  const faults: RecordFault[] = []
  const traceId = idOf(raw.traceId, 16) ?? no(faults, 'trace_id', traceWords)
  const spanId = idOf(raw.spanId, 8) ?? no(faults, 'span_id', spanWords)
  const parentSpanId = isLeftOut(raw.parentSpanId) ? null : idOf(raw.parentSpanId, 8) ?? no(faults, 'parent_span_id', spanWords)
  const status = statusOf(raw.status) ?? no(faults, 'status', statusWords)
  const name = text(faults, 'name', raw.name, 300) ?? ''
  const startedAt = momentOf(raw.startedAt) ?? no(faults, 'start_time', momentWords)
  const endedAt = momentOf(raw.endedAt) ?? no(faults, 'end_time', momentWords)
  if (startedAt !== null && (startedAt < firstMs || startedAt > now + dayMs)) no(faults, 'start_time', rangeWords)
  if (startedAt !== null && endedAt !== null && (endedAt < startedAt || endedAt > now + dayMs)) no(faults, 'end_time', endWords)
  const activity = text(faults, 'dpl.core.processing_activity_id', raw.activity, 500) ?? ''
  const subjectId = optional(faults, 'dpl.core.data_subject_id', raw.subjectId, 200)
  const subjectType = optional(faults, 'dpl.core.data_subject_id_type', raw.subjectType, 200)
  if (subjectId !== null && subjectType === null && isLeftOut(raw.subjectType)) no(faults, 'dpl.core.data_subject_id_type', typeWords)
  const userId = optional(faults, 'user.id', raw.userId, 200)
  const isSecret = secrecyOf(raw.isSecret) ?? no(faults, 'dpl.waarborg.confidential', secretWords)
  const details = detailsOf(raw, (field) => no(faults, field, textWords))
  if (faults.length > 0 || !traceId || !spanId || startedAt === null || endedAt === null || !status || isSecret === null) return faults
  const subject = subjectId === null || subjectType === null ? undefined : subjectName(subjectType, subjectId)
  return {
    traceId, spanId, parentSpanId, status, name, startedAt, endedAt, activity,
    actor: userId === null ? null : actorPseudonym(key, userId.trim()),
    subject: subject ? logPseudonym(key, subject.type, subject.id) : null, subjectType: subject?.type ?? null,
    isSecret, details,
  }
}

/** Numbers are identifiers too: applications keep them so. An empty text says that there is none. */
function optional(faults: RecordFault[], field: string, value: unknown, most: number): string | null {
  if (isLeftOut(value)) return null
  return text(faults, field, typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value, most)
}

function text(faults: RecordFault[], field: string, value: unknown, most: number): string | null {
  if (value === undefined || value === null || value === '') return no(faults, field, missingWords)
  if (typeof value !== 'string' || !isPlain(value)) return no(faults, field, textWords)
  if (value.length > most) return no(faults, field, { nl: `is langer dan ${most} tekens`, en: `is longer than ${most} characters` })
  return value.trim() === '' ? no(faults, field, missingWords) : value
}

function isLeftOut(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (value instanceof Uint8Array && value.length === 0)
}

function idOf(value: unknown, bytes: number): Buffer | undefined {
  const id = value instanceof Buffer ? value : typeof value === 'string' && value.length === bytes * 2 ? Buffer.from(value, 'hex') : undefined
  // Hex that isn't hex ends where it goes wrong: then the length isn't right either.
  if (id?.length !== bytes) return undefined
  for (let at = 0; at < bytes; at++) if (id[at] !== 0) return id
  return undefined
}

function statusOf(value: unknown): LogStatus | undefined {
  switch (value) {
    case undefined: case null: case '': case 0: case 'Unset': case 'UNSET': case 'STATUS_CODE_UNSET': return 'Unset'
    case 1: case 'Ok': case 'OK': case 'STATUS_CODE_OK': return 'Ok'
    case 2: case 'Error': case 'ERROR': case 'STATUS_CODE_ERROR': return 'Error'
    default: return undefined
  }
}

const momentShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

function momentOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const ms = momentShape.test(value) ? Date.parse(value) : /^\d{1,15}$/.test(value) ? Number(value) : NaN
  return Number.isNaN(ms) ? undefined : ms
}

function secrecyOf(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true
  return isLeftOut(value) || value === false || value === 'false' ? false : undefined
}

// A few thousand colleagues and programs act all day: their pseudonyms are worth remembering. Those of data subjects aren't: identifiers don't linger in memory.
const mostActors = 10_000
const actors = new WeakMap<LogKey, Map<string, Buffer>>()

function actorPseudonym(key: LogKey, userId: string): Buffer {
  let known = actors.get(key)
  if (!known || known.size >= mostActors) actors.set(key, known = new Map<string, Buffer>())
  let found = known.get(userId)
  if (!found) known.set(userId, found = logPseudonym(key, employeeKind, userId))
  return found
}

function no(faults: RecordFault[], field: string, words: Words): null {
  faults.push({ field, words })
  return null
}

const traceWords = { nl: 'is geen kenmerk van 16 bytes (32 hexadecimale tekens, niet alleen nullen)', en: 'isn’t an id of 16 bytes (32 hexadecimal signs, not only zeros)' }
const spanWords = { nl: 'is geen kenmerk van 8 bytes (16 hexadecimale tekens, niet alleen nullen)', en: 'isn’t an id of 8 bytes (16 hexadecimal signs, not only zeros)' }
const statusWords = { nl: 'is niet Unset, Ok of Error', en: 'isn’t Unset, Ok or Error' }
const momentWords = { nl: 'is geen moment (hele milliseconden sinds 1970)', en: 'isn’t a moment (whole milliseconds since 1970)' }
const rangeWords = { nl: 'ligt vóór mei 2018 of meer dan een dag in de toekomst', en: 'lies before May 2018 or more than a day ahead' }
const endWords = { nl: 'ligt vóór het begin of meer dan een dag in de toekomst', en: 'lies before the start or more than a day ahead' }
const missingWords = { nl: 'ontbreekt', en: 'is missing' }
const textWords = { nl: 'is geen tekst die bewaard kan worden', en: 'isn’t a text that can be kept' }
const typeWords = { nl: 'ontbreekt bij data_subject_id', en: 'is missing beside data_subject_id' }
const secretWords = { nl: 'is niet waar of onwaar (true, false)', en: 'isn’t true or false' }
