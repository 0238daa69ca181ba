// Courier: looks every second who has messages due, and has them sent: fair to every organisation and target, whatever one of them does.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../../ground/jobs.ts'
import { log, traceOf } from '../../ground/log.ts'
import { tellDue } from '../../ground/metrics.ts'
import { inPlace, jobPlace, type JobPlace } from '../../people/job-scope.ts'
import { claimDue, forgetOld } from './deliveries.ts'
import type { House } from './house.ts'
import { sendMessage } from './send.ts'

/** Targets that fail have a queue and hands of their own: however many there are, they keep nobody else waiting. */
const sendQueue = declareQueue('webhook-send', z.object({}), { timeLimit: 120, retries: 0, perKey: 'one waiting' })
const retryQueue = declareQueue('webhook-retry', z.object({}), { timeLimit: 120, retries: 0, perKey: 'one waiting' })
const forgetQueue = declareQueue('webhook-forget', z.object({}), { timeLimit: 3600 })
export const webhookQueues = [sendQueue, retryQueue, forgetQueue]

const lookEveryMs = 1_000
/** Messages under way at the same time for one organisation, not counting those that are slow. */
const atOnce = 16
/** After this long an organisation lets others have its turn, and a message under way counts as slow. */
const turnMs = 2_000
const slowMs = 1_000
/** Slow messages that this process leaves to themselves; beyond that a turn waits for its own. */
const mostLeft = 200
const system = { kind: 'system', task: 'webhooks' } as const

/** Carries messages in this process until the jobs stop. */
export async function workWebhooks(jobs: Jobs, house: House): Promise<void> {
  const busy = new Set<string>()
  const left = new Set<Promise<unknown>>()
  for (const [queue, isFailing, hands] of [[sendQueue, false, 4], [retryQueue, true, 2]] as const) {
    await jobs.work(queue, async ({ organisationId, signal }) => {
      const key = busyKey(organisationId, isFailing)
      if (organisationId === null || busy.has(key)) return
      busy.add(key)
      try {
        await sendDue(house, await jobPlace(house, organisationId, system), isFailing, { signal: AbortSignal.any([signal, jobs.stopping]), left })
      } finally {
        busy.delete(key)
      }
    }, { atOnce: hands })
  }
  await jobs.work(forgetQueue, async ({ signal }) => {
    const ids = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    for (const { id } of ids.rows) if (!signal.aborted) await inPlace(house, await jobPlace(house, id, system), forgetOld)
  })
  await jobs.schedule(forgetQueue, '40 3 * * *', {})
  void lookOut(jobs, house, busy)
}

/**
 * Sends what is due of one organisation, until nothing is or its turn is over. Messages that are slow by then are left to end by themselves in `left`;
 * without it, or when the work stops, they are waited for. Gives the number of messages.
 */
export async function sendDue(house: House, place: JobPlace, isFailing: boolean, options: { signal?: AbortSignal; timeoutMs?: number; left?: Set<Promise<unknown>> } = {}): Promise<number> {
  const over = performance.now() + turnMs
  const underWay = new Map<Promise<unknown>, number>()
  for (let sent = 0; ;) {
    const isStopping = options.signal?.aborted ?? false
    const quick = [...underWay.values()].filter((since) => performance.now() - since < slowMs).length
    const claimed = isStopping || performance.now() > over || quick >= atOnce ? [] : await inPlace(house, place, (scope) => claimDue(scope, isFailing, atOnce - quick))
    for (const message of claimed) {
      const sending: Promise<unknown> = sendMessage(house, place, message, options.timeoutMs)
        .catch((error: unknown) => log.error('webhook-failed', { organisation: place.organisation.id, subscription: message.id, event: message.event_id, ...traceOf(error) }))
        .finally(() => underWay.delete(sending))
      underWay.set(sending, performance.now())
    }
    sent += claimed.length
    if (underWay.size === 0) return sent
    if (claimed.length === 0 && quick === 0 && !isStopping && options.left && leave([...underWay.keys()], options.left)) return sent
    // What comes due while one is slow must not wait for it.
    await Promise.race([...underWay.keys(), wait(slowMs / 4, undefined, { ref: false })])
  }
}

function leave(sendings: readonly Promise<unknown>[], left: Set<Promise<unknown>>): boolean {
  if (left.size + sendings.length > mostLeft) return false
  for (const sending of sendings) {
    left.add(sending)
    void sending.finally(() => left.delete(sending))
  }
  return true
}

async function lookOut(jobs: Jobs, house: House, busy: ReadonlySet<string>): Promise<void> {
  let isAway = false
  while (!jobs.stopping.aborted) {
    try {
      await dispatch(jobs, house, busy)
      isAway = false
    } catch (error) {
      // While the database is away this comes back every second; once is enough to know.
      if (!isAway && !jobs.stopping.aborted) log.error('webhook-look-failed', traceOf(error))
      isAway = true
    }
    await wait(lookEveryMs, undefined, { signal: jobs.stopping }).catch(() => undefined)
  }
}

/** Asks for a turn for every organisation with something due that hasn't one here already. */
async function dispatch(jobs: Jobs, house: House, busy: ReadonlySet<string>): Promise<void> {
  const now = house.clock()
  const { rows } = await sql<{ id: string; isFailing: boolean }>`
    select webhook_due(${now}, false) as id, false as "isFailing" union all select webhook_due(${now}, true), true`.execute(house.database)
  tellDue(rows.filter(({ isFailing }) => !isFailing).length, rows.filter(({ isFailing }) => isFailing).length)
  const wanted = rows.filter(({ id, isFailing }) => !busy.has(busyKey(id, isFailing)))
  if (wanted.length === 0) return
  await house.database.transaction().execute(async (tx) => {
    for (const { id, isFailing } of wanted) await jobs.enqueue(tx, isFailing ? retryQueue : sendQueue, { organisationId: id, actor: system, payload: {} }, { key: id })
  })
}

function busyKey(organisationId: string | null, isFailing: boolean): string {
  return `${organisationId} ${isFailing}`
}
