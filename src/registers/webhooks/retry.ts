// Retry: when a message that failed is sent again, when it is given up, and how long its target is left in peace.

const minute = 60_000
const hour = 60 * minute

/** Pauses after the first, second ... failure; together a day. */
export const pauses: readonly number[] = [1 * minute, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 6 * hour + 24 * minute]

/** How often a message is sent before it is given up. */
export const mostAttempts = pauses.length + 1

/** After this long of nothing but failures a subscription is paused. */
export const patience = 24 * hour

const longestAsked = 1 * hour

/**
 * When a message is sent again after its `attempt`-th failure; undefined when it is given up.
 * Up to a tenth is added by chance, so that what failed together doesn't return together. `askedSeconds` is the target's own wish (Retry-After).
 */
export function nextTry(attempt: number, failedAt: Date, askedSeconds = 0, chance: () => number = Math.random): Date | undefined {
  const pause = pauses[attempt - 1]
  return pause === undefined ? undefined : later(failedAt, Math.max(pause * (1 + chance() / 10), wish(askedSeconds)))
}

/** Until when nothing at all goes to a target that failed so many times in a row: 1 second, 2, 4 ... at most a minute, or what it asked. */
export function heldUntil(failures: number, failedAt: Date, askedSeconds = 0): Date {
  return later(failedAt, Math.max(Math.min(minute, 1_000 * 2 ** Math.min(failures - 1, 10)), wish(askedSeconds)))
}

/** Seconds that a target asked to wait, from its Retry-After header: a number, or a moment. */
export function askedWait(header: string | undefined, now: Date): number {
  if (header === undefined) return 0
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1_000
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0
}

function wish(seconds: number): number {
  return Math.min(seconds * 1_000, longestAsked)
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + Math.round(ms))
}
