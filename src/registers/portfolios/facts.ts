// Facts of portfolios: whether another portfolio in use has the same subject of the same body, and whether the DPO holds it.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { Scope } from '../../ground/scope.ts'

/** `others`: names of portfolios in use for the same subject, body and department. */
export type Beside = { readonly others: readonly string[]; readonly isDpo: boolean }

export async function besideOf(scope: Scope, ids: readonly string[]): Promise<Map<string, Beside>> {
  const today = dayOf(scope.now)
  const found = await sql<Beside & { id: string }>`
    select t.id, array(select o.name from portfolio o where o.organisation_id = t.organisation_id and o.id <> t.id and o.status = 'active' and o.subject = t.subject
        and o.body is not distinct from t.body and o.department is not distinct from t.department and (o.ends_on is null or o.ends_on >= ${today}) order by o.sort_name limit 5) as others,
      exists (select from role_assignment a where a.organisation_id = t.organisation_id and a.person_id in (t.holder, t.substitute) and a.role = 'dpo' and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})) as "isDpo"
    from portfolio t where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(found.rows.map(({ id, others, isDpo }) => [id, { others, isDpo }]))
}

/** Portfolios with a subject that these inputs have, before or after: they may have become two, or one. */
export async function withSameSubject(scope: Scope, inputs: readonly AnyInput[]): Promise<string[]> {
  const subjects = inputs.flatMap(({ subject }) => typeof subject === 'string' ? [subject] : [])
  if (subjects.length === 0) return []
  const found = await sql<{ id: string }>`select id from portfolio where organisation_id = ${scope.organisation.id} and status = 'active' and subject = any(${subjects}) order by id limit 200`.execute(scope.tx)
  return found.rows.map(({ id }) => id)
}
