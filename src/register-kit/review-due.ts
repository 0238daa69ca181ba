// Review due: when an entry must be looked at again, by the term of the organisation's policy (H-07, H-44); a year where the policy is silent.
import { dayAfter, dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { loadProfiles, parameter } from '../policy/profiles.ts'
import type { SystemRow } from './entry.ts'
import type { Register } from './register.ts'

/** When an entry that comes into force now must be looked at again; nothing for a register without reviews. */
export function reviewDue(scope: Scope, { reviewBy }: Register): Partial<SystemRow> {
  if (reviewBy === undefined) return {}
  const profile = loadProfiles().find(({ key }) => key === scope.organisation.profile)
  return { review_due_on: dayAfter(dayOf(scope.now), (profile && parameter(profile, reviewBy)) ?? 'P1Y') }
}
