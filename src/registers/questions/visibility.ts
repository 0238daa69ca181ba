// Visibility of questions: an answer that was shared is for all colleagues; any other question for who asked it and for those who answer.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf, type Role, taskOf } from '../../ground/scope.ts'

/** The triangle of the work floor's questions, with the security officer beside it (N-15). */
export const answerers: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'iso']

/** Who answers sees all, and so does an auditor; everybody else what was shared and what is their own. */
export function visibleToAsker(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  if (actor.kind === 'public' || (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes('questions'))) return sql<boolean>`false`
  const held = assignmentsOf(actor)
  if (held.some(({ role }) => role === 'auditor' || answerers.includes(role))) return sql<boolean>`true`
  if (held.length === 0) return sql<boolean>`false`
  // A program has no person: what it asked itself stands in history under its own name.
  return actor.kind === 'person' ? sql<boolean>`(t.status = 'published' or t.created_by = ${actor.personId})`
    : sql<boolean>`(t.status = 'published' or exists (select from history_event h where h.organisation_id = t.organisation_id and h.register = 'questions' and h.entry_id = t.id and h.verb = 'create' and h.actor_task = ${taskOf(actor)}))`
}
