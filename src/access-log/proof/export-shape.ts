// Shape of an exported log: lines of JSON, one for the file, each checkpoint before its batches and each batch before its records, what was removed, and an end by which a cut-off file is seen.
import { z } from 'zod'
import type { KeptBatch, KeptCheckpoint } from './checkpoints.ts'
import type { ReadBatch } from './read-log.ts'
import type { Batch, Checkpoint } from './texts.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const base64 = z.base64()
const moment = z.iso.datetime({ precision: 3 })
const count = z.int().min(0)

export const columns = ['trace_id', 'span_id', 'parent_span_id', 'status', 'name', 'start_time', 'end_time', 'processing_activity_id', 'actor', 'data_subject', 'data_subject_id_type', 'is_secret', 'details'] as const

export const headShape = z.object({
  'waarborg-log': z.literal(1), organisation: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }), exported: moment, key: base64, fingerprint: hex(32),
  /** Numbers of checkpoints; `before` is the one before the first: its digest and how many records there were. */
  first: count, last: count, before: z.object({ digest: hex(32), total: count }).nullable(), whole: z.boolean(), columns: z.array(z.string()),
})
export type ExportHead = z.infer<typeof headShape>

const checkpointShape = z.object({ number: count, made: moment, batches: count, records: count, total: count, root: hex(32), previous: hex(32).nullable(), signature: base64, digests: base64.nullable() })
const batchShape = z.object({
  id: z.uuid(), written: moment, kind: z.enum(['own', 'received', 'removal', 'before']), records: z.int().min(1).max(20_000_000), first: moment, last: moment, root: hex(32), digests: base64.nullable(),
  removed: z.array(z.tuple([count, count, z.uuid()])).optional(),
})

export const lineShapes = {
  checkpoint: z.object({ checkpoint: checkpointShape }),
  batch: z.object({ batch: batchShape }),
  removal: z.object({ removal: z.object({ batch: batchShape, record: z.string(), checkpoint: checkpointShape.nullable() }) }),
  removed: z.object({ removed: z.array(z.tuple([z.uuid(), count, count])) }),
  end: z.object({ end: z.object({ checkpoints: count, batches: count, records: count, removed: count }) }),
}
export type CheckpointLine = z.infer<typeof checkpointShape>
export type BatchLine = z.infer<typeof batchShape>

export function checkpointLine(checkpoint: KeptCheckpoint): CheckpointLine {
  const { sequence, madeAt, batchCount, recordCount, recordsTotal, root, previous, signature, digests } = checkpoint
  return {
    number: sequence, made: madeAt.toISOString(), batches: batchCount, records: recordCount, total: recordsTotal, root: root.toString('hex'), previous: previous?.toString('hex') ?? null,
    signature: signature.toString('base64'), digests: digests?.toString('base64') ?? null,
  }
}

export function batchLine(batch: KeptBatch, removed: ReadBatch['removed'] = []): BatchLine {
  return {
    id: batch.id, written: batch.writtenAt.toISOString(), kind: batch.kind, records: batch.recordCount, first: batch.firstAt.toISOString(), last: batch.lastAt.toISOString(), root: batch.root.toString('hex'),
    digests: batch.digests?.toString('base64') ?? null, ...(removed.length > 0 ? { removed: removed.map(({ from, to, removal }): [number, number, string] => [from, to, removal]) } : {}),
  }
}

export function checkpointOf(line: CheckpointLine): KeptCheckpoint {
  const signed: Checkpoint = {
    sequence: line.number, madeAt: new Date(line.made), batchCount: line.batches, recordCount: line.records, recordsTotal: line.total, root: Buffer.from(line.root, 'hex'),
    previous: line.previous === null ? null : Buffer.from(line.previous, 'hex'), signature: Buffer.from(line.signature, 'base64'),
  }
  return { ...signed, digests: line.digests === null ? null : Buffer.from(line.digests, 'base64') }
}

export function batchOf(line: BatchLine): KeptBatch {
  const batch: Batch = { id: line.id, writtenAt: new Date(line.written), kind: line.kind, recordCount: line.records, firstAt: new Date(line.first), lastAt: new Date(line.last), root: Buffer.from(line.root, 'hex') }
  return { ...batch, digests: line.digests === null ? null : Buffer.from(line.digests, 'base64'), checkpoint: null, checkpointPosition: null }
}
