// Sealer: within a second of the commit it takes the batches of an organisation that have no seal yet, and chains them in a signed checkpoint. Several processes may do so: one at a time for each organisation.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { keptDigests } from '../../access-record/write-batch.ts'
import { leafDigest, rootOf } from '../../access-record/tree.ts'
import type { Jobs } from '../../ground/jobs.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { Scope } from '../../ground/scope.ts'
import { inPlace, type JobHouse, type JobPlace, jobPlace } from '../../people/job-scope.ts'
import { type KeptBatch, type KeptCheckpoint, lastCheckpoint, unsealedBatches } from './checkpoints.ts'
import { readLeaves } from './leaf-sql.ts'
import { type FolderHouse, publishToFolder } from './publish-folder.ts'
import { signText } from './signing.ts'
import { type Batch, batchDigest, type Checkpoint, checkpointDigest, checkpointText } from './texts.ts'

const everyMs = 1_000
/** Batches in one checkpoint at most. */
const most = 10_000
const system = { kind: 'system', task: 'access-log-seal' } as const

/** Seals in this process until the jobs stop. What is committed and not sealed when it stops is sealed at the next start. */
export function workSealing(jobs: Pick<Jobs, 'stopping'>, house: FolderHouse): void {
  void (async () => {
    let isAway = false
    while (!jobs.stopping.aborted) {
      try {
        await sealAll(house, jobs.stopping)
        isAway = false
      } catch (error) {
        // While the database is away this comes back every second; once is enough to know.
        if (!isAway && !jobs.stopping.aborted) log.error('seal-look-failed', traceOf(error))
        isAway = true
      }
      await wait(everyMs, undefined, { signal: jobs.stopping }).catch(() => undefined)
    }
  })()
}

/** One round over every organisation that has something to seal. */
export async function sealAll(house: FolderHouse, stopping?: AbortSignal): Promise<void> {
  const { rows } = await sql<{ id: string }>`select organisations_to_seal() as id`.execute(house.database)
  for (const { id } of rows) {
    if (stopping?.aborted) return
    try {
      const place = await placeOf(house, id)
      await sealOrganisation(house, place)
      toPublish.set(id, place)
    } catch (error) {
      log.error('seal-failed', { organisation: id, ...traceOf(error) })
    }
  }
  for (const [id, place] of toPublish) if (await publishToFolder(house, place)) toPublish.delete(id)
}

/** Sealed, and perhaps not in the folder yet: that goes once in a while. */
const toPublish = new Map<string, JobPlace>()

/** Seals what is committed of one organisation. @returns how many batches; none where another process is at it */
export async function sealOrganisation(house: JobHouse, place: JobPlace): Promise<number> {
  for (let sealed = 0; ;) {
    const count = await inPlace(house, place, sealOnce)
    sealed += count
    if (count < most) return sealed
  }
}

/** One checkpoint over the oldest batches without one. @returns how many batches; none where another process is at it */
async function sealOnce(scope: Scope): Promise<number> {
  const { organisation, tx, now } = scope
  const { rows: [lock] } = await sql<{ is: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`access log ${organisation.id}`}, 0)) as is`.execute(tx)
  if (!lock?.is) return 0
  const found = await unsealedBatches(scope, undefined, most)
  if (found.length === 0) return 0
  const batches: Batch[] = []
  for (const batch of found) batches.push(batch.root ? batch : await rootOfBefore(scope, batch))
  const last = await lastCheckpoint(scope)
  const checkpoint = nextCheckpoint(scope, last, batches, now)
  await sql`
    insert into access_checkpoint (organisation_id, sequence, made_at, batch_count, record_count, records_total, root, previous, signature, digests)
    values (${organisation.id}, ${checkpoint.sequence}, ${checkpoint.madeAt}, ${checkpoint.batchCount}, ${checkpoint.recordCount}, ${checkpoint.recordsTotal}, ${checkpoint.root}, ${checkpoint.previous}, ${checkpoint.signature}, ${checkpoint.digests})`.execute(tx)
  await sql`
    update access_batch b set checkpoint = ${checkpoint.sequence}, checkpoint_position = s.place - 1 from unnest(${batches.map(({ id }) => id)}::uuid[]) with ordinality as s(id, place)
    where b.organisation_id = ${organisation.id} and b.id = s.id`.execute(tx)
  return batches.length
}

/** Never before the one before it, whatever the machine's clock did. */
export function nextCheckpoint({ organisation }: Pick<Scope, 'organisation'>, last: Checkpoint | undefined, batches: readonly Batch[], now: Date): KeptCheckpoint {
  const digests = batches.map((batch) => batchDigest(organisation.id, batch))
  const recordCount = batches.reduce((sum, batch) => sum + batch.recordCount, 0)
  const made = {
    sequence: (last?.sequence ?? 0) + 1, madeAt: last && last.madeAt > now ? last.madeAt : now, batchCount: batches.length, recordCount, recordsTotal: (last?.recordsTotal ?? 0) + recordCount,
    root: rootOf(digests), previous: last ? checkpointDigest(organisation.id, last) : null,
  }
  return { ...made, signature: signText(organisation, checkpointText(organisation.id, made)), digests: keptDigests(digests) }
}

/** What was logged before there were batches gets its root now. */
async function rootOfBefore(scope: Scope, batch: KeptBatch): Promise<Batch> {
  const rows = (await readLeaves(scope.tx, scope.organisation.id, { firstBatch: batch.id, lastBatch: batch.id })).sort((a, b) => a.position - b.position)
  const digests = rows.map(({ leaf }) => leafDigest(leaf))
  const root = rootOf(digests)
  await sql`update access_batch set root = ${root}, digests = ${keptDigests(digests)} where organisation_id = ${scope.organisation.id} and id = ${batch.id}`.execute(scope.tx)
  return { ...batch, root }
}

/** An organisation's keys don't change while it stands: they are looked up once in a while, not each second. */
async function placeOf(house: JobHouse, id: string): Promise<JobPlace> {
  const known = places.get(id)
  if (known && known.house === house && performance.now() - known.at < 60_000) return known.place
  const place = await jobPlace(house, id, system)
  places.set(id, { house, place, at: performance.now() })
  return place
}
const places = new Map<string, { readonly house: JobHouse; readonly place: JobPlace; readonly at: number }>()
