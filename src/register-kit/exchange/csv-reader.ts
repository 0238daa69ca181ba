// CSV in: rows streamed out of a text file, whatever its encoding, separator and line ends. Memory stays flat: see docs/import-limits.md.
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { t } from '../../ground/words.ts'
import { unguarded } from './cell-guard.ts'
import { cleanText, nullsLeftOut, tooLong } from './cell-text.ts'
import { openingOf } from './csv-separator.ts'
import { refuse } from './file-kind.ts'
import { decoded, encodingNames, encodingOf } from './text-encoding.ts'
import { type CellMessage, type Limits, type Notice, type RowSource, type TableRow } from './table.ts'

// Above this a row isn't a row any more but the rest of a file behind a quote that was never closed.
const longestRow = 32 * 1024 * 1024

/** @throws Invalid when the file isn't text. Rows throw Invalid when quotes don't match. */
export async function openCsv(path: string, limits: Limits): Promise<RowSource> {
  const encoding = await encodingOf(path)
  const { separator, skip } = openingOf(await sampleOf(path, encoding))
  const firstNumber = skip > 0 ? 2 : 1
  // The line on which the row begins that is being made; the parser runs ahead of the rows that have come out.
  const place = { line: firstNumber }
  const parser = parse({
    delimiter: separator, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: false, max_record_size: longestRow,
    on_record: (record: string[], { lines }) => {
      place.line = lines + firstNumber
      return record
    },
  })
  const input = Readable.from(withoutStart(decoded(path, encoding), skip))
  input.on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  const notices: Notice[] = []
  const name = encodingNames[encoding]
  if (encoding === 'windows-1252') notices.push({ row: null, message: t(`De tekst is gelezen als ${name}, omdat het geen geldige UTF-8 is. Controleer of letters als é en ë goed staan.`, `The text was read as ${name}, because it isn’t valid UTF-8. Check whether letters such as é and ë look right.`) })
  return {
    kind: 'csv', encoding, separator, sheets: [], sheet: null, notices, rows: rowsOf(parser, firstNumber, place, limits),
    async close() {
      input.destroy()
      parser.destroy()
    },
  }
}

async function* rowsOf(parser: AsyncIterable<unknown>, firstNumber: number, place: { readonly line: number }, limits: Limits): AsyncGenerator<TableRow, undefined> {
  let number = firstNumber
  try {
    for await (const record of parser as AsyncIterable<string[]>) yield rowOf(number++, record, limits)
  } catch (error) {
    throw error instanceof CsvError ? refuse(explain(error, place.line)) : error
  }
}

function rowOf(number: number, record: readonly string[], limits: Limits): TableRow {
  const messages: CellMessage[] = []
  const cells = record.map((text, column) => {
    if (text.length > limits.cellCharacters) {
      messages.push({ column, level: 'refused', message: tooLong(number, column, text.length, limits.cellCharacters) })
      return ''
    }
    const { value, hasNulls } = cleanText(text)
    if (hasNulls) messages.push({ column, level: 'notice', message: nullsLeftOut(number, column) })
    return unguarded(value)
  })
  return { number, cells, messages }
}

function explain(error: CsvError, line: number): string {
  const opening = t(`De aanhalingstekens (") kloppen niet in de rij die op regel ${line} begint.`, `The quotation marks (") aren’t right in the row that begins on line ${line}.`)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return t(`${opening} Er is een aanhalingsteken geopend en nergens gesloten. Verwijder het of sluit het, en kies het bestand opnieuw.`, `${opening} A quotation mark is opened and closed nowhere. Remove it or close it, and choose the file again.`)
  }
  return t(`${opening} Zet een cel met aanhalingstekens helemaal tussen aanhalingstekens en verdubbel elk aanhalingsteken daarbinnen. Of sla het register op als Excel-werkmap (.xlsx).`,
    `${opening} Put the whole of a cell that holds quotation marks between quotation marks, and double each one inside it. Or save the register as an Excel workbook (.xlsx).`)
}

async function sampleOf(path: string, encoding: Awaited<ReturnType<typeof encodingOf>>): Promise<string> {
  let sample = ''
  for await (const text of decoded(path, encoding)) {
    sample += text
    if (sample.length >= 64 * 1024) break
  }
  return sample.slice(0, 64 * 1024)
}

async function* withoutStart(texts: AsyncIterable<string>, skip: number): AsyncGenerator<string> {
  let left = skip
  for await (const text of texts) {
    const rest = text.slice(left)
    left -= text.length - rest.length
    if (rest !== '') yield rest
  }
}
