// Clock: moments and plain dates. Rules get `now` handed to them; only doors ask the machine for the time.
import { Temporal } from 'temporal-polyfill'
import { aheadAt, isCounted, timeZone, writeDay } from './clock-changes.ts'
import { currentLanguage } from './words.ts'

/** The machine's clock, for a door. */
export function machineClock(): Date {
  return new Date()
}

/** The calendar day (`2026-11-22`) that a moment falls on in the Netherlands. */
export function dayOf(moment: Date): string {
  const time = moment.getTime()
  return isCounted(moment.getUTCFullYear()) ? writeDay(time + aheadAt(time)) : Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The day a calendar duration (ISO 8601, `P1Y`) after a day; a missing date becomes the month's last day. */
export function dayAfter(day: string, duration: string): string {
  return Temporal.PlainDate.from(day).add(Temporal.Duration.from(duration)).toString()
}

const formats = {
  nl: formatsOf('nl-NL'),
  en: formatsOf('en-GB'),
}

/** `22 november 2026`, for a plain date or a moment. */
export function sayDay(day: string | Date): string {
  return formats[currentLanguage()].longDay.format(atNoon(day))
}

/** `22 nov 2026`, where room is scarce. */
export function sayShortDay(day: string | Date): string {
  return formats[currentLanguage()].shortDay.format(atNoon(day))
}

/** `22 nov 2026, 14:05`. */
export function sayMoment(moment: Date): string {
  return formats[currentLanguage()].shortMoment.format(moment)
}

function formatsOf(locale: string) {
  return {
    longDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
    shortDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
    shortMoment: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone }),
  }
}

function atNoon(day: string | Date): Date {
  return typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day
}
