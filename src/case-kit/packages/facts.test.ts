// Facts and portability: what an answer says of a processing activity, what is missing, and which data may be taken along; tables without a database.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { AnyInput, Lookups, Term } from '../../register-kit/entry.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields } from '../../registers/processing-activities/declaration.ts'
import { factsOf, rightsFacts, wantedFacts } from './facts.ts'
import { type PackageContent } from './package-content.ts'
import { asDocument, asJson, asTable, packageFiles } from './package-files.ts'
import { isPortableActivity, sendingFaults } from './portability.ts'

const term = (key: string): Term => ({ key, words: { nl: `Soort ${key}`, en: key }, label: `Soort ${key}`, marks: [], isActive: true, validFrom: null, validUntil: null, note: null, citation: null, term: null, disposal: null })
const lookups: Lookups = { terms: new Map([['data-category', new Map([['name', term('name')]])], ['data-source', new Map([['public', term('public')]])], ['recipient', new Map([['authority', term('authority')]])]]), references: { department: new Map(), governing_body: new Map(), person: new Map(), participant: new Map() } }
const full: AnyInput = {
  ...emptyInput(fields), name: 'Leerlingenvervoer', purposes: [{ purpose: 'Vervoer regelen', kind: 'main', compatibility: 'intern' }], data_categories: ['name'], sources: ['public'],
  recipients: [{ recipient: 'authority', name: 'Vervoerder', what: 'Adres' }], retention_rules: [{ applies_to: 'Het dossier', term: 'P5Y', starts_at: 'na het einde', explanation: 'intern besluit' }], automated_decisions: false,
}

describe('what an answer says of an activity', () => {
  test('purposes, categories, recipients, retention, source, and automated decisions, each with its article (H-28, N-20)', () => {
    const { facts, missing } = factsOf(fields, full, lookups)
    assert.deepEqual(missing, [])
    assert.deepEqual(facts.map(({ key }) => key), ['purposes', 'categories', 'recipients', 'retention', 'source', 'automated'])
    const said = JSON.stringify(facts)
    for (const text of ['Vervoer regelen', 'Soort name', 'Vervoerder', 'Adres', 'Soort public', 'nee']) assert.match(said, new RegExp(text))
    assert.doesNotMatch(said, /intern/, 'what is for the organisation itself stays out')
    assert.ok(Object.values(wantedFacts).every(({ citation }) => /^art\. 15 lid [12]/.test(citation)))
    assert.match(rightsFacts().join(' '), /wissen.*bezwaar.*Autoriteit Persoonsgegevens/s)
  })

  test('and what the register doesn’t know yet is missing, not passed over (H-28)', () => {
    const cases: readonly (readonly [AnyInput, readonly string[]])[] = [
      [{ ...emptyInput(fields), name: 'Leeg' }, ['purposes', 'categories', 'retention', 'source', 'automated']],
      [{ ...full, sources: [] }, ['source']], [{ ...full, sources: ['data-subject'], automated_decisions: true }, ['logic']], [{ ...full, automated_decisions: true, automated_logic: 'Punten tellen' }, []], [{ ...full, retention_rules: [] }, ['retention']],
    ]
    for (const [input, wanted] of cases) assert.deepEqual(factsOf(fields, input, lookups).missing, wanted)
    assert.deepEqual(factsOf(fields, { ...full, recipients: [] }, lookups).facts.find(({ key }) => key === 'recipients')!.values, ['Niemand buiten onze organisatie.'])
  })
})

describe('what may be taken along', () => {
  test('rests on consent or a contract (H-35)', () => {
    const on = (...bases: string[]) => isPortableActivity({ legal_bases: bases.map((basis) => ({ basis })) })
    assert.deepEqual([on('consent'), on('contract'), on('public-task', 'contract'), on('public-task'), on('legal-obligation'), on(), isPortableActivity({})], [true, true, true, false, false, false, false])
  })

  test('and goes to another organisation only with written consent, recorded (P-20)', () => {
    const at = (...faults: ReturnType<typeof sendingFaults>) => faults.map((fault) => fault.at)
    assert.deepEqual(at(...sendingFaults({ name: null, consentOn: null, consentNote: null }, '2026-11-22')), [])
    assert.deepEqual(at(...sendingFaults({ name: 'Ander', consentOn: null, consentNote: null }, '2026-11-22')), ['consent_on', 'consent_note'])
    assert.deepEqual(at(...sendingFaults({ name: 'Ander', consentOn: '2026-11-23', consentNote: 'brief' }, '2026-11-22')), ['consent_on'])
    assert.deepEqual(at(...sendingFaults({ name: 'Ander', consentOn: '2026-11-20', consentNote: 'brief in dossier' }, '2026-11-22')), [])
    assert.deepEqual(at(...sendingFaults({ name: null, consentOn: '2026-11-20', consentNote: null }, '2026-11-22')), ['to_name'])
  })
})

describe('the files of a package', () => {
  const content: PackageContent = {
    kind: 'access', language: 'nl', organisation: 'Gemeente Lekhoven', number: 'V-2026-1', madeOn: '2026-11-22', person: null, activities: [factsOf(fields, full, lookups)], rights: rightsFacts(),
    sources: [
      { name: 'Burgerzaken', outcome: 'delivered', isCut: true, data: [{ name: '=HYPERLINK("x")', value: '+31 6' }, { name: 'Notitie', value: '@SUM(A1)\n-2' }], files: [{ id: 'f', size: 3, name: 'brief.pdf', sha256: 'aa' }] },
      { name: 'Belastingen', outcome: 'nothing_found', isCut: false, data: [], files: [] },
    ],
  }

  test('a spreadsheet runs nothing that stands in the CSV', async () => {
    const csv = packageFiles(content, new Uint8Array(), async function* () {}).find(({ name }) => name === 'gegevens.csv')!
    let text = ''
    for await (const piece of csv.text) text += piece instanceof Uint8Array ? Buffer.from(piece).toString('utf8') : piece
    const cells = text.split('\r\n').flatMap((line) => line.split(';')).map((cell) => cell.replace(/^"/, ''))
    assert.deepEqual(cells.filter((cell) => /^[=+\-@]/.test(cell)), [])
    for (const kept of [`'=HYPERLINK`, `'+31 6`, `'@SUM(A1)`]) assert.ok(text.includes(kept), kept)
    assert.equal(asTable(content)[1].length, content.activities[0]!.facts.flatMap(({ values }) => values).length + 4)
  })

  test('names tell where to look, values are as they were given in the JSON, and the overview says what was left out (H-29)', () => {
    assert.deepEqual(packageFiles(content, new Uint8Array(), async function* () {}).map(({ name }) => name), ['overzicht.pdf', 'gegevens.json', 'gegevens.csv', 'bestanden/brief.pdf'])
    const json = asJson(content)
    assert.deepEqual([json.sources[0]!.data[0]!.name, json.sources[0]!.files[0]!.path, json.sources[0]!.partsLeftOut], ['=HYPERLINK("x")', 'bestanden/brief.pdf', true])
    const [, second] = asDocument(content).tables[0]!.rows
    assert.match(asDocument(content).tables[0]!.rows[0]![1]!, /gegevens van anderen zijn weggelaten \(art\. 15 lid 4 AVG\)/)
    assert.equal(second![1], 'Niets gevonden')
    assert.match(JSON.stringify(asDocument({ ...content, language: 'en' })), /Overview of your data.*Nothing found/s)
  })
})
