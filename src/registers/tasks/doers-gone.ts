// Doers gone: open tasks of somebody who doesn't take part any more, so that they don't wait for nobody (N-53).
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

/** True for each of the tasks whose owner, without somebody else who does it, has left. */
export async function doersGone(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ id: string; gone: boolean }>`
    select t.id, not p.is_active as gone from task t join person p on p.organisation_id = t.organisation_id and p.id = coalesce(t.stand_in, t.owner)
    where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(rows.map(({ id, gone }) => [id, gone]))
}
