import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answers, questions, type Relation, relationOf } from './relation-help.ts'

const outside: Answers = { personal: 'yes', external: 'yes' }
const table: readonly (readonly [string, Answers, Relation | readonly string[]])[] = [
  ['numbers of lamp posts', { personal: 'no' }, 'none'],
  ['no personal data, whatever else was answered', { personal: 'no', external: 'yes', decides: 'together' }, 'none'],
  ['another department', { personal: 'yes', external: 'no' }, 'internal'],
  ['a desk of two municipalities that design one intake', { ...outside, decides: 'together' }, 'joint'],
  ['together, though one follows instructions', { ...outside, decides: 'together', instructed: 'yes', own_use: 'no' }, 'joint'],
  ['a supplier of software that hosts', { ...outside, decides: 'us', instructed: 'yes', own_use: 'no' }, 'processor'],
  ['a supplier that also improves its own product with the data', { ...outside, decides: 'us', instructed: 'yes', own_use: 'yes' }, 'disclosure'],
  ['an adviser who goes their own way', { ...outside, decides: 'us', instructed: 'no', own_use: 'no' }, 'disclosure'],
  ['the tax authority asks for data by its own law', { ...outside, decides: 'them' }, 'disclosure'],
  ['we host for a participant', { ...outside, decides: 'them_for_us' }, 'we_process'],
  ['nothing answered', {}, ['personal', 'external', 'decides']],
  ['who decides is open', outside, ['decides']],
  ['whether it is instructed is open', { ...outside, decides: 'us', own_use: 'no' }, ['instructed']],
  ['an answer that doesn’t exist', { ...outside, decides: 'nobody' }, ['decides']],
]

for (const [name, answers, expected] of table) {
  test(`N-17: ${name}`, () => {
    const found = relationOf(answers)
    if ('open' in found) return assert.deepEqual(found.open, expected)
    assert.equal(found.relation, expected)
    assert.ok(found.reasons.length > 0 && found.doubts.length > 0)
    assert.match(found.citation, /^art\. \d+/)
  })
}

test('N-17: whatever is answered, there is an outcome or a question that is open', () => {
  let combinations: Answers[] = [{}]
  for (const { key, answers } of questions) combinations = combinations.flatMap((so_far) => [so_far, ...answers.map((answer) => ({ ...so_far, [key]: answer.key }))])
  assert.ok(combinations.length > 300)
  for (const answers of combinations) {
    const found = relationOf(answers)
    assert.ok('relation' in found || found.open.length > 0, JSON.stringify(answers))
  }
})
