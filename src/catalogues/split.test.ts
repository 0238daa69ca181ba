import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedCatalogue } from './load.ts'
import { makeMatcher } from './match.ts'
import { matchCell, splitValues } from './split.ts'

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['naam; adres ;BSN', ['naam', 'adres', 'BSN']],
  ['naam, adres, BSN', ['naam', 'adres', 'BSN']],
  ['naam, adres en BSN', ['naam', 'adres', 'BSN']],
  ['• naam\n• adres\r\n- BSN', ['naam', 'adres', 'BSN']],
  ['1. naam\n2. adres\n3) BSN', ['naam', 'adres', 'BSN']],
  ['o.a. naam, adres', ['naam', 'adres']],
  ['naam, naam; naam', ['naam']],
  ['financiële gegevens (inkomen, schulden en IBAN), BSN', ['financiële gegevens (inkomen, schulden en IBAN)', 'BSN']],
  ['woon- en verblijfplaats', ['woon- en verblijfplaats']],
  ['art. 6 lid 1, sub e AVG', ['art. 6 lid 1, sub e AVG']],
  ['art. 6, eerste lid, onder c, AVG', ['art. 6, eerste lid, onder c', 'AVG']],
  ['6.1.c en 6.1.e', ['6.1.c', '6.1.e']],
  ['art. 6 lid 1 sub c en e AVG', ['art. 6 lid 1 sub c en e AVG']],
  ['UWV & SVB', ['UWV', 'SVB']],
  ['UWV / SVB', ['UWV', 'SVB']],
  ['ouders/verzorgers', ['ouders/verzorgers']],
  ['Bijzondere persoonsgegevens: gezondheid, religie', ['Bijzondere persoonsgegevens', 'gezondheid', 'religie']],
  ['gegevens (niet gesloten, naam, BSN', ['gegevens (niet gesloten', 'naam', 'BSN']],
  ['bewaard na 1,5 jaar', ['bewaard na 1,5 jaar']],
  [' ; , \n ', []],
  ['', []],
  ['naam.', ['naam']],
  ['een lange omschrijving van wat er gebeurt en waarom dat nodig is', ['een lange omschrijving van wat er gebeurt en waarom dat nodig is']],
]

test('a cell is split into its values, not inside brackets or citations', () => {
  for (const [text, wanted] of cases) assert.deepEqual(splitValues(text), wanted, JSON.stringify(text))
})

test('what is known as one value stays one', () => {
  const matcher = makeMatcher(shippedCatalogue('data-category').terms)
  const keys = (text: string) => matchCell(matcher, text).map((value) => value.match.key ?? value.match.certainty)
  assert.deepEqual(keys('naam, adres en woonplaats'), ['name-address'])
  assert.deepEqual(keys('naam, adres en woonplaats; BSN'), ['name-address', 'bsn'])
  assert.deepEqual(keys('naam en adres, geboortedatum en BSN'), ['name-address', 'birth-date', 'bsn'])
  assert.deepEqual(keys('inkomen en vermogen'), ['income'])
  assert.deepEqual(keys('Technische gegevens, IP-adressen en logbestanden; BSN'), ['technical', 'bsn'])
  assert.deepEqual(keys('Gegevens aangaande functioneren en ziektemeldingen'), ['performance', 'sick-leave'])
  assert.deepEqual(keys('NAW-gegevens, contactgegevens, iets vreemds'), ['name-address', 'contact', 'none'])
})
