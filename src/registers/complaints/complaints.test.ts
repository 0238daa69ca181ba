// The story of complaints through the front door: from outside or the desk, handled by somebody who wasn't involved, in time or late, extended, founded, refused; and data in danger.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { newId } from '../../ground/ids.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { loadEntry, perform } from '../../register-kit/perform.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'
import { complaintCases } from './outside.ts'
import { complaints } from './register.ts'
import type { ComplaintInput } from './rules.ts'

type Story = Awaited<ReturnType<typeof storyOf>>
const day = 86_400_000

/** A complaint as the form of the public site brings it, so many days ago. */
function receive({ house }: Story, input: Partial<ComplaintInput>, daysAgo = 0): Promise<string> {
  return house.scoped(async (scope) => {
    const whole = { ...emptyInput(complaints.fields), kind: 'complaint', description: 'Het stond zo in de brief.', reporter_email: 'klager@voorbeeld.example', received_at: scope.now.toISOString(), channel: 'web', ...input }
    return (await complaintCases.intakes[0]!.receive(scope, whole)).id
  }, new Date(Date.now() - daysAgo * day))
}
const inputOf = ({ house }: Story, id: string) => house.scoped(async (scope) => (await loadEntry(scope, complaints, id)).input as ComplaintInput)
const termOf = ({ house }: Story, id: string, kind = 'handling') => house.scoped(({ tx, organisation }) => tx.selectFrom('deadline').selectAll().where('organisation_id', '=', organisation.id).where('entry_id', '=', id).where('kind', '=', kind).executeTakeFirstOrThrow())

