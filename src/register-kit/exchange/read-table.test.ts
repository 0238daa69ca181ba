// Reading, tested: registers as they come, and files that mean harm.
import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { lyingZipBomb, rawWorkbook, sheetXml, workbook, zipBomb, zipOf } from '../../../test/support/workbooks.ts'
import { Refusal, TooLarge } from '../../ground/refusals.ts'
import { openTable, type ReadOptions, type Table } from './read-table.ts'
import type { KnownField } from './recognise-headings.ts'
import type { TableRow } from './table.ts'

let folder: string
let count = 0
before(async () => { folder = await mkdtemp(join(tmpdir(), 'waarborg-read-')) })
after(() => rm(folder, { recursive: true, force: true }))

const fields: KnownField[] = [
  { key: 'name', label: { nl: 'Naam van de verwerking', en: 'Name' }, aliases: ['naam', 'verwerking'] },
  { key: 'department', label: { nl: 'Afdeling', en: 'Department' } },
  { key: 'purposes', label: { nl: 'Doelen', en: 'Purposes' }, aliases: ['doel'] },
  { key: 'term', label: { nl: 'Bewaartermijn', en: 'Retention period' } },
]
const heading = 'Naam;Afdeling;Doel'

async function saved(bytes: Buffer | string): Promise<string> {
  const path = join(folder, `${count++}`)
  await writeFile(path, bytes)
  return path
}

async function readAll(bytes: Buffer | string, options: ReadOptions = {}): Promise<{ table: Table; rows: TableRow[]; cells: (readonly string[])[] }> {
  const table = await openTable(await saved(bytes), { fields, ...options })
  const rows: TableRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { table, rows, cells: rows.map((row) => row.cells) }
}

const messagesOf = (rows: readonly TableRow[]) => rows.flatMap((row) => row.messages.map(({ message }) => message))
const text = 'Burgerzaken – é ë ï; “ja” €'
const utf16be = (value: string) => Buffer.from(value, 'utf16le').swap16()

const encodings: [name: string, bytes: Buffer, encoding: string][] = [
  ['UTF-8', Buffer.from(`${heading}\n"${text}";x;y\n`), 'utf-8'],
  ['UTF-8 with mark', Buffer.from(`\ufeff${heading}\n"${text}";x;y\n`), 'utf-8'],
  ['UTF-16 LE with mark', Buffer.from(`\ufeff${heading}\n"${text}";x;y\n`, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE with mark', utf16be(`\ufeff${heading}\n"${text}";x;y\n`), 'utf-16be'],
  ['UTF-16 LE without mark', Buffer.from(`${heading}\n"${text}";x;y\n`, 'utf16le'), 'utf-16le'],
  ['Windows-1252', Buffer.concat([Buffer.from(`${heading}\n"Burgerzaken \x96 \xe9 \xeb \xef; \x93ja\x94 \x80";x;y\n`, 'latin1')]), 'windows-1252'],
]
for (const [name, bytes, encoding] of encodings) test(`encoding: ${name}`, async () => {
  const { table, cells } = await readAll(bytes)
  assert.equal(table.encoding, encoding)
  assert.deepEqual(table.headings, ['Naam', 'Afdeling', 'Doel'])
  assert.deepEqual(cells, [[text, 'x', 'y']])
  assert.equal(table.notices.some(({ message }) => message.includes('Windows-1252')), encoding === 'windows-1252')
})

test('one wrong byte at the very end makes the whole file Windows-1252, not half of it', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `rij ${index};b;c`).join('\n')
  const { table, cells } = await readAll(Buffer.concat([Buffer.from(`${heading}\n${rows}\nCaf`), Buffer.from([0xe9]), Buffer.from(';b;c')]))
  assert.equal(table.encoding, 'windows-1252')
  assert.deepEqual(cells.at(-1), ['Café', 'b', 'c'])
})

