// DPIA: one answer saved while ten people fill in a questionnaire of 210 answers, beside the same writes in bare SQL at the same pace in the same run.
import './quiet.ts'
import pg from 'pg'
import { newId } from '../src/ground/ids.ts'
import { insertRows } from '../src/ground/insert-rows.ts'
import type { Scope } from '../src/ground/scope.ts'
import { definitionOf } from '../src/questionnaires/definition.ts'
import { allQuestions } from '../src/questionnaires/layout.ts'
import { seenOf } from '../src/questionnaires/read-section.ts'
import { emptyInput } from '../src/register-kit/field-types.ts'
import { createEntry } from '../src/register-kit/perform.ts'
import { openFilling } from '../src/registers/assessments/filling/filling.ts'
import { assessments } from '../src/registers/assessments/register.ts'
import { makeMeter } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { allowed, markdown, milliseconds } from './measure.ts'
import { openOwnProduct, say } from './own-product.ts'

const [editors, many] = [Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 210)]
const rounds = Number(process.env.BENCH_ROUNDS ?? 100)
/** How long an editor thinks between two answers. */
const pauseMs = Number(process.env.BENCH_PAUSE_MS ?? 250)
if (![editors, many, rounds, pauseMs].every((amount) => Number.isInteger(amount) && amount > 0)) {
  process.stderr.write('Zo: npm run bench:dpia -- 10 210 (mensen en antwoorden; BENCH_ROUNDS: hoe vaak elk, BENCH_PAUSE_MS: hoe lang ieder nadenkt)\n')
  process.exit(2)
}
const slug = 'meetdpia'
const { superUrl, appUrl, house, app, newOrganisation, inside, run } = await openOwnProduct('dpia', { perSession: 1_000_000 })
await run(bench)

