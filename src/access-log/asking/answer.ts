// Answer: records of the access log as people read them: who it was, which activity of the register it belongs to, and from which application.
import { type RawBuilder, sql } from 'kysely'
import { findRecords, type FoundRecord, type LogPlace, type LogQuestion } from '../../access-record/find.ts'
import { type KnownActivity, resolveActivities } from '../../access-record/known-activity.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { colleaguesBehind, type Colleague, shortCode } from './colleagues.ts'

export type AnswerRow = {
  readonly record: FoundRecord
  /** Name of a colleague, or a code with the application; `by`: hex of who acted. */
  readonly who: string
  readonly by: string | null
  /** The data subject: a colleague's name, or a code with the kind of number. */
  readonly whom: string
  readonly service: string
  readonly activity: KnownActivity | undefined
}

export function serviceOf({ details }: Pick<FoundRecord, 'details'>): string {
  const name = details.resource?.['service.name']
  return typeof name === 'string' ? name : ''
}

/** A page of them. Of an employee also what stands under their acts without saying who acted: as applications write a list. */
export async function answer(scope: Pick<Scope, 'organisation' | 'tx'>, question: LogQuestion, page: { after?: LogPlace; limit?: number } = {}): Promise<{ rows: AnswerRow[]; next: LogPlace | undefined }> {
  const { records, next } = await findRecords(scope, question, page)
  const all = question.actors && !question.subjects ? withThoseBelow(records, await recordsBelow(scope, records)) : records
  return { rows: await asRead(scope, all), next }
}

export async function asRead(scope: Pick<Scope, 'organisation' | 'tx'>, records: readonly FoundRecord[]): Promise<AnswerRow[]> {
  const colleagues = await colleaguesBehind(scope, records.flatMap(({ actor, subject }) => [actor, subject]))
  const activities = await resolveActivities(scope, records.map(({ activity }) => activity))
  return records.map((record) => ({
    record, service: serviceOf(record), activity: activities.get(record.activity), by: record.actor?.toString('hex') ?? null, who: sayWho(record, colleagues), whom: sayWhom(record, colleagues),
  }))
}

function sayWho(record: FoundRecord, colleagues: ReadonlyMap<string, Colleague>): string {
  const service = serviceOf(record)
  if (record.actor === null) return service === '' ? t('niet vermeld', 'not said') : t(`${service} zelf`, `${service} itself`)
  return colleagues.get(record.actor.toString('hex'))?.name ?? (service === '' ? t(`medewerker ${shortCode(record.actor)}`, `employee ${shortCode(record.actor)}`) : t(`medewerker ${shortCode(record.actor)} van ${service}`, `employee ${shortCode(record.actor)} of ${service}`))
}

function sayWhom({ subject, subjectType }: FoundRecord, colleagues: ReadonlyMap<string, Colleague>): string {
  if (subject === null) return '–'
  const kind = subjectType === null || subjectType.startsWith('urn:waarborg:') ? '' : ` (${subjectType})`
  return colleagues.get(subject.toString('hex'))?.name ?? `${t('persoon', 'person')} ${shortCode(subject)}${kind}`
}

/** Records of data subjects that stand under these and don't name who acted themselves. */
async function recordsBelow(scope: Pick<Scope, 'organisation' | 'tx'>, above: readonly FoundRecord[]): Promise<FoundRecord[]> {
  const acts = above.filter(({ subject }) => subject === null)
  if (acts.length === 0) return []
  const from = acts.reduce((least, { startedAt }) => startedAt < least ? startedAt : least, acts[0]!.startedAt)
  const until = new Date(acts.reduce((most, { startedAt }) => Math.max(most, startedAt.getTime()), 0) + 86_400_000)
  const { rows } = await sql<{ trace: string; most: number }>`
    select encode(c.trace_id, 'hex') as trace, count(*)::int as most from access_record c where c.organisation_id = ${scope.organisation.id} and c.trace_id = any(${acts.map(({ traceId }) => Buffer.from(traceId, 'hex'))}::bytea[])
      and c.actor_id is null and c.parent_span_id is not null and c.started_at >= ${from} and c.started_at < ${until} group by 1`.execute(scope.tx)
  const below: FoundRecord[] = []
  for (const { trace } of rows) below.push(...(await findRecords(scope, { traceId: Buffer.from(trace, 'hex'), from, until }, { limit: mostBelow })).records)
  const spans = new Set(acts.map(({ traceId, spanId }) => `${traceId} ${spanId}`))
  return below.filter(({ traceId, parentSpanId, subject }) => subject !== null && parentSpanId !== null && spans.has(`${traceId} ${parentSpanId}`))
}

