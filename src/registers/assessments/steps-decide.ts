// Steps of deciding: the outcome of a pre-DPIA, the requirements of an investigation, the adoption of a DPIA or IAMA by the controller; and stopping (art. 24 en 35 AVG; H-14, H-15, H-19).
import { dayOf } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import { say, t } from '../../ground/words.ts'
import { date, longText } from '../../register-kit/field-types.ts'
import { nextVersion } from '../../register-kit/lifecycle-acts.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { type AssessmentInput, fields, outcomes } from './declaration.ts'
import { frameworkOf } from './framework-of.ts'
import { freezeReport } from './frozen-report.ts'
import { makeTasks } from './make-tasks.ts'
import { adoptFaults, mustConsult, outcomeFaults } from './may-proceed.ts'
import { fixForm, suggestedOutcome } from './own-questionnaire.ts'
import { archiveEarlier } from './steps-after.ts'
import { byOwner, deciders, inputOf, refuse, refuseDpo, whileIn, whileOf } from './step-kit.ts'
import { keepBasis, tellActivities } from './tell-activities.ts'

const decidedOn = date('Vastgesteld op', 'Adopted on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } })

export const decideOutcome: Verb = {
  words: { nl: 'Uitkomst vaststellen', en: 'Decide the outcome' }, done: { nl: 'uitkomst vastgesteld', en: 'outcome decided' }, roles: deciders, alsoFor: byOwner, when: whileOf(['pre_dpia'], 'deciding'), offered: 'form', resource: 'outcomes',
  explain: { nl: 'U stelt vast of de verwerking mag, en of een DPIA nodig is. Waarborg schrijft de uitkomst in het register van verwerkingen.', en: 'You decide whether the processing is lawful, and whether a DPIA is needed. Waarborg writes the outcome into the register of processing activities.' },
  fields: { is_lawful: fields.is_lawful, outcome: fields.outcome, outcome_reasons: fields.outcome_reasons, decided_on: decidedOn }, required: ['is_lawful', 'outcome', 'outcome_reasons'],
  act: async (step): Promise<Outcome> => {
    const { scope, entry, values } = step
    const { is_lawful, outcome, outcome_reasons } = values as Pick<AssessmentInput, 'is_lawful' | 'outcome' | 'outcome_reasons'>
    refuse(outcomeFaults(await suggestedOutcome(scope, entry.id), outcome))
    const on = dayDecided(step)
    const input: AssessmentInput = { ...inputOf(step), is_lawful, outcome, outcome_reasons, decided_on: on, decision: is_lawful === false ? 'not_start' : 'start', review_from: on }
    await refuseDpo(scope, input)
    await archiveEarlier(step)
    await keepBasis(scope, entry.id, input)
    // What may not be done gets no outcome in the register: the gate stays shut.
    if (is_lawful === true) {
      const words = outcomes[outcome!][0]
      await tellActivities(scope, entry.id, input, { pre_dpia_outcome: outcome, pre_dpia_on: on, pre_dpia_note: `${String(entry.input.number ?? entry.input.name)}: ${outcome_reasons ?? ''}`.slice(0, 20_000) }, `Pre-DPIA vastgesteld: ${words}`)
    }
    return settled(step, input, 'concluded', say({ nl: outcomes[outcome!][0], en: outcomes[outcome!][1] }))
  },
}

export const setRequirements: Verb = {
  words: { nl: 'Eisen vaststellen', en: 'Adopt the requirements' }, done: { nl: 'eisen vastgesteld', en: 'requirements adopted' }, roles: deciders, alsoFor: byOwner, when: whileOf(['purchase'], 'deciding'), offered: 'form', resource: 'requirement-sets',
  explain: { nl: 'De lijst met eisen gaat met de inkoop mee. U kunt haar als document ophalen.', en: 'The list of requirements goes with the purchase. You can get it as a document.' },
  fields: { decided_on: decidedOn, decision_note: fields.decision_note },
  act: async (step): Promise<Outcome> => {
    const input: AssessmentInput = { ...inputOf(step), decided_on: dayDecided(step), decision: 'start', decision_note: step.values.decision_note as string | null }
    await refuseDpo(step.scope, input)
    await archiveEarlier(step)
    return settled(step, input, 'concluded', t(`${input.requirements.length} eisen`, `${input.requirements.length} requirements`))
  },
}

export const adopt: Verb = {
  words: { nl: 'Vaststellen', en: 'Adopt' }, done: { nl: 'vastgesteld', en: 'adopted' }, roles: deciders, alsoFor: byOwner, when: whileOf(['dpia', 'iama'], 'deciding'), offered: 'form', resource: 'adoptions',
  explain: {
    nl: 'U stelt de toets vast namens de verwerkingsverantwoordelijke. Het rapport wordt bevroren. Blijft er een hoog risico, dan moet u eerst de AP raadplegen (art. 36 AVG); tot dan kan de verwerking niet van start.',
    en: 'You adopt the assessment in the name of the controller. The report is frozen. If a high risk stays, you must consult the authority first (art. 36 GDPR); until then the processing can’t start.',
  },
  fields: { decision: fields.decision, decided_on: decidedOn, decided_by: fields.decided_by, decision_number: fields.decision_number, decision_note: fields.decision_note }, required: ['decision'],
  act: async (step): Promise<Outcome> => {
    const { scope, entry, values } = step
    refuse(adoptFaults(inputOf(step)))
    const on = dayDecided(step)
    const before = inputOf(step)
    const stays = mustConsult(before, await frameworkOf(scope, before))
    const { decision, decided_by, decision_number, decision_note } = values as Pick<AssessmentInput, 'decision' | 'decided_by' | 'decision_number' | 'decision_note'>
    const input: AssessmentInput = { ...before, decision, decided_by, decision_number, decision_note, decided_on: on, high_risk_stays: stays, review_from: on, actions: await makeTasks(scope, entry, before) }
    await refuseDpo(scope, input)
    await archiveEarlier(step)
    await keepBasis(scope, entry.id, input)
    if (input.kind === 'dpia') await tellActivities(scope, entry.id, input, { dpia_status: 'done', dpia_on: on }, 'DPIA vastgesteld')
    else await tellActivities(scope, entry.id, input, { iama_outcome: `${fields.decision.choices.find(({ key }) => key === decision)!.words.nl} (${on}, ${String(entry.input.number ?? '')})` }, 'IAMA vastgesteld')
    const status = decision === 'not_start' ? 'testing' : stays ? 'consulting' : input.actions.length > 0 ? 'carrying_out' : 'testing'
    return settled(step, input, status, stays && decision !== 'not_start' ? t('Er blijft een hoog risico: raadpleeg de AP.', 'A high risk stays: consult the authority.') : null)
  },
}

export const stop: Verb = {
  words: { nl: 'Stoppen', en: 'Stop' }, done: { nl: 'gestopt', en: 'stopped' }, roles: ['process_owner', 'privacy_officer'], alsoFor: byOwner, when: whileIn('asked', 'filling', 'weighing', 'at_adviser', 'advised', 'deciding'), offered: 'form', isDanger: true, resource: 'stops',
  explain: { nl: 'De toets wordt niet afgemaakt, bijvoorbeeld omdat het plan niet doorgaat. Wat er staat, blijft bewaard.', en: 'The assessment isn’t finished, for instance because the plan is dropped. What stands there is kept.' },
  fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'],
  act: async ({ scope, entry, values }): Promise<Outcome> => {
    const input = entry.input as AssessmentInput
    if (input.kind === 'dpia' && input.started_on !== null) await tellActivities(scope, entry.id, input, { dpia_status: 'none' }, 'DPIA gestopt')
    return { note: values.reason as string, system: { status: 'stopped', ended_on: dayOf(scope.now) } }
  },
}

/** What was decided is a version, and its report is frozen with it. */
async function settled(step: Step, input: AssessmentInput, status: string, note: string | null): Promise<Outcome> {
  await fixForm(step.scope, step.entry.id)
  const version = await nextVersion(step, input, note)
  await freezeReport(step.scope, { ...step.entry, input, system: { ...step.entry.system, status, version } }, version)
  return { input, note, system: { status, version, imported_by: null } }
}

/** It may lie before what was recorded here as the beginning. @throws Invalid where it lies in the future */
function dayDecided({ scope, values }: Step): string {
  const today = dayOf(scope.now)
  const on = values.decided_on as string | null | undefined ?? today
  if (on > today) throw new Invalid([{ at: 'decided_on', message: t('Deze dag ligt in de toekomst.', 'This day lies in the future.') }])
  return on
}
