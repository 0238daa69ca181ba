// Cases: the desk list and the overview of terms of an organisation with 50,000 cases beside bare SQL; and public reports of a breach in the news, with the desk in use meanwhile.
import './quiet.ts'
import { spawn } from 'node:child_process'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import pg from 'pg'
import { makeWaiting } from '../src/case-kit/intake/waiting-forms.ts'
import { jobPlace } from '../src/people/job-scope.ts'
import { caseRegisters } from '../src/tied-cases.ts'
import { openBare, type Question } from './bare-sql.ts'
import { desk, overview } from './cases-bare.ts'
import { fillCases } from './cases-world.ts'
import { makeMeter, openDoors } from './doors.ts'
import { sayLoad, sayMachine } from './machine.ts'
import { compareAll, markdown, milliseconds, pairRow } from './measure.ts'
import { openOwnProduct, say } from './own-product.ts'

export type PressOrder = { readonly port: number; readonly path: string; readonly perSecond: number; readonly seconds: number; readonly pauseMs: number; readonly fields: Readonly<Record<string, string>> }
export type Pressed = { readonly started: number; readonly acknowledged: number; readonly refusals: Readonly<Record<string, number>>; readonly seconds: number; readonly p50: number; readonly p95: number; readonly worst: number }

const [many, perSecond, seconds] = [Number(process.argv[2] ?? 50_000), Number(process.env.BENCH_PER_SECOND ?? 200), Number(process.env.BENCH_SECONDS ?? 60)]
const rounds = Number(process.env.BENCH_ROUNDS ?? 200)
if (![many, perSecond, seconds, rounds].every((amount) => Number.isInteger(amount) && amount > 0)) {
  process.stderr.write('Zo: npm run bench:cases -- 50000 (het aantal verzoeken; BENCH_PER_SECOND en BENCH_SECONDS: hoeveel meldingen en hoe lang)\n')
  process.exit(2)
}
const slug = 'meetdorp'
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) => say(`\n${markdown(heads, rows)}\n${sayLoad()}`)

const { superUrl, appUrl, house, app, newOrganisation, run } = await openOwnProduct('cases')
await run(bench)

async function bench(): Promise<void> {
  say(`${await sayMachine(superUrl)}; ${sayLoad()}`)
  const organisation = await newOrganisation(slug)
  const world = await fillCases(superUrl, organisation.id, many, many / 5)
  say(`${world.requests} verzoeken en ${world.breaches} datalekken, ${world.running} lopende termijnen, gevuld in ${world.seconds.toFixed(0)} s`)
  const meter = await makeMeter(house, slug)
  const { page } = openDoors(app, meter)
  const bare = await openBare(appUrl, organisation.id)
  const lines: readonly (readonly [what: string, path: string, questions: Question[]])[] = [
    ['bureau verzoeken, eerst wat eerst afloopt', '/verzoeken', desk(organisation.id, { register: 'requests' })],
    ['bureau verzoeken op laatst gewijzigd', '/verzoeken?sorteer=updated_at', desk(organisation.id, { register: 'requests', order: 't.updated_at desc, t.id desc' })],
    ['bureau verzoeken, alleen wissen', '/verzoeken?recht=erasure', desk(organisation.id, { register: 'requests', where: `t."right" = 'erasure'` })],
    ['bureau verzoeken, op status', '/verzoeken?status=received', desk(organisation.id, { register: 'requests', where: `t.status = 'received'` })],
    ['bureau datalekken, eerst wat eerst afloopt', '/datalekken', desk(organisation.id, { register: 'breaches' })],
    ['overzicht van termijnen', '/zaken', overview(organisation.id, house.clock())],
    ['overzicht van termijnen, te laat', '/zaken?stand=te-laat', overview(organisation.id, house.clock(), true)],
  ]
  const pairs = await compareAll((process.env.BENCH_PART === 'press' ? [] : lines).map(([what, path, questions]) => ({ what, ours: () => page(`/${slug}${path}`), bare: () => bare.ask(...questions) })), rounds, (pair) => say(`  ${pairRow(pair).join('  ')}`))
  await bare.end()
  if (pairs.length > 0) table([`${many + many / 5} zaken, één verbinding, ms`, 'keer', 'Waarborg p50', 'p95', 'kale SQL p50', 'p95', 'verhouding p95', 'processor', '≤ 2 × + 5 ms'], pairs.map(pairRow))
  if (process.env.BENCH_PART !== 'desk') await measurePress(organisation.id, page)
}