describe('a complaint at a municipality (H-32)', () => {
  let story: Story
  before(async () => { story = await storyOf() })

  test('from outside it is confirmed, followed, talked over, heard, judged and answered in time; founded, the practice changes and whoever complained knows', async () => {
    const { officer, dpo, house, step, rulesOn } = story
    // Today: the figures of the year are asked for below.
    const id = await receive(story, { title: 'Mijn brief lag bij de buren', reporter_name: 'Wies de Klager' })
    assert.ok((await inputOf(story, id)).confirmed_at, 'art. 9:6 Awb: the receipt went out')
    assert.ok((await termOf(story, id, 'receipt')).met_at)
    const news = () => house.scoped(async (scope) => complaintCases.news(scope, await loadEntry(scope, complaints, id)))
    assert.deepEqual((await news()).steps.map(({ isDone }) => isDone), [true, false, false])
    assert.ok((await news()).dueOn)
    assert.doesNotMatch(JSON.stringify(await news()), /Petra|Wies|brief lag/)

    await step(officer, 'klachten', id, 'assign', { handler: officer.personId })
    assert.equal((await inputOf(story, id)).route, 'governing_body', 'as the policy says')
    assert.equal((await officer.send(`/klachten/${id}/stap/respond`, { answer: 'U hebt gelijk.' })).status, 409, 'no answer without a judgement')
    await step(officer, 'klachten', id, 'assess', { significance: 'potential', data_in_danger: 'no' })
    await step(officer, 'klachten', id, 'settle', { talk_outcome: 'not_agreed', talk_note: 'Wil een oordeel.' })
    await step(officer, 'klachten', id, 'judge', { judgement: 'founded', judgement_reason: 'De adressen zijn verwisseld.' })
    assert.deepEqual((await rulesOn(id)).filter((rule) => ['not-heard', 'practice-unchanged'].includes(rule)), ['not-heard', 'practice-unchanged'])
    await step(officer, 'klachten', id, 'hear', { hearing: 'heard', hearing_report: 'Vertelde wat er gebeurde.' })
    await step(officer, 'klachten', id, 'respond', { answer: 'U hebt gelijk. Het spijt ons.' })
    const { answer } = await inputOf(story, id)
    assert.match(answer!, /^U hebt gelijk\. Het spijt ons\.\n\n.*ombudsman[\s\S]*Autoriteit Persoonsgegevens/, 'art. 9:12 lid 2 Awb')
    assert.ok((await termOf(story, id)).met_at! < (await termOf(story, id)).due_at)

    const early = await officer.send(`/klachten/${id}/stap/close`, {})
    assert.equal(early.status, 409)
    assert.match(plain(await early.text()), /Los dit eerst op\. De klacht is gegrond, maar er staat niet wat er anders gaat/)
    await step(officer, 'klachten', id, 'plan_change', { changed_practice: 'Twee mensen controleren elke envelop.', owner: dpo.personId, due_on: '2030-01-31' })
    assert.deepEqual(await rulesOn(id), ['change-untold'])
    assert.match(plain(await officer.page(`/taken/${(await inputOf(story, id)).practice_task}`)), /Werkwijze aanpassen na klacht KL-.*Twee mensen controleren elke envelop/)
    await step(officer, 'klachten', id, 'tell_change')
    assert.deepEqual(await rulesOn(id), [])
    assert.equal((await news()).steps.at(-1)!.isDone, true)
    await step(officer, 'klachten', id, 'close')
    assert.match(plain(await officer.page('/klachten')), /kwamen er 1 binnen: 1 beantwoord, waarvan 1 op tijd; 1 \(deels\) gegrond/)
  })

  test('whoever it is about, or took part in it, neither handles nor judges it (art. 9:7 Awb)', async () => {
    const { officer, dpo, step } = story
    const id = await receive(story, { title: 'Petra was onvriendelijk', complained_about: officer.personId })
    const refused = await officer.send(`/klachten/${id}/stap/assign`, { handler: officer.personId })
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /U was zelf betrokken bij waar de klacht over gaat/)
    await step(dpo, 'klachten', id, 'assign', { handler: dpo.personId })
    assert.equal((await officer.send(`/klachten/${id}/stap/judge`, { judgement: 'unfounded', judgement_reason: 'Niets van gemerkt.' })).status, 400)
    await step(dpo, 'klachten', id, 'judge', { judgement: 'unfounded', judgement_reason: 'Het gesprek was zakelijk.' })
  })

  test('six weeks, four more with a reason and once; too late is late, and not hidden (art. 9:11 Awb)', async () => {
    const { officer, step } = story
    const id = await receive(story, { title: 'Uitzoeken kost tijd' }, 30)
    const first = await termOf(story, id)
    assert.deepEqual([first.duration, first.regime], ['P6W', 'dutch'])
    await step(officer, 'klachten', id, 'extend', { reason: 'De leverancier zoekt het uit.' })
    const extended = await termOf(story, id)
    assert.ok(extended.due_at.getTime() - first.due_at.getTime() >= 27 * day)
    assert.equal((await officer.send(`/klachten/${id}/stap/extend`, { reason: 'Nog eens.' })).status, 409)
    const late = await receive(story, { title: 'Blijven liggen' }, 60)
    assert.ok((await termOf(story, late)).due_at < new Date())
    assert.match(plain(await officer.page(`/klachten/${late}`)), /[Tt]e laat/)
    assert.equal((await officer.send(`/klachten/${late}/stap/extend`, { reason: 'Alsnog.' })).status, 409)
  })

  test('settled together, the rest lapses; taken up no further only on a ground of the law; withdrawn from outside (art. 9:5 en 9:8 Awb)', async () => {
    const { officer, house, step, rulesOn } = story
    const settled = await receive(story, { title: 'Sorry is genoeg' })
    await step(officer, 'klachten', settled, 'assign', { handler: officer.personId })
    await step(officer, 'klachten', settled, 'settle', { talk_outcome: 'agreed', talk_note: 'Excuses aanvaard.' })
    assert.ok((await termOf(story, settled)).met_at)
    await step(officer, 'klachten', settled, 'assess', { significance: 'none', data_in_danger: 'no' })
    assert.deepEqual(await rulesOn(settled), [])
    await step(officer, 'klachten', settled, 'close')

    const refused = await receive(story, { title: 'Iets van jaren geleden' })
    await step(officer, 'klachten', refused, 'assign', { handler: officer.personId })
    assert.equal((await officer.send(`/klachten/${refused}/stap/judge`, { judgement: 'not_taken_up', judgement_reason: 'Te lang geleden.' })).status, 400)
    await step(officer, 'klachten', refused, 'judge', { judgement: 'not_taken_up', judgement_reason: 'Te lang geleden.', refusal_ground: 'over_a_year' })
    await step(officer, 'klachten', refused, 'respond', { answer: 'Wij kunnen dit niet meer nagaan.' })

    const withdrawn = await receive(story, { title: 'Laat maar' })
    await house.scoped((scope) => perform(scope, complaints, 'withdraw', withdrawn, { reason: 'Opgelost.' }))
    assert.match(plain(await officer.page(`/klachten/${withdrawn}`)), /Ingetrokken/)
  })

  test('N-02: an employee and a security officer don’t see it; with data in danger the security officer does', async () => {
    const { house, iso } = story
    const worker = await visitorOf(house, 'Wim Werk', ['employee'])
    const [quiet, danger] = [await receive(story, { title: 'Stil' }), await receive(story, { title: 'Gevaar', data_in_danger: true })]
    for (const [who, id, status] of [[worker, quiet, 404], [worker, danger, 404], [iso, quiet, 404], [iso, danger, 200]] as const) assert.equal((await who.get(`/${house.slug}/klachten/${id}`)).status, status)
  })
})

