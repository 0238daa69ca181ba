// Register plans: how each register is listed, filtered, searched, counted and read: by indexes that begin with the organisation, never through everybody's rows.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '../src/ground/ids.ts'
import type { Actor, Scope } from '../src/ground/scope.ts'
import { sortsOf } from '../src/register-kit/list-address.ts'
import { countEntries, listEntries, readListQuery, writeCursor } from '../src/register-kit/list-query.ts'
import { loadLookupsFor } from '../src/register-kit/lookups.ts'
import { loadEntry } from '../src/register-kit/perform.ts'
import type { Register } from '../src/register-kit/register.ts'
import { dueDeadlines } from '../src/register-kit/deadlines/due-deadlines.ts'
import { filterField } from '../src/register-kit/tied-registers.ts'
import { backLinks, entryLinks } from '../src/register-kit/web/entry-links.ts'
import { books } from '../src/tied-rooms.ts'
import { fillRegisters, idOf } from './support/filled-registers.ts'
import { rowsOf } from './support/scratch-rows.ts'
import { type PlanNode, type WatchedDatabase, watchedDatabase } from './support/watched-database.ts'

// Of some 4,000 rows a register one organisation has a tenth: enough that reading all of them would be the worse way.
const many = 400
let watched: WatchedDatabase
let large: string
let department: string
/** Tables that are worth an index, and the first column of each index. */
let filled: Set<string>
let leads: Map<string, string>
const explained = new Set<string>()

