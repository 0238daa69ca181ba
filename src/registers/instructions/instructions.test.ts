// Instructions over two organisations: given by the participant, acknowledged, objected to, answered, carried out and seen back; neither sees what the other writes for itself.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { plain, type Visitor, visitorOf } from '../../../test/support/register-visitor.ts'
import { carryCrossings } from '../../case-kit/forwarding/crossing-jobs.ts'
import { sendAcross } from '../../case-kit/forwarding/crossings.ts'
import { readTies, type Tie } from '../../case-kit/forwarding/ties.ts'
import { newId } from '../../ground/ids.ts'
import { type JobHouse, jobPlace } from '../../people/job-scope.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry } from '../../register-kit/perform.ts'
import { services } from '../service-catalogue/register.ts'
import { listGiven } from './given.ts'
import { topicKey } from './messages.ts'
import { instructions } from './register.ts'

describe('what a participant instructs its processor (W-02; art. 28 lid 3 onder a)', () => {
  let [serves, served]: Tenant[] = []
  let [ours, theirs]: Visitor[] = []
  let jobs: JobHouse
  let [participant, service, entry, given] = ['', '', '', '']
  const us = () => serves!
  const them = () => served!
  const carryAll = async () => {
    const carry = async (house: Tenant) => carryCrossings(jobs, await jobPlace(jobs, house.organisation.id, { kind: 'system', task: 'test' }))
    while ((await carry(us())) + (await carry(them())) > 0) continue
  }
  const opened = () => us().scoped((scope) => loadEntry(scope, instructions, entry))
  const rows = () => us().scoped(({ tx, organisation }) => tx.selectFrom('instruction').select('id').where('organisation_id', '=', organisation.id).execute())
  const step = async (verb: string, fields: Record<string, string>) => {
    const response = await ours!.send(`/instructies/${entry}/stap/${verb}`, fields)
    assert.equal(response.status, 303, plain(await response.text()).slice(0, 1500))
    await carryAll()
  }
  const typed = { title: 'Logbestanden drie maanden bewaren', kind: 'change', text: 'Bewaar logbestanden niet langer dan drie maanden.', service: 'back-UP', due_on: '31-12-2030', given_by: 'Teammanager\0 Burgerzaken', note: 'GEHEIM\0-DEELNEMER' }

  before(async () => {
    const { deps, database, masterKey } = await product()
    jobs = { database, master: masterKey, clock: () => deps.clock!() }
    serves = await tenant({ kind: 'service_organisation', profile: 'ict-wbw-2022' })
    served = await tenant()
    ours = await visitorOf(serves, 'Dirk Dienst', ['privacy_officer'])
    theirs = await visitorOf(served, 'Petra Privacy', ['privacy_officer'])
    participant = newId()
    await serves.scoped(({ tx, organisation }) => tx.insertInto('participant').values({ organisation_id: organisation.id, id: participant, name: 'Gemeente Deelnemer', kind: 'municipality' }).execute())
    service = await serves.scoped((scope) => createEntry(scope, services, { ...emptyInput(services.fields), name: 'Back-up', participants: [{ participant, since_on: '2025-01-01', until_on: null, agreement: 'VO-1', agreement_on: '2025-01-01', agreement_until_on: null }] }))
    assert.equal((await ours.send('/koppelingen', { participant, slug: served.slug })).status, 303)
    await carryAll()
    const [tie] = await served.scoped(readTies)
    assert.equal((await theirs.send(`/koppelingen/${tie!.id}/aannemen`, {})).status, 303)
    await carryAll()
  })

  test('is given from the page of ties, lands in the processor’s register with its service, and its receipt comes back', async () => {
    assert.match(plain(await theirs!.page('/koppelingen')), /Instructie geven/)
    assert.doesNotMatch(plain(await ours!.page('/koppelingen')), /Instructie geven/, 'whoever serves gives none')
    const employee = await visitorOf(them(), 'Eva Elders', ['employee'])
    assert.equal((await employee.get(`/${them().slug}/gegeven-instructies`)).status, 403)
    const bad = await theirs!.send('/gegeven-instructies/nieuw', { ...typed, title: '', kind: 'anything', due_on: '31-02-2030' })
    assert.equal(bad.status, 400)
    const again = await bad.text()
    for (const at of ['title', 'kind', 'due_on']) assert.ok(again.includes(`href="#${at}"`) || again.includes(`id="${at}-error"`) || again.includes(at), at)
    assert.ok(again.includes('niet langer dan drie maanden'), 'nothing that was typed is lost')
    const sent = await theirs!.send('/gegeven-instructies/nieuw', typed)
    assert.equal(sent.status, 303, plain(await sent.clone().text()).slice(0, 1500))
    given = sent.headers.get('location')!.split('/').at(-1)!
    assert.match(plain(await theirs!.page('/gegeven-instructies')), /Logbestanden drie maanden bewaren .* Verstuurd/)
    await carryAll()
    const found = await rows()
    assert.equal(found.length, 1)
    entry = found[0]!.id
    const { input, system, deadlines } = await opened()
    assert.deepEqual([input.participant, input.kind, input.instruction, input.service, input.means, input.given_by, input.due_on, system.status], [participant, 'change', typed.text, service, 'here', 'Teammanager Burgerzaken', '2030-12-31', 'received'])
    assert.ok(deadlines!.some(({ kind, metAt }) => kind === 'acknowledge' && metAt === null), 'the term to acknowledge runs')
    assert.match(plain(await theirs!.page(`/gegeven-instructies/${given}`)), /Stand Ontvangen/)
    assert.match(plain(await ours!.page(`/deelnemers/${participant}`)), /Logbestanden drie maanden bewaren/)
  })

  test('is acknowledged with a message, and waits when the processor thinks that it infringes the law, until the participant answers (art. 28 lid 3, laatste zin)', async () => {
    await step('acknowledge', { reply: 'Wij doen dit in december.' })
    assert.match(plain(await theirs!.page(`/gegeven-instructies/${given}`)), /Stand Bevestigd.*Wij doen dit in december/)
    assert.equal((await ours!.send(`/instructies/${entry}/stap/object`, { objection: 'Te kort' })).status, 400, 'not without an article')
    await step('object', { objection: 'De BIO vraagt zes maanden.', objection_article: 'art. 32 lid 1 AVG' })
    const waiting = await opened()
    assert.deepEqual([waiting.system.status, waiting.input.objection_told_on !== null], ['objected', true], 'told at once, by itself')
    assert.ok(!waiting.deadlines!.some(({ kind, metAt }) => kind === 'carry_out' && metAt === null), 'its term waits too')
    assert.ok([400, 404, 409].includes((await ours!.send(`/instructies/${entry}/stap/carry_out`, { done: 'x', proof: 'y' })).status), 'nothing is carried out meanwhile')
    assert.match(plain(await theirs!.page(`/gegeven-instructies/${given}`)), /denkt dat deze instructie niet mag De BIO vraagt zes maanden\. In strijd met: art\. 32 lid 1 AVG/)
    assert.equal((await theirs!.send(`/gegeven-instructies/${given}/antwoord`, { outcome: 'changed', answer: 'Goed gezien.', new_text: '' })).status, 400)
    assert.equal((await theirs!.send(`/gegeven-instructies/${given}/antwoord`, { outcome: 'changed', answer: 'Goed gezien.', new_text: 'Bewaar logbestanden zes maanden.' })).status, 303)
    await carryAll()
    const { input, system, deadlines } = await opened()
    assert.deepEqual([system.status, input.instruction, input.objection_answer], ['acknowledged', 'Bewaar logbestanden zes maanden.', 'Goed gezien.'])
    assert.ok(deadlines!.some(({ kind, metAt }) => kind === 'carry_out' && metAt === null))
    assert.equal((await theirs!.send(`/gegeven-instructies/${given}/antwoord`, { outcome: 'kept', answer: 'Nog eens.' })).status, 400, 'nothing waits any more')
  })

  test('is carried out with proof, which the participant sees; what either writes for itself stays where it is', async () => {
    const { input } = await opened()
    const revision = /name="revision" value="(\d+)"/.exec(await ours!.page(`/instructies/${entry}/wijzigen`))![1]!
    const changed = await ours!.send(`/instructies/${entry}/wijzigen`, { ...Object.fromEntries(Object.entries(input).filter(([, value]) => typeof value === 'string')) as Record<string, string>, note: 'GEHEIM-DIENSTVERLENER', revision })
    assert.equal(changed.status, 303, plain(await changed.clone().text()).slice(0, 1500))
    assert.equal((await ours!.send(`/instructies/${entry}/stap/carry_out`, { done: 'Ingesteld.' })).status, 400, 'not without proof')
    await step('carry_out', { done: 'Ingesteld op alle servers.', proof: 'Wijziging 2030-14' })
    const page = plain(await theirs!.page(`/gegeven-instructies/${given}`))
    assert.match(page, /Stand Uitgevoerd.*Ingesteld op alle servers\..*Wijziging 2030-14/)
    const number = String((await opened()).input.number)
    const theirRows = await them().scoped(async ({ tx, organisation }) => JSON.stringify([await tx.selectFrom('given_instruction').selectAll().where('organisation_id', '=', organisation.id).execute(), await tx.selectFrom('mail_message').select('id').where('organisation_id', '=', organisation.id).execute()]))
    for (const hidden of ['GEHEIM-DIENSTVERLENER', 'Dirk Dienst', number, entry, participant]) assert.ok(!page.includes(hidden) && !theirRows.includes(hidden), `the participant sees ${hidden}`)
    const ourPages = [await ours!.page(`/instructies/${entry}`), await ours!.page(`/instructies/${entry}/geschiedenis`), await ours!.page(`/deelnemers/${participant}`)].join('\n')
    const ourRows = await us().scoped(async ({ tx, organisation }) => JSON.stringify([await tx.selectFrom('instruction').selectAll().where('organisation_id', '=', organisation.id).execute(), await tx.selectFrom('history_event').selectAll().where('organisation_id', '=', organisation.id).execute()]))
    for (const hidden of ['GEHEIM-DEELNEMER', 'Petra Privacy', given]) assert.ok(!ourPages.includes(hidden) && !ourRows.includes(hidden), `the processor sees ${hidden}`)
    assert.equal((await theirs!.get(`/${them().slug}/instructies/${entry}`)).status, 404)
    assert.equal((await ours!.get(`/${us().slug}/gegeven-instructies/${given}`)).status, 404)
    assert.equal((await theirs!.send(`/gegeven-instructies/${given}/intrekken`, { reason: 'Toch niet' })).status, 400, 'what is done can’t be withdrawn')
  })

  test('can be withdrawn; what names another’s instruction, comes twice or comes after the tie has ended does nothing here', async () => {
    const second = (await theirs!.send('/gegeven-instructies/nieuw', { ...typed, title: 'Tweede', service: 'Onbekende dienst' })).headers.get('location')!.split('/').at(-1)!
    await carryAll()
    const made = (await rows()).find(({ id }) => id !== entry)!.id
    const load = () => us().scoped((scope) => loadEntry(scope, instructions, made))
    assert.deepEqual([(await load()).input.service, String((await load()).input.document).includes('Onbekende dienst')], [null, true])
    const [tie] = await them().scoped(readTies) as [Tie]
    const { reference } = (await them().scoped(listGiven)).find(({ id }) => id === second)!
    const across = (body: unknown) => them().scoped((scope) => sendAcross(scope, us().slug, { kind: 'message', tie: tie.reference, topic: topicKey, body }))
    await across({ what: 'withdrawn', reference: newId(), reason: 'Van een ander' })
    await across({ what: 'given', reference, given: { title: 'Nog eens', kind: 'other', text: 'x', givenBy: 'y', givenOn: '2027-01-01', dueOn: null, service: null } })
    await across({ what: 'state', reference, state: 'carried_out', reply: null, text: null, objection: null, article: null, done: 'vals', doneOn: null, proof: null })
    await across({ what: 'anything' })
    await carryAll()
    assert.equal((await rows()).length, 2)
    assert.equal((await load()).system.status, 'received', 'a participant can’t say that it was carried out')
    assert.equal((await theirs!.send(`/gegeven-instructies/${second}/intrekken`, { reason: 'Niet meer nodig' })).status, 303)
    await carryAll()
    assert.deepEqual([(await load()).system.status, (await load()).input.withdrawn_reason], ['withdrawn', 'Niet meer nodig'])
    assert.match(plain(await theirs!.page(`/gegeven-instructies/${second}`)), /Stand Ingetrokken/)
    const late = (await theirs!.send('/gegeven-instructies/nieuw', { ...typed, title: 'Te laat' })).headers.get('location')!.split('/').at(-1)!
    const [our] = await us().scoped(readTies)
    assert.equal((await ours!.send(`/koppelingen/${our!.id}/beeindigen`, {})).status, 303)
    await carryAll()
    assert.equal((await rows()).length, 2)
    assert.match(plain(await theirs!.page(`/gegeven-instructies/${late}`)), /Stand Niet aangekomen/)
  })
})
