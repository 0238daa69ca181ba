// Reading: opens a spreadsheet, finds its headings and streams the rows below them. The front of this room for import.
import { type Invalid, TooLarge } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { openCsv } from './csv-reader.ts'
import { refuse, tableKindOf } from './file-kind.ts'
import { findHeadingRow, type HeadingRow, headingRowAt } from './heading-row.ts'
import { openJson } from './json-reader.ts'
import { type KnownField, type RecognisedColumn, recogniseHeadings } from './recognise-headings.ts'
import { type CellMessage, columnLetters, defaultLimits, grouped, isBlankRow, type Limits, type Notice, type RowSource, type SheetInfo, type TableRow, type TextEncoding } from './table.ts'
import { openWorkbook } from './workbook-reader.ts'

export type ReadOptions = {
  /** The register's fields, by which headings are recognised. */
  fields?: readonly KnownField[]
  /** Sheet to read; without it the visible sheet with the most recognised headings. */
  sheet?: string
  /** Number of the row that holds the headings; without it they are looked for in the first 20 rows. */
  headingRow?: number
  limits?: Partial<Limits>
}

export type Table = {
  readonly kind: RowSource['kind']
  /** CSV only. */
  readonly encoding: TextEncoding | null
  readonly separator: string | null
  /** Workbooks only, in their own order. */
  readonly sheets: readonly SheetInfo[]
  readonly sheet: string | null
  /** One per column, never blank: a column without heading is called `Kolom C` or `Column C`. */
  readonly headings: readonly string[]
  /** None where the kind of file says the headings itself. */
  readonly headingRows: readonly number[]
  readonly columns: readonly RecognisedColumn[]
  /** About the file as a whole; more may come while the rows are read. */
  readonly notices: readonly Notice[]
  /**
   * The rows that aren't blank, each with as many cells as there are headings. Can be read once.
   * @throws Invalid when a row can't be read or there are none; TooLarge above the row limit.
   */
  readonly rows: AsyncIterable<TableRow>
  /** Frees file and thread; also done when the rows come to their end or the loop over them is left. */
  close(): Promise<void>
}

const searched = 20

/**
 * Opens a spreadsheet by its content: CSV in any usual encoding, XLSX, ODS, or JSON in the wire form of the API.
 * @throws Invalid, TooLarge with a message that says what to do.
 */
export async function openTable(path: string, options: ReadOptions = {}): Promise<Table> {
  const limits = { ...defaultLimits, ...options.limits }
  const fields = options.fields ?? []
  const kind = await tableKindOf(path, limits.bytes)
  const source = kind === 'csv' ? await openCsv(path, limits) : kind === 'json' ? await openJson(path, { fields, limits }) : await openWorkbook(path, { fields, sheet: options.sheet, limits })
  try {
    const first = await take(source.rows, Math.max(searched, options.headingRow ?? 0))
    const found = source.headings ? { headings: source.headings, rows: [], score: 1 } : options.headingRow === undefined ? findHeadingRow(first.slice(0, searched), fields) : headingRowAt(first, options.headingRow)
    if (!found) throw noHeadings(source.sheet, options.headingRow)
    const headings = nameColumns(found, first)
    if (headings.length > limits.columns) {
      throw refuse(t(`Het bestand heeft ${grouped(headings.length)} kolommen; hoogstens ${limits.columns} kan. Verwijder de kolommen die niet bij het register horen.`,
        `The file has ${grouped(headings.length)} columns; at most ${limits.columns} fit. Remove the columns that don’t belong to the register.`))
    }
    if (found.score === 0 && options.headingRow === undefined && fields.length > 0) {
      source.notices.push({ row: found.rows[0]!, message: t('Geen van de kolomkoppen is herkend. Kies zelf bij elke kolom het veld, of kies een andere rij met koppen.', 'None of the column headings was recognised. Choose the field for each column yourself, or choose another row of headings.') })
    }
    const below = rowsAfter(found, first)
    return {
      kind: source.kind, encoding: source.encoding, separator: source.separator, sheets: source.sheets, sheet: source.sheet,
      headings, headingRows: found.rows, columns: recogniseHeadings(headings, fields), notices: source.notices,
      rows: rowsBelow(source, below, headings.length, limits), close: () => source.close(),
    }
  } catch (error) {
    await source.close()
    throw error
  }
}

