// Given instructions: what this organisation told its service organisation to do, as the one that is served: its own words, and the state that comes back.
import { sql } from 'kysely'
import { sendAcross } from '../../case-kit/forwarding/crossings.ts'
import { readTies, type Tie } from '../../case-kit/forwarding/ties.ts'
import { isId, newId } from '../../ground/ids.ts'
import { NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { type Given, type Message, type outcomes, type Standing, type ToldState, topicKey } from './messages.ts'

export type GivenInstruction = {
  readonly id: string; readonly reference: string; readonly tieId: string; readonly otherName: string; readonly title: string; readonly kind: string; readonly text: string; readonly service: string | null
  readonly givenBy: string; readonly givenOn: string; readonly dueOn: string | null; readonly note: string | null; readonly state: 'sent' | ToldState; readonly stateAt: Date
  readonly reply: string | null; readonly objection: string | null; readonly article: string | null; readonly answer: string | null; readonly done: string | null; readonly doneOn: string | null; readonly proof: string | null
}

/** Ties with whoever serves this organisation, both having said so. */
export async function servingTies(scope: Scope): Promise<Tie[]> {
  return (await readTies(scope)).filter(({ side, state }) => side === 'served' && state === 'agreed')
}

/** `note` stays here. @throws NotFound without an agreed tie */
export async function giveInstruction(scope: Scope, tieId: string, given: Given, note: string | null): Promise<string> {
  const tie = (await servingTies(scope)).find(({ id }) => id === tieId)
  if (!tie) throw new NotFound()
  const [id, reference] = [newId(), newId()]
  await scope.tx.insertInto('given_instruction').values({
    organisation_id: scope.organisation.id, id, reference, tie_id: tie.id, other_name: tie.otherName, title: given.title, kind: given.kind, instruction: given.text, service: given.service, given_by: given.givenBy, given_on: given.givenOn,
    due_on: given.dueOn, note, state: 'sent', state_at: scope.now, created_by: personOf(scope.actor),
  }).execute()
  await across(scope, tie, { what: 'given', reference, given })
  return id
}

/** Newest first. */
export async function listGiven(scope: Scope): Promise<GivenInstruction[]> {
  return read(scope, sql`true`)
}

/** @throws NotFound */
export async function loadGiven(scope: Scope, id: string): Promise<GivenInstruction> {
  const [found] = isId(id) ? await read(scope, sql`g.id = ${id}`) : []
  if (!found) throw new NotFound()
  return found
}

/** @throws Refused where nothing waits for an answer */
export async function answerObjection(scope: Scope, id: string, answered: { readonly outcome: (typeof outcomes)[number]; readonly answer: string; readonly text: string | null }): Promise<void> {
  const given = await loadGiven(scope, id)
  if (given.state !== 'objected') throw new Refused(t('Hier wacht geen antwoord meer.', 'No answer is waited for here any more.'))
  await across(scope, await tieOf(scope, given), { what: 'answered', reference: given.reference, ...answered })
  await change(scope, given.id, { answer: answered.answer })
}

/** @throws Refused where it is over already */
export async function withdrawGiven(scope: Scope, id: string, reason: string): Promise<void> {
  const given = await loadGiven(scope, id)
  if (given.state === 'carried_out' || given.state === 'withdrawn' || given.state === 'refused') throw new Refused(t('Deze instructie is al afgerond of ingetrokken.', 'This instruction was finished or withdrawn already.'))
  await across(scope, await tieOf(scope, given), { what: 'withdrawn', reference: given.reference, reason })
}

/** What came back over a tie: only on an instruction that was given over that tie. */
export async function standingArrives(scope: Scope, tie: Tie, told: Standing): Promise<void> {
  await sql`update given_instruction set state = ${told.state}, state_at = ${scope.now}, reply = ${told.reply}, instruction = coalesce(${told.text}, instruction), objection = ${told.objection}, objection_article = ${told.article},
      done = ${told.done}, done_on = ${told.doneOn}, proof = ${told.proof}
    where organisation_id = ${scope.organisation.id} and reference = ${told.reference} and tie_id = ${tie.id}`.execute(scope.tx)
}

/** The first message never came there. */
export async function givenUndelivered(scope: Scope, reference: string): Promise<void> {
  await scope.tx.updateTable('given_instruction').set({ state: 'refused', state_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('reference', '=', reference).where('state', '=', 'sent').execute()
}


async function tieOf(scope: Scope, { tieId }: GivenInstruction): Promise<Tie> {
  const tie = (await servingTies(scope)).find(({ id }) => id === tieId)
  if (!tie) throw new Refused(t('De koppeling met deze organisatie is beëindigd. Neem op een andere manier contact op.', 'The tie with this organisation has ended. Get in touch in another way.'))
  return tie
}

async function across(scope: Scope, tie: Tie, body: Message): Promise<void> {
  await sendAcross(scope, tie.otherSlug, { kind: 'message', tie: tie.reference, topic: topicKey, body })
}

async function change(scope: Scope, id: string, values: { readonly answer: string }): Promise<void> {
  await scope.tx.updateTable('given_instruction').set(values).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
}

async function read(scope: Scope, which: ReturnType<typeof sql>): Promise<GivenInstruction[]> {
  const { rows } = await sql<GivenInstruction>`
    select g.id, g.reference, g.tie_id as "tieId", g.other_name as "otherName", g.title, g.kind, g.instruction as text, g.service, g.given_by as "givenBy", g.given_on::text as "givenOn", g.due_on::text as "dueOn", g.note, g.state, g.state_at as "stateAt",
      g.reply, g.objection, g.objection_article as article, g.answer, g.done, g.done_on::text as "doneOn", g.proof
    from given_instruction g where g.organisation_id = ${scope.organisation.id} and ${which} order by g.id desc limit 500`.execute(scope.tx)
  return rows
}
