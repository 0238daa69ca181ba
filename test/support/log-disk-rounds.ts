// Disk rounds of the access log: the disk of the database fills up while applications log and people work; nothing acknowledged is lost, everybody hears why, and with room again it goes on by itself.
import assert from 'node:assert/strict'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { inScope } from '../../src/ground/scope.ts'
import { newId } from '../../src/ground/ids.ts'
import { createAccount } from '../../src/people/accounts.ts'
import { findOrganisation } from '../../src/people/organisations.ts'
import { addPerson } from '../../src/people/persons.ts'
import { newToken, tokenHash } from '../../src/people/tokens.ts'
import { idOf, logWorld, look, newLine, slug, submit, withDatabase, type LogAnswer, type LogWorld } from './log-fault-rounds.ts'
import { startProduct } from './processes.ts'
import { smallDisk, type SmallDisk } from './small-disk.ts'

const [small, larger] = [512, 768]
/** Under a twentieth of the disk: from there on applications wait. */
const little = 20 * 1024 * 1024

type Place = { readonly world: LogWorld; readonly disk: SmallDisk; readonly cookie: string; readonly say: (line: string) => void }

/** Three rounds: little room left, none at all, and none for PostgreSQL's journal. @throws where something was lost, unclear or didn't come back */
export async function diskRounds(dataFolder: string, say: (line: string) => void): Promise<void> {
  const world = await logWorld(dataFolder)
  const cookie = await signedIn(dataFolder)
  world.running.child.kill('SIGTERM')
  await world.running.ended
  const disk = smallDisk(join(dataFolder, 'postgres'), small)
  try {
    world.running = await startProduct({ DATA_DIR: dataFolder })
    const place = { world, disk, cookie, say }
    await littleRoom(place)
    await noRoom(place)
    await noJournal(place)
    world.running.child.kill('SIGTERM')
    assert.equal((await world.running.ended).code, 0, 'it stops as usual')
  } finally {
    world.running.child.kill('SIGKILL')
    await stopServer(dataFolder)
    disk.gone()
  }
}

/** Applications are refused, pages and PostgreSQL still have what they need. */
async function littleRoom({ world, disk, cookie, say }: Place): Promise<void> {
  const { answers } = await whileSending(world, async (answered) => {
    await until('records are taken', () => answered.some(({ status }) => status === 200))
    disk.fill(little)
    await until('applications are refused', () => answered.slice(-20).every(({ status }) => status === 503))
    const from = answered.length
    for (let round = 0; round < 5; round++) assert.deepEqual([await readPage(world, cookie), await writePage(world, cookie)], ['200', '303'], 'people go on')
    assert.ok(answered.slice(from).every(({ status }) => status === 503))
    disk.empty()
    await until('records are taken again', () => answered.at(-1)?.status === 200)
  })
  const refused = answers.filter(({ status }) => status === 503)
  assert.ok(refused.every(({ retryAfter, text }) => retryAfter === '60' && text.includes('geen ruimte meer')), refused[0]?.text)
  await look(world, 'little room')
  say(`little room: ${countOf(answers)}; people read and wrote meanwhile; taken again once there was room; nothing lost, nothing twice, the chain verifies`)
}

/** Somebody fills the last byte; the disk is made larger. */
async function noRoom({ world, disk, cookie, say }: Place): Promise<void> {
  const pages = new Map<string, number>()
  const { answers } = await whileSending(world, async (answered) => {
    await until('records are taken', () => answered.some(({ status }) => status === 200))
    for (let round = 0; round < 20; round++) {
      disk.fill(0)
      for (const page of [await readPage(world, cookie), await writePage(world, cookie)]) pages.set(page, (pages.get(page) ?? 0) + 1)
      await wait(200)
    }
    disk.grow(larger)
    await until('records are taken again', () => answered.at(-1)?.status === 200)
    await until('people can read and write again', async () => await readPage(world, cookie) === '200' && await writePage(world, cookie) === '303')
  })
  mustBeClear(answers)
  await look(world, 'no room')
  say(`no room: ${countOf(answers)}; pages: ${[...pages].map(([said, times]) => `${times} × ${said}`).join(', ')}; taken again on a larger disk; nothing lost, nothing twice, the chain verifies`)
}

/** PostgreSQL stops where its journal can't grow (PANIC). The product brings it back by itself. */
async function noJournal({ world, disk, cookie, say }: Place): Promise<void> {
  let panics = 0
  const began = { at: 0 }
  const { answers } = await whileSending(world, async (answered) => {
    disk.fill(0)
    await withDatabase(world.dataFolder, async ({ superUrl }) => { panics = await fillJournal(superUrl, disk) })
    assert.ok(panics > 0, 'PostgreSQL stood it')
    for (let round = 0; round < 5; round++) {
      assert.match(await readPage(world, cookie), /^(200|503 geen ruimte|503 niet bereikbaar)$/)
      await wait(200)
    }
    began.at = performance.now()
    disk.empty()
    await until('records are taken again', () => answered.at(-1)?.status === 200)
    await until('people can read and write again', async () => await readPage(world, cookie) === '200' && await writePage(world, cookie) === '303')
  })
  mustBeClear(answers)
  const seconds = ((performance.now() - began.at) / 1000).toFixed(1)
  await look(world, 'no journal')
  say(`no journal: PostgreSQL stopped; ${countOf(answers)}; back by itself ${seconds} s after there was room; nothing lost, nothing twice, the chain verifies`)
}

