// Norm rules of the access log, as tables: each can fail, and says nothing while there is nothing to measure (N-39); and once through the database.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tenant } from '../../test/support/product.ts'
import { recordAccess } from '../access-record/record.ts'
import { newId } from '../ground/ids.ts'
import { accessLogged, accessSealed, accessSignalsHandled, standingOfSeals, standingOfSignals, standingOfSources } from './norm-rules.ts'

const now = new Date('2026-11-22T10:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('N-39 by the log itself', () => {
  test('applications: none, silent, some, all', () => {
    const of = (hasRecords: boolean, applications: number, heard: number) => standingOfSources({ hasRecords, applications, heard }).status
    assert.deepEqual([of(false, 0, 0), of(true, 0, 0), of(true, 2, 0), of(true, 2, 1), of(true, 2, 2), of(false, 1, 0)], ['not_measurable', 'attention', 'not_met', 'attention', 'met', 'not_met'])
  })

  test('seals: nothing, in time, behind, far behind, found changed', () => {
    const of = (hasRecords: boolean, oldest: Date | null, lastCheck: string | null) => standingOfSeals({ hasRecords, oldest, lastCheck }, now).status
    assert.deepEqual([of(false, null, null), of(true, null, null), of(true, ago(4), 'sound'), of(true, ago(10), null), of(true, ago(90), 'sound'), of(true, null, 'faulty')], ['not_measurable', 'met', 'met', 'attention', 'not_met', 'not_met'])
  })

  test('signals: not looked yet, none, fresh, late', () => {
    const of = (isLooked: boolean, open: number, late: number) => standingOfSignals({ isLooked, open, late }).status
    assert.deepEqual([of(false, 0, 0), of(true, 0, 0), of(true, 2, 0), of(true, 2, 1), of(false, 1, 1)], ['not_measurable', 'met', 'attention', 'not_met', 'not_met'])
  })

  test('in an organisation: nothing yet; then a record of its own, an application that was heard, and a signal that waits', async () => {
    const house = await tenant()
    const all = (at: Date) => house.scoped(async (scope) => [await accessLogged.measure(scope, {}), await accessSealed.measure(scope, {}), await accessSignalsHandled.measure(scope, {})].map(({ status }) => status), at)
    assert.deepEqual(await all(now), ['not_measurable', 'not_measurable', 'not_measurable'])
    await house.scoped((scope) => recordAccess(scope, { name: 'Bekeken', subjects: [{ type: 'subject', id: 'iemand' }] }), now)
    assert.deepEqual(await all(now), ['attention', 'met', 'not_measurable'])
    await house.scoped(async ({ tx, organisation }) => {
      const source = newId()
      await tx.insertInto('access_source').values({ organisation_id: organisation.id, id: source, name: 'Zaaksysteem', created_at: now }).execute()
      await tx.insertInto('access_source_day').values({ organisation_id: organisation.id, source_id: source, day: '2026-11-20', record_count: 3, first_at: ago(3000), last_at: ago(2900) }).execute()
      await tx.insertInto('access_signal').values({ organisation_id: organisation.id, id: newId(), kind: 'volume', day: '2026-11-01', about: 'x', details: '{}', count: 1, first_at: now, last_at: now, state: 'open', made_at: ago(60 * 24 * 20) }).execute()
    })
    assert.deepEqual(await all(now), ['met', 'met', 'not_met'])
    assert.deepEqual((await all(new Date(now.getTime() + 40 * 86_400_000))).slice(0, 2), ['not_met', 'not_met'], 'silent for a month, and nobody seals')
  })
})
