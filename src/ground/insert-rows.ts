// Rows into a table: one statement and one parameter for any number of rows; the table's own types read the JSON.
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Inserts rows that all have the same keys. Moments may be Dates; a generated column must not be among the keys. */
export async function insertRows(tx: Tx, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}
