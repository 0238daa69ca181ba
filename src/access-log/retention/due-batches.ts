// Due batches: those of which something is over its term, the oldest first, so many at a time that a transaction stays short.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

/** Where the next batches begin; they are gone through once in a run, so that what is held isn't looked at for ever. */
export type Place = { readonly firstAt: Date; readonly id: string }

export type DueBatch = Place & { readonly recordCount: number; readonly removedCount: number; readonly heldCount: number }

/** Records in one transaction: what is written then is small, and nobody waits long for a lock. */
const mostRecords = 5_000
const mostBatches = 2_000

/** Batches of which something lies in the months still and started before `before`. Only what was sealed. Locked, so that two processes don't count the same records twice. */
export async function dueBatches({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>, before: Date, after: Place | undefined): Promise<DueBatch[]> {
  const { rows } = await sql<DueBatch>`
    select id, first_at as "firstAt", record_count as "recordCount", removed_count as "removedCount", held_count as "heldCount" from access_batch
    where organisation_id = ${organisation.id} and removed_count + held_count < record_count and checkpoint is not null and first_at < ${before}
      and (${after?.id ?? null}::uuid is null or (first_at, id) > (${after?.firstAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by first_at, id limit ${mostBatches} for update`.execute(tx)
  return upTo(rows)
}

/** Batches of which something was moved aside; records of removals stay. */
export async function asideBatches({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>, after: Place | undefined): Promise<DueBatch[]> {
  const { rows } = await sql<DueBatch>`
    select id, first_at as "firstAt", record_count as "recordCount", removed_count as "removedCount", held_count as "heldCount" from access_batch
    where organisation_id = ${organisation.id} and held_count > 0 and kind <> 'removal' and (${after?.id ?? null}::uuid is null or id > ${after?.id ?? null}::uuid)
    order by id limit ${mostBatches} for update`.execute(tx)
  return upTo(rows)
}

/** At least one, however large it is. */
function upTo(batches: readonly DueBatch[]): DueBatch[] {
  let records = 0
  return batches.filter(({ recordCount }, index) => (records += recordCount) <= mostRecords || index === 0)
}
