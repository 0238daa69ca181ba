// Last administrator: an organisation always keeps somebody who manages it, can sign in, and whose role doesn't end by itself.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import { Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'

/** The role of administrator as an active person with an account holds it today. */
export type HeldAdministration = {
  readonly assignmentId: string
  readonly personId: string
  readonly validUntil: string | null
  /** Signs in by an own password or passkey. */
  readonly hasOwnWay: boolean
  /** May sign in by the organisation's own sign-in service. */
  readonly hasProvider: boolean
}

/**
 * Call it before a change that takes administration away; `after` says what is left of each. Until the transaction ends nobody else
 * gets past here in this organisation, so two administrators who end each other at the same moment don't both succeed. `words`: another
 * way of saying no.
 * @throws Refused when nobody would be left, or nobody whose role goes on.
 */
export async function refuseLastAdministrator(
  scope: Scope, after: (held: HeldAdministration) => HeldAdministration | undefined, words?: string,
): Promise<void> {
  await lockOrganisation(scope)
  const before = await administrations(scope)
  const left = before.flatMap((held) => after(held) ?? [])
  if (before.some(canSignIn) && !left.some(canSignIn)) {
    throw new Refused(words ?? t(
      'Dit is de laatste beheerder die kan inloggen. Maak eerst iemand anders beheerder.',
      'This is the last administrator who can sign in. Make somebody else an administrator first.',
    ))
  }
  if (before.some(isLasting) && !left.some(isLasting)) {
    throw new Refused(words ?? t(
      'Dit is de laatste beheerder zonder einddatum. Anders is er straks vanzelf niemand meer. Maak eerst iemand anders beheerder zonder einddatum.',
      'This is the last administrator without an end date. Otherwise there will be nobody left in time. Make somebody else an administrator without an end date first.',
    ))
  }
}

/** The turnstile of an organisation: changes that must see each other's outcome wait here. It doesn't hold up rows that merely point at the organisation. */
export async function lockOrganisation(scope: Scope): Promise<void> {
  await scope.tx.selectFrom('organisation').select('id').where('id', '=', scope.organisation.id).forNoKeyUpdate().execute()
}

const canSignIn = (held: HeldAdministration) => held.hasOwnWay || held.hasProvider
const isLasting = (held: HeldAdministration) => canSignIn(held) && held.validUntil === null

async function administrations(scope: Scope): Promise<HeldAdministration[]> {
  const today = dayOf(scope.now)
  const found = await sql<HeldAdministration>`
    select a.id as "assignmentId", a.person_id as "personId", a.valid_until as "validUntil",
      (c.password_hash is not null or exists (select from passkey k where k.account_id = c.id and k.refused_at is null)) as "hasOwnWay",
      exists (select from identity_provider i where i.organisation_id = a.organisation_id and i.is_enabled) as "hasProvider"
    from role_assignment a
    join person p on p.organisation_id = a.organisation_id and p.id = a.person_id and p.is_active
    join account c on c.id = p.account_id
    where a.organisation_id = ${scope.organisation.id} and a.role = 'administrator' and a.valid_from <= ${today} and (a.valid_until is null
      or a.valid_until >= ${today})`.execute(scope.tx)
  return found.rows
}
