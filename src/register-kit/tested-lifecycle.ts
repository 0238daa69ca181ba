// Tested lifecycle: draft > in review > active > ended. A change to what is in force is a proposal beside it; the test of an independent adviser comes before activation.
import { type Fault, Invalid, Refused } from '../ground/refusals.ts'
import type { Role, Scope } from '../ground/scope.ts'
import { t, type Words } from '../ground/words.ts'
import { changesBetween } from './changes.ts'
import type { Entry, AnyInput } from './entry.ts'
import { choice, type Fields, longText, text } from './field-types.ts'
import { findingsFor } from './keep-findings.ts'
import { workingInput, workingRevision } from './lifecycle.ts'
import { changedInput, createVerb, endVerb, importVerb, nextVersion, removeVerb, reviewedNow, reviewVerb } from './lifecycle-acts.ts'
import { addProposal, changeProposal, dropProposal } from './proposals.ts'
import type { Register, Lifecycle, Outcome, Step, Work } from './register.ts'
import { addAdvice, addRemark, answerRemark, type Outcome as Advice, readAdvice, readRemarks } from './remarks.ts'
import { sayFinding } from './rules.ts'

export type TestedRoles = {
  /** Drafts, changes, proposes, reviews. */
  readonly edit: readonly Role[]
  /** Tests and advises; decides nothing. */
  readonly test: readonly Role[]
  /** Brings into force and ends. */
  readonly decide: readonly Role[]
  readonly import: readonly Role[]
}

export type TestedWords = {
  readonly activate: Words
  readonly activateExplained: Words
  readonly testExplained: Words
  readonly end: { readonly words: Words; readonly done: Words; readonly explain: Words }
}

const isOpen = (work: Work) => work.stage === 'draft' || work.proposal === 'draft'
const isInReview = (work: Work) => work.stage === 'in_review' || work.proposal === 'in_review'

