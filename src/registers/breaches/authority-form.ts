// Authority form: what to fill in on the form of the Autoriteit Persoonsgegevens, in its order, with what still lacks (art. 33 lid 3 AVG). A sheet to copy from: the authority takes no files.
import { sayMoment } from '../../ground/clock.ts'
import { inLanguage, type Words } from '../../ground/words.ts'
import { onForm, toldOnForm, wordsFor } from './authority-words.ts'
import { isReportLate } from './may-decide.ts'
import type { NotificationContext } from './notification-context.ts'
import { severityOfBreach } from './severity.ts'
import type { BreachInput } from './step-kit.ts'

export type FormRow = {
  readonly id: string
  readonly question: Words
  /** In Dutch, as the form has it; '' where nothing is known. */
  readonly answer: string
  readonly isRequired: boolean
  readonly isMissing: boolean
  /** `memory`: the options on the form may be called otherwise; look before you copy. */
  readonly certainty: 'confirmed' | 'memory'
}
export type FormSection = { readonly key: string; readonly heading: Words; readonly rows: readonly FormRow[] }

/** Where the authority takes notifications. */
export const authorityPortal = onForm._bron.portaal

/** Every question that the form would show for this breach now, in its order. Pure. */
export function authorityForm(input: BreachInput, context: NotificationContext): readonly FormSection[] {
  return [
    { key: 'notification', heading: { nl: 'Over deze melding', en: 'About this notification' }, rows: aboutRows(input, context) },
    { key: 'contact', heading: { nl: 'Contactgegevens', en: 'Contact details' }, rows: contactRows(input, context) },
    { key: 'timeline', heading: { nl: 'Tijdlijn', en: 'Timeline' }, rows: timelineRows(input, context) },
    { key: 'breach', heading: { nl: 'Gegevens over het datalek', en: 'Details of the breach' }, rows: breachRows(input) },
    { key: 'data', heading: { nl: 'Persoonsgegevens', en: 'Personal data' }, rows: dataRows(input, context) },
    { key: 'people', heading: { nl: 'Groep mensen', en: 'Group of people' }, rows: peopleRows(input, context) },
    { key: 'beforehand', heading: { nl: 'Maatregelen vooraf', en: 'Measures beforehand' }, rows: beforehandRows(input) },
    { key: 'consequences', heading: { nl: 'Gevolgen', en: 'Consequences' }, rows: consequenceRows(input) },
    { key: 'following', heading: { nl: 'Vervolgacties', en: 'Actions that follow' }, rows: followingRows(input, context) },
    { key: 'other', heading: { nl: 'Overig', en: 'Other' }, rows: otherRows(input) },
  ]
}

/** Required questions without an answer: with these the notification is a first one, to be added to (art. 33 lid 4 AVG). */
export function missingOnForm(sections: readonly FormSection[]): readonly FormRow[] {
  return sections.flatMap(({ rows }) => rows.filter(({ isMissing }) => isMissing))
}

type Answer = string | readonly string[] | null | undefined

function row(id: string, nl: string, en: string, given: Answer, { required = false, certainty = 'confirmed' }: { required?: boolean; certainty?: FormRow['certainty'] } = {}): FormRow {
  const answer = (typeof given === 'string' ? given : [...new Set(given ?? [])].join('; ')).trim()
  return { id, question: { nl, en }, answer, isRequired: required, isMissing: required && answer === '', certainty }
}

const required = { required: true } as const
const fromMemory = { required: true, certainty: 'memory' } as const
const yesOrNo = (is: boolean | null) => is === null ? null : is ? 'ja' : 'nee'
const moment = (at: string | null) => at === null ? null : inLanguage('nl', () => sayMoment(new Date(at)))

function aboutRows({ regime, authority_number, other_authorities, notifications }: BreachInput, { notification }: NotificationContext): FormRow[] {
  return [
    row('wet', 'Op grond van welke wet meldt u?', 'Under which law do you report?', onForm.law[regime ?? 'gdpr'], fromMemory),
    row('soort', 'Gaat het om een eerste melding of een vervolgmelding?', 'Is it a first notification or a follow-up?', onForm.kind[notification], required),
    ...(notification === 'first' ? [] : [row('apNummer', 'Meldingsnummer van de eerdere melding', 'Number of the earlier notification', authority_number, required)]),
    ...(notification === 'withdrawal' ? [row('redenIntrekken', 'Waarom trekt u de melding in?', 'Why do you withdraw the notification?', notifications.findLast(({ kind }) => kind === 'withdrawal')?.note, required)] : []),
    row('andereToezichthouders', 'Heeft u ook bij een andere toezichthouder gemeld? (1.3)', 'Did you report to another authority too? (1.3)', other_authorities, { certainty: 'memory' }),
  ]
}

