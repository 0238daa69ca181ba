// Mail outbox: which messages are due, what became of each, trying one again or dropping it, and forgetting what is old.
import { sql } from 'kysely'
import { type Access, recordAccess } from '../access-record/record.ts'
import { isId } from '../ground/ids.ts'
import { fold } from '../ground/letters.ts'
import type { MailEnding } from '../ground/mail.ts'
import { NotFound } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { openContent } from './mail.ts'

export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped'] as const
export type MailState = (typeof mailStates)[number]

/** What an administrator sees of a message: never what it says. */
export type ShownMessage = {
  id: string; /** Null: somebody from outside, whom only the sealed content names. */ personId: string | null; person: string | null; kind: string; state: MailState; attempts: number; createdAt: Date
  nextAttemptAt: Date | null; sentAt: Date | null; failedAt: Date | null; trouble: string | null; smtpStatus: number | null
}

/** A message in hand, for the address that its person has now; without one the person is gone. `isOnce`: never brought twice, so that an attempt that may have arrived is for a person to judge. */
export type ClaimedMessage = { id: string; kind: string; content: Buffer; attempts: number; /** Null: somebody from outside. */ personId: string | null; email: string | null; isOutside: boolean; isOnce: boolean }

/** A process that dies while it sends leaves its messages to others after this long; more than sending can take. */
const leaseMs = 180_000
const minute = 60_000
const hour = 60 * minute
/** Pauses after the first, second ... failure: together a little more than two days. */
export const mailPauses: readonly number[] = [1 * minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 30 * hour]
const keptDays = 90

/** Takes up to `most` due messages in hand and counts the attempt before it is made; what helps nobody any more is dropped. */
export async function claimMail(scope: Scope, most: number): Promise<ClaimedMessage[]> {
  const { organisation: { id }, now } = scope
  // Whoever had it in hand died: nobody knows whether the mail server took it.
  await sql`update mail_message set state = 'uncertain', next_attempt_at = null, trouble = 'broken_off', failed_at = ${now}
    where organisation_id = ${id} and next_attempt_at <= ${now} and is_once and state = 'sending'`.execute(scope.tx)
  await sql`update mail_message set state = 'dropped', next_attempt_at = null, content = null, trouble = 'too_old'
    where organisation_id = ${id} and next_attempt_at <= ${now} and useless_at < ${now}`.execute(scope.tx)
  const { rows } = await sql<ClaimedMessage>`
    with due as (
      select m.id, m.person_id from mail_message m where m.organisation_id = ${id} and m.next_attempt_at <= ${now} order by m.next_attempt_at, m.id limit ${most} for update skip locked)
    update mail_message m set state = 'sending', attempts = m.attempts + 1, next_attempt_at = ${new Date(now.getTime() + leaseMs)}
    from due left join person p on p.organisation_id = ${id} and p.id = due.person_id where m.organisation_id = ${id} and m.id = due.id
    returning m.id, m.kind, m.content, m.attempts, m.person_id as "personId", m.person_id is null as "isOutside", m.is_once as "isOnce", case when p.is_active then p.email end as email`.execute(scope.tx)
  await recordAccess(scope, { name: 'E-mailadres opgezocht om een bericht te versturen', subjects: rows.flatMap((row) => row.personId === null ? outsider(scope, row) : [{ type: 'person', id: row.personId }]) })
  return rows
}

/** Somebody from outside is named by the address alone; what can't be opened isn't sent either. */
function outsider({ organisation }: Scope, { id, content }: ClaimedMessage): Access['subjects'] {
  try {
    const to = openContent(organisation, id, content).outside?.to
    return to === undefined ? [] : [{ type: 'subject', id: fold(to).trim() }]
  } catch {
    return []
  }
}

/** Writes how an attempt ended, unless somebody else took the message over meanwhile. */
export async function recordMail(scope: Scope, message: Pick<ClaimedMessage, 'id' | 'attempts' | 'isOnce'>, ending: MailEnding | 'person_gone'): Promise<'sent' | 'waiting' | 'failed' | 'uncertain'> {
  const { now } = scope
  const { trouble, status, isUnsure = false } = ending === 'person_gone' ? { trouble: 'person_gone', status: null } : ending
  const isUncertain = isUnsure && message.isOnce
  const pause = mailPauses[message.attempts - 1]
  const next = isUncertain || trouble === null || trouble === 'refused' || trouble === 'person_gone' || pause === undefined ? null : new Date(now.getTime() + pause)
  const state = trouble === null ? 'sent' : trouble === 'person_gone' ? 'dropped' : isUncertain ? 'uncertain' : next ? 'waiting' : 'failed'
  await scope.tx.updateTable('mail_message').set({
    state, next_attempt_at: next, trouble, smtp_status: status, ...(state === 'sent' || state === 'dropped' ? { content: null } : {}),
    ...(state === 'sent' ? { sent_at: now } : trouble === null ? {} : { failed_at: now }),
  }).where('organisation_id', '=', scope.organisation.id).where('id', '=', message.id).where('state', '=', 'sending').where('attempts', '=', message.attempts).execute()
  return state === 'dropped' ? 'failed' : state
}

