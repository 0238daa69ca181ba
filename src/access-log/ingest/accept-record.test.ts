// What a record must be: a table of what is refused and where, and what accepted ones become.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { logPseudonym } from '../../ground/log-keys.ts'
import { acceptRecord } from './accept-record.ts'
import { emptyRecord, type RawRecord } from './raw-record.ts'

const key = { number: 1, since: new Date('2026-01-01'), bytes: randomBytes(32) }
const now = Date.parse('2026-11-22T12:00:00Z')
const day = 86_400_000
const good: RawRecord = {
  ...emptyRecord(), traceId: 'a1b2c3d4e5f60718a1b2c3d4E5F60718', spanId: 'a1b2c3d4e5f60718', status: 'Ok', name: 'Dossier geraadpleegd', startedAt: now - 5, endedAt: now, activity: 'urn:x', isRecord: true,
}
const accepted = (changes: Partial<RawRecord>) => {
  const record = acceptRecord({ ...good, ...changes }, key, now)
  assert.ok(!Array.isArray(record), JSON.stringify(record))
  return record
}

describe('N-39 what is refused, and at which field', () => {
  const refused: readonly (readonly [changes: Partial<RawRecord>, ...fields: string[]])[] = [
    [{ traceId: '' }, 'trace_id'], [{ traceId: '0'.repeat(32) }, 'trace_id'], [{ traceId: 'a'.repeat(31) }, 'trace_id'], [{ traceId: 'g'.repeat(32) }, 'trace_id'], [{ traceId: Buffer.alloc(16) }, 'trace_id'], [{ traceId: Buffer.alloc(17, 1) }, 'trace_id'], [{ traceId: 7 }, 'trace_id'],
    [{ spanId: 'a'.repeat(15) }, 'span_id'], [{ spanId: 'a'.repeat(17) }, 'span_id'], [{ spanId: Buffer.alloc(7, 1) }, 'span_id'], [{ spanId: undefined }, 'span_id'],
    [{ parentSpanId: 'abc' }, 'parent_span_id'], [{ parentSpanId: Buffer.alloc(16, 1) }, 'parent_span_id'],
    [{ status: 3 }, 'status'], [{ status: 'goed' }, 'status'],
    [{ name: '' }, 'name'], [{ name: '  ' }, 'name'], [{ name: 'a'.repeat(301) }, 'name'], [{ name: 'a\0b' }, 'name'], [{ name: 'half \ud800 teken' }, 'name'], [{ name: 12 }, 'name'],
    [{ startedAt: 1.5 }, 'start_time'], [{ startedAt: 'gisteren' }, 'start_time'], [{ startedAt: undefined }, 'start_time'], [{ startedAt: '2026-11-22 11:00' }, 'start_time'], [{ startedAt: 1e300 }, 'start_time'],
    [{ startedAt: Date.UTC(2018, 3, 30) }, 'start_time'], [{ startedAt: '0001-01-01T00:00:00Z', endedAt: '0001-01-01T00:00:01Z' }, 'start_time'], [{ startedAt: -62_135_596_800_000 }, 'start_time'],
    [{ startedAt: now + day + 1, endedAt: now + day + 1 }, 'start_time', 'end_time'], [{ startedAt: '9999-12-31T23:59:59Z', endedAt: '9999-12-31T23:59:59Z' }, 'start_time', 'end_time'],
    [{ endedAt: now - 6 }, 'end_time'], [{ endedAt: null }, 'end_time'], [{ endedAt: Number.MAX_SAFE_INTEGER }, 'end_time'],
    [{ activity: undefined }, 'dpl.core.processing_activity_id'], [{ activity: 'x'.repeat(501) }, 'dpl.core.processing_activity_id'], [{ activity: {} }, 'dpl.core.processing_activity_id'],
    [{ subjectId: '123456782' }, 'dpl.core.data_subject_id_type'], [{ subjectId: 'x'.repeat(201), subjectType: 'BSN' }, 'dpl.core.data_subject_id'], [{ subjectId: ['1'], subjectType: 'BSN' }, 'dpl.core.data_subject_id'],
    [{ userId: 'u'.repeat(201) }, 'user.id'], [{ isSecret: 'misschien' }, 'dpl.waarborg.confidential'], [{ processor: { url: 1 } }, 'dpl.core.foreign_operation.processor'], [{ exceptionMessage: 'a\0' }, 'exception.message'],
    [{ traceId: null, name: '', activity: '' }, 'trace_id', 'name', 'dpl.core.processing_activity_id'],
  ]
  for (const [changes, ...fields] of refused) {
    test(`${JSON.stringify(changes).slice(0, 70)}: ${fields.join(', ')}`, () => {
      const faults = acceptRecord({ ...good, ...changes }, key, now)
      assert.ok(Array.isArray(faults))
      assert.deepEqual(faults.map(({ field }) => field), fields)
    })
  }
})

