// The reading extension through the API: what may be asked and by whom, what stays secret, pages, older keys, and the record that reading leaves; every answer is held against its description.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { bodyOf, program } from '../../../test/support/api.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import type { LogRecord } from '../../access-record/log-record.ts'
import { activityUri } from '../../access-record/own-activity.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { logPseudonym } from '../../ground/log-keys.ts'
import { Invalid } from '../../ground/refusals.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { processingActivities } from '../../registers/processing-activities/register.ts'
import { readQuestion } from './question.ts'

type Answer = { metadata: { logbookId: string; organizationName: string }; processingActivities: { name: string; traceId: string; attributes: Record<string, string> }[]; links: { next?: { href: string } } }
const bsn = '999999990'
const path = '/access-log/processing-activities'
const byBsn = { 'dpl.core.data_subject_id': bsn, 'dpl.core.data_subject_id_type': 'BSN' }

test('a question says at least one of three, and every fault at once', () => {
  const keys = { all: () => [{ number: 1, since: new Date(0), bytes: randomBytes(32) }], rotate: () => {}, destroy: () => {}, destroyed: () => [] }
  const at = (body: Record<string, unknown>) => {
    try {
      readQuestion({ logKeys: keys }, body)
      return []
    } catch (error) {
      assert.ok(error instanceof Invalid)
      return error.faults.map((fault) => fault.at)
    }
  }
  const uuid = '0af76519-16cd-43dd-8448-eb211c80319c'
  const cases: readonly (readonly [Record<string, unknown>, readonly string[]])[] = [
    [{ traceId: uuid }, []], [{ traceId: uuid.replaceAll('-', '') }, []], [{ 'dpl.core.processing_activity_id': 'urn:x', startTime: '2026-11-22T10:00:00Z', endTime: '2026-11-22T11:00:00+01:00' }, []], [byBsn, []], [{ 'dpl.core.data_subject_id': 'a'.repeat(64) }, []],
    [{}, ['#/traceId', '#/dpl.core.processing_activity_id', '#/dpl.core.data_subject_id']], [{ traceId: uuid.slice(1), startTime: 'gisteren', other: 1 }, ['#/other', '#/traceId', '#/startTime']],
    [{ 'dpl.core.data_subject_id': bsn }, ['#/dpl.core.data_subject_id_type']], [{ traceId: uuid, 'dpl.core.data_subject_id_type': 'BSN' }, ['#/dpl.core.data_subject_id']], [{ traceId: 5 }, ['#/traceId']],
    [{ traceId: uuid, startTime: '2026-11-22T10:00:00Z', endTime: '2026-11-22T09:00:00Z' }, ['#/endTime']], [{ traceId: uuid, startTime: '2026-11-22T10:00:00' }, ['#/startTime']],
  ]
  for (const [body, wanted] of cases) assert.deepEqual(at(body).toSorted(), [...wanted].toSorted(), JSON.stringify(body))
})

