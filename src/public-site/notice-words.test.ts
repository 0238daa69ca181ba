import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inLanguage } from '../ground/words.ts'
import { htmlSnippet, plainSnippet } from './manage-asking.tsx'
import { notice, site } from './notice-words.fixtures.ts'
import { askingWords, lacksOf, noticePieces, type NoticeSource } from './notice-words.ts'
import { type ElementKey, elements, paperBlocks, plainText } from './pieces.ts'
import type { SiteFacts } from './shared-words.ts'
import { statementPieces, type StatementSource } from './statement-words.ts'

const said = (source: NoticeSource, facts: SiteFacts = site) => plainText(noticePieces(source, facts))
const lacks = (source: NoticeSource, facts: SiteFacts = site) => lacksOf(noticePieces(source, facts)).toSorted()
const whole = (more: Partial<StatementSource>, facts: SiteFacts = site) => plainText(statementPieces({ notices: [notice()], paragraphs: [], hasHidden: false, isForOthers: false, ...more }, facts))
const interest = { basis: 'legitimate-interest', law: null, article: null, explanation: null }

describe('H-11: what is told of a processing activity is what its register says, element by element of art. 13 and 14', () => {
  const cases: readonly (readonly [element: ElementKey, what: string, source: NoticeSource, words: RegExp, facts?: SiteFacts])[] = [
    ['controller', 'the body and how to reach it', notice(), /College van Duinrade \(Gemeente Duinrade\) is verantwoordelijk.*Duinweg 1, 1234 AB Duinrade.*privacy@duinrade\.example/],
    ['controller', 'N-05: joint controllers, and who does what', notice({ joint_controllers: [{ name: 'Regio Kust', contact: 'kust@regio.example', arrangement: 'Kust beantwoordt vragen' }] }), /- Regio Kust\. kust@regio\.example\. Kust beantwoordt vragen/],
    ['dpo', 'how to reach the DPO', notice(), /FG zo: fg@duinrade\.example/],
    ['dpo', 'a firm that needs none says so', notice(), /Wij hebben geen functionaris gegevensbescherming; voor ons is dat niet verplicht/, { ...site, kind: 'firm', hasDpo: false, contact: { ...site.contact, dpo: null } }],
    ['purposes', 'each purpose', notice(), /# Waarvoor wij uw gegevens gebruiken\n\n- Beoordelen of u bijstand krijgt/],
    ['basis', 'legal basis, law and article', notice(), /- Taak van algemeen belang, Participatiewet, art\. 11/],
    ['basis', 'the Wpg for police data', notice({ regime: 'police', police_basis: 'daily' }), /Wet politiegegevens \(Wpg\)\. Grondslag: Dagelijkse politietaak/],
    ['interests', 'which interest', notice({ legal_bases: [interest] }, { interest: 'Ons magazijn beveiligen.' }), /Ons belang: Ons magazijn beveiligen\./],
    ['consent', 'that it may be withdrawn', notice({ legal_bases: [{ ...interest, basis: 'consent' }] }), /U mag uw toestemming altijd weer intrekken/],
    ['categories', 'kinds of data, of whom, and the exception for special ones', notice(), /gegevens van: Inwoners\.\n\n- Naam\n- Gezondheid.*Die is hier:\n\n- Zorg, art\. 30 UAVG/s],
    ['sources', 'where they come from when not from the person', notice({ sources: ['brp'] }), /Niet van uzelf, maar van:\n\n- BRP/],
    ['recipients', 'recipients and processors', notice(), /- Overheid, UWV: uw inkomen.*- Wolkje BV: bewaart het dossier/s],
    ['recipients', 'that there are none', notice({ recipients: [], processors: [] }), /Volgens ons register delen wij deze gegevens niet met anderen/],
    ['transfers', 'country, recipient and safeguard, and where to get a copy', notice(), /- Japan, Sakura KK, waarborg: Adequaatheidsbesluit\n\nWilt u een kopie/],
    ['transfers', 'that they stay in Europe', notice({ transfers: [] }), /blijven de gegevens in de Europese Economische Ruimte/],
    ['retention', 'term, from when, and what then', notice(), /- Het dossier: 5 jaar na het besluit, daarna vernietigen wij ze/],
    ['retention', 'what is kept for ever', notice({ retention_rules: [{ applies_to: null, source: null, selection: null, law: null, term: null, starts_at: null, disposal: 'keep_permanently', explanation: null }] }), /- wordt blijvend bewaard/],
    ['rights', 'which rights there are, free of charge, and by when', notice(), /art\. 15 AVG.*art\. 18 AVG\).*Dat kost niets\. U krijgt antwoord binnen 1 maand/s],
    ['rights', 'portability with consent or a contract only', notice({ legal_bases: [{ ...interest, basis: 'contract' }] }), /digitaal meekrijgen \(art\. 20 AVG\)/],
    ['rights', 'those of the Wpg for police data', notice({ regime: 'police' }), /art\. 25 Wpg.*art\. 28 Wpg/],
    ['objection', 'H-31: the right to object by itself, with a public task or an interest', notice(), /# U mag bezwaar maken\n\n.*art\. 21 AVG.*reclame mag u altijd/],
    ['complaint', 'the authority', notice(), /klacht indienen bij de Autoriteit Persoonsgegevens.*art\. 77 AVG/],
    ['provision', 'what follows from the basis', notice(), /nodig voor onze taak\. Geeft u ze niet/],
    ['provision', 'P-17: what the organisation says of it', notice({}, { provision: 'needed', consequence: 'Dan krijgt u geen bijstand.' }), /zonder deze gegevens kunnen wij u niet helpen\. Dan krijgt u geen bijstand\./],
    ['provision', 'that the person isn’t asked', notice({ sources: ['brp'] }), /Wij vragen deze gegevens niet aan u zelf/],
    ['automated', 'that a person decides', notice(), /Nee\. Een mens beslist\./],
    ['automated', 'logic and consequences', notice({ automated_decisions: true, automated_logic: 'Wie onder de norm zit, krijgt bijstand.' }), /zonder dat er een mens naar kijkt.*Wie onder de norm zit, krijgt bijstand\./s],
  ]
  for (const [element, what, source, words, facts = site] of cases) {
    test(`${element} (${elements[element]}): ${what}`, () => {
      assert.match(said(source, facts), words)
      assert.ok(noticePieces(source, facts).some(({ tells = [] }) => tells.includes(element)))
    })
  }

  test('every element of the law has a case here', () => assert.deepEqual(Object.keys(elements).filter((element) => !cases.some(([one]) => one === element)), []))

  const missing: readonly (readonly [NoticeSource, ElementKey[], SiteFacts?])[] = [
    [notice(), ['provision']], [notice({}, { provision: 'voluntary' }), []], [notice({ purposes: [] }, { provision: 'voluntary' }), ['purposes']], [notice({ legal_bases: [] }, { provision: 'voluntary' }), ['basis']],
    [notice({ legal_bases: [interest] }, { provision: 'voluntary' }), ['interests']], [notice({ sources: [] }, { provision: 'voluntary' }), ['sources']], [notice({ retention_rules: [] }, { provision: 'voluntary' }), ['retention']],
    [notice({ automated_decisions: null }, { provision: 'voluntary' }), ['automated']], [notice({ automated_decisions: true }, { provision: 'voluntary' }), ['automated']],
    [notice({ transfers: [{ country: 'JP', recipient: null, instrument: null, explanation: null }] }, { provision: 'voluntary' }), ['transfers']],
    [notice({}, { provision: 'voluntary' }), ['controller', 'dpo'], { ...site, contact: { address: null, email: null, phone: null, dpo: null, website: null } }],
  ]
  test('what the register doesn’t say is named, and the citizen reads so', () => {
    for (const [source, expected, facts] of missing) assert.deepEqual(lacks(source, facts), expected)
    assert.match(said(notice({ purposes: [] })), /Dit staat nog niet in ons register/)
  })

  test('no objection where there is no right to it; nothing of the AVG’s rights for police data', () => {
    assert.doesNotMatch(said(notice({ legal_bases: [{ ...interest, basis: 'legal-obligation' }] })), /U mag bezwaar maken/)
    assert.doesNotMatch(said(notice({ regime: 'police' })), /art\. 20 AVG|U mag bezwaar maken|Moet u de gegevens geven/)
  })
})

describe('the statement as a whole', () => {
  test('H-11: it counts what all processing activities say, and doesn’t claim what the register doesn’t', () => {
    const text = whole({ notices: [notice(), notice({ name: 'Taxi', automated_decisions: null, profiling: true })] })
    for (const words of [/alle 2 verwerkingen/, /- Taak van algemeen belang \(2\)/, /- Naam \(2\)/, /- BRP \(2\)/, /- Overheid \(2\)/, /- Japan, waarborg: Adequaatheidsbesluit \(Bijstand\)/, /Bij 1 van de 2 verwerkingen staat dat nog niet/, /Profielen maken wij bij: Taxi/]) assert.match(text, words)
  })
  test('H-10: it has a section on cookies; own paragraphs stand before and after; what isn’t public is told', () => {
    const paragraph = { ...notice({}, { name: 'Camera’s', place: 'section', text: '# Waar\n\nIn de *hal*.' }).beside! }
    const text = whole({ paragraphs: [paragraph, { ...paragraph, name: 'Welkom', place: 'introduction' }], hasHidden: true, isForOthers: true })
    assert.ok(text.indexOf('# Welkom') < text.indexOf('# Wie wij zijn') && text.indexOf('# Camera’s') > text.indexOf('# Cookies op deze site'))
    assert.match(text, /maken wij de beschrijving niet openbaar.*in opdracht van andere organisaties/s)
  })
  test('in English the words are English; what was typed stays as it is', () => {
    const english = inLanguage('en', () => said(notice({}, { provision: 'needed', consequence: 'Dan niet.', consequence_en: 'Then not.' })))
    assert.match(english, /# What we use your data for\n\n- Beoordelen of u bijstand krijgt/)
    assert.match(english, /without these data we can’t help you\. Then not\./)
    assert.doesNotMatch(english, /Waarvoor|Dan niet/)
  })
  test('what somebody typed makes no heading or list of its own on paper', () => {
    const [heading, list] = paperBlocks(noticePieces(notice({ purposes: [{ purpose: '# Kop\n- punt', kind: 'main', compatibility: null }] }), site))
    assert.deepEqual([heading, list], [{ kind: 'heading', depth: 1, text: 'Waarvoor wij uw gegevens gebruiken' }, { kind: 'list', isNumbered: false, items: ['# Kop - punt'] }])
  })
})

test('P-17 H-10: a form gets a few sentences with a link; as HTML nothing that was typed is markup', () => {
  const address = 'https://x.example/uitleg/1'
  const words = askingWords(notice({ purposes: [{ purpose: 'Een <b>&"', kind: 'main', compatibility: null }] }), site)
  assert.match(plainSnippet(words, address, 'nl'), /^Gemeente Duinrade gebruikt deze gegevens voor: Een <b>&"\. Wij bewaren ze 5 jaar\. U mag .* klacht indienen\. Meer uitleg: https:\/\/x\.example\/uitleg\/1$/)
  assert.match(htmlSnippet(words, address, 'nl'), /^<p lang="nl">[^<>]*Een &lt;b&gt;&amp;&quot;[^<>]*<a href="https:\/\/x\.example\/uitleg\/1">Meer uitleg<\/a><\/p>$/)
})
