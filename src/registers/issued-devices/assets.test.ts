// The story of assets through the front door: a carrier destroyed without proof shows until the proof is there; a device issued, lost by its holder with a breach report filled in, and what a leaver still has.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'
import { dayAfter, dayOf } from '../../ground/clock.ts'

const today = dayOf(new Date())

test('W-06 N-62: carriers with their proof; devices with instruction, loss as a breach, and what a leaver must give back', async () => {
  const story = await storyOf('service_organisation', 'ict-wbw-2022')
  const { house, officer, step, rulesOn } = story
  const carrier = await officer.make('gegevensdragers', { name: 'Schijf 12', kind: 'disk', serial: 'SN-12' })
  const future = await officer.send(`/gegevensdragers/${carrier}/stap/destroy`, { destroyed_on: dayAfter(today, 'P1D'), method: 'shredded', by: 'firm', firm: 'Snipper & Zoon' })
  assert.equal(future.status, 400)
  await step(officer, 'gegevensdragers', carrier, 'destroy', { destroyed_on: today, method: 'shredded', by: 'firm', firm: 'Snipper & Zoon' })
  assert.deepEqual(await rulesOn(carrier), ['certificate-missing'])
  assert.equal(await story.norm('W-06'), 'not_met')
  assert.equal((await officer.send(`/gegevensdragers/${carrier}/stap/prove`, { certificate: '' })).status, 400)
  await step(officer, 'gegevensdragers', carrier, 'prove', { certificate: 'SZ-12', certificate_on: today })
  assert.deepEqual(await rulesOn(carrier), [])

  const worker = await visitorOf(house, 'Wout Werker', [{ role: 'employee', departmentId: house.departments.burgerzaken }])
  const laptop = { name: 'Laptop van Wout', kind: 'laptop', inventory: 'L-77', department: house.departments.burgerzaken, holder: worker.personId, issued_on: today, is_encrypted: 'yes', is_managed: 'yes', is_locked: 'yes' }
  const id = await officer.make('apparaten', laptop)
  assert.deepEqual(await rulesOn(id), ['instruction-missing'])
  await story.change(officer, 'apparaten', id, { ...laptop, instruction_on: today })
  assert.deepEqual(await rulesOn(id), [])
  const phone = await officer.make('apparaten', { ...laptop, name: 'Telefoon van een ander', kind: 'phone', holder: officer.personId })
  assert.equal((await worker.send(`/apparaten/${phone}/stap/lose`, {})).status, 404, 'what others have isn’t shown')
  assert.equal((await worker.send(`/apparaten/${id}/stap/take_back`, { returned_on: today, state: 'good' })).status, 403)
  await step(worker, 'apparaten', id, 'lose', { lost_on: today, lost_how: 'In de trein laten liggen.', has_data: 'yes', is_wiped_afar: 'yes' })
  const page = await officer.page(`/apparaten/${id}`)
  const breach = /datalekken\/([0-9a-f-]{36})/.exec(page)?.[1]
  assert.ok(breach, 'the breach is tied to the device')
  const report = plain(await officer.page(`/datalekken/${breach}`))
  assert.match(report, /Laptop kwijt \(L-77\)/)
  assert.match(report, /In de trein laten liggen/)
  assert.match(report, /Op afstand gewist of geblokkeerd/)

  assert.match(plain(await officer.page('/apparaten/inleveren')), /Niets in te leveren/)
  await house.scoped(({ tx, organisation }) => tx.updateTable('person').set({ is_active: false }).where('organisation_id', '=', organisation.id).where('id', '=', worker.personId).execute())
  assert.match(plain(await officer.page('/apparaten/inleveren')), /Wout Werker werkt hier niet meer/)
  await step(officer, 'apparaten', id, 'take_back', { returned_on: today, state: 'good', is_wiped: 'yes' })
  assert.match(plain(await officer.page('/apparaten/inleveren')), /Niets in te leveren/)
})
