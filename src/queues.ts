// Queues: every kind of job that exists. The owner makes them at migration; a queue that isn't listed here can't be used.
import type { QueueDeclaration } from './ground/jobs-schema.ts'
import { importQueues } from './registers/processing-activities/import-jobs.ts'
import { sweepQueues } from './registers/processing-activities/sweep.ts'

export const queues: readonly QueueDeclaration[] = [...importQueues, ...sweepQueues]
