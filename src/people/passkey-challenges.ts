// Passkey challenges: random words that a passkey signs: kept here for five minutes, good for one try, and only where they were asked for.
import type { Context } from 'hono'
import { giveCookie, readCookie } from '../ground/cookies.ts'
import type { Database } from '../ground/database.ts'
import type { House } from './house.ts'
import { isHttps } from './sessions.ts'
import { newToken, tokenHash } from './tokens.ts'

/** What is asked, and for whom: `boundTo` is the session's id, or the browser's own token where nobody is signed in yet. */
export type Asked = { readonly purpose: 'register' | 'sign_in' | 'second_step'; readonly boundTo: string }

export const challengeMinutes = 5

export async function rememberChallenge(house: House, asked: Asked, challenge: string): Promise<void> {
  const now = house.clock()
  await forgetChallenges(house.database, now)
  await house.database.insertInto('passkey_challenge').values({
    challenge_hash: tokenHash(challenge), purpose: asked.purpose, bound_to: tokenHash(asked.boundTo), expires_at: new Date(now.getTime() + challengeMinutes * 60_000),
  }).execute()
}

/** Takes the challenge away: of two answers to it only one finds it, whatever comes of that answer. */
export async function takeChallenge(house: House, asked: Asked, challenge: string): Promise<boolean> {
  const taken = await house.database.deleteFrom('passkey_challenge').where('challenge_hash', '=', tokenHash(challenge)).where('purpose', '=', asked.purpose)
    .where('bound_to', '=', tokenHash(asked.boundTo)).where('expires_at', '>', house.clock()).executeTakeFirst()
  return Number(taken.numDeletedRows) === 1
}

export async function forgetChallenges(database: Database, now: Date): Promise<void> {
  await database.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute()
}

/** The token of this browser: without it somebody could be signed in with a passkey that another person answered elsewhere. */
export function browserToken(c: Context, house: House): string {
  const known = readCookie(c, 'passkey', isHttps(house))
  if (known && known.length < 100) return known
  const token = newToken()
  giveCookie(c, 'passkey', isHttps(house), token)
  return token
}
