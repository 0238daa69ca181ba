// In force: which covenants hold today for processing activities, for the rules of that register (H-23, H-42, N-05).
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

/** `joint`: at least one of them is between joint controllers. */
export type CovenantsInForce = { readonly count: number; readonly joint: boolean }

export async function covenantsInForce(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, CovenantsInForce>> {
  const today = dayOf(scope.now)
  const found = await sql<{ id: string } & CovenantsInForce>`
    select p.processing as id, count(*)::integer as count, bool_or(c.kind = 'joint' or exists (select from covenant_partners q where q.organisation_id = c.organisation_id and q.entry_id = c.id and q.role = 'joint')) as joint
    from covenant_processings p join covenant c on c.organisation_id = p.organisation_id and c.id = p.entry_id
    where p.organisation_id = ${scope.organisation.id} and p.processing = any(${ids}::uuid[]) and c.status = 'active' and (c.starts_on is null or c.starts_on <= ${today}) and (c.ends_on is null or c.ends_on >= ${today})
    group by p.processing`.execute(scope.tx)
  return new Map(found.rows.map(({ id, count, joint }) => [id, { count, joint }]))
}
