// Every door of the log through HTTP on a real database: what is kept, what is refused by index, and what a hostile body does.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { openLogDoors } from '../../../test/support/access-log-doors.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { asOtlpJson, asOtlpProtobuf, attribute, field, logSource, nanos, type SentRecord, sentRecord } from '../../../test/support/sent-records.ts'
import { findRecords } from '../../access-record/find.ts'
import { logPseudonym } from '../../ground/log-keys.ts'

describe('N-39 the doors of the access log', () => {
  let doors: Awaited<ReturnType<typeof openLogDoors>>
  let own: Tenant
  let headers: { authorization: string }
  before(async () => {
    doors = await openLogDoors()
    own = await tenant()
    headers = (await logSource(own)).headers
  })
  after(() => doors.stop())

  const count = () => own.scoped(async ({ tx, organisation }) => Number((await tx.selectFrom('access_record').select(({ fn }) => fn.countAll().as('count')).where('organisation_id', '=', organisation.id).executeTakeFirstOrThrow()).count))
  const find = (record: SentRecord) => own.scoped(async (scope) => (await findRecords(scope, { traceId: Buffer.from(record.trace_id, 'hex') })).records)
  const protobuf = { 'content-type': 'application/x-protobuf' }

  const ways: readonly (readonly [what: string, path: string, body: (records: SentRecord[]) => Buffer | string, type: Record<string, string>, answer: (accepted: number) => string])[] = [
    ['OTLP in protobuf', '/v1/traces', asOtlpProtobuf, protobuf, () => ''],
    ['OTLP in protobuf under /log', '/log/v1/traces', asOtlpProtobuf, protobuf, () => ''],
    ['OTLP in JSON', '/v1/traces', asOtlpJson, {}, () => '{}'],
    ['OTLP in JSON, packed', '/log/v1/traces', (records) => gzipSync(asOtlpJson(records)), { 'content-encoding': 'gzip' }, () => '{}'],
    ['OTLP in protobuf, packed', '/v1/traces', (records) => gzipSync(asOtlpProtobuf(records)), { ...protobuf, 'content-encoding': 'gzip' }, () => ''],
    ['a list', '/log/v1/records', (records) => JSON.stringify(records), {}, (accepted) => `{"accepted":${accepted},"duplicates":0,"rejected":[]}`],
    ['an object with records', '/log/v1/records?van=test', (records) => JSON.stringify({ records }), { 'content-type': 'application/json; charset=utf-8' }, (accepted) => `{"accepted":${accepted},"duplicates":0,"rejected":[]}`],
    ['lines', '/log/v1/records', (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(''), { 'content-type': 'application/x-ndjson' }, (accepted) => `{"accepted":${accepted},"duplicates":0,"rejected":[]}`],
  ]
  for (const [what, path, body, type, answer] of ways) {
    test(`${what}: acknowledged, kept once, and found by data subject`, async () => {
      const records = [sentRecord({ 'dpl.core.data_subject_id': '12345.678' }), sentRecord({ 'dpl.waarborg.confidential': true, 'dpl.core.foreign_operation.processor': 'https://brp.example' })]
      const sent = await doors.send(path, body(records), { ...headers, ...type })
      assert.deepEqual([sent.status, sent.body.toString()], [200, answer(2)])
      const again = await doors.send(path, body(records), { ...headers, ...type })
      assert.equal(again.status, 200)
      const [first] = await find(records[0]!)
      const key = own.organisation.logKeys.all()[0]!
      assert.deepEqual(first, {
        traceId: records[0]!.trace_id, spanId: records[0]!.span_id, parentSpanId: null, startedAt: new Date(records[0]!.start_time), endedAt: new Date(records[0]!.end_time), status: 'Ok', name: 'Dossier geraadpleegd',
        activity: 'https://voorbeeld.example/verwerkingen/bezwaar', actor: logPseudonym(key, 'user', 'm.jansen'), subject: logPseudonym(key, 'bsn', '012345678'), subjectType: 'bsn', isSecret: false,
        details: { resource: { 'service.name': 'zaaksysteem', 'service.version': '3.1' } },
      })
      const [second, ...others] = await find(records[1]!)
      assert.deepEqual([second?.isSecret, second?.details.attributes, others.length], [true, { 'dpl.core.foreign_operation.processor': 'https://brp.example' }, 0])
    })
  }

  test('a log record of OTLP in protobuf and in JSON: one moment, status by severity', async () => {
    const [one, other] = [sentRecord(), sentRecord()]
    const inProtobuf = field(1, field(2, field(2, Buffer.concat([nanos(1, one.start_time), Buffer.from([0x10, 17]), field(9, Buffer.from(one.trace_id, 'hex')), field(10, Buffer.from(one.span_id, 'hex')),
      field(5, field(1, 'Gewist')), ...Object.entries(one.attributes).map(([key, value]) => attribute(6, key, value))]))))
    const inJson = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [{ traceId: other.trace_id.toUpperCase(), spanId: other.span_id, observedTimeUnixNano: `${other.start_time}999999`, severityNumber: 9, eventName: 'Gewist',
      attributes: Object.entries(other.attributes).map(([key, value]) => ({ key, value: { stringValue: value } })) }] }] }] })
    assert.equal((await doors.send('/v1/logs', inProtobuf, { ...headers, ...protobuf })).status, 200)
    assert.equal((await doors.send('/log/v1/logs', inJson, headers)).body.toString(), '{}')
    for (const [record, status] of [[one, 'Error'], [other, 'Unset']] as const) {
      const [found] = await find(record)
      assert.deepEqual([found?.name, found?.status, found?.startedAt.getTime(), found?.endedAt.getTime()], ['Gewist', status, record.start_time, record.start_time])
    }
  })

  test('the bad ones are named by index, in the language that was asked, and the others stay', async () => {
    const records = [sentRecord(), { ...sentRecord(), trace_id: '00' }, sentRecord({ 'dpl.core.data_subject_id_type': '' }), sentRecord({}, Date.UTC(1, 0)), sentRecord()]
    const before = await count()
    const sent = await doors.send('/log/v1/records', JSON.stringify([...records, 'geen record']), { ...headers, 'accept-language': 'en-GB,nl' })
    assert.deepEqual(sent.json(), { accepted: 2, duplicates: 0, rejected: [
      { index: 1, message: 'trace_id isn’t an id of 16 bytes (32 hexadecimal signs, not only zeros)' },
      { index: 2, message: 'dpl.core.data_subject_id_type is missing beside data_subject_id' },
      { index: 3, message: 'start_time lies before May 2018 or more than a day ahead' },
      { index: 5, message: 'this isn’t a record that can be read' },
    ] })
    assert.equal(sent.headers['api-version'], '1.0.0')
    assert.equal(await count(), before + 2)
    const otlp = await doors.send('/v1/traces', asOtlpJson(records.slice(0, 4).map((record) => ({ ...record, start_time: Math.max(record.start_time, 1) }))), headers)
    const { partialSuccess } = otlp.json() as { partialSuccess: { rejectedSpans: string; errorMessage: string } }
    assert.deepEqual([otlp.status, partialSuccess.rejectedSpans], [200, '3'])
    assert.match(partialSuccess.errorMessage, /^\[1\] trace_id is geen kenmerk/)
    const inProtobuf = await doors.send('/v1/traces', asOtlpProtobuf([{ ...sentRecord(), name: '' }]), { ...headers, ...protobuf })
    assert.deepEqual([inProtobuf.status, inProtobuf.headers['content-type'], inProtobuf.body.subarray(2, 4)], [200, 'application/x-protobuf', Buffer.from([0x08, 1])])
    assert.match(inProtobuf.body.toString(), /\[0\] name ontbreekt/)
  })

  test('a message about many bad ones stays short', async () => {
    const sent = await doors.send('/v1/traces', asOtlpJson(Array.from({ length: 3_000 }, () => ({ ...sentRecord(), span_id: 'zz' }))), headers)
    const { partialSuccess } = sent.json() as { partialSuccess: { rejectedSpans: string; errorMessage: string } }
    assert.equal(partialSuccess.rejectedSpans, '3000')
    assert.ok(partialSuccess.errorMessage.length <= 2_000)
    assert.match(partialSuccess.errorMessage, /en nog 2980$/)
  })

  test('spans without anything of the standard are no records: not kept, not refused, counted', async () => {
    const plain = withoutDpl(sentRecord())
    const before = await count()
    const sent = await doors.send('/v1/traces', asOtlpJson([plain, sentRecord(), plain]), headers)
    assert.deepEqual(sent.json(), { partialSuccess: { rejectedSpans: '0', errorMessage: '2 zonder dpl-kenmerken niet bewaard: dat zijn geen records van het logboek' } })
    assert.equal(await count(), before + 1)
  })

  test('a retry changes nothing, and neither does the same record twice in what is sent', async () => {
    const records = Array.from({ length: 40 }, () => sentRecord())
    const before = await count()
    const twice = await doors.send('/log/v1/records', JSON.stringify([...records, ...records]), headers)
    assert.deepEqual(twice.json(), { accepted: 80, duplicates: 40, rejected: [] })
    const again = await doors.send('/log/v1/records', JSON.stringify(records.slice(0, 10).concat(sentRecord()).map((record) => ({ ...record, name: 'Iets anders' }))), headers)
    assert.deepEqual(again.json(), { accepted: 11, duplicates: 10, rejected: [] })
    assert.equal(await count(), before + 41)
    assert.equal((await find(records[0]!))[0]!.name, 'Dossier geraadpleegd')
  })

  test('without a token, with another one, and with a token of another organisation', async () => {
    const other = await tenant()
    const theirs = (await logSource(other)).headers
    const record = sentRecord()
    const wrongs: Record<string, string>[] = [{}, { authorization: 'Bearer wbl_aaaaaaaa_niets' }, { authorization: headers.authorization.slice(0, -1) + (headers.authorization.endsWith('a') ? 'b' : 'a') }]
    for (const wrong of wrongs) {
      const refused = await doors.send('/log/v1/records', JSON.stringify([record]), wrong)
      assert.deepEqual([refused.status, refused.headers['content-type'], refused.headers['www-authenticate']], [401, 'application/problem+json', 'Bearer'])
    }
    assert.equal((await doors.send('/v1/traces', asOtlpProtobuf([record]), protobuf)).status, 401)
    assert.equal((await doors.send('/log/v1/records', JSON.stringify([record]), theirs)).status, 200)
    assert.deepEqual(await find(record), [], 'what another organisation sent is not seen here')
    // The same trace and span may be logged by both: a chain of organisations has one trace.
    assert.deepEqual((await doors.send('/log/v1/records', JSON.stringify([record]), headers)).json(), { accepted: 1, duplicates: 0, rejected: [] })
  })

  test('lines: a bad one is refused at its place', async () => {
    const [one, other] = [sentRecord(), sentRecord()]
    const sent = await doors.send('/log/v1/records', `${JSON.stringify(one)}\r\n{"trace_id":\n\n${JSON.stringify(other)}`, { ...headers, 'content-type': 'application/x-ndjson' })
    const { accepted, rejected } = sent.json() as { accepted: number; rejected: { index: number }[] }
    assert.deepEqual([sent.status, accepted, rejected.map(({ index }) => index)], [200, 2, [1, 2]])
  })

  test('records of years apart go to months of their own', async () => {
    const records = [Date.UTC(2018, 4, 1), Date.UTC(2019, 11, 31, 23, 59, 59, 999), Date.UTC(2020, 0, 1), Date.now()].map((at) => sentRecord({}, at))
    assert.deepEqual((await doors.send('/log/v1/records', JSON.stringify(records), headers)).json(), { accepted: 4, duplicates: 0, rejected: [] })
    for (const record of records) assert.equal((await find(record))[0]?.startedAt.getTime(), record.start_time)
  })

  const bodies: readonly (readonly [what: string, path: string, body: () => Buffer | string | Readable, headers: Record<string, string>, status: number])[] = [
    ['not JSON', '/log/v1/records', () => '{"records":[', {}, 400],
    ['JSON that is no list', '/log/v1/records', () => '{"records":{}}', {}, 400],
    ['not OTLP', '/v1/traces', () => '{"resourceSpans":{"a":1}}', {}, 400],
    ['nothing at all, as protobuf an empty request', '/v1/traces', () => '', { 'content-type': 'application/x-protobuf' }, 200],
    ['nothing at all, as JSON', '/v1/traces', () => '', {}, 400],
    ['broken protobuf', '/v1/traces', () => asOtlpProtobuf([sentRecord()]).subarray(0, -3), { 'content-type': 'application/x-protobuf' }, 400],
    ['broken gzip', '/v1/traces', () => gzipSync(asOtlpJson([sentRecord()])).subarray(0, -12), { 'content-encoding': 'gzip' }, 400],
    ['no gzip', '/v1/traces', () => asOtlpJson([sentRecord()]), { 'content-encoding': 'gzip' }, 400],
    ['another packing', '/v1/traces', () => '{}', { 'content-encoding': 'br' }, 415],
    ['another kind of content', '/v1/traces', () => '{}', { 'content-type': 'text/plain' }, 415],
    ['a form', '/log/v1/records', () => 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['100 MB, announced', '/v1/traces', () => hundredMegabytes(), { 'content-length': String(100 * 1024 * 1024), 'content-type': 'application/x-protobuf' }, 413],
    ['100 MB, unannounced', '/v1/traces', () => hundredMegabytes(), { 'content-type': 'application/x-protobuf' }, 413],
    ['a little that unpacks to 100 MB', '/v1/traces', () => gzipSync(Buffer.alloc(100 * 1024 * 1024), { level: 1 }), { 'content-type': 'application/x-protobuf', 'content-encoding': 'gzip' }, 413],
  ]
  for (const [what, path, body, type, status] of bodies) {
    test(`${what}: ${status}, and the next one goes well`, async () => {
      const { status: got, headers: gotHeaders, body: text } = await doors.send(path, body(), { ...headers, ...type })
      assert.equal(got, status, text.toString())
      if (path.endsWith('records')) assert.equal(gotHeaders['content-type'], 'application/problem+json')
      assert.equal((await doors.send('/log/v1/records', '[]', headers)).status, 200)
    })
  }

  test('a hundred megabytes never lie in memory', async () => {
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().arrayBuffers - before) }, 5)
    await doors.send('/v1/traces', hundredMegabytes(), { ...headers, 'content-type': 'application/x-protobuf' })
    clearInterval(watch)
    assert.ok(most < 40 * 1024 * 1024, `${Math.round(most / 1024 / 1024)} MB`)
  })

  test('whatever bytes come as protobuf: an answer, never a fault of ours', async () => {
    const good = asOtlpProtobuf([sentRecord(), sentRecord()])
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
        const changed = Buffer.from(good)
        for (const [at, byte] of changes) changed[at] = byte
        return changed
      }),
    )
    await fc.assert(fc.asyncProperty(hostile, fc.constantFrom('/v1/traces', '/v1/logs'), async (body, path) => {
      const { status } = await doors.send(path, body, { ...headers, ...protobuf })
      assert.ok(status === 200 || status === 400, String(status))
    }), { numRuns: 150 })
  })

  test('whatever JSON comes: an answer, never a fault of ours', async () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('\0', '\ud800', 'a'.repeat(600), -1, 1e300, '1e9', true))
    const record = fc.dictionary(fc.constantFrom('trace_id', 'span_id', 'name', 'status', 'start_time', 'end_time', 'resource'), value).chain((fields) =>
      fc.dictionary(fc.constantFrom('dpl.core.processing_activity_id', 'dpl.core.data_subject_id', 'dpl.core.data_subject_id_type', 'user.id', 'exception.message', 'dpl.read.x', '__proto__'), value)
        .map((attributes) => ({ ...sentRecord(), ...fields, attributes: { ...sentRecord().attributes, ...attributes } })))
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(record, value), { maxLength: 6 }), async (records) => {
      const { status, body } = await doors.send('/log/v1/records', JSON.stringify(records), headers)
      assert.equal(status, 200, body.toString())
    }), { numRuns: 60 })
  })

  test('another way of asking than POST, and traceparent', async () => {
    const answer = await fetch(`http://127.0.0.1:${doors.port}/v1/traces`)
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST'])
    assert.equal((await fetch(`http://127.0.0.1:${doors.port}/v1/traces/x`)).status, 404)
    assert.equal((await doors.send('/log/v1/records', '[]', { ...headers, traceparent: '00-nonsense-01', tracestate: 'x'.repeat(600) })).status, 200)
  })

  test('nothing personal goes to the logs of the product', async () => {
    const written: string[] = []
    const write = process.stderr.write.bind(process.stderr)
    process.stderr.write = ((text: string) => { written.push(String(text)); return true }) as typeof process.stderr.write
    try {
      await doors.send('/log/v1/records', JSON.stringify([{ ...sentRecord({ 'dpl.core.data_subject_id': '999990019', 'user.id': 'geheime.naam' }), span_id: 'x' }, sentRecord({ 'dpl.core.data_subject_id': '999990019\0' })]), headers)
      await doors.send('/log/v1/records', '{"geheime.naam', headers)
    } finally {
      process.stderr.write = write
    }
    assert.doesNotMatch(written.join(''), /999990019|geheime/)
  })
})

/** A span as other software makes it. */
function withoutDpl(record: SentRecord): SentRecord {
  return { ...record, attributes: Object.fromEntries(Object.entries(record.attributes).filter(([name]) => !name.startsWith('dpl.'))) as SentRecord['attributes'] }
}

function hundredMegabytes(): Readable {
  let left = 100 * 16
  const chunk = Buffer.alloc(64 * 1024, 7)
  return new Readable({ read() { this.push(left-- > 0 ? chunk : null) } })
}
