// Writing what came in: two writers at once, retries that cross each other, a tail that isn't sealed, a database that is away, and stopping.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { testDatabase } from '../../../test/support/database.ts'
import { openLogDoors } from '../../../test/support/access-log-doors.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { logSource, sentRecord } from '../../../test/support/sent-records.ts'
import { recordDigest } from '../../access-record/log-record.ts'
import { rootOf } from '../../access-record/tree.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import type { LogSource } from '../sources/source-of.ts'
import { acceptRecord } from './accept-record.ts'
import { readRecordsJson } from './rest-records.ts'
import { type Ingest, openIngest } from './submit.ts'
import { TryLater } from './try-later.ts'

describe('N-39 records are durable once they are acknowledged, and stand there once', () => {
  let doors: Awaited<ReturnType<typeof openLogDoors>>
  let own: Tenant
  let source: LogSource
  let other: Ingest
  before(async () => {
    doors = await openLogDoors()
    own = await tenant()
    source = { organisation: own.organisation, sourceId: (await logSource(own)).sourceId, name: 'Zaaksysteem' }
    other = openIngest(doors.house, doors.appUrl)
  })
  after(async () => {
    await other.stop()
    await doors.stop()
  })

  const made = (amount: number) => readRecordsJson(Buffer.from(JSON.stringify(Array.from({ length: amount }, () => sentRecord()))))
  const stands = () => own.scoped(async ({ tx, organisation: { id } }) => {
    const { rows: [row] } = await sql<{ records: number; batches: number }>`
      select (select count(*)::int from access_record where organisation_id = ${id}) as records, (select coalesce(sum(record_count), 0)::int from access_batch where organisation_id = ${id}) as batches`.execute(tx)
    return row!
  })

  test('two processes that write the same records at once: each acknowledges all, and all stand there once', async () => {
    const records = made(600)
    const before = await stands()
    const outcomes = await Promise.all([
      ...[0, 200, 400].flatMap((from) => [doors.ingest.submit(source, records.slice(from, from + 200)), other.submit(source, records.slice(from, from + 200).toReversed())]),
      doors.ingest.submit(source, records), other.submit(source, [...records.slice(300), ...records.slice(0, 300)]),
    ])
    assert.deepEqual(outcomes.map(({ accepted }) => accepted), [200, 200, 200, 200, 200, 200, 600, 600])
    assert.equal(outcomes.reduce((sum, { accepted, duplicates }) => sum + accepted - duplicates, 0), 600)
    const now = await stands()
    assert.deepEqual([now.records - before.records, now.batches - before.batches], [600, 600])
  })

  test('each batch has the root over its records as they stand there', async () => {
    await doors.ingest.submit(source, made(7))
    await own.scoped(async ({ tx, organisation: { id } }) => {
      const { rows } = await sql<{ batch: string; root: Buffer; trace_id: Buffer; span_id: Buffer; parent_span_id: Buffer | null; status: 'Ok'; name: string; started_at: Date; ended_at: Date; activity: string; actor_id: Buffer; subject_id: Buffer; subject_type: string; is_secret: boolean; details: string }>`
        select b.id as batch, b.root, r.* from access_batch b join access_record r on r.organisation_id = b.organisation_id and r.batch_id = b.id where b.organisation_id = ${id} order by b.id, r.position`.execute(tx)
      for (const own of Map.groupBy(rows, ({ batch }) => batch).values()) {
        assert.deepEqual(own[0]!.root, rootOf(own.map((row) => recordDigest({
          traceId: row.trace_id, spanId: row.span_id, parentSpanId: row.parent_span_id, status: row.status, name: row.name, startedAt: row.started_at.getTime(), endedAt: row.ended_at.getTime(), activity: row.activity,
          actor: row.actor_id, subject: row.subject_id, subjectType: row.subject_type, isSecret: row.is_secret, details: row.details,
        }))))
      }
    })
  })

  test('organisations that are committed together stay apart', async () => {
    const neighbour = await tenant()
    const theirs = { ...source, organisation: neighbour.organisation }
    const records = made(3)
    const [one, two] = await Promise.all([doors.ingest.submit(source, records), doors.ingest.submit(theirs, records.slice(1)), doors.ingest.submit(source, made(2))])
    assert.deepEqual([one.accepted - one.duplicates, two.accepted - two.duplicates], [3, 2])
    await neighbour.scoped(async ({ tx, organisation }) => {
      assert.equal((await tx.selectFrom('access_record').select('span_id').where('organisation_id', '=', organisation.id).execute()).length, 2)
    })
  })

  test('a month that retention dropped is made again', async () => {
    const records = made(3).map((record) => ({ ...record!, startedAt: Date.UTC(2018, 6, 2), endedAt: Date.UTC(2018, 6, 2) }))
    await doors.ingest.submit(source, records)
    const owner = new pg.Client({ connectionString: (await testDatabase()).superUrl })
    await owner.connect()
    await owner.query('drop table access_months.m2018_07')
    await owner.end()
    assert.deepEqual(await doors.ingest.submit(source, records), { accepted: 3, duplicates: 0, ignored: 0, rejected: [] })
  })

  test('connections that the database breaks off: whoever waits hears so, and the next one goes well', async () => {
    await doors.ingest.submit(source, made(1))
    await own.scoped(async ({ tx }) => { await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waarborg access log'`.execute(tx) })
    const records = made(20)
    const before = await stands()
    for (let attempt = 0; attempt < 5; attempt++) {
      const outcome = await doors.ingest.submit(source, records).catch((error: unknown) => error)
      if (!(outcome instanceof Error)) break
      assert.ok(outcome instanceof TryLater, String(outcome))
    }
    assert.equal((await stands()).records - before.records, 20)
  })

  test('a database that can’t be reached is a reason to come back, never a loss unsaid', async () => {
    const away = openIngest(doors.house, 'postgres://nobody@127.0.0.1:1/none')
    await assert.rejects(away.submit(source, made(2)), (error) => error instanceof TryLater && error.why === 'database_away' && error.status === 503 && error.retryAfterSeconds > 0)
    await away.stop()
  })

  test('what is being written when it stops is written, and nothing more is taken', async () => {
    const stopping = openIngest(doors.house, doors.appUrl)
    const writing = stopping.submit(source, made(30))
    await stopping.stop()
    assert.equal((await writing).accepted, 30)
    await assert.rejects(stopping.submit(source, made(1)), (error) => error instanceof TryLater && error.why === 'stopping')
  })

  test('more than may wait is refused at once, and taken once there is room', async () => {
    const narrow = openIngest(doors.house, doors.appUrl, { mostWaiting: 30 })
    const records = made(20)
    await narrow.submit(source, records.slice(0, 1))
    const held = Promise.withResolvers<void>()
    // Somebody else is writing one of these, and takes its time.
    const writing = own.scoped(async (scope) => {
      const record = acceptRecord(records[1]!, own.organisation.logKeys.all()[0]!, Date.now())
      assert.ok(!Array.isArray(record))
      await writeBatch(scope, 'received', [record])
      const waits = narrow.submit(source, records)
      await assert.rejects(narrow.submit(source, made(20)), (error) => error instanceof TryLater && error.why === 'busy' && error.status === 429)
      held.resolve()
      return { waits }
    })
    await held.promise
    const { waits } = await writing
    assert.deepEqual(await waits, { accepted: 20, duplicates: 2, ignored: 0, rejected: [] })
    assert.equal((await narrow.submit(source, made(20))).accepted, 20)
    await narrow.stop()
  })

  test('a tail that has waited too long for its seal: nothing is taken until it is sealed', async () => {
    const behind = await tenant()
    const theirs = { ...source, organisation: behind.organisation }
    let ahead = 0
    const late = openIngest({ ...doors.house, clock: () => new Date(Date.now() + ahead) }, doors.appUrl)
    await late.submit(theirs, made(1))
    await late.stop()
    ahead = 20 * 60_000
    const next = openIngest({ ...doors.house, clock: () => new Date(Date.now() + ahead) }, doors.appUrl)
    const outcomes: unknown[] = []
    // The first one asks beside the work; one of the next is told.
    for (let attempt = 0; attempt < 100 && outcomes.at(-1) !== 'seal_behind'; attempt++) outcomes.push(await next.submit(theirs, made(1)).then(() => 'taken', (error: unknown) => (error instanceof TryLater ? error.why : error)))
    assert.equal(outcomes.at(-1), 'seal_behind')
    await next.stop()
  })
})
