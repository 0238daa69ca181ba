// Deadline sweep: each term is told of once when it ends soon and once when it has passed, to whom it concerns, and never in words of a person.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { timed } from '../../../test/support/timed-register.ts'
import { openContent } from '../../people/mail.ts'
import { emptyInput } from '../field-types.ts'
import { createEntry, perform } from '../perform.ts'
import { sweepDeadlines } from './deadline-sweep.ts'

describe('a sweep', () => {
  let house: Tenant
  let owner: string
  let officer: string
  let dpo: string
  before(async () => {
    house = await tenant()
    owner = (await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken })).personId
    officer = (await house.person('Petra Privacy', 'privacy_officer')).personId
    dpo = (await house.person('Fatima FG', 'dpo')).personId
  })
  const at = (moment: string) => new Date(moment)
  const sweep = (moment: string) => house.scoped((scope) => sweepDeadlines(scope, [timed]), at(moment))
  /** Who got mail since the last time, of which kind, with its words. */
  const mail = () => house.scoped(async ({ tx, organisation }) => {
    const rows = await tx.deleteFrom('mail_message').where('organisation_id', '=', organisation.id).returning(({ ref }) => [ref('id').as('id'), ref('person_id').as('person_id'), ref('kind').as('kind'), ref('content').as('content')]).execute()
    return rows.map(({ id, person_id, kind, content }) => ({ to: person_id ?? assert.fail('a reminder to nobody'), kind, content: openContent(house.organisation, id, content!) })).toSorted((one, other) => one.to < other.to ? -1 : 1)
  })

  test('reminds the owner ahead, and tells owner, privacy officer and for a term of law the DPO when it has passed; once each', async () => {
    const id = await house.scoped((scope) => createEntry(scope, timed, { ...emptyInput(timed.fields), name: 'Verzoek van Jansen', owner, used_since_on: '2026-11-02' }), at('2026-11-02T10:00:00Z'))
    await house.scoped((scope) => perform(scope, timed, 'review', id), at('2026-11-03T10:00:00Z'))
    assert.equal(await sweep('2026-11-20T10:00:00Z'), 0)
    assert.deepEqual(await mail(), [])

    assert.equal(await sweep('2026-11-27T10:00:00Z'), 1)
    const [reminder, ...others] = await mail()
    assert.deepEqual([reminder!.to, reminder!.kind, reminder!.content.subject.nl, others], [owner, 'notice', 'Een termijn loopt bijna af', []])
    assert.match(JSON.stringify(reminder!.content.lines), /Besluit op het verzoek: systeem S-[0-9A-Z-]+, tot en met 2 december 2026/)
    assert.doesNotMatch(JSON.stringify(reminder!.content), /Jansen/)
    assert.equal(await sweep('2026-11-28T10:00:00Z'), 0)

    assert.equal(await sweep('2026-12-02T23:00:00Z'), 1)
    const told = await mail()
    assert.deepEqual([told.map(({ to }) => to), new Set(told.map(({ kind }) => kind))], [[owner, officer, dpo].toSorted(), new Set(['escalation'])])
    assert.equal(await sweep('2026-12-03T10:00:00Z'), 0)
    assert.deepEqual(await mail(), [])
  })

  test('passes over what stands still, and tells the privacy officer where nobody owns the entry; an own term is no matter for the DPO', async () => {
    const still = await house.scoped((scope) => createEntry(scope, timed, { ...emptyInput(timed.fields), name: 'Staat stil', owner, used_since_on: '2027-01-04' }), at('2027-01-04T10:00:00Z'))
    await house.scoped((scope) => perform(scope, timed, 'review', still), at('2027-01-04T11:00:00Z'))
    await house.scoped((scope) => perform(scope, timed, 'suspend', still, { ground: 'identity', reason: 'Wie?' }), at('2027-01-05T10:00:00Z'))
    await house.scoped((scope) => createEntry(scope, timed, { ...emptyInput(timed.fields), name: 'Van niemand' }), at('2027-01-04T10:00:00Z'))
    assert.equal(await sweep('2027-01-11T09:00:00Z'), 1)
    assert.deepEqual((await mail()).map(({ to, kind }) => [to, kind]), [[officer, 'notice']])
    assert.equal(await sweep('2027-06-01T09:00:00Z'), 1)
    assert.deepEqual((await mail()).map(({ to, kind }) => [to, kind]), [[officer, 'escalation']])
  })
})
