// Assignees: the division of tasks as it stands, and who has a part in a step today: by role, by department, and with stand-ins.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { listDepartments } from '../../people/departments.ts'
import { type Part, type Party, parts, type Process } from './declaration.ts'

export type Step = { readonly id: string; readonly name: string; readonly process: Process | null; readonly otherProcess: string | null; readonly departmentId: string | null; readonly department: string | null; readonly sequence: number | null; readonly step: string | null } & Readonly<Record<Part, readonly Party[]>>

/** Steps in force, by process and then in their own order. */
export async function stepsInForce(scope: Scope): Promise<Step[]> {
  const found = await sql<Step>`
    select t.id, t.name, t.process, t.other_process as "otherProcess", t.department as "departmentId", d.name as department, t.sequence, t.step, t.responsible, t.accountable, t.consulted, t.informed
    from responsibility t left join department d on d.organisation_id = t.organisation_id and d.id = t.department
    where t.organisation_id = ${scope.organisation.id} and t.status = 'active' order by t.sequence nulls last, d.name nulls first, t.sort_name, t.id limit 1000`.execute(scope.tx)
  return found.rows
}

export type Assignee = {
  readonly personId: string
  readonly name: string
  readonly part: Part
  /** Why this person: the party of the step that they hold today. */
  readonly party: Party
  /** Name of whoever is away today, for whom this person stands in; null for the holders themselves. */
  readonly standsInFor: string | null
  /** Whose part it is: the person, or whoever is stood in for. */
  readonly holderId: string
}

/**
 * Who has a part in a step today: active persons by the roles that they hold on the scope's day. `step` is the step's fixed key (`report-authority`).
 * `department`: the step as that department does it, and of process owners only those of the nearest department up the tree that has one; without it all of them. Somebody with two parts comes once for each.
 * Whoever is away today is replaced by the stand-in that they chose (tasks). Employees as a whole are never listed. Empty when the organisation has no such step: then the caller falls back on its own roles.
 */
export async function assigneesFor(scope: Scope, process: Process, step: string, about: { readonly department?: string | null } = {}): Promise<Assignee[]> {
  const steps = (await stepsInForce(scope)).filter((one) => one.process === process && one.step === step)
  const found = stepFor(steps, about.department ? ancestorsOf(await listDepartments(scope), about.department) : [])
  if (!found) return []
  const wanted = new Set(parts.flatMap((part) => found[part]))
  const holders = await holdersOf(scope, wanted, about.department ?? null)
  return parts.flatMap((part) => found[part].flatMap((party) => holders.filter((holder) => holder.party === party).map((holder) => ({ ...holder, part }))))
}

/** The step of the nearest department, from the department itself up the tree; else the one that holds everywhere. Pure. */
export function stepFor<S extends Pick<Step, 'departmentId'>>(steps: readonly S[], ancestors: readonly string[]): S | undefined {
  for (const id of ancestors) {
    const own = steps.find(({ departmentId }) => departmentId === id)
    if (own) return own
  }
  return steps.find(({ departmentId }) => departmentId === null)
}

function ancestorsOf(departments: readonly { id: string; parentId: string | null }[], id: string): string[] {
  const found = [id]
  // Grows while it is walked; a department that is already in isn't added again, so a circle ends too.
  for (const one of found) {
    const parent = departments.find((department) => department.id === one)?.parentId
    if (parent && !found.includes(parent)) found.push(parent)
  }
  return found
}

type Holder = Omit<Assignee, 'part'>

/** Active persons by party, by name, with stand-ins in the place of whoever is away. */
export async function holdersOf(scope: Scope, wanted: ReadonlySet<Party>, department: string | null = null): Promise<Holder[]> {
  const today = dayOf(scope.now)
  const organisation = scope.organisation.id
  const rolesWanted = [...wanted].filter((party) => byRole.has(party))
  const found = await sql<Holder>`
    with recursive up (id, parent_id, distance) as (
      select d.id, d.parent_id, 0 from department d where d.organisation_id = ${organisation} and d.id = ${department}::uuid
      union all select d.id, d.parent_id, up.distance + 1 from up join department d on d.organisation_id = ${organisation} and d.id = up.parent_id where up.distance < 20
    ), held as (
      select p.id as "personId", p.name, a.role as party, case when a.role = 'process_owner' then up.distance end as distance
      from role_assignment a join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.is_active left join up on up.id = a.department_id
      where a.organisation_id = ${organisation} and a.role = any(${rolesWanted}) and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})
        and (a.role <> 'process_owner' or ${department}::uuid is null or up.id is not null)
    ), holder as (
    select distinct "personId", name, party from held where distance is not distinct from (select min(h.distance) from held h where h.party = held.party)
    union select p.id, p.name, 'management' from person p join job_function f on f.organisation_id = p.organisation_id and f.id = p.job_function_id
      where p.organisation_id = ${organisation} and p.is_active and f.is_management and ${wanted.has('management')}
    union select p.id, p.name, 'portfolio_holder' from portfolio t join person p on p.organisation_id = t.organisation_id and p.id = t.holder and p.is_active
      where t.organisation_id = ${organisation} and t.status = 'active' and t.subject = 'privacy' and coalesce(t.starts_on, t.decided_on, ${today}) <= ${today} and (t.ends_on is null or t.ends_on >= ${today}) and ${wanted.has('portfolio_holder')}
    )
    select coalesce(s.id, h."personId") as "personId", coalesce(s.name, h.name) as name, h.party, case when s.id is not null then h.name end as "standsInFor", h."personId" as "holderId"
    from holder h left join work_absence w on w.organisation_id = ${organisation} and w.person_id = h."personId" and ${today} between w.from_on and w.until_on
    left join person s on s.organisation_id = w.organisation_id and s.id = w.stand_in_id and s.is_active
    order by 2, 1`.execute(scope.tx)
  return found.rows
}

const byRole: ReadonlySet<Party> = new Set<Party & Role>(['process_owner', 'privacy_officer', 'iso', 'ciso', 'dpo'])
