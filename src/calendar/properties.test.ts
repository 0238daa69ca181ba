// Properties: what holds for every term from every moment, looked for among very many.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { addDays, daysBetween, momentAt, startOfDay, timeOfMoment, weekdayOf } from './days.ts'
import { type Due, dueOf, type Reckoning } from './due.ts'
import { type Clock, lengthOf } from './duration.ts'
import { dayOf } from '../ground/clock.ts'
import { type HolidayList, isWorkingDay } from './holiday-lists.ts'
import { isOpenAt, officeMinutesAfter, officeMinutesWithin, type OfficeHours, officeHoursFaults, usualOfficeHours, workingDaysAfter, workingDaysWithin } from './office-hours.ts'
import { excludedFromDutchLaw, regimes } from './regimes.ts'
import { dueWithin } from './request-terms.ts'

const moments = fc.date({ min: new Date('2018-05-25T12:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true }).map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000))
const regime = fc.constantFrom('eu', 'dutch', 'own')
const parts = fc.tuple(fc.nat(13), fc.nat(15), fc.nat(120)).filter((all) => all.some((part) => part > 0)).map(([months, weeks, days]) => `P${months > 0 ? `${months}M` : ''}${weeks > 0 ? `${weeks}W` : ''}${days > 0 ? `${days}D` : ''}`)
const calendar = parts.map((duration) => ({ duration, clock: 'calendar' as Clock }))
const hours = fc.integer({ min: 1, max: 400 }).map((amount) => ({ duration: `PT${amount}H`, clock: 'elapsed' as Clock }))
const workingDays = fc.integer({ min: 1, max: 60 }).map((amount) => ({ duration: `P${amount}D`, clock: 'working' as Clock }))
const workingHours = fc.integer({ min: 1, max: 120 }).map((amount) => ({ duration: `PT${amount}H`, clock: 'working' as Clock }))
const terms = fc.oneof(calendar, hours, workingDays, workingHours)
const reckonings: fc.Arbitrary<Reckoning> = fc.record({ start: moments, term: terms, regime })
const days = { list: 'office', hours: usualOfficeHours } as const

const holds = <T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => void) => fc.assert(fc.property(arbitrary, check), { numRuns: 250 })
const list = (one: keyof typeof regimes): HolidayList => regimes[one].holidays

describe('every term', () => {
  test('ends after it began, at the end of its last day, and always at the same moment', () => {
    holds(reckonings, (reckoning) => {
      const due = dueOf(reckoning)
      assert.ok(due.at > reckoning.start)
      if (due.on !== null) assert.equal(due.at.getTime(), startOfDay(addDays(due.on, 1)).getTime())
      assert.deepEqual(dueOf(reckoning), due)
      assert.ok(due.steps.length > 0 && due.steps.every(({ citation, words }) => citation !== '' && words.nl !== '' && words.en !== ''))
    })
  })

  test('that begins later doesn’t end sooner', () => {
    holds(fc.tuple(reckonings, fc.nat(40 * 1440)), ([reckoning, minutes]) => {
      const later = dueOf({ ...reckoning, start: new Date(reckoning.start.getTime() + minutes * 60_000) })
      assert.ok(later.at >= dueOf(reckoning).at)
    })
  })

  test('that stood still or is extended doesn’t end sooner', () => {
    holds(fc.tuple(reckonings, fc.nat(20 * 1440), fc.nat(20 * 1440)), ([reckoning, wait, length]) => {
      const from = new Date(reckoning.start.getTime() + wait * 60_000)
      const still = dueOf({ ...reckoning, suspensions: [{ from, until: new Date(from.getTime() + length * 60_000) }] })
      assert.ok(still.at >= dueOf(reckoning).at)
    })
    // In Dutch law a longer term may fall outside the act, and then doesn't move.
    holds(fc.tuple(moments, calendar, calendar), ([start, term, extension]) => assert.ok(dueOf({ start, term, extension, regime: 'eu' }).at >= dueOf({ start, term, regime: 'eu' }).at))
  })
})

describe('a term of days, weeks or months', () => {
  test('of Europe or Dutch law ends on a working day of that law, unless Dutch law leaves it alone', () => {
    holds(fc.record({ start: moments, term: calendar, regime: fc.constantFrom('eu' as const, 'dutch' as const) }), (reckoning) => {
      const { on } = dueOf(reckoning)
      if (reckoning.regime === 'dutch' && excludedFromDutchLaw(lengthOf(reckoning.term.duration))) return
      assert.ok(isWorkingDay(list(reckoning.regime), on!), on!)
    })
  })

  test('moves by a few days at most, and only where its own day is no working day; an own term never', () => {
    holds(fc.record({ start: moments, term: calendar, regime }), (reckoning) => {
      const plain = dueOf({ ...reckoning, regime: 'own' }).on!
      const { on } = dueOf(reckoning)
      assert.ok(on! >= plain && on! <= addDays(plain, 6), `${plain} ${on}`)
      if (reckoning.regime === 'eu' && isWorkingDay('eu', plain)) assert.equal(on, plain)
    })
  })

  test('doesn’t depend on the hour at which it began', () => {
    holds(fc.record({ start: moments, term: calendar, regime }), (reckoning) => assert.equal(dueOf(reckoning).on, dueOf({ ...reckoning, start: startOfDay(dayOf(reckoning.start)) }).on))
  })

  test('a month ends in the next month on the same date, or on its last day', () => {
    holds(moments, (start) => {
      const day = dayOf(start)
      const on = dueOf({ start, term: { duration: 'P1M', clock: 'calendar' }, regime: 'own' }).on!
      assert.equal((Number(on.slice(5, 7)) + 11) % 12, Number(day.slice(5, 7)) % 12 === 0 ? 0 : Number(day.slice(5, 7)))
      assert.ok(on.slice(8) === day.slice(8) || (on.slice(8) < day.slice(8) && addDays(on, 1).endsWith('-01')), `${day} ${on}`)
    })
  })
})

describe('hours', () => {
  test('are hours that passed, whatever the clock does', () => {
    holds(fc.tuple(moments, fc.integer({ min: 1, max: 2000 }), regime), ([start, amount, by]) => assert.equal(dueOf({ start, term: { duration: `PT${amount}H`, clock: 'elapsed' }, regime: by }).at.getTime() - start.getTime(), amount * 3_600_000))
  })
})

describe('working time', () => {
  test('a working-day term ends on a working day, with so many working days in it', () => {
    holds(fc.tuple(moments, fc.integer({ min: 1, max: 60 }), regime), ([start, amount, by]) => {
      const { on } = dueOf({ start, term: { duration: `P${amount}D`, clock: 'working' }, regime: by })
      const counted = { list: list(by), hours: days.hours }
      assert.equal(on, workingDaysAfter(counted, dayOf(start), amount))
      assert.equal(workingDaysWithin(counted, dayOf(start), on!), amount)
      assert.ok(isWorkingDay(list(by), on!))
    })
  })

  test('office time between a beginning and the end that was found is the time that was asked', () => {
    holds(fc.tuple(moments, fc.integer({ min: 1, max: 5000 })), ([start, minutes]) => {
      const at = officeMinutesAfter(days, start, minutes)
      assert.equal(officeMinutesWithin(days, start, at), minutes)
      assert.ok(isOpenAt(days, new Date(at.getTime() - 60_000)), 'it ends within office hours, or as they end')
    })
  })

  test('an office with hours of its own counts by these', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 23 })).filter(([from, until]) => from < until).map(([from, until]) => ({ from: `${String(from).padStart(2, '0')}:00`, until: `${String(until).padStart(2, '0')}:00` }))
    const week = fc.tuple(...[0, 1, 2, 3, 4, 5, 6].map(() => fc.option(time)) as [fc.Arbitrary<OfficeHours[0]>, fc.Arbitrary<OfficeHours[0]>, fc.Arbitrary<OfficeHours[0]>, fc.Arbitrary<OfficeHours[0]>, fc.Arbitrary<OfficeHours[0]>, fc.Arbitrary<OfficeHours[0]>, fc.Arbitrary<OfficeHours[0]>])
      .filter((one) => officeHoursFaults(one).length === 0)
    holds(fc.tuple(moments, week, fc.integer({ min: 1, max: 3000 })), ([start, own, minutes]) => {
      const counted = { list: 'office', hours: own } as const
      assert.equal(officeMinutesWithin(counted, start, officeMinutesAfter(counted, start, minutes)), minutes)
    })
  })
})

