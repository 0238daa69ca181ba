// Crossings: what waits to cross to another organisation of this installation, sealed in the sender's own fence until a job has brought it; nothing reads across.
import { sql } from 'kysely'
import { newId } from '../../ground/ids.ts'
import type { Organisation, Scope } from '../../ground/scope.ts'
import { sealJson, unsealJson } from '../collection/sealed-content.ts'
import type { Crossed, CrossingState } from './forwards.ts'

/** What may cross, and nothing else: saying that two organisations work together, a case, how far it is, and what a topic tells (topics.ts). */
export type Crossing =
  | { readonly kind: 'tie'; readonly reference: string }
  | { readonly kind: 'tie-answer'; readonly reference: string; readonly state: 'agreed' | 'refused' | 'ended' }
  | { readonly kind: 'case'; readonly tie: string; readonly reference: string; readonly register: string; readonly dueOn: string | null; readonly crossed: Crossed; readonly files?: readonly CrossedFile[] }
  | { readonly kind: 'standing'; readonly reference: string; readonly state: Exclude<CrossingState, 'sent'>; readonly at: string }
  | { readonly kind: 'message'; readonly tie: string; readonly topic: string; readonly body: unknown }

/** A file in the sender's fence that goes along. */
export type CrossedFile = { readonly id: string; readonly name: string; readonly size: number }

export type ClaimedCrossing = { readonly id: string; readonly toSlug: string; readonly attempts: number; readonly content: Buffer }

const leaseMs = 120_000
const minute = 60_000
/** Pauses after each failure; then a person sees that it didn't arrive. */
const pauses = [1, 5, 30, 120, 360, 1440].map((minutes) => minutes * minute)

/** In the transaction of the act that asks for it: no commit, no crossing. */
export async function sendAcross(scope: Scope, toSlug: string, crossing: Crossing): Promise<void> {
  const id = newId()
  await scope.tx.insertInto('crossing_message').values({
    organisation_id: scope.organisation.id, id, to_slug: toSlug, kind: crossing.kind, content: sealJson(scope.organisation, placeOf(id), crossing), created_at: scope.now, next_attempt_at: scope.now,
  }).execute()
}

/** The oldest that is due: in order, so that an answer doesn't overtake its question. */
export async function claimCrossing(scope: Scope): Promise<ClaimedCrossing | undefined> {
  const { rows } = await sql<ClaimedCrossing>`
    with due as (select id from crossing_message where organisation_id = ${scope.organisation.id} and next_attempt_at <= ${scope.now} order by id limit 1 for update skip locked)
    update crossing_message m set attempts = m.attempts + 1, next_attempt_at = ${new Date(scope.now.getTime() + leaseMs)} from due
    where m.organisation_id = ${scope.organisation.id} and m.id = due.id returning m.id, m.to_slug as "toSlug", m.attempts, m.content`.execute(scope.tx)
  return rows[0]
}

export function openCrossing(organisation: Pick<Organisation, 'key'>, { id, content }: ClaimedCrossing): Crossing {
  return unsealJson<Crossing>(organisation, placeOf(id), content)
}

export async function markCrossed(scope: Scope, id: string): Promise<void> {
  await scope.tx.updateTable('crossing_message').set({ crossed_at: scope.now, next_attempt_at: null, content: null }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
}

/** @returns whether it is tried again */
export async function putOff(scope: Scope, { id, attempts }: ClaimedCrossing): Promise<boolean> {
  const pause = pauses[attempts - 1]
  await scope.tx.updateTable('crossing_message').set({ next_attempt_at: pause === undefined ? null : new Date(scope.now.getTime() + pause) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  return pause !== undefined
}

/** True the first time only: after a crash between the two organisations the same message comes again. */
export async function isNew(scope: Scope, messageId: string, kind: Crossing['kind']): Promise<boolean> {
  const made = await scope.tx.insertInto('crossing_arrival').values({ organisation_id: scope.organisation.id, message_id: messageId, kind, at: scope.now }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

const placeOf = (id: string) => `crossing:${id}`
