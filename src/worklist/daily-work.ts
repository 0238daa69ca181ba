// Daily work: every morning, for each organisation: handovers that are over or begin, everybody's digest, and what is late told to whoever is accountable.
import { sql } from 'kysely'
import { z } from 'zod'
import { askConfirmations } from '../case-kit/intake/portal-invitations.ts'
import { declareQueue, type Jobs } from '../ground/jobs.ts'
import { inPlace, jobPlace } from '../people/job-scope.ts'
import { carryOutAbsences } from './absence.ts'
import { type DigestHouse, sendDigests } from './digest.ts'
import { escalate } from './escalation.ts'

export const workDayQueue = declareQueue('work-day', z.object({}), { timeLimit: 600 })
export const workDayHereQueue = declareQueue('work-day-here', z.object({}), { timeLimit: 3600, perKey: 'one waiting' })
export const dailyWorkQueues = [workDayQueue, workDayHereQueue]

/** Takes the mornings upon this process, and plans them. */
export async function workDays(jobs: Jobs, house: DigestHouse): Promise<void> {
  await jobs.work(workDayQueue, async () => {
    const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of rows) await jobs.enqueue(tx, workDayHereQueue, { organisationId: id, actor: { kind: 'system', task: 'work-day' }, payload: {} }, { key: id })
    })
  })
  await jobs.work(workDayHereQueue, async ({ organisationId, signal }) => {
    if (organisationId !== null) await workDay(house, organisationId, signal)
  })
  // Before most people begin; later in the morning once more, for a server that was off. What was done by then isn't done again.
  await jobs.schedule(workDayQueue, '15 6,10 * * *', {})
}

/** One morning of one organisation. Each part stands by itself: run again it goes on where it was. */
export async function workDay(house: DigestHouse, organisationId: string, signal?: AbortSignal): Promise<void> {
  const place = await jobPlace(house, organisationId, { kind: 'system', task: 'work-day' })
  await inPlace(house, place, carryOutAbsences)
  await inPlace(house, place, escalate)
  await inPlace(house, place, askConfirmations)
  await sendDigests(house, organisationId, signal)
}
