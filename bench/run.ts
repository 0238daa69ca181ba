// Bench: the register's speed beside its baseline in the same run: pages against bare SQL, import and export against raw COPY.
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyCatalogues } from '../src/catalogues/tenant-terms.ts'
import { readConfig } from '../src/ground/config.ts'
import { openDatabase } from '../src/ground/database.ts'
import { openJobs } from '../src/ground/jobs.ts'
import { openMasterKey } from '../src/ground/keys.ts'
import { migrate } from '../src/ground/migrations.ts'
import { startDatabase } from '../src/ground/postgres.ts'
import { createAccount } from '../src/people/accounts.ts'
import { createOrganisation, findOrganisation } from '../src/people/organisations.ts'
import { hashPassword } from '../src/people/passwords.ts'
import { addPerson } from '../src/people/persons.ts'
import { queues } from '../src/queues.ts'
import { importByCommand } from '../src/register-kit/exchange-flow/import-command.ts'
import { bookOf } from '../src/register-kit/exchange-flow/importing.ts'
import { makeApp, makeHouse, type Deps } from '../src/web.tsx'
import { startWork } from '../src/work.ts'

const entries = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'waarborg-bench-'))
const say = (line: string) => process.stdout.write(`${line}\n`)
const rows: string[][] = []

const config = readConfig({ DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'http://waarborg.test', MAX_UPLOAD_MB: '200' })
const running = await startDatabase(config)
await migrate(running, { queues })
const database = openDatabase(running.appUrl)
const jobs = await openJobs(running.appUrl)
const deps: Deps = { config, database, jobs, masterKey: openMasterKey(config.keysFolder), isReady: async () => true }
const house = makeHouse(deps)
const app = makeApp(deps, house)
await startWork(jobs, house)
try {
  await bench()
} finally {
  await jobs.stop(1000)
  await database.destroy()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function bench(): Promise<void> {
  for (let number = 0; number < 29; number++) await createOrganisation(database, deps.masterKey, { name: `Buur ${number}`, slug: `buur-${number}`, kind: 'municipality' }, async (scope) => { await copyCatalogues(scope) })
  const password = 'paarse olifant in de sloot'
  await createOrganisation(database, deps.masterKey, { name: 'Meetdorp', slug: 'meetdorp', kind: 'municipality', secondFactorRequired: false }, async (scope) => {
    await copyCatalogues(scope)
    await scope.tx.insertInto('department').values(['Burgerzaken', 'Belastingen', 'Sociaal domein'].map((name) => ({ organisation_id: scope.organisation.id, id: crypto.randomUUID(), name }))).execute()
    const accountId = await createAccount(scope.tx, scope.now, { email: 'meter@meetdorp.example', passwordHash: await hashPassword(password) })
    await addPerson(scope, { name: 'Meter', email: 'meter@meetdorp.example', accountId, roles: [{ role: 'privacy_officer' }] })
  })
  const { organisation } = (await findOrganisation(database, deps.masterKey, 'meetdorp'))!
  const file = writeRegister()
  say(`${entries} verwerkingen, ${Math.round(statSync(file).size / 1024)} kB CSV, ${process.arch}, Node ${process.version}`)

  const copy = await timed(() => rawCopy(file))
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 100)
  const imported = await timed(() => importByCommand(house, organisation, jobs, bookOf('processing-activities')!, { path: file, asActive: true, key: 'number', isDryRun: false, maxBytes: config.maxUploadBytes, say: () => {} }))
  clearInterval(watch)
  add('import, rijen/s', entries / imported.seconds, entries / copy.seconds, 'rauwe COPY van dezelfde regels', true)
  say(`import: ${imported.seconds.toFixed(1)} s, het geheugen groeide hooguit ${Math.round((peak - before) / 1e6)} MB; ${imported.result.created} nieuw, ${imported.result.refused} geweigerd`)

  const signedIn = await app.request('http://waarborg.test/inloggen', { method: 'POST', headers: { origin: 'http://waarborg.test', 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ email: 'meter@meetdorp.example', password }) })
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]!).filter((pair) => !pair.endsWith('=')).join('; ')
  const get = async (path: string) => {
    const response = await app.request(`http://waarborg.test${path}`, { headers: { cookie } })
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
    return (await response.arrayBuffer()).byteLength
  }
  const owner = new pg.Client({ connectionString: running.superUrl ?? running.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  await owner.query('vacuum analyze')
  const ids = (await owner.query<{ id: string }>('select id from processing_activity where organisation_id = $1 order by sort_name limit 200', [organisation.id])).rows.map(({ id }) => id)
  const columns = 't.id, t.name, t.number, t.status, t.updated_at, t.review_due_on, d.name as department'
  const list = `select ${columns} from processing_activity t left join department d on d.organisation_id = t.organisation_id and d.id = t.department where t.organisation_id = $1`
  const register = '/meetdorp/verwerkingen'
  await compare('lijst, p95 ms', () => get(register), () => owner.query(`${list} order by t.sort_name, t.id limit 26`, [organisation.id]))
  await compare('lijst met filter, p95 ms', () => get(`${register}?status=active&ernst=serious`), () => owner.query(`${list} and t.status = 'active' and t.findings_serious > 0 order by t.sort_name, t.id limit 26`, [organisation.id]))
  await compare('zoeken, p95 ms', () => get(`${register}?q=grafrechten+77`), () => owner.query(`${list} and exists (select from entry_search s where s.organisation_id = t.organisation_id and s.entry_id = t.id and s.document @@ plainto_tsquery('dutch', 'grafrechten 77')) order by t.sort_name limit 26`, [organisation.id]))
  let turn = 0
  await compare('verwerking, p95 ms', () => get(`${register}/${ids[turn++ % ids.length]}`), () => owner.query('select * from processing_activity where organisation_id = $1 and id = $2', [organisation.id, ids[turn++ % ids.length]]))
  await compare('openbaar register, p95 ms', () => get('/openbaar/meetdorp/verwerkingen'), () => owner.query(`${list} and t.is_published order by t.sort_name, t.id limit 51`, [organisation.id]))
  const exported = await timed(() => get(`${register}/export/bestand?formaat=csv`))
  const out = await timed(() => owner.query('select * from processing_activity where organisation_id = $1', [organisation.id]))
  add('export CSV, rijen/s', entries / exported.seconds, entries / out.seconds, 'select * van de hoofdtabel', true)
  await owner.end()

  say('')
  for (const row of [['maat', 'Waarborg', 'basis', 'verhouding', 'basis is'], ...rows]) say(row.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(12))).join(' '))
}

