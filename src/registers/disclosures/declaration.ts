// Fields of a disclosure to another controller: its request of six items, our own test, the ground in the partner, the decision, and the protocol before the first data go (N-17, N-46, N-47, N-67, P-10).
import { choice, date, longText, reference, rows, term, text, yesNo } from '../../register-kit/field-types.ts'

const inside = { isPublic: false } as const

/** What the partner sends in: the six items of N-46, in its order. */
export const requestFields = {
  purpose: longText('1. Doel', '1. Purpose', { most: 5000, citation: 'art. 5 lid 1 onder b AVG', help: { nl: 'Waarvoor wil de partner de gegevens hebben?', en: 'What does the partner want the data for?' }, aliases: ['doel', 'purpose'] }),
  partner_basis: text('1. Grondslag van de partner, met wet en artikel', '1. The partner’s legal basis, with law and article', { most: 500, citation: 'art. 6 lid 1 AVG', aliases: ['grondslag partner', 'grondslag'] }),
  controllership: longText('2. Bewijs dat de partner zelf verantwoordelijk is', '2. Proof that the partner is a controller', { most: 5000, ...inside, citation: 'art. 4 onder 7 AVG', help: { nl: 'Bijvoorbeeld de wet die de taak geeft, of het eigen register.', en: 'For instance the law that gives the task, or its own register.' } }),
  data: rows('3. Gevraagde gegevens', '3. Data wanted', ['gegeven', 'kind of data'], {
    what: text('Welk gegeven', 'Which data', { most: 300 }),
    category: term('Soort gegeven', 'Kind of data', 'data-category'),
    interest: text('Waarom nodig', 'Why needed', { most: 1000 }),
    is_given: yesNo('Geven wij dit', 'We give this'),
  }, { citation: 'art. 5 lid 1 onder c AVG', aliases: ['gegevens'] }),
  security: longText('4. Beveiliging bij de partner', '4. Security at the partner', { most: 5000, ...inside, citation: 'art. 32 AVG', aliases: ['beveiliging'] }),
  further_use: longText('5. Maatregelen tegen ander gebruik', '5. Measures against further unlawful use', { most: 5000, ...inside, citation: 'art. 5 lid 1 onder b en f AVG' }),
  starts_on: date('6. Begint op', '6. Starts on', { citation: 'art. 5 lid 2 AVG', aliases: ['begindatum', 'startdatum'] }),
} as const

/** What we test first, of ourselves. */
export const ownFields = {
  own_basis: term('Onze grondslag om te verstrekken', 'Our own legal basis to disclose', 'legal-basis', { citation: 'art. 6 lid 1 en 3 AVG', aliases: ['eigen grondslag'] }),
  own_law: text('Wet en artikel', 'Law and article', { most: 500, citation: 'art. 6 lid 3 AVG' }),
  special_exception: term('Uitzondering voor bijzondere gegevens', 'Exception for special categories', 'special-exception', { citation: 'art. 9 lid 2 AVG', help: { nl: 'Alleen als u bijzondere of strafrechtelijke gegevens geeft.', en: 'Only if you give special or criminal data.' } }),
  compatibility: choice('Past dit bij het doel waarvoor wij de gegevens kregen', 'Whether this fits the purpose for which we got the data', {
    same: ['Het is hetzelfde doel', 'It is the same purpose'], law: ['Een wet of toestemming staat het andere doel toe', 'A law or consent allows the other purpose'], compatible: ['Ander doel, maar verenigbaar', 'Other purpose, but compatible'], incompatible: ['Nee', 'No'],
  }, { citation: 'art. 6 lid 4 AVG' }),
  link: longText('Verband tussen de doelen', 'Link between the purposes', { most: 3000, ...inside, citation: 'art. 6 lid 4 onder a AVG' }),
  context: longText('Hoe wij de gegevens kregen', 'How we got the data', { most: 3000, ...inside, citation: 'art. 6 lid 4 onder b AVG' }),
  nature: longText('Aard van de gegevens', 'Nature of the data', { most: 3000, ...inside, citation: 'art. 6 lid 4 onder c AVG' }),
  consequences: longText('Gevolgen voor mensen', 'Consequences for people', { most: 3000, ...inside, citation: 'art. 6 lid 4 onder d AVG' }),
  safeguards: longText('Waarborgen', 'Safeguards', { most: 3000, ...inside, citation: 'art. 6 lid 4 onder e AVG' }),
  secrecy: choice('Geldt voor ons een geheimhoudingsplicht', 'Whether a duty of secrecy binds us', {
    none: ['Nee, geen andere dan art. 2:5 Awb', 'No, none but art. 2:5 Awb'], lifted: ['Ja, maar een wet of plicht laat dit toe', 'Yes, but a law or duty allows this'], forbids: ['Ja, en die verbiedt dit', 'Yes, and it forbids this'],
  }, { citation: 'art. 2:5 Awb', aliases: ['geheimhouding'] }),
  secrecy_note: longText('Welke plicht, en waarom het mag', 'Which duty, and why this is allowed', { most: 3000, ...inside }),
} as const