const mostBelow = 200

function withThoseBelow(records: readonly FoundRecord[], below: readonly FoundRecord[]): FoundRecord[] {
  const known = new Set(records.map(({ traceId, spanId }) => `${traceId} ${spanId}`))
  const fresh = below.filter(({ traceId, spanId }) => !known.has(`${traceId} ${spanId}`))
  return records.flatMap((record) => [record, ...fresh.filter(({ traceId, parentSpanId }) => traceId === record.traceId && parentSpanId === record.spanId)])
}

type Counted = { readonly records: number; readonly people: number }
export type EmployeeCounts = Counted & {
  readonly isCut: boolean
  /** Of all of them, also for who doesn't get to see these. */
  readonly secret: number
  readonly days: readonly (Counted & { readonly day: string })[]
  readonly activities: readonly (Counted & { readonly activity: string })[]
}

/**
 * Of how many different people somebody used data, by day and by activity; of the last ten thousand acts, with those that are held of months that are over.
 * What stands below an act is bounded by the period too: else each month of the log would be planned for. One question, because each plans for its months.
 */
export async function employeeCounts({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, actors: readonly Buffer[], { from, until, secret }: Required<Pick<LogQuestion, 'from' | 'until'>> & Pick<LogQuestion, 'secret'>): Promise<EmployeeCounts> {
  const open = secret === undefined ? sql`true` : sql`is_secret = ${secret}`
  const acts = (table: RawBuilder<unknown>) => sql`(select r.trace_id, r.span_id, r.started_at, r.activity, r.subject_id, r.is_secret from ${table} r
    where r.organisation_id = ${organisation.id} and r.actor_id = any(${actors as Buffer[]}::bytea[]) and r.started_at >= ${from} and r.started_at < ${until} order by r.started_at desc limit ${mostCounted})`
  const below = (table: RawBuilder<unknown>) => sql`select r.started_at, r.activity, r.subject_id, r.is_secret from own o join ${table} r on r.organisation_id = ${organisation.id} and r.trace_id = o.trace_id and r.parent_span_id = o.span_id and r.actor_id is null and r.subject_id is not null
    and r.started_at >= o.started_at and r.started_at < o.started_at + interval '1 day' and r.started_at >= ${from} and r.started_at < ${new Date(until.getTime() + 86_400_000)} where o.subject_id is null`
  const [log, aside] = [sql`access_record`, sql`access_record_held`]
  const { rows } = await sql<{ day: string | null; activity: string | null; records: number; people: number; secret: number; acts: number; level: number }>`
    with own as (select * from (${acts(log)} union all ${acts(aside)}) as r order by started_at desc limit ${mostCounted}),
    used as (select started_at, activity, subject_id, is_secret from own union all ${below(log)} union all ${below(aside)})
    select day, activity, (count(*) filter (where ${open}))::int as records, (count(distinct subject_id) filter (where ${open}))::int as people, (count(*) filter (where is_secret))::int as secret, (select count(*)::int from own) as acts, grouping(day, activity)::int as level
    from (select (started_at at time zone 'Europe/Amsterdam')::date as day, activity, subject_id, is_secret from used) as u group by grouping sets (day, activity, ())`.execute(tx)
  const whole = rows.find(({ level }) => level === 3)
  return {
    records: whole?.records ?? 0, people: whole?.people ?? 0, secret: whole?.secret ?? 0, isCut: (whole?.acts ?? 0) >= mostCounted,
    days: rows.flatMap(({ level, day, records, people }) => level === 1 && day !== null && records > 0 ? [{ day, records, people }] : []).toSorted((one, other) => other.day.localeCompare(one.day)),
    activities: rows.flatMap(({ level, activity, records, people }) => level === 2 && activity !== null && records > 0 ? [{ activity, records, people }] : []).toSorted((one, other) => other.records - one.records),
  }
}

const mostCounted = 10_000

/** What the last thousand records that answer a question have in common: the choices of its filters. */
export async function facetsOf(scope: Pick<Scope, 'organisation' | 'tx'>, question: LogQuestion): Promise<FoundRecord[]> {
  return (await findRecords(scope, question, { limit: 1000 })).records
}
