// Facts of mandates: who holds one today, as a person, by a role or by a job function, and whether the DPO is among them.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

/** `holders`: active persons who hold the mandate today. `isDpo`: one of them, or the substitute, has the role of DPO. */
export type HeldBy = { readonly holders: number; readonly isDpo: boolean }

export async function holdersOf(scope: Scope, ids: readonly string[]): Promise<Map<string, HeldBy>> {
  const today = dayOf(scope.now)
  const found = await sql<HeldBy & { id: string }>`
    with held as (
      select m.id, p.id as person, false as is_substitute from mandate m
      join person p on p.organisation_id = m.organisation_id and p.is_active
      left join job_function f on f.organisation_id = p.organisation_id and f.id = p.job_function_id
      where m.organisation_id = ${scope.organisation.id} and m.id = any(${ids}::uuid[]) and (p.id = m.holder or lower(f.name) = lower(m.holder_function)
        or exists (select from role_assignment a where a.organisation_id = p.organisation_id and a.person_id = p.id and a.role = m.holder_role and (m.department is null or a.department_id is null or a.department_id = m.department)
          and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})))
      union all select m.id, m.substitute, true from mandate m where m.organisation_id = ${scope.organisation.id} and m.id = any(${ids}::uuid[]) and m.substitute is not null
    )
    select h.id, count(*) filter (where not h.is_substitute)::integer as holders, bool_or(exists (select from role_assignment a where a.organisation_id = ${scope.organisation.id} and a.person_id = h.person and a.role = 'dpo'
      and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today}))) as "isDpo"
    from held h group by h.id`.execute(scope.tx)
  const none: HeldBy = { holders: 0, isDpo: false }
  return new Map([...ids.map((id) => [id, none] as const), ...found.rows.map(({ id, holders, isDpo }) => [id, { holders, isDpo }] as const)])
}
