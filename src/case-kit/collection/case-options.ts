// Case options: what collecting, packages and forwarding must know of a register of cases; the register hands it in, the kit names none.
import type { Scope } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { Register } from '../../register-kit/register.ts'
import type { Contact } from '../outside.ts'

export type CollectionOptions = {
  /** The step (`change`) whose takers may also collect, make packages and forward. */
  readonly keeper: string
  /** Key of the deadline within which the case must be answered: tasks are asked to be ready before it. */
  readonly deadline: string
  /** What others may need to find the person in their files; whoever asks ticks what goes along. None: nothing personal goes along. */
  finders?(entry: Entry): readonly Finder[]
  /** Ids of the processing activities that the case is about. */
  activities?(entry: Entry): readonly string[]
  /** The registers from which is proposed whom to ask, and by which an answer says what art. 15 asks. */
  readonly registers?: { readonly activities: Register; readonly systems: Register; readonly processors: Register }
  /** What the case asks of the access log: the period that it names (days; null: as far as the log goes). Undefined where it asks nothing of it, or not yet. */
  logPeriod?(entry: Entry): { readonly from: string | null; readonly until: string | null } | undefined
  /** Whom the answer package is for; none: the register has no packages. */
  recipient?(entry: Entry): Contact | undefined
  /** Whether the case asks for its data in a form that goes with the person (art. 20 AVG). */
  isPortability?(entry: Entry): boolean
  /** True: a case may be forwarded to a participant (`Forwards`, src/tied-cases.ts). */
  readonly isForwarded?: boolean
  /** True: nothing is collected for its cases; they are only forwarded. */
  readonly onlyForwards?: true
  /** In the transaction that forwards: the register's own step, if it has one. */
  onForwarded?(scope: Scope, entry: Entry, to: { readonly participant: string; readonly name: string }): Promise<void>
}

/** One thing that tells who the person is (`birth_date`); `isUsual`: ticked unless somebody unticks it. */
export type Finder = { readonly key: string; readonly words: Words; readonly value: string; readonly isUsual?: boolean }
