// Due: when a term ends, step by step, each step with its article. Pure: the same start, term and regime always end the same.
import { addCalendar, addDays, addElapsed, daysBetween, startOfDay, takeCalendar } from './days.ts'
import { isInHours, type Length, lengthOf, type Said, sayTerm, type Term, together } from './duration.ts'
import { dayOf } from '../ground/clock.ts'
import { holidayOn } from './holiday-lists.ts'
import { type OfficeHours, officeHoursOr, officeMinutesAfter, officeMinutesWithin, type WorkingDays, workingDayFrom, workingDaysAfter, workingDaysWithin } from './office-hours.ts'
import { excludedFromDutchLaw, isThreeDaysOrMore, type Regime, regimes } from './regimes.ts'

export type Reckoning = {
  /** The moment of the event; its day doesn't count in a term of days. */
  readonly start: Date
  readonly term: Term
  readonly regime: Regime
  /** Counted from the start together with the term: one plus two months are three months from receipt (art. 12 lid 3 AVG). */
  readonly extension?: Term | undefined
  /** Time that doesn't count, each with its end. */
  readonly suspensions?: readonly Interval[]
  /** The usual ones unless said. */
  readonly officeHours?: OfficeHours | undefined
  /** An own term ends on a working day only where its own text says so. */
  readonly movesToWorkingDay?: boolean
}

export type Interval = { readonly from: Date; readonly until: Date }

export type Reason = { readonly words: Said; readonly citation: string }

export type Due = {
  /** The last day, for a term of days, weeks, months or years. */
  readonly on: string | null
  /** The first moment that is too late: the end of the last day, or of the last hour. */
  readonly at: Date
  /** How the end was found. */
  readonly steps: readonly Reason[]
  /** What the law also says of it, which never gives more time here. */
  readonly notes: readonly Reason[]
}

/** @throws RangeError for a duration that isn't one */
export function dueOf(reckoning: Reckoning): Due {
  const { term, extension, regime } = reckoning
  const length = extension ? together(lengthOf(term.duration), lengthOf(extension.duration)) : lengthOf(term.duration)
  const days: WorkingDays = { list: regimes[regime].holidays, hours: officeHoursOr(reckoning.officeHours) }
  // Months and weeks have no working form: they run by the calendar and end on a working day.
  if (term.clock === 'working' && length.years + length.months + length.weeks === 0) return isInHours(length) ? inOfficeTime(reckoning, length, days) : inWorkingDays(reckoning, length, days)
  if (term.clock === 'elapsed' || isInHours(length)) return inElapsedTime(reckoning, length)
  return byCalendar({ ...reckoning, movesToWorkingDay: reckoning.movesToWorkingDay || term.clock === 'working' }, length, days)
}

/** The last day on which something can be done at least so long before a day. It never moves (art. 3 lid 4 Verordening 1182/71; art. 1 lid 2 Algemene termijnenwet). */
export function latestDayBefore(day: string, duration: string): string {
  return takeCalendar(day, lengthOf(duration))
}

function inElapsedTime({ start, term, regime, suspensions = [] }: Reckoning, length: Length): Due {
  const suspended = suspensions.reduce((total, { from, until }) => total + Math.max(0, until.getTime() - from.getTime()), 0)
  const at = new Date(addElapsed(start, length).getTime() + suspended)
  const isTwoDays = at.getTime() - start.getTime() >= 48 * 3_600_000
  return {
    on: null, at,
    steps: [{
      words: { nl: `${sayTerm(term).nl} vanaf het moment zelf, ook door nachten, weekenden en zomertijd heen`, en: `${sayTerm(term).en} from the moment itself, through nights, weekends and summer time too` },
      ...regimes[regime].elapsed,
    }, ...suspendedStep(suspended > 0)],
    notes: regime !== 'eu' ? [] : [
      { words: { nl: 'Volgens de verordening telt het eerste uur niet mee. Waarborg telt het wel mee: u bent dan nooit te laat.', en: 'By the regulation the first hour doesn’t count. Waarborg does count it: so you are never late.' }, citation: 'art. 3 lid 1 Verordening (EEG, Euratom) 1182/71' },
      ...(isTwoDays ? [{ words: { nl: 'In een termijn van twee dagen of langer horen twee werkdagen. Waarborg geeft daarvoor geen extra tijd.', en: 'A term of two days or longer holds two working days. Waarborg gives no extra time for it.' }, citation: 'art. 3 lid 5 Verordening (EEG, Euratom) 1182/71' }] : []),
    ],
  }
}

function inOfficeTime({ start, term, suspensions = [] }: Reckoning, { days: whole, hours, minutes }: Length, days: WorkingDays): Due {
  const suspended = suspensions.reduce((total, { from, until }) => total + officeMinutesWithin(days, from, until), 0)
  const from = whole === 0 ? start : new Date(startOfDay(workingDaysAfter(days, dayOf(start), whole)).getTime() + (start.getTime() - startOfDay(dayOf(start)).getTime()))
  return {
    on: null, at: officeMinutesAfter(days, from, hours * 60 + minutes + suspended), notes: [],
    steps: [{ words: { nl: `${sayTerm(term).nl}: alleen de kantooruren tellen`, en: `${sayTerm(term).en}: only office hours count` }, citation: regimes.own.citation }, ...suspendedStep(suspended > 0)],
  }
}

