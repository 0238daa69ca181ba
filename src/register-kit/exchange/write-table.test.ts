// Writing, tested: what is written and read back is what it was, and nothing in it runs as a formula.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { buffer } from 'node:stream/consumers'
import { read } from '@e965/xlsx'
import fc from 'fast-check'
import { openTable } from './read-table.ts'
import { type WriteColumn, writeCsv, writeXlsx } from './write-table.ts'

let folder: string
before(async () => { folder = await mkdtemp(join(tmpdir(), 'waarborg-write-')) })
after(() => rm(folder, { recursive: true, force: true }))

const columns: WriteColumn[] = [{ heading: 'Naam' }, { heading: 'Omschrijving', kind: 'longText' }, { heading: 'Datum', kind: 'day' }, { heading: 'Aantal', kind: 'number' }]

async function backFrom(write: typeof writeCsv | typeof writeXlsx, rows: readonly (readonly string[])[]): Promise<(readonly string[])[]> {
  const path = join(folder, 'table')
  await writeFile(path, await buffer(write(columns, rows)))
  const table = await openTable(path, { headingRow: 1 })
  const read: (readonly string[])[] = []
  for await (const row of table.rows) {
    assert.deepEqual(row.messages, [])
    read.push(row.cells)
  }
  return read
}

// NUL, half surrogates and carriage returns are what the file formats themselves don't keep.
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\n', ' ', ';', '"', ',', '_', 'x', '0', 'D', 'A', '<', '&', '>', ']', '1'), maxLength: 10 }),
  fc.constantFrom('_x000D_', '_x005F_x000D_', '&amp;', '<![CDATA[x]]>', '2025-12-31', '1900-01-01', '2025-02-30', '007', '1e5', '-0', '12', '999999999999999', '😀', 'sep=;', '#N/A', 'TRUE', '\ufeff', '\u00a0x', "'=1+1", "''=1"),
).map((text) => text.replace(/[\0\r\ufffe\uffff]/g, '').toWellFormed())
const tables = fc.array(fc.tuple(fc.constant('rij'), value, value, value), { minLength: 1, maxLength: 6 })

test('H-07 CSV written and read back changes nothing', async () => {
  await fc.assert(fc.asyncProperty(tables, async (rows) => assert.deepEqual(await backFrom(writeCsv, rows), rows)), { numRuns: 400 })
})

test('H-07 XLSX written and read back changes nothing', async () => {
  // One workbook of many rows: each costs a thread, each row is a case.
  const rows = fc.sample(tables, 1500).flat()
  assert.deepEqual(await backFrom(writeXlsx, rows), rows)
})

test('CSV opens in Dutch Excel: byte order mark, semicolons, CRLF, no cell that begins like a formula', async () => {
  const text = (await buffer(writeCsv(columns, [['=HYPERLINK("http://x")', '+31\n-5', '2025-12-31', '-5'], ['@SUM(A1)', '\tx', '', '']]))).toString('utf8')
  assert.equal(text, `\ufeffNaam;Omschrijving;Datum;Aantal\r\n"'=HYPERLINK(""http://x"")";"'+31\n-5";2025-12-31;"'-5"\r\n"'@SUM(A1)";"'\tx";;\r\n`)
})

test('XLSX holds text as text, days as days, a frozen heading row and a filter, and no formula', async () => {
  const path = join(folder, 'book.xlsx')
  await writeFile(path, await buffer(writeXlsx(columns, [['=1+1', "'=1", '2025-12-31', '42']], 'Register: 2025/2026')))
  const book = read(await readFile(path), { cellFormula: true, cellNF: true })
  assert.deepEqual(book.SheetNames, ['Register  2025 2026'])
  const sheet = book.Sheets[book.SheetNames[0]!]!
  assert.deepEqual([sheet.A2.t, sheet.A2.v, sheet.A2.f], ['s', '=1+1', undefined])
  assert.equal(sheet.B2.v, "''=1")
  assert.deepEqual([sheet.C2.t, sheet.C2.v, sheet.D2.t, sheet.D2.v], ['n', 46022, 'n', 42])
  assert.equal(sheet['!autofilter']?.ref, 'A1:D2')
})

test('a value that no cell of Excel can hold is refused by its place, and goes in CSV', async () => {
  const long = 'x'.repeat(40_000)
  await assert.rejects(buffer(writeXlsx(columns, [['a', long, '', '']])), /Cel B2 zou 40\.000 tekens krijgen; Excel kan er hoogstens 32\.767 aan. Kies CSV/)
  assert.deepEqual(await backFrom(writeCsv, [['a', long, '', '']]), [['a', long, '', '']])
})

test('a source that fails half-way ends the stream with its error', async () => {
  async function* failing() {
    yield ['a', '', '', '']
    throw new Error('the source broke')
  }
  await assert.rejects(buffer(writeCsv(columns, failing())), /the source broke/)
  await assert.rejects(buffer(writeXlsx(columns, failing())), /the source broke/)
})
