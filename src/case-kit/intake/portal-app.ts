// Portal app: an authenticator app as the second factor of an invitation, in the place of a mailed code; each of its codes works once (RFC 6238).
import { generateSecret, generateURI } from 'otplib'
import { sql } from 'kysely'
import { seal, unseal } from '../../ground/keys.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { stepOf } from '../../people/second-factor.ts'
import { tokenHash } from '../../people/tokens.ts'

const mostTries = 5
const lockedMinutes = 15

/** The secret that waits for its first code; loading the page again shows the same. */
export async function pendingPortalApp(scope: Scope, invitationId: string): Promise<{ readonly secret: string; readonly uri: string }> {
  const row = await mine(scope, invitationId)
  const secret = row.totp_pending ? opened(scope, invitationId, row.totp_pending) : generateSecret()
  if (!row.totp_pending) await change(scope, invitationId, { totp_pending: seal(scope.organisation.key, purposeOf(invitationId), secret) })
  return { secret, uri: generateURI({ issuer: `Waarborg ${scope.organisation.name}`, label: row.email, secret }) }
}

export async function hasPortalApp(scope: Scope, invitationId: string): Promise<boolean> {
  return (await mine(scope, invitationId)).totp_confirmed_at !== null
}

/** The app shows the right code: from now on it is asked for, and no code is mailed any more. @throws Invalid */
export async function confirmPortalApp(scope: Scope, invitationId: string, code: string): Promise<void> {
  const { totp_pending } = await mine(scope, invitationId)
  const step = totp_pending ? stepOf(opened(scope, invitationId, totp_pending), code, scope.now) : undefined
  if (step === undefined) throw new Invalid([{ at: 'code', message: t('Deze code klopt niet. Kijk of de tijd op uw telefoon goed staat en vul de nieuwste code in.', 'This code isn’t right. See that your phone shows the right time and enter the newest code.') }])
  await change(scope, invitationId, { totp_secret: totp_pending, totp_pending: null, totp_last_step: step, totp_confirmed_at: scope.now, code_hash: null, code_until: null, code_tries: 0 })
}

/** Back to a code by e-mail. */
export async function removePortalApp(scope: Scope, invitationId: string): Promise<void> {
  await change(scope, invitationId, { totp_secret: null, totp_pending: null, totp_last_step: null, totp_confirmed_at: null })
}

/** @returns the invitation that was opened; undefined for a wrong or used code, after five wrong ones for a while, or for a link that doesn't work (any more) */
export async function openWithApp(scope: Scope, token: string, typed: string): Promise<string | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const row = await scope.tx.selectFrom('portal_invitation').select(['id', 'totp_secret', 'totp_last_step', 'code_tries', 'code_until'])
    .where('organisation_id', '=', scope.organisation.id).where('token_hash', '=', tokenHash(token)).where('ended_at', 'is', null).where('expires_at', '>', scope.now).where('totp_confirmed_at', 'is not', null).forUpdate().executeTakeFirst()
  if (!row?.totp_secret) return undefined
  const tries = row.code_until !== null && row.code_until > scope.now ? row.code_tries : 0
  if (tries >= mostTries) return undefined
  const step = stepOf(opened(scope, row.id, row.totp_secret), typed, scope.now)
  const isRight = step !== undefined && (row.totp_last_step === null || step > Number(row.totp_last_step))
  await change(scope, row.id, isRight ? { totp_last_step: step, code_tries: 0, code_until: null } : { code_tries: tries + 1, code_until: new Date(scope.now.getTime() + lockedMinutes * 60_000) })
  return isRight ? row.id : undefined
}

type Changed = { totp_secret?: Buffer | null; totp_pending?: Buffer | null; totp_last_step?: number | null; totp_confirmed_at?: Date | null; code_hash?: null; code_until?: Date | null; code_tries?: number }

async function change(scope: Scope, id: string, values: Changed): Promise<void> {
  await scope.tx.updateTable('portal_invitation').set(values).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('ended_at', 'is', null).execute()
}

async function mine(scope: Scope, id: string) {
  const { rows: [row] } = await sql<{ email: string; totp_pending: Buffer | null; totp_confirmed_at: Date | null }>`
    select email, totp_pending, totp_confirmed_at from portal_invitation where organisation_id = ${scope.organisation.id} and id = ${id} for update`.execute(scope.tx)
  return row!
}

function opened({ organisation }: Scope, id: string, secret: Buffer): string {
  return unseal(organisation.key, purposeOf(id), secret).toString('utf8')
}

function purposeOf(id: string): string {
  return `portal-app:${id}`
}
