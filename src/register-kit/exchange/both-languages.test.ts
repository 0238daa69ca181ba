// Both languages, tested: what is wrong with a file, and what was made of it, is said in the language of who sent it, also by the thread that reads workbooks.
import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { dutchWordsIn } from '../../../test/support/spoken-words.ts'
import { rawWorkbook, sheetXml, workbook, zipBomb, zipOf } from '../../../test/support/workbooks.ts'
import { Refusal } from '../../ground/refusals.ts'
import { inLanguage, type Language } from '../../ground/words.ts'
import { readDay } from './read-day.ts'
import { readDuration, readRetention } from './read-duration.ts'
import { openTable, type ReadOptions } from './read-table.ts'
import { readCount, readYesNo } from './read-value.ts'
import { writeXlsx } from './write-table.ts'

let folder: string
let count = 0
before(async () => { folder = await mkdtemp(join(tmpdir(), 'waarborg-languages-')) })
after(() => rm(folder, { recursive: true, force: true }))

const fields = [{ key: 'name', label: { nl: 'Naam', en: 'Name' } }, { key: 'department', label: { nl: 'Afdeling', en: 'Department' } }]

async function saved(bytes: Buffer | string): Promise<string> {
  const path = join(folder, `${count++}`)
  await writeFile(path, bytes)
  return path
}

/** Reads a whole file in a language: its headings, and everything that was said on the way. */
function told(language: Language, path: string, options: ReadOptions = {}): Promise<{ headings: readonly string[]; said: string[] }> {
  return inLanguage(language, async () => {
    const table = await openTable(path, { fields, ...options })
    const said: string[] = []
    for await (const row of table.rows) said.push(...row.messages.map(({ message }) => message))
    return { headings: table.headings, said: [...table.notices.map(({ message }) => message), ...said] }
  })
}

const isEnglish = (said: string) => assert.deepEqual(dutchWordsIn(said.replaceAll(/“[^”]*”/g, '')), [], said)
const names = [['Naam', 'Afdeling'], ['a', 'b']]

const refusals: [what: string, make: () => Promise<Buffer | string> | Buffer | string, said: RegExp, options?: ReadOptions][] = [
  ['a PDF', () => '%PDF-1.7\n', /^This is a PDF file\. Save the register as an Excel workbook \(\.xlsx\) or as CSV and choose that file\.$/],
  ['a web page', () => '<html><table>', /^This is a web page\. Save/],
  ['an empty file', () => '', /^The file is empty\./],
  ['noise', () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256 > 128 ? 0 : (index * 31) % 256)), /^This is no text file/],
  ['an old .xls', () => workbook([{ name: 'Blad1', rows: names }], 'biff8'), /old version of Office/],
  ['a workbook with a password', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)]), /protected by a password/],
  ['quotes that don’t match', () => 'Naam;Afdeling\na;"b\n', /row that begins on line 2\. A quotation mark is opened/],
  ['headings only', () => 'Naam;Afdeling\n', /no rows below them/],
  ['nothing at all', () => '\n;;\n', /nothing in this file/],
  ['an empty row of headings', () => 'a;b\n\nc;d\n', /^Row 2 is empty/, { headingRow: 2 }],
  ['too many rows', () => `Naam;Afdeling\n${'a;b\n'.repeat(1_001)}`, /more than 1,000 rows/, { limits: { rows: 1_000 } }],
  ['too many columns', () => `${Array.from({ length: 302 }, (_, index) => `k${index}`).join(';')}\na;b\n`, /302 columns; at most 300/],
  ['half a workbook', () => workbook([{ name: 'Blad1', rows: names }]).subarray(0, 900), /^The file is damaged or not whole\. Open it in Excel or LibreOffice/],
  ['a workbook with a broken sheet list', () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook' }), /damaged/],
  ['an outside entity', () => rawWorkbook(sheetXml([['Naam']], '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), /references \(DOCTYPE\)/],
  ['an .xlsb', () => workbook([{ name: 'Blad1', rows: names }], 'xlsb'), /binary Excel workbook/],
  ['a Word document', () => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), /Word document\. Copy the table/],
  ['a plain zip', () => zipOf({ 'a.csv': 'a;b' }), /zip file that holds something other/],
  ['a zip bomb', () => zipBomb(2), /Unpacked, the content of the file is 2 MB or more; at most 1 MB fits/, { limits: { inflatedBytes: 1024 * 1024 } }],
  ['a zip of very many parts', () => zipOf(Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`xl/${index}.xml`, '<a/>']))), /2,100 parts; an ordinary workbook has at most 2,000/],
  ['a sheet that isn’t there', () => workbook([{ name: 'Een', rows: names }]), /no sheet “Drie”. The sheets are: “Een”/, { sheet: 'Drie' }],
  ['too little time', () => workbook([{ name: 'Blad1', rows: names }]), /takes longer than 0\.001 seconds/, { limits: { seconds: 0.001 } }],
  ['too little memory', () => workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling'], ...Array.from({ length: 20_000 }, (_, index) => [`rij ${index}`, `afdeling ${index}`])] }]), /takes more than 12 MB of memory/, { limits: { memoryMegabytes: 12 } }],
]
for (const [what, make, said, options] of refusals) test(`refused in English: ${what}`, async () => {
  const path = await saved(await make())
  await assert.rejects(told('en', path, options), (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.match(error.message, said)
    isEnglish(error.message)
    return true
  })
})

