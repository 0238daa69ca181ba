// JSON in and out, tested: what is written is read back as the cells that an import takes, and what isn't in shape is refused by its place.
import assert from 'node:assert/strict'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { Refusal, TooLarge } from '../../ground/refusals.ts'
import { inLanguage } from '../../ground/words.ts'
import { choice, date, duration, type Field, longText, reference, rows, term, terms, text, yesNo } from '../field-types.ts'
import { parseList, parseRows } from './cell-notation.ts'
import { jsonCell } from './json-cells.ts'
import { openTable, type ReadOptions, type Table } from './read-table.ts'
import type { KnownField } from './recognise-headings.ts'
import type { TableRow } from './table.ts'
import { writeJson } from './write-json.ts'

let folder: string
let count = 0
before(async () => { folder = await mkdtemp(join(tmpdir(), 'waarborg-json-')) })
after(() => rm(folder, { recursive: true, force: true }))

const declared: Record<string, Field> = {
  name: text('Naam', 'Name'),
  number: text('Nummer', 'Number', { aliases: ['id'] }),
  role: choice('Rol', 'Role', { controller: ['Verantwoordelijke', 'Controller'], joint_controller: ['Gezamenlijk', 'Joint'] }),
  description: longText('Omschrijving', 'Description'),
  is_published: yesNo('Openbaar', 'Public'),
  data_categories: terms('Gegevens', 'Data', 'data-category'),
  legal_bases: rows('Grondslagen', 'Legal bases', ['grondslag', 'basis'], { basis: term('Grondslag', 'Basis', 'legal-basis'), sector_law: text('Wet', 'Law'), signed_on: date('Op', 'On'), kind: choice('Soort', 'Kind', { main: ['Hoofd', 'Main'] }) }),
  retention: duration('Termijn', 'Term'),
  owner: reference('Eigenaar', 'Owner', 'person'),
}
const fields: KnownField[] = Object.entries(declared).map(([key, field]) => ({ key, label: field.words, aliases: field.aliases, field }))

async function saved(content: Buffer | string): Promise<string> {
  const path = join(folder, String(count++))
  await writeFile(path, content)
  return path
}

async function readAll(content: Buffer | string, options: ReadOptions = {}): Promise<{ table: Table; rows: TableRow[]; cells: (readonly string[])[] }> {
  const table = await openTable(await saved(content), { fields, ...options })
  const read: TableRow[] = []
  for await (const row of table.rows) read.push(row)
  return { table, rows: read, cells: read.map((row) => row.cells) }
}

const meta = { register: 'processing-activities', exportedAt: new Date('2026-11-22T10:00:00Z'), organisation: 'duinrade' }
const written = async (records: readonly object[]) => (await buffer(writeJson(records, meta))).toString('utf8')
const messagesOf = (list: readonly TableRow[]) => list.flatMap((row) => row.messages.map(({ message }) => message))

test('a register written as JSON is one object that names the register, the moment and the organisation', async () => {
  const entries = [{ name: 'a', legalBases: [] }, { name: '=1+1 "\u2028😀' }]
  assert.deepEqual(JSON.parse(await written(entries)), { register: 'processing-activities', exportedAt: '2026-11-22T10:00:00.000Z', organisation: 'duinrade', entries })
  assert.deepEqual(JSON.parse(await written([])), { register: 'processing-activities', exportedAt: '2026-11-22T10:00:00.000Z', organisation: 'duinrade', entries: [] })
  async function* failing() {
    yield { name: 'a' }
    throw new Error('the source broke')
  }
  await assert.rejects(buffer(writeJson(failing(), meta)), /the source broke/)
})