function contactRows({ role, controller_name }: BreachInput, { organisation, reporter, dpo, processor, participant }: NotificationContext): FormRow[] {
  const others = [processor && `${processor} (verwerker)`, participant && `${participant} (${role === 'joint' ? 'gezamenlijk verantwoordelijk' : 'verantwoordelijke'})`, controller_name].filter((one) => typeof one === 'string')
  return [
    row('organisatie', 'Naam van de organisatie', 'Name of the organisation', organisation.name, required),
    row('adres', 'Adres, postcode en plaats', 'Address, postal code and place', organisation.address, fromMemory),
    row('kvk', 'KvK-nummer', 'Chamber of Commerce number', organisation.registrationNumber, fromMemory),
    row('sector', 'Welke sector?', 'Which sector?', organisation.kind === 'municipality' ? 'Openbaar bestuur: gemeente' : organisation.sector, fromMemory),
    row('melderNaam', 'Naam van de melder', 'Name of the reporter', reporter?.name, required),
    row('melderFunctie', 'Functie van de melder', 'Function of the reporter', reporter?.function, required),
    row('melderTelefoon', 'Telefoonnummer van de melder', 'Telephone of the reporter', reporter?.phone ?? organisation.phone, required),
    row('melderEmail', 'E-mailadres van de melder', 'E-mail address of the reporter', reporter?.email ?? organisation.email, required),
    row('contactIsMelder', 'Kan de AP met de melder contact opnemen?', 'Can the authority contact the reporter?', reporter ? 'ja' : null, required),
    row('fg', 'Is er een FG en is die betrokken?', 'Is there a DPO, and are they involved?', dpo ? `ja, ${dpo}` : 'nee', { certainty: 'memory' }),
    row('andereOrganisatie', 'Is een andere organisatie betrokken (verwerker, gezamenlijke verantwoordelijke)?', 'Is another organisation involved (processor, joint controller)?', yesOrNo(others.length > 0), required),
    ...(others.length > 0 ? [row('andereOrganisatieGegevens', 'Naam en rol van die organisatie', 'Name and role of that organisation', others)] : []),
  ]
}

function timelineRows(input: BreachInput, { now }: NotificationContext): FormRow[] {
  return [
    row('begin', 'Wanneer begon de inbreuk? (datum en tijd, of schatting)', 'When did the breach begin? (date and time, or an estimate)', moment(input.occurred_from) ?? input.when_described),
    row('duurtVoort', 'Duurt de inbreuk nog voort?', 'Does the breach go on still?', yesOrNo(input.is_ongoing)),
    ...(input.is_ongoing === true ? [] : [row('eind', 'Wanneer eindigde de inbreuk?', 'When did the breach end?', moment(input.occurred_until))]),
    row('ontdekt', 'Wanneer heeft u de inbreuk ontdekt?', 'When did you discover the breach?', moment(input.aware_at), required),
    row('hoeOntdekt', 'Hoe is de inbreuk ontdekt? (4)', 'How was the breach discovered? (4)', input.discovered_how),
    ...(isReportLate(input, now.toISOString()) ? [row('redenLaat', 'Waarom meldt u later dan 72 uur na ontdekking?', 'Why do you report later than 72 hours after discovery?', input.delay_reason, required)] : []),
  ]
}

function breachRows(input: BreachInput): FormRow[] {
  return [
    row('samenvatting', 'Geef een samenvatting van het incident', 'Give a summary of the incident', [input.what_happened, input.how_happened, input.where_happened, input.why_happened].flatMap((text) => text ? [text] : []).join('\n'), required),
    row('aardInbreuk', 'Wat is de aard van de inbreuk? (5)', 'What is the nature of the breach? (5)', input.kinds.flatMap((kind) => onForm.kinds[kind] ?? []), required),
    row('aardIncident', 'Wat is de aard van het incident?', 'What is the nature of the incident?', input.cause && onForm.cause[input.cause], fromMemory),
  ]
}

function dataRows({ data_categories: keys, records_number }: BreachInput, { label }: NotificationContext): FormRow[] {
  const isSpecial = (key: string) => Object.hasOwn(onForm.special, key)
  const plain = wordsFor(keys.filter((key) => !isSpecial(key)), onForm.data, (key) => label('data-category', key))
  const special = keys.filter(isSpecial).map((key) => onForm.special[key]!)
  return [
    row('gewoneGegevens', 'Welke persoonsgegevens zijn betrokken?', 'Which personal data are concerned?', keys.length > 0 && plain.length === 0 ? 'Anders: alleen bijzondere persoonsgegevens' : plain, fromMemory),
    row('bijzondereGegevens', 'Welke bijzondere persoonsgegevens zijn betrokken?', 'Which special categories are concerned?', keys.length === 0 ? null : special.length > 0 ? special : 'geen', required),
    row('aantalRecords', 'Om hoeveel gegevensrecords gaat het?', 'How many records is it about?', records_number === null ? null : String(records_number)),
  ]
}

