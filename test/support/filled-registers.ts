// Filled registers: rows of every register straight into its tables, from the declarations alone, for tests of how they are read among many of others.
import pg from 'pg'
import { newId } from '../../src/ground/ids.ts'
import { baseTargets, type CellField } from '../../src/register-kit/field-types.ts'
import { childKeys, childTable, columnKeys, type Register } from '../../src/register-kit/register.ts'
import { allRegisters, registerOf } from '../../src/register-kit/tied-registers.ts'

/** Of `many` entries a register in one organisation, and `others` organisations of 300. @returns the first one's id */
export async function fillRegisters(superUrl: string, many: number, others: number): Promise<string> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    // No foreign keys: a value need not stand for something to be found.
    await client.query('set session_replication_role = replica')
    const large = newId()
    await client.query('create temp table tenant as select $1::uuid as id, $2::int as many union all select gen_random_uuid(), 300 from generate_series(1, $3)', [large, many, others])
    await client.query(`insert into organisation (id, slug, name, kind, key_wrapped, created_at) select id, 'o' || left(md5(id::text), 30), 'x', 'municipality', '', '2026-01-01' from tenant`)
    await client.query(`create function pg_temp.id_of(o uuid, kind text, n int) returns uuid language sql immutable as $$ select md5(o::text || kind || n)::uuid $$`)
    await client.query(`insert into department (organisation_id, id, name) select id, pg_temp.id_of(id, 'department', n), 'Afdeling ' || n from tenant, generate_series(0, 29) n`)
    for (const register of allRegisters()) for (const statement of rowsIn(register)) await client.query(statement)
    await client.query('analyze')
    return large
  } finally {
    await client.end()
  }
}

/** The id of the n-th of something in an organisation, as `fillRegisters` made it. */
export const idOf = (organisation: string, kind: string, n: number) => `md5('${organisation}' || '${kind}' || ${n})::uuid`

function rowsIn(register: Register): string[] {
  const { table, named, fields, key } = register
  const statuses = `'{${Object.keys(register.lifecycle.statuses).join()}}'::text[]`
  const values: Record<string, string> = { [named.title]: `'Naam ' || md5(n::text)`, [named.number.field]: `'N-' || n`, ...(named.department === undefined ? {} : { [named.department]: valueOf(fields[named.department] as CellField)! }) }
  for (const column of columnKeys(fields)) values[column] ??= valueOf(fields[column] as CellField) ?? ''
  const filled = Object.entries(values).filter(([, value]) => value !== '')
  const rules = Object.entries(register.rules)
  return [
    `insert into ${table} (organisation_id, id, status, revision, created_at, updated_at, sort_name, review_due_on, findings_serious, ${filled.map(([column]) => `"${column}"`).join()})
      select o.id, pg_temp.id_of(o.id, '${key}', n), (${statuses})[1 + n % cardinality(${statuses})], 1, '2026-01-01', timestamptz '2026-01-01' + n * interval '1 minute', 'naam ' || md5(n::text), date '2026-01-01' + n % 700, n % 5, ${filled.map(([, value]) => value).join()}
      from tenant o, generate_series(1, many) n`,
    ...childKeys(fields).map((child) => {
      const field = fields[child]!
      const cells: [string, string][] = field.type === 'terms' ? [['key', `'k' || (n % 60)`]]
        : field.type !== 'rows' ? [] : Object.entries(field.columns).flatMap(([column, cell]): [string, string][] => { const value = valueOf(cell); return value === undefined ? [] : [[column, value]] })
      return `insert into ${childTable(register, child)} (organisation_id, entry_id, position${cells.map(([column]) => `, "${column}"`).join('')})
        select o.id, pg_temp.id_of(o.id, '${key}', n), 0${cells.map(([, value]) => `, ${value}`).join('')} from tenant o, generate_series(1, many) n`
    }),
    ...rules.length === 0 ? [] : [`insert into finding (organisation_id, register, entry_id, rule, field, severity, since)
      select o.id, '${key}', pg_temp.id_of(o.id, '${key}', n), (array['${rules.map(([rule]) => rule).join("','")}'])[1 + n % ${rules.length}], 'x', 'serious', '2026-01-01' from tenant o, generate_series(1, many) n`],
    ...Object.keys(register.deadlines ?? {}).map((kind) => `insert into deadline (organisation_id, id, register, entry_id, kind, regime, citation, duration, clock, started_at, due_on, due_at, first_due_at, is_cut, steps, notes, remind_at, met_at, met_by)
      select o.id, gen_random_uuid(), '${key}', pg_temp.id_of(o.id, '${key}', n), '${kind}', 'own', 'x', 'P5D', 'working', '2026-01-01', date '2026-01-01' + n % 700, timestamptz '2026-01-01' + n % 700 * interval '1 day', '2026-01-01', false, '[]', '[]', '2026-01-01',
        case when n % 5 > 0 then timestamptz '2026-06-01' end, case when n % 5 > 0 then 'verb' end from tenant o, generate_series(1, many) n`),
    `insert into entry_search (organisation_id, register, entry_id, document, letters)
      select organisation_id, '${key}', id, to_tsvector('dutch', sort_name), sort_name from ${table}`,
  ]
}

/** What a cell points at or holds; nothing for texts, that no list is filtered on. */
function valueOf(field: CellField): string | undefined {
  switch (field.type) {
    case 'term': return `'k' || (n % 60)`
    case 'choice': return `(array['${field.choices.map(({ key }) => key).join("','")}'])[1 + n % ${field.choices.length}]`
    case 'yesNo': return 'n % 2 = 0'
    case 'reference': return baseTargets.some((target) => target === field.to) || registerOf(field.to) ? `pg_temp.id_of(o.id, '${field.to}', 1 + n % 29)` : undefined
    default: return undefined
  }
}
