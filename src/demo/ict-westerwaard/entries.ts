// ICT Westerwaard's entries: seven services for each of three participants, and those of its own staff.
import { active, draft, offered, tested } from '../life.ts'
import { asController, asProcessor } from '../service-provider.ts'
import { basis, book, duty, exception, listed, main, ownTerm, processor, type Sketch, store, to } from '../sketch.ts'

const own = book('WW', asController, { department: 'Staf', processors: [processor('Rietzanger Salarisdiensten B.V.', 'Salarisadministratie', '2022-11-14')], stores: [store('Personeelssysteem')] })
const desk = book('DSK', asProcessor, { department: 'Servicedesk', recipients: [], stores: [store('Meldingensysteem')] })
const tech = book('TEC', asProcessor, { department: 'Technisch Beheer', recipients: [], stores: [store('Datacentrum Westerwaard')] })
const data = book('DAT', asProcessor, { department: 'Applicaties en Data', recipients: [], stores: [store('Databaseomgeving')] })

const [duinrade, lekhoven, deWaard] = ['Gemeente Duinrade', 'Gemeente Lekhoven', 'Belastingsamenwerking De Waard'] as const
const each = (categories: string) => [duinrade, lekhoven, deWaard].map((participant) => ({ participant, categories }))
/** W-03: the thirteen categories that reach us from participants. */
const thirteen = ['name', 'address', 'gender', 'email', 'phone', 'job-title', 'employment', 'bsn', 'financial', 'housing', 'debt', 'permits', 'civil-affairs']
/** W-04: the twelve categories of our own employees. */
const twelve = ['name', 'address', 'nationality', 'birth-date', 'phone', 'bank-account', 'bsn', 'identity-document', 'job-title', 'diploma', 'education', 'performance', 'sick-leave']

