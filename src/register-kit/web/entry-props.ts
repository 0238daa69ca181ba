// Entry props: everything that the page of one entry is drawn from.
import type { Child } from 'hono/jsx'
import type { Fault } from '../../ground/refusals.ts'
import type { Actor } from '../../ground/scope.ts'
import type { AnyInput, Entry, Lookups } from '../entry.ts'
import type { Register } from '../register.ts'
import type { Advice, Remark } from '../remarks.ts'
import type { Finding } from '../rules.ts'
import type { BackLink, EntryLinks } from './entry-links.ts'

export type EntryProps = {
  register: Register
  base: string
  entry: Entry
  /** What is shown: what is in force, or the proposal beside it. */
  shown: 'row' | 'proposal'
  findings: readonly Finding[]
  remarks: readonly Remark[]
  advice: readonly Advice[]
  lookups: Lookups
  links: EntryLinks
  usedIn: readonly BackLink[]
  actor: Actor
  now: Date
  changedFields: readonly string[]
  /** An answer to a remark as it was typed, with what is wrong with it, by the name of its field. */
  typed: Readonly<Record<string, string>>
  faults: readonly Fault[]
  /** Sections of other rooms: what belongs to the entry, and who talks about it. */
  related?: Child
  /** Above the document: what somebody wants to know first. */
  opening?: Child
  beside?: Child
}

export function shownInput({ entry, shown }: Pick<EntryProps, 'entry' | 'shown'>): AnyInput {
  return shown === 'proposal' && entry.proposal ? entry.proposal.input : entry.input
}
