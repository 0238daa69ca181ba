// Texts of the proof: what of a batch and of a checkpoint is digested and signed, line by line. Version 1; docs/access-log.md describes them for who wants to check without us.
import { hash } from 'node:crypto'
import { leafDigest } from '../../access-record/tree.ts'

export type Batch = {
  readonly id: string
  readonly writtenAt: Date
  readonly kind: 'own' | 'received' | 'removal' | 'before'
  readonly recordCount: number
  readonly firstAt: Date
  readonly lastAt: Date
  readonly root: Buffer
}

export type Checkpoint = {
  readonly sequence: number
  readonly madeAt: Date
  readonly batchCount: number
  readonly recordCount: number
  /** Of all checkpoints up to and with this one. */
  readonly recordsTotal: number
  readonly root: Buffer
  /** SHA-256 of the text of the one before; null for the first. */
  readonly previous: Buffer | null
  readonly signature: Buffer
}

export function batchText(organisationId: string, batch: Batch): string {
  return lines('waarborg access log batch 1', {
    organisation: organisationId, batch: batch.id, written: batch.writtenAt.toISOString(), kind: batch.kind, records: batch.recordCount,
    first: batch.firstAt.toISOString(), last: batch.lastAt.toISOString(), root: batch.root.toString('hex'),
  })
}

export function checkpointText(organisationId: string, checkpoint: Omit<Checkpoint, 'signature'>): string {
  return lines('waarborg access log checkpoint 1', {
    organisation: organisationId, checkpoint: checkpoint.sequence, made: checkpoint.madeAt.toISOString(), batches: checkpoint.batchCount, records: checkpoint.recordCount,
    total: checkpoint.recordsTotal, root: checkpoint.root.toString('hex'), previous: checkpoint.previous?.toString('hex') ?? '-',
  })
}

/** Leaf of the checkpoint's tree. */
export function batchDigest(organisationId: string, batch: Batch): Buffer {
  return leafDigest(batchText(organisationId, batch))
}

/** What the next checkpoint names as `previous`, and what is published. */
export function checkpointDigest(organisationId: string, checkpoint: Omit<Checkpoint, 'signature'>): Buffer {
  return hash('sha256', checkpointText(organisationId, checkpoint), 'buffer')
}

/** Every line ends with a newline, the last one too. */
function lines(title: string, values: Readonly<Record<string, string | number>>): string {
  return `${title}\n${Object.entries(values).map(([name, value]) => `${name} ${value}\n`).join('')}`
}
