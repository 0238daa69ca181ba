// Visibility of requests: for who handles and supervises them, a process owner for the own departments, and a colleague for what was handed to them or came in through them (N-02, H-56).
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf, type Role } from '../../ground/scope.ts'

/** The privacy manager receives, distributes and answers; the owner carries out (H-56, N-14). */
export const keepers: readonly Role[] = ['privacy_officer', 'process_owner']
/** Who takes a request in: whoever a letter lands with. The DPO supervises and handles none (art. 38 lid 6 AVG). */
export const receivers: readonly Role[] = [...keepers, 'employee']
const readers: readonly Role[] = ['privacy_officer', 'dpo', 'auditor']

export function visibleRequests(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  if (actor.kind === 'public' || (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes('requests'))) return sql<boolean>`false`
  const held = assignmentsOf(actor)
  if (held.length === 0) return sql<boolean>`false`
  if (held.some(({ role, departmentIds }) => readers.includes(role) && departmentIds === undefined)) return sql<boolean>`true`
  const own = held.filter(({ role }) => role === 'process_owner' || readers.includes(role)).flatMap(({ departmentIds }) => departmentIds ?? [])
  const byDepartment = sql<boolean>`t.department = any(${own}::uuid[])`
  return actor.kind === 'person' ? sql<boolean>`(${byDepartment} or t.handler = ${actor.personId} or t.created_by = ${actor.personId})`
    : sql<boolean>`(${byDepartment} or exists (select from history_event h where h.organisation_id = t.organisation_id and h.register = 'requests' and h.entry_id = t.id and h.verb = 'create' and h.actor_task = ${actor.kind === 'token' ? `token:${actor.tokenId}` : ''}))`
}
