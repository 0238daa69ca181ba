// Mail courier: looks every few seconds which organisation has mail due, and brings it to the mail server; without one it stays where it is.
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { declareQueue, type Jobs } from '../ground/jobs.ts'
import { log, traceOf } from '../ground/log.ts'
import { isServerTrouble, type MailEnding, openPost, type PostRoom } from '../ground/mail.ts'
import { countMail } from '../ground/metrics.ts'
import type { House } from './house.ts'
import { inPlace, jobPlace, type JobPlace } from './job-scope.ts'
import { letterOf } from './mail-letter.tsx'
import { claimMail, type ClaimedMessage, forgetOldMail, recordMail } from './mail-outbox.ts'
import { openContent } from './mail.ts'

const sendQueue = declareQueue('mail-send', z.object({}), { timeLimit: 300, retries: 0, perKey: 'one waiting' })
const forgetQueue = declareQueue('mail-forget', z.object({}), { timeLimit: 3600 })
export const mailQueues = [sendQueue, forgetQueue]

type MailHouse = Pick<House, 'database' | 'master' | 'clock' | 'config'>

const lookEveryMs = 2_000
/** Messages under way at the same time for one organisation: a mail server welcomes few connections. */
const atOnce = 3
/** After this long an organisation lets others have its turn. */
const turnMs = 10_000
/** While the mail server is away it is asked this seldom. */
const quietMs = 60_000
const system = { kind: 'system', task: 'mail' } as const

/** Carries mail in this process until the jobs stop. */
export async function workMail(jobs: Jobs, house: MailHouse, post: PostRoom | undefined = house.config.mail && openPost(house.config.mail)): Promise<void> {
  await jobs.work(forgetQueue, async ({ signal }) => {
    const { rows } = await sql<{ id: string }>`select organisation_ids() as id`.execute(house.database)
    for (const { id } of rows) if (!signal.aborted) await inPlace(house, await jobPlace(house, id, system), forgetOldMail)
  })
  await jobs.schedule(forgetQueue, '50 3 * * *', {})
  if (!post) return
  const pause = { until: 0 }
  await jobs.work(sendQueue, async ({ organisationId, signal }) => {
    if (organisationId === null) return
    const { isServerAway } = await sendDueMail(house, await jobPlace(house, organisationId, system), post, AbortSignal.any([signal, jobs.stopping]))
    if (isServerAway) pause.until = performance.now() + quietMs
  }, { atOnce: 2 })
  void lookOut(jobs, house, pause)
}

/** Sends what is due of one organisation, until nothing is, its turn is over or the mail server is away. */
export async function sendDueMail(house: MailHouse, place: JobPlace, post: PostRoom, signal?: AbortSignal): Promise<{ tried: number; isServerAway: boolean }> {
  const over = performance.now() + turnMs
  for (let tried = 0; ;) {
    const claimed = signal?.aborted || performance.now() > over ? [] : await inPlace(house, place, (scope) => claimMail(scope, atOnce))
    if (claimed.length === 0) return { tried, isServerAway: false }
    const endings = await Promise.all(claimed.map((message) => carry(house, place, post, message)))
    tried += claimed.length
    if (endings.some((ending) => ending !== 'person_gone' && isServerTrouble(ending.trouble))) return { tried, isServerAway: true }
  }
}

async function carry(house: MailHouse, place: JobPlace, post: PostRoom, message: ClaimedMessage): Promise<MailEnding | 'person_gone'> {
  const ending = message.email === null && !message.isOutside ? 'person_gone' as const : await attempt(house, place, post, message)
  const outcome = await inPlace(house, place, (scope) => recordMail(scope, message, ending))
  countMail(outcome)
  const { trouble, status } = ending === 'person_gone' ? { trouble: ending, status: null } : ending
  log[trouble === null ? 'info' : 'warn']('mail', { organisation: place.organisation.id, message: message.id, kind: message.kind, attempt: message.attempts, outcome, trouble, status })
  return ending
}

async function attempt({ config: { publicUrl } }: MailHouse, { organisation }: JobPlace, post: PostRoom, { id, content: sealed, email }: ClaimedMessage): Promise<MailEnding> {
  try {
    const content = openContent(organisation, id, sealed)
    return await post.send(letterOf(content, { to: email ?? content.outside!.to, id, organisation: organisation.name, publicUrl }))
  } catch (error) {
    log.error('mail-fault', { organisation: organisation.id, message: id, ...traceOf(error) })
    return { trouble: 'fault', status: null }
  }
}

async function lookOut(jobs: Jobs, house: MailHouse, pause: { until: number }): Promise<void> {
  let isAway = false
  while (!jobs.stopping.aborted) {
    try {
      if (performance.now() > pause.until) await dispatch(jobs, house)
      isAway = false
    } catch (error) {
      // While the database is away this comes back every time; once is enough to know.
      if (!isAway && !jobs.stopping.aborted) log.error('mail-look-failed', traceOf(error))
      isAway = true
    }
    await wait(lookEveryMs, undefined, { signal: jobs.stopping }).catch(() => undefined)
  }
}

async function dispatch(jobs: Jobs, house: MailHouse): Promise<void> {
  const { rows } = await sql<{ id: string }>`select mail_due(${house.clock()}) as id`.execute(house.database)
  if (rows.length === 0) return
  await house.database.transaction().execute(async (tx) => {
    for (const { id } of rows) await jobs.enqueue(tx, sendQueue, { organisationId: id, actor: system, payload: {} }, { key: id })
  })
}
