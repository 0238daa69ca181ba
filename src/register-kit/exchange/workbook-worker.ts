// The thread that reads workbooks, apart from the one that serves people: a workbook is held in memory whole, and may take seconds.
import { parentPort, workerData } from 'node:worker_threads'
import { read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { Refusal, TooLarge } from '../../ground/refusals.ts'
import { inLanguage, type Language, t } from '../../ground/words.ts'
import { unguarded } from './cell-guard.ts'
import { cleanText, nullsLeftOut, tooLong } from './cell-text.ts'
import { type CellMessage, cellName, columnLetters, type Limits, type Notice, type SheetInfo, type TableRow } from './table.ts'
import { type Cell, type DateReader, textOf } from './workbook-cells.ts'
import { damaged, readParts, type WorkbookParts } from './workbook-parts.ts'
import { NoticeTally } from './notice-tally.ts'
import { storedZip } from '../../ground/zip-writer.ts'

export type Task = { readonly path: string; readonly limits: Limits; readonly sheet: string | undefined; /** Of who waits for it: a thread doesn't know by itself. */ readonly language: Language }
export type Preview = { readonly name: string; readonly rows: readonly TableRow[] }
export type Question = { readonly ask: 'choose'; readonly sheet: string } | { readonly ask: 'more' }
export type Answer =
  | { readonly kind: 'opened'; readonly format: 'xlsx' | 'ods'; readonly sheets: readonly SheetInfo[]; readonly previews: readonly Preview[] }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[]; readonly notices: readonly Notice[]; readonly isLast: boolean }
  | { readonly kind: 'refused'; readonly isTooLarge: boolean; readonly message: string }

const chunk = 500
const previewRows = 20

const { path, limits, sheet: chosen, language } = workerData as Task
const port = parentPort!
const reply = (answer: Answer) => port.postMessage(answer)

let book: WorkBook | null = null
let rows: Generator<TableRow> | null = null
const tally = new NoticeTally()

await inLanguage(language, open)
port.on('message', (question: Question) => inLanguage(language, () => answer(question)))

async function open(): Promise<void> {
  try {
    const opened = await readParts(path, limits)
    const names = opened.kind === 'xlsx' ? sheetsOf(parse(withoutCells(opened), [])) : null
    const wanted = names?.filter((sheet) => (chosen === undefined ? !sheet.isHidden : sheet.name === chosen)).map(({ name }) => name)
    book = opened.kind === 'ods' ? withPlainNames(parse(withPlainUnderscores(opened), wanted)) : parse(opened, wanted)
    const sheets = (names ?? sheetsOf(book)).filter(({ name }) => book!.Sheets[name]?.['!type'] === undefined || book!.Sheets[name]!['!type'] === 'sheet')
    const previews = sheets.filter((sheet) => (chosen === undefined ? !sheet.isHidden : sheet.name === chosen) && book!.Sheets[sheet.name])
      .map(({ name }) => ({ name, rows: [...rowsOf(book!, name, new NoticeTally(), previewRows)] }))
    reply({ kind: 'opened', format: opened.kind, sheets, previews })
  } catch (error) {
    refuse(error)
  }
}

function answer(question: Question): void {
  try {
    if (question.ask === 'choose') rows = rowsOf(book!, question.sheet, tally)
    answerRows()
  } catch (error) {
    refuse(error)
  }
}

function answerRows(): void {
  const taken: TableRow[] = []
  let isLast = false
  while (taken.length < chunk) {
    const next = rows!.next()
    if (next.done) {
      isLast = true
      break
    }
    taken.push(next.value)
  }
  reply({ kind: 'rows', rows: taken, notices: isLast ? [...tally.take(), ...tally.rest()] : tally.take(), isLast })
}

function refuse(error: unknown): void {
  const refusal = error instanceof Refusal ? error : damaged()
  reply({ kind: 'refused', isTooLarge: refusal instanceof TooLarge, message: refusal.message })
}

