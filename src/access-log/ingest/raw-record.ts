// Raw record: one record of the access log as an application sent it, under the names of Logboek Dataverwerkingen 1.0.0, before anything of it is believed.

/** What a door read. Nothing is checked: each value is what stood there. `acceptRecord` makes a record of it, or says what is wrong. */
export type RawRecord = {
  /** 16 and 8 bytes, or 32 and 16 hexadecimal signs. */
  traceId: unknown
  spanId: unknown
  parentSpanId: unknown
  /** `Unset`, `Ok`, `Error` (also in capitals, or 0, 1, 2 as OpenTelemetry counts them); nothing is `Unset`. */
  status: unknown
  name: unknown
  /** Whole milliseconds since 1970, or a moment of ISO 8601 with its offset. */
  startedAt: unknown
  endedAt: unknown
  /** `dpl.core.processing_activity_id`. */
  activity: unknown
  /** `dpl.core.data_subject_id` and its `_type`. */
  subjectId: unknown
  subjectType: unknown
  /** `user.id`, or `enduser.id`. */
  userId: unknown
  /** `dpl.waarborg.confidential`: under secrecy, so withheld from the data subject by rule, and counted. */
  isSecret: unknown
  /** `dpl.core.foreign_operation.processor`. */
  processor: unknown
  exceptionType: unknown
  exceptionMessage: unknown
  /** `service.name` and `service.version` of the resource. */
  serviceName: unknown
  serviceVersion: unknown
  /** `dpl.read.*` by its whole name. */
  read: Record<string, unknown> | undefined
  /** Whether anything of it is of the standard: a span without any `dpl.` attribute is no record of the log. */
  isRecord: boolean
}

/** All fields from the start: objects of one shape are what the engine is fast with. */
export function emptyRecord(): RawRecord {
  return {
    traceId: undefined, spanId: undefined, parentSpanId: undefined, status: undefined, name: undefined, startedAt: undefined, endedAt: undefined, activity: undefined, subjectId: undefined, subjectType: undefined, userId: undefined,
    isSecret: undefined, processor: undefined, exceptionType: undefined, exceptionMessage: undefined, serviceName: undefined, serviceVersion: undefined, read: undefined, isRecord: false,
  }
}

/** Whether an attribute of this name is kept; the values of others aren't even read. What would be free text or an address of a page may hold personal data. */
export function isKept(name: string): boolean {
  return name.startsWith('dpl.') || name === 'user.id' || name === 'enduser.id' || name === 'exception.type' || name === 'exception.message'
}

/** Puts an attribute of the record where it belongs; what the log doesn't keep is let go (`exception.stacktrace` too: it can hold personal data). */
export function takeAttribute(raw: RawRecord, name: string, value: unknown): void {
  switch (name) {
    case 'dpl.core.processing_activity_id': raw.activity = value; break
    case 'dpl.core.data_subject_id': raw.subjectId = value; break
    case 'dpl.core.data_subject_id_type': raw.subjectType = value; break
    case 'dpl.core.foreign_operation.processor': raw.processor = value; break
    case 'dpl.waarborg.confidential': raw.isSecret = value; break
    case 'user.id': raw.userId = value; return
    case 'enduser.id': raw.userId ??= value; return
    case 'exception.type': raw.exceptionType = value; return
    case 'exception.message': raw.exceptionMessage = value; return
    default:
      if (!name.startsWith('dpl.')) return
      if (name.startsWith('dpl.read.')) (raw.read ??= {})[name] = value
  }
  raw.isRecord = true
}
