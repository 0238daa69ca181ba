// Printable text, tested: nothing of a text is dropped without a trace, and a word of any length can break.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { breakMark, printable, printableText, printableTitle } from './printable-text.ts'
import { effortOf } from '../../test/support/effort.ts'

const all = () => true
const cases: [name: string, text: string, expected: string][] = [
  ['plain text', 'Café “Duinrade” – €5; ½', 'Café “Duinrade” – €5; ½'],
  ['control characters as their pictures', 'a\0b\u0007c\u001bd\u007f', 'a␀b␇c␛d␡'],
  ['control characters of the second set by number', 'a\u0085\u009f', 'a[U+0085][U+009F]'],
  ['line ends, tabs', 'a\r\nb\rc\td', 'a\nb\nc d'],
  ['half surrogates', 'a\ud800b', 'a\ufffdb'],
  ['private characters and those that don’t exist', 'a\ue000b\uf8ff\u{f0000}\ufffe', 'a[U+E000]b[U+F8FF][U+F0000][U+FFFE]'],
  ['joiners, direction and variation stay', 'a\u200db\u202ec\u202c\ufe0fd\ufeffe', 'a\u200db\u202ec\u202c\ufe0fd\u2060e'],
  ['other scripts and emoji', 'שלום مرحبا 你好 😀', 'שלום مرحبا 你好 😀'],
  ['Typst is text', '#import "x": *; $x$ @ref `a` \\ // *b*', '#import "x": *; $x$ @ref `a` \\ // *b*'],
]
for (const [name, text, expected] of cases) test(`printable: ${name}`, () => assert.equal(printableText(text, all), expected))

test('a character without a glyph is written by its number', () => {
  assert.equal(printableText('a你é\u{13000}', () => false), 'a[U+4F60]é[U+13000]')
})

test('a long word gets places to break, none of them inside a letter, and loses nothing', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'é', 'e\u0301\u0323', '😀', '-', ' ', '\u200d', '\n', 'x'.repeat(50)), maxLength: 60 }), (text) => {
    const broken = printableText(text, all)
    assert.equal(broken.replaceAll(breakMark, ''), text)
    for (const piece of broken.split(breakMark).slice(1)) assert.doesNotMatch(piece, /^[\p{M}\u200d]/u)
    assert.ok(broken.replaceAll(breakMark, ' ').split(/\s/).every((word) => [...word.replace(/[\p{M}\u200d]/gu, '')].length <= 36))
  }), { numRuns: 500 })
})

test('20,000 characters without a space are made printable at once', () => {
  assert.ok(effortOf(() => assert.equal(printableText('x'.repeat(20_000), all).split(breakMark).length, Math.ceil(20_000 / 12))) < 1_000)
})

test('a title is one line; every string of a value is reached and nothing else', () => {
  assert.equal(printableTitle(`  a\n${'b'.repeat(40)}\0`, all), `a ${'b'.repeat(40)}␀`)
  assert.deepEqual(printable({ a: ['x\0', { b: 'y\u0007' }], c: 1, d: null, e: true }, all), { a: ['x␀', { b: 'y␇' }], c: 1, d: null, e: true })
})
