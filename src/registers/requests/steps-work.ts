// Steps of the work itself: collecting, restricting the use and lifting that, stopping marketing, and the ways in which a request ends without an answer: withdrawn or forwarded.
import { dayOf } from '../../ground/clock.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { date, longText, reference } from '../../register-kit/field-types.ts'
import type { Outcome, Step, Verb, Work } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { restrictFor, stopMarketing } from './marks.ts'
import { lift } from './restrictions.ts'
import { changed, decided, identified, inputOf, kept, refuse, undecided, whileIn } from './step-kit.ts'

const isOpen = whileIn(...undecided, ...decided)
const isRestricted = ({ input }: Work) => Boolean(input?.restricted_on) && !input?.restriction_lifted_on
const today = (scope: Scope) => dayOf(scope.now)

export const workSteps = {
  collect: {
    ...kept, words: { nl: 'Gegevens ophalen', en: 'Collect the data' }, done: { nl: 'ophalen begonnen', en: 'collecting begun' }, when: whileIn('identified', 'scoped'), offered: 'button', resource: 'collections',
    act: (): Outcome => ({ system: { status: 'collecting' } }),
  },
  restrict: {
    ...kept, words: { nl: 'Gebruik beperken', en: 'Restrict the use' }, done: { nl: 'gebruik beperkt', en: 'use restricted' }, when: (work) => whileIn(...identified, ...decided)(work) && !isRestricted(work), resource: 'restrictions',
    explain: { nl: 'De gegevens blijven bewaard, maar worden niet gebruikt (art. 18 AVG). Andere onderdelen van Waarborg zien dit merk en wissen of gebruiken niets.', en: 'The data are kept, but not used (art. 18 GDPR). Other parts of Waarborg see this mark and erase or use nothing.' },
    fields: { restriction_case: fields.restriction_case }, required: ['restriction_case'],
    act: async (step) => changed(step, await restrictFor(step.scope, step.entry, inputOf(step), step.values.restriction_case as never)),
  },
  lift_restriction: {
    ...kept, words: { nl: 'Beperking opheffen', en: 'Lift the restriction' }, done: { nl: 'beperking opgeheven', en: 'restriction lifted' }, when: (work) => isOpen(work) && Boolean(work.input?.restricted_on), resource: 'restriction-endings',
    explain: { nl: 'Vertel het de persoon vóórdat u de gegevens weer gebruikt (art. 18 lid 3 AVG).', en: 'Tell the person before you use the data again (art. 18(3) GDPR).' },
    fields: { lift_told_on: date('Verteld op', 'Told on', { citation: 'art. 18 lid 3 AVG' }) }, required: ['lift_told_on'], act: liftIt,
  },
  suppress: {
    ...kept, words: { nl: 'Reclame stoppen', en: 'Stop marketing' }, done: { nl: 'reclame gestopt', en: 'marketing stopped' }, when: (work) => isOpen(work) && (work.input?.right === 'marketing' || work.input?.is_marketing === true), offered: 'button', resource: 'suppressions', act: suppressIt,
  },
  /** Taken by forwarding itself (`/:id/doorsturen`), which sends the request across or has it followed by hand. */
  forward: {
    ...kept, words: { nl: 'Doorgestuurd aan een deelnemer', en: 'Forwarded to a participant' }, done: { nl: 'doorgestuurd', en: 'forwarded' }, when: whileIn(...undecided), offered: 'no',
    explain: { nl: 'De gegevens zijn van een deelnemer voor wie u werkt. Die antwoordt; u helpt (art. 28 lid 3 onder e AVG). Stuur het meteen: de termijn loopt al.', en: 'The data are of a participant that you work for. They answer; you help (art. 28(3)(e) GDPR). Send it at once: the term runs already.' },
    fields: { forwarded_to: reference('Aan welke deelnemer', 'To which participant', 'participant'), reason: longText('Toelichting', 'Note', { most: 5000 }) }, required: ['forwarded_to'],
    act: (step) => changed(step, { forwarded_to: step.values.forwarded_to, forwarded_on: today(step.scope), end_note: step.values.reason ?? inputOf(step).end_note }, { status: 'forwarded', ended_on: today(step.scope) }),
  },
  withdraw: {
    ...kept, words: { nl: 'Intrekken', en: 'Withdraw' }, done: { nl: 'ingetrokken', en: 'withdrawn' }, when: whileIn(...undecided), isDanger: true, resource: 'withdrawals',
    explain: { nl: 'De persoon wil het verzoek niet meer. Een nieuw verzoek mag altijd.', en: 'The person doesn’t want the request any more. A new request is always allowed.' },
    fields: { reason: longText('Waarom', 'Why', { most: 5000 }) }, act: withdraw,
  },
} satisfies Readonly<Record<string, Verb>>

async function liftIt(step: Step): Promise<Outcome> {
  const on = step.values.lift_told_on as string
  refuse(on > today(step.scope) ? [{ at: 'lift_told_on', message: { nl: 'Deze dag is nog niet geweest. Vertel het eerst.', en: 'This day hasn’t been yet. Tell it first.' } }] : [])
  await lift(step.scope, step.entry.id)
  return changed(step, { lift_told_on: on, restriction_lifted_on: today(step.scope) })
}

async function suppressIt(step: Step): Promise<Outcome> {
  const more = await stopMarketing(step.scope, step.entry, inputOf(step))
  if (Object.keys(more).length === 0) throw new Refused(t('Er is geen e-mailadres of telefoonnummer om op de lijst te zetten. Vul dat eerst in.', 'There is no e-mail address or phone number to put on the list. Fill that in first.'))
  return changed(step, more)
}

/** What was restricted only for this request isn't any more. */
async function withdraw(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const input = inputOf(step)
  const isRestricted = input.restricted_on !== null && input.restriction_lifted_on === null
  if (isRestricted) await lift(scope, entry.id)
  return changed(step, { end_note: values.reason ?? input.end_note, ...(isRestricted ? { restriction_lifted_on: today(scope) } : {}) }, { status: 'withdrawn', ended_on: today(scope) }, values.reason as string | null)
}
