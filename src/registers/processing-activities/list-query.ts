// List query: which entries a list shows, by what stands in the address: words, filters, order, page and columns.
import { type RawBuilder, sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { isId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { matching } from '../../register-kit/search-text.ts'
import { registerKey, type Status, statuses } from './declaration.ts'
import { processingActivities } from './register.ts'
import { ruleBook } from './rules.ts'
import { visibleActivities } from './visibility.ts'

export const columnNames = ['number', 'department', 'owner', 'status', 'findings', 'review_due_on', 'updated_at', 'role', 'regime', 'controller_body', 'is_published'] as const
export type ColumnName = (typeof columnNames)[number]
export const defaultColumns: readonly ColumnName[] = ['department', 'status', 'findings', 'review_due_on', 'updated_at']
export const sorts = ['name', 'updated_at', 'review_due_on', 'findings'] as const
export type Sort = (typeof sorts)[number]
export const sizes = [25, 50, 100] as const

export type ListQuery = {
  readonly words: string
  readonly status: readonly Status[]
  readonly department: string | undefined
  readonly owner: string | undefined
  readonly participant: string | undefined
  readonly rule: string | undefined
  readonly severity: 'blocking' | 'serious' | 'attention' | 'any' | 'none' | undefined
  readonly role: string | undefined
  readonly regime: string | undefined
  readonly basis: string | undefined
  readonly data: string | undefined
  readonly review: 'overdue' | 'soon' | undefined
  readonly published: 'yes' | 'no' | undefined
  readonly proposal: 'draft' | 'in_review' | undefined
  readonly imported: string | undefined
  readonly sort: Sort
  readonly direction: 'asc' | 'desc'
  readonly size: number
  readonly columns: readonly ColumnName[]
  readonly after: Cursor | undefined
  readonly before: Cursor | undefined
}
export type Cursor = readonly [value: string | number, id: string]

export type ListRow = {
  id: string
  name: string
  number: string | null
  status: Status
  role: string | null
  regime: string | null
  department: string | null
  owner: string | null
  owner_id: string | null
  controller_body: string | null
  is_published: boolean | null
  proposal: 'draft' | 'in_review' | null
  blocking: number
  serious: number
  attention: number
  review_due_on: string | null
  updated_at: Date
}

const parameterNames = new Set(['q', 'status', 'afdeling', 'eigenaar', 'deelnemer', 'import', 'bevinding', 'ernst', 'rol', 'wet', 'grondslag', 'gegevens', 'controle', 'openbaar', 'voorstel', 'sorteer', 'volgorde', 'aantal', 'kolom', 'na', 'voor', 'filters'])

/** What a list understands of an address, each value once: every link on the page repeats it, so nothing else may ride along. */
export function listParameters(address: string): URLSearchParams {
  const known = [...new URL(address).searchParams].filter(([name, value]) => parameterNames.has(name) && value.length <= 2_000).map(([name, value]) => [name, value] as [string, string])
  const once = new Map(known.map((pair) => [pair.join('='), pair]))
  return new URLSearchParams([...once.values()].slice(0, 100))
}

/** Parameters in the address; what isn't understood is left out and named in `ignored`. */
export function readListQuery(parameters: URLSearchParams): { query: ListQuery; ignored: string[] } {
  const ignored: string[] = []
  const one = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = parameters.get(name)
    if (value === null || value === '') return undefined
    const found = allowed.find((option) => option === value)
    if (found === undefined) ignored.push(name)
    return found
  }
  const id = (name: string): string | undefined => {
    const value = parameters.get(name)
    if (value === null || value === '') return undefined
    if (isId(value)) return value
    ignored.push(name)
    return undefined
  }
  const key = (name: string): string | undefined => {
    const value = parameters.get(name)
    if (value === null || value === '') return undefined
    if (/^[a-z0-9._-]{1,80}$/i.test(value)) return value
    ignored.push(name)
    return undefined
  }
  const chosen = parameters.getAll('kolom').filter((name): name is ColumnName => columnNames.some((known) => known === name))
  const sort = one('sorteer', sorts) ?? 'name'
  const statusNames = Object.keys(statuses) as Status[]
  const status = parameters.getAll('status').filter((value) => value !== '')
  if (status.some((value) => !statusNames.some((known) => known === value))) ignored.push('status')
  return {
    ignored,
    query: {
      words: (parameters.get('q') ?? '').slice(0, 200).trim(),
      status: statusNames.filter((name) => status.includes(name)),
      department: id('afdeling'), owner: id('eigenaar'), participant: id('deelnemer'), imported: id('import'),
      rule: one('bevinding', Object.keys(ruleBook)),
      severity: one('ernst', ['blocking', 'serious', 'attention', 'any', 'none']),
      role: one('rol', ['controller', 'joint_controller', 'processor']),
      regime: one('wet', ['gdpr', 'police']),
      basis: key('grondslag'), data: key('gegevens'),
      review: one('controle', ['overdue', 'soon']),
      published: one('openbaar', ['yes', 'no']),
      proposal: one('voorstel', ['draft', 'in_review']),
      sort, direction: one('volgorde', ['asc', 'desc']) ?? (sort === 'name' || sort === 'review_due_on' ? 'asc' : 'desc'),
      size: sizes.find((size) => String(size) === parameters.get('aantal')) ?? 25,
      columns: chosen.length > 0 ? columnNames.filter((name) => chosen.includes(name)) : defaultColumns,
      after: readCursor(parameters.get('na')), before: readCursor(parameters.get('voor')),
    },
  }
}

export type ListPage = { readonly rows: ListRow[]; readonly next: Cursor | undefined; readonly previous: Cursor | undefined }

/** One page by keyset. Asks one row more than it shows, to know whether there is a next page. */
export async function listActivities(scope: Scope, query: ListQuery): Promise<ListPage> {
  const backwards = query.before !== undefined && query.after === undefined
  const cursor = query.after ?? query.before
  const value = sortValue(query.sort)
  const upwards = (query.direction === 'asc') !== backwards
  const beyond = cursor ? sql`and (${value}, t.id) ${upwards ? sql`>` : sql`<`} (${castCursor(query.sort, cursor[0])}, ${cursor[1]}::uuid)` : sql``
  const order = upwards ? sql`asc` : sql`desc`
  const result = await sql<ListRow & { sort_value: string | number }>`
    select t.id, t.name, t.number, t.status, t.role, t.regime, d.name as department, o.name as owner, t.owner as owner_id, g.name as controller_body, t.is_published,
      p.status as proposal, t.findings_blocking as blocking, t.findings_serious as serious, t.findings_attention as attention, t.review_due_on, t.updated_at,
      ${query.sort === 'updated_at' ? sql`(extract(epoch from t.updated_at) * 1000)::bigint` : query.sort === 'review_due_on' ? sql`${value}::text` : value} as sort_value
    from processing_activity t
      left join department d on d.organisation_id = t.organisation_id and d.id = t.department
      left join person o on o.organisation_id = t.organisation_id and o.id = t.owner
      left join governing_body g on g.organisation_id = t.organisation_id and g.id = t.controller_body
      left join entry_proposal p on p.organisation_id = t.organisation_id and p.register = ${registerKey} and p.entry_id = t.id
    where ${conditions(scope, query)} ${beyond}
    order by ${value} ${order}, t.id ${order} limit ${query.size + 1}`.execute(scope.tx)
  const more = result.rows.length > query.size
  const rows = result.rows.slice(0, query.size)
  if (backwards) rows.reverse()
  const cursorOf = (row: (typeof rows)[number] | undefined): Cursor | undefined => row && [row.sort_value, row.id]
  return {
    rows,
    next: backwards || more ? cursorOf(rows.at(-1)) : undefined,
    previous: backwards ? (more ? cursorOf(rows[0]) : undefined) : query.after ? cursorOf(rows[0]) : undefined,
  }
}

/** How many match; counting stops at `most` + 1, because nobody needs the exact number of more. */
export async function countActivities(scope: Scope, query: ListQuery, most = 1000): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) as count from (select from processing_activity t where ${conditions(scope, query)} limit ${most + 1}) found`.execute(scope.tx)
  return result.rows[0]!.count
}

/** Ids of all that match, by name: for export. */
export async function allActivityIds(scope: Scope, query: ListQuery): Promise<string[]> {
  const result = await sql<{ id: string }>`select t.id from processing_activity t where ${conditions(scope, query)} order by t.sort_name, t.id`.execute(scope.tx)
  return result.rows.map(({ id }) => id)
}

/** The address of a list: the same query with some parameters changed; paging starts anew. */
export function listAddress(base: string, parameters: URLSearchParams, change: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const next = new URLSearchParams(parameters)
  next.delete('na')
  next.delete('voor')
  for (const [name, value] of Object.entries(change)) {
    next.delete(name)
    if (typeof value === 'string') next.set(name, value)
    else for (const item of value ?? []) next.append(name, item)
  }
  for (const name of new Set(next.keys())) if (next.getAll(name).every((value) => value === '')) next.delete(name)
  const text = next.toString()
  return text === '' ? base : `${base}?${text}`
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

function readCursor(text: string | null): Cursor | undefined {
  if (text === null || text === '') return undefined
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parsed) && parsed.length === 2 && ['string', 'number'].includes(typeof parsed[0]) && isId(String(parsed[1]))) return [parsed[0] as string | number, String(parsed[1])]
  } catch {}
  return undefined
}

function conditions(scope: Scope, query: ListQuery): RawBuilder<unknown> {
  const today = dayOf(scope.now)
  const child = (table: string, column: string, key: string) =>
    sql`exists (select from ${sql.table(table)} c where c.organisation_id = t.organisation_id and c.entry_id = t.id and c.${sql.ref(column)} = ${key})`
  const parts: RawBuilder<unknown>[] = [sql`t.organisation_id = ${scope.organisation.id}`, visibleActivities(scope.actor)]
  if (query.words !== '') parts.push(matching(processingActivities, query.words))
  if (query.status.length > 0) parts.push(sql`t.status = any(${query.status})`)
  if (query.department) parts.push(sql`t.department = ${query.department}`)
  if (query.owner) parts.push(sql`t.owner = ${query.owner}`)
  if (query.participant) parts.push(sql`exists (select from processing_activity_participants c where c.organisation_id = t.organisation_id and c.entry_id = t.id and c.participant = ${query.participant})`)
  if (query.imported) parts.push(sql`exists (select from history_event e where e.organisation_id = t.organisation_id and e.cause_id = ${query.imported} and e.entry_id = t.id)`)
  if (query.rule) parts.push(sql`exists (select from finding f where f.organisation_id = t.organisation_id and f.register = ${registerKey} and f.entry_id = t.id and f.rule = ${query.rule})`)
  if (query.severity === 'none') parts.push(sql`t.findings_blocking + t.findings_serious + t.findings_attention = 0`)
  else if (query.severity === 'any') parts.push(sql`t.findings_blocking + t.findings_serious + t.findings_attention > 0`)
  else if (query.severity) parts.push(sql`t.${sql.ref(`findings_${query.severity}`)} > 0`)
  if (query.role) parts.push(sql`t.role = ${query.role}`)
  if (query.regime) parts.push(sql`t.regime = ${query.regime}`)
  if (query.basis) parts.push(child('processing_activity_legal_bases', 'basis', query.basis))
  if (query.data) parts.push(child('processing_activity_data_categories', 'key', query.data))
  if (query.review === 'overdue') parts.push(sql`t.status = 'active' and t.review_due_on < ${today}`)
  if (query.review === 'soon') parts.push(sql`t.status = 'active' and t.review_due_on between ${today} and ${dayAfter(today, 'P2M')}`)
  if (query.published) parts.push(query.published === 'yes' ? sql`t.is_published` : sql`t.is_published is not true`)
  if (query.proposal) parts.push(sql`exists (select from entry_proposal p where p.organisation_id = t.organisation_id and p.register = ${registerKey} and p.entry_id = t.id and p.status = ${query.proposal})`)
  return sql.join(parts, sql` and `)
}

function sortValue(sort: Sort): RawBuilder<unknown> {
  switch (sort) {
    case 'name': return sql`t.sort_name`
    case 'updated_at': return sql`t.updated_at`
    case 'review_due_on': return sql`coalesce(t.review_due_on, '9999-12-31'::date)`
    case 'findings': return sql`(t.findings_blocking * 1000000 + t.findings_serious * 1000 + t.findings_attention)`
  }
}

function castCursor(sort: Sort, value: string | number): RawBuilder<unknown> {
  switch (sort) {
    case 'name': return sql`${String(value).replaceAll('\0', '')}::text collate "C"`
    case 'updated_at': return sql`${new Date(Math.min(Math.max(Number(value) || 0, 0), Date.UTC(9999, 0)))}::timestamptz`
    case 'review_due_on': return sql`${readTypedDate(String(value)) ?? '9999-12-31'}::date`
    case 'findings': return sql`${Math.min(Math.max(Math.trunc(Number(value)) || 0, 0), 2_147_483_647)}::integer`
  }
}
