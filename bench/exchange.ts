// Exchange: a register of twenty columns in by the import, and entries out in each format, in rows a second beside COPY in the same run.
import { createReadStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Jobs } from '../src/ground/jobs.ts'
import type { Organisation } from '../src/ground/scope.ts'
import type { House } from '../src/people/house.ts'
import { importByCommand } from '../src/register-kit/exchange-flow/import-command.ts'
import { bookOf } from '../src/register-kit/exchange-flow/importing.ts'
import { entries as wholeEntries } from './bare-sql.ts'
import { milliseconds } from './measure.ts'

export type Rate = { readonly what: string; readonly rows: number; readonly ours: number; readonly bare: number; readonly baseline: string; readonly grownMb: number }

/** Reads, checks and writes `rows` rows in an organisation of its own; beside it raw COPY of the same file. */
export async function measureImport(house: House, jobs: Jobs, organisation: Organisation, superUrl: string, folder: string, rows: number): Promise<Rate> {
  const file = writeRegister(folder, rows)
  const bare = await milliseconds(() => rawCopy(superUrl, file))
  const memory = watchMemory()
  const ours = await milliseconds(() => importByCommand(house, organisation, jobs, bookOf('processing-activities')!, { path: file, asActive: true, key: 'number', isDryRun: false, maxBytes: 200_000_000, say: () => {} }))
  return { what: 'import: lezen, controleren, schrijven', rows, ours: rows / (ours / 1000), bare: rows / (bare / 1000), baseline: 'COPY van het bestand in één tabel van teksten', grownMb: memory() }
}

/** What a filtered list holds, out through the door of the pages; beside it COPY of the same entries with all that belongs to them. */
export async function measureExports(page: (path: string) => Promise<unknown>, superUrl: string, organisation: string): Promise<Rate[]> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  const { rows: [counted] } = await client.query<{ count: number }>(`select count(*)::int as count from processing_activity where organisation_id = $1 and status = 'in_review'`, [organisation])
  const query = wholeEntries(organisation, [])[0].replaceAll('$1', `'${organisation}'`).replace('t.id = any($2)', `t.status = 'in_review'`)
  const bare = await milliseconds(() => pipeline(client.query(copyTo(`copy (${query}) to stdout`)), new Writable({ write: (_chunk, _encoding, done) => done() })))
  await client.end()
  const rates: Rate[] = []
  for (const format of ['csv', 'xlsx', 'ods', 'json']) {
    const memory = watchMemory()
    const ours = await milliseconds(() => page(`/meetdorp/verwerkingen/export/bestand?formaat=${format}&status=in_review`))
    rates.push({ what: `export ${format}`, rows: counted!.count, ours: counted!.count / (ours / 1000), bare: counted!.count / (bare / 1000), baseline: 'COPY TO van dezelfde inschrijvingen met hun onderdelen', grownMb: memory() })
  }
  return rates
}

/** How much larger the process became at its largest, in MB. */
function watchMemory(): () => number {
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 50)
  return () => {
    clearInterval(watch)
    return Math.round((peak - before) / 1e6)
  }
}

/** Twenty columns as registers have them; every tenth row has a flaw. */
function writeRegister(folder: string, rows: number): string {
  const file = join(folder, 'register.csv')
  const heads = ['Nr.', 'Naam verwerking', 'Afdeling', 'Omschrijving', 'Taak', 'Doeleinden', 'Grondslag', 'Betrokkenen', 'Persoonsgegevens', 'Herkomst gegevens', 'Ontvangers', 'Verwerker', 'Doorgifte buiten EU', 'Bewaartermijn', 'Maatregelen', 'Profilering', 'Cameratoezicht', 'DPIA', 'Datum DPIA', 'Openbaar']
  const tasks = ['Grafrechten', 'Parkeervergunningen', 'Bijzondere bijstand', 'Leerplicht', 'Onroerendezaakbelasting', 'Klachten']
  const lines = Array.from({ length: rows }, (_, number) => [
    `M-${number}`, `${tasks[number % tasks.length]} ${number}`, ['Burgerzaken', 'Belastingen', 'Sociaal domein'][number % 3]!, 'Inwoners vragen iets aan; de gemeente beoordeelt dat en geeft een besluit.', tasks[number % tasks.length]!,
    'Beoordelen van de aanvraag van een inwoner en bijhouden wat er besloten is', number % 10 === 0 ? 'toestemming' : 'taak van algemeen belang', 'inwoners; ouders', 'NAW-gegevens; BSN; e-mailadres', 'betrokkene; BRP', 'Belastingdienst', 'Zaaksoft', 'nee', '5 jaar na afhandeling', 'MFA; encryptie', 'nee', 'nee', 'uitgevoerd', '12-05-2025', 'ja',
  ])
  writeFileSync(file, stringify([heads, ...lines], { delimiter: ';' }))
  return file
}

async function rawCopy(superUrl: string, file: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query(`create table raw_rows (${Array.from({ length: 20 }, (_, index) => `c${index} text`).join(', ')})`)
  await pipeline(createReadStream(file), client.query(copyFrom("copy raw_rows from stdin (format csv, header, delimiter ';')")))
  await client.query('drop table raw_rows')
  await client.end()
}
