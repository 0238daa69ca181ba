// Fault rounds of the access log: applications send, everything is killed at a random moment, and what was acknowledged is there once and verifies.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { checkOrganisation } from '../../src/access-log/proof/check-organisation.ts'
import { unsealedTail } from '../../src/access-log/proof/checkpoints.ts'
import { sealOrganisation } from '../../src/access-log/proof/sealer.ts'
import { credentialHash, newLogToken } from '../../src/access-log/sources/credentials.ts'
import { inOrganisation, openDatabase } from '../../src/ground/database.ts'
import { newId } from '../../src/ground/ids.ts'
import { openMasterKey } from '../../src/ground/keys.ts'
import { startDatabase } from '../../src/ground/postgres.ts'
import { inPlace } from '../../src/people/job-scope.ts'
import { createOrganisation, findOrganisation } from '../../src/people/organisations.ts'
import { processesNaming, startProduct, type Running } from './processes.ts'

export type LogWorld = { readonly dataFolder: string; readonly token: string; running: Running; readonly acknowledged: Set<string>; readonly sent: Map<string, LogLine> }
export type LogRound = { readonly killed: 'application' | 'application and database'; readonly acknowledged: number; readonly refused: number }

export type LogLine = { readonly trace_id: string; readonly span_id: string; readonly name: string; readonly start_time: number; readonly end_time: number; readonly attributes: Readonly<Record<string, string>> }

export const slug = 'proefstad'
const actName = 'Dossier bekeken'

/** The product running on a data folder, with an organisation whose application may log. */
export async function logWorld(dataFolder: string): Promise<LogWorld> {
  const running = await startProduct({ DATA_DIR: dataFolder })
  const { token, prefix } = newLogToken()
  await withDatabase(dataFolder, async ({ database, master }) => {
    await createOrganisation(database, master, { name: 'Proefstad', slug, kind: 'municipality' }, async ({ tx, organisation: { id: organisation_id }, now }) => {
      const source_id = newId()
      await tx.insertInto('access_source').values({ organisation_id, id: source_id, name: 'Zaaksysteem', created_at: now }).execute()
      await tx.insertInto('access_source_credential').values({ organisation_id, id: newId(), source_id, kind: 'token', prefix, credential_hash: credentialHash({ bearer: token, certificate: undefined })!, created_at: now, expires_on: '2099-01-01' }).execute()
    })
  })
  return { dataFolder, token, running, acknowledged: new Set(), sent: new Map() }
}

/** One round: sends for a while (everything twice by some), kills the product, starts it again and looks. @throws where an acknowledged record is gone, stands there twice, or the chain doesn't verify */
export async function logFaultRound(world: LogWorld, killed: LogRound['killed']): Promise<LogRound> {
  const before = world.acknowledged.size
  const { running } = world
  const isOver = { now: false }
  const agent = new Agent({ keepAlive: true })
  let refused = 0
  const senders = Array.from({ length: 8 }, async (_, index) => {
    while (!isOver.now) {
      const lines = Array.from({ length: index % 2 === 0 ? 1 : 100 }, newLine)
      for (const line of lines) world.sent.set(idOf(line), line)
      // Every second sender is a client that sends everything twice, the second while the first is under way.
      const answers = await Promise.all(Array.from({ length: index < 4 ? 2 : 1 }, () => send(running.port, world.token, lines, agent)))
      if (answers.includes(200)) for (const line of lines) world.acknowledged.add(idOf(line))
      else refused += lines.length
    }
  })
  // On a machine that does much else the first answer may take a while; a round in which nothing was acknowledged proves nothing.
  for (const end = performance.now() + 20_000; world.acknowledged.size === before && performance.now() < end;) await wait(20)
  await wait(Math.random() * 1_500)
  await kill(world.dataFolder, running, killed)
  isOver.now = true
  await Promise.all(senders)
  agent.destroy()
  world.running = await startProduct({ DATA_DIR: world.dataFolder })
  await look(world, `the death of the ${killed}`)
  return { killed, acknowledged: world.acknowledged.size - before, refused }
}

/** After the last round: what wasn't acknowledged is sent once more, and then all is there, once. Stops the product. */
export async function sendTheRest(world: LogWorld): Promise<number> {
  const { running } = world
  const agent = new Agent({ keepAlive: true })
  const lines = [...world.sent.values()]
  for (let at = 0; at < lines.length; at += 500) assert.equal(await send(running.port, world.token, lines.slice(at, at + 500), agent), 200)
  for (const id of world.sent.keys()) world.acknowledged.add(id)
  agent.destroy()
  await look(world, 'the last round')
  running.child.kill('SIGTERM')
  assert.equal((await running.ended).code, 0)
  return lines.length
}

