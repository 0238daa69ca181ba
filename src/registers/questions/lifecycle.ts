// Lifecycle of a question: asked by anybody, answered by the triangle, shared with all colleagues or kept for who asked, and put aside once it is out of date (N-15).
import { dayOf } from '../../ground/clock.ts'
import { Invalid } from '../../ground/refusals.ts'
import { personOf, type Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { longText, text, yesNo } from '../../register-kit/field-types.ts'
import { changeVerb, createVerb, importVerb, nextVersion, removeMistakeVerb, reviewedNow, reviewVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step } from '../../register-kit/register.ts'
import { fields } from './declaration.ts'
import { answerers } from './visibility.ts'

const askers: readonly Role[] = [...answerers, 'process_owner', 'employee', 'administrator']

export const questionLifecycle: Lifecycle = {
  statuses: {
    open: { words: { nl: 'Wacht op antwoord', en: 'Waits for an answer' }, tone: 'info', stage: 'active' },
    answered: { words: { nl: 'Beantwoord', en: 'Answered' }, tone: 'positive', stage: 'active' },
    published: { words: { nl: 'Gedeeld met iedereen', en: 'Shared with everybody' }, tone: 'positive', stage: 'active' },
    closed: { words: { nl: 'Vervallen', en: 'Put aside' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'open', inForce: 'published',
  verbs: {
    create: createVerb(askers, { words: { nl: 'Vraag stellen', en: 'Ask' }, done: { nl: 'gesteld', en: 'asked' } }),
    import: importVerb(),
    reply: {
      words: { nl: 'Beantwoorden', en: 'Answer' }, done: { nl: 'beantwoord', en: 'answered' }, roles: answerers, when: ({ status }) => status === 'open', offered: 'form', resource: 'replies',
      explain: { nl: 'Wie het vroeg, kan uw antwoord meteen lezen. Staat er in de vraag een naam of een herkenbaar geval? Wijzig de vraag dan voordat u haar met iedereen deelt.', en: 'Who asked can read your answer at once. Does the question hold a name or a case that people would recognise? Then change the question before you share it with everybody.' },
      fields: { answer: longText('Het antwoord', 'The answer'), sources: text('Artikelen en bronnen', 'Articles and sources', { most: 1000, help: fields.sources.help }), is_shared: yesNo('Meteen delen met alle collega’s', 'Share with all colleagues at once') },
      required: ['answer'], act: reply,
    },
    publish: {
      words: { nl: 'Delen met alle collega’s', en: 'Share with all colleagues' }, done: { nl: 'gedeeld met alle collega’s', en: 'shared with all colleagues' }, roles: answerers, when: ({ status }) => status === 'answered', offered: 'form', resource: 'publications',
      explain: { nl: 'Vraag en antwoord staan daarna in de kennisbank, zonder de naam van wie het vroeg. Kijk na of niemand erin te herkennen is.', en: 'Question and answer then stand in the knowledge base, without the name of who asked. Check that nobody can be recognised in them.' },
      act: async (step) => shared(step, step.entry.input, await nextVersion(step, step.entry.input)),
    },
    hide: {
      words: { nl: 'Niet meer delen', en: 'Stop sharing' }, done: { nl: 'niet meer gedeeld', en: 'no longer shared' }, roles: answerers, when: ({ status }) => status === 'published', offered: 'button', resource: 'withdrawals',
      act: (): Outcome => ({ system: { status: 'answered' } }),
    },
    change: changeVerb(answerers),
    review: reviewVerb(answerers),
    close: {
      words: { nl: 'Laten vervallen', en: 'Put aside' }, done: { nl: 'vervallen', en: 'put aside' }, roles: answerers, when: ({ stage }) => stage === 'active', offered: 'form', isDanger: true, resource: 'closings',
      fields: { reason: longText('Waarom', 'Why', { most: 10_000 }) }, required: ['reason'],
      explain: { nl: 'De vraag verdwijnt uit de kennisbank, bijvoorbeeld omdat het antwoord niet meer klopt of de vraag is ingetrokken.', en: 'The question leaves the knowledge base, for instance because the answer isn’t right any more or the question was withdrawn.' },
      act: ({ scope, values }): Outcome => ({ note: values.reason as string, system: { status: 'closed', ended_on: dayOf(scope.now), review_due_on: null } }),
    },
    reopen: {
      words: { nl: 'Weer openen', en: 'Open again' }, done: { nl: 'weer geopend', en: 'opened again' }, roles: answerers, when: ({ stage }) => stage === 'ended', offered: 'button', resource: 'reopenings',
      act: async ({ scope, register, entry }): Promise<Outcome> => ({ system: { status: entry.input.answer === null ? 'open' : 'answered', ended_on: null, ...await reviewedNow(scope, register) } }),
    },
    remove: removeMistakeVerb(),
  },
}

async function reply(step: Step): Promise<Outcome> {
  const { scope, entry, values } = step
  const input = { ...entry.input, answer: values.answer, sources: values.sources ?? entry.input.sources, answered_by: personOf(scope.actor), answered_on: dayOf(scope.now) }
  const version = await nextVersion(step, input)
  return values.is_shared === true ? shared(step, input, version) : { input, system: { status: 'answered', version, ...await reviewedNow(scope, step.register) } }
}

/** What everybody reads is for everybody: the wish to keep it to oneself has been weighed by then. */
async function shared({ scope, register }: Step, input: Readonly<Record<string, unknown>>, version: number): Promise<Outcome> {
  if (input.answer === null) throw new Invalid([{ at: 'answer', message: t('Schrijf eerst het antwoord op.', 'Write down the answer first.') }])
  return { input, system: { status: 'published', version, ...await reviewedNow(scope, register) } }
}
