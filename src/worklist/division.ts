// Division: everything that the page on who does what shows, gathered from roles, appointments, portfolios, mandates and responsibilities.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { profileInForce } from '../policy/in-force.ts'
import { type AppointmentInForce, appointmentInForce } from '../registers/dpo-appointments/actions.ts'
import { mandatesInForce } from '../registers/mandates/actions.ts'
import { portfoliosInForce } from '../registers/portfolios/actions.ts'
import { holdersOf, missingSteps, stepsInForce } from '../registers/responsibilities/actions.ts'
import type { Party } from '../registers/responsibilities/declaration.ts'

export type OwnerOf = { readonly personId: string; readonly name: string; readonly department: string; readonly departmentId: string }

export type WhoDoesWhat = Awaited<ReturnType<typeof loadDivision>>

/** The roles that everybody may ask something of, in the order in which they are shown. */
export const shownRoles = ['dpo', 'privacy_officer', 'ciso', 'iso'] as const satisfies readonly Party[]

export async function loadDivision(scope: Scope) {
  const appointment: AppointmentInForce | undefined = await appointmentInForce(scope)
  return {
    kind: scope.organisation.kind, appointment, owners: await ownersOf(scope),
    holders: await holdersOf(scope, new Set<Party>(shownRoles)), mandates: await mandatesInForce(scope), portfolios: await portfoliosInForce(scope),
    steps: await stepsInForce(scope), missing: await missingSteps(scope),
    usesMandates: (await profileInForce(scope))?.profile.norms.some(({ id }) => id === 'N-09') ?? false,
  }
}

/** Persons that the page names. */
export function namedIn({ appointment, owners, holders, mandates, portfolios }: WhoDoesWhat): string[] {
  const people = [...owners, ...holders].map(({ personId }) => personId)
  return [...new Set([...people, ...mandates.flatMap(({ personIds }) => personIds), ...portfolios.flatMap(({ personIds }) => personIds), ...(appointment?.personId ? [appointment.personId] : [])])]
}

/** Who owns the processes of which department today, by department. */
async function ownersOf(scope: Scope): Promise<OwnerOf[]> {
  const today = dayOf(scope.now)
  const found = await sql<OwnerOf>`
    select distinct p.id as "personId", p.name, d.name as department, d.id as "departmentId" from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.is_active join department d on d.organisation_id = a.organisation_id and d.id = a.department_id and d.is_active
    where a.organisation_id = ${scope.organisation.id} and a.role = 'process_owner' and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today}) order by d.name, p.name limit 500`.execute(scope.tx)
  return found.rows
}
