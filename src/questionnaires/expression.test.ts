// Expression: every construction that the State's questionnaires use, each with what it gives, and what is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluate, mentionsOf, parseExpression, type Value } from './expression.ts'

const answers: Readonly<Record<string, Value>> = { '1': 'true', '2': ['a', 'b', 'c'], '3': 'Buiten EER', '4': null }
const of = (text: string, names: Readonly<Record<string, Value>> = {}) => evaluate(parseExpression(text), { answer: (id) => answers[id], names })

test('what an expression gives', () => {
  const cases: [string, Value, Readonly<Record<string, Value>>?][] = [
    ["answers('2') | count", 3], ["answers('9') | count", 0], ["answers('9') == null", true], ["bool(answers('1')) == true", true], ["bool(answers('9')) != true", true],
    ["countSelectedOptions('2') >= 2", true], ["countSelectedOptions('9') == 0", true], ["answers('3') in ['Binnen EER', 'Buiten EER']", true], ["answers('9') in ['x']", false],
    ["weightedCountMap(answers('2'), ['a', 'c', 'z'], [1, 3, 9])", 4], ["weightedCountMap(answers('9'), ['a'], [1])", 0], ['x >= 1 && x <= 6', true, { x: 6 }], ['x < 6', false, { x: 6 }],
    ['(true && (scores.a || 0)) + (false && (scores.b || 0)) + (scores.c || 0) > 4', true, { scores: { a: 2, b: 9, c: 3 } }], ['scores.none || 0', 0, { scores: {} }],
    ["bool(answers('1')) ? 2 : true ? 1 : 0", 2], ['false ? 2 : true ? 1 : 0', 1], ['criteria.a || criteria.b', true, { criteria: { b: true } }], ['criteria.a && criteria.b', undefined, { criteria: { b: true } }],
    ["'it\\'s' == 'it\\'s'", true], ['1 + 2 * 3', 7], ['(1 + 2) * 3', 9], ['8 / 2 - 1', 3], ['true == 1', false], ['names.constructor', undefined, { names: {} }],
  ]
  for (const [text, expected, names] of cases) assert.deepEqual(of(text, names), expected, text)
})

test('what isn’t understood is refused while reading, not while judging', () => {
  for (const text of ['', 'a &&', "answers('1'", 'process.exit(1)', "fetch('x')", 'a = 1', "'open", 'a && b || c', 'a || b && c', '1 2', '`x`', 'a | surprise', '[1', 'a ? b']) assert.throws(() => parseExpression(text), text)
})

test('what it looks at', () => {
  assert.deepEqual(mentionsOf(parseExpression("bool(answers('1')) && countSelectedOptions('2') > scores.x ? [y] : 0")), { questions: ['1', '2'], names: ['scores.x', 'y'] })
})
