// Employee door: one secret address of an organisation by which its employees reach their forms without signing in (N-49, H-37).
import { timingSafeEqual } from 'node:crypto'
import { personOf, type Scope } from '../../ground/scope.ts'
import { newToken, tokenHash } from '../../people/tokens.ts'

export type EmployeeDoor = { readonly madeAt: Date; readonly by: string }

export async function employeeDoor(scope: Scope): Promise<EmployeeDoor | undefined> {
  const row = await scope.tx.selectFrom('employee_door as d').innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'd.organisation_id').onRef('p.id', '=', 'd.made_by'))
    .select(['d.made_at', 'p.name']).where('d.organisation_id', '=', scope.organisation.id).executeTakeFirst()
  return row && { madeAt: row.made_at, by: row.name }
}

/** A new address; the one before it stops working. @returns the secret, which is kept nowhere */
export async function renewEmployeeDoor(scope: Scope): Promise<string> {
  const token = newToken()
  const values = { token_hash: tokenHash(token), made_at: scope.now, made_by: personOf(scope.actor)! }
  await scope.tx.insertInto('employee_door').values({ organisation_id: scope.organisation.id, ...values }).onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values)).execute()
  return token
}

export async function closeEmployeeDoor(scope: Scope): Promise<void> {
  await scope.tx.deleteFrom('employee_door').where('organisation_id', '=', scope.organisation.id).execute()
}

export async function opensEmployeeDoor(scope: Scope, token: string | undefined): Promise<boolean> {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return false
  const row = await scope.tx.selectFrom('employee_door').select('token_hash').where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  return row !== undefined && timingSafeEqual(row.token_hash, tokenHash(token))
}

export function employeePath(slug: string, token: string): string {
  return `/openbaar/${slug}/medewerkers/${token}`
}
