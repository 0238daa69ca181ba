// Adding counts: records of a piece of the log added to the counts by day, activity and application, which stay few whatever applications send.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

/** One record, as far as it is looked at. Pseudonyms in hex. */
export type LookedRow = {
  readonly startedAt: Date; readonly status: string; readonly name: string; readonly activity: string; readonly actor: string | null; readonly subject: string | null; readonly subjectType: string | null; readonly service: string
}

/** So many pairs of activity and application are counted apart on one day. */
const mostPairs = 500

type Count = { day: string; activity: string; service: string; records: number; subjects: number; failed: number }

export async function addCounts({ organisation: { id }, tx }: Pick<Scope, 'organisation' | 'tx'>, rows: readonly LookedRow[]): Promise<void> {
  const days = [...new Set(rows.map(({ startedAt }) => dayOf(startedAt)))]
  const { rows: there } = await sql<Pick<Count, 'day' | 'activity' | 'service'>>`select day, activity, service from access_day_count where organisation_id = ${id} and day = any(${days}::date[])`.execute(tx)
  const pairs = new Map(days.map((day) => [day, new Set(there.filter((row) => row.day === day).map(pairOf))]))
  const counts = new Map<string, Count>()
  for (const row of rows) {
    const day = dayOf(row.startedAt)
    const named = { activity: row.activity.slice(0, 500), service: row.service.slice(0, 120) }
    const known = pairs.get(day)!
    if (known.size < mostPairs) known.add(pairOf(named))
    const under = known.has(pairOf(named)) ? named : { activity: '', service: '' }
    const key = `${day} ${pairOf(under)}`
    const count = counts.get(key) ?? { day, ...under, records: 0, subjects: 0, failed: 0 }
    count.records++
    if (row.subject !== null) count.subjects++
    if (row.status === 'Error') count.failed++
    counts.set(key, count)
  }
  await sql`
    insert into access_day_count (organisation_id, day, activity, service, records, subjects, failed)
    select ${id}, day, activity, service, records, subjects, failed from jsonb_to_recordset(${JSON.stringify([...counts.values()])}::jsonb) as c(day date, activity text, service text, records bigint, subjects bigint, failed bigint)
    on conflict (organisation_id, day, activity, service) do update set records = access_day_count.records + excluded.records, subjects = access_day_count.subjects + excluded.subjects, failed = access_day_count.failed + excluded.failed`.execute(tx)
}

function pairOf({ activity, service }: Pick<Count, 'activity' | 'service'>): string {
  return JSON.stringify([activity, service])
}
