// The story of processor agreements through the front door: what is missing shows at once wherever it matters, and is gone as soon as the agreement binds.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Form, type Story, storyOf } from '../../../test/support/register-story.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { activityForm } from '../../../test/support/filled-tenant.ts'
import { exclusions, promises, subjects } from './declaration.ts'

const path = 'verwerkersovereenkomsten'
const complete: Form = {
  name: 'Verwerkersovereenkomst zaaksysteem', main_contract: 'Raamcontract zaaksysteem', model: 'own', subjects: ['', ...Object.keys(subjects)], sub_processing: 'specific', 'breach_notice.amount': '24', 'breach_notice.unit': 'H',
  at_end: 'both', liability_per_event: '1.000.000', liability_per_year: '2.500.000', liability_excluded: ['', ...Object.keys(exclusions)], force_majeure: 'limited', governing_law: 'dutch', court: 'Rechtbank Midden-Nederland',
  secrecy: 'agreement', promises: ['', ...Object.keys(promises)], our_contact: 'Servicedesk', our_out_of_hours: 'Piket', own_signatory: 'E. Linde', own_signatory_role: 'Afdelingshoofd', own_signed_on: '2025-12-20',
  their_signatory: 'K. Wilg', their_signatory_role: 'Directeur', their_signed_on: '2026-01-01', starts_on: '2026-01-01',
}

/** A processor, a system that it runs, and a processing activity in force that names both. */
async function withProcessor(story: Story) {
  const { house, officer, dpo, owner, step } = story
  const processor = await officer.make('verwerkers', { name: 'Vlierveld Zaaksystemen B.V.' })
  const system = await officer.make('systemen', { name: 'Zaaksysteem Vlier', kind: 'central', hosting: 'supplier', supplier: processor })
  const activity = await officer.make('verwerkingen', { ...activityForm(house), 'processors.0.processor': processor, 'processors.0.service': 'Beheer', 'stores.0.system': system })
  await step(officer, 'verwerkingen', activity, 'submit')
  await step(dpo, 'verwerkingen', activity, 'advise', { outcome: 'agreed' })
  await step(owner, 'verwerkingen', activity, 'activate')
  const gaps = async () => ({
    activity: (await story.rulesOn(activity)).includes('agreement-not-in-register'), processor: (await story.rulesOn(processor)).includes('agreement-missing'), system: (await story.rulesOn(system)).includes('supplier-without-agreement'),
  })
  return { processor, system, activity, gaps }
}

/** Drafted by the owner, tested by the DPO, signed and brought into force by the owner. */
async function concluded(story: Story, processor: string, more: Form = {}): Promise<string> {
  const { house, owner, dpo, step } = story
  const id = await owner.make(path, { ...complete, processor, department: house.departments.burgerzaken, ...more })
  await step(owner, path, id, 'submit')
  await step(dpo, path, id, 'advise', { outcome: 'agreed' })
  await step(owner, path, id, 'activate', { signed_on: '2026-01-01', is_signed_by_both: 'yes' })
  return id
}

const everywhere = { activity: true, processor: true, system: true }
const nowhere = { activity: false, processor: false, system: false }