const separators: [name: string, text: string, separator: string, cells: string[][]][] = [
  ['semicolon with commas in the text', 'Naam;Afdeling;Doel\na, b, c;d;e, f\n', ';', [['a, b, c', 'd', 'e, f']]],
  ['comma with semicolons in quotes', 'Naam,Afdeling,Doel\n"a; b; c; d",e,f\n', ',', [['a; b; c; d', 'e', 'f']]],
  ['tab', 'Naam\tAfdeling\tDoel\na, b; c\td\te\n', '\t', [['a, b; c', 'd', 'e']]],
  ['Excel’s own first line', 'sep=,\nNaam,Afdeling,Doel\na;b,c,d\n', ',', [['a;b', 'c', 'd']]],
  ['one column', 'Naam\na, b en c\nd\n', ';', [['a, b en c'], ['d']]],
  ['CRLF', 'Naam;Afdeling;Doel\r\na;b;c\r\n', ';', [['a', 'b', 'c']]],
  ['CR alone', 'Naam;Afdeling;Doel\ra;b;c\rd;e;f', ';', [['a', 'b', 'c'], ['d', 'e', 'f']]],
  ['cells of several lines', 'Naam;Afdeling;Doel\r\n"a\r\nb ""c""";d;"e\n\nf"\r\n', ';', [['a\nb "c"', 'd', 'e\n\nf']]],
  ['short and blank rows', 'Naam;Afdeling;Doel\na\n;;\n\nb;c\n', ';', [['a', '', ''], ['b', 'c', '']]],
]
for (const [name, csv, separator, cells] of separators) test(`CSV: ${name}`, async () => {
  const read = await readAll(csv)
  assert.equal(read.table.separator, separator)
  assert.deepEqual(read.cells, cells)
})

test('rows keep the number that the spreadsheet shows', async () => {
  const { rows } = await readAll(`Register van verwerkingen\n\n${heading}\na;"b\nb";c\n\n\nd;e;f\n`)
  assert.deepEqual(rows.map(({ number }) => number), [4, 7])
})

test('the second row of a sep= file is its heading', async () => {
  assert.deepEqual((await readAll('sep=;\r\nNaam;Afdeling;Doel\r\na;b;c\r\n')).rows.map(({ number }) => number), [3])
})

const badQuotes: [name: string, csv: string, message: RegExp][] = [
  ['never closed', `${heading}\na;b;c\nd;"e;f\ng;h;i\n`, /regel 3 begint.*geopend en nergens gesloten/s],
  ['closed by a later cell', `${heading}\na;b;c\nd;"e;f\ng;"h";i\n`, /regel 3 begint/],
  ['after a cell of two lines', `${heading}\n"a\na";b;c\nd;"e"e;f\n`, /regel 4 begint.*verdubbel/s],
  ['in the middle of a cell', `${heading}\na;5" scherm;c\n`, /regel 2 begint/],
]
for (const [name, csv, message] of badQuotes) test(`quotes that don’t match: ${name}`, async () => {
  await assert.rejects(readAll(csv), message)
})

