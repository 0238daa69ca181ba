// Declaration = table: every declared field stands in the database with the same type, length, choices and catalogue, and the other way round.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { loadCatalogues } from '../src/catalogues/load.ts'
import type { CellField, Field, Fields } from '../src/register-kit/field-types.ts'
import { childTable, isChild, type Register } from '../src/register-kit/register.ts'
import { fields as declared, sections, statuses, table } from '../src/registers/processing-activities/declaration.ts'
import { processingActivities } from '../src/registers/processing-activities/register.ts'
import { testDatabase } from './support/database.ts'
import { rowsOf } from './support/scratch-rows.ts'

const fields: Fields = declared
const register: Register = processingActivities
type Column = { type: string; nullable: boolean; generated: string | null }
let columns: Map<string, Map<string, Column>>
let checks: Map<string, string[]>
let keys: Set<string>

before(async () => {
  const { ownerUrl } = await testDatabase()
  const found = await rowsOf<Column & { table: string; name: string }>(ownerUrl, `
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable, case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as generated
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relname like $1 and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`, [`${table}%`])
  columns = new Map()
  for (const { table: name, name: column, ...rest } of found) columns.set(name, (columns.get(name) ?? new Map<string, Column>()).set(column, rest))
  checks = new Map()
  const constraints = await rowsOf<{ table: string; column: string; check: string }>(ownerUrl, `
    select k.conrelid::regclass::text as table, a.attname as column, pg_get_constraintdef(k.oid) as check from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'c' and cardinality(k.conkey) = 1 and k.conrelid::regclass::text like $1`, [`${table}%`])
  for (const { table: name, column, check } of constraints) checks.set(`${name}.${column}`, [...checks.get(`${name}.${column}`) ?? [], check])
  const foreign = await rowsOf<{ from: string; columns: string[]; to: string }>(ownerUrl, `
    select k.conrelid::regclass::text as from, k.confrelid::regclass::text as to,
      array(select a.attname::text from unnest(k.conkey) with ordinality u(n, at) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by at) as columns
    from pg_constraint k where k.contype = 'f' and k.conrelid::regclass::text like $1`, [`${table}%`])
  keys = new Set(foreign.map(({ from, columns: names, to }) => `${from}(${names.join()}) → ${to}`))
})

/** What a cell of the declaration asks of its column. */
function expected(field: CellField): { type: string; checks: string[] } {
  switch (field.type) {
    case 'text':
    case 'longText': return { type: 'text', checks: [`CHECK (((length(%) >= 1) AND (length(%) <= ${field.most})))`] }
    case 'yesNo': return { type: 'boolean', checks: [] }
    case 'date': return { type: 'date', checks: [] }
    case 'duration': return { type: 'text', checks: [`CHECK ((% ~ '^P[0-9YMWDTHS]+$'::text))`] }
    case 'choice': return { type: 'text', checks: [`CHECK ((% = ANY (ARRAY[${field.choices.map(({ key }) => `'${key}'::text`).join(', ')}])))`] }
    case 'term': return { type: 'text', checks: [] }
    case 'reference': return { type: 'uuid', checks: [] }
  }
}

function compare(owner: string, name: string, field: CellField): void {
  const column = columns.get(owner)?.get(name)
  assert.ok(column, `${owner}.${name} is a column`)
  const wanted = expected(field)
  assert.equal(column.type, wanted.type, `${owner}.${name}: type`)
  assert.equal(column.nullable, true, `${owner}.${name}: a draft may be incomplete`)
  assert.deepEqual(checks.get(`${owner}.${name}`) ?? [], wanted.checks.map((check) => check.replaceAll('%', name)), `${owner}.${name}: what the database allows`)
  if (field.type === 'term') compareCatalogue(owner, name, `${name}_catalogue`, field.catalogue)
  if (field.type === 'reference') assert.ok(keys.has(`${owner}(organisation_id,${name}) → ${field.to}`), `${owner}.${name}: points at ${field.to}`)
}

function compareCatalogue(owner: string, name: string, beside: string, catalogue: string): void {
  assert.equal(columns.get(owner)?.get(beside)?.generated, `'${catalogue}'::text`, `${owner}.${beside}: the catalogue`)
  assert.ok(keys.has(`${owner}(organisation_id,${beside},${name}) → catalogue_term`), `${owner}.${name}: points at its catalogue`)
}

const cells = Object.entries(fields).filter((entry): entry is [string, CellField] => !isChild(entry[1]))
const beside = (shape: Readonly<Record<string, Field>>) => Object.entries(shape).filter(([, field]) => field.type === 'term').map(([name]) => `${name}_catalogue`)

