// Invitations: a link that works once, by which a person gets an account or a new password. The administrator hands it over; mail comes later.
import { newId } from '../ground/ids.ts'
import { Invalid, NotFound, Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { accountByEmail, createAccount, findAccount, setPassword } from './accounts.ts'
import { notePerson } from './history.ts'
import { membershipsOf } from './organisations.ts'
import { acceptPassword, hashPassword } from './passwords.ts'
import { resetSecondFactor } from './second-factor.ts'
import { newToken, tokenHash } from './tokens.ts'

export type Purpose = 'join' | 'reset_password'
export type Invitation = { id: string; personId: string; name: string; email: string; accountId: string | null; purpose: Purpose; resetsSecondFactor: boolean }

const validDays = 7

/**
 * Makes a link for a person: to join when there is no account yet, else to choose a new password. Earlier links end.
 * `resetsSecondFactor`: whoever uses the link sets the second step anew; until then it protects the account as before.
 * @returns the token for the link. @throws Refused when the account also opens other organisations: then no one organisation may reset it.
 */
export async function invite(scope: Scope, personId: string, options: { resetsSecondFactor?: boolean } = {}): Promise<string> {
  const person = await scope.tx.selectFrom('person').select(['account_id', 'is_active']).where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', personId).executeTakeFirst()
  if (!person) throw new NotFound()
  if (!person.is_active) throw new Refused(t(
    'Deze persoon is uitgezet. Zet de persoon eerst weer aan.',
    'This person’s access is turned off. Turn it on first.',
  ))
  if (person.account_id) await refuseShared(scope, person.account_id)
  const token = newToken()
  await scope.tx.updateTable('invitation').set({ used_at: scope.now }).where('organisation_id', '=', scope.organisation.id)
    .where('person_id', '=', personId).where('used_at', 'is', null).execute()
  await scope.tx.insertInto('invitation').values({
    organisation_id: scope.organisation.id, id: newId(), person_id: personId, purpose: person.account_id ? 'reset_password' : 'join',
    token_hash: tokenHash(token),
    created_at: scope.now, expires_at: new Date(scope.now.getTime() + validDays * 86_400_000),
    resets_second_factor: person.account_id !== null && (options.resetsSecondFactor ?? false),
  }).execute()
  await notePerson(scope, personId, person.account_id ? (options.resetsSecondFactor ? 'recovery_link' : 'reset_link') : 'invite')
  return token
}

/** @throws Refused for an account that serves other organisations too: an administrator of one may not touch it. */
export async function refuseShared(scope: Scope, accountId: string): Promise<void> {
  if ((await membershipsOf(scope.tx, accountId)).length > 1) {
    throw new Refused(t(
      'Dit account hoort bij meer organisaties. Daarom kan één organisatie het wachtwoord en de tweede stap niet wijzigen. Vraag de technisch beheerder van Waarborg.',
      'This account belongs to several organisations. That is why one of them can’t change its password or second step. Ask the technical administrator of Waarborg.',
    ))
  }
}

/** The invitation behind a link. @throws NotFound when it is used, too old or of another organisation. */
export async function findInvitation(scope: Scope, token: string): Promise<Invitation> {
  const row = await scope.tx.selectFrom('invitation as i').innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.person_id'))
    .select(['i.id', 'i.purpose', 'i.resets_second_factor', 'p.id as person_id', 'p.name', 'p.email', 'p.account_id'])
    .where('i.organisation_id', '=', scope.organisation.id).where('i.token_hash', '=', tokenHash(token)).where('i.used_at', 'is', null).where('i.expires_at', '>', scope.now).where('p.is_active', '=', true).executeTakeFirst()
  if (!row) throw new NotFound(t(
    'Deze link is al gebruikt of verlopen. Vraag een beheerder van uw organisatie om een nieuwe.',
    'This link has been used or is too old. Ask an administrator of your organisation for a new one.',
  ))
  return { id: row.id, personId: row.person_id, name: row.name, email: row.email, accountId: row.account_id, purpose: row.purpose as Purpose, resetsSecondFactor: row.resets_second_factor }
}

/** Whether the invited address has an account: then joining is done signed in, so that nobody takes it over by a link. */
export async function hasOwnAccount(scope: Scope, invitation: Invitation): Promise<boolean> {
  return (await accountByEmail(scope.tx, invitation.email)) !== undefined
}

/** Joins with a new account and password. @returns the account. @throws Invalid, Refused, NotFound */
export async function joinWithPassword(scope: Scope, token: string, password: string, again: string): Promise<string> {
  const invitation = await useUp(scope, token, 'join')
  acceptPassword(password, [invitation.email, invitation.name, scope.organisation.name])
  if (password !== again) throw new Invalid([{ at: 'again', message: t('De twee wachtwoorden zijn niet gelijk.', 'The two passwords aren’t the same.') }])
  const accountId = await createAccount(scope.tx, scope.now, { email: invitation.email, passwordHash: await hashPassword(password) })
  await link(scope, invitation, accountId)
  return accountId
}

/** Joins with the account of whoever is signed in. */
export async function joinWithAccount(scope: Scope, token: string, accountId: string): Promise<void> {
  await link(scope, await useUp(scope, token, 'join'), accountId)
}

/** Chooses a new password, and takes the second factor away when the link says so. @returns the account, whose sessions must end. */
export async function resetPassword(scope: Scope, token: string, password: string, again: string): Promise<{ accountId: string; secondFactorReset: boolean }> {
  const invitation = await useUp(scope, token, 'reset_password')
  if (!invitation.accountId) throw new NotFound()
  // Between making and using the link the account may have joined another organisation.
  await refuseShared(scope, invitation.accountId)
  if (password !== again) throw new Invalid([{ at: 'again', message: t('De twee wachtwoorden zijn niet gelijk.', 'The two passwords aren’t the same.') }])
  const account = await findAccount(scope.tx, invitation.accountId)
  if (account?.email === null) await scope.tx.updateTable('account').set({ email: await freeEmail(scope, invitation.email) })
    .where('id', '=', account.id).execute()
  await setPassword(scope.tx, scope.now, invitation.accountId, password, [invitation.name, scope.organisation.name])
  if (invitation.resetsSecondFactor) await resetSecondFactor(scope.tx, invitation.accountId)
  await notePerson(scope, invitation.personId, invitation.resetsSecondFactor ? 'recovered' : 'chose_password')
  return { accountId: invitation.accountId, secondFactorReset: invitation.resetsSecondFactor }
}

async function useUp(scope: Scope, token: string, purpose: Purpose): Promise<Invitation> {
  const invitation = await findInvitation(scope, token)
  if (invitation.purpose !== purpose) throw new NotFound()
  const used = await scope.tx.updateTable('invitation').set({ used_at: scope.now }).where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', invitation.id).where('used_at', 'is', null).executeTakeFirst()
  if (Number(used.numUpdatedRows) !== 1) throw new NotFound()
  return invitation
}

async function link(scope: Scope, invitation: Invitation, accountId: string): Promise<void> {
  const other = await scope.tx.selectFrom('person').select('id').where('organisation_id', '=', scope.organisation.id)
    .where('account_id', '=', accountId).executeTakeFirst()
  if (other) throw new Refused(t(
    'Dit account hoort al bij een persoon van deze organisatie.',
    'This account belongs to a person of this organisation already.',
  ))
  const linked = await scope.tx.updateTable('person').set({ account_id: accountId }).where('organisation_id', '=', scope.organisation.id)
    .where('id', '=', invitation.personId).where('account_id', 'is', null).executeTakeFirst()
  if (Number(linked.numUpdatedRows) !== 1) throw new Refused(t('Deze persoon heeft al een account.', 'This person has an account already.'))
  await notePerson(scope, invitation.personId, 'join')
}

/** An account that came from a provider gets its address when it first gets a password. */
async function freeEmail(scope: Scope, email: string): Promise<string> {
  if (await accountByEmail(scope.tx, email)) throw new Refused(t(
    'Er is al een account met dit e-mailadres. Vraag de technisch beheerder van Waarborg.',
    'There is an account with this e-mail address already. Ask the technical administrator of Waarborg.',
  ))
  return email
}
