// Linked data, tested: it expands as JSON-LD, uses terms that DPV published, and says what the register says.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import jsonld from 'jsonld'
import { loadCatalogues, shippedCatalogue } from '../../catalogues/load.ts'
import type { Labels, Lookups, Term } from '../../register-kit/entry.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { fields } from './declaration.ts'
import { activityDocument, activityToJsonLd, activityUri, type LinkedEntry } from './linked-data.ts'
import { writeCatalogue } from './linked-data-catalogue.ts'
import { context, dpvPurposeOf, dpvTermsOf, type Node, xsdDuration } from './linked-data-terms.ts'
import { exampleIds, exemplaryController, exemplaryProcessor } from './rules.fixtures.ts'

type Listed = { readonly iri: string }
const dataFile = (name: string) => JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')) as Record<string, unknown>
const published = new Set([dataFile('dpv-2.3-subset.json'), dataFile('dpv-2.3-core.json')].flatMap((file) => Object.values(file).filter((list) => Array.isArray(list)).flatMap((list) => (list as Listed[]).map(({ iri }) => iri))))
const namespaces = ['dpv', 'eu-gdpr', 'pd', 'loc'].map((prefix) => String(context[prefix]))

const noTerm = { isActive: true, validFrom: null, validUntil: null, note: null, citation: null, term: null, disposal: null }
const labels = (pairs: Record<string, string>): Labels => new Map(Object.entries(pairs).map(([id, label]) => [id, { label, isActive: true }]))
const lookups: Lookups = {
  terms: new Map(loadCatalogues().map(({ catalogue, terms }) => [catalogue, new Map(terms.map(({ key, label, marks }): [string, Term] => [key, { key, words: label, label: label.nl, marks, ...noTerm }]))])),
  references: { department: labels({ [exampleIds.department]: 'Sociaal domein' }), governing_body: labels({ [exampleIds.body]: 'College van burgemeester en wethouders' }), person: labels({ [exampleIds.person]: 'J. Voorbeeld' }), participant: labels({ [exampleIds.participant]: 'Gemeente Lekhoven' }), processors: labels({ [exampleIds.processor]: 'Wolkendrager BV' }) },
}
const place = { publicUrl: 'https://privacy.duinrade.example', slug: 'duinrade' }
const entry: LinkedEntry = { id: '019a0000-0000-7000-8000-0000000000aa', version: 3, modifiedAt: new Date('2026-11-22T10:00:00Z'), input: exemplaryController }
const base = 'https://privacy.duinrade.example/openbaar/duinrade/verwerkingen'

/** Nothing may be fetched: the document carries its own context. */
async function quads(document: Node): Promise<string[]> {
  const rdf = await jsonld.toRDF(JSON.parse(JSON.stringify(document)) as jsonld.JsonLdDocument, { format: 'application/n-quads', documentLoader: (url: string) => Promise.reject(new Error(`asked for ${url}`)) })
  return String(rdf).trim().split('\n')
}
const dpvIrisIn = (lines: readonly string[]) => [...new Set(lines.flatMap((line) => [...line.matchAll(/<([^>]+)>/g)].map(([, iri]) => iri!)))].filter((iri) => namespaces.some((space) => iri.startsWith(space)) && !namespaces.includes(iri))

describe('terms', () => {
  for (const { key, citation } of shippedCatalogue('legal-basis').terms) test(`legal basis ${key} is the letter of art. 6 lid 1 AVG that it cites`, () => {
    const letter = /onder ([a-f])/.exec(citation!)![1]!
    assert.deepEqual(dpvTermsOf('legal-basis', key), [`eu-gdpr:A6-1-${letter}`])
    assert.ok(published.has(`https://w3id.org/dpv/legal/eu/gdpr#A6-1-${letter}`))
  })

  test('every equal of a shipped term is a term that DPV 2.3 published, and so is every word used around it', async () => {
    const equals = loadCatalogues().flatMap(({ catalogue, terms }) => terms.flatMap(({ key }) => dpvTermsOf(catalogue, key)))
    assert.ok(equals.length > 110)
    assert.deepEqual(equals.map((term) => `${String(context[term.split(':')[0]!])}${term.split(':')[1]}`).filter((iri) => !published.has(iri)), [])
    const all: LinkedEntry = { ...entry, input: { ...everything(), role: 'joint_controller' } }
    const used = dpvIrisIn(await quads(activityDocument(all, lookups, place)))
    assert.ok(used.length > 170, String(used.length))
    assert.deepEqual(used.filter((iri) => !published.has(iri)), [])
  })

  test('countries of the catalogue are countries of DPV', () => {
    assert.deepEqual(shippedCatalogue('country').terms.map(({ key }) => `${String(context.loc)}${key}`).filter((iri) => !published.has(iri)), [])
  })

  test('durations of XML Schema, purposes that are known by name', () => {
    assert.deepEqual(['P5Y', 'P2W', 'P1Y2W3D', 'P1WT4H', 'PT72H'].map(xsdDuration), ['P5Y', 'P14D', 'P1Y17D', 'P7DT4H', 'PT72H'])
    assert.deepEqual([dpvPurposeOf(' reclame en werving '), dpvPurposeOf('Iets eigens')], [['dpv:Marketing'], []])
  })
})

