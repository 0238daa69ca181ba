// Asking the access log: who saw this person, what did an employee see, an activity by month and the overview, at 1 and 10 million records (`--large`: 50 million too), beside the same in bare SQL.
import './quiet.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { countsByPeriod } from '../src/access-log/asking/day-counts.ts'
import { answer, employeeCounts } from '../src/access-log/asking/answer.ts'
import { keepQuestion } from '../src/access-log/asking/question.ts'
import { activityUri } from '../src/access-record/own-activity.ts'
import { findRecords } from '../src/access-record/find.ts'
import { copyCatalogues } from '../src/catalogues/tenant-terms.ts'
import { readConfig } from '../src/ground/config.ts'
import { openDatabase } from '../src/ground/database.ts'
import { openJobs } from '../src/ground/jobs.ts'
import { openMasterKey } from '../src/ground/keys.ts'
import { logPseudonym } from '../src/ground/log-keys.ts'
import { migrate } from '../src/ground/migrations.ts'
import { startDatabase } from '../src/ground/postgres.ts'
import { inScope, type Scope } from '../src/ground/scope.ts'
import { createOrganisation, findOrganisation } from '../src/people/organisations.ts'
import { addPerson } from '../src/people/persons.ts'
import { queues } from '../src/queues.ts'
import { emptyInput } from '../src/register-kit/field-types.ts'
import { createEntry } from '../src/register-kit/perform.ts'
import { processingActivities } from '../src/registers/processing-activities/register.ts'
import { makeApp, makeHouse, type Deps } from '../src/web.tsx'
import { fillLog } from './access-log-world.ts'
import { openBare, type Question } from './bare-sql.ts'
import { makeMeter, openDoors } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { compare, markdown, type Pair } from './measure.ts'

const given = process.argv.slice(2).filter((each) => /^\d+$/.test(each)).map(Number)
const sizes = given.length > 0 ? given : [1_000_000, 10_000_000, ...(process.argv.includes('--large') ? [50_000_000] : [])]
const rounds = Number(process.env.BENCH_ROUNDS ?? 300)
const [slug, others, asked, employees] = ['meetdorp', 7, 100, 300]
const folder = mkdtempSync(join(tmpdir(), 'waarborg-log-asking-'))
const config = readConfig({ DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'http://waarborg.test', TRUSTED_PROXIES: '1' })
const say = (line: string) => process.stdout.write(`${line}\n`)

