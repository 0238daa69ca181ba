// Checkpoints and batches as the database keeps them.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import type { Batch, Checkpoint } from './texts.ts'

type Place = Pick<Scope, 'organisation' | 'tx'>

/** With the digests of its batches, where it has more than one. */
export type KeptCheckpoint = Checkpoint & { readonly digests: Buffer | null }
/** With the digests of its records, and its place under a checkpoint. */
export type KeptBatch = Batch & { readonly digests: Buffer | null; readonly checkpoint: number | null; readonly checkpointPosition: number | null }

const checkpointColumns = sql`sequence, made_at as "madeAt", batch_count as "batchCount", record_count as "recordCount", records_total as "recordsTotal", root, previous, signature, digests`
export const batchColumns = sql`id, written_at as "writtenAt", kind, record_count as "recordCount", first_at as "firstAt", last_at as "lastAt", root, digests, checkpoint, checkpoint_position as "checkpointPosition"`

export async function lastCheckpoint({ organisation, tx }: Place): Promise<KeptCheckpoint | undefined> {
  const { rows } = await sql<KeptCheckpoint>`select ${checkpointColumns} from access_checkpoint where organisation_id = ${organisation.id} order by sequence desc limit 1`.execute(tx)
  return rows[0]
}

/** Newest first. */
export async function newestCheckpoints({ organisation, tx }: Place, limit: number): Promise<KeptCheckpoint[]> {
  return (await sql<KeptCheckpoint>`select ${checkpointColumns} from access_checkpoint where organisation_id = ${organisation.id} order by sequence desc limit ${limit}`.execute(tx)).rows
}

/** From this number on, in order. */
export async function checkpointsFrom({ organisation, tx }: Place, from: number, until: number, limit: number): Promise<KeptCheckpoint[]> {
  return (await sql<KeptCheckpoint>`select ${checkpointColumns} from access_checkpoint where organisation_id = ${organisation.id} and sequence >= ${from} and sequence <= ${until} order by sequence limit ${limit}`.execute(tx)).rows
}

/** Batches of these checkpoints, in the order in which they were sealed. */
export async function batchesOf({ organisation, tx }: Place, first: number, last: number): Promise<KeptBatch[]> {
  return (await sql<KeptBatch>`select ${batchColumns} from access_batch where organisation_id = ${organisation.id} and checkpoint >= ${first} and checkpoint <= ${last} order by checkpoint, checkpoint_position`.execute(tx)).rows
}

export async function unsealedBatches({ organisation, tx }: Place, after: string | undefined, limit: number): Promise<KeptBatch[]> {
  return (await sql<KeptBatch>`select ${batchColumns} from access_batch where organisation_id = ${organisation.id} and checkpoint is null ${after === undefined ? sql`` : sql`and id > ${after}`} order by id limit ${limit}`.execute(tx)).rows
}

export async function findBatch({ organisation, tx }: Place, id: string): Promise<KeptBatch | undefined> {
  return (await sql<KeptBatch>`select ${batchColumns} from access_batch where organisation_id = ${organisation.id} and id = ${id}`.execute(tx)).rows[0]
}

/** What isn't sealed yet. */
export type UnsealedTail = { readonly batches: number; readonly records: number; readonly oldestAt: Date | null; readonly ageMs: number }

export async function unsealedTail({ organisation, tx, now }: Pick<Scope, 'organisation' | 'tx' | 'now'>): Promise<UnsealedTail> {
  const { rows: [row] } = await sql<{ batches: number; records: number; oldestAt: Date | null }>`
    select count(*) as batches, coalesce(sum(record_count), 0)::bigint as records, min(written_at) as "oldestAt" from access_batch where organisation_id = ${organisation.id} and checkpoint is null`.execute(tx)
  const { batches = 0, records = 0, oldestAt = null } = row ?? {}
  return { batches, records, oldestAt, ageMs: oldestAt ? Math.max(0, now.getTime() - oldestAt.getTime()) : 0 }
}
