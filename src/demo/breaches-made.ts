// Breaches made: what went wrong with personal data in the demo world, and how far each came: in time, late, not reported, as processor. All of it is invented.
import type { OrganisationKind } from '../ground/scope.ts'
import type { BreachInput } from '../registers/breaches/step-kit.ts'

/** What was done, so many hours after the report, by whom, the first deed first. */
export type Deed = readonly [verb: string, after: number, by: 'desk' | 'second' | 'dpo', values?: Readonly<Record<string, unknown>>]
/** `hours` ago that it was reported. `after`: hours before the report. */
export type BreachSketch = Pick<BreachInput, 'name'> & Partial<BreachInput> & { readonly hours: number; readonly discovered?: number; readonly deeds: readonly Deed[] }

export function breachesOf(kind: OrganisationKind): readonly BreachSketch[] {
  if (kind === 'municipality') return inTownHall
  return kind === 'firm' ? inFirm : forOthers
}

const weighing = (more: Partial<BreachInput>): Partial<BreachInput> => ({
  enisa_data: 'simple', enisa_raised: [], enisa_lowered: [], enisa_ease: 'maximum', enisa_confidentiality: 'known', enisa_integrity: 'none', enisa_availability: 'none', enisa_malicious: false, consequence_kinds: [], likely_consequences: null, risk: 'unlikely', weigh_reasons: null, ...more,
})
const income = weighing({ enisa_data: 'financial', consequence_kinds: ['fraud', 'reputation'], likely_consequences: 'Buren weten van de uitkering; iemand kan zich voordoen als de gemeente.', risk: 'risk', weigh_reasons: 'Inkomens van elf mensen lagen open bij een ander.' })
const judged = (judgement_reasons: string, more: Partial<BreachInput> = {}) => ({ judgement: 'yes', judgement_reasons, aware_at: null, kinds: ['confidentiality'], dangers: [], ...more })
const contained = (containment: string) => ({ containment, contained_at: null })
const report = { report_decision: 'report', report_reasons: 'Er is een risico voor de mensen om wie het gaat.', report_ground: null }
const notified = (authority_number: string, delay_reason: string | null = null) => ({ notified_at: null, authority_number, delay_reason, note: null })
const data = (keys: string[], people: number, groups: string[]): Partial<BreachInput> => ({ data_categories: keys, subject_categories: groups, subjects_min: people, subjects_max: people })

