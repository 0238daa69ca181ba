// Requests made: what people asked about their own data in the demo world, and how far each came: in time, late, extended, standing still, partly, refused. All of it is invented.
import type { OrganisationKind } from '../ground/scope.ts'
import type { RequestInput } from '../registers/requests/step-kit.ts'

/** What was done, and how many days ago, the first deed first. */
export type Deed = readonly [verb: string, daysAgo: number, values?: Readonly<Record<string, unknown>>]

export type RequestSketch = Pick<RequestInput, 'title' | 'right'> & Partial<RequestInput> & { readonly received: number; readonly deeds: readonly Deed[] }

export function requestsOf(kind: OrganisationKind): readonly RequestSketch[] {
  if (kind === 'municipality') return inTownHall
  return kind === 'firm' ? inFirm : forOthers
}

const shown = { identity_means: 'shown', identity_note: 'Aan de balie gezien; geen kopie gemaakt.', identity_checked_on: null }
const signedIn = { identity_means: 'portal', identity_note: 'DigiD, niveau midden', identity_checked_on: null }
const granted = (reasons: string, more: Partial<RequestInput> = {}) => ({ outcome: 'granted', reasons, ...more })
const answered = (answer: string, hours_spent: number) => ({ answer, answered_on: null, hours_spent })
const told = (recipient: string, what: string) => ({ recipients: [{ recipient, what, told_on: null, why_not: null }], no_recipients: null })

/** By its title the demo finds it again (src/demo/log-answers.ts). */
export const askedOfTheLog = 'Wie heeft mijn dossier bekeken'

