// Visibility of complaints: for who handles complaints and who checks that, a process owner for the own departments, the handler, and security officers where data are in danger (N-02).
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf, type Role } from '../../ground/scope.ts'

/** Those who take complaints up. */
export const takers: readonly Role[] = ['privacy_officer', 'dpo']
const readers: readonly Role[] = [...takers, 'auditor']
const guards: readonly Role[] = ['ciso', 'iso']

export function visibleComplaints(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  if (actor.kind === 'public' || (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes('complaints'))) return sql<boolean>`false`
  const held = assignmentsOf(actor)
  if (held.length === 0) return sql<boolean>`false`
  if (held.some(({ role, departmentIds }) => readers.includes(role) && departmentIds === undefined)) return sql<boolean>`true`
  const owned = held.filter(({ role }) => role === 'process_owner' || readers.includes(role)).flatMap(({ departmentIds }) => departmentIds ?? [])
  const guarded = held.filter(({ role }) => guards.includes(role))
  return sql<boolean>`(${sql.join([
    sql`t.department = any(${owned}::uuid[])`,
    ...(actor.kind === 'person' ? [sql`t.handler = ${actor.personId}`] : []),
    ...guarded.map(({ departmentIds }) => departmentIds === undefined ? sql`t.data_in_danger is true` : sql`(t.data_in_danger is true and t.department = any(${[...departmentIds]}::uuid[]))`),
  ], sql` or `)})`
}
