// Finding passages: which places in an agreement settle a point of the checklist, by several words close together, under which heading, and how sure that is. What isn't there stays empty.
import type { Piece } from '../../../document-reading/document-text.ts'
import { checklist, type ChecklistKey } from '../checklist.ts'
import { isAside, type Paragraph, paragraphsOf, placeAt } from './paragraphs.ts'
import { annexes, disclaimer, type Pattern, patterns, type Way } from './patterns.ts'

export type Passage = {
  readonly key: ChecklistKey
  /** Page of a PDF, paragraph of a text document. */
  readonly place: number
  readonly heading: string | null
  readonly quote: string
  /** The words by which it was found. */
  readonly words: readonly string[]
  readonly isStrong: boolean
}

const mostPerPoint = 3
const longestQuote = 700

export function findPassages(pieces: readonly Piece[]): Passage[] {
  const finder = startFinding(pieces)
  while (finder.next(1000)) continue
  return finder.found()
}

/** The same in steps, for whoever may not be kept busy: `next` looks at so many paragraphs more, and is false when there are none. */
export function startFinding(pieces: readonly Piece[]): { next(count: number): boolean; found(): Passage[] } {
  const paragraphs = paragraphsOf(pieces)
  const scored: Scored[] = []
  let at = 0
  return {
    next(count) {
      for (const end = Math.min(at + count, paragraphs.length); at < end; at++) scored.push(...scoresOf(paragraphs[at]!, at))
      return at < paragraphs.length
    },
    found: () => checklist.flatMap(({ key }) => best(scored.filter((one) => one.passage.key === key))),
  }
}

type Scored = { readonly score: number; readonly order: number; readonly passage: Passage }

/** The surest first; what is doubtful only where nothing is sure. */
function best(scored: readonly Scored[]): Passage[] {
  const ranked = scored.toSorted((one, other) => other.score - one.score || one.order - other.order)
  const strong = ranked.filter(({ passage }) => passage.isStrong)
  return (strong.length > 0 ? strong : ranked).slice(0, mostPerPoint).map(({ passage }) => passage)
}

function scoresOf(paragraph: Paragraph, order: number): Scored[] {
  if (paragraph.isHeading) return annexScores(paragraph, order)
  return windowsOf(paragraph.text).flatMap((window) => {
    const text = withoutDisclaimers(window.text)
    return (Object.entries(patterns) as [ChecklistKey, Pattern][]).flatMap(([key, pattern]) => {
      const found = scoreOf(text, pattern, paragraph)
      return found === undefined ? [] : [{
        score: found.score, order, passage: {
          key, place: placeAt(paragraph, window.offset + found.from), heading: paragraph.headings[0] ?? null,
          quote: quoteOf(window.text, found.from, found.to), words: found.words, isStrong: found.score >= strongFrom,
        },
      }]
    })
  })
}

const strongFrom = 3
const leastScore = 2

type Found = { readonly score: number; readonly words: readonly string[]; readonly from: number; readonly to: number }

function scoreOf(text: string, { heading, ways, never, also }: Pattern, paragraph: Paragraph): Found | undefined {
  for (const way of ways) {
    const hit = together(text, way)
    if (!hit) continue
    const near = text.slice(Math.max(0, hit.from - 80), hit.to + 80)
    if (never?.test(near)) continue
    const score = way.weight + (paragraph.headings.some((one) => heading.test(one)) ? 1 : 0) + (also?.test(near) ? 1 : 0) - (isAside(paragraph) ? 3 : 0)
    if (score >= leastScore) return { ...hit, score }
  }
  return undefined
}

/** The narrowest place where all words of a way stand together. */
function together(text: string, { words, within }: Way): Omit<Found, 'score'> | undefined {
  const places: { at: number; text: string }[][] = []
  for (const word of words) {
    const matches = [...text.matchAll(new RegExp(word.source, `${word.flags}g`))].map((match) => ({ at: match.index, text: match[0] }))
    if (matches.length === 0) return undefined
    places.push(matches)
  }
  let found: { from: number; to: number; words: string[] } | undefined
  for (const anchor of places[0]!) {
    const chosen = [anchor, ...places.slice(1).map((matches) => matches.reduce((one, other) => Math.abs(other.at - anchor.at) < Math.abs(one.at - anchor.at) ? other : one))]
    const from = Math.min(...chosen.map(({ at }) => at))
    const to = Math.max(...chosen.map(({ at, text: letters }) => at + letters.length))
    if (to - from <= within && (found === undefined || to - from < found.to - found.from)) found = { from, to, words: [...new Set(chosen.map(({ text: letters }) => letters.trim()))] }
  }
  return found
}

/** A sentence that says that a subject is left out settles nothing; what stands beside it may. */
function withoutDisclaimers(text: string): string {
  if (!disclaimer.test(text)) return text
  return sentencesOf(text).map(({ at, end }, index, all) => {
    const sentence = text.slice(at, all[index + 1]?.at ?? end)
    return disclaimer.test(sentence) ? ' '.repeat(sentence.length) : sentence
  }).join('')
}

/** Sentences of a paragraph; a long one in stretches that overlap, so that what belongs together is seen together. */
function windowsOf(text: string): { offset: number; text: string }[] {
  if (text.length <= 900) return [{ offset: 0, text }]
  const sentences = sentencesOf(text)
  const windows: { offset: number; text: string }[] = []
  for (let index = 0; index < sentences.length; index += 2) {
    const part = sentences.slice(index, index + 4)
    windows.push({ offset: part[0]!.at, text: text.slice(part[0]!.at, Math.min(part.at(-1)!.end, part[0]!.at + 2_000)) })
  }
  return windows
}

function sentencesOf(text: string): { at: number; end: number }[] {
  const ends = [...text.matchAll(/[.;!?](?=\s+[\p{Lu}(“"€])/gu)].map(({ index }) => index + 1)
  return [...ends, text.length].map((end, index) => ({ at: index === 0 ? 0 : ends[index - 1]! + 1, end })).filter(({ at, end }) => end > at)
}

/** Whole sentences around what was found. */
function quoteOf(text: string, from: number, to: number): string {
  const sentences = sentencesOf(text)
  const first = sentences.findLast(({ at }) => at <= from)?.at ?? 0
  const last = sentences.find(({ end }) => end >= to)?.end ?? text.length
  const quote = text.slice(first, last).trim()
  return quote.length <= longestQuote ? quote : `${quote.slice(0, longestQuote - 1)}…`
}

function annexScores(paragraph: Paragraph, order: number): Scored[] {
  const title = /^(?:bijlage|annex|appendix|schedule|aanhangsel)\s+[\dA-Z]{1,4}\b[\s.:–-]*(.*)$/i.exec(paragraph.text)?.[1] ?? ''
  // The first that fits: “beveiligingsincidenten melden” isn't the annex on security.
  const key = title === '' ? undefined : (['annexcontacts', 'annexsubs', 'annexsecurity', 'annexprocessings'] as const).find((one) => annexes[one].test(title))
  if (key === undefined) return []
  const words = [annexes[key].exec(title)![0]]
  return [{ score: strongFrom, order, passage: { key, place: placeAt(paragraph, 0), heading: paragraph.text, quote: paragraph.text, words, isStrong: true } }]
}