const inTownHall: readonly RequestSketch[] = [
  {
    title: 'Inzage in het dossier van de bijstand', right: 'access', channel: 'web', received: 150, subject_name: 'Femke Zandstroom-Bakir', subject_email: 'femke.zandstroom@voorbeeld.example', request: 'Ik wil alles zien wat er over mij in het dossier van mijn uitkering staat.',
    deeds: [
      ['identify', 149, shown], ['scope', 147, { about: 'Het dossier van de bijstand, van 2022 tot nu.' }], ['collect', 146],
      ['decide', 128, { outcome: 'partial', grounds: ['rights_of_others'], weighing: 'In het dossier staat de naam van iemand die een tip gaf. Wordt die bekend, dan loopt die persoon gevaar. De rest blijft leesbaar.', reasons: 'U krijgt uw hele dossier. De naam van een ander is onleesbaar gemaakt.', granted_part: 'Het hele dossier', refused_part: 'De naam van een ander' }],
      ['send_answer', 126, answered('Het dossier is klaargezet, met uitleg over waar wij uw gegevens voor gebruiken.', 9)], ['close', 120, { note: null }],
    ],
  },
  {
    title: 'Geboortedatum klopt niet', right: 'rectification', channel: 'desk', received: 75, subject_name: 'Rashid Oude Veldhuis', subject_phone: '06 00000000', request: 'In uw brieven staat 11 maart, het moet 1 maart zijn.',
    deeds: [['identify', 75, shown], ['scope', 74, { about: 'De geboortedatum in het dossier van de Wmo.' }], ['decide', 66, granted('Uw geboortedatum is verbeterd.', { decided_case: 'inaccurate' })], ['send_answer', 65, answered('Verbeterd op dezelfde dag.', 2)], ['tell_recipients', 64, told('Zorgaanbieder De Linde', 'De geboortedatum is verbeterd')], ['close', 60, { note: null }]],
  },
  {
    title: 'Wissen van een oude aanvraag', right: 'erasure', channel: 'letter', received: 110, subject_name: 'Truus Hazenkamp-Oyelaran', subject_address: 'Schelpenpad 4, 0000 AA Duinrade', request: 'Wis mijn aanvraag voor leerlingenvervoer van vorig jaar.',
    deeds: [
      ['identify', 106, { ...shown, identity_means: 'known_contact', identity_note: 'Per brief op het adres uit het dossier gevraagd en bevestigd.' }], ['scope', 104, { about: 'De aanvraag leerlingenvervoer.' }],
      ['decide', 78, { outcome: 'refused', decided_case: 'not_needed', grounds: ['legal_duty'], law: 'art. 5 Archiefwet 1995 en de Selectielijst 2020', reasons: 'De Archiefwet vraagt dat wij deze aanvraag nog bewaren. Daarna vernietigen wij haar.' }],
      ['send_answer', 74, answered('Afgewezen, met uitleg en hoe bezwaar te maken.', 4)],
      ['object', 55, { objection_kind: null, objection_received_on: null, reason: 'Ik vind dat het langer bewaard wordt dan nodig.' }], ['decide_objection', 12, { objection_outcome: 'dismissed', objection_decided_on: null, reason: 'De termijn van de selectielijst is nog niet om.' }],
    ],
  },
  {
    title: 'Bezwaar tegen gebruik voor een onderzoek', right: 'objection', channel: 'email', received: 12, subject_name: 'Jorrit van Moergestel', subject_email: 'jorrit.vm@voorbeeld.example', request: 'Ik wil niet dat mijn gegevens worden gebruikt voor het onderzoek naar de wijk.',
    deeds: [['identify', 11, { ...shown, identity_means: 'questions', identity_note: 'Drie vragen over het eigen dossier goed beantwoord.' }], ['scope', 10, { about: 'Het gebruik voor het wijkonderzoek.' }]],
  },
  {
    title: 'Inzage in alles sinds 2015', right: 'access', channel: 'web', received: 45, subject_name: 'Melody Rooseboom', subject_email: 'melody.rooseboom@voorbeeld.example', request: 'Alles wat de gemeente over mij heeft, sinds ik hier woon.',
    deeds: [['identify', 44, signedIn], ['ask_specification', 43, { reason: 'U staat in veel systemen. Gaat het om een bepaald onderwerp? Wilt u toch alles, dan krijgt u alles.' }], ['add_information', 38, { information: 'Ik wil alles, maar begin met jeugdhulp.' }], ['scope', 37, { about: 'Alles, te beginnen met jeugdhulp.' }], ['collect', 36], ['extend', 22, { why: 'complex', reason: 'Elf afdelingen zoeken mee, en in veel stukken staan anderen.', extend_by: null, told_on: null }], ['tell_extension', 20, { told_on: null }]],
  },
  {
    title: 'Inzage in gespreksverslagen', right: 'access', channel: 'letter', received: 52, subject_name: 'Koos Tuinhof-el Amrani', request: 'Graag de verslagen van de keukentafelgesprekken.',
    deeds: [['identify', 40, shown], ['scope', 33, { about: 'Verslagen van keukentafelgesprekken.' }], ['collect', 30], ['record_default', 3, { default_received_on: null }]],
  },
  {
    title: 'Inzage in camerabeelden van een boa', right: 'police_access', channel: 'web', received: 18, subject_name: 'Damian Wolvenstein', subject_email: 'damian.w@voorbeeld.example', request: 'De beelden van de boa op het plein, toen ik werd aangesproken.',
    deeds: [['ask_identity', 17, { reason: 'Wij moeten zeker weten dat u op de beelden staat. Kunt u langskomen en u legitimeren?' }]],
  },
  { title: 'Inzage voor een kind', right: 'access', channel: 'desk', received: 2, subject_name: 'Lieke Zandstroom', subject_kind: 'minor', subject_birth_date: '2016-05-09', representative_name: 'Femke Zandstroom-Bakir', representative_role: 'parent', representative_email: 'femke.zandstroom@voorbeeld.example', request: 'Wat staat er over mijn dochter in het dossier van de school?', deeds: [] },
  { title: 'Uitleg over een brief', right: 'information', channel: 'phone', received: 64, subject_name: 'Harm Nijenhuis-Kaya', subject_phone: '06 10000000', request: 'Waarom hebben jullie mijn telefoonnummer?', deeds: [['identify', 64, { ...shown, identity_means: 'not_needed', identity_note: 'Algemene uitleg: daar hoeven wij niet voor te weten wie het is.' }], ['withdraw', 62, { reason: 'De vraag was beantwoord aan de telefoon.' }]] },
  {
    title: askedOfTheLog, right: 'access', channel: 'portal', received: 20, subject_name: 'Noor Duinhof', subject_email: 'noor.duinhof@voorbeeld.example', request: 'Ik wil weten wie er in mijn dossier heeft gekeken, en waarom.',
    deeds: [['identify', 20, signedIn], ['scope', 19, { about: 'Wie de gegevens gebruikte, volgens het logboek.' }], ['decide', 2, granted('U leest wie uw gegevens gebruikte, wanneer en waarvoor.')], ['send_answer', 1, answered('Het overzicht uit het logboek staat klaar.', 2)]],
  },
]

