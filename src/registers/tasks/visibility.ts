// Visibility of tasks: overseers see all, a process owner those of the own departments, and everybody the tasks that are theirs, were handed to them or that they made.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf } from '../../ground/scope.ts'
import { visibleByDepartment } from '../../register-kit/visibility.ts'

const byDepartment = visibleByDepartment({ register: 'tasks', department: 'department', inForce: 'none: an employee sees the own tasks only' })

export function visibleTasks(actor: Actor): RawBuilder<boolean> {
  const byRole = byDepartment(actor)
  if (actor.kind !== 'person' || assignmentsOf(actor).length === 0) return byRole
  const held = actor.assignments.filter(({ role }) => role !== 'employee').map(({ role }) => role)
  return sql<boolean>`(${byRole} or t.owner = ${actor.personId} or t.stand_in = ${actor.personId} or t.created_by = ${actor.personId} or (t.owner is null and t.department is null and t.role = any(${held}::text[])))`
}
