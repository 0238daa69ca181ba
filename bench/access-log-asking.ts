// Asking the access log: who saw this person, what did an employee see, an activity by month and the overview, at 1 and 10 million records (`--large`: 50 million too), beside the same in bare SQL.
import './quiet.ts'
import { countsByPeriod } from '../src/access-log/asking/day-counts.ts'
import { answer, employeeCounts } from '../src/access-log/asking/answer.ts'
import { type About, keepQuestion } from '../src/access-log/asking/question.ts'
import { findRecords } from '../src/access-record/find.ts'
import { inScope, type Scope } from '../src/ground/scope.ts'
import { bareLog } from './access-log-bare.ts'
import { fillLog, type LogWorld, makeLogWorld } from './access-log-world.ts'
import { openBare, type Question } from './bare-sql.ts'
import { makeMeter, type Meter, openDoors } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { allowed, compareAll, markdown, type Pair } from './measure.ts'
import { openOwnProduct, say } from './own-product.ts'

const given = process.argv.slice(2).filter((each) => /^\d+$/.test(each)).map(Number)
const sizes = given.length > 0 ? given : [1_000_000, 10_000_000, ...(process.argv.includes('--large') ? [50_000_000] : [])]
const rounds = Number(process.env.BENCH_ROUNDS ?? 300)
const only = process.env.BENCH_ONLY ?? ''
const heads = ['ms, één verbinding', 'regels', 'Waarborg p50', 'p95', 'kale SQL p50', 'p95', 'verhouding p95', 'processor', 'doel', 'gehaald']

const product = await openOwnProduct('log-asking', { folder: process.env.BENCH_FOLDER })
await product.run(async () => {
  say(`${await sayMachine(product.superUrl)}; ${sayLoad()}`)
  const world = await makeLogWorld(product)
  const meter = await makeMeter(product.house, world.organisation.slug)
  const all: string[][] = []
  for (const records of sizes) {
    const seconds = await fillLog(product, world, records)
    say(`${millions(records)} regels bij ${world.organisations.length} organisaties, een derde bij die waarover gevraagd wordt; ${seconds === null ? 'zoals bewaard' : `gevuld in ${seconds.toFixed(0)} s`}; ${sayLoad()}`)
    const rows = await measured(world, meter, records)
    say(`\n${markdown(heads, rows)}\n${sayLoad()}`)
    all.push(...rows)
  }
  if (sizes.length > 1) say(`\n${markdown(heads, all.toSorted((one, other) => one[0]!.localeCompare(other[0]!)))}`)
})

type Goal = 'vraag' | 'pagina'
type Line = readonly [what: string, goal: Goal, rounds: number, ours: (round: number) => Promise<unknown>, bare: (round: number) => readonly Question[]]

async function measured(world: LogWorld, meter: Meter, records: number): Promise<string[][]> {
  const { organisation: { slug, id }, subjects, actors, now } = world
  const { page } = openDoors(product.app, meter)
  const by = bareLog(world)
  const [year, month] = [dayBefore(now, 395), dayBefore(now, 30)]
  const inside = <T>(work: (scope: Scope) => Promise<T>) => product.inside(world.organisation, work)
  const asked = { subjects: await keepAll(world, meter, world.bsns.map((value) => ({ kind: 'subject', identifier: { kind: 'bsn', value, type: '' } })), year), actors: await keepAll(world, meter, actors.map((_, index) => ({ kind: 'employee', by: 'user', value: `m${index}@meetdorp.example` })), month) }
  const bare = await openBare(product.appUrl, id)
  const lines: readonly Line[] = [
    ['wie zag mij (vraag), 13 maanden', 'vraag', rounds, (round) => inside((scope) => findRecords(scope, { subjects: [of(subjects, round)], from: year, secret: false })), (round) => [by.seen(of(subjects, round), { from: year, open: true })]],
    ['wie zag mij, zonder periode', 'vraag', rounds, (round) => inside((scope) => findRecords(scope, { subjects: [of(subjects, round)] })), (round) => [by.seen(of(subjects, round))]],
    ['wie zag mij, met namen en verwerkingen', 'vraag', rounds, (round) => inside((scope) => answer(scope, { subjects: [of(subjects, round)], from: year, secret: false })), (round) => by.seenNamed(of(subjects, round), year)],
    ['wie zag mij, de hele pagina', 'pagina', rounds, (round) => page(`/${slug}/logboek/vragen/${of(asked.subjects, round)}`), (round) => by.seenPage(of(asked.subjects, round), of(subjects, round), year)],
    ['medewerker, een maand, geteld', 'vraag', rounds, (round) => inside((scope) => employeeCounts(scope, [of(actors, round)], { from: month, until: now })), (round) => [by.counted(of(actors, round), month, now)]],
    ['medewerker, een maand, de hele pagina', 'pagina', rounds, (round) => page(`/${slug}/logboek/vragen/${of(asked.actors, round)}`), (round) => by.didPage(of(asked.actors, round), of(actors, round), month, now)],
    ['verwerkingen per maand, een jaar', 'vraag', 60, () => inside((scope) => countsByPeriod(scope, 'month', year.toISOString().slice(0, 10))), () => [by.byMonth(year)]],
    ['overzicht, de hele pagina', 'pagina', 60, () => page(`/${slug}/logboek`), () => [by.byDay(month)]],
  ]
  const pairs = await compareAll(lines.filter(([name]) => name.includes(only)).map(([what, , times, ours, questions]) => ({ what, rounds: times, ours, bare: (round) => bare.ask(...questions(round)) })), rounds)
  await bare.end()
  return pairs.map((pair) => {
    const { what, ours, bare: sql, cpu } = pair
    const goal = lines.find(([name]) => name === what)![1]
    return [what, millions(records), ...[ours.p50, ours.p95, sql.p50, sql.p95].map((ms) => ms.toFixed(1)), `${(ours.p95 / sql.p95).toFixed(1)} x`, cpu.toFixed(1), goalOf(goal), isMet(goal, pair) ? 'ja' : 'nee']
  })
}

/** Kept as somebody asked them a moment ago, so that reading an answer is of the same sitting. */
function keepAll({ organisation }: LogWorld, { personId, accountId }: Meter, abouts: readonly About[], from: Date): Promise<string[]> {
  const actor = { kind: 'person', personId, accountId, name: 'Meter', assignments: [{ role: 'privacy_officer', departmentIds: undefined }] } as const
  return inScope(product.database, { organisation, actor, now: product.house.clock() }, async (scope) => {
    const ids: string[] = []
    for (const about of abouts) ids.push(await keepQuestion(scope, about, { reason: 'Meten hoe snel het gaat', reference: null, fromOn: from.toISOString().slice(0, 10), untilOn: null }, 0))
    return ids
  })
}

function goalOf(goal: Goal): string {
  return goal === 'vraag' ? '≤ 1,5 x' : `≤ ${allowed.times} x + ${allowed.ms} ms`
}

function isMet(goal: Goal, { ours, bare, isWithin }: Pair): boolean {
  return goal === 'pagina' ? isWithin : ours.p95 <= 1.5 * bare.p95
}

function dayBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}

function of<T>(list: readonly T[], round: number): T {
  return list[round % list.length]!
}

function millions(records: number): string {
  return `${records / 1_000_000} M`
}
