// Holder: who may look at an account, and who may change how it opens.
import type { Context } from 'hono'
import { findAccount } from './accounts.ts'
import type { House } from './house.ts'
import { localPath, withOnward } from './local-path.ts'
import { membershipsOf } from './organisations.ts'
import { currentSession, isFresh } from './sessions.ts'
import type { Session } from './signed-in.ts'
import { lacksSecondFactor } from './with-scope.ts'

/** Whoever may see the account: signed in, and past the second step when one is set. */
export async function holderOf(c: Context, house: House, here: string): Promise<Session | Response> {
  const session = await currentSession(c, house)
  if (!session) return c.redirect(withOnward('/inloggen', here), 303)
  if ((await lacksSecondFactor(house, session, false)) === 'ask') return c.redirect(withOnward('/tweede-stap', here), 303)
  return session
}

/**
 * Whoever may set up another way in: signed in, and past the present second step when there is one.
 * An organisation's provider can't vouch for an account that also opens other organisations, or that opens by a password of its own.
 */
export async function mayEnrol(c: Context, house: House, page: string): Promise<Session | Response> {
  const session = await currentSession(c, house)
  const onward = localPath(c.req.query('verder'))
  const here = withOnward(page, onward)
  if (!session) return c.redirect(withOnward('/inloggen', here), 303)
  const account = await findAccount(house.database, session.accountId)
  if (account?.hasSecondFactor && !session.secondFactorAt) return c.redirect(withOnward('/tweede-stap', here), 303)
  if (session.limitedTo !== null && (account?.hasPassword || (await membershipsOf(house.database, session.accountId)).length > 1)) return c.redirect(withOnward('/inloggen', here), 303)
  return session
}

/** As `mayEnrol`, and proved a moment ago who they are: else somebody at an unlocked computer makes a way in that lasts. */
export async function provenHolder(c: Context, house: House, page: string): Promise<Session | Response> {
  const session = await mayEnrol(c, house, page)
  if (session instanceof Response || isFresh(session, house.clock())) return session
  return c.redirect(withOnward('/account/bevestigen', withOnward(page, localPath(c.req.query('verder')))), 303)
}

/** Signed in by passkey a moment ago: as sure as the password, so that a forgotten one can be chosen anew. */
export function isSureByPasskey(house: House, session: Session): boolean {
  return session.method === 'passkey' && isFresh(session, house.clock())
}
