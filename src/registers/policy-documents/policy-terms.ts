// Policy terms: after how long a policy document is evaluated, and when it begins to bind, by the profile that the organisation follows (H-41, H-49, N-55, P-05).
import { dayAfter, dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { profileInForce } from '../../policy/in-force.ts'
import { parameter, type ParameterName } from '../../policy/profiles.ts'

/** Where a policy is silent: as every register of the product has it. */
const usual = 'P1Y'

/** The day before which a document is to be evaluated, counted from its adoption or last evaluation. */
export async function evaluationDue(scope: Scope, input: { readonly kind?: unknown; readonly evaluate_every?: unknown }, since: string | null): Promise<string> {
  const names: readonly ParameterName[] = [...input.kind === 'security_policy' ? ['security_policy_review_every' as const] : [], 'policy_review_every', 'audit_every']
  const profile = (await profileInForce(scope))?.profile
  const term = input.evaluate_every as string | null ?? (profile && names.map((name) => parameter(profile, name)).find((found) => found !== undefined)) ?? usual
  return dayAfter(since ?? dayOf(scope.now), term)
}

/** How long after publication a document begins to bind; undefined where the policy lets it bind from the decision. */
export async function forceTerm(scope: Scope): Promise<string | undefined> {
  const profile = (await profileInForce(scope))?.profile
  return profile && parameter(profile, 'in_force_after_publication')
}
