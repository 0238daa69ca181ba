// Checking an organisation's log in the database: the chain from the first checkpoint, every record under it, what was removed, and what stands there besides.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { type ChainCheck, startChainCheck } from './chain-check.ts'
import type { CheckFault } from './check-faults.ts'
import type { CheckOutcome } from './check-outcome.ts'
import { checkpointsFrom, findBatch, unsealedBatches, unsealedTail } from './checkpoints.ts'
import { readLeaves } from './leaf-sql.ts'
import type { PublishedLines } from './published-lines.ts'
import { readBatches, readLog } from './read-log.ts'
import { recordFault, whoIs } from './record-faults.ts'
import { provenDigest, startRemoval } from './removal-proof.ts'
import { fingerprintOf, publicKeyOf } from './signing.ts'
import { checkpointDigest } from './texts.ts'

export type CheckOrder = {
  readonly published?: PublishedLines
  /** Checkpoints made in these days; without them the whole log. */
  readonly from?: Date
  readonly until?: Date
  readonly onProgress?: (records: number) => Promise<void> | void
  readonly signal?: AbortSignal
}

type CheckHouse = Pick<JobHouse, 'database' | 'clock'>

export async function checkOrganisation(house: CheckHouse, place: JobPlace, order: CheckOrder = {}): Promise<CheckOutcome> {
  const { organisation } = place
  const publicKey = publicKeyOf(organisation)
  const span = await inPlace(house, place, (scope) => spanOf(scope, order))
  const published = order.published ?? new Map()
  const check = startChainCheck({ organisationId: organisation.id, publicKey, published, first: span.first, before: span.before })
  const fault = await follow(house, place, check, span, order) ?? await restFault(house, place, check, span, order) ?? null
  const { held, unsealed } = await inPlace(house, place, async (scope) => ({ held: await countHeld(scope), unsealed: await unsealedTail(scope) }))
  const { counts } = check
  return {
    fault: fault && await inPlace(house, place, (scope) => withIds(scope, fault)), organisation: organisation.id, fingerprint: fingerprintOf(publicKey).replaceAll(' ', ''),
    records: counts.records, batches: counts.batches, checkpoints: counts.checkpoints, first: span.first, last: counts.last, until: counts.until?.toISOString() ?? null,
    removed: counts.removed, held: span.isWhole ? held : null, compared: counts.compared, unsealed: { records: unsealed.records, oldestAt: unsealed.oldestAt?.toISOString() ?? null }, isWhole: span.isWhole,
  }
}

type Span = { readonly first: number; readonly last: number; /** Under which some batch says to stand. */ readonly named: number; readonly before: { digest: Buffer; total: number } | null; readonly isWhole: boolean }

/** Which checkpoints, in one look. */
export async function spanOf(scope: Scope, { from, until }: Pick<CheckOrder, 'from' | 'until'>): Promise<Span> {
  const { organisation, tx } = scope
  const { rows: [row] } = await sql<{ last: number; named: number }>`
    select coalesce((select max(sequence) from access_checkpoint where organisation_id = ${organisation.id}), 0) as last,
      coalesce((select max(checkpoint) from access_batch where organisation_id = ${organisation.id} and checkpoint is not null), 0) as named`.execute(tx)
  const { last = 0, named = 0 } = row ?? {}
  if (!from && !until) return { first: 1, last, named, before: null, isWhole: true }
  const { rows: [part] } = await sql<{ first: number | null; last: number | null }>`
    select min(sequence) as first, max(sequence) as last from access_checkpoint where organisation_id = ${organisation.id} ${from ? sql`and made_at >= ${from}` : sql``} ${until ? sql`and made_at < ${until}` : sql``}`.execute(tx)
  if (part?.first === null || part?.last === null || !part) return { first: 1, last: 0, named: 0, before: null, isWhole: false }
  const [before] = part.first > 1 ? await checkpointsFrom(scope, part.first - 1, part.first - 1, 1) : []
  return { first: part.first, last: part.last, named: 0, before: before ? { digest: checkpointDigest(organisation.id, before), total: before.recordsTotal } : null, isWhole: part.first === 1 && part.last === last }
}

async function follow(house: CheckHouse, place: JobPlace, check: ChainCheck, span: Span, { onProgress, signal, published }: CheckOrder): Promise<CheckFault | undefined> {
  let told = performance.now()
  for await (const piece of readLog(house, place, span.first, span.last)) {
    const fault = 'checkpoint' in piece ? check.checkpoint(piece.checkpoint) : check.batch(piece.found)
    if (fault) return fault
    if (performance.now() - told < 1_000) continue
    signal?.throwIfAborted()
    await onProgress?.(check.counts.records)
    told = performance.now()
  }
  const fault = check.end(Math.max(span.last, span.named))
  if (fault || !span.isWhole || !published) return fault
  const beyond = [...published.keys()].filter((sequence) => sequence > span.last).sort((a, b) => a - b)[0]
  return beyond === undefined ? undefined : { kind: 'published_cut_off', checkpoint: beyond, at: published.get(beyond)![0]!.madeAt }
}

