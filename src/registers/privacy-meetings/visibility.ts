// Visibility of privacy meetings: for those who watch over privacy, and for whoever takes part or promised something there.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf, type Role } from '../../ground/scope.ts'

const attendants: readonly Role[] = ['dpo', 'privacy_officer', 'ciso', 'iso', 'auditor']

export function visibleToParticipants(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  if (actor.kind === 'public' || (actor.kind === 'token' && actor.registers !== undefined && !actor.registers.includes('privacy-meetings'))) return sql<boolean>`false`
  const held = assignmentsOf(actor)
  if (held.some(({ role }) => attendants.includes(role))) return sql<boolean>`true`
  if (actor.kind !== 'person' || held.length === 0) return sql<boolean>`false`
  return sql<boolean>`(exists (select from privacy_meeting_participants p where p.organisation_id = t.organisation_id and p.entry_id = t.id and p.person = ${actor.personId})
    or exists (select from privacy_meeting_actions p where p.organisation_id = t.organisation_id and p.entry_id = t.id and p.owner = ${actor.personId}))`
}
