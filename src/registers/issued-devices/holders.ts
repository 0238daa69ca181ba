// Holders: who left and still has devices, for the rules and for the list of what a leaver must give back (W-06).
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

/** True for devices whose holder has left. */
export async function holdersGone(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ id: string; gone: boolean }>`select d.id, not p.is_active as gone from issued_device d join person p on p.organisation_id = d.organisation_id and p.id = d.holder
    where d.organisation_id = ${scope.organisation.id} and d.id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(rows.map(({ id, gone }) => [id, gone]))
}
