// Queues: every kind of job that exists. The owner makes them at migration; a queue that isn't listed here can't be used.
import type { QueueDeclaration } from './ground/jobs-schema.ts'

export const queues: readonly QueueDeclaration[] = []
