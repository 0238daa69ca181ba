// Printable text: any text as a PDF/UA can hold it, where every character needs a glyph. What has none is written out, never dropped.

/** Marks a place where a long word may break; the templates know it. It isn't a character of anybody's text, as it has no glyph. */
export const breakMark = '\ue000'

const longestWord = 36

/** All strings in a value made printable; keys stay as they are. */
export function printable(value: unknown, hasGlyph: (code: number) => boolean): unknown {
  if (typeof value === 'string') return printableText(value, hasGlyph)
  if (Array.isArray(value)) return value.map((item) => printable(item, hasGlyph))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item, hasGlyph)]))
  return value
}

/** `a\u0007` → `a␇`, `\u{13000}` → `[U+13000]`; line ends become `\n`; words of more than 36 characters get places to break. */
export function printableText(text: string, hasGlyph: (code: number) => boolean): string {
  return withBreaks(text.toWellFormed().replace(/\r\n?/g, '\n').replace(/[^\n\u0020-\u007e\u00a0-\u024f]/gu, (character) => shown(character, hasGlyph)))
}

/** A title for the document's own properties: one line, without places to break. */
export function printableTitle(text: string, hasGlyph: (code: number) => boolean): string {
  return printableText(text, hasGlyph).replaceAll(breakMark, '').replace(/\s+/g, ' ').trim()
}

function shown(character: string, hasGlyph: (code: number) => boolean): string {
  const code = character.codePointAt(0)!
  if (character === '\t') return ' '
  // Unicode has pictures of the control characters.
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  // A byte order mark may not stand in a PDF/UA; inside a text it means what the word joiner means.
  if (code === 0xfeff) return '\u2060'
  // Joiners, marks of direction and the like show nothing by themselves and need no glyph.
  if (/\p{Default_Ignorable_Code_Point}/u.test(character) && /\p{Assigned}/u.test(character)) return character
  return !isNoCharacter(code) && code >= 0xa0 && hasGlyph(code) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** For private use, or never to be a character. */
function isNoCharacter(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000 || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe
}

// By graphemes it would be finer, and slower than setting the page; between two letters of a word of 36 it hardly matters.
function withBreaks(text: string): string {
  return text.replace(longWord, (word) => word.match(pieceOfWord)!.join(breakMark))
}

const longWord = new RegExp(`\\S{${longestWord + 1},}`, 'gu')
const pieceOfWord = /.(?:\p{M}|\p{Default_Ignorable_Code_Point})*(?:.(?:\p{M}|\p{Default_Ignorable_Code_Point})*){0,11}/gu
