import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparedWords, compareTexts } from './text-difference.ts'
import { effortOf } from '../../test/support/effort.ts'

const said = (left: string, right: string) => compareTexts(left, right).map(({ kind, left: was, right: is, pieces }) =>
  `${kind} ${was?.number ?? '-'}>${is?.number ?? '-'} ${pieces.map(({ kind: how, text }) => ({ same: text, added: `{+${text}+}`, removed: `{-${text}-}` })[how]).join('')}`)

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a word that was replaced', '# Doel\nWij melden binnen 72 uur.', '# Doel\nWij melden binnen 24 uur.', ['changed 1>1 Wij melden binnen {-72 -}{+24 +}uur.']],
  ['a section that came shifts the numbers, not the words', '# Doel\na\n# Regels\nb', '# Doel\na\n# Wie\nc\n# Regels\nb', ['same 1>1 a', 'added ->2 {+c+}', 'same 2>3 b']],
  ['a section that went', '# Doel\na\n# Regels\nb', '# Regels\nb', ['removed 1>- {-a-}', 'same 2>1 b']],
  ['another title is another section', '# Doel\na', '# Waarom\na', ['removed 1>- {-a-}', 'added ->1 {+a+}']],
  ['from nothing, and to nothing', '', 'a', ['added -> {+a+}']],
  ['equal texts', 'a\n# b\nc', 'a\n# b\nc', ['same > a', 'same 1>1 c']],
]
for (const [name, left, right, wanted] of cases) test(name, () => assert.deepEqual(said(left, right), wanted))

test('from the pieces both texts can be made again', () => {
  const text = fc.array(fc.constantFrom('een ', 'twee ', 'drie\n', '  ', 'vier'), { maxLength: 30 }).map((words) => words.join(''))
  fc.assert(fc.property(text, text, (left, right) => {
    const pieces = comparedWords(left, right)
    assert.equal(pieces.flatMap(({ kind, text: piece }) => kind === 'added' ? [] : [piece]).join('').length, left.length)
    assert.equal(pieces.flatMap(({ kind, text: piece }) => kind === 'removed' ? [] : [piece]).join(''), right)
  }))
})

test('two long texts with nothing in common are held against each other in a moment', () => {
  assert.ok(effortOf(() => {
    assert.equal(comparedWords('a '.repeat(40_000), 'b '.repeat(40_000)).length, 2)
    comparedWords(`x ${'a b '.repeat(900)}`, `y ${'b a '.repeat(900)}`)
  }) < 6_000)
})
