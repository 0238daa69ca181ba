// Work: what this process does in the background, beside answering at its doors.
import { workProof } from './access-log/proof/proof-jobs.ts'
import { workSealing } from './access-log/proof/sealer.ts'
import { workRetention } from './access-log/retention/retention-jobs.ts'
import { workSignals } from './access-log/signals/signal-jobs.ts'
import { workCollection } from './case-kit/collection/reminders.ts'
import { workCrossings } from './case-kit/forwarding/crossing-jobs.ts'
import { workPackages } from './case-kit/packages/package-jobs.ts'
import type { Jobs } from './ground/jobs.ts'
import type { House } from './people/house.ts'
import { workIntake } from './case-kit/intake/intake-jobs.ts'
import { caseRegisters } from './tied-cases.ts'
import { workMail } from './people/mail-courier.ts'
import { workSignInSweep } from './people/sign-in-sweep.ts'
import { workDeadlines } from './register-kit/deadlines/deadline-sweep.ts'
import { workImports } from './register-kit/exchange-flow/import-jobs.ts'
import { workSweeps } from './register-kit/sweep.ts'
import { workPassages } from './registers/agreements/passages/reading-job.ts'
import { workWebhooks } from './registers/webhooks/courier.ts'
import { workSnapshots } from './worklist/norms/snapshot-jobs.ts'
import { workDays } from './worklist/daily-work.ts'

/** Takes up the jobs of every queue. */
export async function startWork(jobs: Jobs, house: House): Promise<void> {
  await workImports(jobs, house)
  await workSweeps(jobs, house)
  await workDeadlines(jobs, house)
  await workWebhooks(jobs, house)
  await workSignInSweep(jobs, house)
  await workMail(jobs, house)
  await workSnapshots(jobs, house)
  await workDays(jobs, house)
  await workIntake(jobs, house, caseRegisters)
  await workCollection(jobs, house)
  await workPackages(jobs, house)
  await workCrossings(jobs, house)
  await workPassages(jobs, house)
  await workSignals(jobs, house)
  await workRetention(jobs, house)
  workSealing(jobs, house)
  await workProof(jobs, house)
}
