// Lekhoven's entries for residents: public services, social affairs, youth, education and support.
import { active, draft, offered, tested } from '../life.ts'
import { assessed, boomvalk, careful, caseSystem, registrar, vlierveld, waterbies, westerwaard } from '../municipal.ts'
import { basis, book, byLaw, duty, exception, listed, looseBook, main, processor, publicTask, type Sketch, store, sub, to } from '../sketch.ts'

const civil = book('PZ', careful, { department: 'Publiekszaken', processors: [waterbies, westerwaard], stores: [store('Waterbies Burgerzaken')] })
const social = book('SZ', careful, assessed, { department: 'Sociale Zaken', processors: [boomvalk, westerwaard], stores: [store('Boomvalk Sociaal')] })
const care = book('JOW', careful, assessed, { department: 'Jeugd, Onderwijs en Wmo', processors: [boomvalk, westerwaard], stores: [store('Boomvalk Sociaal')] })
const old = looseBook('OUD', { department: 'Publiekszaken', body: careful.body! })
const oldSocial = looseBook('OUDSZ', { department: 'Sociale Zaken', body: careful.body! })

const healthByLaw = exception('health-social-care', 'art. 30 lid 3 onder a UAVG', 'Nodig voor goede ondersteuning, onder geheimhouding.')
// The register of 2018 asked for none of these.
const asIn2018 = { proportionality: null, subsidiarity: null, surplus_data: null, is_erasure_possible: null, public_summary: null }

