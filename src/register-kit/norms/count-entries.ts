// Count entries: how many entries in force (and cases concluded within a year) of a register each rule of evidence concerns, and how many of them are well; one pass over the table.
import { type RawBuilder, sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { timeZone } from '../../ground/clock-changes.ts'
import type { Scope } from '../../ground/scope.ts'
import { statusesAt } from '../lifecycle.ts'
import { childTable, type Register } from '../register.ts'
import { hasPopulations } from './keep-populations.ts'

/** Entries of a kind, with these values in these fields. `lookAt`: also how many were reviewed in time, or the latest day in a field. */
export type Wanted = { readonly over: string; readonly where?: Readonly<Record<string, readonly (string | boolean)[]>> | undefined; readonly lookAt?: 'review' | { readonly field: string } }
export type Found = { readonly entries: number; readonly well: number; readonly latest: string | null }

/** In the order of what is wanted. */
export async function countEntries(scope: Scope, register: Register, wanted: readonly Wanted[]): Promise<Found[]> {
  if (wanted.length === 0) return []
  const today = dayOf(scope.now)
  // Norms that ask the same are counted once.
  const asked = [...new Set(wanted.map((one) => JSON.stringify(one)))].map((text) => JSON.parse(text) as Wanted)
  const columns = asked.flatMap(({ over, where = {}, lookAt }, place) => {
    const concerned = sql.join([over === 'all' ? sql`true` : sql`${over} = any(p.populations)`, ...Object.entries(where).map(([field, values]) => holds(register, field, values))], sql` and `)
    return [
      sql`count(*) filter (where ${concerned}) as ${sql.ref(`e${place}`)}`,
      ...(lookAt === 'review' ? [sql`count(*) filter (where ${concerned} and t.review_due_on >= ${today}) as ${sql.ref(`w${place}`)}`] : []),
      ...(typeof lookAt === 'object' ? [sql`max(${dayIn(register, lookAt.field)}) filter (where ${concerned} and ${dayIn(register, lookAt.field)} <= ${today}::date) as ${sql.ref(`l${place}`)}`] : []),
    ]
  })
  const organisation = scope.organisation.id
  const populations = !hasPopulations(register) ? sql`` : sql`left join (select entry_id, array_agg(population) as populations from entry_population
    where organisation_id = ${organisation} and register = ${register.key} group by entry_id) p on p.entry_id = t.id`
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns)} from ${sql.table(register.table)} t ${populations}
    where t.organisation_id = ${organisation} and (t.status = any(${statusesAt(register, 'active')}) or (t.status = any(${[...register.lifecycle.concluded ?? []]}) and t.ended_on > ${dayAfter(today, '-P1Y')}::date))`.execute(scope.tx)
  const [row = {}] = rows
  const byAsked = new Map(asked.map((one, place) => [JSON.stringify(one), { entries: Number(row[`e${place}`] ?? 0), well: Number(row[`w${place}`] ?? 0), latest: (row[`l${place}`] as string | null | undefined) ?? null }]))
  return wanted.map((one) => byAsked.get(JSON.stringify(one))!)
}

/** Whether a register can answer: a kind of entries it has, fields that norms may name. */
export function canCount(register: Register, populations: Readonly<Record<string, unknown>>, { over, where = {}, lookAt }: Wanted): boolean {
  return Object.hasOwn(populations, over) && Object.keys(where).every((field) => ['choice', 'choices', 'yesNo', 'terms'].includes(register.fields[field]?.type ?? ''))
    && (typeof lookAt !== 'object' || ['date', 'moment'].includes(register.fields[lookAt.field]?.type ?? ''))
}

function dayIn(register: Register, field: string): RawBuilder<unknown> {
  const column = sql`t.${sql.ref(field)}`
  return register.fields[field]!.type === 'moment' ? sql`(${column} at time zone ${sql.lit(timeZone)})::date` : column
}

function holds(register: Register, field: string, values: readonly (string | boolean)[]): RawBuilder<unknown> {
  const column = sql`t.${sql.ref(field)}`
  switch (register.fields[field]!.type) {
    case 'yesNo': return sql`${column} = any(${values.filter((value) => typeof value === 'boolean')}::boolean[])`
    case 'choices': return sql`${column} && ${values.map(String)}::text[]`
    case 'terms': return sql`exists (select from ${sql.table(childTable(register, field))} c where c.organisation_id = t.organisation_id and c.entry_id = t.id and c.key = any(${values.map(String)}::text[]))`
    default: return sql`${column} = any(${values.map(String)}::text[])`
  }
}
