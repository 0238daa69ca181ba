// The threads that take in: one that dies halfway, an own port with all the rules of the main one, and stopping.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { openLogDoors, senderTo } from '../../../test/support/access-log-doors.ts'
import { freePort, statusOf } from '../../../test/support/processes.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { asOtlpProtobuf, logSource, type SentRecord, sentRecord } from '../../../test/support/sent-records.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { BadSetting, readConfig } from '../../ground/config.ts'
import { metricsText } from '../../ground/metrics.ts'
import { makeCredential } from '../sources/source-credentials.ts'
import { acceptRecord } from './accept-record.ts'
import { readRecordsJson } from './rest-records.ts'
import { openThreads, type Threads } from './threads.ts'

describe('N-39 records are taken in beside the pages, by threads that may die', () => {
  let doors: Awaited<ReturnType<typeof openLogDoors>>
  let own: Tenant
  let headers: { authorization: string }
  let sourceId: string
  const workers: Worker[] = []
  const onWorker = (worker: Worker) => workers.push(worker)
  before(async () => {
    process.on('worker', onWorker)
    doors = await openLogDoors()
    own = await tenant()
    ;({ headers, sourceId } = await logSource(own))
  })
  after(async () => {
    process.off('worker', onWorker)
    await doors.stop()
  })

  const timesOf = async (of: Tenant, records: readonly SentRecord[]) => {
    const { rows } = await of.scoped(({ tx, organisation }) => sql<{ id: string; times: number }>`
      select encode(span_id, 'hex') as id, count(*)::int as times from access_record where organisation_id = ${organisation.id} and span_id = any(${records.map(({ span_id }) => Buffer.from(span_id, 'hex'))}::bytea[]) group by 1`.execute(tx))
    return new Map(rows.map(({ id, times }) => [id, times]))
  }

  test('nothing is started before the first request for the log; who sends nothing gets no thread', async () => {
    const idle = await openThreads(doors.task)
    await idle.stop()
    assert.equal(workers.length, 0)
    assert.equal((await doors.send('/log/v1/records', '[]')).status, 401)
    assert.equal(workers.length, 0, 'who isn’t known doesn’t start it')
    assert.equal((await doors.send('/log/v1/records', '[]', headers)).status, 200)
    assert.equal(workers.length, 1)
  })

  test('a thread that dies halfway: what was acknowledged is there once, who waited hears 503, and the next one goes well', async () => {
    const held = sentRecord()
    const sent = [held]
    const acknowledged: SentRecord[] = []
    const refused: SentRecord[] = []
    const enough = Promise.withResolvers<void>()
    let isOver = false
    const sendOne = async (record: SentRecord) => {
      const { status, headers: got } = await doors.send('/v1/traces', asOtlpProtobuf([record]), { ...headers, 'content-type': 'application/x-protobuf' })
      if (status === 200) acknowledged.push(record)
      else {
        assert.deepEqual([status, got['retry-after']], [503, '5'])
        refused.push(record)
      }
      if (acknowledged.length === 100) enough.resolve()
    }
    const sending = Array.from({ length: 24 }, async () => {
      while (!isOver) {
        const record = sentRecord()
        sent.push(record)
        await sendOne(record)
      }
    })
    await enough.promise
    // Somebody else is writing the same record and takes its time: so it is certain that some wait when the thread dies.
    await own.scoped(async (scope) => {
      const record = acceptRecord(readRecordsJson(Buffer.from(JSON.stringify([held])))[0]!, own.organisation.logKeys.all()[0]!, Date.now())
      assert.ok(!Array.isArray(record))
      await writeBatch(scope, 'received', [record])
      sending.push(sendOne(held))
      const waits = () => sql`select from pg_stat_activity where application_name = 'waarborg access log' and wait_event_type = 'Lock'`.execute(scope.tx)
      while ((await waits()).rows.length === 0);
      await workers.at(-1)!.terminate()
    })
    isOver = true
    await Promise.all(sending)
    assert.ok(refused.includes(held))
    assert.equal(acknowledged.length + refused.length, sent.length)
    const times = await timesOf(own, sent)
    assert.deepEqual(acknowledged.filter(({ span_id }) => times.get(span_id) !== 1), [])
    const again = JSON.stringify(sent)
    // One that just died isn't started anew at once.
    let answer = await doors.send('/log/v1/records', again, headers)
    while (answer.status === 503) answer = await doors.send('/log/v1/records', again, headers)
    assert.deepEqual([answer.status, (answer.json() as { accepted: number }).accepted], [200, sent.length])
    assert.deepEqual([...(await timesOf(own, sent)).values()], sent.map(() => 1))
  })

  describe('at a port of their own', () => {
    let port: number
    let threads: Threads
    let send: ReturnType<typeof senderTo>
    before(async () => {
      port = await freePort()
      threads = await openThreads({ ...doors.task, config: { ...doors.task.config, trustedProxies: 1, logCertHeader: 'x-client-cert' } }, { host: '127.0.0.1', port, threads: 2 })
      send = senderTo(port)
    })
    after(() => threads.stop())

    test('each organisation by its own token, and nothing without one', async () => {
      const other = await tenant()
      const theirs = (await logSource(other)).headers
      const records = Array.from({ length: 3 }, () => sentRecord())
      const statuses = await Promise.all([{}, headers, theirs].map(async (shown) => (await send('/v1/traces', asOtlpProtobuf(records), { ...shown, 'content-type': 'application/x-protobuf' })).status))
      assert.deepEqual(statuses, [401, 200, 200])
      for (const each of [own, other]) assert.deepEqual([...(await timesOf(each, records)).values()], [1, 1, 1])
      assert.deepEqual((await send('/log/v1/records', JSON.stringify(records), theirs)).json(), { accepted: 3, duplicates: 3, rejected: [] })
      for (const path of ['/', '/inloggen', '/health/ready', '/metrics']) assert.equal(await statusOf(port, path), 404)
    })

    test('networks and certificates hold as they do on the main port', async () => {
      const other = await tenant()
      const { sourceId: id, headers: theirs } = await logSource(other)
      const fingerprint = randomBytes(32).toString('hex')
      const { bearer } = await other.scoped((scope) => makeCredential(scope, id, { note: '', expiresOn: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10), certificate: fingerprint }))
      await other.scoped(({ tx, organisation }) => sql`insert into allowed_network (organisation_id, id, network, note) values (${organisation.id}, gen_random_uuid(), '198.51.100.0/24', '')`.execute(tx))
      const inside = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }
      const cases: readonly (readonly [headers: Record<string, string>, status: number])[] = [
        [{ ...theirs, ...inside }, 200], [theirs, 403], [{ ...theirs, 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }, 403],
        [{ authorization: `Bearer ${bearer}`, 'x-client-cert': fingerprint, ...inside }, 200], [{ authorization: `Bearer ${bearer}`, ...inside }, 401], [{ authorization: `Bearer ${bearer}`, 'x-client-cert': randomBytes(32).toString('hex'), ...inside }, 401],
      ]
      for (const [shown, status] of cases) assert.equal((await send('/log/v1/records', '[]', shown)).status, status, JSON.stringify(shown))
      // On the main port of this test no proxy is trusted: the header proves nothing there.
      assert.equal((await doors.send('/log/v1/records', '[]', { authorization: `Bearer ${bearer}`, 'x-client-cert': fingerprint })).status, 401)
    })

    test('the same records at both ports at once, everything twice: all there once', async () => {
      const records = Array.from({ length: 120 }, () => sentRecord())
      const halves = [records.slice(0, 80), records.slice(40), records, records.toReversed()].map((some) => JSON.stringify(some))
      const answers = await Promise.all(halves.flatMap((body) => [send('/log/v1/records', body, headers), doors.send('/log/v1/records', body, headers)]))
      const told = answers.map((answer) => answer.json() as { accepted: number; duplicates: number })
      assert.deepEqual(told.map(({ accepted }) => accepted), [80, 80, 80, 80, 120, 120, 120, 120])
      assert.equal(told.reduce((sum, { accepted, duplicates }) => sum + accepted - duplicates, 0), 120)
      assert.deepEqual([...(await timesOf(own, records)).values()], records.map(() => 1))
    })

    test('its requests are counted with the others', async () => {
      assert.match(await metricsText(), /waarborg_http_request_duration_seconds_count\{method="POST",route="\/v1\/traces",status="401"\} 1\n/)
    })

    test('a port that is taken is a bad setting that names itself; it lets go with the threads', async () => {
      await assert.rejects(openThreads(doors.task, { host: '127.0.0.1', port, threads: 1 }), (error) => error instanceof BadSetting && /^LOG_PORT: .*EADDRINUSE/.test(error.message))
      const record = sentRecord()
      const last = send('/log/v1/records', JSON.stringify([record]), headers)
      const answer = await last
      await threads.close()
      await threads.stop()
      assert.equal(answer.status, 200)
      assert.equal(await statusOf(port, '/'), 0)
      await assert.rejects(threads.take({ route: '/v1/traces', type: 'application/json', isPacked: false, language: 'nl' }, { hash: '', address: '' }, { organisation: own.organisation, sourceId, name: '' }, []), { name: 'Error', message: 'stopping' })
      const { rows: [counted] } = await own.scoped(({ tx, organisation }) => sql<{ count: number }>`select sum(record_count)::int as count from access_source_day where organisation_id = ${organisation.id} and source_id = ${sourceId}`.execute(tx))
      assert.ok(counted!.count >= 4, 'what came in there is counted by its source')
    })
  })

  test('settings: off unless set; a bad one names itself', () => {
    assert.equal(readConfig({}).logPort, undefined)
    const { logPort, logThreads } = readConfig({ LOG_PORT: '4318', LOG_THREADS: '3' })
    assert.deepEqual([logPort, logThreads], [4318, 3])
    assert.throws(() => readConfig({ LOG_PORT: '70000' }), /^BadSetting|LOG_PORT is "70000"/)
    assert.throws(() => readConfig({ LOG_THREADS: '0' }), /LOG_THREADS is "0"/)
  })
})
