// Register SQL: the tables of a declared register as a migration writes them. `npm run new register` begins with it; `node scripts/register-sql.ts <key>` prints it again.
import { baseTargets, type CellField, type ChoicesField, type Field } from '../src/register-kit/field-types.ts'
import { childTable, isChild, type Register } from '../src/register-kit/register.ts'

/** Tables, constraints, indexes and fences for a register and its repeating groups. `tableOf` gives the table of another register by key. */
export function registerSql(register: Register, tableOf: (key: string) => string): string {
  const own = Object.entries(register.fields).filter(([, field]) => !isChild(field)) as [string, CellField | ChoicesField][]
  const children = Object.entries(register.fields).filter(([, field]) => isChild(field))
  return [
    `create table ${register.table} (\n${[...systemColumns(register), ...own.flatMap(([name, field]) => columnOf(name, field)), 'primary key (organisation_id, id)', `unique (organisation_id, ${register.named.number.field})`, ...own.flatMap(([name, field]) => keyOf(name, field, tableOf))].map((line) => `  ${line}`).join(',\n')}\n);`,
    ...indexes(register),
    ...children.map(([key, field]) => childSql(register, key, field, tableOf)),
    ...links(register),
    [`call fence('${register.table}', 'select, insert, update, delete', ':app_role');`, ...children.map(([key]) => `call fence('${childTable(register, key)}', 'select, insert, update, delete', ':app_role');`)].join('\n'),
  ].join('\n\n')
}

function systemColumns(register: Register): string[] {
  return [
    'organisation_id uuid not null references organisation', 'id uuid not null', `status text not null check (status in (${Object.keys(register.lifecycle.statuses).map((key) => `'${key}'`).join(', ')}))`,
    'revision integer not null', 'version integer not null default 0', 'created_at timestamptz not null', 'created_by uuid', 'updated_at timestamptz not null', 'updated_by uuid',
    'reviewed_on date', 'review_due_on date', 'ended_on date', 'imported_by uuid', 'sort_name text collate "C" not null',
    'findings_blocking integer not null default 0', 'findings_serious integer not null default 0', 'findings_attention integer not null default 0',
  ]
}

function indexes({ table, named }: Register): string[] {
  const columns: [string, string][] = [['sort_name', 'sort_name'], ['updated', 'updated_at'], ['status', 'status, sort_name'], ['review_due', 'review_due_on'], ['findings', 'findings_blocking, findings_serious, findings_attention'], ...(named.department ? [['department', `${named.department}, sort_name`] as [string, string]] : [])]
  return [columns.map(([name, list]) => `create index ${table}_${name} on ${table} (organisation_id, ${list}, id);`).join('\n')]
}

function childSql(register: Register, key: string, field: Field, tableOf: (key: string) => string): string {
  const table = childTable(register, key)
  const cells: [string, Field][] = field.type === 'rows' ? Object.entries(field.columns) : []
  const columns = field.type === 'terms'
    ? ['key text not null', `catalogue text generated always as ('${field.catalogue}') stored`] : cells.flatMap(([name, cell]) => columnOf(name, cell))
  const keys = field.type === 'terms' ? ['foreign key (organisation_id, catalogue, key) references catalogue_term'] : cells.flatMap(([name, cell]) => keyOf(name, cell, tableOf))
  return `create table ${table} (\n${['organisation_id uuid not null', 'entry_id uuid not null', 'position integer not null', ...columns, 'primary key (organisation_id, entry_id, position)',
    `foreign key (organisation_id, entry_id) references ${register.table} on delete cascade`, ...keys].map((line) => `  ${line}`).join(',\n')}\n);${
    field.type === 'terms' ? `\ncreate index ${table}_key on ${table} (organisation_id, key, entry_id);` : ''}`
}

// Whatever points at an entry of a register is asked for from the other side too.
function links(register: Register): string[] {
  const isLink = (field: Field) => field.type === 'reference' && !baseTargets.some((target) => target === field.to)
  return Object.entries(register.fields).flatMap(([key, field]) => field.type === 'rows'
    ? Object.entries(field.columns).flatMap(([column, cell]) => isLink(cell) ? [`create index ${childTable(register, key)}_${column} on ${childTable(register, key)} (organisation_id, ${column}, entry_id);`] : [])
    : isLink(field) ? [`create index ${register.table}_${key} on ${register.table} (organisation_id, ${key}, id);`] : [])
}

function columnOf(name: string, field: CellField | ChoicesField | Field): string[] {
  switch (field.type) {
    case 'text':
    case 'longText': return [`${name} text check (length(${name}) between 1 and ${field.most})`]
    case 'number': return [`${name} integer check (${name} between ${field.least} and ${field.most})`]
    case 'yesNo': return [`${name} boolean`]
    case 'date': return [`${name} date`]
    case 'moment': return [`${name} timestamptz`]
    case 'duration': return [`${name} text check (${name} ~ '^P[0-9YMWDTHS]+$')`]
    case 'choice': return [`${name} text check (${name} in (${field.choices.map(({ key }) => `'${key}'`).join(', ')}))`]
    case 'choices': return [`${name} text[] not null default '{}' check (${name} <@ array[${field.choices.map(({ key }) => `'${key}'`).join(', ')}])`]
    case 'term': return [`${name} text`, `${name}_catalogue text generated always as ('${field.catalogue}') stored`]
    case 'reference': return [`${name} uuid`]
    default: return []
  }
}

function keyOf(name: string, field: Field, tableOf: (key: string) => string): string[] {
  if (field.type === 'term') return [`foreign key (organisation_id, ${name}_catalogue, ${name}) references catalogue_term`]
  if (field.type !== 'reference') return []
  return [`foreign key (organisation_id, ${name}) references ${baseTargets.find((target) => target === field.to) ?? tableOf(field.to)}`]
}

if (import.meta.main) {
  const { books } = await import('../src/tied-rooms.ts')
  const registers = books.map(({ register }) => register as Register)
  const register = registers.find(({ key }) => key === process.argv[2])
  if (register) process.stdout.write(`${registerSql(register, (key) => registers.find((other) => other.key === key)!.table)}\n`)
  else {
    process.stderr.write(`Het register "${process.argv[2] ?? ''}" bestaat niet; kies uit: ${registers.map(({ key }) => key).join(', ')}.\n`)
    process.exitCode = 2
  }
}
