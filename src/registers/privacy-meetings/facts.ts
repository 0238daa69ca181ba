// Facts: how a meeting stands in its series: whether it is the last one, how often the policy wants one, and which tasks its participants have.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Role, Scope } from '../../ground/scope.ts'
import { profileInForce } from '../../policy/in-force.ts'
import { parameter } from '../../policy/profiles.ts'
import type { AnyInput } from '../../register-kit/entry.ts'

/** `every`: ISO 8601. `seats`: roles over the whole organisation that a participant holds today; `chair`: those of the chair. */
export type Standing = { readonly isLast: boolean; readonly every: string; readonly seats: readonly Role[]; readonly chair: readonly Role[] }

/** How often there is a privacy meeting where the policy doesn't say. */
const quarterly = 'P3M'

/** The term of the organisation's policy. */
export async function meetingEvery(scope: Scope): Promise<string> {
  const policy = await profileInForce(scope)
  return (policy && parameter(policy.profile, 'meeting_every')) ?? quarterly
}

export async function standingOf(scope: Scope, ids: readonly string[]): Promise<Map<string, Standing>> {
  const every = await meetingEvery(scope)
  const today = dayOf(scope.now)
  const held = sql`from role_assignment a where a.organisation_id = t.organisation_id and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today}) and a.department_id is null`
  const found = await sql<Omit<Standing, 'every'> & { id: string }>`
    select t.id,
      not exists (select from privacy_meeting o where o.organisation_id = t.organisation_id and o.kind = t.kind and o.department is not distinct from t.department and o.status <> 'cancelled' and o.id <> t.id
        and coalesce(o.held_on, o.planned_on) > coalesce(t.held_on, t.planned_on)) as "isLast",
      array(select distinct a.role ${held} and a.person_id in (select p.person from privacy_meeting_participants p where p.organisation_id = t.organisation_id and p.entry_id = t.id)) as seats,
      array(select distinct a.role ${held} and a.person_id in (select p.person from privacy_meeting_participants p where p.organisation_id = t.organisation_id and p.entry_id = t.id and p.part = 'chair')) as chair
    from privacy_meeting t where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(found.rows.map(({ id, ...standing }) => [id, { ...standing, every }]))
}

/** The latest meetings of the same kinds: whether these are the last of their series may have changed. */
export async function sameSeries(scope: Scope, inputs: readonly AnyInput[]): Promise<string[]> {
  const kinds = [...new Set(inputs.flatMap(({ kind }) => typeof kind === 'string' ? [kind] : []))]
  const found = await sql<{ id: string }>`select id from privacy_meeting where organisation_id = ${scope.organisation.id} and kind = any(${kinds}) order by coalesce(held_on, planned_on) desc nulls last, id limit 50`.execute(scope.tx)
  return found.rows.map(({ id }) => id)
}
