// The story of breaches through the front door: from report to closed, late, not reported with a second person, as processor, and the refusals on the way.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { Conflict, Invalid } from '../../ground/refusals.ts'
import { newId } from '../../ground/ids.ts'
import { openContent } from '../../people/mail.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { draftLetter } from '../../case-kit/letters/letters.ts'
import { product } from '../../../test/support/product.ts'
import { storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf, type Visitor } from '../../../test/support/register-visitor.ts'
import { breachCases } from './outside.ts'
import { breaches } from './register.ts'
import type { BreachInput } from './step-kit.ts'

type Story = Awaited<ReturnType<typeof storyOf>>
const hour = 3_600_000
const ago = (hours: number) => new Date(Math.floor((Date.now() - hours * hour) / 60_000) * 60_000)
const at = (hours: number) => ago(hours).toISOString()

const weighing = {
  enisa_data: 'financial', enisa_raised: [''], enisa_lowered: [''], enisa_ease: 'maximum', enisa_confidentiality: 'known', enisa_integrity: 'none', enisa_availability: 'none', enisa_malicious: 'no',
  likely_consequences: 'Mensen kunnen last krijgen van oplichters.', consequence_kinds: ['', 'fraud'], risk: 'risk', weigh_reasons: 'Bedragen lagen bij de buren.',
}

