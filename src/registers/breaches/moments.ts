// Moments of a breach: to the minute, never in the future, and how long lies between two (art. 33 lid 1 AVG).
import { minuteOf } from '../../case-kit/moments.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, type Words } from '../../ground/words.ts'
import type { AnyInput } from '../../register-kit/entry.ts'

export const inTheFuture: Words = {
  nl: 'Dit moment ligt in de toekomst. Een datalek dat nog moet gebeuren, is niet te melden: kies een moment tot en met nu.', en: 'This moment lies in the future. A breach that is yet to happen can’t be reported: choose a moment up to now.',
}

/** What a step asked for its moment, or now where nothing was filled in. @throws Invalid for what is yet to come */
export function pastMoment({ now }: Pick<Scope, 'now'>, values: AnyInput, key: string): string {
  const given = values[key] as string | null | undefined
  if (given === null || given === undefined) return minuteOf(now)
  if (Date.parse(given) > now.getTime()) throw new Invalid([{ at: key, message: say(inTheFuture) }])
  return given
}

const hour = 3_600_000

/** Hours from one moment to another; null where one of them isn't known. */
export function hoursBetween(from: string | null | undefined, until: string | null | undefined): number | null {
  if (!from || !until) return null
  return (Date.parse(until) - Date.parse(from)) / hour
}

/** Faults at the moments that lie in the future, but for those that stood there already: a clock that was set back makes nothing wrong. */
export function futureFaults(input: AnyInput, keys: readonly string[], now: Date, before?: AnyInput): { at: string; message: Words }[] {
  return keys.flatMap((at) => {
    const value = input[at]
    return typeof value === 'string' && Date.parse(value) > now.getTime() && value !== before?.[at] ? [{ at, message: inTheFuture }] : []
  })
}
