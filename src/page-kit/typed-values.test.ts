import { test } from 'node:test'
import assert from 'node:assert/strict'
import { joinDuration, sayDuration, splitDuration } from './duration.ts'
import { readTypedDate } from './typed-dates.ts'

const dates: [string, string | null][] = [
  ['31-12-2026', '2026-12-31'], ['1-2-2026', '2026-02-01'], ['31/12/2026', '2026-12-31'], ['31.12.2026', '2026-12-31'], ['31 12 2026', '2026-12-31'], ['2026-12-31', '2026-12-31'],
  ['31 december 2026', '2026-12-31'], ['1 mrt 2026', '2026-03-01'], ['1 maart 2026', '2026-03-01'], [' 29-02-2028 ', '2028-02-29'],
  ['29-02-2026', null], ['31-02-2026', null], ['12-31-2026', null], ['31-12-26', null], ['0-1-2026', null], ['morgen', null], ['', null], ['1 foo 2026', null],
]
for (const [typed, day] of dates) test(`typed date "${typed}" is ${day}`, () => assert.equal(readTypedDate(typed), day))

test('durations of one unit are split, joined and said', () => {
  assert.deepEqual(splitDuration('P18M'), { amount: '18', unit: 'M' })
  assert.equal(splitDuration('P1Y6M'), undefined)
  assert.equal(joinDuration({ amount: ' 05 ', unit: 'Y' }), 'P5Y')
  assert.equal(joinDuration({ amount: '', unit: 'Y' }), '')
  for (const amount of ['vijf', '-1', '1.5', '12345']) assert.equal(joinDuration({ amount, unit: 'Y' }), null, amount)
  assert.equal(joinDuration({ amount: '5', unit: 'Q' }), null)
  assert.deepEqual(['P1Y', 'P5Y', 'P1M', 'P2M', 'P3W', 'P1D', 'PT72H'].map(sayDuration), ['1 jaar', '5 jaar', '1 maand', '2 maanden', '3 weken', '1 dag', 'PT72H'])
})
