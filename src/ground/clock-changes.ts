// Clock changes: how far Dutch clocks are ahead of UTC, asked of the time zone's own rules once a year and remembered: asking for each moment costs fifty times as much.
import { Temporal } from 'temporal-polyfill'

export const timeZone = 'Europe/Amsterdam'

type Stretch = { readonly from: number; readonly ahead: number }
type Year = { readonly stretches: readonly Stretch[]; readonly changes: ReadonlySet<string> }

/** Milliseconds that Dutch clocks are ahead of UTC at a moment. */
export function aheadAt(moment: number): number {
  return yearOf(new Date(moment).getUTCFullYear()).stretches.findLast(({ from }) => from <= moment)!.ahead
}

/** The same for a whole day; undefined on a day on which the clock is put forward or back. */
export function aheadOn(day: string): number | undefined {
  const year = yearOf(Number(day.slice(0, 4)))
  if (year.changes.has(day)) return undefined
  const midnight = Date.parse(`${day}T00:00Z`)
  // No change on this day: what holds at its noon holds all day.
  return year.stretches.findLast(({ from }) => from <= midnight + 12 * 3_600_000)?.ahead
}

const years = new Map<number, Year>()

function yearOf(year: number): Year {
  const known = years.get(year)
  if (known) return known
  const begins = Temporal.Instant.from(`${String(year).padStart(4, '0')}-01-01T00:00Z`).toZonedDateTimeISO(timeZone)
  const stretches: Stretch[] = [{ from: begins.epochMilliseconds, ahead: begins.offsetNanoseconds / 1e6 }]
  const changes = new Set<string>()
  for (let next = begins.getTimeZoneTransition('next'); next && next.toInstant().toZonedDateTimeISO('UTC').year === year; next = next.getTimeZoneTransition('next')) {
    stretches.push({ from: next.epochMilliseconds, ahead: next.offsetNanoseconds / 1e6 })
    changes.add(next.toPlainDate().toString())
    // As clocks stood the moment before, that may have been the day before.
    changes.add(next.subtract({ nanoseconds: 1 }).toPlainDate().toString())
  }
  const found = { stretches, changes }
  // A year that a hostile input makes up isn't kept for ever.
  if (years.size > 500) years.clear()
  years.set(year, found)
  return found
}

/** Years in which days are counted by plain arithmetic, which is fifty times as fast; the rest goes by Temporal. */
export function isCounted(year: number): boolean {
  return year >= 1950 && year <= 9990
}

/** The UTC day of a moment (`2026-11-22`). */
export function writeDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}
