// Deliveries: the outbox of messages: which are due, what became of each, and sending one again.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { countPaused } from '../../ground/metrics.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { type EventRow, testRegister, testVerb } from './event.ts'
import { heldUntil, nextTry, patience } from './retry.ts'
import { findSubscription, historyKey, pauseSubscription } from './subscriptions.ts'

export type Delivery = EventRow & {
  readonly state: 'waiting' | 'sending' | 'delivered' | 'given_up'
  readonly attempt: number
  readonly due_at: Date | null
  readonly last_at: Date | null
  readonly last_status: number | null
  readonly last_ms: number | null
  readonly trouble: string | null
}

/** A message in hand: for as long as `due_at` lies ahead nobody else takes it. */
export type Claimed = EventRow & {
  readonly id: string; readonly target: string; readonly secret: Buffer; readonly previous_secret: Buffer | null; readonly previous_until: Date | null
  readonly attempt: number
}

/** How sending ended. `status`: the answer's, where there was one; `askedSeconds`: how long the target asked to wait. */
export type Ending = { readonly trouble: string | null; readonly status: number | null; readonly ms: number; readonly askedSeconds: number }

/** A process that dies while it sends leaves its messages to others after this long; more than sending can take. */
export const leaseMs = 30_000

/** At the same time to one target, by each process; to one that fails a single message feels whether it is well again. */
const atOncePerTarget = 2

/** Newest first; older than `before` (an event id). */
export async function listDeliveries(scope: Scope, subscriptionId: string, options: { limit: number; before?: string; state?: Delivery['state'] }): Promise<Delivery[]> {
  const rows = await sql<Delivery>`
    select event_id, at, register, entry_id, verb, revision, entry_status, state, attempt, due_at, last_at, last_status, last_ms, trouble from webhook_delivery
    where organisation_id = ${scope.organisation.id} and subscription_id = ${subscriptionId}
      and (${options.before ?? null}::uuid is null or event_id < ${options.before ?? null}) and (${options.state ?? null}::text is null or state = ${options.state ?? null})
    order by event_id desc limit ${options.limit}`.execute(scope.tx)
  return rows.rows
}

/** One message of a subscription, where it is there. */
export async function findDelivery(scope: Scope, subscriptionId: string, eventId: string): Promise<Delivery | undefined> {
  const rows = await sql<Delivery>`
    select event_id, at, register, entry_id, verb, revision, entry_status, state, attempt, due_at, last_at, last_status, last_ms, trouble from webhook_delivery
    where organisation_id = ${scope.organisation.id} and subscription_id = ${subscriptionId} and event_id = ${eventId}`.execute(scope.tx)
  return rows.rows[0]
}

/** Takes up to `most` due messages in hand, of targets that fail or of those that don't, and counts the attempt before it is made. */
export async function claimDue(scope: Scope, isFailing: boolean, most: number): Promise<Claimed[]> {
  const { organisation: { id }, now } = scope
  const rows = await sql<Claimed>`
    with room as (
      select s.id, ${isFailing ? 1 : atOncePerTarget} - (select count(*) from webhook_delivery d where d.organisation_id = s.organisation_id and d.subscription_id = s.id and d.state = 'sending' and d.due_at > ${now}) as places
      from webhook_subscription s
      where s.organisation_id = ${id} and s.status = 'active' and (s.failing_since is not null) = ${isFailing} and (s.held_until is null or s.held_until <= ${now})),
    due as (
      select d.* from room cross join lateral (
        select d.subscription_id, d.event_id from webhook_delivery d where d.organisation_id = ${id} and d.subscription_id = room.id and d.due_at <= ${now}
        order by d.due_at, d.event_id limit greatest(room.places, 0) for update skip locked) d
      -- By chance, so that of many targets with much waiting none comes last for ever.
      order by random() limit ${most})
    update webhook_delivery d set state = 'sending', attempt = d.attempt + 1, due_at = ${new Date(now.getTime() + leaseMs)}
    from due, webhook_subscription s
    where d.organisation_id = ${id} and d.subscription_id = due.subscription_id and d.event_id = due.event_id and s.organisation_id = d.organisation_id and s.id = d.subscription_id
    returning s.id, s.target, s.secret, s.previous_secret, s.previous_until, d.event_id, d.at, d.register, d.entry_id, d.verb, d.revision, d.entry_status, d.attempt`.execute(scope.tx)
  return rows.rows
}

