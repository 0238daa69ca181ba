// What came from a source: how much, and when last; counted here and written at most once a minute, so that a busy log costs no write for it.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import { inOrganisation } from '../../ground/database.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { LogSource, SourceHouse } from './source-of.ts'

/** To be called with the number of records that were newly kept, after they are durable. Costs nothing but a count; never throws. */
export function noteReceived(house: SourceHouse, source: LogSource, count: number): void {
  if (count <= 0) return
  const known = waiting.get(source.sourceId) ?? { house, source, count: 0, writtenAt: -Infinity, timer: undefined }
  known.count += count
  waiting.set(source.sourceId, known)
  if (known.timer !== undefined) return
  // The first one shows at once; what follows within the minute is written at its end.
  const inMs = Math.max(0, known.writtenAt + minuteMs - performance.now())
  known.timer = setTimeout(() => { void write(known) }, inMs)
  known.timer.unref()
}

/** Writes what was counted and not yet written: at the end of the process, and in tests. */
export async function writeReceived(): Promise<void> {
  await Promise.all([...waiting.values()].map(write))
}

type Waiting = { readonly house: SourceHouse; readonly source: LogSource; count: number; writtenAt: number; timer: NodeJS.Timeout | undefined }

const minuteMs = 60_000
const waiting = new Map<string, Waiting>()

async function write(known: Waiting): Promise<void> {
  clearTimeout(known.timer)
  known.timer = undefined
  const { house, source: { organisation, sourceId }, count } = known
  if (count === 0) return
  known.count = 0
  known.writtenAt = performance.now()
  const now = house.clock()
  try {
    await inOrganisation(house.database, organisation.id, (tx) => sql`
      insert into access_source_day (organisation_id, source_id, day, record_count, first_at, last_at) values (${organisation.id}, ${sourceId}, ${dayOf(now)}, ${count}, ${now}, ${now})
      on conflict (organisation_id, source_id, day) do update set record_count = access_source_day.record_count + excluded.record_count, last_at = greatest(access_source_day.last_at, excluded.last_at)`.execute(tx))
  } catch (error) {
    // The records themselves are safe; only the count waits for the next minute.
    known.count += count
    log.warn('access-source-count-failed', { organisation: organisation.id, source: sourceId, ...traceOf(error) })
  }
}
