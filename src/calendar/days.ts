// Days: calendar days in the Netherlands: what day a moment falls on, when a day begins, weekdays, and Easter.
import { Temporal } from 'temporal-polyfill'
import { aheadAt, aheadOn, isCounted, timeZone, writeDay } from '../ground/clock-changes.ts'
import type { Length } from './duration.ts'

/** The first moment of a day, by summer or winter time. */
export function startOfDay(day: string): Date {
  const ahead = isOursDay(day) ? aheadOn(day) : undefined
  return new Date(ahead === undefined ? Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds : midnightOf(day) - ahead)
}

/** A time of a day (`08:30`); one that summer time skips is the moment an hour on, as clocks then stand. */
export function momentAt(day: string, time: string): Date {
  const ahead = isOursDay(day) && /^\d\d:\d\d$/.test(time) ? aheadOn(day) : undefined
  if (ahead !== undefined) return new Date(midnightOf(day) + Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * minute - ahead)
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds)
}

/** The time of day (`14:05`) of a moment. */
export function timeOfMoment(moment: Date): string {
  return isCounted(moment.getUTCFullYear()) ? new Date(moment.getTime() + aheadAt(moment.getTime())).toISOString().slice(11, 16) : zoned(moment).toPlainTime().toString({ smallestUnit: 'minute' })
}

export function addDays(day: string, days: number): string {
  const time = isOursDay(day) ? midnightOf(day) + days * 24 * hour : Number.NaN
  return isCounted(new Date(time).getUTCFullYear()) ? writeDay(time) : Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Years, months, weeks and days on; a date that isn't there becomes the last day of its month (art. 3 lid 2 onder c Verordening 1182/71). */
export function addCalendar(day: string, { years, months, weeks, days }: Length): string {
  return Temporal.PlainDate.from(day).add({ years, months, weeks, days }).toString()
}

export function takeCalendar(day: string, { years, months, weeks, days }: Length): string {
  return Temporal.PlainDate.from(day).subtract({ years, months, weeks, days }).toString()
}

/** Years and months by the calendar at the same time of day, and all smaller parts as hours that have passed. */
export function addElapsed(moment: Date, { years, months, weeks, days, hours, minutes }: Length): Date {
  const from = years + months > 0 ? new Date(zoned(moment).add({ years, months }).epochMilliseconds) : moment
  return new Date(from.getTime() + (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000)
}

/** From 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: string): number {
  // 1 January 1970 was a Thursday.
  return isOursDay(day) ? ((midnightOf(day) / (24 * hour) + 3) % 7 + 7) % 7 + 1 : Temporal.PlainDate.from(day).dayOfWeek
}

export function daysBetween(from: string, until: string): number {
  if (isOursDay(from) && isOursDay(until)) return (midnightOf(until) - midnightOf(from)) / (24 * hour)
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days
}

/** Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher). */
export function easterOf(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const place = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(place / 31), day: place % 31 + 1 }).toString()
}

function zoned(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)
}

const minute = 60_000
const hour = 60 * minute

/** A day as the product writes it, that is there. */
function isOursDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && isCounted(Number(day.slice(0, 4))) && !Number.isNaN(midnightOf(day)) && writeDay(midnightOf(day)) === day
}

function midnightOf(day: string): number {
  return Date.parse(`${day}T00:00Z`)
}