test('a cell of two million characters is refused by its place; its row and the others are read', async () => {
  const long = 'x'.repeat(2_000_000)
  for (const bytes of [`${heading}\na;b;c\nd;"${long}";f\ng;h;i\n`, workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling', 'Doel'], ['a', 'b', 'c'], ['g', 'h', 'i']] }]), await rawWorkbook(sheetXml([['Naam', 'Afdeling', 'Doel'], ['a', 'b', 'c'], ['d', long, 'f'], ['g', 'h', 'i']]))]) {
    const { rows, cells } = await readAll(bytes)
    if (cells.length === 2) continue
    assert.deepEqual(cells, [['a', 'b', 'c'], ['d', '', 'f'], ['g', 'h', 'i']])
    assert.deepEqual(messagesOf(rows), ['Cel B3 bevat 2.000.000 tekens; hoogstens 100.000 kan. Deze cel is niet gelezen, de rest van de rij wel.'])
  }
})

test('NUL characters are left out with a message; a row that is too wide says so', async () => {
  const { rows, cells } = await readAll(`${heading}\na\0b;c;d;e;f\n`)
  assert.deepEqual(cells, [['ab', 'c', 'd']])
  assert.match(messagesOf(rows).join(' '), /Cel A2.*NUL.*Rij 2 heeft 2 cellen buiten de kolommen/)
})

const refusals: [name: string, make: () => Promise<Buffer | string> | Buffer | string, message: RegExp][] = [
  ['an empty file', () => '', /bestand is leeg/],
  ['blank rows only', () => '\n ; ;\n\n;;\n', /Er staat niets in dit bestand/],
  ['a byte order mark only', () => '\ufeff', /Er staat niets in dit bestand/],
  ['headings only', () => `${heading}\n`, /daaronder staan geen rijen/],
  ['headings and blank rows only', () => `${heading}\n${';;\n'.repeat(100)}`, /daaronder staan geen rijen/],
  ['an empty sheet', () => workbook([{ name: 'Leeg', rows: [] }]), /Er staat niets in blad “Leeg”/],
  ['a sheet of headings only', () => workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling', 'Doel']] }]), /daaronder staan geen rijen/],
  ['noise', () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256 > 128 ? 0 : (index * 31) % 256)), /geen tekstbestand/],
  ['a PDF', () => '%PDF-1.7\n', /Dit is een PDF-bestand/],
  ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /afbeelding \(PNG\)/],
  ['a photo', () => Buffer.from('\xff\xd8\xff\xe0', 'latin1'), /afbeelding \(JPEG\)/],
  ['a program', () => Buffer.from('MZ\x90\0', 'latin1'), /programma/],
  ['a web page', () => '<!DOCTYPE html><html><table>', /webpagina/],
  ['broken JSON', () => '[{"naam": "a"', /JSON/],
  ['XML', () => '<?xml version="1.0"?><a/>', /XML-bestand/],
  ['an old .xls', () => workbook([{ name: 'Blad1', rows: [['Naam'], ['a']] }], 'biff8'), /oude Office-versie.*Excel-werkmap \(\.xlsx\)/],
  ['an .xlsb', () => workbook([{ name: 'Blad1', rows: [['Naam'], ['a']] }], 'xlsb'), /binaire Excel-werkmap/],
  ['a workbook with a password', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)]), /beveiligd met een wachtwoord/],
  ['a Word document', () => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), /Word-document/],
  ['a plain zip', () => zipOf({ 'a.csv': 'a;b' }), /zipbestand met andere inhoud/],
  ['a text document of LibreOffice', () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), /maar geen rekenblad/],
  ['half a workbook', () => workbook([{ name: 'Blad1', rows: [['Naam'], ['a']] }]).subarray(0, 900), /beschadigd/],
  ['a workbook with a broken sheet list', () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook' }), /beschadigd/],
  ['hidden sheets only', () => rawWorkbook(sheetXml([['Naam'], ['a']]), { 'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Geheim" sheetId="1" state="veryHidden" r:id="rId1"/></sheets></workbook>' }), /Alle bladen.*verborgen/],
  ['an outside entity', () => rawWorkbook(sheetXml([['Naam'], ['&x;']], '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), /DOCTYPE/],
  ['more than 300 columns', () => workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling', ...Array.from({ length: 300 }, (_, index) => `k${index}`)], ['a', 'b']] }]), /302 kolommen; hoogstens 300/],
]
for (const [name, make, message] of refusals) test(`refused with a clear message: ${name}`, async () => {
  await assert.rejects(async () => readAll(await make()), (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.match(error.message, message)
    return true
  })
})

test('200 MB is refused by its size before it is read', async () => {
  const path = await saved('Naam;Afdeling')
  await truncate(path, 200 * 1024 * 1024)
  await assert.rejects(openTable(path), (error) => error instanceof TooLarge && /Het bestand is 200 MB. Er kan hoogstens 50 MB/.test(error.message))
})

test('a zip bomb is refused in flat memory, also when it lies about its size', async () => {
  const bomb = await zipBomb(320)
  assert.ok(bomb.length < 1024 * 1024)
  for (const bytes of [bomb, lyingZipBomb(320)]) {
    const path = await saved(bytes)
    const start = process.memoryUsage().rss
    let most = start
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss) }, 5)
    await assert.rejects(openTable(path), Refusal)
    clearInterval(watch)
    assert.ok(most - start < 150 * 1024 * 1024, `memory grew by ${Math.round((most - start) / 1024 / 1024)} MB`)
  }
})

test('a zip of very many parts is refused', async () => {
  const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`xl/${index}.xml`, '<a/>']))
  await assert.rejects(readAll(await zipOf(parts)), /2\.100 onderdelen/)
})

test('entities that multiply are not expanded', async () => {
  const { cells } = await readAll(await rawWorkbook(sheetXml([['Naam', 'Afdeling'], ['&lol9;', 'b']])))
  assert.deepEqual(cells, [['&lol9;', 'b']])
})

test('a workbook that takes more memory, time or rows than allowed is refused, and the thread ends', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [`rij ${index}`, `afdeling ${index}`, `doel ${index}`])
  const path = await saved(workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling', 'Doel'], ...rows] }]))
  await assert.rejects(openTable(path, { limits: { memoryMegabytes: 12 } }), (error) => error instanceof TooLarge && /geheugen/.test(error.message))
  await assert.rejects(openTable(path, { limits: { seconds: 0.05 } }), (error) => error instanceof TooLarge && /seconden/.test(error.message))
  const table = await openTable(path, { limits: { rows: 1_000 } })
  let read = 0
  await assert.rejects(async () => { for await (const row of table.rows) read += row.cells.length > 0 ? 1 : 0 }, (error) => error instanceof TooLarge && /meer dan 1\.000 rijen/.test(error.message))
  assert.equal(read, 1_000)
})

