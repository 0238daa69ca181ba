import { test } from 'node:test'
import assert from 'node:assert/strict'
import { inLanguage } from '../ground/words.ts'
import { sayCitation } from './citation.ts'
import { joinDuration, partsOfDuration, sayDuration, splitDuration } from './duration.ts'
import { readTypedDate, readTypedMoment } from './typed-dates.ts'

const dates: [string, string | null][] = [
  ['31-12-2026', '2026-12-31'], ['1-2-2026', '2026-02-01'], ['31/12/2026', '2026-12-31'], ['31.12.2026', '2026-12-31'], ['31 12 2026', '2026-12-31'], ['2026-12-31', '2026-12-31'],
  ['31 december 2026', '2026-12-31'], ['1 mrt 2026', '2026-03-01'], ['1 March 2026', '2026-03-01'], ['2 may 2026', '2026-05-02'], ['3 Oct 2026', '2026-10-03'], ['1 maart 2026', '2026-03-01'], [' 29-02-2028 ', '2028-02-29'],
  ['29-02-2026', null], ['31-02-2026', null], ['12-31-2026', null], ['31-12-26', null], ['0-1-2026', null], ['morgen', null], ['', null], ['1 foo 2026', null],
]
for (const [typed, day] of dates) test(`typed date "${typed}" is ${day}`, () => assert.equal(readTypedDate(typed), day))

test('durations of one unit are split, joined and said', () => {
  assert.deepEqual(splitDuration('P18M'), { amount: '18', unit: 'M' })
  assert.equal(splitDuration('P1Y6M'), undefined)
  assert.deepEqual(splitDuration('PT24H'), { amount: '24', unit: 'H' })
  assert.equal(joinDuration({ amount: ' 5 ', unit: 'Y' }), 'P5Y')
  for (const [amount, unit, joined] of [['vijf', 'Y', 'PvijfY'], ['-1', 'M', 'P-1M'], ['24', 'H', 'PT24H'], ['zes', 'H', 'PTzesH'], [' p1y6m ', 'Y', 'P1Y6M'], ['PT1H30M', 'Y', 'PT1H30M'], ['', 'H', '']] as const) {
    assert.equal(joinDuration({ amount, unit }), joined)
    assert.equal(joinDuration(partsOfDuration(joined)), joined, 'shown again, it stays the same')
  }
  assert.deepEqual(partsOfDuration('PvijfY'), { amount: 'vijf', unit: 'Y' })
  assert.deepEqual(partsOfDuration('P1Y6M'), { amount: 'P1Y6M', unit: '' })
  assert.deepEqual(['P1Y', 'P5Y', 'P1M', 'P2M', 'P3W', 'P1D', 'PT72H', 'PT1H', 'P1Y6M'].map(sayDuration), ['1 jaar', '5 jaar', '1 maand', '2 maanden', '3 weken', '1 dag', '72 uur', '1 uur', 'P1Y6M'])
  assert.deepEqual(inLanguage('en', () => ['P1Y', 'P5Y', 'P2M', 'P1W', 'P30D', 'PT72H'].map(sayDuration)), ['1 year', '5 years', '2 months', '1 week', '30 days', '72 hours'])
})

const citations: [string, string][] = [
  ['art. 30 lid 1 onder b AVG', 'art. 30(1)(b) GDPR'], ['art. 4 onder 7 AVG', 'art. 4(7) GDPR'], ['art. 31 tot en met 33 UAVG', 'art. 31 to 33 UAVG'], ['art. 28 lid 2 en 4 AVG', 'art. 28(2) and 4 GDPR'], ['art. 5 lid 1 onder c en lid 2 AVG', 'art. 5(1)(c) and (2) GDPR'],
  ['art. 6 lid 1 AVG, slotzin', 'art. 6(1) GDPR, last sentence'], ['overweging 38 AVG', 'recital 38 GDPR'], ['Uitvoeringsbesluit (EU) 2026/179', 'Implementing Decision (EU) 2026/179'], ['Beschikking 2003/490/EG', 'Decision 2003/490/EC'], ['art. 5 Archiefwet 1995', 'art. 5 Archiefwet 1995'],
]
for (const [dutch, english] of citations) test(`citation "${dutch}" is "${english}" in English`, () => assert.deepEqual([sayCitation(dutch), inLanguage('en', () => sayCitation(dutch))], [dutch, english]))

const moments: [string, string | null][] = [
  ['2026-12-31T14:05', '2026-12-31T13:05:00.000Z'], ['2026-07-01 14:05', '2026-07-01T12:05:00.000Z'], ['31-12-2026 14:05', '2026-12-31T13:05:00.000Z'], ['31 december 2026 om 9.05 uur', '2026-12-31T08:05:00.000Z'], ['31 december 2026, 14:05', '2026-12-31T13:05:00.000Z'],
  ['2026-12-31T13:05:59.123Z', '2026-12-31T13:05:00.000Z'], ['2026-12-31T14:05:00+01:00', '2026-12-31T13:05:00.000Z'], ['2026-12-31T14:05:30', '2026-12-31T13:05:00.000Z'], ['31-12-2026', '2026-12-30T23:00:00.000Z'], ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['31-12-2026 24:00', null], ['31-12-2026 12:60', null], ['31-02-2026 12:00', null], ['9999-12-31T12:00', null], ['gisteren 12:00', null], ['12:00', null], ['', null],
]
for (const [typed, moment] of moments) test(`typed moment "${typed}" is ${moment}`, () => assert.equal(readTypedMoment(typed), moment))
