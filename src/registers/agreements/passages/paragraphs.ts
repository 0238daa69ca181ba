// Paragraphs of an agreement: lines put together again to what was written as one, each under its headings, with the page on which every letter of it stands.
import type { Piece } from '../../../document-reading/document-text.ts'
import { bodyLines, type Line } from './page-furniture.ts'

export type Paragraph = {
  readonly text: string
  /** Where each page of it begins: offset in `text`, and the page or paragraph of the document. */
  readonly starts: readonly { readonly offset: number; readonly place: number }[]
  /** The heading above it, and the one above that. */
  readonly headings: readonly string[]
  readonly isHeading: boolean
}

export function paragraphsOf(pieces: readonly Piece[]): Paragraph[] {
  const lines = bodyLines(pieces)
  const widthAt = widthsOf(lines)
  const paragraphs: Paragraph[] = []
  let headings: readonly string[] = []
  let open: Line[] = []
  const close = () => {
    if (open.length > 0) paragraphs.push(joined(open, headings))
    open = []
  }
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (isHeading(line, lines[index - 1], next)) {
      close()
      headings = [line.text, ...(headings[0] !== undefined && isUnder(line.text, headings[0]) ? [headings[0]] : headings[1] !== undefined && isUnder(line.text, headings[1]) ? [headings[1]] : [])]
      paragraphs.push({ ...joined([line], headings), isHeading: true })
      continue
    }
    if (open.length > 0 && beginsAnew(line, open.at(-1)!, widthAt(index))) close()
    open.push(line)
  }
  close()
  return paragraphs
}

/** The page or paragraph of the document in which the letter at `offset` stands. */
export function placeAt({ starts }: Paragraph, offset: number): number {
  return starts.findLast((start) => start.offset <= offset)?.place ?? starts[0]!.place
}

/** Of a definition or a consideration: it names subjects and settles none. */
export function isAside({ text, headings }: Paragraph): boolean {
  return headings.some((heading) => asideHeading.test(heading)) || asideText.test(text) || definition.test(text)
}

const opener = /^(artikel|art\.|bepaling|clausule|clause|article|section|afdeling|hoofdstuk|chapter|paragraaf|bijlage|annex|appendix|schedule|aanhangsel)\s+[\dA-Z]{1,4}\b/i
const marker = /^(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\(?[a-z]{1,2}\)|[a-z]\.|\d{1,3}\.|\(\d{1,2}\)|[-•–—*])\s/
const numberedTitle = /^(?:\d{1,3}(?:\.\d{1,3}){0,2}\.?|[A-Z]\.|[IVX]{1,5}\.)\s+[\p{Lu}][^.;:!?]{1,70}$/u

const recital = /^(overwegende( dat)?|overwegingen|considerans|in aanmerking nemende( dat)?|partijen overwegen( dat)?|whereas|recitals)\s*[:,]?$/i

function isHeading(line: Line, before: Line | undefined, next: Line | undefined): boolean {
  const { text } = line
  if (line.level !== null || recital.test(text)) return true
  if (text.length > 100 || /[.;,]$/.test(text) || (next !== undefined && next.level === null && /^\p{Ll}/u.test(next.text) && !marker.test(next.text))) return false
  if (opener.test(text)) return !/\b(is|zijn|wordt|worden|geldt|gelden|staat|staan|van toepassing|shall|applies)\b/i.test(text)
  if (/^\p{Lu}[\p{Lu}\s,’'&-]{4,80}$/u.test(text)) return true
  // A number, few words and no end of a sentence; and what went before had ended.
  return numberedTitle.test(text) && text.split(' ').length <= 10 && (before === undefined || before.level !== null || /[.;:!?)]$/.test(before.text) || before.text.length < 60)
}

/** `7.4` under `Clause 7`; an article under a chapter. */
function isUnder(heading: string, above: string): boolean {
  const [own, other] = [depth(heading), depth(above)]
  return own > other
}

function depth(heading: string): number {
  if (/^(afdeling|hoofdstuk|chapter|section|bijlage|annex|appendix|schedule)\b/i.test(heading)) return 0
  const number = /^\D{0,12}?(\d{1,3}(?:\.\d{1,3})*)/.exec(heading)?.[1]
  return number === undefined ? 1 : number.split('.').length
}

function beginsAnew(line: Line, last: Line, width: number): boolean {
  // What a list begins with belongs to its first item: “after the end the processor: (a) erases …”.
  if (last.text.endsWith(':')) return false
  if (line.level === null && last.level === null && line.place !== last.place && isOffice(line, last)) return true
  if (marker.test(line.text)) return true
  // A paragraph ends on a line that isn't full; a page may end anywhere.
  return /[.;:!?]$/.test(last.text) && /^[\p{Lu}“"(€\d]/u.test(line.text) && last.text.length < width * 0.88
}

/** In a text document each paragraph is a place of its own; a page of a PDF has many lines of one place. */
function isOffice(line: Line, last: Line): boolean {
  return line.place === last.place + 1 && /[.;:!?]$/.test(last.text)
}

const stretch = 30

/** The widest line around each, reckoned per stretch of lines. */
function widthsOf(lines: readonly Line[]): (index: number) => number {
  const widths: number[] = []
  for (const [index, { text }] of lines.entries()) widths[Math.floor(index / stretch)] = Math.max(widths[Math.floor(index / stretch)] ?? 0, text.length)
  return (index) => {
    const at = Math.floor(index / stretch)
    return Math.max(widths[at - 1] ?? 0, widths[at] ?? 0, widths[at + 1] ?? 0)
  }
}

const asideHeading = /\b(definities|definitie|begrippen|begripsbepalingen|begripsomschrijving|interpretatie|uitlegging|uitleg|definitions|interpretation|overwegende|overwegingen|considerans|in aanmerking|whereas|recitals)\b/i
const asideText = /\b(wordt verstaan|worden verstaan|verstaan partijen|verstaat men|dezelfde betekenis|de betekenis (die|van|zoals)|(?:have|has) the (?:same )?meaning|overwegende dat|whereas)\b/i
const definition = /^(?:\d{1,3}(?:\.\d{1,3})*\.?\s+|[a-z]\)\s+)?[“"]?\p{Lu}[\p{L}-]{2,30}(?: [\p{L}-]{2,20}){0,2}[”"]?: (?:een|de|het|degene|elke|iedere|an?|the|any|het geheel|natuurlijke)\b/u

function joined(lines: readonly Line[], headings: readonly string[]): Paragraph {
  let text = ''
  const starts: { offset: number; place: number }[] = []
  for (const line of lines) {
    // A word broken at the end of a line becomes whole; a hyphen before “en” belongs to the word.
    if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line.text) && !/^(en|of|and|or)\b/.test(line.text)) text = text.slice(0, -1)
    else if (text !== '') text += ' '
    if (starts.at(-1)?.place !== line.place) starts.push({ offset: text.length, place: line.place })
    text += line.text
  }
  return { text, starts, headings, isHeading: false }
}
