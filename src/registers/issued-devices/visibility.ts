// Visibility of issued devices: those who keep and watch over them see all, a process owner those of the own departments, and everybody what they have themselves.
import { type RawBuilder, sql } from 'kysely'
import { type Actor, assignmentsOf } from '../../ground/scope.ts'
import { visibleByDepartment } from '../../register-kit/visibility.ts'

const byDepartment = visibleByDepartment({ register: 'issued-devices', department: 'department', inForce: 'none: an employee sees the own devices only' })

export function visibleDevices(actor: Actor): RawBuilder<boolean> {
  const byRole = byDepartment(actor)
  return actor.kind === 'person' && assignmentsOf(actor).length > 0 ? sql<boolean>`(${byRole} or t.holder = ${actor.personId})` : byRole
}