export const residents: readonly Sketch[] = [
  civil({
    name: 'Basisregistratie personen', life: active(700, { reviewed: [330, 20] }), findings: [],
    description: 'Aangiften van geboorte van kinderen, verhuizing en vertrek worden gecontroleerd en verwerkt; overheden krijgen gegevens via de landelijke voorziening.',
    task: 'Bevolking',
    purposes: [main('Juiste gegevens over inwoners bijhouden voor alle overheidstaken.')],
    proportionality: 'De wet bepaalt welke gegevens op de persoonslijst staan.', subsidiarity: 'Eén registratie voorkomt dubbele uitvraag.',
    legal_bases: [duty('wet-brp', 'art. 1.4 Wet BRP')], subject_categories: ['residents', 'minors'],
    data_categories: ['name-address', 'birth-date', 'gender', 'nationality', 'family', 'bsn', 'civil-affairs'], bsn_law: 'wet-brp',
    bsn_necessity: 'Sleutel van de persoonslijst.', sources: ['data-subject', 'other-municipality'],
    recipients: [to('central-government', 'RvIG', 'Mutaties')],
    retention_rules: [listed('7.1.2', 'Eerste inschrijving', 'opschorting'), listed('7.1.7', 'Verhuizing')],
    is_erasure_possible: false, erasure_note: 'De Wet BRP gaat voor.', public_summary: 'Wij houden bij wie in Lekhoven woont.' }),
  civil({
    name: 'Reisdocumenten', life: active(690, { reviewed: [320] }), body: 'Burgemeester', ...assessed, findings: [],
    description: 'Aanvragen van paspoort en identiteitskaart door inwoners, ook voor kinderen, met vaststelling van identiteit en uitreiking.',
    task: 'Reisdocumenten', purposes: [main('Reisdocumenten verstrekken aan wie daar recht op heeft.')],
    proportionality: 'Alles staat in de Paspoortwet; vingerafdrukken verdwijnen na uitreiking.', subsidiarity: 'Geen andere werkwijze mogelijk.',
    legal_bases: [duty('paspoortwet', 'art. 26 en 40 Paspoortwet')], subject_categories: ['applicants', 'minors'],
    data_categories: ['name-address', 'birth-date', 'bsn', 'photo', 'biometric', 'signature'],
    special_exceptions: [exception('substantial-public-interest', 'art. 3 Paspoortwet')],
    bsn_law: 'paspoortwet', bsn_necessity: 'Staat op het document.', recipients: [to('central-government', 'RvIG', 'Aanvraag')],
    retention_rules: [listed('5.1.4', 'Aanvragen', 'verstrekking')],
    public_summary: 'Voor een paspoort leggen we foto en vingerafdrukken vast; die laatste wissen we bij het ophalen.' }),
  civil({
    name: 'Huwelijken en partnerschappen', life: active(520), body: registrar, ...asIn2018,
    description: 'Melding, ceremonie en akte van huwelijk of partnerschap.', task: 'Burgerlijke stand',
    purposes: [main('Huwelijken en partnerschappen voltrekken en registreren.')], legal_bases: [duty('bw-1', 'art. 1:43 tot en met 1:67 BW')],
    subject_categories: ['residents', 'witnesses'], data_categories: ['name-address', 'birth-date', 'marital-status'],
    recipients: [to('own-department', 'Burgerlijke stand', 'Akte')], retention_rules: [listed('7.1.5', 'Akten')],
    findings: ['review-overdue', 'proportionality-missing', 'subsidiarity-missing', 'surplus-unsettled', 'erasure-unanswered', 'summary-missing'] }),
  civil({
    name: 'Begraven en grafrechten', life: active(510, { reviewed: [100] }), ...asIn2018,
    description: 'Aangifte van overlijden, grafuitgifte en onderhoud van graven op de gemeentelijke begraafplaats.', task: 'Begraafplaats',
    purposes: [main('Overledenen begraven en grafrechten beheren.')], legal_bases: [duty('wet-lijkbezorging', 'art. 27 en 28 Wlb')],
    subject_categories: ['deceased', 'family-members'], data_categories: ['name-address', 'deceased-date', 'phone'],
    recipients: [to('contractors', 'Uitvaartondernemers', 'Tijd en plaats')],
    retention_rules: [byLaw('P20Y', 'art. 28 Wlb', 'Grafrechten', 'einde van het recht')] }),
  civil({
    name: 'Telefonie en gespreksopname', life: active(475), ...asIn2018,
    description: 'Gesprekken met het klantcontactcentrum worden opgenomen voor training.', task: 'Klantcontact',
    purposes: [main('Dienstverlening verbeteren')], legal_bases: [basis('legitimate-interest', null, null)], subject_categories: ['residents'],
    data_categories: ['phone', 'communication-content'], processors: [processor('Beltoon Telefonie B.V.', 'Opname en opslag', null, 'none')],
    recipients: [],
    retention_rules: [{ applies_to: 'Opnamen', source: null, selection: null, law: null, term: null, starts_at: 'zolang nodig', disposal: null, explanation: null }],
    findings: ['interest-unweighed', 'interest-within-public-task', 'agreement-missing', 'retention-vague', 'purpose-vague'] }),
  civil({
    name: 'Meldpunt openbare ruimte', life: active(250), findings: [], processors: [vlierveld], stores: [caseSystem],
    description: 'Meldingen over straat, groen en verlichting worden aangenomen en opgelost.', task: 'Beheer',
    purposes: [main('Meldingen over de openbare ruimte oplossen en terugkoppelen.')], proportionality: 'Naam en nummer zijn niet verplicht.',
    subsidiarity: 'Anoniem melden kan.', legal_bases: [publicTask('gemeentewet', 'art. 108 Gemeentewet')], subject_categories: ['reporters'],
    data_categories: ['name', 'phone', 'email', 'location'],
    recipients: [to('contractors', 'Buitendienst', 'Plaats en aard')], retention_rules: [listed('15.1', 'Meldingen')],
    public_summary: 'Meldt u iets over uw straat, dan laten we weten wat we deden.' }),
  old({
    name: 'Gevonden voorwerpen', life: draft(210), description: 'Vinders en verliezers van spullen.', purposes: [main('Registratie')],
    legal_bases: [basis('public-task', null, null)], subject_categories: ['residents'], data_categories: ['name', 'phone', 'bsn'],
    stores: [store('Gevonden.xlsx', 'spreadsheet', { portable: true, plain: true })],
    findings: ['purpose-vague', 'basis-without-law', 'bsn-without-law', 'retention-missing', 'store-unencrypted', 'store-scattered', 'pre-dpia-missing'],
  }),
  old({
    name: 'Kopieën van paspoorten bij uittreksels',
    life: draft(300, { by: 'officer', remarks: [{ field: 'data_categories', body: 'Waarom een kopie? Het document tonen is genoeg.' }] }),
    description: 'Bij aanvragen per post vragen wij een kopie van het paspoort.', purposes: [main('Identiteit controleren')],
    legal_bases: [publicTask('wet-brp', 'art. 2.55 Wet BRP')], subject_categories: ['applicants'],
    data_categories: ['identity-document-copy', 'name-address'], sources: ['data-subject'], recipients: [],
    findings: ['bsn-without-law', 'identity-copy-unexplained', 'retention-missing'] }),
  social({
    name: 'Bijstandsuitkeringen',
    life: active(680, { reviewed: [310], changes: [{ on: 60, stage: 'active', why: 'Bankafschriften beperkt tot drie maanden', test: { outcome: 'remarks', note: 'Leg uit hoe omschrijvingen worden afgeschermd.', answer: 'De inwoner mag omschrijvingen zwart maken; dat staat nu in de brief.' }, values: { subsidiarity: 'Afschriften over drie maanden; de inwoner mag omschrijvingen zwart maken.' } }] }),
    findings: [],
    description: 'Aanvraag, onderzoek, uitbetaling en heronderzoek van bijstand.', task: 'Participatiewet',
    purposes: [main('Recht op bijstand vaststellen en de uitkering betalen.')], proportionality: 'Alleen inkomen, vermogen en woonsituatie.',
    subsidiarity: 'Wat in Suwinet staat, vragen we niet opnieuw.', legal_bases: [publicTask('participatiewet', 'art. 7 en 17 Participatiewet')],
    subject_categories: ['benefit-recipients', 'family-members'],
    data_categories: ['name-address', 'bsn', 'income', 'financial', 'bank-account', 'housing', 'family'],
    bsn_law: 'participatiewet', bsn_necessity: 'Suwinet werkt met het BSN.', sources: ['data-subject', 'suwinet'],
    recipients: [to('uwv', 'UWV', 'Uitkering'), to('tax-authority', 'Belastingdienst', 'Loonheffing')],
    retention_rules: [listed('8.1', 'Toegekend', 'einde uitkering'), listed('8.2', 'Afgewezen')],
    public_summary: 'Vraagt u bijstand, dan onderzoeken we inkomen en vermogen.' }),
  social({
    name: 'Minimabeleid en stadspas', life: active(460), ...asIn2018,
    description: 'Inwoners met een laag inkomen krijgen een pas met korting bij winkels en verenigingen.', task: 'Armoedebeleid',
    purposes: [main('Inwoners met een laag inkomen laten meedoen met korting op activiteiten.')],
    legal_bases: [basis('public-task', 'gemeentewet', null)], subject_categories: ['residents', 'benefit-recipients'],
    data_categories: ['name-address', 'income', 'photo', 'bsn'], bsn_law: null,
    recipients: [to('third-parties', null, 'Pasnummer')], retention_rules: [listed('8.1', 'Passen')],
    findings: ['basis-without-article', 'bsn-without-law', 'recipient-unnamed', 'review-overdue'] }),
  social({
    name: 'Schulddienstverlening', life: active(430, { reviewed: [55] }), findings: [],
    description: 'Overzicht van schulden, plan, onderhandelen en begeleiding.', task: 'Schuldhulp',
    purposes: [main('Inwoners met schulden een oplossing bieden.')], proportionality: 'Alleen gegevens die de Wgs noemt.',
    subsidiarity: 'Schuldeisers zien alleen het voorstel.', legal_bases: [publicTask('wgs', 'art. 3 en 4a Wgs')], subject_categories: ['debtors'],
    data_categories: ['name-address', 'bsn', 'debt', 'income', 'bank-account'],
    bsn_law: 'wgs', bsn_necessity: 'Uitwisseling met UWV.', sources: ['data-subject', 'uwv'],
    recipients: [to('debt-relief', 'Kredietbank Rivierenland-Lek', 'Overzicht')], retention_rules: [listed('8.1.9', 'Dossier', 'einde van de hulp')],
    public_summary: 'Bij schulden maken we met u een plan.' }),
  social({
    name: 'Beschermingsbewind en budgetbeheer',
    life: tested(40, { outcome: 'remarks', note: 'De gemeente is hier ook schuldeiser. Hoe is belangenverstrengeling voorkomen?' }),
    description: 'De gemeente beheert het inkomen van inwoners die dat zelf niet kunnen.', task: 'Budgetbeheer',
    purposes: [main('Inkomen beheren en vaste lasten betalen voor inwoners die dat niet kunnen.')], proportionality: 'Alleen de beheerrekening.',
    subsidiarity: 'Cursus gaat voor.', legal_bases: [basis('contract', null, 'Overeenkomst budgetbeheer')], public_or_private: 'private',
    subject_categories: ['debtors'], data_categories: ['name-address', 'bank-account', 'debt', 'income'],
    recipients: [to('bank', null, 'Betalingen')], retention_rules: [listed('8.1.9', 'Dossier')],
    public_summary: 'Wij kunnen uw vaste lasten betalen als u dat wilt.' }),
  oldSocial({
    name: 'Zwarte lijst agressieve bezoekers', life: draft(260), description: 'Medewerkers houden namen bij van bezoekers die agressief waren.',
    purposes: [main('Veiligheid van medewerkers aan de balie')], legal_bases: [basis('legitimate-interest', null, null)],
    subject_categories: ['residents'], data_categories: ['name', 'photo', 'health', 'criminal'], sources: ['observation'],
    recipients: [to('own-department', 'Balie', 'Foto')], is_published: false,
    findings: ['special-unexcepted', 'criminal-unexcepted', 'interest-unweighed', 'retention-missing', 'not-published-unexplained', 'measures-missing'] }),
  care({
    name: 'Wmo-meldingen en voorzieningen', life: active(670, { reviewed: [300, 5] }), findings: [],
    description: 'Onderzoek na een melding, besluit en levering van hulp.', task: 'Wmo',
    purposes: [main('Passende ondersteuning onderzoeken, toekennen en leveren.')], proportionality: 'Alleen beperkingen die voor de hulp tellen.',
    subsidiarity: 'Medisch advies alleen bij twijfel.', legal_bases: [publicTask('wmo-2015', 'art. 2.3.2 en 5.1.1 Wmo 2015')],
    subject_categories: ['clients'],
    data_categories: ['name-address', 'bsn', 'health', 'care-support', 'housing'], special_exceptions: [healthByLaw], bsn_law: 'wmo-2015',
    bsn_necessity: 'Verplicht in berichten aan aanbieders.', sources: ['data-subject', 'care-provider'],
    recipients: [to('care-provider', 'Zorgaanbieders', 'Besluit'), to('cak', 'CAK', 'Start en stop')],
    retention_rules: [listed('8.1.1', 'Voorziening', 'laatste contact'), listed('8.2', 'Afwijzing')],
    public_summary: 'Hebt u hulp nodig, dan onderzoeken we wat past.' }),
  care({
    name: 'Jeugdhulp', life: active(665, { reviewed: [295] }), findings: [],
    description: 'Toegang tot jeugdhulp met gezinsplan, besluit en betaling.', task: 'Jeugdwet',
    purposes: [main('Jeugdigen en hun ouders passende hulp bieden.')], proportionality: 'Geen diagnoses in het plan.',
    subsidiarity: 'Declaraties met productcode.', legal_bases: [publicTask('jeugdwet', 'art. 2.3 en 7.4.0 Jeugdwet')],
    subject_categories: ['minors', 'parents'], data_categories: ['name-address', 'birth-date', 'bsn', 'youth-care', 'family'],
    special_exceptions: [healthByLaw], bsn_law: 'jeugdwet', bsn_necessity: 'Verplicht in het berichtenverkeer.',
    sources: ['data-subject', 'representative', 'school'],
    recipients: [to('care-provider', 'Aanbieders', 'Besluit'), to('certified-institution', null, 'Plan')],
    retention_rules: [listed('8.1.2', 'Dossier', 'einde van de hulp')], public_summary: 'Vraagt u hulp voor uw kind, dan maken we een plan.' }),
  care({
    name: 'Leerplicht', life: active(440), ...asIn2018, description: 'Melding van verzuim door scholen en gesprekken met leerlingen en ouders.',
    task: 'Leerplicht', purposes: [main('Schoolverzuim tegengaan en leerlingen terug naar school helpen.')],
    legal_bases: [publicTask('leerplichtwet', 'art. 16 en 22 Leerplichtwet 1969')], subject_categories: ['pupils', 'parents'],
    data_categories: ['name-address', 'bsn', 'school-attendance'], bsn_law: 'leerplichtwet', bsn_necessity: 'Meldingen van DUO.', sources: ['school'],
    recipients: [to('schools', null, 'Afspraken')], retention_rules: [{ ...listed('12.1.3', 'Dossiers', 'geboorte'), term: 'P5Y' }],
    findings: ['selection-term-differs', 'review-overdue'] }),
  care({
    name: 'Kwetsbare kinderen in beeld (voorspellend model)',
    life: draft(45, { remarks: [{ field: 'profiling', body: 'Een voorspelling per kind is profilering. Zonder DPIA en IAMA adviseer ik dit niet te starten.' }] }),
    description: 'Een model voorspelt voor elk kind de kans op problemen met gegevens van school, zorg en schulden.', task: 'Preventie',
    purposes: [main('Vroeg hulp bieden aan gezinnen met kinderen die risico lopen.')], proportionality: null, subsidiarity: null,
    legal_bases: [publicTask('jeugdwet', 'art. 2.1 Jeugdwet')],
    subject_categories: ['minors'], data_categories: ['bsn', 'youth-care', 'debt', 'school-attendance', 'profile'], special_exceptions: [],
    profiling: null, algorithm: true, ai_act_class: 'high', big_data: true, is_not_traceable: false, is_announced: false, dpia_status: 'none',
    recipients: [], retention_rules: [], is_published: false,
    findings: ['special-unexcepted', 'profiling-unmarked', 'tracking-traceable', 'ai-rights-unassessed', 'bsn-without-law', 'dpia-outstanding', 'algorithm-unregistered'] }),
  care({
    name: 'Inkoop en betaling van zorg', life: offered(14),
    description: 'Facturen van aanbieders worden gecontroleerd tegen toewijzingen en betaald.', task: 'Zorgadministratie',
    purposes: [main('Geleverde zorg controleren en betalen.'), sub('Fraude door aanbieders opsporen.', 'Controle op rechtmatigheid hoort bij betalen en richt zich op aanbieders.')],
    proportionality: 'Productcode en uren.', subsidiarity: 'Steekproef in plaats van alle dossiers.',
    legal_bases: [publicTask('jeugdwet', 'art. 6a.2 Regeling Jeugdwet')],
    subject_categories: ['clients', 'minors', 'parents'], data_categories: ['bsn', 'care-support', 'youth-care'], special_exceptions: [healthByLaw],
    bsn_law: 'jeugdwet', bsn_necessity: 'Sleutel tussen toewijzing en factuur.', sources: ['care-provider'],
    recipients: [to('accountant', null, 'Steekproef')], retention_rules: [listed('18.1', 'Betalingen', 'betaling')],
    public_summary: 'We controleren rekeningen van zorgaanbieders voor kinderen en volwassenen.' }),
]
