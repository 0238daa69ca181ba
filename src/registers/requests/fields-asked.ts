// Fields of what somebody asked: which right, about what, when and how it came in, who it is about and who asks for them (art. 12 en 15 tot en met 22 AVG).
import { choice, date, longText, moment, reference, rows, text, yesNo } from '../../register-kit/field-types.ts'
import { type RightKey, rights } from './rights.ts'
import { choicesOf } from './worded-choices.ts'

/** Every right of the five policies, one a request (N-19, M-12, W-12): a letter that asks two things becomes two requests that are taken together. */
const rightChoices = choicesOf<RightKey>(rights)

export const channels = {
  portal: ['Via de portal', 'Through the portal'], web: ['Via de website', 'Through the website'], desk: ['Aan de balie', 'At the desk'], letter: ['Per brief', 'By letter'], email: ['Per e-mail', 'By e-mail'],
  phone: ['Per telefoon', 'By phone'], colleague: ['Via een collega', 'Through a colleague'], processor: ['Via een verwerker', 'Through a processor'], participant: ['Via een deelnemer', 'Through a participant'], other: ['Anders', 'Otherwise'],
} as const

const named = { identifies: 'person', isPublic: false } as const

export const askedFields = {
  received_at: moment('Ontvangen op', 'Received at', { citation: 'art. 12 lid 3 AVG', help: { nl: 'Wanneer het uw organisatie bereikte, ook als het bij een ander loket lag. Vanaf dan loopt de termijn.', en: 'When it reached your organisation, also if it lay at another desk. From then on the term runs.' }, aliases: ['ontvangen', 'datum ontvangst', 'ontvangstdatum', 'received'] }),
  title: text('Het verzoek in het kort', 'The request in short', { most: 200, help: { nl: 'Zonder namen: dit staat in lijsten en e-mails. Bijvoorbeeld: inzage in het dossier van de bijstand.', en: 'Without names: this stands in lists and e-mails. For example: access to the file on benefits.' }, aliases: ['verzoek', 'onderwerp', 'titel', 'title'] }),
  number: text('Nummer', 'Number', { most: 60, aliases: ['nr', 'verzoeknummer', 'zaaknummer', 'number'] }),
  right: choice('Welk recht', 'Which right', rightChoices, { citation: 'art. 15 tot en met 22 AVG', aliases: ['recht', 'soort verzoek', 'right'] }),
  under_brp: yesNo('Gaat het over de basisregistratie personen', 'Is it about the population register', {
    citation: 'art. 2.54 tot en met 2.58 Wet BRP', help: { nl: 'Dan gaat de Wet BRP voor: inzage en verbetering lopen volgens die wet, en de gegevens worden niet gewist.', en: 'Then the Wet BRP goes first: access and correction follow that law, and the data aren’t erased.' },
  }),
  channel: choice('Hoe kwam het binnen', 'How it came in', channels, { aliases: ['kanaal', 'channel'] }),
  language: choice('Taal', 'Language', { nl: ['Nederlands', 'Dutch'], en: ['Engels', 'English'] }, { aliases: ['taal', 'language'] }),
  request: longText('Wat vraagt iemand', 'What somebody asks', { isPublic: false, help: { nl: 'In de eigen woorden. Zet er geen BSN in.', en: 'In their own words. Put no citizen service number in it.' }, aliases: ['omschrijving', 'vraag', 'tekst'] }),

  subject_name: text('Over wie gaat het', 'Whom it is about', { ...named, most: 200, aliases: ['naam', 'betrokkene', 'verzoeker', 'name'] }),
  subject_email: text('E-mailadres', 'E-mail address', { ...named, most: 254, aliases: ['e-mail', 'email', 'mail'] }),
  subject_phone: text('Telefoonnummer', 'Phone number', { ...named, most: 40, aliases: ['telefoon', 'phone'] }),
  subject_address: longText('Postadres', 'Postal address', { ...named, most: 500, aliases: ['adres', 'address'] }),
  subject_birth_date: date('Geboortedatum', 'Date of birth', { isPublic: false, citation: 'art. 5 lid 1 onder c AVG', help: { nl: 'Alleen als u iemand anders niet kunt vinden.', en: 'Only if you can’t find somebody otherwise.' }, aliases: ['geboren', 'geboortedatum'] }),
  subject_reference: text('Klantnummer of kenmerk', 'Customer number or reference', { ...named, most: 100, help: { nl: 'Nooit een BSN.', en: 'Never a citizen service number.' }, aliases: ['klantnummer', 'kenmerk', 'dossiernummer'] }),
  subject_kind: choice('Om wie gaat het', 'Who it is', { self: ['Iemand die zelf vraagt', 'Somebody who asks themself'], minor: ['Een kind jonger dan 16', 'A child under 16'], ward: ['Iemand onder curatele, bewind of mentorschap', 'Somebody under guardianship'], deceased: ['Iemand die overleden is', 'Somebody who has died'] }, {
    citation: 'art. 5 lid 4 UAVG; overweging 27 AVG', help: { nl: 'Voor een kind onder 16 mag een ouder of voogd vragen; vanaf 12 jaar mag het kind dat ook zelf. Over wie overleden is, geldt de AVG niet meer.', en: 'A parent or guardian may ask for a child under 16; from 12 on the child may ask too. The GDPR no longer holds for who has died.' },
  }),
  representative_name: text('Wie vraagt het namens die persoon', 'Who asks on their behalf', { ...named, most: 200, aliases: ['vertegenwoordiger', 'gemachtigde'] }),
  representative_email: text('E-mailadres van de vertegenwoordiger', 'E-mail address of the representative', { ...named, most: 254 }),
  representative_address: longText('Postadres van de vertegenwoordiger', 'Postal address of the representative', { ...named, most: 500 }),
  representative_role: choice('Als wat', 'As what', { parent: ['Ouder of voogd', 'Parent or guardian'], guardian: ['Curator, bewindvoerder of mentor', 'Guardian of an adult'], lawyer: ['Advocaat', 'Lawyer'], authorised: ['Gemachtigde', 'Authorised person'], heir: ['Nabestaande of erfgenaam', 'Next of kin or heir'] }),
  representative_proof: longText('Waaruit blijkt dat het mag', 'What shows that they may', { isPublic: false, most: 2000, help: { nl: 'Wat u zag, wanneer en wie het zag: een machtiging, een beschikking of de BRP. Bewaar geen kopie van een identiteitsbewijs.', en: 'What you saw, when, and who saw it: an authorisation, a court order or the population register. Keep no copy of an identity document.' } }),

  about: longText('Waar het precies over gaat', 'What it is about exactly', { isPublic: false, most: 5000, aliases: ['reikwijdte', 'afbakening', 'scope'] }),
  period_from: date('Over de periode van', 'On the period from'),
  period_until: date('Tot en met', 'Until'),
  processings: rows('Over welke verwerkingen', 'On which processing activities', ['verwerking', 'processing activity'], { processing: reference('Verwerking', 'Processing activity', 'processing-activities'), note: text('Toelichting', 'Note', { most: 500 }) }, { isPublic: false }),
  department: reference('Afdeling', 'Department', 'department', { aliases: ['afdeling', 'team'] }),
  handler: reference('Behandelaar', 'Handler', 'person', { ...named, aliases: ['behandelaar', 'handler'] }),
  taken_with: reference('Samen behandeld met', 'Taken together with', 'requests', { citation: 'art. 12 lid 5 AVG', help: { nl: 'Een eerder verzoek van dezelfde persoon.', en: 'An earlier request of the same person.' } }),
} as const
