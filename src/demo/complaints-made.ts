// Complaints made: what people from outside complained of or asked in the demo world, and how far each came. All of it is invented.
import type { OrganisationKind } from '../ground/scope.ts'
import type { ComplaintInput } from '../registers/complaints/rules.ts'

/** What was done, and how many days ago, the first deed first. */
export type Deed = readonly [verb: string, daysAgo: number, values?: Readonly<Record<string, unknown>>]

export type ComplaintSketch = Pick<ComplaintInput, 'title'> & Partial<ComplaintInput> & { readonly received: number; readonly deeds: readonly Deed[] }

export function complaintsOf(kind: OrganisationKind): readonly ComplaintSketch[] {
  if (kind === 'municipality') return inTownHall
  return kind === 'firm' ? inFirm : forOthers
}

const none = { significance: 'none', data_in_danger: false, significance_reason: null } as const
const potential = { significance: 'potential', data_in_danger: false, significance_reason: 'Het kan vaker gebeuren.' } as const

const inTownHall: readonly ComplaintSketch[] = [
  {
    title: 'Brief over mijn uitkering lag bij de buren', kind: 'complaint', channel: 'web', received: 140, reporter_name: 'Wies Overduin-Tak', reporter_email: 'wies.overduin@voorbeeld.example',
    description: 'Mijn buurvrouw bracht mij een brief van uw afdeling. Zij had hem al opengemaakt. Nu weet de straat dat ik een uitkering heb.', wish: 'Excuses, en dat het niet weer gebeurt.',
    deeds: [
      ['assign', 138], ['assess', 138, potential], ['settle', 134, { talk_outcome: 'not_agreed', talk_note: 'Waardeert het gesprek, maar wil een oordeel.' }], ['hear', 120, { hearing: 'heard', heard_on: null, hearing_report: 'De indiener vertelde wat de buurvrouw zei, en hoe dat voelde.' }],
      ['judge', 112, { judgement: 'founded', judgement_reason: 'Twee brieven zijn in elkaars envelop gegaan. Niemand keek het adres na.', refusal_ground: null }], ['plan_change', 111, { changed_practice: 'Een tweede collega vergelijkt brief en envelop voordat post met inkomensgegevens de deur uit gaat.', owner: null, due_on: null }],
      ['respond', 110, { answer: 'U hebt gelijk, en dat spijt ons. Een tweede collega kijkt voortaan mee.' }], ['close', 100, { note: null }],
    ],
  },
  {
    title: 'Medewerker vroeg mijn hele medische geschiedenis', kind: 'handling', channel: 'letter', received: 25, reporter_name: 'Arend Klinkhamer-Sol', reporter_address: 'Duinpad 3, 0000 AA Duinrade',
    description: 'Voor een parkeerkaart moest ik uitleggen wat ik allemaal mankeer. Waarom is dat nodig?', deeds: [['confirm_receipt', 24], ['assign', 23], ['assess', 23, none], ['settle', 20, { talk_outcome: 'declined', talk_note: null }], ['extend', 4, { reason: 'De keuringsarts is pas over twee weken terug.', extend_by: null }]],
  },
  { title: 'Al twee maanden geen antwoord op mijn verzoek', kind: 'complaint', channel: 'email', received: 62, reporter_name: 'Soraya Benhaddou-Prins', reporter_email: 'soraya@voorbeeld.example', description: 'Ik vroeg om inzage en hoorde niets meer.', deeds: [['confirm_receipt', 61], ['assign', 60]] },
  {
    title: 'Foto van mijn kind op de website in 2023', kind: 'complaint', channel: 'web', received: 75, reporter_name: 'Otto Wijnberg-Kras', reporter_email: 'otto@voorbeeld.example', description: 'De foto is al weg, maar ik wil weten waarom hij er ooit op stond.',
    deeds: [['assign', 73], ['assess', 73, none], ['judge', 70, { judgement: 'not_taken_up', judgement_reason: 'Het gebeurde ruim drie jaar geleden en de foto is toen meteen verwijderd.', refusal_ground: 'over_a_year' }], ['respond', 69, { answer: 'Wij nemen uw klacht niet in behandeling, omdat het meer dan een jaar geleden is. De foto is weg.' }], ['close', 60, { note: null }]],
  },
  { title: 'Hoe lang bewaart u camerabeelden van het plein?', kind: 'question', channel: 'web', received: 3, reporter_name: 'Lena Vosmaer-Duin', reporter_email: 'lena@voorbeeld.example', description: 'Ik sta er elke dag op de markt.', deeds: [] },
]

