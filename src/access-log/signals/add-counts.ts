// Adding counts: records of a piece of the log added to the counts by day, activity and application, which stay few whatever applications send.
import { sql } from 'kysely'
import { resolveActivities } from '../../access-record/known-activity.ts'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

/** One record, as far as it is looked at. Pseudonyms in hex. */
export type LookedRow = {
  readonly startedAt: Date; readonly status: string; readonly name: string; readonly activity: string; readonly actor: string | null; readonly subject: string | null; readonly subjectType: string | null; readonly service: string
}

/** So many pairs of activity and application are counted apart on one day. Those that the register doesn't know are few: one application that makes them up must not crowd out the others. */
const [mostPairs, mostUnknown] = [500, 100]

type Count = { day: string; activity: string; service: string; records: number; subjects: number; failed: number }

export async function addCounts(scope: Pick<Scope, 'organisation' | 'tx'>, rows: readonly LookedRow[], isKnownActivity: (activity: string) => boolean): Promise<void> {
  const { organisation: { id }, tx } = scope
  const days = [...new Set(rows.map(({ startedAt }) => dayOf(startedAt)))]
  const { rows: there } = await sql<Pick<Count, 'day' | 'activity' | 'service'>>`select day, activity, service from access_day_count where organisation_id = ${id} and day = any(${days}::date[])`.execute(tx)
  const resolved = await resolveActivities(scope, new Set(there.map(({ activity }) => activity)))
  const pairs = new Map(days.map((day) => {
    const own = there.filter((row) => row.day === day)
    return [day, { named: new Set(own.map(pairOf)), unknown: own.filter(({ activity }) => !resolved.get(activity)).length }]
  }))
  const counts = new Map<string, Count>()
  for (const row of rows) {
    const day = dayOf(row.startedAt)
    const named = { activity: row.activity.slice(0, 500), service: row.service.slice(0, 120) }
    const pair = pairOf(named)
    const here = pairs.get(day)!
    const isKnown = here.named.has(pair) || isKnownActivity(row.activity)
    if (!here.named.has(pair) && here.named.size < mostPairs && (isKnown || here.unknown < mostUnknown)) {
      here.named.add(pair)
      if (!isKnown) here.unknown++
    }
    const under = here.named.has(pair) ? named : withoutRoom(here.named, named, isKnown)
    here.named.add(pairOf(under))
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

/** What the register knows is finite, and always counted apart; of the others at least the application, while there is room. */
function withoutRoom(named: ReadonlySet<string>, { activity, service }: Pick<Count, 'activity' | 'service'>, isKnown: boolean): Pick<Count, 'activity' | 'service'> {
  if (isKnown) return { activity, service: '' }
  return named.has(pairOf({ activity: '', service })) || named.size < mostPairs - mostUnknown ? { activity: '', service } : { activity: '', service: '' }
}

function pairOf({ activity, service }: Pick<Count, 'activity' | 'service'>): string {
  return JSON.stringify([activity, service])
}
