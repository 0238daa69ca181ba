// Attempts: whoever fails to sign in waits longer each time, per account and per address; nobody is shut out for good.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../ground/database.ts'
import { TooMany } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'

export type Watch = {
  /** What is watched; a person sees neither this nor its hash. */
  key: string
  /** Failures without waiting. */
  free: number
}

const firstWaitSeconds = 15
const longestWaitSeconds = 15 * 60
/** Failures are forgotten after a quiet day. */
const memoryHours = 24

export const watchAccount = (email: string): Watch => ({ key: `account:${email}`, free: 4 })
export const watchFactor = (accountId: string): Watch => ({ key: `factor:${accountId}`, free: 4 })
// Many people share one address behind an office's gateway.
export const watchAddress = (ip: string): Watch => ({ key: `address:${networkOf(ip)}`, free: 30 })
export const watchSetup = (ip: string): Watch => ({ key: `setup:${networkOf(ip)}`, free: 4 })

/**
 * Counts an attempt before it is tried, as if it failed: so parallel guesses can't all pass the check first. Success takes it away again.
 * @throws TooMany with the seconds to wait.
 */
export async function beginAttempt(database: Database, now: Date, watches: readonly Watch[]): Promise<void> {
  for (const watch of watches) {
    const counted = await sql<{ failures: number }>`
      insert into sign_in_wait as w (key, failures, wait_until, last_at) values (${hashOf(watch)}, 1, ${now}, ${now})
      on conflict (key) do update set
        failures = case when w.last_at < ${now}::timestamptz - make_interval(hours => ${memoryHours}) then 1 else w.failures + 1 end,
        wait_until = ${now}::timestamptz + make_interval(secs => case
          when w.last_at < ${now}::timestamptz - make_interval(hours => ${memoryHours}) or w.failures + 1 <= ${watch.free} then 0
          else least(${longestWaitSeconds}, ${firstWaitSeconds} * power(2, least(w.failures - ${watch.free}, 10))) end),
        last_at = ${now}
      where w.wait_until <= ${now}
      returning failures`.execute(database)
    if (counted.rows.length > 0) continue
    const row = await database.selectFrom('sign_in_wait').select('wait_until').where('key', '=', hashOf(watch)).executeTakeFirst()
    const seconds = Math.max(1, Math.ceil(((row?.wait_until.getTime() ?? now.getTime()) - now.getTime()) / 1000))
    throw new TooMany(seconds, t(
      `Te vaak geprobeerd. Wacht ${sayWait(seconds)} en probeer het dan opnieuw.`,
      `Too many attempts. Wait ${sayWait(seconds)} and try again.`,
    ))
  }
}

/** The attempt was right: the account starts afresh; an address keeps its other failures. */
export async function endAttempt(database: Database, watches: readonly Watch[]): Promise<void> {
  for (const watch of watches) {
    if (watch.key.startsWith('address:')) {
      await database.updateTable('sign_in_wait').set({ failures: sql`greatest(failures - 1, 0)`, wait_until: sql`last_at` }).where('key', '=', hashOf(watch)).execute()
    } else await database.deleteFrom('sign_in_wait').where('key', '=', hashOf(watch)).execute()
  }
}

/** Takes away what is no longer remembered, so that guessing doesn't fill the table. */
export async function forgetAttempts(database: Database, now: Date): Promise<void> {
  await database.deleteFrom('sign_in_wait').where('last_at', '<', new Date(now.getTime() - memoryHours * 3_600_000)).execute()
}

export function sayWait(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? t('1 seconde', '1 second') : t(`${seconds} seconden`, `${seconds} seconds`)
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? t('1 minuut', '1 minute') : t(`${minutes} minuten`, `${minutes} minutes`)
}

function hashOf(watch: Watch): Buffer {
  return createHash('sha256').update(watch.key).digest()
}

/** One household or office has a whole /64 of IPv6 addresses. */
export function networkOf(ip: string): string {
  if (!ip.includes(':')) return ip
  const [head = '', tail = ''] = ip.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const parts = ip.includes('::') ? [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right] : left
  return parts.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '').toLowerCase()).join(':')
}