/** `fields` are the register's own: a remark may stand at one of them. */
export function testedLifecycle(fields: Fields, roles: TestedRoles, words: TestedWords): Lifecycle {
  const fieldChoices = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, [field.words.nl, field.words.en] as const]))
  return {
    statuses: {
      draft: { words: { nl: 'Concept', en: 'Draft' }, tone: 'neutral', stage: 'draft' },
      in_review: { words: { nl: 'In toetsing', en: 'In review' }, tone: 'info', stage: 'in_review' },
      active: { words: { nl: 'Actief', en: 'Active' }, tone: 'positive', stage: 'active' },
      ended: { words: { nl: 'Beëindigd', en: 'Ended' }, tone: 'neutral', stage: 'ended' },
    },
    start: 'draft', inForce: 'active',
    verbs: {
      create: createVerb(roles.edit),
      import: importVerb(roles.import),
      advise: {
        words: { nl: 'Toets vastleggen', en: 'Record the test' }, done: { nl: 'getoetst', en: 'tested' }, roles: roles.test, when: isInReview, offered: 'form', resource: 'advice', explain: words.testExplained,
        fields: {
          outcome: choice('Uitkomst van uw toets', 'Outcome of your test', { agreed: ['Akkoord', 'Agreed'], remarks: ['Akkoord met opmerkingen', 'Agreed with remarks'], negative: ['Niet akkoord', 'Not agreed'] }),
          note: longText('Uw opmerking', 'Your remark', { most: 10_000, help: { nl: 'Nodig als u niet zonder meer akkoord bent.', en: 'Needed if you don’t plainly agree.' } }),
        },
        required: ['outcome'], act: advise,
      },
      activate: {
        words: words.activate, done: { nl: 'geactiveerd', en: 'activated' }, roles: roles.decide, when: isInReview, offered: 'form', resource: 'activations', explain: words.activateExplained,
        fields: { note: longText('Toelichting op deze versie', 'Note on this version', { most: 10_000, help: { nl: 'Bijvoorbeeld wat er veranderde.', en: 'For instance what changed.' } }) }, act: activate,
      },
      submit: { words: { nl: 'Ter toetsing aanbieden', en: 'Submit for review' }, done: { nl: 'ter toetsing aangeboden', en: 'submitted for review' }, roles: roles.edit, when: isOpen, offered: 'button', resource: 'submissions', act: submit },
      change: { words: { nl: 'Wijzigen', en: 'Change' }, done: { nl: 'gewijzigd', en: 'changed' }, roles: roles.edit, when: isOpen, offered: 'edit', act: change },
      propose: { words: { nl: 'Wijziging voorstellen', en: 'Propose a change' }, done: { nl: 'wijziging voorgesteld', en: 'change proposed' }, roles: roles.edit, when: (work) => work.stage === 'active' && work.proposal === 'none', offered: 'button', resource: 'proposals', act: propose },
      review: reviewVerb(roles.edit),
      withdraw: { words: { nl: 'Terugnemen', en: 'Take back' }, done: { nl: 'teruggenomen', en: 'taken back' }, roles: roles.edit, when: isInReview, offered: 'button', resource: 'withdrawals', act: ({ scope, register, entry }) => setWorkStatus(scope, register, entry, 'draft') },
      remark: {
        words: { nl: 'Opmerking maken', en: 'Make a remark' }, done: { nl: 'opmerking gemaakt', en: 'remarked' }, roles: [...new Set([...roles.test, 'privacy_officer' as const])], when: (work) => work.stage !== 'ended', offered: 'form', resource: 'remarks',
        fields: { field: choice('Bij welk veld', 'At which field', fieldChoices, { help: { nl: 'Leeg laten als het over het geheel gaat.', en: 'Leave empty if it is about the whole.' } }), body: longText('Opmerking', 'Remark', { most: 10_000 }) }, required: ['body'],
        act: async ({ scope, register, entry, values }) => { await addRemark(scope, register, entry.id, { field: values.field as string | null, body: values.body as string }) },
      },
      answer: {
        words: { nl: 'Opmerking beantwoorden', en: 'Answer a remark' }, done: { nl: 'opmerking beantwoord', en: 'remark answered' }, roles: roles.edit, when: () => true, offered: 'no', resource: 'answers',
        fields: { remark: text('Opmerking', 'Remark', { most: 36 }), answer: longText('Antwoord', 'Answer', { most: 10_000 }) }, required: ['remark', 'answer'],
        act: async ({ scope, register, entry, values }) => {
          if (!(await answerRemark(scope, register, entry.id, values.remark as string, values.answer as string))) throw new Refused(t('Deze opmerking is al beantwoord, of bestaat niet meer.', 'This remark has been answered already, or doesn’t exist any more.'))
        },
      },
      end: endVerb(roles.decide, words.end, 'ended'),
      drop_proposal: {
        words: { nl: 'Voorstel intrekken', en: 'Drop the proposal' }, done: { nl: 'voorstel ingetrokken', en: 'proposal dropped' }, roles: roles.edit, when: (work) => work.proposal !== 'none', offered: 'form', isDanger: true, resource: 'proposal-withdrawals',
        explain: { nl: 'Het voorstel verdwijnt. Wat nu van kracht is, blijft zoals het is.', en: 'The proposal disappears. What is in force stays as it is.' }, act: ({ scope, register, entry }) => dropProposal(scope, register, entry.id),
      },
      remove: removeVerb(roles.edit),
    },
  }
}

/** Changes a draft, or the proposal beside an active entry. */
async function change(step: Step): Promise<Outcome> {
  const { scope, register, entry } = step
  const input = await changedInput(step)
  if (!entry.proposal) return { input }
  const changes = changesBetween(register.fields, entry.proposal.input, input)
  const revision = entry.system.revision + (changes.length > 0 ? 1 : 0)
  await changeProposal(scope, register, entry.id, { status: 'draft', revision, input })
  return { changes, system: { revision }, note: 'voorstel' }
}

