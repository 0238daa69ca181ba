// Removals: what retention took away or moved aside, run by run, and what is due and still there.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { dueBefore } from './keep-for.ts'

export type RemovalRun = { readonly id: string; readonly begunAt: Date; readonly finishedAt: Date | null; readonly removedBefore: Date; readonly removed: number; readonly moved: number }

/** The newest first. */
export async function listRemovals({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>): Promise<RemovalRun[]> {
  const { rows } = await sql<RemovalRun>`
    select id, begun_at as "begunAt", finished_at as "finishedAt", removed_before as "removedBefore", removed_count as removed, moved_count as moved from access_removal
    where organisation_id = ${organisation.id} order by begun_at desc, id desc limit 100`.execute(tx)
  return rows
}

/** From when records are over their term now, and the oldest that is still there for whatever reason. */
export async function howFar(scope: Pick<Scope, 'tx' | 'organisation' | 'now'>): Promise<{ before: Date; oldest: Date | null }> {
  const { rows: [row] } = await sql<{ oldest: Date | null }>`
    select first_at as oldest from access_batch where organisation_id = ${scope.organisation.id} and removed_count + held_count < record_count order by first_at limit 1`.execute(scope.tx)
  return { before: await dueBefore(scope), oldest: row?.oldest ?? null }
}
