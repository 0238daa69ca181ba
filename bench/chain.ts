// Chain: the list of processors to review and the chain map of an organisation with 5,000 processors and 20,000 sub-processors, beside bare SQL in the same run.
import './quiet.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyCatalogues } from '../src/catalogues/tenant-terms.ts'
import { readConfig } from '../src/ground/config.ts'
import { openDatabase } from '../src/ground/database.ts'
import { newId } from '../src/ground/ids.ts'
import { openJobs } from '../src/ground/jobs.ts'
import { openMasterKey } from '../src/ground/keys.ts'
import { migrate } from '../src/ground/migrations.ts'
import { startDatabase } from '../src/ground/postgres.ts'
import { createOrganisation, findOrganisation } from '../src/people/organisations.ts'
import { queues } from '../src/queues.ts'
import { makeApp, makeHouse, type Deps } from '../src/web.tsx'
import { openBare, type Question } from './bare-sql.ts'
import { chainQuestions, reviewQuestions } from './chain-bare.ts'
import { fillChain } from './chain-world.ts'
import { makeMeter, openDoors } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { compare, markdown, milliseconds, type Pair, pairRow } from './measure.ts'

const [many, links] = [Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 20_000)]
const rounds = Number(process.env.BENCH_ROUNDS ?? 200)
if (![many, links, rounds].every((amount) => Number.isInteger(amount) && amount > 0)) {
  process.stderr.write('Zo: npm run bench:chain -- 5000 20000 (verwerkers en regels over subverwerkers; BENCH_ROUNDS: hoe vaak elk)\n')
  process.exit(2)
}
const slug = 'meetketen'
const folder = mkdtempSync(join(tmpdir(), 'waarborg-chain-'))
const config = readConfig({ DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'http://waarborg.test', TRUSTED_PROXIES: '1' })
const say = (line: string) => process.stdout.write(`${line}\n`)

const running = await startDatabase(config)
await migrate(running, { queues })
const database = openDatabase(running.appUrl)
const jobs = await openJobs(running.appUrl)
const deps: Deps = { config, database, jobs, masterKey: openMasterKey(config.keysFolder), isReady: async () => true }
const house = makeHouse(deps)
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
  say(`${await sayMachine(running.superUrl!)}; ${sayLoad()}`)
  await createOrganisation(database, deps.masterKey, { name: 'Meetketen', slug, kind: 'municipality', secondFactorRequired: false }, async (scope) => {
    await copyCatalogues(scope)
    await scope.tx.insertInto('department').values(['Burgerzaken', 'Belastingen', 'Sociaal domein'].map((name) => ({ organisation_id: scope.organisation.id, id: newId(), name }))).execute()
  })
  const { organisation: { id } } = (await findOrganisation(database, deps.masterKey, slug))!
  const seconds = await fillChain(running.superUrl!, id, many, links)
  say(`${many} verwerkers, ${links} regels over subverwerkers, gevuld in ${seconds.toFixed(0)} s`)
  const meter = await makeMeter(house, slug)
  const { page } = openDoors(makeApp(deps, house), meter)
  const bare = await openBare(running.appUrl, id)
  const lines: readonly (readonly [what: string, path: (round: number) => string, questions: (round: number) => Question[]])[] = [
    ['verwerkers om na te kijken', () => '/verwerkers?sorteer=review_due_on', () => reviewQuestions(id, 't.review_due_on, t.id')],
    ['verwerkers op naam', () => '/verwerkers', () => reviewQuestions(id, 't.sort_name, t.id')],
    ['verwerkers met een subverwerker in de VS', () => '/verwerkers?subland=US', () => reviewQuestions(id, 't.sort_name, t.id', `exists (select from processor_sub_processors s where s.organisation_id = t.organisation_id and s.entry_id = t.id and s.country = 'US')`)],
    ['ketenkaart, elke keer een andere bladzijde', (round) => `/verwerkers/keten?vanaf=${pageAt(round)}`, (round) => chainQuestions(id, { from: pageAt(round) })],
    ['ketenkaart, zonder toestemming', (round) => `/verwerkers/keten?let-op=geen-toestemming&vanaf=${(round % 5) * 20}`, (round) => chainQuestions(id, { from: (round % 5) * 20, where: `exists (select from processor_sub_processors s where s.organisation_id = t.organisation_id and s.entry_id = t.id and s.consent = 'none')` })],
// What a circle is can't be asked by hand in one question that ends: this one is beside the first page.
    ['ketenkaart, in een kring', () => '/verwerkers/keten?let-op=kring', () => chainQuestions(id, { from: 0 })],
  ]
  const first = await milliseconds(() => page(`/${slug}/verwerkers/keten`))
  const pairs: Pair[] = []
  for (const [what, path, questions] of lines) {
    pairs.push(await compare(what, rounds, (round) => page(`/${slug}${path(round)}`), (round) => bare.ask(...questions(round))))
    say(`  ${pairRow(pairs.at(-1)!).join('  ')}`)
  }
  say(`\n${markdown(['wat', 'keer', 'p50 ms', 'p95 ms', 'SQL p50', 'SQL p95', 'p95 / SQL', 'cpu ms', 'binnen 2 x + 5 ms'], pairs.map(pairRow))}\n${sayLoad()}`)
  say(`De eerste keer, met alles nog te lezen en te beoordelen: ${first.toFixed(0)} ms.`)
  await bare.end()
}

function pageAt(round: number): number {
  return (round * 20) % Math.max(20, many - 20)
}
