// Role grants: giving a role with a reason and for a time, changing its end, and ending it.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../ground/clock.ts'
import { isId, newId } from '../ground/ids.ts'
import { type Fault, Invalid, NotAllowed, NotFound } from '../ground/refusals.ts'
import { personOf, type Role, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { type Change, notePerson } from './history.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { grantableRoles, roleConflict } from './roles.ts'

export type Grant = {
  role: Role
  departmentId?: string | null
  validFrom?: string
  validUntil?: string | null
  /** Why; a person who gives a role must say so, except for that of employee. */
  reason?: string
  source?: 'waarborg' | 'identity_provider'
}

export type HeldRole = {
  id: string; personId: string; role: Role; departmentId: string | null; department: string | null; validFrom: string; validUntil: string | null; source: string
  reason: string | null; grantedAt: Date | null; grantedBy: string | null
}

/**
 * Gives a role from today (or `validFrom`) on. One that is held already keeps its beginning and takes over end and reason; from a provider nothing changes.
 * @throws Invalid when it conflicts with another role (art. 38 lid 6 AVG), a process owner has no department, an auditor no end, or there is no reason;
 * NotAllowed when the actor may not give this role.
 */
export async function grantRole(scope: Scope, personId: string, grant: Grant): Promise<void> {
  if (!grantableRoles(scope.actor, 'person').includes(grant.role)) throw new NotAllowed()
  // Locked, so that of two conflicting roles given at the same moment one is refused.
  const person = isId(personId)
    ? await scope.tx.selectFrom('person').select('job_function_id').where('organisation_id', '=', scope.organisation.id)
      .where('id', '=', personId).forNoKeyUpdate().executeTakeFirst() : undefined
  if (!person) throw new NotFound()
  const terms = await acceptGrant(scope, grant)
  const held = (await rolesFrom(scope, personId, terms.validFrom)).filter((one) => terms.validUntil === null || one.validFrom <= terms.validUntil)
  await refuseConflict(scope, [...held.map((one) => one.role), grant.role], person.job_function_id, 'role')
  const same = held.find((one) => one.role === grant.role && one.departmentId === terms.departmentId && one.validFrom <= terms.validFrom)
  if (same) {
    // A group that gives what an administrator gave already changes nothing about that.
    if (grant.source !== 'identity_provider') await changeGrant(scope, same, terms)
    return
  }
  await scope.tx.insertInto('role_assignment').values({
    organisation_id: scope.organisation.id, id: newId(), person_id: personId, role: grant.role, department_id: terms.departmentId,
    valid_from: terms.validFrom, valid_until: terms.validUntil,
    source: grant.source ?? 'waarborg', reason: terms.reason, granted_at: scope.now, granted_by: personOf(scope.actor),
  }).execute()
  await notePerson(scope, personId, 'grant_role', grantChanges(grant.role, terms), terms.reason ?? undefined)
}

/** Ends a role; what was held up to yesterday stays on record. @throws NotFound; Refused for the last administrator. */
export async function endRole(scope: Scope, personId: string, assignmentId: string): Promise<void> {
  const [row] = isId(assignmentId) && isId(personId) ? (await rolesFrom(scope, personId, dayOf(scope.now))).filter((one) => one.id === assignmentId) : []
  if (!row) throw new NotFound()
  if (row.role === 'administrator') await refuseLastAdministrator(scope, (held) => (held.assignmentId === row.id ? undefined : held))
  const today = dayOf(scope.now)
  if (row.validFrom >= today) await scope.tx.deleteFrom('role_assignment').where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', row.id).execute()
  else await scope.tx.updateTable('role_assignment').set({ valid_until: dayAfter(today, '-P1D') })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', row.id).execute()
  await notePerson(scope, personId, 'end_role', [{ field: 'role', before: row.role, after: null }, { field: 'department', before: row.department, after: null }])
}

/** Roles that are valid today. */
export async function rolesToday(scope: Scope, personId: string): Promise<HeldRole[]> {
  const today = dayOf(scope.now)
  return (await rolesFrom(scope, personId, today)).filter((held) => held.validFrom <= today)
}

/** Roles of one person (or of all) that are valid on or after a day. */
export async function rolesFrom(scope: Scope, personId: string | undefined, day: string): Promise<HeldRole[]> {
  const found = await sql<HeldRole>`
    select a.id, a.person_id as "personId", a.role, a.department_id as "departmentId", d.name as department, a.valid_from as "validFrom",
      a.valid_until as "validUntil", a.source, a.reason, a.granted_at as "grantedAt", g.name as "grantedBy"
    from role_assignment a
    left join department d on d.organisation_id = a.organisation_id and d.id = a.department_id
    left join person g on g.organisation_id = a.organisation_id and g.id = a.granted_by
    where a.organisation_id = ${scope.organisation.id} and (a.valid_until is null or a.valid_until >= ${day})
      and (${personId ?? null}::uuid is null or a.person_id = ${personId ?? null}::uuid)
    order by a.role, a.valid_from`.execute(scope.tx)
  return found.rows
}

/** @throws Invalid at the field that makes the roles conflict. */
export async function refuseConflict(scope: Scope, held: readonly Role[], jobFunctionId: string | null, at: string): Promise<void> {
  const job = jobFunctionId === null ? undefined : await scope.tx.selectFrom('job_function').select('is_management')
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', jobFunctionId).executeTakeFirst()
  const conflict = roleConflict(held, job?.is_management ?? false)
  if (conflict) throw new Invalid([{ at, message: conflict }])
}

export type Terms = { departmentId: string | null; department: string | null; validFrom: string; validUntil: string | null; reason: string | null }

/** What a grant comes down to. @throws Invalid with all that is wrong with it */
export async function acceptGrant(scope: Scope, grant: Grant): Promise<Terms> {
  const faults: Fault[] = []
  const today = dayOf(scope.now)
  const byPerson = scope.actor.kind === 'person'
  const departmentId = grant.departmentId || null
  const department = departmentId && isId(departmentId)
    ? await scope.tx.selectFrom('department').select('name').where('organisation_id', '=', scope.organisation.id)
      .where('id', '=', departmentId).executeTakeFirst() : undefined
  if (departmentId && !department) faults.push({ at: 'roleDepartment', message: t(
    'Deze afdeling bestaat niet (meer).',
    'This department doesn’t exist (any more).',
  ) })
  faults.push(...departmentFaults(grant.role, departmentId, 'roleDepartment'))
  const validFrom = grant.validFrom || today
  const validUntil = grant.validUntil || null
  if (byPerson && validFrom < today) faults.push({ at: 'validFrom', message: t(
    'Een rol kan niet in het verleden beginnen.',
    'A role can’t begin in the past.',
  ) })
  if (validUntil && validUntil < validFrom) faults.push({ at: 'validUntil', message: t(
    'De einddatum ligt voor de begindatum.',
    'The end date is before the start date.',
  ) })
  if (byPerson && grant.role === 'auditor' && !validUntil) {
    faults.push({ at: 'validUntil', message: t(
      'Vul in tot en met welke dag deze persoon auditor is. De toegang stopt daarna vanzelf.',
      'Fill in until which day this person is an auditor. Access then stops by itself.',
    ) })
  }
  const reason = (grant.reason ?? '').trim()
  if (byPerson && reason === '' && grant.role !== 'employee') faults.push({ at: 'reason', message: t(
    'Schrijf op waarom deze persoon de rol krijgt.',
    'Write down why this person gets the role.',
  ) })
  if (reason.length > 500) faults.push({ at: 'reason', message: t(
    'De reden mag hoogstens 500 tekens lang zijn.',
    'The reason may have at most 500 characters.',
  ) })
  if (faults.length > 0) throw new Invalid(faults)
  return { departmentId, department: department?.name ?? null, validFrom, validUntil, reason: reason || null }
}

/** What a role asks of its department: a process owner has one, an administrator none. */
export function departmentFaults(role: Role, departmentId: string | null, at: string): Fault[] {
  if (role === 'process_owner' && !departmentId) return [{ at, message: t(
    'Kies de afdeling waarvoor de rol van proceseigenaar geldt.',
    'Choose the department for which the role of process owner holds.',
  ) }]
  // The pages of management don't look at departments: a narrower role would only seem so.
  if (role === 'administrator' && departmentId) return [{ at, message: t(
    'Een beheerder beheert de hele organisatie. Laat de afdeling leeg.',
    'An administrator manages the whole organisation. Leave the department empty.',
  ) }]
  return []
}

async function changeGrant(scope: Scope, held: HeldRole, terms: Terms): Promise<void> {
  const isShorter = terms.validUntil !== null && (held.validUntil === null || terms.validUntil < held.validUntil)
  if (held.role === 'administrator' && isShorter) {
    await refuseLastAdministrator(scope, (one) => (one.assignmentId === held.id ? { ...one, validUntil: terms.validUntil } : one))
  }
  const reason = terms.reason ?? held.reason
  if (terms.validUntil === held.validUntil && reason === held.reason && held.source === 'waarborg') return
  // Given by hand from now on: a group that is taken away doesn't end it any more.
  await scope.tx.updateTable('role_assignment')
    .set({ valid_until: terms.validUntil, source: 'waarborg', reason, granted_at: scope.now, granted_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', held.id).execute()
  await notePerson(scope, held.personId, 'change_role', [
    { field: 'role', before: null, after: held.role }, { field: 'valid_until', before: held.validUntil, after: terms.validUntil },
  ], terms.reason ?? undefined)
}

function grantChanges(role: Role, terms: Terms): Change[] {
  return [
    { field: 'role', before: null, after: role }, { field: 'department', before: null, after: terms.department },
    { field: 'valid_from', before: null, after: terms.validFrom }, { field: 'valid_until', before: null, after: terms.validUntil },
  ]
}