/** What was acknowledged is there, once, with nothing that was never sent; and the chain verifies. @throws where it isn't so */
export async function look(world: LogWorld, after: string): Promise<void> {
  await withDatabase(world.dataFolder, async ({ database, master }) => {
    const { organisation } = (await findOrganisation(database, master, slug))!
    const place = { organisation, actor: { kind: 'system' as const, task: 'faults' } }
    const kept = await inOrganisation(database, organisation.id, (tx) => sql<{ id: string; times: number }>`
      select encode(span_id, 'hex') as id, count(*)::int as times from access_record where organisation_id = ${organisation.id} and name = ${actName} group by 1`.execute(tx))
    const times = new Map(kept.rows.map((row) => [row.id, row.times]))
    assert.deepEqual([...world.acknowledged].filter((id) => !times.has(id)), [], `lost after ${after}`)
    assert.deepEqual(kept.rows.filter((row) => row.times !== 1), [], 'twice')
    assert.deepEqual(kept.rows.filter(({ id }) => !world.sent.has(id)), [], 'never sent')
    const house = { database, master, clock: () => new Date() }
    // The product seals too, one at a time: until nothing waits any more.
    for (const end = performance.now() + 60_000; (await inPlace(house, place, unsealedTail)).records > 0 && performance.now() < end;) if (await sealOrganisation(house, place) === 0) await wait(100)
    const outcome = await checkOrganisation(house, place)
    assert.equal(outcome.fault, null, JSON.stringify(outcome.fault))
    // People who used the product meanwhile left records too.
    assert.ok(outcome.records >= kept.rows.length, `${outcome.records} checked of ${kept.rows.length}`)
  })
}

async function kill(dataFolder: string, running: Running, killed: LogRound['killed']): Promise<void> {
  if (killed === 'application and database') process.kill(Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  for (const { pid } of processesNaming(dataFolder).filter(({ command }) => command.includes('main.ts') || command.includes('waarborg.js'))) process.kill(pid, 'SIGKILL')
  await running.ended
}

/** The database that the running product uses. */
export async function withDatabase(dataFolder: string, work: (of: { database: ReturnType<typeof openDatabase>; master: ReturnType<typeof openMasterKey>; superUrl: string }) => Promise<void>): Promise<void> {
  const keysFolder = join(dataFolder, 'keys')
  const running = await startDatabase({ dataFolder, keysFolder, databaseUrl: undefined, databaseAppUrl: undefined })
  const database = openDatabase(running.appUrl)
  try {
    await work({ database, master: openMasterKey(keysFolder), superUrl: running.superUrl! })
  } finally {
    await database.destroy()
    await running.stop()
  }
}

export function newLine(): LogLine {
  const now = Date.now()
  return {
    trace_id: randomBytes(16).toString('hex'), span_id: randomBytes(8).toString('hex'), name: actName, start_time: now, end_time: now + 12,
    attributes: { 'dpl.core.processing_activity_id': 'urn:uuid:0190a000-0000-7000-8000-000000000001', 'dpl.core.data_subject_id': String(Math.floor(Math.random() * 1e6)), 'dpl.core.data_subject_id_type': 'klantnummer', 'user.id': 'medewerker-1' },
  }
}

export function idOf(line: LogLine): string {
  return line.span_id
}

/** @returns the status when all were taken, or 0 when no whole answer came */
async function send(port: number, token: string, lines: readonly LogLine[], agent: Agent): Promise<number> {
  return (await submit(port, token, lines, agent)).status
}

export type LogAnswer = { readonly status: number; readonly retryAfter: string | undefined; readonly text: string }

/** Sends and hears what is said of it; status 0 when no whole answer came. */
export function submit(port: number, token: string, lines: readonly LogLine[], agent: Agent): Promise<LogAnswer> {
  return new Promise((done) => {
    const nothing = () => done({ status: 0, retryAfter: undefined, text: '' })
    const sending = request({ port, host: '127.0.0.1', path: '/log/v1/records', method: 'POST', agent, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => { text += part }).on('end', () => {
        if (!answer.complete) return nothing()
        if (answer.statusCode === 200) assert.equal((JSON.parse(text) as { accepted: number }).accepted, lines.length)
        done({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], text })
      }).on('error', nothing)
    })
    sending.on('error', nothing)
    sending.end(JSON.stringify(lines))
  })
}
