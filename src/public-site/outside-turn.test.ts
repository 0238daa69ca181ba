import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { TooMany } from '../ground/refusals.ts'
import { takingTurns } from './outside-turn.ts'

describe('people outside take turns, so that the desk stays usable (M-16)', () => {
  test('never more at once than there are turns, in the order in which they came, and a failure gives the turn on', async () => {
    const turns = takingTurns(2)
    const [begun, most]: [number[], number[]] = [[], []]
    let busy = 0
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, place) => turns(async () => {
      begun.push(place)
      most.push(++busy)
      await new Promise((done) => { setImmediate(done) })
      busy--
      if (place % 3 === 0) throw new Error('no')
      return place
    })))
    assert.deepEqual(begun, Array.from({ length: 20 }, (_, place) => place))
    assert.equal(Math.max(...most), 2)
    assert.equal(results.filter(({ status }) => status === 'rejected').length, 7)
    assert.equal(await turns(() => Promise.resolve('after')), 'after')
  })

  test('work within a turn needs no second one', async () => {
    const turns = takingTurns(1)
    assert.equal(await turns(() => turns(() => Promise.resolve('inside'))), 'inside')
  })

  test('who waits too long, or finds the row full, hears it; the others go on', async () => {
    const turns = takingTurns(1, { patienceMs: 20, row: 1 })
    let end = () => {}
    const first = turns(() => new Promise<void>((done) => { end = done }))
    const second = turns(() => Promise.resolve())
    await assert.rejects(turns(() => Promise.resolve()), TooMany)
    await assert.rejects(second, TooMany)
    end()
    await first
    assert.equal(await turns(() => Promise.resolve('later')), 'later')
  })
})
