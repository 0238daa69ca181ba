// Retry as a table: when a message goes again, when it is given up, and how long a target is left in peace.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedWait, heldUntil, mostAttempts, nextTry, patience, pauses } from './retry.ts'

const failed = new Date('2026-11-22T12:00:00Z')
const after = (moment: Date | undefined) => moment && (moment.getTime() - failed.getTime()) / 1_000

test('pauses grow from a minute to ten hours and are together exactly a day; then the message is given up', () => {
  assert.deepEqual(pauses.map((_, index) => after(nextTry(index + 1, failed, 0, () => 0))), [60, 300, 1_800, 7_200, 18_000, 36_000, 23_040])
  assert.equal(pauses.reduce((sum, pause) => sum + pause), patience)
  assert.equal(nextTry(mostAttempts, failed), undefined)
  assert.equal(nextTry(mostAttempts + 5, failed), undefined)
})

test('chance adds up to a tenth and takes nothing away', () => {
  assert.equal(after(nextTry(1, failed, 0, () => 0.999_999)), 66)
  for (let round = 0; round < 100; round++) assert.ok(nextTry(2, failed)!.getTime() - failed.getTime() >= 300_000)
})

test('a target may ask for a longer pause, within reason', () => {
  assert.equal(after(nextTry(1, failed, 120, () => 0)), 120)
  assert.equal(after(nextTry(1, failed, 1e9, () => 0)), 3_600)
  assert.equal(after(nextTry(4, failed, 10, () => 0)), 7_200)
  for (const [header, seconds] of [['120', 120], ['0', 0], ['-5', 0], ['', 0], ['veel', 0], ['Sun, 22 Nov 2026 12:01:30 GMT', 90], ['Sun, 22 Nov 2020 12:00:00 GMT', 0], [undefined, 0]] as const) assert.equal(askedWait(header, failed), seconds, String(header))
})

test('a target in trouble is asked less and less, but every minute at least', () => {
  assert.deepEqual([1, 2, 3, 6, 7, 50].map((failures) => after(heldUntil(failures, failed))), [1, 2, 4, 32, 60, 60])
  assert.equal(after(heldUntil(1, failed, 90)), 90)
})
