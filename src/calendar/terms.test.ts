// Terms: every worked case ends as it was reckoned by hand, and says by which article; holidays, ceilings, extension and suspension by the law's own rules.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, easterOf, momentAt, startOfDay, timeOfMoment } from './days.ts'
import { dueOf, latestDayBefore } from './due.ts'
import { type Clock, lengthOf, sayTerm, type Term, together, writeDuration } from './duration.ts'
import { dayOf } from '../ground/clock.ts'
import { decrees, holidayOn, holidaysOf, isWorkingDay } from './holiday-lists.ts'
import { findLegalTerm, legalTermOn, legalTerms, proposedTerms } from './legal-terms.ts'
import { isOpenAt, officeHoursFaults, officeHoursOr, usualOfficeHours } from './office-hours.ts'
import { dueWithin, extensionRefused, noticeDue } from './request-terms.ts'
import { minutesLeft, stateOf, wasLate } from './state.ts'
import { suspended, worked } from './terms.fixtures.ts'

function moment(text: string): Date {
  if (text.endsWith('Z')) return new Date(text)
  const [day, time = '12:00'] = text.split(' ') as [string, string?]
  return momentAt(day, time)
}

function termOf(text: string): Term {
  const [duration, clock] = text.split(' ') as [string, Clock | undefined]
  return { duration, clock: clock ?? (duration.includes('T') ? 'elapsed' : 'calendar') }
}

function ended(start: string, terms: string, regime: 'eu' | 'dutch' | 'own', times: readonly (readonly [string, string])[] = []) {
  const [term, extension] = terms.split(' + ') as [string, string?]
  return dueOf({ start: moment(start), term: termOf(term), regime, ...(extension ? { extension: termOf(extension) } : {}), suspensions: times.map(([from, until]) => ({ from: moment(from), until: moment(until) })) })
}

const said = ({ on, at }: ReturnType<typeof ended>, as: string) => on ?? (as.endsWith('Z') ? `${at.toISOString().slice(0, 16)}Z` : `${dayOf(at)} ${timeOfMoment(at)}`)

for (const { what, citation, cases } of worked) {
  describe(`${what} (${citation})`, () => {
    for (const [start, term, regime, ends, why] of cases) test(`${start} ${term} ${regime}: ${ends}. ${why}`, () => assert.equal(said(ended(start, term, regime), ends), ends))
  })
}

describe('time that a term stood still doesn’t count (art. 12 lid 6 en overweging 63 AVG)', () => {
  for (const [start, term, regime, ends, why, times] of suspended) test(`${start} ${term} ${regime}: ${ends}. ${why}`, () => assert.equal(said(ended(start, term, regime, times), ends), ends))
})

test('there are at least 150 worked cases, each with its reasoning', () => {
  const cases = [...worked.flatMap((group) => group.cases), ...suspended]
  assert.ok(cases.length >= 150, String(cases.length))
  assert.deepEqual(cases.filter(([, , , , why]) => why.length < 8), [])
})