export const entries: readonly Sketch[] = [
  own({
    name: 'Personeelsdossier',
    life: active(610, { reviewed: [245], changes: [{ on: 120, stage: 'active', why: 'Nationaliteit alleen nog voor de identiteitscontrole', values: { data_note: 'Nationaliteit en documentnummer alleen voor de controle bij indiensttreding.' } }] }),
    findings: [],
    description: 'Van indiensttreding tot vertrek: contract, salaris, opleiding, functioneren en ziekmelding van medewerkers.', task: 'Personeel',
    purposes: [main('De arbeidsovereenkomst met medewerkers uitvoeren en wettelijke plichten van de werkgever nakomen.')],
    proportionality: 'Elke soort gegevens heeft een wet of cao-afspraak achter zich.',
    subsidiarity: 'Ziekte alleen als melding met datum, zonder aard of oorzaak.',
    legal_bases: [basis('contract', null, 'Arbeidsovereenkomst'), duty('wet-lb', 'art. 28 Wet LB 1964')], subject_categories: ['employees'],
    data_categories: twelve,
    special_exceptions: [exception('employment-social-security', 'art. 30 lid 1 UAVG', 'Plichten van de werkgever bij ziekte')], bsn_law: 'wet-lb',
    bsn_necessity: 'Loonopgave.',
    recipients: [to('tax-authority', 'Belastingdienst', 'Loonopgave'), to('pension-fund', null, 'Deelname')],
    retention_rules: [listed('17.5', 'Dossier', 'einde dienstverband'), listed('18.1', 'Salaris', 'betaling')], pre_dpia_outcome: 'dpia_advised',
    pre_dpia_note: 'Klein aantal medewerkers; geen grote schaal.', public_summary: 'Van onze medewerkers houden we een dossier bij.' }),
  own({
    name: 'Werving van nieuwe collega’s', life: active(240), findings: [],
    description: 'Vacatures, brieven en gesprekken met kandidaten voor functies bij ICT Westerwaard.', task: 'Personeel',
    purposes: [main('De geschiktste kandidaat voor een vacature vinden.')], proportionality: 'Alleen brief en cv.',
    subsidiarity: 'VOG pas na de keuze.', legal_bases: [basis('contract', null, 'Voorbereiding arbeidsovereenkomst')],
    subject_categories: ['job-applicants'], data_categories: ['name', 'email', 'curriculum-vitae'],
    recipients: [to('own-department', 'Commissie', 'Brief en cv')], retention_rules: [listed('17.2.1', 'Afwijzing', 'einde procedure')],
    public_summary: 'Solliciteert u, dan wissen we uw brief na vier weken.',
  }),
  own({
    name: 'Bezoekers en toegang', life: active(450, { reviewed: [70] }), findings: [],
    description: 'Bezoekers melden zich bij de receptie en krijgen een pas.', task: 'Gebouw',
    purposes: [main('Weten wie in het gebouw is en het gebouw beveiligen.')], proportionality: 'Naam, tijd en gastheer.',
    subsidiarity: 'Geen kopie van een identiteitsbewijs.', legal_bases: [basis('legitimate-interest', null, null)],
    interests_note: 'Beveiliging van het eigen gebouw is bedrijfsvoering en geen publieke taak. Korte opslag maakt dat het belang opweegt.',
    subject_categories: ['visitors'], data_categories: ['name'], recipients: [to('own-department', 'Receptie', 'Lijst')],
    retention_rules: [listed('12.1.8', 'Bezoekers', 'bezoek')], public_summary: 'Komt u langs, dan noteren we uw naam.',
  }),
  own({
    name: 'Contactpersonen van deelnemers en leveranciers', life: active(480),
    description: 'Namen en nummers van aanspreekpunten voor contracten en storingen.', task: 'Contracten',
    purposes: [main('Afspraken met deelnemers en leveranciers maken en nakomen.')], proportionality: 'Alleen zakelijke gegevens.', subsidiarity: null,
    legal_bases: [basis('legitimate-interest', null, null)], interests_note: null, subject_categories: ['partner-contacts', 'supplier-contacts'],
    data_categories: ['name', 'email', 'phone'], recipients: [to('own-department', 'Staf', 'Lijst')],
    retention_rules: [listed('16.1', 'Contract', 'einde contract')], public_summary: 'We bewaren zakelijke contactgegevens.',
    findings: ['interest-unweighed', 'subsidiarity-missing', 'review-overdue'],
  }),
  own({
    name: 'Personeelsuitje: foto’s en dieetwensen', life: draft(28), description: 'Formulier voor het personeelsuitje met dieet en foto’s achteraf.',
    task: 'Personeel', purposes: [main('Het personeelsuitje organiseren.')], proportionality: null, subsidiarity: null,
    legal_bases: [basis('consent', null, null)], subject_categories: ['employees'], data_categories: ['photo', 'health', 'religion'],
    stores: [store('Uitje.xlsx', 'spreadsheet', { portable: true, plain: true })], recipients: [], retention_rules: [],
    findings: ['special-unexcepted', 'consent-unexplained', 'consent-not-free', 'store-unencrypted', 'retention-missing'],
  }),
  own({
    name: 'Instructies en klachten van deelnemers', life: tested(26, { outcome: 'agreed' }),
    description: 'Instructies van deelnemers worden vastgelegd, uitgevoerd en teruggekoppeld; klachten worden behandeld.', task: 'Privacy',
    purposes: [main('Instructies van deelnemers vastleggen en aantonen dat ze zijn gevolgd.')],
    proportionality: 'Naam en functie van de opdrachtgever.', subsidiarity: 'Zonder inhoud van dossiers.',
    legal_bases: [duty('avg', 'art. 28 lid 3 onder a AVG')], subject_categories: ['partner-contacts', 'reporters'],
    data_categories: ['name', 'email', 'complaint'], recipients: [to('own-department', 'Staf', 'Instructie')],
    retention_rules: [listed('13.1', 'Klachten'), listed('16.1', 'Instructies', 'einde contract')],
    public_summary: 'Instructies van deelnemers leggen we vast.', findings: [],
  }),
  tech({
    name: 'Technisch beheer', life: active(600, { reviewed: [230] }), findings: [],
    description: 'Beheer van servers, netwerk en werkplekken waarop gegevens van deelnemers staan.', task: 'Beheer', service: 'technical-management',
    participants: each('Technisch beheer van alle systemen; inzage alleen bij storing en op instructie'),
    purposes: [main('Systemen van deelnemers beschikbaar en veilig houden.')], subject_categories: ['residents', 'employees'],
    data_categories: thirteen, public_summary: 'Voor gemeenten beheren we systemen met gegevens van inwoners.',
  }),
  data({
    name: 'Databasebeheer', life: active(590, { reviewed: [220] }), findings: [],
    description: 'Onderhoud, herstel en tuning van databases van deelnemers.', task: 'Beheer', service: 'database-management',
    participants: each('Databasebeheer op instructie'), purposes: [main('Databases van deelnemers onderhouden en herstellen.')],
    subject_categories: ['residents', 'employees'], data_categories: thirteen, public_summary: 'Voor gemeenten onderhouden we databases.',
  }),
  desk({
    name: 'Servicedesk voor Duinrade', life: active(580, { reviewed: [210] }), findings: [],
    description: 'Vragen en storingen van medewerkers van Duinrade.', task: 'Servicedesk', service: 'service-desk',
    participants: [{ participant: duinrade, categories: 'Ondersteunen van medewerkers' }],
    purposes: [main('Medewerkers van Duinrade helpen bij storingen en vragen.')], subject_categories: ['employees'],
    data_categories: ['name', 'email', 'phone', 'job-title', 'employment'], public_summary: 'We helpen medewerkers van Duinrade.',
  }),
  desk({
    name: 'Servicedesk voor Lekhoven', life: active(575), description: 'Vragen en storingen van medewerkers van Lekhoven.', task: 'Servicedesk',
    service: 'service-desk', participants: [{ participant: lekhoven, categories: 'Ondersteunen van medewerkers' }],
    purposes: [main('Medewerkers van Lekhoven helpen bij storingen en vragen.')], subject_categories: ['employees'],
    data_categories: ['name', 'email', 'phone', 'job-title', 'employment'], public_summary: 'We helpen medewerkers van Lekhoven.',
    findings: ['review-overdue'],
  }),
  desk({
    name: 'Servicedesk voor Belastingsamenwerking De Waard', life: active(220), description: 'Vragen en storingen van medewerkers van De Waard.',
    task: 'Servicedesk', service: 'service-desk', participants: [{ participant: deWaard, categories: null }],
    purposes: [main('Medewerkers van De Waard helpen bij storingen en vragen.')], subject_categories: ['employees'],
    data_categories: ['name', 'email', 'phone'], public_summary: 'We helpen medewerkers van De Waard.', findings: ['participant-categories-missing'],
  }),
  desk({
    name: 'Licentiebeheer', life: active(410, { reviewed: [44] }), findings: [], description: 'Toekennen en tellen van licenties per medewerker.',
    task: 'Licenties', service: 'licence-management', participants: each('Licenties per medewerker'),
    purposes: [main('Licenties van deelnemers toekennen en tellen.')], subject_categories: ['employees'],
    data_categories: ['name', 'email', 'job-title'], public_summary: 'We beheren licenties voor deelnemers.',
  }),
  tech({
    name: 'Vernietigen van gegevensdragers', life: active(540, { reviewed: [165] }), findings: [],
    description: 'Schijven en telefoons worden gewist of vermalen, met verklaring per stuk.', task: 'Vernietiging', service: 'media-destruction',
    participants: each('Vernietiging met verklaring'), purposes: [main('Gegevens op afgedankte dragers onherstelbaar vernietigen.')],
    subject_categories: ['residents', 'employees'], data_categories: thirteen,
    processors: [processor('Maalwerk Vernietiging B.V.', 'Vermalen van schijven', '2024-10-07')],
    public_summary: 'Oude schijven van gemeenten vernietigen we.',
  }),
  desk({
    name: 'Uitgifte van laptops, telefoons en simkaarten', life: active(395, { reviewed: [28] }), findings: [],
    description: 'Uitgifte, registratie en inname van apparaten voor medewerkers van deelnemers.', task: 'Werkplek', service: 'device-issue',
    participants: each('Uitgifte en inname van apparaten'), purposes: [main('Medewerkers van deelnemers voorzien van veilige apparaten.')],
    subject_categories: ['employees'], data_categories: ['name', 'email', 'phone', 'job-title'], public_summary: 'We geven laptops en telefoons uit.',
  }),
  tech({
    name: 'Back-up en herstel', life: active(565, { reviewed: [195] }), findings: [],
    description: 'Dagelijkse kopie op twee plaatsen en herstel op verzoek van een deelnemer.', task: 'Beheer', service: 'backup-restore',
    participants: each('Kopieën maken en terugzetten'), purposes: [main('Verlies van gegevens van deelnemers voorkomen en herstellen.')],
    subject_categories: ['residents', 'employees'], data_categories: thirteen, public_summary: 'Van gegevens van gemeenten maken we kopieën.',
  }),
  data({
    name: 'Hosting van de burgerzakenapplicatie', life: active(340), findings: [],
    description: 'De applicatie voor burgerzaken van Duinrade en Lekhoven draait in ons datacentrum.', task: 'Hosting', service: 'hosting',
    participants: [{ participant: duinrade, categories: 'Hosting burgerzaken' }, { participant: lekhoven, categories: 'Hosting burgerzaken' }],
    purposes: [main('De burgerzakenapplicatie van deelnemers laten draaien.')], subject_categories: ['residents'],
    data_categories: ['name', 'address', 'bsn', 'civil-affairs'], public_summary: 'Voor gemeenten draait hun burgerzakensysteem bij ons.',
  }),
  data({
    name: 'Hosting van de applicatie sociaal domein',
    life: active(335, { changes: [{ on: 11, stage: 'tested', why: 'Nieuwe subverwerker', test: { outcome: 'remarks', note: 'Is de schriftelijke toestemming van Lekhoven er al?' }, values: { processors: [processor('Wolkenveld Cloud B.V.', 'Uitwijk', '2026-11-01')] } }] }),
    findings: ['remarks-open'], description: 'De applicatie voor Wmo, jeugd en inkomen draait in ons datacentrum.', task: 'Hosting',
    service: 'hosting',
    participants: [{ participant: duinrade, categories: 'Hosting sociaal domein' }, { participant: lekhoven, categories: 'Hosting sociaal domein' }],
    purposes: [main('De applicatie sociaal domein van deelnemers laten draaien.')], subject_categories: ['clients', 'debtors'],
    data_categories: ['name', 'bsn', 'financial', 'housing', 'debt', 'care-support'],
    public_summary: 'Voor gemeenten draait hun systeem voor zorg en werk bij ons.',
  }),
  data({
    name: 'Hosting van de belastingapplicatie', life: active(310), description: 'De applicatie van De Waard draait bij een onderaannemer.',
    task: 'Hosting', service: 'hosting', participants: [{ participant: deWaard, categories: 'Hosting belastingen' }],
    purposes: [main('De belastingapplicatie van De Waard laten draaien.')], subject_categories: ['taxpayers'],
    data_categories: ['name', 'address', 'bsn', 'tax'], processors: [processor('Fjord Hosting Ltd', 'Datacentrum', null, 'in_preparation')],
    public_summary: 'Voor De Waard draait het belastingsysteem bij ons.', findings: ['agreement-in-preparation', 'transfer-suspected'],
  }),
  tech({
    name: 'Bewaken van netwerk en logbestanden', life: offered(13),
    description: 'Netwerkverkeer en logbestanden van deelnemers worden bewaakt op aanvallen.', task: 'Beveiliging', service: 'security-monitoring',
    participants: each('Bewaking van het netwerk'), purposes: [main('Aanvallen op deelnemers zien en stoppen.')], subject_categories: ['employees'],
    data_categories: ['technical', 'user-account'], public_summary: 'We bewaken het netwerk van gemeenten.',
  }),
  tech({
    name: 'Printen en scannen', life: active(460, { ended: { on: 25, reason: 'De deelnemers regelen printers weer zelf.' } }),
    description: 'Beheer van printers met pas bij deelnemers.', task: 'Printen', service: 'printing', participants: each('Printen met pas'),
    purposes: [main('Medewerkers van deelnemers veilig laten printen.')], subject_categories: ['employees'],
    data_categories: ['name', 'user-account'], public_summary: 'We beheerden printers van gemeenten.',
  }),
  data({
    name: 'Testomgeving met echte gegevens', life: draft(50), description: 'Leveranciers testen met een kopie van echte gegevens van inwoners.',
    task: 'Test', service: 'application-management', participants: [{ participant: lekhoven, categories: 'Test met kopie' }],
    purposes: [main('Nieuwe versies testen met herkenbare gevallen.')], subject_categories: ['residents'], data_categories: thirteen,
    processors: [processor('Nulversie Software B.V.', 'Test', null, 'none')], measures: [], measures_note: null,
    findings: ['agreement-missing', 'measures-missing'],
  }),
  own({
    name: 'Thuiswerkvergoeding en reiskosten', life: active(365 + 40), description: 'Medewerkers declareren reizen en thuiswerkdagen.',
    task: 'Financiën', purposes: [main('Vergoedingen aan medewerkers berekenen en betalen.')], proportionality: 'Alleen dagen en kilometers.',
    subsidiarity: 'Geen locatie uit de telefoon.', legal_bases: [basis('contract', null, 'Arbeidsovereenkomst en cao')],
    subject_categories: ['employees'], data_categories: ['name', 'address', 'bank-account'],
    recipients: [to('payroll', 'Rietzanger Salarisdiensten', 'Bedragen')], retention_rules: [listed('18.1', 'Declaraties', 'betaling')],
    public_summary: 'Medewerkers krijgen reiskosten vergoed.', findings: ['review-overdue'],
  }),
  own({
    name: 'Nieuwsbrief voor deelnemers', life: active(170), findings: [],
    description: 'Contactpersonen schrijven zich in voor nieuws over diensten en onderhoud.', task: 'Communicatie',
    purposes: [main('Contactpersonen die dat willen informeren over onze diensten.')], proportionality: 'Alleen e-mailadres.',
    subsidiarity: 'Nieuws staat ook op het portaal.', legal_bases: [basis('consent', null, null)],
    consent_note: 'Inschrijven is vrij; afmelden heeft geen gevolgen en geen andere grondslag past.', subject_categories: ['partner-contacts'],
    data_categories: ['email'], recipients: [to('own-department', 'Staf', 'Lijst')], retention_rules: [ownTerm('P1M', 'Adres', 'afmelding')],
    public_summary: 'Wie zich inschrijft, krijgt nieuws.',
  }),
]
