import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCatalogues } from '../../catalogues/load.ts'
import { makeFinder, type Question } from '../../register-kit/exchange-flow/value-finder.ts'
import { type FieldKey, fields } from './declaration.ts'
import { noteFieldOf as noteFieldIn } from '../../register-kit/exchange-flow/importing.ts'
import { rowsReaders } from './import-texts.ts'
import { importing } from './importing.ts'
import { processingActivities } from './register.ts'

const domains = new Map(loadCatalogues().map((catalogue) => [catalogue.catalogue, { terms: catalogue.terms }]))

/** Rows without their empty cells, and the texts that became questions. */
function read(field: FieldKey, text: string): { rows: Record<string, unknown>[]; asked: Question[] } {
  const finder = makeFinder(domains, new Map())
  const rows = rowsReaders[field]!(text, { field, finder, keep: () => {} })
  return { rows: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))), asked: finder.questions() }
}

const cases: [FieldKey, string, Record<string, unknown>[]][] = [
  ['purposes', '• Vergunning verlenen\n• Toezicht houden', [{ purpose: 'Vergunning verlenen' }, { purpose: 'Toezicht houden' }]],
  ['purposes', '1. Eerste\n2) Tweede\n- Derde', [{ purpose: 'Eerste' }, { purpose: 'Tweede' }, { purpose: 'Derde' }]],
  ['legal_bases', 'Toestemming', [{ basis: 'consent' }]],
  ['legal_bases', 'wettelijke verplichting\nartikel 30 Participatiewet', [{ basis: 'legal-obligation', law: 'participatiewet', article: 'artikel 30 Participatiewet', explanation: 'wettelijke verplichting\nartikel 30 Participatiewet' }]],
  ['legal_bases', 'art. 6 lid 1 onder e AVG', [{ basis: 'public-task', explanation: 'art. 6 lid 1 onder e AVG' }]],
  ['legal_bases', 'Toestemming; gerechtvaardigd belang', [{ basis: 'consent' }, { basis: 'legitimate-interest' }]],
  ['sector_rules', 'Participatiewet: geheimhouding', [{ law: 'participatiewet', rule: 'Participatiewet: geheimhouding' }]],
  ['recipients', 'Belastingdienst, Taxi Voorbeeld', [{ recipient: 'tax-authority', name: 'Belastingdienst' }, { name: 'Taxi Voorbeeld' }]],
  ['processors', 'Voorbeeldsoft BV; Wolkenbak BV', [{ name: 'Voorbeeldsoft BV' }, { name: 'Wolkenbak BV' }]],
  ['processors', 'Jansen en Zonen BV', [{ name: 'Jansen en Zonen BV' }]],
  ['processors', 'n.v.t.', []],
  ['transfers', 'Nee, niet van toepassing', []],
  ['transfers', 'Er vindt geen doorgifte plaats buiten de EER.', []],
  ['transfers', 'nee, tenzij de leverancier dat nodig vindt', [{ explanation: 'nee, tenzij de leverancier dat nodig vindt' }]],
  ['transfers', 'geen doorgifte buiten de EU', []],
  ['transfers', 'Verenigde Staten', [{ country: 'US' }]],
  ['transfers', 'Ja, naar onze leverancier in India', [{ country: 'IN', explanation: 'Ja, naar onze leverancier in India' }]],
  ['retention_rules', '5 jaar', [{ term: 'P5Y' }]],
  ['retention_rules', '7 jaar na einde dienstverband', [{ term: 'P7Y', starts_at: 'einde dienstverband', explanation: '7 jaar na einde dienstverband' }]],
  ['retention_rules', 'zolang als nodig', [{ explanation: 'zolang als nodig' }]],
  ['retention_rules', 'blijvend bewaren', [{ disposal: 'keep_permanently', explanation: 'blijvend bewaren' }]],
  ['retention_rules', '1 jaar na afwijzing; 5 jaar na toekenning', [{ term: 'P1Y', starts_at: 'afwijzing', explanation: '1 jaar na afwijzing' }, { term: 'P5Y', starts_at: 'toekenning', explanation: '5 jaar na toekenning' }]],
  ['stores', 'Zaaksysteem, netwerkschijf', [{ name: 'Zaaksysteem' }, { name: 'netwerkschijf' }]],
]

for (const [field, text, rows] of cases) {
  test(`${field}: ${JSON.stringify(text)}`, () => assert.deepEqual(read(field, text).rows, rows))
}

test('an unknown legal basis is asked and its words stay', () => {
  const { rows, asked } = read('legal_bases', 'omdat het moet')
  assert.deepEqual(rows, [{ explanation: 'omdat het moet' }])
  assert.deepEqual(asked.map(({ catalogue, text }) => [catalogue, text]), [['legal-basis', 'omdat het moet']])
})

test('every repeating group has a reader, and every field a place for text that doesn’t fit', () => {
  for (const [key, field] of Object.entries(fields)) {
    if (field.type === 'rows') assert.ok(rowsReaders[key as FieldKey], key)
    assert.equal(fields[noteFieldIn({ register: processingActivities, importing })(key) as FieldKey].type, 'longText', key)
  }
})
