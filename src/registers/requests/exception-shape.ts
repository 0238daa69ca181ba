// Exception shape: what is known of a ground on which a request may be refused or limited.
import type { OrganisationKind } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { RightKey, RightOutcome } from './rights.ts'

/** What a decision must say when it leans on an exception. */
export type Need = 'proof' | 'weighing' | 'law' | 'essence' | 'necessity' | 'proportionality' | 'considerations' | 'case'

export type Exception = {
  readonly words: Words
  readonly citation: string
  readonly rights: readonly RightKey[]
  readonly needs: readonly Need[]
  /** With which outcomes it goes; refused and partial unless said. */
  readonly outcomes?: readonly RightOutcome[]
  /** What to mind. */
  readonly help?: Words
  /** Only for these organisations. */
  readonly kinds?: readonly OrganisationKind[]
}
