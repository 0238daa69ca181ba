// Writer of the fault rounds: opens the database as the product does, then commits numbers and says each one that was acknowledged.
import pg from 'pg'
import { startDatabase } from '../../src/ground/postgres.ts'

const [dataFolder = '', first = '1'] = process.argv.slice(2)
const running = await startDatabase({ dataFolder, keysFolder: `${dataFolder}/keys`, databaseUrl: undefined, databaseAppUrl: undefined })
const client = new pg.Client({ connectionString: running.ownerUrl })
await client.connect()
await client.query('create table if not exists acknowledged (n int primary key)')
for (let n = Number(first); ; n++) {
  await client.query('insert into acknowledged values ($1)', [n])
  process.stdout.write(`${n}\n`)
}
