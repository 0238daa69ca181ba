// Steps of advice: the DPO advises on a DPIA, the privacy manager or the DPO on what comes before one; the owner answers, with reasons where the advice isn't followed (art. 35 lid 2 en art. 39 lid 1 onder c AVG; H-15, H-55).
import { dayOf } from '../../ground/clock.ts'
import { NotAllowed } from '../../ground/refusals.ts'
import { personOf } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { answerFaults } from './may-proceed.ts'
import { byOwner, carriers, changed, deciders, inputOf, refuse, whileIn, whileOf } from './step-kit.ts'

const asked = { advice_outcome: fields.advice_outcome, advice: fields.advice }

export const advise: Verb = {
  words: { nl: 'Adviseren', en: 'Advise' }, done: { nl: 'geadviseerd', en: 'advised' }, roles: ['dpo'], when: whileOf(['dpia', 'iama'], 'at_adviser'), offered: 'form', resource: 'dpo-advice',
  explain: { nl: 'U adviseert en ziet toe op de uitvoering; de eigenaar beslist en moet op uw advies antwoorden (art. 39 lid 1 onder c AVG).', en: 'You advise and watch how it is carried out; the owner decides and must answer your advice (art. 39(1)(c) GDPR).' },
  fields: asked, required: ['advice_outcome', 'advice'], act: (step) => advised(step, 'advised'),
}

export const adviseBeforehand: Verb = {
  words: { nl: 'Adviseren over de toets vooraf', en: 'Advise on the assessment beforehand' }, done: { nl: 'geadviseerd', en: 'advised' }, roles: ['dpo', 'privacy_officer'], when: whileOf(['pre_dpia', 'purchase'], 'at_adviser'), offered: 'form', resource: 'advice-beforehand',
  explain: { nl: 'De privacybeheerder of de FG adviseert. Wie de toets zelf schreef, adviseert er niet over.', en: 'The privacy manager or the DPO advises. Whoever wrote the assessment doesn’t advise on it.' },
  fields: asked, required: ['advice_outcome', 'advice'],
  act: (step) => {
    const { owner, editor } = inputOf(step)
    const person = personOf(step.scope.actor)
    if (person !== null && (person === owner || person === editor)) throw new NotAllowed(t('U schreef deze toets zelf. Laat een ander adviseren: een collega of de FG.', 'You wrote this assessment yourself. Have somebody else advise: a colleague or the DPO.'))
    return advised(step, step.values.advice_outcome === 'positive' ? 'deciding' : 'advised')
  },
}

export const answer: Verb = {
  words: { nl: 'Advies beantwoorden', en: 'Answer the advice' }, done: { nl: 'advies beantwoord', en: 'advice answered' }, roles: deciders, alsoFor: byOwner, when: whileIn('advised'), offered: 'form', resource: 'advice-answers',
  explain: { nl: 'Wijkt u af van het advies? Dat mag, als u opschrijft waarom. Moet er eerst iets anders? Kies dan “Terug naar de toets”.', en: 'Do you deviate from the advice? You may, if you write down why. Must something change first? Then choose “Back to the assessment”.' },
  fields: { answer: fields.answer, answer_reasons: fields.answer_reasons }, required: ['answer'],
  act: (step): Promise<Outcome> => {
    const { answer: given, answer_reasons } = step.values as Pick<ReturnType<typeof inputOf>, 'answer' | 'answer_reasons'>
    refuse(answerFaults({ answer: given, answer_reasons }))
    return changed(step, { answer: given, answer_reasons, answered_on: dayOf(step.scope.now), answered_by: personOf(step.scope.actor) }, { status: 'deciding' })
  },
}

export const rework: Verb = {
  words: { nl: 'Terug naar de toets', en: 'Back to the assessment' }, done: { nl: 'teruggezet om aan te passen', en: 'put back to be adapted' }, roles: carriers, alsoFor: byOwner, when: whileIn('at_adviser', 'advised', 'deciding'), offered: 'form', resource: 'reworkings',
  explain: { nl: 'U past de toets aan. Daarna vraagt u opnieuw advies.', en: 'You adapt the assessment. After that you ask for advice again.' },
  fields: { reason: fields.decision_note }, required: ['reason'],
  act: (step): Promise<Outcome> => changed(step, {}, { status: inputOf(step).kind === 'dpia' || inputOf(step).kind === 'iama' ? 'weighing' : 'filling' }, step.values.reason as string),
}

async function advised(step: Step, status: string): Promise<Outcome> {
  const { advice_outcome, advice } = step.values
  return changed(step, { advice_outcome, advice, advice_on: dayOf(step.scope.now), advice_by: personOf(step.scope.actor) }, { status })
}
