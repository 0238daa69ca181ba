// Duinrade's entries of the council's office: the council itself answers for these.
import { active, draft } from '../life.ts'
import { careful, council } from '../municipal.ts'
import { book, basis, listed, main, processor, publicTask, duty, store, sub, to, type Sketch } from '../sketch.ts'

const office = book('GR', careful, { department: 'Griffie', body: council, processors: [processor('Spreekbuis Raadsinformatie B.V.', 'Levert het raadsinformatiesysteem en de uitzending', '2024-04-15')], stores: [store('Spreekbuis Raadsinformatie')] })

const partyNote = 'Werk voor politieke partijen valt buiten dit register: de fractie of partij is daar zelf verantwoordelijk voor.'

export const councilOffice: readonly Sketch[] = [
  office({
    name: 'Raadsvergaderingen opnemen en uitzenden', life: active(450, { reviewed: [85] }), findings: [], is_announced: true,
    description: `Openbare raadsvergaderingen worden met beeld en geluid opgenomen en live uitgezonden. Bij de ingang en aan insprekers vertellen we dat vooraf. ${partyNote}`,
    task: 'Raad',
    purposes: [main('De besluitvorming van de raad voor iedereen te volgen maken en vastleggen.')],
    proportionality: 'De camera staat op de spreker gericht, niet op de publieke tribune.',
    subsidiarity: 'Wie niet in beeld wil, kan schriftelijk inspreken.',
    legal_bases: [duty('gemeentewet', 'art. 23 Gemeentewet')], subject_categories: ['councillors', 'speakers', 'visitors'],
    data_categories: ['name', 'photo', 'communication-content', 'political'],
    special_exceptions: [{ exception: 'made-public', national_article: 'art. 22 lid 2 onder d UAVG', explanation: 'Raadsleden en insprekers spreken in het openbaar.' }],
    sources: ['observation'], recipients: [to('public', 'Website van de raad', 'Beeld en geluid van openbare vergaderingen')],
    retention_rules: [listed('19.1.6', 'Opnamen en besluitenlijst', 'de vergadering', 'Blijvend, volgens de selectielijst.')],
    is_erasure_possible: false, erasure_note: 'Opnamen worden blijvend bewaard; wissen zou de verslaglegging aantasten (art. 17 lid 3 onder d AVG).',
    public_summary: 'Openbare raadsvergaderingen nemen we op en bewaren we voor altijd. Spreekt u in, dan vertellen we dat vooraf.',
  }),
  office({
    name: 'Ingekomen brieven aan de raad', life: active(455, { reviewed: [80] }), findings: [],
    description: `Inwoners schrijven de raad. De griffie registreert, maakt een openbare lijst en geeft de brief zonder contactgegevens aan raadsleden. ${partyNote}`,
    task: 'Raad',
    purposes: [main('Brieven van inwoners bij de raad brengen en laten beantwoorden.'), sub('De lijst met ingekomen stukken openbaar maken.', 'Vergaderstukken zijn volgens de Gemeentewet openbaar; namen van inwoners worden weggelakt.')],
    proportionality: 'Op de openbare lijst staat het onderwerp, niet de naam van een inwoner.',
    subsidiarity: 'Gevoelige brieven legt de griffie vertrouwelijk ter inzage.',
    legal_bases: [publicTask('gemeentewet', 'art. 23, 107 en 147 Gemeentewet')], subject_categories: ['residents'],
    data_categories: ['name-address', 'email', 'communication-content'],
    recipients: [to('council', 'Raadsleden', 'De brief zonder contactgegevens'), to('public', 'Lijst ingekomen stukken', 'Onderwerp')],
    retention_rules: [listed('6.1.3', 'Brieven en antwoord')],
    public_summary: 'Schrijft u de raad, dan lakken we uw naam en adres weg voordat de brief openbaar wordt.',
  }),
  office({
    name: 'Raadsleden: benoeming, vergoeding en nevenfuncties', life: active(220), findings: ['summary-missing'],
    description: `De griffie onderzoekt geloofsbrieven, betaalt vergoedingen en publiceert nevenfuncties. ${partyNote}`, task: 'Raad',
    purposes: [main('Raads- en commissieleden toelaten, betalen en hun nevenfuncties openbaar maken.')],
    proportionality: 'Alleen wat Gemeentewet en Kieswet vragen.', subsidiarity: 'Adressen worden niet gepubliceerd.',
    legal_bases: [duty('gemeentewet', 'art. 10 tot en met 15, 95 en 99 Gemeentewet'), duty('kieswet', 'art. V 1 tot en met V 4 Kieswet')],
    subject_categories: ['councillors'], data_categories: ['name-address', 'birth-date', 'bank-account', 'memberships', 'political', 'bsn'],
    special_exceptions: [{ exception: 'uavg-26', national_article: 'art. 26 UAVG', explanation: 'Politieke kleur hoort bij de functie.' }],
    bsn_law: 'wet-lb', bsn_necessity: 'Opgave van de vergoeding aan de Belastingdienst.',
    recipients: [to('public', 'Website', 'Naam, partij en nevenfuncties'), to('tax-authority', 'Belastingdienst', 'Opgave van vergoedingen')],
    retention_rules: [listed('17.1.1', 'Benoeming'), listed('18.1', 'Vergoedingen', 'betaling')],
    public_summary: null,
  }),
  office({
    name: 'Ondersteuning van fracties bij mailings', life: draft(65),
    description: 'Een fractie vraagt de griffie om adressen van inwoners die over een onderwerp schreven, om hen uit te nodigen.', task: 'Raad',
    purposes: [main('Inwoners namens een fractie uitnodigen voor een bijeenkomst.')], proportionality: null, subsidiarity: null,
    legal_bases: [basis('consent', null, null)], subject_categories: ['residents'], data_categories: ['name-address', 'email', 'political'],
    further_use: 'Adressen uit ingekomen brieven worden gebruikt voor uitnodigingen.', pre_dpia_outcome: null, pre_dpia_note: null,
    recipients: [to('third-parties', null, 'Adressen')], retention_rules: [],
  }),
]
