// Sessions: who is signed in on which browser. Idle for two hours or twelve hours old, a session is over; what was typed is kept (kept-forms.ts).
import type { Context } from 'hono'
import { cookieNameOf, giveCookie, readCookie, takeCookieAway } from '../ground/cookies.ts'
import type { Database, Tx } from '../ground/database.ts'
import { newId } from '../ground/ids.ts'
import { callerAddress } from '../ground/http-guards.ts'
import { forgetAttempts } from './attempts.ts'
import { deviceOf, sayDevice } from './device.ts'
import type { House } from './house.ts'
import type { Origin } from './sign-in-events.ts'
import type { Session } from './signed-in.ts'
import { newToken, tokenHash } from './tokens.ts'

// Two hours of rest and one working day at most: usual for government, and a stolen laptop lets nobody in the next morning.
export const idleMinutes = 120
export const longestHours = 12
const freshMinutes = 10
/** `last_seen_at` is written at most once in this time, so that reading doesn't cost a write each. */
const seenEverySeconds = 60

export function originOf(c: Context, house: House): Origin {
  return { ip: callerAddress(c, house.config.trustedProxies), device: deviceOf(c.req.header('user-agent')) }
}

/** Starts a session and gives the browser its cookie; an older one in this browser ends, so nobody can plant theirs. */
export async function startSession(c: Context, house: House, input: { accountId: string; method: Session['method']; limitedTo?: string; hasSecondFactor?: boolean }): Promise<Session> {
  const now = house.clock()
  await endSessionOf(c, house)
  const token = newToken()
  const origin = originOf(c, house)
  const session: Session = { id: newId(), accountId: input.accountId, limitedTo: input.limitedTo ?? null, method: input.method, secondFactorAt: input.hasSecondFactor ? now : null, provedAt: now }
  await house.database.insertInto('session').values({
    id: session.id, token_hash: tokenHash(token), account_id: session.accountId, limited_to: session.limitedTo, method: session.method,
    second_factor_at: session.secondFactorAt, proved_at: now, created_at: now, last_seen_at: now, expires_at: hoursAfter(now, longestHours), ip: origin.ip, device: origin.device,
  }).execute()
  // Sessions that ended long ago are of no use to anybody; the sign-in events stay.
  await house.database.deleteFrom('session').where('expires_at', '<', hoursAfter(now, -24 * 30)).execute()
  await forgetAttempts(house.database, now)
  giveCookie(c, 'session', isHttps(house), token)
  return session
}

/** The session this browser carries, or undefined when there is none or it is over. */
export async function currentSession(c: Context, house: House): Promise<Session | undefined> {
  const row = await rowOfCookie(c, house)
  return row && useSession(house, row)
}

/** A session as the database keeps it. */
export type SessionRow = {
  id: string; account_id: string; limited_to: string | null; method: string; second_factor_at: Date | null; proved_at: Date
  last_seen_at: Date; expires_at: Date; ended_at: Date | null
}

/** The session of a row that was read, or undefined when it is over; that it was used now is kept. */
export async function useSession(house: House, row: SessionRow): Promise<Session | undefined> {
  const now = house.clock()
  if (row.ended_at !== null || row.expires_at <= now || row.last_seen_at <= minutesBefore(now, idleMinutes)) return undefined
  if (now.getTime() - row.last_seen_at.getTime() > seenEverySeconds * 1000) {
    await house.database.updateTable('session').set({ last_seen_at: now }).where('id', '=', row.id).execute()
  }
  return { id: row.id, accountId: row.account_id, limitedTo: row.limited_to, method: row.method, secondFactorAt: row.second_factor_at, provedAt: row.proved_at }
}

/** The account of the session this browser had, also when it is over: its typed text may be kept for it. */
export async function lastAccountOf(c: Context, house: House): Promise<string | undefined> {
  return (await rowOfCookie(c, house))?.account_id
}

/** The second step was passed: the same session goes on under a new token. */
export async function passSecondFactor(c: Context, house: House, session: Session): Promise<void> {
  const token = newToken()
  const now = house.clock()
  await house.database.updateTable('session').set({ second_factor_at: now, proved_at: now, token_hash: tokenHash(token) }).where('id', '=', session.id).execute()
  giveCookie(c, 'session', isHttps(house), token)
}

