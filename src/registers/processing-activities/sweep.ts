// Sweep: once a day every entry's findings are worked out anew, because time alone changes some: reviews fall due, decisions expire.
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import type { Scope } from '../../ground/scope.ts'
import type { House } from '../../people/house.ts'
import { inPlace, jobPlace } from '../../people/job-scope.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { fields } from './declaration.ts'
import { refreshFindings } from './perform.ts'
import { processingActivities } from './register.ts'

/** Every morning at four: one job for each organisation. */
export const sweepAllQueue = declareQueue('findings-sweep-all', z.object({}), { timeLimit: 600 })
export const sweepQueue = declareQueue('findings-sweep', z.object({}), { timeLimit: 3600, perKey: 'one waiting' })
export const sweepQueues = [sweepAllQueue, sweepQueue]

const batch = 250

/** Works out the findings of a batch of entries after `after`, by id. @returns the last id, or undefined when there were no more. */
export async function sweepBatch(scope: Scope, after: string | undefined): Promise<string | undefined> {
  const ids = await sql<{ id: string }>`select id from processing_activity where organisation_id = ${scope.organisation.id} and status <> 'ended' and (${after ?? null}::uuid is null or id > ${after ?? null})
    order by id limit ${batch}`.execute(scope.tx)
  const entries = await loadEntries(scope.tx, processingActivities, scope.organisation.id, ids.rows.map(({ id }) => id), { lock: true })
  await refreshFindings(scope, entries.map(({ system, input }) => ({ id: system.id, system, input })), await loadLookupsFor(scope, fields, entries.map(({ input }) => input)))
  return ids.rows.length < batch ? undefined : ids.rows.at(-1)?.id
}

/** Carries out the sweep in this process, a small transaction a batch, so that nobody waits for it. */
export async function workSweeps(jobs: Jobs, house: House): Promise<void> {
  await jobs.work(sweepAllQueue, async () => {
    const ids = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of ids.rows) await jobs.enqueue(tx, sweepQueue, { organisationId: id, actor: { kind: 'system', task: 'findings-sweep' }, payload: {} }, { key: id })
    })
  })
  await jobs.work(sweepQueue, async ({ organisationId, actor, signal }) => {
    if (!organisationId) return
    const place = await jobPlace(house, organisationId, actor)
    let after: string | undefined
    do {
      after = await inPlace(house, place, (scope) => sweepBatch(scope, after))
    } while (after !== undefined && !signal.aborted)
  })
  await jobs.schedule(sweepAllQueue, '0 4 * * *', {})
}
