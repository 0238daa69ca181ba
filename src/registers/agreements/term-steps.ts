// Steps of the term and the end: renewed or not, and the data asked back or destroyed, done, and reported (art. 28 lid 3 onder g AVG; H-44, N-44).
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { choice, date, longText, text } from '../../register-kit/field-types.ts'
import { nextVersion } from '../../register-kit/lifecycle-acts.ts'
import type { Outcome, Step, Verb, Work } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { decideFrom, renewedUntil } from './renewal.ts'
import { saysNow, working } from './working.ts'

const deciders: readonly Role[] = ['process_owner', 'privacy_officer']
const binds = (work: Work) => work.stage === 'active' && work.proposal === 'none'
const isOver = (work: Work) => binds(work) || work.stage === 'ended'

export const termSteps = {
  renew: {
    words: { nl: 'Verlengen', en: 'Renew' }, done: { nl: 'verlengd', en: 'renewed' }, roles: deciders, when: (work) => binds(work) && saysNow(work, ({ ends_on }) => ends_on !== null), offered: 'form', resource: 'renewals',
    fields: { until: date('Loopt nu tot en met', 'Now runs until', { help: { nl: 'Leeg: de einddatum, verlengd zoals afgesproken.', en: 'Empty: the end date, renewed as agreed.' } }), note: longText('Toelichting', 'Note', { most: 10_000, help: { nl: 'Waaruit blijkt de verlenging? Alleen een schriftelijke afspraak telt.', en: 'What shows the renewal? Only a written agreement counts.' } }) },
    explain: { nl: 'De overeenkomst loopt door onder dezelfde afspraken. Verandert er meer? Stel dan een wijziging voor: die tekenen beide partijen.', en: 'The agreement goes on under the same terms. Does more change? Then propose a change: both parties sign it.' },
    act: renew,
  },
  ask_return: {
    words: { nl: 'Gegevens terugvragen', en: 'Ask for the data' }, done: { nl: 'gegevens teruggevraagd', en: 'data asked for' }, roles: deciders, when: (work) => isOver(work) && saysNow(work, ({ return_asked_on }) => return_asked_on === null), offered: 'form', resource: 'return-requests',
    fields: { what: choice('Wat vraagt u', 'What you ask', { return: ['Gegevens terug', 'Data returned'], destroy: ['Gegevens vernietigen', 'Data destroyed'], both: ['Terug en daarna vernietigen', 'Returned, then destroyed'] }), format: text('In welke vorm', 'In which form', { most: 500, help: fields.return_format.help! }), by_on: date('Uiterlijk op', 'On at the latest', { help: { nl: 'Leeg: over een maand.', en: 'Empty: in a month.' } }) },
    required: ['what'],
    explain: { nl: 'U vraagt de verwerker de gegevens terug te geven of te vernietigen, en daarvan verslag te doen.', en: 'You ask the processor to return or destroy the data, and to report on it.' },
    act: askReturn,
  },
  record_return: {
    words: { nl: 'Teruggave vastleggen', en: 'Record the return' }, done: { nl: 'teruggave vastgelegd', en: 'return recorded' }, roles: deciders, when: (work) => isOver(work) && saysNow(work, ({ return_asked_on, returned_on }) => return_asked_on !== null && returned_on === null), offered: 'form', resource: 'returns',
    fields: { on: date('Gedaan op', 'Done on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), report: text('Verslag van de verwerker', 'The processor’s report', { most: 500, help: fields.return_report.help! }) }, required: ['report'],
    act: recordReturn,
  },
} as const satisfies Record<string, Verb>

/** The input as the next version, also of what has ended: the end has an end of its own. */
async function next(step: Step, more: Partial<ReturnType<typeof working>>, note: string | null): Promise<Outcome> {
  const input = { ...step.entry.input, ...more }
  return { input, note, system: { version: await nextVersion(step, input, note) } }
}

async function renew(step: Step): Promise<Outcome> {
  const input = working(step)
  const until = step.values.until as string | null ?? renewedUntil(input)
  if (until === null) throw new Invalid([{ at: 'until', message: t('Vul de nieuwe einddatum in.', 'Fill in the new end date.') }])
  if (input.ends_on !== null && until <= input.ends_on) throw new Invalid([{ at: 'until', message: t('De nieuwe einddatum ligt niet na de oude.', 'The new end date doesn’t lie after the old one.') }])
  return next(step, { ends_on: until, notice_from_on: decideFrom({ ...input, ends_on: until }) }, step.values.note as string | null ?? null)
}

async function askReturn(step: Step): Promise<Outcome> {
  const { what, format } = step.values as { what: 'return' | 'destroy' | 'both'; format: string | null }
  const today = dayOf(step.scope.now)
  const by = step.values.by_on as string | null ?? null
  if (by !== null && by < today) throw new Invalid([{ at: 'by_on', message: t('Deze dag is al voorbij.', 'This day has passed already.') }])
  return next(step, { return_asked_on: today, return_asked: what, return_format: format ?? null, return_by_on: by ?? dayAfter(today, 'P1M') }, null)
}

async function recordReturn(step: Step): Promise<Outcome> {
  const today = dayOf(step.scope.now)
  const { return_asked_on } = working(step)
  const on = step.values.on as string | null ?? today
  if (return_asked_on === null) throw new Refused(t('Er is nog niets teruggevraagd.', 'Nothing has been asked back yet.'))
  if (on > today || on < return_asked_on) throw new Invalid([{ at: 'on', message: on > today ? t('Deze dag ligt in de toekomst.', 'This day lies in the future.') : t('Dit is vóór de dag van de vraag.', 'This is before the day of the request.') }])
  return next(step, { returned_on: on, return_report: step.values.report as string }, step.values.report as string)
}

