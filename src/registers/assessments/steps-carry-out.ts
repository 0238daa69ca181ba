// Steps of carrying out: beginning, going on to the risks, asking data subjects and the works council, and asking for advice (H-55, H-66).
import { dayOf } from '../../ground/clock.ts'
import { personOf } from '../../ground/scope.ts'
import { changedInput } from '../../register-kit/lifecycle-acts.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { frameworkInForce } from '../risk-frameworks/register.ts'
import { fields } from './declaration.ts'
import { adviceFaults, beginFaults, viewFaults } from './may-proceed.ts'
import { beginForm, formFaults } from './own-questionnaire.ts'
import { beforeAdvice, byWriters, carriers, changed, inputOf, refuse, refuseDpo, whileIn, whileOf } from './step-kit.ts'
import { tellActivities } from './tell-activities.ts'

export const begin: Verb = {
  words: { nl: 'Beginnen', en: 'Begin' }, done: { nl: 'begonnen', en: 'begun' }, roles: carriers, alsoFor: byWriters, when: whileIn('asked'), offered: 'button', resource: 'beginnings',
  explain: { nl: 'De toets begint, onder het risicokader dat nu geldt.', en: 'The assessment begins, under the risk framework that holds now.' },
  act: async (step): Promise<Outcome> => {
    const input = inputOf(step)
    refuse(beginFaults(input))
    await refuseDpo(step.scope, input)
    await beginForm(step.scope, step.entry.id, input)
    if (input.kind === 'dpia') await tellActivities(step.scope, step.entry.id, input, { dpia_status: 'in_progress' }, 'DPIA begonnen')
    const framework = input.kind === 'dpia' || input.kind === 'iama' ? input.framework ?? await frameworkInForce(step.scope) : input.framework
    return changed(step, { started_on: dayOf(step.scope.now), framework, asked_on: input.asked_on ?? dayOf(step.scope.now), editor: input.editor ?? writerOf(step) }, { status: 'filling' })
  },
}

/** Who begins holds the pen, unless somebody else was named. */
function writerOf({ scope, entry }: Step): string | null {
  return personOf(scope.actor) ?? entry.input.owner as string | null
}

export const goOn: Verb = {
  words: { nl: 'Naar de risico’s', en: 'On to the risks' }, done: { nl: 'naar de risico’s', en: 'on to the risks' }, roles: carriers, alsoFor: byWriters, when: whileOf(['dpia', 'iama'], 'filling'), offered: 'button', resource: 'risk-phases',
  act: (step): Promise<Outcome> => changed(step, {}, { status: 'weighing' }),
}

export const change: Verb = {
  words: { nl: 'Wijzigen', en: 'Change' }, done: { nl: 'gewijzigd', en: 'changed' }, roles: carriers, alsoFor: byWriters, when: whileIn(...beforeAdvice), offered: 'edit',
  act: async (step): Promise<Outcome> => {
    const input = await changedInput(step)
    await refuseDpo(step.scope, input as ReturnType<typeof inputOf>)
    return { input }
  },
}

export const consult: Verb = {
  words: { nl: 'Mening van betrokkenen vastleggen', en: 'Record the views of data subjects' }, done: { nl: 'mening van betrokkenen vastgelegd', en: 'views of data subjects recorded' }, roles: carriers, alsoFor: byWriters, when: whileOf(['dpia', 'iama'], 'filling', 'weighing'), offered: 'form', resource: 'subject-views',
  explain: { nl: 'Vraag betrokkenen of hun vertegenwoordigers naar hun mening als dat past (art. 35 lid 9 AVG). Vroeg u niemand? Schrijf dan op waarom niet.', en: 'Ask data subjects or their representatives for their views where that fits (art. 35(9) GDPR). Did you ask nobody? Then write down why not.' },
  fields: { subjects_asked: fields.subjects_asked, subjects_how: fields.subjects_how, subjects_result: fields.subjects_result, subjects_why_not: fields.subjects_why_not }, required: ['subjects_asked'],
  act: (step): Promise<Outcome> => {
    refuse(viewFaults({ ...inputOf(step), ...step.values }))
    return changed(step, step.values)
  },
}

export const council: Verb = {
  words: { nl: 'Ondernemingsraad vastleggen', en: 'Record the works council' }, done: { nl: 'antwoord van de ondernemingsraad vastgelegd', en: 'answer of the works council recorded' }, roles: carriers, alsoFor: byWriters,
  when: whileOf(['dpia', 'iama'], 'filling', 'weighing', 'at_adviser', 'advised', 'deciding'), offered: 'form', resource: 'works-council-answers',
  explain: { nl: 'Worden medewerkers gevolgd of gecontroleerd, of worden hun gegevens verwerkt in een regeling? Dan moet de ondernemingsraad instemmen vóór het besluit (art. 27 lid 1 onder k en l WOR).', en: 'Are employees watched or checked, or are their data processed in a regulation? Then the works council must consent before the decision (art. 27(1)(k) and (l) Works Councils Act).' },
  fields: { staff_watched: fields.staff_watched, council_decision: fields.council_decision, council_on: fields.council_on, council_note: fields.council_note }, required: ['staff_watched'],
  act: (step): Promise<Outcome> => changed(step, step.values),
}

export const askAdvice: Verb = {
  words: { nl: 'Advies vragen', en: 'Ask for advice' }, done: { nl: 'advies gevraagd', en: 'advice asked' }, roles: carriers, alsoFor: byWriters,
  when: (work) => whileIn('weighing')(work) || whileOf(['pre_dpia', 'purchase'], 'filling')(work), offered: 'button', resource: 'advice-requests',
  act: async (step): Promise<Outcome> => {
    refuse([...adviceFaults(inputOf(step)), ...await formFaults(step.scope, step.entry.id, inputOf(step))])
    await refuseDpo(step.scope, inputOf(step))
    return changed(step, { ...unanswered, advice_asked_on: dayOf(step.scope.now) }, { status: 'at_adviser' })
  },
}

/** What was asked anew gets a new advice and a new answer; the old ones stay in history. */
const unanswered = { advice_outcome: null, advice: null, advice_on: null, advice_by: null, answer: null, answer_reasons: null, answered_on: null, answered_by: null }
