import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCatalogues, originOf, shippedCatalogue } from './load.ts'
import { stemsOf, tightOf, wordsOf } from './letters.ts'
import { makeMatcher } from './match.ts'

const keysIn = (catalogue: string, texts: readonly string[]) => texts.map((text) => makeMatcher(shippedCatalogue(catalogue).terms)(text).key ?? `? ${text}`)
const marked = (catalogue: string, mark: string) => shippedCatalogue(catalogue).terms.filter((term) => term.marks.some((given) => given === mark)).map((term) => term.key)

test('all catalogues that the register points at are there, in shape', () => {
  assert.deepEqual(loadCatalogues().map((catalogue) => catalogue.catalogue), [
    'country', 'data-category', 'data-source', 'glossary', 'legal-basis', 'measure', 'purpose', 'recipient', 'sector-law', 'selection-list', 'service', 'special-exception', 'subject-category', 'transfer-instrument', 'wpg-basis',
  ])
  assert.equal(originOf(shippedCatalogue('country')), 'waarborg 2026-11')
})

test('within a catalogue no two terms share a label or a synonym, and a label can stand in a list', () => {
  for (const catalogue of loadCatalogues()) {
    const owner = new Map<string, string>()
    for (const term of catalogue.terms) {
      assert.doesNotMatch(term.label.nl, /[;\n|•·]/, `${catalogue.catalogue}: ${term.label.nl}`)
      for (const phrase of [term.label.nl, ...term.synonyms]) {
        const letters = tightOf(wordsOf(phrase))
        assert.notEqual(letters, '', `${catalogue.catalogue}: "${phrase}" has no letters`)
        assert.equal(owner.get(letters) ?? term.key, term.key, `${catalogue.catalogue}: "${phrase}" stands at two terms`)
        owner.set(letters, term.key)
      }
    }
  }
})

test('singular and plural, hyphens, accents and filler words come to the same letters', () => {
  const letters = (text: string) => tightOf(stemsOf(wordsOf(text)))
  for (const [left, right] of [['naam', 'namen'], ['brief', 'brieven'], ['school', 'scholen'], ['adres', 'adressen'], ['cliënt', 'clienten'], ['gezondheidsgegevens', 'gegevens over de gezondheid'], ['klant', 'klanten'], ['huis', 'huizen']] as const) {
    assert.equal(letters(left), letters(right), `${left} / ${right}`)
  }
  assert.equal(tightOf(wordsOf('IP-adres')), tightOf(wordsOf('ip adres')))
  assert.notEqual(letters('gemeente'), letters('Gemeentewet'))
  assert.notEqual(tightOf(wordsOf('1.1.1')), tightOf(wordsOf('11.1')))
})

test('H-13: the six legal bases cite their article; c and e ask for the law, f is closed to public tasks', () => {
  const terms = shippedCatalogue('legal-basis').terms
  assert.deepEqual(terms.map((term) => term.citation), ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `art. 6 lid 1 onder ${letter} AVG`))
  assert.deepEqual(marked('legal-basis', 'needs-law'), ['legal-obligation', 'public-task'])
  assert.deepEqual(marked('legal-basis', 'not-for-public-task'), ['legitimate-interest'])
})

test('H-13: all categories of art. 9 lid 1 AVG are marked special, criminal data and the BSN apart', () => {
  const special = marked('data-category', 'special')
  for (const key of ['ethnic-origin', 'political', 'religion', 'union-membership', 'genetic', 'biometric', 'health', 'sexual-life', 'sick-leave']) assert.ok(special.includes(key), key)
  assert.deepEqual(marked('data-category', 'criminal'), ['criminal'])
  assert.deepEqual(marked('data-category', 'bsn'), ['bsn', 'identity-document-copy'])
})

test('H-13: the ten exceptions of art. 9 lid 2 AVG are there, and those for criminal data of art. 31 to 33 UAVG', () => {
  const citations = shippedCatalogue('special-exception').terms.map((term) => term.citation ?? '')
  for (const letter of 'abcdefghij') assert.ok(citations.some((citation) => citation.startsWith(`art. 9 lid 2 onder ${letter} AVG`)), letter)
  assert.deepEqual(marked('special-exception', 'criminal'), ['criminal-public-authority', 'criminal-general', 'criminal-other'])
})

test('H-09: Wpg and Wjsg stand outside the AVG, and the bases of the Wpg in a catalogue of their own', () => {
  assert.deepEqual(marked('sector-law', 'outside-gdpr'), ['wpg', 'wjsg'])
  assert.deepEqual(shippedCatalogue('wpg-basis').terms.map((term) => term.citation), [8, 9, 10, 12, 13, 14].map((article) => `art. ${article} Wpg`))
})