/** What the chain doesn't reach: removals, what isn't sealed yet, and records that belong nowhere. */
async function restFault(house: CheckHouse, place: JobPlace, { claims }: ChainCheck, span: Span, { signal }: CheckOrder): Promise<CheckFault | undefined> {
  for (const [removal, claimed] of claims) {
    const fault = await inPlace(house, place, (scope) => removalFault(scope, removal, claimed))
    if (fault) return fault
  }
  if (!span.isWhole) return undefined
  for (let after: string | undefined; ;) {
    const batches = (await inPlace(house, place, (scope) => unsealedBatches(scope, after, 2_000)))
    for await (const found of readBatches(house, place, batches.filter(({ root }) => root !== null))) {
      const fault = recordFault(found)
      // Sealed and removed while we looked: the next check sees it in the chain.
      if (fault) return fault
    }
    signal?.throwIfAborted()
    if (batches.length < 2_000) break
    after = batches.at(-1)!.id
  }
  return inPlace(house, place, countFault)
}

async function removalFault(scope: Scope, removal: string, claimed: ReadonlySet<string>): Promise<CheckFault | undefined> {
  const { organisation, tx } = scope
  const batch = await findBatch(scope, removal)
  const [row] = batch ? await readLeaves(tx, organisation.id, { firstBatch: removal, lastBatch: removal, firstAt: batch.firstAt, lastAt: batch.lastAt }) : []
  const [checkpoint] = batch?.checkpoint ? await checkpointsFrom(scope, batch.checkpoint, batch.checkpoint, 1) : []
  const proven = batch && row ? provenDigest(organisation.id, publicKeyOf(organisation), { batch, leaf: row.leaf, checkpoint: checkpoint ?? null }, batch.checkpoint === null) : undefined
  const sum = startRemoval(claimed)
  const { rows } = await sql<{ batch: string; from: number; to: number }>`
    select batch_id as batch, from_position as "from", to_position as "to" from access_removed where organisation_id = ${organisation.id} and removal_batch = ${removal} order by batch_id, from_position`.execute(tx)
  for (const { batch: id, from, to } of rows) sum.add(id, from, to)
  if (proven !== undefined && sum.digest() === proven) return undefined
  const [id, position] = (claimed.values().next().value ?? '').split(' ')
  return { kind: 'removal_unproven', ...(id ? { batch: id, position: Number(position) } : {}) }
}

/** In one look, so that what is written meanwhile counts on both sides. */
async function countFault({ organisation: { id }, tx }: Scope): Promise<CheckFault | undefined> {
  await sql`set local statement_timeout = 0`.execute(tx)
  const { rows: [count] } = await sql<{ there: number; expected: number }>`
    select (select count(*) from access_record where organisation_id = ${id}) + (select count(*) from access_record_held where organisation_id = ${id}) as there,
      coalesce((select sum(record_count) from access_batch where organisation_id = ${id}), 0)::bigint - coalesce((select sum(to_position - from_position + 1) from access_removed where organisation_id = ${id}), 0)::bigint as expected`.execute(tx)
  if (!count || count.there === count.expected) return undefined
  for (const table of ['access_record', 'access_record_held']) {
    const { rows: [row] } = await sql<{ batch: string; position: number; trace: string; span: string }>`
      select r.batch_id as batch, r.position, encode(r.trace_id, 'hex') as trace, encode(r.span_id, 'hex') as span from ${sql.table(table)} r
      where r.organisation_id = ${id} and not exists (select from access_batch b where b.organisation_id = r.organisation_id and b.id = r.batch_id) limit 1`.execute(tx)
    if (row) return { kind: 'batch_unknown', batch: row.batch, position: row.position, traceId: row.trace, spanId: row.span }
  }
  // More than was sealed, in batches that are known: outside the moments between which their records lie.
  return { kind: 'count_differs' }
}

/** A record that isn't where its batch's records lie may stand elsewhere in time: then it was changed, and can be named. */
async function withIds({ organisation, tx }: Scope, fault: CheckFault): Promise<CheckFault> {
  if (fault.kind !== 'record_missing' || fault.batch === undefined || fault.position === undefined) return fault
  const [row] = await readLeaves(tx, organisation.id, { firstBatch: fault.batch, lastBatch: fault.batch, positions: [fault.position, fault.position] })
  return row ? { ...fault, kind: 'record_changed', ...whoIs(row) } : fault
}

async function countHeld({ organisation, tx }: Scope): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`select count(*) as count from access_record_held where organisation_id = ${organisation.id}`.execute(tx)
  return row?.count ?? 0
}