describe('H-24 H-43: no data before there is an agreement', () => {
  test('the gap shows at the activity, the processor and the system; the signed agreement takes it away from all three at once, and its end brings it back', async () => {
    const story = await storyOf()
    const { officer, owner, dpo, step } = story
    const { processor, system, activity, gaps } = await withProcessor(story)
    assert.deepEqual(await gaps(), everywhere)
    assert.match(plain(await officer.page(`/verwerkingen/${activity}`)), /volgens het register geen overeenkomst van kracht\. \(Vlierveld Zaaksystemen B\.V\.\)/)
    assert.match(plain(await officer.page(`/verwerkers/${processor}`)), /Met deze verwerker is geen overeenkomst van kracht/)
    assert.match(plain(await officer.page(`/systemen/${system}`)), /Met deze leverancier is geen verwerkersovereenkomst van kracht/)
    assert.equal(await story.norm('H-24'), 'not_met')

    const id = await owner.make(path, { ...complete, processor, department: story.house.departments.burgerzaken, 'processings.0.processing': activity })
    assert.deepEqual(await gaps(), everywhere, 'a draft binds nobody')
    await step(owner, path, id, 'submit')
    const untested = await owner.send(`/${path}/${id}/stap/activate`, { signed_on: '2026-01-01', is_signed_by_both: 'yes' })
    assert.equal(untested.status, 409)
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    assert.equal((await dpo.send(`/${path}/${id}/stap/activate`, { signed_on: '2026-01-01', is_signed_by_both: 'yes' })).status, 403, 'the DPO supervises and doesn’t sign (H-51)')
    const attempts: readonly Form[] = [{}, { signed_on: '2026-01-01' }, { signed_on: '2026-01-01', is_signed_by_both: 'no' }, { signed_on: '2099-01-01', is_signed_by_both: 'yes' }]
    for (const unsigned of attempts) {
      const refused = await owner.send(`/${path}/${id}/stap/activate`, unsigned)
      assert.equal(refused.status, 400)
      assert.match(plain(await refused.text()), /De overeenkomst is niet door beide partijen ondertekend/)
    }
    assert.deepEqual(await gaps(), everywhere)

    await step(owner, path, id, 'activate', { signed_on: '2026-01-01', is_signed_by_both: 'yes', note: 'Eerste overeenkomst' })
    assert.deepEqual(await gaps(), nowhere)
    assert.deepEqual(await story.rulesOn(id), [])
    assert.notEqual(await story.norm('H-24'), 'not_met')
    const page = plain(await owner.page(`/${path}/${id}`))
    for (const words of ['Van kracht', '1 januari 2026', 'versie 1', 'Vlierveld Zaaksystemen B.V.']) assert.ok(page.includes(words), words)
    assert.match(plain(await officer.page(`/${path}/${id}/geschiedenis`)), /Ondertekend op/, 'the signatures stand in the history')
    assert.match(plain(await officer.page(`/verwerkers/${processor}`)), /Gebruikt in.*1 verwerkersovereenkomst/)

    await step(owner, path, id, 'end', { reason: 'Overgestapt; gegevens zijn teruggegeven, verslag in het dossier.' })
    assert.deepEqual(await gaps(), everywhere)
    assert.equal(await story.norm('H-24'), 'not_met')
  })

  test('what time alone changes, the daily sweep finds: an agreement that begins later, one whose term passes, and one that ends soon', async () => {
    const story = await storyOf()
    const { processor, gaps } = await withProcessor(story)
    const id = await concluded(story, processor, { starts_on: '2030-01-01', ends_on: '2030-12-31' })
    assert.deepEqual(await gaps(), everywhere, 'not begun')
    assert.ok((await story.rulesOn(id)).includes('not-begun'))
    await story.sweep('2030-01-01')
    assert.deepEqual(await gaps(), nowhere)
    assert.ok(!(await story.rulesOn(id)).includes('not-begun'))
    await story.sweep('2030-10-01')
    assert.ok((await story.rulesOn(id)).includes('ends-soon'))
    await story.sweep('2030-12-31')
    assert.deepEqual(await gaps(), nowhere, 'the last day counts')
    await story.sweep('2031-01-01')
    assert.deepEqual(await gaps(), everywhere)
    assert.ok((await story.rulesOn(id)).includes('ended-unnoticed'))
  })

  test('a second agreement covers too: only when the last one ends is there a gap', async () => {
    const story = await storyOf()
    const { processor, gaps } = await withProcessor(story)
    const [first, second] = [await concluded(story, processor), await concluded(story, processor, { name: 'Tweede' })]
    await story.step(story.owner, path, first, 'end', { reason: 'Opgegaan in de tweede.' })
    assert.deepEqual(await gaps(), nowhere)
    await story.step(story.owner, path, second, 'end', { reason: 'Klaar.' })
    assert.deepEqual(await gaps(), everywhere)
  })

  test('an agreement that is moved to another processor uncovers the one and covers the other', async () => {
    const story = await storyOf()
    const { owner, dpo, step, officer } = story
    const { processor, gaps } = await withProcessor(story)
    const other = await officer.make('verwerkers', { name: 'Waterbies Burgersoftware B.V.' })
    const id = await concluded(story, processor)
    await step(owner, path, id, 'propose')
    await story.change(owner, path, id, { ...complete, processor: other, department: story.house.departments.burgerzaken, signed_on: '2026-01-01', is_signed_by_both: 'yes' })
    assert.deepEqual(await gaps(), nowhere, 'a proposal changes nothing yet')
    await step(owner, path, id, 'submit')
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    assert.equal((await owner.send(`/${path}/${id}/stap/activate`, {})).status, 409, 'N-44: a change is in writing, by both')
    await step(owner, path, id, 'activate', { signed_on: '2026-02-01', is_signed_by_both: 'yes' })
    assert.deepEqual(await gaps(), everywhere)
    assert.ok(!(await story.rulesOn(other)).includes('agreement-missing'))
  })
})

