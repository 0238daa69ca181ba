// REST records: records as the standard itself writes them down, as a list in JSON or one a line (NDJSON).
import { parseJson } from './otlp/read-json.ts'
import { emptyRecord, type RawRecord, takeAttribute } from './raw-record.ts'
import { mostRecords, tooMany, Unreadable } from './unreadable.ts'

/** `[…]` or `{"records":[…]}`. @throws Unreadable */
export function readRecordsJson(body: Buffer): (RawRecord | undefined)[] {
  const parsed = parseJson(body)
  const list = Array.isArray(parsed) ? parsed : isFields(parsed) ? parsed.records : undefined
  if (!Array.isArray(list)) throw new Unreadable({ nl: 'Stuur een lijst van records, of een object met "records".', en: 'Send a list of records, or an object with "records".' })
  if (list.length > mostRecords) throw tooMany()
  return list.map((one) => isFields(one) ? readRecord(one) : undefined)
}

/** One record a line; a line that can't be read is one that is refused, and the others stay. @throws Unreadable */
export function readRecordLines(body: Buffer): (RawRecord | undefined)[] {
  const lines = body.toString('utf8').split('\n')
  if (lines.at(-1)!.trim() === '') lines.pop()
  if (lines.length > mostRecords) throw tooMany()
  return lines.map((line) => {
    try {
      const parsed: unknown = JSON.parse(line)
      return isFields(parsed) ? readRecord(parsed) : undefined
    } catch {
      return undefined
    }
  })
}

type Fields = Readonly<Record<string, unknown>>

/** In the standard's own spelling (`trace_id`), or that of its extension for reading (`traceId`). */
function readRecord(fields: Fields): RawRecord {
  const raw = emptyRecord()
  raw.isRecord = true
  raw.traceId = fields.trace_id ?? fields.traceId
  raw.spanId = fields.span_id ?? fields.spanId
  raw.parentSpanId = fields.parent_span_id ?? fields.parentSpanId
  raw.status = fields.status
  raw.name = fields.name
  raw.startedAt = fields.start_time ?? fields.startTime
  raw.endedAt = fields.end_time ?? fields.endTime
  const resource = isFields(fields.resource) ? isFields(fields.resource.attributes) ? fields.resource.attributes : fields.resource : {}
  raw.serviceName = resource['service.name']
  raw.serviceVersion = resource['service.version']
  if (isFields(fields.attributes)) for (const name in fields.attributes) takeAttribute(raw, name, fields.attributes[name])
  return raw
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
