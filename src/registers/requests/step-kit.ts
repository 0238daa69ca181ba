// Step kit: what the steps of a request share: who takes them, in which states, which term of an answer runs, and how they write what they change.
import { Invalid } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { say, type Words } from '../../ground/words.ts'
import { presentDeadlines } from '../../register-kit/deadlines/kept-deadline.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Step, Verb, Work } from '../../register-kit/register.ts'
import type { fields } from './declaration.ts'
import { keepers } from './visibility.ts'

export { changed } from '../../case-kit/changed.ts'

export type RequestInput = InputOf<typeof fields>

/** What most steps are: for keepers and the handler, by a small form. */
export const kept = { roles: keepers as readonly Role[], alsoFor: ['handler'] as const, offered: 'form' as const } satisfies Partial<Verb>

/** Before the decision: these wait for an answer. `received` alone has nobody's identity seen (M-13). */
export const undecided = ['received', 'identified', 'scoped', 'collecting'] as const
export const identified = ['identified', 'scoped', 'collecting'] as const
export const decided = ['decided', 'answered', 'told'] as const

export const whileIn = (...statuses: readonly string[]) => ({ status }: Work): boolean => statuses.includes(status)
export const whileUnanswered = whileIn(...undecided, 'decided')

export const inputOf = ({ entry }: Pick<Step, 'entry'>): RequestInput => entry.input as RequestInput

/** Terms of an answer: of each request one runs, by its right. */
export const answerKinds = ['answer', 'inform', 'rectify', 'police_access', 'police_correction'] as const

/** The term within which this one is answered, where it began. */
export function answerDeadline({ deadlines = [] }: Pick<Entry, 'deadlines'>) {
  const present = presentDeadlines(deadlines)
  return answerKinds.map((kind) => present.get(kind)).find((found) => found !== undefined)
}

/** The kind of it that stands so now. */
export function answerKindThat({ deadlines }: Pick<Work, 'deadlines'>, ...stands: readonly ('running' | 'extended' | 'suspended')[]): (typeof answerKinds)[number] | undefined {
  return answerKinds.find((kind) => stands.some((one) => deadlines?.[kind] === one))
}

/** @throws Invalid where anything is wrong */
export function refuse(faults: readonly { readonly at: string; readonly message: Words }[]): void {
  if (faults.length > 0) throw new Invalid(faults.map(({ at, message }) => ({ at, message: say(message) })))
}
