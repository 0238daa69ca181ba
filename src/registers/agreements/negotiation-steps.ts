// Steps of the talks: sent to the processor, back with remarks or agreed, the processor's own model approved, and signed by each side (art. 28 lid 9 AVG; H-45, N-40).
import { dayOf } from '../../ground/clock.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { choice, date, longText, text } from '../../register-kit/field-types.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { closeRound, lastText, openRound } from './rounds.ts'
import { isBeingMade, isOpen, noted, saysNow, working } from './working.ts'

const keepers: readonly Role[] = ['privacy_officer', 'process_owner']

export const negotiationSteps = {
  send_out: {
    words: { nl: 'Naar de verwerker sturen', en: 'Send to the processor' }, done: { nl: 'naar de verwerker gestuurd', en: 'sent to the processor' }, roles: keepers, when: (work) => isOpen(work) && saysNow(work, ({ negotiation }) => negotiation !== 'with_processor'), offered: 'form', resource: 'sendings',
    fields: { note: longText('Wat u erbij schrijft', 'What you write with it', { most: 10_000 }) },
    explain: { nl: 'De laatste versie van de tekst gaat naar de verwerker: hij ziet haar in zijn portaal, en u kunt haar zelf mailen. Maak eerst een versie bij “Tekst”.', en: 'The last version of the text goes to the processor: it sees it in its portal, and you can mail it yourself. First make a version at “Text”.' },
    act: sendOut,
  },
  take_answer: {
    words: { nl: 'Antwoord van de verwerker', en: 'Answer of the processor' }, done: { nl: 'antwoord van de verwerker vastgelegd', en: 'answer of the processor recorded' }, roles: keepers, when: (work) => isOpen(work) && saysNow(work, ({ negotiation }) => negotiation === 'with_processor'), offered: 'form', resource: 'replies',
    fields: {
      answer: choice('Antwoord', 'Answer', { agreed: ['Akkoord', 'Agreed'], remarks: ['Opmerkingen', 'Remarks'] }), by: text('Van wie', 'From whom', { most: 200, help: { nl: 'Naam en functie bij de verwerker.', en: 'Name and function at the processor.' } }),
      remarks: longText('Opmerkingen', 'Remarks', { most: 20_000 }),
    },
    required: ['answer'], act: takeAnswer,
  },
  approve_model: {
    words: { nl: 'Model van de verwerker goedkeuren', en: 'Approve the processor’s model' }, done: { nl: 'model van de verwerker goedgekeurd', en: 'processor’s model approved' }, roles: ['privacy_officer'], when: (work) => isBeingMade(work) && saysNow(work, ({ model, model_approved_on }) => model === 'processor' && model_approved_on === null), offered: 'form', resource: 'model-approvals',
    fields: { motivation: longText('Waarom dit model', 'Why this model', { most: 4000, help: { nl: 'Nodig, tenzij dit al is ingevuld.', en: 'Needed, unless it is filled in already.' } }) },
    explain: { nl: 'Uw beleid vraagt om ons eigen model. U keurt goed dat dit keer dat van de verwerker wordt gebruikt.', en: 'Your policy asks for our own model. You approve that this time the processor’s is used.' },
    act: approveModel,
  },
  sign_ours: {
    words: { nl: 'Onze handtekening', en: 'Our signature' }, done: { nl: 'door ons getekend', en: 'signed by us' }, roles: keepers, when: (work) => isBeingMade(work) && saysNow(work, (input) => input.own_signed_on === null && input.negotiation !== 'with_processor'), offered: 'form', resource: 'own-signatures',
    ...signatureForm(), act: (step) => sign(step, 'own'),
  },
  sign_theirs: {
    words: { nl: 'Handtekening van de verwerker', en: 'Signature of the processor' }, done: { nl: 'door de verwerker getekend', en: 'signed by the processor' }, roles: keepers, when: (work) => isBeingMade(work) && saysNow(work, (input) => input.their_signed_on === null && input.negotiation !== 'with_processor'), offered: 'form', resource: 'processor-signatures',
    ...signatureForm(), act: (step) => sign(step, 'their'),
  },
} as const satisfies Record<string, Verb>

