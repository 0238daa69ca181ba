// About the log: since when it holds records, how many applications write to it, how long records stay, and what nobody can tie to a person any more; so that an answer from it is honest about what isn't there.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'

export type AboutLog = {
  /** `2026-03`: the first month with a record; null while there is none. */
  readonly since: string | null
  /** Applications that may log and have done so; this product itself comes on top. */
  readonly applications: number
  /** After so long a record is removed (ISO 8601). */
  readonly keepFor: string
  /** The last day on which the keys were destroyed by which names can be found again. */
  readonly destroyedOn: string | null
  /** Until this day this product logged under names that can't be looked up. */
  readonly unnamedUntil: string | null
}

// Asked for the first in order of its index: told only that there is one, the database reads a month of others from end to end to find none.
export async function aboutLog({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>): Promise<AboutLog> {
  const { rows: [row] } = await sql<{ since: string | null; applications: number; keepFor: string | null; unnamedUntil: Date | null }>`select
    (select to_char(m.month, 'YYYY-MM') from (select to_date(relname, '"m"YYYY_MM')::timestamp at time zone 'UTC' as month from pg_class where relnamespace = 'access_months'::regnamespace and relkind = 'r') m
      where (select r.activity from access_record r where r.organisation_id = ${organisation.id} and r.started_at >= m.month and r.started_at < m.month + interval '1 month' order by r.activity, r.started_at limit 1) is not null
      order by m.month limit 1) as since,
    (select count(*)::int from access_source s where s.organisation_id = ${organisation.id} and s.ended_at is null
      and exists (select from access_source_day d where d.organisation_id = s.organisation_id and d.source_id = s.id)) as applications,
    (select keep_for from access_log_setting where organisation_id = ${organisation.id}) as "keepFor",
    (select last_at from access_batch where organisation_id = ${organisation.id} and id = ${organisation.id} and kind = 'before') as "unnamedUntil"`.execute(tx)
  const destroyed = organisation.logKeys.destroyed().at(-1)
  return { since: row?.since ?? null, applications: row?.applications ?? 0, keepFor: row?.keepFor ?? usualKeepFor, destroyedOn: destroyed ? dayOf(destroyed) : null, unnamedUntil: row?.unnamedUntil ? dayOf(row.unnamedUntil) : null }
}

/** As the table has it (migrations/0046-access-log.sql). */
const usualKeepFor = 'P5Y'