describe('an activity', () => {
  test('H-07 says purposes, bases, people, data, recipients, terms, measures and who decides (art. 30 lid 1 AVG)', async () => {
    const lines = await quads(activityDocument(entry, lookups, place))
    const uri = `${base}/${entry.id}/versies/3`
    const says = (property: string, object: string) => assert.ok(lines.some((line) => line.startsWith(`<${uri}> <${property}> ${object}`)), `${property} ${object}`)
    const dpv = (word: string) => `https://w3id.org/dpv#${word}`
    says('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', `<${dpv('Process')}>`)
    says('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', '<http://www.w3.org/ns/dcat#Resource>')
    says('http://purl.org/dc/terms/title', '"Aanvragen bijzondere bijstand"@nl')
    says('http://www.w3.org/ns/dcat#version', '"3"')
    says('http://www.w3.org/ns/dcat#isVersionOf', `<${base}/${entry.id}>`)
    says(dpv('hasPurpose'), `<${uri}#doel-1>`)
    says(dpv('hasLegalBasis'), '<https://w3id.org/dpv/legal/eu/gdpr#A6-1-e>')
    says(dpv('hasDataSubject'), `<${dpv('Citizen')}>`)
    says(dpv('hasDataSubject'), `<${base}#subject-category/benefit-recipients>`)
    says(dpv('hasPersonalData'), '<https://w3id.org/dpv/pd#Name>')
    says(dpv('hasPersonalData'), '<https://w3id.org/dpv/pd#OfficialID>')
    says(dpv('hasRecipient'), `<${base}#recipient/own-department>`)
    says(dpv('hasStorageCondition'), `<${uri}#bewaartermijn-1>`)
    says(dpv('hasTechnicalMeasure'), `<${dpv('AccessControlMethod')}>`)
    says(dpv('hasDataController'), `<${base}#governing-body/${exampleIds.body}>`)
    says(dpv('hasDataProcessor'), `<${uri}#verwerker-1>`)
    assert.ok(lines.includes(`<${uri}#bewaartermijn-1> <${dpv('hasDuration')}> "P10Y"^^<http://www.w3.org/2001/XMLSchema#duration> .`))
    assert.ok(lines.includes(`<${base}#sector-law/participatiewet> <http://www.w3.org/2004/02/skos/core#prefLabel> "Participatiewet"@nl .`))
    assert.ok(lines.includes(`<${uri}#verwerker-1> <${dpv('hasName')}> "Voorbeeldsoft BV" .`))
  })

  test('a term that DPV has no equal of is a concept of the organisation, named in both languages, beneath the wider term', () => {
    const node = activityToJsonLd({ ...entry, input: { ...exemplaryController, data_categories: ['civil-affairs', 'own-1'] } }, {
      ...lookups, terms: new Map([...lookups.terms, ['data-category', new Map([...lookups.terms.get('data-category')!, ['own-1', { key: 'own-1', words: { nl: 'Hondennaam', en: 'Name of the dog' }, label: 'Hondennaam', marks: [], ...noTerm }]])]]),
    }, place)
    assert.deepEqual(node['dpv:hasPersonalData'], [
      { '@id': `${base}#data-category/civil-affairs`, '@type': ['skos:Concept', 'dpv:PersonalData'], 'skos:prefLabel': shippedCatalogue('data-category').terms.find(({ key }) => key === 'civil-affairs')!.label },
      { '@id': `${base}#data-category/own-1`, '@type': ['skos:Concept', 'dpv:PersonalData'], 'skos:prefLabel': { nl: 'Hondennaam', en: 'Name of the dog' } },
    ])
    const bases = node['dpv:hasLegalBasis'] as Node[]
    assert.deepEqual(bases.find((one) => String(one['@id']).endsWith('uavg-30-1'))!['skos:broader'], ['eu-gdpr:A9-2-b'])
  })

  test('a transfer names the country, the safeguard and the recipient (art. 30 lid 1 onder e AVG)', async () => {
    const lines = await quads(activityDocument({ ...entry, input: { ...exemplaryController, transfers: [{ country: 'US', recipient: 'Wolkendrager Inc', instrument: 'standard-clauses', explanation: 'TIA van maart' }] } }, lookups, place))
    const transfer = `<${base}/${entry.id}/versies/3#doorgifte-1>`
    for (const line of ['<https://w3id.org/dpv#hasCountry> <https://w3id.org/dpv/loc#US> .', '<https://w3id.org/dpv#hasLegalBasis> <https://w3id.org/dpv/legal/eu/gdpr#A46-2-c> .']) assert.ok(lines.includes(`${transfer} ${line}`), line)
    assert.ok(lines.includes('<https://w3id.org/dpv/loc#US> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/dpv#ThirdCountry> .'))
  })

  test('a processor’s activity names the controllers it works for and itself as processor (art. 30 lid 2 AVG)', () => {
    const node = activityToJsonLd({ ...entry, input: exemplaryProcessor }, lookups, place)
    assert.deepEqual((node['dpv:hasDataController'] as Node[]).map((one) => one['dpv:hasName']), exemplaryProcessor.participants.map(() => 'Gemeente Lekhoven'))
    assert.equal((node['dpv:hasDataProcessor'] as Node[])[0]!['@id'], 'https://privacy.duinrade.example/openbaar/duinrade')
  })

  test('names of colleagues, systems and notes that aren’t public stay out', () => {
    const secret = { ...everything(), owner: exampleIds.person, surplus_data: 'GEHEIM', consent_note: 'GEHEIM', not_published_reason: 'GEHEIM', stores: [{ system: null, name: 'GEHEIM', kind: null, is_portable: null, is_encrypted: null }] }
    const written = JSON.stringify(activityDocument({ ...entry, input: secret }, lookups, place))
    assert.doesNotMatch(written, /GEHEIM|J\. Voorbeeld|000000000003/)
  })

  test('addresses are those of the public page: PUBLIC_URL, slug, id and version; without one while it never was in force', () => {
    assert.equal(activityUri(entry, place), `${base}/${entry.id}/versies/3`)
    assert.equal(activityUri({ ...entry, version: 0 }, place), `${base}/${entry.id}`)
    const node = activityToJsonLd({ ...entry, version: 0, input: emptyInput(fields) }, lookups, place)
    assert.deepEqual(Object.keys(node), ['@id', '@type', 'dct:modified', 'dct:publisher', 'dct:language', 'dcat:landingPage'])
  })

  test('any text stays text', async () => {
    const odd = '"}, "@id": "x", <b> \\ \n </script> 😀 שלום'
    const lines = await quads(activityDocument({ ...entry, input: { ...exemplaryController, name: odd, purposes: [{ purpose: odd, kind: null, compatibility: null }] } }, lookups, place))
    assert.ok(lines.some((line) => line.includes('\\"}, \\"@id\\": \\"x\\", <b>')))
    assert.ok(lines.every((line) => /^<(https:\/\/privacy\.duinrade\.example\/|https:\/\/w3id\.org\/)/.test(line)))
  })
})

