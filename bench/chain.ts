// Chain: the list of processors to review and the chain map of an organisation with 5,000 processors and 20,000 sub-processors, beside bare SQL in the same run.
import './quiet.ts'
import { openBare, type Question } from './bare-sql.ts'
import { chainQuestions, reviewQuestions } from './chain-bare.ts'
import { fillChain } from './chain-world.ts'
import { makeMeter, openDoors } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { compareAll, markdown, milliseconds, pairRow } from './measure.ts'
import { openOwnProduct, say } from './own-product.ts'

const [many, links] = [Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 20_000)]
const rounds = Number(process.env.BENCH_ROUNDS ?? 200)
if (![many, links, rounds].every((amount) => Number.isInteger(amount) && amount > 0)) {
  process.stderr.write('Zo: npm run bench:chain -- 5000 20000 (verwerkers en regels over subverwerkers; BENCH_ROUNDS: hoe vaak elk)\n')
  process.exit(2)
}
const slug = 'meetketen'
const { superUrl, appUrl, house, app, newOrganisation, run } = await openOwnProduct('chain')
await run(bench)

async function bench(): Promise<void> {
  say(`${await sayMachine(superUrl)}; ${sayLoad()}`)
  const { id } = await newOrganisation(slug)
  const seconds = await fillChain(superUrl, id, many, links)
  say(`${many} verwerkers, ${links} regels over subverwerkers, gevuld in ${seconds.toFixed(0)} s`)
  const meter = await makeMeter(house, slug)
  const { page } = openDoors(app, meter)
  const bare = await openBare(appUrl, id)
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
  const pairs = await compareAll(lines.map(([what, path, questions]) => ({ what, ours: (round) => page(`/${slug}${path(round)}`), bare: (round) => bare.ask(...questions(round)) })), rounds, (pair) => say(`  ${pairRow(pair).join('  ')}`))
  say(`\n${markdown(['wat', 'keer', 'p50 ms', 'p95 ms', 'SQL p50', 'SQL p95', 'p95 / SQL', 'cpu ms', 'binnen 2 x + 5 ms'], pairs.map(pairRow))}\n${sayLoad()}`)
  say(`De eerste keer, met alles nog te lezen en te beoordelen: ${first.toFixed(0)} ms.`)
  await bare.end()
}

function pageAt(round: number): number {
  return (round * 20) % Math.max(20, many - 20)
}
