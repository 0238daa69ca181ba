// Page furniture: lines that every page repeats, and tables of contents: they name every subject of an agreement and settle none.
import type { Piece } from '../../../document-reading/document-text.ts'

export type Line = { readonly place: number; readonly level: number | null; readonly text: string }

/** The lines of a document in order, without what stands above or below every page and without its table of contents. */
export function bodyLines(pieces: readonly Piece[]): Line[] {
  const pages = pieces.map(({ place, level, text }) => text.split('\n').map((line) => ({ place, level, text: line.replace(/\s+/g, ' ').trim() })).filter((line) => line.text !== ''))
  const repeated = repeatedLines(pages)
  return withoutContents(pages.flatMap((lines) => lines.filter((line, index) => !(isAtEdge(index, lines.length) && repeated.has(shapeOf(line.text))))))
}

const edge = 3

function isAtEdge(index: number, count: number): boolean {
  return index < edge || index >= count - edge
}

/** Page numbers differ from page to page; the rest of a running head doesn't. */
function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#')
}

function repeatedLines(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  // A paragraph of a text document is a page of one line here: only pages of several lines have furniture.
  const long = pages.filter((lines) => lines.length > 2 * edge)
  const counts = new Map<string, number>()
  for (const lines of long) for (const shape of new Set(lines.filter((_, index) => isAtEdge(index, lines.length)).map(({ text }) => shapeOf(text)))) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3 && count >= long.length / 2).map(([shape]) => shape))
}

const contentsHeading = /^(inhoud|inhoudsopgave|table of contents|contents|index)$/i
const dotted = /(?:\.\s?){4,}\s*\d{1,4}$/
const numbered = /^\S.{2,100}\s\d{1,4}$/

function withoutContents(lines: readonly Line[]): Line[] {
  let isContents = false
  return lines.filter(({ text }) => {
    if (contentsHeading.test(text)) {
      isContents = true
      return false
    }
    if (dotted.test(text)) return false
    isContents &&= numbered.test(text)
    return !isContents
  })
}
