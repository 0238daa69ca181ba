// Exporting the log: sealed batches as a whole, with everything by which somebody elsewhere can check them; or the records alone, for people with a spreadsheet.
import { sql } from 'kysely'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { spanOf } from './check-organisation.ts'
import { checkpointsFrom, findBatch } from './checkpoints.ts'
import { batchLine, checkpointLine, columns, type ExportHead } from './export-shape.ts'
import { readLeaves } from './leaf-sql.ts'
import { readLog } from './read-log.ts'
import { fingerprintOf, publicKeyOf } from './signing.ts'

export type ExportOrder = { readonly format: 'ndjson' | 'csv'; /** Of checkpoints made from here, and before there. */ readonly from?: Date | undefined; readonly until?: Date | undefined }
type ExportHouse = Pick<JobHouse, 'database' | 'clock'>

/** Pieces of some tens of kilobytes, read as they are asked for. */
export async function* exportLog(house: ExportHouse, place: JobPlace, order: ExportOrder): AsyncGenerator<string> {
  yield* inPieces(order.format === 'csv' ? csvLines(house, place, order) : ndjsonLines(house, place, order))
}

async function* ndjsonLines(house: ExportHouse, place: JobPlace, order: ExportOrder): AsyncGenerator<string> {
  const { organisation } = place
  const span = await inPlace(house, place, (scope) => spanOf(scope, order))
  const publicKey = publicKeyOf(organisation)
  const head: ExportHead = {
    'waarborg-log': 1, organisation: { id: organisation.id, slug: organisation.slug, name: organisation.name }, exported: house.clock().toISOString(), key: publicKey.toString('base64'),
    fingerprint: fingerprintOf(publicKey).replaceAll(' ', ''), first: span.first, last: span.last, before: span.before && { digest: span.before.digest.toString('hex'), total: span.before.total }, whole: span.isWhole, columns: [...columns],
  }
  yield json(head)
  const counted = { checkpoints: 0, batches: 0, records: 0, removed: 0 }
  const removals = new Set<string>()
  for await (const piece of readLog(house, place, span.first, span.last)) {
    if ('checkpoint' in piece) {
      counted.checkpoints++
      yield json({ checkpoint: checkpointLine(piece.checkpoint) })
      continue
    }
    const { batch, rows, removed } = piece.found
    counted.batches++
    counted.records += rows.length
    counted.removed += batch.recordCount - rows.length
    // What was taken away while we read it is still here.
    const there = new Set(removed.length > 0 ? rows.map(({ position }) => position) : [])
    const gone = removed.filter(({ from, to }) => !Array.from({ length: Math.min(to, batch.recordCount) - from + 1 }, (_, at) => from + at).some((position) => there.has(position)))
    for (const { removal } of gone) removals.add(removal)
    yield json({ batch: batchLine(batch, gone) })
    if (rows.length > 0) yield `${rows.map(({ leaf }) => leaf).join('\n')}\n`
  }
  for (const removal of removals) yield* removalLines(house, place, removal)
  yield json({ end: counted })
}

/** All that a removal took away, also what lies outside this file: its digest is over the whole. */
async function* removalLines(house: ExportHouse, place: JobPlace, removal: string): AsyncGenerator<string> {
  const { organisation } = place
  const proof = await inPlace(house, place, async (scope) => {
    const batch = await findBatch(scope, removal)
    const [row] = batch ? await readLeaves(scope.tx, organisation.id, { firstBatch: removal, lastBatch: removal, firstAt: batch.firstAt, lastAt: batch.lastAt }) : []
    const [checkpoint] = batch?.checkpoint ? await checkpointsFrom(scope, batch.checkpoint, batch.checkpoint, 1) : []
    return batch && row && { batch, leaf: row.leaf, checkpoint }
  })
  if (!proof) return
  yield json({ removal: { batch: batchLine(proof.batch), record: proof.leaf, checkpoint: proof.checkpoint ? checkpointLine(proof.checkpoint) : null } })
  for (let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', -1]; ;) {
    const [batch, position] = after
    const { rows } = await inPlace(house, place, ({ tx }) => sql<{ batch: string; from: number; to: number }>`
      select batch_id as batch, from_position as "from", to_position as "to" from access_removed
      where organisation_id = ${organisation.id} and removal_batch = ${removal} and (batch_id, from_position) > (${batch}::uuid, ${position}) order by batch_id, from_position limit 5000`.execute(tx))
    if (rows.length > 0) yield json({ removed: rows.map((row) => [row.batch, row.from, row.to]) })
    if (rows.length < 5_000) return
    after = [rows.at(-1)!.batch, rows.at(-1)!.from]
  }
}

/** For people: moments as ISO 8601, pseudonyms in hex, details as JSON; nothing that a spreadsheet would take for a formula. */
async function* csvLines(house: ExportHouse, place: JobPlace, order: ExportOrder): AsyncGenerator<string> {
  const span = await inPlace(house, place, (scope) => spanOf(scope, order))
  yield `\uFEFF${[...columns, 'batch', 'position', 'checkpoint'].join(';')}\r\n`
  for await (const piece of readLog(house, place, span.first, span.last)) {
    if ('checkpoint' in piece) continue
    const { batch, rows } = piece.found
    yield rows.map(({ leaf, position }) => {
      const values = JSON.parse(leaf) as (string | number | boolean | null)[]
      const moments = (value: string | number | boolean | null, at: number) => at === 5 || at === 6 ? new Date(Number(value)).toISOString() : value
      return `${[...values.map(moments), batch.id, position, batch.checkpoint].map(cell).join(';')}\r\n`
    }).join('')
  }
}

function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of lines) {
    piece += line
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
