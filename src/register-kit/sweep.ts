// Sweep: once a day every entry's findings are worked out anew, because time alone changes some: reviews fall due, decisions expire.
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../ground/jobs.ts'
import type { Scope } from '../ground/scope.ts'
import { inPlace, type JobHouse, jobPlace } from '../people/job-scope.ts'
import { refreshThese } from './keep-findings.ts'
import { statusesAt } from './lifecycle.ts'
import type { Register } from './register.ts'
import { allRegisters } from './tied-registers.ts'

/** Every morning at four: one job for each organisation. */
export const sweepAllQueue = declareQueue('findings-sweep-all', z.object({}), { timeLimit: 600 })
export const sweepQueue = declareQueue('findings-sweep', z.object({}), { timeLimit: 3600, perKey: 'one waiting' })
export const sweepQueues = [sweepAllQueue, sweepQueue]

const batch = 250

/** Works out the findings of a batch of entries after `after`, by id. @returns the last id, or undefined when there were no more. */
export async function sweepBatch(scope: Scope, register: Register, after: string | undefined): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select id from ${sql.table(register.table)} where organisation_id = ${scope.organisation.id} and not status = any(${statusesAt(register, 'ended')}) and (${after ?? null}::uuid is null or id > ${after ?? null})
    order by id limit ${batch} for update`.execute(scope.tx)
  const ids = found.rows.map(({ id }) => id)
  await refreshThese(scope, register, ids)
  return ids.length < batch ? undefined : ids.at(-1)
}

/** Carries out the sweep in this process, a small transaction a batch, so that nobody waits for it. */
export async function workSweeps(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(sweepAllQueue, async () => {
    const ids = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of ids.rows) await jobs.enqueue(tx, sweepQueue, { organisationId: id, actor: { kind: 'system', task: 'findings-sweep' }, payload: {} }, { key: id })
    })
  })
  await jobs.work(sweepQueue, async ({ organisationId, actor, signal }) => {
    if (!organisationId) return
    const place = await jobPlace(house, organisationId, actor)
    for (const register of allRegisters()) {
      let after: string | undefined
      do {
        after = await inPlace(house, place, (scope) => sweepBatch(scope, register, after))
      } while (after !== undefined && !signal.aborted)
    }
  })
  await jobs.schedule(sweepAllQueue, '0 4 * * *', {})
}
