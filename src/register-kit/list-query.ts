// List query: one page of a register's list with the labels of what it shows, how many there are, and the ids of all.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import { currentLanguage } from '../ground/words.ts'
import { baseTargets, type Field } from './field-types.ts'
import { hasProposals } from './lifecycle.ts'
import type { Cursor, ListQuery } from './list-address.ts'
import { conditions } from './list-conditions.ts'
import { listOrder } from './list-order.ts'
import { childTable, type Register } from './register.ts'
import { holding, matches } from './search-text.ts'
import { readable } from './store.ts'
import { registerOf } from './tied-registers.ts'

export { type Cursor, listAddress, listParameters, type ListQuery, readListQuery, writeCursor } from './list-address.ts'

export type ListRow = {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly status: string
  readonly proposal: 'draft' | 'in_review' | null
  readonly blocking: number
  readonly serious: number
  readonly attention: number
  readonly review_due_on: string | null
  /** The deadline that ends first of those that run, where the query asks for that column. */
  readonly deadline: ListedDeadline | null
  readonly updated_at: Date
  readonly revision: number
  /** Of the fields among the query's columns; a list of terms only has labels. */
  readonly values: Readonly<Record<string, unknown>>
  /** What a reference or term among them is called, in the reader's language. */
  readonly labels: Readonly<Record<string, string | null>>
}

/** `kind` is its key in the declaration; moments as ISO 8601. */
export type ListedDeadline = { readonly kind: string; readonly dueOn: string | null; readonly dueAt: string; readonly isSuspended: boolean; readonly isExtended: boolean }

export type ListPage = {
  readonly rows: readonly ListRow[]
  readonly next: Cursor | undefined
  readonly previous: Cursor | undefined
  /** How many match in all, up to `mostCounted` + 1; only when it was asked and is known. */
  readonly count: number | undefined
}

type Found = Omit<ListRow, 'values' | 'labels'> & { sort_value: string | number; count: number | null } & Record<`value ${string}`, unknown> & Record<`label ${string}`, string | null>

/** One page by keyset, with `isCounted` the number of all, in one question. Asks one row more than it shows, to know whether there is a next page. */
export async function listEntries(scope: Scope, register: Register, query: ListQuery, options: { isCounted?: boolean } = {}): Promise<ListPage> {
  const backwards = query.before !== undefined && query.after === undefined
  const cursor = query.after ?? query.before
  const sort = listOrder(scope, register, query.sort, (query.direction === 'asc') !== backwards)
  const table = sql.table(register.table)
  const fields = query.columns.filter((name) => Object.hasOwn(register.fields, name))
  const asked = (found: RawBuilder<boolean> | undefined) => sql`${conditions(scope, register, query, found)} ${cursor ? sql`and ${sort.beyond(cursor)}` : sql``}`
  const page = (found?: RawBuilder<boolean>) => sort.parts === undefined ? sql`from ${table} t ${sort.joined} where ${asked(found)} order by ${sort.order} limit ${query.size + 1}`
    : sql`from ${table} t ${sort.joined} where t.organisation_id = ${scope.organisation.id} and t.id in (${sql.join(sort.parts.map(({ where, order }) => sql`
        select id from (select t.id from ${table} t ${sort.joined} where ${asked(found)} and ${where} order by ${order} limit ${query.size + 1}) part`), sql` union all `)}) order by ${sort.order} limit ${query.size + 1}`
  const result = await sql<Found>`
    ${lookedUp(register, query)}
    select ${sql.join([...systemSelections(scope, register, query), ...fields.flatMap((key) => selections(scope, register, key))])}, coalesce((${sort.value})::text, '') as sort_value,
      ${options.isCounted ? countOf(scope, register, query, mostCounted) : sql`null`} as count
    ${query.words === '' ? page() : sql`from ${table} t ${sort.joined} where t.organisation_id = ${scope.organisation.id} and t.id in (
      select id from (select t.id ${page(isFew)}) few union all select id from (select t.id ${page(isMany(register, query))}) many) order by ${sort.order}`}`.execute(scope.tx)
  const more = result.rows.length > query.size
  const found = result.rows.slice(0, query.size)
  if (backwards) found.reverse()
  const cursorOf = (row: Found | undefined): Cursor | undefined => row && [row.sort_value, row.id]
  return {
    rows: found.map((row) => listRow(row, fields)),
    next: backwards || more ? cursorOf(found.at(-1)) : undefined,
    previous: backwards ? (more ? cursorOf(found[0]) : undefined) : query.after ? cursorOf(found[0]) : undefined,
    count: !options.isCounted ? undefined : found[0]?.count ?? (cursor ? undefined : 0),
  }
}

/** So many are counted exactly; nobody needs the exact number of more. */
export const mostCounted = 1000

/** How many match; counting stops at `most` + 1. */
export async function countEntries(scope: Scope, register: Register, query: ListQuery, most = mostCounted): Promise<number> {
  const result = await sql<{ count: number }>`${lookedUp(register, query)} select ${countOf(scope, register, query, most)} as count`.execute(scope.tx)
  return result.rows[0]!.count
}

