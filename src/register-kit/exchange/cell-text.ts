// Cell text: what every cell goes through, whichever file it came from.
import { cellName } from './table.ts'

/** Line breaks become `\n`; NUL characters, which no database keeps, go. */
export function cleanText(text: string): { value: string; hasNulls: boolean } {
  const hasNulls = text.includes('\0')
  const plain = hasNulls ? text.replaceAll('\0', '') : text
  return { value: plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain, hasNulls }
}

export function tooLong(row: number, column: number, length: number, most: number): string {
  return `Cel ${cellName(row, column)} bevat ${length.toLocaleString('nl-NL')} tekens; hoogstens ${most.toLocaleString('nl-NL')} kan. Deze cel is niet gelezen, de rest van de rij wel.`
}
