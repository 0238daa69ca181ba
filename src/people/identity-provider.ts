// Identity provider: the sign-in service that an organisation runs itself, and which role each of its groups gives.
import { newId } from '../ground/ids.ts'
import { inOrganisation } from '../ground/database.ts'
import { seal, unseal } from '../ground/keys.ts'
import { Conflict, type Fault, Invalid } from '../ground/refusals.ts'
import type { Organisation, Role, Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import type { House } from './house.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import { departmentFaults } from './role-grants.ts'
import { isRole } from './roles.ts'

export type Provider = {
  label: string; issuer: string; clientId: string; scopes: string; emailClaim: string; nameClaim: string; groupsClaim: string
  acceptedAcr: string[]; acceptedAmr: string[]; mayCreatePersons: boolean; isEnabled: boolean; revision: number
}
export type RoleMapping = { id: string; group: string; role: Role; departmentId: string | null }
export type ProviderInput = Omit<Provider, 'revision'> & { clientSecret?: string; revision?: number; mappings?: readonly Omit<RoleMapping, 'id'>[] }

/** The provider of an organisation, without its secret; undefined when there is none. */
export async function providerOf(house: House, organisation: Organisation): Promise<Provider | undefined> {
  return inOrganisation(house.database, organisation.id, async (tx) => {
    const row = await tx.selectFrom('identity_provider').selectAll().executeTakeFirst()
    return row && shown(row)
  })
}

/** The provider with its mapping, in an open scope. */
export async function findProvider(scope: Scope): Promise<{ provider: Provider; mappings: RoleMapping[] } | undefined> {
  const row = await scope.tx.selectFrom('identity_provider').selectAll().executeTakeFirst()
  if (!row) return undefined
  const rows = await scope.tx.selectFrom('identity_provider_role').select(['id', 'group_name', 'role', 'department_id']).orderBy('group_name').execute()
  return { provider: shown(row), mappings: rows.map((one) => ({ id: one.id, group: one.group_name, role: one.role as Role, departmentId: one.department_id })) }
}

/** The client secret, for the conversation with the provider only. */
export async function clientSecretOf(scope: Scope): Promise<string> {
  const row = await scope.tx.selectFrom('identity_provider').select('client_secret').executeTakeFirstOrThrow()
  return unseal(scope.organisation.key, secretPurpose, row.client_secret).toString('utf8')
}

/** Saves the settings; an empty secret keeps the old one. @throws Invalid; Conflict when another administrator saved meanwhile; Refused when no administrator could sign in any more. */
export async function saveProvider(scope: Scope, input: ProviderInput, allowsLoopback: boolean): Promise<void> {
  const before = await scope.tx.selectFrom('identity_provider').selectAll().where('organisation_id', '=', scope.organisation.id).forUpdate().executeTakeFirst()
  const faults = [...providerFaults(input, before?.issuer, allowsLoopback), ...mappingFaults(scope, input.mappings ?? [])]
  if (faults.length > 0) throw new Invalid(faults)
  if (before && input.revision !== undefined && input.revision !== before.revision) {
    throw new Conflict(t(
      'Een andere beheerder heeft de inlogdienst intussen gewijzigd. Hieronder staat wat u typte. Slaat u opnieuw op, dan geldt dat.',
      'Another administrator has changed the sign-in service meanwhile. Below is what you typed. If you save again, that will hold.',
    ))
  }
  if (!input.isEnabled && before?.is_enabled) {
    await refuseLastAdministrator(scope, (held) => ({ ...held, hasProvider: false }), t(
      'Zonder de inlogdienst kan geen enkele beheerder meer inloggen. Geef eerst een beheerder een eigen wachtwoord: maak daarvoor een link op de pagina van die persoon.',
      'Without the sign-in service no administrator can sign in any more. Give an administrator a password first: make a link for it on that person’s page.',
    ))
  }
  const values = {
    label: input.label, issuer: input.issuer, client_id: input.clientId, scopes: input.scopes || 'openid email profile',
    email_claim: input.emailClaim || 'email',
    name_claim: input.nameClaim || 'name', groups_claim: input.groupsClaim || 'groups', accepted_acr: input.acceptedAcr, accepted_amr: input.acceptedAmr,
    may_create_persons: input.mayCreatePersons, is_enabled: input.isEnabled,
    client_secret: input.clientSecret ? seal(scope.organisation.key, secretPurpose, input.clientSecret) : before?.client_secret ?? Buffer.alloc(0),
  }
  if (before) await scope.tx.updateTable('identity_provider').set({ ...values, revision: before.revision + 1 })
    .where('organisation_id', '=', scope.organisation.id).execute()
  else await scope.tx.insertInto('identity_provider').values({ organisation_id: scope.organisation.id, ...values }).execute()
  if (input.mappings) await putMappings(scope, input.mappings)
}

/** Only https; on http only this machine itself, and only where tests or the demo world allow it. */
export function isIssuer(text: string, allowsLoopback: boolean): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username || url.password || url.hash || url.search) return false
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (isLoopback) return allowsLoopback
  // A bare address is never an organisation's sign-in service, but may well be something inside our own network.
  return url.protocol === 'https:' && url.hostname.includes('.') && !/^[\d.]+$/.test(url.hostname) && !url.hostname.startsWith('[')
}

