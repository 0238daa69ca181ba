// OTLP in JSON: the same requests as in protobuf, with ids in hex and moments as text (OTLP 1.x, JSON protobuf encoding).
import { emptyRecord, isKept, type RawRecord, takeAttribute } from '../raw-record.ts'
import { mostRecords, tooMany, Unreadable } from '../unreadable.ts'
import { finishLogRecord } from './read-protobuf.ts'

/** @throws Unreadable */
export function readTracesJson(body: Buffer): (RawRecord | undefined)[] {
  return readExport(body, ['resourceSpans', 'scopeSpans', 'spans'], readSpan)
}

/** @throws Unreadable */
export function readLogsJson(body: Buffer): (RawRecord | undefined)[] {
  return readExport(body, ['resourceLogs', 'scopeLogs', 'logRecords'], readLogRecord)
}

type Fields = Readonly<Record<string, unknown>>

function readExport(body: Buffer, [resources, scopes, ones]: readonly [string, string, string], readOne: (fields: Fields, raw: RawRecord) => void): (RawRecord | undefined)[] {
  const found: (RawRecord | undefined)[] = []
  for (const ofResource of listOf(asFields(parseJson(body)), resources)) {
    const within = asFields(ofResource)
    const resource = within.resource === undefined || within.resource === null ? {} : asFields(within.resource)
    let [name, version]: unknown[] = []
    readAttributes(resource.attributes, (key, value) => {
      if (key === 'service.name') name = value
      if (key === 'service.version') version = value
    }, (key) => key.startsWith('service.'))
    for (const scope of listOf(within, scopes)) {
      for (const one of listOf(asFields(scope), ones)) {
        if (found.length === mostRecords) throw tooMany()
        if (!isFields(one)) {
          found.push(undefined)
          continue
        }
        const raw = emptyRecord()
        raw.serviceName = name
        raw.serviceVersion = version
        readOne(one, raw)
        found.push(raw)
      }
    }
  }
  return found
}

/** @throws Unreadable */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Unreadable({ nl: 'Dit is geen geldige JSON.', en: 'This isn’t valid JSON.' })
  }
}

function readSpan(fields: Fields, raw: RawRecord): void {
  raw.traceId = fields.traceId
  raw.spanId = fields.spanId
  raw.parentSpanId = fields.parentSpanId
  raw.name = fields.name
  raw.startedAt = nanosAsMs(fields.startTimeUnixNano)
  raw.endedAt = nanosAsMs(fields.endTimeUnixNano)
  raw.status = isFields(fields.status) ? fields.status.code : undefined
  readAttributes(fields.attributes, (key, value) => takeAttribute(raw, key, value), isKept)
  if (!Array.isArray(fields.events)) return
  for (const event of fields.events) if (isFields(event)) readAttributes(event.attributes, (key, value) => takeAttribute(raw, key, value), (key) => key === 'exception.type' || key === 'exception.message')
}

function readLogRecord(fields: Fields, raw: RawRecord): void {
  raw.traceId = fields.traceId
  raw.spanId = fields.spanId
  raw.name = fields.eventName
  raw.startedAt = nanosAsMs(fields.timeUnixNano)
  readAttributes(fields.attributes, (key, value) => takeAttribute(raw, key, value), isKept)
  finishLogRecord(raw, { observedAt: nanosAsMs(fields.observedTimeUnixNano), severity: fields.severityNumber, body: valueOf(fields.body) })
}

function readAttributes(list: unknown, take: (key: string, value: unknown) => void, isWanted: (key: string) => boolean): void {
  if (!Array.isArray(list)) return
  for (const pair of list) if (isFields(pair) && typeof pair.key === 'string' && isWanted(pair.key)) take(pair.key, valueOf(pair.value))
}

function valueOf(value: unknown): unknown {
  if (!isFields(value)) return undefined
  // Whole numbers of 64 bits come as text.
  if (value.intValue !== undefined) return value.intValue
  return value.stringValue ?? value.boolValue ?? value.doubleValue ?? (Object.keys(value).length > 0 ? {} : undefined)
}

/** As text exactly: the last six digits are what is smaller than a millisecond. As a number they were rounded before they came here. */
function nanosAsMs(value: unknown): unknown {
  if (typeof value === 'number') return Math.floor(value / 1_000_000)
  if (typeof value !== 'string') return value
  return /^\d{1,20}$/.test(value) ? Number(value.slice(0, -6)) : 'no moment'
}

function listOf(fields: Fields, name: string): readonly unknown[] {
  const list = fields[name]
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) throw noExport()
  return list
}

function asFields(value: unknown): Fields {
  if (!isFields(value)) throw noExport()
  return value
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function noExport(): Unreadable {
  return new Unreadable({ nl: 'Dit is geen verzoek van OTLP.', en: 'This isn’t a request of OTLP.' })
}
