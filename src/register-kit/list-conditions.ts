// List conditions: a list's query as SQL over the alias `t` of the register's table; the organisation and who may see come first.
import { type RawBuilder, sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { statusesAt } from './lifecycle.ts'
import { filtersFor, type ListQuery } from './list-address.ts'
import { childTable, type Register } from './register.ts'
import { matching } from './search-text.ts'

/** `found` stands for "holds the words", where the caller has looked these up already. */
export function conditions(scope: Scope, register: Register, query: ListQuery, found?: RawBuilder<boolean>): RawBuilder<boolean> {
  const organisation = scope.organisation.id
  const today = dayOf(scope.now)
  const isActive = sql`t.status = any(${statusesAt(register, 'active')})`
  const parts: RawBuilder<unknown>[] = [sql`t.organisation_id = ${organisation}`, register.visible(scope.actor)]
  if (query.words !== '') parts.push(found ?? matching(register, query.words))
  // One state as plain equality: then an index that begins with it gives the rows in their order.
  if (query.status.length === 1) parts.push(sql`t.status = ${query.status[0]}`)
  else if (query.status.length > 1) parts.push(sql`t.status = any(${query.status})`)
  for (const { path, field } of filtersFor(register, scope.actor)) {
    const value = query.chosen[path]
    if (value !== undefined) parts.push(hasValue(organisation, register, field, value))
  }
  if (query.imported) parts.push(sql`exists (select from history_event e where e.organisation_id = ${organisation} and e.cause_id = ${query.imported} and e.register = ${register.key} and e.entry_id = t.id)`)
  if (query.rule) parts.push(sql`exists (select from finding f where f.organisation_id = ${organisation} and f.register = ${register.key} and f.rule = ${query.rule} and f.entry_id = t.id)`)
  if (query.severity === 'none') parts.push(sql`t.findings_blocking + t.findings_serious + t.findings_attention = 0`)
  else if (query.severity === 'any') parts.push(sql`t.findings_blocking + t.findings_serious + t.findings_attention > 0`)
  else if (query.severity) parts.push(sql`t.${sql.ref(`findings_${query.severity}`)} > 0`)
  if (query.review === 'overdue') parts.push(sql`${isActive} and t.review_due_on < ${today}`)
  if (query.review === 'soon') parts.push(sql`${isActive} and t.review_due_on between ${today} and ${dayAfter(today, 'P2M')}`)
  if (query.deadline) parts.push(hasDeadline(scope, register, query.deadline))
  if (query.proposal) parts.push(sql`exists (select from entry_proposal p where p.organisation_id = ${organisation} and p.register = ${register.key} and p.entry_id = t.id and p.status = ${query.proposal})`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** Whether a deadline of the entry stands so at the scope's moment. */
function hasDeadline({ organisation, now }: Scope, register: Register, stands: NonNullable<ListQuery['deadline']>): RawBuilder<unknown> {
  const inAWeek = new Date(now.getTime() + 7 * 86_400_000)
  const how = stands === 'suspended' ? sql`d.suspended_at is not null`
    : sql`d.suspended_at is null and ${stands === 'late' ? sql`d.due_at <= ${now}` : stands === 'week' ? sql`d.due_at > ${now} and d.due_at <= ${inAWeek}` : sql`d.due_at > ${now}`}`
  return sql`exists (select from deadline d where d.organisation_id = ${organisation.id} and d.register = ${register.key} and d.entry_id = t.id and d.met_at is null and d.lapsed_at is null and ${how})`
}

/** Whether the field (or a cell of its rows, `legal_bases.basis`) holds a value. */
function hasValue(organisation: string, register: Register, path: string, value: string): RawBuilder<unknown> {
  const [key, column] = path.split('.') as [string, string?]
  const field = register.fields[key]!
  const declared = field.type === 'rows' ? field.columns[column!]! : field
  const holds = (at: RawBuilder<unknown>) => declared.type !== 'yesNo' ? sql`${at} = ${value}` : value === 'yes' ? sql`${at}` : sql`${at} is not true`
  if (field.type !== 'rows' && field.type !== 'terms') return holds(sql`t.${sql.ref(key)}`)
  return sql`exists (select from ${sql.table(childTable(register, key))} c where c.organisation_id = ${organisation} and c.entry_id = t.id and ${holds(sql`c.${sql.ref(column ?? 'key')}`)})`
}
