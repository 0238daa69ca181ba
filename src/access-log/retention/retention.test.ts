import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { findRecords } from '../../access-record/find.ts'
import type { LogRecord } from '../../access-record/log-record.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { inOrganisation } from '../../ground/database.ts'
import { logPseudonym, logPseudonyms } from '../../ground/log-keys.ts'
import { Invalid, NotFound } from '../../ground/refusals.ts'
import { inPlace, type JobHouse } from '../../people/job-scope.ts'
import { product, type Tenant, tenant } from '../../../test/support/product.ts'
import { rowsOf } from '../../../test/support/scratch-rows.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { checkOrganisation } from '../proof/check-organisation.ts'
import { sealOrganisation } from '../proof/sealer.ts'
import { endHold, type HoldWish, listHolds, makeHold } from './holds.ts'
import { removeDue } from './remove-due.ts'
import { stretches } from './removal-step.ts'

const system = { kind: 'system', task: 'test' } as const
const noWish: HoldWish = { subjectType: 'bsn', subjectId: '', personId: null, userId: '', trace: '', from: null, until: null, reason: 'Klacht loopt', caseReference: 'KL-12', holdsUntil: null }

for (const [positions, expected] of [[[], []], [[0], [{ from: 0, to: 0 }]], [[0, 1, 2, 5, 7, 8], [{ from: 0, to: 2 }, { from: 5, to: 5 }, { from: 7, to: 8 }]]] as const) {
  test(`stretches of ${positions.join() || 'nothing'}`, () => assert.deepEqual(stretches(positions), expected))
}

