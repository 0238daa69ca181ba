// Jumps of the clock of the server that takes in, seals and removes: an hour back, a day and ten years ahead, and back again.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/support/database.ts'
import { product, tenant, type Tenant } from '../../test/support/product.ts'
import { logSource, sentRecord } from '../../test/support/sent-records.ts'
import { inPlace } from '../people/job-scope.ts'
import { makeHouse } from '../web.tsx'
import { readRecordsJson } from './ingest/rest-records.ts'
import { type Ingest, openIngest } from './ingest/submit.ts'
import { checkOrganisation } from './proof/check-organisation.ts'
import { sealOrganisation } from './proof/sealer.ts'
import { removeBySteadyClock } from './retention/retention-jobs.ts'
import { daysToLookOver } from './signals/night-look.ts'
import { lookAtLog } from './signals/signal-jobs.ts'
import { isSteady, removesFrom, steadySince } from './steady-clock.ts'

const moment = (text: string) => new Date(`${text}:00Z`)

describe('since when a clock is steady', () => {
  const seen = (lookedAt: string, since: string | null) => ({ lookedAt: moment(lookedAt), steadySince: since === null ? null : moment(since) })
  for (const [name, before, now, expected] of [
    ['never looked at', undefined, '2026-11-20T10:00', '2026-11-20T10:00'],
    ['looked at by an older version', seen('2026-11-20T09:55', null), '2026-11-20T10:00', '2026-11-20T10:00'],
    ['five minutes later', seen('2026-11-20T09:55', '2026-01-01T00:00'), '2026-11-20T10:00', '2026-01-01T00:00'],
    ['off for a weekend', seen('2026-11-17T10:00', '2026-01-01T00:00'), '2026-11-20T10:00', '2026-01-01T00:00'],
    ['off for longer, or a jump', seen('2026-11-17T09:59', '2026-01-01T00:00'), '2026-11-20T10:00', '2026-11-20T10:00'],
    ['an hour back', seen('2026-11-20T11:00', '2026-01-01T00:00'), '2026-11-20T10:00', '2026-01-01T00:00'],
    ['further back', seen('2026-11-20T11:01', '2026-01-01T00:00'), '2026-11-20T10:00', '2026-11-20T10:00'],
  ] as const) test(name, () => assert.equal(steadySince(before, moment(now)).toISOString(), moment(expected).toISOString()))

  for (const [name, one, now, expected] of [
    ['never looked at', undefined, '2026-11-20T10:00', false], ['a week', seen('2026-11-20T09:55', '2026-11-13T10:00'), '2026-11-20T10:00', true], ['a minute less', seen('2026-11-20T09:55', '2026-11-13T10:01'), '2026-11-20T10:00', false],
    ['a jump after the last look', seen('2026-11-20T09:55', '2026-01-01T00:00'), '2036-11-20T10:00', false], ['an older version', seen('2026-11-20T09:55', null), '2026-11-20T10:00', false],
  ] as const) test(`may be believed: ${name}`, () => assert.equal(isSteady(one, moment(now)), expected))

  test('from when on', () => assert.equal(removesFrom(seen('2026-11-20T09:55', '2026-11-13T10:01'))?.toISOString(), '2026-11-20T10:01:00.000Z'))
})