test('H-07 the wire form is read as the cells of an import, each key recognised as its field', async () => {
  const { table, rows: read, cells } = await readAll(await written([
    { name: 'Bijstand', role: 'joint_controller', isPublished: true, dataCategories: ['naw', 'a;b'], legalBases: [{ basis: { key: 'public-task', label: 'Taak' }, sectorLaw: 'Pw | art. 8', signedOn: '2026-01-02', kind: 'main' }, { basis: 'consent', sectorLaw: null }], retention: 'P5Y', owner: { id: '0198', name: 'J' }, description: 'een\r\ntwee' },
    { name: 'Paspoort', number: 'BZ-1', isPublished: false, dataCategories: [], legalBases: [] },
  ]))
  assert.equal(table.kind, 'json')
  assert.deepEqual(table.headings, ['Naam', 'Rol', 'Openbaar', 'Gegevens', 'Grondslagen', 'Termijn', 'Eigenaar', 'Omschrijving', 'Nummer'])
  assert.deepEqual(table.columns.map(({ field, certainty }) => [field, certainty]), ['name', 'role', 'is_published', 'data_categories', 'legal_bases', 'retention', 'owner', 'description', 'number'].map((key) => [key, 'sure']))
  assert.deepEqual(cells, [
    ['Bijstand', 'Gezamenlijk', 'ja', 'naw; a\\;b', 'public-task | Pw \\| art. 8 | 2026-01-02 | Hoofd\nconsent |  |  | ', 'P5Y', '0198', 'een\ntwee', ''],
    ['Paspoort', '', 'nee', '', '', '', '', '', 'BZ-1'],
  ])
  assert.deepEqual(read.map(({ number, messages }) => [number, messages]), [[1, []], [2, []]])
  assert.deepEqual([table.headingRows, table.notices], [[], []])
})

test('H-07 lists and rows of any text come back through the notation of a cell', () => {
  const part = fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replace(/\0/g, ''))
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (list) => {
    assert.deepEqual(parseList(jsonCell(list, declared.data_categories).text), list)
    const { text: cell } = jsonCell(list.map((value) => ({ sectorLaw: value, basis: 'x' })), declared.legal_bases)
    assert.deepEqual(parseRows(cell).map(([, law]) => law), list)
  }), { numRuns: 300 })
})

test('a bare list, a page of the API, a byte order mark, UTF-16 and JSON of another product are read too', async () => {
  const plain = '[{"naam": "a", "doel_van": ["x", "y"]}, {"extra": {"tel": 1, "mail": "b"}, "rijen": [{"a": 1, "b": "t"}]}]'
  for (const content of [plain, `\ufeff${plain}`, Buffer.from(`\ufeff${plain}`, 'utf16le'), `{"total": 2, "links": {"items": [{"naam": "nee"}]}, "items": ${plain}, "next": null}`]) {
    const { table, cells } = await readAll(content)
    assert.deepEqual(table.headings, ['naam', 'doel van', 'extra', 'rijen'])
    assert.deepEqual(cells, [['a', 'x; y', '', ''], ['', '', 'tel: 1\nmail: b', '1 | t']])
  }
})

test('keys that JavaScript knows of its own are ordinary keys', async () => {
  const { table, cells } = await readAll('[{"__proto__": "a", "constructor": "b", "": "c", "toString": "d"}]')
  assert.deepEqual([table.headings, cells], [['__proto__', 'constructor', 'Kolom C', 'to String'].map((name) => (name === '__proto__' ? 'proto' : name)), [['a', 'b', 'c', 'd']]])
})

test('values of the wrong type are told by entry and field; the rest of the entry is read', async () => {
  const { rows: read, cells } = await readAll(JSON.stringify([{ name: ['a', 'b'], isPublished: 3, legalBases: 'tekst', dataCategories: [['x']], description: 2 ** 63, owner: { mail: 'x' }, number: 7 }, { name: { nl: 'x' }, legalBases: ['los'], role: 'iets', number: '\0a' }, { legalBases: [{ basis: 'consent', kleur: 'rood' }] }]))
  assert.deepEqual(cells, [['', '', 'tekst', '', '', '', '7', ''], ['', '', '', '', '', '', 'a', 'iets'], ['', '', 'consent |  |  | ', '', '', '', '', '']])
  const told = messagesOf(read)
  for (const part of [/Onderdeel 1, “Naam”: Hier hoort één waarde/, /“Openbaar”: Hier hoort true of false/, /“Gegevens”: Hier hoort tekst/, /“Omschrijving”: Dit getal is te lang/, /“Eigenaar”: Dit object noemt geen “key” of “id”/, /Onderdeel 2, “Naam”/, /Onderdeel 2, “Grondslagen”: In deze lijst horen objecten/, /Onderdeel 3, “Grondslagen”: “kleur” is geen deel/, /NUL/]) assert.ok(told.some((message) => part.test(message)), String(part))
  assert.equal(told.length, 9)
})

