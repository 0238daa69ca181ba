// Lifecycle of a work instruction: written, put into force, changed with a version for each change, reviewed, and put out of force (N-54).
import type { Role } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { Invalid } from '../../ground/refusals.ts'
import { longText } from '../../register-kit/field-types.ts'
import { asNextVersion, changedInput, createVerb, endVerb, importVerb, nextVersion, removeVerb, reviewedNow, reviewVerb } from '../../register-kit/lifecycle-acts.ts'
import type { Lifecycle, Outcome, Step } from '../../register-kit/register.ts'

/** A team may write its own (N-16). */
const writers: readonly Role[] = ['privacy_officer', 'process_owner', 'ciso', 'iso']
const deciders: readonly Role[] = ['privacy_officer', 'process_owner', 'ciso']

export const instructionLifecycle: Lifecycle = {
  statuses: {
    draft: { words: { nl: 'Concept', en: 'Draft' }, tone: 'neutral', stage: 'draft' }, active: { words: { nl: 'Geldt', en: 'In force' }, tone: 'positive', stage: 'active' },
    ended: { words: { nl: 'Geldt niet meer', en: 'No longer in force' }, tone: 'neutral', stage: 'ended' },
  },
  start: 'draft', inForce: 'active',
  verbs: {
    create: createVerb(writers),
    import: importVerb(),
    issue: {
      words: { nl: 'Laten gelden', en: 'Put into force' }, done: { nl: 'in werking gesteld', en: 'put into force' }, roles: deciders, when: ({ stage }) => stage === 'draft', offered: 'form', resource: 'issues',
      fields: { note: longText('Toelichting', 'Note', { most: 10_000 }) }, explain: { nl: 'Vanaf nu kunnen alle collega’s de instructie lezen en werken zij ernaar.', en: 'From now on all colleagues can read the instruction and work by it.' }, act: issue,
    },
    change: { words: { nl: 'Wijzigen', en: 'Change' }, done: { nl: 'gewijzigd', en: 'changed' }, roles: writers, when: ({ stage }) => stage !== 'ended', offered: 'edit', act: change },
    review: reviewVerb(writers),
    end: endVerb(deciders, {
      words: { nl: 'Laten vervallen', en: 'Put out of force' }, done: { nl: 'vervallen', en: 'put out of force' },
      explain: { nl: 'Collega’s lezen de instructie niet meer. Schrijf op wat er nu geldt.', en: 'Colleagues no longer read the instruction. Write down what holds now.' },
    }, 'ended'),
    reopen: {
      words: { nl: 'Weer in concept', en: 'Back to draft' }, done: { nl: 'weer in concept gezet', en: 'put back to draft' }, roles: deciders, when: ({ stage }) => stage === 'ended', offered: 'button', resource: 'reopenings',
      act: (): Outcome => ({ system: { status: 'draft', ended_on: null } }),
    },
    remove: removeVerb(writers),
  },
}

/** @throws Invalid without a text: nobody can work by an empty page. */
async function issue(step: Step): Promise<Outcome> {
  const { scope, register, entry, values } = step
  if (entry.input.body === null) throw new Invalid([{ at: 'body', message: t('Schrijf eerst de instructie.', 'Write the instruction first.') }])
  const note = values.note as string | null
  return { note, system: { status: 'active', version: await nextVersion(step, entry.input, note), ...await reviewedNow(scope, register) } }
}

/** A draft is changed as it is; what colleagues read gets a version. */
async function change(step: Step): Promise<Outcome> {
  const input = await changedInput(step)
  return step.entry.system.status === 'active' ? asNextVersion(step, input) : { input }
}
