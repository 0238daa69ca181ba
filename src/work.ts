// Work: what this process does in the background, beside answering at its doors.
import type { Jobs } from './ground/jobs.ts'
import type { House } from './people/house.ts'
import { workImports } from './registers/processing-activities/import-jobs.ts'
import { workSweeps } from './registers/processing-activities/sweep.ts'

/** Takes up the jobs of every queue. */
export async function startWork(jobs: Jobs, house: House): Promise<void> {
  await workImports(jobs, house)
  await workSweeps(jobs, house)
}
