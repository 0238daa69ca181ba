// Steps at the end: learning from it, testing that the advice was carried out, closing; no breach after all; and opening it again (W-11, P-16, H-53).
import { minuteOf } from '../../case-kit/moments.ts'
import { dayOf } from '../../ground/clock.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { longText } from '../../register-kit/field-types.ts'
import type { Outcome, Verb } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { closingFaults } from './may-decide.ts'
import { changed, filled, inputOf, judges, keepers, refuse, whileIn, whileOpen } from './step-kit.ts'

const closers: readonly Role[] = ['privacy_officer', 'ciso']

export const evaluate: Verb = {
  words: { nl: 'Evalueren', en: 'Evaluate' }, done: { nl: 'geëvalueerd', en: 'evaluated' }, roles: [...keepers, 'dpo'], when: whileIn('handled', 'evaluated'), offered: 'form', resource: 'evaluations',
  explain: { nl: 'Wat ging goed, wat moet beter, en hoe voorkomt u herhaling? Zet maatregelen met een eigenaar en een dag bij “Maatregelen tegen herhaling”.', en: 'What went well, what must be better, and how do you prevent repetition? Put measures with an owner and a day at “Measures against repetition”.' },
  fields: { evaluation: fields.evaluation, lessons: fields.lessons }, required: ['evaluation'],
  act: (step): Promise<Outcome> => changed(step, { ...filled(step.values), evaluated_at: minuteOf(step.scope.now) }, { status: 'evaluated' }),
}

export const testAdvice: Verb = {
  words: { nl: 'Uitvoering van adviezen toetsen', en: 'Test the carrying out of advice' }, done: { nl: 'uitvoering van adviezen getoetst', en: 'carrying out of advice tested' }, roles: ['dpo', 'ciso'], when: whileIn('handled', 'evaluated'), offered: 'form', resource: 'advice-tests',
  explain: { nl: 'Zijn de adviezen en maatregelen uitgevoerd, en werken ze? Dit is de laatste stap in de taakverdeling.', en: 'Were the advice and measures carried out, and do they work? This is the last step in the division of tasks.' },
  fields: { advice_test: fields.advice_test }, required: ['advice_test'],
  act: (step): Promise<Outcome> => changed(step, { advice_test: step.values.advice_test, advice_tested_at: minuteOf(step.scope.now) }),
}

export const close: Verb = {
  words: { nl: 'Afsluiten', en: 'Close' }, done: { nl: 'afgesloten', en: 'closed' }, roles: closers, when: whileIn('evaluated'), offered: 'form', resource: 'closings',
  explain: { nl: 'Afsluiten kan als alles is besloten, gedaan en geëvalueerd. Is er te laat gemeld, dan hoort de reden erbij.', en: 'Closing is possible once everything is decided, done and evaluated. If it was reported late, the reason belongs to it.' },
  fields: { closed_note: fields.closed_note },
  act: async (step): Promise<Outcome> => {
    refuse(closingFaults(inputOf(step)))
    return changed(step, filled(step.values), { status: 'closed', ended_on: dayOf(step.scope.now) })
  },
}

export const noBreach: Verb = {
  words: { nl: 'Toch geen datalek', en: 'No breach after all' }, done: { nl: 'toch geen datalek', en: 'no breach after all' }, roles: judges, when: whileOpen, offered: 'form', isDanger: true, resource: 'dismissals',
  explain: { nl: 'Het blijft in het register staan, met de reden. Is er al gemeld aan de AP? Trek die melding dan eerst in.', en: 'It stays in the register, with the reason. Was it reported to the authority already? Withdraw that notification first.' },
  fields: { reason: longText('Waarom is het geen datalek', 'Why it is no breach', { most: 5000 }) }, required: ['reason'],
  act: async (step): Promise<Outcome> => {
    const { notified_at, withdrawn_at } = inputOf(step)
    if (notified_at !== null && withdrawn_at === null) throw new Refused(t('Dit datalek is gemeld aan de AP. Trek de melding eerst in.', 'This breach was reported to the authority. Withdraw the notification first.'))
    const reason = step.values.reason as string
    return changed(step, { judgement: 'no', judgement_reasons: reason }, { status: 'no_breach', ended_on: dayOf(step.scope.now) }, reason)
  },
}

export const reopen: Verb = {
  words: { nl: 'Weer openen', en: 'Open again' }, done: { nl: 'weer geopend', en: 'opened again' }, roles: judges, when: whileIn('closed', 'no_breach'), offered: 'form', resource: 'reopenings',
  explain: { nl: 'Er zijn nieuwe feiten. Schrijf op welke.', en: 'There are new facts. Write down which.' },
  fields: { reason: longText('Waarom', 'Why', { most: 5000 }) }, required: ['reason'],
  act: (step): Promise<Outcome> => {
    const isClosed = step.entry.system.status === 'closed'
    return changed(step, isClosed ? {} : { judgement: 'doubt', judgement_reasons: step.values.reason }, { status: isClosed ? 'handled' : 'investigating', ended_on: null }, step.values.reason as string)
  },
}
