// Commit: records of one or more organisations, durable together: a batch for each organisation, and a COPY for each of its months.
import { newId } from '../../ground/ids.ts'
import type { LogRecord } from '../../access-record/log-record.ts'
import { rootOf } from '../../access-record/tree.ts'
import { keptDigests } from '../../access-record/write-batch.ts'
import { copyColumns, type CopyRows, idBytes } from './copy-rows.ts'
import type { Lane } from './lane.ts'
import { keepMonth, monthOf } from './months.ts'

/** A record that was accepted, and the digest that stands for it in its batch. */
export type Item = { readonly organisationId: string; readonly record: LogRecord; readonly digest: Buffer }

/** Writes and commits. All of it or nothing. @throws what the database said: a unique violation (23505) where one of them stood there before */
export async function commitItems(lane: Lane, rows: CopyRows, items: readonly Item[], now: Date): Promise<void> {
  const months = new Set<string>()
  for (const { record } of items) months.add(monthOf(record.startedAt))
  for (const month of months) await keepMonth(lane, month)
  const statements = ['begin']
  for (const [organisationId, own] of Map.groupBy(items, (item) => item.organisationId)) statements.push(...batchOf(rows, organisationId, own, now))
  statements.push('commit')
  // Ids, moments and hex only: nothing of what was sent stands in a statement.
  await lane.send(statements.join(';\n'), rows.take())
}

function batchOf(rows: CopyRows, organisationId: string, items: readonly Item[], now: Date): string[] {
  const batch = newId()
  const [organisationBytes, batchBytes] = [idBytes(organisationId), idBytes(batch)]
  let [first, last] = [Infinity, -Infinity]
  for (const { record: { startedAt } } of items) {
    if (startedAt < first) first = startedAt
    if (startedAt > last) last = startedAt
  }
  const digests = items.map(({ digest }) => digest)
  const root = rootOf(digests).toString('hex')
  // By these a check names the very record that was changed.
  const kept = keptDigests(digests)
  const statements = [
    `set local app.organisation = '${organisationId}'`,
    `insert into access_batch (organisation_id, id, written_at, kind, record_count, first_at, last_at, root, digests)
      values ('${organisationId}', '${batch}', '${now.toISOString()}', 'received', ${items.length}, '${new Date(first).toISOString()}', '${new Date(last).toISOString()}', '\\x${root}', ${kept ? `'\\x${kept.toString('hex')}'` : 'null'})`,
  ]
  for (const month of new Set(monthOf(first) === monthOf(last) ? [monthOf(first)] : items.map(({ record }) => monthOf(record.startedAt)))) {
    rows.begin()
    for (const [position, { record }] of items.entries()) if (monthOf(record.startedAt) === month) rows.add(record, organisationBytes, batchBytes, position)
    rows.end()
    statements.push(`copy access_months.m${month} (${copyColumns}) from stdin (format binary)`)
  }
  return statements
}
