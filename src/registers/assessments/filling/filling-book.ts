// Filling book: what the pages of a questionnaire ask of the register that it belongs to: who may see and fill in, and what to do when something changed.
import type { Scope } from '../../../ground/scope.ts'
import type { Entry } from '../../../register-kit/entry.ts'
import type { Register } from '../../../register-kit/register.ts'
import type { DefinitionKey } from '../../../questionnaires/item.ts'

export type FillingBook = {
  readonly register: Register
  /** Whether this person may change answers now; whoever sees the entry may read and remark. */
  readonly mayFill: (scope: Scope, entry: Entry) => boolean
  /** Which questionnaire belongs to an entry; null when it has none. */
  readonly definitionFor: (entry: Entry) => DefinitionKey | null
  /** The processing activity that its answers may be taken over from. */
  readonly processingOf: (entry: Entry) => string | null
  /** The assessment that this one follows, whose answers are shown beside the questions that ask for them again. */
  readonly earlierOf?: (entry: Entry) => string | null
  /** After something changed that the register's own findings look at. */
  readonly changed: (scope: Scope, assessmentId: string) => Promise<void>
}