describe('N-39: retention of the access log', () => {
  let house: JobHouse
  let superUrl: string
  const at = (moment: string): JobHouse => ({ ...house, clock: () => new Date(moment) })
  const placeOf = ({ organisation }: Tenant) => ({ organisation, actor: system })

  before(async () => {
    const { deps } = await product()
    house = { database: deps.database, master: deps.masterKey, clock: () => new Date() }
    superUrl = (await testDatabase()).superUrl
  })

  const keepFor = (who: Tenant, term: string) => who.scoped((scope) => sql`insert into access_log_setting (organisation_id, keep_for, updated_at) values (${scope.organisation.id}, ${term}, ${scope.now}) on conflict (organisation_id) do update set keep_for = ${term}`.execute(scope.tx))
  const act = (who: Tenant, start: string, more: Partial<LogRecord> & { bsn?: string; user?: string } = {}): LogRecord => {
    const key = who.organisation.logKeys.all()[0]!
    const { bsn, user, ...rest } = more
    return {
      traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name: 'Dossier bekeken', startedAt: Date.parse(start), endedAt: Date.parse(start), activity: 'urn:x:dossier',
      actor: user ? logPseudonym(key, 'user', user) : null, subject: bsn ? logPseudonym(key, 'bsn', bsn) : null, subjectType: bsn ? 'bsn' : null, isSecret: false, details: null, ...rest,
    }
  }
  const below = (parent: LogRecord, who: Tenant, bsn: string) => ({ ...act(who, new Date(parent.startedAt).toISOString(), { bsn }), traceId: parent.traceId, parentSpanId: parent.spanId })
  /** Writes and seals. @returns the batch */
  const write = async (who: Tenant, ...records: LogRecord[]) => {
    const batch = await who.scoped((scope) => writeBatch(scope, 'received', records))
    await sealOrganisation(house, placeOf(who))
    return batch
  }
  const run = (who: Tenant, moment: string, signal?: AbortSignal) => removeDue(at(moment), placeOf(who), signal)
  const left = (who: Tenant) => who.scoped(async ({ tx, organisation }) => (await sql<{ n: number }>`select count(*)::int as n from access_record where organisation_id = ${organisation.id} and name = 'Dossier bekeken'`.execute(tx)).rows[0]!.n)
  const aside = (who: Tenant) => who.scoped(async ({ tx, organisation }) => (await sql<{ n: number }>`select count(*)::int as n from access_record_held where organisation_id = ${organisation.id} and name = 'Dossier bekeken'`.execute(tx)).rows[0]!.n)
  const stands = async (month: string) => (await rowsOf<{ stands: boolean }>(superUrl, `select to_regclass('access_months.${month}') is not null as stands`))[0]!.stands
  const find = (who: Tenant, bsn: string) => who.scoped(async (scope) => (await findRecords(scope, { subjects: logPseudonyms(scope.organisation.logKeys, 'bsn', bsn) })).records)
  /** The chain and every record that is left are as they were written. */
  const sound = async (who: Tenant) => {
    await sealOrganisation(house, placeOf(who))
    const { fault } = await checkOrganisation(house, placeOf(who))
    assert.equal(fault, null)
  }

  test('two organisations with other terms in one month: each loses its own when due, and the month goes with the last record', async () => {
    const [short, long] = [await tenant(), await tenant()]
    await keepFor(short, 'P6M')
    await write(short, act(short, '2019-03-04T10:00:00Z'), act(short, '2019-03-30T10:00:00Z'))
    await write(long, act(long, '2019-03-04T10:00:00Z'))
    const first = await run(short, '2019-09-15T02:00:00Z')
    assert.deepEqual([first.removed, await left(short), await left(long)], [1, 1, 1], 'to the day')
    await sound(short)
    assert.deepEqual((await run(short, '2019-10-15T02:00:00Z')).monthsDropped, [])
    assert.deepEqual([await left(short), await left(long), await stands('m2019_03')], [0, 1, true])
    assert.deepEqual((await run(long, '2024-03-03T02:00:00Z')).removed, 0, 'five years where nobody chose')
    const last = await run(long, '2024-04-01T02:00:00Z')
    assert.deepEqual([last.removed, last.monthsDropped.includes('2019-03'), await stands('m2019_03')], [1, true, false])
    for (const who of [short, long]) await sound(who)
    await write(long, act(long, '2019-03-05T10:00:00Z'))
    assert.equal(await stands('m2019_03'), true, 'what comes late makes the month again')
  })

  test('part of a batch goes, the rest stays provable; what was taken away is listed, and its record stays', async () => {
    const who = await tenant()
    await write(who, act(who, '2019-05-02T10:00:00Z'), act(who, '2019-07-02T10:00:00Z'), act(who, '2019-05-03T10:00:00Z'))
    assert.equal((await run(who, '2024-06-01T02:00:00Z')).removed, 2)
    await sound(who)
    assert.equal((await run(who, '2024-08-01T02:00:00Z')).removed, 1)
    await sound(who)
    const found = await who.scoped(async ({ tx, organisation }) => ({
      removals: await tx.selectFrom('access_removal').select(['removed_count', 'finished_at']).where('organisation_id', '=', organisation.id).orderBy('begun_at').execute(),
      gone: await tx.selectFrom('access_removed').select(['from_position', 'to_position']).where('organisation_id', '=', organisation.id).orderBy('from_position').execute(),
      digests: await tx.selectFrom('access_batch').select('digests').where('organisation_id', '=', organisation.id).where('kind', '=', 'received').execute(),
    }))
    assert.deepEqual(found.removals.map(({ removed_count, finished_at }) => [removed_count, finished_at !== null]), [[2, true], [1, true]])
    assert.deepEqual(found.gone, [{ from_position: 0, to_position: 0 }, { from_position: 1, to_position: 1 }, { from_position: 2, to_position: 2 }])
    assert.deepEqual(found.digests, [{ digests: null }], 'of nothing left nothing stays but the root')
    const later = await run(who, '2031-01-01T02:00:00Z')
    assert.deepEqual([later.removed, later.moved], [0, 2], 'records of removals move aside when their own term is over')
    await sound(who)
  })

  test('what was not sealed yet does not go', async () => {
    const who = await tenant()
    await who.scoped((scope) => writeBatch(scope, 'received', [act(who, '2019-04-01T10:00:00Z')]))
    assert.equal((await run(who, '2026-01-01T02:00:00Z')).removed, 0)
    await sealOrganisation(house, placeOf(who))
    assert.equal((await run(who, '2026-01-01T02:00:00Z')).removed, 1)
  })

  test('holds: by data subject with who acted, by employee, by trace, by period; they move aside, are found, and go when the hold ends', async () => {
    const who = await tenant()
    const dpo = await who.person('Frits', 'dpo')
    const hold = (wish: Partial<HoldWish>) => inPlace(at('2026-11-01T10:00:00Z'), { organisation: who.organisation, actor: { kind: 'person', personId: dpo.personId, accountId: dpo.accountId, name: '', assignments: [] } }, (scope) => makeHold(scope, { ...noWish, ...wish }))
    const opened = act(who, '2019-06-03T10:00:00Z', { user: 'jan' })
    const byPiet = act(who, '2019-06-04T10:00:00Z', { user: 'piet' })
    const traced = act(who, '2019-06-05T10:00:00Z', { bsn: '111222333' })
    await write(who, opened, below(opened, who, '123456782'), below(opened, who, '999990019'), byPiet, below(byPiet, who, '111222333'), traced, act(who, '2019-06-20T10:00:00Z'), act(who, '2019-06-21T22:30:00Z'), act(who, '2019-06-25T10:00:00Z'))
    const bySubject = await hold({ subjectId: '1234.56.782' })
    await hold({ userId: 'piet' })
    await hold({ trace: traced.traceId.toString('hex') })
    await hold({ from: '2019-06-20', until: '2019-06-21' })
    await hold({ until: '2019-06-30', holdsUntil: '2026-12-31', reason: 'Loopt af' })
    who.organisation.logKeys.rotate(new Date('2026-11-02T10:00:00Z'))
    await sound(who)
    const done = await run(who, '2027-01-01T02:00:00Z')
    // Held: the act and its one data subject, piet's act and its data subject, the trace, and the one day; 22.30 UTC is the next day here.
    assert.deepEqual([done.removed, done.moved, await left(who), await aside(who)], [3, 6, 0, 6])
    await sound(who)
    const [record] = await find(who, '123456782')
    assert.deepEqual(record?.actor, logPseudonym(who.organisation.logKeys.all()[1]!, 'user', 'jan'), 'held records are found, with who acted')
    assert.deepEqual(await find(who, '999990019'), [])
    await who.scoped((scope) => endHold(scope, bySubject))
    assert.equal((await run(who, '2027-01-02T02:00:00Z')).removed, 2)
    assert.deepEqual([await find(who, '123456782'), await aside(who)], [[], 4])
    await sound(who)
    assert.deepEqual((await who.scoped(listHolds)).map(({ reason, endedAt }) => [reason, endedAt !== null]).filter(([, ended]) => ended), [['Klacht loopt', true]])
    await assert.rejects(who.scoped((scope) => endHold(scope, bySubject)), NotFound)
    await assert.rejects((await tenant()).scoped((scope) => endHold(scope, bySubject)), NotFound)
    await assert.rejects(hold({ reason: '' , subjectId: 'x', subjectType: '' }), (error) => error instanceof Invalid && error.faults.map(({ at: field }) => field).join() === 'subjectType,reason')
    await assert.rejects(hold({}), Invalid)
    await assert.rejects(hold({ trace: 'zz', from: '2026-02-01', until: '2026-01-01', holdsUntil: '2020-01-01' }), (error) => error instanceof Invalid && error.faults.length === 3)
  })

  test('stopped halfway it goes on where it was, and nothing is counted twice', async () => {
    const who = await tenant()
    for (let batch = 0; batch < 3; batch++) await who.scoped((scope) => writeBatch(scope, 'received', Array.from({ length: 2_000 }, (_, second) => act(who, new Date(Date.UTC(2019, 7, 1 + batch, 0, 0, second)).toISOString()))))
    await sealOrganisation(house, placeOf(who))
    let looks = 0
    const stopped = await run(who, '2026-01-01T02:00:00Z', { get aborted() { return ++looks > 1 } } as AbortSignal)
    assert.deepEqual([stopped.removed, stopped.monthsDropped, await left(who)], [4_000, [], 2_000])
    await sound(who)
    assert.deepEqual([(await run(who, '2026-01-02T02:00:00Z')).removed, await left(who), await stands('m2019_08')], [2_000, 0, false])
    await sound(who)
    const runs = await who.scoped(({ tx, organisation }) => tx.selectFrom('access_removal').select(['removed_count', 'finished_at']).where('organisation_id', '=', organisation.id).execute())
    assert.deepEqual(runs, [{ removed_count: 6_000, finished_at: new Date('2026-01-02T02:00:00Z') }])
  })

  test('a record that comes late, while its month is about to be dropped, is kept', async () => {
    const [who, other] = [await tenant(), await tenant()]
    await write(who, act(who, '2019-09-01T10:00:00Z'))
    let commit!: () => void
    const wait = new Promise<void>((resolve) => { commit = resolve })
    const written = Promise.withResolvers<void>()
    const late = other.scoped(async (scope) => {
      await writeBatch(scope, 'received', [act(other, '2019-09-02T10:00:00Z')])
      written.resolve()
      await wait
    })
    await written.promise
    const done = await run(who, '2026-01-01T02:00:00Z')
    assert.deepEqual([done.removed, done.monthsDropped.includes('2019-09')], [1, false])
    commit()
    await late
    assert.deepEqual([await left(other), (await run(who, '2026-01-02T02:00:00Z')).monthsDropped.includes('2019-09'), await left(other)], [1, false, 1])
  })

  test('the functions that take away reach nothing of another organisation, nothing under half a year, no record of a removal', async () => {
    const [who, other] = [await tenant(), await tenant()]
    const [theirs, young] = [await write(other, act(other, '2019-10-01T10:00:00Z')), await write(who, act(who, '2026-06-01T10:00:00Z'))]
    await keepFor(who, 'PT0S')
    const take = (ids: readonly string[], moment: string) => who.scoped(async ({ tx }) => (await sql`select * from take_access_records(${new Date(moment)}, ${ids}::uuid[], false)`.execute(tx)).rows.length)
    assert.equal(await take([theirs, young], '2026-11-30T10:00:00Z'), 0)
    assert.equal(await take([theirs, young], '2026-12-02T10:00:00Z'), 1)
    assert.equal(await left(other), 1)
    for (const statement of ['delete from access_record', 'update access_removed set to_position = 9', 'delete from access_record_held', 'delete from access_hold', 'update access_hold set reason = null', 'drop table access_months.m2019_10']) {
      await assert.rejects(inOrganisation(house.database, who.organisation.id, (tx) => sql.raw(statement).execute(tx)), /permission denied|must be owner/, statement)
    }
  })
})
