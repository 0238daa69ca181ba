// Intake jobs: looks every few seconds which organisation has forms that wait to become cases, or drafts that are over.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { House } from '../../people/house.ts'
import { inPlace, jobPlace } from '../../people/job-scope.ts'
import type { CaseRegister } from '../outside.ts'
import { sweepDrafts } from './forms.ts'
import { forgetPortalVisits } from './portal-sessions.ts'
import { makeWaiting } from './waiting-forms.ts'

const makeQueue = declareQueue('intake-make', z.object({}), { timeLimit: 600, retries: 0, perKey: 'one waiting' })
export const intakeQueues = [makeQueue]

const lookEveryMs = 3_000

export async function workIntake(jobs: Jobs, house: Pick<House, 'database' | 'master' | 'clock'>, registers: readonly CaseRegister[]): Promise<void> {
  await jobs.work(makeQueue, async ({ organisationId, signal }) => {
    if (organisationId === null) return
    const place = await jobPlace(house, organisationId, { kind: 'system', task: 'intake' })
    await makeWaiting(house, place, registers, undefined, AbortSignal.any([signal, jobs.stopping]))
    while (!signal.aborted && await inPlace(house, place, (scope) => sweepDrafts(scope)) > 0) continue
    await inPlace(house, place, forgetPortalVisits)
  }, { atOnce: 2 })
  void lookOut(jobs, house)
}

async function lookOut(jobs: Jobs, house: Pick<House, 'database' | 'clock'>): Promise<void> {
  while (!jobs.stopping.aborted) {
    try {
      const { rows } = await sql<{ id: string }>`select intake_due(${house.clock()}) as id`.execute(house.database)
      for (const { id } of rows) {
        await house.database.transaction().execute((tx) => jobs.enqueue(tx, makeQueue, { organisationId: id, actor: { kind: 'system', task: 'intake' }, payload: {} }, { key: id }))
      }
    } catch (error) {
      if (!jobs.stopping.aborted) log.error('intake-lookout', traceOf(error))
    }
    await wait(lookEveryMs, undefined, { signal: jobs.stopping, ref: false }).catch(() => {})
  }
}
