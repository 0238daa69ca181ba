// Terms in cells: what people write where a retention term is asked, from "5 jaar na beëindiging" to "zo lang als nodig".
import { t } from '../../ground/words.ts'
import { type Reading, saysNothing, normal, short } from './read-value.ts'

export type RetentionText = {
  /** ISO 8601 (`P5Y`), or null when there is none: kept for good, or not readable. */
  readonly term: string | null
  /** What the term counts from (`beëindiging van het dienstverband`). */
  readonly startsAt: string | null
  readonly disposal: 'destroy' | 'keep_permanently' | null
  /** What is left of the text, for the note; empty when all of it was understood. */
  readonly rest: string
}

/** A retention term with what it counts from. Text that names no term comes back whole as `rest` with a fault; two terms come back as doubt. */
export function readRetention(text: string): Reading<RetentionText> {
  if (saysNothing(text)) return { value: null }
  // A page of text is no term, and patterns grow slow on it.
  if (text.length > 2_000) return { value: { term: null, startsAt: null, disposal: null, rest: clean(text) }, fault: wrong(`“${short(text)}” is te lang voor een termijn.`, `“${short(text)}” is too long for a term.`) }
  const plain = normal(text)
  if (permanent.test(plain)) return { value: { term: null, startsAt: null, disposal: 'keep_permanently', rest: permanentOnly.test(plain) ? '' : clean(text) } }
  const match = firstTerm(plain)
  if (!match) {
    const fault = vague.test(plain) ? wrong(`“${short(text)}” is geen termijn: niemand kan nagaan wanneer die voorbij is.`, `“${short(text)}” isn’t a term: nobody can tell when it is over.`)
      : wrong(`In “${short(text)}” staat geen termijn.`, `“${short(text)}” names no term.`)
    return { value: { term: null, startsAt: null, disposal: null, rest: clean(text) }, fault }
  }
  const before = plain.slice(0, match.at).replace(/(?:^|[\s,(])(?:maximaal|max\.?|minimaal|min\.?|uiterlijk|hoogstens|minstens|ten minste|tenminste|bewaartermijn|bewaren|termijn|na|gedurende|tot|is|van|up to|at least|after|for)(?=[\s:)]|$)/g, ' ').replace(/[\s:,(]+/g, ' ').trim()
  const after = plain.slice(match.at + match.length).replace(/^[\s.,)]+/, '')
  const start = /^(?:na afloop(?! van\s)|na|vanaf|gerekend vanaf|te rekenen vanaf|ingaande|after|from)\s+(.+?)(?:[.;]|,?\s+(?:daarna\s+)?(?:vernietigen|vernietigd|wissen|verwijderen)\b|$)/.exec(after)
  const isDestroyed = destroy.test(plain)
  const startsAt = start ? start[1]! : null
  const left = (start ? after.slice(start[0].length) : after).replace(new RegExp(destroy.source, 'g'), '').replace(/^[\s.,;:)]+|[\s.,;:(]+$/g, '')
  const beforeLeft = before.replace(new RegExp(destroy.source, 'g'), '').replace(/\b[vb]\b/g, '').trim()
  const rest = left === '' && beforeLeft === '' ? '' : clean(text)
  const value = { term: match.term, startsAt: startsAt === null ? null : asWritten(startsAt.trim(), text), disposal: isDestroyed ? 'destroy' as const : null, rest }
  if (firstTerm(after)) return { value, doubt: t(`“${short(text)}” noemt meer dan één termijn; alleen de eerste is gelezen.`, `“${short(text)}” names more than one term; only the first was read.`) }
  if (/\b(?:minimaal|min|minstens|ten minste|tenminste|at least)\b/.test(plain)) {
    return { value, doubt: t(`“${short(text)}” noemt een ondergrens; de wet vraagt hoe lang de gegevens hoogstens bewaard worden.`, `“${short(text)}” names a lower limit; the law asks how long the data are kept at most.`) }
  }
  if (rest !== '') return { value, doubt: t(`Van “${short(text)}” is alleen de termijn gelezen; de tekst staat in de toelichting.`, `Of “${short(text)}” only the term was read; the text stands in the note.`) }
  return { value }
}

/** A duration alone: `5 jaar`, `18 mnd`, `P5Y`, `2 jaar en 6 maanden` → ISO 8601. Anything more in the cell is a doubt. */
export function readDuration(text: string): Reading<string> {
  const { value, fault, doubt } = readRetention(text)
  if (!value) return { value: null }
  if (value.term === null) return { value: null, fault: fault ?? wrong(`“${short(text)}” is geen termijn.`, `“${short(text)}” isn’t a term.`) }
  if (doubt === undefined && value.rest === '' && value.startsAt === null) return { value: value.term }
  return { value: value.term, doubt: doubt ?? t(`Van “${short(text)}” is alleen de termijn gelezen.`, `Of “${short(text)}” only the term was read.`) }
}

function wrong(nl: string, en: string): string {
  return t(`${nl} Schrijf een getal met dagen, weken, maanden of jaren, bijvoorbeeld “5 jaar na beëindiging”.`, `${en} Write a number with days, weeks, months or years, for instance “5 years after termination”.`)
}

