// Visibility of assessments: those who watch over privacy and security see all; a process owner those of the own departments; everybody those in which they take part.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf } from '../../ground/scope.ts'
import { visibleByDepartment } from '../../register-kit/visibility.ts'

const byDepartment = visibleByDepartment({ register: 'assessments', department: 'department', inForce: 'none: an employee sees those in which they take part', published: sql<boolean>`(t.is_published and t.version > 0)` })

export function visibleAssessments(actor: Actor): RawBuilder<boolean> {
  const byRole = byDepartment(actor)
  if (actor.kind !== 'person' || assignmentsOf(actor).length === 0) return byRole
  return sql<boolean>`(${byRole} or t.owner = ${actor.personId} or t.editor = ${actor.personId} or t.created_by = ${actor.personId}
    or exists (select from impact_assessment_team m where m.organisation_id = t.organisation_id and m.entry_id = t.id and m.person = ${actor.personId}))`
}
