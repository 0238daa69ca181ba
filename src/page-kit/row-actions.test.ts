import { test } from 'node:test'
import assert from 'node:assert/strict'
import { applyRowAction, isRowAction, rowPlaces, type Entries } from './row-actions.ts'

const filled: Entries = [['name', 'x'], ['goals.0.words', 'a'], ['goals.2.words', 'b'], ['goals.2.kinds', '1'], ['goals.2.kinds', '2'], ['goals.10.words', 'c'], ['goalsetter', 'y']]

const cases: [string, string, Entries][] = [
  ['removing closes the gap and keeps repeated values', 'remove:goals:0', [['name', 'x'], ['goals.0.words', 'b'], ['goals.0.kinds', '1'], ['goals.0.kinds', '2'], ['goals.1.words', 'c'], ['goalsetter', 'y']]],
  ['removing by the number that was sent', 'remove:goals:2', [['name', 'x'], ['goals.0.words', 'a'], ['goals.1.words', 'c'], ['goalsetter', 'y']]],
  ['a row that is not there', 'remove:goals:7', applyRowAction(filled, 'add:goals').slice(0, -1)],
  ['adding puts an empty row at the end', 'add:goals', [['name', 'x'], ['goals.0.words', 'a'], ['goals.1.words', 'b'], ['goals.1.kinds', '1'], ['goals.1.kinds', '2'], ['goals.2.words', 'c'], ['goalsetter', 'y'], ['goals.3._row', '1']]],
  ['the first row of an empty group', 'add:links', [...filled, ['links.0._row', '1']]],
  ['any other action', 'save', filled],
]
for (const [title, action, expected] of cases) test(`rows: ${title}`, () => assert.deepEqual(applyRowAction(filled, action), expected))

test('rows: only whole numbers without leading zeros are places', () => {
  assert.deepEqual(rowPlaces([['g.1.a', ''], ['g.01.a', ''], ['g.x.a', ''], ['g.-1.a', ''], ['g.3', '']], 'g'), [1, 3])
})

test('rows: what counts as a row action', () => {
  for (const action of ['add:goals', 'add:goals.0.laws', 'remove:goals:12']) assert.equal(isRowAction(action), true, action)
  for (const action of [undefined, 'save', 'add:', 'remove:goals', 'remove:goals:-1', 'add:a:b']) assert.equal(isRowAction(action), false, action)
})
