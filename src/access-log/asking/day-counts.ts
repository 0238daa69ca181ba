// Day counts: how much was logged by day, activity and application, from what is added up as it is sealed (src/access-log/signals/look.ts), never by counting the log itself.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

type Place = Pick<Scope, 'organisation' | 'tx'>
export type DayCount = { readonly day: string; readonly records: number; readonly subjects: number; readonly failed: number }

export async function countsByDay({ organisation, tx }: Place, from: string): Promise<DayCount[]> {
  return (await sql<DayCount>`select day, sum(records)::bigint as records, sum(subjects)::bigint as subjects, sum(failed)::bigint as failed from access_day_count where organisation_id = ${organisation.id} and day >= ${from} group by day order by day`.execute(tx)).rows
}

export type NamedCount = { readonly name: string; readonly records: number; readonly subjects: number; readonly failed: number; readonly lastDay: string }

/** The most used first. What was counted together for want of room has an empty name. */
export async function countsBy({ organisation, tx }: Place, what: 'activity' | 'service', from: string, most: number): Promise<NamedCount[]> {
  return (await sql<NamedCount>`
    select ${sql.ref(what)} as name, sum(records)::bigint as records, sum(subjects)::bigint as subjects, sum(failed)::bigint as failed, max(day) as "lastDay"
    from access_day_count where organisation_id = ${organisation.id} and day >= ${from} group by 1 order by 2 desc, 1 limit ${most}`.execute(tx)).rows
}

export type PeriodCount = { readonly period: string; readonly activity: string; readonly records: number; readonly subjects: number }

/** By week (its Monday) or month (its first day) and activity, from the first one that begins on or after `from`. */
export async function countsByPeriod({ organisation, tx }: Place, by: 'week' | 'month', from: string): Promise<PeriodCount[]> {
  return (await sql<PeriodCount>`
    select date_trunc(${by}, day::timestamp)::date as period, activity, sum(records)::bigint as records, sum(subjects)::bigint as subjects from access_day_count
    where organisation_id = ${organisation.id} and day >= date_trunc(${by}, ${from}::timestamp)::date group by 1, 2 order by 1, 2`.execute(tx)).rows
}

export type LogState = { readonly countedUntil: Date | null; readonly checkpoint: number | null; readonly sealedAt: Date | null; /** Counted up to 1,001. */ readonly unsealed: number; readonly openSignals: number }

export async function logState({ organisation: { id }, tx }: Place): Promise<LogState> {
  const { rows: [row] } = await sql<LogState>`select
    (select looked_at from access_look where organisation_id = ${id}) as "countedUntil",
    (select max(sequence) from access_checkpoint where organisation_id = ${id}) as checkpoint,
    (select made_at from access_checkpoint where organisation_id = ${id} order by sequence desc limit 1) as "sealedAt",
    (select count(*)::int from (select from access_batch where organisation_id = ${id} and checkpoint is null limit 1001) as u) as unsealed,
    (select count(*)::int from access_signal where organisation_id = ${id} and state = 'open') as "openSignals"`.execute(tx)
  return row!
}