// Only the parts with cells come this far, unpacked and measured; SheetJS never sees the archive that was sent.
function parse({ parts }: Pick<WorkbookParts, 'parts'>, sheets: readonly string[] | undefined): WorkBook {
  return read(storedZip(parts), {
    type: 'buffer', dense: true, cellFormula: true, cellHTML: false, cellText: false, cellNF: true, cellStyles: true, sheetStubs: true,
    sheetRows: limits.rows + 100, ...(sheets ? { sheets: [...sheets] } : {}),
  })
}

// SheetJS reads `_x000D_` as a carriage return in every workbook, while only XLSX writes it so; `_x005F_` is how it reads an underscore.
function withPlainUnderscores({ parts }: WorkbookParts): Pick<WorkbookParts, 'parts'> {
  return { parts: parts.map((part) => (part.bytes.includes('_x') ? { ...part, bytes: Buffer.from(part.bytes.toString('utf8').replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')) } : part)) }
}

// SheetJS leaves the names of ODS sheets as XML writes them: `Register &amp; bijlagen`.
function withPlainNames(workbook: WorkBook): WorkBook {
  const plain = (name: string) => name.replace(/&(amp|lt|gt|quot|apos);/g, (whole, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[entity] ?? whole)
  return { ...workbook, SheetNames: workbook.SheetNames.map(plain), Sheets: Object.fromEntries(Object.entries(workbook.Sheets).map(([name, sheet]) => [plain(name), sheet])) }
}

function withoutCells({ parts }: WorkbookParts): Pick<WorkbookParts, 'parts'> {
  return { parts: parts.filter(({ name }) => !name.startsWith('xl/worksheets/') && !/sharedStrings/i.test(name)) }
}

function sheetsOf(workbook: WorkBook): SheetInfo[] {
  return workbook.SheetNames.map((name, index) => ({ name, isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 }))
}

function* rowsOf(workbook: WorkBook, name: string, notes: NoticeTally, most = Infinity): Generator<TableRow> {
  const sheet = workbook.Sheets[name]
  if (!sheet) throw damaged()
  const data = (sheet['!data'] ?? []) as (Cell | undefined)[][]
  const dates = dateReader(workbook)
  const merges = verticalMerges(sheet, data.length)
  const hiddenColumns = new Set((sheet['!cols'] ?? []).flatMap((column, index) => (column?.hidden && index < limits.columns ? [index] : [])))
  const usedColumns = new Set<number>()
  for (let index = 0; index < Math.min(data.length, most); index++) {
    const number = index + 1
    const messages: CellMessage[] = []
    const cells: string[] = []
    data[index]?.forEach((cell, column) => {
      const text = cell ? readCell(cell, number, column, dates, notes, messages) : ''
      if (text === '') return
      while (cells.length < column) cells.push('')
      cells[column] = text
      usedColumns.add(column)
    })
    if (cells.length === 0 && messages.length === 0) continue
    for (const merge of merges.get(index) ?? []) repeat(merge, cells, data, number, dates, notes)
    if (sheet['!rows']?.[index]?.hidden) {
      notes.add('hidden row', number, t(`Rij ${number} is verborgen in het blad en is wel ingelezen.`, `Row ${number} is hidden in the sheet and was read all the same.`),
        (count) => t(`Er zijn nog ${count} andere verborgen rijen; ook die zijn ingelezen.`, `There are ${count} more hidden rows; they were read too.`))
    }
    yield { number, cells, messages }
  }
  for (const column of hiddenColumns) {
    if (!usedColumns.has(column)) continue
    const letters = columnLetters(column)
    notes.add('hidden column', null, t(`Kolom ${letters} is verborgen in het blad en is wel ingelezen.`, `Column ${letters} is hidden in the sheet and was read all the same.`),
      (count) => t(`Er zijn nog ${count} andere verborgen kolommen; ook die zijn ingelezen.`, `There are ${count} more hidden columns; they were read too.`))
  }
}

function readCell(cell: Cell, row: number, column: number, dates: DateReader, notes: NoticeTally, messages: CellMessage[]): string {
  const place = cellName(row, column)
  const { text, error } = textOf(cell, dates)
  if (error) messages.push({ column, level: 'refused', message: t(`Cel ${place} bevat de foutwaarde ${error}; de cel is leeg gelezen.`, `Cell ${place} holds the error value ${error}; the cell was read as empty.`) })
  if (cell.f !== undefined || cell.F !== undefined) {
    if (text !== null) noteFormula(row, column, notes)
    else if (!error) messages.push({ column, level: 'refused', message: withoutResult(place) })
  }
  if (text === null) return ''
  if (text.length > limits.cellCharacters) {
    messages.push({ column, level: 'refused', message: tooLong(row, column, text.length, limits.cellCharacters) })
    return ''
  }
  const { value, hasNulls } = cleanText(text)
  if (hasNulls) messages.push({ column, level: 'notice', message: nullsLeftOut(row, column) })
  return unguarded(value)
}

function withoutResult(place: string): string {
  return t(`Cel ${place} bevat een formule zonder opgeslagen uitkomst; de cel is leeg gelezen. Open het bestand in Excel, sla het op en kies het opnieuw.`,
    `Cell ${place} holds a formula without a stored result; the cell was read as empty. Open the file in Excel, save it and choose it again.`)
}

function noteFormula(row: number, column: number, notes: NoticeTally): void {
  const [place, letters] = [cellName(row, column), columnLetters(column)]
  notes.add(`formula ${column}`, row, t(`Cel ${place} bevat een formule; de laatst opgeslagen uitkomst is gebruikt.`, `Cell ${place} holds a formula; its last stored result was used.`),
    (count) => t(`Kolom ${letters} bevat nog ${count} andere formules; ook daarvan is de laatst opgeslagen uitkomst gebruikt.`, `Column ${letters} holds ${count} more formulas; their last stored results were used too.`))
}

type Merge = { readonly top: number; readonly bottom: number; readonly column: number }

/** Per row below a merged cell's first: the merges that reach it. Rows without data of their own are left alone. */
function verticalMerges(sheet: WorkSheet, rowCount: number): Map<number, Merge[]> {
  const perRow = new Map<number, Merge[]>()
  let budget = 2_000_000
  for (const { s, e } of sheet['!merges'] ?? []) {
    const bottom = Math.min(e.r, rowCount - 1)
    for (let row = s.r + 1; row <= bottom && budget > 0; row++, budget--) {
      const merge = { top: s.r, bottom, column: s.c }
      const present = perRow.get(row)
      if (present) present.push(merge)
      else perRow.set(row, [merge])
    }
  }
  return perRow
}

function repeat(merge: Merge, cells: string[], data: (Cell | undefined)[][], row: number, dates: DateReader, notes: NoticeTally): void {
  const source = data[merge.top]?.[merge.column]
  const text = source ? textOf(source, dates).text : null
  if (text === null || text.length > limits.cellCharacters) return
  while (cells.length <= merge.column) cells.push('')
  cells[merge.column] = unguarded(cleanText(text).value)
  const place = `${cellName(merge.top + 1, merge.column)}:${cellName(merge.bottom + 1, merge.column)}`
  if (row !== merge.top + 2) return
  notes.add('merge', merge.top + 1, t(`De cellen ${place} zijn samengevoegd; de waarde is in elk van die rijen gelezen.`, `The cells ${place} are merged; the value was read in each of those rows.`),
    (count) => t(`Er zijn nog ${count} andere samengevoegde cellen; ook daarvan is de waarde in elke rij gelezen.`, `There are ${count} more merged cells; their values were read in each row too.`))
}

function dateReader(workbook: WorkBook): DateReader {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  return {
    isDate: (format) => format !== undefined && format !== 'General' && SSF.is_date(String(format)) === true,
    parts: (serial) => SSF.parse_date_code(serial, { date1904 }),
  }
}