describe('the law’s ceiling', () => {
  test('is never exceeded, whatever a policy says, and a policy that gives less keeps its own end', () => {
    holds(fc.record({ start: moments, term: calendar, extension: fc.option(calendar, { nil: undefined }), regime: fc.constantFrom('eu' as const, 'own' as const) }), (reckoning) => {
      const ceiling = { term: 'answer-request', extension: 'extend-request' } as const
      const { due, isCut } = dueWithin(reckoning, ceiling)
      const most: Due = dueOf({ ...reckoning, term: { duration: 'P1M', clock: 'calendar' }, extension: reckoning.extension && { duration: 'P2M', clock: 'calendar' }, regime: 'eu' })
      assert.ok(due.at <= most.at)
      if (!isCut) assert.deepEqual(due, dueOf(reckoning))
    })
  })
})

describe('holidays', () => {
  test('fall in every year, the moving ones on their own weekday', () => {
    for (let year = 1995; year <= 2045; year++) {
      const off = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter((day) => day.startsWith(String(year)) && weekdayOf(day) < 6 && !isWorkingDay('dutch', day))
      assert.ok(off.length >= 5 && off.length <= 14, `${year}: ${off.join()}`)
      assert.ok(off.some((day) => weekdayOf(day) === 1) && off.some((day) => weekdayOf(day) === 4) && off.some((day) => weekdayOf(day) === 5))
    }
  })
})

