// Store: entries of a register in and out of their own tables, many at a time, by the declaration alone.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../ground/database.ts'
import type { Actor } from '../ground/scope.ts'
import { insertRows } from '../ground/insert-rows.ts'
import type { AnyInput, SystemRow } from './entry.ts'
import type { Field, Fields, InputOf } from './field-types.ts'
import { childKeys, childTable, columnKeys, type Register } from './register.ts'

/** Columns that every entry has beside its fields. */
export type SystemColumns = Record<string, unknown> & { id: string }

export type Stored<F extends Fields> = { readonly system: SystemRow; readonly input: InputOf<F> }

const systemColumns = ['id', 'status', 'revision', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'reviewed_on', 'review_due_on', 'ended_on', 'imported_by',
  'findings_blocking', 'findings_serious', 'findings_attention'] as const

/** Writes new entries, with their children, in as few statements as there are tables. */
export async function insertEntries(tx: Tx, register: Register, organisationId: string, entries: readonly { system: SystemColumns; input: AnyInput }[]): Promise<void> {
  if (entries.length === 0) return
  const columns = columnKeys(register.fields)
  await insertRows(tx, register.table, entries.map(({ system, input }) => ({ organisation_id: organisationId, ...system, ...pick(input, columns) })))
  await insertChildren(tx, register, organisationId, entries.map(({ system, input }) => ({ id: system.id, input })), childKeys(register.fields))
}

/** Overwrites entries with a new input; `system` may hold any of the system columns. Children are replaced only where they differ. */
export async function updateEntries(tx: Tx, register: Register, organisationId: string, entries: readonly { system: SystemColumns; input: AnyInput; changed: readonly string[] }[]): Promise<void> {
  if (entries.length === 0) return
  const children = new Set(childKeys(register.fields))
  for (const { system, input, changed } of entries) {
    const values = { ...pick(input, changed.filter((key) => !children.has(key))), ...system }
    const names = Object.keys(values).filter((name) => name !== 'id')
    if (names.length > 0) {
      const assignments = sql.join(names.map((name) => sql`${sql.ref(name)} = new.${sql.ref(name)}`))
      await sql`update ${sql.table(register.table)} t set ${assignments} from jsonb_populate_record(null::${sql.table(register.table)}, ${JSON.stringify(values)}::jsonb) new
        where t.organisation_id = ${organisationId} and t.id = ${system.id}`.execute(tx)
    }
    const replaced = changed.filter((key) => children.has(key))
    for (const key of replaced) {
      await sql`delete from ${sql.table(childTable(register, key))} where organisation_id = ${organisationId} and entry_id = ${system.id}`.execute(tx)
    }
    await insertChildren(tx, register, organisationId, [{ id: system.id, input }], replaced)
  }
}

/** Reads entries by id, in the order of the ids; what isn't there (or another organisation's, or hidden from `visibleTo`) is left out. `lock` keeps others from writing them. */
export async function loadEntries<F extends Fields>(tx: Tx, register: Register<F>, organisationId: string, ids: readonly string[], options: { lock?: boolean; visibleTo?: Actor } = {}): Promise<Stored<F>[]> {
  if (ids.length === 0) return []
  if (options.lock) {
    await sql`select id from ${sql.table(register.table)} where organisation_id = ${organisationId} and id = any(${ids}::uuid[]) order by id for update`.execute(tx)
  }
  const columns = columnKeys(register.fields)
  const children = childKeys(register.fields)
  const selected = [...systemColumns.map((name) => sql`t.${sql.ref(name)}`), ...columns.map((name) => sql`${readable(register.fields[name]!, sql`t.${sql.ref(name)}`)} as ${sql.ref(name)}`)]
  const result = await sql<Record<string, unknown>>`
    select ${sql.join([...selected, ...children.map((key) => childSelection(register, key, organisationId))])}
    from ${sql.table(register.table)} t where t.organisation_id = ${organisationId} and t.id = any(${ids}::uuid[]) and ${options.visibleTo ? register.visible(options.visibleTo) : sql`true`}`.execute(tx)
  const found = new Map(result.rows.map((row) => [row.id as string, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row ? [{ system: pick(row, systemColumns) as SystemRow, input: pick(row, Object.keys(register.fields)) as InputOf<F> }] : []
  })
}

export async function deleteEntries(tx: Tx, register: Register, organisationId: string, ids: readonly string[]): Promise<void> {
  await sql`delete from ${sql.table(register.table)} where organisation_id = ${organisationId} and id = any(${ids}::uuid[])`.execute(tx)
}

/** A moment comes out as it is kept in an input; other columns as they are. */
export function readable({ type }: Field, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return type === 'moment' ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : column
}

function childSelection(register: Register, key: string, organisationId: string) {
  const field = register.fields[key]!
  const from = sql`from ${sql.table(childTable(register, key))} c where c.organisation_id = ${organisationId} and c.entry_id = t.id`
  if (field.type === 'rows') {
    const pairs = sql.join(Object.entries(field.columns).map(([name, cell]) => sql`${sql.lit(name)}, ${readable(cell, sql`c.${sql.ref(name)}`)}`))
    return sql`(select coalesce(jsonb_agg(jsonb_build_object(${pairs}) order by c.position), '[]') ${from}) as ${sql.ref(key)}`
  }
  return sql`(select coalesce(jsonb_agg(c.key order by c.position), '[]') ${from}) as ${sql.ref(key)}`
}

async function insertChildren(tx: Tx, register: Register, organisationId: string, entries: readonly { id: string; input: AnyInput }[], keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const rows = entries.flatMap(({ id, input }) =>
      (input[key] as (string | AnyInput)[]).map((item, position) => ({ organisation_id: organisationId, entry_id: id, position, ...(typeof item === 'string' ? { key: item } : item) })))
    await insertRows(tx, childTable(register, key), rows)
  }
}

function pick(from: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, from[name]]))
}
