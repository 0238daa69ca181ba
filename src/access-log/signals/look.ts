// Look: goes once over what was sealed since last time, in pieces: adds up the counts by day and notices what asks for a second look.
import { sql } from 'kysely'
import { resolveActivities } from '../../access-record/known-activity.ts'
import { isOpenAt, officeHoursOr } from '../../calendar/office-hours.ts'
import { dayOf } from '../../ground/clock.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import type { Scope } from '../../ground/scope.ts'
import { readOfficeHours } from '../../people/office-hours.ts'
import { knownPeople } from '../asking/colleagues.ts'
import { type SeenClock, steadySince } from '../steady-clock.ts'
import { addCounts, type LookedRow } from './add-counts.ts'
import { keepSignals, type NewSignal, others } from './signals.ts'
import { noticed, type SeenRecord, type Surroundings } from './signal-rules.ts'
import { readThresholds } from './thresholds.ts'
import { readWatches, watchedUnder } from './watch.ts'

/** So many records in one piece; a batch is never split. */
const mostRecords = 20_000
/** What is older than this when it comes in is counted, and gives no signals: somebody loads a history. */
const signalDays = 31
/** So many unknown activities, and so many employees by each kind, are named on one day; what comes on top is one signal: an application that makes up an activity or a user for each act doesn't make a signal for each. */
const [mostUnknown, mostActors] = [50, 500]

/** One piece. @returns how many batches there were, 0 when nothing is left */
export async function lookOnce(scope: Scope): Promise<number> {
  const { organisation: { id }, tx, now } = scope
  const { rows: [place] } = await sql<{ checkpoint: number; position: number } & SeenClock>`select checkpoint, position, looked_at as "lookedAt", steady_since as "steadySince" from access_look where organisation_id = ${id} for update`.execute(tx)
  const { rows: waiting } = await sql<{ id: string; checkpoint: number; position: number; kind: string; count: number; first: Date; last: Date }>`
    select id, checkpoint, checkpoint_position as position, kind, record_count as count, first_at as first, last_at as last from access_batch
    where organisation_id = ${id} and checkpoint is not null and (checkpoint, checkpoint_position) > (${place?.checkpoint ?? 0}, ${place?.position ?? -1}) order by checkpoint, checkpoint_position limit 2000`.execute(tx)
  let sum = 0
  const piece = waiting.filter(({ count }, index) => index === 0 || (sum += waiting[index - 1]!.count) + count <= mostRecords)
  // What was logged before there were batches has names that can't be looked up, and may be a year in one piece.
  const read = piece.filter(({ kind }) => kind !== 'before')
  const last = piece.at(-1)
  await sql`insert into access_look (organisation_id, checkpoint, position, looked_at, steady_since) values (${id}, ${last?.checkpoint ?? place?.checkpoint ?? 0}, ${last?.position ?? place?.position ?? -1}, ${now}, ${steadySince(place, now)})
    on conflict (organisation_id) do update set checkpoint = excluded.checkpoint, position = excluded.position, looked_at = excluded.looked_at, steady_since = excluded.steady_since`.execute(tx)
  if (read.length > 0) await takeIn(scope, await recordsOf(scope, read))
  return piece.length
}

async function recordsOf({ organisation, tx }: Scope, batches: readonly { id: string; first: Date; last: Date }[]): Promise<LookedRow[]> {
  const ids = batches.map((batch) => batch.id).toSorted()
  const first = new Date(Math.min(...batches.map((batch) => batch.first.getTime())))
  const last = new Date(Math.max(...batches.map((batch) => batch.last.getTime())))
  return (await sql<LookedRow>`
    select r.started_at as "startedAt", r.status, r.name, r.activity, encode(r.subject_id, 'hex') as subject, r.subject_type as "subjectType", coalesce(r.details::jsonb -> 'resource' ->> 'service.name', '') as service,
      encode(coalesce(r.actor_id, (select p.actor_id from access_record p where p.organisation_id = r.organisation_id and p.trace_id = r.trace_id and p.span_id = r.parent_span_id
        and p.started_at <= r.started_at and p.started_at > r.started_at - interval '1 day' limit 1)), 'hex') as actor
    from access_record r where r.organisation_id = ${organisation.id} and r.batch_id >= ${ids[0]!} and r.batch_id <= ${ids.at(-1)!} and r.batch_id = any(${ids}::uuid[]) and r.started_at >= ${first} and r.started_at <= ${last}`.execute(tx)).rows
}

