// Portal sessions: who is signed in at the portal without being a colleague: a citizen whom a provider vouched for, or a partner who was invited.
import { pseudonym, seal, unseal } from '../../ground/keys.ts'
import type { Scope } from '../../ground/scope.ts'
import { newToken, tokenHash } from '../../people/tokens.ts'

const idleMinutes = 30
const longestMinutes = 60

/** A citizen, by a keyed digest of what the provider calls them: the identifier itself (a BSN, as a rule) is kept nowhere. */
export type Citizen = { readonly kind: 'citizen'; readonly subjectHash: Buffer; readonly name: string | null; readonly birthDate: string | null; readonly level: string | null; readonly provider: string }
export type Partner = { readonly kind: 'partner'; readonly invitationId: string; readonly register: string; readonly partyId: string; readonly name: string; readonly email: string }
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

export async function portalVisitOf(scope: Scope, token: string | undefined): Promise<PortalVisit | undefined> {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined
  const row = await scope.tx.selectFrom('portal_session as s').leftJoin('portal_invitation as i', (join) => join.onRef('i.organisation_id', '=', 's.organisation_id').onRef('i.id', '=', 's.invitation_id'))
    .select(['s.subject_hash', 's.invitation_id', 's.content', 's.seen_at', 'i.register', 'i.party_id', 'i.name', 'i.email', 'i.ended_at'])
    .where('s.organisation_id', '=', scope.organisation.id).where('s.token_hash', '=', tokenHash(token)).where('s.expires_at', '>', scope.now).where('s.seen_at', '>', minutesAfter(scope.now, -idleMinutes)).executeTakeFirst()
  if (!row || row.ended_at !== null) return undefined
  if (scope.now.getTime() - row.seen_at.getTime() > 60_000) {
    await scope.tx.updateTable('portal_session').set({ seen_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('token_hash', '=', tokenHash(token)).execute()
  }
  if (row.invitation_id !== null) return { kind: 'partner', invitationId: row.invitation_id, register: row.register!, partyId: row.party_id!, name: row.name!, email: row.email! }
  return { kind: 'citizen', subjectHash: row.subject_hash!, ...JSON.parse(unseal(scope.organisation.key, 'portal-session', row.content).toString('utf8')) as Content }
}

export async function endPortalVisit(scope: Scope, token: string): Promise<void> {
  await scope.tx.deleteFrom('portal_session').where('organisation_id', '=', scope.organisation.id).where('token_hash', '=', tokenHash(token)).execute()
}

export async function forgetPortalVisits(scope: Scope): Promise<void> {
  await scope.tx.deleteFrom('portal_session').where('organisation_id', '=', scope.organisation.id).where('expires_at', '<=', scope.now).execute()
}

function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000)
}
