// Tell the participant: how far its instruction is, in its own organisation here or by mail to those whom it sent to the portal; never a note, a colleague or a number of ours.
import { sendAcross } from '../../case-kit/forwarding/crossings.ts'
import { readTies } from '../../case-kit/forwarding/ties.ts'
import type { Scope } from '../../ground/scope.ts'
import type { Language } from '../../ground/words.ts'
import { enqueueOutside } from '../../people/mail-outside.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { InstructionInput } from './rules.ts'
import { type Standing, type ToldState, topicKey } from './messages.ts'
import { originOf } from './origins.ts'

/** @returns whether the participant hears of it by itself; else somebody tells it by hand */
export async function tellParticipant(scope: Scope, { id, status, input }: { readonly id: string; readonly status: string; readonly input: AnyInput }): Promise<boolean> {
  const instruction = input as InstructionInput
  const { origin, tie } = await wayBack(scope, id)
  if (origin && tie) {
    await sendAcross(scope, tie.otherSlug, { kind: 'message', tie: tie.reference, topic: topicKey, body: standingOf(origin.reference, status as ToldState, instruction) })
    return true
  }
  return mailContacts(scope, id, instruction)
}

/** Whether the participant sees its state without being told: over a tie, or because somebody of it can come in at the portal. */
export async function isFollowed(scope: Scope, id: string, participant: string): Promise<boolean> {
  return (await wayBack(scope, id)).tie !== undefined || (await contactsOf(scope, participant)).length > 0
}

/** What the participant reads of its own instruction, here and in the portal. */
export function standingOf(reference: string, state: ToldState, { reply, instruction, objected_on, objection, objection_article, done, carried_out_on, proof }: InstructionInput): Standing {
  const isObjected = objected_on !== null
  return { what: 'state', reference, state, reply, text: instruction, objection: isObjected ? objection : null, article: isObjected ? objection_article : null, done, doneOn: carried_out_on, proof }
}

async function wayBack(scope: Scope, id: string) {
  const origin = await originOf(scope, id)
  const tie = origin?.tieId ? (await readTies(scope)).find((one) => one.id === origin.tieId && one.state === 'agreed') : undefined
  return { origin, tie }
}

function contactsOf(scope: Scope, participant: string) {
  return scope.tx.selectFrom('portal_invitation').select(['email', 'language']).where('organisation_id', '=', scope.organisation.id).where('register', '=', 'participant').where('party_id', '=', participant)
    .where('ended_at', 'is', null).where('expires_at', '>', scope.now).orderBy('id').limit(20).execute()
}

async function mailContacts(scope: Scope, id: string, { participant, number }: InstructionInput): Promise<boolean> {
  if (participant === null) return false
  const contacts = await contactsOf(scope, participant)
  for (const { email, language } of contacts) {
    await enqueueOutside(scope, {
      to: email, kind: 'receipt', language: language as Language, once: `instruction:${id}:${scope.now.toISOString()}:${email}`,
      subject: { nl: `Nieuws over uw instructie bij ${scope.organisation.name}`, en: `News on your instruction at ${scope.organisation.name}` },
      lines: [{ nl: `Er is iets veranderd bij instructie ${number ?? ''}. In het portaal leest u wat. Open daarvoor de link uit uw uitnodiging.`, en: `Something changed about instruction ${number ?? ''}. Read what in the portal. For that, open the link of your invitation.` }],
      link: { words: { nl: 'Naar het portaal', en: 'To the portal' }, path: `/openbaar/${scope.organisation.slug}/portaal/instructies` },
    })
  }
  return contacts.length > 0
}
