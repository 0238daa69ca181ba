// The sweep on real data: time alone makes a finding, and the sweep finds it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tenant } from '../../../test/support/product.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { sweepBatch } from '../../register-kit/sweep.ts'
import { processingActivities } from './register.ts'
import { emptyActivity } from './rules.fixtures.ts'

test('H-07: a review that falls due becomes a finding by the daily sweep alone', async () => {
  const house = await tenant()
  const id = await house.scoped((scope) => createEntry(scope, processingActivities, { ...emptyActivity, name: 'Parkeervergunningen' }))
  const rules = () => house.scoped(async (scope) => (await scope.tx.selectFrom('finding').select('rule').where('organisation_id', '=', scope.organisation.id).where('entry_id', '=', id).execute()).map(({ rule }) => rule))
  await house.scoped((scope) => scope.tx.updateTable('processing_activity').set({ status: 'active', review_due_on: '2027-01-31' }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute())
  const before = await rules()
  assert.ok(!before.includes('review-overdue'))
  assert.equal(await house.scoped((scope) => sweepBatch(scope, processingActivities, undefined), new Date('2027-02-01T09:00:00Z')), undefined)
  assert.ok((await rules()).includes('review-overdue'))
})
