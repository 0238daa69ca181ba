// Cell notation: how a list and a repeating group stand in one cell, so that people can read and edit them and nothing is lost.
//
// A list:  `Naam; Adres; Geboortedatum`.  A group: one row per line, its parts divided by ` | `.
// A backslash takes away a character's meaning: `\;` `\|` `\\`, a line break inside a part is `\n` (`\r` the other one), a
// space that belongs to the part at its edge is `\ `, and `\e` is a part with nothing in it where nothing would be seen.

/** `['NAW', 'a;b']` → `NAW; a\;b`. One term that holds a comma ends in `;`, since people write lists with commas too. */
export function formatList(terms: readonly string[]): string {
  const written = terms.map((term) => (term === '' ? '\\e' : escaped(term, ';').replace(/^[-*•·](?=\s|$)/, '\\$&')))
  return written.length === 1 && written[0]!.includes(',') ? `${written[0]!};` : written.join('; ')
}

/** Reads what `formatList` wrote, and what people write: terms divided by `;`, by lines, by bullets, or by commas outside brackets. */
export function parseList(cell: string): string[] {
  const parts = split(cell, (character) => character === ';' || character === '\n')
  const isByComma = parts.length === 1
  return (isByComma ? split(cell, (character, depth) => character === ',' && depth === 0) : parts)
    .map((part) => trim(part).replace(/^[-*•·](?:\s+|$)/, '')).filter((part) => part !== '').map(unescape)
}

/** `[['Doel', 'a|b'], ['x', '']]` → `Doel | a\|b` and, on the next line, `x | `. Every row has at least one part. */
export function formatRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => (row.length === 1 && row[0] === '' ? '\\e' : row.map((part) => escaped(part, '|')).join(' | '))).join('\n')
}

/** Reads what `formatRows` wrote; blank lines are passed over. Rows may differ in length: the caller knows how many parts it wants. */
export function parseRows(cell: string): string[][] {
  return cell.split(/\r\n|\r|\n/).filter((line) => trim(line) !== '').map((line) => split(line, (character) => character === '|').map((part) => unescape(trim(part))))
}

const letters: Record<string, string> = { '\n': 'n', '\r': 'r' }
const meanings: Record<string, string> = { n: '\n', r: '\r', e: '' }

// Spaces and tabs at the edge would be lost to the reader's trimming, and to the eye.
function escaped(part: string, divider: string): string {
  const start = startOf(part, ' \t')
  const end = endOf(part, ' \t')
  return part.replace(/[\\;|\n\r \t]/g, (character, at: number) => {
    const isEdge = (character === ' ' || character === '\t') && (at < start || at >= end)
    return isEdge || character === '\\' || character === divider || character in letters ? `\\${letters[character] ?? character}` : character
  })
}

// An unknown letter after a backslash is no escape of ours (`C:\map`), so both are kept.
function unescape(part: string): string {
  return part.replace(/\\([\s\S])/g, (both, character: string) => meanings[character] ?? (/[\p{L}\p{N}]/u.test(character) ? both : character))
}

function trim(part: string): string {
  const start = startOf(part, ' \t\r')
  const end = Math.max(start, endOf(part, ' \t\r'))
  // A space after an odd number of backslashes was written as part of the value.
  const backslashes = end - Math.max(start, endOf(part.slice(0, end), '\\'))
  return part.slice(start, backslashes % 2 === 1 ? end + 1 : end)
}

// By hand: a pattern that ends in `+$` takes the square of the length on a long run of spaces inside.
function startOf(text: string, characters: string): number {
  let at = 0
  while (at < text.length && characters.includes(text[at]!)) at++
  return at
}

function endOf(text: string, characters: string): number {
  let at = text.length
  while (at > 0 && characters.includes(text[at - 1]!)) at--
  return at
}

function split(text: string, divides: (character: string, depth: number) => boolean): string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '\\' && at + 1 < text.length) {
      part += character + text[++at]!
    } else if (divides(character, depth)) {
      parts.push(part)
      part = ''
    } else {
      if (character === '(') depth++
      if (character === ')') depth = Math.max(0, depth - 1)
      part += character
    }
  }
  return [...parts, part]
}
