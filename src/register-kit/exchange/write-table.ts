// Writing: a table as CSV or XLSX, streamed row by row, safe to open in a spreadsheet and unchanged when read back.
//
// What comes back: every value as it was, with line breaks as `\n` and without NUL or half surrogates, which no spreadsheet keeps.
// Formulas are kept from running by the rule in cell-guard.ts.
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { Refused } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { guarded, guardedText, isDangerous } from './cell-guard.ts'
import { cleanText } from './cell-text.ts'
import { cellName, grouped } from './table.ts'
import { packedZip } from '../../ground/zip-writer.ts'

export type WriteColumn = {
  readonly heading: string
  /** Width in characters; by the kind when absent. */
  readonly width?: number
  /** `day` writes ISO days and `number` writes digits as real dates and numbers in XLSX; whatever else stands there stays text. */
  readonly kind?: 'text' | 'longText' | 'day' | 'number'
}

export type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>

/** Excel's own limit of one cell. */
export const longestXlsxCell = 32_767

export const csvType = 'text/csv; charset=utf-8'
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** CSV as Dutch Excel opens it without asking: UTF-8 with byte order mark, `;`, CRLF, quotes where needed. */
export function writeCsv(columns: readonly WriteColumn[], rows: Rows): Readable {
  const writer = stringify({ delimiter: ';', record_delimiter: '\r\n', bom: true, quoted_match: /[\r\n\t',"]|^\s|\s$/ })
  const input = Readable.from(guardedRows(columns, rows))
  input.on('error', (error) => writer.destroy(error))
  return input.pipe(writer)
}

/**
 * XLSX of one sheet with a frozen heading row, widths and a filter. Text is typed as text, so nothing in it runs.
 * The stream fails with Refused when a value is longer than a cell of Excel can be; CSV has no such limit.
 */
export function writeXlsx(columns: readonly WriteColumn[], rows: Rows, sheetName = 'Register'): Readable {
  return Readable.from(packedZip([
    { name: '[Content_Types].xml', text: [contentTypes] },
    { name: '_rels/.rels', text: [rootRelations] },
    { name: 'xl/workbook.xml', text: [workbookXml(sheetName)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations] },
    { name: 'xl/styles.xml', text: [styles] },
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml(columns, rows) },
  ]), { objectMode: false })
}

async function* guardedRows(columns: readonly WriteColumn[], rows: Rows): AsyncGenerator<string[]> {
  yield columns.map(({ heading }) => guarded(heading))
  for await (const row of rows) yield row.map((value) => guarded(keepable(value)))
}

/** Text as every spreadsheet keeps it. */
export function keepable(value: string): string {
  return cleanText(value).value.toWellFormed()
}

async function* sheetXml(columns: readonly WriteColumn[], rows: Rows): AsyncGenerator<string> {
  yield `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield `<cols>${columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`).join('')}</cols><sheetData>`
  yield rowXml(1, columns.map(({ heading }, index) => textXml(1, index, heading, style.heading)))
  let number = 1
  for await (const row of rows) {
    number++
    yield rowXml(number, row.map((value, index) => cellXml(number, index, keepable(value), columns[index]?.kind ?? 'text')))
  }
  const last = cellName(number, Math.max(columns.length - 1, 0))
  yield `</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
}

function cellXml(row: number, column: number, value: string, kind: NonNullable<WriteColumn['kind']>): string {
  if (value === '') return ''
  if (kind === 'day') {
    const serial = serialOf(value)
    if (serial !== null) return `<c r="${cellName(row, column)}" s="${style.day}"><v>${serial}</v></c>`
  }
  if (kind === 'number' && isNumber(value)) return `<c r="${cellName(row, column)}"><v>${value}</v></c>`
  if (value.length > longestXlsxCell) {
    const [place, length, most] = [cellName(row, column), grouped(value.length), grouped(longestXlsxCell)]
    throw new Refused(t(`Cel ${place} zou ${length} tekens krijgen; Excel kan er hoogstens ${most} aan. Kies CSV.`, `Cell ${place} would get ${length} characters; Excel holds at most ${most}. Choose CSV.`))
  }
  return textXml(row, column, value, isDangerous(value) ? style.quoted : style.text)
}

/** Digits that a spreadsheet shows again as they were: fifteen at most, without zeros in front. */
export function isNumber(value: string): boolean {
  return /^-?(?:0|[1-9]\d{0,14})$/.test(value) && value !== '-0'
}

function textXml(row: number, column: number, value: string, styleIndex: number): string {
  return `<c r="${cellName(row, column)}" t="inlineStr" s="${styleIndex}"><is><t xml:space="preserve">${escapeXml(guardedText(value))}</t></is></c>`
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`
}

// What XML can't hold is written as Excel writes it, `_x0007_`; text that looks like that already is kept apart by escaping its underscore.
function escapeXml(value: string): string {
  return value.replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_').replace(/[&<>"]/g, (character) => entities[character]!)
    // oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The number that spreadsheets keep a day as; null for what is no day, and before 1 March 1900, when Excel's calendar has a day too many. */
export function serialOf(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const moment = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day) return null
  const serial = Math.round((moment - Date.UTC(1899, 11, 30)) / 86_400_000)
  return serial >= 61 ? serial : null
}

export function widthOf({ heading, width, kind }: WriteColumn): number {
  return width ?? (kind === 'longText' ? 60 : kind === 'day' ? 14 : Math.min(40, Math.max(14, heading.length + 4)))
}

function workbookXml(sheetName: string): string {
  const name = escapeXml(sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31).trim() || 'Register')
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

const contentTypes = `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`
const rootRelations = `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const workbookRelations = `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`

// `quoted` is text that would be taken for a formula if somebody edited it: quotePrefix keeps it text then too.
const style = { heading: 1, text: 2, quoted: 3, day: 4 } as const
const styles = `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`
