// Portal provider: where citizens of an organisation prove who they are (a broker for DigiD or eIDAS), and which of its claims say what.
import { seal, unseal } from '../../ground/keys.ts'
import { Conflict, type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { isIssuer, type Provider } from '../../people/identity-provider.ts'
import { type Claims, wordsOf } from '../../people/oidc-conversation.ts'
import { readTypedDate } from '../../page-kit/typed-dates.ts'
import { type Citizen, subjectHashOf } from './portal-sessions.ts'

export type PortalProvider = {
  readonly label: string; readonly issuer: string; readonly clientId: string; readonly scopes: string; readonly subjectClaim: string; readonly nameClaim: string; readonly birthClaim: string
  readonly levelClaim: string
  /** Values of the level that are enough; none asked means that any is. */
  readonly acceptedLevels: readonly string[]
  readonly isEnabled: boolean; readonly revision: number
}
export type PortalProviderInput = Omit<PortalProvider, 'revision'> & { readonly clientSecret: string; readonly revision: number }

export const emptyProvider: PortalProvider = { label: '', issuer: '', clientId: '', scopes: 'openid', subjectClaim: 'sub', nameClaim: 'name', birthClaim: 'birthdate', levelClaim: 'acr', acceptedLevels: [], isEnabled: false, revision: 0 }

export async function portalProvider(scope: Scope): Promise<PortalProvider | undefined> {
  const row = await scope.tx.selectFrom('portal_provider').selectAll().where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  return row && {
    label: row.label, issuer: row.issuer, clientId: row.client_id, scopes: row.scopes, subjectClaim: row.subject_claim, nameClaim: row.name_claim, birthClaim: row.birth_claim,
    levelClaim: row.level_claim, acceptedLevels: row.accepted_levels, isEnabled: row.is_enabled, revision: row.revision,
  }
}

export async function portalSecret(scope: Scope): Promise<string> {
  const row = await scope.tx.selectFrom('portal_provider').select('client_secret').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow()
  return unseal(scope.organisation.key, secretPurpose, row.client_secret).toString('utf8')
}

/** An empty secret keeps the old one. @throws Invalid; Conflict when another saved meanwhile */
export async function savePortalProvider(scope: Scope, input: PortalProviderInput, allowsLoopback: boolean): Promise<void> {
  const before = await scope.tx.selectFrom('portal_provider').selectAll().where('organisation_id', '=', scope.organisation.id).forUpdate().executeTakeFirst()
  const faults = faultsOf(input, before?.issuer, allowsLoopback)
  if (faults.length > 0) throw new Invalid(faults)
  if ((before?.revision ?? 0) !== input.revision) throw new Conflict()
  const values = {
    label: input.label, issuer: input.issuer, client_id: input.clientId, scopes: input.scopes, subject_claim: input.subjectClaim, name_claim: input.nameClaim, birth_claim: input.birthClaim, level_claim: input.levelClaim,
    accepted_levels: [...input.acceptedLevels], is_enabled: input.isEnabled, revision: input.revision + 1,
    client_secret: input.clientSecret === '' ? before!.client_secret : seal(scope.organisation.key, secretPurpose, input.clientSecret),
  }
  await scope.tx.insertInto('portal_provider').values({ organisation_id: scope.organisation.id, ...values }).onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values)).execute()
}

/** As the conversation with a provider of colleagues knows it. */
export function asProvider(provider: PortalProvider): Provider {
  return {
    label: provider.label, issuer: provider.issuer, clientId: provider.clientId, scopes: provider.scopes, emailClaim: '', nameClaim: provider.nameClaim, groupsClaim: '',
    acceptedAcr: provider.levelClaim === 'acr' ? [...provider.acceptedLevels] : [], acceptedAmr: [], mayCreatePersons: false, isEnabled: provider.isEnabled, revision: provider.revision,
  }
}

/** Who came back, by the claims that the organisation named. @throws Invalid without a subject, or at too low a level */
export function citizenOf(scope: Scope, provider: PortalProvider, claims: Claims): Citizen {
  const one = (name: string) => (name === '' ? undefined : wordsOf(claims, name)[0]?.trim().slice(0, 300)) || null
  const subject = one(provider.subjectClaim)
  const level = one(provider.levelClaim)
  if (subject === null) throw new Invalid([{ at: '', message: t('De inlogdienst liet niet weten wie u bent. Probeer het later nog eens, of gebruik het formulier zonder in te loggen.', 'The sign-in service didn’t say who you are. Try again later, or use the form without signing in.') }])
  if (provider.acceptedLevels.length > 0 && (level === null || !provider.acceptedLevels.includes(level))) throw new Invalid([{ at: '', message: t('U hebt ingelogd op een te laag niveau. Log in met de app of een sms-controle, of gebruik het formulier zonder in te loggen.', 'You signed in at too low a level. Sign in with the app or a text message, or use the form without signing in.') }])
  const birth = one(provider.birthClaim)
  return { kind: 'citizen', subjectHash: subjectHashOf(scope, provider.issuer, subject), name: one(provider.nameClaim), birthDate: birth === null ? null : readTypedDate(birth), level, provider: provider.label }
}

const secretPurpose = 'portal-provider-secret'

function faultsOf(input: PortalProviderInput, issuerBefore: string | undefined, allowsLoopback: boolean): Fault[] {
  const fault = (at: string, nl: string, en: string): Fault => ({ at, message: t(nl, en) })
  const isMissing = (text: string) => text.trim() === '' || text.length > 300
  return [
    ...(input.label === '' || input.label.length > 80 ? [fault('label', 'Vul in wat er op de knop staat, bijvoorbeeld “Inloggen met DigiD”.', 'Fill in what the button says, for example “Sign in with DigiD”.')] : []),
    ...(isIssuer(input.issuer, allowsLoopback) ? [] : [fault('issuer', 'Vul het adres van de inlogdienst in, beginnend met https://.', 'Fill in the address of the sign-in service, beginning with https://.')]),
    ...(isMissing(input.clientId) ? [fault('clientId', 'Vul de client-id in.', 'Fill in the client id.')] : []),
    ...(isMissing(input.subjectClaim) ? [fault('subjectClaim', 'Vul in welke claim zegt wie iemand is.', 'Fill in which claim says who somebody is.')] : []),
    ...(/(^|\s)openid(\s|$)/.test(input.scopes) ? [] : [fault('scopes', 'De scopes moeten “openid” bevatten.', 'The scopes must hold “openid”.')]),
    // The secret belongs to one provider: sending it to another address would give it away.
    ...(input.clientSecret === '' && issuerBefore !== input.issuer ? [fault('clientSecret', 'Vul het geheim (client secret) in.', 'Fill in the client secret.')] : []),
  ]
}
