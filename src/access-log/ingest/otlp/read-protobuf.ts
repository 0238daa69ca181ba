// OTLP in protobuf: the spans and log records of an export request, of which only what the log keeps is read.
// By hand, for the few messages that matter (opentelemetry-proto 1.x: trace.proto, logs.proto, common.proto, resource.proto): a decoder of everything reads ten attributes for each one that is kept.
import { emptyRecord, isKept, type RawRecord, takeAttribute } from '../raw-record.ts'
import { mostRecords, tooMany } from '../unreadable.ts'
import { wire, WireReader } from './wire.ts'

/** Records of an ExportTraceServiceRequest, in its order. @throws Unreadable */
export function readTraces(body: Buffer): RawRecord[] {
  return readExport(body, readSpan)
}

/** Records of an ExportLogsServiceRequest, in its order. @throws Unreadable */
export function readLogs(body: Buffer): RawRecord[] {
  return readExport(body, readLogRecord)
}

/** Tag of a field that holds bytes, text or a message. */
const bytes = (field: number) => field * 8 + wire.bytes

/** Both requests are built alike: resources (1), each with a resource (1) and scopes (2), each with its spans or log records (2). */
function readExport(body: Buffer, readOne: (reader: WireReader, raw: RawRecord) => void): RawRecord[] {
  const reader = new WireReader(body)
  const found: RawRecord[] = []
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag !== bytes(1)) {
      reader.skip(tag)
      continue
    }
    const around = reader.enter()
    const { name, version } = readResource(reader)
    for (let inner = reader.tag(); inner !== 0; inner = reader.tag()) {
      if (inner !== bytes(2)) {
        reader.skip(inner)
        continue
      }
      const scope = reader.enter()
      for (let one = reader.tag(); one !== 0; one = reader.tag()) {
        if (one !== bytes(2)) {
          reader.skip(one)
          continue
        }
        if (found.length === mostRecords) throw tooMany()
        const raw = emptyRecord()
        raw.serviceName = name
        raw.serviceVersion = version
        const inside = reader.enter()
        readOne(reader, raw)
        reader.leave(inside)
        found.push(raw)
      }
      reader.leave(scope)
    }
    reader.leave(around)
  }
  return found
}

/** The resource may come after its spans: it is looked for first, and the reader goes back. */
function readResource(reader: WireReader): { name: unknown; version: unknown } {
  const begin = reader.at
  let [name, version]: unknown[] = []
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag !== bytes(1)) {
      reader.skip(tag)
      continue
    }
    const around = reader.enter()
    for (let inner = reader.tag(); inner !== 0; inner = reader.tag()) {
      if (inner === bytes(1)) readAttribute(reader, isResource, (key, value) => { if (key === 'service.name') name = value; else version = value })
      else reader.skip(inner)
    }
    reader.leave(around)
  }
  reader.at = begin
  return { name, version }
}

const isResource = (name: string) => name === 'service.name' || name === 'service.version'
const isException = (name: string) => name === 'exception.type' || name === 'exception.message'

function readSpan(reader: WireReader, raw: RawRecord): void {
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case bytes(1): raw.traceId = reader.bytes(); break
      case bytes(2): raw.spanId = reader.bytes(); break
      case bytes(4): raw.parentSpanId = reader.bytes(); break
      case bytes(5): raw.name = reader.text(); break
      case 7 * 8 + wire.fixed64: raw.startedAt = reader.nanosAsMs(); break
      case 8 * 8 + wire.fixed64: raw.endedAt = reader.nanosAsMs(); break
      case bytes(9): readAttribute(reader, isKept, (key, value) => takeAttribute(raw, key, value)); break
      case bytes(11): readException(reader, raw); break
      case bytes(15): raw.status = readStatus(reader); break
      default: reader.skip(tag)
    }
  }
}

/** `recordException` of the SDKs adds the exception as an event of the span. */
function readException(reader: WireReader, raw: RawRecord): void {
  const around = reader.enter()
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === bytes(3)) readAttribute(reader, isException, (key, value) => takeAttribute(raw, key, value))
    else reader.skip(tag)
  }
  reader.leave(around)
}

function readStatus(reader: WireReader): number {
  let code = 0
  const around = reader.enter()
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === 3 * 8 + wire.varint) code = reader.varint()
    else reader.skip(tag)
  }
  reader.leave(around)
  return code
}

function readLogRecord(reader: WireReader, raw: RawRecord): void {
  let [observedAt, severity, body]: unknown[] = []
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case 1 * 8 + wire.fixed64: raw.startedAt = reader.nanosAsMs(); break
      case 2 * 8 + wire.varint: severity = reader.varint(); break
      case bytes(5): body = readValue(reader); break
      case bytes(6): readAttribute(reader, isKept, (key, value) => takeAttribute(raw, key, value)); break
      case bytes(9): raw.traceId = reader.bytes(); break
      case bytes(10): raw.spanId = reader.bytes(); break
      case 11 * 8 + wire.fixed64: observedAt = reader.nanosAsMs(); break
      case bytes(12): raw.name = reader.text(); break
      default: reader.skip(tag)
    }
  }
  finishLogRecord(raw, { observedAt, severity, body })
}

/** A log record has one moment and no status: it ends when it starts, and is an error by its severity. Its name is that of its event, else its text. */
export function finishLogRecord(raw: RawRecord, { observedAt, severity, body }: { observedAt: unknown; severity: unknown; body: unknown }): void {
  raw.startedAt = raw.startedAt || observedAt
  raw.endedAt = raw.startedAt
  raw.name = raw.name || body
  raw.status = typeof severity === 'number' && severity >= leastError ? 'Error' : 'Unset'
}
const leastError = 17

/** KeyValue: key (1), value (2). */
function readAttribute(reader: WireReader, isWanted: (key: string) => boolean, take: (key: string, value: unknown) => void): void {
  let key = ''
  let value: unknown
  const around = reader.enter()
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    if (tag === bytes(1)) key = reader.text()
    // The key stands before its value wherever it was written by the book; in any other order the value is read too.
    else if (tag === bytes(2) && (key === '' || isWanted(key))) value = readValue(reader)
    else reader.skip(tag)
  }
  reader.leave(around)
  if (isWanted(key)) take(key, value)
}

/** AnyValue: text, boolean, whole number or fraction; lists and the like are never of use here, and come out as an empty object. */
function readValue(reader: WireReader): unknown {
  let value: unknown
  const around = reader.enter()
  for (let tag = reader.tag(); tag !== 0; tag = reader.tag()) {
    switch (tag) {
      case bytes(1): value = reader.text(); break
      case 2 * 8 + wire.varint: value = reader.varint() !== 0; break
      case 3 * 8 + wire.varint: value = reader.varint(); break
      case 4 * 8 + wire.fixed64: value = reader.double(); break
      default:
        value = {}
        reader.skip(tag)
    }
  }
  reader.leave(around)
  return value
}
