// Fields of how a request is handled: who somebody is and how that was seen, what they added, more time, restriction, and how it ended without an answer.
import { choice, date, longText, moment, reference, rows, text } from '../../register-kit/field-types.ts'
import { restrictionCases } from './grounds.ts'
import { choicesOf } from './worded-choices.ts'

/** How it can be seen who somebody is, without a copy of a document (art. 12 lid 6 AVG; art. 5 lid 1 onder c AVG). */
export const identityMeans = {
  portal: ['Ingelogd bij de portal (DigiD of eHerkenning)', 'Signed in at the portal (DigiD or eHerkenning)'], account: ['Ingelogd met een eigen account', 'Signed in with an own account'], shown: ['Identiteitsbewijs laten zien aan de balie', 'Identity document shown at the desk'],
  video: ['Identiteitsbewijs laten zien via een videogesprek', 'Identity document shown in a video call'], questions: ['Vragen beantwoord die alleen die persoon weet', 'Questions answered that only that person knows'], known_contact: ['Gevraagd via een adres dat wij al kenden', 'Asked at an address that we knew already'],
  representative: ['Machtiging van de vertegenwoordiger gezien', 'Authorisation of the representative seen'], participant: ['Gezien door de deelnemer of verwerker', 'Seen by the participant or processor'], not_needed: ['Niet nodig', 'Not needed'],
} as const

const named = { identifies: 'person', isPublic: false } as const

export const handledFields = {
  identity_means: choice('Hoe is gezien wie het is', 'How it was seen who it is', identityMeans, { isPublic: false, citation: 'art. 12 lid 6 AVG', aliases: ['identificatie', 'identiteit'] }),
  identity_checked_on: date('Gezien op', 'Seen on', { isPublic: false, citation: 'art. 12 lid 6 AVG' }),
  identity_checked_by: reference('Gezien door', 'Seen by', 'person', named),
  identity_note: longText('Toelichting bij de identiteit', 'Note on the identity', { isPublic: false, most: 2000, help: { nl: 'Waarom dit genoeg is, of waarom het niet nodig is. Geen nummer en geen kopie van een document.', en: 'Why this is enough, or why it isn’t needed. No number and no copy of a document.' } }),
  additions: rows('Wat er bij kwam', 'What was added', ['aanvulling', 'addition'], { at: moment('Op', 'At'), text: longText('Wat', 'What', { most: 5000 }) }, { isPublic: false }),

  extended_on: date('Termijn verlengd op', 'Term extended on', { isPublic: false, citation: 'art. 12 lid 3 AVG' }),
  extension_told_on: date('Verlenging verteld op', 'Extension told on', { isPublic: false, citation: 'art. 12 lid 3 AVG' }),
  default_received_on: date('Ingebrekestelling ontvangen op', 'Notice of default received on', { isPublic: false, citation: 'art. 4:17 lid 3 Awb' }),

  restricted_on: date('Gebruik beperkt op', 'Use restricted on', { isPublic: false, citation: 'art. 18 AVG' }),
  restriction_case: choice('Waarom beperkt', 'Why restricted', choicesOf(restrictionCases), { isPublic: false, citation: 'art. 18 lid 1 AVG' }),
  restriction_lifted_on: date('Beperking opgeheven op', 'Restriction lifted on', { isPublic: false, citation: 'art. 18 lid 3 AVG' }),
  lift_told_on: date('Opheffing vooraf verteld op', 'Lifting told beforehand on', { isPublic: false, citation: 'art. 18 lid 3 AVG' }),
  suppressed_on: date('Reclame gestopt op', 'Marketing stopped on', { isPublic: false, citation: 'art. 21 lid 3 AVG' }),

  forwarded_to: reference('Doorgestuurd aan', 'Forwarded to', 'participant', { isPublic: false, citation: 'art. 28 lid 3 onder e AVG' }),
  forwarded_on: date('Doorgestuurd op', 'Forwarded on', { isPublic: false, citation: 'art. 28 lid 3 onder e AVG' }),
  end_note: longText('Hoe het eindigde', 'How it ended', { isPublic: false, most: 5000 }),
  note: text('Notitie', 'Note', { isPublic: false, most: 1000 }),
} as const
