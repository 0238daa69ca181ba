// Signed in: who stands at the door, as the session and the organisation together say.
import type { Actor, Organisation } from '../ground/scope.ts'

export type Session = {
  readonly id: string
  readonly accountId: string
  /** The only organisation this session opens, or null for all of the account's. */
  readonly limitedTo: string | null
  readonly method: string
  readonly secondFactorAt: Date | null
  /** When the holder last proved who they are: signing in, the second step, or the password asked again. */
  readonly provedAt: Date
}

export type SignedIn = {
  readonly organisation: Organisation
  readonly isDemo: boolean
  readonly actor: Extract<Actor, { kind: 'person' }>
  readonly session: Session
}
