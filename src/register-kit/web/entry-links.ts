// Entry links: where the entries of other registers that an entry points at can be read, and which entries point at this one.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { say } from '../../ground/words.ts'
import type { AnyInput } from '../entry.ts'
import { pointedAt } from '../facts.ts'
import { filtersFor } from '../list-address.ts'
import { childTable, type Register } from '../register.ts'
import { type Link, linksTo, registerOf } from '../tied-registers.ts'

/** Address of an entry of a register, for whoever may see that entry. */
export type EntryLinks = (register: string, id: string) => string | undefined

export const noLinks: EntryLinks = () => undefined

/** Links to what inputs point at, as far as the actor may see it. */
export async function entryLinks(scope: Scope, register: Register, inputs: readonly AnyInput[]): Promise<EntryLinks> {
  const selections = [...pointedAt(register.fields, inputs)].flatMap(([key, ids]) => {
    const target = registerOf(key)
    return target ? [sql`(select ${sql.lit(key)} as register, t.id from ${sql.table(target.table)} t where t.organisation_id = ${scope.organisation.id} and t.id = any(${[...ids]}::uuid[]) and ${target.visible(scope.actor)})`] : []
  })
  if (selections.length === 0) return noLinks
  const found = await sql<{ register: string; id: string }>`${sql.join(selections, sql` union all `)}`.execute(scope.tx)
  const visible = new Set(found.rows.map((row) => `${row.register} ${row.id}`))
  return (key, id) => visible.has(`${key} ${id}`) ? `/${scope.organisation.slug}/${registerOf(key)!.path}/${id}` : undefined
}

export type BackLink = {
  readonly from: Register
  /** What the field that points here is called. */
  readonly field: string
  /** Stops at `mostBackLinks` + 1. */
  readonly count: number
  /** The first few, by name. */
  readonly entries: readonly { readonly id: string; readonly title: string; readonly status: string }[]
  /** The list of all of them, where that register's list can be filtered on it. */
  readonly href: string | undefined
}

export const mostBackLinks = 1000
const mostNamed = 5

/** Entries of whatever register that point at this one, as far as the actor may see them; by the field that points. */
export async function backLinks(scope: Scope, register: Register, entryId: string): Promise<BackLink[]> {
  const links = linksTo(register.key)
  if (links.length === 0) return []
  const selections = links.map((link, index) => {
    const where = pointingAt(scope, link, entryId)
    const from = sql`from ${sql.table(link.from.table)} t where ${where}`
    return sql`(select ${sql.lit(index)} as link, (select count(*) from (select ${from} limit ${mostBackLinks + 1}) found) as count,
      coalesce((select jsonb_agg(e) from (select t.id, t.${sql.ref(link.from.named.title)} as title, t.status ${from} order by t.sort_name, t.id limit ${mostNamed}) e), '[]') as entries)`
  })
  const found = await sql<{ link: number; count: number; entries: BackLink['entries'] }>`${sql.join(selections, sql` union all `)}`.execute(scope.tx)
  return found.rows.toSorted((one, other) => one.link - other.link).flatMap(({ link, count, entries }) => {
    const { from, field } = links[link]!
    return count === 0 ? [] : [{ from, field: say(from.fields[field]!.words), count, entries, href: filteredList(scope, links[link]!, entryId) }]
  })
}

function pointingAt(scope: Scope, { from, field, column }: Link, entryId: string): RawBuilder<boolean> {
  const organisation = scope.organisation.id
  const points = column === undefined ? sql`t.${sql.ref(field)} = ${entryId}`
    : sql`t.id in (select c.entry_id from ${sql.table(childTable(from, field))} c where c.organisation_id = ${organisation} and c.${sql.ref(column)} = ${entryId})`
  return sql<boolean>`t.organisation_id = ${organisation} and ${from.visible(scope.actor)} and ${points}`
}

function filteredList(scope: Scope, { from, field, column }: Link, entryId: string): string | undefined {
  const path = column === undefined ? field : `${field}.${column}`
  const filter = filtersFor(from, scope.actor).find((one) => one.field === path)
  return filter && `/${scope.organisation.slug}/${from.path}?${filter.path}=${entryId}`
}
