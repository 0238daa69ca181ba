// Steps of prior consultation: a high risk that stays is put to the authority; its eight weeks, and six more, run and may stand still; the processing waits for the answer (art. 36 AVG).
import { dayOf } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { date } from '../../register-kit/field-types.ts'
import { extendStep, resumeStep, suspendStep } from '../../register-kit/deadlines/deadline-steps.ts'
import { presentDeadlines } from '../../register-kit/deadlines/kept-deadline.ts'
import type { Outcome, Step, Verb, Work } from '../../register-kit/register.ts'
import { type AssessmentInput, fields } from './declaration.ts'
import { byOwner, changed, inputOf, whileIn } from './step-kit.ts'

const consulters = ['process_owner', 'privacy_officer', 'dpo'] as const
const isConsulting = whileIn('consulting')
const hasAsked = (work: Work) => isConsulting(work) && (work.input as AssessmentInput).authority_asked_on !== null

export const askAuthority: Verb = {
  words: { nl: 'AP raadplegen', en: 'Consult the authority' }, done: { nl: 'AP geraadpleegd', en: 'authority consulted' }, roles: consulters, alsoFor: byOwner, when: (work) => isConsulting(work) && !hasAsked(work), offered: 'form', resource: 'prior-consultations',
  explain: {
    nl: 'Stuur de AP wat zij nodig heeft: wie waarvoor verantwoordelijk is, doelen en middelen, maatregelen en waarborgen, de gegevens van de FG en deze DPIA (art. 36 lid 3 AVG). De AP heeft acht weken, en kan daar zes bij doen.',
    en: 'Send the authority what it needs: who is responsible for what, purposes and means, measures and safeguards, the DPO’s details and this DPIA (art. 36(3) GDPR). The authority has eight weeks, and may add six.',
  },
  fields: { asked_on: date('Verstuurd op', 'Sent on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), authority_sent: fields.authority_sent }, required: ['authority_sent'],
  act: (step): Promise<Outcome> => changed(step, { authority_asked_on: dayOfStep(step, 'asked_on'), authority_sent: step.values.authority_sent }),
}

export const extendConsultation: Verb = {
  ...extendStep('consultation', [...consulters], 'consultation-extensions'), words: { nl: 'Verlenging door de AP vastleggen', en: 'Record an extension by the authority' }, done: { nl: 'verlenging door de AP vastgelegd', en: 'extension by the authority recorded' },
  explain: { nl: 'De AP kan haar termijn één keer met hoogstens zes weken verlengen, en zegt u dat binnen een maand (art. 36 lid 2 AVG).', en: 'The authority may extend its term once by six weeks at most, and tells you within a month (art. 36(2) GDPR).' },
}

export const suspendConsultation: Verb = suspendStep('consultation', [...consulters], 'consultation-suspensions', {
  grounds: { information: ['Wat de AP van u wil weten (art. 36 lid 2 AVG)', 'What the authority wants to know (art. 36(2) GDPR)'] },
  explain: { nl: 'De AP heeft u om informatie gevraagd. Haar termijn kan stilstaan tot u die geeft (art. 36 lid 2 AVG).', en: 'The authority asked you for information. Its term may stand still until you give it (art. 36(2) GDPR).' },
})

export const resumeConsultation: Verb = resumeStep('consultation', [...consulters], 'consultation-resumptions')

export const authorityAnswers: Verb = {
  words: { nl: 'Antwoord van de AP vastleggen', en: 'Record the authority’s answer' }, done: { nl: 'antwoord van de AP vastgelegd', en: 'authority’s answer recorded' }, roles: consulters, alsoFor: byOwner, when: hasAsked, offered: 'form', resource: 'authority-answers',
  explain: { nl: 'Zegt de AP dat het niet mag, dan past u de DPIA aan of gaat de verwerking niet door. Tot dan blijft zij wachten.', en: 'If the authority says that it isn’t allowed, you adapt the assessment or the processing doesn’t go ahead. Until then it waits.' },
  fields: { authority_answer: fields.authority_answer, answered_on: date('Antwoord van', 'Answer of', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), authority_advice: fields.authority_advice }, required: ['authority_answer'],
  act: async (step): Promise<Outcome> => {
    const { authority_answer, authority_advice } = step.values as Pick<AssessmentInput, 'authority_answer' | 'authority_advice'>
    if (authority_answer === 'silent') refuseEarlySilence(step)
    if ((authority_answer === 'advice' || authority_answer === 'forbidden') && authority_advice === null) throw new Invalid([{ at: 'authority_advice', message: t('Schrijf op wat de AP schreef.', 'Write down what the authority wrote.') }])
    const { actions } = inputOf(step)
    const more = { authority_answer, authority_advice, authority_answered_on: dayOfStep(step, 'answered_on') }
    // Forbidden: the DPO looks at what comes of it; the register keeps saying that it doesn't go ahead.
    return changed(step, more, { status: authority_answer === 'forbidden' || actions.length === 0 ? 'testing' : 'carrying_out' })
  },
}

/** Silence is an answer only once the term is over (art. 36 lid 2 AVG). */
function refuseEarlySilence({ scope, entry }: Step): void {
  const kept = presentDeadlines(entry.deadlines ?? []).get('consultation')
  if (kept && (kept.suspendedAt !== null || scope.now < kept.dueAt)) throw new Invalid([{ at: 'authority_answer', message: t('De termijn van de AP loopt nog.', 'The authority’s term is still running.') }])
}

function dayOfStep({ scope, values }: Step, at: string): string {
  const today = dayOf(scope.now)
  const on = values[at] as string | null | undefined ?? today
  if (on > today) throw new Invalid([{ at, message: t('Deze dag ligt in de toekomst.', 'This day lies in the future.') }])
  return on
}
