// Steps of reporting to the authority: the draft is checked, one decides, a second person where it isn’t reported, and then the first notification, follow-ups and a withdrawal (art. 33 AVG; N-50, H-53).
import { minuteOf } from '../../case-kit/moments.ts'
import { Refused } from '../../ground/refusals.ts'
import { personOf } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { choice, longText, moment, text, yesNo } from '../../register-kit/field-types.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { isReportLate, type Reporting, reportFaults } from './may-decide.ts'
import { pastMoment } from './moments.ts'
import { type BreachInput, changed, deciders, inputOf, keepers, refuse, senders, whileIn } from './step-kit.ts'
import { tellDraft } from './tell-draft.ts'

export const sendDraft: Verb = {
  words: { nl: 'Concept laten nakijken', en: 'Have the draft checked' }, done: { nl: 'concept ter controle gestuurd', en: 'draft sent for checking' }, roles: keepers, when: whileIn('weighed', 'to_report', 'handled'), offered: 'form', resource: 'draft-checks',
  explain: { nl: 'De melder en de leidinggevende kijken na of het concept voor de AP klopt en volledig is. Zij krijgen er bericht van.', en: 'The reporter and the manager check whether the draft for the authority is right and complete. They are told of it.' },
  act: async (step): Promise<Outcome> => {
    const asked = await tellDraft(step.scope, step.entry, inputOf(step))
    return changed(step, { draft_sent_at: minuteOf(step.scope.now) }, {}, t(`Aan ${asked} mensen`, `To ${asked} people`))
  },
}

/** Also for the reporter and the manager, at the private status page (N-50). */
export const checkDraft: Verb = {
  words: { nl: 'Concept nagekeken', en: 'Draft checked' }, done: { nl: 'concept nagekeken', en: 'draft checked' }, roles: [...keepers, 'dpo'], when: ({ status, input }) => mayCheck(status, input), offered: 'form', resource: 'draft-answers',
  explain: { nl: 'Klopt wat er staat, en is het volledig? Schrijf op wat anders moet.', en: 'Is what it says right, and is it complete? Write down what must be different.' },
  fields: {
    by: choice('Door wie', 'By whom', { reporter: ['Melder', 'Reporter'], manager: ['Leidinggevende', 'Manager'], colleague: ['Een collega', 'A colleague'] }),
    is_right: yesNo('Het klopt en het is volledig', 'It is right and complete'), remarks: text('Opmerkingen', 'Remarks', { most: 5000 }),
  },
  required: ['by', 'is_right'],
  act: (step): Promise<Outcome> => {
    const { by, is_right, remarks } = step.values as Pick<BreachInput['checks'][number], 'by' | 'is_right' | 'remarks'>
    return changed(step, { checks: [...inputOf(step).checks, { by, at: minuteOf(step.scope.now), is_right, remarks: remarks ?? null }] })
  },
}

/** Not through the API: a program can’t be one of two persons. */
export const decideReport: Verb = {
  words: { nl: 'Besluiten over melden', en: 'Decide on reporting' }, done: { nl: 'over melden besloten', en: 'reporting decided' }, roles: deciders, when: whileIn('weighed'), offered: 'form',
  explain: {
    nl: 'U meldt aan de AP, tenzij een risico voor mensen niet waarschijnlijk is (art. 33 lid 1 AVG). Meldt u niet, dan kijkt een tweede persoon mee. De FG adviseert maar besluit niet.',
    en: 'You report to the authority, unless a risk to people is unlikely (art. 33(1) GDPR). If you don’t report, a second person looks along. The DPO advises but doesn’t decide.',
  },
  fields: { report_decision: fields.report_decision, report_reasons: fields.report_reasons, report_ground: { ...fields.report_ground, help: { nl: 'Alleen als u niet meldt.', en: 'Only if you don’t report.' } } }, required: ['report_decision', 'report_reasons'],
  act: (step): Promise<Outcome> => {
    const { report_decision, report_reasons, report_ground } = step.values as Reporting
    const decision = { report_decision, report_reasons, report_ground: report_decision === 'not_report' ? report_ground ?? null : null }
    refuse(reportFaults(inputOf(step), decision))
    return changed(step, { ...decision, report_decided_at: minuteOf(step.scope.now), report_decided_by: personOf(step.scope.actor), confirmed_at: null, confirmed_by: null }, { status: report_decision === 'report' ? 'to_report' : 'unconfirmed' }, report_reasons)
  },
}

export const secondLook: Verb = {
  words: { nl: 'Oordeel als tweede persoon', en: 'Judge as second person' }, done: { nl: 'als tweede persoon beoordeeld', en: 'judged as second person' }, roles: deciders, when: whileIn('unconfirmed'), offered: 'form',
  explain: { nl: 'Een collega besloot niet te melden aan de AP. Bent u het eens met de weging en de redenen? Zo niet, dan gaat het datalek terug om opnieuw te wegen.', en: 'A colleague decided not to report to the authority. Do you agree with the weighing and the reasons? If not, the breach goes back to be weighed anew.' },
  fields: { agrees: choice('Bent u het eens', 'Whether you agree', { yes: ['Eens: niet melden', 'Agree: not report'], no: ['Niet eens: terug', 'Disagree: back'] }), reason: longText('Waarom', 'Why', { most: 5000 }) }, required: ['agrees', 'reason'], act: judgeAsSecond,
}