/** The password was asked again, and right. */
export async function proveAgain(house: House, session: Session): Promise<void> {
  await house.database.updateTable('session').set({ proved_at: house.clock() }).where('id', '=', session.id).execute()
}

/** Whether the holder proved who they are a moment ago: asked before somebody gets another way in. */
export function isFresh(session: Session, now: Date): boolean {
  return now.getTime() - session.provedAt.getTime() < freshMinutes * 60_000
}

/** No second factor is left: what was passed with it counts no more, so that an organisation that requires one asks for a new one at once. */
export async function forgetPassedFactor(db: Database | Tx, accountId: string): Promise<void> {
  await db.updateTable('session').set({ second_factor_at: null }).where('account_id', '=', accountId).where('ended_at', 'is', null).execute()
}

/** Ends the session of this browser, if any, and takes the cookie away. */
export async function endSessionOf(c: Context, house: House): Promise<void> {
  const token = readCookie(c, 'session', isHttps(house))
  if (token) await house.database.updateTable('session').set({ ended_at: house.clock() }).where('token_hash', '=', tokenHash(token)).where('ended_at', 'is', null).execute()
  takeCookieAway(c, 'session', isHttps(house))
}

export type ShownSession = { id: string; device: string; ip: string; method: string; createdAt: Date; lastSeenAt: Date }

/** Living sessions of an account, last seen first; with an organisation only those that open it. */
export async function listSessions(house: House, accountId: string, organisationId?: string): Promise<ShownSession[]> {
  const now = house.clock()
  let query = house.database.selectFrom('session').select(['id', 'device', 'ip', 'method', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId).where('ended_at', 'is', null).where('expires_at', '>', now).where('last_seen_at', '>', minutesBefore(now, idleMinutes))
  if (organisationId) query = query.where((where) => where.or([where('limited_to', 'is', null), where('limited_to', '=', organisationId)]))
  const rows = await query.orderBy('last_seen_at', 'desc').execute()
  return rows.map((row) => ({ id: row.id, device: sayDevice(row.device), ip: row.ip, method: row.method, createdAt: row.created_at, lastSeenAt: row.last_seen_at }))
}

/** Ends sessions of an account: one, or all but one. @returns how many ended. */
export async function endSessions(house: Pick<House, 'database' | 'clock'>, accountId: string, which: { only?: string; except?: string; organisationId?: string }): Promise<number> {
  let query = house.database.updateTable('session').set({ ended_at: house.clock() }).where('account_id', '=', accountId).where('ended_at', 'is', null)
  if (which.only) query = query.where('id', '=', which.only)
  if (which.except) query = query.where('id', '<>', which.except)
  const { organisationId } = which
  if (organisationId) query = query.where((where) => where.or([where('limited_to', 'is', null), where('limited_to', '=', organisationId)]))
  const ended = await query.executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** What this browser's rate is counted by; never the token itself. */
export function sessionKeyOf(c: Context, house: Pick<House, 'config'>): string | undefined {
  const token = readCookie(c, 'session', isHttps(house))
  return token && tokenHash(token).toString('base64url')
}

/** With https the name has the __Host- prefix: then no neighbouring domain can set it. */
export function cookieName(house: Pick<House, 'config'>): string {
  return cookieNameOf('session', isHttps(house))
}

export function isHttps(house: Pick<House, 'config'>): boolean {
  return house.config.publicUrl.startsWith('https:')
}

async function rowOfCookie(c: Context, house: House): Promise<SessionRow | undefined> {
  const hash = sessionHashOf(c, house)
  return hash && await house.database.selectFrom('session')
    .select(['id', 'account_id', 'limited_to', 'method', 'second_factor_at', 'proved_at', 'last_seen_at', 'expires_at', 'ended_at'])
    .where('token_hash', '=', hash).executeTakeFirst()
}

/** What the session of this browser is found by. */
export function sessionHashOf(c: Context, house: Pick<House, 'config'>): Buffer | undefined {
  const token = readCookie(c, 'session', isHttps(house))
  return token && token.length <= 100 ? tokenHash(token) : undefined
}

function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}

function hoursAfter(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000)
}
