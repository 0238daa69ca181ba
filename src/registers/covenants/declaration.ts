// Fields of a covenant, an arrangement between joint controllers or a cooperation protocol: eleven subjects, partners, the DPIA before joining, and who does what (H-23, H-42, N-05, N-60).
import { choice, date, longText, reference, rows, term, text, yesNo } from '../../register-kit/field-types.ts'

/** The eleven subjects of H-42, in its order; each is a text of its own. */
export const subjectFields = {
  s_controller: longText('Wie verantwoordelijk is', 'Who is the controller', { most: 5000, citation: 'art. 26 lid 1 AVG', aliases: ['verwerkingsverantwoordelijke', 'verantwoordelijke'] }),
  s_scope: longText('Onderwerp, aard, doel, duur, gegevens en betrokkenen', 'Subject, nature, purpose, duration, kinds of data and of people', { most: 5000, citation: 'art. 5 lid 1 onder b AVG', aliases: ['onderwerp', 'aard en doel'] }),
  s_processing: longText('Hoe de gegevens worden gebruikt', 'Way of processing', { most: 5000, citation: 'art. 5 lid 1 onder c AVG', aliases: ['wijze van verwerking'] }),
  s_management: longText('Beheer van de gegevens', 'Data management', { most: 5000, citation: 'art. 5 lid 1 onder d en e AVG', help: { nl: 'Waar staan ze, wie houdt ze bij, hoe lang blijven ze.', en: 'Where they are, who keeps them right, how long they stay.' }, aliases: ['gegevensbeheer'] }),
  s_security: longText('Beveiliging', 'Security', { most: 5000, citation: 'art. 32 AVG', aliases: ['beveiliging'] }),
  s_confidentiality: longText('Geheimhouding', 'Confidentiality', { most: 5000, citation: 'art. 5 lid 1 onder f AVG', aliases: ['geheimhouding'] }),
  s_contact: longText('Waar mensen met hun rechten terechtkunnen', 'Contact point for rights', { most: 5000, citation: 'art. 26 lid 1 AVG', aliases: ['contactpunt', 'rechten van betrokkenen'] }),
  s_duties: longText('Datalekken, DPIA’s en voorafgaande raadpleging', 'Breaches, DPIAs and prior consultation', { most: 5000, citation: 'art. 33, 35 en 36 AVG', aliases: ['datalekken'] }),
  s_ending: longText('Teruggeven of vernietigen na afloop', 'Return or destruction at the end', { most: 5000, citation: 'art. 5 lid 1 onder e AVG', aliases: ['einde', 'vernietiging'] }),
  s_audits: longText('Controle en audits', 'Audits', { most: 5000, citation: 'art. 24 lid 1 AVG', aliases: ['audits'] }),
  s_transfers: longText('Doorgifte naar het buitenland', 'Transfers abroad', { most: 5000, citation: 'art. 44 AVG', help: { nl: 'Schrijf ook op als dat niet mag of niet gebeurt.', en: 'Also write down if it isn’t allowed or doesn’t happen.' }, aliases: ['doorgifte'] }),
} as const

const who = { partner_leads: ['Eén partner, zoals afgesproken', 'One partner, as agreed'], us: ['Wij', 'We do'], each: ['Ieder voor het eigen deel', 'Each for the own part'], together: ['Samen', 'Together'] } as const

/** Who does what between the partners (art. 26 lid 1 AVG). */
export const dutyFields = {
  rights_by: choice('Wie verzoeken van mensen behandelt', 'Who handles requests of people', who, { citation: 'art. 26 lid 1 AVG', help: { nl: 'Mensen mogen zich altijd bij elk van u melden (art. 26 lid 3 AVG).', en: 'People may always turn to each of you (art. 26(3) GDPR).' }, aliases: ['rechten door'] }),
  information_by: choice('Wie mensen inlicht', 'Who informs people', who, { citation: 'art. 13, 14 en 26 lid 1 AVG', aliases: ['informatieplicht door'] }),
  breach_by: choice('Wie datalekken meldt', 'Who reports breaches', who, { citation: 'art. 33 AVG', aliases: ['datalekken door'] }),
  dpia_by: choice('Wie de DPIA doet', 'Who does the DPIA', who, { citation: 'art. 35 AVG', aliases: ['dpia door'] }),
  transfer_moment: longText('Wanneer gegevens en verantwoordelijkheid overgaan', 'When data and responsibility pass over', { most: 5000, citation: 'art. 26 lid 1 AVG', help: { nl: 'Bijvoorbeeld: bij het aannemen van het dossier.', en: 'For instance: when the file is accepted.' }, aliases: ['moment van overdracht'] }),
  liability_split: longText('Wie welke schade draagt', 'Who bears which damage', { most: 5000, isPublic: false, citation: 'art. 82 lid 4 en 5 AVG', help: { nl: 'Dit geldt alleen tussen u. Wie schade heeft, mag die bij elk van u verhalen.', en: 'This holds between you only. Whoever has damage may claim it from each of you.' }, aliases: ['aansprakelijkheid'] }),
  liability_is_internal: yesNo('De tekst zegt dat dit alleen onderling geldt', 'The text says that this holds between the partners only', { isPublic: false, citation: 'art. 82 lid 4 AVG' }),
} as const

