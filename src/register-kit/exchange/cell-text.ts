// Cell text: what every cell goes through, whichever file it came from.
import { t } from '../../ground/words.ts'
import { cellName, grouped } from './table.ts'

/** Line breaks become `\n`; NUL characters, which no database keeps, go. */
export function cleanText(text: string): { value: string; hasNulls: boolean } {
  const hasNulls = text.includes('\0')
  const plain = hasNulls ? text.replaceAll('\0', '') : text
  return { value: plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain, hasNulls }
}

export function tooLong(row: number, column: number, length: number, most: number): string {
  const [place, has, fit] = [cellName(row, column), grouped(length), grouped(most)]
  return t(`Cel ${place} bevat ${has} tekens; hoogstens ${fit} kan. Deze cel is niet gelezen, de rest van de rij wel.`, `Cell ${place} holds ${has} characters; at most ${fit} fit. This cell wasn’t read, the rest of the row was.`)
}

export function nullsLeftOut(row: number, column: number): string {
  const place = cellName(row, column)
  return t(`Cel ${place} bevatte onleesbare tekens (NUL); die zijn weggelaten.`, `Cell ${place} held unreadable characters (NUL); they were left out.`)
}
