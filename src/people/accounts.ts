// Accounts: who can sign in. Global, because one person may serve several organisations; the persons of each point here.
import { newId } from '../ground/ids.ts'
import { Invalid, Refused } from '../ground/refusals.ts'
import type { Database, Tx } from '../ground/database.ts'
import { t } from '../ground/words.ts'
import { acceptPassword, hashPassword, isPassword } from './passwords.ts'

/** `hasSecondFactor`: an authenticator app or a passkey. */
export type Account = { id: string; email: string | null; hasSecondFactor: boolean; hasApp: boolean; hasPasskey: boolean; hasPassword: boolean }

/** An address as it is stored and compared. */
export function plainEmail(typed: string): string {
  return typed.trim().toLowerCase()
}

const emailShape = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/

/** @throws Invalid at the field when this can't be an address. */
export function acceptEmail(typed: string, at = 'email'): string {
  const email = plainEmail(typed)
  if (email.length > 254 || !emailShape.test(email)) throw new Invalid([{ at, message: t(
    'Vul een geldig e-mailadres in, bijvoorbeeld naam@gemeente.example.',
    'Enter a valid e-mail address, for example name@gemeente.example.',
  ) }])
  return email
}

export async function findAccount(db: Database | Tx, id: string): Promise<Account | undefined> {
  const row = await db.selectFrom('account')
    .select(({ exists, selectFrom }) => ['id', 'email', 'password_hash', 'totp_confirmed_at', exists(selectFrom('passkey').select('passkey.id').whereRef('passkey.account_id', '=', 'account.id')).as('has_passkey')])
    .where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const hasApp = row.totp_confirmed_at !== null
  const hasPasskey = Boolean(row.has_passkey)
  return { id: row.id, email: row.email, hasSecondFactor: hasApp || hasPasskey, hasApp, hasPasskey, hasPassword: row.password_hash !== null }
}

/**
 * Makes an account. `passwordHash` spares hashing again where many share one (demo world).
 * `email` null is an account that only an identity provider can open.
 * @throws Refused when the address has an account already.
 */
export async function createAccount(db: Database | Tx, now: Date, input: { email: string | null; passwordHash?: string }): Promise<string> {
  const id = newId()
  const made = await db.insertInto('account')
    .values({ id, email: input.email === null ? null : acceptEmail(input.email), password_hash: input.passwordHash ?? null, password_changed_at: input.passwordHash ? now : null, created_at: now })
    .onConflict((conflict) => conflict.column('email').doNothing()).returning('id').executeTakeFirst()
  if (!made) throw new Refused(t(
    'Er bestaat al een account met dit e-mailadres. Log daarmee in.',
    'There is an account with this e-mail address already. Sign in with it.',
  ))
  return id
}

export async function accountByEmail(db: Database | Tx, email: string): Promise<{ id: string; passwordHash: string | null } | undefined> {
  const row = await db.selectFrom('account').select(['id', 'password_hash']).where('email', '=', plainEmail(email)).executeTakeFirst()
  return row && { id: row.id, passwordHash: row.password_hash }
}

/** Sets a new password. @throws Invalid when it is too short or easy to guess. `about`: words it may not lean on. */
export async function setPassword(db: Database | Tx, now: Date, accountId: string, password: string, about: readonly string[] = []): Promise<void> {
  const account = await findAccount(db, accountId)
  acceptPassword(password, [...about, account?.email ?? ''])
  await db.updateTable('account').set({ password_hash: await hashPassword(password), password_changed_at: now }).where('id', '=', accountId).execute()
}

/** Asks an account's own password again, before something that matters. */
export async function confirmsPassword(db: Database | Tx, accountId: string, password: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('password_hash').where('id', '=', accountId).executeTakeFirst()
  return isPassword(row?.password_hash, password)
}