const inTownHall: readonly BreachSketch[] = [
  {
    name: 'Brieven over bijstand op een verkeerd adres', channel: 'colleague', hours: 3400, discovered: 2, cause: 'misdirected', protection: 'no', ...data(['name-address', 'income'], 11, ['benefit-recipients']),
    who_involved: 'Elf mensen met een bijstandsuitkering.', what_happened: 'Elf brieven met inkomensgegevens zijn samen naar één adres gestuurd.', data_described: 'Naam, adres en inkomen.', where_happened: 'De postkamer.', how_happened: 'De stapel bleef in één envelop.', action_taken: 'De ontvanger gebeld.',
    measures: [{ measure: 'Een tweede collega telt de brieven', norm: 'N-50', owner: null, due_on: null, done_on: null }],
    deeds: [
      ['assess', 1, 'desk', judged('Een ander kreeg de brieven.')], ['contain', 2, 'desk', contained('De brieven zijn ongeopend opgehaald.')], ['weigh', 20, 'desk', income], ['advise', 24, 'dpo', { advice: 'Melden, en de elf mensen een brief sturen.' }], ['decide_report', 26, 'desk', report], ['send_draft', 27, 'desk'],
      ['check_draft', 30, 'second', { by: 'manager', is_right: true, remarks: null }], ['notify_authority', 31, 'desk', notified('AP-0001')], ['decide_inform', 32, 'desk', { inform_decision: 'inform', inform_reasons: 'Zij kunnen dan opletten.', inform_exception: null }],
      ['inform', 40, 'second', { informed_at: null, informed_how: ['letter'], informed_number: 11, informed_text: 'Uw brief lag een dag bij een ander. Hij is ongeopend terug.' }], ['follow_up', 80, 'desk', { kind: 'follow_up', at: null, note: 'Alle brieven zijn ongeopend terug.', authority_number: null }],
      ['evaluate', 400, 'desk', { evaluation: 'De stapel werd niet geteld. Dat gebeurt nu wel.', lessons: 'Post met inkomens vraagt vier ogen.' }], ['test_advice', 900, 'dpo', { advice_test: 'Het tellen gebeurt; drie steekproeven klopten.' }], ['close', 910, 'desk', { closed_note: null }],
    ],
  },
  {
    name: 'Laptop kwijt in de trein', channel: 'phone', hours: 1500, discovered: 1, cause: 'lost_device', protection: 'yes', protection_note: 'De schijf is versleuteld, de sleutel is niet bij de laptop.', ...data(['name-address', 'contact'], 40, ['residents']), what_happened: 'Een laptop bleef liggen in de trein.', where_happened: 'De trein.',
    deeds: [
      ['assess', 1, 'desk', judged('Er stonden dossiers op.')], ['contain', 1, 'desk', contained('Op afstand gewist en het account gesloten.')], ['weigh', 10, 'desk', weighing({ enisa_confidentiality: 'none', weigh_reasons: 'Versleuteld, op afstand gewist, en er is een kopie.' })],
      ['decide_report', 12, 'desk', { report_decision: 'not_report', report_reasons: 'Niemand kan erbij: versleuteld, en op afstand gewist.', report_ground: 'risk_unlikely' }], ['second_look', 20, 'second', { agrees: 'yes', reason: 'Eens: de sleutel is veilig en de kopie is er.' }],
      ['evaluate', 300, 'desk', { evaluation: 'Versleutelen werkt. De melding kwam snel.', lessons: null }],
    ],
  },
  {
    name: 'Wachtlijst als bijlage bij een uitnodiging', channel: 'email', hours: 1100, discovered: 30, cause: 'misdirected', protection: 'no', ...data(['name', 'email', 'health'], 64, ['clients']), what_happened: 'Een lijst met namen en hulpvragen ging mee met een uitnodiging aan alle deelnemers.', how_happened: 'De verkeerde bijlage gekozen.',
    deeds: [
      ['assess', 20, 'desk', judged('Vijftig mensen kregen de lijst.')], ['contain', 22, 'desk', contained('De ontvangers gevraagd de mail te wissen.')], ['weigh', 60, 'desk', weighing({ enisa_data: 'sensitive', consequence_kinds: ['stigma', 'control'], likely_consequences: 'Anderen weten wie hulp vroeg.', risk: 'high', weigh_reasons: 'Gezondheid van 64 mensen bij vijftig anderen.' })],
      ['decide_report', 90, 'desk', report], ['notify_authority', 120, 'desk', notified('AP-0002', 'Het duurde vier dagen voor duidelijk was wie de lijst kreeg.')], ['decide_inform', 121, 'desk', { inform_decision: 'inform', inform_reasons: 'Hoog risico.', inform_exception: null }],
      ['inform', 150, 'second', { informed_at: null, informed_how: ['letter', 'phone'], informed_number: 64, informed_text: 'Uw naam en hulpvraag zijn gezien door anderen. Zij hebben de mail gewist.' }],
    ],
  },
  {
    name: 'Back-up van de verwerker stond open', channel: 'processor', hours: 30, discovered: 44, cause: 'hacking', ...data(['contact'], 900, ['residents']), what_happened: 'Een map met back-ups was zonder wachtwoord te openen.', containment: 'De map is dicht sinds vanochtend.', likely_consequences: null,
    deeds: [['assess', 2, 'desk', judged('Iedereen kon erbij.', { kinds: ['confidentiality', 'integrity'], dangers: ['reputation'] })], ['weigh', 24, 'desk', weighing({ enisa_confidentiality: 'unknown', consequence_kinds: ['phishing'], risk: 'risk', weigh_reasons: 'Onbekend wie erin keek.' })], ['advise', 25, 'dpo', { advice: 'Meld eerst wat bekend is, en vul later aan.' }], ['decide_report', 28, 'desk', report]],
  },
  { name: 'Dossier op de printer', channel: 'colleague', hours: 3, discovered: 0, what_happened: 'Er lag een dossier op de printer bij de ingang.', who_involved: 'Eén gezin.', data_described: 'Een verslag van een gesprek.', where_happened: 'De gang bij de balie.', when_described: 'Vanochtend tussen negen en tien.', action_taken: 'In de afgesloten kast gelegd.', deeds: [] },
  { name: 'Valse e-mail aan de balie', channel: 'colleague', hours: 700, is_security_incident: true, what_happened: 'Een collega klikte op een valse link en vulde niets in.', deeds: [['assess', 4, 'second', { judgement: 'no', judgement_reasons: 'Er zijn geen gegevens ingevuld of gezien; alleen een beveiligingsincident.' }]] },
]

