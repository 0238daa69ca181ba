// One query on an address of its own, for tests that look at a database from outside the product.
import pg from 'pg'

/** Rows of one query with this address. */
export async function rowsOf<Row extends pg.QueryResultRow>(url: string, query: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(query, [...values])).rows
  } finally {
    await client.end()
  }
}
