// Steps at the beginning: judging whether it is a breach, warning who must know, limiting the damage, and what is told later (N-24, M-15, P-14, H-53).
import { minuteOf } from '../../case-kit/moments.ts'
import { personOf } from '../../ground/scope.ts'
import { choices, longText, moment, text } from '../../register-kit/field-types.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { pastMoment } from './moments.ts'
import { changed, type BreachInput, filled, inputOf, judges, keepers, whileIn, whileOpen } from './step-kit.ts'
import { tellDirectors, tellOfSuspicion } from './tell-people.ts'

export const assess: Verb = {
  words: { nl: 'Beoordelen', en: 'Judge' }, done: { nl: 'beoordeeld', en: 'judged' }, roles: judges, when: whileIn('reported', 'investigating'), offered: 'form', resource: 'judgements',
  explain: { nl: 'Is dit een datalek? Bij twijfel behandelt u het als datalek. De FG en de CISO krijgen dan bericht. Vul in sinds wanneer het bij u bekend is: vanaf dan telt de 72 uur.', en: 'Is this a breach? When in doubt, handle it as one. The DPO and the CISO are told then. Fill in since when you know: from then the 72 hours count.' },
  fields: { judgement: fields.judgement, judgement_reasons: fields.judgement_reasons, aware_at: fields.aware_at, kinds: fields.kinds, dangers: fields.dangers }, required: ['judgement', 'judgement_reasons'], act: judge,
}

export const warn: Verb = {
  words: { nl: 'FG en anderen waarschuwen', en: 'Warn the DPO and others' }, done: { nl: 'FG en anderen gewaarschuwd', en: 'DPO and others warned' }, roles: keepers, when: whileOpen, offered: 'form', resource: 'warnings',
  explain: { nl: 'De FG en de CISO krijgen bericht. Kiest u wat er gevaar loopt, dan ook de directie.', en: 'The DPO and the CISO are told. If you choose what is in danger, the directors too.' },
  fields: { dangers: choices(fields.dangers.words.nl, fields.dangers.words.en, { customers: ['Klanten', 'Customers'], processes: ['Het werk zelf', 'Processes'], finance: ['Geld', 'Finance'], reputation: ['De goede naam', 'The good name'] }) },
  act: async (step): Promise<Outcome> => changed(step, await warned(step, { ...inputOf(step), ...filled(step.values) } as BreachInput, true)),
}

export const contain: Verb = {
  words: { nl: 'Schade beperken', en: 'Limit the damage' }, done: { nl: 'schade beperkt', en: 'damage limited' }, roles: keepers, when: whileIn('reported', 'investigating', 'weighed', 'to_report', 'unconfirmed', 'handled'), offered: 'form', resource: 'containments',
  explain: { nl: 'Doe dit meteen: sluit het systeem af, trek rechten in, laat gegevens wissen of terugsturen. Schrijf op wat u deed.', en: 'Do this at once: isolate the system, withdraw rights, have data erased or sent back. Write down what you did.' },
  fields: { containment: longText('Wat is gedaan om de schade te beperken', 'What was done to limit the damage'), contained_at: moment('Wanneer', 'When', { help: { nl: 'Leeg: nu.', en: 'Empty: now.' } }) }, required: ['containment'],
  act: (step): Promise<Outcome> => {
    const earlier = inputOf(step).containment
    const more = step.values.containment as string
    return changed(step, { containment: (earlier === null ? more : `${earlier}\n\n${more}`).slice(0, 20_000), contained_at: pastMoment(step.scope, step.values, 'contained_at') })
  },
}

/** Also for whoever reported it, at the private status page. */
export const addInformation: Verb = {
  words: { nl: 'Aanvullen', en: 'Add information' }, done: { nl: 'aangevuld', en: 'information added' }, roles: [...keepers, 'dpo'], when: whileOpen, offered: 'form', resource: 'additions',
  explain: { nl: 'Weet u meer? Schrijf het hier op, zonder namen en zonder BSN.', en: 'Do you know more? Write it here, without names and without citizen service numbers.' },
  fields: { text: longText('Wat wilt u aanvullen', 'What you want to add', { most: 5000 }), told_by: text('Van wie komt dit', 'Who it comes from', { most: 200 }) }, required: ['text'],
  act: (step): Promise<Outcome> => {
    const { additions } = inputOf(step)
    return changed(step, { additions: [...additions, { at: minuteOf(step.scope.now), told_by: step.values.told_by as string | null ?? null, text: step.values.text as string }] })
  },
}

async function judge(step: Step): Promise<Outcome> {
  const { scope, values } = step
  const { judgement, judgement_reasons: note } = values as { judgement: BreachInput['judgement']; judgement_reasons: string }
  const before = inputOf(step)
  if (judgement === 'no') return changed(step, filled(values), { status: 'no_breach', ended_on: minuteOf(scope.now).slice(0, 10) }, note)
  // What a processor reports is known from its report on (EDPB 9/2022, punt 44).
  const aware_at = values.aware_at ? pastMoment(scope, values, 'aware_at') : before.aware_at ?? (before.channel === 'processor' ? before.received_at : null) ?? minuteOf(scope.now)
  const input = { ...before, ...filled(values), aware_at } as BreachInput
  return changed(step, { ...filled(values), aware_at, owner: before.owner ?? personOf(scope.actor), ...await warned(step, input, before.dpo_warned_at === null) }, { status: 'investigating' }, note)
}

/** Tells who must know, once each unless asked anew, and gives when. */
async function warned({ scope, entry }: Step, input: BreachInput, isAsked: boolean): Promise<Partial<BreachInput>> {
  const now = minuteOf(scope.now)
  if (isAsked) await tellOfSuspicion(scope, entry, input)
  const isForDirectors = input.dangers.length > 0 && (input.directors_told_at === null || isAsked)
  const told = isForDirectors && (await tellDirectors(scope, entry, input)) > 0
  return { dangers: input.dangers, ...(isAsked ? { dpo_warned_at: now } : {}), ...(told ? { directors_told_at: now } : {}) }
}