describe('N-39 what an accepted record becomes', () => {
  test('moments in milliseconds, as text of the standard, and with an offset', () => {
    assert.equal(accepted({ startedAt: Date.UTC(2018, 4, 1) }).startedAt, Date.UTC(2018, 4, 1))
    assert.equal(accepted({ startedAt: '2026-11-22T12:59:59.999+01:00' }).startedAt, now - 1)
    assert.equal(accepted({ startedAt: String(now - 7) }).startedAt, now - 7)
    assert.equal(accepted({ startedAt: now + day, endedAt: now + day }).endedAt, now + day)
  })

  test('whatever way a BSN is written, it is one person', () => {
    const subjects = ['012345678', '12345678', '0123.45.678', ' 012 345 678 '].map((id) => accepted({ subjectId: id, subjectType: 'BSN' }))
    for (const { subject, subjectType } of [...subjects, accepted({ subjectId: 12345678, subjectType: 'bsn' })]) assert.deepEqual([subject, subjectType], [logPseudonym(key, 'bsn', '012345678'), 'bsn'])
    assert.notDeepEqual(accepted({ subjectId: '012345678', subjectType: 'personeelsnummer' }).subject, subjects[0]!.subject)
    assert.equal(accepted({ subjectId: 'x', subjectType: 'https://voorbeeld.example/Soort' }).subjectType, 'https://voorbeeld.example/Soort')
  })

  test('who acted is a pseudonym too; nobody is nobody', () => {
    assert.deepEqual(accepted({ userId: 'm.jansen' }).actor, logPseudonym(key, 'user', 'm.jansen'))
    assert.deepEqual(accepted({}).actor, null)
    assert.deepEqual([accepted({ subjectId: '', subjectType: '' }).subject, accepted({}).details], [null, null])
  })

  test('of the rest, what the standard names is kept, short and in a fixed order', () => {
    const { details } = accepted({ exceptionType: 'TimeoutError', exceptionMessage: 'x'.repeat(900), processor: 'https://brp.example', serviceVersion: 3, serviceName: 'zaaksysteem', read: { 'dpl.read.b': true, 'dpl.read.a': '1' } })
    assert.equal(details, `{"resource":{"service.name":"zaaksysteem","service.version":"3"},"attributes":{"dpl.core.foreign_operation.processor":"https://brp.example","dpl.read.a":"1","dpl.read.b":"true","exception.message":"${'x'.repeat(500)}","exception.type":"TimeoutError"}}`)
    assert.equal(accepted({ exceptionMessage: `${'x'.repeat(499)}\u{1f600}` }).details!.isWellFormed(), true)
  })

  test('anything at all gives a record or faults, never an error', () => {
    const anything = fc.oneof(fc.anything(), fc.string(), fc.bigInt(), fc.constant(Buffer.alloc(16, 1)))
    fc.assert(fc.property(fc.record(Object.fromEntries(Object.keys(good).filter((name) => name !== 'read').map((name) => [name, anything])), { requiredKeys: [] }), (changes) => {
      const outcome = acceptRecord({ ...good, ...changes }, key, now)
      assert.ok(!Array.isArray(outcome) || outcome.length > 0)
    }), { numRuns: 500 })
  })
})
