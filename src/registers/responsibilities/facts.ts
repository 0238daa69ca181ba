// Facts of responsibilities: which parties of the division of tasks nobody holds today.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { parties, type Party } from './declaration.ts'

/** The same for every step: parties without an active person. Employees are never among them. */
export async function unheldFor(scope: Scope, ids: readonly string[]): Promise<Map<string, readonly Party[]>> {
  if (ids.length === 0) return new Map()
  const held = await heldParties(scope)
  const unheld = (Object.keys(parties) as Party[]).filter((party) => party !== 'employee' && !held.has(party))
  return new Map(ids.map((id) => [id, unheld]))
}

async function heldParties(scope: Scope): Promise<Set<string>> {
  const today = dayOf(scope.now)
  const organisation = scope.organisation.id
  const found = await sql<{ party: string }>`
    select distinct a.role as party from role_assignment a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.is_active
      where a.organisation_id = ${organisation} and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})
    union select 'management' from person p join job_function f on f.organisation_id = p.organisation_id and f.id = p.job_function_id where p.organisation_id = ${organisation} and p.is_active and f.is_management
    union select 'portfolio_holder' from portfolio t where t.organisation_id = ${organisation} and t.status = 'active' and (t.holder is not null or t.holder_name is not null) and (t.ends_on is null or t.ends_on >= ${today})`.execute(scope.tx)
  return new Set(found.rows.map(({ party }) => party))
}