const forOthers: readonly ComplaintSketch[] = [
  {
    title: 'Beheerder keek mee zonder het te zeggen', kind: 'complaint', channel: 'email', received: 90, reporter_name: 'Tessel Groenhart-Oom', reporter_email: 'tessel@voorbeeld.example', description: 'Mijn muis bewoog vanzelf terwijl ik een dossier open had.',
    deeds: [['assign', 89], ['assess', 89, potential], ['settle', 85, { talk_outcome: 'agreed', talk_note: 'Het programma vraagt nu altijd eerst toestemming. Daarmee is de klacht opgelost.' }], ['plan_change', 84, { changed_practice: 'Meekijken kan pas na een ja op het scherm.', owner: null, due_on: null }], ['tell_change', 84], ['close', 70, { note: null }]],
  },
  { title: 'Storingsmelding met mijn naam stond open', kind: 'complaint', channel: 'participant', received: 12, reporter_name: 'Bram Lindewal-Ooster', reporter_email: 'bram@voorbeeld.example', description: 'Iedereen van de servicedesk kon lezen waarom ik niet kon werken.', deeds: [['confirm_receipt', 11], ['assign', 11], ['assess', 10, none], ['settle', 8, { talk_outcome: 'not_agreed', talk_note: null }]] },
  { title: 'Wie kan bij mijn thuismap?', kind: 'question', channel: 'web', received: 50, reporter_name: 'Roos Akkerveld-Maan', reporter_email: 'roos@voorbeeld.example', description: 'Ik werk bij een van de gemeenten.', deeds: [['assign', 49]] },
]

const inFirm: readonly ComplaintSketch[] = [
  {
    title: 'Mijn adres stond zichtbaar in een mail aan velen', kind: 'complaint', channel: 'web', received: 80, data_in_danger: true, reporter_name: 'Fem Oosterling-Bos', reporter_email: 'fem@voorbeeld.example', description: 'Ik zag wel honderd andere adressen.', wish: 'Dat u dit nooit meer zo doet.',
    deeds: [
      ['inform_directors', 80, { how: 'Gebeld.' }], ['assign', 80], ['assess', 80, { significance: 'significant', data_in_danger: true, significance_reason: 'Honderd adressen.' }], ['settle', 79, { talk_outcome: 'not_agreed', talk_note: 'Wil het zwart op wit.' }],
      ['judge', 79, { judgement: 'founded', judgement_reason: 'De adressen stonden bij “Aan” en niet bij “Bcc”.', refusal_ground: null }], ['plan_change', 79, { changed_practice: 'Mailingen gaan alleen nog via het mailprogramma.', owner: null, due_on: null }], ['respond', 79, { answer: 'U hebt gelijk. Dit kan niet meer: mailingen gaan via een programma dat adressen verbergt.' }], ['close', 72, { note: null }],
    ],
  },
  { title: 'Ik krijg nog steeds reclame', kind: 'complaint', channel: 'phone', received: 9, reporter_name: 'Guus Trompert-Vis', reporter_phone: '000 0000000', description: 'Ik heb mij al drie keer afgemeld.', deeds: [['confirm_receipt', 9], ['assign', 8], ['assess', 8, potential]] },
  { title: 'Verkoopt u mijn gegevens?', kind: 'question', channel: 'email', received: 30, reporter_name: 'Ilse Kroonder-Wit', reporter_email: 'ilse@voorbeeld.example', description: 'Dat las ik ergens.', deeds: [['assign', 30], ['assess', 30, none], ['respond', 29, { answer: 'Nee. Wij gebruiken uw gegevens alleen voor uw bestelling.' }], ['close', 29, { note: null }]] },
]
