// Writing records: those of one act go in as one batch, with the root of their tree, in the transaction of that act.
import { sql } from 'kysely'
import { newId } from '../ground/ids.ts'
import type { Scope } from '../ground/scope.ts'
import { type LogRecord, recordDigest } from './log-record.ts'
import { rootOf } from './tree.ts'

/** own: the product's own acts; received: from an application; removal: what retention took away. */
export type BatchKind = 'own' | 'received' | 'removal'

/** Writes records in one batch, at their positions. Uncommitted work leaves none. @returns the batch's id. @throws where a record was written before (unique) or starts before May 2018 */
export async function writeBatch(scope: Pick<Scope, 'organisation' | 'tx' | 'now'>, kind: BatchKind, records: readonly LogRecord[]): Promise<string> {
  const { organisation, tx, now } = scope
  await keepMonths(scope, records)
  const batch = newId()
  const starts = records.map(({ startedAt }) => startedAt)
  const digests = records.map(recordDigest)
  const rows = records.map((record, position) => ({
    organisation_id: organisation.id, trace_id: bytea(record.traceId), span_id: bytea(record.spanId), started_at: new Date(record.startedAt), ended_at: new Date(record.endedAt),
    parent_span_id: bytea(record.parentSpanId), status: record.status, name: record.name, activity: record.activity, actor_id: bytea(record.actor), subject_id: bytea(record.subject),
    subject_type: record.subjectType, is_secret: record.isSecret, details: record.details, batch_id: batch, position,
  }))
  await sql`
    with batch as (
      insert into access_batch (organisation_id, id, written_at, kind, record_count, first_at, last_at, root, digests)
      values (${organisation.id}, ${batch}, ${now}, ${kind}, ${rows.length}, ${new Date(Math.min(...starts))}, ${new Date(Math.max(...starts))}, ${rootOf(digests)}, ${keptDigests(digests)}))
    insert into access_record (organisation_id, trace_id, span_id, started_at, ended_at, parent_span_id, status, name, activity, actor_id, subject_id, subject_type, is_secret, details, batch_id, position)
    select organisation_id, trace_id, span_id, started_at, ended_at, parent_span_id, status, name, activity, actor_id, subject_id, subject_type, is_secret, details, batch_id, position
    from jsonb_populate_recordset(null::access_record, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  return batch
}

/** What of a batch names the record that was changed: its records' digests in a row; nothing for one record, whose digest is the root. */
export function keptDigests(digests: readonly Buffer[]): Buffer | null {
  return digests.length > 1 ? Buffer.concat(digests) : null
}

/** Sees to it that the months of these records stand. What is known to stand isn't asked again: one question a month for each organisation and process. */
export async function keepMonths({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, records: readonly Pick<LogRecord, 'startedAt'>[]): Promise<void> {
  for (const month of new Set(records.map(({ startedAt }) => new Date(startedAt).toISOString().slice(0, 7)))) {
    const known = `${organisation.id} ${month}`
    if (standing.has(known)) continue
    // A month that was made just now is gone again where this transaction is rolled back: it is known only when it stood there before.
    const { rows: [row] } = await sql<{ stood: boolean }>`select keep_access_month(${`${month}-01T00:00:00Z`}::timestamptz) as stood`.execute(tx)
    if (row?.stood) standing.add(known)
  }
}

/** Retention dropped a month: each is asked for again. */
export function forgetMonths(): void {
  standing.clear()
}

const standing = new Set<string>()

/** How PostgreSQL writes bytea in text. */
function bytea(buffer: Buffer | null): string | null {
  return buffer === null ? null : `\\x${buffer.toString('hex')}`
}