describe('days reckoned fast', () => {
  const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/Amsterdam')
  const any = fc.date({ min: new Date('1945-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })

  test('are those of the time zone’s own rules, on the days of a change of the clock too', () => {
    const changes = Array.from({ length: 40 }, (_, index) => [`${2000 + index}-03-`, `${2000 + index}-10-`]).flat().flatMap((month) => Array.from({ length: 8 }, (_, index) => new Date(`${month}${24 + index}T00:30:00Z`)))
    const check = (at: Date) => {
      const exact = zoned(at)
      const day = exact.toPlainDate().toString()
      assert.equal(dayOf(at), day)
      assert.equal(timeOfMoment(at), exact.toPlainTime().toString({ smallestUnit: 'minute' }))
      assert.equal(startOfDay(day).getTime(), exact.startOfDay().epochMilliseconds)
      for (const time of ['00:00', '01:59', '02:00', '02:30', '03:00', '23:59']) assert.equal(momentAt(day, time).getTime(), exact.toPlainDate().toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: time }).epochMilliseconds, `${day} ${time}`)
      assert.equal(weekdayOf(day), exact.dayOfWeek)
      assert.equal(addDays(day, 40), exact.toPlainDate().add({ days: 40 }).toString())
      assert.equal(daysBetween(day, addDays(day, -33)), -33)
    }
    for (const at of changes) for (const hours of [-1, 0, 1, 22, 23]) check(new Date(at.getTime() + hours * 3_600_000))
    holds(any, check)
  })

  test('far away, and on days that aren’t there, as Temporal says', () => {
    assert.deepEqual([addDays('0999-12-31', 1), addDays('9999-12-31', 1), weekdayOf('0999-12-31'), dayOf(new Date('1811-05-05T12:00:00Z'))], ['1000-01-01', '+010000-01-01', 2, '1811-05-05'])
    for (const day of ['2026-02-29', '2026-13-01', 'gisteren']) assert.throws(() => addDays(day, 1), RangeError)
  })
})
