// Jobs: enqueued in one's own transaction, carried out by the application's login, with organisation and actor.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { openDatabase, inOrganisation, type Database } from '../../src/ground/database.ts'
import { declareQueue, jobActor, openJobs, type JobOf, type Jobs } from '../../src/ground/jobs.ts'
import { migrate } from '../../src/ground/migrations.ts'
import { scratchDatabase, type Scratch } from '../support/scratch.ts'
import { rowsOf } from '../support/scratch-rows.ts'

const letters = declareQueue('test-letters', z.object({ letterId: z.uuid() }))
const sweep = declareQueue('test-sweep', z.object({}), { perKey: 'one waiting', retries: 0 })

let scratch: Scratch
let app: Database
let jobs: Jobs
const organisationId = randomUUID()
const person = { kind: 'person', personId: randomUUID(), accountId: randomUUID() } as const

before(async () => {
  scratch = await scratchDatabase()
  await migrate(scratch, { queues: [letters, sweep] })
  app = openDatabase(scratch.appUrl)
  jobs = await openJobs(scratch.appUrl)
})
after(async () => {
  await jobs.stop(2_000)
  await app.destroy()
  await scratch.drop()
})

async function until(isDone: () => boolean): Promise<void> {
  for (let round = 0; round < 400 && !isDone(); round++) await wait(25)
  assert.ok(isDone(), 'the job was not carried out within 10 s')
}

test('a job is there when its transaction commits, and not when it rolls back', async () => {
  const seen: JobOf<{ letterId: string }>[] = []
  const letterId = randomUUID()
  await assert.rejects(inOrganisation(app, organisationId, async (tx) => {
    await jobs.enqueue(tx, letters, { organisationId, actor: person, payload: { letterId: randomUUID() } })
    throw new Error('changed my mind')
  }), /changed my mind/)
  await inOrganisation(app, organisationId, (tx) => jobs.enqueue(tx, letters, { organisationId, actor: person, payload: { letterId } }))
  await jobs.work(letters, async (job) => { seen.push(job) })
  await until(() => seen.length > 0)
  await wait(200)
  assert.deepEqual(seen.map(({ organisationId: of, actor, payload, attempt }) => ({ of, actor, payload, attempt })), [{ of: organisationId, actor: person, payload: { letterId }, attempt: 0 }])
})

test('of a person only ids travel in a job', () => {
  assert.deepEqual(jobActor({ ...person, name: 'Iemand', assignments: [] }), person)
})

test('a payload that does not fit is refused when it is enqueued', async () => {
  await assert.rejects(inOrganisation(app, organisationId, (tx) => jobs.enqueue(tx, letters, { organisationId, actor: person, payload: { letterId: 'x' } })), /uuid/i)
})

test('what fails is kept without the words of the error', async () => {
  await jobs.work(sweep, async () => { throw new RangeError('Jan Jansen, paspoort NX4711') })
  await inOrganisation(app, organisationId, (tx) => jobs.enqueue(tx, sweep, { organisationId: null, actor: { kind: 'system', task: 'sweep' }, payload: {} }))
  let kept: { output: object; state: string }[] = []
  for (let round = 0; round < 400 && kept.length === 0; round++) {
    await wait(25)
    kept = await rowsOf(scratch.appUrl, `select output, state from pgboss.job where name = 'test-sweep' and state = 'failed'`)
  }
  assert.equal(kept.length, 1)
  assert.match(JSON.stringify(kept), /RangeError/)
  assert.doesNotMatch(JSON.stringify(kept), /Jansen|NX4711/)
})

test('a second job with the same key waits for nothing: it is refused while the first has not begun', async () => {
  const startAfter = new Date(Date.now() + 3_600_000)
  const put = () => inOrganisation(app, organisationId, (tx) =>
    jobs.enqueue(tx, sweep, { organisationId: null, actor: { kind: 'system', task: 'sweep' }, payload: {} }, { key: 'nightly', startAfter }))
  assert.notEqual(await put(), null)
  assert.equal(await put(), null)
})

test('a schedule stands once, in Dutch time', async () => {
  await jobs.schedule(sweep, '0 3 * * *', {})
  await jobs.schedule(sweep, '30 2 * * *', {})
  assert.deepEqual(await rowsOf(scratch.appUrl, `select cron, timezone from pgboss.schedule where name = 'test-sweep'`), [{ cron: '30 2 * * *', timezone: 'Europe/Amsterdam' }])
})

test('the application runs jobs without rights to change tables', async () => {
  for (const statement of ['create table pgboss.mine (id int)', 'alter table pgboss.job add column mine int', 'drop table pgboss.job', 'create table mine (id int)', 'create schema mine']) {
    await assert.rejects(rowsOf(scratch.appUrl, statement), /permission denied|must be owner/, statement)
  }
})
