// Ties: that a service organisation and its participant, both working here, agreed to forward cases to each other. One offers, the other agrees; either may end it.
import { sql } from 'kysely'
import { isId, newId } from '../../ground/ids.ts'
import { Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { sendAcross } from './crossings.ts'

export type TieState = 'offered' | 'agreed' | 'refused' | 'ended'
export type Tie = { readonly id: string; readonly reference: string; readonly side: 'serves' | 'served'; readonly participantId: string | null; readonly participant: string | null; readonly otherSlug: string; readonly otherName: string; readonly state: TieState; readonly at: Date; readonly by: string | null }

/** Newest first. */
export async function readTies(scope: Scope): Promise<Tie[]> {
  return read(scope, sql`true`)
}

/** The agreed tie with a participant, if there is one. */
export async function tieWith(scope: Scope, participantId: string): Promise<Tie | undefined> {
  return (await read(scope, sql`i.participant_id = ${participantId} and i.state = 'agreed'`))[0]
}

export async function tieByReference(scope: Scope, reference: string): Promise<Tie | undefined> {
  return isId(reference) ? (await read(scope, sql`i.reference = ${reference}`))[0] : undefined
}

/** The service organisation says which organisation of this installation its participant is. @throws Invalid, Refused */
export async function offerTie(scope: Scope, participantId: string, typedSlug: string): Promise<void> {
  const slug = typedSlug.trim().toLowerCase()
  const participant = isId(participantId) ? await scope.tx.selectFrom('participant').select(['id', 'name']).where('organisation_id', '=', scope.organisation.id).where('id', '=', participantId).where('is_active', '=', true).executeTakeFirst() : undefined
  if (!participant) throw new Invalid([{ at: 'participant', message: t('Kies een deelnemer.', 'Choose a participant.') }])
  const { rows: [other] } = await sql<{ slug: string; name: string }>`select slug, name from find_organisation(${slug})`.execute(scope.tx)
  if (!other || other.slug === scope.organisation.slug) throw new Invalid([{ at: 'slug', message: t('Er werkt hier geen andere organisatie onder deze korte naam. U vindt die naam in het adres van haar pagina’s.', 'No other organisation works here under this short name. You find the name in the address of its pages.') }])
  const { rows } = await sql`select from participant_tie where organisation_id = ${scope.organisation.id} and state in ('offered', 'agreed') and (participant_id = ${participant.id} or (side = 'serves' and other_slug = ${other.slug}))`.execute(scope.tx)
  if (rows.length > 0) throw new Refused(t('Deze deelnemer is al gekoppeld, of de koppeling is al aangeboden.', 'This participant is tied already, or the tie was offered already.'))
  const reference = newId()
  await insertTie(scope, { reference, side: 'serves', participantId: participant.id, otherSlug: other.slug, otherName: other.name, state: 'offered' })
  await sendAcross(scope, other.slug, { kind: 'tie', reference })
}

export async function insertTie(scope: Scope, tie: Pick<Tie, 'reference' | 'side' | 'participantId' | 'otherSlug' | 'otherName' | 'state'>): Promise<void> {
  await scope.tx.insertInto('participant_tie').values({
    organisation_id: scope.organisation.id, id: newId(), reference: tie.reference, side: tie.side, participant_id: tie.participantId, other_slug: tie.otherSlug, other_name: tie.otherName, state: tie.state, at: scope.now, by_person: personOf(scope.actor),
  }).execute()
}

const mayBecome: Readonly<Record<TieState, readonly TieState[]>> = { offered: ['agreed', 'refused', 'ended'], agreed: ['ended'], refused: [], ended: [] }

/** Answers an offer or ends a tie, and tells the other side. Agreeing is only for whoever was offered it. @throws NotFound, Refused */
export async function settleTie(scope: Scope, id: string, state: 'agreed' | 'refused' | 'ended'): Promise<void> {
  const tie = isId(id) ? (await read(scope, sql`i.id = ${id}`))[0] : undefined
  if (!tie) throw new NotFound()
  if (state !== 'ended' && tie.side !== 'served') throw new Refused(t('De andere organisatie antwoordt op uw aanbod.', 'The other organisation answers your offer.'))
  if (!(await becomes(scope, tie, state))) throw new Refused(t('Dit kan nu niet meer.', 'This isn’t possible any more.'))
  await sendAcross(scope, tie.otherSlug, { kind: 'tie-answer', reference: tie.reference, state })
}

/** @returns whether it changed: an answer that comes too late changes nothing */
export async function becomes(scope: Scope, tie: Tie, state: TieState): Promise<boolean> {
  if (!mayBecome[tie.state].includes(state)) return false
  const done = await scope.tx.updateTable('participant_tie').set({ state, at: scope.now, by_person: personOf(scope.actor) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', tie.id).where('state', '=', tie.state).executeTakeFirst()
  return done.numUpdatedRows === 1n
}

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<Tie[]> {
  const { rows } = await sql<Tie>`
    select i.id, i.reference, i.side, i.participant_id as "participantId", p.name as participant, i.other_slug as "otherSlug", i.other_name as "otherName", i.state, i.at, w.name as by
    from participant_tie i left join participant p on p.organisation_id = i.organisation_id and p.id = i.participant_id left join person w on w.organisation_id = i.organisation_id and w.id = i.by_person
    where i.organisation_id = ${scope.organisation.id} and ${which} order by i.id desc limit 500`.execute(scope.tx)
  return rows
}
