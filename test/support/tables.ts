// Tables: what the database's own catalogue says of a table: columns, checks, keys, indexes and its fence.
import { rowsOf } from './scratch-rows.ts'

export type Column = { readonly type: string; readonly isNullable: boolean; readonly preset: string | null; readonly generated: string | null }

export type Table = {
  readonly columns: ReadonlyMap<string, Column>
  /** Checks on one column, by that column. */
  readonly checks: ReadonlyMap<string, readonly string[]>
  /** `(organisation_id,owner) → person`, with `on delete cascade` behind it where it does. */
  readonly foreignKeys: ReadonlySet<string>
  /** Columns of each index, in order; `unique` before those that are. */
  readonly indexes: readonly string[]
  readonly isFenced: boolean
  readonly rights: string
}

/** Every table whose name begins with one of these. */
export async function tablesOf(url: string, names: readonly string[], appRole: string): Promise<Map<string, Table>> {
  const found = await rowsOf<{ name: string; isFenced: boolean; rights: string }>(url, `
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isFenced",
      concat_ws(', ', ${['select', 'insert', 'update', 'delete', 'truncate'].map((right) => `case when has_table_privilege($2, c.oid, '${right}') then '${right}' end`).join(', ')}) as rights
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (select from unnest($1::text[]) n where c.relname = n or c.relname like replace(n, '_', '\\_') || '\\_%') order by 1`, [names, appRole])
  const all = found.map(({ name }) => name)
  const columns = await rowsOf<Column & { table: string; name: string }>(url, `
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as "isNullable",
      case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as preset, case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as generated
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`, [all])
  const constraints = await rowsOf<{ table: string; kind: string; columns: string[]; to: string | null; cascades: boolean; definition: string }>(url, `
    select c.relname as table, k.contype as kind, k.confrelid::regclass::text as to, k.confdeltype = 'c' as cascades, pg_get_constraintdef(k.oid) as definition,
      array(select a.attname::text from unnest(k.conkey) with ordinality u(n, at) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by at) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and k.contype in ('c', 'f')`, [all])
  const indexes = await rowsOf<{ table: string; columns: string }>(url, `
    select c.relname as table, case when i.indisunique then 'unique ' else '' end || replace(array_to_string(array(select pg_get_indexdef(i.indexrelid, n::integer, true) from generate_series(1, i.indnkeyatts) n), ','), '"', '') as columns
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and c.relname = any($1)`, [all])
  const of = <T extends { table: string }>(rows: readonly T[], name: string) => rows.filter(({ table }) => table === name)
  return new Map(found.map(({ name, isFenced, rights }) => [name, {
    isFenced, rights, indexes: of(indexes, name).map((index) => index.columns),
    columns: new Map(of(columns, name).map(({ name: column, table: _, ...rest }) => [column, rest])),
    checks: byColumn(of(constraints, name).filter(({ kind, columns: on }) => kind === 'c' && on.length === 1)),
    foreignKeys: new Set(of(constraints, name).filter(({ kind }) => kind === 'f').map(({ columns: on, to, cascades }) => `(${on.join()}) → ${to}${cascades ? ' on delete cascade' : ''}`)),
  }]))
}

function byColumn(checks: readonly { columns: readonly string[]; definition: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { columns: [column], definition } of checks) found.set(column!, [...found.get(column!) ?? [], definition])
  return found
}
