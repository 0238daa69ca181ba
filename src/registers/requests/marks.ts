// Marks: what a request does to the use of data while it runs: restricted while it is weighed (H-31), and no marketing from the first moment (P-18).
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import type { Known } from './restrictions.ts'
import { matchable, restrict, suppress } from './restrictions.ts'
import { rightOf } from './rights.ts'
import type { RequestInput } from './step-kit.ts'

/** By what this person is known. */
export function knownBy({ subject_email, subject_phone, subject_reference, subject_name, subject_birth_date }: RequestInput): Known {
  return { email: subject_email, phone: subject_phone, reference: subject_reference, name: subject_name, birthDate: subject_birth_date }
}

/** What changes in the input once the person is known: restricted while an objection or the accuracy is weighed (art. 18 lid 1 onder a en d AVG), marketing stopped at once (art. 21 lid 3 AVG). */
export async function markMeanwhile(scope: Scope, entry: Pick<Entry, 'id'>, input: RequestInput): Promise<AnyInput> {
  if (input.right === 'marketing') return input.suppressed_on === null ? stopMarketing(scope, entry, input) : {}
  if (input.right === null || !rightOf(input.right).restrictsMeanwhile || (input.restricted_on !== null && input.restriction_lifted_on === null)) return {}
  return restrictFor(scope, entry, input, input.right === 'objection' ? 'objection_pending' : 'accuracy_contested')
}

/** Nothing where nobody can be told apart by what is known. */
export async function restrictFor(scope: Scope, entry: Pick<Entry, 'id'>, input: RequestInput, why: NonNullable<RequestInput['restriction_case']>): Promise<AnyInput> {
  await restrict(scope, entry.id, knownBy(input), why, input.processings.flatMap(({ processing }) => processing ?? []))
  return { restricted_on: dayOf(scope.now), restriction_case: why, restriction_lifted_on: null, lift_told_on: null }
}

/** Nothing where there is no address or number to stop. */
export async function stopMarketing(scope: Scope, entry: Pick<Entry, 'id'>, input: RequestInput): Promise<AnyInput> {
  if (matchable({ email: input.subject_email, phone: input.subject_phone }).length === 0) return {}
  await suppress(scope, { email: input.subject_email, phone: input.subject_phone }, entry.id)
  return { suppressed_on: dayOf(scope.now) }
}
