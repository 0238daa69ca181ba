// Lifecycle: the verbs of a processing activity, from which state each may be done and by whom.
import type { Words } from '../../ground/words.ts'
import type { Actor, Role } from '../../ground/scope.ts'
import type { Status } from './declaration.ts'

/** Where the work on an entry stands: the row itself while it is a draft, and the proposal beside it once it is active. */
export type Work = { readonly status: Status; readonly department: string | null; readonly proposal: 'none' | 'draft' | 'in_review' }

export type Verb = 'create' | 'change' | 'submit' | 'withdraw' | 'advise' | 'remark' | 'answer' | 'activate' | 'propose' | 'drop_proposal' | 'review' | 'end' | 'remove' | 'import'

type Rule = {
  readonly words: Words
  /** Past tense for the history (`heeft ... ingediend`). */
  readonly done: Words
  /** Roles that may; a role with departments only for entries of those departments. */
  readonly roles: readonly Role[]
  readonly when: (work: Work) => boolean
}

const isOpen = (work: Work) => work.status === 'draft' || work.proposal === 'draft'
const isInReview = (work: Work) => work.status === 'in_review' || work.proposal === 'in_review'
const always = () => true

/** The DPO tests and advises but decides nothing (art. 38 lid 6 AVG); the mandated owner activates in the body's name (H-50, N-32). */
export const verbs: Readonly<Record<Verb, Rule>> = {
  create: { words: { nl: 'Nieuwe verwerking', en: 'New processing activity' }, done: { nl: 'aangemaakt', en: 'created' }, roles: ['privacy_officer', 'process_owner'], when: always },
  change: { words: { nl: 'Wijzigen', en: 'Change' }, done: { nl: 'gewijzigd', en: 'changed' }, roles: ['privacy_officer', 'process_owner'], when: isOpen },
  submit: { words: { nl: 'Ter toetsing aanbieden', en: 'Submit for review' }, done: { nl: 'ter toetsing aangeboden', en: 'submitted for review' }, roles: ['privacy_officer', 'process_owner'], when: isOpen },
  withdraw: { words: { nl: 'Terugnemen', en: 'Take back' }, done: { nl: 'teruggenomen', en: 'taken back' }, roles: ['privacy_officer', 'process_owner'], when: isInReview },
  advise: { words: { nl: 'Toets vastleggen', en: 'Record the test' }, done: { nl: 'getoetst', en: 'tested' }, roles: ['dpo'], when: isInReview },
  remark: { words: { nl: 'Opmerking maken', en: 'Make a remark' }, done: { nl: 'opmerking gemaakt', en: 'remarked' }, roles: ['dpo', 'privacy_officer'], when: (work) => work.status !== 'ended' },
  answer: { words: { nl: 'Opmerking beantwoorden', en: 'Answer a remark' }, done: { nl: 'opmerking beantwoord', en: 'remark answered' }, roles: ['privacy_officer', 'process_owner'], when: always },
  activate: { words: { nl: 'Activeren', en: 'Activate' }, done: { nl: 'geactiveerd', en: 'activated' }, roles: ['process_owner'], when: isInReview },
  propose: { words: { nl: 'Wijziging voorstellen', en: 'Propose a change' }, done: { nl: 'wijziging voorgesteld', en: 'change proposed' }, roles: ['privacy_officer', 'process_owner'], when: (work) => work.status === 'active' && work.proposal === 'none' },
  drop_proposal: { words: { nl: 'Voorstel intrekken', en: 'Drop the proposal' }, done: { nl: 'voorstel ingetrokken', en: 'proposal dropped' }, roles: ['privacy_officer', 'process_owner'], when: (work) => work.proposal !== 'none' },
  review: { words: { nl: 'Jaarlijks nagekeken', en: 'Reviewed' }, done: { nl: 'nagekeken', en: 'reviewed' }, roles: ['privacy_officer', 'process_owner'], when: (work) => work.status === 'active' },
  end: { words: { nl: 'Beëindigen', en: 'End' }, done: { nl: 'beëindigd', en: 'ended' }, roles: ['process_owner'], when: (work) => work.status === 'active' && work.proposal === 'none' },
  remove: { words: { nl: 'Concept verwijderen', en: 'Remove draft' }, done: { nl: 'verwijderd', en: 'removed' }, roles: ['privacy_officer', 'process_owner'], when: (work) => work.status === 'draft' },
  import: { words: { nl: 'Importeren', en: 'Import' }, done: { nl: 'geïmporteerd', en: 'imported' }, roles: ['privacy_officer'], when: always },
}

/** Whether a role lets the actor do a verb on work of a department; the system may import and sweep. */
export function mayDo(actor: Actor, verb: Verb, department: string | null): boolean {
  if (actor.kind !== 'person') return actor.kind === 'system'
  return actor.assignments.some(({ role, departmentIds }) =>
    verbs[verb].roles.includes(role) && (departmentIds === undefined || (department !== null && departmentIds.includes(department))))
}

/** The verbs that the actor may do now, in the order in which the page offers them. */
export function stepsFor(actor: Actor, work: Work): Verb[] {
  const offered: Verb[] = ['advise', 'activate', 'submit', 'change', 'propose', 'review', 'withdraw', 'remark', 'end', 'drop_proposal', 'remove']
  return offered.filter((verb) => verbs[verb].when(work) && mayDo(actor, verb, work.department))
}
