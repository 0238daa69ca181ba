// Keep findings: the rules asked anew, for entries and for their neighbours: whoever's standing depends on what has just changed.
import { sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import { inLanguage } from '../ground/words.ts'
import type { Lookups, AnyInput, SystemRow } from './entry.ts'
import { loadFacts, pointedAt, ruleContext } from './facts.ts'
import { putFindings } from './findings.ts'
import { statusesAt } from './lifecycle.ts'
import { loadLookupsFor } from './lookups.ts'
import { hasPopulations, putPopulations } from './norms/keep-populations.ts'
import type { Register } from './register.ts'
import { entriesWithOpenRemarks, type Remark } from './remarks.ts'
import { type Finding, findingsOf } from './rules.ts'
import { childTable } from './register.ts'
import { loadEntries } from './store.ts'
import { linksTo, registerOf } from './tied-registers.ts'

export type Judged = { readonly id: string; readonly system: SystemRow; readonly input: AnyInput; readonly isNew?: boolean }

/** The findings of one entry as it would stand with this input, worked out on the spot. `remarks`: those of the entry, where the caller has read them. */
export async function findingsFor(scope: Scope, register: Register, entry: Judged, lookups: Lookups, remarks?: readonly Remark[]): Promise<Finding[]> {
  const facts = await loadFacts(scope, register, [entry])
  const hasOpen = remarks ? remarks.some(({ answer }) => answer === null) : !entry.isNew && (await entriesWithOpenRemarks(scope, register, [entry.id])).has(entry.id)
  return findingsOf(register.rules, entry.input, ruleContext(scope, register, entry, lookups, facts, hasOpen))
}

/** Works out the findings of entries anew and keeps them. What is kept is in Dutch, whoever acts, so that a finding that stays keeps its `since`. */
export async function refreshFindings(scope: Scope, register: Register, entries: readonly Judged[], lookups: Lookups): Promise<void> {
  if (!isJudged(register) || entries.length === 0) return
  const facts = await loadFacts(scope, register, entries)
  const open = await entriesWithOpenRemarks(scope, register, entries.flatMap(({ id, isNew }) => isNew ? [] : [id]))
  const judged = inLanguage('nl', () => entries.map((entry) => ({
    id: entry.id, isNew: entry.isNew, input: entry.input, findings: findingsOf(register.rules, entry.input, ruleContext(scope, register, entry, lookups, facts, open.has(entry.id))),
  })))
  await putFindings(scope, register, judged)
  await putPopulations(scope, register, judged.map(({ id, isNew, input, findings }) => ({ id, isNew, input, rules: findings.map(({ rule }) => rule) })))
}

function isJudged(register: Register): boolean {
  return Object.keys(register.rules).length > 0 || hasPopulations(register)
}

/** So many neighbours are looked at in the transaction of the change itself; the rest waits for the daily sweep. */
const mostNeighbours = 1000

/**
 * Looks anew at whoever leans on changed entries: what points at them, and what they say something about (a contribution) with all that points at that.
 * `inputs` are the entries' inputs before and after.
 */
export async function refreshNeighbours(scope: Scope, register: Register, ids: readonly string[], inputs: readonly AnyInput[]): Promise<void> {
  const told = pointedAt(register.fields, inputs)
  const concerned = new Map<string, Set<string>>([[register.key, new Set(ids)]])
  const neighbours = new Map<string, Set<string>>()
  const add = (key: string, found: Iterable<string>) => neighbours.set(key, new Set([...neighbours.get(key) ?? [], ...found]))
  for (const { to, isForItself, reaches } of register.contributes ?? []) {
    add(to, told.get(to) ?? [])
    if (reaches) add(to, (await reaches(scope, inputs)).slice(0, mostNeighbours))
    if (!isForItself) concerned.set(to, new Set([...concerned.get(to) ?? [], ...told.get(to) ?? []]))
  }
  for (const [key, these] of concerned) for (const link of linksTo(key)) add(link.from.key, await referrers(scope, link, [...these]))
  for (const [key, these] of neighbours) {
    const neighbour = registerOf(key)
    if (neighbour) await refreshThese(scope, neighbour, [...these].filter((id) => key !== register.key || !ids.includes(id)).slice(0, mostNeighbours))
  }
}

/** Works out anew the findings of entries by their ids. */
export async function refreshThese(scope: Scope, register: Register, ids: readonly string[]): Promise<void> {
  if (!isJudged(register)) return
  const entries = await loadEntries(scope.tx, register, scope.organisation.id, ids)
  const lookups = await inLanguage('nl', () => loadLookupsFor(scope, register.fields, entries.map(({ input }) => input)))
  await refreshFindings(scope, register, entries.map(({ system, input }) => ({ id: system.id, system, input })), lookups)
}

async function referrers(scope: Scope, { from, field, column }: ReturnType<typeof linksTo>[number], ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const found = column === undefined
    ? await sql<{ id: string }>`select id from ${sql.table(from.table)} where organisation_id = ${scope.organisation.id} and ${sql.ref(field)} = any(${ids}::uuid[]) limit ${mostNeighbours}`.execute(scope.tx)
    : await sql<{ id: string }>`select distinct c.entry_id as id from ${sql.table(childTable(from, field))} c join ${sql.table(from.table)} t on t.organisation_id = c.organisation_id and t.id = c.entry_id
        where c.organisation_id = ${scope.organisation.id} and c.${sql.ref(column)} = any(${ids}::uuid[]) and not t.status = any(${statusesAt(from, 'ended')}) limit ${mostNeighbours}`.execute(scope.tx)
  return found.rows.map(({ id }) => id)
}
