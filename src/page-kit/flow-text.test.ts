import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linesOf, widthOf } from './flow-text.ts'

const fit = { width: 150, size: 13.5, most: 3 }

test('words go on in lines of the width', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['UWV', ['UWV']],
    ['', []],
    ['Zorgaanbieder of hulpverlener', ['Zorgaanbieder of', 'hulpverlener']],
    ['E-mail en/of brieven per post', ['E-mail en/of brieven', 'per post']],
    ['Burgerzaken/Belastingen', ['Burgerzaken/', 'Belastingen']],
    ['Kluis vertrouwenspersonenlijst', ['Kluis', 'vertrouwenspersone-', 'nlijst']],
    ['2020 - 2024', ['2020 - 2024']],
    ['  te   veel  wit ', ['te veel wit']],
  ]
  for (const [words, lines] of cases) assert.deepEqual(linesOf(words, fit), lines)
})

test('what is left over ends in an ellipsis, within the width', () => {
  const lines = linesOf('Gegevens van de Nederlandse Vereniging voor Burgerzaken en van het Ministerie van Binnenlandse Zaken', fit)
  assert.equal(lines.length, 3)
  assert.match(lines[2]!, /\S…$/)
})

test('whatever is written, no line is wider than asked, none too many, and no letters are made up', () => {
  fc.assert(fc.property(fc.string({ maxLength: 120, unit: 'grapheme' }), fc.integer({ min: 60, max: 240 }), fc.integer({ min: 1, max: 4 }), (words, width, most) => {
    const lines = linesOf(words, { width, size: 13, most })
    assert.ok(lines.length <= most)
    for (const line of lines) assert.ok(widthOf(line, 13) <= width, `${line} (${widthOf(line, 13)} > ${width})`)
    const letters = (text: string) => text.replace(/[\s…-]/g, '')
    assert.ok(letters(words).startsWith(letters(lines.join('')).replace(/[,;:.]$/, '')), JSON.stringify([words, lines]))
  }), { numRuns: 300 })
})