describe('N-39 the log while the clock jumps', () => {
  let who: Tenant
  let ingest: Ingest
  let at = moment('2026-11-20T10:00')
  const clock = () => at
  let house: ReturnType<typeof makeHouse>
  let sourceId: string
  const system = { kind: 'system', task: 'test' } as const
  const place = () => ({ organisation: who.organisation, actor: system })
  const send = (...starts: Date[]) => ingest.submit({ organisation: who.organisation, sourceId, name: 'Zaaksysteem' }, readRecordsJson(Buffer.from(JSON.stringify(starts.map((start) => sentRecord({}, start.getTime()))))))
  const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
  const left = () => who.scoped(async ({ tx, organisation: { id } }) => (await sql<{ n: number }>`select count(*)::int as n from access_record where organisation_id = ${id} and name = 'Dossier geraadpleegd'`.execute(tx)).rows[0]!.n)
  const look = () => lookAtLog(house, who.organisation.id)

  before(async () => {
    const [{ deps }, { appUrl }] = [await product(), await testDatabase()]
    who = await tenant()
    house = { ...makeHouse(deps), clock }
    sourceId = (await logSource(who)).sourceId
    ingest = openIngest(house, appUrl)
  })
  after(() => ingest.stop())

  const jumps = ['2026-11-20T10:00', '2026-11-20T09:00', '2026-11-21T09:00', '2036-11-21T09:00', '2026-11-20T10:05']

  test('at each of them records are taken by what the clock says then, sealed in order, and the chain verifies', async () => {
    for (const [index, jump] of jumps.entries()) {
      at = moment(jump)
      const { accepted, rejected } = await send(hours(0), hours(23), hours(25))
      assert.deepEqual([accepted, rejected.map(({ index: place }) => place)], [2, [2]], jump)
      assert.equal(await sealOrganisation(house, place()), 1)
      const { fault, records } = await checkOrganisation(house, place())
      assert.deepEqual([fault, records], [null, 2 * (index + 1)])
    }
    const made = await who.scoped(({ tx, organisation }) => tx.selectFrom('access_checkpoint').select('made_at').where('organisation_id', '=', organisation.id).orderBy('sequence').execute())
    assert.deepEqual(made.map(({ made_at }) => made_at.toISOString()), [0, 0, 2, 3, 3].map((index) => moment(jumps[index]!).toISOString()), 'moments stand still, and never go back')
  })

  test('what was sealed while the clock went back goes on counting for the term; the page says that it ran ahead', async () => {
    const dpo = await who.person('Frits', 'dpo')
    const { setClock } = await product()
    setClock(at.toISOString())
    assert.match(await (await dpo.get(`/${who.slug}/logboek/bewijs`)).text(), /De klok van de server liep voor/)
    assert.match(await (await dpo.get(`/${who.slug}/logboek/bewaren`)).text(), /Verwijderen wacht/)
    setClock(undefined)
  })

  test('a clock that is ten years ahead removes nothing: not at once, nor in the week in which somebody can notice; and nothing when it is back', async () => {
    const before = await left()
    at = moment('2026-11-01T12:00')
    for (let day = 0; day < 10; day++, at = hours(24)) await look()
    at = hours(-24)
    assert.deepEqual(await removeBySteadyClock(house, place()), { removed: 0, moved: 0, monthsDropped: [] }, 'nothing is due')
    at = moment('2036-11-10T12:00')
    assert.equal(await removeBySteadyClock(house, place()), undefined, 'before the look')
    for (let day = 0; day < 7; day++, at = hours(24)) {
      await look()
      assert.equal(await removeBySteadyClock(house, place()), undefined, `day ${day}`)
    }
    at = moment('2026-11-18T12:00')
    await look()
    assert.equal(await removeBySteadyClock(house, place()), undefined)
    assert.equal(await left(), before)
  })

  test('nights that a clock ran ahead of are looked over when it is back', async () => {
    at = moment('2026-11-20T12:00')
    // The clock came back on the 18th, and was looked at then.
    assert.deepEqual(await inPlace(house, place(), daysToLookOver), ['2026-11-18', '2026-11-19'])
    await look()
    at = moment('2026-11-21T12:00')
    assert.deepEqual(await inPlace(house, place(), daysToLookOver), ['2026-11-20'])
  })

  test('once the clock was steady for a week, what is due goes', async () => {
    at = moment('2032-01-01T12:00')
    for (let day = 0; day < 8; day++, at = hours(24)) await look()
    at = hours(-24)
    assert.equal((await removeBySteadyClock(house, place()))?.removed, 8, 'those of 2036 stay')
    assert.equal((await checkOrganisation(house, place())).fault, null)
  })
})
