import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import type { LogRecord } from '../../access-record/log-record.ts'
import { acceptRecord } from '../ingest/accept-record.ts'
import type { RawRecord } from '../ingest/raw-record.ts'
import { fromVngActions } from './vng-actions.ts'

const action = {
  actieId: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', actieNaam: 'Opvragen persoonsgegevens', handelingNaam: 'Intake', verwerkingNaam: 'Aanvraag parkeervergunning', verwerkingId: '48086bf2-11b7-4603-9526-67d7c3bb6587',
  verwerkingsactiviteitId: '5f0bef4c-f66f-4311-84a5-19e8bf359eaf', verwerkingsactiviteitUrl: 'https://var.voorbeeld.example/verwerkingsactiviteiten/5f0bef4c', vertrouwelijkheid: 'normaal', bewaartermijn: 'P10Y',
  uitvoerder: '00000001821002193000', systeem: 'Zaaksysteem', gebruiker: '123456789', gegevensbron: 'BRP', soortAfnemerId: 'OIN', afnemerId: '00000001821002193000', tijdstip: '2026-04-05T14:35:42+01:00',
  verwerkteObjecten: [{ objecttype: 'persoon', soortObjectId: 'BSN', objectId: '999990019', betrokkenheid: 'Aanvrager', verwerkteSoortenGegevens: [{ soortGegeven: 'NAW' }] }],
}
const person = (objectId: string) => ({ ...action.verwerkteObjecten[0], objectId })
const key = { number: 1, since: new Date(0), bytes: randomBytes(32) }
const accept = (body: unknown): LogRecord[] => fromVngActions(body).map((raw) => {
  const accepted = acceptRecord(raw!, key, Date.UTC(2026, 10, 1))
  assert.ok(!Array.isArray(accepted), JSON.stringify(accepted))
  return accepted
})
const faultsOf = (body: unknown) => fromVngActions(body).map((raw) => {
  const accepted = acceptRecord(raw!, key, Date.UTC(2026, 10, 1))
  return Array.isArray(accepted) ? accepted.map(({ field }) => field) : []
})

describe('an action of VNG verwerkingenlogging as records of the log (N-39)', () => {
  test('about one person it is one record', () => {
    const [record, ...others] = accept(action)
    assert.deepEqual(others, [])
    assert.equal(record!.traceId.toString('hex'), '48086bf211b74603952667d7c3bb6587')
    assert.equal(record!.spanId.toString('hex'), hash('sha256', '3f2504e04f8911d39a0c0305e82c3301:0').slice(0, 16))
    const { name, startedAt, endedAt, activity, status, subjectType, isSecret, parentSpanId, details } = record!
    assert.deepEqual({ name, status, subjectType, isSecret, parentSpanId, activity }, { name: 'Opvragen persoonsgegevens', status: 'Unset', subjectType: 'bsn', isSecret: false, parentSpanId: null, activity: action.verwerkingsactiviteitUrl })
    assert.deepEqual([startedAt, endedAt], [Date.parse('2026-04-05T13:35:42Z'), startedAt])
    assert.deepEqual(JSON.parse(details!), { resource: { 'service.name': 'Zaaksysteem' }, attributes: { 'dpl.vng.afnemer_id': '00000001821002193000', 'dpl.vng.bewaartermijn': 'P10Y', 'dpl.vng.soort_afnemer_id': 'OIN', 'dpl.vng.uitvoerder': '00000001821002193000' } })
    assert.ok(record!.actor && record!.subject)
  })

  test('about three people it is four: one for the act, one below it for each', () => {
    const [act, ...below] = accept({ ...action, verwerkteObjecten: ['999990019', '999990020', '999990021'].map(person) })
    assert.equal(act!.subject, null)
    assert.equal(new Set(below.map(({ subject }) => subject!.toString('hex'))).size, 3)
    assert.deepEqual(below.map(({ parentSpanId }) => parentSpanId!.toString('hex')), Array.from({ length: 3 }, () => act!.spanId.toString('hex')))
    assert.equal(new Set([act, ...below].map((one) => one!.spanId.toString('hex'))).size, 4)
  })

  test('a retry is the same record, also without an id of its own', () => {
    const { actieId: _, ...nameless } = action
    for (const body of [action, nameless]) assert.deepEqual(fromVngActions(body), fromVngActions(structuredClone(body)))
    assert.notDeepEqual(fromVngActions(nameless)[0]!.spanId, fromVngActions({ ...nameless, tijdstip: '2026-04-05T14:35:43+01:00' })[0]!.spanId)
  })

  const cases: readonly [string, Record<string, unknown>, Partial<RawRecord>][] = [
    ['without an object nobody’s data are named', { verwerkteObjecten: [] }, { subjectId: undefined, subjectType: undefined }],
    ['without a verwerkingId the action is its own trace', { verwerkingId: undefined }, { traceId: '3f2504e04f8911d39a0c0305e82c3301' }],
    ['without an address the activity is the register’s id', { verwerkingsactiviteitUrl: undefined }, { activity: 'urn:uuid:5f0bef4c-f66f-4311-84a5-19e8bf359eaf' }],
    ['vertrouwelijk is under secrecy', { vertrouwelijkheid: 'vertrouwelijk' }, { isSecret: true }],
    ['opgeheven is so no more', { vertrouwelijkheid: 'opgeheven' }, { isSecret: false }],
    ['nothing said about secrecy is none', { vertrouwelijkheid: undefined }, { isSecret: undefined }],
    ['the name of the handling stands in for that of the act', { actieNaam: undefined }, { name: 'Intake' }],
    ['the moment it was registered stands in for that of the act', { tijdstip: undefined, tijdstipRegistratie: '2026-04-05T15:00:00Z' }, { startedAt: '2026-04-05T15:00:00Z', endedAt: '2026-04-05T15:00:00Z' }],
  ]
  for (const [words, changed, expected] of cases) {
    test(words, () => {
      const [record] = fromVngActions({ ...action, ...changed })
      for (const [field, value] of Object.entries(expected)) assert.deepEqual(record![field as keyof RawRecord], value, field)
    })
  }

  test('what is wrong is refused by the name of its field, and the others stay', () => {
    assert.deepEqual(faultsOf([{ ...action, verwerkingId: 'nummer 7' }, { ...action, vertrouwelijkheid: 'een beetje' }, { ...action, tijdstip: 'gisteren' }, { ...action, verwerkteObjecten: [{ objectId: '999990019' }] }, action]),
      [['trace_id'], ['dpl.waarborg.confidential'], ['start_time', 'end_time'], ['dpl.core.data_subject_id_type'], []])
    assert.deepEqual(fromVngActions(['tekst', null, 7, [], { ...action, verwerkteObjecten: ['999990019'] }, { ...action, verwerkteObjecten: 'allen' }]), Array.from({ length: 6 }, () => undefined))
    assert.deepEqual(faultsOf({}), [['trace_id', 'name', 'start_time', 'end_time', 'dpl.core.processing_activity_id']])
  })
})
