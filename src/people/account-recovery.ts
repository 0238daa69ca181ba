// Account recovery: what whoever runs the machine can do for an account that no one organisation may touch, or whose only administrator is locked out.
import type { Database } from '../ground/database.ts'
import { Refused } from '../ground/refusals.ts'
import { accountByEmail } from './accounts.ts'
import { commandLine } from './device.ts'
import { hashPassword } from './passwords.ts'
import { resetSecondFactor } from './second-factor.ts'
import { endSessions } from './sessions.ts'
import { noteSignIn } from './sign-in-events.ts'
import { newTypedCode } from './tokens.ts'

const origin = { ip: '–', device: commandLine }

/** Gives a new password, takes the second factor away, or both; every session ends. @returns the new password, to be shown once. @throws Refused for an unknown address */
export async function recoverAccount(database: Database, now: Date, email: string, lost: { password: boolean; secondFactor: boolean }): Promise<string | undefined> {
  const password = lost.password ? newTypedCode(5) : undefined
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  return database.transaction().execute(async (tx) => {
    const account = await accountByEmail(tx, email)
    if (!account) throw new Refused(`Er is geen account met het adres ${email}.`)
    if (passwordHash !== undefined) {
      await tx.updateTable('account').set({ password_hash: passwordHash, password_changed_at: now }).where('id', '=', account.id).execute()
      await noteSignIn(tx, now, origin, { what: 'password_changed', accountId: account.id })
    }
    if (lost.secondFactor) {
      await resetSecondFactor(tx, account.id)
      await noteSignIn(tx, now, origin, { what: 'second_factor_removed', accountId: account.id })
    }
    await endSessions({ database: tx, clock: () => now }, account.id, {})
    return password
  })
}
