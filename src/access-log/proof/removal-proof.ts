// Proof of a removal: its own record, in a batch of its own in the chain, holds the digest of everything it took away.
import { hash, type Hash, createHash } from 'node:crypto'
import { leafDigest, rootOf } from '../../access-record/tree.ts'
import type { KeptBatch, KeptCheckpoint } from './checkpoints.ts'
import { isSigned } from './signing.ts'
import { batchDigest, checkpointText } from './texts.ts'

export type RemovalProof = { readonly batch: KeptBatch; /** Of its one record. */ readonly leaf: string; /** Null while it isn't sealed yet. */ readonly checkpoint: KeptCheckpoint | null }

/** Line that the digest covers, of one stretch that was taken away. */
export function removedLine(batchId: string, from: number, to: number): string {
  return `${batchId} ${from} ${to}\n`
}

/** The digest of what was removed, as the removal's sealed record says; undefined when that record isn't proven. */
export function provenDigest(organisationId: string, publicKey: Buffer, { batch, leaf, checkpoint }: RemovalProof, mayBeUnsealed: boolean): string | undefined {
  if (batch.kind !== 'removal' || batch.recordCount !== 1 || !leafDigest(leaf).equals(batch.root)) return undefined
  if (checkpoint ? !isUnder(organisationId, publicKey, batch, checkpoint) : !mayBeUnsealed) return undefined
  try {
    const details = JSON.parse((JSON.parse(leaf) as unknown[])[12] as string) as { attributes?: Record<string, unknown> }
    const digest = details.attributes?.['waarborg.removed_digest']
    return typeof digest === 'string' ? digest : undefined
  } catch {
    return undefined
  }
}

function isUnder(organisationId: string, publicKey: Buffer, batch: KeptBatch, checkpoint: KeptCheckpoint): boolean {
  const own = batchDigest(organisationId, batch)
  const leaves = checkpoint.digests ? Array.from({ length: checkpoint.digests.length / 32 }, (_, at) => checkpoint.digests!.subarray(at * 32, at * 32 + 32)) : [checkpoint.root]
  return leaves.some((leaf) => leaf.equals(own)) && rootOf(leaves).equals(checkpoint.root) && isSigned(publicKey, checkpointText(organisationId, checkpoint), checkpoint.signature)
}

/** Adds up the lines of one removal, and crosses off what the log said of it. */
export function startRemoval(claimed: ReadonlySet<string>): { add(batchId: string, from: number, to: number): void; /** Undefined when something was claimed that the removal doesn't cover. */ digest(): string | undefined; first(): string | undefined } {
  const open = new Set(claimed)
  const sum: Hash = createHash('sha256')
  return {
    add(batchId, from, to) {
      const line = removedLine(batchId, from, to)
      sum.update(line)
      open.delete(line)
    },
    digest: () => open.size === 0 ? sum.digest('hex') : undefined,
    first: () => open.values().next().value,
  }
}

/** What a removal's record says of these lines. */
export function removedDigest(lines: readonly string[]): string {
  return hash('sha256', lines.join(''), 'hex')
}