function inWorkingDays({ start, term, regime, suspensions = [] }: Reckoning, length: Length, days: WorkingDays): Due {
  const suspended = suspensions.reduce((total, { from, until }) => total + workingDaysWithin(days, dayOf(from), dayOf(until)), 0)
  const on = workingDaysAfter(days, dayOf(start), length.days + suspended)
  return {
    on, at: startOfDay(addDays(on, 1)), notes: [],
    steps: [{ words: { nl: `${sayTerm(term).nl} na ${dayOf(start)}, dat zelf niet meetelt: ${on}`, en: `${sayTerm(term).en} after ${dayOf(start)}, which itself doesn’t count: ${on}` }, citation: regimes[regime].citation }, ...suspendedStep(suspended > 0)],
  }
}

function byCalendar({ start, term, extension, regime, suspensions = [], movesToWorkingDay = false }: Reckoning, length: Length, days: WorkingDays): Due {
  const from = dayOf(start)
  const suspended = suspensions.reduce((total, { from: begin, until }) => total + Math.max(0, daysBetween(dayOf(begin), dayOf(until))), 0)
  const counted = addDays(addCalendar(from, length), suspended)
  const steps: Reason[] = [{
    words: { nl: `${saidWith(term, extension).nl} vanaf ${from}, dat zelf niet meetelt: ${counted}`, en: `${saidWith(term, extension).en} from ${from}, which itself doesn’t count: ${counted}` },
    ...regimes[regime].counted,
  }, ...suspendedStep(suspended > 0)]
  const excluded = regime === 'dutch' ? excludedFromDutchLaw(length) : undefined
  if (excluded) steps.push({ words: { nl: `Het einde schuift niet op: ${excluded.nl}`, en: `The end doesn’t move: ${excluded.en}` }, citation: 'art. 4 onder a Algemene termijnenwet' })
  const moves = excluded === undefined && (regimes[regime].moves || movesToWorkingDay)
  const on = moves ? moved(counted, from, length, regime, days, steps) : counted
  return { on, at: startOfDay(addDays(on, 1)), steps, notes: regime === 'eu' ? dutchOnly(on) : [] }
}

/** A European term that ends on a day off that only Dutch law knows, as far as we know: the earlier day is the safe one. */
function dutchOnly(on: string): Reason[] {
  const holiday = holidayOn('eu', on) ? undefined : holidayOn('dutch', on)
  return holiday ? [{
    words: {
      nl: `${on} is in de Nederlandse wet een feestdag of daarmee gelijkgesteld (${holiday.words.nl}), maar voor een Europese termijn voor zover bekend niet. Met deze dag bent u nooit te laat.`,
      en: `${on} is a holiday in Dutch law, or on a par with one (${holiday.words.en}), but as far as known not for a European term. With this day you are never late.`,
    },
    citation: 'art. 2 lid 1 Verordening (EEG, Euratom) 1182/71',
  }] : []
}

/** The end on a working day, and for a Dutch term of three days or more no earlier than the second working day in it. */
function moved(counted: string, from: string, length: Length, regime: Regime, days: WorkingDays, steps: Reason[]): string {
  const on = workingDayFrom(days, counted)
  if (on !== counted) {
    const holiday = holidayOn(days.list, counted)
    const what = holiday?.words ?? { nl: 'een zaterdag of zondag', en: 'a Saturday or Sunday' }
    steps.push({
      words: { nl: `${counted} is ${what.nl}: het einde schuift naar ${on}`, en: `${counted} is ${what.en}: the end moves to ${on}` },
      ...regimes[regime].moved,
    })
  }
  if (regime !== 'dutch' || !isThreeDaysOrMore(length)) return on
  const second = workingDaysAfter(days, from, 2)
  if (second <= on) return on
  steps.push({ words: { nl: `Er horen twee werkdagen in: het einde wordt ${second}`, en: `Two working days belong in it: the end becomes ${second}` }, citation: 'art. 2 Algemene termijnenwet' })
  return second
}

function suspendedStep(isSuspended: boolean): Reason[] {
  return isSuspended ? [{ words: { nl: 'De tijd dat de termijn stilstond, telt niet mee', en: 'The time that the term stood still doesn’t count' }, citation: 'art. 12 lid 6 en overweging 63 AVG' }] : []
}

function saidWith(term: Term, extension: Term | undefined): Said {
  if (!extension) return sayTerm(term)
  const [one, other] = [sayTerm(term), sayTerm(extension)]
  return { nl: `${one.nl} plus ${other.nl}`, en: `${one.en} plus ${other.en}` }
}
