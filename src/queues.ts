// Queues: every kind of job that exists. The owner makes them at migration; a queue that isn't listed here can't be used.
import { retentionQueues } from './access-log/retention/retention-jobs.ts'
import { proofQueues } from './access-log/proof/proof-jobs.ts'
import { collectionQueues } from './case-kit/collection/reminders.ts'
import { crossingQueues } from './case-kit/forwarding/crossing-jobs.ts'
import { packageQueues } from './case-kit/packages/package-jobs.ts'
import type { QueueDeclaration } from './ground/jobs-schema.ts'
import { intakeQueues } from './case-kit/intake/intake-jobs.ts'
import { mailQueues } from './people/mail-courier.ts'
import { signInSweepQueues } from './people/sign-in-sweep.ts'
import { deadlineQueues } from './register-kit/deadlines/deadline-sweep.ts'
import { importQueues } from './register-kit/exchange-flow/import-jobs.ts'
import { sweepQueues } from './register-kit/sweep.ts'
import { passageQueues } from './registers/agreements/passages/reading-job.ts'
import { webhookQueues } from './registers/webhooks/courier.ts'
import { dailyWorkQueues } from './worklist/daily-work.ts'
import { snapshotQueues } from './worklist/norms/snapshot-jobs.ts'

export const queues: readonly QueueDeclaration[] = [...importQueues, ...sweepQueues, ...deadlineQueues, ...webhookQueues, ...signInSweepQueues, ...mailQueues, ...snapshotQueues, ...dailyWorkQueues, ...intakeQueues, ...collectionQueues, ...packageQueues, ...crossingQueues, ...passageQueues, ...proofQueues, ...retentionQueues]
