// Removing what is due of one organisation: step by step until nothing is left to do, and then the months in which nobody has a record any more. Stopped halfway, it goes on where it was.
import { sql } from 'kysely'
import { forgetMonths } from '../../access-record/write-batch.ts'
import { newId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { inPlace, type JobHouse, type JobPlace } from '../../people/job-scope.ts'
import { asideBatches, type DueBatch, dueBatches, type Place } from './due-batches.ts'
import { renewHolds } from './holds.ts'
import { dueBefore } from './keep-for.ts'
import { removeFrom, type Step } from './removal-step.ts'

export type Removal = Step & { readonly monthsDropped: readonly string[] }

/** Carries out the organisation's retention as of now. Each step is a transaction of its own; `signal` stops it between two of them. */
export async function removeDue(house: JobHouse, place: JobPlace, signal?: AbortSignal): Promise<Removal> {
  await inPlace(house, place, renewHolds)
  const first = await goThrough(house, place, signal, dueBatches, false)
  const second = await goThrough(house, place, signal, (scope, _, after) => asideBatches(scope, after), true)
  if (signal?.aborted) return { removed: first.removed + second.removed, moved: first.moved, monthsDropped: [] }
  const before = await inPlace(house, place, async (scope) => {
    await sql`update access_removal set finished_at = ${scope.now} where organisation_id = ${scope.organisation.id} and finished_at is null`.execute(scope.tx)
    return dueBefore(scope)
  })
  return { removed: first.removed + second.removed, moved: first.moved, monthsDropped: await dropMonths(house, place, before) }
}

async function goThrough(house: JobHouse, place: JobPlace, signal: AbortSignal | undefined, next: (scope: Scope, before: Date, after: Place | undefined) => Promise<DueBatch[]>, aside: boolean): Promise<Step> {
  const done = { removed: 0, moved: 0 }
  for (let after: Place | undefined; !signal?.aborted;) {
    const last = await inPlace(house, place, async (scope) => {
      const before = await dueBefore(scope)
      const batches = await next(scope, before, after)
      if (batches.length === 0) return undefined
      const step = await removeFrom(scope, batches, before, { aside })
      if (step.removed + step.moved > 0) await tell(scope, before, step)
      done.removed += step.removed
      done.moved += step.moved
      return batches.at(-1)
    })
    if (!last) break
    after = last
  }
  return done
}

/** How far the run is, for the page. One that broke off is gone on with. */
async function tell(scope: Scope, before: Date, { removed, moved }: Step): Promise<void> {
  const { organisation, tx, now } = scope
  const { numUpdatedRows } = await tx.updateTable('access_removal').set((row) => ({ worked_at: now, removed_count: row('removed_count', '+', removed), moved_count: row('moved_count', '+', moved) }))
    .where('organisation_id', '=', organisation.id).where('finished_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx.insertInto('access_removal').values({ organisation_id: organisation.id, id: newId(), begun_at: now, worked_at: now, removed_before: before, removed_count: removed, moved_count: moved }).execute()
}

/** Months that were over before this moment, where nobody has a record any more. One that can't be locked at once waits for another day. */
async function dropMonths(house: JobHouse, place: JobPlace, before: Date): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'access_months'::regnamespace and relkind = 'r' and relname < ${monthName(before)} order by 1`.execute(house.database)
  const dropped: string[] = []
  for (const { name } of rows) if (await inPlace(house, place, (scope) => dropMonth(scope, name)).catch(orBusy)) dropped.push(name.slice(1).replace('_', '-'))
  if (dropped.length > 0) forgetMonths()
  return dropped
}

async function dropMonth({ tx }: Scope, name: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ dropped: boolean }>`select drop_access_month(${`${name.slice(1).replace('_', '-')}-01`}::date) as dropped`.execute(tx)
  return row!.dropped
}

/** Not within the second (lock_not_available), or in a circle with another (deadlock_detected). */
function orBusy(error: unknown): false {
  if (['55P03', '40P01'].includes((error as { code?: string }).code ?? '')) return false
  throw error
}

function monthName(moment: Date): string {
  return `m${moment.toISOString().slice(0, 7).replace('-', '_')}`
}
