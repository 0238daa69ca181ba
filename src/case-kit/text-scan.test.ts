import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inLanguage } from '../ground/words.ts'
import { isBsn, isIban } from './person-numbers.ts'
import { masked, sayScan, type ScanKind, scanKinds, scanText } from './text-scan.ts'
import { effortOf } from '../../test/support/effort.ts'

const found = (text: string) => scanText(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

/** Numbers that pass their proof and belong to nobody: BSN of the test series, IBAN of an invented bank account. */
const cases: readonly (readonly [text: string, ...found: (readonly [ScanKind, string])[]])[] = [
  ['Mijn BSN is 999990019.', ['bsn', '999990019']],
  ['bsn 9999.90.019', ['bsn', '9999.90.019']],
  ['BSN: 999 990 019, dank', ['bsn', '999 990 019']],
  ['999.990.019 en 999-990-019', ['bsn', '999.990.019'], ['bsn', '999-990-019']],
  ['999990019 999990021 111222333', ['bsn', '999990019'], ['bsn', '111222333']],
  ['999990019\n111222333', ['bsn', '999990019'], ['bsn', '111222333']],
  ['\u{ff19}\u{ff19}\u{ff19}\u{ff19}\u{ff19}\u{ff10}\u{ff10}\u{ff11}\u{ff19}', ['bsn', '\u{ff19}\u{ff19}\u{ff19}\u{ff19}\u{ff19}\u{ff10}\u{ff10}\u{ff11}\u{ff19}']],
  ['999\u00A0990\u00A0019', ['bsn', '999\u00A0990\u00A0019']],
  ['(999990019)', ['bsn', '999990019']],
  ['NL90 ABNA 0417 0000 00', ['iban', 'NL90 ABNA 0417 0000 00']],
  ['rekening nl90abna0417000000 van mij', ['iban', 'nl90abna0417000000']],
  ['NL90ABNA0417000000, BE68 5390 0754 7034', ['iban', 'NL90ABNA0417000000'], ['iban', 'BE68 5390 0754 7034']],
  ['NL90 ABNA 0417 0000 00 en 020 100 00 00', ['iban', 'NL90 ABNA 0417 0000 00'], ['phone', '020 100 00 00']],
  ['mail jan.jansen+werk@voorbeeld.example vandaag', ['email', 'jan.jansen+werk@voorbeeld.example']],
  ['<a.b@c.example>', ['email', 'a.b@c.example']],
  ['bel 06-12000000', ['phone', '06-12000000']],
  ['06 12 00 00 00', ['phone', '06 12 00 00 00']],
  ['+31 (0)6 12000000', ['phone', '+31 (0)6 12000000']],
  ['0031612000000', ['phone', '0031612000000']],
  ['+32 475 12 34 56', ['phone', '+32 475 12 34 56']],
  ['(020) 100 0000', ['phone', '(020) 100 0000']],
  ['auto met kenteken AB-12-CD', ['licence_plate', 'AB-12-CD']],
  ['16-RSL-9 stond er', ['licence_plate', '16-RSL-9']],
  ['kenteken: ab12cd', ['licence_plate', 'ab12cd']],
  ['geboren op 1 mei 1980 in Delft', ['date_of_birth', '1 mei 1980']],
  ['geboortedatum: 01-05-1980', ['date_of_birth', '01-05-1980']],
  ['born May 1, 1980', ['date_of_birth', 'May 1, 1980']],
  ['DOB 1980-05-01', ['date_of_birth', '1980-05-01']],
  ['paspoortnummer SPECI2014', ['document_number', 'SPECI2014']],
  ['rijbewijs nummer: 5123456789', ['document_number', '5123456789']],
  ['999990019 en a.b@c.example en 06-12000000', ['bsn', '999990019'], ['email', 'a.b@c.example'], ['phone', '06-12000000']],
]

const silent: readonly string[] = [
  '', 'Een map met brieven lag in de trein.', '999990010', '123456789', '000000000', '9999900190', '99999001', 'Zaak 2026-999990019', 'zaaknummer: 999990019', 'kenmerk Z/26/999990019', 'KvK 999990019', 'RSIN: 999990019',
  '€ 999.990.019', '999.990.019,00', '999990019 euro', 'case number 999990019', 'A999990019', '999990019b', 'NL92ABNA0417000000', 'NL90ABNA04170000', 'XX91ABNA0417000000', 'info@gemeente.example', 'privacy@firma.example', 'a@b', '@iemand',
  '0900 1000000', '0800-1000000', '14 023', 'bel 112', 'in 2026 waren het er 1200', '22-11-2026 13:05', 'tussen 01-05-1980 en 01-06-1980', '12-05-19', 'art. 33 lid 1 AVG', 'norm H-27 en N-49', 'D-2026-7KQ4-X', 'PT72H', 'kenteken onbekend', 'het paspoort lag open',
  'paspoort kwijtgeraakt', 'document: conceptbrief', '1.234.567,89', 'versie 10.11.12.13', '192.168.100.200', '2001:db8::1', '019a0000-0000-7000-8000-000000000003', 'geboren in Delft', 'born in 1980',
]

describe('what names a person in free text is found (N-49, P-14, N-31)', () => {
  for (const [text, ...expected] of cases) test(text.slice(0, 60), () => assert.deepEqual(found(text), expected.map((one) => [...one])))
  for (const text of silent) test(`nothing in “${text}”`, () => assert.deepEqual(found(text), []))
})

describe('what is done with it', () => {
  test('the writer is asked, once per kind, in both languages', () => {
    const findings = scanText('999990019, 111222333 en NL90ABNA0417000000')
    assert.equal(inLanguage('nl', () => sayScan(findings)), 'In uw tekst staat waarschijnlijk een BSN en een rekeningnummer: haal dat weg, want het is hier niet nodig.')
    assert.equal(inLanguage('en', () => sayScan(findings)), 'Your text seems to hold a BSN (citizen service number) and a bank account number: please take it out, because it isn’t needed here.')
    assert.equal(sayScan([]), '')
    assert.equal(inLanguage('nl', () => sayScan([{ kind: 'bsn' }, { kind: 'email' }, { kind: 'phone' }])), 'In uw tekst staat waarschijnlijk een BSN, een e-mailadres en een telefoonnummer: haal dat weg, want het is hier niet nodig.')
  })

  test('masked, the text keeps its length and holds nothing more', () => {
    assert.equal(masked('BSN 999990019 van a.b@c.example'), 'BSN █████████ van █████████████')
    assert.equal(masked('Niets bijzonders.'), 'Niets bijzonders.')
  })
})

describe('for every text', () => {
  const anyText = fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(...cases.map(([text]) => text), ' ', '\n', '-', 'geb. ', '0', '+')), { maxLength: 8 }).map((parts) => parts.join(''))

  test('findings stand in order within the text, and masking leaves none of them', () => {
    fc.assert(fc.property(anyText, (text) => {
      const findings = scanText(text)
      let last = 0
      for (const { kind, from, to } of findings) {
        assert.ok(scanKinds.includes(kind) && from >= last && to > from && to <= text.length)
        last = to
      }
      assert.equal(masked(text).length, text.length)
      for (const { from, to } of findings) assert.match(masked(text).slice(from, to), /^█+$/)
    }), { numRuns: 300 })
  })

  test('a nine-digit number is found exactly when it passes the proof', () => {
    fc.assert(fc.property(fc.integer({ min: 10_000_000, max: 999_999_999 }).map((number) => String(number).padStart(9, '0')), (digits) => {
      const weighed = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)
      assert.equal(isBsn(digits), weighed % 11 === 0)
      assert.deepEqual(found(`x ${digits}.`), weighed % 11 === 0 ? [['bsn', digits]] : [])
    }))
  })

  test('twenty thousand signs of whatever kind take no time', () => {
    for (const bad of ['1', '1 ', 'a', 'a@', 'NL90', '1-', 'geb. ', '(1', 'kenteken ', '.a']) assert.ok(effortOf(() => scanText(bad.repeat(20_000 / bad.length))) < 2_000, bad)
  })

  test('an account number is one by its country’s length and its remainder', () => {
    assert.deepEqual(['NL90ABNA0417000000', 'BE68 5390 0754 7034', 'DE89 3704 0044 0532 0130 00', 'GB82 WEST 1234 5698 7654 32'].map(isIban), [true, true, true, true])
    assert.deepEqual(['NL91ABNA0417000000', 'NL90', '', 'ZZ89370400440532013000'].map(isIban), [false, false, false, false])
  })
})
