// Comparing passages: what became of a passage in a newer document: still there to the letter, changed, or gone.
import type { Paragraph } from './paragraphs.ts'
import { placeAt } from './paragraphs.ts'

export type Comparison =
  | { readonly state: 'same' | 'changed'; readonly place: number; readonly quote: string }
  | { readonly state: 'gone' }

/** Below this share of its words in one stretch of the newer document a passage counts as gone. */
const leastAlike = 0.45
const shingle = 3

/** Finds a passage again in a newer document. Numbers of articles and signs don't count: “5.1” that became “6.1” is the same. */
export function comparePassage(quote: string, paragraphs: readonly Paragraph[]): Comparison {
  const wanted = wordsOf(quote)
  const letters = wanted.map(({ word }) => word).join(' ')
  if (letters === '') return { state: 'gone' }
  const pairs = new Set(shinglesOf(wanted))
  let best: { alike: number; comparison: Comparison } | undefined
  for (const paragraph of paragraphs) {
    const words = wordsOf(paragraph.text)
    const plain = words.map(({ word }) => word).join(' ')
    if (` ${plain} `.includes(` ${letters} `)) {
      const first = ` ${plain} `.slice(0, ` ${plain} `.indexOf(` ${letters} `)).split(' ').filter(Boolean).length
      return { state: 'same', place: placeAt(paragraph, words[first]?.at ?? 0), quote }
    }
    const stretch = mostAlike(words, pairs, wanted.length)
    if (stretch && stretch.alike >= leastAlike && stretch.alike > (best?.alike ?? 0)) {
      best = { alike: stretch.alike, comparison: { state: 'changed', place: placeAt(paragraph, stretch.from), quote: paragraph.text.slice(stretch.from, stretch.to).slice(0, 700) } }
    }
  }
  return best?.comparison ?? { state: 'gone' }
}

type Word = { readonly word: string; readonly at: number; readonly end: number }

function wordsOf(text: string): Word[] {
  // The number before an article isn't part of what it says.
  const offset = /^\s*(?:\d{1,3}(?:\.\d{1,3})*\.?|\(?[a-z]{1,2}\))\s/.exec(text)?.[0].length ?? 0
  return [...text.slice(offset).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: match[0].toLowerCase(), at: offset + match.index, end: offset + match.index + match[0].length }))
}

function shinglesOf(words: readonly Word[]): string[] {
  const size = Math.min(shingle, words.length)
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, index) => words.slice(index, index + size).map(({ word }) => word).join(' '))
}

/** The stretch as long as the passage, and half as much more, that shares most with it: of both, what they share against what they don't. */
function mostAlike(words: readonly Word[], pairs: ReadonlySet<string>, length: number): { alike: number; from: number; to: number } | undefined {
  const own = shinglesOf(words)
  const hits = own.map((one) => pairs.has(one))
  if (!hits.includes(true)) return undefined
  const size = Math.max(1, Math.min(own.length, Math.ceil(length * 1.5)))
  let count = hits.slice(0, size).filter(Boolean).length
  let best = { count, start: 0 }
  for (let start = 1; start + size <= hits.length; start++) {
    count += Number(hits[start + size - 1]) - Number(hits[start - 1])
    if (count > best.count) best = { count, start }
  }
  const first = words[best.start]!
  const last = words[Math.min(words.length - 1, best.start + size + shingle - 2)]!
  return { alike: best.count / pairs.size, from: best.start === 0 ? 0 : first.at, to: last.end }
}