function peopleRows({ subject_categories, subjects_min, subjects_max, who_involved }: BreachInput, { label }: NotificationContext): FormRow[] {
  const groups = wordsFor(subject_categories, onForm.groups, (key) => label('subject-category', key))
  const isKnown = subjects_min !== null && (subjects_max === null || subjects_max === subjects_min)
  const number = (value: number | null) => value === null ? null : String(value)
  return [
    row('groepen', 'Om welke groepen mensen gaat het? (7)', 'Which groups of people is it about? (7)', groups.length > 0 ? groups : who_involved && `Anders: ${who_involved}`, fromMemory),
    row('aantalBekend', 'Is het aantal mensen bekend?', 'Is the number of people known?', yesOrNo(subjects_min === null && subjects_max === null ? false : isKnown)),
    ...(isKnown ? [row('aantal', 'Aantal mensen', 'Number of people', number(subjects_min))] : [row('aantalMin', 'Minimaal aantal', 'At least', number(subjects_min)), row('aantalMax', 'Maximaal aantal', 'At most', number(subjects_max))]),
  ]
}

function beforehandRows({ protection, protection_note }: BreachInput): FormRow[] {
  return [
    row('beschermingVooraf', 'Waren de gegevens versleuteld, gehasht of op een andere manier onbegrijpelijk voor onbevoegden? (8)', 'Were the data encrypted, hashed or otherwise unintelligible to others? (8)', protection && onForm.protection[protection], fromMemory),
    row('beschermingToelichting', 'Toelichting op de bescherming', 'Note on the protection', protection_note),
  ]
}

function consequenceRows(input: BreachInput): FormRow[] {
  const { level } = severityOfBreach(input)
  return [
    row('gevolgenBetrokkenen', 'Welke gevolgen kan de inbreuk hebben voor de betrokkenen? (9)', 'Which consequences may the breach have for people? (9)', [...input.consequence_kinds.flatMap((kind) => onForm.consequences[kind] ?? []), ...(input.likely_consequences ? [input.likely_consequences] : [])], fromMemory),
    row('ernst', 'Hoe ernstig zijn de gevolgen? (10)', 'How grave are the consequences? (10)', level && onForm.severity[level], fromMemory),
  ]
}

function followingRows(input: BreachInput, { label }: NotificationContext): FormRow[] {
  const measures = [input.containment, ...input.measures.map(({ measure }) => measure)].flatMap((text) => text ? [text] : [])
  const abroad = input.countries.filter((key) => key.toUpperCase() !== 'NL')
  return [
    row('betrokkenenGeinformeerd', 'Heeft u de betrokkenen geïnformeerd of gaat u dat doen?', 'Did you inform the people, or will you?', toldOnForm(input), fromMemory),
    ...(input.informed_at === null ? [] : [
      row('datumGeinformeerd', 'Wanneer (gaat u) informeren?', 'When did or will you inform them?', moment(input.informed_at)), row('aantalGeinformeerd', 'Hoeveel mensen heeft u geïnformeerd?', 'How many people did you inform?', input.informed_number === null ? null : String(input.informed_number)),
      row('wijze', 'Op welke wijze?', 'In which way?', input.informed_how.flatMap((way) => onForm.ways[way] ?? []), { certainty: 'memory' }), row('inhoud', 'Wat is de inhoud van de mededeling?', 'What does the message say?', input.informed_text),
    ]),
    ...(input.inform_decision === 'not_inform' ? [row('waaromNiet', 'Waarom informeert u de betrokkenen niet? (art. 34 lid 1 of 3)', 'Why don’t you inform the people? (art. 34(1) or (3))', input.inform_exception && onForm.exception[input.inform_exception])] : []),
    row('maatregelen', 'Welke maatregelen heeft u genomen om de inbreuk aan te pakken en herhaling te voorkomen?', 'Which measures did you take against the breach and its repetition?', measures, required),
    row('grensoverschrijdend', 'Heeft de inbreuk gevolgen voor mensen in andere EU-landen? (2)', 'Does the breach affect people in other EU countries? (2)', yesOrNo(input.countries.length === 0 ? null : abroad.length > 0), required),
    ...(abroad.length > 0 ? [row('landen', 'Welke landen?', 'Which countries?', abroad.map((key) => label('country', key)))] : []),
  ]
}

function otherRows({ evaluated_at, lessons }: BreachInput): FormRow[] {
  return [
    row('volledig', 'Is deze melding volledig?', 'Is this notification complete?', evaluated_at === null ? onForm.complete.no : onForm.complete.yes, required),
    row('overig', 'Heeft u nog aanvullende opmerkingen of bijlagen?', 'Do you have further remarks or attachments?', lessons),
  ]
}
