// Visibility: which processing activities somebody may see, as one SQL predicate that every door uses (list, search, count, export, history).
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../ground/scope.ts'

/**
 * A predicate over the alias `t` of processing_activity. The DPO, privacy officer, CISO, ISO, auditor and administrator see all;
 * a process owner the own departments; an employee what is active in the own departments; others nothing (N-02: what the task asks for).
 */
export function visibleActivities(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  if (actor.kind === 'public') return sql<boolean>`(t.version > 0 and t.is_published)`
  const held = actor.assignments
  if (held.some(({ role }) => ['dpo', 'privacy_officer', 'ciso', 'iso', 'auditor', 'administrator'].includes(role))) return sql<boolean>`true`
  const owned = held.filter(({ role }) => role === 'process_owner').flatMap(({ departmentIds }) => departmentIds ?? [])
  const worked = held.filter(({ role }) => role === 'employee').flatMap(({ departmentIds }) => departmentIds ?? [])
  return sql<boolean>`(t.department = any(${owned}::uuid[]) or (t.status = 'active' and t.department = any(${worked}::uuid[])))`
}
