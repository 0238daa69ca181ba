// Reading the sealed log back in the order of the chain: checkpoints with their batches and records, in stretches that fit in memory, the next one fetched while this one is worked on.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { batchesOf, checkpointsFrom, type KeptBatch, type KeptCheckpoint } from './checkpoints.ts'
import { type LeafRow, readLeaves } from './leaf-sql.ts'
import type { FoundBatch, RemovedRange } from './record-faults.ts'

export type ReadBatch = FoundBatch & { readonly batch: KeptBatch }
export type Piece = { readonly checkpoint: KeptCheckpoint } | { readonly found: ReadBatch }

/** Records and batches in memory at a time. */
const mostRecords = 20_000
const mostBatches = 4_000

/** Checkpoints `first` to `last`, each before its batches. A checkpoint that isn't there is passed over: who follows the numbers sees it. */
export async function* readLog(house: Pick<JobHouse, 'database' | 'clock'>, place: JobPlace, first: number, last: number): AsyncGenerator<Piece> {
  for (let next = first; next <= last;) {
    const { checkpoints, batches } = await inPlace(house, place, async (scope) => {
      const some = fitting(await checkpointsFrom(scope, next, last, 500))
      return { checkpoints: some, batches: some.length > 0 ? await batchesOf(scope, some[0]!.sequence, some.at(-1)!.sequence) : [] }
    })
    if (checkpoints.length === 0) return
    const under = Map.groupBy(batches, ({ checkpoint }) => checkpoint!)
    const read = readBatches(house, place, checkpoints.flatMap(({ sequence }) => under.get(sequence) ?? []))
    for (const checkpoint of checkpoints) {
      yield { checkpoint }
      for (let left = under.get(checkpoint.sequence)?.length ?? 0; left > 0; left--) yield { found: (await read.next()).value as ReadBatch }
    }
    next = checkpoints.at(-1)!.sequence + 1
  }
}

/** Batches with their records, in the order given. */
export async function* readBatches(house: Pick<JobHouse, 'database' | 'clock'>, place: JobPlace, batches: readonly KeptBatch[]): AsyncGenerator<ReadBatch> {
  const stretches = [...stretchesOf(batches)]
  const fetch = (at: number) => {
    const stretch = stretches[at]
    const promise = stretch && inPlace(house, place, (scope) => readStretch(scope, stretch))
    promise?.catch(() => {})
    return promise
  }
  let coming = fetch(0)
  for (let at = 0; at < stretches.length; at++) {
    const here = await coming!
    coming = fetch(at + 1)
    yield* here
  }
}

async function readStretch(scope: Scope, batches: readonly KeptBatch[]): Promise<ReadBatch[]> {
  const range = rangeOf(batches)
  const rows = new Map<string, LeafRow[]>(batches.map(({ id }) => [id, []]))
  for (const row of await readLeaves(scope.tx, scope.organisation.id, range)) rows.get(row.batchId)?.push(row)
  // After the records: what was removed in between is there twice rather than nowhere.
  const removed = await readRemoved(scope, range)
  return batches.map((batch) => ({ batch, digests: batch.digests, rows: rows.get(batch.id)!.sort((a, b) => a.position - b.position), removed: removed.get(batch.id) ?? [] }))
}

async function readRemoved({ organisation, tx }: Scope, { firstBatch, lastBatch }: { firstBatch: string; lastBatch: string }): Promise<Map<string, RemovedRange[]>> {
  const { rows } = await sql<RemovedRange & { batchId: string }>`
    select batch_id as "batchId", from_position as "from", to_position as "to", removal_batch as removal from access_removed
    where organisation_id = ${organisation.id} and batch_id >= ${firstBatch} and batch_id <= ${lastBatch} order by batch_id, from_position`.execute(tx)
  return Map.groupBy(rows, ({ batchId }) => batchId)
}

function rangeOf(batches: readonly KeptBatch[]) {
  const ids = batches.map(({ id }) => id).sort()
  return {
    firstBatch: ids[0]!, lastBatch: ids.at(-1)!,
    firstAt: new Date(Math.min(...batches.map(({ firstAt }) => firstAt.getTime()))), lastAt: new Date(Math.max(...batches.map(({ lastAt }) => lastAt.getTime()))),
  }
}

/** What comes from before batches has an id of another kind: it is read by itself. */
function* stretchesOf(batches: readonly KeptBatch[]): Generator<KeptBatch[]> {
  let stretch: KeptBatch[] = []
  let records = 0
  for (const batch of batches) {
    if (stretch.length > 0 && (records + batch.recordCount > mostRecords || stretch.length === mostBatches || batch.kind === 'before' || stretch[0]!.kind === 'before')) {
      yield stretch
      stretch = []
      records = 0
    }
    stretch.push(batch)
    records += batch.recordCount
  }
  if (stretch.length > 0) yield stretch
}

function fitting(checkpoints: KeptCheckpoint[]): KeptCheckpoint[] {
  let batches = 0
  const end = checkpoints.findIndex(({ batchCount }, at) => (batches += batchCount) > mostBatches && at > 0)
  return end === -1 ? checkpoints : checkpoints.slice(0, end)
}
