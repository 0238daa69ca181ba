// Clock: moments and plain dates. Rules get `now` handed to them; only doors ask the machine for the time.
import { Temporal } from 'temporal-polyfill'

export const timeZone = 'Europe/Amsterdam'

/** The calendar day (`2026-11-22`) that a moment falls on in the Netherlands. */
export function dayOf(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The day a calendar duration (ISO 8601, `P1Y`) after a day; a missing date becomes the month's last day. */
export function dayAfter(day: string, duration: string): string {
  return Temporal.PlainDate.from(day).add(Temporal.Duration.from(duration)).toString()
}

const longDay = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
const shortDay = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', timeZone })
const shortMoment = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone })

/** `22 november 2026`, for a plain date or a moment. */
export function sayDay(day: string | Date): string {
  return longDay.format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day)
}

/** `22 nov 2026`, where room is scarce. */
export function sayShortDay(day: string | Date): string {
  return shortDay.format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day)
}

/** `22 nov 2026, 14:05`. */
export function sayMoment(moment: Date): string {
  return shortMoment.format(moment)
}
