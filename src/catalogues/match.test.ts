import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCatalogues, shippedCatalogue } from './load.ts'
import { makeMatcher, matchTerm, type Matcher } from './match.ts'
import { matchCell } from './split.ts'
import { effortOf } from '../../test/support/effort.ts'

const matchers = new Map<string, Matcher>(loadCatalogues().map((catalogue) => [catalogue.catalogue, makeMatcher(catalogue.terms)]))

/** Cell text, and the key it surely is, `?key` when a person must decide and that key stands first, or `-` for nothing. */
const cells: Record<string, readonly (readonly [string, string])[]> = {
  'data-category': [
    ['NAW', 'name-address'], ['NAW-gegevens', 'name-address'], ['naw gegevens', 'name-address'], ['N.A.W. gegevens', 'name-address'],
    ['Naam, adres en woonplaats', 'name-address'], ['NAW-gegevens (naam, adres, woonplaats)', 'name-address'],
    ['BSN', 'bsn'], ['bsn-nummer', 'bsn'], ['Burgerservicenummer', 'bsn'], ['burgerservicenummers', 'bsn'], ['BurgerServiceNummer (BSN)', 'bsn'], ['burgerservicenumer', '?bsn'],
    ['E-mail', 'email'], ['e-mailadres(sen)', 'email'], ['E-MAIL ADRES', 'email'], ['telefoonnummer(s)', 'phone'], ['Tel.nr.', 'phone'], ['06-nummer', 'phone'],
    ['geb. datum', 'birth-date'], ['Geboortedatum/-plaats', 'birth-date'], ['Geslacht', 'gender'], ['m/v', 'gender'],
    ['Gezondheidsgegevens', 'health'], ['gegevens over de gezondheid', 'health'], ['Medische gegevens', 'health'], ['Bijzondere persoonsgegevens (gezondheid)', 'health'],
    ['medische informatie van de cliënt', '?health'], ['Bijzondere persoonsgegevens', 'special-unspecified'], ['Medische gegevens (BSN)', '?health'],
    ['Ziekteverzuim', 'sick-leave'], ['gegevens ziektemeldingen', 'sick-leave'], ['Ras/etniciteit', 'ethnic-origin'], ['godsdienst of levensovertuiging', 'religion'],
    ['Lidmaatschap vakbond', 'union-membership'], ['Strafrechtelijke gegevens', 'criminal'], ['strafrechtelijke persoonsgegevens', 'criminal'], ['VOG', 'certificate-of-conduct'],
    ['Financiële gegevens', 'financial'], ['FINANCIELE GEGEVENS', 'financial'], ['financien', 'financial'], ['IBAN', 'bank-account'], ['bankrekeningnummers', 'bank-account'],
    ['Inkomensgegevens', 'income'], ['Gegevens omtrent inkomen', 'income'], ['schulden', 'debt'], ['Camerabeelden', 'camera-images'], ['IP-adres', 'technical'], ['ip adressen', 'technical'],
    ['kopie ID', 'identity-document-copy'], ['Paspoortnummer', 'identity-document'], ['kenteken', 'vehicle'], ["pasfoto's", 'photo'], ['Personalia', 'identification'],
    ['gezinssituatie', 'family'], ['BRP-gegevens', 'civil-affairs'], ['curriculum vitae', 'curriculum-vitae'], ['n.v.t.', '-'], ['geen', '-'], ['Geen bijzondere persoonsgegevens', '-'], ['-', '-'], ['', '-'],
    ['xqzzy blorp', '-'], ['handtekenning', '?signature'], ["<script>alert('BSN')</script>", '?bsn'], ["'; drop table catalogue_term; --", '-'],
  ],
  'subject-category': [
    ['Inwoners', 'residents'], ['inwoner(s)', 'residents'], ['Burgers', 'residents'], ['Inwoners van de gemeente', 'residents'], ['Jeugdigen', 'minors'], ['minderjarige kinderen', 'minors'],
    ['Ouder(s)/verzorger(s)', 'parents'], ['ouders en/of verzorgers', 'parents'], ['Medewerkers', 'employees'], ['eigen personeel', 'employees'], ['ambtenaren', 'employees'],
    ['Sollicitanten', 'job-applicants'], ["zzp'ers", 'hired-staff'], ['Uitkeringsgerechtigden', 'benefit-recipients'], ['cliënten Wmo', 'clients'], ['CLIENTEN', 'clients'],
    ['Raadsleden', 'councillors'], ['Burgemeester en wethouders', 'executives'], ['Belanghebbende(n)', 'interested-parties'], ['bezwaarmaker', 'objectors'], ['allerhande lieden', '-'],
    ['Kentekenhouders', 'vehicle-owners'], ['Statushouders', 'permit-refugees'], ['aanvragers van een vergunning', 'applicants'], ['inwonrs', '?residents'], ['Leerplichtige jongeren', 'pupils'],
  ],
  recipient: [
    ['Belastingdienst', 'tax-authority'], ['de Belastingdienst', 'tax-authority'], ['UWV', 'uwv'], ['U.W.V.', 'uwv'], ['OM', 'prosecution'], ['SVB', 'svb'], ['CAK', 'cak'], ['Veilig Thuis', 'safe-home'],
    ["GI's", 'certified-institution'], ['zorgaanbieder(s)', 'care-provider'], ['GGD', 'ggd'], ['GGD West', '?ggd'], ['CBS', 'statistics'], ['K.v.K.', 'trade-register'], ['Openbaar', 'public'],
    ['Derden', 'third-parties'], ['interne afdelingen', 'own-department'], ['woningbouwcorporaties', 'housing-corporation'], ['Politie en justitie', 'police'], ['Raad voor de kinderbescherming', 'child-protection-board'],
    ['om de aanvraag te kunnen doen', '-'], ['ICT-leveranciers', 'ict-provider'], ['geen verstrekking', '-'], ['Ministerie van SZW', 'central-government'], ['gemeenten', 'municipalities'],
  ],
  'legal-basis': [
    ['Wettelijke verplichting', 'legal-obligation'], ['wettelijke plicht', 'legal-obligation'], ['Publieke taak', 'public-task'], ['algemeen belang', 'public-task'], ['Uitoefening van openbaar gezag', 'public-task'],
    ['Taak van algemeen belang of openbaar gezag', 'public-task'], ['art. 6 lid 1 sub e', 'public-task'], ['Artikel 6, eerste lid, onder e, AVG', 'public-task'], ['6.1.e', 'public-task'], ['6.1e', 'public-task'],
    ['AVG art. 6(1)(e)', 'public-task'], ['art 6 lid 1e AVG', 'public-task'], ['Art. 6 lid 1 aanhef en onder c AVG', 'legal-obligation'], ['6 lid 1 sub c AVG: wettelijke verplichting', 'legal-obligation'],
    ['Toestemming', 'consent'], ['Toestemming van de betrokkene', 'consent'], ['toestemming (art. 6 lid 1 sub a AVG)', 'consent'], ['Toestemming (art. 6 lid 1 sub e AVG)', '?public-task'],
    ['Overeenkomst', 'contract'], ['uitvoering v/d overeenkomst', '?contract'], ['Vitaal belang', 'vital-interest'], ['Gerechtvaardigd belang', 'legitimate-interest'], ['gerechtvaardigde belangen van de organisatie', '?legitimate-interest'],
    ['art. 6 AVG', '?consent'], ['toestemming, art. 6 AVG', 'consent'], ['sub c en e van art. 6', '?consent'], ['art. 6 lid 1 sub c en e AVG', '?legal-obligation'], ['Wet BRP', '-'], ['art. 9 lid 2 AVG', '-'],
    ['48 uur', '-'], ['legitimate interest', 'legitimate-interest'], ['Wettelijke verplichtng', '?legal-obligation'], ['6.1.e, publieke taak op grond van een wettelijke verplichting', 'public-task'],
  ],
  'wpg-basis': [
    ['art. 8 Wpg', 'daily-police-task'], ['Artikel 9 Wet politiegegevens (Wpg)', 'specific-investigation'], ['Wpg artikel 8', 'daily-police-task'], ['dagelijkse politietaak', 'daily-police-task'], ['art. 13 Wpg', 'supporting-tasks'], ['art. 6 AVG', '-'],
  ],
  'special-exception': [
    ['art. 9 lid 2 sub g AVG', 'substantial-public-interest'], ['9.2.h', 'health-social-care'], ['Art. 9 lid 2 sub g AVG jo. art. 29 UAVG', 'uavg-29'], ['artikel 30 lid 3 UAVG', 'uavg-30-3'], ['art. 30 UAVG', '?uavg-30-1'],
    ['uitdrukkelijke toestemming', 'explicit-consent'], ['art. 22 lid 2 onder a UAVG', 'explicit-consent'], ['zwaarwegend algemeen belang', 'substantial-public-interest'], ['art. 10 AVG', 'criminal-public-authority'], ['art. 33 UAVG', 'criminal-other'],
    ['arbeids- en socialezekerheidsrecht', 'employment-social-security'], ['volksgezondheid', 'public-health'],
  ],
  'sector-law': [
    ['Jeugdwet', 'jeugdwet'], ['art. 7.4.1 Jeugdwet', 'jeugdwet'], ['Wmo 2015', 'wmo-2015'], ['Wmo 2015, artikel 2.3.2', 'wmo-2015'], ['WMO', 'wmo-2015'], ['Participatiewet art. 17 en 53a', 'participatiewet'],
    ['Wet BRP', 'wet-brp'], ['art. 231 lid 2 onder b Gemeentewet', 'gemeentewet'], ['Wet maatschappelijke ondersteuning', 'wmo-2015'], ['Artikel 28 Wet op de loonbelasting 1964', 'wet-lb'], ['Wpg', 'wpg'], ['art. 8 Wpg', 'wpg'],
    ['Awb', 'awb'], ['AVG', 'avg'], ['BW Boek 7', 'bw-7'], ['Leerplichtwet 1969', 'leerplichtwet'], ['Wet bevordering integriteitsbeoordelingen door het openbaar bestuur', 'wet-bibob'], ['Archiefwet 1995', 'archiefwet'], ['op grond van de Gemeentewet en de APV', '?gemeentewet'],
    ['art. 10 Wabb', 'wabb'], ['Wet gemeentelijke schuldhulpverlening', 'wgs'],
  ],
  measure: [
    ['TLS', 'encryption-in-transit'], ['Versleuteling van gegevens', 'encryption-at-rest'], ['2FA', 'multi-factor'], ['multi-factor authenticatie', 'multi-factor'], ['autorisatiematrix', 'access-control'], ['Back-up', 'backup'], ['BIO', 'bio'],
    ['conform de BIO', 'bio'], ['Logging', 'logging'], ['geheimhoudingsverklaring', 'confidentiality'], ['ISO27001', 'certification'], ['ISO 27001 gecertificeerd', 'certification'], ['Pentest', 'penetration-test'], ['afgesloten kasten', 'locked-storage'],
  ],
  country: [
    ['Nederland', 'NL'], ['VS', 'US'], ['V.S.', 'US'], ['Verenigde Staten', 'US'], ['USA', 'US'], ['Verenigde Staten van Amerika', 'US'], ['VK', 'GB'], ['Groot-Brittannië', 'GB'], ['Engeland', 'GB'], ['India', 'IN'], ['Belgie', 'BE'],
    ['Zwitserland', 'CH'], ['Nee', '-'], ['No', '-'], ['n.a.', '-'], ['geen', '-'], ['Ierland', 'IE'], ['Ireland', 'IE'], ['Ja, naar de Verenigde Staten', '?US'], ['Buiten de EU: USA', '?US'], ['Duitslnad', '?DE'], ['NL', 'NL'],
  ],
  'transfer-instrument': [
    ['SCC', 'standard-clauses'], ["SCC's", 'standard-clauses'], ['Adequaatheidsbesluit', 'adequacy-decision'], ['adequaatheidsbesluit (DPF)', 'adequacy-decision'], ['BCR', 'binding-corporate-rules'], ['art. 46 lid 2 onder c AVG', 'standard-clauses'],
    ['art. 49 lid 1 tweede alinea AVG', 'derogation-compelling-interest'], ['art. 49 lid 1 onder a AVG', 'derogation-consent'], ['Modelcontracten EU', '?standard-clauses'], ['art. 46 AVG', '?legally-binding-instrument'], ['n.v.t.', '-'],
  ],
  'data-source': [
    ['Betrokkene zelf', 'data-subject'], ['van betrokkene', 'data-subject'], ['BRP', 'brp'], ['basisregistratie personen', 'brp'], ['Suwinet-inkijk', 'suwinet'], ['KvK', 'trade-register'], ['openbare bronnen', 'public-source'], ['RDW', 'vehicle-register'],
  ],
  'selection-list': [
    ['6.1', '6.1'], ['Selectielijst 2020: 6.1', '6.1'], ['resultaat 5.1.2', '5.1.2'], ['VNG Selectielijst categorie 29.1', '29.1'], ['29.1 Aangifte doen', '29.1'], ['99.9', '-'], ['5 jaar', '-'], ['1.1 jaar', '?1.1'],
  ],
  purpose: [['P&O', 'personnel'], ['Dienstverlening', 'ict-services'], ['Facturering', 'finance'], ['behandelen van een aanvraag', 'handle-application'], ['Toezicht en handhaving', 'supervision-enforcement']],
  service: [['Servicedeskdesk', 'service-desk'], ['Database beheer', 'database-management'], ['Uitgifte laptops of mobiele telefoons/Simkaarten', 'device-issue'], ['Back-up maken en restoren', 'backup-restore']],
}

