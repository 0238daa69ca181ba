// Lifecycle of an audit: prepared, announced in writing, held with its findings, and closed once every recommendation is done (art. 28 lid 3 onder h AVG; N-42).
import { dayOf } from '../../ground/clock.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { choice, date, longText } from '../../register-kit/field-types.ts'
import { changeVerb, createVerb, importVerb, nextVersion, removeMistakeVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step } from '../../register-kit/register.ts'
import { announceToProcessor } from './announce.ts'
import { fields } from './declaration.ts'
import type { AuditInput } from './rules.ts'

const keepers: readonly Role[] = ['privacy_officer', 'process_owner', 'ciso', 'iso']

export const auditLifecycle: Lifecycle = {
  statuses: {
    prepared: { words: { nl: 'In voorbereiding', en: 'Being prepared' }, tone: 'neutral', stage: 'active' }, announced: { words: { nl: 'Aangekondigd', en: 'Announced' }, tone: 'info', stage: 'active' },
    held: { words: { nl: 'Gehouden', en: 'Held' }, tone: 'warning', stage: 'active' }, closed: { words: { nl: 'Afgerond', en: 'Closed' }, tone: 'positive', stage: 'ended' }, cancelled: { words: { nl: 'Afgezegd', en: 'Cancelled' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'prepared', inForce: 'held',
  verbs: {
    create: createVerb(keepers, { words: { nl: 'Voorbereiden', en: 'Prepare' }, done: { nl: 'voorbereid', en: 'prepared' } }),
    import: importVerb(),
    announce: {
      words: { nl: 'Aankondigen', en: 'Announce' }, done: { nl: 'aangekondigd', en: 'announced' }, roles: keepers, when: ({ status }) => status === 'prepared' || status === 'announced', offered: 'form', resource: 'announcements',
      explain: { nl: 'De contactpersonen met toegang tot het portaal krijgen de aankondiging per e-mail. Zij zien dan de vragen, en kunnen die beantwoorden.', en: 'The contacts with access to the portal get the announcement by e-mail. They then see the questions, and can answer them.' },
      fields: { announced_on: date('Aangekondigd op', 'Announced on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), planned_on: date('Op welke dag', 'On which day'), message: longText('Bericht aan de verwerker', 'Message to the processor', { most: 4000 }) }, required: ['planned_on'], act: announce,
    },
    hold: {
      words: { nl: 'Uitkomst vastleggen', en: 'Record the outcome' }, done: { nl: 'gehouden', en: 'held' }, roles: keepers, when: ({ stage, status }) => stage === 'active' && status !== 'held', offered: 'form', resource: 'holdings',
      explain: { nl: 'Bevindingen en aanbevelingen vult u daarna in met “Wijzigen”. De verwerker ziet ze in het portaal.', en: 'Findings and recommendations are filled in afterwards by “Change”. The processor sees them in the portal.' },
      fields: { held_on: date('Gehouden op', 'Held on'), conclusion: choice('Oordeel', 'Conclusion', conclusions()), summary: longText('Wat kwam eruit', 'What came of it') }, required: ['held_on', 'conclusion'], act: hold,
    },
    change: changeVerb(keepers),
    close: {
      words: { nl: 'Afronden', en: 'Close' }, done: { nl: 'afgerond', en: 'closed' }, roles: keepers, when: ({ status }) => status === 'held', offered: 'form', resource: 'closings',
      explain: { nl: 'Dat kan als elke aanbeveling is opgevolgd.', en: 'This is possible once every recommendation has been followed up.' }, fields: { note: longText('Toelichting', 'Note', { most: 10_000 }) }, act: close,
    },
    cancel: {
      words: { nl: 'Afzeggen', en: 'Cancel' }, done: { nl: 'afgezegd', en: 'cancelled' }, roles: keepers, when: ({ status }) => status === 'prepared' || status === 'announced', offered: 'form', isDanger: true, resource: 'cancellations',
      fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'], explain: { nl: 'De audit gaat niet door.', en: 'The audit is off.' },
      act: ({ scope, values }): Outcome => ({ note: values.reason as string, system: { status: 'cancelled', ended_on: dayOf(scope.now) } }),
    },
    reopen: {
      words: { nl: 'Weer openen', en: 'Reopen' }, done: { nl: 'weer geopend', en: 'reopened' }, roles: keepers, when: ({ stage }) => stage === 'ended', offered: 'button', resource: 'reopenings',
      act: ({ entry }): Outcome => ({ system: { status: entry.input.held_on === null ? 'prepared' : 'held', ended_on: null } }),
    },
    remove: removeMistakeVerb(),
  },
}

async function announce(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const today = dayOf(scope.now)
  const announced_on = values.announced_on as string | null ?? today
  if (announced_on > today) throw new Invalid([{ at: 'announced_on', message: t('Deze dag moet nog komen.', 'This day is yet to come.') }])
  if ((values.planned_on as string) < announced_on) throw new Invalid([{ at: 'planned_on', message: t('Deze dag ligt vóór de aankondiging. Kies een latere: de verwerker moet zich kunnen voorbereiden.', 'This day lies before the announcement. Choose a later one: the processor must be able to prepare.') }])
  const input = { ...entry.input, announced_on, planned_on: values.planned_on }
  if (announced_on === today) await announceToProcessor(scope, input as AuditInput, (values.message as string | null) ?? null)
  return { input, note: values.message as string | null, system: { status: 'announced', version: await nextVersion(step, input) } }
}

async function hold(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  if ((values.held_on as string) > dayOf(scope.now)) throw new Invalid([{ at: 'held_on', message: t('Deze dag moet nog komen.', 'This day is yet to come.') }])
  const input = { ...entry.input, held_on: values.held_on, conclusion: values.conclusion, summary: values.summary ?? entry.input.summary }
  return { input, system: { status: 'held', version: await nextVersion(step, input) } }
}

function close({ scope, entry, values }: Step): Outcome {
  const open = (entry.input as AuditInput).points.filter(({ done_on }) => done_on === null).length
  if (open > 0) throw new Refused(open === 1 ? t('Afronden kan nog niet: één bevinding is nog niet gedaan.', 'This can’t be closed yet: one finding isn’t done.') : t(`Afronden kan nog niet: ${open} bevindingen zijn nog niet gedaan.`, `This can’t be closed yet: ${open} findings aren’t done.`))
  return { note: values.note as string | null, system: { status: 'closed', ended_on: dayOf(scope.now) } }
}

function conclusions(): Record<string, readonly [string, string]> {
  return Object.fromEntries(fields.conclusion.choices.map(({ key, words }) => [key, [words.nl, words.en] as const]))
}