describe('reading the log by a program (ACCESSLOG)', () => {
  let house: Tenant
  let other: Tenant
  let reader: Awaited<ReturnType<typeof program>>
  let trace = ''
  const write = (where: Tenant, records: readonly { name: string; value?: string; activity?: string; isSecret?: boolean }[]) => where.scoped(async (scope) => {
    const key = scope.organisation.logKeys.all()[0]!
    const [traceId, at] = [randomBytes(16), Date.now() - (records.length === 1 ? 120_000 : 60_000)]
    await writeBatch(scope, 'received', records.map(({ name, value = bsn, activity = 'urn:elders', isSecret = false }, index): LogRecord => ({
      traceId, spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name, startedAt: at - index, endedAt: at, activity, actor: logPseudonym(key, 'user', 'jansen'), subject: logPseudonym(key, 'bsn', value), subjectType: 'bsn', isSecret,
      details: JSON.stringify({ resource: { 'service.name': 'zaaksysteem' }, attributes: { 'dpl.core.foreign_operation.processor': 'https://elders.example', 'exception.message': 'geheim' } }),
    })))
    return traceId.toString('hex')
  })

  before(async () => {
    [house, other] = [await tenant(), await tenant()]
    const secret = await house.scoped((scope) => createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: 'Onderzoek', withheld_ground: 'rights_of_others' }))
    trace = await write(house, [{ name: 'Oud' }])
    house.organisation.logKeys.rotate(new Date())
    await write(house, [{ name: 'Een' }, { name: 'Geheim', isSecret: true }, { name: 'Twee' }, { name: 'Vertrouwelijk', activity: activityUri(secret) }, { name: 'Drie' }, { name: 'Ander', value: '111222333' }])
    await write(other, [{ name: 'Elders' }])
    reader = await program(house, { roles: ['auditor'], registers: ['access-log'], mayWrite: false })
  })

  test('by data subject: under old and new keys, without what is secret, another person or another organisation; only pseudonyms leave', async () => {
    const answer = await bodyOf<Answer>(await reader.call('POST', reader.at(path), byBsn))
    assert.deepEqual(answer.processingActivities.map(({ name }) => name), ['Een', 'Twee', 'Drie', 'Oud'])
    assert.equal(answer.metadata.logbookId, `urn:uuid:${house.organisation.id}`)
    assert.doesNotMatch(JSON.stringify(answer), new RegExp(`${bsn}|jansen|exception`))
    assert.equal(answer.processingActivities[0]!.attributes['dpl.core.foreign_operation.processor'], 'https://elders.example')
    const again = await bodyOf<Answer>(await reader.call('POST', reader.at(path), { 'dpl.core.data_subject_id': answer.processingActivities[3]!.attributes['dpl.core.data_subject_id'] }))
    assert.deepEqual(again.processingActivities.map(({ name }) => name), ['Logboek gelezen (API)', 'Oud'], 'a pseudonym of an answer may be asked again, and that somebody read is in the log')
    const own = await house.scoped(({ tx, organisation }) => tx.selectFrom('access_record').select(['details', 'parent_span_id', 'subject_id']).where('organisation_id', '=', organisation.id).where('name', '=', 'Logboek gelezen (API)').execute())
    assert.ok(own.length >= 4 && own.every(({ details }) => details!.includes('dpl.read.externalReadAPI_id')) && own.some(({ subject_id }) => subject_id === null), 'reading is logged, with whom it was about')
  })

  test('by trace, by activity and within a time; page by page in one order', async () => {
    const uuid = trace.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    for (const traceId of [trace, uuid]) assert.deepEqual((await bodyOf<Answer>(await reader.call('POST', reader.at(path), { traceId }))).processingActivities.map((one) => [one.name, one.traceId]), [['Oud', uuid]])
    assert.deepEqual((await bodyOf<Answer>(await reader.call('POST', reader.at(path), { ...byBsn, endTime: '2020-01-01T00:00:00Z' }))).processingActivities, [])
    const seen: string[] = []
    let next: string | undefined = reader.at(`${path}?size=2`)
    while (next) {
      const page: Answer = await bodyOf<Answer>(await reader.call('POST', next, { 'dpl.core.processing_activity_id': 'urn:elders' }))
      seen.push(...page.processingActivities.map(({ name }) => name))
      next = page.links.next?.href.replace('http://waarborg.test/api/v1', '')
    }
    assert.deepEqual([...seen].toSorted(), ['Ander', 'Drie', 'Een', 'Oud', 'Twee'])
  })

  test('what isn’t right is told as a whole, and nobody else gets in', async () => {
    const faults = await bodyOf<{ errors: { pointer: string }[] }>(await reader.call('POST', reader.at(path), { startTime: 'x' }), 400)
    assert.deepEqual(faults.errors.map(({ pointer }) => pointer), ['#/startTime', '#/traceId', '#/dpl.core.processing_activity_id', '#/dpl.core.data_subject_id'])
    for (const query of ['?size=0', '?after=x', '?bogus=1']) assert.equal((await reader.call('POST', reader.at(path + query), byBsn)).status, 400, query)
    assert.equal((await reader.call('GET', reader.at(path))).status, 404)
    assert.equal((await reader.call('POST', `/${other.slug}${path}`, byBsn)).status, 401)
    assert.equal((await reader.call('POST', reader.at('/systems'), { name: 'x' })).status, 403, 'it may only read')
    const statuses = async (options: Parameters<typeof program>[1]) => { const one = await program(house, options); return (await one.call('POST', one.at(path), byBsn)).status }
    assert.deepEqual([await statuses({ roles: ['dpo'] }), await statuses({ roles: ['auditor'], registers: ['systems'] }), await statuses({ roles: [{ role: 'process_owner', departmentId: house.departments.burgerzaken }], registers: ['access-log'] })], [200, 403, 403])
  })
})
