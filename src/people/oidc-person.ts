// OIDC person: which person of the organisation somebody is, according to its identity provider, and with which roles.
import { dayOf } from '../ground/clock.ts'
import { Refused } from '../ground/refusals.ts'
import type { Role, Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { createAccount, plainEmail } from './accounts.ts'
import type { Provider, RoleMapping } from './identity-provider.ts'
import { type Claims, ProviderTrouble, wordsOf } from './oidc-conversation.ts'
import { addPerson, endRole, grantRole, rolesToday } from './persons.ts'
import { roleConflict } from './roles.ts'

/**
 * Finds the person by subject, or the first time by verified e-mail address; makes one when the organisation allows it.
 * Brings the roles of the groups up to date. @returns account and person. @throws ProviderTrouble
 */
export async function personOfClaims(scope: Scope, provider: Provider, mappings: readonly RoleMapping[], claims: Claims): Promise<{ accountId: string; personId: string }> {
  const personId = await linkedPerson(scope, provider, claims) ?? await linkByEmail(scope, provider, claims)
  const person = await scope.tx.selectFrom('person').select(['account_id', 'is_active']).where('id', '=', personId).executeTakeFirstOrThrow()
  if (!person.is_active) throw new ProviderTrouble(t(
    'Uw toegang is uitgezet. Vraag een beheerder van uw organisatie om hulp.',
    'Your access has been turned off. Ask an administrator of your organisation for help.',
  ))
  await applyGroups(scope, personId, mappings, wordsOf(claims, provider.groupsClaim))
  return { personId, accountId: person.account_id ?? await giveAccount(scope, personId) }
}

async function linkedPerson(scope: Scope, provider: Provider, claims: Claims): Promise<string | undefined> {
  const row = await scope.tx.selectFrom('identity_link').select('person_id').where('issuer', '=', provider.issuer).where('subject', '=', claims.sub).executeTakeFirst()
  return row?.person_id
}

async function linkByEmail(scope: Scope, provider: Provider, claims: Claims): Promise<string> {
  const [typed] = wordsOf(claims, provider.emailClaim)
  if (!typed) throw new ProviderTrouble(t(
    'De inlogdienst geeft uw e-mailadres niet door. Vraag uw beheerder om dat in te stellen.',
    'The sign-in service doesn’t pass on your e-mail address. Ask your administrator to set that up.',
  ))
  if (claims.email_verified !== true) throw new ProviderTrouble(t(
    'De inlogdienst heeft uw e-mailadres niet bevestigd. Zonder bevestiging weet Waarborg niet zeker wie u bent. Vraag uw beheerder om hulp.',
    'The sign-in service hasn’t confirmed your e-mail address. Without that Waarborg can’t be sure who you are. Ask your administrator for help.',
  ))
  const email = plainEmail(typed)
  const found = await scope.tx.selectFrom('person').select('id').where((where) => where(where.fn<string>('lower', ['email']), '=', email)).executeTakeFirst()
  const personId = found?.id ?? await makePerson(scope, provider, claims, email)
  const other = await scope.tx.selectFrom('identity_link').select('subject').where('issuer', '=', provider.issuer).where('person_id', '=', personId).executeTakeFirst()
  // An address that was handed to a new colleague must not open the old one's work.
  if (other) throw new ProviderTrouble(t(
    'Dit e-mailadres hoort bij een andere gebruiker van de inlogdienst. Vraag uw beheerder om de koppeling te vernieuwen.',
    'This e-mail address belongs to another user of the sign-in service. Ask your administrator to renew the link.',
  ))
  await scope.tx.insertInto('identity_link').values({ organisation_id: scope.organisation.id, issuer: provider.issuer, subject: claims.sub, person_id: personId, created_at: scope.now }).execute()
  return personId
}

async function makePerson(scope: Scope, provider: Provider, claims: Claims, email: string): Promise<string> {
  if (!provider.mayCreatePersons) throw new ProviderTrouble(t(
    `U hebt nog geen toegang tot ${scope.organisation.name}. Vraag een beheerder om u toe te voegen.`,
    `You have no access to ${scope.organisation.name} yet. Ask an administrator to add you.`,
  ))
  const [name] = wordsOf(claims, provider.nameClaim)
  return addPerson(scope, { name: name?.slice(0, 200) || email, email, roles: [{ role: 'employee', source: 'waarborg' }] })
}

/** An account without an address: only this provider opens it, so nobody's address is claimed. */
async function giveAccount(scope: Scope, personId: string): Promise<string> {
  const accountId = await createAccount(scope.tx, scope.now, { email: null })
  await scope.tx.updateTable('person').set({ account_id: accountId }).where('id', '=', personId).execute()
  return accountId
}

/** Roles that came from groups follow the groups; roles that an administrator gave stay. */
async function applyGroups(scope: Scope, personId: string, mappings: readonly RoleMapping[], groups: readonly string[]): Promise<void> {
  const wanted = mappings.filter((mapping) => groups.includes(mapping.group))
  const held = await rolesToday(scope, personId)
  const own = held.filter((assignment) => assignment.source === 'waarborg')
  const conflict = roleConflict([...own, ...wanted].map((assignment): Role => assignment.role))
  if (conflict) throw new ProviderTrouble(t(
    `Uw groepen geven rollen die niet samengaan. ${conflict} Vraag uw beheerder om de groepen aan te passen.`,
    `Your groups give roles that can’t go together. ${conflict} Ask your administrator to adjust the groups.`,
  ))
  for (const assignment of held.filter((one) => one.source === 'identity_provider')) {
    if (wanted.some((mapping) => mapping.role === assignment.role && (mapping.departmentId ?? null) === assignment.departmentId)) continue
    try {
      await endRole(scope, personId, assignment.id)
    } catch (refused) {
      // The last administrator keeps the role, or nobody could mend the mapping.
      if (!(refused instanceof Refused)) throw refused
    }
  }
  for (const mapping of wanted) {
    await grantRole(scope, personId, { role: mapping.role, departmentId: mapping.departmentId, validFrom: dayOf(scope.now), source: 'identity_provider' })
  }
}