const running = await startDatabase(config)
await migrate(running, { queues })
const database = openDatabase(running.appUrl)
const jobs = await openJobs(running.appUrl, { run: false })
const deps: Deps = { config, database, jobs, masterKey: openMasterKey(config.keysFolder), isReady: async () => true }
const house = makeHouse(deps)
try {
  await bench(running.superUrl!)
} finally {
  await jobs.stop(1000)
  await database.destroy()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function bench(superUrl: string): Promise<void> {
  say(`${await sayMachine(superUrl)}; ${sayLoad()}`)
  const now = house.clock()
  const organisations: string[] = []
  for (const name of [slug, ...Array.from({ length: others }, (_, index) => `buurdorp-${index}`)]) {
    await createOrganisation(database, deps.masterKey, { name, slug: name, kind: 'municipality', secondFactorRequired: false }, async (scope) => { if (name === slug) await copyCatalogues(scope) })
    organisations.push((await findOrganisation(database, deps.masterKey, name))!.organisation.id)
  }
  const { organisation } = (await findOrganisation(database, deps.masterKey, slug))!
  const meter = await makeMeter(house, slug)
  const inside = <T>(work: (scope: Scope) => Promise<T>) => inScope(database, { organisation, actor: { kind: 'system', task: 'bench' }, now: house.clock() }, work)
  const activities = await inside(async (scope) => {
    for (let index = 0; index < employees; index++) await addPerson(scope, { name: `Medewerker ${index}`, email: `m${index}@meetdorp.example` })
    const made: string[] = []
    for (let index = 0; index < 50; index++) made.push(activityUri(await createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: `Verwerking ${index}`, number: `VW-${index}` })))
    return made
  })
  const key = organisation.logKeys.all()[0]!
  const bsns = Array.from({ length: asked }, (_, index) => String(100_000_000 + index))
  const subjects = bsns.map((bsn) => logPseudonym(key, 'bsn', bsn))
  const actors = Array.from({ length: employees }, (_, index) => logPseudonym(key, 'user', `m${index}@meetdorp.example`))
  const personId = (await inside(({ tx }) => tx.selectFrom('person').select('id').where('organisation_id', '=', organisation.id).where('name', '=', 'Meter').executeTakeFirstOrThrow())).id
  const asker = { kind: 'person', personId, accountId: '', name: 'Meter', assignments: [{ role: 'privacy_officer', departmentIds: undefined }] } as const
  const app = makeApp(deps, house)
  const { page } = openDoors(app, meter)
  const bare = await openBare(running.appUrl, organisation.id)
  const year = new Date(now.getTime() - 395 * 86_400_000)
  const month = new Date(now.getTime() - 30 * 86_400_000)
  const of = <T>(list: readonly T[], round: number) => list[round % list.length]!
  const lines: string[][] = []
  for (const records of sizes) {
    const seconds = await fillLog(superUrl, { organisations, subjects, actors, activities, now }, records)
    await settle(superUrl)
    say(`${records} regels bij ${organisations.length} organisaties, een derde bij die waarover gevraagd wordt; gevuld in ${seconds.toFixed(0)} s; ${sayLoad()}`)
    const questions: string[] = []
    await inScope(database, { organisation, actor: asker, now: house.clock() }, async (scope) => {
      for (const value of bsns) questions.push(await keepQuestion(scope, { kind: 'subject', identifier: { kind: 'bsn', value, type: '' } }, { reason: 'Meten hoe snel het gaat', reference: null, fromOn: year.toISOString().slice(0, 10), untilOn: null }, 0))
    })
    const seen = (subject: Buffer, since?: Date): Question => [`select trace_id, span_id, parent_span_id, started_at, ended_at, status, name, activity, actor_id, subject_id, subject_type, is_secret, details from access_record where organisation_id = $1 and subject_id = $2 ${since ? 'and started_at >= $3' : ''} order by started_at desc, span_id desc limit 51`, since ? [organisation.id, subject, since] : [organisation.id, subject]]
    const named: Question[] = [
      [`select id, name from person where organisation_id = $1 and email = any($2)`, [organisation.id, ['m1@meetdorp.example', 'm2@meetdorp.example']]],
      [`select id, number, name from processing_activity where organisation_id = $1 and id = any($2::uuid[])`, [organisation.id, activities.slice(0, 20).map((text) => text.slice(9))]],
    ]
    const perActivity = (round: number): Question => [`select date_trunc('month', started_at) as month, count(*) from access_record where organisation_id = $1 and activity = $2 and started_at >= $3 group by 1`, [organisation.id, of(activities, round), month]]
    const pairs: Pair[] = [
      await compare('wie zag mij (vraag), 13 maanden', rounds, (round) => inside((scope) => findRecords(scope, { subjects: [of(subjects, round)], from: year, secret: false })), (round) => bare.ask(seen(of(subjects, round), year))),
      await compare('wie zag mij, met namen en verwerkingen', rounds, (round) => inside((scope) => answer(scope, { subjects: [of(subjects, round)], from: year, secret: false })), (round) => bare.ask(seen(of(subjects, round), year), ...named)),
      await compare('wie zag mij, zonder periode', rounds, (round) => inside((scope) => findRecords(scope, { subjects: [of(subjects, round)] })), (round) => bare.ask(seen(of(subjects, round)))),
      await compare('wie zag mij, de hele pagina', rounds, (round) => page(`/${slug}/logboek/vragen/${of(questions, round)}`), (round) => bare.ask(seen(of(subjects, round), year), ...named)),
      await compare('medewerker, een maand, geteld', Math.min(rounds, 60), (round) => inside((scope) => employeeCounts(scope, [of(actors, round)], { from: month, until: now })), (round) => bare.ask([`select (started_at at time zone 'Europe/Amsterdam')::date as day, activity, count(*), count(distinct subject_id) from access_record where organisation_id = $1 and actor_id = $2 and started_at >= $3 and started_at < $4 group by grouping sets (1, 2, ())`, [organisation.id, of(actors, round), month, now]])),
      await compare('verwerkingen per maand, een jaar', Math.min(rounds, 60), () => inside((scope) => countsByPeriod(scope, 'month', year.toISOString().slice(0, 10))), (round) => bare.ask(perActivity(round))),
      await compare('overzicht, de hele pagina', Math.min(rounds, 60), () => page(`/${slug}/logboek`), () => bare.ask([`select (started_at at time zone 'Europe/Amsterdam')::date, count(*) from access_record where organisation_id = $1 and started_at >= $2 group by 1`, [organisation.id, month]])),
    ]
    for (const { what, ours, bare: sql } of pairs) lines.push([what, `${records / 1_000_000} M`, ...[ours.p50, ours.p95, sql.p50, sql.p95].map((ms) => ms.toFixed(1)), `${(ours.p95 / sql.p95).toFixed(1)} x`])
    say(`\n${markdown(['ms, één verbinding', 'regels', 'Waarborg p50', 'p95', 'kale SQL p50', 'p95', 'verhouding p95'], lines.slice(-pairs.length))}\n${sayLoad()}`)
  }
  await bare.end()
  if (sizes.length > 1) say(`\n${markdown(['ms, één verbinding', 'regels', 'Waarborg p50', 'p95', 'kale SQL p50', 'p95', 'verhouding p95'], lines.toSorted((one, other) => one[0]!.localeCompare(other[0]!)))}`)
}

/** What filling left behind is written away, so that it isn't what is measured. */
async function settle(superUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query('checkpoint')
  await client.end()
}
