// Lekhoven's entries of staff, finance, information and the council's office.
import { active, draft, tested } from '../life.ts'
import { assessed, careful, caseSystem, council, korenwolf, rietzanger, taxInspector, vlierveld, westerwaard } from '../municipal.ts'
import { basis, book, byLaw, duty, exception, listed, looseBook, main, ownTerm, processor, publicTask, type Sketch, store, to } from '../sketch.ts'

const staff = book('PE', careful, { department: 'Personeel', public_or_private: 'private', processors: [rietzanger], stores: [store('Rietzanger Personeel')] })
const money = book('FB', careful, { department: 'Financiën en Belastingen', processors: [korenwolf, westerwaard], stores: [store('Belastingpakket Lek')] })
const info = book('IN', careful, { department: 'Informatie', processors: [vlierveld, westerwaard], stores: [caseSystem] })
const office = book('RG', careful, { department: 'Griffie', body: council, processors: [processor('Raadsvenster B.V.', 'Raadsinformatie en uitzending', '2022-03-01')], stores: [store('Raadsvenster')] })
const old = looseBook('OUDBV', { department: 'Bedrijfsvoering', body: careful.body! })

export const operations: readonly Sketch[] = [
  staff({
    name: 'Personeelsadministratie', life: active(650, { reviewed: [285] }), findings: [],
    description: 'Dienstverband, salaris, verlof en pensioen van medewerkers.', task: 'Personeel',
    purposes: [main('Het dienstverband van medewerkers uitvoeren en salaris betalen.')], proportionality: 'Alleen wat wet en cao vragen.',
    subsidiarity: 'Leidinggevenden zien alleen hun team.',
    legal_bases: [basis('contract', 'ambtenarenwet', 'Arbeidsovereenkomst'), duty('wet-lb', 'art. 28 Wet LB 1964')],
    subject_categories: ['employees'],
    data_categories: ['name-address', 'birth-date', 'bsn', 'bank-account', 'income', 'employment'], bsn_law: 'wet-lb', bsn_necessity: 'Loonopgave.',
    recipients: [to('tax-authority', 'Belastingdienst', 'Loonopgave'), to('pension-fund', null, 'Deelname')],
    retention_rules: [listed('17.5', 'Dossier', 'einde dienstverband'), listed('18.1', 'Salaris', 'betaling')],
    public_summary: 'Van medewerkers houden we contract en salaris bij.' }),
  staff({
    name: 'Ziekteverzuim', life: active(445), ...assessed, special_exceptions: [exception('employment-social-security', null)],
    description: 'Ziekmelding, begeleiding en re-integratie van medewerkers.', task: 'Verzuim',
    purposes: [main('Zieke medewerkers begeleiden bij herstel en terugkeer.')], proportionality: 'Geen aard of oorzaak.',
    subsidiarity: 'Medische gegevens alleen bij de bedrijfsarts.', legal_bases: [duty('wet-poortwachter', 'art. 7:658a BW')],
    subject_categories: ['employees'], data_categories: ['name', 'sick-leave'],
    recipients: [to('occupational-health', 'Arbodienst Veerpont', 'Melding')],
    retention_rules: [ownTerm('P2Y', 'Verzuimdossier', 'einde dienstverband')],
    public_summary: 'Bij ziekte leggen we vast wat voor herstel nodig is.', findings: ['exception-without-law', 'review-overdue'] }),
  staff({
    name: 'Werving en selectie', life: active(290), findings: [],
    description: 'Vacatures plaatsen, sollicitaties lezen, gesprekken voeren en een kandidaat kiezen.', task: 'Werving',
    purposes: [main('De geschiktste kandidaat voor een vacature vinden.')], proportionality: 'Alleen brief en cv.',
    subsidiarity: 'Geen onderzoek op sociale media.', legal_bases: [basis('contract', null, 'Voorbereiding arbeidsovereenkomst')],
    subject_categories: ['job-applicants'], data_categories: ['name-address', 'email', 'curriculum-vitae'],
    recipients: [to('own-department', 'Commissie', 'Brief en cv')], retention_rules: [listed('17.2.1', 'Afwijzing', 'einde procedure')],
    public_summary: 'Solliciteert u, dan wissen we uw brief na vier weken.',
  }),
  staff({
    name: 'Vingerafdruk voor urenregistratie buitendienst', life: draft(130), description: 'Medewerkers klokken in met hun vinger.', task: 'Uren',
    purposes: [main('Gewerkte uren van de buitendienst vastleggen.')], proportionality: null, subsidiarity: null,
    legal_bases: [basis('consent', null, null)], subject_categories: ['employees'], data_categories: ['name', 'biometric'],
    processors: [processor('Vingervlug B.V.', 'Klok', null, 'none')], recipients: [], retention_rules: [],
    findings: ['special-unexcepted', 'consent-not-free', 'consent-unexplained', 'agreement-missing', 'retention-missing'],
  }),
  staff({
    name: 'Voertuigen volgen met gps', life: active(375 + 90), tracking: true, is_not_traceable: false, is_announced: null,
    description: 'Auto’s van de buitendienst hebben gps voor routes en urencontrole.', task: 'Wagenpark',
    purposes: [main('Routes plannen en diefstal van voertuigen tegengaan.')], proportionality: 'Na werktijd staat het uit.', subsidiarity: null,
    legal_bases: [basis('legitimate-interest', null, null)],
    interests_note: 'Als werkgever willen wij veilige en zuinige ritten. Dat weegt zwaarder omdat gps buiten werktijd uit staat.',
    subject_categories: ['employees'], data_categories: ['location', 'vehicle'], sources: ['system-generated'],
    recipients: [to('own-department', 'Planner', 'Positie')], retention_rules: [ownTerm('P3M', 'Ritten', 'de rit')],
    public_summary: 'Onze auto’s hebben gps.', findings: ['tracking-traceable', 'tracking-unannounced', 'subsidiarity-missing', 'review-overdue'] }),
  money({
    name: 'Belastingheffing en WOZ', life: active(640, { reviewed: [275] }), body: taxInspector, findings: [],
    description: 'Waarderen van panden en opleggen van aanslagen.', task: 'Belastingen',
    purposes: [main('Gemeentelijke belastingen heffen en panden waarderen.')], proportionality: 'Kenmerken van panden, niet van mensen.',
    subsidiarity: 'Gegevens uit basisregistraties.',
    legal_bases: [publicTask('gemeentewet', 'art. 216 Gemeentewet'), duty('wet-woz', 'art. 22 Wet WOZ')],
    subject_categories: ['taxpayers', 'property-owners'],
    data_categories: ['name-address', 'bsn', 'tax', 'property'], bsn_law: 'wet-woz', bsn_necessity: 'Koppeling met de landelijke voorziening.',
    sources: ['land-register', 'brp'], recipients: [to('tax-authority', 'Belastingdienst', 'Waarden')],
    retention_rules: [listed('9.1.5', 'WOZ'), listed('10.1', 'Aanslagen')], public_summary: 'We bepalen de waarde van uw huis en uw aanslag.' }),
  money({
    name: 'Betalingen en facturen', life: active(400, { reviewed: [15] }), findings: [],
    description: 'Betalen van leveranciers en innen van rekeningen.', task: 'Financiën',
    purposes: [main('Betalingen doen, ontvangen en verantwoorden.')], proportionality: 'Alleen naam, adres en rekening.',
    subsidiarity: 'Zaaknummer in plaats van omschrijving.', legal_bases: [publicTask('gemeentewet', 'art. 186 Gemeentewet')],
    subject_categories: ['supplier-contacts', 'residents'], data_categories: ['name-address', 'bank-account'],
    recipients: [to('bank', null, 'Opdrachten')], retention_rules: [listed('18.1', 'Betaald', 'betaling'), listed('18.3', 'Geïnd', 'betaling')],
    public_summary: 'Facturen bewaren we zeven jaar.',
  }),
  info({
    name: 'Post en archief', life: active(630, { reviewed: [265] }), findings: [],
    description: 'Registratie, opslag en vernietiging van stukken volgens de selectielijst.', task: 'Archief',
    purposes: [main('Stukken vindbaar houden en op tijd vernietigen.')], proportionality: 'Registratie op kenmerk.',
    subsidiarity: 'Toegang per afdeling.', legal_bases: [duty('archiefwet', 'art. 3 Archiefwet')], subject_categories: ['residents'],
    data_categories: ['name-address', 'communication-content'], recipients: [to('archive-provider', 'Lekarchief', 'Blijvende stukken')],
    retention_rules: [listed('19.1', 'Post')], is_erasure_possible: false, erasure_note: 'De Archiefwet gaat voor.',
    public_summary: 'Brieven aan de gemeente bewaren we volgens de selectielijst.',
  }),
  info({
    name: 'Woo-verzoeken en bezwaren', life: active(610, { reviewed: [245] }), findings: [],
    description: 'Behandeling van verzoeken om informatie en van bezwaren.', task: 'Juridisch',
    purposes: [main('Verzoeken om informatie en bezwaren behandelen.')], proportionality: 'Namen worden gelakt.',
    subsidiarity: 'Alleen stukken over de zaak.', legal_bases: [duty('woo', 'art. 4.1 Woo'), duty('awb', 'art. 7:1 Awb')],
    subject_categories: ['applicants', 'objectors'], data_categories: ['name-address', 'email', 'decision'],
    recipients: [to('objections-committee', null, 'Dossier')], retention_rules: [listed('6.1', 'Woo-verzoek'), listed('13.1', 'Bezwaar')],
    public_summary: 'Uw verzoek of bezwaar leggen we vast in een dossier.',
  }),
  info({
    name: 'Nieuwsbrief Lekhoven', life: tested(30, { outcome: 'agreed', note: 'Goed beschreven; kan worden geactiveerd.' }),
    description: 'Inwoners schrijven zich in voor nieuws uit Lekhoven.', task: 'Voorlichting',
    purposes: [main('Inwoners die dat willen nieuws uit Lekhoven mailen.')], proportionality: 'Alleen e-mailadres.',
    subsidiarity: 'Nieuws staat ook op de website.', legal_bases: [basis('consent', null, null)],
    consent_note: 'Vrije keuze; geen andere grondslag past. Weigeren heeft geen gevolgen.', subject_categories: ['prospects'],
    data_categories: ['email'],
    processors: [processor('Wulp Media B.V.', 'Verzending', '2026-09-14')], recipients: [to('own-department', 'Communicatie', 'Lijst')],
    retention_rules: [ownTerm('P1M', 'Adres', 'afmelding')], public_summary: 'Met uw toestemming mailen we u nieuws.', findings: [] }),
  office({
    name: 'Raadsvergaderingen: verslag en uitzending', life: active(480), is_announced: null,
    description: 'Raadsvergaderingen worden met video opgenomen en uitgezonden.', task: 'Raad',
    purposes: [main('De raadsvergadering voor iedereen te volgen maken.')], proportionality: 'Camera op de spreker.',
    subsidiarity: 'Schriftelijk inspreken kan.', legal_bases: [duty('gemeentewet', 'art. 23 Gemeentewet')],
    subject_categories: ['councillors', 'speakers'], data_categories: ['name', 'photo', 'political'],
    special_exceptions: [exception('made-public', 'art. 22 lid 2 onder d UAVG')], sources: ['observation'],
    recipients: [to('public', 'Website', 'Video')], retention_rules: [ownTerm('P2Y', 'Video', 'de vergadering')],
    public_summary: 'Raadsvergaderingen zenden we uit.',
    findings: ['council-recording-not-kept', 'council-recording-not-announced', 'review-overdue'] }),
  office({
    name: 'Brieven aan de raad', life: active(305), findings: [],
    description: 'Brieven van inwoners worden geregistreerd en zonder contactgegevens op de lijst gezet.', task: 'Raad',
    purposes: [main('Brieven van inwoners bij de raad brengen.')], proportionality: 'Alleen het onderwerp is openbaar.',
    subsidiarity: 'Vertrouwelijk kan ook.', legal_bases: [publicTask('gemeentewet', 'art. 107 Gemeentewet')], subject_categories: ['residents'],
    data_categories: ['name-address', 'communication-content'], recipients: [to('council', 'Raadsleden', 'Brief')],
    retention_rules: [listed('6.1.3', 'Brieven')], public_summary: 'Schrijft u de raad, dan publiceren we uw naam niet.',
  }),
  old({
    name: 'Oude netwerkschijf P', life: draft(690), description: 'Map met allerlei bestanden.', purposes: [main('Diverse')],
    subject_categories: ['all-of-the-above'], data_categories: ['special-unspecified', 'name-address'],
    stores: [store('P:', 'unstructured', { plain: true })],
    findings: ['purpose-vague', 'legal-basis-missing', 'special-unexcepted', 'special-kind-unnamed', 'subjects-too-broad', 'description-short'],
  }),
  info({
    name: 'Sollicitatieplatform in de cloud', life: draft(75), public_or_private: 'private',
    description: 'Proef met een platform dat cv’s automatisch scoort en kandidaten afwijst.', task: 'Werving',
    purposes: [main('Kandidaten voor moeilijke vacatures sneller selecteren.')],
    legal_bases: [basis('contract', null, 'Voorbereiding arbeidsovereenkomst')], subject_categories: ['job-applicants'],
    data_categories: ['curriculum-vitae', 'email', 'profile'], automated_decisions: true, profiling: true, algorithm: true, ai_act_class: 'high',
    algorithm_uri: null,
    processors: [processor('Talentscan Inc.', 'Platform', '2026-08-01')],
    transfers: [{ country: 'US', recipient: 'Talentscan Inc.', instrument: 'standard-clauses', explanation: null }], proportionality: null,
    subsidiarity: null, recipients: [], retention_rules: [byLaw('P1Y', 'Eigen', 'Cv’s', 'ontvangst')],
    findings: ['automated-logic-missing', 'profiling-unexplained', 'ai-rights-unassessed', 'algorithm-unregistered'] }),
]