describe('the register of processing activities (H-07)', () => {
  test('each field is a column of the declared type, length, choices and catalogue', () => {
    for (const [name, field] of cells) compare(table, name, field)
  })

  test('the table has no column that the declaration doesn’t know, but for those of the system', () => {
    const system = ['organisation_id', 'id', 'status', 'revision', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'reviewed_on', 'review_due_on', 'ended_on', 'imported_by', 'sort_name',
      'findings_blocking', 'findings_serious', 'findings_attention']
    assert.deepEqual([...columns.get(table)!.keys()].toSorted(), [...system, ...cells.map(([name]) => name), ...beside(Object.fromEntries(cells))].toSorted())
    assert.deepEqual(checks.get(`${table}.status`), [`CHECK ((status = ANY (ARRAY[${Object.keys(statuses).map((key) => `'${key}'::text`).join(', ')}])))`])
  })

  test('each repeating group and list has a table of its own with exactly the declared columns', () => {
    const children = Object.entries(fields).filter(([, field]) => isChild(field))
    assert.deepEqual([...columns.keys()].filter((name) => name !== table).toSorted(), children.map(([name]) => childTable(register, name)).toSorted())
    for (const [name, field] of children) {
      const child = childTable(register, name)
      assert.ok(keys.has(`${child}(organisation_id,entry_id) → ${table}`), `${child} belongs to its entry`)
      const owned = ['organisation_id', 'entry_id', 'position']
      if (field.type === 'rows') {
        assert.deepEqual([...columns.get(child)!.keys()].toSorted(), [...owned, ...Object.keys(field.columns), ...beside(field.columns)].toSorted(), child)
        for (const [column, cell] of Object.entries(field.columns)) compare(child, column, cell)
      } else if (field.type === 'terms') {
        assert.deepEqual([...columns.get(child)!.keys()].toSorted(), [...owned, 'key', 'catalogue'].toSorted(), child)
        compareCatalogue(child, 'key', 'catalogue', field.catalogue)
      }
    }
  })

  test('each field stands in exactly one section', () => {
    assert.deepEqual(sections.flatMap((section) => [...section.fields]).toSorted(), Object.keys(fields).toSorted())
    assert.equal(new Set(sections.map(({ key }) => key)).size, sections.length)
  })

  test('each catalogue that is named is shipped, and has terms', () => {
    const named = new Set(everyField().flatMap(({ field }) => 'catalogue' in field ? [field.catalogue] : []))
    const shipped = new Map(loadCatalogues().map((one) => [one.catalogue, one.terms.length]))
    assert.deepEqual([...named].filter((key) => !shipped.get(key)), [])
  })

  test('keys of fields, columns and choices are snake_case', () => {
    const names = everyField().flatMap(({ path, field }) => [path.split('.').at(-1)!, ...(field.type === 'choice' ? field.choices.map(({ key }) => key) : [])])
    assert.deepEqual(names.filter((name) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)), [])
  })

  test('each label is there in Dutch and English, and they differ', () => {
    // The same word in both languages.
    const same = new Set(['Big data', 'Dashboard', 'DPIA', 'Spreadsheet'])
    const words = [
      ...everyField().flatMap(({ path, field }) => [
        { path, ...field.words }, ...(field.help ? [{ path: `${path} (help)`, ...field.help }] : []), ...(field.type === 'rows' ? [{ path: `${path} (one)`, ...field.one }] : []),
        ...(field.type === 'choice' ? field.choices.map((choice) => ({ path: `${path} = ${choice.key}`, ...choice.words })) : []),
      ]),
      ...sections.map((section) => ({ path: section.key, ...section.words })), ...Object.entries(statuses).map(([key, pair]) => ({ path: key, ...pair })),
    ]
    assert.deepEqual(words.filter(({ nl, en }) => nl.trim() === '' || en.trim() === '' || nl !== nl.trim() || en !== en.trim()), [])
    assert.deepEqual(words.filter(({ nl, en }) => nl === en && !same.has(nl)), [])
    assert.deepEqual([...same].filter((word) => !words.some(({ nl, en }) => nl === word && en === word)), [], 'allowed, but nowhere any more')
  })

  test('what identifies a person is kept off the public page', () => {
    assert.deepEqual(everyField().filter(({ field }) => (field.identifies !== undefined || (field.type === 'reference' && field.to === 'person')) && field.isPublic !== false).map(({ path }) => path), [])
    assert.deepEqual(everyField().filter(({ field }) => field.type === 'reference' && field.to === 'person' && field.identifies !== 'person').map(({ path }) => path), [])
  })
})

function everyField(): { path: string; field: Field }[] {
  return Object.entries(fields).flatMap(([name, field]) => [{ path: name, field }, ...(field.type === 'rows' ? Object.entries(field.columns).map(([column, cell]) => ({ path: `${name}.${column}`, field: cell })) : [])])
}
