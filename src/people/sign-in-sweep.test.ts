import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { type Database, inOrganisation, type Tx } from '../ground/database.ts'
import { newId } from '../ground/ids.ts'
import { testDatabase } from '../../test/support/database.ts'
import { member, organisation, sandbox, type Sandbox, type Tenant } from '../../test/support/people.ts'
import { sweepSignIns } from './sign-in-sweep.ts'

let box: Sandbox
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey)
})

const at = '2024-06-30T23:30:00Z'
const events: readonly [string, boolean][] = [['2019-01-01T00:00:00Z', false], ['2023-06-29T12:00:00Z', false], ['2023-06-30T23:59:59Z', false], ['2023-07-01T00:00:00Z', true], ['2023-12-31T12:00:00Z', true], ['2024-06-30T12:00:00Z', true], ['2030-01-01T00:00:00Z', true]]

async function fill(tenant: Tenant | undefined, accountId: string): Promise<void> {
  const insert = (tx: Database | Tx) => tx.insertInto('sign_in_event')
    .values(events.map(([moment]) => ({ id: newId(), at: new Date(moment), what: 'signed_in', account_id: accountId, organisation_id: tenant?.id ?? null, ip: '192.0.2.1', device: 'Firefox' }))).execute()
  if (tenant) await tenant.scoped(({ tx }) => insert(tx))
  else await insert(box.house.database)
}

test('what happened at the door is forgotten after a year, of every organisation and of none, and no day sooner', async () => {
  const [one, other] = [await organisation(box), await organisation(box)]
  const { accountId } = await member(box, one)
  for (const tenant of [one, other, undefined]) await fill(tenant, accountId)
  // The moment lies in the past: whatever other tests of this run noted stays where it is.
  await sweepSignIns({ database: box.house.database, clock: () => new Date(at) })
  for (const tenant of [one, other, undefined]) {
    const rows = tenant
      ? await tenant.scoped(({ tx }) => tx.selectFrom('sign_in_event').select('at').where('organisation_id', '=', tenant.id).where('account_id', '=', accountId).orderBy('at').execute())
      : await box.house.database.selectFrom('sign_in_event').select('at').where('organisation_id', 'is', null).where('account_id', '=', accountId).orderBy('at').execute()
    assert.deepEqual(rows.map((row) => row.at.toISOString()), events.filter(([, stays]) => stays).map(([moment]) => new Date(moment).toISOString()), tenant ? 'an organisation’s' : 'nobody’s')
  }
})

test('one organisation forgets only its own, at most so many at once; the application can’t remove them any other way', async () => {
  const [mine, theirs] = [await organisation(box), await organisation(box)]
  const { accountId } = await member(box, mine)
  await fill(mine, accountId)
  await fill(theirs, accountId)
  const forget = (most: number) => inOrganisation(box.house.database, mine.id, async (tx) => (await sql<{ gone: number }>`select forget_sign_in_events(${new Date('2022-01-01')}, ${most}) as gone`.execute(tx)).rows[0]?.gone)
  assert.equal(await forget(1), 1)
  assert.equal(await forget(1), 0)
  const left = await theirs.scoped(({ tx }) => tx.selectFrom('sign_in_event').select('id').where('organisation_id', '=', theirs.id).where('account_id', '=', accountId).execute())
  assert.equal(left.length, events.length)
  await assert.rejects(box.house.database.deleteFrom('sign_in_event').where('account_id', '=', accountId).execute(), { code: '42501' })
})

test('challenges and kept forms that ran out go too', async () => {
  const now = new Date('2001-01-01T12:00:00Z')
  const row = (minutes: number) => ({ challenge_hash: Buffer.from(newId()), purpose: 'sign_in', bound_to: Buffer.from('x'), expires_at: new Date(now.getTime() + minutes * 60_000) })
  const [old, fresh] = [row(-1), row(1)]
  await box.house.database.insertInto('passkey_challenge').values([old, fresh]).execute()
  await sweepSignIns({ database: box.house.database, clock: () => now })
  const left = await box.house.database.selectFrom('passkey_challenge').select('challenge_hash').where('challenge_hash', 'in', [old.challenge_hash, fresh.challenge_hash]).execute()
  assert.deepEqual(left.map((one) => one.challenge_hash), [fresh.challenge_hash])
})
