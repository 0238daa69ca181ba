// Persons: the people of one organisation, with their department, function and roles.
import { isId, newId } from '../ground/ids.ts'
import { dayOf } from '../ground/clock.ts'
import { type Fault, Invalid, NotFound, Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { acceptEmail, plainEmail } from './accounts.ts'
import { notePerson } from './history.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { acceptGrant, type Grant, grantRole, type HeldRole, refuseConflict, rolesFrom } from './role-grants.ts'

export { endRole, type Grant, grantRole, type HeldRole, rolesToday } from './role-grants.ts'
export { isRole } from './roles.ts'

export type NewPerson = { name: string; email: string; departmentId?: string | null; jobFunctionId?: string | null; accountId?: string | null; roles?: readonly Grant[] }

/** Adds a person, with roles. `accountId` only where the account is surely this person's (set-up, demo world, the command line). @returns the id. @throws Invalid */
export async function addPerson(scope: Scope, input: NewPerson): Promise<string> {
  const id = newId()
  const checks = [() => acceptPerson(scope, input), ...(input.roles ?? []).map((grant) => () => acceptGrant(scope, grant))]
  const faults: Fault[] = []
  for (const check of checks) faults.push(...await faultsOf(check))
  if (faults.length > 0) throw new Invalid(faults)
  const checked = await acceptPerson(scope, input)
  await scope.tx.insertInto('person').values({ organisation_id: scope.organisation.id, id, ...checked, account_id: input.accountId ?? null, created_at: scope.now }).execute()
  await notePerson(scope, id, 'add', [{ field: 'name', before: null, after: checked.name }])
  for (const grant of input.roles ?? []) await grantRole(scope, id, grant)
  return id
}

/** Changes name, address, department and function. @throws Invalid, NotFound */
export async function changePerson(scope: Scope, id: string, input: NewPerson): Promise<void> {
  await personRow(scope, id)
  const before = await findPerson(scope, id)
  const values = await acceptPerson(scope, input, id)
  await refuseConflict(scope, before.roles.map(({ role }) => role), values.job_function_id, 'jobFunction')
  await scope.tx.updateTable('person').set(values).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  const after = await findPerson(scope, id)
  const fields = [['name', 'name'], ['email', 'email'], ['department', 'department'], ['job_function', 'jobFunction']] as const
  await notePerson(scope, id, 'change', fields.map(([field, key]) => ({ field, before: before[key], after: after[key] })))
}

/** Closes or opens a person. @throws Refused for oneself and for the last administrator. */
export async function setActive(scope: Scope, id: string, isActive: boolean): Promise<void> {
  const before = await personRow(scope, id)
  if (!isActive) {
    if (scope.actor.kind === 'person' && scope.actor.personId === id) throw new Refused(t(
      'U kunt uzelf niet uitzetten. Vraag een andere beheerder.',
      'You can’t turn off your own access. Ask another administrator.',
    ))
    await refuseLastAdministrator(scope, (held) => (held.personId === id ? undefined : held))
  }
  await scope.tx.updateTable('person').set({ is_active: isActive }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  await notePerson(scope, id, isActive ? 'reopen' : 'close', [{ field: 'is_active', before: before.is_active, after: isActive }])
}

export type ShownPerson = {
  id: string; name: string; email: string; departmentId: string | null; department: string | null; jobFunctionId: string | null; jobFunction: string | null
  isActive: boolean; accountId: string | null; roles: HeldRole[]
}

/** All persons by name, each with the roles of today and later. */
export async function listPersons(scope: Scope, only?: string): Promise<ShownPerson[]> {
  let query = scope.tx.selectFrom('person as p')
    .leftJoin('department as d', (join) => join.onRef('d.organisation_id', '=', 'p.organisation_id').onRef('d.id', '=', 'p.department_id'))
    .leftJoin('job_function as f', (join) => join.onRef('f.organisation_id', '=', 'p.organisation_id').onRef('f.id', '=', 'p.job_function_id'))
    .select(['p.id', 'p.name', 'p.email', 'p.department_id', 'd.name as department', 'p.job_function_id', 'f.name as job_function', 'p.is_active', 'p.account_id'])
    .where('p.organisation_id', '=', scope.organisation.id)
  if (only) query = query.where('p.id', '=', only)
  const persons = await query.orderBy('p.name').execute()
  const held = await rolesFrom(scope, only, dayOf(scope.now))
  return persons.map((row) => ({
    id: row.id, name: row.name, email: row.email, departmentId: row.department_id, department: row.department, jobFunctionId: row.job_function_id,
    jobFunction: row.job_function,
    isActive: row.is_active, accountId: row.account_id, roles: held.filter((assignment) => assignment.personId === row.id),
  }))
}

/** One person. @throws NotFound also for another organisation's. */
export async function findPerson(scope: Scope, id: string): Promise<ShownPerson> {
  const [person] = isId(id) ? await listPersons(scope, id) : []
  if (!person) throw new NotFound()
  return person
}

async function acceptPerson(scope: Scope, input: NewPerson, except?: string) {
  const faults: Fault[] = []
  const name = input.name.trim()
  if (name === '' || name.length > 200) faults.push({ at: 'name', message: t(
    'Vul de naam in (hoogstens 200 tekens).',
    'Fill in the name (at most 200 characters).',
  ) })
  const email = plainEmail(input.email)
  const unlike = await faultsOf(() => acceptEmail(email))
  faults.push(...unlike)
  const other = unlike.length === 0 && await scope.tx.selectFrom('person').select('id')
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email)).where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  if (other && other.id !== except) faults.push({ at: 'email', message: t(
    'Er is al een persoon met dit e-mailadres.',
    'There is a person with this e-mail address already.',
  ) })
  const departmentId = input.departmentId || null
  if (departmentId && !(await hasRow(scope, 'department', departmentId))) faults.push({ at: 'department', message: t(
    'Deze afdeling bestaat niet (meer).',
    'This department doesn’t exist (any more).',
  ) })
  const jobFunctionId = input.jobFunctionId || null
  if (jobFunctionId && !(await hasRow(scope, 'job_function', jobFunctionId))) faults.push({ at: 'jobFunction', message: t(
    'Deze functie bestaat niet (meer).',
    'This job function doesn’t exist (any more).',
  ) })
  if (faults.length > 0) throw new Invalid(faults)
  return { name, email, department_id: departmentId, job_function_id: jobFunctionId }
}

/** Locks the person, so that of two changes at the same moment each sees the other. */
async function personRow(scope: Scope, id: string) {
  const row = isId(id) ? await scope.tx.selectFrom('person').selectAll().where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', id).forNoKeyUpdate().executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return row
}

async function hasRow(scope: Scope, table: 'department' | 'job_function', id: string): Promise<boolean> {
  return isId(id) && (await scope.tx.selectFrom(table).select('id').where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', id).executeTakeFirst()) !== undefined
}

async function faultsOf(work: () => unknown): Promise<readonly Fault[]> {
  try {
    await work()
    return []
  } catch (refused) {
    if (refused instanceof Invalid) return refused.faults
    throw refused
  }
}
