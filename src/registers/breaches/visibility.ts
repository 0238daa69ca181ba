// Visibility of breaches: a file is confidential: those who watch over privacy and security, the process owner of the department, and whoever reported or handles it.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf, type Role, taskOf } from '../../ground/scope.ts'

/** An administrator has no task in it (N-02). */
const watchers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'iso', 'auditor']

export function visibleBreaches(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  if (actor.kind === 'public' || (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes('breaches'))) return sql<boolean>`false`
  const held = assignmentsOf(actor)
  if (held.some(({ role, departmentIds }) => watchers.includes(role) && departmentIds === undefined)) return sql<boolean>`true`
  const departments = held.filter(({ role }) => role === 'process_owner' || watchers.includes(role)).flatMap(({ departmentIds }) => departmentIds ?? [])
  return sql<boolean>`(t.department = any(${departments}::uuid[]) or ${ownTo(actor)})`
}

/** Handled by, or brought by. A program has no person: what it brought itself stands in history under its own name. */
function ownTo(actor: Actor): RawBuilder<boolean> {
  if (assignmentsOf(actor).length === 0) return sql<boolean>`false`
  return actor.kind === 'person' ? sql<boolean>`(t.created_by = ${actor.personId} or t.owner = ${actor.personId})`
    : sql<boolean>`exists (select from history_event h where h.organisation_id = t.organisation_id and h.register = 'breaches' and h.entry_id = t.id and h.verb = 'create' and h.actor_task = ${taskOf(actor)})`
}
