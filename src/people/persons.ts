// Persons: the people of one organisation, with their department, function and roles.
import { isId, newId } from '../ground/ids.ts'
import { dayOf, dayAfter } from '../ground/clock.ts'
import { type Fault, Invalid, NotFound, Refused } from '../ground/refusals.ts'
import { type Role, roles, type Scope } from '../ground/scope.ts'
import { say } from '../ground/words.ts'
import { acceptEmail } from './accounts.ts'
import { notePerson } from './history.ts'
import { roleConflict, roleWords } from './roles.ts'

export type Grant = { role: Role; departmentId?: string | null; validFrom?: string; validUntil?: string | null; source?: 'waarborg' | 'identity_provider' }
export type NewPerson = { name: string; email: string; departmentId?: string | null; jobFunctionId?: string | null; accountId?: string | null; roles?: readonly Grant[] }

/** Adds a person, with roles. `accountId` only where the account is surely this person's (set-up, demo world, the command line). @returns the id. @throws Invalid */
export async function addPerson(scope: Scope, input: NewPerson): Promise<string> {
  const checked = await acceptPerson(scope, input)
  const id = newId()
  await scope.tx.insertInto('person').values({ organisation_id: scope.organisation.id, id, ...checked, account_id: input.accountId ?? null, created_at: scope.now }).execute()
  await notePerson(scope, id, 'add', [{ field: 'name', before: null, after: checked.name }])
  for (const grant of input.roles ?? []) await grantRole(scope, id, grant)
  return id
}

/** Changes name, address, department and function. @throws Invalid, NotFound */
export async function changePerson(scope: Scope, id: string, input: NewPerson): Promise<void> {
  const before = await personRow(scope, id)
  const after = await acceptPerson(scope, input, id)
  const held = await rolesToday(scope, id)
  refuseConflict(held.map((grant) => grant.role), await isManagement(scope, after.job_function_id), 'jobFunction')
  await scope.tx.updateTable('person').set(after).where('id', '=', id).execute()
  await notePerson(scope, id, 'change', (Object.keys(after) as (keyof typeof after)[]).map((field) => ({ field, before: before[field], after: after[field] })))
}

/**
 * Gives a role from today (or `validFrom`) on. A role that is there already changes nothing.
 * @throws Invalid when it conflicts with another role (art. 38 lid 6 AVG) or a process owner has no department.
 */
export async function grantRole(scope: Scope, personId: string, grant: Grant): Promise<void> {
  const person = await personRow(scope, personId)
  const faults: Fault[] = []
  const departmentId = grant.departmentId || null
  const day = dayOf(scope.now)
  if (grant.role === 'process_owner' && !departmentId) faults.push({ at: 'department', message: 'Kies de afdeling waarvan deze persoon proceseigenaar is.' })
  if (departmentId && !(await hasRow(scope, 'department', departmentId))) faults.push({ at: 'department', message: 'Deze afdeling bestaat niet (meer).' })
  const validUntil = grant.validUntil ?? null
  if (validUntil && validUntil < (grant.validFrom ?? day)) faults.push({ at: 'validUntil', message: 'De einddatum ligt voor de begindatum.' })
  if (faults.length > 0) throw new Invalid(faults)
  const held = await rolesFrom(scope, personId, grant.validFrom ?? day)
  refuseConflict([...held.map((assignment) => assignment.role), grant.role], await isManagement(scope, person.job_function_id), 'role')
  if (held.some((assignment) => assignment.role === grant.role && assignment.departmentId === departmentId)) return
  await scope.tx.insertInto('role_assignment').values({
    organisation_id: scope.organisation.id, id: newId(), person_id: personId, role: grant.role, department_id: departmentId,
    valid_from: grant.validFrom ?? day, valid_until: validUntil, source: grant.source ?? 'waarborg',
  }).execute()
  await notePerson(scope, personId, 'grant_role', [{ field: 'role', before: null, after: say(roleWords[grant.role]) }])
}

/** Ends a role; what was held up to yesterday stays on record. @throws NotFound; Refused for the last administrator. */
export async function endRole(scope: Scope, personId: string, assignmentId: string): Promise<void> {
  const row = isId(assignmentId)
    ? await scope.tx.selectFrom('role_assignment').selectAll().where('id', '=', assignmentId).where('person_id', '=', personId).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  if (row.role === 'administrator') await refuseLastAdministrator(scope, personId)
  const today = dayOf(scope.now)
  if (row.valid_from >= today) await scope.tx.deleteFrom('role_assignment').where('id', '=', row.id).execute()
  else await scope.tx.updateTable('role_assignment').set({ valid_until: dayAfter(today, '-P1D') }).where('id', '=', row.id).execute()
  await notePerson(scope, personId, 'end_role', [{ field: 'role', before: say(roleWords[row.role as Role]), after: null }])
}

/** Closes or opens a person. @throws Refused for oneself and for the last administrator. */
export async function setActive(scope: Scope, id: string, isActive: boolean): Promise<void> {
  const before = await personRow(scope, id)
  if (!isActive) {
    if (scope.actor.kind === 'person' && scope.actor.personId === id) throw new Refused('U kunt uzelf niet uitzetten. Vraag een andere beheerder.')
    await refuseLastAdministrator(scope, id)
  }
  await scope.tx.updateTable('person').set({ is_active: isActive }).where('id', '=', id).execute()
  await notePerson(scope, id, isActive ? 'reopen' : 'close', [{ field: 'is_active', before: before.is_active, after: isActive }])
}

export type ShownPerson = {
  id: string; name: string; email: string; departmentId: string | null; department: string | null; jobFunctionId: string | null; jobFunction: string | null
  isActive: boolean; accountId: string | null; roles: HeldRole[]
}
export type HeldRole = { id: string; role: Role; departmentId: string | null; department: string | null; validFrom: string; validUntil: string | null; source: string }