const forOthers: readonly BreachSketch[] = [
  {
    name: 'Rechten op een netwerkmap stonden te ruim', channel: 'participant', role: 'processor', hours: 1300, discovered: 3, cause: 'insider', protection: 'no', ...data(['name', 'employment'], 120, ['employees']), what_happened: 'Alle medewerkers van drie gemeenten konden in een map met verlofgegevens.',
    deeds: [['assess', 1, 'desk', judged('Meer mensen dan mocht konden erbij.')], ['contain', 2, 'desk', contained('Rechten hersteld.')], ['tell_controller', 9, 'desk', { controller_told_at: null, controller_told_note: 'Map stond open van maandag tot woensdag; nu dicht. Logboek van wie keek gaat mee.' }], ['evaluate', 200, 'desk', { evaluation: 'De wijziging is niet nagekeken. Dat gebeurt voortaan door een ander.', lessons: 'Vier ogen bij rechten.' }], ['close', 210, 'desk', { closed_note: null }]],
  },
  {
    name: 'Storing: aanmeldgegevens in een logbestand', channel: 'colleague', role: 'processor', hours: 400, discovered: 5, cause: 'published', protection: 'no', ...data(['user-account'], 35, ['employees']), what_happened: 'Een logbestand met gebruikersnamen en wachtwoorden stond in een gedeelde map.',
    deeds: [['assess', 2, 'desk', judged('Wachtwoorden waren leesbaar.')], ['contain', 3, 'desk', contained('Bestand gewist, wachtwoorden vervangen.')], ['tell_controller', 40, 'desk', { controller_told_at: null, controller_told_note: 'Later verteld dan afgesproken: de contactpersoon was weg.' }]],
  },
  { name: 'Verkeerde deelnemer gekozen bij een herstel', channel: 'colleague', role: 'processor', hours: 9, discovered: 1, ...data(['communication-content'], 4, ['employees']), what_happened: 'Een teruggezette postbus kwam bij een andere gemeente terecht.', deeds: [['assess', 2, 'desk', judged('Een ander kon de post lezen.')], ['contain', 3, 'desk', contained('Postbus afgesloten.')]] },
]

const inFirm: readonly BreachSketch[] = [
  {
    name: 'Adressen zichtbaar in een mailing', channel: 'colleague', hours: 1900, discovered: 1, cause: 'misdirected', protection: 'no', ...data(['email'], 130, ['customers']), what_happened: 'Een mailing ging uit met alle adressen bij “Aan”.', who_involved: 'Honderddertig klanten.', dangers: ['customers', 'reputation'],
    deeds: [
      ['assess', 1, 'desk', judged('Klanten zagen elkaars adres.', { dangers: ['customers', 'reputation'] })], ['contain', 1, 'desk', contained('De mailing gestopt.')], ['weigh', 8, 'desk', weighing({ enisa_lowered: ['few'], enisa_raised: ['volume'], consequence_kinds: ['phishing'], risk: 'risk', weigh_reasons: 'De lijst is bruikbaar voor valse e-mail, ook zonder bijzondere gegevens.' })],
      ['decide_report', 10, 'desk', report], ['notify_authority', 20, 'desk', notified('AP-0003')], ['decide_inform', 21, 'desk', { inform_decision: 'inform', inform_reasons: 'Netjes, en zij kunnen opletten.', inform_exception: null }], ['inform', 30, 'second', { informed_at: null, informed_how: ['email'], informed_number: 130, informed_text: 'Uw e-mailadres was zichtbaar voor andere klanten.' }],
      ['evaluate', 300, 'desk', { evaluation: 'Mailingen gaan alleen nog via het mailprogramma.', lessons: null }], ['close', 301, 'desk', { closed_note: null }],
    ],
  },
  { name: 'Klantenlijst op een usb-stick', channel: 'colleague', hours: 26, discovered: 2, ...data(['name-address'], 300, ['customers']), what_happened: 'Een stick met een klantenlijst is zoek.', deeds: [['assess', 3, 'desk', judged('Niemand weet waar de stick is.', { dangers: ['customers'] })]] },
]
