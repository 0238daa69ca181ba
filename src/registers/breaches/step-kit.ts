// Step kit: what the steps of a breach share: who may take them, in which states, and how they write what they change.
import { Invalid } from '../../ground/refusals.ts'
import type { Role } from '../../ground/scope.ts'
import { say, type Words } from '../../ground/words.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Step, Work } from '../../register-kit/register.ts'
import type { fields } from './declaration.ts'

export { changed } from '../../case-kit/changed.ts'

export type BreachInput = InputOf<typeof fields>

/** Everybody may report; these keep the desk. */
export const keepers: readonly Role[] = ['privacy_officer', 'ciso', 'iso', 'process_owner']
/** Who judges whether an incident may be a breach (N-24). */
export const judges: readonly Role[] = ['ciso', 'iso', 'privacy_officer']
/** Who decides, by mandate. The DPO advises and never decides (art. 38 lid 6 en art. 39 lid 1 onder a AVG). */
export const deciders: readonly Role[] = ['privacy_officer', 'ciso', 'process_owner']
export const advisers: readonly Role[] = ['dpo', 'ciso', 'privacy_officer']
/** Sending what was decided isn't deciding: the DPO may (H-53). */
export const senders: readonly Role[] = ['privacy_officer', 'ciso', 'dpo']

export const openStatuses = ['reported', 'investigating', 'weighed', 'to_report', 'unconfirmed', 'handled', 'evaluated'] as const

export const whileIn = (...statuses: readonly string[]) => ({ status }: Work): boolean => statuses.includes(status)
export const whileOpen = whileIn(...openStatuses)

export const inputOf = ({ entry }: Pick<Step, 'entry'>): BreachInput => entry.input as BreachInput

/** What the step asked, without what was left empty: an empty answer leaves what stood there. */
export function filled(values: AnyInput): AnyInput {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)))
}

/** @throws Invalid where anything is wrong */
export function refuse(faults: readonly { readonly at: string; readonly message: Words }[]): void {
  if (faults.length > 0) throw new Invalid(faults.map(({ at, message }) => ({ at, message: say(message) })))
}