const inFirm: readonly RequestSketch[] = [
  { title: 'Geen reclame meer', right: 'marketing', channel: 'email', received: 30, subject_name: 'Sanne Overbeeke', subject_email: 'sanne.overbeeke@voorbeeld.example', request: 'Stop met die mails.', deeds: [['suppress', 30], ['identify', 29, { ...shown, identity_means: 'not_needed', identity_note: 'Het adres zelf is genoeg om te stoppen.' }], ['decide', 29, granted('U krijgt geen reclame meer van ons.')], ['send_answer', 29, answered('Gestopt op de dag dat u het vroeg.', 1)], ['close', 28, { note: null }]] },
  {
    title: 'Kopie van alle gegevens', right: 'access', channel: 'web', received: 58, subject_name: 'Bart Lievegoed', subject_email: 'bart.lievegoed@voorbeeld.example', subject_reference: 'K-20418', request: 'Een kopie van alles, ook wat u van anderen kocht.',
    deeds: [['identify', 57, { ...shown, identity_means: 'account', identity_note: 'Ingelogd in de eigen klantomgeving.' }], ['scope', 56, { about: 'Klantgegevens, bestellingen en ingekochte kenmerken.' }], ['collect', 56], ['decide', 33, granted('U krijgt een kopie van alles wat wij van u hebben.')], ['send_answer', 21, answered('Later dan een maand: de leverancier van kenmerken antwoordde laat.', 7)]],
  },
  { title: 'Gegevens meenemen naar een ander', right: 'portability', channel: 'email', received: 9, subject_name: 'Imke de Roover', subject_email: 'imke.deroover@voorbeeld.example', request: 'Ik stap over en wil mijn bestellingen in een bestand.', deeds: [['identify', 8, { ...shown, identity_means: 'known_contact', identity_note: 'Gevraagd vanaf het adres van de klant, en bevestigd.' }], ['scope', 8, { about: 'Bestellingen en voorkeuren.' }], ['collect', 7]] },
  { title: 'Account wissen', right: 'erasure', channel: 'web', received: 3, subject_name: 'Imke de Roover', subject_email: 'imke.deroover@voorbeeld.example', request: 'En daarna mag mijn account weg.', deeds: [] },
]

const forOthers: readonly RequestSketch[] = [
  { title: 'Inzage in een postbus', right: 'access', channel: 'email', received: 26, subject_name: 'Pieternel Schaap-Idrissi', subject_email: 'pieternel.schaap@voorbeeld.example', request: 'Ik werkte bij een van de gemeenten en wil weten wat er in mijn oude postbus staat.', deeds: [['identify', 25, { ...shown, identity_means: 'participant', identity_note: 'De contactpersoon van de gemeente bevestigde wie het is.' }], ['forward', 24, { forwarded_to: 'participant', reason: 'De gegevens zijn van de gemeente; wij helpen met zoeken.' }]] },
  {
    title: 'Inzage in het eigen personeelsdossier', right: 'access', channel: 'colleague', received: 70, subject_name: 'Olaf Winterkamp', subject_email: 'olaf.winterkamp@voorbeeld.example', request: 'Mijn personeelsdossier, ook de verslagen van gesprekken.',
    deeds: [['identify', 70, { ...shown, identity_means: 'account', identity_note: 'Ingelogd met het eigen account.' }], ['scope', 69, { about: 'Het hele personeelsdossier.' }], ['collect', 69], ['decide', 55, granted('U krijgt uw hele dossier.')], ['send_answer', 54, answered('Klaargezet om te halen.', 3)], ['close', 50, { note: null }]],
  },
  { title: 'Bezwaar tegen meekijken', right: 'objection', channel: 'letter', received: 6, subject_name: 'Olaf Winterkamp', subject_email: 'olaf.winterkamp@voorbeeld.example', request: 'Ik wil niet dat mijn scherm wordt opgenomen als de servicedesk meekijkt.', deeds: [['identify', 5, { ...shown, identity_means: 'account', identity_note: 'Ingelogd met het eigen account.' }]] },
]
