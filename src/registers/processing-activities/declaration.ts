// The register of processing activities as a declaration: its fields, in the order in which people read them (art. 30 AVG, art. 31d Wpg).
import { withheldGrounds } from '../../access-record/withheld-grounds.ts'
import { choice, date, duration, type InputOf, longText, reference, rows, term, terms, text, yesNo } from '../../register-kit/field-types.ts'
import type { Section } from '../../register-kit/register.ts'

export const registerKey = 'processing-activities'
export const table = 'processing_activity'

export const fields = {
  // What it is
  name: text('Naam van de verwerking', 'Name of the processing activity', { most: 200, help: { nl: 'Een korte naam die collega’s herkennen, bijvoorbeeld “Aanvragen bijzondere bijstand”.', en: 'A short name that colleagues recognise.' }, aliases: ['naam', 'verwerking', 'naam verwerking', 'verwerkingsactiviteit', 'titel', 'processing', 'processing activity', 'name', 'activity', 'omschrijving', 'naam van het proces', 'process name'] }),
  number: text('Nummer', 'Number', { most: 60, help: { nl: 'Uw eigen nummer. Leeg laten mag: dan krijgt de verwerking een nummer.', en: 'Your own number; left empty, one is given.' }, aliases: ['nr', 'id', 'volgnummer', 'kenmerk', 'registratienummer', 'code', 'verwerkingsnummer', 'reference', 'reference number', 'uniek nummer', 'registernummer'] }),
  role: choice('Rol van de organisatie', 'Role of the organisation', {
    controller: ['Verwerkingsverantwoordelijke', 'Controller'],
    joint_controller: ['Gezamenlijk verwerkingsverantwoordelijke', 'Joint controller'],
    processor: ['Verwerker', 'Processor'],
  }, { citation: 'art. 30 lid 1 en 2 AVG', aliases: ['rol', 'rol organisatie', 'hoedanigheid', 'gezamenlijke verantwoordelijkheid', 'role', 'rol avg', 'rol gemeente'] }),
  regime: choice('Welke wet geldt', 'Which law applies', {
    gdpr: ['AVG', 'GDPR'],
    police: ['Wet politiegegevens (Wpg)', 'Police Data Act'],
  }, { citation: 'art. 2 lid 2 onder d AVG; art. 31d Wpg', aliases: ['regime', 'wettelijk regime', 'avg of wpg', 'register'] }),
  description: longText('Omschrijving', 'Description', { help: { nl: 'Wat gebeurt er, van begin tot eind? Schrijf voor iemand die het werk niet kent.', en: 'What happens, from start to end?' }, aliases: ['beschrijving', 'toelichting', 'beschrijving verwerking', 'omschrijving verwerking', 'verwerkingsactiviteit', 'description'] }),
  task: text('Taak of werkproces', 'Task or work process', { aliases: ['taak', 'taak afdeling', 'proces', 'werkproces', 'bedrijfsproces', 'procesnaam', 'taakveld', 'business process'] }),
  public_or_private: choice('Publieke of private taak', 'Public or private task', { public: ['Publieke taak', 'Public task'], private: ['Private taak', 'Private task'] }, { aliases: ['publiek of privaat', 'publiek/privaat'] }),

  // Who answers for it
  controller_body: reference('Verwerkingsverantwoordelijke', 'Controller', 'governing_body', { citation: 'art. 4 onder 7 AVG; art. 30 lid 1 onder a AVG', help: { nl: 'Het bestuursorgaan of het bestuur dat de wet aanwijst, niet de afdeling.', en: 'The body that the law names, not the department.' }, aliases: ['verantwoordelijke', 'verwerkingsverantwoordelijken', 'bestuursorgaan', 'controller', 'verantwoordelijk bestuursorgaan'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['naam afdeling', 'organisatieonderdeel', 'team', 'cluster', 'domein', 'eenheid', 'department', 'verantwoordelijke afdeling', 'business unit'] }),
  owner: reference('Proceseigenaar', 'Process owner', 'person', { identifies: 'person', isPublic: false, aliases: ['eigenaar', 'proceseigenaar', 'verantwoordelijke manager', 'teammanager', 'contactpersoon', 'process owner', 'owner', 'contactpersonen', 'systeemeigenaar', 'gegevenseigenaar'] }),
  is_cross_team: yesNo('Loopt over meerdere afdelingen', 'Runs across departments', { isPublic: false }),
  coordinating_owner: reference('Coördinerend eigenaar', 'Coordinating owner', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Alleen als het proces over meerdere afdelingen loopt.', en: 'Only when the process runs across departments.' } }),
  joint_controllers: rows('Gezamenlijke verantwoordelijken', 'Joint controllers', ['gezamenlijke verantwoordelijke', 'joint controller'], {
    name: text('Organisatie', 'Organisation'),
    contact: text('Contactgegevens', 'Contact details'),
    arrangement: longText('Wie doet wat', 'Who does what', { most: 4000 }),
  }, { citation: 'art. 26 AVG; art. 30 lid 1 onder a AVG', aliases: ['gezamenlijk verantwoordelijken', 'medeverantwoordelijke', 'joint controllers', 'gezamenlijke verwerkingsverantwoordelijken', 'gezamenlijke verwerkingsverantwoordelijke', 'verdeling verantwoordelijkheid'] }),

  // What for
  purposes: rows('Doelen', 'Purposes', ['doel', 'purpose'], {
    purpose: longText('Doel', 'Purpose', { most: 4000 }),
    kind: choice('Soort', 'Kind', { main: ['Hoofddoel', 'Main purpose'], sub: ['Subdoel', 'Sub-purpose'], side: ['Nevendoel', 'Side purpose'] }),
    compatibility: longText('Waarom past dit bij het hoofddoel?', 'Why is it compatible with the main purpose?', { most: 4000 }),
  }, { citation: 'art. 5 lid 1 onder b AVG; art. 30 lid 1 onder b AVG', aliases: ['doel', 'doeleinden', 'verwerkingsdoeleinden', 'doel van de verwerking', 'doelstelling', 'doeleinde', 'purpose', 'purposes', 'doel verwerking', 'doelbinding', 'purpose of processing', 'purposes of the processing'] }),
  further_use: longText('Verdere verwerking voor een nieuw doel', 'Further processing for a new purpose', { citation: 'art. 6 lid 4 AVG', help: { nl: 'Beschrijf het nieuwe doel, de toets of het past bij het eerste doel, en wie adviseerde.', en: 'The new purpose, the compatibility test, and who advised.' }, aliases: ['verdere verwerking', 'verder gebruik', 'hergebruik'] }),
  proportionality: longText('Proportionaliteit', 'Proportionality', { citation: 'art. 5 lid 1 onder c AVG', help: { nl: 'Waarom weegt het doel op tegen de inbreuk op de privacy?', en: 'Why does the purpose outweigh the intrusion?' }, aliases: ['evenredigheid', 'noodzaak'] }),
  subsidiarity: longText('Subsidiariteit', 'Subsidiarity', { citation: 'art. 5 lid 1 onder c AVG', help: { nl: 'Waarom kan het niet met minder gegevens of op een andere manier?', en: 'Why not with less data or in another way?' } }),
  surplus_data: longText('Wat gebeurt er met gegevens die niet nodig zijn?', 'What happens to surplus data?', { citation: 'art. 5 lid 1 onder c AVG', isPublic: false, help: { nl: 'Bijvoorbeeld als een inwoner meer opstuurt dan gevraagd: vernietigen en de inwoner dat laten weten.', en: 'For instance destroy it and tell the sender.' } }),

  // On which ground
  legal_bases: rows('Grondslagen', 'Legal bases', ['grondslag', 'legal basis'], {
    basis: term('Grondslag', 'Legal basis', 'legal-basis'),
    law: term('Wet', 'Law', 'sector-law'),
    article: text('Artikel', 'Article', { most: 500 }),
    explanation: longText('Toelichting', 'Explanation', { most: 4000 }),
  }, { citation: 'art. 6 lid 1 en 3 AVG', aliases: ['grondslag', 'rechtmatige grondslag', 'rechtsgrond', 'wettelijke grondslag', 'rechtsgrondslag', 'grondslag verwerking', 'legal basis', 'lawful basis', 'legal ground', 'juridische grondslag', 'juridische bepaling', 'wettelijke bepaling', 'grondslag voor de verwerking', 'article 6 lawful basis'] }),
  consent_note: longText('Waarom toestemming?', 'Why consent?', { citation: 'art. 6 lid 1 onder a en art. 7 AVG', isPublic: false, help: { nl: 'Toestemming is het laatste redmiddel. Waarom past geen van de andere vijf grondslagen, of welke wet eist toestemming?', en: 'Why does none of the other five bases fit, or which law demands consent?' } }),
  interests_note: longText('Afweging gerechtvaardigd belang', 'Weighing of legitimate interests', { citation: 'art. 6 lid 1 onder f AVG', isPublic: false, help: { nl: 'Welk belang, waarom nodig, en waarom weegt het zwaarder dan dat van de betrokkene? Een overheid schrijft ook waarom dit buiten haar publieke taak valt.', en: 'Which interest, why necessary, why does it prevail? A public body also writes why this is outside its public task.' }, aliases: ['gerechtvaardigd belang', 'legitimate interests'] }),
  sector_rules: rows('Regels uit andere wetten', 'Rules from sector laws', ['regel', 'rule'], {
    law: term('Wet', 'Law', 'sector-law'),
    aspect: choice('Gaat over', 'Concerns', { legal_basis: ['Grondslag', 'Legal basis'], retention: ['Bewaartermijn', 'Retention'], rights: ['Rechten van betrokkenen', 'Rights'], secrecy: ['Geheimhouding', 'Secrecy'] }),
    rule: longText('Wat regelt de wet?', 'What does the law lay down?', { most: 4000 }),
  }, { citation: 'art. 6 lid 2 en 3 AVG', aliases: ['wetgeving', 'wet- en regelgeving', 'wettelijke regeling', 'sectorale wetgeving'] }),

  // About whom, and which data
  subject_categories: terms('Betrokkenen', 'Categories of data subjects', 'subject-category', { citation: 'art. 30 lid 1 onder c AVG', aliases: ['categorieen betrokkenen', 'categorie betrokkenen', 'data subjects', 'betrokken personen', 'groepen betrokkenen', 'soort betrokkenen', 'categories of individuals', 'individuals'] }),
  data_categories: terms('Persoonsgegevens', 'Categories of personal data', 'data-category', { citation: 'art. 30 lid 1 onder c AVG', aliases: ['categorieen persoonsgegevens', 'soorten persoonsgegevens', 'gegevens', 'gegevenscategorieen', 'persoonsgegevens', 'personal data', 'bijzondere persoonsgegevens', 'data categories', 'soort persoonsgegevens', 'type persoonsgegevens', 'special category data'] }),
  data_note: longText('Toelichting op de gegevens', 'Note on the data', { aliases: ['toelichting persoonsgegevens', 'specificatie gegevens'] }),
  special_exceptions: rows('Uitzondering voor bijzondere of strafrechtelijke gegevens', 'Exception for special or criminal data', ['uitzondering', 'exception'], {
    exception: term('Uitzondering', 'Exception', 'special-exception'),
    national_article: text('Artikel in de UAVG of andere wet', 'Article in national law'),
    explanation: longText('Toelichting', 'Explanation', { most: 4000 }),
  }, { citation: 'art. 9 lid 2 en art. 10 AVG; art. 22 tot en met 33 UAVG', aliases: ['uitzonderingsgrond', 'grondslag bijzondere persoonsgegevens', 'uitzondering artikel 9', 'doorbrekingsgrond', 'article 9 condition', 'wettelijke uitzondering'] }),
  bsn_law: term('Wet die het BSN toestaat', 'Law that allows the citizen service number', 'sector-law', { citation: 'art. 46 lid 1 UAVG', aliases: ['bsn grondslag', 'wettelijke grondslag bsn', 'grondslag bsn'] }),
  bsn_necessity: longText('Waarom is het BSN nodig?', 'Why is the citizen service number needed?', { citation: 'art. 46 UAVG; art. 10 Wabb', aliases: ['noodzaak bsn', 'bsn'] }),
  sources: terms('Herkomst van de gegevens', 'Origin of the data', 'data-source', { citation: 'art. 14 lid 2 onder f AVG', aliases: ['herkomst', 'herkomst gegevens', 'bron', 'bron gegevens', 'bronnen', 'source', 'bron van de gegevens', 'herkomst van de persoonsgegevens', 'source of data'] }),
  sources_note: longText('Toelichting op de herkomst', 'Note on the origin'),

  // To whom
  recipients: rows('Ontvangers', 'Recipients', ['ontvanger', 'recipient'], {
    recipient: term('Soort ontvanger', 'Kind of recipient', 'recipient'),
    name: text('Naam', 'Name'),
    what: text('Welke gegevens en waarom', 'Which data and why', { most: 2000 }),
  }, { citation: 'art. 30 lid 1 onder d AVG', aliases: ['categorieen ontvangers', 'ketenpartners', 'verstrekking aan', 'derden', 'samenwerkende partijen', 'recipients', 'wordt verstrekt aan', 'verstrekkingen', 'verstrekkingen aan derden', 'afnemers', 'interne en externe ontvangers'] }),
  processors: rows('Verwerkers', 'Processors', ['verwerker', 'processor'], {
    processor: reference('Uit het register van verwerkers', 'From the register of processors', 'processors', { help: { nl: 'Staat de verwerker al in het register? Kies hem dan hier; de overeenkomst komt daar vandaan.', en: 'Is the processor in the register already? Choose it here; its agreement comes from there.' } }),
    name: text('Naam van de verwerker', 'Name of the processor'),
    service: text('Wat doet de verwerker', 'Service', { most: 1000 }),
    agreement: choice('Verwerkersovereenkomst', 'Processor agreement', { none: ['Geen', 'None'], in_preparation: ['In voorbereiding', 'In preparation'], in_force: ['Van kracht', 'In force'], ended: ['Beëindigd', 'Ended'] }),
    agreement_on: date('Datum van ondertekening', 'Signed on'),
  }, { citation: 'art. 28 lid 3 AVG', aliases: ['verwerker', 'bewerker', 'bewerkers', 'processor', 'leverancier', 'ingeschakelde verwerkers', 'naam verwerker', 'name of processor', 'verwerkersovereenkomst', 'verwerkersovereenkomst aanwezig'] }),
  covenant: text('Convenant of privacyprotocol', 'Covenant or privacy protocol', { most: 1000, aliases: ['convenant', 'privacyprotocol', 'convenant of privacyprotocol', 'convenanten'] }),
  transfers: rows('Doorgifte buiten de Europese Economische Ruimte', 'Transfers outside the EEA', ['doorgifte', 'transfer'], {
    country: term('Land', 'Country', 'country'),
    recipient: text('Ontvanger', 'Recipient'),
    instrument: term('Waarborg', 'Safeguard', 'transfer-instrument'),
    explanation: longText('Toelichting en toets', 'Explanation and assessment', { most: 4000 }),
  }, { citation: 'art. 30 lid 1 onder e AVG; art. 44 tot en met 49 AVG', aliases: ['doorgifte', 'doorgifte buitenland', 'doorgifte derde land', 'doorgifte buiten eu', 'derde landen', 'transfer', 'third country transfers', 'doorgifte buiten de eu', 'doorgifte buiten eer', 'doorgifte naar derde landen', 'internationale doorgifte', 'passende waarborgen', 'third countries', 'safeguards', 'international transfers'] }),

  // How long
  retention_rules: rows('Bewaartermijnen', 'Retention terms', ['bewaartermijn', 'retention term'], {
    applies_to: text('Geldt voor', 'Applies to', { most: 1000 }),
    source: choice('Waar komt de termijn vandaan?', 'Where does the term come from?', { sector_law: ['Wet', 'Law'], selection_list: ['Selectielijst 2020', 'Selection list 2020'], own: ['Eigen besluit', 'Own decision'] }),
    selection: term('Resultaat van de selectielijst', 'Selection list result', 'selection-list'),
    law: text('Wet en artikel', 'Law and article', { most: 500 }),
    term: duration('Termijn', 'Term'),
    starts_at: text('Vanaf wanneer', 'Counted from', { most: 500 }),
    disposal: choice('Daarna', 'Then', { destroy: ['Vernietigen', 'Destroy'], keep_permanently: ['Blijvend bewaren', 'Keep permanently'] }),
    explanation: longText('Toelichting', 'Explanation', { most: 4000 }),
  }, { citation: 'art. 5 lid 1 onder e AVG; art. 30 lid 1 onder f AVG', aliases: ['bewaartermijn', 'termijn', 'bewaartermijnen', 'retentie', 'retention', 'retention period', 'storage period', 'bewaarperiode', 'vernietigingstermijn', 'bewaartermijn of criteria', 'selectielijst', 'retention schedule'] }),
  is_erasure_possible: yesNo('Kunnen gegevens van één persoon gewist worden?', 'Can one person’s data be erased?', { citation: 'art. 17 AVG', isPublic: false }),
  erasure_note: longText('Toelichting op wissen', 'Note on erasure', { isPublic: false }),

  // Where the data live, and how they are kept safe
  stores: rows('Systemen en opslag', 'Systems and stores', ['systeem of opslag', 'system or store'], {
    system: reference('Uit het register van systemen', 'From the register of systems', 'systems', { help: { nl: 'Staat het systeem al in het register? Kies het dan hier.', en: 'Is the system in the register already? Choose it here.' } }),
    name: text('Naam', 'Name'),
    kind: choice('Soort', 'Kind', { central: ['Centrale database', 'Central database'], decentral: ['Decentrale database', 'Decentral database'], spreadsheet: ['Spreadsheet', 'Spreadsheet'], paper: ['Papier', 'Paper'], unstructured: ['Losse documenten', 'Unstructured documents'] }),
    is_portable: yesNo('Ook op laptop of telefoon', 'Also on laptop or phone'),
    is_encrypted: yesNo('Versleuteld', 'Encrypted'),
  }, { isPublic: false, aliases: ['systeem', 'systemen', 'applicatie', 'applicaties', 'opslag', 'locatie', 'system', 'systems', 'application', 'informatiesysteem', 'informatiesystemen', 'locatie opslag', 'opslaglocatie', 'bestand'] }),
  measures: terms('Beveiligingsmaatregelen', 'Security measures', 'measure', { citation: 'art. 30 lid 1 onder g en art. 32 AVG', aliases: ['maatregelen', 'beveiliging', 'technische en organisatorische maatregelen', 'security measures', 'beveiligingsmaatregelen', 'tom', 'technische en organisatorische beveiligingsmaatregelen', 'technical and organisational measures', 'general description of security measures'] }),
  measures_note: longText('Algemene beschrijving van de beveiliging', 'General description of the security', { citation: 'art. 30 lid 1 onder g AVG', aliases: ['toelichting beveiliging', 'algemene beschrijving beveiligingsmaatregelen'] }),

  // What deserves extra attention
  automated_decisions: yesNo('Besluit zonder mens', 'Solely automated decision', { citation: 'art. 22 AVG', aliases: ['geautomatiseerde besluitvorming', 'automatische besluitvorming', 'automated decision making', 'geautomatiseerde individuele besluitvorming', 'automated decision making including profiling'] }),
  automated_logic: longText('Onderliggende logica, belang en gevolgen', 'Logic, significance and consequences', { citation: 'art. 15 lid 1 onder h AVG', aliases: ['onderliggende logica', 'belang en gevolgen'] }),
  profiling: yesNo('Profilering', 'Profiling', { citation: 'art. 4 onder 4 AVG', aliases: ['profiling', 'profilering'] }),
  profiling_note: longText('Toelichting op profilering', 'Note on profiling', {}),
  big_data: yesNo('Big data', 'Big data'),
  tracking: yesNo('Volgen van personen', 'Tracking of persons', { help: { nl: 'Bijvoorbeeld wifitracking of het volgen van websitebezoekers.', en: 'For instance wifi tracking or following website visitors.' }, aliases: ['tracking'] }),
  is_not_traceable: yesNo('Gegevens zijn niet te herleiden tot een persoon', 'Data can’t be traced to a person', { help: { nl: 'Nodig bij big data en volgen.', en: 'Needed for big data and tracking.' } }),
  is_announced: yesNo('Vooraf aangekondigd op de website', 'Announced on the website beforehand', {}),
  camera: yesNo('Cameratoezicht', 'Camera surveillance', { aliases: ['cameratoezicht', 'camera'] }),
  camera_note: longText('Cameraprotocol', 'Camera protocol', {}),
  dashboard: yesNo('Dashboard', 'Dashboard', { isPublic: false, help: { nl: 'Worden gegevens gebruikt voor een dashboard of stuurinformatie?', en: 'Are data used for a dashboard?' } }),
  dashboard_purpose: longText('Doel van het dashboard, vastgesteld door', 'Purpose of the dashboard, set by', { isPublic: false }),
  dashboard_audience: longText('Wie mag het dashboard zien en waarom', 'Who may see the dashboard and why', { isPublic: false }),
  algorithm: yesNo('Algoritme', 'Algorithm', { aliases: ['algoritme', 'algoritmes'] }),
  algorithm_uri: text('Vermelding in het Algoritmeregister', 'Entry in the algorithm register', { most: 500 }),
  ai_act_class: choice('Klasse onder de AI-verordening', 'AI Act class', { none: ['Geen AI-systeem', 'Not an AI system'], minimal: ['Minimaal risico', 'Minimal risk'], transparency: ['Transparantieplicht', 'Transparency duty'], high: ['Hoog risico', 'High risk'], prohibited: ['Verboden', 'Prohibited'] }, { citation: 'art. 5, 6 en 50 Verordening (EU) 2024/1689' }),
  iama_outcome: longText('Uitkomst IAMA', 'IAMA outcome', { isPublic: false }),

  // The assessment beforehand
  pre_dpia_outcome: choice('Uitkomst pre-DPIA', 'Pre-DPIA outcome', { dpia_required: ['DPIA verplicht', 'DPIA required'], dpia_advised: ['DPIA aangeraden', 'DPIA advised'], not_required: ['DPIA niet nodig', 'DPIA not required'] }, { citation: 'art. 35 lid 1 AVG', aliases: ['pre-dpia', 'predpia', 'dpia nodig', 'dpia verplicht', 'dpia noodzakelijk', 'dpia required'] }),
  pre_dpia_on: date('Datum pre-DPIA', 'Pre-DPIA on', {}),
  pre_dpia_note: longText('Toelichting pre-DPIA', 'Note on the pre-DPIA', { isPublic: false }),
  dpia_status: choice('DPIA', 'DPIA', { none: ['Niet uitgevoerd', 'Not carried out'], in_progress: ['Bezig', 'In progress'], done: ['Uitgevoerd', 'Done'] }, { citation: 'art. 35 AVG', aliases: ['dpia', 'dpia uitgevoerd', 'gegevensbeschermingseffectbeoordeling', 'geb', 'pia', 'geb dpia uitgevoerd', 'status dpia', 'dpia progress'] }),
  dpia_on: date('Datum DPIA', 'DPIA on', { aliases: ['datum dpia'] }),

  // Police data
  police_basis: term('Grondslag Wpg', 'Basis under the Police Data Act', 'wpg-basis', { citation: 'art. 8 tot en met 14 Wpg', aliases: ['grondslag wpg', 'wpg artikel'] }),
  police_authoriser: text('Wie autoriseert medewerkers', 'Who authorises staff', { citation: 'art. 6 Wpg', aliases: ['autorisatie wpg', 'autorisatiebevoegde'] }),
  police_logging: yesNo('Logging ingericht', 'Logging in place', { citation: 'art. 32a Wpg', isPublic: false }),
  police_audit_on: date('Laatste audit', 'Last audit', { citation: 'art. 33 Wpg', isPublic: false }),
  police_reaudit_on: date('Hercontrole gepland op', 'Re-audit planned on', { citation: 'art. 33 Wpg', isPublic: false, help: { nl: 'Alleen als de laatste audit verbeterpunten gaf.', en: 'Only when the last audit asked for improvements.' } }),
  police_report_on: date('Laatste jaarverslag van de privacyfunctionaris', 'Last yearly report of the privacy officer', { citation: 'art. 34 Wpg', isPublic: false }),
  received_from_police: yesNo('Ontvangen van de politie', 'Received from the police', { citation: 'art. 16 Wpg', help: { nl: 'Politiegegevens die de burgemeester ontvangt, vallen daarna onder de AVG.', en: 'Police data that the mayor receives fall under the GDPR from then on.' } }),
  police_provision_purpose: longText('Doel van de verstrekking door de politie', 'Purpose of the provision by the police', { citation: 'art. 16 lid 1 onder b Wpg' }),
  police_secrecy: yesNo('Geheimhoudingsplicht reist mee', 'Duty of secrecy travels along', { citation: 'art. 7 lid 2 Wpg' }),

  // As a processor
  participants: rows('Voor wie verwerken wij?', 'For whom do we process?', ['opdrachtgever', 'participant'], {
    participant: reference('Deelnemer', 'Participant', 'participant'),
    categories: longText('Categorieën van verwerkingen', 'Categories of processing', { most: 4000 }),
  }, { citation: 'art. 30 lid 2 onder a en b AVG', aliases: ['deelnemer', 'deelnemers', 'opdrachtgever', 'opdrachtgevers', 'namens wie', 'klant'] }),
  service: term('Dienst', 'Service', 'service', { aliases: ['dienst', 'dienstverlening', 'service'] }),

  // The public register
  is_published: yesNo('In het openbare register', 'In the public register', { isPublic: false, aliases: ['openbaar', 'publiceren', 'publicatie', 'public'] }),
  not_published_reason: longText('Waarom niet openbaar?', 'Why not public?', { isPublic: false }),
  withheld_ground: choice('Achterhouden als iemand vraagt wie de gegevens bekeek', 'Withheld when somebody asks who looked at the data', withheldGrounds, {
    isPublic: false, citation: 'art. 41 lid 1 UAVG; art. 15 lid 4 AVG', help: { nl: 'Leeg: alles uit het logboek gaat mee in het antwoord. Kies alleen een grond als inzage het doel schaadt; de persoon hoort hoeveel is weggelaten, niet wat.', en: 'Empty: everything in the log goes into the answer. Choose a ground only if access would harm the aim; the person hears how much was left out, not what.' },
  }),
  public_summary: longText('Samenvatting voor inwoners', 'Summary for citizens', { help: { nl: 'In gewone taal: wat doen we met uw gegevens en waarom?', en: 'In plain language.' }, aliases: ['publieksomschrijving', 'samenvatting'] }),
} as const

export type ActivityInput = InputOf<typeof fields>
export type FieldKey = keyof typeof fields

export const sections = [
  { key: 'what', words: { nl: 'Wat het is', en: 'What it is' }, fields: ['name', 'number', 'role', 'regime', 'description', 'task', 'public_or_private'] },
  { key: 'who', words: { nl: 'Wie verantwoordelijk is', en: 'Who answers for it' }, fields: ['controller_body', 'department', 'owner', 'is_cross_team', 'coordinating_owner', 'joint_controllers'] },
  { key: 'why', words: { nl: 'Waarvoor', en: 'What for' }, fields: ['purposes', 'further_use', 'proportionality', 'subsidiarity', 'surplus_data'] },
  { key: 'ground', words: { nl: 'Op welke grond', en: 'On which ground' }, fields: ['legal_bases', 'consent_note', 'interests_note', 'sector_rules'] },
  { key: 'data', words: { nl: 'Over wie en welke gegevens', en: 'About whom, and which data' }, fields: ['subject_categories', 'data_categories', 'data_note', 'special_exceptions', 'bsn_law', 'bsn_necessity', 'sources', 'sources_note'] },
  { key: 'sharing', words: { nl: 'Met wie gedeeld', en: 'Shared with whom' }, fields: ['recipients', 'processors', 'covenant', 'transfers'] },
  { key: 'retention', words: { nl: 'Hoe lang', en: 'How long' }, fields: ['retention_rules', 'is_erasure_possible', 'erasure_note'] },
  { key: 'security', words: { nl: 'Waar en hoe beveiligd', en: 'Where, and how secured' }, fields: ['stores', 'measures', 'measures_note'] },
  { key: 'attention', words: { nl: 'Wat extra aandacht vraagt', en: 'What deserves attention' }, fields: ['automated_decisions', 'automated_logic', 'profiling', 'profiling_note', 'big_data', 'tracking', 'is_not_traceable', 'is_announced', 'camera', 'camera_note', 'dashboard', 'dashboard_purpose', 'dashboard_audience', 'algorithm', 'algorithm_uri', 'ai_act_class', 'iama_outcome'] },
  { key: 'assessment', words: { nl: 'Toets vooraf', en: 'Assessment beforehand' }, fields: ['pre_dpia_outcome', 'pre_dpia_on', 'pre_dpia_note', 'dpia_status', 'dpia_on'] },
  { key: 'police', words: { nl: 'Politiegegevens', en: 'Police data' }, fields: ['police_basis', 'police_authoriser', 'police_logging', 'police_audit_on', 'police_reaudit_on', 'police_report_on', 'received_from_police', 'police_provision_purpose', 'police_secrecy'], concerns: ({ regime }) => regime === 'police' },
  { key: 'processor', words: { nl: 'Als verwerker', en: 'As a processor' }, fields: ['participants', 'service'], concerns: ({ role }) => role === 'processor' },
  { key: 'publication', words: { nl: 'Openbaar register', en: 'Public register' }, fields: ['is_published', 'not_published_reason', 'public_summary', 'withheld_ground'] },
] as const satisfies readonly (Section & { readonly fields: readonly FieldKey[] })[]
