// Records to send to the access log, as the standard writes them and as OTLP does, and a source that may send them. Of use to benches too: nothing of a test is needed for it.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { credentialHash, newLogToken } from '../../src/access-log/sources/credentials.ts'
import { newId } from '../../src/ground/ids.ts'
import type { Tenant } from './product.ts'

/** A source of this organisation. @returns its token as a header */
export async function logSource(tenant: Pick<Tenant, 'scoped' | 'organisation'>): Promise<{ sourceId: string; headers: { authorization: string } }> {
  const { token, prefix } = newLogToken()
  const sourceId = newId()
  await tenant.scoped(async ({ tx, organisation, now }) => {
    await sql`insert into access_source (organisation_id, id, name, created_at) values (${organisation.id}, ${sourceId}, 'Zaaksysteem', ${now})`.execute(tx)
    await sql`insert into access_source_credential (organisation_id, id, source_id, kind, prefix, credential_hash, created_at, expires_on)
      values (${organisation.id}, ${newId()}, ${sourceId}, 'token', ${prefix}, ${credentialHash({ bearer: token, certificate: undefined })!}, ${now}, '2099-01-01')`.execute(tx)
  })
  return { sourceId, headers: { authorization: `Bearer ${token}` } }
}

export type SentRecord = ReturnType<typeof sentRecord>

/** A record as the standard writes it. */
export function sentRecord(attributes: Record<string, unknown> = {}, at = Date.now()) {
  return {
    trace_id: randomBytes(16).toString('hex'), span_id: randomBytes(8).toString('hex'), status: 'Ok', name: 'Dossier geraadpleegd', start_time: at, end_time: at + 12,
    resource: { attributes: { 'service.name': 'zaaksysteem', 'service.version': '3.1' } },
    attributes: { 'dpl.core.processing_activity_id': 'https://voorbeeld.example/verwerkingen/bezwaar', 'dpl.core.data_subject_id': '123456782', 'dpl.core.data_subject_id_type': 'BSN', 'user.id': 'm.jansen', ...attributes },
  }
}

/** The same as OTLP in JSON. */
export function asOtlpJson(records: readonly SentRecord[]): string {
  const pairs = (attributes: Record<string, unknown>) => Object.entries(attributes).map(([key, value]) => ({ key, value: typeof value === 'boolean' ? { boolValue: value } : { stringValue: value } }))
  return JSON.stringify({ resourceSpans: [{ resource: { attributes: pairs(records[0]?.resource.attributes ?? {}) }, scopeSpans: [{ scope: { name: 'test' }, spans: records.map((record) => ({
    traceId: record.trace_id, spanId: record.span_id, name: record.name, kind: 1, startTimeUnixNano: `${record.start_time}000000`, endTimeUnixNano: `${record.end_time}000000`, attributes: pairs({ 'http.route': '/dossiers/{id}', ...record.attributes }), status: { code: 1 },
  })) }] }] })
}

/** The same as OTLP in protobuf. */
export function asOtlpProtobuf(records: readonly SentRecord[]): Buffer {
  const spans = records.map((record) => field(2, Buffer.concat([
    field(1, Buffer.from(record.trace_id, 'hex')), field(2, Buffer.from(record.span_id, 'hex')), field(5, record.name), Buffer.from([0x30, 1]), nanos(7, record.start_time), nanos(8, record.end_time),
    ...Object.entries({ 'http.route': '/dossiers/{id}', ...record.attributes }).map(([key, value]) => attribute(9, key, value)), field(15, Buffer.from([0x18, 1])),
  ])))
  const resource = field(1, Buffer.concat(Object.entries(records[0]?.resource.attributes ?? {}).map(([key, value]) => attribute(1, key, value))))
  return field(1, Buffer.concat([resource, field(2, Buffer.concat([field(1, field(1, 'test')), ...spans]))]))
}

/** A field of bytes, text or a message. */
export function field(number: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes])
}

export function attribute(number: number, key: string, value: unknown): Buffer {
  return field(number, Buffer.concat([field(1, key), field(2, typeof value === 'boolean' ? Buffer.from([0x10, value ? 1 : 0]) : field(1, String(value)))]))
}

/** Nanoseconds since 1970, as a fixed number of 64 bits. */
export function nanos(number: number, ms: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = number * 8 + 1
  bytes.writeBigUInt64LE(BigInt(ms) * 1_000_000n, 1)
  return bytes
}

function varint(value: number): Buffer {
  return value < 128 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value % 128) | 0x80]), varint(Math.floor(value / 128))])
}