describe('a complaint at a firm (P-13, P-22)', () => {
  test('two working days; no postponing; the directors are told at once, once, and never what it says; the way on is the court', async () => {
    const story = await storyOf('firm', 'ipmarketing-2018')
    const { house, officer, step, rulesOn } = story
    const untold = await receive(story, { title: 'Alles staat open', data_in_danger: true })
    assert.ok((await rulesOn(untold)).includes('data-in-danger-untold'), 'nobody known to tell: it isn’t hidden')
    await step(officer, 'klachten', untold, 'inform_directors', { how: 'Gebeld.' })
    assert.ok(!(await rulesOn(untold)).includes('data-in-danger-untold'))

    const director = await visitorOf(house, 'Dirk Directie', ['employee'])
    await house.scoped(async ({ tx, organisation }) => {
      const id = newId()
      await tx.insertInto('job_function').values({ organisation_id: organisation.id, id, name: 'Directeur', is_management: true }).execute()
      await tx.updateTable('person').set({ job_function_id: id }).where('organisation_id', '=', organisation.id).where('id', '=', director.personId).execute()
    })
    const id = await receive(story, { title: 'Wachtwoord van Jan Voorbeeld op straat', data_in_danger: true })
    const mails = () => house.scoped(({ tx, organisation }) => tx.selectFrom('mail_message').select(['id', 'kind']).where('organisation_id', '=', organisation.id).where('person_id', '=', director.personId).execute())
    assert.equal((await mails()).length, 1)
    assert.ok((await inputOf(story, id)).directors_told_at)
    await step(officer, 'klachten', id, 'inform_directors')
    assert.equal((await mails()).length, 1, 'told once')

    const { duration, clock } = await termOf(story, id)
    assert.deepEqual([duration, clock], ['P2D', 'working'])
    await step(officer, 'klachten', id, 'assign', { handler: officer.personId })
    assert.equal((await officer.send(`/klachten/${id}/stap/extend`, { reason: 'Druk.' })).status, 409)
    await step(officer, 'klachten', id, 'judge', { judgement: 'partly', judgement_reason: 'Het stond er een uur.' })
    await step(officer, 'klachten', id, 'respond', { answer: 'Het wachtwoord is gewijzigd.' })
    assert.match((await inputOf(story, id)).answer!, /rechter[\s\S]*Autoriteit Persoonsgegevens/)
    assert.doesNotMatch((await inputOf(story, id)).answer!, /ombudsman|kantonrechter/)
    assert.ok((await rulesOn(id)).includes('practice-unchanged'))
  })
})
