// Snapshot jobs: every morning, after the findings were swept, a snapshot of the norms of each organisation.
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { inPlace, type JobHouse, jobPlace } from '../../people/job-scope.ts'
import { takeSnapshot } from './snapshots.ts'

export const snapshotAllQueue = declareQueue('norm-snapshot-all', z.object({}), { timeLimit: 600 })
export const snapshotQueue = declareQueue('norm-snapshot', z.object({}), { timeLimit: 600, perKey: 'one waiting' })
export const snapshotQueues = [snapshotAllQueue, snapshotQueue]

/** Takes the snapshots in this process, one organisation at a time. */
export async function workSnapshots(jobs: Jobs, house: JobHouse): Promise<void> {
  await jobs.work(snapshotAllQueue, async () => {
    const ids = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    await house.database.transaction().execute(async (tx) => {
      for (const { id } of ids.rows) await jobs.enqueue(tx, snapshotQueue, { organisationId: id, actor: { kind: 'system', task: 'norm-snapshot' }, payload: {} }, { key: id })
    })
  })
  await jobs.work(snapshotQueue, async ({ organisationId, actor }) => {
    if (!organisationId) return
    await inPlace(house, await jobPlace(house, organisationId, actor), takeSnapshot)
  })
  await jobs.schedule(snapshotAllQueue, '0 6 * * *', {})
}
