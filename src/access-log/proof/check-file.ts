// Checking an exported log without its database: reads the file as a stream, however large, and follows the chain as the file tells it.
import { createReadStream } from 'node:fs'
import type { z } from 'zod'
import { type ChainCheck, startChainCheck } from './chain-check.ts'
import type { CheckFault } from './check-faults.ts'
import type { CheckOutcome } from './check-outcome.ts'
import { type BatchLine, batchOf, checkpointOf, type ExportHead, headShape, lineShapes } from './export-shape.ts'
import type { PublishedLines } from './published-lines.ts'
import type { FoundRow } from './record-faults.ts'
import { provenDigest, startRemoval } from './removal-proof.ts'
import { fingerprintOf } from './signing.ts'

/** A file that isn't an exported log at all. */
export class NoLog extends Error {}

export type FileOrder = {
  /** Asked for once it is known whose log it is. */
  readonly published?: (organisationId: string) => Promise<PublishedLines>
  /** Hex without spaces; the file's own key must have it. */
  readonly fingerprint?: string
}

/** @throws NoLog */
export async function checkFile(path: string, order: FileOrder = {}): Promise<CheckOutcome & { readonly head: ExportHead }> {
  const lines = numberedLines(path)
  const first = await lines.next()
  const head = first.done ? undefined : read(headShape, first.value.text) as ExportHead | undefined
  if (!head) throw new NoLog()
  const publicKey = Buffer.from(head.key, 'base64')
  const fingerprint = publicKey.length === 32 ? fingerprintOf(publicKey).replaceAll(' ', '') : ''
  const published = await order.published?.(head.organisation.id) ?? new Map<number, never>()
  const check = startChainCheck({ organisationId: head.organisation.id, publicKey, published, first: head.first, before: head.before && { digest: Buffer.from(head.before.digest, 'hex'), total: head.before.total } })
  const isOtherKey = fingerprint !== head.fingerprint || (order.fingerprint !== undefined && order.fingerprint !== fingerprint)
  const fault: CheckFault | undefined = isOtherKey ? { kind: 'other_key', line: 1 } : await follow(lines, head, publicKey, check) ?? (head.whole ? cutOff(published, head) : undefined)
  const { counts } = check
  return {
    head, fault: fault ?? null, organisation: head.organisation.id, fingerprint, records: counts.records, batches: counts.batches, checkpoints: counts.checkpoints, first: head.first, last: counts.last,
    until: counts.until?.toISOString() ?? null, removed: counts.removed, held: null, compared: counts.compared, unsealed: null, isWhole: head.whole,
  }
}

type Line = { readonly text: string; readonly number: number }

