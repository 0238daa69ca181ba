// Finding records of the access log: by data subject, by who acted, by activity or trace, newest first, a page at a time.
import { sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import type { LogStatus } from './log-record.ts'

export type LogQuestion = {
  /** Pseudonyms under every key (`logPseudonyms`); at least one of the four is asked. */
  readonly subjects?: readonly Buffer[]
  readonly actors?: readonly Buffer[]
  readonly activity?: string
  /** 16 bytes. */
  readonly traceId?: Buffer
  /** Starts from here, and before there. */
  readonly from?: Date
  readonly until?: Date
}

export type FoundRecord = {
  /** Hex, 32 and 16 signs. */
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | null
  readonly startedAt: Date
  readonly endedAt: Date
  readonly status: LogStatus
  readonly name: string
  readonly activity: string
  /** Who acted, by this record or by the one above it. */
  readonly actor: Buffer | null
  readonly subject: Buffer | null
  readonly subjectType: string | null
  readonly isSecret: boolean
  readonly details: { readonly resource?: Readonly<Record<string, unknown>>; readonly attributes?: Readonly<Record<string, unknown>> }
}

/** Where the next page begins: what `findRecords` gave with the last one. */
export type LogPlace = { readonly startedAt: Date; readonly spanId: string }

/** Records that answer all that is asked, newest first. @returns at most `limit`, and where the next ones begin when there are more. */
export async function findRecords(scope: Pick<Scope, 'organisation' | 'tx'>, question: LogQuestion, { after, limit = 50 }: { after?: LogPlace; limit?: number } = {}): Promise<{ records: FoundRecord[]; next: LogPlace | undefined }> {
  const { subjects, actors, activity, traceId, from, until } = question
  const lead = subjects ? { column: 'subject_id', keys: subjects } : actors ? { column: 'actor_id', keys: actors } : undefined
  const conditions = [
    sql`r.organisation_id = ${scope.organisation.id}`,
    ...(lead ? [sql`r.${sql.ref(lead.column)} = k.key`] : []),
    ...(subjects && actors ? [sql`r.actor_id = any(${actors as Buffer[]}::bytea[])`] : []),
    ...(activity === undefined ? [] : [sql`r.activity = ${activity}`]),
    ...(traceId ? [sql`r.trace_id = ${traceId}`] : []),
    ...(from ? [sql`r.started_at >= ${from}`] : []),
    ...(until ? [sql`r.started_at < ${until}`] : []),
    ...(after ? [sql`(r.started_at, r.span_id) < (${after.startedAt}, ${Buffer.from(after.spanId, 'hex')})`] : []),
  ]
  // Each key walks its own index from the newest back: together they would be sorted first.
  const { rows } = await sql<FoundRow>`
    select r.*, coalesce(r.actor_id, (select p.actor_id from access_record p where p.organisation_id = r.organisation_id and p.trace_id = r.trace_id and p.span_id = r.parent_span_id
        and p.started_at <= r.started_at and p.started_at > r.started_at - interval '1 day' limit 1)) as actor
    from unnest(${(lead?.keys ?? [Buffer.alloc(0)]) as Buffer[]}::bytea[]) as k(key) cross join lateral (
      select r.* from access_record r where ${sql.join(conditions, sql` and `)} order by r.started_at desc, r.span_id desc limit ${limit + 1}) as r
    order by r.started_at desc, r.span_id desc limit ${limit + 1}`.execute(scope.tx)
  const records = rows.slice(0, limit).map(foundRecord)
  const last = records.at(-1)
  return { records, next: rows.length > limit && last ? { startedAt: last.startedAt, spanId: last.spanId } : undefined }
}

type FoundRow = {
  trace_id: Buffer; span_id: Buffer; parent_span_id: Buffer | null; started_at: Date; ended_at: Date; status: LogStatus; name: string; activity: string
  actor: Buffer | null; subject_id: Buffer | null; subject_type: string | null; is_secret: boolean; details: string | null
}

function foundRecord(row: FoundRow): FoundRecord {
  return {
    traceId: row.trace_id.toString('hex'), spanId: row.span_id.toString('hex'), parentSpanId: row.parent_span_id?.toString('hex') ?? null, startedAt: row.started_at, endedAt: row.ended_at,
    status: row.status, name: row.name, activity: row.activity, actor: row.actor, subject: row.subject_id, subjectType: row.subject_type, isSecret: row.is_secret,
    details: row.details === null ? {} : JSON.parse(row.details) as FoundRecord['details'],
  }
}