export const notifyAuthority: Verb = {
  words: { nl: 'Gemeld aan de AP', en: 'Reported to the authority' }, done: { nl: 'gemeld aan de AP', en: 'reported to the authority' }, roles: senders, when: whileIn('to_report'), offered: 'form', resource: 'notifications',
  explain: { nl: 'Neem de antwoorden over op het formulier van de AP (zie “Overnemen op het formulier van de AP”), en leg hier vast wanneer u meldde. Later dan 72 uur? Dan hoort er een reden bij.', en: 'Copy the answers onto the authority’s form (see “Copy onto the authority’s form”), and record here when you reported. Later than 72 hours? Then a reason is due.' },
  fields: { notified_at: moment('Gemeld op', 'Reported at', { help: { nl: 'Leeg: nu.', en: 'Empty: now.' } }), authority_number: fields.authority_number, delay_reason: fields.delay_reason, note: text('Wat is gemeld', 'What was told', { most: 5000 }) },
  act: (step): Promise<Outcome> => {
    const { scope, values } = step
    const before = inputOf(step)
    const notified_at = pastMoment(scope, values, 'notified_at')
    const delay_reason = values.delay_reason as string | null ?? before.delay_reason
    refuse(isReportLate({ ...before, notified_at }) && delay_reason === null ? [{ at: 'delay_reason', message: { nl: 'Dit is later dan 72 uur. Schrijf op waarom: de AP vraagt dat ook (art. 33 lid 1 AVG).', en: 'This is later than 72 hours. Write down why: the authority asks so too (art. 33(1) GDPR).' } }] : [])
    const notifications = [...before.notifications, { kind: 'first' as const, at: notified_at, note: values.note as string | null ?? null }]
    return changed(step, { notified_at, delay_reason, notifications, authority_number: values.authority_number ?? before.authority_number, report_settled_at: notified_at, withdrawn_at: null }, { status: 'handled' }, delay_reason)
  },
}

export const followUp: Verb = {
  words: { nl: 'Vervolgmelding of intrekking', en: 'Follow-up or withdrawal' }, done: { nl: 'vervolg gemeld aan de AP', en: 'follow-up reported to the authority' }, roles: senders, when: whileIn('handled', 'evaluated'), offered: 'form', resource: 'follow-ups',
  explain: { nl: 'Vul aan wat u later te weten kwam (art. 33 lid 4 AVG), of trek de melding in als er toch geen datalek of geen risico was.', en: 'Add what you learnt later (art. 33(4) GDPR), or withdraw the notification if there was no breach or no risk after all.' },
  fields: { kind: choice('Soort', 'Kind', { follow_up: ['Vervolgmelding', 'Follow-up'], withdrawal: ['Intrekking', 'Withdrawal'] }), at: moment('Op', 'At', { help: { nl: 'Leeg: nu.', en: 'Empty: now.' } }), note: text('Wat is gemeld, of waarom ingetrokken', 'What was told, or why withdrawn', { most: 5000 }), authority_number: fields.authority_number },
  required: ['kind', 'note'],
  act: (step): Promise<Outcome> => {
    const { scope, values } = step
    const before = inputOf(step)
    if (before.notified_at === null) throw new Refused(t('Er is nog geen eerste melding aan de AP.', 'There is no first notification to the authority yet.'))
    const at = pastMoment(scope, values, 'at')
    const kind = values.kind as 'follow_up' | 'withdrawal'
    const notifications = [...before.notifications, { kind, at, note: values.note as string }]
    return changed(step, { notifications, authority_number: values.authority_number ?? before.authority_number, ...(kind === 'withdrawal' ? { withdrawn_at: at } : {}) }, {}, values.note as string)
  },
}

/** Nobody can look over what wasn’t shown; and what somebody from the public reported isn’t theirs to check. */
export function mayCheck(status: string, input: AnyInput | undefined): boolean {
  return ['weighed', 'to_report', 'handled'].includes(status) && typeof input?.draft_sent_at === 'string' && input.channel !== 'web' && input.channel !== 'letter'
}

async function judgeAsSecond(step: Step): Promise<Outcome> {
  const { scope, values } = step
  const before = inputOf(step)
  const who = personOf(scope.actor)
  if (who === null || who === before.report_decided_by) throw new Refused(t('U nam dit besluit zelf. Een ander moet ernaar kijken.', 'You took this decision yourself. Somebody else must look at it.'))
  const reason = values.reason as string
  if (values.agrees !== 'yes') return changed(step, { report_decision: null, report_ground: null, report_reasons: null, report_decided_at: null, report_decided_by: null }, { status: 'weighed' }, reason)
  refuse(reportFaults(before, before))
  const now = minuteOf(scope.now)
  return changed(step, { confirmed_at: now, confirmed_by: who, report_settled_at: now }, { status: 'handled' }, reason)
}