/** Newest first, at most `limit`, older than `before`. */
export async function listMail(scope: Scope, options: { state?: MailState; before?: string; limit: number }): Promise<ShownMessage[]> {
  const { rows } = await sql<ShownMessage>`
    select m.id, m.person_id as "personId", p.name as person, m.kind, m.state, m.attempts, m.created_at as "createdAt", m.next_attempt_at as "nextAttemptAt", m.sent_at as "sentAt", m.failed_at as "failedAt",
      m.trouble, m.smtp_status as "smtpStatus"
    from mail_message m left join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${scope.organisation.id} and (${options.state ?? null}::text is null or m.state = ${options.state ?? null}) and (${options.before ?? null}::uuid is null or m.id < ${options.before ?? null})
    order by m.id desc limit ${options.limit}`.execute(scope.tx)
  return rows
}

export async function countMailStates(scope: Scope): Promise<Record<MailState, number>> {
  const { rows } = await sql<{ state: MailState; count: number }>`select state, count(*) as count from mail_message where organisation_id = ${scope.organisation.id} group by state`.execute(scope.tx)
  return { waiting: 0, sending: 0, sent: 0, failed: 0, uncertain: 0, dropped: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}

/** Tries a message that failed or waits again, now and from the first attempt on. @throws NotFound when there is nothing to try */
export async function retryMail(scope: Scope, id: string): Promise<void> {
  const done = isId(id) && await scope.tx.updateTable('mail_message').set({ state: 'waiting', attempts: 0, next_attempt_at: scope.now })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', 'in', ['waiting', 'failed']).where('content', 'is not', null).executeTakeFirst()
  if (!done || done.numUpdatedRows === 0n) throw new NotFound()
}

/** Drops a message that wasn't sent, with what it said. @throws NotFound */
export async function dropMail(scope: Scope, id: string): Promise<void> {
  const done = isId(id) && await scope.tx.updateTable('mail_message').set({ state: 'dropped', next_attempt_at: null, content: null, trouble: 'by_hand' })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', 'in', ['waiting', 'failed']).executeTakeFirst()
  if (!done || done.numUpdatedRows === 0n) throw new NotFound()
}

/** How messages stand, by id; for what they belong to. */
export type MailStanding = Pick<ShownMessage, 'id' | 'state' | 'attempts' | 'nextAttemptAt' | 'sentAt' | 'failedAt' | 'trouble' | 'smtpStatus'>

export async function mailStandings(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, MailStanding>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<MailStanding>`
    select id, state, attempts, next_attempt_at as "nextAttemptAt", sent_at as "sentAt", failed_at as "failedAt", trouble, smtp_status as "smtpStatus"
    from mail_message where organisation_id = ${scope.organisation.id} and id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A person's word on a message of which nobody knew whether it arrived: it was sent, or it is to be sent again now. @throws NotFound when it isn't uncertain */
export async function settleUncertain(scope: Scope, id: string, word: 'sent' | 'again'): Promise<void> {
  const done = isId(id) && await scope.tx.updateTable('mail_message').set(word === 'sent' ? { state: 'sent', content: null, sent_at: sql`failed_at` } : { state: 'waiting', attempts: 0, next_attempt_at: scope.now })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', '=', 'uncertain').executeTakeFirst()
  if (!done || done.numUpdatedRows === 0n) throw new NotFound()
}

/** Removes messages that are done and old, but for those by which something else shows how it went. */
export async function forgetOldMail(scope: Scope): Promise<void> {
  await scope.tx.deleteFrom('mail_message').where('organisation_id', '=', scope.organisation.id).where('next_attempt_at', 'is', null).where('is_kept', '=', false)
    .where('created_at', '<', new Date(scope.now.getTime() - keptDays * 24 * hour)).execute()
}
