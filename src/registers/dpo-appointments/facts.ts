// Facts of appointments: whether the person has the role of DPO here today, and which of the own roles or what job conflicts with it.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { conflictingWithDpo, type Conflicting } from '../../people/roles.ts'

export type Standing = { readonly hasRole: boolean; readonly conflicts: readonly Conflicting[] }

export async function standingOf(scope: Scope, ids: readonly string[]): Promise<Map<string, Standing>> {
  const today = dayOf(scope.now)
  const found = await sql<{ id: string; held: Role[]; isManagement: boolean }>`
    select t.id, array_remove(array_agg(distinct a.role), null) as held, coalesce(bool_or(f.is_management), false) as "isManagement"
    from dpo_appointment t join person p on p.organisation_id = t.organisation_id and p.id = t.dpo
    left join job_function f on f.organisation_id = p.organisation_id and f.id = p.job_function_id
    left join role_assignment a on a.organisation_id = p.organisation_id and a.person_id = p.id and p.is_active and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})
    where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[]) group by t.id`.execute(scope.tx)
  return new Map(found.rows.map(({ id, held, isManagement }) => [id, { hasRole: held.includes('dpo'), conflicts: conflictingWithDpo(held, isManagement) }]))
}