/** On which ground the partner may get the data; the rule looks at them in this order. */
export const groundFields = {
  has_task: yesNo('De partner heeft een wettelijke taak waarvoor dit nodig is', 'The partner has a statutory task that needs this', { citation: 'art. 6 lid 1 onder c en e AVG' }),
  is_vital: yesNo('Er is gevaar voor iemands leven of gezondheid', 'Somebody’s life or health is in danger', { citation: 'art. 6 lid 1 onder d AVG' }),
  is_concrete: yesNo('Het gaat om één concreet geval', 'It is about one concrete case', { citation: 'art. 6 lid 1 onder d AVG' }),
  has_consent: yesNo('De mensen om wie het gaat, hebben uitdrukkelijk toegestemd', 'The people concerned have consented explicitly', { citation: 'art. 7 AVG' }),
  consent_on: date('Toestemming gegeven op', 'Consent given on', { ...inside, citation: 'art. 7 lid 1 AVG' }),
  is_consent_written: yesNo('De toestemming staat op schrift', 'The consent is in writing', { ...inside, citation: 'art. 7 lid 1 AVG' }),
  asked_by_customer: yesNo('De klant vraagt zelf om de verstrekking', 'The customer asks for the disclosure', inside),
  undertakes: yesNo('De partner maakt niets openbaar en geeft niets door, behalve als een wet dat eist', 'The partner neither publishes nor passes on, save a legal duty', { ...inside, citation: 'art. 5 lid 1 onder b AVG' }),
  statistics: longText('Statistiek of onderzoek: met welke waarborgen', 'Statistics or research: with which safeguards', { most: 3000, ...inside, citation: 'art. 89 lid 1 AVG' }),
} as const

/** The decision, and what the partner must have before the first data go. */
export const decisionFields = {
  ground: choice('Grond van het besluit', 'Ground of the decision', { task: ['Wettelijke taak van de partner', 'Statutory task of the partner'], vital: ['Vitaal belang in één geval', 'Vital interest in one case'], consent: ['Uitdrukkelijke toestemming', 'Explicit consent'], duty: ['Wij zijn het wettelijk verplicht', 'We are legally bound'], customer: ['Verzoek van de klant, met toestemming op schrift', 'Request of the customer, with written consent'] }, { citation: 'art. 6 lid 1 AVG' }),
  decided_on: date('Besloten op', 'Decided on'),
  decided_by: reference('Besloten door', 'Decided by', 'person', { identifies: 'person', ...inside }),
  reason: longText('Reden van het besluit', 'Reason of the decision', { most: 10_000, ...inside }),
  policy_on: date('Privacybeleid van de partner ontvangen op', 'Privacy policy of the partner received on', inside),
  protocol_sent_on: date('Protocol verstuurd op', 'Protocol sent on', inside),
  protocol_known_on: date('Protocol bevestigd op', 'Protocol acknowledged on', { ...inside, help: { nl: 'De dag waarop de partner schreef dat hij zich eraan houdt.', en: 'The day on which the partner wrote that it will keep to it.' } }),
  protocol_known_by: text('Bevestigd door', 'Acknowledged by', { most: 200, ...inside, identifies: 'person' }),
  no_protocol: choice('Zonder protocol, omdat', 'Without a protocol, because', { demand: ['een wet ons verplicht te antwoorden', 'a law obliges us to answer'], vital: ['iemand in gevaar is', 'somebody is in danger'] }, { ...inside, help: { nl: 'Alleen bij één losse vraag.', en: 'Only for a single question.' } }),
} as const

export const fields = {
  name: text('Onderwerp', 'Subject', { most: 200, help: { nl: 'Zonder namen van mensen.', en: 'Without names of people.' }, aliases: ['naam', 'onderwerp', 'verstrekking'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'kenmerk', 'zaaknummer'] }),
  kind: choice('Eén keer of vaker', 'Once or repeatedly', { standing: ['Vaker: een vaste verstrekking', 'Repeatedly: a standing disclosure'], one_off: ['Eén losse vraag', 'A single question'] }, { aliases: ['soort'] }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  owner: reference('Eigenaar', 'Owner', 'person', { identifies: 'person', ...inside, aliases: ['eigenaar'] }),
  recipient: text('Wie krijgt de gegevens', 'Who receives the data', { most: 200, citation: 'art. 4 onder 9 AVG', aliases: ['ontvanger', 'partner', 'recipient'] }),
  recipient_contact: text('Contact bij de ontvanger', 'Contact at the recipient', { most: 300, identifies: 'person', ...inside, aliases: ['contact'] }),
  recipient_kind: term('Soort ontvanger', 'Kind of recipient', 'recipient', { citation: 'art. 30 lid 1 onder d AVG' }),
  processing: reference('Uit welke verwerking', 'From which processing activity', 'processing-activities', { citation: 'art. 30 lid 1 onder d AVG', aliases: ['verwerking'] }),
  asked_on: date('Gevraagd op', 'Asked on', { aliases: ['datum verzoek'] }),
  relation: longText('Waarom dit een verstrekking is', 'Why this is a disclosure', { most: 5000, ...inside, citation: 'art. 4 onder 7 en 8 AVG', help: { nl: 'De relatiewijzer vult dit voor u in.', en: 'The relation help fills this in for you.' } }),
  is_controller: yesNo('Nagegaan: de ontvanger is zelf verantwoordelijk', 'Verified: the recipient is a controller itself', { ...inside, citation: 'art. 4 onder 7 AVG' }),
  controller_checked_on: date('Nagegaan op', 'Verified on', inside),
  ...requestFields, ...ownFields, ...groundFields, ...decisionFields,
  ends_on: date('Loopt tot en met', 'Runs until', { help: { nl: 'Leeg: voor onbepaalde tijd.', en: 'Empty: for an indefinite time.' }, aliases: ['einddatum'] }),
  note: longText('Toelichting', 'Note', inside),
} as const
