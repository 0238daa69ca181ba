// Notification context: what a notification to the authority says beside the breach itself: who we are, who reports, and how catalogue terms are called.
import type { OrganisationKind } from '../../ground/scope.ts'

export type NotificationContext = {
  readonly organisation: {
    readonly name: string
    readonly kind: OrganisationKind
    readonly address: string | null
    readonly email: string | null
    readonly phone: string | null
    /** Number at the Chamber of Commerce, if it is known. */
    readonly registrationNumber?: string | null
    readonly sector?: string | null
  }
  /** Whoever fills in the form: a person with a name that the authority can call. */
  readonly reporter: { readonly name: string; readonly function: string | null; readonly phone: string | null; readonly email: string | null; readonly isDpo?: boolean } | null
  /** Name or contact of the DPO. */
  readonly dpo: string | null
  readonly processor: string | null
  readonly participant: string | null
  readonly number: string | null
  readonly notification: 'first' | 'follow_up' | 'withdrawal'
  readonly now: Date
  /** How people call a term of a catalogue (`data-category`, `subject-category`, `country`). */
  label(catalogue: string, key: string): string
}