/** Starts a proposal beside an active entry, as a copy of what is in force. */
async function propose({ scope, register, entry }: Step): Promise<Outcome> {
  const revision = entry.system.revision + 1
  await addProposal(scope, register, entry.id, { baseVersion: entry.system.version, input: entry.input, revision })
  return { system: { revision } }
}

/** Offers a draft or proposal to the tester. @throws Invalid when something is missing without which it can't come into force. */
async function submit(step: Step): Promise<Outcome> {
  await refuseWhatBlocks(step, workingInput(step.entry))
  return setWorkStatus(step.scope, step.register, step.entry, 'in_review')
}

/** The test of what was offered (art. 39 lid 1 onder b AVG): an outcome, and remarks in free words. */
async function advise({ scope, register, entry, values }: Step): Promise<Outcome> {
  const { outcome, note } = values as { outcome: Advice; note: string | null }
  if (outcome !== 'agreed' && note === null) throw new Invalid([{ at: 'note', message: t('Schrijf op wat u opmerkt, zodat de eigenaar kan antwoorden.', 'Write down what you remark, so that the owner can answer.') }])
  await addAdvice(scope, register, entry.id, { revision: workingRevision(entry), outcome, note })
  // Words of an advice that isn't plain agreement must be answered too, so they stand as a remark.
  if (outcome !== 'agreed' && note !== null) await addRemark(scope, register, entry.id, { field: null, body: note })
  return { note: outcome }
}

/** Brings a tested draft or proposal into force as the next version. */
async function activate(step: Step): Promise<Outcome> {
  const { scope, register, entry, values } = step
  await refuseUntested(scope, register, entry)
  const input = workingInput(entry)
  await refuseWhatBlocks(step, input)
  const note = values.note as string | null
  if (entry.proposal) await dropProposal(scope, register, entry.id)
  const version = await nextVersion(step, input, note)
  // Tested and activated here: what an import once brought in untested is so no longer.
  return { input, note, system: { status: 'active', version, imported_by: null, ...await reviewedNow(scope, register) } }
}

async function setWorkStatus(scope: Scope, register: Register, entry: Entry, status: 'draft' | 'in_review'): Promise<Outcome> {
  if (!entry.proposal) return { system: { status } }
  await changeProposal(scope, register, entry.id, { status, revision: entry.proposal.revision, input: entry.proposal.input })
  return { note: 'voorstel' }
}

/** Refuses work that the law doesn't let come into force. */
async function refuseWhatBlocks({ scope, register, entry, lookups }: Step, input: AnyInput): Promise<void> {
  const blocking = (await findingsFor(scope, register, { ...entry, input }, lookups)).filter(({ severity }) => severity === 'blocking')
  if (blocking.length === 0) return
  const faults: Fault[] = blocking.map((finding) => ({ at: finding.field, message: sayFinding(register.rules, finding) }))
  throw new Invalid(faults, t('Vul eerst aan wat de wet ten minste vraagt.', 'First add what the law asks at least.'))
}

/** The test must be of this very text, and what it brought up answered (H-50). */
async function refuseUntested(scope: Scope, register: Register, entry: Entry): Promise<void> {
  const advice = await readAdvice(scope, register, entry.id)
  if (!advice.some(({ revision }) => revision === workingRevision(entry))) throw new Refused(t('Deze tekst is nog niet getoetst. Activeren kan daarna.', 'This text hasn’t been tested yet. Activating can be done after that.'))
  const open = (await readRemarks(scope, register, entry.id)).filter((remark) => remark.answer === null).length
  if (open > 0) throw new Refused(t(`Beantwoord eerst ${open === 1 ? 'de opmerking die openstaat' : `de ${open} opmerkingen die openstaan`}.`, `First answer the ${open === 1 ? 'remark that is open' : `${open} open remarks`}.`))
}