test('M-07: five categories and seven purposes are the start', () => {
  assert.deepEqual(keysIn('data-category', ['Identificatiegegevens', 'Contactgegevens', 'Gebruikersgegevens van ICT-systemen', 'Technische gegevens (zoals IP-adressen en logbestanden)', 'Inhoudelijke gegevens die via onze systemen worden verwerkt']),
    ['identification', 'contact', 'user-account', 'technical', 'communication-content'])
  assert.deepEqual(keysIn('purpose', ['Het leveren van ICT-diensten aan onze deelnemers', 'Beveiliging en monitoring van onze systemen', 'Gebruikersondersteuning', 'Om te voldoen aan wettelijke verplichting', 'Financiële administratie en facturering', 'Communicatie en informatieverstrekking', 'P&O']),
    ['ict-services', 'security-monitoring', 'user-support', 'legal-duty', 'finance', 'communication', 'personnel'])
})

test('M-09: the wage tax act is there with its article 28', () => {
  assert.equal(shippedCatalogue('sector-law').terms.find((term) => term.key === 'wet-lb')?.citation, 'art. 28 Wet LB 1964')
})

test('M-10: the four measures of the policy are there', () => {
  assert.deepEqual(keysIn('measure', ['Versleuteling van gegevens tijdens overdracht', 'Regelmatige beveiligingsaudits', 'Strikte toegangscontrole', 'Multi-factor authenticatie']), ['encryption-in-transit', 'security-audits', 'access-control', 'multi-factor'])
})

test('W-03: the thirteen categories of the processor register are each a term', () => {
  assert.deepEqual(keysIn('data-category', ['Naam', 'Adresgegevens', 'Geslacht', 'E-mailadres', 'Telefoonnummer', 'Functie', 'Gerelateerde werknemersgegevens', 'BSN van burgers', 'Financiële gegevens burgers', 'Gegevens omtrent woonsituatie burgers', 'Schuldhulpverleningsgegevens burgers', 'Vergunningsgegevens burgers', 'Gegevens aangaande burgerzaken van burgers']),
    ['name', 'address', 'gender', 'email', 'phone', 'job-title', 'employment', 'bsn', 'financial', 'housing', 'debt', 'permits', 'civil-affairs'])
})

test('W-04: the twelve categories of the own staff are each a term', () => {
  assert.deepEqual(keysIn('data-category', ['Naam', 'Adres', 'Nationaliteit', 'Geboortedatum', 'Telefoonnummer privé', 'IBAN-rekeningnummer', 'BSN-nummer', 'Nummer legitimatiebewijs', 'Functie', 'Diploma’s', 'Gegevens met betrekking tot opleiding', 'Gegevens aangaande functioneren']),
    ['name', 'address', 'nationality', 'birth-date', 'phone', 'bank-account', 'bsn', 'identity-document', 'job-title', 'diploma', 'education', 'performance'])
})

test('W-05: the seven services of the policy are each a term', () => {
  assert.deepEqual(keysIn('service', ['Technisch beheer', 'Database beheer', 'Servicedesk', 'Licentiebeheer', 'Vernietiging van gegevensdragers', 'Uitgifte laptops of mobiele telefoons/Simkaarten', 'Back-up maken en restoren']),
    ['technical-management', 'database-management', 'service-desk', 'licence-management', 'media-destruction', 'device-issue', 'backup-restore'])
})

test('P-01: the six categories of customer data are each a term', () => {
  assert.deepEqual(keysIn('data-category', ['namen', 'adressen', 'postcodes', 'woonplaatsen', 'telefoonnummers', 'e-mailadressen']), ['name', 'address', 'postal-code', 'place-of-residence', 'phone', 'email'])
})

test('the Selectielijst 2020 has its 346 results with term and disposal', () => {
  const terms = shippedCatalogue('selection-list').terms
  assert.equal(terms.length, 346)
  const term = (key: string) => terms.find((candidate) => candidate.key === key)!
  assert.deepEqual([term('6.1').term, term('6.2').term, term('5.1.2').term, term('29.1').term, term('12.1.9').term], ['P5Y', 'P1Y', 'P20Y', 'P5Y', 'P28D'])
  assert.equal(term('6.1').disposal, 'destroy')
  assert.equal(terms.filter((candidate) => candidate.disposal === 'keep_permanently').length, 89)
  assert.ok(terms.every((candidate) => candidate.disposal !== 'keep_permanently' || candidate.term === undefined))
})

test('the countries are those of ISO 3166-1; the EEA, and the adequacy decisions with article, start and certainty', () => {
  const terms = shippedCatalogue('country').terms
  assert.equal(terms.length, 249)
  const eea = terms.filter((term) => term.marks.includes('eea') && !term.marks.includes('certainty-memory'))
  assert.equal(eea.length, 30)
  const adequate = terms.filter((term) => term.marks.includes('adequate'))
  assert.deepEqual(adequate.map((term) => term.key).sort(), ['AD', 'AR', 'BR', 'CA', 'CH', 'FO', 'GB', 'GG', 'IL', 'IM', 'JE', 'JP', 'KR', 'NZ', 'US', 'UY'])
  for (const term of adequate) assert.ok(term.citation && term.validFrom && term.marks.includes('certainty-memory') && !term.marks.includes('eea'), term.key)
  assert.equal(terms.find((term) => term.key === 'GB')?.validUntil, '2031-12-27')
  assert.ok(terms.find((term) => term.key === 'US')?.marks.includes('adequacy-partial'))
})