function providerFaults(input: ProviderInput, issuerBefore: string | undefined, allowsLoopback: boolean): Fault[] {
  const faults: Fault[] = []
  const fault = (at: string, nl: string, en: string) => faults.push({ at, message: t(nl, en) })
  if (!isIssuer(input.issuer, allowsLoopback)) {
    fault('issuer', 'Vul het adres van de inlogdienst in, beginnend met https://. U vindt het bij uw leverancier als "issuer".', 'Fill in the address of the sign-in service, beginning with https://. Your supplier calls it the "issuer".')
  }
  if (!input.clientId || input.clientId.length > 300) {
    fault('clientId', 'Vul de client-id in die uw inlogdienst aan Waarborg gaf.', 'Fill in the client id that your sign-in service gave to Waarborg.')
  }
  if (!input.label || input.label.length > 80) {
    fault('label', 'Vul in wat er op de knop staat, bijvoorbeeld "Inloggen met Duinrade".', 'Fill in what the button says, for example "Sign in with Duinrade".')
  }
  if (!input.clientSecret && issuerBefore === undefined) fault('clientSecret', 'Vul het geheim (client secret) in.', 'Fill in the client secret.')
  // The secret belongs to one provider: sending it to another address would give it away.
  if (!input.clientSecret && issuerBefore !== undefined && issuerBefore !== input.issuer) {
    fault('clientSecret', 'Het adres is veranderd. Vul ook het geheim opnieuw in.', 'The address has changed. Fill in the client secret again too.')
  }
  return faults
}

function mappingFaults(scope: Scope, mappings: NonNullable<ProviderInput['mappings']>): Fault[] {
  return mappings.flatMap((mapping, index) => {
    const faults = departmentFaults(mapping.role, mapping.departmentId, `mappings.${index}.department`)
    if (!mapping.group) faults.push({ at: `mappings.${index}.group`, message: t('Vul de naam van de groep in.', 'Fill in the name of the group.') })
    if (!isRole(mapping.role)) faults.push({ at: `mappings.${index}.role`, message: t('Kies een rol.', 'Choose a role.') })
    // A group knows no end, and a person who gives this role must say when it ends.
    if (mapping.role === 'auditor' && scope.actor.kind === 'person') {
      faults.push({ at: `mappings.${index}.role`, message: t(
        'Een auditor kijkt voor een bepaalde tijd mee. Geef deze rol met een einddatum op de pagina van de persoon.',
        'An auditor may look for a set time. Give this role with an end date on the person’s page.',
      ) })
    }
    return faults
  })
}

async function putMappings(scope: Scope, mappings: NonNullable<ProviderInput['mappings']>): Promise<void> {
  await scope.tx.deleteFrom('identity_provider_role').where('organisation_id', '=', scope.organisation.id).execute()
  const unique = new Map(mappings.map((mapping) => [`${mapping.group}|${mapping.role}|${mapping.departmentId ?? ''}`, mapping]))
  for (const mapping of unique.values()) {
    await scope.tx.insertInto('identity_provider_role').values({
      organisation_id: scope.organisation.id, id: newId(), group_name: mapping.group, role: mapping.role, department_id: mapping.departmentId || null,
    }).execute()
  }
}

const secretPurpose = 'identity-provider-secret'

function shown(row: {
  label: string; issuer: string; client_id: string; scopes: string; email_claim: string; name_claim: string; groups_claim: string
  accepted_acr: string[]; accepted_amr: string[]; may_create_persons: boolean; is_enabled: boolean; revision: number
}): Provider {
  return {
    label: row.label, issuer: row.issuer, clientId: row.client_id, scopes: row.scopes, emailClaim: row.email_claim, nameClaim: row.name_claim,
    groupsClaim: row.groups_claim,
    acceptedAcr: row.accepted_acr, acceptedAmr: row.accepted_amr, mayCreatePersons: row.may_create_persons, isEnabled: row.is_enabled, revision: row.revision,
  }
}
