// Courier: what targets really receive, over real HTTP and from a real outbox, when all is well and when nothing is.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type KyselyPlugin, sql } from 'kysely'
import { launch } from '../../../test/support/processes.ts'
import { behaviours, redirecting, target, type Target } from '../../../test/support/targets.ts'
import { happening, isSignedBy, webhooksUrl, type WebhookTenant, webhookWorld, type WebhookWorld } from '../../../test/support/webhooks.ts'
import { newId } from '../../ground/ids.ts'
import { openJobs } from '../../ground/jobs.ts'
import { announce } from '../../register-kit/announce.ts'
import { sendDue, workWebhooks } from './courier.ts'
import { claimDue, forgetOld, leaseMs, recordEnding, replay } from './deliveries.ts'
import { findSubscription, pauseSubscription, removeSubscription, renewSecret, resumeSubscription, withdrawOldSecret } from './subscriptions.ts'

let world: WebhookWorld
const targets: Target[] = []
const start = new Date('2026-11-22T12:00:00Z')
const later = (ms: number, from = start) => new Date(from.getTime() + ms)
const minute = 60_000

async function started(...args: Parameters<typeof target>): Promise<Target> {
  const one = await target(...args)
  targets.push(one)
  return one
}

/** One round of sending, to targets that work and to those that don't. */
async function round(house: WebhookTenant, timeoutMs = 500): Promise<number> {
  return await sendDue(world.house, house.place, false, { timeoutMs }) + await sendDue(world.house, house.place, true, { timeoutMs })
}

async function until(isDone: () => boolean | Promise<boolean>, ms: number, what: string): Promise<number> {
  const begun = performance.now()
  while (performance.now() - begun < ms) {
    if (await isDone()) return performance.now() - begun
    await wait(20)
  }
  throw new assert.AssertionError({ message: `${what} not within ${ms} ms` })
}

