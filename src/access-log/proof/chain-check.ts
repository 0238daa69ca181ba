// Chain check: follows checkpoints and their batches in order, holds each against its signature, the one before it and what was published, and stops at the first that isn't right.
import { rootOf } from '../../access-record/tree.ts'
import type { CheckFault } from './check-faults.ts'
import type { KeptCheckpoint } from './checkpoints.ts'
import type { PublishedLine } from './published-line.ts'
import { type FoundBatch, recordFault } from './record-faults.ts'
import { isSigned } from './signing.ts'
import { batchDigest, checkpointDigest, checkpointText } from './texts.ts'

export type ChainStart = {
  readonly organisationId: string
  readonly publicKey: Buffer
  /** By number; several for one number when the log was published more than once. */
  readonly published: ReadonlyMap<number, readonly PublishedLine[]>
  /** The first that is expected, and what the one before it was; null where that isn't known. */
  readonly first: number
  readonly before: { readonly digest: Buffer; readonly total: number } | null
}

export type ChainCounts = { records: number; batches: number; checkpoints: number; removed: number; compared: number; until: Date | null; last: number }

export type ChainCheck = {
  /** Each gives the first fault, or undefined. After a fault nothing more is asked. */
  checkpoint(checkpoint: KeptCheckpoint): CheckFault | undefined
  batch(found: FoundBatch): CheckFault | undefined
  /** After the last batch. @param until the number that must have been reached, or undefined */
  end(until: number | undefined): CheckFault | undefined
  readonly counts: ChainCounts
  /** What is said to be removed, by the removal that did it: lines as `removed_digest` covers them. */
  readonly claims: ReadonlyMap<string, Set<string>>
}

export function startChainCheck({ organisationId, publicKey, published, first, before }: ChainStart): ChainCheck {
  const counts: ChainCounts = { records: 0, batches: 0, checkpoints: 0, removed: 0, compared: 0, until: null, last: first - 1 }
  const claims = new Map<string, Set<string>>()
  let previous = before
  let under: { checkpoint: KeptCheckpoint; wanted: readonly Buffer[] | undefined; leaves: Buffer[]; records: number } | undefined

  const close = (): CheckFault | undefined => {
    if (!under) return undefined
    const { checkpoint, leaves, records } = under
    const at = { checkpoint: checkpoint.sequence, at: checkpoint.madeAt.toISOString() }
    if (leaves.length < checkpoint.batchCount) return { kind: 'batch_missing', ...at }
    if (!under.wanted && !rootOf(leaves).equals(checkpoint.root)) return { kind: 'batch_changed', ...at }
    return records === checkpoint.recordCount ? undefined : { kind: 'checkpoint_changed', ...at }
  }

  return {
    counts, claims,
    checkpoint(checkpoint) {
      const ended = close()
      if (ended) return ended
      const at = { checkpoint: checkpoint.sequence, at: checkpoint.madeAt.toISOString() }
      const expected = counts.last + 1
      if (checkpoint.sequence > expected) return { kind: 'checkpoint_missing', checkpoint: expected }
      if (checkpoint.sequence < expected) return { kind: 'checkpoint_moved', ...at }
      const digest = checkpointDigest(organisationId, checkpoint)
      for (const line of published.get(checkpoint.sequence) ?? []) {
        if (line.digest !== digest.toString('hex')) return { kind: 'published_differs', ...at }
        counts.compared++
      }
      if (!isSigned(publicKey, checkpointText(organisationId, checkpoint), checkpoint.signature)) return { kind: 'checkpoint_changed', ...at }
      if (checkpoint.sequence === 1 ? checkpoint.previous !== null : previous !== null && !checkpoint.previous?.equals(previous.digest)) return { kind: 'chain_broken', ...at }
      if (counts.until && checkpoint.madeAt < counts.until) return { kind: 'clock_back', ...at }
      if (checkpoint.sequence === 1 || previous) if (checkpoint.recordsTotal !== (previous?.total ?? 0) + checkpoint.recordCount) return { kind: 'checkpoint_changed', ...at }
      const wanted = checkpoint.batchCount === 1 ? [checkpoint.root] : checkpoint.digests?.length === 32 * checkpoint.batchCount ? split(checkpoint.digests) : undefined
      under = { checkpoint, wanted: wanted && rootOf(wanted).equals(checkpoint.root) ? wanted : undefined, leaves: [], records: 0 }
      previous = { digest, total: checkpoint.recordsTotal }
      counts.checkpoints++
      counts.until = checkpoint.madeAt
      counts.last = checkpoint.sequence
      return undefined
    },
    batch(found) {
      const { batch, removed } = found
      if (under) {
        const place = under.leaves.length
        const digest = batchDigest(organisationId, batch)
        const at = { batch: batch.id, checkpoint: under.checkpoint.sequence, at: batch.writtenAt.toISOString() }
        if (place >= under.checkpoint.batchCount) return { kind: 'batch_added', ...at }
        if (under.wanted && !under.wanted[place]!.equals(digest)) return under.wanted.some((one) => one.equals(digest)) ? { kind: 'batch_missing', checkpoint: at.checkpoint, at: at.at } : { kind: 'batch_changed', ...at }
        under.leaves.push(digest)
        under.records += batch.recordCount
      }
      const fault = recordFault(found)
      if (fault) return under ? { ...fault, checkpoint: under.checkpoint.sequence } : fault
      counts.batches++
      counts.records += found.rows.length
      counts.removed += batch.recordCount - found.rows.length
      for (const { from, to, removal } of removed) {
        let lines = claims.get(removal)
        if (!lines) claims.set(removal, lines = new Set())
        lines.add(`${batch.id} ${from} ${to}\n`)
      }
      return undefined
    },
    end(until) {
      const ended = close()
      if (ended) return ended
      under = undefined
      return until !== undefined && counts.last < until ? { kind: 'checkpoint_missing', checkpoint: counts.last + 1 } : undefined
    },
  }
}

function split(digests: Buffer): Buffer[] {
  return Array.from({ length: digests.length / 32 }, (_, at) => digests.subarray(at * 32, at * 32 + 32))
}
