// Tenant tables: what the catalogue of the database itself says about them, and every row of one organisation as the superuser sees it.
import { rowsOf } from './scratch-rows.ts'

export type TenantTable = {
  name: string
  /** Column that names the organisation: `organisation_id`, or `id` of the organisation itself. */
  tenant: string
  /** Columns that may be written: generated ones can't. */
  columns: string[]
  rights: { select: boolean; insert: boolean; update: string[]; delete: boolean; truncate: boolean }
}

/** Every table with the organisation's id, and the rights of the application's login on it. */
export function tenantTables(superUrl: string, appRole: string): Promise<TenantTable[]> {
  return rowsOf<TenantTable>(superUrl, `
    select c.relname as name, case when c.relname = 'organisation' then 'id' else 'organisation_id' end as tenant,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      jsonb_build_object('select', has_table_privilege($1, c.oid, 'select'), 'insert', has_table_privilege($1, c.oid, 'insert'), 'delete', has_table_privilege($1, c.oid, 'delete'),
        'truncate', has_table_privilege($1, c.oid, 'truncate'),
        'update', coalesce((select jsonb_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and has_column_privilege($1, c.oid, a.attnum, 'update')), '[]')) as rights
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (c.relname = 'organisation' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped))
    order by c.relname`, [appRole])
}

/** One line per table with how many rows an organisation has in it and a digest of all of them. */
export async function rowsByTable(superUrl: string, tables: readonly TenantTable[], organisationId: string): Promise<Record<string, string>> {
  const parts = tables.map(({ name, tenant }) =>
    `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from "${name}" t where "${tenant}" = '${organisationId}'`)
  const found = await rowsOf<{ name: string; rows: string }>(superUrl, parts.join(' union all '))
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]))
}