describe('webhooks', () => {
  before(async () => {
    world = await webhookWorld()
    world.setClock(start)
  })
  after(async () => {
    await Promise.all(targets.map((one) => one.stop()))
    await world.close()
  })

  describe('the outbox', () => {
    test('holds one message for each happening and each subscription that wants it, and none when the act is undone', async () => {
      const house = await world.organisation()
      await house.happen()
      const all = await house.subscribe('https://haken.example/alles')
      const some = await house.subscribe('https://haken.example/enkele', { verbs: ['end', 'activate'] })
      const paused = await house.subscribe('https://haken.example/stil')
      await house.scoped((scope) => pauseSubscription(scope, paused.id))
      await house.scoped((scope) => announce(scope, [happening(), happening({ verb: 'change' }), happening({ register: 'systems', verb: 'end', revision: null })]))
      await assert.rejects(house.scoped(async (scope) => {
        await announce(scope, [happening()])
        throw new Error('toch niet')
      }), /toch niet/)
      const heard = async (id: string) => (await house.deliveries(id)).map(({ register, verb, state, attempt }) => `${register} ${verb} ${state} ${attempt}`).toSorted()
      assert.deepEqual(await heard(all.id), ['processing-activities activate waiting 0', 'processing-activities change waiting 0', 'systems end waiting 0'])
      assert.deepEqual(await heard(some.id), ['processing-activities activate waiting 0', 'systems end waiting 0'])
      assert.deepEqual(await heard(paused.id), [])
      const ids = async (id: string) => new Set((await house.deliveries(id)).map(({ event_id }) => event_id))
      assert.ok((await ids(some.id)).isSubsetOf(await ids(all.id)), 'two subscriptions hear of one event under one id')
    })

    test('an organisation with no subscription pays one look at an index', async () => {
      const house = await world.organisation()
      const plan = await house.scoped((scope) => sql<{ 'QUERY PLAN': string }>`explain select exists (select from webhook_subscription where organisation_id = ${scope.organisation.id} and status = 'active')`.execute(scope.tx))
      await house.scoped(async (scope) => {
        await sql`set local enable_seqscan = off`.execute(scope.tx)
        const forced = await sql<{ 'QUERY PLAN': string }>`explain select exists (select from webhook_subscription where organisation_id = ${scope.organisation.id} and status = 'active')`.execute(scope.tx)
        assert.match(forced.rows.map((row) => row['QUERY PLAN']).join('\n'), /webhook_subscription_active/)
      })
      assert.ok(plan.rows.length > 0)
      let asked = 0
      const counted: KyselyPlugin = { transformQuery: ({ node }) => { asked++; return node }, transformResult: async ({ result }) => result }
      await house.scoped((scope) => announce({ ...scope, tx: scope.tx.withPlugin(counted) }, Array.from({ length: 200 }, () => happening())))
      assert.equal(asked, 1)
    })
  })

  describe('a message', () => {
    test('is a CloudEvent of ids only, signed so that a receiver’s own code can tell', async () => {
      const house = await world.organisation()
      const receiver = await started(behaviours.fine)
      const { id, secret } = await house.subscribe(receiver.url)
      const entryId = newId()
      await house.happen({ entryId })
      assert.equal(await round(house), 1)
      const [received] = receiver.received
      assert.ok(received)
      assert.equal(received.method, 'POST')
      assert.equal(received.headers['content-type'], 'application/cloudevents+json; charset=utf-8')
      const [delivery] = await house.deliveries(id)
      const source = `${webhooksUrl}/api/v1/${house.slug}/processing-activities`
      assert.deepEqual(JSON.parse(received.body), {
        specversion: '1.0', id: delivery!.event_id, source, type: 'nl.waarborg.processing-activities.activate', subject: entryId, time: start.toISOString(), datacontenttype: 'application/json',
        dataschema: `${webhooksUrl}/schemas/webhook-event-1.json`, data: { id: entryId, register: 'processing-activities', verb: 'activate', revision: 4, status: 'active', url: `${source}/${entryId}` },
      })
      assert.equal(received.headers['webhook-id'], delivery!.event_id)
      assert.equal(received.headers['webhook-timestamp'], String(start.getTime() / 1000))
      assert.ok(isSignedBy(secret, received))
      assert.ok(!isSignedBy(secret, { ...received, body: received.body.replace('active', 'ended') }), 'a changed body')
      assert.ok(!isSignedBy(secret, { ...received, headers: { ...received.headers, 'webhook-timestamp': '1' } }), 'another moment')
      assert.ok(!isSignedBy(`whsec_${createHash('sha256').update('x').digest('base64')}`, received), 'another secret')
      assert.deepEqual({ state: delivery!.state, attempt: delivery!.attempt, due: delivery!.due_at, status: delivery!.last_status, trouble: delivery!.trouble }, { state: 'delivered', attempt: 1, due: null, status: 204, trouble: null })
      assert.equal(await round(house), 0)
    })

    test('after a new secret both sign for a day; a secret that leaked stops at once; at rest all are sealed', async () => {
      const house = await world.organisation()
      const receiver = await started(behaviours.fine)
      const { id, secret } = await house.subscribe(receiver.url)
      const second = await house.scoped((scope) => renewSecret(scope, id))
      const signedBy = async () => {
        await house.happen()
        await round(house)
        return [secret, second].map((one) => isSignedBy(one, receiver.received.at(-1)!))
      }
      assert.deepEqual(await signedBy(), [true, true])
      world.setClock(later(24 * 60 * minute + 1))
      assert.deepEqual(await signedBy(), [false, true])
      world.setClock(start)
      await house.scoped((scope) => withdrawOldSecret(scope, id))
      assert.deepEqual(await signedBy(), [false, true])
      const stored = await house.scoped((scope) => scope.tx.selectFrom('webhook_subscription').select('secret').where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())
      for (const open of [secret, second]) assert.ok(!stored.secret.includes(open.slice(6)) && !stored.secret.includes(Buffer.from(open.slice(6), 'base64')))
    })
  })

  describe('a target that answers 500', () => {
    test('hears the same message again for a day; then it is given up, the subscription is paused, and nothing more is kept for it', async () => {
      const house = await world.organisation()
      const receiver = await started(behaviours.broken)
      const { id, secret } = await house.subscribe(receiver.url)
      await house.happen()
      let now = start
      const pauses: number[] = []
      for (let sent = 1; sent <= 8; sent++) {
        assert.equal(await round(house), 1, `attempt ${sent}`)
        const [delivery] = await house.deliveries(id)
        assert.deepEqual([delivery!.attempt, delivery!.last_status, delivery!.trouble], [sent, 500, 'refused'])
        if (delivery!.state === 'given_up') break
        world.setClock(later(-1, delivery!.due_at!))
        assert.equal(await round(house), 0, 'not before its time')
        pauses.push(Math.round((delivery!.due_at!.getTime() - now.getTime()) / minute))
        now = delivery!.due_at!
        world.setClock(now)
      }
      assert.equal(receiver.received.length, 8)
      for (const [index, least] of [1, 5, 30, 120, 300, 600, 384].entries()) assert.ok(pauses[index]! >= least && pauses[index]! <= least * 1.1 + 1, `${index}: ${pauses[index]}`)
      assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
      assert.equal(new Set(receiver.received.map(({ body }) => body)).size, 1)
      assert.ok(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size > 5, 'each attempt says when it was made')
      assert.ok(receiver.received.every((one) => isSignedBy(secret, one)))
      const paused = await house.scoped((scope) => findSubscription(scope, id))
      assert.deepEqual([paused.status, paused.pausedBecause, paused.givenUp, paused.waiting], ['paused', 'failures', 1, 0])
      await house.happen()
      assert.equal((await house.deliveries(id)).length, 1)

      receiver.behave(behaviours.fine)
      await assert.rejects(house.scoped((scope) => replay(scope, id, 'given_up')), { name: 'Refused' })
      await house.scoped((scope) => resumeSubscription(scope, id))
      assert.equal(await house.scoped((scope) => replay(scope, id, 'given_up')), 1)
      assert.equal(await round(house), 1)
      assert.equal(receiver.received.at(-1)!.headers['webhook-id'], receiver.received[0]!.headers['webhook-id'], 'a replay has the same id')
      assert.deepEqual((await house.deliveries(id)).map(({ state, attempt }) => [state, attempt]), [['delivered', 1]])
      world.setClock(start)
    })

    test('is asked with one message at a time however many wait, and gets all of them once it is well', async () => {
      const house = await world.organisation()
      const receiver = await started(behaviours.broken)
      const { id } = await house.subscribe(receiver.url)
      await house.scoped((scope) => announce(scope, Array.from({ length: 50 }, () => happening())))
      await round(house)
      assert.ok(receiver.received.length <= 3, `${receiver.received.length} at first`)
      world.setClock(later(5 * minute))
      const before = receiver.received.length
      await round(house)
      assert.equal(receiver.received.length, before + 1)
      receiver.behave(behaviours.fine)
      world.setClock(later(7 * minute))
      while (await round(house) > 0) { /* until nothing is due */ }
      world.setClock(later(60 * minute))
      while (await round(house) > 0) { /* those that had failed */ }
      assert.deepEqual([...new Set((await house.deliveries(id)).map(({ state }) => state))], ['delivered'])
      assert.equal((await house.scoped((scope) => findSubscription(scope, id))).failingSince, null)
      world.setClock(start)
    })
  })

  describe('other answers', () => {
    test('a redirect isn’t followed, an inner address isn’t asked, a bad certificate isn’t trusted; each says so', async () => {
      const house = await world.organisation()
      const inside = await started(behaviours.fine)
      const sly = await started(redirecting(inside.url))
      const closing = await started(behaviours.closing)
      const outcomes: Record<string, string | null> = {}
      const { id: moved } = await house.subscribe(sly.url, { name: 'moved' })
      const { id: closes } = await house.subscribe(closing.url, { name: 'closes' })
      const { id: inner } = await house.subscribe('https://haken.example/', { name: 'inner' })
      await house.scoped((scope) => scope.tx.updateTable('webhook_subscription').set({ target: 'https://169.254.169.254/latest/meta-data/' }).where('organisation_id', '=', scope.organisation.id).where('id', '=', inner).execute())
      await house.happen()
      await round(house)
      for (const [name, id] of Object.entries({ moved, closes, inner })) outcomes[name] = (await house.deliveries(id))[0]!.trouble
      assert.deepEqual(outcomes, { moved: 'redirect', closes: 'broken', inner: 'forbidden' })
      assert.equal(inside.received.length, 0)
    })

    test('an endless body, a dripping one and one that breaks off after 200 are deliveries; hanging is none', async () => {
      const house = await world.organisation()
      const behaving = { endless: behaviours.endless, dripping: behaviours.dripping, halfway: behaviours.halfway, hanging: behaviours.hanging }
      const ids: Record<string, string> = {}
      for (const [name, behaves] of Object.entries(behaving)) ids[name] = (await house.subscribe((await started(behaves)).url, { name })).id
      await house.happen()
      await round(house, 400)
      const outcomes = Object.fromEntries(await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, (await house.deliveries(id))[0]!.trouble] as const)))
      assert.deepEqual(outcomes, { endless: null, dripping: null, halfway: null, hanging: 'timeout' })
    })

    test('410 pauses at once; Retry-After is heeded', async () => {
      const house = await world.organisation()
      const { id: gone } = await house.subscribe((await started(behaviours.gone)).url)
      const { id: busy } = await house.subscribe((await started((response) => { response.writeHead(503, { 'retry-after': '600' }).end() })).url)
      await house.happen()
      await round(house)
      const found = await house.scoped((scope) => findSubscription(scope, gone))
      assert.deepEqual([found.status, found.pausedBecause, (await house.deliveries(gone))[0]!.state], ['paused', 'gone', 'given_up'])
      assert.equal((await house.deliveries(busy))[0]!.due_at!.getTime(), later(10 * minute).getTime())
    })
  })

  describe('a process that dies', () => {
    test('kill -9 while it sends: the message goes again, with the same id', async () => {
      world.setClock(undefined)
      const house = await world.organisation()
      const receiver = await started(behaviours.hanging)
      const { id } = await house.subscribe(receiver.url)
      await house.happen()
      const courier = launch('--import', ['./bin/load-tsx.js', join(import.meta.dirname, '../../../test/support/courier-process.ts'), world.scratch.appUrl, world.keysFolder, house.place.organisation.id], {})
      await until(() => receiver.received.length > 0 || courier.child.exitCode !== null, 120_000, 'the message')
      assert.equal(courier.child.exitCode, null, courier.err())
      courier.child.kill('SIGKILL')
      await courier.ended
      assert.deepEqual((await house.deliveries(id)).map(({ state, attempt }) => [state, attempt]), [['sending', 1]])
      receiver.behave(behaviours.fine)
      assert.equal(await round(house), 0, 'the dead process may still be alive, as far as we know')
      world.setClock(later(leaseMs + 1, new Date()))
      assert.equal(await round(house), 1)
      assert.deepEqual((await house.deliveries(id)).map(({ state, attempt }) => [state, attempt]), [['delivered', 2]])
      assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
      world.setClock(start)
    })

    test('one that comes back late doesn’t overwrite what another did meanwhile', async () => {
      const house = await world.organisation()
      const { id } = await house.subscribe('https://haken.example/')
      await house.happen()
      const [first] = await house.scoped((scope) => claimDue(scope, false, 1))
      assert.deepEqual(await house.scoped((scope) => claimDue(scope, false, 1)), [])
      world.setClock(later(leaseMs + 1))
      const [second] = await house.scoped((scope) => claimDue(scope, false, 1))
      assert.deepEqual([first!.attempt, second!.attempt, second!.event_id], [1, 2, first!.event_id])
      const fine = { trouble: null, status: 204, ms: 5, askedSeconds: 0 }
      await house.scoped((scope) => recordEnding(scope, second!, fine))
      await house.scoped((scope) => recordEnding(scope, first!, { ...fine, trouble: 'timeout', status: null }))
      assert.deepEqual((await house.deliveries(id)).map(({ state, trouble }) => [state, trouble]), [['delivered', null]])
      assert.equal((await house.scoped((scope) => findSubscription(scope, id))).failingSince, null)
      world.setClock(start)
    })

    test('two couriers at once send each message once', async () => {
      const house = await world.organisation()
      const receiver = await started((response) => { setTimeout(() => response.end(), 5) })
      await house.subscribe(receiver.url)
      await house.scoped((scope) => announce(scope, Array.from({ length: 60 }, () => happening())))
      const sent = await Promise.all([round(house), round(house), round(house)])
      assert.equal(sent.reduce((sum, one) => sum + one), 60)
      assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 60)
      assert.equal(receiver.received.length, 60)
      // Two for each courier; on a busy machine the receiver hears a little later than the courier that one has ended. Unbridled it would be 24 or more.
      assert.ok(receiver.mostOpen() <= 12, `${receiver.mostOpen()} at once`)
    })
  })

  describe('all together, with the jobs running', () => {
    test('hanging, endless and broken targets keep no other target and no other organisation waiting: 3 seconds at most', { timeout: 180_000 }, async () => {
      world.setClock(undefined)
      const mine = await world.organisation()
      const bystander = await world.organisation()
      const hanging = await started(behaviours.hanging)
      const wells = [await started(behaviours.fine), await started(behaviours.fine)]
      for (let one = 0; one < 12; one++) await mine.subscribe(`${hanging.url}?${one}`)
      for (const behaves of [behaviours.broken, behaviours.endless, behaviours.closing]) await mine.subscribe((await started(behaves)).url)
      await mine.subscribe(wells[0]!.url)
      await bystander.subscribe(wells[1]!.url)
      const jobs = await openJobs(world.scratch.appUrl)
      try {
        await workWebhooks(jobs, world.house)
        await mine.happen()
        await bystander.happen()
        await until(() => wells[1]!.received.length === 1, 4_000, 'the first message of the other organisation')
        await until(() => wells[0]!.received.length === 1, 4_000, 'the first message of the same organisation')
        for (let turn = 2; turn <= 4; turn++) {
          await mine.happen()
          await bystander.happen()
          const took = await until(() => wells.every(({ received }) => received.length >= turn), 120_000, `message ${turn}`)
          assert.ok(took < 3_000, `${took} ms`)
        }
        assert.ok(hanging.mostOpen() <= 24, `${hanging.mostOpen()} at once, for 12 targets`)
      } finally {
        const begun = performance.now()
        await jobs.stop(12_000)
        assert.ok(performance.now() - begun < 12_000)
        world.setClock(start)
      }
    })
  })

  describe('tenancy (P-01)', () => {
    test('another organisation’s subscriptions and messages are not found, not changed and not sent', async () => {
      const mine = await world.organisation()
      const theirs = await world.organisation()
      const receiver = await started(behaviours.fine)
      const { id } = await theirs.subscribe(receiver.url)
      await theirs.happen()
      for (const step of [findSubscription, pauseSubscription, resumeSubscription, removeSubscription, renewSecret, withdrawOldSecret]) {
        await assert.rejects(mine.scoped(async (scope) => { await step(scope, id) }), { name: 'NotFound' }, step.name)
      }
      await assert.rejects(mine.scoped((scope) => replay(scope, id, 'given_up')), { name: 'NotFound' })
      assert.deepEqual(await mine.deliveries(id), [])
      await mine.happen()
      assert.equal(await round(mine), 0)
      assert.equal((await theirs.deliveries(id)).length, 1)
      assert.equal(await round(theirs), 1)
    })

    test('what is done and old is forgotten, what waits is not', async () => {
      const house = await world.organisation()
      const receiver = await started(behaviours.fine)
      const { id } = await house.subscribe(receiver.url)
      await house.happen()
      await round(house)
      await house.happen({ verb: 'end' })
      world.setClock(later(31 * 24 * 60 * minute))
      await house.scoped(forgetOld)
      assert.deepEqual((await house.deliveries(id)).map(({ verb, state }) => [verb, state]), [['end', 'waiting']])
      world.setClock(start)
    })
  })
})
