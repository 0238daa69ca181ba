// Tables as they come in: what every kind of spreadsheet is turned into, and how much of one is accepted.
import { currentLanguage } from '../../ground/words.ts'

export type Limits = {
  /** Size of the file as it was sent. */
  bytes: number
  /** Data rows below the headings. */
  rows: number
  columns: number
  /** Characters in one cell; a longer cell is refused, its row is still read. */
  cellCharacters: number
  /** Everything inside an .xlsx or .ods together, once unpacked. */
  inflatedBytes: number
  zipEntries: number
  /** JavaScript memory of the thread that reads a workbook. */
  memoryMegabytes: number
  /** How long reading a workbook may take before the first row comes out. */
  seconds: number
}

export const defaultLimits: Limits = {
  bytes: 50 * 1024 * 1024,
  rows: 100_000,
  columns: 300,
  cellCharacters: 100_000,
  inflatedBytes: 300 * 1024 * 1024,
  zipEntries: 2_000,
  memoryMegabytes: 3_072,
  seconds: 120,
}

/** Something a person should know about the file as a whole or one place in it; `row` counts from 1 as the spreadsheet shows it. */
export type Notice = { readonly row: number | null; readonly message: string }

/** A message about one cell or row: `refused` cells come out empty, `notice` cells hold the value that the message explains. */
export type CellMessage = { readonly column: number | null; readonly level: 'refused' | 'notice'; readonly message: string }

/** One row that isn't blank. `cells` are plain text: days are ISO (`2025-12-31`), yes and no `ja` and `nee`, line breaks `\n`. */
export type TableRow = { readonly number: number; readonly cells: readonly string[]; readonly messages: readonly CellMessage[] }

export type SheetInfo = { readonly name: string; readonly isHidden: boolean }

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Where rows come from, before anybody looked for headings: blank rows may be left out, their numbers aren't reused. */
export type RowSource = {
  readonly kind: 'csv' | 'xlsx' | 'ods' | 'json'
  readonly encoding: TextEncoding | null
  readonly separator: string | null
  readonly sheets: readonly SheetInfo[]
  readonly sheet: string | null
  /** Where the kind of file itself says them; otherwise they are looked for in the first rows. */
  readonly headings?: readonly string[]
  /** Filled while reading; complete once the rows are. */
  readonly notices: Notice[]
  readonly rows: AsyncIterator<TableRow, undefined>
  close(): Promise<void>
}

/** `0` → `A`, `26` → `AA`: a column as the spreadsheet names it. */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))
}

/** `C7`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

export function megabytes(bytes: number): string {
  return `${grouped(Math.round(bytes / 1024 / 1024))} MB`
}

/** `100.000`, or `100,000` for who reads English. */
export function grouped(count: number): string {
  return count.toLocaleString(currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB')
}

export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
