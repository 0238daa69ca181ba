// Jobs: work that may wait, enqueued in the transaction that asks for it. A job carries organisation and actor, and rebuilds its scope from them.
import { fromKysely, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Tx } from './database.ts'
import { jobsSchema, type QueueDeclaration } from './jobs-schema.ts'
import { log, traceOf } from './log.ts'
import { countJob } from './metrics.ts'
import type { Actor } from './scope.ts'

/** Who asked for the job, by ids only: jobs outlive what they were about, and names don't belong in them. */
export type JobActor = { kind: 'person'; personId: string; accountId: string } | { kind: 'system'; task: string } | { kind: 'public' }

/** One kind of job: a name, what it carries, and how often it may be tried. Declared where its work is known, listed in `src/queues.ts`. */
export type QueueOf<Payload> = QueueDeclaration & { readonly payload: z.ZodType<Payload> }

/** What a handler gets. `organisationId` is null only for work over all organisations, such as a daily sweep. */
export type JobOf<Payload> = {
  readonly id: string
  readonly organisationId: string | null
  readonly actor: JobActor
  readonly payload: Payload
  /** 0 at the first try. */
  readonly attempt: number
  /** Aborts when the server stops or the job takes too long. */
  readonly signal: AbortSignal
}

export type Jobs = {
  /** Puts a job in the queue within this transaction: no commit, no job. @returns its id, or null when the queue refused a second one with this `key` */
  enqueue<Payload>(tx: Tx, queue: QueueOf<Payload>, job: { organisationId: string | null; actor: JobActor; payload: Payload }, options?: EnqueueOptions): Promise<string | null>
  /** Runs this queue's jobs here, `atOnce` at a time. */
  work<Payload>(queue: QueueOf<Payload>, handler: (job: JobOf<Payload>) => Promise<void>, options?: { atOnce?: number }): Promise<void>
  /** Repeats a job by a cron line in Dutch time, for all organisations. The line replaces an earlier one. */
  schedule<Payload>(queue: QueueOf<Payload>, cron: string, payload: Payload): Promise<void>
  /** Lets running jobs finish, for at most these milliseconds; what isn't finished runs again later. */
  stop(patience?: number): Promise<void>
  /** Aborts as soon as `stop` is called: for work that would go on and on. */
  readonly stopping: AbortSignal
}

export type EnqueueOptions = { startAfter?: Date; key?: string }

/**
 * Declares a queue. `timeLimit` in seconds; a job that fails is tried `retries` times more, with growing pauses.
 * `perKey`: `one waiting` refuses a second job with the same key until the first has begun, `one running` lets them wait for each other.
 */
export function declareQueue<Payload>(
  name: string, payload: z.ZodType<Payload>, options: { timeLimit?: number; retries?: number; perKey?: 'one waiting' | 'one running' } = {},
): QueueOf<Payload> {
  return {
    name, payload,
    options: {
      policy: options.perKey === undefined ? 'standard' : options.perKey === 'one waiting' ? 'short' : 'singleton',
      expireInSeconds: options.timeLimit ?? 900, retryLimit: options.retries ?? 3, retryDelay: 5, retryBackoff: true, notify: true,
    },
  }
}

/** Connects to the jobs as the application's login. `run: false` only enqueues (the command line). */
export async function openJobs(appUrl: string, options: { run?: boolean } = {}): Promise<Jobs> {
  const run = options.run ?? true
  const boss = new PgBoss({
    connectionString: appUrl, schema: jobsSchema, application_name: 'waarborg-jobs', max: 4,
    // The application's login may not change tables: the owner did that (jobs-schema.ts).
    migrate: false, createSchema: false, reindex: false, persistQueueStats: false,
    supervise: run, schedule: run, useListenNotify: run,
  })
  boss.on('error', (error) => log.error('jobs-error', traceOf(error)))
  boss.on('warning', (warning) => log.warn('jobs-warning', { message: warning.message }))
  await boss.start()
  const stopping = new AbortController()
  return {
    stopping: stopping.signal,
    enqueue: (tx, queue, job, more = {}) => boss.send(queue.name, { ...job, payload: queue.payload.parse(job.payload) }, {
      db: fromKysely(tx), ...(more.startAfter ? { startAfter: more.startAfter } : {}), ...(more.key === undefined ? {} : { singletonKey: more.key }),
    }),
    work: async (queue, handler, more = {}) => {
      // Known only once the queue is being worked, and a job may come before that.
      const worker: { id?: string } = {}
      worker.id = await boss.work<unknown>(queue.name, { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5, localConcurrency: more.atOnce ?? 1 }, async ([job]) => {
        if (!job) return
        const started = performance.now()
        const { organisationId, actor, payload } = envelope.parse(job.data)
        const about = { queue: queue.name, job: job.id, organisation: organisationId, attempt: job.retryCount }
        try {
          await handler({ id: job.id, organisationId, actor, payload: queue.payload.parse(payload), attempt: job.retryCount, signal: job.signal })
          countJob(queue.name, 'done', performance.now() - started)
          log.info('job-done', { ...about, ms: Math.round(performance.now() - started) })
        } catch (error) {
          countJob(queue.name, 'failed', performance.now() - started)
          log.error('job-failed', { ...about, ...traceOf(error) })
          // What pg-boss keeps of the error must not hold what people typed.
          throw new Error(traceOf(error).name)
        } finally {
          // One notification may stand for several jobs: look for the next at once, not after the pause.
          if (worker.id !== undefined) boss.notifyWorker(worker.id)
        }
      })
    },
    schedule: (queue, cron, payload) =>
      boss.schedule(queue.name, cron, { organisationId: null, actor: { kind: 'system', task: queue.name }, payload: queue.payload.parse(payload) }, { tz: 'Europe/Amsterdam' }),
    stop: (patience = 10_000) => {
      stopping.abort()
      return boss.stop({ graceful: true, timeout: patience })
    },
  }
}

/** What of an actor may travel in a job. */
export function jobActor(actor: Actor): JobActor {
  if (actor.kind === 'person') return { kind: 'person', personId: actor.personId, accountId: actor.accountId }
  return actor.kind === 'token' ? { kind: 'system', task: `token:${actor.tokenId}` } : actor
}

const envelope = z.object({
  organisationId: z.uuid().nullable(),
  actor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), personId: z.uuid(), accountId: z.uuid() }),
    z.object({ kind: z.literal('system'), task: z.string() }),
    z.object({ kind: z.literal('public') }),
  ]),
  payload: z.unknown(),
})
