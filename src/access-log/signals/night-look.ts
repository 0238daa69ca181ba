// Night look: over a whole day: of how many different people each employee used data, who is far above the usual, and which applications went silent.
import { sql } from 'kysely'
import { addDays, startOfDay } from '../../calendar/days.ts'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { isUnusualVolume } from './signal-rules.ts'
import { keepSignals, type NewSignal } from './signals.ts'
import { readThresholds } from './thresholds.ts'

/** Kept for as long as anything is compared with it. */
const [historyDays, keptDays] = [30, 60]
/** After a server was off for longer, days before are let go. */
const mostDaysBack = 7

/** The days that wait to be looked over: all that are over since last time; nothing where nothing was ever sealed. */
export async function daysToLookOver({ organisation, tx, now }: Pick<Scope, 'organisation' | 'tx' | 'now'>): Promise<string[]> {
  const row = await tx.selectFrom('access_look').select('day_on').where('organisation_id', '=', organisation.id).executeTakeFirst()
  if (!row) return []
  const yesterday = addDays(dayOf(now), -1)
  // A day to come was looked over by a clock that ran ahead: nights go on from where the clock is now.
  const first = row.day_on === null || row.day_on > yesterday ? yesterday : addDays(row.day_on, 1)
  const days: string[] = []
  for (let day = first < addDays(yesterday, 1 - mostDaysBack) ? addDays(yesterday, 1 - mostDaysBack) : first; day <= yesterday; day = addDays(day, 1)) days.push(day)
  return days
}

/** Looking over a day again changes nothing. */
export async function lookOverDay(scope: Scope, day: string): Promise<void> {
  const { organisation: { id }, tx } = scope
  await countEmployees(scope, day)
  await keepSignals(scope, await fresh(scope, 'volume', await unusualVolumes(scope, day)))
  await keepSignals(scope, await fresh(scope, 'silent_source', await silentSources(scope, dayOf(scope.now))))
  await sql`delete from access_employee_day where organisation_id = ${id} and day < ${addDays(day, -keptDays)}`.execute(tx)
  await sql`update access_look set day_on = ${day} where organisation_id = ${id}`.execute(tx)
}

/** What stands there already isn't counted twice. */
async function fresh({ organisation, tx }: Scope, kind: NewSignal['kind'], signals: readonly NewSignal[]): Promise<NewSignal[]> {
  if (signals.length === 0) return []
  const { rows } = await sql<{ mark: string }>`select day || ' ' || about as mark from access_signal where organisation_id = ${organisation.id} and kind = ${kind} and day = any(${[...new Set(signals.map(({ day }) => day))]}::date[])`.execute(tx)
  const there = new Set(rows.map(({ mark }) => mark))
  return signals.filter(({ day, about }) => !there.has(`${day} ${about}`))
}

/** Of an employee the activities with most people are kept, and of all employees those with most people: a comparison asks no more, and who makes up a user or an activity for each act doesn't fill the table. */
const [mostOfOne, mostInAll] = [10, 50_000]

/** Colleagues as this product names them don't count: their names stand on every page. */
async function countEmployees({ organisation: { id }, tx }: Scope, day: string): Promise<void> {
  const [from, until] = [startOfDay(day), startOfDay(addDays(day, 1))]
  await sql`delete from access_employee_day where organisation_id = ${id} and day = ${day}`.execute(tx)
  await sql`
    insert into access_employee_day (organisation_id, day, actor_id, activity, subjects)
    select ${id}, ${day}::date, actor, coalesce(activity, ''), subjects from (
      select actor, activity, count(distinct subject_id) as subjects, row_number() over (partition by actor, activity is null order by count(distinct subject_id) desc, activity) as place from (
        select coalesce(r.actor_id, (select p.actor_id from access_record p where p.organisation_id = r.organisation_id and p.trace_id = r.trace_id and p.span_id = r.parent_span_id
            and p.started_at <= r.started_at and p.started_at > r.started_at - interval '1 day' limit 1)) as actor, left(r.activity, 500) as activity, r.subject_id
        from access_record r where r.organisation_id = ${id} and r.started_at >= ${from} and r.started_at < ${until} and r.subject_id is not null and r.subject_type is distinct from 'urn:waarborg:person') as used
      where actor is not null group by grouping sets ((actor), (actor, activity))) as counted
    where place <= ${mostOfOne} order by activity is null desc, subjects desc, actor limit ${mostInAll}`.execute(tx)
}

async function unusualVolumes(scope: Scope, day: string): Promise<NewSignal[]> {
  const { organisation: { id }, tx } = scope
  const thresholds = await readThresholds(scope)
  const { rows } = await sql<{ actor: string; today: number; own: number[]; activity: string; here: number; peers: number[] }>`
    select encode(t.actor_id, 'hex') as actor, t.subjects as today, a.activity, a.subjects as here,
      array(select o.subjects from access_employee_day o where o.organisation_id = t.organisation_id and o.actor_id = t.actor_id and o.activity = '' and o.day >= ${addDays(day, -historyDays)} and o.day < t.day) as own,
      array(select p.subjects from access_employee_day p where p.organisation_id = t.organisation_id and p.day = t.day and p.activity = a.activity and p.actor_id <> t.actor_id limit 1000) as peers
    from access_employee_day t cross join lateral (
      select m.activity, m.subjects from access_employee_day m where m.organisation_id = t.organisation_id and m.day = t.day and m.actor_id = t.actor_id and m.activity <> '' order by m.subjects desc, m.activity limit 1) as a
    where t.organisation_id = ${id} and t.day = ${day} and t.activity = '' and t.subjects >= ${thresholds.least} order by t.subjects desc limit 500`.execute(tx)
  return rows.filter(({ today, own, peers }) => isUnusualVolume({ today, own, peers }, thresholds)).map(({ actor, today, own, activity, peers }): NewSignal => ({
    kind: 'volume', day, about: actor, actor, details: { people: today, own: middle(own), peers: middle(peers), activity }, count: today, firstAt: startOfDay(day), lastAt: new Date(startOfDay(addDays(day, 1)).getTime() - 1),
  }))
}

function middle(values: readonly number[]): number {
  return values.length === 0 ? -1 : values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!
}

/** One for each silence: it stands on the day of the last record, or on which the application was made known. */
async function silentSources({ organisation, tx }: Scope, today: string): Promise<NewSignal[]> {
  const { rows } = await sql<{ id: string; name: string; days: number; lastDay: string; lastAt: Date }>`
    select s.id, s.name, s.silent_after_days as days, coalesce(d.day, (s.created_at at time zone 'Europe/Amsterdam')::date) as "lastDay", coalesce(d.last_at, s.created_at) as "lastAt" from access_source s
      left join lateral (select day, last_at from access_source_day d where d.organisation_id = s.organisation_id and d.source_id = s.id and d.day <= ${today}::date order by day desc limit 1) as d on true
    where s.organisation_id = ${organisation.id} and s.ended_at is null and s.silent_after_days is not null and coalesce(d.day, (s.created_at at time zone 'Europe/Amsterdam')::date) + s.silent_after_days < ${today}::date`.execute(tx)
  return rows.map(({ id, name, days, lastDay, lastAt }) => ({ kind: 'silent_source', day: lastDay, about: id, actor: null, details: { service: name, days }, count: 1, firstAt: lastAt, lastAt }))
}
