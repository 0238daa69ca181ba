// Kept a moment: made once for all who come within it, anew after it, and never kept when it failed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptAMoment } from './kept-a-moment.ts'

test('what is the same for everybody is made once a moment, and what fails isn’t kept', async () => {
  let time = 0
  let made = 0
  const kept = keptAMoment<number>(1000, () => time)
  const make = () => Promise.resolve(++made)
  assert.deepEqual(await Promise.all([kept('a', make), kept('a', make), kept('b', make)]), [1, 1, 2])
  time = 999
  assert.equal(await kept('a', make), 1)
  time = 1000
  assert.equal(await kept('a', make), 3)
  await assert.rejects(kept('c', () => Promise.reject(new Error('away'))), /away/)
  assert.equal(await kept('c', make), 4)
})
