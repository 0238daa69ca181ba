// Steps of weighing: how grave the breach is and why, what the advisers say, and what becomes of a dilemma (H-37, H-63, N-50).
import { minuteOf } from '../../case-kit/moments.ts'
import { personOf } from '../../ground/scope.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { weighingFaults } from './may-decide.ts'
import { advisers, type BreachInput, changed, deciders, filled, inputOf, keepers, refuse, whileIn } from './step-kit.ts'
import { tellOfDilemma } from './tell-people.ts'

const { enisa_data, enisa_raised, enisa_lowered, enisa_ease, enisa_confidentiality, enisa_integrity, enisa_availability, enisa_malicious, consequence_kinds, likely_consequences, risk, weigh_reasons } = fields

export const weigh: Verb = {
  words: { nl: 'Wegen', en: 'Weigh' }, done: { nl: 'gewogen', en: 'weighed' }, roles: [...keepers, 'dpo'], when: whileIn('investigating', 'weighed', 'to_report', 'handled'), offered: 'form', resource: 'weighings',
  explain: {
    nl: 'Beantwoord alle vragen: Waarborg rekent daarmee de ernst uit volgens de methode van ENISA. De uitkomst helpt u; u trekt zelf de conclusie en schrijft op waarom. Pas daarna kan iemand besluiten.',
    en: 'Answer all questions: Waarborg works out the severity by ENISA’s method. The outcome helps you; you draw the conclusion yourself and write down why. Only then can somebody decide.',
  },
  fields: { enisa_data, enisa_raised, enisa_lowered, enisa_ease, enisa_confidentiality, enisa_integrity, enisa_availability, enisa_malicious, consequence_kinds, likely_consequences, risk, weigh_reasons },
  required: ['enisa_data', 'enisa_ease', 'enisa_confidentiality', 'enisa_integrity', 'enisa_availability', 'enisa_malicious', 'risk', 'weigh_reasons'], act: weighAll,
}

export const advise: Verb = {
  words: { nl: 'Adviseren', en: 'Advise' }, done: { nl: 'geadviseerd', en: 'advised' }, roles: advisers, when: whileIn('investigating', 'weighed', 'to_report', 'unconfirmed', 'handled'), offered: 'form', resource: 'advice',
  explain: { nl: 'De FG adviseert; wie het mandaat heeft, besluit (art. 38 lid 6 en art. 39 AVG).', en: 'The DPO advises; whoever has the mandate decides (art. 38(6) and art. 39 GDPR).' },
  fields: { advice: fields.advice }, required: ['advice'],
  act: (step): Promise<Outcome> => changed(step, { advice: step.values.advice, advised_at: minuteOf(step.scope.now), advised_by: personOf(step.scope.actor) }),
}

export const discuss: Verb = {
  words: { nl: 'Twijfel voorleggen', en: 'Put a dilemma to others' }, done: { nl: 'twijfel voorgelegd', en: 'dilemma put to others' }, roles: [...deciders, 'dpo'], when: whileIn('investigating', 'weighed', 'to_report', 'unconfirmed', 'handled'), offered: 'form', resource: 'dilemmas',
  explain: { nl: 'Uw vraag gaat naar de proceseigenaar, de directie en de portefeuillehouder. Schrijf de uitkomst erbij zodra u die weet.', en: 'Your question goes to the process owner, the directors and the portfolio holder. Add the outcome once you know it.' },
  fields: { dilemma: fields.dilemma, dilemma_outcome: fields.dilemma_outcome }, required: ['dilemma'],
  act: async (step): Promise<Outcome> => {
    if (step.values.dilemma !== inputOf(step).dilemma) await tellOfDilemma(step.scope, step.entry, inputOf(step))
    return changed(step, { dilemma: step.values.dilemma, dilemma_outcome: step.values.dilemma_outcome ?? inputOf(step).dilemma_outcome })
  },
}

async function weighAll(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const before = inputOf(step)
  const answered = filled(values)
  // Every answer counts, also that nothing makes it worse; what was told of consequences before stays.
  const more: AnyInput = {
    ...values, likely_consequences: answered.likely_consequences ?? before.likely_consequences, consequence_kinds: answered.consequence_kinds ?? before.consequence_kinds,
    weighed_at: minuteOf(scope.now), weighed_by: personOf(scope.actor),
  }
  const after = { ...before, ...more } as BreachInput
  refuse(weighingFaults(after))
  const note = after.weigh_reasons
  if (entry.system.status !== 'handled') return changed(step, { ...more, ...undecided }, { status: 'weighed' }, note)
  // New facts after it was decided not to report: that decision rested on another weighing, and the clock that had stopped runs on.
  const isOverturned = before.report_decision === 'not_report' && after.risk !== 'unlikely'
  return isOverturned ? changed(step, { ...more, ...undecided, report_settled_at: null }, { status: 'weighed' }, note) : changed(step, more, {}, note)
}

/** A decision rests on the weighing of before it. */
const undecided: Partial<BreachInput> = { report_decision: null, report_ground: null, report_reasons: null, report_decided_at: null, report_decided_by: null, confirmed_at: null, confirmed_by: null }
