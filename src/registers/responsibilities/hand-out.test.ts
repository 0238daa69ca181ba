import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Party } from './declaration.ts'
import { doersOf } from './hand-out.ts'

const held = (party: Party, ...ids: readonly string[]) => ids.map((holderId) => ({ party, holderId }))

const cases: readonly (readonly [what: string, doing: readonly Party[], holders: ReturnType<typeof held>, doers: ReturnType<typeof doersOf>])[] = [
  ['one holder gets it', ['process_owner'], held('process_owner', 'a'), [{ owner: 'a' }]],
  ['several with a role share it', ['iso'], held('iso', 'a', 'b'), [{ role: 'iso' }]],
  ['a role that nobody holds keeps it for whoever comes', ['ciso'], [], [{ role: 'ciso' }]],
  ['managers and portfolio holders get one each', ['management', 'portfolio_holder'], [...held('management', 'a', 'b'), ...held('portfolio_holder', 'c')], [{ owner: 'a' }, { owner: 'b' }, { owner: 'c' }]],
  ['somebody with two parts gets one', ['iso', 'ciso'], [...held('iso', 'a'), ...held('ciso', 'a')], [{ owner: 'a' }]],
  ['employees as a whole are never picked: then it is for the privacy officer', ['employee'], held('employee', 'a', 'b').slice(0, 0), [{ role: 'privacy_officer' }]],
  ['nobody at all', [], [], [{ role: 'privacy_officer' }]],
]

test('H-53: who gets a task of a step', () => {
  for (const [what, doing, holders, doers] of cases) assert.deepEqual(doersOf(doing, holders), doers, what)
})
