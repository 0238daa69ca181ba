// Package jobs: looks every few seconds which organisation has a package to make, and every hour destroys what has ended.
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { inPlace, type JobHouse, jobPlace } from '../../people/job-scope.ts'
import { lookOut } from './look-out.ts'
import { makePackages } from './make-package.ts'
import { destroyEnded } from './packages.ts'

const makeQueue = declareQueue('package-make', z.object({}), { timeLimit: 3600, retries: 0, perKey: 'one waiting' })
const endQueue = declareQueue('package-end', z.object({}), { timeLimit: 3600 })
export const packageQueues = [makeQueue, endQueue]

const system = { kind: 'system', task: 'answer-package' } as const

/** Makes packages in this process until the jobs stop. */
export async function workPackages(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(makeQueue, async ({ organisationId, signal }) => {
    if (organisationId !== null) await makePackages(house, await jobPlace(house, organisationId, system), AbortSignal.any([signal, jobs.stopping]))
  })
  await jobs.work(endQueue, async ({ signal }) => {
    const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    for (const { id } of rows) {
      const place = await jobPlace(house, id, system)
      while (!signal.aborted && (await inPlace(house, place, destroyEnded)) > 0) continue
    }
  })
  await jobs.schedule(endQueue, '20 * * * *', {})
  void lookOut(jobs, async () => {
    const { rows } = await sql<{ id: string }>`select packages_due(${house.clock()}) as id`.execute(house.database)
    if (rows.length === 0) return
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of rows) await jobs.enqueue(tx, makeQueue, { organisationId: id, actor: system, payload: {} }, { key: id })
    })
  })
}
