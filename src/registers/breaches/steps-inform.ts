// Steps of telling others: the people themselves, and the controller or participant for whom we process (art. 33 lid 2 en art. 34 AVG; W-11, P-16, M-15).
import { minuteOf } from '../../case-kit/moments.ts'
import { personOf } from '../../ground/scope.ts'
import { moment } from '../../register-kit/field-types.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { informFaults, type Informing } from './may-decide.ts'
import { pastMoment } from './moments.ts'
import { changed, deciders, filled, inputOf, keepers, refuse, whileIn } from './step-kit.ts'

const inDecision = whileIn('weighed', 'to_report', 'unconfirmed', 'handled')

export const decideInform: Verb = {
  words: { nl: 'Besluiten over inlichten', en: 'Decide on informing' }, done: { nl: 'over inlichten besloten', en: 'informing decided' }, roles: deciders, when: inDecision, offered: 'form', resource: 'inform-decisions',
  explain: { nl: 'Is het risico hoog? Dan horen mensen het zelf, zo snel mogelijk, tenzij een uitzondering geldt (art. 34 AVG). De directie laat zich adviseren door de privacy officer en de FG.', en: 'Is the risk high? Then people hear it themselves, as soon as possible, unless an exception holds (art. 34 GDPR). The directors take advice of the privacy officer and the DPO.' },
  fields: { inform_decision: fields.inform_decision, inform_reasons: fields.inform_reasons, inform_exception: { ...fields.inform_exception, help: { nl: 'Alleen als u niet inlicht.', en: 'Only if you don’t inform.' } } }, required: ['inform_decision', 'inform_reasons'],
  act: (step): Promise<Outcome> => {
    const { inform_decision, inform_reasons, inform_exception } = step.values as Informing
    const decision = { inform_decision, inform_reasons, inform_exception: inform_decision === 'not_inform' ? inform_exception ?? null : null }
    refuse(informFaults(inputOf(step), decision))
    return changed(step, { ...decision, inform_decided_at: minuteOf(step.scope.now), inform_decided_by: personOf(step.scope.actor) }, {}, inform_reasons)
  },
}

export const inform: Verb = {
  words: { nl: 'Mensen ingelicht', en: 'People informed' }, done: { nl: 'mensen ingelicht', en: 'people informed' }, roles: keepers, when: inDecision, offered: 'form', resource: 'informings',
  explain: { nl: 'Vertel wat er gebeurde, om welke gegevens het gaat, wat de gevolgen kunnen zijn, wat u doet, wat zij zelf kunnen doen en hoe zij de FG bereiken (art. 34 lid 2 AVG).', en: 'Tell what happened, which data it is about, what the consequences may be, what you do, what they can do themselves and how they reach the DPO (art. 34(2) GDPR).' },
  fields: { informed_at: moment('Wanneer', 'When', { help: { nl: 'Leeg: nu.', en: 'Empty: now.' } }), informed_how: fields.informed_how, informed_number: fields.informed_number, informed_text: fields.informed_text }, required: ['informed_how', 'informed_text'],
  act: (step): Promise<Outcome> => {
    const { inform_decision } = inputOf(step)
    refuse(inform_decision === 'inform' ? [] : [{ at: 'inform_decision', message: { nl: 'Besluit eerst dat mensen worden ingelicht.', en: 'Decide first that people are informed.' } }])
    return changed(step, { ...filled(step.values), informed_at: pastMoment(step.scope, step.values, 'informed_at') })
  },
}

export const tellController: Verb = {
  words: { nl: 'Verantwoordelijke ingelicht', en: 'Controller told' }, done: { nl: 'verantwoordelijke ingelicht', en: 'controller told' }, roles: keepers, when: whileIn('investigating', 'weighed', 'to_report', 'unconfirmed', 'handled'), offered: 'form', resource: 'controller-notices',
  explain: { nl: 'Bent u verwerker, dan vertelt u de verantwoordelijke zo snel mogelijk van het datalek, met alles wat die nodig heeft om te melden (art. 33 lid 2 AVG). De melding aan de AP doet de verantwoordelijke.', en: 'If you are the processor, you tell the controller of the breach as soon as possible, with all that is needed to report (art. 33(2) GDPR). The controller reports to the authority.' },
  fields: { controller_told_at: moment('Wanneer', 'When', { help: { nl: 'Leeg: nu.', en: 'Empty: now.' } }), controller_told_note: fields.controller_told_note }, required: ['controller_told_note'],
  act: tell,
}

async function tell(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const { role, participant, controller_name } = inputOf(step)
  refuse(participant === null && controller_name === null ? [{ at: 'participant', message: { nl: 'Vul eerst in wie de verantwoordelijke is: een deelnemer of een andere organisatie.', en: 'Fill in first who the controller is: a participant or another organisation.' } }] : [])
  // For a processor this is what there is to report: the rest is learning from it.
  const isDone = role === 'processor' && entry.system.status !== 'handled'
  return changed(step, { ...filled(values), controller_told_at: pastMoment(scope, values, 'controller_told_at') }, isDone ? { status: 'handled' } : {}, values.controller_told_note as string)
}
