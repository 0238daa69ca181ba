import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textBlocks } from './text-blocks.ts'

const said = (text: string) => textBlocks(text).map((block) => block.kind === 'heading' ? `${'#'.repeat(block.depth)} ${block.text}` : block.kind === 'list' ? `${block.isNumbered ? '1' : '-'}(${block.items.join(' | ')})` : block.text)

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['headings with their numbers, and words without marks', '# Doel\nWij **melden** `snel`.\n\n## Wie\n> iedereen', ['# 1 Doel', 'Wij melden snel.', '## 1.1 Wie', 'iedereen']],
  ['lists, numbered and not, and a list within a list', '1. een\n2. twee\n   - dieper\n   - nog een\n\n- los', ['1(een | twee\n– dieper\n– nog een)', '-(los)']],
  ['an item of two paragraphs', '- een\n\n  meer\n- twee', ['-(een\nmeer | twee)']],
  ['a link to the web says where it leads', '[de wet](https://wetten.example/avg) en [hoofdstuk 2](#deel-2) en [x](javascript:y)', ['de wet (https://wetten.example/avg) en hoofdstuk 2 en [x](javascript:y)']],
  ['code and a table', '```\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |', ['x = 1', 'a · b', '1 · 2']],
  ['nothing', '', []],
]
for (const [name, text, wanted] of cases) test(name, () => assert.deepEqual(said(text), wanted))

test('any text gives blocks of words, and none comes twice', () => {
  const parts = fc.constantFrom('# ', '\n', '\n\n', '> ', '- ', '  - ', '1. ', '`', '```\n', '**', '[a](', ')', '|', '|-|\n', 'woord ')
  fc.assert(fc.property(fc.array(parts, { maxLength: 30 }), (pieces) => {
    const words = (text: string) => text.match(/woord/g)?.length ?? 0
    assert.ok(words(said(pieces.join('')).join('\n')) <= words(pieces.join('')))
  }), { numRuns: 300 })
})
