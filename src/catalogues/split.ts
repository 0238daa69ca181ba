// Splitting: a spreadsheet cell that lists several values, into those values.
import type { Match, Matcher } from './match.ts'

/**
 * The values in a cell, in order, each once. Splits at line ends, `;`, bullets, commas and the last ` en `, never inside brackets or an article of law.
 * `isKnown` tells which pieces are one value as they stand (`naam, adres en woonplaats`); those stay whole.
 */
export function splitValues(text: string, isKnown: (piece: string) => boolean = () => false): string[] {
  const pieces = cutAt(text, hardCut).map(tidy).filter((piece) => piece !== '')
  return [...new Set(pieces.flatMap((piece) => splitPiece(piece, isKnown)))]
}

/** The values in a cell with what each of them means. */
export function matchCell(matcher: Matcher, text: string): { text: string; match: Match }[] {
  return splitValues(text, (piece) => matcher(piece).certainty === 'sure').map((piece) => ({ text: piece, match: matcher(piece) }))
}

function splitPiece(piece: string, isKnown: (piece: string) => boolean): string[] {
  if (isKnown(piece)) return [piece]
  const headed = /^([^:()]{3,60}):\s+(\S[^]*)$/.exec(piece)
  // `Bijzondere persoonsgegevens: gezondheid, religie`: the heading may be a value too, and nothing may be lost silently.
  if (headed && !/\d$/.test(headed[1]!)) return [tidy(headed[1]!), ...splitPiece(tidy(headed[2]!), isKnown)]
  const parts = cutAt(piece, commaCut).map(tidy).filter((part) => part !== '')
  return parts.flatMap((part, at) => splitPair(part, parts.length > 1 && at === parts.length - 1, isKnown))
}

function splitPair(part: string, isLastOfList: boolean, isKnown: (piece: string) => boolean): string[] {
  if (isKnown(part)) return [part]
  const sides = cutAt(part, pairCut).map(tidy).filter((side) => side !== '')
  if (sides.length < 2 || sides.some(isNoValue)) return [part]
  const isShort = sides.every((side) => side.split(/\s+/).length <= 3)
  return isLastOfList || isShort || sides.some(isKnown) ? sides.flatMap((side) => (sides.length > 1 ? splitPair(side, false, isKnown) : [side])) : [part]
}

// `woon- en verblijfplaats`, `sub c en e`, `aanhef en onder b`: no pair of values.
function isNoValue(side: string): boolean {
  return side.endsWith('-') || /^(?:[a-z]|\d+[a-z]?|(?:onder|sub|lid)\b.*)$/i.test(side)
}

/** `may` finds the places worth a look; `length` says how many characters of a place part two values, 0 for none. */
type Cut = { readonly may: RegExp; readonly length: (text: string, at: number) => number }

const hardCut: Cut = { may: /[;\n\r\t|•·▪●◦‣]/g, length: () => 1 }

const commaCut: Cut = {
  may: /,/g,
  length: (text, at) => {
    if (/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')) return 0
    return /^\s*(?:sub|onder|lid|letter|onderdeel|aanhef|eerste lid|tweede lid|derde lid|tweede alinea|jo\b|juncto)/i.test(text.slice(at + 1, at + 20)) ? 0 : 1
  },
}

const pairCut: Cut = {
  may: /(?<=\S)\s{1,5}(?:en\/of|en|and|alsmede|evenals|[&+/])\s/gi,
  length: (text, at) => /^\s+\S+\s+/.exec(text.slice(at, at + 24))?.[0].length ?? 0,
}

function cutAt(text: string, cut: Cut): string[] {
  const places = [...text.matchAll(cut.may)].map((found) => found.index)
  if (places.length === 0) return [text]
  const isInside = bracketsIn(text)
  const parts: string[] = []
  let start = 0
  for (const at of places) {
    const length = at < start || isInside(at) ? 0 : cut.length(text, at)
    if (length === 0) continue
    parts.push(text.slice(start, at))
    start = at + length
  }
  parts.push(text.slice(start))
  return parts
}

/** Tells of places in rising order whether they lie between brackets. */
function bracketsIn(text: string): (at: number) => boolean {
  // A bracket that is never closed must not swallow the rest of the cell.
  if (!text.includes('(') || text.split('(').length !== text.split(')').length) return () => false
  let depth = 0
  let seen = 0
  return (at) => {
    for (; seen < at; seen++) {
      if (text[seen] === '(') depth += 1
      else if (text[seen] === ')') depth = Math.max(0, depth - 1)
    }
    return depth > 0
  }
}

const leadIn = /^(?:[-–—*>]+|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s)|o\s|(?:o\.?a\.?|onder andere|onder meer|waaronder|bijv\.?|bijvoorbeeld|t\.?w\.?|te weten|evt\.?|eventueel|zoals|en|alsmede|evenals)(?=[\s:]):?)\s*/i

function tidy(piece: string): string {
  const body = piece.trim().replace(leadIn, '')
  // By hand: a pattern that ends in `$` takes quadratic time on a cell with a million spaces in it.
  let end = body.length
  while (end > 0 && ' \n\r\t.,:'.includes(body[end - 1]!)) end -= 1
  return body.slice(0, end)
}
