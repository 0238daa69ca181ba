// World: 300 organisations with registers of all sizes, straight into the tables: what counts here is how many rows there are, not how they came.
import pg from 'pg'
import { allRegisters } from '../src/register-kit/tied-registers.ts'
import { texts } from './texts.ts'
import { children, entries, entryRows, findings, lives, neighbours, otherSearch, registers, searchIndexes, tools } from './world-sql.ts'

export type World = { readonly seconds: number; readonly entries: number; readonly megabytes: number }

/** Fills the large organisation, which is there with its catalogues and one person, and 299 others beside it. Superuser only: foreign keys aren't checked meanwhile. */
export async function fillWorld(superUrl: string, large: string, many: number): Promise<World> {
  const started = performance.now()
  const [one, other] = [await connect(superUrl), await connect(superUrl)]
  try {
    await one.query('create schema bench')
    for (const statement of tools) await one.query(statement)
    for (const statement of neighbours) await one.query(statement, statement.includes('$1') ? [large] : [])
    await one.query(entries, [many])
    await tellTexts(one)
    await tellRules(one)
    await one.query(findings)
    await one.query('create index on bench.finding (organisation_id, id)')
    await one.query('analyze bench.entry, bench.text, bench.finding')
    for (const statement of searchIndexes.drop) await one.query(statement)
    await one.query(entryRows)
    // Two cores: what belongs to the entries goes in beside what happened to them.
    await Promise.all([inTurn(one, [...children, ...registers]), inTurn(other, lives)])
    await inTurn(one, otherSearch)
    await Promise.all([one.query(searchIndexes.create[0]), other.query(searchIndexes.create[1])])
    await one.query('drop schema bench cascade')
    await one.query('vacuum analyze')
    const [row] = (await one.query<{ entries: number; megabytes: number }>('select (select count(*)::int from processing_activity) as entries, (pg_database_size(current_database()) / 1000000)::int as megabytes')).rows
    return { seconds: (performance.now() - started) / 1000, ...row! }
  } finally {
    await one.end()
    await other.end()
  }
}

async function tellTexts(client: pg.Client): Promise<void> {
  const made = texts(4_000)
  await client.query(`create unlogged table bench.text as select n::int, short, long, letters, to_tsvector('dutch', letters) as document
    from unnest($1::text[], $2::text[], $3::text[]) with ordinality t (short, long, letters, n)`, [made.map(({ short }) => short), made.map(({ long }) => long), made.map(({ letters }) => letters)])
  await client.query('create unique index on bench.text (n)')
}

async function tellRules(client: pg.Client): Promise<void> {
  const rules = allRegisters().flatMap(({ key, rules: own }) => Object.entries(own).map(([rule, { field, severity }], index) => ({ register: key, n: index + 1, rule, field, severity })))
  await client.query('create unlogged table bench.rule (register text, n int, rule text, field text, severity text)')
  await client.query('insert into bench.rule select * from jsonb_to_recordset($1) r (register text, n int, rule text, field text, severity text)', [JSON.stringify(rules)])
}

async function inTurn(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    const started = performance.now()
    await client.query(statement)
    if (process.env.BENCH_LOUD) process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s ${statement.trim().slice(0, 60)}\n`)
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`)
  return client
}
