// Deadline declaration: which terms run for the entries of a register: from when, how long by policy and law, and what ends them.
import type { Term } from '../calendar/duration.ts'
import type { LegalTermKey } from '../calendar/legal-terms.ts'
import type { Regime } from '../calendar/regimes.ts'
import type { Words } from '../ground/words.ts'
import type { ParameterName } from '../policy/profiles.ts'
import type { AnyInput } from './entry.ts'

/** For example `{ words: { nl: 'Antwoord', en: 'Answer' }, startsAt: 'created', term: { parameter: 'answer_within', fallback: { duration: 'P5D', clock: 'working' }, regime: 'own', citation: 'eigen beleid' }, endsBy: { statuses: ['answered'] } }`. */
export type DeadlineDeclaration = {
  /** What must be done in time (`Antwoord aan de vrager`). */
  readonly words: Words
  /** The making of the entry; or a field with a date or a moment, so that it begins when that is filled in and is counted anew where it is corrected; or the doing of a verb. */
  readonly startsAt: 'created' | { readonly field: string } | { readonly verb: string }
  /** Only for such entries; none: for all. An open one goes where it no longer holds. Not with a beginning at the making of the entry: what holds later can't begin before. */
  appliesTo?(input: AnyInput): boolean
  readonly term: DeclaredTerm
  /** What the law gives at most. A policy that gives more is cut, and the deadline says so. */
  readonly ceiling?: { readonly term: LegalTermKey; readonly extension?: LegalTermKey }
  /** How far it may be extended, once; none: not at all. */
  readonly extension?: DeclaredTerm
  /** Whether it may stand still while somebody is asked who they are or what they mean (art. 12 lid 6 en overweging 63 AVG). */
  readonly maySuspend?: boolean
  /** Met by any of these: the doing of a verb, being in a state, or a field that is filled in (by its day where it holds one). Leaving the state or emptying the field undoes it. */
  readonly endsBy: { readonly verbs?: readonly string[]; readonly statuses?: readonly string[]; readonly field?: string }
}

export type DeclaredTerm = {
  /** The policy's own term; where it is silent the fallback holds. */
  readonly parameter?: ParameterName
  readonly fallback: Term
  readonly regime: Regime
  /** In the form `art. 12 lid 3 AVG`. */
  readonly citation: string
}
