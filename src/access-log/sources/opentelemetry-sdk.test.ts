import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { openLogbook } from '../../../examples/opentelemetry-node/logbook.ts'
import { openLogDoors } from '../../../test/support/access-log-doors.ts'
import { type Tenant, tenant } from '../../../test/support/product.ts'
import { findRecords, type FoundRecord } from '../../access-record/find.ts'
import { employeeKind, subjectName } from '../../access-record/subject-name.ts'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { logPseudonym, logPseudonyms } from '../../ground/log-keys.ts'
import { otelSettings } from './connecting.tsx'
import { makeCredential } from './source-credentials.ts'
import { addSource } from './sources.ts'

const act = { name: 'Lijst van aanvragen bekeken', activity: 'urn:uuid:5f0bef4c-f66f-4311-84a5-19e8bf359eaf', user: 'm.devries@gemeente.example' }
const people = (from: number, count = 30) => Array.from({ length: count }, (_, index) => ({ type: 'BSN', id: String(from + index) }))

describe('the standard OpenTelemetry SDK logs to the running product (N-39)', () => {
  let house: Awaited<ReturnType<typeof openLogDoors>>
  let mine: Tenant
  let bearer: string
  before(async () => {
    house = await openLogDoors()
    mine = await tenant()
    const source = await mine.scoped((scope) => addSource(scope, { name: 'Balie', description: '', systemId: null, caretakerId: null, silentAfterDays: '' }))
    bearer = (await mine.scoped((scope) => makeCredential(scope, source, { note: '', expiresOn: dayAfter(dayOf(new Date()), 'P30D'), certificate: undefined }))).bearer
  })
  after(() => house.stop())

  /** Makes an exporter by nothing but the settings that the source's page shows. */
  function bySettings<T>(token: string, make: () => T): T {
    const settings = otelSettings(`http://127.0.0.1:${house.port}`, 'Balie', token).split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const)
    for (const [name, value] of settings) process.env[name] = value
    try {
      return make()
    } finally {
      for (const [name] of settings) delete process.env[name]
    }
  }
  const about = async (bsn: string): Promise<FoundRecord[]> => {
    const { type, id } = subjectName('BSN', bsn)
    return (await mine.scoped((scope) => findRecords(scope, { subjects: logPseudonyms(mine.organisation.logKeys, type, id) }))).records
  }
  const whole = async (traceId: string) => (await mine.scoped((scope) => findRecords(scope, { traceId: Buffer.from(traceId, 'hex') }))).records

  for (const [kind, from, make] of [['protobuf', 999_990_000, () => new ProtobufExporter()], ['JSON', 999_991_000, () => new JsonExporter()]] as const) {
    test(`by ${kind} with gzip: a list of thirty people leaves thirty-one records, found by each of them`, async () => {
      const logbook = openLogbook({ service: 'Balie', version: '1.0.0', exporter: bySettings(bearer, make) })
      assert.equal(await logbook.during(act, () => 'de lijst', () => people(from)), 'de lijst')
      const [one, ...others] = await about(String(from + 19))
      assert.deepEqual([one?.name, one?.activity, one?.status, one?.subjectType, others.length], [act.name, act.activity, 'Ok', 'bsn', 0])
      assert.deepEqual(one?.details.resource, { 'service.name': 'Balie', 'service.version': '1.0.0' })
      assert.deepEqual(one?.actor, logPseudonym(mine.organisation.logKeys.all()[0]!, employeeKind, act.user))
      const records = await whole(one!.traceId)
      const parent = records.find(({ parentSpanId }) => parentSpanId === null)
      assert.equal(records.length, 31)
      assert.equal(records.filter(({ parentSpanId, subject }) => parentSpanId === parent?.spanId && subject).length, 30)
      await logbook.close()
    })

    test(`by ${kind}: nothing is shown that the log doesn’t know of`, async () => {
      const shut = openLogbook({ service: 'Balie', version: '1.0.0', exporter: bySettings(`${bearer.slice(0, -2)}--`, make) })
      await assert.rejects(() => shut.during(act, () => 'de lijst', () => people(from + 100)), { message: /niet bevestigd/ })
      assert.deepEqual(await about(String(from + 100)), [])
      const open = openLogbook({ service: 'Balie', version: '1.0.0', exporter: bySettings(bearer, make) })
      await assert.rejects(() => open.during(act, () => 'de lijst', () => [...people(from + 200, 2), { type: '', id: '999990400' }]), { message: /geweigerd/ })
      assert.equal((await about(String(from + 200))).length, 1, 'the others of the batch are kept')
      await assert.rejects(() => open.during(act, () => { throw new RangeError('over Jan Jansen') }, () => []), { message: 'over Jan Jansen' })
      await Promise.all([shut.close(), open.close()])
    })
  }

  test('work that failed is in the log, with the kind of fault only', async () => {
    const { records } = await mine.scoped((scope) => findRecords(scope, { activity: act.activity, traceId: undefined }, { limit: 200 }))
    const failed = records.filter(({ status }) => status === 'Error')
    assert.equal(failed.length, 2)
    assert.deepEqual(failed[0]!.details.attributes, { 'exception.message': 'De handeling mislukte', 'exception.type': 'RangeError' })
  })
})
