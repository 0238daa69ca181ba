// Finding records of the access log: by data subject, by who acted, by activity or trace, newest first, a page at a time.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import type { LogStatus } from './log-record.ts'

export type LogQuestion = {
  /** Pseudonyms under every key (`logPseudonyms`); at least one of the four is asked. */
  readonly subjects?: readonly Buffer[]
  readonly actors?: readonly Buffer[]
  readonly activity?: string
  readonly status?: LogStatus
  /** `service.name` of the application; empty for records that don't say. */
  readonly service?: string
  /** false: what is under secrecy stays out. */
  readonly secret?: boolean
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
  const { keys, conditions } = conditionsOf(scope, question)
  // Said twice: months are left out by the moment alone, not by the pair.
  if (after) conditions.push(sql`(r.started_at, r.span_id) < (${after.startedAt}, ${Buffer.from(after.spanId, 'hex')}) and r.started_at <= ${after.startedAt}`)
  const asked = sql.join(conditions, sql` and `)
  // Each key walks its own index from the newest back: together they would be sorted first. What is held of months that are over stands aside (src/access-log/retention).
  const { rows } = await sql<FoundRow>`
    select r.*
    from unnest(${keys as Buffer[]}::bytea[]) as k(key) cross join lateral (
      (select r.* from access_record r where ${asked} order by r.started_at desc, r.span_id desc limit ${limit + 1})
      union all (select r.* from access_record_held r where ${asked} order by r.started_at desc, r.span_id desc limit ${limit + 1})) as r
    order by r.started_at desc, r.span_id desc limit ${limit + 1}`.execute(scope.tx)
  const page = rows.slice(0, limit)
  const above = await actorsAbove(scope, page)
  const records = page.map((row) => foundRecord(row, row.actor_id ?? above.get(`${row.trace_id.toString('hex')} ${row.parent_span_id?.toString('hex') ?? ''}`) ?? null))
  const last = records.at(-1)
  return { records, next: rows.length > limit && last ? { startedAt: last.startedAt, spanId: last.spanId } : undefined }
}

/** Who acted by the record above, for those that don't say it themselves: asked apart, within their own days, so that a question doesn't look into every month for it. */
async function actorsAbove({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, rows: readonly FoundRow[]): Promise<Map<string, Buffer>> {
  const nameless = rows.filter(({ actor_id, parent_span_id }) => actor_id === null && parent_span_id !== null)
  if (nameless.length === 0) return new Map()
  const moments = nameless.map(({ started_at }) => started_at.getTime())
  const [traces, spans] = [nameless.map(({ trace_id }) => trace_id), nameless.map(({ parent_span_id }) => parent_span_id!)]
  const parents = sql`p.organisation_id = ${organisation.id} and p.trace_id = any(${traces}::bytea[]) and p.span_id = any(${spans}::bytea[]) and p.actor_id is not null`
  const found = await sql<{ trace: string; span: string; actor: Buffer }>`
    select encode(p.trace_id, 'hex') as trace, encode(p.span_id, 'hex') as span, p.actor_id as actor from access_record p where ${parents} and p.started_at > ${new Date(Math.min(...moments) - 86_400_000)} and p.started_at <= ${new Date(Math.max(...moments))}
    union all select encode(p.trace_id, 'hex'), encode(p.span_id, 'hex'), p.actor_id from access_record_held p where ${parents}`.execute(tx)
  return new Map(found.rows.map(({ trace, span, actor }) => [`${trace} ${span}`, actor]))
}

/** How many records answer it, counted up to `most`. */
export async function countRecords(scope: Pick<Scope, 'organisation' | 'tx'>, question: LogQuestion, most: number): Promise<number> {
  const { keys, conditions } = conditionsOf(scope, question)
  const asked = sql.join(conditions, sql` and `)
  const { rows: [row] } = await sql<{ count: number }>`
    select count(*)::int as count from (select from unnest(${keys as Buffer[]}::bytea[]) as k(key) cross join lateral (
      (select from access_record r where ${asked} limit ${most}) union all (select from access_record_held r where ${asked} limit ${most})) as r limit ${most}) as found`.execute(scope.tx)
  return row!.count
}

/** What a record must meet (of `r`), with by which key of `k` its index is walked. */
function conditionsOf(scope: Pick<Scope, 'organisation'>, { subjects, actors, activity, status, service, secret, traceId, from, until }: LogQuestion): { keys: readonly Buffer[]; conditions: RawBuilder<unknown>[] } {
  const lead = subjects ? { column: 'subject_id', keys: subjects } : actors ? { column: 'actor_id', keys: actors } : undefined
  return {
    keys: lead?.keys ?? [Buffer.alloc(0)],
    conditions: [
      sql`r.organisation_id = ${scope.organisation.id}`,
      ...(lead ? [sql`r.${sql.ref(lead.column)} = k.key`] : []),
      ...(subjects && actors ? [sql`r.actor_id = any(${actors as Buffer[]}::bytea[])`] : []),
      ...(activity === undefined ? [] : [sql`r.activity = ${activity}`]),
      ...(status === undefined ? [] : [sql`r.status = ${status}`]),
      ...(service === undefined ? [] : [sql`coalesce(r.details::jsonb -> 'resource' ->> 'service.name', '') = ${service}`]),
      ...(secret === undefined ? [] : [sql`r.is_secret = ${secret}`]),
      ...(traceId ? [sql`r.trace_id = ${traceId}`] : []),
      ...(from ? [sql`r.started_at >= ${from}`] : []),
      ...(until ? [sql`r.started_at < ${until}`] : []),
    ],
  }
}

type FoundRow = {
  trace_id: Buffer; span_id: Buffer; parent_span_id: Buffer | null; started_at: Date; ended_at: Date; status: LogStatus; name: string; activity: string
  actor_id: Buffer | null; subject_id: Buffer | null; subject_type: string | null; is_secret: boolean; details: string | null
}

function foundRecord(row: FoundRow, actor: Buffer | null): FoundRecord {
  return {
    traceId: row.trace_id.toString('hex'), spanId: row.span_id.toString('hex'), parentSpanId: row.parent_span_id?.toString('hex') ?? null, startedAt: row.started_at, endedAt: row.ended_at,
    status: row.status, name: row.name, activity: row.activity, actor, subject: row.subject_id, subjectType: row.subject_type, isSecret: row.is_secret,
    details: row.details === null ? {} : JSON.parse(row.details) as FoundRecord['details'],
  }
}
