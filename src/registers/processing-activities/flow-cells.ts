// Flow cells: what flows where in a whole register, counted by the database: a cell for each group of processings and each thing that they touch.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import type { FlowKind } from './flow-model.ts'

/** What a row says it is about: `@term`, `#id` of a register, `=name`, or `?` when it says nothing. */
export type Cell = { readonly kind: FlowKind; readonly group: number; readonly raw: string; readonly entries: number; readonly isWeak: boolean }
type TransferCell = { readonly group: number; readonly recipient: string | null; readonly country: string | null; readonly isSafeguarded: boolean; readonly entries: number }
export type Cells = { readonly cells: readonly Cell[]; readonly transfers: readonly TransferCell[]; /** There was more than fits; the smallest were left out. */ readonly isCut: boolean }

const mostCells = 40_000

type Child = { readonly kind: FlowKind; readonly table: string; readonly raw: RawBuilder<unknown>; readonly isWeak: RawBuilder<unknown>; /** An entry can't hold the same twice. */ readonly isOnce: boolean }

const never = sql`false`

/** `recipients` go by category here: hundreds of names would make a map of "others". */
export const childrenDrawn: readonly Child[] = [
  { kind: 'subject', table: 'processing_activity_subject_categories', raw: sql`'@' || c.key`, isWeak: never, isOnce: true },
  { kind: 'source', table: 'processing_activity_sources', raw: sql`'@' || c.key`, isWeak: never, isOnce: true },
  { kind: 'system', table: 'processing_activity_stores', raw: sql`coalesce('#' || c.system::text, '=' || c.name, '?')`, isWeak: sql`coalesce(not c.is_encrypted, false)`, isOnce: false },
  { kind: 'recipient', table: 'processing_activity_recipients', raw: sql`coalesce('@' || c.recipient, '=' || c.name, '?')`, isWeak: never, isOnce: false },
  { kind: 'processor', table: 'processing_activity_processors', raw: sql`coalesce('#' || c.processor::text, '=' || c.name, '?')`, isWeak: sql`(c.processor is null and c.agreement is distinct from 'in_force')`, isOnce: false },
]

/** Entries per department, the largest first; null for those without one. */
export async function departmentCounts(scope: Scope, conditions: RawBuilder<unknown>): Promise<{ key: string | null; entries: number }[]> {
  const found = await sql<{ key: string | null; entries: number }>`
    select t.department as key, count(*)::int as entries from processing_activity t where ${conditions} group by 1 order by 2 desc, 1 limit 5000`.execute(scope.tx)
  return found.rows
}

/** The entries from which most goes out, transfers first. */
export async function busiestEntries(scope: Scope, conditions: RawBuilder<unknown>, most: number): Promise<string[]> {
  const out = (table: string, weight: number) => sql`select c.entry_id, ${sql.lit(weight)} as weight from ${sql.table(table)} c where c.organisation_id = ${scope.organisation.id}`
  const outgoing = [out('processing_activity_transfers', 1000), out('processing_activity_processors', 1), out('processing_activity_recipients', 1)]
  const found = await sql<{ id: string }>`
    select t.id from processing_activity t left join (
      select entry_id, sum(weight) as weight from (${sql.join(outgoing, sql` union all `)}) w group by 1
    ) o on o.entry_id = t.id where ${conditions} order by o.weight desc nulls last, t.sort_name, t.id limit ${most}`.execute(scope.tx)
  return found.rows.map(({ id }) => id)
}

/** `groups`: departments or entries by id; the cells' `group` is its place in this list, or -1 for the others. Work: one pass over the rows of the entries, whatever their number. */
export async function countCells(scope: Scope, conditions: RawBuilder<unknown>, by: 'department' | 'id', groups: readonly (string | null)[]): Promise<Cells> {
  const organisation = scope.organisation.id
  const ids = groups.map((id) => id ?? nobody)
  const visible = sql`visible as materialized (
    select t.id, coalesce(g.place, 0)::int - 1 as grp from processing_activity t
      left join unnest(${ids}::uuid[]) with ordinality g(key, place) on g.key = ${by === 'id' ? sql`t.id` : sql`coalesce(t.department, ${nobody}::uuid)`}
    where ${conditions})`
  const parts = childrenDrawn.map(({ kind, table, raw, isWeak, isOnce }) => {
    const joined = sql`from visible v join ${sql.table(table)} c on c.organisation_id = ${organisation} and c.entry_id = v.id`
    const rows = isOnce ? sql`select v.grp, ${raw} as raw, false as weak ${joined}` : sql`select v.grp, ${raw} as raw, bool_or(${isWeak}) as weak ${joined} group by v.id, v.grp, 2`
    return sql`select ${sql.lit(kind)} as kind, grp, raw, count(*)::int as entries, bool_or(weak) as weak from (${rows}) r group by 2, 3`
  })
  const cells = await sql<{ kind: FlowKind; grp: number; raw: string; entries: number; weak: boolean }>`
    with ${visible} select * from (${sql.join(parts, sql` union all `)}) x order by entries desc, kind, grp, raw limit ${mostCells + 1}`.execute(scope.tx)
  const transfers = await sql<{ grp: number; recipient: string | null; country: string | null; safe: boolean; entries: number }>`
    with ${visible} select grp, recipient, country, safe, count(*)::int as entries from (
      select distinct v.id, v.grp, c.recipient, c.country, c.instrument is not null as safe from visible v join processing_activity_transfers c on c.organisation_id = ${organisation} and c.entry_id = v.id) r
    group by 1, 2, 3, 4 order by entries desc, grp, recipient, country, safe limit ${mostCells + 1}`.execute(scope.tx)
  return {
    cells: cells.rows.slice(0, mostCells).map(({ kind, grp, raw, entries, weak }) => ({ kind, group: grp, raw, entries, isWeak: weak })),
    transfers: transfers.rows.slice(0, mostCells).map(({ grp, recipient, country, safe, entries }) => ({ group: grp, recipient, country, isSafeguarded: safe, entries })),
    isCut: cells.rows.length > mostCells || transfers.rows.length > mostCells,
  }
}

/** Stands for "no department" in a join on departments; no id of ours can be this one. */
const nobody = '00000000-0000-0000-0000-000000000000'