/** Writes how an attempt ended, unless somebody else took the message over meanwhile. Gives what became of the message. */
export async function recordEnding(scope: Scope, message: Pick<Claimed, 'id' | 'event_id' | 'attempt' | 'register'>, ending: Ending): Promise<'delivered' | 'failed' | 'given_up'> {
  const { organisation: { id }, now } = scope
  const isTest = message.register === testRegister
  const isGone = ending.status === 410
  const next = ending.trouble === null || isTest || isGone ? undefined : nextTry(message.attempt, now, ending.askedSeconds)
  const state = ending.trouble === null ? 'delivered' : next ? 'waiting' : 'given_up'
  const written = await scope.tx.updateTable('webhook_delivery').set({ state, due_at: next ?? null, last_at: now, last_status: ending.status, last_ms: ending.ms, trouble: ending.trouble })
    .where('organisation_id', '=', id).where('subscription_id', '=', message.id).where('event_id', '=', message.event_id).where('state', '=', 'sending').where('attempt', '=', message.attempt).executeTakeFirst()
  const outcome = state === 'waiting' ? 'failed' : state
  // A test says something of the target, but only what was really to be told decides about pausing.
  if (written.numUpdatedRows === 0n || (isTest && ending.trouble !== null)) return outcome
  if (ending.trouble === null) await settleWell(scope, message.id)
  else await settleTrouble(scope, message.id, ending, isGone)
  return outcome
}

/** A message of its own to see whether the target listens; taken in hand at once, sent once, paused or not. */
export async function claimTest(scope: Scope, subscriptionId: string): Promise<Claimed> {
  await findSubscription(scope, subscriptionId)
  const { organisation: { id }, now } = scope
  const event = { event_id: newId(), at: now, register: testRegister, entry_id: subscriptionId, verb: testVerb, revision: null, entry_status: testVerb }
  await scope.tx.insertInto('webhook_delivery').values({ organisation_id: id, subscription_id: subscriptionId, ...event, state: 'sending', attempt: 1, due_at: new Date(now.getTime() + leaseMs) }).execute()
  const row = await scope.tx.selectFrom('webhook_subscription').select(['id', 'target', 'secret', 'previous_secret', 'previous_until']).where('organisation_id', '=', id).where('id', '=', subscriptionId).executeTakeFirstOrThrow()
  return { ...row, ...event, attempt: 1 }
}

/** Sends messages again from the first attempt on, with the same id: the one with this id, or all that were given up. @throws Refused while the subscription is paused */
export async function replay(scope: Scope, subscriptionId: string, which: { eventId: string } | 'given_up'): Promise<number> {
  const { status } = await findSubscription(scope, subscriptionId)
  if (status === 'paused') throw new Refused(t('Deze webhook is gepauzeerd. Hervat hem eerst; daarna kunt u berichten opnieuw versturen.', 'This webhook is paused. Resume it first; then you can send messages again.'))
  const again = await sql`update webhook_delivery set state = 'waiting', attempt = 0, due_at = ${scope.now}
    where organisation_id = ${scope.organisation.id} and subscription_id = ${subscriptionId} and state <> 'sending' and register <> ${testRegister}
      and ${which === 'given_up' ? sql`state = 'given_up'` : sql`event_id = ${which.eventId}`}`.execute(scope.tx)
  const count = Number(again.numAffectedRows ?? 0)
  if (count > 0) await writeHistory(scope, historyKey, [{ entryId: subscriptionId, verb: 'replay', note: which === 'given_up' ? String(count) : which.eventId }])
  return count
}

/** Messages that are done are kept this long, so that what a target missed can be found. */
export const keptDays = 30

/** Removes what is done and old, and secrets whose overlap is over. */
export async function forgetOld(scope: Scope): Promise<void> {
  const { organisation: { id }, now } = scope
  await scope.tx.deleteFrom('webhook_delivery').where('organisation_id', '=', id).where('due_at', 'is', null).where('at', '<', new Date(now.getTime() - keptDays * 86_400_000)).execute()
  await scope.tx.updateTable('webhook_subscription').set({ previous_secret: null, previous_until: null }).where('organisation_id', '=', id).where('previous_until', '<', now).execute()
}

// Only where it changes something: most successes follow a success, and need no row of the subscription at all.
async function settleWell(scope: Scope, id: string): Promise<void> {
  await scope.tx.updateTable('webhook_subscription').set({ failing_since: null, failures: 0, held_until: null })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('failing_since', 'is not', null).execute()
}

async function settleTrouble(scope: Scope, id: string, ending: Ending, isGone: boolean): Promise<void> {
  const { now } = scope
  const { failures, failing_since: since } = await scope.tx.updateTable('webhook_subscription')
    .set({ failures: sql<number>`failures + 1`, failing_since: sql<Date>`coalesce(failing_since, ${now})` })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).returning(['failures', 'failing_since']).executeTakeFirstOrThrow()
  await scope.tx.updateTable('webhook_subscription').set({ held_until: heldUntil(failures, now, ending.askedSeconds) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  if (!isGone && now.getTime() - since!.getTime() < patience) return
  await pauseSubscription(scope, id, isGone ? 'gone' : 'failures')
  countPaused()
}
