// Portal sessions: who is signed in at the portal without being a colleague: a citizen whom a provider vouched for, or a partner who was invited.
import { pseudonym, seal, unseal } from '../../ground/keys.ts'
import type { Scope } from '../../ground/scope.ts'
import { newToken, tokenHash } from '../../people/tokens.ts'
import type { PartyRegister } from './portal-invitations.ts'

const idleMinutes = 30
const longestMinutes = 60
/** A processor works for several organisations, and may have the portal of each open. */
const mostPortals = 12

/** A citizen, by a keyed digest of what the provider calls them: the identifier itself (a BSN, as a rule) is kept nowhere. */
export type Citizen = { readonly kind: 'citizen'; readonly subjectHash: Buffer; readonly name: string | null; readonly birthDate: string | null; readonly level: string | null; readonly provider: string }
export type Partner = { readonly kind: 'partner'; readonly invitationId: string; readonly register: PartyRegister; readonly partyId: string; readonly name: string; readonly email: string }
export type PortalVisit = Citizen | Partner

type Content = Pick<Citizen, 'name' | 'birthDate' | 'level' | 'provider'>

export function subjectHashOf(scope: Scope, issuer: string, subject: string): Buffer {
  return pseudonym(scope.organisation.key, 'portal-subject', JSON.stringify([issuer, subject]))
}

/** @returns the secret for the browser's cookie */
export async function startPortalVisit(scope: Scope, visit: Citizen | Pick<Partner, 'kind' | 'invitationId'>): Promise<string> {
  const token = newToken()
  const content: Content = visit.kind === 'citizen' ? { name: visit.name, birthDate: visit.birthDate, level: visit.level, provider: visit.provider } : { name: null, birthDate: null, level: null, provider: '' }
  await scope.tx.insertInto('portal_session').values({
    organisation_id: scope.organisation.id, token_hash: tokenHash(token), subject_hash: visit.kind === 'citizen' ? visit.subjectHash : null, invitation_id: visit.kind === 'partner' ? visit.invitationId : null,
    content: seal(scope.organisation.key, 'portal-session', JSON.stringify(content)), created_at: scope.now, seen_at: scope.now, expires_at: minutesAfter(scope.now, longestMinutes),
  }).execute()
  return token
}

/** `cookie`: what the browser brought, with a secret for each organisation whose portal it is in. */
export async function portalVisitOf(scope: Scope, cookie: string | undefined): Promise<PortalVisit | undefined> {
  const hashes = secretsIn(cookie).map(tokenHash)
  if (hashes.length === 0) return undefined
  const row = await scope.tx.selectFrom('portal_session as s').leftJoin('portal_invitation as i', (join) => join.onRef('i.organisation_id', '=', 's.organisation_id').onRef('i.id', '=', 's.invitation_id'))
    .select(['s.token_hash', 's.subject_hash', 's.invitation_id', 's.content', 's.seen_at', 'i.register', 'i.party_id', 'i.name', 'i.email', 'i.ended_at', 'i.expires_at'])
    .where('s.organisation_id', '=', scope.organisation.id).where('s.token_hash', 'in', hashes).where('s.expires_at', '>', scope.now).where('s.seen_at', '>', minutesAfter(scope.now, -idleMinutes))
    .orderBy('s.created_at', 'desc').executeTakeFirst()
  if (!row || row.ended_at !== null || (row.expires_at !== null && row.expires_at <= scope.now)) return undefined
  if (scope.now.getTime() - row.seen_at.getTime() > 60_000) {
    await scope.tx.updateTable('portal_session').set({ seen_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('token_hash', '=', row.token_hash).execute()
  }
  if (row.invitation_id !== null) return { kind: 'partner', invitationId: row.invitation_id, register: row.register as PartyRegister, partyId: row.party_id!, name: row.name!, email: row.email! }
  return { kind: 'citizen', subjectHash: row.subject_hash!, ...JSON.parse(unseal(scope.organisation.key, 'portal-session', row.content).toString('utf8')) as Content }
}

/** What the browser's cookie becomes when somebody signs in: the secrets of other organisations' portals stay in it. */
export function withVisit(cookie: string | undefined, token: string): string {
  return [token, ...secretsIn(cookie)].slice(0, mostPortals).join('.')
}

/** Ends the visit to this organisation only. @returns what the cookie becomes; empty when nothing is left of it */
export async function endPortalVisit(scope: Scope, cookie: string): Promise<string> {
  const secrets = secretsIn(cookie)
  if (secrets.length === 0) return ''
  const ended = await scope.tx.deleteFrom('portal_session').where('organisation_id', '=', scope.organisation.id).where('token_hash', 'in', secrets.map(tokenHash)).returning('token_hash').execute()
  return secrets.filter((secret) => !ended.some(({ token_hash }) => token_hash.equals(tokenHash(secret)))).join('.')
}

export async function forgetPortalVisits(scope: Scope): Promise<void> {
  await scope.tx.deleteFrom('portal_session').where('organisation_id', '=', scope.organisation.id).where('expires_at', '<=', scope.now).execute()
}

function secretsIn(cookie: string | undefined): string[] {
  return (cookie ?? '').split('.', mostPortals).filter((secret) => /^[\w-]{43}$/.test(secret))
}

function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000)
}
