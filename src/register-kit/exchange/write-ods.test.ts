// ODS written, tested: what is written and read back is what it was, nothing in it runs, and memory stays flat.
import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { read } from '@e965/xlsx'
import fc from 'fast-check'
import { workbook } from '../../../test/support/workbooks.ts'
import { inLanguage } from '../../ground/words.ts'
import { openTable } from './read-table.ts'
import { writeOds } from './write-ods.ts'
import type { WriteColumn } from './write-table.ts'

let folder: string
before(async () => { folder = await mkdtemp(join(tmpdir(), 'waarborg-ods-')) })
after(() => rm(folder, { recursive: true, force: true }))

const columns: WriteColumn[] = [{ heading: 'Naam' }, { heading: 'Omschrijving', kind: 'longText' }, { heading: 'Datum', kind: 'day' }, { heading: 'Aantal', kind: 'number' }]

async function backFrom(rows: readonly (readonly string[])[]): Promise<(readonly string[])[]> {
  const path = join(folder, 'table.ods')
  await writeFile(path, await buffer(writeOds(columns, rows)))
  const table = await openTable(path, { headingRow: 1 })
  assert.equal(table.kind, 'ods')
  assert.deepEqual(table.headings, columns.map(({ heading }) => heading))
  const back: (readonly string[])[] = []
  for await (const row of table.rows) {
    assert.deepEqual(row.messages, [])
    back.push(row.cells)
  }
  return back
}

// Control characters can't stand in XML 1.0 and no field keeps them; NUL, half surrogates and carriage returns go in every format.
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\n', ' ', ';', '"', '_', 'x', '0', '<', '&', '>', ']', '1'), maxLength: 12 }),
  fc.constantFrom('_x000D_', '_x005F_x000D_', 'a_xAbCd_', '&amp;', '<text:s/>', '<text:tab/>', '<![CDATA[x]]>', '2025-12-31', '1900-01-01', '1899-12-30', '2025-02-30', '9999-12-31', '007', '1e5', '-0', '12', '-42', '999999999999999', '😀', '#N/A', 'TRUE', '\ufeff', '\u00a0x', 'x\u2028', '\u3000',
    "'=1+1", "''=1", 'of:=SUM(A1)', ' x ', 'a  b', '\n', 'a\n', '\n\na', 'a\n\nb', '\t\t', ' \t '),
).map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '').toWellFormed())

test('100,000 rows are written in flat memory', async () => {
  const path = join(folder, 'large.ods')
  const text = 'Inwoners vragen dit aan. '.repeat(50)
  let most = 0
  function* many() {
    for (let index = 0; index < 100_000; index++) {
      if (index % 5000 === 0) most = Math.max(most, process.memoryUsage().heapUsed)
      yield [`Verwerking ${index}`, `Omschrijving van nummer ${index}\n${text}`, '2026-11-22', String(index)]
    }
  }
  const start = process.memoryUsage().heapUsed
  await pipeline(writeOds(columns, many()), createWriteStream(path))
  assert.ok((await stat(path)).size > 500_000)
  // Held whole, the text alone would be 125 MB.
  assert.ok(most - start < 100 * 1024 * 1024, `the heap grew by ${Math.round((most - start) / 1024 / 1024)} MB`)
})

test('H-07 ODS written and read back changes nothing', async () => {
  // One workbook of many rows: each costs a thread, each row is a case.
  const rows = fc.sample(fc.tuple(fc.constant('rij'), value, value, value), 4000)
  assert.deepEqual(await backFrom(rows), rows)
})

test('ODS begins with its mimetype, stored, and holds text as text, days as days, a filter, and no formula', async () => {
  const path = join(folder, 'book.ods')
  await writeFile(path, await buffer(writeOds(columns, [['=1+1', "'=1", '2025-12-31', '42']], "Register: 'a' & b/2026")))
  const bytes = await readFile(path)
  assert.equal(bytes.subarray(30, 38 + 46).toString('latin1'), 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
  assert.equal(bytes.readUInt16LE(8), 0, 'the first part is stored')
  const book = read(bytes, { cellFormula: true, cellNF: true })
  assert.deepEqual(book.SheetNames, ['Register   a    b 2026'])
  const sheet = book.Sheets[book.SheetNames[0]!]!
  assert.deepEqual([sheet.A2.t, sheet.A2.v, sheet.A2.f], ['s', '=1+1', undefined])
  assert.equal(sheet.B2.v, "''=1")
  assert.deepEqual([sheet.C2.t, sheet.D2.t, sheet.D2.v], ['n', 'n', 42])
  assert.deepEqual(await backFrom([['a', '', '2025-12-31', '42']]), [['a', '', '2025-12-31', '42']])
})

test('a value that no cell of a spreadsheet can hold is refused by its place, in the language of who asks', async () => {
  const rows = [['a', 'x'.repeat(40_000), '', '']]
  await assert.rejects(buffer(writeOds(columns, rows)), /Cel B2 zou 40\.000 tekens krijgen.*hoogstens 32\.767. Kies CSV of JSON/)
  await inLanguage('en', () => assert.rejects(buffer(writeOds(columns, rows)), /Cell B2 would get 40,000 characters/))
})

test('a source that fails half-way ends the stream with its error', async () => {
  async function* failing() {
    yield ['a', '', '', '']
    throw new Error('the source broke')
  }
  await assert.rejects(buffer(writeOds(columns, failing())), /the source broke/)
})

test('an ODS of somebody else: the name of its sheet and underscores are read as they are', async () => {
  const path = join(folder, 'other.ods')
  await writeFile(path, workbook([{ name: 'Register & “bijlagen”', rows: [['Naam', 'Doel'], ['a_x0041_b', 'c']] }], 'ods'))
  const table = await openTable(path)
  assert.deepEqual([table.sheet, table.headings], ['Register & “bijlagen”', ['Naam', 'Doel']])
  for await (const row of table.rows) assert.deepEqual(row.cells, ['a_x0041_b', 'c'])
})