/** All persons by name, each with the roles of today and later. */
export async function listPersons(scope: Scope, only?: string): Promise<ShownPerson[]> {
  let query = scope.tx.selectFrom('person as p')
    .leftJoin('department as d', (join) => join.onRef('d.organisation_id', '=', 'p.organisation_id').onRef('d.id', '=', 'p.department_id'))
    .leftJoin('job_function as f', (join) => join.onRef('f.organisation_id', '=', 'p.organisation_id').onRef('f.id', '=', 'p.job_function_id'))
    .select(['p.id', 'p.name', 'p.email', 'p.department_id', 'd.name as department', 'p.job_function_id', 'f.name as job_function', 'p.is_active', 'p.account_id'])
  if (only) query = query.where('p.id', '=', only)
  const persons = await query.orderBy('p.name').execute()
  const held = await rolesFrom(scope, only, dayOf(scope.now))
  return persons.map((row) => ({
    id: row.id, name: row.name, email: row.email, departmentId: row.department_id, department: row.department, jobFunctionId: row.job_function_id, jobFunction: row.job_function,
    isActive: row.is_active, accountId: row.account_id, roles: held.filter((assignment) => assignment.personId === row.id),
  }))
}

/** One person. @throws NotFound also for another organisation's. */
export async function findPerson(scope: Scope, id: string): Promise<ShownPerson> {
  const [person] = isId(id) ? await listPersons(scope, id) : []
  if (!person) throw new NotFound()
  return person
}

/** Roles that are valid today. */
export async function rolesToday(scope: Scope, personId: string): Promise<HeldRole[]> {
  const today = dayOf(scope.now)
  return (await rolesFrom(scope, personId, today)).filter((held) => held.validFrom <= today)
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/** Roles that are valid on or after a day. */
async function rolesFrom(scope: Scope, personId: string | undefined, day: string): Promise<(HeldRole & { personId: string })[]> {
  let query = scope.tx.selectFrom('role_assignment as a')
    .leftJoin('department as d', (join) => join.onRef('d.organisation_id', '=', 'a.organisation_id').onRef('d.id', '=', 'a.department_id'))
    .select(['a.id', 'a.person_id', 'a.role', 'a.department_id', 'd.name as department', 'a.valid_from', 'a.valid_until', 'a.source'])
    .where((where) => where.or([where('a.valid_until', 'is', null), where('a.valid_until', '>=', day)]))
  if (personId) query = query.where('a.person_id', '=', personId)
  const rows = await query.orderBy('a.role').execute()
  return rows.map((row) => ({
    id: row.id, personId: row.person_id, role: row.role as Role, departmentId: row.department_id, department: row.department, validFrom: row.valid_from, validUntil: row.valid_until, source: row.source,
  }))
}

async function acceptPerson(scope: Scope, input: NewPerson, except?: string) {
  const faults: Fault[] = []
  const name = input.name.trim()
  if (name === '' || name.length > 200) faults.push({ at: 'name', message: 'Vul de naam in (hoogstens 200 tekens).' })
  let email = ''
  try {
    email = acceptEmail(input.email)
  } catch (refused) {
    if (!(refused instanceof Invalid)) throw refused
    faults.push(...refused.faults)
  }
  const other = email && await scope.tx.selectFrom('person').select('id').where((where) => where(where.fn<string>('lower', ['email']), '=', email)).executeTakeFirst()
  if (other && other.id !== except) faults.push({ at: 'email', message: 'Er is al een persoon met dit e-mailadres.' })
  const departmentId = input.departmentId || null
  if (departmentId && !(await hasRow(scope, 'department', departmentId))) faults.push({ at: 'department', message: 'Deze afdeling bestaat niet (meer).' })
  const jobFunctionId = input.jobFunctionId || null
  if (jobFunctionId && !(await hasRow(scope, 'job_function', jobFunctionId))) faults.push({ at: 'jobFunction', message: 'Deze functie bestaat niet (meer).' })
  if (faults.length > 0) throw new Invalid(faults)
  return { name, email, department_id: departmentId, job_function_id: jobFunctionId }
}

async function personRow(scope: Scope, id: string) {
  const row = isId(id) ? await scope.tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return row
}

async function hasRow(scope: Scope, table: 'department' | 'job_function', id: string): Promise<boolean> {
  return isId(id) && (await scope.tx.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

async function isManagement(scope: Scope, jobFunctionId: string | null): Promise<boolean> {
  if (!jobFunctionId) return false
  const row = await scope.tx.selectFrom('job_function').select('is_management').where('id', '=', jobFunctionId).executeTakeFirst()
  return row?.is_management ?? false
}

function refuseConflict(held: readonly Role[], management: boolean, at: string): void {
  const conflict = roleConflict(held, management)
  if (conflict) throw new Invalid([{ at, message: conflict }])
}

async function refuseLastAdministrator(scope: Scope, personId: string): Promise<void> {
  const today = dayOf(scope.now)
  // Two administrators who end each other at the same moment would leave nobody: the organisation's row is the turnstile.
  await scope.tx.selectFrom('organisation').select('id').forUpdate().execute()
  const rows = await scope.tx.selectFrom('role_assignment as a')
    .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'))
    .select('p.id').distinct().where('a.role', '=', 'administrator').where('p.is_active', '=', true).where('a.valid_from', '<=', today)
    .where((where) => where.or([where('a.valid_until', 'is', null), where('a.valid_until', '>=', today)])).execute()
  if (rows.length > 0 && rows.every((row) => row.id === personId)) throw new Refused('Dit is de laatste beheerder. Maak eerst iemand anders beheerder.')
}
