// Steps of who asks and what exactly: identity before anything else (M-13), asking what is missing while the term stands still, and what somebody adds.
import { dayOf, sayDay } from '../../ground/clock.ts'
import { personOf } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { resumeStep, suspendStep } from '../../register-kit/deadlines/deadline-steps.ts'
import { date, longText, reference } from '../../register-kit/field-types.ts'
import type { Outcome, Step, Verb } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { markMeanwhile } from './marks.ts'
import { answerDeadline, answerKindThat, changed, identified, inputOf, kept, refuse, undecided, whileIn } from './step-kit.ts'

const { identity_means, identity_note, about, period_from, period_until, department, handler } = fields

export const identitySteps = {
  identify: {
    ...kept, words: { nl: 'Identiteit vastleggen', en: 'Record the identity' }, done: { nl: 'identiteit vastgelegd', en: 'identity recorded' }, when: whileIn('received'), resource: 'identifications',
    explain: { nl: 'Kijk eerst wie het vraagt; dan pas begint het verzoek. Noteer hoe u het zag, en bewaar nooit een kopie van een identiteitsbewijs.', en: 'First see who asks; only then does the request begin. Note how you saw it, and never keep a copy of an identity document.' },
    fields: { identity_means, identity_note, identity_checked_on: date('Gezien op', 'Seen on', { help: { nl: 'Leeg: vandaag.', en: 'Empty: today.' } }) }, required: ['identity_means'], act: identify,
  },
  ask_identity: {
    ...kept, words: { nl: 'Vragen wie het is', en: 'Ask who it is' }, done: { nl: 'gevraagd wie het is', en: 'asked who it is' }, when: whileIn('received'), resource: 'identity-questions',
    explain: { nl: 'Alleen bij goede redenen voor twijfel, en niet meer dan nodig (art. 12 lid 6 AVG). De termijn staat stil tot u het antwoord hebt.', en: 'Only with good reasons for doubt, and no more than needed (art. 12(6) GDPR). The term stands still until you have the answer.' },
    fields: { reason: longText('Wat vraagt u, en waarom twijfelt u', 'What you ask, and why you doubt', { most: 10_000 }) }, required: ['reason'], act: (step) => ask(step, 'identity'),
  },
  ask_specification: {
    ...kept, words: { nl: 'Vragen wat iemand bedoelt', en: 'Ask what somebody means' }, done: { nl: 'gevraagd wat iemand bedoelt', en: 'asked what somebody means' }, when: whileIn(...identified), resource: 'specification-questions',
    explain: { nl: 'Alleen als u veel gegevens over iemand hebt (overweging 63 AVG). Blijft iemand bij alles, dan is dat zo. De termijn staat stil tot u het antwoord hebt.', en: 'Only if you have much data on somebody (recital 63 GDPR). If somebody stays with everything, so be it. The term stands still until you have the answer.' },
    fields: { reason: longText('Wat vraagt u', 'What you ask', { most: 10_000 }) }, required: ['reason'], act: (step) => ask(step, 'specification'),
  },
  resume: {
    ...resumeStep('answer', kept.roles), alsoFor: kept.alsoFor, when: (work) => answerKindThat(work, 'suspended') !== undefined, act: resume,
  },
  add_information: {
    ...kept, words: { nl: 'Aanvulling vastleggen', en: 'Record what was added' }, done: { nl: 'aangevuld', en: 'added to' }, when: whileIn(...undecided), resource: 'additions',
    explain: { nl: 'Wat iemand later stuurde of vertelde. Stond de termijn stil, dan loopt hij weer.', en: 'What somebody sent or told later. If the term stood still, it runs on.' },
    fields: { information: longText('Wat wilt u toevoegen', 'What do you want to add', { most: 5000 }) }, required: ['information'], act: addInformation,
  },
  scope: {
    ...kept, words: { nl: 'Afbakenen en verdelen', en: 'Scope and hand out' }, done: { nl: 'afgebakend', en: 'scoped' }, when: whileIn('identified', 'scoped'), resource: 'scopings',
    explain: { nl: 'Schrijf op waar het over gaat en wie het doet. Iemand mag om alles vragen: baken niet verder af dan die persoon wil.', en: 'Write down what it is about and who does it. Somebody may ask for everything: don’t scope further than that person wants.' },
    fields: { about, period_from, period_until, department, handler: reference(handler.words.nl, handler.words.en, 'person', { identifies: 'person', isPublic: false }) }, required: ['about'], act: scopeIt,
  },
} satisfies Readonly<Record<string, Verb>>

async function identify(step: Step): Promise<Outcome> {
  const { scope, values } = step
  const today = dayOf(scope.now)
  const on = values.identity_checked_on as string | null ?? today
  const input = inputOf(step)
  const received = input.received_at === null ? null : dayOf(new Date(input.received_at))
  refuse([
    ...(on > today ? [{ at: 'identity_checked_on', message: { nl: 'Deze dag is nog niet geweest.', en: 'This day hasn’t been yet.' } }] : []),
    ...(values.identity_means === 'not_needed' && values.identity_note === null ? [{ at: 'identity_note', message: { nl: 'Schrijf op waarom het niet nodig is te weten wie het is.', en: 'Write down why it isn’t needed to know who it is.' } }] : []),
    ...(input.representative_name !== null && input.representative_proof === null && values.identity_note === null ? [{ at: 'identity_note', message: { nl: 'Iemand anders vraagt dit. Schrijf op waaruit blijkt dat het mag.', en: 'Somebody else asks this. Write down what shows that they may.' } }] : []),
  ])
  await runOn(step)
  const note = received !== null && on < received ? t(`Gezien op ${sayDay(on)}, vóór het verzoek`, `Seen on ${sayDay(on)}, before the request`) : null
  const marks = await markMeanwhile(scope, step.entry, input)
  return changed(step, { identity_means: values.identity_means, identity_note: values.identity_note ?? input.identity_note, identity_checked_on: on, identity_checked_by: personOf(scope.actor), ...marks }, { status: 'identified' }, note)
}

/** Asks, and lets the term stand still where one runs that isn't over yet: a late answer isn't made in time by a question. */
async function ask(step: Step, ground: 'identity' | 'specification'): Promise<Outcome> {
  const found = answerDeadline(step.entry)
  const mayStand = found && found.metAt === null && found.lapsedAt === null && found.suspendedAt === null && step.scope.now >= found.startedAt && step.scope.now < found.dueAt
  if (!mayStand) return { note: step.values.reason as string }
  return await suspendStep(found.kind, kept.roles).act!({ ...step, values: { ground, reason: step.values.reason } }) ?? {}
}

async function addInformation(step: Step): Promise<Outcome> {
  await runOn(step)
  return changed(step, { additions: [...inputOf(step).additions, { at: step.scope.now.toISOString(), text: step.values.information }] })
}

async function resume(step: Step): Promise<Outcome> {
  await runOn(step)
  return {}
}

async function runOn(step: Step): Promise<void> {
  const found = answerDeadline(step.entry)
  if (found?.suspendedAt) await resumeStep(found.kind, kept.roles).act!(step)
}

function scopeIt(step: Step): Promise<Outcome> {
  const { about: what, period_from: from, period_until: until, department: where, handler: who } = step.values
  const input = inputOf(step)
  refuse(from && until && (until as string) < (from as string) ? [{ at: 'period_until', message: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' } }] : [])
  return changed(step, { about: what, period_from: from, period_until: until, department: where ?? input.department, handler: who ?? input.handler }, { status: 'scoped' })
}
