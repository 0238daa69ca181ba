// Declaration = table: every register's fields stand in the database with the same type, length, choices and catalogue, and the other way round; keys, indexes and fences too.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { baseTargets, type CellField, type ChoicesField, type Field, type Fields } from '../src/register-kit/field-types.ts'
import { childTable, isChild, type Register } from '../src/register-kit/register.ts'
import { allRegisters, registerOf } from '../src/register-kit/tied-registers.ts'
import { testDatabase } from './support/database.ts'
import { type Table, tablesOf } from './support/tables.ts'

await import('../src/tied-rooms.ts')
const appRole = 'waarborg_app'
const fenced = { isFenced: true, rights: 'select, insert, update, delete' }

/** Columns that every entry has, whatever its register. */
const systemColumns: Readonly<Record<string, string>> = {
  organisation_id: 'uuid', id: 'uuid', status: 'text', revision: 'integer', version: 'integer', created_at: 'timestamp with time zone', created_by: 'uuid', updated_at: 'timestamp with time zone', updated_by: 'uuid',
  reviewed_on: 'date', review_due_on: 'date', ended_on: 'date', imported_by: 'uuid', sort_name: 'text', findings_blocking: 'integer', findings_serious: 'integer', findings_attention: 'integer',
}
const nullable = new Set(['created_by', 'updated_by', 'reviewed_on', 'review_due_on', 'ended_on', 'imported_by'])

type Wanted = { readonly type: string; readonly checks: readonly string[]; readonly isNullable?: boolean; readonly preset?: string }

/** What a field asks of its column. */
function wantedOf(field: CellField | ChoicesField): Wanted {
  const texts = (keys: readonly { key: string }[]) => `ARRAY[${keys.map(({ key }) => `'${key}'::text`).join(', ')}]`
  switch (field.type) {
    case 'text':
    case 'longText': return { type: 'text', checks: [`CHECK (((length(%) >= 1) AND (length(%) <= ${field.most})))`] }
    case 'number': return { type: 'integer', checks: [`CHECK (((% >= ${field.least}) AND (% <= ${field.most})))`] }
    case 'yesNo': return { type: 'boolean', checks: [] }
    case 'date': return { type: 'date', checks: [] }
    case 'moment': return { type: 'timestamp with time zone', checks: [] }
    case 'duration': return { type: 'text', checks: [`CHECK ((% ~ '^P[0-9YMWDTHS]+$'::text))`] }
    // PostgreSQL writes `in` with one value as an equality.
    case 'choice': return { type: 'text', checks: [field.choices.length === 1 ? `CHECK ((% = '${field.choices[0]!.key}'::text))` : `CHECK ((% = ANY (${texts(field.choices)})))`] }
    case 'choices': return { type: 'text[]', checks: [`CHECK ((% <@ ${texts(field.choices)}))`], isNullable: false, preset: `'{}'::text[]` }
    case 'term': return { type: 'text', checks: [] }
    case 'reference': return { type: 'uuid', checks: [] }
  }
}

const tableOf = (target: string) => baseTargets.find((base) => base === target) ?? registerOf(target)!.table
const besides = (fields: Readonly<Record<string, Field>>) => Object.entries(fields).flatMap(([name, { type }]) => type === 'term' ? [`${name}_catalogue`] : [])

/** Words of SQL itself, which PostgreSQL writes in quotes. */
const reservedWords = new Set(['right'])

function compareField(table: Table, owner: string, name: string, field: CellField | ChoicesField): void {
  const column = table.columns.get(name)
  assert.ok(column, `${owner}.${name} is a column`)
  const wanted = wantedOf(field)
  assert.equal(column.type, wanted.type, `${owner}.${name}: type`)
  assert.equal(column.isNullable, wanted.isNullable ?? true, `${owner}.${name}: a draft may be incomplete`)
  assert.equal(column.preset, wanted.preset ?? null, `${owner}.${name}: the database fills in nothing by itself`)
  assert.deepEqual(table.checks.get(name) ?? [], wanted.checks.map((check) => check.replaceAll('%', reservedWords.has(name) ? `"${name}"` : name)), `${owner}.${name}: what the database allows`)
  if (field.type === 'term') compareCatalogue(table, owner, name, `${name}_catalogue`, field.catalogue)
  if (field.type === 'reference') assert.ok(table.foreignKeys.has(`(organisation_id,${name}) → ${tableOf(field.to)}`), `${owner}.${name}: points at ${tableOf(field.to)}`)
}

function compareCatalogue(table: Table, owner: string, name: string, beside: string, catalogue: string): void {
  assert.equal(table.columns.get(beside)?.generated, `'${catalogue}'::text`, `${owner}.${beside}: the catalogue`)
  assert.ok(table.foreignKeys.has(`(organisation_id,${beside},${name}) → catalogue_term`), `${owner}.${name}: points at its catalogue`)
}