/** Twenty columns as registers have them; every tenth row has a flaw. */
function writeRegister(): string {
  const file = join(folder, 'register.csv')
  const heads = ['Nr.', 'Naam verwerking', 'Afdeling', 'Omschrijving', 'Taak', 'Doeleinden', 'Grondslag', 'Betrokkenen', 'Persoonsgegevens', 'Herkomst gegevens', 'Ontvangers', 'Verwerker', 'Doorgifte buiten EU', 'Bewaartermijn', 'Maatregelen', 'Profilering', 'Cameratoezicht', 'DPIA', 'Datum DPIA', 'Openbaar']
  const tasks = ['Grafrechten', 'Parkeervergunningen', 'Bijzondere bijstand', 'Leerplicht', 'Onroerendezaakbelasting', 'Klachten']
  const lines = Array.from({ length: entries }, (_, number) => [
    `M-${number}`, `${tasks[number % tasks.length]} ${number}`, ['Burgerzaken', 'Belastingen', 'Sociaal domein'][number % 3]!, 'Inwoners vragen iets aan; de gemeente beoordeelt dat en geeft een besluit.', tasks[number % tasks.length]!,
    'Beoordelen van de aanvraag van een inwoner en bijhouden wat er besloten is', number % 10 === 0 ? 'toestemming' : 'taak van algemeen belang', 'inwoners; ouders', 'NAW-gegevens; BSN; e-mailadres', 'betrokkene; BRP', 'Belastingdienst', 'Zaaksoft', 'nee', '5 jaar na afhandeling', 'MFA; encryptie', 'nee', 'nee', 'uitgevoerd', '12-05-2025', 'ja',
  ])
  writeFileSync(file, stringify([heads, ...lines], { delimiter: ';' }))
  return file
}

/** The same lines straight into one table of texts: the fastest that PostgreSQL takes them. */
async function rawCopy(file: string): Promise<void> {
  const client = new pg.Client({ connectionString: running.superUrl ?? running.ownerUrl })
  await client.connect()
  await client.query(`create table raw_rows (${Array.from({ length: 20 }, (_, index) => `c${index} text`).join(', ')})`)
  await pipeline(createReadStream(file), client.query(copyFrom("copy raw_rows from stdin (format csv, header, delimiter ';')")))
  await client.query('drop table raw_rows')
  await client.end()
}

async function compare(what: string, ours: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<void> {
  for (let warm = 0; warm < 20; warm++) { await ours(); await bare() }
  const one: number[] = []
  const other: number[] = []
  for (let round = 0; round < 150; round++) {
    one.push((await timed(ours)).seconds * 1000)
    other.push((await timed(bare)).seconds * 1000)
  }
  add(what, p95(one), p95(other), 'kale SQL als superuser', false)
}

function add(what: string, ours: number, baseline: number, words: string, isMoreBetter: boolean): void {
  rows.push([what, ours.toFixed(1), baseline.toFixed(1), `${(isMoreBetter ? baseline / ours : ours / baseline).toFixed(1)} x`, words])
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const started = performance.now()
  const result = await work()
  return { seconds: (performance.now() - started) / 1000, result }
}

function p95(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)]!
}
