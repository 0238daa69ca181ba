// Role holders: who holds which role today and later, how many hold each, and whose roles clash.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Role, Scope } from '../ground/scope.ts'
import type { HeldRole } from './role-grants.ts'
import { roleConflict } from './roles.ts'

export type RoleHolder = HeldRole & { name: string; isActive: boolean }
export type RoleReport = {
  holders: RoleHolder[]
  /** Active persons with the role today. */
  counts: Partial<Record<Role, number>>
  /** Active persons whose roles don't go together: a group or a later function can bring that about. */
  clashes: { personId: string; name: string; held: Role[]; why: string }[]
  isCut: boolean
}

const most = 500

/** Those with one role, or with any but that of employee, which nearly everybody holds. */
export async function listHolders(scope: Scope, role?: Role): Promise<RoleReport> {
  const today = dayOf(scope.now)
  const found = await sql<RoleHolder>`
    select a.id, a.person_id as "personId", p.name, p.is_active as "isActive", a.role, a.department_id as "departmentId", d.name as department,
      a.valid_from as "validFrom",
      a.valid_until as "validUntil", a.source, a.reason, a.granted_at as "grantedAt", g.name as "grantedBy"
    from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    left join department d on d.organisation_id = a.organisation_id and d.id = a.department_id
    left join person g on g.organisation_id = a.organisation_id and g.id = a.granted_by
    where a.organisation_id = ${scope.organisation.id} and (a.valid_until is null or a.valid_until >= ${today})
      and (case when ${role ?? null}::text is null then a.role <> 'employee' else a.role = ${role ?? null}::text end)
    order by a.role, p.name, a.valid_from limit ${most + 1}`.execute(scope.tx)
  return { holders: found.rows.slice(0, most), isCut: found.rows.length > most, ...await roleStandings(scope) }
}

export type RoleStandings = Pick<RoleReport, 'counts' | 'clashes'>

/** How many active persons hold each role today, and whose roles clash. */
export async function roleStandings(scope: Scope): Promise<RoleStandings> {
  const today = dayOf(scope.now)
  return { counts: await countHolders(scope, today), clashes: await listClashes(scope, today) }
}

async function countHolders(scope: Scope, today: string): Promise<RoleReport['counts']> {
  const found = await sql<{ role: Role; holders: number }>`
    select a.role, count(distinct a.person_id) as holders from role_assignment a join person p on p.organisation_id = a.organisation_id
      and p.id = a.person_id and p.is_active
    where a.organisation_id = ${scope.organisation.id} and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})
      group by a.role`.execute(scope.tx)
  return Object.fromEntries(found.rows.map(({ role, holders }) => [role, holders]))
}

async function listClashes(scope: Scope, today: string): Promise<RoleReport['clashes']> {
  const found = await sql<{ personId: string; name: string; held: Role[]; isManagement: boolean }>`
    select p.id as "personId", p.name, array_agg(a.role) as held, coalesce(bool_or(f.is_management), false) as "isManagement"
    from person p join role_assignment a on a.organisation_id = p.organisation_id and a.person_id = p.id
    left join job_function f on f.organisation_id = p.organisation_id and f.id = p.job_function_id
    where p.organisation_id = ${scope.organisation.id} and p.is_active and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})
    group by p.id, p.name having bool_or(a.role = 'dpo') order by p.name`.execute(scope.tx)
  return found.rows.flatMap(({ personId, name, held, isManagement }) => {
    const why = roleConflict(held, isManagement)
    return why ? [{ personId, name, held, why }] : []
  })
}