function signatureForm() {
  return {
    fields: { name: text('Wie tekende', 'Who signed', { most: 200 }), role: text('Functie', 'Function', { most: 200 }), on: date('Getekend op', 'Signed on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }) }, required: ['name', 'role'],
    explain: { nl: 'Zoals het onder de overeenkomst staat. Voeg het getekende bestand toe bij de bijlagen, en wijs het daarna aan als het getekende exemplaar.', en: 'As it stands under the agreement. Add the signed file to the attachments, and then point it out as the signed copy.' },
  } as const
}

async function sendOut(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const { processor, model, negotiation } = working(step)
  if (processor === null) throw new Refused(t('Kies eerst de verwerker.', 'Choose the processor first.'))
  if (negotiation === 'with_processor') throw new Refused(t('De tekst ligt al bij de verwerker. Leg eerst zijn antwoord vast.', 'The text is with the processor already. Record its answer first.'))
  const version = await lastText(scope, entry.id)
  if (version === undefined && model !== 'processor') throw new Refused(t('Er is nog geen versie van de tekst. Maak die eerst bij “Tekst”.', 'There is no version of the text yet. First make one at “Text”.'))
  await openRound(scope, entry.id, model === 'processor' ? null : version ?? null, values.note as string | null)
  return noted(step, { negotiation: 'with_processor' }, version === undefined ? null : t(`Versie ${version} van de tekst`, `Version ${version} of the text`))
}

async function takeAnswer(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const answer = values.answer as 'agreed' | 'remarks'
  const remarks = values.remarks as string | null ?? null
  if (working(step).negotiation !== 'with_processor') throw new Refused(t('De tekst ligt niet bij de verwerker.', 'The text isn’t with the processor.'))
  if (answer === 'remarks' && remarks === null) throw new Invalid([{ at: 'remarks', message: t('Schrijf op wat de opmerkingen zijn.', 'Write down what the remarks are.') }])
  await closeRound(scope, entry.id, { answer, by: values.by as string | null ?? null, remarks, isByPortal: scope.actor.kind === 'system' })
  return noted(step, { negotiation: answer }, remarks)
}

function approveModel(step: Step): Promise<Outcome> {
  const { model, model_motivation, model_approved_on } = working(step)
  const motivation = step.values.motivation as string | null ?? model_motivation
  if (model !== 'processor') throw new Refused(t('Hier wordt ons eigen model gebruikt.', 'Our own model is used here.'))
  if (model_approved_on !== null) throw new Refused(t('Dit model is al goedgekeurd.', 'This model is approved already.'))
  if (motivation === null) throw new Invalid([{ at: 'motivation', message: t('Schrijf op waarom dit model wordt gebruikt.', 'Write down why this model is used.') }])
  return noted(step, { model_motivation: motivation, model_approved_on: dayOf(step.scope.now) })
}

function sign(step: Step, side: 'own' | 'their'): Promise<Outcome> {
  const { name, role } = step.values as { name: string; role: string }
  const today = dayOf(step.scope.now)
  const on = step.values.on as string | null ?? today
  const before = working(step)
  if (on > today) throw new Invalid([{ at: 'on', message: t('Deze dag ligt in de toekomst.', 'This day lies in the future.') }])
  if (before.negotiation === 'with_processor') throw new Refused(t('De tekst ligt nog bij de verwerker. Leg eerst zijn antwoord vast.', 'The text is still with the processor. Record its answer first.'))
  const after = { ...before, ...(side === 'own' ? { own_signatory: name, own_signatory_role: role, own_signed_on: on } : { their_signatory: name, their_signatory_role: role, their_signed_on: on }) }
  const [ours, theirs] = [after.own_signed_on, after.their_signed_on]
  // Binding from the later of the two.
  return noted(step, ours !== null && theirs !== null ? { ...after, signed_on: ours > theirs ? ours : theirs, is_signed_by_both: true } : after, `${name}, ${role}`)
}