describe('how registers are read (RLS)', () => {
  before(async () => {
    watched = await watchedDatabase(async (superUrl) => { large = await fillRegisters(superUrl, many, 12) })
    const one = async (value: string) => (await rowsOf<{ id: string }>(watched.superUrl, `select ${value} as id`))[0]!.id
    department = await one(idOf(large, 'department', 3))
    filled = new Set((await rowsOf<{ name: string }>(watched.superUrl, `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 3000`)).map(({ name }) => name))
    leads = new Map((await rowsOf<{ name: string; first: string }>(watched.superUrl, `
      select c.relname as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indexrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace`)).map(({ name, first }) => [name, first]))
  })
  after(() => watched.drop())

  /** What is wrong with the plans of all that this work asks, each explained as the application's login with the very values. */
  async function wrongIn(what: string, actor: Actor, work: (scope: Scope) => Promise<unknown>): Promise<string[]> {
    const asked = await watched.askedBy({ organisationId: large, actor, now: new Date('2026-11-22T09:00:00Z') }, work)
    const reading = asked.filter(({ sql }) => /^\s*(\(|select|with)/.test(sql) && !sql.includes('set_config'))
    assert.ok(reading.length > 0, what)
    // The same question with the same values has the same plan: the count of a list is asked twice, and each page asks for the same names.
    const questions = reading.filter(({ sql, parameters }) => {
      const question = JSON.stringify([sql, parameters])
      return !explained.has(question) && explained.add(question)
    })
    return (await watched.plansOf(large, questions)).flatMap(faultsOf).map((fault) => `${what}: ${fault}`)
  }

  function faultsOf(node: PlanNode): string[] {
    const table = node['Relation Name']
    const index = node['Index Name']
    const own = node['Node Type'] === 'Seq Scan' && filled.has(table!) ? [`reads all of ${table}`]
      : index === undefined ? []
        : leads.get(index) !== 'organisation_id' ? [`${index} doesn’t begin with the organisation`]
          : !(node['Index Cond'] ?? '').includes('organisation_id') ? [`${index} is read without the organisation`] : []
    return [...own, ...(node.Plans ?? []).flatMap(faultsOf)]
  }

  const person = (assignments: Extract<Actor, { kind: 'person' }>['assignments']): Actor => ({ kind: 'person', personId: newId(), accountId: newId(), name: 'x', assignments })

  /** Every way to order, filter and search a list of the register, as addresses. */
  async function addressesOf(register: Register): Promise<string[]> {
    const [middle] = await rowsOf<{ sort_name: string; id: string }>(watched.superUrl, `select sort_name, id from ${register.table} where organisation_id = $1 order by 1, 2 offset ${many / 2} limit 1`, [large])
    const valueOf = async (path: string) => {
      const field = filterField(register.fields, path)
      if (field?.type === 'yesNo') return 'yes'
      if (field?.type === 'choice') return field.choices[0]!.key
      if (field?.type === 'reference') return (await rowsOf<{ id: string }>(watched.superUrl, `select ${idOf(large, field.to, 4)} as id`))[0]!.id
      return 'k7'
    }
    return [
      '', `na=${writeCursor([middle!.sort_name, middle!.id])}`, `voor=${writeCursor([middle!.sort_name, middle!.id])}`,
      ...sortsOf(register).flatMap((sort) => [`sorteer=${sort}&volgorde=asc`, `sorteer=${sort}&volgorde=desc`]),
      ...Object.keys(register.lifecycle.statuses).map((status) => `status=${status}`),
      ...await Promise.all(register.list.filters.map(async ({ path, field }) => `${path}=${await valueOf(field)}`)),
      ...Object.keys(register.rules).slice(0, 1).flatMap((rule) => [`bevinding=${rule}`, 'ernst=serious', 'ernst=none']),
      ...register.reviewBy === undefined ? [] : ['controle=overdue', 'controle=soon'], ...register.deadlines ? ['termijn=late', 'termijn=week', 'termijn=running', 'termijn=suspended', 'kolom=due_at'] : [], 'q=naam', 'q=nietsvandatalles', 'q=am+ab',
    ]
  }

  test('what reads everybody’s rows, or an index from its beginning to its end, would be seen', async () => {
    const seen = async (query: string) => faultsOf((await rowsOf<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(watched.superUrl, `explain (format json) ${query}`))[0]!['QUERY PLAN'][0]!.Plan)
    assert.deepEqual(await seen(`select max(description) from processing_activity`), ['reads all of processing_activity'])
    assert.deepEqual(await seen('select id from processing_activity order by organisation_id, sort_name limit 5'), ['processing_activity_sort_name is read without the organisation'])
  })

  for (const { register } of books) {
    test(`${register.key}: every order, filter and search, for who sees all and for who sees a department`, async () => {
      const wrong: string[] = []
      for (const actor of [person([{ role: 'privacy_officer', departmentIds: undefined }]), person([{ role: 'process_owner', departmentIds: [department] }])]) {
        for (const address of await addressesOf(register)) {
          const { query, ignored } = readListQuery(register, new URLSearchParams(address))
          assert.deepEqual(ignored, [], address)
          wrong.push(...await wrongIn(address, actor, (scope) => listEntries(scope, register, query, { isCounted: true })), ...await wrongIn(`count of ${address}`, actor, (scope) => countEntries(scope, register, query)))
        }
      }
      assert.deepEqual(wrong, [])
    })

    test(`${register.key}: one entry, what it points at and what points at it`, async () => {
      const officer = person([{ role: 'privacy_officer', departmentIds: undefined }])
      const [row] = await rowsOf<{ id: string }>(watched.superUrl, `select ${idOf(large, register.key, 4)} as id`)
      assert.deepEqual(await wrongIn(register.key, officer, async (scope) => {
        const { input } = await loadEntry(scope, register, row!.id)
        await loadLookupsFor(scope, register.fields, [input])
        await entryLinks(scope, register, [input])
        await backLinks(scope, register, row!.id)
      }), [])
    })

    if (register.deadlines) {
      test(`${register.key}: deadlines that are due or to be told of`, async () => {
        assert.deepEqual(await wrongIn(register.key, person([{ role: 'privacy_officer', departmentIds: undefined }]), async (scope) => {
          await dueDeadlines(scope, { until: scope.now, registers: [register] })
          await dueDeadlines(scope, { until: new Date('2030-01-01T00:00:00Z'), registers: [register] })
        }), [])
      })
    }
  }
})
