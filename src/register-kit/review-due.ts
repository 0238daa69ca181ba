// Review due: when an entry must be looked at again, by the term of the organisation's policy (H-07, H-44); a year where the policy is silent.
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { profileInForce } from '../policy/in-force.ts'
import { parameter } from '../policy/profiles.ts'
import type { SystemRow } from './entry.ts'
import type { Register } from './register.ts'

/** How often an entry is looked at where the policy is silent. */
export const usualReview = 'P1Y'

/** When an entry that comes into force now must be looked at again; nothing for a register without reviews. */
export async function nextReview(scope: Scope, { reviewBy }: Register): Promise<Partial<SystemRow>> {
  if (reviewBy === undefined) return {}
  const profile = (await profileInForce(scope))?.profile
  return { review_due_on: dayAfter(dayOf(scope.now), (profile && parameter(profile, reviewBy)) ?? usualReview) }
}