describe('a breach at a municipality', () => {
  let story: Story
  let ciso: Visitor
  before(async () => {
    story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    ciso = await visitorOf(story.house, 'Cas Ciso', ['ciso'])
  })

  /** As a form brings it, so many hours ago. */
  const receive = (way: string, input: Partial<BreachInput>, hours = 0) => story.house.scoped(async (scope) => {
    const intake = breachCases.intakes.find(({ key }) => key === way)!
    return (await intake.receive(scope, { ...emptyInput(breaches.fields), ...intake.fixed, language: 'nl', ...input })).id
  }, ago(hours))
  const entryOf = (id: string) => story.house.scoped((scope) => loadEntry(scope, breaches, id))
  const inputOf = async (id: string) => (await entryOf(id)).input as BreachInput
  const statusOf = async (id: string) => (await entryOf(id)).system.status
  const termOf = async (id: string, kind: string) => (await entryOf(id)).deadlines!.find((deadline) => deadline.kind === kind)
  const subjectsTo = (personId: string) => story.house.scoped(async ({ tx, organisation }) => {
    const { rows } = await sql<{ id: string; content: Buffer }>`select id, content from mail_message where organisation_id = ${organisation.id} and person_id = ${personId} and content is not null order by id`.execute(tx)
    return rows.map(({ id, content }) => openContent(organisation, id, content).subject.nl)
  })
  const linksTo = (personId: string) => story.house.scoped(async ({ tx, organisation }) => {
    const { rows } = await sql<{ id: string; content: Buffer }>`select id, content from mail_message where organisation_id = ${organisation.id} and person_id = ${personId} and content is not null order by id`.execute(tx)
    return rows.map(({ id, content }) => openContent(organisation, id, content).link?.path ?? '')
  })
  const emailOf = (personId: string) => story.house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('person').select('email').where('organisation_id', '=', organisation.id).where('id', '=', personId).executeTakeFirstOrThrow()).email)
  const refused = async (person: Visitor, id: string, verb: string, fields: Record<string, string | readonly string[]>, status: number, words: RegExp) => {
    const response = await person.send(`/datalekken/${id}/stap/${verb}`, fields)
    assert.equal(response.status, status, verb)
    assert.match(plain(await response.text()), words)
  }

  test('N-49 N-24 N-50 H-53: reported by an employee in nine answers, judged, weighed, checked, reported in time, told, evaluated and closed', async () => {
    const { owner, officer, dpo, step, rulesOn } = story
    const id = await receive('employee', { what_happened: 'Een brief met inkomens ging naar een verkeerd adres.', who_involved: 'Aanvragers van bijstand', manager_email: await emailOf(owner.personId), reporter_email: 'melder@voorbeeld.example', department: story.house.departments.burgerzaken }, 6)
    assert.match((await inputOf(id)).name!, /^Melding van \d+ \w+ \d{4}$/, 'no names in the title')
    assert.deepEqual(await subjectsTo(officer.personId), ['Nieuwe melding van een datalek'])
    assert.deepEqual(await subjectsTo(ciso.personId), ['Nieuwe melding van een datalek'])
    assert.deepEqual(await subjectsTo(owner.personId), ['Kopie: iemand van uw team meldde een datalek'])
    assert.match(plain(await officer.page(`/datalekken/${id}`)), /Wat nu: Beoordeel of dit een datalek is/)

    await refused(officer, id, 'assess', { judgement: 'doubt', judgement_reasons: 'Wij weten niet wie de brief opende.', aware_at: new Date(Date.now() + hour).toISOString() }, 400, /Dit moment ligt in de toekomst/)
    const known = ago(5)
    await step(officer, 'datalekken', id, 'assess', { judgement: 'doubt', judgement_reasons: 'Wij weten niet wie de brief opende.', aware_at: known.toISOString(), kinds: ['', 'confidentiality'] })
    assert.deepEqual((await subjectsTo(dpo.personId)).slice(-1), ['Er is mogelijk een datalek'])
    assert.equal((await termOf(id, 'report'))!.dueAt.toISOString(), new Date(known.getTime() + 72 * hour).toISOString())
    assert.equal(await termOf(id, 'report_police'), undefined)
    const page = plain(await officer.page(`/datalekken/${id}`))
    assert.match(page, /nog 6[67] uur en \d+ minu/)
    assert.match(page, /De elf stappen, en wie ze doet/)

    await step(owner, 'datalekken', id, 'contain', { containment: 'De brief is ongeopend terug.' })
    const weigh = await officer.send(`/datalekken/${id}/stap/weigh`, { ...weighing, enisa_ease: '' })
    assert.equal(weigh.status, 400, 'without an answer there is no severity')
    await step(officer, 'datalekken', id, 'weigh', weighing)
    assert.match(plain(await officer.page(`/datalekken/${id}`)), /SE = 3 × 1 \+ 0,25 = 3,25/)
    assert.equal((await dpo.send(`/datalekken/${id}/stap/decide_report`, { report_decision: 'report', report_reasons: 'x' })).status, 403, 'art. 38 lid 6 AVG')
    await step(dpo, 'datalekken', id, 'advise', { advice: 'Melden, en de mensen inlichten.' })
    await step(officer, 'datalekken', id, 'decide_report', { report_decision: 'report', report_reasons: 'Er is een risico.' })
    assert.ok((await rulesOn(id)).includes('draft-not-checked'))
    assert.equal((await officer.send(`/datalekken/${id}/stap/check_draft`, { by: 'reporter', is_right: 'yes' })).status, 409, 'nothing was sent yet')
    await step(officer, 'datalekken', id, 'send_draft')
    assert.deepEqual((await subjectsTo(owner.personId)).slice(-1), ['Wilt u een melding aan de AP nakijken?'])
    const sheet = plain(await officer.page(`/datalekken/${id}/ap-formulier`))
    assert.match(sheet, /Geef een samenvatting van het incident\s+(Geef een samenvatting van het incident\s+)?Een brief met inkomens/)
    assert.match(sheet, /antwoorden ontbreken nog/)
    const template = await (await officer.get(`/${story.house.slug}/datalekken/${id}/edpb.json`)).json() as { answers: Record<string, unknown>; missing: unknown[] }
    assert.ok(Object.keys(template.answers).length > 10 && template.missing.length > 0)
    const link = /\/openbaar\/[\w-]+\/status\/[\w-]{43}/.exec((await linksTo(owner.personId)).at(-1)!)![0]
    const visitor = await product()
    const checked = plain(await (await visitor.app.request(link)).text())
    assert.match(checked, /Concept van de melding aan de Autoriteit Persoonsgegevens: klopt dit\?.*Een brief met inkomens/)
    assert.doesNotMatch(checked, /Petra|melder@voorbeeld/)
    assert.match(checked, /Concept nagekeken/)
    await step(owner, 'datalekken', id, 'check_draft', { by: 'manager', is_right: 'yes' })
    const notified = at(1)
    await step(dpo, 'datalekken', id, 'notify_authority', { notified_at: notified, authority_number: 'AP-2026-0001' })
    const kept = await inputOf(id)
    assert.deepEqual([kept.notifications.length, kept.report_settled_at, (await termOf(id, 'report'))!.metAt?.toISOString()], [1, notified, notified])
    await step(dpo, 'datalekken', id, 'follow_up', { kind: 'follow_up', note: 'De ontvanger opende niets.' })

    await refused(officer, id, 'inform', { informed_how: ['', 'letter'], informed_text: 'x' }, 400, /Besluit eerst dat mensen worden ingelicht/)
    await step(owner, 'datalekken', id, 'decide_inform', { inform_decision: 'inform', inform_reasons: 'Zij kunnen opletten.' })
    await step(owner, 'datalekken', id, 'inform', { informed_how: ['', 'letter'], informed_number: '1', informed_text: 'Uw brief kwam elders terecht.' })
    assert.ok((await termOf(id, 'inform'))!.metAt)
    const news = await story.house.scoped(async (scope) => await breachCases.news(scope, await loadEntry(scope, breaches, id)))
    assert.equal(news.steps.filter(({ isDone }) => isDone).length, 5)
    assert.doesNotMatch(JSON.stringify({ ...news, toCheck: undefined }), /Petra|bijstand|inkomens/)

    await step(officer, 'datalekken', id, 'evaluate', { evaluation: 'Vier ogen bij de post.' })
    await refused(officer, id, 'close', {}, 400, /Vul in wat voor incident het was/)
    const form = await officer.page(`/datalekken/${id}/wijzigen`)
    assert.match(form, /name="cause"/)
    await story.house.scoped(async (scope) => perform(scope, breaches, 'change', id, { ...(await loadEntry(scope, breaches, id)).input, cause: 'misdirected' }))
    await step(dpo, 'datalekken', id, 'test_advice', { advice_test: 'Uitgevoerd.' })
    await step(officer, 'datalekken', id, 'close')
    assert.equal(await statusOf(id), 'closed')
    const done = plain(await officer.page(`/datalekken/${id}`))
    for (const words of ['Binnengekomen op', 'gewogen', 'over melden besloten', 'Vervolgmelding aan de AP', 'Einde termijn']) assert.ok(done.includes(words), words)
  })

  test('N-50: not reporting needs reasons, a ground and a second person; until then the clock runs on', async () => {
    const { officer, dpo, step, rulesOn } = story
    const id = await receive('public', { what_happened: 'Ik kreeg een e-mail die niet voor mij was.' }, 30)
    await step(ciso, 'datalekken', id, 'assess', { judgement: 'yes', judgement_reasons: 'Verkeerd adres.', aware_at: at(30) })
    assert.equal((await officer.send(`/datalekken/${id}/stap/decide_report`, { report_decision: 'report', report_reasons: 'x' })).status, 409, 'not before it is weighed')
    await step(officer, 'datalekken', id, 'weigh', { ...weighing, enisa_data: 'simple', risk: 'unlikely' })
    await refused(officer, id, 'decide_report', { report_decision: 'not_report' }, 400, /Waarom dit besluit/)
    await refused(officer, id, 'decide_report', { report_decision: 'not_report', report_reasons: 'x' }, 400, /op welke grond/)
    await refused(officer, id, 'decide_report', { report_decision: 'not_report', report_reasons: 'Staat zo in ons beleid.', report_ground: 'no_special_data' }, 400, /is geen grond/)
    await step(officer, 'datalekken', id, 'decide_report', { report_decision: 'not_report', report_reasons: 'De ontvanger wiste alles.', report_ground: 'risk_unlikely' })
    assert.equal((await termOf(id, 'report'))!.metAt, null)
    assert.ok((await rulesOn(id)).includes('second-person-missing'))
    await refused(officer, id, 'second_look', { agrees: 'yes', reason: 'Eens.' }, 409, /Een ander moet ernaar kijken/)
    assert.equal((await dpo.send(`/datalekken/${id}/stap/second_look`, { agrees: 'yes', reason: 'x' })).status, 403)

    // Two people at once: the second finds that something changed.
    const { revision } = (await entryOf(id)).system
    const judge = (agrees: string) => story.house.scoped((scope) => perform({ ...scope, actor: { kind: 'person', personId: ciso.personId, accountId: newId(), name: 'Cas', assignments: [{ role: 'ciso', departmentIds: undefined }] } }, breaches, 'second_look', id, { agrees, reason: 'Zo zie ik het.' }, { revision }))
    await judge('yes')
    await assert.rejects(judge('no'), (error) => error instanceof Conflict || (error as { status?: number }).status === 409)
    assert.equal(await statusOf(id), 'handled')
    const { confirmed_by, report_settled_at } = await inputOf(id)
    assert.deepEqual([confirmed_by, (await termOf(id, 'report'))!.metAt?.toISOString()], [ciso.personId, report_settled_at])

    // New facts: another weighing overturns it, and the clock runs on from where it was.
    await step(officer, 'datalekken', id, 'weigh', { ...weighing, risk: 'high' })
    assert.deepEqual([await statusOf(id), (await inputOf(id)).report_decision, (await termOf(id, 'report'))!.metAt], ['weighed', null, null])
  })

  test('M-15: late is never hidden: no notification without its reason, and the page says how late', async () => {
    const { officer, step, rulesOn } = story
    const id = await receive('processor', { what_happened: 'Een back-up stond open.', discovered_at: at(140), processor: null }, 100)
    assert.equal((await inputOf(id)).aware_at, (await inputOf(id)).received_at, 'of a processor: known from its report')
    assert.ok((await rulesOn(id)).includes('processor-late'), 'N-41: more than 24 hours')
    const notice = (await termOf(id, 'processor_notice'))!
    assert.ok(notice.metAt! > notice.dueAt, 'met, but late')
    await step(officer, 'datalekken', id, 'assess', { judgement: 'yes', judgement_reasons: 'Gegevens stonden open.', dangers: ['', 'reputation'] })
    assert.ok((await rulesOn(id)).includes('directors-not-told'), 'P-14: nobody is known as director here')
    await step(officer, 'datalekken', id, 'weigh', weighing)
    await step(officer, 'datalekken', id, 'decide_report', { report_decision: 'report', report_reasons: 'Er is een risico.' })
    assert.match(plain(await officer.page(`/datalekken/${id}`)), /\d+ uur en \d+ minu\w+ te laat/)
    await refused(officer, id, 'notify_authority', {}, 400, /later dan 72 uur/)
    await step(officer, 'datalekken', id, 'notify_authority', { delay_reason: 'De verwerker was onbereikbaar.' })
    assert.match(plain(await officer.page('/datalekken')), /1 gemeld aan de AP|2 gemeld aan de AP/)
    await refused(officer, id, 'no_breach', { reason: 'Toch niet' }, 409, /Trek de melding eerst in/)
    await step(officer, 'datalekken', id, 'follow_up', { kind: 'withdrawal', note: 'Het bleek een test.' })
    await step(officer, 'datalekken', id, 'no_breach', { reason: 'Testgegevens.' })
    assert.equal(await statusOf(id), 'no_breach')
    await step(officer, 'datalekken', id, 'reopen', { reason: 'Toch echte gegevens.' })
    assert.equal(await statusOf(id), 'investigating')
  })

  test('W-11 N-64: as processor the participant is told, and the authority is the controller’s', async () => {
    const { officer, step, rulesOn, house } = story
    const participant = newId()
    await house.scoped(({ tx, organisation }) => tx.insertInto('participant').values({ organisation_id: organisation.id, id: participant, name: 'Gemeente Deelland', kind: 'municipality' }).execute())
    const id = await receive('participant', { what_happened: 'Een map stond open voor iedereen.' }, 26)
    await step(officer, 'datalekken', id, 'assess', { judgement: 'yes', judgement_reasons: 'Iedereen kon erbij.', aware_at: at(26) })
    assert.deepEqual([await termOf(id, 'report'), (await termOf(id, 'tell_controller'))!.term.duration], [undefined, 'PT24H'])
    assert.ok((await rulesOn(id)).includes('controller-unknown'))
    await refused(officer, id, 'tell_controller', { controller_told_note: 'Map stond open.' }, 400, /wie de verantwoordelijke is/)
    await house.scoped(async (scope) => perform(scope, breaches, 'change', id, { ...(await loadEntry(scope, breaches, id)).input, participant }))
    await step(officer, 'datalekken', id, 'tell_controller', { controller_told_note: 'Map stond open; nu dicht.' })
    assert.equal(await statusOf(id), 'handled')
    const told = (await termOf(id, 'tell_controller'))!
    assert.ok(told.metAt! > told.dueAt, 'late, and it stays to be seen')
  })

  test('a breach reported in the future is refused; a clock that was set back makes nothing wrong', async () => {
    const { house } = story
    const make = (input: Partial<BreachInput>, now: Date) => house.scoped((scope) => createEntry(scope, breaches, { ...emptyInput(breaches.fields), name: 'Uit de toekomst', ...input }), now)
    await assert.rejects(make({ discovered_at: new Date(Date.now() + hour).toISOString() }, new Date()), (error) => error instanceof Invalid && error.faults[0]!.at === 'discovered_at')
    const id = await make({ discovered_at: at(0), aware_at: at(0), received_at: at(0) }, new Date())
    await house.scoped(async (scope) => perform(scope, breaches, 'change', id, { ...(await loadEntry(scope, breaches, id)).input, where_happened: 'Balie' }), ago(3))
    assert.equal((await inputOf(id)).where_happened, 'Balie')
  })

  test('N-49: personal numbers in the text are pointed at, and nothing is blocked', async () => {
    const { officer, rulesOn } = story
    const id = await receive('employee', { what_happened: 'Brief van BSN 111222333 ging naar de buren.' })
    assert.ok((await rulesOn(id)).includes('numbers-in-text'))
    const page = plain(await officer.page(`/datalekken/${id}`))
    assert.match(page, /Haal gegevens van personen uit de tekst/)
    assert.match(page, /Het staat bij\s*: Wat is er gebeurd/)
  })

  test('art. 33 lid 5: what was recorded by mistake goes while nothing hangs on it; else it is closed and kept', async () => {
    const { house, officer, step } = story
    const record = () => house.scoped((scope) => createEntry(scope, breaches, { ...emptyInput(breaches.fields), name: 'Dubbel ingevoerd' }))
    const [mistaken, answered] = [await record(), await record()]
    await house.scoped((scope) => draftLetter(scope, breaches, answered, 'breach-receipt'))
    await refused(officer, answered, 'remove', {}, 409, /Hier hoort al meer bij/)
    await step(officer, 'datalekken', mistaken, 'remove')
    assert.equal((await officer.get(`/${house.slug}/datalekken/${mistaken}`)).status, 404)
  })

  test('N-02: a file is confidential: a colleague sees the own report only, an administrator nothing', async () => {
    const { house } = story
    const colleague = await visitorOf(house, 'Vera Vindt', [{ role: 'employee', departmentId: house.departments.belastingen }])
    const admin = await visitorOf(house, 'Arie Beheer', ['administrator'])
    const own = await colleague.make('datalekken', { name: 'USB-stick kwijt', department: house.departments.belastingen, what_happened: 'Kwijt op het station.' })
    const others = await receive('employee', { what_happened: 'Iets anders.' })
    assert.equal((await colleague.get(`/${house.slug}/datalekken/${own}`)).status, 200)
    for (const person of [colleague, admin]) assert.equal((await person.get(`/${house.slug}/datalekken/${others}`)).status, 404)
    assert.equal((await admin.get(`/${house.slug}/datalekken/${own}`)).status, 404)
  })
})