async function takeIn(scope: Scope, rows: readonly LookedRow[]): Promise<void> {
  const known = await resolveActivities(scope, new Set(rows.map(({ activity }) => activity)))
  const isKnownActivity = (activity: string) => known.get(activity) !== undefined
  await addCounts(scope, rows, isKnownActivity)
  await noteTypes(scope, rows)
  const oldest = dayOf(new Date(scope.now.getTime() - signalDays * 86_400_000))
  const around = await surroundingsOf(scope, isKnownActivity)
  const signals = new Map<string, NewSignal>()
  for (const row of rows) {
    const day = dayOf(row.startedAt)
    if (day < oldest) continue
    const seen: SeenRecord = { startedAt: row.startedAt, actor: row.actor, subject: row.subject, activity: row.activity, isOwn: row.service === 'waarborg' }
    for (const { kind, watch } of noticed(seen, around)) {
      const about = kind === 'unknown_activity' ? row.activity.slice(0, 500) : watch === undefined ? row.actor! : `${row.actor} ${watch}`
      const key = `${kind} ${day} ${about}`
      const known = signals.get(key)
      if (known) signals.set(key, { ...known, count: known.count + 1, firstAt: row.startedAt < known.firstAt ? row.startedAt : known.firstAt, lastAt: row.startedAt > known.lastAt ? row.startedAt : known.lastAt })
      else signals.set(key, { kind, day, about, actor: kind === 'unknown_activity' ? null : row.actor, details: { service: row.service, name: row.name, ...(watch === undefined ? {} : { watch }) }, count: 1, firstAt: row.startedAt, lastAt: row.startedAt })
    }
  }
  await keepSignals(scope, await withFew(scope, [...signals.values()]))
}

/** Everything that rules ask about, looked up once for a piece. */
async function surroundingsOf(scope: Scope, isKnownActivity: Surroundings['isKnownActivity']): Promise<Surroundings> {
  const people = await knownPeople(scope)
  const types = await scope.tx.selectFrom('access_subject_type').select('type').where('organisation_id', '=', scope.organisation.id).limit(50).execute()
  const watched = watchedUnder(scope, await readWatches(scope), types.map(({ type }) => type))
  const days = { list: 'office' as const, hours: officeHoursOr(await readOfficeHours(scope)) }
  const { watchesOfficeHours } = await readThresholds(scope)
  return {
    watchesOfficeHours, isKnownActivity, isOpenAt: (moment) => isOpenAt(days, moment), watchOn: (hex) => watched.get(hex),
    personBehind: (hex) => { for (const one of people) { const colleague = one.get(hex); if (colleague) return colleague.id } return undefined },
  }
}

async function withFew({ organisation, tx }: Scope, signals: readonly NewSignal[]): Promise<NewSignal[]> {
  if (signals.length === 0) return []
  const group = ({ kind, day }: { kind: string; day: string }) => `${kind} ${day}`
  const [kinds, days] = [[...new Set(signals.map(({ kind }) => kind))], [...new Set(signals.map(({ day }) => day))]]
  const { rows } = await sql<{ kind: string; day: string; about: string }>`select kind, day, about from access_signal where organisation_id = ${organisation.id} and kind = any(${kinds}::text[]) and day = any(${days}::date[])`.execute(tx)
  const named = new Map<string, Set<string>>()
  const namedIn = (key: string) => named.get(key) ?? named.set(key, new Set()).get(key)!
  for (const row of rows) namedIn(group(row)).add(row.about)
  const kept = new Map<string, NewSignal>()
  for (const signal of signals) {
    const there = namedIn(group(signal))
    const isOver = !there.has(signal.about) && there.size >= (signal.kind === 'unknown_activity' ? mostUnknown : mostActors)
    if (!isOver) there.add(signal.about)
    const one = isOver ? { ...signal, about: others, actor: null } : signal
    const key = `${group(one)} ${one.about}`
    const known = kept.get(key)
    kept.set(key, known ? { ...known, count: known.count + one.count, firstAt: one.firstAt < known.firstAt ? one.firstAt : known.firstAt, lastAt: one.lastAt > known.lastAt ? one.lastAt : known.lastAt } : one)
  }
  return [...kept.values()]
}

/** So many kinds of identifiers are remembered. */
const mostTypes = 100

async function noteTypes({ organisation, tx }: Scope, rows: readonly LookedRow[]): Promise<void> {
  const seen = new Set(rows.flatMap(({ subjectType }) => subjectType === null || subjectType.startsWith('urn:waarborg:') ? [] : [subjectType]))
  if (seen.size === 0) return
  const there = new Set((await tx.selectFrom('access_subject_type').select('type').where('organisation_id', '=', organisation.id).execute()).map(({ type }) => type))
  await insertRows(tx, 'access_subject_type', [...seen].filter((type) => !there.has(type)).slice(0, Math.max(0, mostTypes - there.size)).map((type) => ({ organisation_id: organisation.id, type })))
}