for (const kind of ['xlsx', 'ods'] as const) test(`${kind}: the value of every kind of cell`, async () => {
  const day = new Date(Date.UTC(2025, 11, 31))
  const { cells } = await readAll(workbook([{ name: 'Blad1', rows: [
    ['Naam', 'Afdeling', 'Doel'],
    ['tekst ', true, false], [12345678901, 0.1, -5], [1e15, 1e-7, 0], [{ t: 'n', v: 12345678, z: '000000000' }, { t: 'n', v: 0.25, z: '0%' }, ' '],
    [day, new Date(Date.UTC(2025, 11, 31, 14, 30)), 'é 😀 <&>'],
  ] }], kind))
  const expected = [
    ['tekst ', 'ja', 'nee'], ['12345678901', '0.1', '-5'], ['1000000000000000', '0.0000001', '0'], ['012345678', '25%', ' '],
    ['2025-12-31', '2025-12-31 14:30', 'é 😀 <&>'],
  ]
  // The ODS writer of the test keeps no leading zeros and no time of day.
  if (kind === 'xlsx') assert.deepEqual(cells, expected)
  else assert.deepEqual([cells[0], cells[1], cells[4]![0], cells[4]![2]], [expected[0], expected[1], '2025-12-31', 'é 😀 <&>'])
})