describe('each step of a reckoning says its article', () => {
  test('a European month over Christmas', () => {
    const { steps, at } = ended('2026-11-25', 'P1M', 'eu')
    assert.deepEqual(steps.map(({ words, citation }) => [words.nl, citation]), [
      ['1 maand vanaf 2026-11-25, dat zelf niet meetelt: 2026-12-25', 'art. 3 lid 1 en lid 2 onder c Verordening (EEG, Euratom) 1182/71'],
      ['2026-12-25 is Eerste kerstdag: het einde schuift naar 2026-12-28', 'art. 3 lid 4 Verordening (EEG, Euratom) 1182/71'],
    ])
    assert.equal(at.toISOString(), '2026-12-28T23:00:00.000Z', 'the last day counts to its end')
  })
  test('72 hours: the first hour and the two working days are notes, never extra time', () => {
    const { notes, on } = ended('2026-11-20 17:30', 'PT72H', 'eu')
    assert.deepEqual([on, ...notes.map(({ citation }) => citation)], [null, 'art. 3 lid 1 Verordening (EEG, Euratom) 1182/71', 'art. 3 lid 5 Verordening (EEG, Euratom) 1182/71'])
    assert.equal(ended('2026-11-20 17:30', 'PT24H', 'eu').notes.length, 1, 'a day holds no two working days')
    assert.deepEqual(ended('2026-11-20 17:30', 'PT72H', 'dutch').notes, [], 'not for the Wpg')
  })
  test('a European end on a day off of Dutch law alone says that it stays', () => {
    assert.deepEqual([ended('2026-03-03', 'P1M', 'eu'), ended('2026-04-14', 'P1M', 'eu'), ended('2026-01-15', 'P1M', 'eu'), ended('2026-03-06', 'P1M', 'eu')].map(({ on, notes }) => [on, /Goede Vrijdag|Gelijkgestelde dag/.exec(notes[0]?.words.nl ?? '')?.[0]]),
      [['2026-04-03', 'Goede Vrijdag'], ['2026-05-15', 'Gelijkgestelde dag'], ['2026-02-16', undefined], ['2026-04-07', undefined]])
  })
  test('what Dutch law leaves alone says why', () => {
    assert.deepEqual(['P13W', 'P4M', 'P91D', 'P1Y'].map((term) => ended('2026-01-05', term, 'dutch').steps[1]?.words.en), [
      'The end doesn’t move: the term is longer than twelve weeks', 'The end doesn’t move: the term is longer than three months', 'The end doesn’t move: the term is longer than 90 days', 'The end doesn’t move: the term is written in years'])
  })
  test('an own term moves where its own text says so', () => {
    assert.equal(dueOf({ start: moment('2026-01-31'), term: termOf('P1M'), regime: 'own', movesToWorkingDay: true }).on, '2026-03-02')
  })
  test('a term back never moves (art. 3 lid 4 Verordening 1182/71; art. 1 lid 2 Algemene termijnenwet)', () => {
    assert.deepEqual([latestDayBefore('2026-12-25', 'P2W'), latestDayBefore('2026-03-31', 'P1M'), latestDayBefore('2026-05-16', 'P2W')], ['2026-12-11', '2026-02-28', '2026-05-02'])
  })
})

describe('holidays by rule, for any year', () => {
  const easters = ['1818-03-22', '1943-04-25', '2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25', '2285-03-22']
  for (const day of easters) test(`Easter of ${day.slice(0, 4)}`, () => assert.equal(easterOf(Number(day.slice(0, 4))), day))
  const royal: readonly (readonly [day: string, is: boolean])[] = [
    ['2013-04-30', true], ['2013-04-27', false], ['2014-04-26', true], ['2014-04-27', false], ['2025-04-26', true], ['2025-04-27', false], ['2026-04-27', true], ['2026-04-26', false], ['2031-04-26', true], ['2006-04-29', true], ['2006-04-30', false]]
  for (const [day, is] of royal) test(`the King’s or Queen’s Day ${is ? 'is' : 'isn’t'} on ${day}`, () => assert.equal(holidaysOf('office', Number(day.slice(0, 4))).some((one) => one.day === day && /Day/.test(one.words.en)), is))
  test('the three lists differ where the law does', () => {
    const on = (day: string) => (['eu', 'dutch', 'office'] as const).map((list) => holidayOn(list, day) !== undefined)
    assert.deepEqual([on('2026-04-03'), on('2026-05-05'), on('2026-05-15'), on('2026-12-25')], [[false, true, false], [false, true, true], [false, true, false], [true, true, true]])
  })
  test('a decreed day is a weekday in a year of its decree, and says how sure it is', () => {
    for (const { days, certainty } of decrees) for (const day of days) assert.deepEqual([isWorkingDay('eu', day), holidayOn('dutch', day)?.certainty], [true, certainty], day)
    assert.equal(holidayOn('eu', '2026-12-25')?.certainty, 'assumed')
  })
})

