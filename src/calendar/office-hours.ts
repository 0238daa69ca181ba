// Office hours: when an organisation works, per weekday, and how working days and working hours are counted by them.
import { addDays, momentAt, timeOfMoment, weekdayOf } from './days.ts'
import { dayOf } from '../ground/clock.ts'
import { type HolidayList, holidayOn, isWorkingDay } from './holiday-lists.ts'

/** From and until (`08:30`), within one day. */
export type OfficeDay = { readonly from: string; readonly until: string }

/** Monday to Sunday; null on days on which nobody works. */
export type OfficeHours = readonly [OfficeDay | null, OfficeDay | null, OfficeDay | null, OfficeDay | null, OfficeDay | null, OfficeDay | null, OfficeDay | null]

const usual: OfficeDay = { from: '08:30', until: '17:00' }
export const usualOfficeHours: OfficeHours = [usual, usual, usual, usual, usual, null, null]

/** The organisation's hours where they can be counted by, else the usual ones. */
export function officeHoursOr(hours: OfficeHours | undefined): OfficeHours {
  return hours && officeHoursFaults(hours).length === 0 ? hours : usualOfficeHours
}

/** Which days count as working days: a list by law, or the days on which the organisation works. */
export type WorkingDays = { readonly list: HolidayList; readonly hours: OfficeHours }

export function worksOn({ list, hours }: WorkingDays, day: string): boolean {
  return list === 'office' ? hoursOn(hours, day) !== null && holidayOn(list, day) === undefined : isWorkingDay(list, day)
}

/** The day itself where it is a working day, else the next one. */
export function workingDayFrom(days: WorkingDays, day: string): string {
  let found = day
  while (!worksOn(days, found)) found = addDays(found, 1)
  return found
}

/** So many working days after a day, which itself doesn't count. */
export function workingDaysAfter(days: WorkingDays, day: string, amount: number): string {
  let found = day
  for (let left = amount; left > 0; left--) found = workingDayFrom(days, addDays(found, 1))
  return found
}

/** How many working days follow after `from` up to and including `until`. */
export function workingDaysWithin(days: WorkingDays, from: string, until: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (worksOn(days, day)) count++
  return count
}

/** The moment at which so many minutes of office time have passed; what begins outside office hours begins to count when the office opens. */
export function officeMinutesAfter(days: WorkingDays, moment: Date, minutes: number): Date {
  let left = minutes
  for (let day = dayOf(moment); ; day = addDays(day, 1)) {
    const span = openOn(days, day)
    if (!span) continue
    const begins = Math.max(span.from.getTime(), moment.getTime())
    const open = (span.until.getTime() - begins) / 60_000
    if (open <= 0) continue
    if (left <= open) return new Date(begins + left * 60_000)
    left -= open
  }
}

/** Minutes of office time between two moments. */
export function officeMinutesWithin(days: WorkingDays, from: Date, until: Date): number {
  let minutes = 0
  for (let day = dayOf(from); day <= dayOf(until); day = addDays(day, 1)) {
    const span = openOn(days, day)
    if (span) minutes += Math.max(0, Math.min(span.until.getTime(), until.getTime()) - Math.max(span.from.getTime(), from.getTime())) / 60_000
  }
  return minutes
}

/** What is wrong with typed office hours, by weekday from 0 (Monday); -1 where nobody ever works, so that no term in working days could end. */
export function officeHoursFaults(hours: readonly (OfficeDay | null)[]): number[] {
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
  const wrong = hours.flatMap((day, index) => day !== null && !(isTime(day.from) && isTime(day.until) && day.from < day.until) ? [index] : [])
  return hours.length !== 7 || hours.every((day) => day === null) ? [-1, ...wrong] : wrong
}

/** Whether a moment falls within office hours. */
export function isOpenAt(days: WorkingDays, moment: Date): boolean {
  const day = dayOf(moment)
  const hours = worksOn(days, day) ? hoursOn(days.hours, day) : null
  const time = timeOfMoment(moment)
  return hours !== null && hours.from <= time && time < hours.until
}

function openOn(days: WorkingDays, day: string): { from: Date; until: Date } | undefined {
  // Where the law's list says working day but the office is shut, the usual hours stand in.
  const hours = worksOn(days, day) ? hoursOn(days.hours, day) ?? (days.list === 'office' ? null : usual) : null
  return hours ? { from: momentAt(day, hours.from), until: momentAt(day, hours.until) } : undefined
}

function hoursOn(hours: OfficeHours, day: string): OfficeDay | null {
  return hours[(weekdayOf(day) - 1) as 0 | 1 | 2 | 3 | 4 | 5 | 6]
}