function countOf(scope: Scope, register: Register, query: ListQuery, most: number): RawBuilder<unknown> {
  const count = (found?: RawBuilder<boolean>) => sql`(select count(*) from (select from ${sql.table(register.table)} t where ${conditions(scope, register, query, found)} limit ${most + 1}) counted)`
  return query.words === '' ? count() : sql`case when (select are_few from looked_up) then ${count(isFew)} else ${count(isMany(register, query))} end`
}

// PostgreSQL can't guess how many entries hold some words, and the way to a page of few is a bad way to a page of many: few are fetched and
// then sorted; with many the order is walked until the page is full. Both ways stand in the question, and only one of them is gone.
const few = 5000
const isFew = sql<boolean>`(select are_few from looked_up) and t.id = any(array(select id from matches))`
const isMany = (register: Register, { words }: ListQuery) => sql<boolean>`not (select are_few from looked_up) and ${holding(register, words)}`

function lookedUp(register: Register, { words }: ListQuery): RawBuilder<unknown> {
  return words === '' ? sql`` : sql`with matches as materialized (${matches(register, words, few)}), looked_up as materialized (select count(*) <= ${few} as are_few from matches)`
}

/** Ids of all that match, by name; of the first `most` where that is given. */
export async function allEntryIds(scope: Scope, register: Register, query: ListQuery, most?: number): Promise<string[]> {
  const result = await sql<{ id: string }>`select t.id from ${sql.table(register.table)} t where ${conditions(scope, register, query)} order by t.sort_name, t.id ${most === undefined ? sql`` : sql`limit ${most}`}`.execute(scope.tx)
  return result.rows.map(({ id }) => id)
}

function systemSelections(scope: Scope, register: Register, query: ListQuery): RawBuilder<unknown>[] {
  const { title, number } = register.named
  return [
    ...['id', 'status', 'review_due_on', 'updated_at', 'revision'].map((name) => sql`t.${sql.ref(name)}`), sql`t.${sql.ref(title)} as title`, sql`t.${sql.ref(number.field)} as number`,
    sql`t.findings_blocking as blocking`, sql`t.findings_serious as serious`, sql`t.findings_attention as attention`,
    hasProposals(register) && query.columns.includes('status')
      ? sql`(select p.status from entry_proposal p where p.organisation_id = ${scope.organisation.id} and p.register = ${register.key} and p.entry_id = t.id) as proposal`
      : sql`null as proposal`,
    register.deadlines && query.columns.includes('due_at')
      ? sql`(select jsonb_build_object('kind', d.kind, 'dueOn', d.due_on, 'dueAt', d.due_at, 'isSuspended', d.suspended_at is not null, 'isExtended', d.extended_at is not null) from deadline d
          where d.organisation_id = ${scope.organisation.id} and d.register = ${register.key} and d.entry_id = t.id and d.met_at is null and d.lapsed_at is null order by d.suspended_at is not null, d.due_at limit 1) as deadline`
      : sql`null as deadline`,
  ]
}

// Labels are sub-selects rather than joins: they are asked for the rows of the page only, also where PostgreSQL must sort all that match.
function selections(scope: Scope, register: Register, key: string): RawBuilder<unknown>[] {
  const field = register.fields[key]!
  const organisation = scope.organisation.id
  const termLabel = sql.ref(currentLanguage() === 'nl' ? 'label_nl' : 'label_en')
  const value = sql`t.${sql.ref(key)}`
  const asValue = sql.ref(`value ${key}`)
  const asLabel = sql.ref(`label ${key}`)
  if (field.type === 'reference') {
    const { table, label } = labelOf(field)
    return [sql`${value} as ${asValue}`, sql`(select l.${sql.ref(label)} from ${sql.table(table)} l where l.organisation_id = ${organisation} and l.id = ${value}) as ${asLabel}`]
  }
  if (field.type === 'term') return [sql`${value} as ${asValue}`, sql`(select l.${termLabel} from catalogue_term l where l.organisation_id = ${organisation} and l.catalogue = ${field.catalogue} and l.key = ${value}) as ${asLabel}`]
  if (field.type === 'terms') {
    return [sql`null as ${asValue}`, sql`(select string_agg(l.${termLabel}, ', ' order by c.position) from ${sql.table(childTable(register, key))} c
      join catalogue_term l on l.organisation_id = c.organisation_id and l.catalogue = ${field.catalogue} and l.key = c.key where c.organisation_id = ${organisation} and c.entry_id = t.id) as ${asLabel}`]
  }
  return [sql`${readable(field, value)} as ${asValue}`, sql`null as ${asLabel}`]
}

function labelOf({ to }: Extract<Field, { type: 'reference' }>): { table: string; label: string } {
  if (baseTargets.some((target) => target === to)) return { table: to, label: 'name' }
  const target = registerOf(to)
  if (!target) throw new Error(`No register “${to}” is tied`)
  return { table: target.table, label: target.named.title }
}

function listRow(found: Found, fields: readonly string[]): ListRow {
  const { id, title, number, status, proposal, blocking, serious, attention, review_due_on, deadline, updated_at, revision } = found
  return {
    id, title, number, status, proposal, blocking, serious, attention, review_due_on, deadline, updated_at, revision,
    values: Object.fromEntries(fields.map((key) => [key, found[`value ${key}`]])), labels: Object.fromEntries(fields.map((key) => [key, found[`label ${key}`] ?? null])),
  }
}