describe('what an agreement must hold', () => {
  const bare = { name: 'Kale overeenkomst' }

  test('H-43: nothing is tested or in force without a processor', async () => {
    const story = await storyOf()
    const id = await story.officer.make(path, bare)
    const refused = await story.officer.send(`/${path}/${id}/stap/submit`, {})
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /met welke verwerker dit is afgesproken/)
  })

  test('H-44: the eleven subjects, what happens at the end, and the yearly review', async () => {
    const story = await storyOf()
    await story.foundAndRepaired('agreements', ['subjects-missing', 'liability-unsettled', 'at-end-open'], { ...bare, subjects: ['', 'scope'] }, { subjects: ['', ...Object.keys(subjects)], at_end: 'destroy' })
    const { processor } = await withProcessor(story)
    const id = await concluded(story, processor)
    const due = /Opnieuw nakijken vóór/.exec(plain(await story.owner.page(`/${path}/${id}`)))
    assert.ok(due, 'the page says when it is due')
    await story.sweep('2099-01-01')
    assert.ok((await story.rulesOn(id)).includes('review-overdue'))
    await story.step(story.owner, path, id, 'review')
    assert.ok(!(await story.rulesOn(id)).includes('review-overdue'))
  })

  test('H-45: another model than the own only with a reason and approval, and the main contract it belongs to', async () => {
    const story = await storyOf()
    await story.foundAndRepaired('agreements', ['model-missing', 'main-contract-missing'], bare, { model: 'own', main_contract: 'Raamcontract 2026' })
    await story.foundAndRepaired('agreements', ['other-model-unapproved'], { ...bare, model: 'processor' }, { model_motivation: 'Een grote partij die niet afwijkt; de inhoud is gelijkwaardig.', model_approved_on: '2026-01-05' })
  })

  test('H-45: the processor’s model comes into force only after the privacy officer approved it, with a reason', async () => {
    const story = await storyOf()
    const { owner, officer, dpo, house, step } = story
    const processor = await officer.make('verwerkers', { name: 'Elders B.V.' })
    const id = await owner.make(path, { ...complete, processor, department: house.departments.burgerzaken, model: 'processor' })
    assert.equal((await owner.send(`/${path}/${id}/stap/approve_model`, { motivation: 'Wij willen het.' })).status, 403)
    await step(owner, path, id, 'submit')
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    const refused = await owner.send(`/${path}/${id}/stap/activate`, { signed_on: '2026-01-01', is_signed_by_both: 'yes' })
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /nog niet gemotiveerd en goedgekeurd/)
    assert.equal((await officer.send(`/${path}/${id}/stap/approve_model`, { motivation: '' })).status, 400)
    await step(officer, path, id, 'approve_model', { motivation: 'De inhoud is gelijkwaardig.' })
    await step(owner, path, id, 'activate', { signed_on: '2026-01-01', is_signed_by_both: 'yes' })
    assert.ok(!(await story.rulesOn(id)).includes('other-model-unapproved'))
  })

  test('N-40 N-43 N-45 W-08: which activities, breaches within 24 hours, sub-processors, and amounts of liability', async () => {
    const story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const activity = await story.officer.make('verwerkingen', activityForm(story.house))
    await story.foundAndRepaired('agreements', ['processings-missing', 'breach-notice-long', 'sub-processing-open', 'liability-missing'], { ...bare, 'breach_notice.amount': '3', 'breach_notice.unit': 'D' },
      { 'processings.0.processing': activity, 'breach_notice.amount': '24', 'breach_notice.unit': 'H', sub_processing: 'specific', liability_per_event: '1000000', liability_per_year: '2500000' })
    await story.foundAndRepaired('agreements', ['sub-processing-general', 'liability-contradictory'], { ...bare, sub_processing: 'general', liability_per_event: '2500000', liability_per_year: '1000000' }, { sub_processing: 'forbidden', liability_per_year: '5000000' })
    assert.match(plain(await story.officer.page(`/verwerkingen/${activity}`)), /Gebruikt in.*1 verwerkersovereenkomst/)
  })

  test('an end before the start is refused at its field', async () => {
    const story = await storyOf()
    const refused = await story.officer.send(`/${path}/nieuw`, { ...bare, starts_on: '2026-02-01', ends_on: '2026-01-01' })
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /Het einde ligt vóór het begin/)
  })
})
