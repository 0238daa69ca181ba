// Steps of the term: extending it once and telling so in time (art. 12 lid 3 AVG), and a notice of default after which a penalty may run (art. 4:17 Awb).
import { dayOf, sayDay } from '../../ground/clock.ts'
import { noticeDue } from '../../calendar/request-terms.ts'
import { Refused } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { extendStep } from '../../register-kit/deadlines/deadline-steps.ts'
import { suspendedTimes } from '../../register-kit/deadlines/kept-deadline.ts'
import { choice, date } from '../../register-kit/field-types.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { answerDeadline, answerKindThat, changed, inputOf, kept, refuse, whileUnanswered } from './step-kit.ts'

const ordinary = extendStep('answer', kept.roles)

export const termSteps = {
  extend: {
    ...ordinary, alsoFor: kept.alsoFor, when: (work) => whileUnanswered(work) && answerKindThat(work, 'running') !== undefined,
    explain: { nl: 'Eén keer, omdat het verzoek ingewikkeld is of er veel verzoeken zijn van dezelfde persoon. U vertelt het binnen een maand na ontvangst, met de reden (art. 12 lid 3 AVG).', en: 'Once, because the request is complex or the same person made many. You tell of it within a month of receipt, with the reason (art. 12(3) GDPR).' },
    fields: {
      why: choice('Waarom mag het', 'Why it is allowed', { complex: ['Het verzoek is ingewikkeld', 'The request is complex'], many: ['Er zijn veel verzoeken van deze persoon', 'There are many requests of this person'] }),
      ...ordinary.fields, told_on: date('Verteld op', 'Told on', { citation: 'art. 12 lid 3 AVG', help: { nl: 'Wanneer u het de vrager hebt verteld. Nog niet gedaan? Laat dit leeg en doe het op tijd.', en: 'When you told the person. Not yet? Leave this empty and do it in time.' } }),
    },
    required: ['why', 'reason'], act: extend,
  },
  tell_extension: {
    ...kept, words: { nl: 'Verlenging is verteld', en: 'The extension was told' }, done: { nl: 'verlenging verteld', en: 'extension told' }, resource: 'extension-notices',
    when: (work) => work.deadlines?.tell_extension === 'running', fields: { told_on: date('Verteld op', 'Told on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }) }, act: tell,
  },
  record_default: {
    ...kept, words: { nl: 'Ingebrekestelling vastleggen', en: 'Record a notice of default' }, done: { nl: 'ingebrekestelling vastgelegd', en: 'notice of default recorded' }, when: whileUnanswered, resource: 'default-notices',
    explain: { nl: 'Iemand schrijft dat u te laat bent. Na twee weken moet een bestuursorgaan een dwangsom betalen voor elke dag (art. 4:17 Awb).', en: 'Somebody writes that you are late. After two weeks a public body must pay a penalty for each day (art. 4:17 Awb).' },
    fields: { default_received_on: date('Ontvangen op', 'Received on') }, required: ['default_received_on'],
    act: (step) => changed(step, { default_received_on: step.values.default_received_on }),
  },
} satisfies Readonly<Record<string, Verb>>

async function extend(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const found = answerDeadline(entry)
  if (!found) throw new Refused(t('Hier loopt geen termijn.', 'No term runs here.'))
  const notice = noticeDue(found.startedAt, suspendedTimes(found, scope.now))
  // Art. 25 Wpg knows its own extension and no first month.
  if (notice && found.kind !== 'police_access' && scope.now >= notice.at) throw new Refused(t('De eerste maand is voorbij. Verlengen kan alleen als u het daarbinnen vertelt (art. 12 lid 3 AVG).', 'The first month has passed. Extending is possible only if you tell of it within that month (art. 12(3) GDPR).'))
  const told = values.told_on as string | null
  refuse(told !== null && told > dayOf(scope.now) ? [{ at: 'told_on', message: { nl: 'Deze dag is nog niet geweest.', en: 'This day hasn’t been yet.' } }] : [])
  const why = values.why === 'many' ? t('Veel verzoeken', 'Many requests') : t('Ingewikkeld', 'Complex')
  const outcome = await extendStep(found.kind, kept.roles).act!(step) ?? {}
  return changed(step, { extended_on: dayOf(scope.now), extension_told_on: told }, {}, `${why}: ${outcome.note ?? ''}`)
}

function tell(step: Step): Promise<Outcome> {
  const today = dayOf(step.scope.now)
  const on = step.values.told_on as string | null ?? today
  const since = inputOf(step).extended_on
  refuse([
    ...(on > today ? [{ at: 'told_on', message: { nl: 'Deze dag is nog niet geweest.', en: 'This day hasn’t been yet.' } }] : []),
    ...(since !== null && on < since ? [{ at: 'told_on', message: { nl: `U verlengde pas op ${sayDay(since)}.`, en: `You extended on ${sayDay(since)} only.` } }] : []),
  ])
  return changed(step, { extension_told_on: on })
}
