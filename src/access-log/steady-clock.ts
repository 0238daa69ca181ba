// Steady clock: since when the server's clock goes on as a clock does. One that jumped years ahead would call records due that aren't, and what is removed doesn't come back.
import type { Scope } from '../ground/scope.ts'

export type SeenClock = { readonly lookedAt: Date; readonly steadySince: Date | null }

const hourMs = 3_600_000
/** Between two looks, which come every five minutes: a weekend without power isn't a jump. */
const mostAheadMs = 72 * hourMs
/** Summer and winter time don't touch moments; a correction by NTP is seconds. */
const mostBackMs = hourMs
/** Somebody sees within a week that the server thinks it is another year. */
const waitMs = 7 * 24 * hourMs

/** Since when it is steady, as a look at `now` finds it. Pure. */
export function steadySince(before: SeenClock | undefined, now: Date): Date {
  const step = before ? now.getTime() - before.lookedAt.getTime() : 0
  return before?.steadySince && step <= mostAheadMs && step >= -mostBackMs ? before.steadySince : now
}

/** From when on records may be removed, were the clock to go on so; undefined where it was never looked at. Pure. */
export function removesFrom(seen: SeenClock | undefined): Date | undefined {
  return seen?.steadySince ? new Date(seen.steadySince.getTime() + waitMs) : undefined
}

/** Whether the clock may be believed at `now`: it was looked at shortly before, and was steady for a week then. Pure. */
export function isSteady(seen: SeenClock | undefined, now: Date): boolean {
  const from = removesFrom(seen)
  return from !== undefined && steadySince(seen, now) === seen!.steadySince && now >= from
}

export async function seenClock({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>): Promise<SeenClock | undefined> {
  const row = await tx.selectFrom('access_look').select(['looked_at', 'steady_since']).where('organisation_id', '=', organisation.id).executeTakeFirst()
  return row && { lookedAt: row.looked_at, steadySince: row.steady_since }
}