export const fields = {
  name: text('Naam', 'Name', { most: 200, aliases: ['naam', 'convenant', 'samenwerking', 'titel', 'covenant'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk', 'zaaknummer'] }),
  kind: choice('Wat is het', 'What it is', {
    covenant: ['Convenant', 'Covenant'], joint: ['Regeling tussen gezamenlijke verantwoordelijken', 'Arrangement between joint controllers'], protocol: ['Samenwerkingsprotocol', 'Cooperation protocol'],
  }, { citation: 'art. 26 AVG', aliases: ['soort'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Eigenaar', 'Owner', 'person', { identifies: 'person', isPublic: false, help: { nl: 'Wie de afspraken maakt en bijhoudt.', en: 'Who makes the arrangement and keeps it current.' }, aliases: ['eigenaar'] }),
  aim: longText('Doel van de samenwerking', 'Aim of the cooperation', { most: 5000, citation: 'art. 5 lid 1 onder b AVG', aliases: ['doel'] }),
  partners: rows('Partijen', 'Partners', ['partij', 'partner'], {
    organisation: text('Organisatie', 'Organisation', { most: 200 }),
    role: choice('Rol', 'Role', { joint: ['Samen met ons verantwoordelijk', 'Joint controller with us'], own: ['Zelf verantwoordelijk', 'Controller of its own'], processor: ['Verwerker', 'Processor'], other: ['Anders', 'Other'] }),
    contact: text('Contact', 'Contact', { most: 300, identifies: 'person', isPublic: false }),
    signed_on: date('Getekend op', 'Signed on', { isPublic: false }),
  }, { citation: 'art. 26 lid 1 AVG', aliases: ['partners', 'partijen'] }),
  processings: rows('Voor welke verwerkingen', 'For which processing activities', ['verwerking', 'processing activity'], { processing: reference('Verwerking', 'Processing activity', 'processing-activities'), note: text('Toelichting', 'Note', { most: 1000 }) }, { citation: 'art. 30 lid 1 AVG' }),
  relation: longText('Waarom dit de juiste vorm is', 'Why this is the right form', { most: 5000, isPublic: false, citation: 'art. 4 onder 7 en 8 AVG', help: { nl: 'De relatiewijzer vult dit voor u in.', en: 'The relation help fills this in for you.' } }),

  dpia_outcome: choice('DPIA vóór deelname', 'DPIA before joining', { accepted: ['Gedaan, risico’s zijn klein genoeg', 'Done, the risks are small enough'], not_required: ['Niet nodig volgens de pre-DPIA', 'Not required by the pre-DPIA'], high: ['Gedaan, er blijft een hoog risico over', 'Done, a high risk remains'] }, { isPublic: false, citation: 'art. 35 lid 1 AVG', aliases: ['dpia'] }),
  dpia_on: date('DPIA afgerond op', 'DPIA finished on', { isPublic: false, citation: 'art. 35 lid 1 AVG', aliases: ['datum dpia'] }),
  assessment: reference('DPIA uit het register', 'DPIA from the register', 'assessments', { isPublic: false, citation: 'art. 35 lid 1 AVG' }),
  dpia_place: text('Of: waar de DPIA staat', 'Or: where the DPIA is', { most: 300, isPublic: false, help: { nl: 'Als de DPIA niet in het register staat: de naam van de bijlage.', en: 'If the DPIA isn’t in the register: the name of the attachment.' } }),

  ...subjectFields,
  ...dutyFields,
  protocol: text('Protocol voor de gegevens', 'Data protocol', { most: 300, isPublic: false, help: { nl: 'Naam en versie; het stuk zelf voegt u toe als bijlage.', en: 'Name and version; add the document itself as an attachment.' }, citation: 'art. 26 lid 1 AVG', aliases: ['gegevensprotocol', 'privacyprotocol'] }),
  protocol_on: date('Protocol vastgesteld op', 'Protocol adopted on', { isPublic: false }),
  transfers: rows('Doorgifte buiten de EER', 'Transfers outside the EEA', ['doorgifte', 'transfer'], {
    country: term('Land', 'Country', 'country'), recipient: text('Ontvanger', 'Recipient'), instrument: term('Waarborg', 'Safeguard', 'transfer-instrument'),
  }, { citation: 'art. 44 tot en met 49 AVG' }),
  essence: longText('Wat mensen ervan mogen weten', 'What people may know of it', { most: 10_000, citation: 'art. 26 lid 2 AVG', help: { nl: 'De kern in gewone taal: wie doet wat, en waar kan iemand terecht. Alles hieronder is openbaar.', en: 'The essence in plain words: who does what, and where people can turn.' }, aliases: ['wezenlijke inhoud'] }),
  contact_point: text('Contactpunt voor mensen', 'Contact point for people', { most: 300, citation: 'art. 26 lid 1 AVG', aliases: ['contactpunt betrokkenen'] }),
  is_essence_public: yesNo('Op de openbare site', 'On the public site', { citation: 'art. 26 lid 2 AVG' }),

  signed_on: date('Door ons ondertekend op', 'Signed by us on', { isPublic: false, citation: 'art. 26 lid 1 AVG', aliases: ['getekend op'] }),
  starts_on: date('Begint op', 'Starts on', { aliases: ['ingangsdatum'] }),
  ends_on: date('Loopt tot en met', 'Runs until', { help: { nl: 'Leeg: voor onbepaalde tijd.', en: 'Empty: for an indefinite time.' }, aliases: ['einddatum'] }),
  data_at_end: choice('Wat er na afloop met de gegevens gebeurde', 'What became of the data at the end', { destroyed: ['Vernietigd', 'Destroyed'], returned: ['Teruggegeven', 'Returned'], both: ['Teruggegeven en daarna vernietigd', 'Returned, then destroyed'], kept: ['Ieder houdt wat van hem is', 'Each keeps what is theirs'] }, { isPublic: false, citation: 'art. 5 lid 1 onder e AVG' }),
  data_at_end_on: date('Teruggegeven of vernietigd op', 'Returned or destroyed on', { isPublic: false }),
  note: longText('Toelichting', 'Note', { isPublic: false }),
} as const
