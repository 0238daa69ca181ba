// Deadlines: kept in the transaction of the act, by the policy of their beginning; met, extended, stood still and ended as the declaration says.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { timed } from '../../../test/support/timed-register.ts'
import { stateOf, wasLate } from '../../calendar/state.ts'
import { Invalid, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { emptyInput } from '../field-types.ts'
import { workOf } from '../lifecycle.ts'
import { createEntry, loadEntry, perform } from '../perform.ts'
import { dueDeadlines } from './due-deadlines.ts'
import type { KeptDeadline } from './kept-deadline.ts'

const at = (moment: string) => new Date(moment)
const monday = at('2026-11-23T10:00:00+01:00')

describe('deadlines of entries', () => {
  let house: Tenant
  before(async () => { house = await tenant() })
  const made = (input: Record<string, unknown> = {}, now = monday, profile: string | null = 'gemeente-heemstede-2026') =>
    house.scoped((scope) => createEntry(withProfile(scope, profile), timed, { ...emptyInput(timed.fields), name: 'Systeem', ...input }), now)
  const kept = async (id: string): Promise<Record<string, KeptDeadline>> => house.scoped(async (scope) => Object.fromEntries((await loadEntry(scope, timed, id)).deadlines!.map((one) => [one.kind, one])))
  const done = (verb: string, id: string, values: Record<string, unknown> = {}, now = monday, profile: string | null = 'gemeente-heemstede-2026') =>
    house.scoped((scope) => perform(withProfile(scope, profile), timed, verb, id, values), now)
  const changed = async (id: string, more: Record<string, unknown>, now = monday, profile: string | null = 'gemeente-heemstede-2026') => {
    const { input } = await house.scoped((scope) => loadEntry(scope, timed, id))
    await done('change', id, { ...input, ...more }, now, profile)
  }

  test('P-13: another parameter moves a new case’s deadline and never a running one’s, which keeps its version of the policy', async () => {
    const old = await made({ used_since_on: '2026-11-20' })
    const { answer: first } = await kept(old)
    assert.deepEqual([first!.term, first!.dueOn, first!.policy?.key, first!.regime, first!.citation], [{ duration: 'P5D', clock: 'working' }, '2026-11-30', 'gemeente-heemstede-2026', 'own', 'eigen beleid'])

    const fresh = await made({}, monday, 'ipmarketing-2018')
    const { answer: second } = await kept(fresh)
    assert.deepEqual([second!.term, second!.dueOn, second!.policy?.key], [{ duration: 'P2D', clock: 'working' }, '2026-11-25', 'ipmarketing-2018'])
    assert.match(second!.steps[0]!.words.nl, /Het beleidsprofiel geeft 2 werkdagen/)

    await changed(old, { description: 'Anders' }, at('2026-11-24T09:00:00Z'), 'ipmarketing-2018')
    await done('extend', old, { reason: 'Het zijn er veel.' }, at('2026-11-24T09:00:00Z'), 'ipmarketing-2018')
    const after = await kept(old)
    assert.deepEqual([after.answer!.dueOn, after.answer!.policy?.key], ['2026-11-30', 'gemeente-heemstede-2026'])
    assert.deepEqual([after.request!.policy?.key, after.request!.dueOn], ['gemeente-heemstede-2026', '2027-02-22'], 'three months from receipt end on Saturday the 20th')
  })

  test('without a policy the declaration’s own term holds', async () => {
    const { answer } = await kept(await made({}, monday, null))
    assert.deepEqual([answer!.term.duration, answer!.policy], ['P5D', null])
  })

  test('met by a step, late only once its end has passed, and what was late stays so', async () => {
    const id = await made()
    assert.equal(stateOf((await kept(id)).answer!, at('2026-11-30T22:59:59Z')), 'running')
    assert.equal(stateOf((await kept(id)).answer!, at('2026-11-30T23:00:00Z')), 'late')
    await done('review', id, {}, at('2026-12-03T09:00:00Z'))
    const { answer } = await kept(id)
    assert.deepEqual([stateOf(answer!, at('2026-12-04T09:00:00Z')), wasLate(answer!, at('2026-12-04T09:00:00Z'))], ['met', true])
  })

  test('runs from a date, is counted anew where it is put right, and was never there once the date is taken away', async () => {
    const id = await made()
    assert.equal((await kept(id)).request, undefined)
    await changed(id, { used_since_on: '2026-11-30' })
    assert.equal((await kept(id)).request!.dueOn, '2026-12-30')
    await changed(id, { used_since_on: '2026-11-24' })
    assert.deepEqual([(await kept(id)).request!.dueOn, (await kept(id)).request!.firstDueAt], ['2026-12-24', at('2026-12-24T23:00:00Z')])
    await changed(id, { used_since_on: null })
    assert.equal((await kept(id)).request, undefined)
  })

  test('met by a date: on that day; taken back when the date goes; in time by its day, though it is written down later', async () => {
    const id = await made({ used_since_on: '2026-10-20' })
    await changed(id, { security_audit_on: '2026-11-20' })
    const { request } = await kept(id)
    assert.deepEqual([request!.metBy, stateOf(request!, monday), wasLate(request!, monday)], ['field', 'met', false])
    await changed(id, { security_audit_on: null })
    assert.equal(stateOf((await kept(id)).request!, monday), 'late')
    await changed(id, { security_audit_on: '2026-11-30' })
    assert.equal(stateOf((await kept(id)).request!, monday), 'late', 'a day to come isn’t done yet')
  })

  test('H-27 W-12: extended once, with a reason, within the most that is allowed and before it ended', async () => {
    const id = await made({ used_since_on: '2026-11-02' })
    await assert.rejects(done('extend', id, { reason: 'Veel', extend_by: 'P3M' }), (error) => error instanceof Invalid && error.faults[0]!.at === 'extend_by')
    await done('extend', id, { reason: 'Veel', extend_by: 'P1M' })
    const { request } = await kept(id)
    assert.deepEqual([request!.dueOn, request!.extension, request!.extensionReason, stateOf(request!, monday)], ['2027-01-04', { duration: 'P1M', clock: 'calendar' }, 'Veel', 'extended'])
    await assert.rejects(done('extend', id, { reason: 'Nog meer' }), Refused)
    const late = await made({ used_since_on: '2026-10-02' })
    await assert.rejects(done('extend', late, { reason: 'Vergeten' }), Refused)
  })

  test('stands still while somebody is asked who they are; the end moves by as long as it stood', async () => {
    const id = await made({ used_since_on: '2026-11-02' })
    await done('suspend', id, { ground: 'identity', reason: 'Wie bent u?' })
    const still = (await kept(id)).request!
    assert.deepEqual([stateOf(still, at('2027-03-01T10:00:00Z')), still.suspensions.length, workOf(timed, await entryOf(id)).deadlines?.request], ['suspended', 1, 'suspended'])
    await assert.rejects(done('suspend', id, { ground: 'identity', reason: 'Nog eens' }), Refused)
    await done('resume', id, {}, at('2026-11-30T10:00:00Z'))
    const { request } = await kept(id)
    assert.deepEqual([request!.dueOn, request!.firstDueAt, request!.suspensions[0]!.until], ['2026-12-09', at('2026-12-02T23:00:00Z'), at('2026-11-30T10:00:00Z')])
    await done('suspend', id, { ground: 'specification', reason: 'Welke gegevens?' }, at('2026-12-01T10:00:00Z'))
    await changed(id, { security_audit_on: '2026-12-05' }, at('2026-12-05T10:00:00Z'))
    assert.deepEqual([stateOf((await kept(id)).request!, monday), (await kept(id)).request!.dueOn], ['met', '2026-12-14'], 'on Sunday the 13th; what was met while it stood still wasn’t late')
  })

  test('lapses when the entry ends without it, runs on when that is taken up again, and goes with an entry that is removed', async () => {
    const id = await made()
    await done('end', id, { reason: 'Weg' })
    assert.equal(stateOf((await kept(id)).answer!, monday), 'lapsed')
    await done('reopen', id)
    assert.equal(stateOf((await kept(id)).answer!, monday), 'running')
    await done('remove', id)
    assert.equal(await house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('deadline').select('id').where('organisation_id', '=', organisation.id).where('entry_id', '=', id).execute()).length), 0)
  })

  test('a refused act leaves no deadline behind', async () => {
    const before = await count()
    await assert.rejects(made({ name: null }), Invalid)
    assert.equal(await count(), before)
  })

  test('what falls due until a moment is known with its entry and steps, only to who may see the entry', async () => {
    const id = await made({ name: 'Zoekbaar', department: house.departments.burgerzaken }, at('2026-11-25T10:00:00Z'))
    const until = (moment: string, actor?: Scope['actor']) => house.scoped((scope) => dueDeadlines({ ...scope, ...(actor ? { actor } : {}) }, { until: at(moment), registers: [timed] }), at('2026-11-25T10:00:00Z'))
    const [found] = (await until('2026-12-03T00:00:00Z')).filter(({ entryId }) => entryId === id)
    assert.deepEqual([found!.title, found!.kind, found!.state, found!.dueOn, found!.department, found!.steps], ['Zoekbaar', 'answer', 'running', '2026-12-02', house.departments.burgerzaken, ['review']])
    assert.equal((await until('2026-11-26T00:00:00Z')).some(({ entryId }) => entryId === id), false)
    assert.deepEqual(await until('2030-01-01T00:00:00Z', { kind: 'public' }), [])
  })

  test('working days and hours go by the organisation’s own office hours, as they were when it began', async () => {
    await house.scoped(({ tx, organisation }) => tx.insertInto('office_hours').values([1, 2].map((weekday) => ({ organisation_id: organisation.id, weekday, opens: '09:00', closes: '12:00' }))).execute())
    const { answer } = await kept(await made())
    assert.deepEqual([answer!.dueOn, answer!.officeHours?.[0], answer!.officeHours?.[4]], ['2026-12-08', { from: '09:00', until: '12:00' }, null])
  })

  const entryOf = (id: string) => house.scoped((scope) => loadEntry(scope, timed, id))
  const count = () => house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('deadline').select('id').where('organisation_id', '=', organisation.id).execute()).length)
})

function withProfile(scope: Scope, profile: string | null): Scope {
  return { ...scope, organisation: { ...scope.organisation, profile } }
}