describe('the law’s own terms, as dated data', () => {
  test('72 hours hold; the proposed 96 are shown and never counted with', () => {
    assert.equal(legalTermOn('report-authority', '2026-11-22').term.duration, 'PT72H')
    assert.deepEqual(proposedTerms('report-authority').map(({ term, citation }) => [term.duration, citation]), [['PT96H', 'COM(2025) 837 (voorstel)']])
  })
  test('once a proposal is in force on a day, it holds from that day, and the old one until then', () => {
    const [old] = legalTerms.filter(({ key, status }) => key === 'report-authority' && status === 'in_force')
    const changed = [{ ...old!, validUntil: '2028-01-01' }, { ...proposedTerms('report-authority')[0]!, status: 'in_force' as const, validFrom: '2028-01-01' }]
    assert.deepEqual(['2027-12-31', '2028-01-01'].map((day) => legalTermOn('report-authority', day, changed).term.duration), ['PT72H', 'PT96H'])
  })
  test('before the law there was no term', () => {
    assert.equal(findLegalTerm('answer-request', '2018-05-24'), undefined)
    assert.throws(() => legalTermOn('answer-request', '2018-05-24'), RangeError)
  })
  test('every term has an article, and lasts', () => {
    assert.deepEqual(legalTerms.filter(({ citation, words }) => citation === '' || words.nl === '' || words.en === ''), [])
    for (const { term } of legalTerms) assert.ok(lengthOf(term.duration))
  })
})

describe('H-27 M-12 M-15 W-12: ceilings of the law: a policy may give less time and never more', () => {
  const policy = (duration: string, extension?: string) => dueWithin({ start: moment('2026-01-15'), term: termOf(duration), regime: 'eu', ...(extension ? { extension: termOf(extension) } : {}) }, { term: 'answer-request', extension: 'extend-request' })
  const cases: readonly (readonly [term: string, extension: string | undefined, ends: string, isCut: boolean])[] = [
    ['P1M', undefined, '2026-02-16', false], ['P2W', undefined, '2026-01-29', false], ['P30D', undefined, '2026-02-16', false], ['P6W', undefined, '2026-02-16', true], ['P2M', undefined, '2026-02-16', true],
    ['P1M', 'P2M', '2026-04-15', false], ['P1M', 'P8W', '2026-04-13', false], ['P1M', 'P3M', '2026-04-15', true], ['P8W', 'P8W', '2026-04-15', true],
  ]
  for (const [term, extension, ends, isCut] of cases) {
    test(`${term}${extension ? ` + ${extension}` : ''}: ${ends}${isCut ? ', cut' : ''}`, () => {
      const { due, isCut: was } = policy(term, extension)
      assert.deepEqual([due.on, was], [ends, isCut])
      if (isCut) assert.match(due.steps.at(-1)!.words.nl, /de wet gaat voor/)
      if (isCut) assert.equal(due.steps.at(-1)!.citation, 'art. 12 lid 3 AVG')
    })
  }
  test('96 hours in a policy are cut to 72', () => {
    const { due, isCut } = dueWithin({ start: moment('2026-11-20 17:30'), term: termOf('PT96H'), regime: 'eu' }, { term: 'report-authority' })
    assert.deepEqual([due.at, isCut], [moment('2026-11-23 17:30'), true])
  })
  test('of before the law nothing is cut', () => {
    assert.equal(dueWithin({ start: moment('2017-01-15'), term: termOf('P2M'), regime: 'eu' }, { term: 'answer-request' }).isCut, false)
  })
})

describe('extension and notice (art. 12 lid 3 en 4 AVG)', () => {
  test('extension is told within the first month, whatever comes after; what stood still moves that too', () => {
    assert.equal(noticeDue(moment('2017-01-31')), undefined)
    assert.equal(noticeDue(moment('2026-01-31'))?.on, '2026-03-02')
    assert.equal(noticeDue(moment('2026-11-02'), [{ from: moment('2026-11-23'), until: moment('2026-11-30') }])?.on, '2026-12-09')
  })
  test('once, and not after the end', () => {
    const dueAt = moment('2026-12-02')
    assert.equal(extensionRefused({ extendedAt: null, dueAt }, moment('2026-12-01')), undefined)
    assert.equal(extensionRefused({ extendedAt: null, dueAt }, dueAt), 'too-late')
    assert.equal(extensionRefused({ extendedAt: moment('2026-11-20'), dueAt }, moment('2026-12-01')), 'extended-before')
  })
})