describe('the catalogue', () => {
  test('a register is a DCAT catalogue of its activities, streamed as one document', async () => {
    async function* nodes() {
      for (const version of [1, 2]) yield activityToJsonLd({ ...entry, id: `019a0000-0000-7000-8000-00000000000${version}`, version }, lookups, place)
    }
    const document = JSON.parse(await text(writeCatalogue(nodes(), { ...place, organisation: 'Gemeente Duinrade', exportedAt: new Date('2026-11-22T10:00:00Z') }))) as Node
    const lines = await quads(document)
    assert.ok(lines.includes(`<${base}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Catalog> .`))
    assert.ok(lines.includes(`<${base}> <http://purl.org/dc/terms/title> "Register van verwerkingen van Gemeente Duinrade"@nl .`))
    for (const version of [1, 2]) assert.ok(lines.includes(`<${base}> <http://www.w3.org/ns/dcat#resource> <${base}/019a0000-0000-7000-8000-00000000000${version}/versies/${version}> .`))
    const empty = JSON.parse(await text(writeCatalogue([], { ...place, organisation: 'x', exportedAt: new Date(0) }))) as Node
    assert.deepEqual(empty['dcat:resource'], [])
  })
})

/** An activity in which every term of every catalogue occurs. */
function everything(): LinkedEntry['input'] {
  const keys = (catalogue: string) => shippedCatalogue(catalogue).terms.map(({ key }) => key)
  return {
    ...exemplaryController, profiling: true, police_basis: keys('wpg-basis')[0]!,
    purposes: shippedCatalogue('purpose').terms.map(({ label }) => ({ purpose: label.nl, kind: null, compatibility: null })),
    legal_bases: keys('legal-basis').map((basis) => ({ basis, law: 'participatiewet', article: 'art. 1', explanation: null })),
    special_exceptions: keys('special-exception').map((exception) => ({ exception, national_article: null, explanation: null })),
    subject_categories: keys('subject-category'), data_categories: keys('data-category'), sources: keys('data-source'), measures: keys('measure'),
    recipients: keys('recipient').map((recipient) => ({ recipient, name: 'X', what: 'y' })),
    transfers: keys('transfer-instrument').map((instrument, index) => ({ instrument, country: keys('country')[index]!, recipient: 'Z', explanation: null })),
    retention_rules: [{ ...exemplaryController.retention_rules[0]!, disposal: 'keep_permanently' }, exemplaryController.retention_rules[0]!],
    joint_controllers: [{ name: 'Gemeente Lekhoven', contact: 'Postbus 1', arrangement: 'samen' }],
    processors: [{ ...exemplaryController.processors[0]!, processor: exampleIds.processor, name: null }],
  }
}