/** @returns 1 once the server broke off */
async function fillJournal(superUrl: string, disk: SmallDisk): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    for (let segment = 0; segment < 200; segment++) {
      disk.fill(0)
      await client.query('select txid_current()')
      await client.query('select pg_switch_wal()')
    }
    return 0
  } catch {
    return 1
  } finally {
    await client.end().catch(() => {})
  }
}

/** Eight applications that go on whatever they are told. */
async function whileSending(world: LogWorld, work: (answered: readonly LogAnswer[]) => Promise<void>): Promise<{ answers: readonly LogAnswer[] }> {
  const answers: LogAnswer[] = []
  const agent = new Agent({ keepAlive: true })
  const isOver = { now: false }
  const senders = Array.from({ length: 8 }, async (_, index) => {
    while (!isOver.now) {
      const lines = Array.from({ length: index % 2 === 0 ? 1 : 200 }, newLine)
      for (const line of lines) world.sent.set(idOf(line), line)
      const answer = await submit(world.running.port, world.token, lines, agent)
      answers.push(answer)
      if (answer.status === 200) for (const line of lines) world.acknowledged.add(idOf(line))
      else await wait(20)
    }
  })
  try {
    await work(answers)
    assert.equal(world.running.child.exitCode, null, 'the product runs on')
  } finally {
    isOver.now = true
    await Promise.all(senders)
    agent.destroy()
  }
  return { answers }
}

/** Taken, or told when to come back and why. */
function mustBeClear(answers: readonly LogAnswer[]): void {
  const unclear = answers.filter(({ status, retryAfter, text }) => status !== 200 && !((status === 503 || status === 429) && Number(retryAfter) > 0 && /geen ruimte meer|niet bereikbaar|te druk|loopt te ver achter/.test(text)))
  assert.deepEqual(unclear.slice(0, 3), [], `${unclear.length} answers that tell nothing`)
  assert.ok(answers.some(({ status }) => status === 503), 'nobody noticed')
}

function countOf(answers: readonly LogAnswer[]): string {
  return [...Map.groupBy(answers, ({ status }) => status)].map(([status, own]) => `${own.length} × ${status}`).join(', ')
}

const readPage = (world: LogWorld, cookie: string) => page(world, cookie, `/${slug}/logboek`)
const writePage = (world: LogWorld, cookie: string) => page(world, cookie, `/${slug}/logboek/bewaren`, new URLSearchParams({ reason: 'Klacht loopt', userId: `medewerker-${newId()}`, subjectType: 'bsn' }))

/** The status, and for one that is not right what the page says of it. */
async function page({ running: { port } }: LogWorld, cookie: string, path: string, form?: URLSearchParams): Promise<string> {
  const base = `http://127.0.0.1:${port}`
  const answer = await fetch(`${base}${path}`, { redirect: 'manual', headers: { cookie: `waarborg_session=${cookie}`, origin: base, connection: 'close' }, ...(form ? { method: 'POST', body: form } : {}) })
  const text = await answer.text()
  if (answer.status < 400) return String(answer.status)
  const said = /geen ruimte|niet bereikbaar/.exec(text)?.[0]
  assert.ok(answer.status === 503 && said && Number(answer.headers.get('retry-after')) > 0, `${path} answered ${answer.status}: ${text.replace(/<[^>]*>/g, ' ').slice(0, 300)}`)
  return `503 ${said}`
}

/** A DPO with a session that was begun elsewhere. */
async function signedIn(dataFolder: string): Promise<string> {
  const token = newToken()
  await withDatabase(dataFolder, async ({ database, master }) => {
    const { organisation } = (await findOrganisation(database, master, slug))!
    await inScope(database, { organisation, actor: { kind: 'system', task: 'faults' } }, async ({ tx }) => {
      await tx.updateTable('organisation').set({ second_factor_required: false }).where('id', '=', organisation.id).execute()
    })
    const now = new Date()
    const accountId = await createAccount(database, now, { email: 'fg@voorbeeld.example' })
    await inScope(database, { organisation, actor: { kind: 'system', task: 'faults' } }, (scope) => addPerson(scope, { name: 'Frits', email: 'fg@voorbeeld.example', accountId, roles: [{ role: 'dpo' }] }))
    await database.insertInto('session').values({
      id: newId(), token_hash: tokenHash(token), account_id: accountId, limited_to: null, method: 'password', second_factor_at: null, proved_at: now, created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + 3_600_000), ip: '127.0.0.1', device: 'faults',
    }).execute()
  })
  return token
}

/** What a product that was killed left running. */
async function stopServer(dataFolder: string): Promise<void> {
  await withDatabase(dataFolder, async () => {}).catch(() => {})
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end;) {
    if (await isSo()) return
    await wait(100)
  }
  assert.fail(`after two minutes not yet: ${what}`)
}