test('a file that is too large is refused in English', async () => {
  const path = await saved('Naam;Afdeling')
  await truncate(path, 200 * 1024 * 1024)
  await assert.rejects(told('en', path), /The file is 200 MB\. At most 50 MB can be read\. Remove pictures/)
})

test('two people at once are each told in their own language what was made of a workbook', async () => {
  const path = await saved(workbook([
    { name: 'Toelichting', rows: [['Lees mij'], ['Dit is een register']] },
    { name: 'Register', rows: [['Afdeling', 'Naam', null], ['x', 'a', 1], [null, 'b', 2], [null, { t: 'e', v: 7 }, 3], ['y', 'd', 4]], merges: ['A2:A4'], hiddenRows: [3], hiddenColumns: [1] },
    { name: 'Kladblok', rows: names, isHidden: true },
  ]))
  const [english, dutch] = await Promise.all([told('en', path), told('nl', path)])
  assert.deepEqual([english.headings[2], dutch.headings[2]], ['Column C', 'Kolom C'])
  const all = english.said.join('\n')
  for (const part of [/Sheet “Register” was read\. The file has more sheets: “Toelichting”/, /Hidden and not read: “Kladblok”/, /The cells A2:A4 are merged/, /Row 3 is hidden/, /Column B is hidden/, /Cell B4 holds the error value #DIV\/0!/]) assert.match(all, part)
  isEnglish(all)
  assert.match(dutch.said.join('\n'), /Rij 3 is verborgen[\s\S]*#DEEL\/0!/)
})

test('formulas beyond the first few, long cells, NUL and rows too wide are told in English', async () => {
  const formulas = await told('en', await saved(workbook([{ name: 'Blad1', rows: [['Naam', 'Afdeling'], ...Array.from({ length: 1000 }, (_, index) => ['a', { t: 'n', v: index, f: `${index}+0` }])] }])))
  assert.match(formulas.said.join('\n'), /Cell B2 holds a formula[\s\S]*Column B holds 995 more formulas/)
  const cells = await told('en', await saved(`Naam;Afdeling\na\0b;${'x'.repeat(200_000)};e;f\n`))
  const western = await told('en', await saved(Buffer.from('foo;bar\ncaf\xe9;b\n', 'latin1')))
  const all = [...formulas.said, ...cells.said, ...western.said].join('\n')
  for (const part of [/Cell B2 holds 200,000 characters; at most 100,000 fit/, /Cell A2 held unreadable characters \(NUL\)/, /Row 2 has 2 cells outside/, /read as Windows-1252/, /None of the column headings was recognised/]) assert.match(all, part)
  isEnglish(all)
})

test('what a cell may not mean is said in English', () => inLanguage('en', () => {
  const said = [
    ...['volgende week', '12/31/2025', '31-02-2025', '01-01-1500', '2025', '46022'].map(readDay), ...['misschien', 'ja, zie bijlage'].map(readYesNo), ...['1,5', 'ca. 1000', '9'.repeat(20)].map(readCount),
    ...['zo lang als nodig', 'blauw', '5 jaar, 3 maanden en dan 2 weken', 'minimaal 5 jaar', '5 jaar blauw', 'x'.repeat(2001)].map(readRetention), ...['blijvend', '5 jaar na afloop'].map(readDuration),
  ].map(({ fault, doubt }) => fault ?? doubt ?? '')
  for (const one of said) {
    assert.notEqual(one, '')
    isEnglish(one)
  }
  assert.match(said.join('\n'), /was read as yes; the rest[\s\S]*was read as 1,000\./)
}))

test('a text that no cell of Excel holds is refused in English while a file is written', () => inLanguage('en', async () => {
  await assert.rejects(async () => { for await (const piece of writeXlsx([{ heading: 'a' }], [['x'.repeat(40_000)]])) assert.ok(piece) }, /Cell A2 would get 40,000 characters; Excel holds at most 32,767\. Choose CSV\./)
}))
