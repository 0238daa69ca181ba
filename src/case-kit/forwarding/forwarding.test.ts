// Forwarding over two organisations: a tie that both agree to, a case that crosses with its clock, three states that come back, and nothing of what either side writes.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { program } from '../../../test/support/api.ts'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import { plain, type Visitor, visitorOf } from '../../../test/support/register-visitor.ts'
import { keepFile, readFile, receiveFile } from '../../ground/files.ts'
import { newId } from '../../ground/ids.ts'
import { openContent } from '../../people/mail.ts'
import { type JobHouse, jobPlace } from '../../people/job-scope.ts'
import { attach, readAttachments } from '../../register-kit/collaboration/attachments.ts'
import { readDeadlines } from '../../register-kit/deadlines/kept-deadline.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { breaches } from '../../registers/breaches/register.ts'
import { requests } from '../../registers/requests/register.ts'
import { attachOne } from '../intake/form-files.ts'
import { carryCrossings, tellStandings } from './crossing-jobs.ts'
import { forwardedOf, sendToParticipant } from './forwarded.ts'
import { readTies } from './ties.ts'

async function* pieces(text: string): AsyncIterable<Buffer> {
  yield Buffer.from(text)
}

describe('what a service organisation forwards to its participant (H-33, W-11, W-12, M-12)', () => {
  let [serves, served]: Tenant[] = []
  let [theirOfficer, ourOfficer]: Visitor[] = []
  let jobs: JobHouse
  let [participant, outside, sent, arrived] = ['', '', '', '']
  const received = '2026-11-02T08:15:00.000Z'
  const us = () => serves!
  const them = () => served!
  const carry = async (house: Tenant) => carryCrossings(jobs, await jobPlace(jobs, house.organisation.id, { kind: 'system', task: 'test' }))
  /** Everything that is under way, both ways, until nothing is. */
  const carryAll = async () => { while ((await carry(us())) + (await carry(them())) > 0) continue }
  const open = (house: Tenant, id: string) => house.scoped((scope) => loadEntry(scope, requests, id))
  const makeRequest = (title = 'Inzage jeugdzorg') => us().scoped((scope) => createEntry(scope, requests, {
    ...emptyInput(requests.fields), title, right: 'access', channel: 'letter', language: 'nl', received_at: received, subject_name: 'Noa de Wind', request: 'Alles over mij', note: 'GEHEIM-DIENSTVERLENER',
  }))
  const mailTo = (house: Tenant, person: string) => house.scoped(async ({ tx, organisation }) => {
    const rows = await tx.deleteFrom('mail_message').where('organisation_id', '=', organisation.id).where('person_id', '=', person).returning(['id', 'content']).execute()
    return rows.map(({ id, content }) => openContent(house.organisation, id, content!))
  })

  before(async () => {
    const { deps, database, masterKey } = await product()
    jobs = { database, master: masterKey, clock: () => deps.clock!() }
    serves = await tenant({ kind: 'service_organisation', profile: 'ict-wbw-2022' })
    served = await tenant()
    ourOfficer = await visitorOf(serves, 'Dirk Dienst', ['privacy_officer'])
    theirOfficer = await visitorOf(served, 'Petra Privacy', ['privacy_officer'])
    ;[participant, outside] = [newId(), newId()]
    await serves.scoped(({ tx, organisation }) => tx.insertInto('participant').values([
      { organisation_id: organisation.id, id: participant, name: 'Gemeente Deelnemer', kind: 'municipality' }, { organisation_id: organisation.id, id: outside, name: 'Gemeente Elders', kind: 'municipality', contact: 'privacy@elders.example' },
    ]).execute())
  })

  test('crosses only between organisations that both said so: one offers, the other agrees', async () => {
    assert.equal((await ourOfficer!.send('/koppelingen', { participant, slug: 'bestaat-niet-hier' })).status, 400)
    assert.equal((await ourOfficer!.send('/koppelingen', { participant, slug: us().slug })).status, 400)
    assert.equal((await ourOfficer!.send('/koppelingen', { participant, slug: them().slug })).status, 303)
    assert.match(plain(await (await ourOfficer!.send('/koppelingen', { participant, slug: them().slug })).text()), /al gekoppeld, of de koppeling is al aangeboden/)
    const employee = await visitorOf(us(), 'Eva Elders', ['employee'])
    assert.equal((await employee.get(`/${us().slug}/koppelingen`)).status, 403)
    await carryAll()
    assert.match(plain(await theirOfficer!.page('/koppelingen')), new RegExp(`${us().organisation.name} Uw dienstverlener Aangeboden`))
    assert.equal((await mailTo(them(), theirOfficer!.personId))[0]!.subject.nl, 'Een dienstverlener wil zaken doorsturen')
    const [tie] = await them().scoped(readTies)
    const [ours] = await us().scoped(readTies)
    assert.equal((await ourOfficer!.send(`/koppelingen/${ours!.id}/aannemen`, {})).status, 409, 'whoever offers can’t agree')
    assert.equal((await theirOfficer!.send(`/koppelingen/${ours!.id}/aannemen`, {})).status, 404, 'the row of the other organisation isn’t here')
    assert.equal((await theirOfficer!.send(`/koppelingen/${tie!.id}/aannemen`, {})).status, 303)
    await carryAll()
    assert.deepEqual([(await us().scoped(readTies))[0]!.state, (await them().scoped(readTies))[0]!.state], ['agreed', 'agreed'])
  })

  test('exists in both organisations, each with its own number and clock; the participant’s began when the service organisation received it (art. 28 lid 3 onder e)', async () => {
    sent = await makeRequest()
    const place = { database: jobs.database, organisation: us().organisation }
    const file = (name: string) => receiveFile(place, jobs.clock(), pieces('%PDF-1.7 machtiging'), name)
    const [theirs1, ours1] = [await file('bijlage 1.pdf'), await file('eigen aantekening.pdf')]
    await us().scoped(async (scope) => {
      await keepFile(scope, theirs1.id)
      await attachOne(scope, requests.key, sent, theirs1.id, theirs1.name)
      await attach({ ...scope, actor: { kind: 'person', personId: ourOfficer!.personId, accountId: newId(), name: 'Dirk Dienst', assignments: [] } }, requests.key, sent, ours1, '')
    })
    assert.match(plain(await ourOfficer!.page(`/verzoeken/${sent}`)), /Doorsturen aan de deelnemer/)
    assert.equal((await ourOfficer!.send(`/verzoeken/${sent}/doorsturen`, { participant: '' })).status, 400)
    const forwarded = await ourOfficer!.send(`/verzoeken/${sent}/doorsturen`, { participant })
    assert.equal(forwarded.status, 303, plain(await forwarded.clone().text()).slice(0, 1500))
    await carryAll()
    const rows = await them().scoped(({ tx, organisation }) => tx.selectFrom('subject_request').select(['id', 'number']).where('organisation_id', '=', organisation.id).execute())
    assert.equal(rows.length, 1)
    arrived = rows[0]!.id
    const [mine, theirs] = [await open(us(), sent), await open(them(), arrived)]
    assert.notEqual(mine.input.number, theirs.input.number)
    const attached = await them().scoped((scope) => readAttachments(scope, requests.key, arrived))
    assert.deepEqual(attached.map(({ name, personId, sha256 }) => [name, personId, sha256]), [['bijlage 1.pdf', null, theirs1.sha256]], 'what the citizen sent along crosses; what a colleague attached doesn’t')
    assert.equal(await new Response(readFile({ database: jobs.database, organisation: them().organisation }, { id: attached[0]!.fileId, size: attached[0]!.size })).text(), '%PDF-1.7 machtiging')
    assert.deepEqual([theirs.input.subject_name, theirs.input.request, theirs.input.received_at], ['Noa de Wind', 'Alles over mij', received])
    const [clock] = await them().scoped((scope) => readDeadlines(scope, requests, [arrived]))
    assert.equal(clock!.startedAt.toISOString(), received)
    assert.equal((await mailTo(them(), theirOfficer!.personId)).length, 1)
    assert.equal((await us().scoped((scope) => forwardedOf(scope, requests.key, sent)))[0]!.state, 'received')
  })

  test('a message that comes twice, after a crash between the two, makes no second case; nor does forwarding twice', async () => {
    await us().scoped(async (scope) => { await sendToParticipant(scope, requests, await loadEntry(scope, requests, sent), participant) })
    const message = await us().scoped(({ tx, organisation }) => tx.selectFrom('crossing_message').select('id').where('organisation_id', '=', organisation.id).where('kind', '=', 'case').execute())
    assert.equal(message.length, 1)
    const second = await makeRequest('Nog een verzoek')
    await us().scoped(async (scope) => { await sendToParticipant(scope, requests, await loadEntry(scope, requests, second), participant) })
    const [{ id, content }] = await us().scoped(({ tx, organisation }) => tx.selectFrom('crossing_message').select(['id', 'content']).where('organisation_id', '=', organisation.id).where('next_attempt_at', 'is not', null).execute()) as [{ id: string; content: Buffer }]
    assert.ok(!content.includes('Noa'), 'sealed while it waits')
    await carry(us())
    // As it stands when the process died after the receiver's transaction and before the sender's.
    await us().scoped(({ tx, organisation }) => tx.updateTable('crossing_message').set({ content, crossed_at: null, next_attempt_at: new Date(0) }).where('organisation_id', '=', organisation.id).where('id', '=', id).execute())
    await carryAll()
    const rows = await them().scoped(({ tx, organisation }) => tx.selectFrom('subject_request').select('id').where('organisation_id', '=', organisation.id).execute())
    assert.equal(rows.length, 2)
    const kept = await us().scoped(({ tx, organisation }) => tx.selectFrom('crossing_message').select('content').where('organisation_id', '=', organisation.id).execute())
    assert.ok(kept.every((row) => row.content === null), 'nothing is kept once it is across')
  })

  test('neither side sees the other’s notes, number or people: not on pages, not in history, not through the API', async () => {
    await them().scoped(async (scope) => perform(scope, requests, 'change', arrived, { ...(await loadEntry(scope, requests, arrived)).input, note: 'GEHEIM-DEELNEMER' }))
    const commented = await theirOfficer!.send(`/verzoeken/${arrived}/reacties`, { body: 'OVERLEG-DEELNEMER' })
    assert.ok(commented.status < 500)
    await carryAll()
    const [mine, theirs] = [await open(us(), sent), await open(them(), arrived)]
    const seenBy = async (house: Tenant, officer: Visitor, id: string) => {
      const pages = await Promise.all([`/verzoeken/${id}`, `/verzoeken/${id}/geschiedenis`, '/verzoeken', '/koppelingen', `/verzoeken/${id}/doorsturen`].map((path) => officer.page(path)))
      const api = await program(house)
      const answers = await Promise.all([`/${house.slug}/requests/${id}`, `/${house.slug}/requests`, `/${house.slug}/requests/${id}/history`].map(async (path) => (await api.call('GET', path)).text()))
      const rows = await house.scoped(async ({ tx, organisation }) => JSON.stringify([
        await tx.selectFrom('subject_request').selectAll().where('organisation_id', '=', organisation.id).execute(), await tx.selectFrom('forwarded_case').selectAll().where('organisation_id', '=', organisation.id).execute(),
        await tx.selectFrom('history_event').selectAll().where('organisation_id', '=', organisation.id).execute(),
      ]))
      return [...pages, ...answers, rows].join('\n')
    }
    const [atUs, atThem] = [await seenBy(us(), ourOfficer!, sent), await seenBy(them(), theirOfficer!, arrived)]
    for (const hidden of ['GEHEIM-DEELNEMER', 'OVERLEG-DEELNEMER', 'Petra Privacy', String(theirs.input.number), arrived]) assert.ok(!atUs.includes(hidden), `the service organisation sees ${hidden}`)
    for (const hidden of ['GEHEIM-DIENSTVERLENER', 'Dirk Dienst', String(mine.input.number), sent, participant]) assert.ok(!atThem.includes(hidden), `the participant sees ${hidden}`)
    assert.ok(atUs.includes('GEHEIM-DIENSTVERLENER') && atThem.includes('GEHEIM-DEELNEMER'), 'each sees its own')
    for (const [officer, house, id] of [[ourOfficer!, them(), arrived], [theirOfficer!, us(), sent]] as const) assert.equal((await officer.get(`/${house.slug}/verzoeken/${id}`)).status, 404)
    assert.equal((await theirOfficer!.get(`/${them().slug}/verzoeken/${sent}`)).status, 404)
  })

  test('accepted and answered come back by themselves, each once, and nothing else does', async () => {
    const standing = async () => (await us().scoped((scope) => forwardedOf(scope, requests.key, sent)))[0]!
    await them().scoped(tellStandings)
    await carryAll()
    assert.equal((await standing()).state, 'received')
    await them().scoped((scope) => perform(scope, requests, 'identify', arrived, { identity_means: 'not_needed', identity_note: 'GEHEIM', identity_checked_on: null }))
    await them().scoped(tellStandings)
    await them().scoped(tellStandings)
    await carryAll()
    assert.equal((await standing()).state, 'accepted')
    assert.match(plain(await ourOfficer!.page(`/verzoeken/${sent}`)), /Gemeente Deelnemer Stand In behandeling/)
    await them().scoped(({ tx, organisation, now }) => tx.updateTable('subject_request').set({ answered_on: now.toISOString().slice(0, 10) }).where('organisation_id', '=', organisation.id).where('id', '=', arrived).execute())
    await them().scoped(tellStandings)
    await carryAll()
    const over = await standing()
    assert.deepEqual([over.state, over.acceptedAt !== null, over.answeredAt !== null], ['answered', true, true])
    const events = await us().scoped(({ tx, organisation }) => tx.selectFrom('history_event').select(['verb', 'note']).where('organisation_id', '=', organisation.id).where('entry_id', '=', sent).where('verb', 'like', 'across_%').orderBy('id').execute())
    assert.deepEqual(events, ['across_received', 'across_accepted', 'across_answered'].map((verb) => ({ verb, note: 'Gemeente Deelnemer' })))
    assert.match(plain(await theirOfficer!.page(`/verzoeken/${arrived}`)), /Uw dienstverlener ziet of u dit hebt opgepakt en beantwoord, en verder niets/)
  })

  test('a breach at the service organisation becomes the report of a processor at the participant, whose own clock begins then (art. 33 lid 2; W-11)', async () => {
    const aware = new Date(Date.now() - 26 * 3_600_000).toISOString()
    const id = await us().scoped((scope) => createEntry(scope, breaches, {
      ...emptyInput(breaches.fields), name: 'Map stond open', channel: 'colleague', language: 'nl', role: 'processor', what_happened: 'Een map stond open voor iedereen.', reporter_name: 'Melder van Hier', received_at: aware, aware_at: aware, discovered_at: aware, judgement_reasons: 'GEHEIM-OORDEEL',
    }))
    await us().scoped((scope) => perform(scope, breaches, 'assess', id, { judgement: 'yes', judgement_reasons: 'GEHEIM-OORDEEL', aware_at: aware }))
    const forwarded = await ourOfficer!.send(`/datalekken/${id}/doorsturen`, { participant })
    assert.equal(forwarded.status, 303, plain(await forwarded.clone().text()).slice(0, 1500))
    assert.equal((await us().scoped((scope) => loadEntry(scope, breaches, id))).system.status, 'handled', 'telling the controller is taken as a step')
    await carryAll()
    const [row] = await them().scoped(({ tx, organisation }) => tx.selectFrom('breach').select('id').where('organisation_id', '=', organisation.id).execute())
    const { input, deadlines } = await them().scoped((scope) => loadEntry(scope, breaches, row!.id))
    assert.deepEqual([input.channel, input.role, input.what_happened, input.reporter_name], ['processor', 'controller', 'Een map stond open voor iedereen.', us().organisation.name])
    assert.ok(String(input.aware_at) > aware, 'known from the report on')
    assert.equal(String(input.discovered_at).slice(0, 16), aware.slice(0, 16))
    assert.ok(deadlines!.some(({ kind, metAt }) => kind === 'report' && metAt === null), 'the 72 hours run')
    const page = await theirOfficer!.page(`/datalekken/${row!.id}`)
    assert.doesNotMatch(page, /GEHEIM-OORDEEL|Melder van Hier/)
    assert.equal((await us().scoped((scope) => forwardedOf(scope, breaches.key, id)))[0]!.state, 'received')
  })

  test('after the tie has ended nothing comes in any more, and the sender sees that it didn’t arrive', async () => {
    const late = await makeRequest('Te laat gestuurd')
    await us().scoped(async (scope) => { await sendToParticipant(scope, requests, await loadEntry(scope, requests, late), participant) })
    const [tie] = await them().scoped(readTies)
    assert.equal((await theirOfficer!.send(`/koppelingen/${tie!.id}/beeindigen`, {})).status, 303)
    await carryAll()
    const rows = await them().scoped(({ tx, organisation }) => tx.selectFrom('subject_request').select('id').where('organisation_id', '=', organisation.id).execute())
    assert.equal(rows.length, 2)
    assert.equal((await us().scoped(readTies))[0]!.state, 'ended')
    assert.match(plain(await ourOfficer!.page(`/verzoeken/${late}`)), /Dit is niet aangekomen/)
  })

  test('to a participant that doesn’t work here goes a message without names, and its clock is followed by hand', async () => {
    const id = await makeRequest('Voor elders')
    assert.equal((await ourOfficer!.send(`/verzoeken/${id}/doorsturen`, { participant: outside, email: 'a@b.example\r\nbcc: c@d.example' })).status, 400)
    assert.equal((await ourOfficer!.send(`/verzoeken/${id}/doorsturen`, { participant: outside, email: 'privacy@elders.example' })).status, 303)
    const mail = await us().scoped(async ({ tx, organisation }) => {
      const row = await tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', organisation.id).where('kind', '=', 'letter').executeTakeFirstOrThrow()
      return openContent(us().organisation, row.id, row.content!)
    })
    assert.equal(mail.outside!.to, 'privacy@elders.example')
    assert.doesNotMatch(JSON.stringify(mail), /Noa|GEHEIM/)
    const page = plain(await ourOfficer!.page(`/verzoeken/${id}`))
    assert.match(page, /Deze deelnemer werkt niet in Waarborg.*De klok begon 2 nov 2026, 09:15 Antwoord uiterlijk 2 december 2026/)
    const [one] = await us().scoped((scope) => forwardedOf(scope, requests.key, id))
    for (const [path, state] of [['opgepakt', 'accepted'], ['beantwoord', 'answered']] as const) {
      assert.equal((await ourOfficer!.send(`/verzoeken/${id}/doorsturen/${one!.id}/${path}`, {})).status, 303)
      assert.equal((await us().scoped((scope) => forwardedOf(scope, requests.key, id)))[0]!.state, state)
    }
    assert.equal((await ourOfficer!.send(`/verzoeken/${sent}/doorsturen/${(await us().scoped((scope) => forwardedOf(scope, requests.key, sent)))[0]!.id}/opgepakt`, {})).status, 409, 'who works here tells it by itself')
  })
})