/** People outside at their own pace, and one colleague at the desk meanwhile: who was told “received” must be there afterwards. */
async function measurePress(organisationId: string, page: (path: string) => Promise<unknown>): Promise<void> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  const formsNow = async () => (await client.query<{ state: string; count: number }>(`select state, count(*)::int as count from intake_form where organisation_id = $1 group by state`, [organisationId])).rows
  const casesNow = async () => (await client.query<{ count: number }>('select count(*)::int as count from breach where organisation_id = $1', [organisationId])).rows[0]!.count
  const before = await casesNow()
  let isPressing = true
  const deskTimes: number[] = []
  let deskFailed = 0
  const atDesk = (async () => {
    while (isPressing) {
      await milliseconds(() => page(`/${slug}/datalekken`)).then((time) => deskTimes.push(time), () => { deskFailed++ })
      await new Promise((done) => { setTimeout(done, 250) })
    }
  })()
  // As the worker does: what waits becomes a case meanwhile.
  const place = await jobPlace(house, organisationId, { kind: 'system', task: 'intake' })
  const atWork = (async () => {
    while (isPressing) {
      await makeWaiting(house, place, caseRegisters, 50).catch(() => {})
      await new Promise((done) => { setTimeout(done, 1000) })
    }
  })()
  try {
    const pressed = await press({ port: (server.address() as AddressInfo).port, path: `/openbaar/${slug}/datalek`, perSecond, seconds, pauseMs: 4500, fields: { what_happened: 'Ik zag gegevens van anderen op de website van de gemeente.', when_described: 'Vanmorgen', reporter_email: 'melder@post.example' } })
    isPressing = false
    await Promise.all([atDesk, atWork])
    const inForms = await formsNow()
    const sent = inForms.filter(({ state }) => state !== 'draft').reduce((sum, { count }) => sum + count, 0)
    deskTimes.sort((one, other) => one - other)
    const ms = (value: number | undefined) => value === undefined ? '–' : value.toFixed(0)
    const at = (part: number) => deskTimes[Math.floor(deskTimes.length * part)]
    table(['drukte', 'gemeten'], [
      ['aangeboden', `${pressed.started} meldingen in ${seconds} s (${perSecond}/s), elk drie verzoeken, van eigen adressen`], ['bevestigd', `${pressed.acknowledged} in ${pressed.seconds.toFixed(0)} s (${(pressed.acknowledged / pressed.seconds).toFixed(0)}/s)`],
      ['niet bevestigd', Object.entries(pressed.refusals).map(([why, count]) => `${count} × ${why}`).join('; ') || 'geen'], ['invullen tot bevestigd, ms', `p50 ${ms(pressed.p50)}, p95 ${ms(pressed.p95)}, langst ${ms(pressed.worst)}`],
      ['bewaard', inForms.map(({ state, count }) => `${state} ${count}`).join(', ')], ['verloren (bevestigd, niet bewaard)', String(Math.max(0, pressed.acknowledged - sent))],
      ['bureau intussen, ms', `${deskTimes.length} keer, p50 ${ms(at(0.5))}, p95 ${ms(at(0.95))}, ${deskFailed} mislukt`],
    ])
    const made = await casesNow() - before
    const drained = await milliseconds(async () => {
      const until = performance.now() + 60_000
      while (performance.now() < until && await makeWaiting(house, place, caseRegisters, 100) > 0);
    })
    const more = await casesNow() - before - made
    say(`tijdens de drukte ${made} zaken; daarna ${more} in ${(drained / 1000).toFixed(0)} s (${(more / (drained / 1000)).toFixed(0)}/s); ${(await formsNow()).map(({ state, count }) => `${state} ${count}`).join(', ')}; ${sayLoad()}`)
  } finally {
    isPressing = false
    await client.end()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

async function press(order: PressOrder): Promise<Pressed> {
  const people = spawn(process.execPath, [join(import.meta.dirname, 'press.ts')], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_NO_WARNINGS: '1' } })
  people.stdin.end(JSON.stringify(order))
  let out = ''
  for await (const chunk of people.stdout) out += String(chunk)
  return JSON.parse(out) as Pressed
}