for (const [catalogue, rows] of Object.entries(cells)) {
  test(`texts of cells are read as terms of ${catalogue}, and doubt stays doubt`, () => {
    const wrong = rows.flatMap(([text, wanted]) => {
      const match = matchers.get(catalogue)!(text)
      const read = match.certainty === 'sure' ? match.key : match.certainty === 'doubtful' ? `?${match.candidates[0]}` : '-'
      return read === wanted ? [] : [`"${text}": ${read} in place of ${wanted}`]
    })
    assert.deepEqual(wrong, [])
  })
}

test('the table above holds at least 120 cells', () => {
  assert.ok(Object.values(cells).flat().length >= 120)
})

test('every label, key and synonym of every catalogue is read as its own term, so that an export can be imported again', () => {
  for (const catalogue of loadCatalogues()) {
    const matcher = matchers.get(catalogue.catalogue)!
    for (const term of catalogue.terms) {
      // As keys of countries, NA and NO say `not applicable` and `no` in a spreadsheet.
      const key = ['NA', 'NO'].includes(term.key) ? [] : [term.key]
      for (const text of [term.label.nl, ...key, ...term.synonyms]) {
        assert.equal(matcher(text).key, term.key, `${catalogue.catalogue}: "${text}"`)
      }
      const cell = matchCell(matcher, `${term.label.nl}; ${catalogue.terms[0]!.label.nl}`)
      assert.deepEqual(cell[0]!.match.key, term.key, `${catalogue.catalogue}: "${term.label.nl}" in a list`)
    }
  }
})