async function follow(lines: AsyncIterable<Line>, head: ExportHead, publicKey: Buffer, check: ChainCheck): Promise<CheckFault | undefined> {
  let batch: { line: BatchLine; number: number; rows: FoundRow[]; positions: readonly number[] | undefined } | undefined
  const closeBatch = (): CheckFault | undefined => {
    if (!batch) return undefined
    const { line, number, rows } = batch
    const found = batchOf(line)
    batch = undefined
    const fault = check.batch({ batch: found, digests: found.digests, rows, removed: (line.removed ?? []).map(([from, to, removal]) => ({ from, to, removal })) })
    return fault && { line: number, ...fault }
  }
  const removals = startRemovals(head.organisation.id, publicKey, check)
  for await (const { text, number } of lines) {
    if (text.startsWith('[')) {
      if (!batch) return { kind: 'record_added', line: number }
      batch.rows.push({ leaf: text, position: batch.positions ? batch.positions[batch.rows.length] ?? batch.line.records : batch.rows.length, line: number })
      continue
    }
    const fault = closeBatch()
    if (fault) return fault
    const [key] = /(?<=^\{")[a-z]+(?=":)/.exec(text) ?? []
    const line = key === undefined || !isLineKey(key) ? undefined : { key, value: read(lineShapes[key], text) as Record<string, never> | undefined }
    if (!line?.value) return { kind: 'file_damaged', line: number }
    if (line.key === 'checkpoint') {
      const wrong = check.checkpoint(checkpointOf(line.value.checkpoint!))
      if (wrong) return { ...wrong, line: number }
    } else if (line.key === 'batch') {
      const value: BatchLine = line.value.batch!
      if (check.counts.checkpoints === 0) return { kind: 'batch_added', batch: value.id, line: number }
      batch = { line: value, number, rows: [], positions: positionsLeft(value) }
    } else if (line.key === 'end') {
      const ended = check.end(head.last) ?? removals.end()
      if (ended) return ended
      const { counts } = check
      const told = line.value.end! as { checkpoints: number; batches: number; records: number; removed: number }
      return counts.checkpoints === told.checkpoints && counts.batches === told.batches && counts.records === told.records ? undefined : { kind: 'file_damaged', line: number }
    } else if (!removals.line(line.key, line.value)) return { kind: 'removal_unproven', line: number }
  }
  return closeBatch() ?? { kind: 'file_cut_off' }
}

/** Removals stand after the batches that name them. */
function startRemovals(organisationId: string, publicKey: Buffer, { claims }: ChainCheck) {
  let open: { sum: ReturnType<typeof startRemoval>; digest: string | undefined } | undefined
  const proven = new Set<string>()
  let isWrong = false
  const close = () => {
    if (open && (open.digest === undefined || open.sum.digest() !== open.digest)) isWrong = true
    open = undefined
  }
  return {
    /** False when it has no place here. */
    line(key: 'removal' | 'removed', value: Record<string, unknown>): boolean {
      if (key === 'removed') {
        for (const [batch, from, to] of value.removed as [string, number, number][]) open?.sum.add(batch, from, to)
        return open !== undefined
      }
      close()
      const { batch, record, checkpoint } = value.removal as z.infer<typeof lineShapes.removal>['removal']
      open = { sum: startRemoval(claims.get(batch.id) ?? new Set()), digest: provenDigest(organisationId, publicKey, { batch: batchOf(batch), leaf: record, checkpoint: checkpoint && checkpointOf(checkpoint) }, false) }
      proven.add(batch.id)
      return true
    },
    end(): CheckFault | undefined {
      close()
      const [removal, claimed] = [...claims].find(([id]) => isWrong || !proven.has(id)) ?? []
      if (removal === undefined) return undefined
      const [id, position] = (claimed?.values().next().value ?? '').split(' ')
      return { kind: 'removal_unproven', ...(id ? { batch: id, position: Number(position) } : {}) }
    },
  }
}

function isLineKey(key: string): key is keyof typeof lineShapes {
  return Object.hasOwn(lineShapes, key)
}

/** Of the records that follow; undefined when none was taken away. */
function positionsLeft({ records, removed = [] }: BatchLine): number[] | undefined {
  if (removed.length === 0) return undefined
  const positions: number[] = []
  let next = 0
  for (const [from, to] of [...removed, [records, records] as const]) {
    for (; next < Math.min(from, records); next++) positions.push(next)
    next = to + 1
  }
  return positions
}

/** Published before the file was made, and not in it. */
function cutOff(published: PublishedLines, head: ExportHead): CheckFault | undefined {
  for (const [sequence, lines] of [...published].sort(([a], [b]) => a - b)) {
    const line = lines.find(({ madeAt }) => madeAt <= head.exported)
    if (sequence > head.last && line) return { kind: 'published_cut_off', checkpoint: sequence, at: line.madeAt }
  }
  return undefined
}

/** JSON in the given shape, or undefined. */
function read(shape: z.ZodType, text: string): unknown {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Only a newline ends a line: other signs that some readers break at may stand in a name. */
async function* numberedLines(path: string): AsyncGenerator<Line> {
  let rest = ''
  let number = 0
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 }) as AsyncIterable<string>) {
    const parts = (rest + piece).split('\n')
    rest = parts.pop()!
    for (const text of parts) yield { text, number: ++number }
  }
  if (rest !== '') yield { text: rest, number: ++number }
}