async function bench(): Promise<void> {
  say(`${await sayMachine(superUrl)}; ${sayLoad()}`)
  const organisation = await newOrganisation(slug)
  const asSystem = <T>(work: (scope: Scope) => Promise<T>) => inside(organisation, work)
  const [ours, bare] = [await asSystem(fill), await asSystem(fill)]
  const meter = await makeMeter(house, slug)
  const clients = await Promise.all(Array.from({ length: editors }, async () => {
    const client = new pg.Client({ connectionString: appUrl })
    await client.connect()
    return client
  }))
  const [oursTimes, bareTimes]: [number[], number[]] = [[], []]
  const revisions = new Map<string, number>()
  const save = async (editor: number, round: number) => {
    const address = ours.addresses[(round * editors + editor) % ours.addresses.length]!
    const seen = revisions.get(address) ?? 1
    const body = new URLSearchParams({ address, value: `Antwoord ${round} van ${editor}`, seen: seenOf(seen, '') })
    const answer = await app.request(`http://waarborg.test/${slug}/dpias/${ours.id}/invullen/antwoord`, { method: 'POST', body, headers: { cookie: meter.cookies[editor % meter.cookies.length]!, origin: 'http://waarborg.test', accept: 'application/json', 'x-forwarded-for': `192.0.2.${editor}` } })
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
    revisions.set(address, seen + 1)
  }
  const write = async (editor: number, round: number) => {
    const client = clients[editor]!
    const address = bare.addresses[(round * editors + editor) % bare.addresses.length]!
    const value = JSON.stringify(`Antwoord ${round} van ${editor}`)
    await client.query('begin')
    await client.query(`select set_config('app.organisation', $1, true)`, [organisation.id])
    await client.query('select * from impact_assessment where organisation_id = $1 and id = $2', [organisation.id, bare.id])
    await client.query('select * from assessment_filling where organisation_id = $1 and assessment_id = $2', [organisation.id, bare.id])
    await client.query('update assessment_answer set value = $4::jsonb, revision = revision + 1, edited_at = now() where organisation_id = $1 and assessment_id = $2 and address = $3', [organisation.id, bare.id, address, value])
    await client.query(`insert into assessment_answer_change (organisation_id, id, assessment_id, address, at, cause, was, becomes) values ($1, $2, $3, $4, now(), 'saved', 'null', $5::jsonb)`, [organisation.id, newId(), bare.id, address, value])
    await client.query('commit')
  }
  for (let round = 0; round < 10; round++) await Promise.all(clients.flatMap((_, editor) => [save(editor, round), write(editor, round)]))
  // In turn, a stretch each, so that both meet the same machine.
  for (let stretch = 0; stretch < 10; stretch++) {
    await paced(stretch, save, oursTimes)
    await paced(stretch, write, bareTimes)
  }
  await Promise.all(clients.map((client) => client.end()))
  const [one, other] = [timesOf(oursTimes), timesOf(bareTimes)]
  const ms = (value: number) => value.toFixed(1)
  say(`\n${markdown([`${many} antwoorden, ${editors} mensen, elk om de ${pauseMs} ms, in ms`, 'keer', 'p50', 'p95', 'langst'], [
    ['een antwoord bewaren', String(oursTimes.length), ms(one.p50), ms(one.p95), ms(one.worst)], ['hetzelfde in kale SQL', String(bareTimes.length), ms(other.p50), ms(other.p95), ms(other.worst)],
  ])}\n${one.p95 <= allowed.times * other.p95 + allowed.ms ? 'binnen' : 'buiten'} ${allowed.times} × kale SQL + ${allowed.ms} ms (${ms(allowed.times * other.p95 + allowed.ms)}); ${sayLoad()}`)
  const kept = await asSystem((scope) => scope.tx.selectFrom('assessment_answer_change').select((e) => e.fn.countAll().as('count')).where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', ours.id).executeTakeFirstOrThrow())
  say(`in de geschiedenis: ${kept.count} wijzigingen van ${oursTimes.length + 10 * editors}; botsingen: ${(await asSystem((scope) => scope.tx.selectFrom('assessment_conflict').select('id').where('organisation_id', '=', scope.organisation.id).execute())).length}`)
}

/** Each at its own pace: nobody waits for another. */
async function paced(stretch: number, work: (editor: number, round: number) => Promise<void>, times: number[]): Promise<void> {
  await Promise.all(Array.from({ length: editors }, async (_, editor) => {
    await new Promise((done) => { setTimeout(done, editor * pauseMs / editors) })
    for (let round = 0; round < rounds / 10; round++) {
      times.push(await milliseconds(() => work(editor, 10 + stretch * rounds / 10 + round)))
      await new Promise((done) => { setTimeout(done, pauseMs) })
    }
  }))
}

function timesOf(values: readonly number[]) {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
  return { p50: at(0.5), p95: at(0.95), worst: sorted.at(-1)! }
}

/** A DPIA of so many answers. */
async function fill(scope: Scope): Promise<{ id: string; addresses: readonly string[] }> {
  const id = await createEntry(scope, assessments, { ...emptyInput(assessments.fields), name: `DPIA ${newId()}`, kind: 'dpia' })
  await scope.tx.updateTable('impact_assessment').set({ status: 'filling' }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
  await openFilling(scope, id, 'dpia')
  const copies = ['2.1', '3.1', '16.1', '17.1'].flatMap((item) => [0, 1, 2, 3, 4].map((index) => ({ organisation_id: scope.organisation.id, assessment_id: id, item, index, parent: null, position: index, removed_at: null })))
  await insertRows(scope.tx, 'assessment_copy', copies)
  const sheet = { definition: definitionOf('dpia'), answers: new Map(), copies: copies.map(({ item, index, parent, position }) => ({ group: item, index, parent, position, isRemoved: false })) }
  const addresses = allQuestions(sheet).filter(({ item }) => item.types.includes('open_text') || item.types.includes('text_input')).map(({ address }) => address).slice(0, many)
  if (addresses.length < many) throw new Error(`there are ${addresses.length} questions`)
  await insertRows(scope.tx, 'assessment_answer', addresses.map((address) => ({ organisation_id: scope.organisation.id, assessment_id: id, address, value: 'Een antwoord zoals iemand het schrijft, in een of twee zinnen.', revision: 1, edited_at: scope.now, edited_by: null, said: null, taken_from: null, reworded: null })))
  return { id, addresses }
}
