// Plans: with 30,000 entries in one of 20 organisations, lists and searches read through an index, as the application's login and behind the fence.
import assert from 'node:assert/strict'
import { after, before, test, describe } from 'node:test'
import { newId } from '../src/ground/ids.ts'
import { containing, fold } from '../src/ground/letters.ts'
import type { Actor, Scope } from '../src/ground/scope.ts'
import { countEntries, listEntries, readListQuery, writeCursor } from '../src/register-kit/list-query.ts'
import { processingActivities } from '../src/registers/processing-activities/register.ts'
import { rowsOf } from './support/scratch-rows.ts'
import { type PlanNode, rowsRead, type WatchedDatabase, watchedDatabase } from './support/watched-database.ts'

const many = 30_000
const big = newId()
const department = newId()
let watched: WatchedDatabase

describe('plans', () => {
  before(async () => { watched = await watchedDatabase(fill) })
  after(() => watched.drop())

  // Straight into the tables: what counts here is how many rows there are, not how they came.
  async function fill(superUrl: string): Promise<void> {
    const all = [big, ...Array.from({ length: 19 }, () => newId())]
    await rowsOf(superUrl, `insert into organisation (id, slug, name, kind, key_wrapped, created_at) select id, 'o' || left(md5(id::text), 30), 'x', 'municipality', '', '2026-01-01' from unnest($1::uuid[]) id`, [all])
    await rowsOf(superUrl, `insert into department (organisation_id, id, name) select $1, case when n = 1 then $2::uuid else gen_random_uuid() end, 'Afdeling ' || n from generate_series(1, 31) n`, [big, department])
    await rowsOf(superUrl, `
      insert into processing_activity (organisation_id, id, status, revision, created_at, updated_at, sort_name, name, department, review_due_on, findings_serious)
      select o, gen_random_uuid(), (array['draft', 'in_review', 'active', 'active', 'active', 'active', 'active', 'active', 'ended'])[1 + n % 9], 1, '2026-01-01', timestamptz '2026-01-01' + n * interval '7 minutes',
        'verwerking ' || md5(n::text), 'Verwerking ' || md5(n::text), case when o = $1 then d.ids[1 + n % 31] end, date '2026-01-01' + n % 700, n % 5
      from unnest($2::uuid[]) o, lateral generate_series(1, case when o = $1 then $3 else 150 end) n, (select array_agg(id) as ids from department) d`, [big, all, many])
    await rowsOf(superUrl, `
      insert into entry_search (organisation_id, register, entry_id, document, letters) select organisation_id, 'processing-activities', id, to_tsvector('dutch', letters), letters
      from (select organisation_id, id, sort_name || case when sort_name like '%abc%' then ' bijzondere bijstand' else ' vergunningen' end as letters from processing_activity) e`)
    await rowsOf(superUrl, 'vacuum analyze')
  }

  const person = (assignments: Extract<Actor, { kind: 'person' }>['assignments']): Actor => ({ kind: 'person', personId: newId(), accountId: newId(), name: 'x', assignments })
  const officer = person([{ role: 'privacy_officer', departmentIds: undefined }])
  const owner = person([{ role: 'process_owner', departmentIds: [department] }])

  type Plan = { indexes: string[]; wholly: string[]; read: number }

  /** What a plan leans on: its indexes, the tables it reads from end to end, and how many entries it read, kept or not. */
  function summary(top: PlanNode): Plan {
    const nodes: PlanNode[] = []
    const visit = (node: PlanNode) => { nodes.push(node); node.Plans?.forEach(visit) }
    visit(top)
    return {
      indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
      wholly: nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '').filter((name) => ['processing_activity', 'entry_search', 'finding', 'history_event'].includes(name)),
      read: nodes.filter((node) => node['Relation Name'] === 'processing_activity').reduce((sum, node) => sum + rowsRead(node), 0),
    }
  }

  /** Asks as the product does, then has PostgreSQL explain the very statement with the very values, as the application's login. */
  async function planOf(work: (scope: Scope) => Promise<unknown>, actor: Actor = officer): Promise<Plan> {
    const [question] = (await watched.askedBy({ organisationId: big, actor, now: new Date('2026-11-22T09:00:00Z') }, work)).filter(({ sql }) => sql.includes('processing_activity'))
    return summary((await watched.plansOf(big, [question!], 'analyze'))[0]!)
  }

  const list = (address: string, actor?: Actor) => planOf((scope) => listEntries(scope, processingActivities, readListQuery(processingActivities, new URLSearchParams(address)).query), actor)

  async function middle(sort: 'name' | 'updated_at'): Promise<string> {
    const [row] = await rowsOf<{ value: string | number; id: string }>(watched.superUrl, `
      select ${sort === 'name' ? 'sort_name' : '(extract(epoch from updated_at) * 1000)::float8'} as value, id from processing_activity where organisation_id = $1 order by 1, id offset ${many / 2} limit 1`, [big])
    return writeCursor([row!.value, row!.id])
  }

  test('by name: the first page, a page in the middle and the page before it read about a page', async () => {
    const cursor = await middle('name')
    for (const address of ['', `na=${cursor}`, `voor=${cursor}`, `volgorde=desc&na=${cursor}`]) {
      const plan = await list(address)
      assert.deepEqual(plan.wholly, [], address)
      assert.ok(plan.indexes.includes('processing_activity_sort_name'), `${address}: ${plan.indexes.join()}`)
      assert.ok(plan.read <= 60, `${address}: ${plan.read} read`)
    }
  })

  test('by date of change: the latest first, and further on', async () => {
    for (const address of ['sorteer=updated_at', `sorteer=updated_at&na=${await middle('updated_at')}`]) {
      const plan = await list(address)
      assert.ok(plan.indexes.includes('processing_activity_updated'), plan.indexes.join())
      assert.ok(plan.read <= 60, `${plan.read} read`)
    }
  })

  test('by review and by findings: the order stands in an index, without a day or without findings too', async () => {
    for (const [sort, index] of [['review_due_on', 'processing_activity_review_due'], ['findings', 'processing_activity_findings']] as const) {
      for (const direction of ['asc', 'desc']) {
        const plan = await list(`sorteer=${sort}&volgorde=${direction}`)
        assert.ok(plan.indexes.includes(index), `${sort} ${direction}: ${plan.indexes.join()}`)
        assert.ok(plan.read <= 60, `${sort} ${direction}: ${plan.read} read`)
      }
    }
  })

  test('by status and by department: an index, and not the other entries', async () => {
    const byStatus = await list('status=in_review')
    assert.deepEqual(byStatus.wholly, [])
    assert.ok(byStatus.read <= 600, `${byStatus.read} read: ${byStatus.indexes.join()}`)
    const byDepartment = await list(`afdeling=${department}`)
    assert.ok(byDepartment.indexes.includes('processing_activity_department'), byDepartment.indexes.join())
    assert.ok(byDepartment.read <= 60, `${byDepartment.read} read`)
  })

  test('what a manager may see: the own department, by its index', async () => {
    const plan = await list('', owner)
    assert.deepEqual(plan.wholly, [])
    assert.ok(plan.read <= 2 * many / 31, `${plan.read} read: ${plan.indexes.join()}`)
  })

  test('what is due for review', async () => {
    const plan = await planOf((scope) => countEntries(scope, processingActivities, readListQuery(processingActivities, new URLSearchParams('controle=overdue')).query))
    assert.deepEqual(plan.wholly, [])
    assert.ok(plan.indexes.some((name) => name.startsWith('processing_activity_')), plan.indexes.join())
  })

  test('the count on the list stops at 1,001', async () => {
    const plan = await planOf((scope) => countEntries(scope, processingActivities, readListQuery(processingActivities, new URLSearchParams('')).query))
    assert.ok(plan.read <= 1_001, `${plan.read} read`)
  })

  test('a search reads the entries that were found, not the register', async () => {
    const found = await rowsOf<{ count: number }>(watched.superUrl, `select count(*)::int as count from entry_search where organisation_id = $1 and letters like '%bijstand%'`, [big])
    assert.ok(found[0]!.count > 50 && found[0]!.count < 500)
    const plan = await list('q=bijstand')
    assert.deepEqual(plan.wholly, [])
    // Found and sorted, then the page itself.
    assert.ok(plan.read <= found[0]!.count + 26, `${plan.read} read for ${found[0]!.count} found`)
  })

  test('a search for what nearly every entry holds reads about a page', async () => {
    const plan = await list('q=vergunningen')
    assert.deepEqual(plan.wholly, [])
    assert.ok(plan.read <= 200, `${plan.read} read`)
  })

  test('within the search function: words by the full text index, letters by the trigram index, the tenant first in both', async () => {
    const questions = [
      ['entry_search_document', `select entry_id from entry_search where organisation_id = $1 and register = $2 and document @@ plainto_tsquery('dutch', $3)`, fold('Bijzondere bijstand')],
      ['entry_search_letters', `select entry_id from entry_search where organisation_id = $1 and register = $2 and letters like $3`, containing(fold('zondere bijst'))],
    ] as const
    const [source] = await rowsOf<{ body: string }>(watched.superUrl, `select prosrc as body from pg_proc where proname = 'find_entries'`)
    for (const [index, query, value] of questions) {
      assert.ok(source!.body.replace(/\s+/g, ' ').replaceAll(`''`, `'`).includes(query.replace(/\$3\)?$/, '')), 'the function still asks this')
      const [row] = await rowsOf<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(watched.superUrl, `explain (analyze, format json) ${query}`, [big, 'processing-activities', value])
      const plan = summary(row!['QUERY PLAN'][0]!.Plan)
      assert.deepEqual(plan.wholly, [], query)
      assert.ok(plan.indexes.includes(index), `${index}: ${plan.indexes.join()}`)
    }
  })
})
