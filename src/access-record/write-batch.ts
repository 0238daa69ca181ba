// Writing records: those of one act go in as one batch, with the root of their tree, in the transaction of that act.
import { sql } from 'kysely'
import { type Database, databaseOf } from '../ground/database.ts'
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

/** Sees to it that the months of these records stand. What is known to stand isn't asked again: one question a month for each process; the months ahead stand before anybody needs them (`monthsAhead`). */
export async function keepMonths({ tx }: Pick<Scope, 'tx'>, records: readonly Pick<LogRecord, 'startedAt'>[]): Promise<void> {
  const database = databaseOf(tx)
  if (!database) throw new Error('records are written in a tenant transaction')
  await keepMonthsOf(database, records.map(({ startedAt }) => new Date(startedAt)))
}

/** This month and the two after it: at the start, and each day. */
export async function monthsAhead(database: Database, now: Date): Promise<void> {
  const first = (after: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + after, 1))
  await keepMonthsOf(database, [now, first(1), first(2)])
}

/** Beside any transaction: a month that is made locks others out until its transaction ends, and acts may take long or be rolled back. */
async function keepMonthsOf(database: Database, moments: readonly Date[]): Promise<void> {
  const standing = standingIn.get(database) ?? new Map<string, Promise<unknown>>()
  standingIn.set(database, standing)
  for (const month of new Set(moments.map((moment) => moment.toISOString().slice(0, 7)))) {
    let kept = standing.get(month)
    if (!kept) {
      kept = sql`select keep_access_month(${`${month}-01T00:00:00Z`}::timestamptz)`.execute(database)
      standing.set(month, kept)
      kept.catch(() => standing.delete(month))
    }
    await kept
  }
}

/** Retention dropped a month: each is asked for again. */
export function forgetMonths(): void {
  standingIn = new WeakMap()
}

let standingIn = new WeakMap<Database, Map<string, Promise<unknown>>>()

/** How PostgreSQL writes bytea in text. */
function bytea(buffer: Buffer | null): string | null {
  return buffer === null ? null : `\\x${buffer.toString('hex')}`
}
