// Forwarded cases: which case went to which participant or came from which service organisation, and how far the other side is; told apart by a reference that says nothing.
import { sql } from 'kysely'
import { isId, newId } from '../../ground/ids.ts'
import { Conflict, Invalid, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { readAttachments } from '../../register-kit/collaboration/attachments.ts'
import { writeHistory } from '../../register-kit/history.ts'
import type { Register } from '../../register-kit/register.ts'
import { caseDueOn } from '../collection/keeping.ts'
import { collectionOf } from '../collection/tied-collections.ts'
import { type CrossedFile, sendAcross } from './crossings.ts'
import { type CrossingState, crossingStates } from './forwards.ts'
import { forwardsOf } from './tied-forwards.ts'
import { tieWith } from './ties.ts'

export type ForwardedCase = {
  readonly id: string; readonly reference: string; readonly direction: 'out' | 'in'; readonly register: string; readonly entryId: string; readonly participantId: string | null; readonly tieId: string | null; readonly otherSlug: string | null
  readonly otherName: string; readonly state: CrossingState; readonly startedAt: Date; readonly dueOn: string | null; readonly sentAt: Date; readonly sentBy: string | null; readonly acceptedAt: Date | null; readonly answeredAt: Date | null
}

/** The first comes from elsewhere, where there is one. */
export async function forwardedOf(scope: Scope, register: string, entryId: string): Promise<ForwardedCase[]> {
  return read(scope, sql`f.register = ${register} and f.entry_id = ${entryId}`)
}

export async function forwardedBy(scope: Scope, reference: string): Promise<ForwardedCase | undefined> {
  return isId(reference) ? (await read(scope, sql`f.reference = ${reference}`))[0] : undefined
}

/** Cases from elsewhere whose standing is still to be told. */
export function openArrivals(scope: Scope): Promise<ForwardedCase[]> {
  return read(scope, sql`f.direction = 'in' and f.state in ('received', 'accepted')`)
}

/**
 * Sends a case to a participant, in the transaction of the step that says so: across to its own organisation where both agreed to that, else it is noted, and the clock followed by hand.
 * Asked again for the same participant it does nothing. @throws Invalid for an unknown participant
 */
export async function sendToParticipant(scope: Scope, register: Register, entry: Entry, participantId: string): Promise<{ readonly isAcross: boolean; readonly name: string }> {
  const participant = isId(participantId) ? await scope.tx.selectFrom('participant').select('name').where('organisation_id', '=', scope.organisation.id).where('id', '=', participantId).executeTakeFirst() : undefined
  if (!participant) throw new Invalid([{ at: 'participant', message: t('Kies een deelnemer.', 'Choose a participant.') }])
  const { name } = participant
  const earlier = (await forwardedOf(scope, register.key, entry.id)).find((one) => one.participantId === participantId && one.state !== 'refused')
  if (earlier) return { isAcross: earlier.tieId !== null, name }
  const tie = await tieWith(scope, participantId)
  const forwards = forwardsOf(register.key)
  const crossed = await forwards?.send(scope, entry)
  const across = tie && crossed ? { tie, crossed } : undefined
  const tied = collectionOf(register.key)
  const dueOn = tied ? caseDueOn(entry, tied.options) : null
  const reference = newId()
  await insertForwarded(scope, { reference, direction: 'out', register: register.key, entryId: entry.id, participantId, tieId: across?.tie.id ?? null, otherName: name, state: 'sent', startedAt: crossed ? new Date(crossed.receivedAt) : entry.system.created_at, dueOn })
  if (across) await sendAcross(scope, across.tie.otherSlug, { kind: 'case', tie: across.tie.reference, reference, register: register.key, dueOn, crossed: across.crossed, files: await filesFromOutside(scope, register.key, entry.id) })
  await writeHistory(scope, register.key, [{ entryId: entry.id, verb: 'send_across', note: name }])
  return { isAcross: across !== undefined, name }
}

/** What whoever asks sent along (an authorisation, a photo) crosses with it; what a colleague attached doesn't. */
async function filesFromOutside(scope: Scope, register: string, entryId: string): Promise<CrossedFile[]> {
  return (await readAttachments(scope, register, entryId)).filter(({ personId }) => personId === null).map(({ fileId, name, size }) => ({ id: fileId, name, size })).toReversed()
}

export type NewForwarded = Pick<ForwardedCase, 'reference' | 'direction' | 'register' | 'entryId' | 'participantId' | 'tieId' | 'otherName' | 'state' | 'startedAt' | 'dueOn'>

export async function insertForwarded(scope: Scope, one: NewForwarded): Promise<void> {
  await scope.tx.insertInto('forwarded_case').values({
    organisation_id: scope.organisation.id, id: newId(), reference: one.reference, direction: one.direction, register: one.register, entry_id: one.entryId, participant_id: one.participantId, tie_id: one.tieId, other_name: one.otherName,
    state: one.state, started_at: one.startedAt, due_on: one.dueOn, sent_at: scope.now, sent_by: personOf(scope.actor),
  }).execute()
}

/** Only onward: what comes late or twice changes nothing. @returns whether it changed */
export async function standingBecomes(scope: Scope, one: ForwardedCase, state: CrossingState, at: Date): Promise<boolean> {
  if (crossingStates.indexOf(state) <= crossingStates.indexOf(one.state) || one.state === 'answered') return false
  const done = await scope.tx.updateTable('forwarded_case').set({ state, ...(state === 'accepted' ? { accepted_at: at } : {}), ...(state === 'answered' ? { answered_at: at, accepted_at: one.acceptedAt ?? at } : {}) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', one.id).where('state', '=', one.state).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await writeHistory(scope, one.register, [{ entryId: one.entryId, verb: `across_${state}`, note: one.otherName }])
  return true
}

/** What somebody heard from a participant that doesn't work here. @throws Refused where the other side tells it by itself */
export async function followByHand(scope: Scope, one: ForwardedCase, state: 'accepted' | 'answered'): Promise<void> {
  if (one.direction !== 'out' || one.tieId !== null) throw new Refused(t('De andere organisatie laat dit zelf weten.', 'The other organisation lets this be known by itself.'))
  if (!(await standingBecomes(scope, one, state, scope.now))) throw new Conflict()
}

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<ForwardedCase[]> {
  const { rows } = await sql<ForwardedCase>`
    select f.id, f.reference, f.direction, f.register, f.entry_id as "entryId", f.participant_id as "participantId", f.tie_id as "tieId", i.other_slug as "otherSlug", f.other_name as "otherName", f.state,
      f.started_at as "startedAt", f.due_on as "dueOn", f.sent_at as "sentAt", p.name as "sentBy", f.accepted_at as "acceptedAt", f.answered_at as "answeredAt"
    from forwarded_case f left join participant_tie i on i.organisation_id = f.organisation_id and i.id = f.tie_id left join person p on p.organisation_id = f.organisation_id and p.id = f.sent_by
    where f.organisation_id = ${scope.organisation.id} and ${which} order by f.direction, f.id limit 500`.execute(scope.tx)
  return rows
}
