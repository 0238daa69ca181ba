// Record faults: holds the records of a batch against its root, and names the first that was changed, left out, added or moved.
import { leafDigest, rootOf } from '../../access-record/tree.ts'
import type { CheckFault } from './check-faults.ts'
import type { Batch } from './texts.ts'

export type FoundRow = { readonly position: number; readonly leaf: string; /** Of the file. */ readonly line?: number }
export type RemovedRange = { readonly from: number; readonly to: number; readonly removal: string }
export type FoundBatch = {
  readonly batch: Batch
  /** Of its records; null for one record, and once nothing of the batch is left. */
  readonly digests: Buffer | null
  readonly rows: readonly FoundRow[]
  readonly removed: readonly RemovedRange[]
}

/** Undefined when the batch is as it was written, but for what is said to be removed: whether that is so is checked elsewhere. */
export function recordFault({ batch, digests, rows, removed }: FoundBatch): CheckFault | undefined {
  const count = batch.recordCount
  const leaves = Array.from<Buffer | undefined>({ length: count })
  const found = rows.map((row): Found => ({ ...row, digest: leafDigest(row.leaf) }))
  let isOrderly = true
  for (const { position, digest } of found) {
    if (position < 0 || position >= count || leaves[position]) isOrderly = false
    else leaves[position] = digest
  }
  const known = count === 1 && digests === null ? [batch.root] : digests?.length === 32 * count ? Array.from({ length: count }, (_, at) => digests.subarray(at * 32, at * 32 + 32)) : undefined
  if (rows.length < count || !isOrderly) {
    const gone = removed.length > 0 ? positionsOf(removed, count) : undefined
    for (let at = 0; at < count; at++) if (!leaves[at] && gone?.[at]) leaves[at] = known?.[at]
    // Nothing left, and the digests went as well: the root itself stands in the chain.
    if (rows.length === 0 && gone?.every((one) => one === 1) && !known) return undefined
  }
  if (isOrderly && leaves.every((leaf) => leaf !== undefined) && rootOf(leaves).equals(batch.root)) return undefined
  const isKnown = known !== undefined && rootOf(known).equals(batch.root)
  return { batch: batch.id, at: batch.writtenAt.toISOString(), ...(isKnown ? named(known, found, removed) : guessed(count, found, removed)) }
}

type Found = FoundRow & { readonly digest: Buffer }

/** The list of digests is as it was sealed: the first place where the records differ from it tells which one. */
function named(known: readonly Buffer[], found: readonly Found[], removed: readonly RemovedRange[]): CheckFault {
  const gone = positionsOf(removed, known.length)
  const there = new Set(found.map(({ position }) => position))
  const expected = known.flatMap((digest, position) => gone[position] && !there.has(position) ? [] : [{ digest, position }])
  const sorted = found.toSorted((a, b) => a.position - b.position)
  const inLog = new Set(sorted.map(({ digest }) => digest.toString('latin1')))
  const inList = new Set(known.map((digest) => digest.toString('latin1')))
  for (let at = 0; ; at++) {
    const [want, have] = [expected[at], sorted[at]]
    if (!want && !have) return { kind: 'records_differ' }
    if (!have) return { kind: 'record_missing', position: want!.position }
    if (!want) return { kind: 'record_added', ...whoIs(have) }
    if (want.digest.equals(have.digest) && want.position === have.position) continue
    const isHereElsewhere = inLog.has(want.digest.toString('latin1'))
    const isFromHere = inList.has(have.digest.toString('latin1'))
    if (isHereElsewhere) return { kind: isFromHere && !isTwice(sorted, have) ? 'record_moved' : 'record_added', ...whoIs(have) }
    return isFromHere ? { kind: 'record_missing', position: want.position } : { kind: 'record_changed', ...whoIs(have) }
  }
}

/** Without the list only gaps and doubles tell something. */
function guessed(count: number, found: readonly Found[], removed: readonly RemovedRange[]): CheckFault {
  const gone = positionsOf(removed, count)
  const seen = new Set<number>()
  for (const row of found) {
    if (row.position < 0 || row.position >= count || seen.has(row.position)) return { kind: 'record_added', ...whoIs(row) }
    seen.add(row.position)
  }
  const missing = Array.from({ length: count }, (_, at) => at).find((at) => !seen.has(at) && !gone[at])
  if (missing !== undefined) return { kind: 'record_missing', position: missing }
  return count === 1 && found[0] ? { kind: 'record_changed', ...whoIs(found[0]) } : { kind: 'records_differ' }
}

function isTwice(rows: readonly Found[], one: Found): boolean {
  return rows.filter(({ digest }) => digest.equals(one.digest)).length > 1
}

function positionsOf(removed: readonly RemovedRange[], count: number): Uint8Array {
  const gone = new Uint8Array(count)
  for (const { from, to } of removed) gone.fill(1, Math.max(0, from), Math.max(0, to + 1))
  return gone
}

/** A leaf that somebody changed may be no JSON any more. */
export function whoIs({ position, leaf, line }: FoundRow): Pick<CheckFault, 'position' | 'traceId' | 'spanId' | 'line'> {
  const [, traceId, spanId] = /^\["([0-9a-f]*)","([0-9a-f]*)"/.exec(leaf) ?? []
  return { position, ...(traceId === undefined ? {} : { traceId, spanId }), ...(line === undefined ? {} : { line }) }
}