describe('where a deadline stands', () => {
  const plain = { dueAt: moment('2026-12-02'), metAt: null, lapsedAt: null, suspendedAt: null, extendedAt: null }
  const before = moment('2026-12-01')
  const after = moment('2026-12-03')
  test('running, extended, standing still, met, lapsed, late; the end itself is late', () => {
    assert.deepEqual([
      stateOf(plain, before), stateOf({ ...plain, extendedAt: before }, before), stateOf({ ...plain, suspendedAt: before }, after), stateOf({ ...plain, metAt: after }, after), stateOf({ ...plain, lapsedAt: after }, after), stateOf(plain, plain.dueAt), stateOf({ ...plain, extendedAt: before }, after),
    ], ['running', 'extended', 'suspended', 'met', 'lapsed', 'late', 'late'])
  })
  test('what was late stays late; what stood still before its end doesn’t become so', () => {
    assert.deepEqual([wasLate({ ...plain, metAt: after }, after), wasLate({ ...plain, metAt: before }, after), wasLate({ ...plain, suspendedAt: before }, after), wasLate({ ...plain, suspendedAt: after }, after)], [true, false, false, true])
    assert.deepEqual([minutesLeft(plain, before), minutesLeft(plain, after)], [1440, -1440])
  })
})

describe('durations and office hours as they are typed', () => {
  for (const bad of ['', 'P', 'PT', '1M', 'P1.5M', 'P-1M', 'P0D', 'PT0H', 'P1S', 'PT5S', 'P1MP1M', 'P1D1M', 'P999999D', ' P1M', 'P1M\n']) test(`“${bad}” is no duration`, () => assert.throws(() => lengthOf(bad), RangeError))
  test('said, put together and written again', () => {
    assert.deepEqual([sayTerm({ duration: 'P1M', clock: 'calendar' }), sayTerm({ duration: 'P2D', clock: 'working' }), sayTerm({ duration: 'P1DT4H', clock: 'working' }).en], [{ nl: '1 maand', en: '1 month' }, { nl: '2 werkdagen', en: '2 working days' }, '1 working day and 4 working hours'])
    assert.equal(writeDuration(together(lengthOf('P1M'), lengthOf('P2MT4H30M'))), 'P3MT4H30M')
  })
  const day = { from: '08:30', until: '17:00' }
  const hours: readonly (readonly [what: string, typed: readonly (typeof day | null)[], faults: readonly number[]])[] = [
    ['five days', usualOfficeHours, []], ['nobody ever works', [null, null, null, null, null, null, null], [-1]], ['six days only', [day, day, day, day, day, null], [-1]],
    ['closes before it opens', [{ from: '17:00', until: '08:30' }, day, null, null, null, null, null], [0]], ['no time', [day, { from: '8:30', until: '17:00' }, { from: '08:30', until: '24:00' }, null, null, null, null], [1, 2]],
  ]
  for (const [what, typed, faults] of hours) test(`office hours: ${what}`, () => assert.deepEqual(officeHoursFaults(typed), faults))
  test('hours that can’t be counted by are the usual ones; open is open', () => {
    assert.equal(officeHoursOr([null, null, null, null, null, null, null]), usualOfficeHours)
    const days = { list: 'office', hours: usualOfficeHours } as const
    assert.deepEqual(['2026-11-23 08:30', '2026-11-23 17:00', '2026-11-22 12:00', '2026-12-25 12:00'].map((text) => isOpenAt(days, moment(text))), [true, false, false, false])
  })
  test('a day begins by Dutch time, also when the clock changes', () => {
    assert.deepEqual(['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26'].map((one) => startOfDay(one).toISOString()), ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
    assert.equal(addDays('2028-02-28', 2), '2028-03-01')
  })
})
