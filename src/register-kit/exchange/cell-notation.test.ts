// Cell notation, tested: whatever a value holds, writing and reading it changes nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatList, formatRows, parseList, parseRows } from './cell-notation.ts'
import { guarded, guardedText, isDangerous, unguarded } from './cell-guard.ts'
import { effortOf } from '../../../test/support/effort.ts'

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('\\', '|', ';', '\n', '\r', ' ', '\t', "'", '"', '=', '-', '*', '•', ',', '(', ')', 'e', 'n', 'r', 'a', '+', '@', '\u00a0'), maxLength: 12 }),
)

test('H-07 a repeating group comes back from its cell as it was', () => {
  fc.assert(fc.property(fc.array(fc.array(awkward, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rows) => {
    assert.deepEqual(parseRows(formatRows(rows)), rows)
  }), { numRuns: 5000 })
})

test('H-07 a list comes back from its cell as it was', () => {
  fc.assert(fc.property(fc.array(awkward, { maxLength: 6 }), (terms) => {
    assert.deepEqual(parseList(formatList(terms)), terms)
  }), { numRuns: 5000 })
})

test('a formula guard is taken off exactly where it was put on, and leaves nothing that runs', () => {
  fc.assert(fc.property(awkward, (value) => {
    assert.equal(unguarded(guarded(value)), value)
    assert.equal(unguarded(guardedText(value)), value)
    assert.doesNotMatch(guarded(value), /^(?:\s*[=+\-@]|[\t\r])/)
  }), { numRuns: 5000 })
})

const guardCases: [value: string, csv: string][] = [
  ['=1+1', "'=1+1"], ["'=1", "''=1"], ["''=1", "'''=1"], ['+31', "'+31"], ['-5', "'-5"], ['@SUM', "'@SUM"], ['\tx', "'\tx"], ['\nx', "'\nx"],
  [' =1', "' =1"], ['＝1', "'＝1"], ["'s-Gravenhage", "'s-Gravenhage"], ['a=b', 'a=b'], ['', ''], ["'", "'"], ['- eerste punt', "'- eerste punt"],
]
for (const [value, csv] of guardCases) {
  test(`guard: ${JSON.stringify(value)} is written ${JSON.stringify(csv)}`, () => {
    assert.equal(guarded(value), csv)
    assert.equal(unguarded(csv), value)
    assert.equal(isDangerous(value), value !== csv)
  })
}

const lists: [cell: string, terms: string[]][] = [
  ['NAW-gegevens; BSN; geboortedatum', ['NAW-gegevens', 'BSN', 'geboortedatum']],
  ['NAW-gegevens, BSN, geboortedatum', ['NAW-gegevens', 'BSN', 'geboortedatum']],
  ['NAW (naam, adres, woonplaats), BSN', ['NAW (naam, adres, woonplaats)', 'BSN']],
  ['- naam\n- adres\n', ['naam', 'adres']],
  ['• naam\r\n• adres', ['naam', 'adres']],
  ['inwoners', ['inwoners']],
  ['Gegevens over gezondheid, fysiek;', ['Gegevens over gezondheid, fysiek']],
  ['a;;b;', ['a', 'b']],
  ['', []],
  ['C:\\map; x', ['C:\\map', 'x']],
]
for (const [cell, terms] of lists) test(`list: ${JSON.stringify(cell)}`, () => assert.deepEqual(parseList(cell), terms))

test('a group reads as people write it', () => {
  assert.equal(formatRows([['Uitvoeren Wmo', 'Hoofddoel', ''], ['Beleid', 'Subdoel', 'zelfde\ndoel']]), 'Uitvoeren Wmo | Hoofddoel | \nBeleid | Subdoel | zelfde\\ndoel')
  assert.deepEqual(parseRows('Uitvoeren Wmo|Hoofddoel\n\n  Beleid |Subdoel | x '), [['Uitvoeren Wmo', 'Hoofddoel'], ['Beleid', 'Subdoel', 'x']])
})

test('cells at the limit of length take no time, whatever they repeat', () => {
  for (const part of [' ', '\\', '\\ ', '- \n', '(', 'x ', ';', '|']) {
    const text = `x${part.repeat(100_000 / part.length)}!`
    assert.ok(effortOf(() => {
      parseList(text)
      parseRows(text)
      formatList([text])
      formatRows([[text]])
    }) < 3_000, JSON.stringify(part))
  }
})
