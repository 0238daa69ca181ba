// Signal jobs: every five minutes, for each organisation, what was sealed since is looked at; and at night the day that is over.
import { sql } from 'kysely'
import { z } from 'zod'
import { timeOfMoment } from '../../calendar/days.ts'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { inPlace, type JobHouse, jobPlace } from '../../people/job-scope.ts'
import { lookOnce } from './look.ts'
import { daysToLookOver, lookOverDay } from './night-look.ts'

export const logLookQueue = declareQueue('access-log-look', z.object({}), { timeLimit: 600 })
export const logLookHereQueue = declareQueue('access-log-look-here', z.object({}), { timeLimit: 3000, perKey: 'one waiting' })
export const signalQueues = [logLookQueue, logLookHereQueue]

export async function workSignals(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(logLookQueue, async () => {
    const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of rows) await jobs.enqueue(tx, logLookHereQueue, { organisationId: id, actor: { kind: 'system', task: 'access-log-look' }, payload: {} }, { key: id })
    })
  })
  await jobs.work(logLookHereQueue, async ({ organisationId, signal }) => {
    if (organisationId !== null) await lookAtLog(house, organisationId, AbortSignal.any([signal, jobs.stopping]))
  })
  await jobs.schedule(logLookQueue, '*/5 * * * *', {})
}

/** Days that are over are looked at from three in the morning: what applications send late is there by then. */
const nightFrom = '03:00'

/** In pieces, each in a transaction of its own: what was looked at stays so. */
export async function lookAtLog(house: JobHouse, organisationId: string, signal?: AbortSignal): Promise<void> {
  const place = await jobPlace(house, organisationId, { kind: 'system', task: 'access-log-look' })
  while (!signal?.aborted && await inPlace(house, place, lookOnce) > 0);
  if (timeOfMoment(house.clock()) < nightFrom) return
  for (const day of await inPlace(house, place, daysToLookOver)) {
    if (signal?.aborted) return
    await inPlace(house, place, (scope) => lookOverDay(scope, day))
  }
}
