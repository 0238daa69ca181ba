// Proof jobs: the checks that people asked for, and what is published once a day.
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { z } from 'zod'
import { lookOut } from '../../case-kit/packages/look-out.ts'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { log, traceOf } from '../../ground/log.ts'
import { inPlace, jobPlace, type JobPlace } from '../../people/job-scope.ts'
import { claimCheck, endCheck, longestHours, tellProgress } from './asked-checks.ts'
import { checkOrganisation } from './check-organisation.ts'
import { publishDaily } from './publication.ts'
import { type FolderHouse, publishedFile } from './publish-folder.ts'
import { readPublished } from './published-lines.ts'

const checkQueue = declareQueue('access-log-check', z.object({}), { timeLimit: longestHours * 3600, retries: 0, perKey: 'one waiting' })
const publishQueue = declareQueue('access-log-publish', z.object({}), { timeLimit: 3600 })
export const proofQueues = [checkQueue, publishQueue]

const system = { kind: 'system', task: 'access-log-proof' } as const

export async function workProof(jobs: Jobs, house: FolderHouse): Promise<void> {
  await jobs.work(checkQueue, async ({ organisationId, signal }) => {
    if (organisationId !== null) await carryChecks(house, await jobPlace(house, organisationId, system), AbortSignal.any([signal, jobs.stopping]))
  })
  await jobs.work(publishQueue, async ({ signal }) => {
    const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    for (const { id } of rows) if (!signal.aborted) await inPlace(house, await jobPlace(house, id, system), publishDaily)
  })
  await jobs.schedule(publishQueue, '20 5 * * *', {})
  void lookOut(jobs, async () => {
    const { rows } = await sql<{ id: string }>`select access_checks_waiting() as id`.execute(house.database)
    if (rows.length === 0) return
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of rows) await jobs.enqueue(tx, checkQueue, { organisationId: id, actor: system, payload: {} }, { key: id })
    })
  })
}

/** Every check of one organisation that waits. */
export async function carryChecks(house: FolderHouse, place: JobPlace, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const claimed = signal?.aborted ? undefined : await inPlace(house, place, claimCheck)
    if (!claimed) return
    const { id, from, until } = claimed
    const file = house.config.checkpointsFolder && publishedFile(house.config.checkpointsFolder, place.organisation.id)
    try {
      const outcome = await checkOrganisation(house, place, {
        ...(from ? { from } : {}), ...(until ? { until } : {}), ...(file && existsSync(file) ? { published: await readPublished(file, place.organisation.id) } : {}), ...(signal ? { signal } : {}),
        onProgress: (records) => inPlace(house, place, (scope) => tellProgress(scope, id, records)),
      })
      await inPlace(house, place, (scope) => endCheck(scope, id, outcome))
      if (outcome.fault) log.error('access-log-fault', { organisation: place.organisation.id, check: id, kind: outcome.fault.kind })
    } catch (error) {
      log.error('access-log-check-failed', { organisation: place.organisation.id, check: id, ...traceOf(error) })
      await inPlace(house, place, (scope) => endCheck(scope, id, undefined))
    }
  }
}