const isLink = (field: Field) => field.type === 'reference' && !baseTargets.some((base) => base === field.to)
const begins = (table: Table, columns: string) => table.indexes.some((index) => `${index},`.startsWith(`${columns},`))

for (const register of allRegisters() as readonly Register[]) {
  const fields: Fields = register.fields
  const children = Object.entries(fields).filter(([, field]) => isChild(field))
  const cells = Object.entries(fields).filter((entry): entry is [string, CellField | ChoicesField] => !isChild(entry[1]))

  describe(`the table of ${register.key}`, () => {
    let tables: Map<string, Table>
    let table: Table
    before(async () => {
      const { superUrl } = await testDatabase()
      tables = await tablesOf(superUrl, [register.table, ...children.map(([name]) => childTable(register, name))], appRole)
      table = tables.get(register.table) ?? assert.fail(`there is no table ${register.table}`)
    })

    test('each field is a column of the declared type, length, choices and catalogue', () => {
      for (const [name, field] of cells) compareField(table, register.table, name, field)
    })

    test('no column that the declaration doesn’t know, but for those of the system', () => {
      assert.deepEqual([...table.columns.keys()].toSorted(), [...Object.keys(systemColumns), ...cells.map(([name]) => name), ...besides(Object.fromEntries(cells))].toSorted())
      for (const [name, type] of Object.entries(systemColumns)) assert.deepEqual([table.columns.get(name)!.type, table.columns.get(name)!.isNullable], [type, nullable.has(name)], name)
      assert.deepEqual(table.checks.get('status'), [`CHECK ((status = ANY (ARRAY[${Object.keys(register.lifecycle.statuses).map((key) => `'${key}'::text`).join(', ')}])))`])
    })

    test('each repeating group and list has a table of its own with exactly the declared columns', () => {
      const prefixed = [...tables.keys()].filter((name) => name !== register.table && !allRegisters().some((other) => other.table !== register.table && other.table.startsWith(register.table) && name.startsWith(other.table)))
      assert.deepEqual(prefixed.toSorted(), children.map(([name]) => childTable(register, name)).toSorted())
      for (const [name, field] of children) {
        const owner = childTable(register, name)
        const child = tables.get(owner)!
        assert.ok(child.foreignKeys.has(`(organisation_id,entry_id) → ${register.table} on delete cascade`), `${owner} belongs to its entry and goes with it`)
        const owned = ['organisation_id', 'entry_id', 'position']
        if (field.type === 'rows') {
          assert.deepEqual([...child.columns.keys()].toSorted(), [...owned, ...Object.keys(field.columns), ...besides(field.columns)].toSorted(), owner)
          for (const [column, cell] of Object.entries(field.columns)) compareField(child, owner, column, cell)
        } else if (field.type === 'terms') {
          assert.deepEqual([...child.columns.keys()].toSorted(), [...owned, 'key', 'catalogue'].toSorted(), owner)
          compareCatalogue(child, owner, 'key', 'catalogue', field.catalogue)
        }
      }
    })

    test('keys and indexes begin with the organisation, and serve the list, its order, and whoever points here', () => {
      for (const [name, { indexes }] of tables) assert.deepEqual(indexes.filter((index) => !/^(unique )?organisation_id,/.test(index)), [], name)
      const { number, department } = register.named
      assert.ok(begins(table, 'unique organisation_id,id'), 'the key')
      assert.ok(begins(table, `unique organisation_id,${number.field}`), 'a number of one’s own')
      for (const columns of ['sort_name,id', 'updated_at,id', 'status,sort_name', 'review_due_on,id', 'findings_blocking,findings_serious,findings_attention,id', ...(department ? [`${department},sort_name`] : [])]) assert.ok(begins(table, `organisation_id,${columns}`), `an index on ${columns}`)
      for (const [name, field] of cells) if (isLink(field)) assert.ok(begins(table, `organisation_id,${name}`), `an index on ${name}, for what is shown at the other side`)
      for (const [name, field] of children) {
        const child = tables.get(childTable(register, name))!
        assert.ok(begins(child, 'unique organisation_id,entry_id'), `the key of ${name}`)
        if (field.type === 'terms') assert.ok(begins(child, 'organisation_id,key'), `an index on the terms of ${name}`)
        if (field.type === 'rows') for (const [column, cell] of Object.entries(field.columns)) if (isLink(cell)) assert.ok(begins(child, `organisation_id,${column}`), `an index on ${name}.${column}`)
      }
    })

    test('P-01: each of its tables stands behind the fence, with the application’s rights and no more', () => {
      for (const [name, { isFenced, rights }] of tables) assert.deepEqual({ isFenced, rights }, fenced, name)
    })
  })
}
