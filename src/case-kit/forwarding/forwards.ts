// Forwards: how a register of cases crosses from a service organisation to its participant: what goes along, and how it becomes a case there.
import type { Scope } from '../../ground/scope.ts'
import type { Entry } from '../../register-kit/entry.ts'
import type { Register } from '../../register-kit/register.ts'

/** Listed in src/tied-cases.ts. Both organisations have their own entry with their own number; of each other they know an opaque reference and three states. */
export type Forwards = {
  readonly register: Register
  /** What the participant must know, as the register's own fields (plain JSON). Never notes, colleagues, findings or the number. `received_at` goes along by itself: the clock began there (art. 28 lid 3 onder e AVG). */
  send(scope: Scope, entry: Entry): Promise<Crossed> | Crossed
  /** Makes the case at the participant, as the system, in the transaction of its arrival. `from` is the name of the service organisation. @throws nothing for what `send` made */
  receive(scope: Scope, crossed: Crossed, from: { readonly name: string }): Promise<{ readonly id: string; readonly number: string }>
  /** How far the participant is with its entry; told back, and nothing else. */
  standing(entry: Entry): 'received' | 'accepted' | 'answered'
}

export type Crossed = {
  /** When the service organisation received it (ISO 8601, UTC). */
  readonly receivedAt: string
  readonly input: Readonly<Record<string, unknown>>
}

export const crossingStates = ['sent', 'received', 'accepted', 'answered', 'refused'] as const
export type CrossingState = (typeof crossingStates)[number]
