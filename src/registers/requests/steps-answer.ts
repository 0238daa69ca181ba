// Steps from decision to end: deciding (by its own page), answering, telling recipients (art. 19 AVG), what somebody does against it, closing and taking up again.
import { Temporal } from 'temporal-polyfill'
import { dueOf } from '../../calendar/due.ts'
import { legalTermOn } from '../../calendar/legal-terms.ts'
import { dayOf, sayDay } from '../../ground/clock.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import { date, longText } from '../../register-kit/field-types.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { recipientsOfPerson } from '../disclosures/actions.ts'
import { decide } from './decide.ts'
import { fields, weighingFields } from './declaration.ts'
import { rightOf } from './rights.ts'
import { changed, decided, inputOf, kept, refuse, undecided, whileIn } from './step-kit.ts'

const { answer, recipients, no_recipients, objection_kind, objection_outcome, hours_spent, decided_for, mandate } = fields

export const answerSteps = {
  /** By its own page (`/:id/beslissen`): a decision without its weighing is none. */
  decide: {
    ...kept, words: { nl: 'Besluit nemen', en: 'Decide' }, done: { nl: 'besloten', en: 'decided' }, when: whileIn(...undecided), offered: 'no',
    fields: { ...weighingFields, decided_for, mandate }, required: ['outcome'], act: decide,
  },
  send_answer: {
    ...kept, words: { nl: 'Antwoord is verstuurd', en: 'The answer was sent' }, done: { nl: 'beantwoord', en: 'answered' }, when: whileIn('decided'), resource: 'answers',
    explain: { nl: 'Het antwoord met de uitleg en wat iemand kan doen als die het er niet mee eens is, is verstuurd. De termijn stopt op deze dag.', en: 'The answer, with the explanation and what somebody can do who disagrees, was sent. The term stops on this day.' },
    fields: { answer, answered_on: date('Verstuurd op', 'Sent on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), hours_spent }, act: sendAnswer,
  },
  tell_recipients: {
    ...kept, words: { nl: 'Ontvangers zijn ingelicht', en: 'Recipients were told' }, done: { nl: 'ontvangers ingelicht', en: 'recipients told' }, when: whileIn('answered'), resource: 'recipient-notices',
    explain: { nl: 'Wie de gegevens eerder kreeg, hoort dat ze verbeterd, gewist of beperkt zijn, tenzij dat onmogelijk is of te veel moeite kost (art. 19 AVG). De persoon mag vragen wie dat zijn.', en: 'Whoever got the data earlier hears that they were corrected, erased or restricted, unless that is impossible or takes too much effort (art. 19 GDPR). The person may ask who they are.' },
    fields: { recipients, no_recipients }, begin: recipientsFound, act: tellRecipients,
  },
  object: {
    ...kept, words: { nl: 'Bezwaar of beroep vastleggen', en: 'Record an objection or appeal' }, done: { nl: 'bezwaar of beroep vastgelegd', en: 'objection or appeal recorded' }, when: whileIn(...decided, 'closed'), resource: 'objections',
    explain: { nl: 'Dit gaat over het besluit op het verzoek (bezwaar volgens de Awb, of de rechter). Bezwaar tegen het gebruik van gegevens (art. 21 AVG) is een verzoek op zich.', en: 'This is about the decision on the request (objection under the Awb, or the court). An objection to the use of data (art. 21 GDPR) is a request of its own.' },
    fields: { objection_kind, objection_received_on: date('Ontvangen op', 'Came in on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), reason: longText('Wat schrijft iemand', 'What somebody writes', { most: 10_000 }) }, act: recordObjection,
  },
  decide_objection: {
    ...kept, words: { nl: 'Beslissing op bezwaar vastleggen', en: 'Record the decision on the objection' }, done: { nl: 'op bezwaar beslist', en: 'decided upon objection' }, when: (work) => whileIn(...decided, 'closed')(work) && Boolean(work.input?.objection_received_on), resource: 'objection-decisions',
    fields: { objection_outcome, objection_decided_on: date('Beslist op', 'Decided upon on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }), reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['objection_outcome'],
    act: ({ values, ...step }) => changed({ ...step, values }, { objection_outcome: values.objection_outcome, objection_decided_on: values.objection_decided_on ?? dayOf(step.scope.now) }, {}, values.reason as string | null),
  },
  close: {
    ...kept, words: { nl: 'Afronden', en: 'Close' }, done: { nl: 'afgerond', en: 'closed' }, when: whileIn('answered', 'told'), resource: 'closings', fields: { note: longText('Hoe het eindigde', 'How it ended', { most: 5000 }) }, act: close,
  },
  reopen: {
    words: { nl: 'Weer openen', en: 'Open again' }, done: { nl: 'weer geopend', en: 'opened again' }, roles: kept.roles, when: whileIn(...decided, 'closed', 'withdrawn', 'forwarded'), offered: 'form', resource: 'reopenings',
    explain: { nl: 'Het verzoek gaat terug naar de behandeling. Het besluit blijft in de geschiedenis staan; u neemt een nieuw besluit.', en: 'The request goes back to being handled. The decision stays in history; you take a new one.' },
    fields: { reason: longText('Waarom', 'Why', { most: 5000 }) }, required: ['reason'], act: reopen,
  },
} satisfies Readonly<Record<string, Verb>>

function sendAnswer(step: Step): Promise<Outcome> {
  const { scope, values } = step
  const today = dayOf(scope.now)
  const input = inputOf(step)
  const on = values.answered_on as string | null ?? today
  refuse([
    ...(on > today ? [{ at: 'answered_on', message: { nl: 'Deze dag is nog niet geweest.', en: 'This day hasn’t been yet.' } }] : []),
    ...(input.received_at !== null && on < dayOf(new Date(input.received_at)) ? [{ at: 'answered_on', message: { nl: 'Dit ligt vóór de ontvangst van het verzoek.', en: 'This lies before the request was received.' } }] : []),
  ])
  return changed(step, { answer: values.answer ?? input.answer, answered_on: on, hours_spent: values.hours_spent ?? input.hours_spent }, { status: 'answered' })
}

/** To whom this person's data went by the log of disclosures: the newest for each recipient. */
async function recipientsFound(scope: Scope, entry: Entry): Promise<AnyInput> {
  const { recipients: known, subject_name, subject_birth_date, subject_reference } = entry.input as ReturnType<typeof inputOf>
  if (known.length > 0) return { recipients: known }
  const found = await recipientsOfPerson(scope, { name: subject_name, birthDate: subject_birth_date, reference: subject_reference })
  const newest = found.filter((one, index) => found.findIndex((other) => other.recipient === one.recipient) === index)
  return { recipients: newest.map(({ recipient, what, on }) => ({ recipient, what: t(`Kreeg op ${sayDay(on)}: ${what}`, `Got on ${sayDay(on)}: ${what}`).slice(0, 500), told_on: null, why_not: null })) }
}

function tellRecipients(step: Step): Promise<Outcome> {
  const told = step.values.recipients as ReturnType<typeof inputOf>['recipients']
  refuse([
    ...(told.length === 0 && step.values.no_recipients !== true ? [{ at: 'recipients', message: { nl: 'Noem wie bericht kreeg, of geef aan dat de gegevens aan niemand zijn gegeven.', en: 'Name who was told, or say that the data were given to nobody.' } }] : []),
    ...told.flatMap(({ recipient, told_on, why_not }, row) => recipient !== null && told_on === null && why_not === null ? [{ at: `recipients.${row}.told_on`, message: { nl: 'Vul in wanneer u het vertelde, of waarom het niet kon.', en: 'Fill in when you told it, or why it wasn’t possible.' } }] : []),
  ])
  return changed(step, { recipients: told, no_recipients: step.values.no_recipients }, { status: 'told' })
}

/** The term for the decision on it runs from the day after the six weeks for objecting (art. 7:10 lid 1 Awb). */
function recordObjection(step: Step): Promise<Outcome> {
  const { scope, values } = step
  const input = inputOf(step)
  const kind = values.objection_kind as RequestKind ?? (scope.organisation.kind === 'firm' ? 'petition' : 'objection')
  const on = values.objection_received_on as string | null ?? dayOf(scope.now)
  refuse(on > dayOf(scope.now) ? [{ at: 'objection_received_on', message: { nl: 'Deze dag is nog niet geweest.', en: 'This day hasn’t been yet.' } }] : [])
  const since = input.answered_on ?? input.decided_on ?? on
  const { term, regime } = legalTermOn('objection', since)
  const until = dueOf({ start: new Date(`${since}T12:00:00Z`), term, regime }).on!
  const late = kind === 'objection' && on > until ? `${t(`Na de termijn, die eindigde op ${sayDay(until)}`, `After the term, which ended on ${sayDay(until)}`)}. ` : ''
  return changed(step, { objection_kind: kind, objection_received_on: on, objection_counts_from: kind === 'objection' ? Temporal.PlainDate.compare(on, until) > 0 ? on : until : null, objection_outcome: null, objection_decided_on: null }, {}, `${late}${values.reason ?? ''}` || null)
}

type RequestKind = ReturnType<typeof inputOf>['objection_kind']

async function close(step: Step): Promise<Outcome> {
  const input = inputOf(step)
  const isGranted = input.outcome === 'granted' || input.outcome === 'partial'
  if (step.entry.system.status === 'answered' && isGranted && input.right !== null && rightOf(input.right).tellsRecipients && input.recipients.length === 0 && input.no_recipients !== true) {
    throw new Refused(t('Licht eerst de ontvangers in, of leg vast dat er geen zijn (art. 19 AVG).', 'First tell the recipients, or record that there are none (art. 19 GDPR).'))
  }
  if (input.objection_kind === 'objection' && input.objection_decided_on === null) throw new Refused(t('Er loopt een bezwaar. Beslis daar eerst op.', 'An objection is running. Decide on that first.'))
  return changed(step, { end_note: step.values.note ?? input.end_note }, { status: 'closed', ended_on: dayOf(step.scope.now) })
}

function reopen(step: Step): Promise<Outcome> {
  const { identity_means: means } = inputOf(step)
  return changed(step, { answered_on: null, decided_on: null, outcome: null, forwarded_to: null, forwarded_on: null }, { status: means === null ? 'received' : 'identified', ended_on: null }, step.values.reason as string)
}
