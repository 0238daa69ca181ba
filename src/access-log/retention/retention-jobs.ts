// Retention jobs: every night, after the sign-ins and before the findings, one job for each organisation takes away what is over its term.
import { sql } from 'kysely'
import { z } from 'zod'
import { monthsAhead } from '../../access-record/write-batch.ts'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { log } from '../../ground/log.ts'
import { inPlace, type JobHouse, jobPlace, type JobPlace } from '../../people/job-scope.ts'
import { isSteady, removesFrom, seenClock } from '../steady-clock.ts'
import { type Removal, removeDue } from './remove-due.ts'

export const retainAllQueue = declareQueue('access-log-retention-all', z.object({}), { timeLimit: 600 })
/** A first run may have years to take away; what isn't done in time goes on the night after. */
export const retainQueue = declareQueue('access-log-retention', z.object({}), { timeLimit: 3 * 3600, perKey: 'one waiting' })
export const retentionQueues = [retainAllQueue, retainQueue]

const task = { kind: 'system', task: 'access-log-retention' } as const

/** Takes retention upon this process, and plans it. The months ahead are made here too, so that nobody waits for one. */
export async function workRetention(jobs: Jobs, house: JobHouse): Promise<void> {
  await monthsAhead(house.database, house.clock())
  await jobs.work(retainAllQueue, async () => {
    await monthsAhead(house.database, house.clock())
    const ids = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of ids.rows) await jobs.enqueue(tx, retainQueue, { organisationId: id, actor: task, payload: {} }, { key: id })
    })
  })
  await jobs.work(retainQueue, async ({ organisationId, actor, signal }) => {
    if (organisationId) await removeBySteadyClock(house, await jobPlace(house, organisationId, actor), signal)
  })
  await jobs.schedule(retainAllQueue, '45 3 * * *', {})
}

/** Nothing is removed by a clock that may not be believed. @returns undefined where it waits */
export async function removeBySteadyClock(house: JobHouse, place: JobPlace, signal?: AbortSignal): Promise<Removal | undefined> {
  const { seen, now } = await inPlace(house, place, async (scope) => ({ seen: await seenClock(scope), now: scope.now }))
  if (isSteady(seen, now)) return removeDue(house, place, signal)
  log.warn('access-log-retention-waits', { organisation: place.organisation.id, from: removesFrom(seen)?.toISOString() })
  return undefined
}
