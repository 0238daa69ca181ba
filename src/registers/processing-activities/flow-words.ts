// Flow words: what people read for the kinds of points of a flow map and for what is worth seeing about them.
import { currentLanguage, say, t, type Words } from '../../ground/words.ts'
import type { FlowEdge, FlowKind, FlowMap, FlowMark, FlowNode } from './flow-model.ts'
import type { Grouping } from './flow-query.ts'

const one: Readonly<Record<FlowKind, Words>> = {
  subject: { nl: 'Betrokkenen', en: 'Data subjects' }, source: { nl: 'Bron', en: 'Source' }, processing: { nl: 'Verwerking', en: 'Processing activity' }, system: { nl: 'Systeem', en: 'System' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' }, processor: { nl: 'Verwerker', en: 'Processor' }, country: { nl: 'Land', en: 'Country' },
}
const many: Readonly<Record<FlowKind, Words>> = {
  subject: { nl: 'Betrokkenen', en: 'Data subjects' }, source: { nl: 'Bronnen', en: 'Sources' }, processing: { nl: 'Verwerkingen', en: 'Processing activities' }, system: { nl: 'Systemen', en: 'Systems' },
  recipient: { nl: 'Ontvangers', en: 'Recipients' }, processor: { nl: 'Verwerkers', en: 'Processors' }, country: { nl: 'Landen', en: 'Countries' },
}

export function kindWords(kind: FlowKind, per: Grouping = 'processing'): string {
  return kind === 'processing' && per === 'department' ? t('Afdeling', 'Department') : say(one[kind])
}

export function kindsWords(kind: FlowKind, per: Grouping = 'processing'): string {
  return kind === 'processing' && per === 'department' ? t('Afdelingen', 'Departments') : say(many[kind])
}

const marks: Readonly<Record<FlowMark, Words>> = {
  'special': { nl: 'Bijzondere gegevens', en: 'Special categories' },
  'criminal': { nl: 'Strafrechtelijke gegevens', en: 'Criminal data' },
  'bsn': { nl: 'BSN', en: 'Citizen service number' },
  'not-active': { nl: 'Niet in werking', en: 'Not in force' },
  'unencrypted': { nl: 'Niet versleuteld', en: 'Not encrypted' },
  'portable': { nl: 'Op laptop of telefoon', en: 'On laptop or phone' },
  'no-agreement': { nl: 'Geen overeenkomst van kracht', en: 'No agreement in force' },
  'eea': { nl: 'Binnen de EER', en: 'Within the EEA' },
  'adequate': { nl: 'Adequaat verklaard', en: 'Adequacy decision' },
  'partly-adequate': { nl: 'Deels adequaat verklaard', en: 'Adequacy decision for some' },
  'not-adequate': { nl: 'Niet adequaat verklaard', en: 'No adequacy decision' },
  'outside': { nl: 'Buiten de EER', en: 'Outside the EEA' },
  'unsafeguarded': { nl: 'Waarborg ontbreekt', en: 'Safeguard missing' },
  'unnamed': { nl: 'Niet ingevuld', en: 'Not filled in' },
  'rest': { nl: 'Samengenomen', en: 'Taken together' },
}

export function markWords(mark: FlowMark): string {
  return say(marks[mark])
}

export function processingsWords(count: number): string {
  if (count === 1) return t('1 verwerking', '1 processing activity')
  return t(`${countWords(count)} verwerkingen`, `${countWords(count)} processing activities`)
}

export function countWords(count: number): string {
  return figures[currentLanguage()].format(count)
}

const figures = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') }

/** What a reader who doesn't see the picture misses, and where the same stands in words. */
export function aboutMap({ nodes, edges }: FlowMap): string {
  const count = (kind: FlowKind) => nodes.filter((node) => node.kind === kind).reduce((sum, { hidden }) => sum + (hidden ?? 1), 0)
  const outside = nodes.filter(({ kind, marks }) => kind === 'country' && marks.includes('outside')).map(({ words }) => words)
  const held = [
    few(count('subject'), t('groep betrokkenen', 'group of data subjects'), t('groepen betrokkenen', 'groups of data subjects')),
    few(count('source'), t('bron', 'source'), t('bronnen', 'sources')), few(count('system'), t('systeem', 'system'), t('systemen', 'systems')),
    few(count('recipient'), t('ontvanger', 'recipient'), t('ontvangers', 'recipients')), few(count('processor'), t('verwerker', 'processor'), t('verwerkers', 'processors')),
    few(edges.length, t('stroom', 'flow'), t('stromen', 'flows')),
  ]
  return [
    t('Van links naar rechts: van wie en waarvandaan gegevens komen, waarvoor ze gebruikt worden, waar ze staan en naar wie ze gaan.',
      'From left to right: whose data come from where, what they are used for, where they are kept and to whom they go.'),
    `${t('Op de kaart', 'On the map')}: ${held.join(', ')}.`,
    outside.length > 0 ? t(`Gegevens gaan naar buiten de EER: ${outside.join(', ')}.`, `Data go outside the EEA: ${outside.join(', ')}.`) : '',
    t('De tabel onder de kaart zegt hetzelfde in woorden.', 'The table below the map says the same in words.'),
  ].filter(Boolean).join(' ')
}

function few(count: number, one: string, many: string): string {
  return `${countWords(count)} ${count === 1 ? one : many}`
}

/** What a flow says besides its ends: what goes along it or which safeguard it has, and how the country protects data. */
export function edgeWords(edge: FlowEdge, to: FlowNode): string {
  const protection = to.kind === 'country' ? to.marks.filter((mark) => mark !== 'outside' || to.marks.length === 1) : []
  const missing = edge.marks.includes('unsafeguarded') && edge.words === undefined ? ['unsafeguarded' as const] : []
  return inOneLine([edge.words, ...[...missing, ...protection].map((mark) => lowered(markWords(mark)))])
}

/** Remarks behind each other, the first with a capital. */
export function inOneLine(remarks: readonly (string | undefined)[]): string {
  const line = remarks.filter(Boolean).join('; ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** Without its capital, unless it is an abbreviation. */
export function lowered(words: string): string {
  return /^\p{Lu}{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}
