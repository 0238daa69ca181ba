// Second factor: codes of an authenticator app (RFC 6238), each of which works once, and recovery codes for when app and passkeys are lost (passkeys.ts).
import { generateSecret, generateURI, verifySync } from 'otplib'
import { sql } from 'kysely'
import type { Database, Tx } from '../ground/database.ts'
import { seal, unseal } from '../ground/keys.ts'
import { Invalid } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { findAccount } from './accounts.ts'
import type { House } from './house.ts'
import { forgetPassedFactor } from './sessions.ts'
import { newTypedCode, plainCode, tokenHash } from './tokens.ts'

const periodSeconds = 30
const recoveryCodeCount = 10
/** A page with a QR code may be loaded again; after an hour it gets a new secret. */
const pendingMinutes = 60

export type Enrolment = { secret: string; uri: string }

/** The secret that waits for its first code; made when there is none, so that loading the page again shows the same QR code. */
export async function pendingEnrolment(house: House, accountId: string, label: string): Promise<Enrolment> {
  const now = house.clock()
  const fresh = generateSecret()
  const row = await house.database.updateTable('account').set({
    totp_pending: sql<Buffer>`case when totp_pending is null or totp_pending_at < ${new Date(now.getTime() - pendingMinutes * 60_000)} then ${sealed(house, accountId, fresh)} else totp_pending end`,
    totp_pending_at: sql<Date>`case when totp_pending is null or totp_pending_at < ${new Date(now.getTime() - pendingMinutes * 60_000)} then ${now} else totp_pending_at end`,
  }).where('id', '=', accountId).returning('totp_pending').executeTakeFirstOrThrow()
  const secret = row.totp_pending ? opened(house, accountId, row.totp_pending) : fresh
  return { secret, uri: generateURI({ issuer: 'Waarborg', label, secret }) }
}

/** The app shows the right code: from now on it is asked for. @returns fresh recovery codes, to be shown once. @throws Invalid */
export async function confirmEnrolment(house: House, accountId: string, code: string): Promise<string[]> {
  return house.database.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('account').select('totp_pending').where('id', '=', accountId).forUpdate().executeTakeFirst()
    const step = row?.totp_pending ? stepOf(opened(house, accountId, row.totp_pending), code, house.clock()) : undefined
    if (!row?.totp_pending || step === undefined) {
      throw new Invalid([{ at: 'code', message: t(
        'Deze code klopt niet. Kijk of de tijd op uw telefoon goed staat en vul de nieuwste code in.',
        'This code isn’t right. See that your phone shows the right time and enter the newest code.',
      ) }])
    }
    await tx.updateTable('account').set({ totp_secret: row.totp_pending, totp_pending: null, totp_pending_at: null, totp_last_step: step, totp_confirmed_at: house.clock() })
      .where('id', '=', accountId).execute()
    return renewRecoveryCodes(tx, accountId)
  })
}

/**
 * Accepts a code once: the step it belongs to is stored in the same statement that checks it is newer than the last one,
 * so of two parallel requests with one code one is refused (RFC 6238, section 5.2).
 */
export async function acceptCode(house: House, accountId: string, code: string): Promise<boolean> {
  const row = await house.database.selectFrom('account').select('totp_secret').where('id', '=', accountId).where('totp_confirmed_at', 'is not', null).executeTakeFirst()
  const step = row?.totp_secret ? stepOf(opened(house, accountId, row.totp_secret), code, house.clock()) : undefined
  if (step === undefined) return false
  const used = await house.database.updateTable('account').set({ totp_last_step: step }).where('id', '=', accountId)
    .where((where) => where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', step)])).executeTakeFirst()
  return Number(used.numUpdatedRows) === 1
}

/** Accepts a recovery code once. */
export async function acceptRecoveryCode(house: House, accountId: string, typed: string): Promise<boolean> {
  const used = await house.database.updateTable('recovery_code').set({ used_at: house.clock() })
    .where('account_id', '=', accountId).where('code_hash', '=', tokenHash(plainCode(typed))).where('used_at', 'is', null).executeTakeFirst()
  return Number(used.numUpdatedRows) === 1
}

/** Replaces all recovery codes by new ones. @returns them; only their hashes are kept (80 random bits each). */
export async function renewRecoveryCodes(db: Database | Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => newTypedCode(4))
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await db.insertInto('recovery_code').values(codes.map((code) => ({ account_id: accountId, code_hash: tokenHash(plainCode(code)) }))).execute()
  return codes
}

export async function recoveryCodesLeft(db: Database | Tx, accountId: string): Promise<number> {
  const row = await db.selectFrom('recovery_code').select((count) => count.fn.countAll<number>().as('left')).where('account_id', '=', accountId).where('used_at', 'is', null).executeTakeFirst()
  return row?.left ?? 0
}

/** Takes the authenticator app away; passkeys stay. */
export async function removeApp(db: Database | Tx, accountId: string): Promise<void> {
  await db.updateTable('account').set({ totp_secret: null, totp_pending: null, totp_pending_at: null, totp_last_step: null, totp_confirmed_at: null }).where('id', '=', accountId).execute()
  await settleSecondFactor(db, accountId)
}

/**
 * Takes the whole second factor away: app, passkeys and recovery codes, for whoever lost them all. It must be set anew at the next sign-in.
 * The caller notes `second_factor_removed` and ends the sessions.
 */
export async function resetSecondFactor(db: Database | Tx, accountId: string): Promise<void> {
  await db.deleteFrom('passkey').where('account_id', '=', accountId).execute()
  await removeApp(db, accountId)
}

/** After something was taken away: when no second factor is left, its recovery codes go too, and what was passed with it counts no more. */
export async function settleSecondFactor(db: Database | Tx, accountId: string): Promise<void> {
  if ((await findAccount(db, accountId))?.hasSecondFactor) return
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await forgetPassedFactor(db, accountId)
}

/** The time step whose code this is, at most one step away from now; undefined for a wrong code. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(now.getTime() / 1000)
  const result = verifySync({ secret, token, epoch, epochTolerance: periodSeconds })
  return result.valid ? Math.floor(epoch / periodSeconds) + result.delta : undefined
}

function sealed(house: House, accountId: string, secret: string): Buffer {
  return seal(house.master.bytes, `totp:${accountId}`, secret)
}

function opened(house: House, accountId: string, secret: Buffer): string {
  return unseal(house.master.bytes, `totp:${accountId}`, secret).toString('utf8')
}