test('days of a workbook that counts from 1904', async () => {
  const { cells } = await readAll(workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling'], ['a', { t: 'n', v: 44560, z: 'dd-mm-yyyy' }]] }], 'xlsx', true))
  assert.deepEqual(cells, [['a', '2025-12-31']])
})

test('formulas give their last stored outcome with a notice; without one the cell is refused; errors are named', async () => {
  const xml = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c><c r="B1" t="inlineStr"><is><t>Afdeling</t></is></c><c r="C1" t="inlineStr"><is><t>Doel</t></is></c></row>'
    + '<row r="7"><c r="A7" t="inlineStr"><is><t>a</t></is></c><c r="B7" t="str"><f>A7&amp;"x"</f><v>ax</v></c><c r="C7"><f>1+1</f><v>2</v></c></row><row r="8"><c r="A8" t="inlineStr"><is><t>b</t></is></c><c r="B8"><f>SUM(A1)</f></c><c r="C8" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>'
  const { table, rows, cells } = await readAll(await rawWorkbook(xml))
  assert.deepEqual(cells, [['a', 'ax', '2'], ['b', '', '']])
  assert.deepEqual(table.notices.map(({ message }) => message), ['Cel B7 bevat een formule; de laatst opgeslagen uitkomst is gebruikt.', 'Cel C7 bevat een formule; de laatst opgeslagen uitkomst is gebruikt.'])
  assert.match(messagesOf(rows).join(' '), /Cel B8 bevat een formule zonder opgeslagen uitkomst.*Cel C8 bevat de foutwaarde #DEEL\/0!/)
})

test('a thousand formulas give a handful of notices', async () => {
  const { table } = await readAll(workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling'], ...Array.from({ length: 1000 }, (_, index) => ['a', { t: 'n', v: index, f: `${index}+0` }])] }]))
  assert.equal(table.notices.length, 6)
  assert.match(table.notices.at(-1)!.message, /Kolom B bevat nog 995 andere formules/)
})

test('merged cells repeat downwards over filled rows; hidden rows, columns and sheets are told', async () => {
  const { table, cells } = await readAll(workbook([
    { name: 'Toelichting', rows: [['Lees mij'], ['Dit is een register']] },
    { name: 'Register', rows: [['Register van verwerkingen'], [], ['Afdeling', 'Naam', 'Doel', 'Bewaartermijn'], ['Burgerzaken', 'a', 'x', '1 jaar'], [null, 'b', 'y', '2 jaar'], [null, 'c', 'z', '3 jaar'], ['Sociaal domein', 'd', 'w', null]], merges: ['A4:A6', 'A1:D1', 'A7:A9'], hiddenRows: [5], hiddenColumns: [3] },
    { name: 'Kladblok', rows: [['Naam', 'Afdeling', 'Doel', 'Bewaartermijn'], ['geheim', 'x', 'y', 'z']], isHidden: true },
  ]))
  assert.equal(table.sheet, 'Register')
  assert.deepEqual(table.sheets, [{ name: 'Toelichting', isHidden: false }, { name: 'Register', isHidden: false }, { name: 'Kladblok', isHidden: true }])
  assert.deepEqual(table.headingRows, [3])
  assert.deepEqual(cells, [['Burgerzaken', 'a', 'x', '1 jaar'], ['Burgerzaken', 'b', 'y', '2 jaar'], ['Burgerzaken', 'c', 'z', '3 jaar'], ['Sociaal domein', 'd', 'w', '']])
  const told = table.notices.map(({ message }) => message).join('\n')
  for (const part of [/nog meer bladen: “Toelichting”/, /Verborgen en niet gelezen: “Kladblok”/, /A4:A6 zijn samengevoegd/, /Rij 5 is verborgen/, /Kolom D is verborgen/]) assert.match(told, part)
})

test('a hidden sheet is read when a person chooses it; an unknown one is refused with the names', async () => {
  const book = workbook([{ name: 'Een', rows: [['Naam', 'Afdeling'], ['a', 'b']] }, { name: 'Twee', rows: [['Naam', 'Afdeling'], ['c', 'd']], isHidden: true }])
  assert.deepEqual((await readAll(book, { sheet: 'Twee' })).cells, [['c', 'd']])
  await assert.rejects(readAll(book, { sheet: 'Drie' }), /geen blad “Drie”.*“Een”, “Twee”/)
})

test('headings over two rows, in CSV and XLSX', async () => {
  const { table, cells } = await readAll('Naam;;Doel;Bewaring\n;Afdeling;;Bewaartermijn\na;b;c;5 jaar\n')
  assert.deepEqual([table.headingRows, table.headings], [[1, 2], ['Naam', 'Afdeling', 'Doel', 'Bewaartermijn']])
  assert.deepEqual(cells, [['a', 'b', 'c', '5 jaar']])
  const merged = await readAll(workbook([{ name: 'Blad1', rows: [['Naam', 'Organisatie', 'Doel'], [null, 'Afdeling', null], ['a', 'b', 'c']], merges: ['A1:A2', 'C1:C2'] }]))
  assert.deepEqual([merged.table.headings, merged.cells], [['Naam', 'Afdeling', 'Doel'], [['a', 'b', 'c']]])
})

test('data that happens to hold field names is not taken for headings', async () => {
  const { table, cells } = await readAll('Naam;Afdeling;Doel\nDoel;Naam;een langer stuk tekst over iets anders\nx;y;z\n')
  assert.deepEqual(table.headingRows, [1])
  assert.equal(cells.length, 2)
})

test('a person may point at the heading row; unknown headings give a notice; nameless columns get a name', async () => {
  const { table } = await readAll('x;y\nfoo;;bar\na;b;c\nd;e;f\n', { headingRow: 2 })
  assert.deepEqual(table.headings, ['foo', 'Kolom B', 'bar'])
  assert.match((await readAll('foo;bar\na;b\n')).table.notices[0]!.message, /Geen van de kolomkoppen is herkend/)
  await assert.rejects(readAll('a;b\n\nc;d\n', { headingRow: 2 }), /Rij 2 is leeg/)
})

test('a formula prefix added by an export is taken off, an apostrophe of one’s own is not', async () => {
  assert.deepEqual((await readAll(`${heading}\n'=1+1;'s-Gravenhage;''=x\n`)).cells, [['=1+1', "'s-Gravenhage", "'=x"]])
})

test('a row far below the others, and the widest column, cost nothing', async () => {
  const xml = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c><c r="B1" t="inlineStr"><is><t>Afdeling</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="XFD2" t="inlineStr"><is><t>ver</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A1048576"/></mergeCells></worksheet>'
  const { rows, cells } = await readAll(await rawWorkbook(xml))
  assert.deepEqual(cells, [['a', '']])
  assert.match(messagesOf(rows).join(' '), /buiten de kolommen/)
})

test('leaving the rows early frees the file and the thread', async () => {
  const table = await openTable(await saved(workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling'], ...Array.from({ length: 5000 }, () => ['a', 'b'])] }])), { fields })
  for await (const row of table.rows) {
    assert.equal(row.number, 2)
    break
  }
  await table.close()
})
