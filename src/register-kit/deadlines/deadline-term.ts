// Deadline term: how long a declared deadline lasts by the policy in force, and when that ends; kept from then on, whatever the policy becomes.
import type { Due, Interval, Reason } from '../../calendar/due.ts'
import { sayTerm, type Term } from '../../calendar/duration.ts'
import type { OfficeHours } from '../../calendar/office-hours.ts'
import type { Regime } from '../../calendar/regimes.ts'
import { type Bounded, dueWithin } from '../../calendar/request-terms.ts'
import type { PolicyInForce } from '../../policy/in-force.ts'
import { clockOf, parameter } from '../../policy/profiles.ts'
import type { DeadlineDeclaration, DeclaredTerm } from '../deadline-declaration.ts'

/** What a deadline is counted from; everything in it is kept. */
export type Counted = {
  readonly startedAt: Date
  readonly term: Term
  readonly regime: Regime
  readonly officeHours: OfficeHours | null
  readonly extension: Term | null
  readonly suspensions: readonly Interval[]
}

/** The term of the policy where it says one, else that of the declaration. */
export function termBy(policy: PolicyInForce | undefined, { parameter: name, fallback }: DeclaredTerm): { readonly term: Term; readonly isOfPolicy: boolean } {
  const duration = policy && name && parameter(policy.profile, name)
  const clock = policy && name && clockOf(policy.profile, name)
  return duration && clock ? { term: { duration, clock }, isOfPolicy: true } : { term: fallback, isOfPolicy: false }
}

/** The end, never beyond the law's own. @throws RangeError for a duration that isn't one */
export function countDeadline({ ceiling }: Pick<DeadlineDeclaration, 'ceiling'>, { startedAt, term, regime, officeHours, extension, suspensions }: Counted): Bounded {
  return dueWithin({ start: startedAt, term, regime, extension: extension ?? undefined, suspensions, officeHours: officeHours ?? undefined }, ceiling)
}

/** Why the term is as long as it is: the policy's word for it, or its silence where it might have spoken; nothing for a term that isn't a policy's to give. */
export function policyStep(policy: PolicyInForce | undefined, { parameter: name, citation }: DeclaredTerm, { term, isOfPolicy }: ReturnType<typeof termBy>): Reason[] {
  if (name === undefined) return []
  const { nl, en } = sayTerm(term)
  if (!policy) return [{ words: { nl: `Er geldt geen beleidsprofiel. Dan houdt Waarborg ${nl} aan`, en: `No policy profile holds. Then Waarborg keeps to ${en}` }, citation }]
  return [{ words: isOfPolicy ? { nl: `Het beleidsprofiel geeft ${nl}`, en: `The policy profile gives ${en}` }
    : { nl: `Het beleidsprofiel noemt deze termijn niet. Dan houdt Waarborg ${nl} aan`, en: `The policy profile doesn’t name this term. Then Waarborg keeps to ${en}` }, citation }]
}

const week = 7 * 86_400_000

/** When somebody is told that the end comes near: a quarter of the term ahead, a week at most. */
export function reminderOf(startedAt: Date, { at }: Pick<Due, 'at'>): Date {
  return new Date(at.getTime() - Math.min(week, Math.max(0, at.getTime() - startedAt.getTime()) / 4))
}

/** Whether a term is counted by the organisation's own hours. */
export function isInOfficeTime(terms: readonly (Term | null)[]): boolean {
  return terms.some((term) => term?.clock === 'working')
}

