// Flow text: words cut into lines that fit a box of a drawing, by what letters measure on average, since a server has no fonts to ask.

/** Width of a letter in ems, as in a wide font (DejaVu, Verdana): where the reader's is narrower there is room left, but nothing sticks out of its box. */
function letterWidth(letter: string): number {
  if (' ijl|.,:;\'’!·'.includes(letter)) return 0.31
  if ('ftrI()[]-/"“”'.includes(letter)) return 0.4
  if ('mwMW@%…—'.includes(letter)) return 0.97
  if (/[A-ZÀ-Þ&]/.test(letter)) return 0.69
  // Scripts with letters as wide as they are high.
  return letter >= '\u1100' ? 1 : 0.61
}

/** Width of words in the unit of `size`, the height of the letters. */
export function widthOf(words: string, size: number): number {
  let ems = 0
  for (const letter of words) ems += letterWidth(letter)
  return ems * size
}

/** The words in at most `most` lines of at most `width`; what is left over ends in `…`. A word longer than a line is broken with a hyphen. */
export function linesOf(words: string, options: { width: number; size: number; most: number }): string[] {
  const { width, size, most } = options
  const lines: string[] = []
  let line = ''
  for (const { piece, isGlued } of pieces(words, width, size)) {
    const longer = line === '' || isGlued ? line + piece : `${line} ${piece}`
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line)
      line = piece
    } else {
      line = longer
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shortened(lines[most - 1]!, width, size)]
}

/** Words, parted also after a hyphen or slash, each no wider than a line; a glued piece follows the one before it without a space. */
function pieces(words: string, width: number, size: number): { piece: string; isGlued: boolean }[] {
  return words.split(/\s+/).filter((word) => word !== '').flatMap((word) =>
    word.split(/(?<=\p{L}[-/])(?=\p{L})/u).flatMap((part) => broken(part, width, size)).map((piece, index) => ({ piece, isGlued: index > 0 })))
}

/** A word in parts that each fit a line. The last part keeps at least a few letters: one letter by itself reads as a fault. */
function broken(word: string, width: number, size: number): string[] {
  if (widthOf(word, size) <= width) return [word]
  const letters = [...word]
  let fits = 1
  while (widthOf(`${letters.slice(0, fits + 1).join('')}-`, size) <= width) fits++
  const head = Math.max(1, Math.min(fits, letters.length - fewestLeft))
  return [`${letters.slice(0, head).join('')}-`, ...broken(letters.slice(head).join(''), width, size)]
}

const fewestLeft = 4

function shortened(line: string, width: number, size: number): string {
  let letters = [...line]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters = letters.slice(0, -1)
  return `${letters.join('').replace(/[\s,;:.-]+$/, '')}…`
}