describe('P-14: at a firm', () => {
  test('seven questions, and directors are told when the good name is in danger', async () => {
    const { house, officer, step } = await storyOf('firm', 'ipmarketing-2018')
    const director = await house.person('Dirk Directeur', 'employee')
    await house.scoped(async ({ tx, organisation }) => {
      const id = newId()
      await tx.insertInto('job_function').values({ organisation_id: organisation.id, id, name: 'Directeur', is_management: true }).execute()
      await tx.updateTable('person').set({ job_function_id: id }).where('organisation_id', '=', organisation.id).where('id', '=', director.personId).execute()
    })
    const way = breachCases.intakes.find(({ kinds }) => kinds?.includes('firm'))!
    assert.equal(way.questions.filter(({ field }) => !/^(reporter|manager)_/.test(field)).length, 7)
    const id = await house.scoped(async (scope) => (await way.receive(scope, { ...emptyInput(breaches.fields), ...way.fixed, what_happened: 'Een klantenlijst lag op straat.' })).id)
    await step(officer, 'datalekken', id, 'assess', { judgement: 'yes', judgement_reasons: 'Lijst gevonden.', dangers: ['', 'customers', 'reputation'] })
    const { directors_told_at } = await house.scoped(async (scope) => (await loadEntry(scope, breaches, id)).input as BreachInput)
    assert.ok(directors_told_at)
    const mails = await house.scoped(({ tx, organisation }) => tx.selectFrom('mail_message').select('id').where('organisation_id', '=', organisation.id).where('person_id', '=', director.personId).execute())
    assert.equal(mails.length, 1)
  })
})