function noHeadings(sheet: string | null, headingRow: number | undefined): Invalid {
  if (headingRow !== undefined) return refuse(t(`Rij ${headingRow} is leeg; kies de rij waarin de kolomkoppen staan.`, `Row ${headingRow} is empty; choose the row that holds the column headings.`))
  return refuse(sheet === null ? t('Er staat niets in dit bestand, ook geen kolomkoppen.', 'There is nothing in this file, no column headings either.') : t(`Er staat niets in blad “${sheet}”, ook geen kolomkoppen.`, `There is nothing in sheet “${sheet}”, no column headings either.`))
}

async function* rowsBelow(source: RowSource, first: readonly TableRow[], width: number, limits: Limits): AsyncGenerator<TableRow> {
  let count = 0
  try {
    for await (const row of chained(first, source.rows)) {
      if (isBlankRow(row.cells) && row.messages.length === 0) continue
      count++
      if (count > limits.rows) throw new TooLarge(t(`Het bestand heeft meer dan ${grouped(limits.rows)} rijen; zoveel kan in één keer niet. Splits het bestand.`, `The file has more than ${grouped(limits.rows)} rows, too many at once. Split the file.`))
      yield toWidth(row, width)
    }
  } finally {
    await source.close()
  }
  if (count === 0) throw refuse(t('Het bestand heeft wel kolomkoppen, maar daaronder staan geen rijen.', 'The file has column headings, but no rows below them.'))
}

function toWidth(row: TableRow, width: number): TableRow {
  const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '').length
  const messages: readonly CellMessage[] = extra === 0 ? row.messages : [...row.messages, { column: null, level: 'refused', message: outside(row.number, extra) }]
  const cells = row.cells.length >= width ? row.cells.slice(0, width) : [...row.cells, ...Array<string>(width - row.cells.length).fill('')]
  return { number: row.number, cells, messages }
}

function outside(row: number, count: number): string {
  return t(`Rij ${row} heeft ${count === 1 ? 'een cel' : `${count} cellen`} buiten de kolommen met een kop. Staat er een scheidingsteken in een cel? Zet die cel dan tussen aanhalingstekens.`,
    `Row ${row} has ${count === 1 ? 'a cell' : `${count} cells`} outside the columns with a heading. Is there a separator in a cell? Then put that cell between quotation marks.`)
}

// Columns with values but no heading still have to be placed by a person, so they get a name.
function nameColumns(found: HeadingRow, rows: readonly TableRow[]): string[] {
  const below = rowsAfter(found, rows)
  const width = Math.max(found.headings.length, Math.min(found.headings.length + 50, ...below.length > 1 ? [widthOf(below)] : [found.headings.length]))
  return Array.from({ length: width }, (_, index) => (found.headings[index] ?? '') || t(`Kolom ${columnLetters(index)}`, `Column ${columnLetters(index)}`))
}

function rowsAfter(found: HeadingRow, rows: readonly TableRow[]): TableRow[] {
  return rows.filter((row) => row.number > (found.rows.at(-1) ?? 0))
}

// One row that is too wide is a slip in that row; columns count when most of the rows fill them.
function widthOf(rows: readonly TableRow[]): number {
  const widths = rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1).toSorted((one, other) => one - other)
  return widths[Math.floor(widths.length / 2)]!
}

async function take(rows: AsyncIterator<TableRow, undefined>, most: number): Promise<TableRow[]> {
  const taken: TableRow[] = []
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    taken.push(next.value)
    if (next.value.number >= most) break
  }
  return taken
}

async function* chained(first: readonly TableRow[], rest: AsyncIterator<TableRow, undefined>): AsyncGenerator<TableRow> {
  yield* first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
