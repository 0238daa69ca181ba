// Unknown norms: which norms that measures name aren't in the policy that their organisation follows.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { profileInForce } from '../../policy/in-force.ts'

/** By measure; nothing for those whose norms are all known. */
export async function unknownNorms(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const known = new Set((await profileInForce(scope))?.profile.norms.map(({ id }) => id))
  const found = await sql<{ id: string; norm: string }>`select entry_id as id, norm from improvement_measure_norms
    where organisation_id = ${scope.organisation.id} and entry_id = any(${ids}::uuid[]) and norm is not null order by entry_id, position`.execute(scope.tx)
  const unknown = new Map<string, string[]>()
  for (const { id, norm } of found.rows) if (!known.has(norm)) unknown.set(id, [...unknown.get(id) ?? [], norm])
  return unknown
}