const refusals: [name: string, content: string, message: RegExp][] = [
  ['an empty list', '[]', /geen enkel gevuld onderdeel/],
  ['empty objects', '[{}, {}]', /geen enkel gevuld onderdeel/],
  ['an object without a list', '{"naam": "a", "n": 1, "x": {"entries": [{"a": 1}]}}', /geen lijst “entries”/],
  ['a list of numbers', '[1, 2, 3]', /Onderdeel 1 \(regel 1\) is geen object/],
  ['a text among the entries', '[{"a": 1},\n "b"]', /Onderdeel 2 \(regel 2\) is geen object/],
  ['a list in the list', '[[{"a": 1}]]', /Onderdeel 1 \(regel 1\) is geen object/],
  ['entries that are no list', '{"entries": {"a": 1}}', /geen lijst “entries”/],
  ['half a file', '{"entries": [{"a": 1}, {"b": ', /niet volledig: het breekt af op regel 1/],
  ['a text that never ends', '[{"a": "x}]', /niet volledig/],
  ['a list that never ends', '[{"a": 1}', /niet volledig/],
  ['a broken entry', '[{"a": 1},\n\n{"a": 1, b: 2}]', /Onderdeel 2 \(vanaf regel 3\) is geen geldige JSON/],
  ['something behind the end', '[{"a": 1}]\n[{"a": 2}]', /op regel 2 staat iets/],
  ['no comma', '[{"a": 1} {"a": 2}]', /op regel 1 staat iets/],
  ['several objects without a list (NDJSON)', '{"a": 1}\n{"a": 2}', /geen lijst “entries”/],
  ['deep nesting', `[{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}]`, /meer dan 16 lagen/],
  ['deep nesting outside the list', `{"x": ${'{"x":'.repeat(5000)}1${'}'.repeat(5000)}, "entries": []}`, /meer dan 16 lagen/],
  ['a single entry of 9 MB', `[{"a": "${'x'.repeat(9 * 1024 * 1024)}"}]`, /Onderdeel 1 \(vanaf regel 1\) is groter dan 8 MB/],
  ['301 fields', JSON.stringify([Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`k${index}`, index]))]), /meer dan 300 verschillende velden/],
]
for (const [name, content, message] of refusals) test(`refused with a clear message: ${name}`, async () => {
  await assert.rejects(readAll(content), (error) => {
    assert.ok(error instanceof Refusal, String(error))
    assert.match(error.message, message)
    return true
  })
})

test('100 MB of JSON is refused by its size before it is read; too many entries before a row comes out; in the language of who asks', async () => {
  const path = await saved('[{"a": 1}')
  await truncate(path, 100 * 1024 * 1024)
  await assert.rejects(openTable(path), (error) => error instanceof TooLarge && /Het bestand is 100 MB. Er kan hoogstens 50 MB/.test(error.message))
  const many = JSON.stringify(Array.from({ length: 11 }, () => ({ a: 1 })))
  await assert.rejects(readAll(many, { limits: { rows: 10 } }), (error) => error instanceof TooLarge && /meer dan 10 onderdelen/.test(error.message))
  await inLanguage('en', () => assert.rejects(readAll('[1, 2]'), /Entry 1 \(line 1\) isn’t an object/))
})

test('a value longer than a cell is told by its place; the rest of its entry is read', async () => {
  const { rows: read, cells } = await readAll(JSON.stringify([{ name: 'a', description: 'x'.repeat(100_001) }]))
  assert.deepEqual(cells, [['a', '']])
  assert.match(messagesOf(read)[0]!, /Onderdeel 1, “Omschrijving”: 100\.001 tekens; hoogstens 100\.000/)
})

test('40 MB of JSON is read in flat memory', async () => {
  const entry = JSON.stringify({ name: 'Verwerking', description: 'Inwoners vragen dit aan. '.repeat(80) })
  const table = await openTable(await saved(`{"entries": [${Array.from({ length: 20_000 }, () => entry).join(',\n')}]}`), { fields })
  let most = 0
  let read = 0
  const start = process.memoryUsage().heapUsed
  for await (const row of table.rows) {
    read += row.cells.length === 2 ? 1 : 0
    if (read % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed)
  }
  assert.equal(read, 20_000)
  assert.ok(most - start < 100 * 1024 * 1024, `the heap grew by ${Math.round((most - start) / 1024 / 1024)} MB`)
})

test('what an export says about the entry itself is left out; in a file of somebody else it stays', async () => {
  const own = { id: '0198', status: 'active', revision: 3, version: 1, createdAt: '2026-11-22T10:00:00.000Z', findings: { blocking: 1 }, proposal: { content: { name: 'b' } } }
  assert.deepEqual((await readAll(await written([{ ...own, name: 'a' }]))).table.headings, ['Naam'])
  assert.deepEqual((await readAll('[{"id": "SD-1", "status": "Actief", "naam": "a"}]')).table.headings, ['id', 'status', 'naam'])
})
