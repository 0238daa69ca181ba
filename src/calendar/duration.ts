// Duration: a length of time as policies and laws write it (ISO 8601), with the clock that it runs on.

/** calendar: by the dates of the calendar; elapsed: hours that run on through nights, weekends and summer time; working: working days and office hours only. */
export type Clock = 'calendar' | 'elapsed' | 'working'

/** `{ duration: 'P2D', clock: 'working' }`: two working days. */
export type Term = { readonly duration: string; readonly clock: Clock }

export type Length = { readonly years: number; readonly months: number; readonly weeks: number; readonly days: number; readonly hours: number; readonly minutes: number }

/** Words of a rule or a step of a reckoning, in both languages. */
export type Said = { readonly nl: string; readonly en: string }

/** The parts of a duration. @throws RangeError for what isn't a duration of at least a minute */
export function lengthOf(duration: string): Length {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration)
  const [years, months, weeks, days, hours, minutes] = [1, 2, 3, 4, 5, 6].map((place) => Number(found?.[place] ?? 0)) as [number, number, number, number, number, number]
  const length = { years, months, weeks, days, hours, minutes }
  if (!found || Object.values(length).every((part) => part === 0) || Object.values(length).some((part) => part > 100_000)) throw new RangeError(`“${duration}” is no duration`)
  return length
}

/** One length after the other, counted as a whole: a month and two months are three months. */
export function together(...lengths: readonly Length[]): Length {
  const sum = (part: keyof Length) => lengths.reduce((total, length) => total + length[part], 0)
  return { years: sum('years'), months: sum('months'), weeks: sum('weeks'), days: sum('days'), hours: sum('hours'), minutes: sum('minutes') }
}

/** Written in hours or minutes, so that it ends at a moment instead of with a day. */
export function isInHours({ hours, minutes }: Length): boolean {
  return hours > 0 || minutes > 0
}

/** A length as a duration again: what was put together. */
export function writeDuration({ years, months, weeks, days, hours, minutes }: Length): string {
  const part = (amount: number, letter: string) => amount > 0 ? `${amount}${letter}` : ''
  const time = `${part(hours, 'H')}${part(minutes, 'M')}`
  return `P${part(years, 'Y')}${part(months, 'M')}${part(weeks, 'W')}${part(days, 'D')}${time === '' ? '' : `T${time}`}`
}

/** `{ nl: '2 werkdagen', en: '2 working days' }`. */
export function sayTerm({ duration, clock }: Term): Said {
  const { years, months, weeks, days, hours, minutes } = lengthOf(duration)
  const isWorking = clock === 'working'
  const amounts: [number, Said, Said][] = [
    [years, { nl: 'jaar', en: 'year' }, { nl: 'jaar', en: 'years' }], [months, { nl: 'maand', en: 'month' }, { nl: 'maanden', en: 'months' }], [weeks, { nl: 'week', en: 'week' }, { nl: 'weken', en: 'weeks' }],
    [days, isWorking ? { nl: 'werkdag', en: 'working day' } : { nl: 'dag', en: 'day' }, isWorking ? { nl: 'werkdagen', en: 'working days' } : { nl: 'dagen', en: 'days' }],
    [hours, isWorking ? { nl: 'werkuur', en: 'working hour' } : { nl: 'uur', en: 'hour' }, isWorking ? { nl: 'werkuren', en: 'working hours' } : { nl: 'uur', en: 'hours' }],
    [minutes, { nl: 'minuut', en: 'minute' }, { nl: 'minuten', en: 'minutes' }],
  ]
  const said = (language: 'nl' | 'en') => amounts.flatMap(([amount, one, many]) => amount === 0 ? [] : [`${amount} ${(amount === 1 ? one : many)[language]}`]).join(language === 'nl' ? ' en ' : ' and ')
  return { nl: said('nl'), en: said('en') }
}