test('a text in which two articles are cited offers both, and never chooses', () => {
  const match = matchers.get('legal-basis')!('art. 6 lid 1 sub c en sub e AVG')
  assert.equal(match.certainty, 'doubtful')
  assert.deepEqual([...match.candidates].sort(), ['legal-obligation', 'public-task'])
})

test('doubt offers at most five candidates, each once', () => {
  const match = matchers.get('data-category')!('overzicht van naam en adres met telefoon en e-mail en geboortedatum en inkomen en foto en kenteken')
  assert.equal(match.certainty, 'doubtful')
  assert.equal(match.candidates.length, 5)
  assert.equal(new Set(match.candidates).size, 5)
})

test('an organisation\'s own term is matched on its label, even when another term has that as a synonym', () => {
  const own = { key: 'own-vragenlijst', label: { nl: 'IP-adres', en: 'IP address' }, synonyms: [], marks: [] }
  assert.equal(matchTerm([...shippedCatalogue('data-category').terms, own], 'ip adres').key, 'own-vragenlijst')
})

test('a cell of two million characters is read within seconds', () => {
  const effort = effortOf(() => {
    assert.equal(matchers.get('data-category')!('medische gegevens '.repeat(120_000)).certainty, 'doubtful')
    assert.ok(matchCell(matchers.get('data-category')!, 'naam, '.repeat(330_000)).length === 1)
    for (const run of [' ', '.', '(', '()', ' en ', ': ', '1.', ',']) matchCell(matchers.get('legal-basis')!, `a${run.repeat(1_000_000 / run.length)}b`)
  })
  assert.ok(effort < 10_000, `${effort} ms`)
})

test('10,000 rows of eight cells are read in seconds', () => {
  const matcher = makeMatcher(shippedCatalogue('data-category').terms)
  const effort = effortOf(() => {
    for (let row = 0; row < 10_000; row++) {
      for (let column = 0; column < 8; column++) matchCell(matcher, column < 6 ? `NAW-gegevens, BSN; medische gegevens\nIBAN` : `onbekende tekst ${row}-${column} over iets`)
    }
  })
  assert.ok(effort < 20_000, `${effort} ms`)
})
