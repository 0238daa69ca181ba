// Recovery: an administrator helps somebody back in who lost the password, the second step or both.
import { Invalid, Refused } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { notePerson } from './history.ts'
import type { House } from './house.ts'
import { invite, refuseShared } from './invitations.ts'
import { findPerson } from './persons.ts'
import { resetSecondFactor } from './second-factor.ts'
import { endSessions } from './sessions.ts'
import { noteSignIn, type Origin } from './sign-in-events.ts'

/**
 * With a lost password there is a link to hand over; a lost second step is then reset by whoever uses it. A lost second step alone is reset at once.
 * @returns the link's token, if there is one. @throws Refused for oneself, and for an account that serves other organisations too; Invalid when nothing is lost
 */
export async function recoverAccess(
  scope: Scope, house: House, personId: string, lost: { password: boolean; secondFactor: boolean }, origin: Origin,
): Promise<string | undefined> {
  const { accountId, isActive } = await findPerson(scope, personId)
  if (!accountId) throw new Refused(t(
    'Deze persoon heeft nog geen account. Maak een link om mee te doen.',
    'This person has no account yet. Make a link to join.',
  ))
  if (!isActive) throw new Refused(t('Deze persoon is uitgezet. Zet de persoon eerst weer aan.', 'This person’s access is turned off. Turn it on first.'))
  refuseOneself(scope, personId)
  await refuseShared(scope, accountId)
  if (!lost.password && !lost.secondFactor) throw new Invalid([{ at: 'lost', message: t(
    'Kies wat deze persoon kwijt is.',
    'Choose what this person has lost.',
  ) }])
  if (lost.password) return invite(scope, personId, { resetsSecondFactor: lost.secondFactor })
  await resetSecondFactor(scope.tx, accountId)
  await notePerson(scope, personId, 'remove_second_factor')
  await endSessionsHere(scope, house, accountId, origin)
  await noteSignIn(scope.tx, scope.now, origin, { what: 'second_factor_removed', accountId, organisationId: scope.organisation.id })
  return undefined
}

/** Whoever sits at somebody else's open screen must not get round the password that one's own account asks for. */
function refuseOneself(scope: Scope, personId: string): void {
  if (scope.actor.kind !== 'person' || scope.actor.personId !== personId) return
  throw new Refused(t(
    'Uw eigen wachtwoord en tweede stap wijzigt u bij “Mijn account”. Lukt dat niet, vraag dan een andere beheerder.',
    'You change your own password and second step at “My account”. If that fails, ask another administrator.',
  ))
}

/** Ends the sessions that open this organisation; those of a shared account end wholly, because each opens this organisation too. */
export async function endSessionsHere(scope: Scope, house: House, accountId: string, origin: Origin): Promise<void> {
  const ended = await endSessions({ ...house, database: scope.tx }, accountId, { organisationId: scope.organisation.id })
  if (ended > 0) await noteSignIn(scope.tx, scope.now, origin, { what: 'session_ended', accountId, organisationId: scope.organisation.id })
}
