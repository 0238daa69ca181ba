// Plans of the log's questions: each walks an index of the month by whom or what is asked, within the organisation, and never reads a month from end to end; as the application's login behind the fence.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { countRecords, findRecords, type LogQuestion } from '../../access-record/find.ts'
import { aboutLog } from '../../access-record/about-log.ts'
import { newId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { rowsOf } from '../../../test/support/scratch-rows.ts'
import { type PlanNode, rowsRead, type WatchedDatabase, watchedDatabase } from '../../../test/support/watched-database.ts'
import { answer, employeeCounts, facetsOf } from './answer.ts'

/** Of each month a third is of the organisation that is asked about; the three dozen acts of somebody lie scattered over all of them. */
const [perMonth, months] = [6_000, 6]
const organisation = newId()
const others = [newId(), newId()]
const now = new Date('2026-11-15T09:00:00Z')
const [subject, actor] = [Buffer.alloc(32, 3), Buffer.alloc(32, 5)]
const activity = 'urn:uuid:01999999-0000-7000-8000-000000000003'
const trace = Buffer.alloc(16, 9)
const from = new Date('2026-09-10T00:00:00Z')
const until = new Date('2026-11-01T00:00:00Z')

type Read = { readonly month: string; readonly how: string; readonly by: string; readonly rows: number }

describe('plans of the access log (RLS)', () => {
  let watched: WatchedDatabase
  before(async () => { watched = await watchedDatabase(fill) })
  after(() => watched.drop())

  async function fill(superUrl: string): Promise<void> {
    const all = [organisation, ...others]
    await rowsOf(superUrl, `insert into organisation (id, slug, name, kind, key_wrapped, created_at) select id, 'o' || left(md5(id::text), 30), 'x', 'municipality', '', '2026-01-01' from unnest($1::uuid[]) id`, [all])
    for (let back = 0; back < months; back++) await rowsOf(superUrl, `select keep_access_month($1::timestamptz - $2 * interval '1 month')`, [now, back])
    for (const [place, one] of all.entries()) {
      await rowsOf(superUrl, `with here as (select set_config('app.organisation', $1, false))
        insert into access_record (organisation_id, trace_id, span_id, started_at, ended_at, parent_span_id, status, name, activity, actor_id, subject_id, subject_type, is_secret, details, batch_id, position)
        select $1::uuid, case when n % 1000 = 7 then $6 else decode(md5('t' || n / 3), 'hex') end, substr(decode(md5('s' || n), 'hex'), 1, 8), at, at, case when n % 3 > 0 then substr(decode(md5('s' || (n - n % 3)), 'hex'), 1, 8) end, 'Ok', 'Dossier bekeken',
          'urn:uuid:01999999-0000-7000-8000-00000000' || lpad((n % 40)::text, 4, '0'), case when n % 3 > 0 then null when n % 300 = 0 then $4::bytea else sha256(('a' || n % 97)::bytea) end, case when n % 3 = 0 then null when n % 301 = 1 then $5::bytea else sha256(('p' || n % 1500)::bytea) end, 'bsn', n % 50 = 1,
          '{"resource":{"service.name":"Zaaksysteem"}}', $1::uuid, n
        from here, generate_series(1, $3::int) n, lateral (select $2::timestamptz - (n::float8 / $3) * $7::int * interval '27 days' as at) t`, [one, now, Math.round(perMonth * months / 3), place === 0 ? actor : Buffer.alloc(32, 60 + place), place === 0 ? subject : Buffer.alloc(32, 80 + place), trace, months])
    }
    await rowsOf(superUrl, 'vacuum analyze access_record, access_record_held')
  }

  /** What of the months was read by all that this work asks, each statement explained with its very values. */
  async function readBy(work: (scope: Scope) => Promise<unknown>): Promise<Read[]> {
    const questions = (await watched.askedBy({ organisationId: organisation, now }, work)).filter(({ sql }) => sql.includes('access_record'))
    assert.ok(questions.length > 0, 'it asks the log')
    return (await watched.plansOf(organisation, questions, 'analyze')).flatMap(readsOf)
  }

  function readsOf(node: PlanNode): Read[] {
    const month = node['Relation Name']
    // A bitmap names its index and how it is asked one floor down.
    const own = month !== undefined && /^m\d{4}_\d\d$/.test(month) ? [{
      month, how: node['Node Type'], by: node['Index Cond'] ?? (node.Plans ?? []).map((below) => below['Index Cond'] ?? '').join(' '),
      rows: rowsRead(node),
    }] : []
    return [...own, ...(node.Plans ?? []).flatMap(readsOf)]
  }

  /** `by`: the column that must lead besides the organisation; `most`: rows that may be read of all months together. */
  function assertFast(reads: readonly Read[], { by, most, only }: { by: RegExp; most: number; only?: readonly string[] }): void {
    assert.deepEqual(reads.filter(({ how }) => how === 'Seq Scan'), [], 'a month is read from end to end')
    assert.deepEqual(reads.filter((read) => !read.by.includes('organisation_id') || !by.test(read.by)), [], 'a month is asked without the organisation, or without what is asked')
    const read = reads.reduce((sum, { rows }) => sum + rows, 0)
    assert.ok(read <= most, `${read} rows read for at most ${most}`)
    if (only) assert.deepEqual([...new Set(reads.map(({ month }) => month))].toSorted(), only)
  }

  const asks = (question: LogQuestion, page: Parameters<typeof findRecords>[2] = {}) => readBy((scope) => findRecords(scope, question, page))

  test('what reads a month wholly would be seen', async () => {
    const reads = await readBy((scope) => scope.tx.selectFrom('access_record').select((e) => e.fn.countAll().as('count')).where('name', '=', 'Dossier bekeken').execute())
    assert.throws(() => assertFast(reads, { by: /organisation_id/, most: 10 }))
  })

  test('who saw this person: by the data subject, in the months of the period only', async () => {
    assertFast(await asks({ subjects: [subject] }), { by: /subject_id|trace_id/, most: 400 })
    assertFast(await asks({ subjects: [subject], from, until, secret: false }), { by: /subject_id|trace_id/, most: 200, only: ['m2026_09', 'm2026_10'] })
    assertFast(await asks({ subjects: [subject, Buffer.alloc(32, 4)], actors: [actor], status: 'Ok', service: 'Zaaksysteem', from }), { by: /subject_id|trace_id/, most: 200, only: ['m2026_09', 'm2026_10', 'm2026_11'] })
  })

  test('a next page begins where the last one ended: newer months are left out', async () => {
    assertFast(await asks({ subjects: [subject] }, { after: { startedAt: new Date('2026-08-20T00:00:00Z'), spanId: 'ffffffffffffffff' }, limit: 10 }), { by: /subject_id|trace_id/, most: 120, only: ['m2026_06', 'm2026_07', 'm2026_08'] })
  })

  test('what this employee saw, with what stands below it, and counted', async () => {
    assertFast(await readBy((scope) => answer(scope, { actors: [actor], from, until })), { by: /actor_id|trace_id/, most: 600, only: ['m2026_09', 'm2026_10'] })
    assertFast(await readBy((scope) => employeeCounts(scope, [actor], { from, until })), { by: /actor_id|trace_id/, most: 400, only: ['m2026_09', 'm2026_10', 'm2026_11'] })
  })

  test('one act by its trace, how many there are, and what the filters offer', async () => {
    assertFast(await asks({ traceId: trace }, { limit: 500 }), { by: /trace_id/, most: 200 })
    assertFast(await readBy((scope) => countRecords(scope, { subjects: [subject] }, 10_001)), { by: /subject_id/, most: 400 })
    assertFast(await readBy((scope) => countRecords(scope, { subjects: [subject], secret: true }, 1_001)), { by: /subject_id/, most: 400 })
    assertFast(await readBy((scope) => facetsOf(scope, { subjects: [subject], secret: false })), { by: /subject_id|trace_id/, most: 400 })
  })

  test('records of an activity, newest first: a page is read, not the activity', async () => {
    assertFast(await asks({ activity, from }, { limit: 20 }), { by: /activity|trace_id/, most: 200, only: ['m2026_09', 'm2026_10', 'm2026_11'] })
  })

  test('since when the log holds records: the first row of each month tells, also where only others have some', async () => {
    assertFast(await readBy(aboutLog), { by: /organisation_id/, most: months })
    assertFast(await readBy((scope) => aboutLog({ ...scope, organisation: { ...scope.organisation, id: newId() } })), { by: /organisation_id/, most: 0 })
  })
})
