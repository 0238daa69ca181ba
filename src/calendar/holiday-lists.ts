// Holiday lists: the days that aren't working days: by rule for any year, and what was decreed or published, as data with its years and source.
import { addDays, easterOf, weekdayOf } from './days.ts'
import type { Said } from './duration.ts'

/** dutch: art. 3 Algemene termijnenwet; eu: the list of the Netherlands under Verordening 1182/71; office: when Dutch offices are shut. */
export type HolidayList = 'dutch' | 'eu' | 'office'

/** How sure we are of a date: by a rule of law; read in the publication itself; read about it elsewhere; or assumed while the publication isn't at hand. */
export type Certainty = 'rule' | 'published' | 'reported' | 'assumed'

export type Holiday = { readonly day: string; readonly words: Said; readonly citation: string; readonly certainty: Certainty }

const generally = 'art. 3 lid 1 Algemene termijnenwet'

/** Generally recognised holidays (art. 3 lid 1 Algemene termijnenwet). Easter and Whit Sunday are Sundays, so no list needs them. */
function recognised(year: number): Holiday[] {
  const easter = easterOf(year)
  const one = (day: string, nl: string, en: string): Holiday => ({ day, words: { nl, en }, citation: generally, certainty: 'rule' })
  return [
    one(`${year}-01-01`, 'Nieuwjaarsdag', 'New Year’s Day'), one(addDays(easter, 1), 'Tweede paasdag', 'Easter Monday'), one(royalBirthday(year), year < 2014 ? 'Koninginnedag' : 'Koningsdag', year < 2014 ? 'Queen’s Day' : 'King’s Day'),
    one(`${year}-05-05`, 'Bevrijdingsdag', 'Liberation Day'), one(addDays(easter, 39), 'Hemelvaartsdag', 'Ascension Day'), one(addDays(easter, 50), 'Tweede pinksterdag', 'Whit Monday'),
    one(`${year}-12-25`, 'Eerste kerstdag', 'Christmas Day'), one(`${year}-12-26`, 'Tweede kerstdag', 'Boxing Day'),
  ]
}

/** 27 April, or 26 April where that is a Sunday; until 2014 30 April, or the 29th. */
function royalBirthday(year: number): string {
  const day = year < 2014 ? `${year}-04-30` : `${year}-04-27`
  return weekdayOf(day) === 7 ? addDays(day, -1) : day
}

const goodFriday = (year: number): Holiday => ({ day: addDays(easterOf(year), -2), words: { nl: 'Goede Vrijdag', en: 'Good Friday' }, citation: 'art. 3 lid 2 Algemene termijnenwet', certainty: 'rule' })

type Decree = { readonly citation: string; readonly source: string; readonly certainty: 'published' | 'reported'; readonly days: readonly string[] }

/** Days put on a par with holidays by royal decree (art. 3 lid 3). A year without a decree here has none: the earlier day is the safe one. */
export const decrees: readonly Decree[] = [
  { citation: 'Besluit van 24 oktober 2016, nr. 2016001827 (art. 3 lid 3 Algemene termijnenwet)', source: 'wetten.overheid.nl/BWBR0038666', certainty: 'published', days: ['2017-04-28', '2017-05-26', '2018-05-11', '2018-12-24', '2018-12-31', '2019-05-31', '2019-12-27'] },
  // Of its years 2020 and 2021 we found no date that we could trust.
  { citation: 'Besluit gelijkstelling 2020-2022 (art. 3 lid 3 Algemene termijnenwet)', source: 'wvhl.nl/algemeen/de-algemene-termijnenwet', certainty: 'reported', days: ['2022-05-27'] },
  { citation: 'Besluit gelijkstelling 2023-2025 (art. 3 lid 3 Algemene termijnenwet)', source: 'sterfgeval.nl, vraag 70745', certainty: 'reported', days: ['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'] },
  { citation: 'Besluit gelijkstelling 2026-2028 (art. 3 lid 3 Algemene termijnenwet)', source: 'sterfgeval.nl, vraag 70745', certainty: 'reported', days: ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'] },
]

/**
 * Years of which the Commission's list for the Netherlands (art. 2 lid 1 Verordening 1182/71) was read: the days beside those that Dutch law recognises every year.
 * Of a year that isn't here Good Friday and 5 May aren't counted as holidays: if they are on the list after all, the product is a day early, never late.
 */
export const publishedInEu: Readonly<Record<number, { readonly goodFriday: boolean; readonly liberationDay: boolean; readonly citation: string }>> = {}

/** All holidays of a list in a year, by day. */
export function holidaysOf(list: HolidayList, year: number): readonly Holiday[] {
  return Object.freeze(listed(list, year).toSorted((one, other) => one.day < other.day ? -1 : 1))
}

/** The holiday that a day is on this list. */
export function holidayOn(list: HolidayList, day: string): Holiday | undefined {
  return byDay(list, Number(day.slice(0, 4))).get(day)
}

/** No Saturday, Sunday or holiday of the list (art. 2 lid 2 Verordening 1182/71; art. 1 lid 1 Algemene termijnenwet). */
export function isWorkingDay(list: HolidayList, day: string): boolean {
  return weekdayOf(day) < 6 && holidayOn(list, day) === undefined
}

function listed(list: HolidayList, year: number): Holiday[] {
  if (list === 'office') return recognised(year)
  if (list === 'dutch') return [...recognised(year), goodFriday(year), ...decreed(year)]
  const published = publishedInEu[year]
  const citation = published?.citation ?? 'art. 2 lid 1 Verordening (EEG, Euratom) 1182/71'
  return [...recognised(year).filter(({ words }) => words.en !== 'Liberation Day' || published?.liberationDay), ...(published?.goodFriday ? [goodFriday(year)] : [])]
    .map((holiday) => ({ ...holiday, citation, certainty: published ? 'published' : 'assumed' }))
}

function decreed(year: number): Holiday[] {
  return decrees.flatMap(({ citation, certainty, days }) => days.filter((day) => day.startsWith(String(year))).map((day): Holiday => ({ day, words: { nl: 'Gelijkgestelde dag', en: 'Day on a par with a holiday' }, citation, certainty })))
}

// A few years are asked for over and over; a year that a hostile input makes up isn't kept for ever.
const kept = new Map<string, ReadonlyMap<string, Holiday>>()

function byDay(list: HolidayList, year: number): ReadonlyMap<string, Holiday> {
  const key = `${list} ${year}`
  const found = kept.get(key)
  if (found) return found
  const days = new Map(listed(list, year).map((holiday) => [holiday.day, holiday]))
  if (kept.size > 1000) kept.clear()
  kept.set(key, days)
  return days
}
