// Lifecycle of an instruction: received, acknowledged, carried out with proof; it waits while the processor thinks that it infringes the law, and a participant may withdraw or replace it (art. 28 lid 3 AVG).
import { dayOf } from '../../ground/clock.ts'
import { personOf, type Role } from '../../ground/scope.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { choice, date, longText, reference, text } from '../../register-kit/field-types.ts'
import { asNextVersion, changeVerb, createVerb, importVerb, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step, Work } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { tellParticipant } from './tell-participant.ts'

const keepers: readonly Role[] = ['privacy_officer', 'process_owner']
/** Whoever knows the law here may see that an instruction breaks it. */
const objectors: readonly Role[] = [...keepers, 'dpo', 'ciso', 'iso']
const doer = ['owner']

const isOpen = ({ stage }: Work) => stage === 'active'
const isAt = (...statuses: readonly string[]) => ({ status }: Work) => statuses.includes(status)

export const instructionLifecycle: Lifecycle = {
  statuses: {
    received: { words: { nl: 'Ontvangen', en: 'Received' }, tone: 'info', stage: 'active' },
    acknowledged: { words: { nl: 'Bevestigd', en: 'Acknowledged' }, tone: 'info', stage: 'active' },
    objected: { words: { nl: 'Wacht: mag dit wel?', en: 'Waits: is this allowed?' }, tone: 'warning', stage: 'active' },
    carried_out: { words: { nl: 'Uitgevoerd', en: 'Carried out' }, tone: 'positive', stage: 'ended' },
    withdrawn: { words: { nl: 'Ingetrokken', en: 'Withdrawn' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'received', inForce: 'received', concluded: ['carried_out'],
  verbs: {
    create: createVerb(keepers, { words: { nl: 'Vastleggen', en: 'Record' }, done: { nl: 'vastgelegd', en: 'recorded' } }),
    import: importVerb(),
    acknowledge: {
      words: { nl: 'Bevestigen', en: 'Acknowledge' }, done: { nl: 'bevestigd', en: 'acknowledged' }, roles: keepers, alsoFor: doer, when: isAt('received'), offered: 'form', resource: 'acknowledgements',
      explain: { nl: 'U zegt tegen de deelnemer dat u de instructie gaat uitvoeren. Denkt u dat zij niet mag? Kies dan “Mag volgens ons niet”.', en: 'You tell the participant that you will carry out the instruction. Do you think that it isn’t allowed? Then choose “Not allowed, we think”.' },
      fields: { owner: fields.owner, due_on: date('Uitvoeren vóór of op', 'To be carried out by', { help: { nl: 'Leeg: wat er al staat.', en: 'Empty: what is there already.' } }), reply: longText('Bericht aan de deelnemer', 'Message to the participant', { most: 5_000, help: { nl: 'Bijvoorbeeld wie het doet en wanneer.', en: 'For instance who does it and when.' } }) },
      act: (step) => become(step, 'acknowledged', { acknowledged_on: dayOf(step.scope.now), acknowledged_by: personOf(step.scope.actor), owner: step.values.owner ?? step.entry.input.owner, due_on: step.values.due_on ?? step.entry.input.due_on, reply: step.values.reply ?? null }),
    },
    object: {
      words: { nl: 'Mag volgens ons niet', en: 'Not allowed, we think' }, done: { nl: 'gezegd dat zij volgens ons niet mag', en: 'said to be not allowed, we think' }, roles: objectors, when: isAt('received', 'acknowledged'), offered: 'form', isDanger: true, resource: 'objections',
      explain: { nl: 'Een verwerker zegt het meteen als een instructie volgens hem in strijd is met de wet (art. 28 lid 3, laatste zin, AVG). De instructie wacht tot de deelnemer antwoordt.', en: 'A processor says at once that it thinks an instruction infringes the law (art. 28(3), last sentence, GDPR). The instruction waits until the participant answers.' },
      fields: {
        objection: longText('Waarom mag dit volgens u niet', 'Why you think that this is not allowed', { most: 10_000 }), objection_article: fields.objection_article,
        objection_told_on: date('Wanneer hebt u dit verteld', 'When you told this', { help: { nl: 'Leeg laten als de deelnemer via Waarborg meekijkt: dan gaat het bericht vanzelf.', en: 'Leave empty if the participant follows through Waarborg: then the message goes by itself.' } }),
      },
      required: ['objection', 'objection_article'], act: object,
    },
    settle: {
      words: { nl: 'Antwoord van de deelnemer vastleggen', en: 'Record the participant’s answer' }, done: { nl: 'antwoord van de deelnemer vastgelegd', en: 'answer of the participant recorded' }, roles: keepers, when: isAt('objected'), offered: 'form', resource: 'settlements',
      explain: { nl: 'De deelnemer beslist wat er met de instructie gebeurt. Mag zij volgens u nog steeds niet? Dan kunt u dat daarna opnieuw zeggen.', en: 'The participant decides what becomes of the instruction. Do you still think that it isn’t allowed? Then you can say so again afterwards.' },
      fields: {
        outcome: choice('Wat wil de deelnemer', 'What the participant wants', { kept: ['De instructie blijft zoals zij is', 'The instruction stays as it is'], changed: ['De instructie wordt anders', 'The instruction is changed'], withdrawn: ['De instructie vervalt', 'The instruction is withdrawn'] }),
        answer: longText('Wat antwoordde de deelnemer', 'What the participant answered', { most: 10_000 }), instruction: longText('De nieuwe tekst van de instructie', 'The new text of the instruction', { help: { nl: 'Alleen als de instructie anders wordt.', en: 'Only if the instruction is changed.' } }),
      },
      required: ['outcome', 'answer'], act: settle,
    },
    carry_out: {
      words: { nl: 'Uitgevoerd', en: 'Carried out' }, done: { nl: 'uitgevoerd', en: 'carried out' }, roles: keepers, alsoFor: doer, when: isAt('acknowledged'), offered: 'form', resource: 'executions',
      explain: { nl: 'De deelnemer krijgt te zien wat er is gedaan, wanneer, en waaruit dat blijkt.', en: 'The participant gets to see what was done, when, and what proves it.' },
      fields: { done: fields.done, proof: fields.proof, carried_out_on: date('Uitgevoerd op', 'Carried out on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }) }, required: ['done', 'proof'],
      act: (step) => become(step, 'carried_out', { done: step.values.done, proof: step.values.proof, carried_out_on: step.values.carried_out_on ?? dayOf(step.scope.now) }, dayOf(step.scope.now)),
    },
    withdraw: {
      words: { nl: 'Ingetrokken door de deelnemer', en: 'Withdrawn by the participant' }, done: { nl: 'ingetrokken', en: 'withdrawn' }, roles: keepers, when: isOpen, offered: 'form', isDanger: true, resource: 'withdrawals',
      explain: { nl: 'De deelnemer wil dit niet meer, of gaf een andere instructie ervoor in de plaats.', en: 'The participant no longer wants this, or gave another instruction instead.' },
      fields: { reason: text('Waarom', 'Why', { most: 1_000 }), replaced_by: reference('Vervangen door', 'Replaced by', 'instructions') }, required: ['reason'],
      act: (step) => become(step, 'withdrawn', { withdrawn_on: dayOf(step.scope.now), withdrawn_reason: step.values.reason, replaced_by: step.values.replaced_by ?? null }, dayOf(step.scope.now), step.values.reason as string),
    },
    change: changeVerb(keepers),
    reopen: {
      words: { nl: 'Toch niet klaar', en: 'Not finished after all' }, done: { nl: 'weer geopend', en: 'opened again' }, roles: keepers, when: isAt('carried_out'), offered: 'button', resource: 'reopenings',
      act: (step) => become(step, 'acknowledged', { carried_out_on: null, done: null, proof: null }),
    },
    remove: removeMistakeVerb(),
  },
}

/** The instruction in its new state, as the next version; the participant hears of it where it can. */
async function become(step: Step, status: string, more: AnyInput, endedOn: string | null = null, note: string | null = null): Promise<Outcome> {
  const input = { ...step.entry.input, ...more }
  await tellParticipant(step.scope, { id: step.entry.id, status, input })
  const outcome = await asNextVersion(step, input)
  return { ...outcome, note, system: { ...outcome.system, status, ended_on: endedOn } }
}

async function object(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const today = dayOf(scope.now)
  const said = { objected_on: today, objection: values.objection, objection_article: values.objection_article, objection_answered_on: null, objection_answer: null }
  const isTold = await tellParticipant(scope, { id: entry.id, status: 'objected', input: { ...entry.input, ...said } })
  const input = { ...entry.input, ...said, objection_told_on: values.objection_told_on ?? (isTold ? today : null) }
  const outcome = await asNextVersion(step, input)
  return { ...outcome, note: values.objection as string, system: { ...outcome.system, status: 'objected' } }
}

function settle(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const today = dayOf(scope.now)
  const answered = { objection_answer: values.answer, objection_answered_on: today }
  if (values.outcome === 'withdrawn') return become(step, 'withdrawn', { ...answered, withdrawn_on: today, withdrawn_reason: values.answer }, today)
  return become(step, 'acknowledged', { ...answered, acknowledged_on: today, instruction: values.outcome === 'changed' ? values.instruction ?? entry.input.instruction : entry.input.instruction })
}
