// Bench: lists, filters, searches, pages and calls beside the same facts in bare SQL; pages a second; import and export; a cold start; memory.
import './quiet.ts'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyCatalogues } from '../src/catalogues/tenant-terms.ts'
import { readConfig } from '../src/ground/config.ts'
import { openDatabase } from '../src/ground/database.ts'
import { openJobs } from '../src/ground/jobs.ts'
import { openMasterKey } from '../src/ground/keys.ts'
import { migrate } from '../src/ground/migrations.ts'
import { startDatabase } from '../src/ground/postgres.ts'
import { createOrganisation, findOrganisation } from '../src/people/organisations.ts'
import { queues } from '../src/queues.ts'
import { makeApp, makeHouse, type Deps } from '../src/web.tsx'
import { openBare } from './bare-sql.ts'
import { makeMeter, openDoors } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { markdown, pairRow } from './measure.ts'
import { measurePages } from './pages.ts'
import { fillWorld } from './world.ts'

const entries = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 200)
// A world that is kept saves its making in the next run.
const kept = process.env.BENCH_FOLDER
const folder = kept ?? mkdtempSync(join(tmpdir(), 'waarborg-bench-'))
const say = (line: string) => process.stdout.write(`${line}\n`)

if (kept) mkdirSync(kept, { recursive: true })
const config = readConfig({ DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'http://waarborg.test', MAX_UPLOAD_MB: '200', TRUSTED_PROXIES: '1' })
const running = await startDatabase(config)
await migrate(running, { queues })
const database = openDatabase(running.appUrl)
const jobs = await openJobs(running.appUrl)
const deps: Deps = { config, database, jobs, masterKey: openMasterKey(config.keysFolder), isReady: async () => true }
const house = makeHouse(deps)
const app = makeApp(deps, house)
try {
  await bench()
} finally {
  await jobs.stop(1000)
  await database.destroy()
  await running.stop()
  if (!kept) rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function bench(): Promise<void> {
  const superUrl = running.superUrl!
  say(await sayMachine(superUrl))
  const filled = join(folder, 'filled')
  if (!existsSync(filled)) {
    await createOrganisation(database, deps.masterKey, { name: 'Meetdorp', slug: 'meetdorp', kind: 'municipality', secondFactorRequired: false }, async (scope) => { await copyCatalogues(scope) })
    const { organisation } = (await findOrganisation(database, deps.masterKey, 'meetdorp'))!
    const world = await fillWorld(superUrl, organisation.id, entries)
    say(`300 organisaties, ${world.entries} verwerkingen waarvan ${entries} in één, ${world.megabytes} MB, in ${world.seconds.toFixed(0)} s`)
    writeFileSync(filled, '')
  }
  const { organisation } = (await findOrganisation(database, deps.masterKey, 'meetdorp'))!
  const meter = await makeMeter(house, 'meetdorp')
  const doors = openDoors(app, meter)
  const bare = await openBare(running.appUrl, organisation.id)
  say(sayLoad())
  const pairs = await measurePages(doors, bare, superUrl, organisation.id, rounds, (pair) => say(pairRow(pair).join('  ')))
  await bare.end()
  say(sayLoad())
  say(`\n${markdown(['één verbinding, ms', 'keer', 'Waarborg p50', 'p95', 'kale SQL p50', 'p95', 'verhouding p95', 'processor', '≤ 2 × + 5 ms'], pairs.map(pairRow))}`)
}