const permanent = /\b(?:blijvend|onbeperkt|permanent|voor onbepaalde tijd|onbepaalde tijd|eeuwig|altijd|permanently|indefinitely|indefinite)\b|^(?:b|bewaren|v?\.?\s*n\.?v\.?t\.? ?bewaren|niet vernietigen|wordt niet vernietigd)$/
const permanentOnly = /^(?:b|bewaren|blijvend|blijvend (?:te )?bewaren|onbeperkt|onbeperkt bewaren|permanent|permanent bewaren|voor onbepaalde tijd|onbepaalde tijd|eeuwig|altijd|permanently|indefinitely|indefinite|niet vernietigen)\.?$/
const vague = /\b(?:zo ?lang|niet langer|noodzakelijk|nodig|nihil|geen|wettelijke (?:bewaar)?termijn|conform|volgens|as long as|necessary)\b/
const destroy = /\b(?:vernietigen|vernietigd|vernietiging|te vernietigen|vernietigingstermijn|wissen|gewist|verwijderen|verwijderd|destroy|delete)\b|^v(?=\s?\d)/

const words: Record<string, number> = { een: 1, één: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10, twaalf: 12, vijftien: 15, twintig: 20, dertig: 30, one: 1, two: 2, three: 3, five: 5, seven: 7, ten: 10 }
const units: Record<string, string> = { uur: 'H', uren: 'H', hour: 'H', hours: 'H', dag: 'D', dagen: 'D', dgn: 'D', day: 'D', days: 'D', week: 'W', weken: 'W', wk: 'W', weeks: 'W', maand: 'M', maanden: 'M', mnd: 'M', mnden: 'M', mnds: 'M', month: 'M', months: 'M', jaar: 'Y', jaren: 'Y', jr: 'Y', jrn: 'Y', year: 'Y', years: 'Y', yrs: 'Y' }
const quantity = `(\\d+(?:[.,]\\d+)?|${Object.keys(words).join('|')}|half|halve|anderhalf|anderhalve)`
const unit = `(${Object.keys(units).toSorted((one, other) => other.length - one.length).join('|')})`
const amount = new RegExp(`(?<![\\p{L}\\d.,/])(?:een )?${quantity}(?:\\s?\\([^)]{1,15}\\))?[\\s-]?${unit}(?:\\.|(?!\\p{L}))`, 'u')
const further = new RegExp(`^(?:\\s?(?:en|,|\\+|and)\\s?)${quantity}[\\s-]?${unit}(?:\\.|(?!\\p{L}))`, 'u')
const iso = /(?<![\p{L}\d])p(?=\d|t\d)(?:\d+y)?(?:\d+m)?(?:\d+w)?(?:\d+d)?(?:t(?:\d+h)?)?(?![\p{L}\d])/u
// "V7" and "V 5" of the selection list: destroy after so many years.
const archival = /^v\s?(\d{1,3})$/

function firstTerm(plain: string): { term: string; at: number; length: number } | null {
  const archive = archival.exec(plain)
  if (archive) return { term: `P${Number(archive[1])}Y`, at: 0, length: plain.length }
  const written = iso.exec(plain)
  if (written) return { term: written[0].toUpperCase(), at: written.index, length: written[0].length }
  const first = amount.exec(plain)
  if (!first) return null
  const start = first.index
  const after = plain.slice(start + first[0].length)
  const second = further.exec(after)
  const isSmaller = second && order.indexOf(units[second[2]!]!) > order.indexOf(units[first[2]!]!)
  const term = toIso([[first[1]!, first[2]!], ...(isSmaller ? [[second[1]!, second[2]!] as const] : [])])
  return term === null ? null : { term, at: start, length: first[0].length + (isSmaller ? second[0].length : 0) }
}

const order = ['Y', 'M', 'W', 'D', 'H']

function toIso(amounts: readonly (readonly [string, string])[]): string | null {
  const sums = new Map<string, number>()
  for (const [written, name] of amounts) {
    const letter = units[name]!
    const number = written.startsWith('half') || written === 'halve' ? 0.5 : written.startsWith('anderhal') ? 1.5 : words[written] ?? Number(written.replace(',', '.'))
    // Half a year is six months; half of anything else isn't a term that a calendar knows.
    if (Number.isInteger(number)) sums.set(letter, (sums.get(letter) ?? 0) + number)
    else if (letter === 'Y' && Number.isInteger(number * 12)) sums.set('M', (sums.get('M') ?? 0) + number * 12)
    else return null
  }
  const part = (letter: string) => (sums.get(letter) ? `${sums.get(letter)}${letter}` : '')
  const weeks = sums.get('W') ?? 0
  const days = (sums.get('D') ?? 0) + (sums.size > 1 ? weeks * 7 : 0)
  const date = `${part('Y')}${part('M')}${weeks > 0 && sums.size === 1 ? `${weeks}W` : ''}${days > 0 ? `${days}D` : ''}`
  const hours = part('H')
  return date === '' && hours === '' ? null : `P${date}${hours === '' ? '' : `T${hours}`}`
}

// Matching is done in lower case; what is kept has the capitals that its author gave it.
function asWritten(part: string, text: string): string {
  const whole = clean(text.normalize('NFC'))
  const at = whole.toLowerCase().indexOf(part)
  return at === -1 ? part : whole.slice(at, at + part.length)
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
