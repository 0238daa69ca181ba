// Flow query: which processings the organisation's flow map shows, by what stands in the address, and as a condition in SQL.
import { type RawBuilder, sql } from 'kysely'
import { isId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { readNodeId } from './flow-model.ts'
import { processingActivities } from './register.ts'

export const groupings = ['department', 'processing'] as const
export type Grouping = (typeof groupings)[number]

export type FlowQuery = {
  readonly department: string | undefined
  /** Only processings from which data leave the EEA, and only what leaves. */
  readonly outside: boolean
  /** Only with special or criminal data (art. 9 and 10 AVG). */
  readonly special: boolean
  /** Only what is in force; else everything that hasn't ended. */
  readonly active: boolean
  /** What stands in the middle; undefined: whichever gives a readable map. */
  readonly per: Grouping | undefined
  /** Only processings that touch this point (`processor:boomvalk software`). */
  readonly via: string | undefined
}

const pathOf: Readonly<Record<Grouping, string>> = { department: 'afdeling', processing: 'verwerking' }

/** Parameters in the address; what isn't understood is left out and named in `ignored`. */
export function readFlowQuery(parameters: URLSearchParams): { query: FlowQuery; ignored: string[] } {
  const ignored: string[] = []
  const read = <T>(name: string, parse: (value: string) => T | undefined): T | undefined => {
    const value = parameters.get(name)
    if (value === null || value === '') return undefined
    const found = parse(value)
    if (found === undefined) ignored.push(name)
    return found
  }
  const query = {
    department: read('afdeling', (value) => isId(value) ? value : undefined),
    outside: read('eer', (value) => value === 'buiten' || undefined) ?? false,
    special: read('bijzonder', (value) => value === 'ja' || undefined) ?? false,
    active: read('status', (value) => value === 'active' || undefined) ?? false,
    per: read('per', (value) => groupings.find((one) => pathOf[one] === value)),
    via: read('via', (value) => value.length <= 400 && !value.includes('\0') && readNodeId(value) && !['processing:', ':+'].some((part) => value.startsWith(part) || value.endsWith(part)) ? value : undefined),
  }
  return { query, ignored }
}

/** Address of the map with these filters, some of them changed. */
export function flowAddress(base: string, query: FlowQuery, change: Partial<FlowQuery> = {}): string {
  const parameters = flowParameters({ ...query, ...change }).toString()
  return parameters === '' ? base : `${base}?${parameters}`
}

export function flowParameters({ department, outside, special, active, per, via }: FlowQuery): URLSearchParams {
  const pairs = [['afdeling', department], ['eer', outside && 'buiten'], ['bijzonder', special && 'ja'], ['status', active && 'active'], ['per', per && pathOf[per]], ['via', via]] as const
  return new URLSearchParams(pairs.flatMap(([name, value]) => value ? [[name, value] as [string, string]] : []))
}

/** The entries that the actor may see and the query asks for; over the alias `t`. `via` is the condition for the point, found beforehand. */
export function flowConditions(scope: Scope, query: FlowQuery, via: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  const organisation = scope.organisation.id
  const parts: RawBuilder<unknown>[] = [sql`t.organisation_id = ${organisation}`, processingActivities.visible(scope.actor), query.active ? sql`t.status = 'active'` : sql`t.status <> 'ended'`]
  if (query.department) parts.push(sql`t.department = ${query.department}`)
  // A transfer that names no country is one outside the EEA, until somebody says otherwise.
  if (query.outside) parts.push(touches('processing_activity_transfers', sql`not coalesce(c.country in (${keysMarked(organisation, 'country', ['eea'])}), false)`))
  if (query.special) parts.push(touches('processing_activity_data_categories', sql`c.key in (${keysMarked(organisation, 'data-category', ['special', 'criminal'])})`))
  if (via) parts.push(via)
  return sql.join(parts, sql` and `)
}

/** The entry has a row in this child table for which something holds; over the aliases `t` and `c`. */
export function touches(table: string, holds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from ${sql.table(table)} c where c.organisation_id = t.organisation_id and c.entry_id = t.id and ${holds})`
}

function keysMarked(organisation: string, catalogue: string, marks: readonly string[]): RawBuilder<unknown> {
  return sql`select k.key from catalogue_term k where k.organisation_id = ${organisation} and k.catalogue = ${catalogue} and k.marks && ${marks}::text[]`
}
