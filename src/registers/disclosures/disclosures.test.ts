// The story of a disclosure through the front door: requested, decided, protocol, logged singly and from a file, found again by person, recipients told; and what is refused on the way.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { product } from '../../../test/support/product.ts'
import { type Form, type Story, storyOf } from '../../../test/support/register-story.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { stockOf } from '../../../test/support/stock.ts'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { requests } from '../requests/register.ts'

const path = 'verstrekkingen'
const today = dayOf(new Date())
const on = (duration: string) => dayAfter(today, duration)
const bsn = '123456782'

const request = (story: Story): Form => ({
  name: 'Adressen voor de waterschapsbelasting', kind: 'standing', department: story.house.departments.burgerzaken, recipient: 'Waterschap Duin en Rijn', asked_on: on('-P20D'),
  purpose: 'Heffen van belasting', partner_basis: 'art. 6 lid 1 onder e AVG', controllership: 'De wet geeft de taak.', 'data.0.what': 'Adres', 'data.0.interest': 'Om de aanslag te sturen', 'data.0.is_given': 'yes', 'data.1.what': 'Inkomen', 'data.1.is_given': 'no',
  security: 'ISO 27001', further_use: 'Alleen voor de heffing', starts_on: on('-P10D'),
})
const own: Form = { is_controller: 'yes', controller_checked_on: on('-P15D'), own_basis: 'public-task', own_law: 'art. 3.2 Wet BRP', compatibility: 'law', secrecy: 'none', has_task: 'yes', undertakes: 'yes' }
const line = { on: today, what: 'Adres', people: '', subjects: `${bsn}\nJansen, A.; 31-12-1980`, note: '' }

describe('disclosures', () => {
  test('N-17 N-46 N-47: requested, decided, protocol acknowledged, logged, found again by person, and recipients told (art. 19 AVG)', async () => {
    const story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const { house, owner, officer, dpo, step } = story
    const id = await owner.make(path, request(story))
    const refused = await owner.send(`/${path}/${id}/stap/grant`, { reason: 'De wet geeft de taak.' })
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /Wij hebben zelf nog geen grondslag.*niet nagegaan of de ontvanger zelf verantwoordelijk is.*geen wettelijke taak van de partner/)
    await story.change(owner, path, id, { ...request(story), ...own })
    assert.equal((await dpo.send(`/${path}/${id}/stap/grant`, { reason: 'x' })).status, 403, 'the DPO doesn’t decide')
    await step(owner, path, id, 'grant', { reason: 'De wet geeft de taak.' })
    assert.match(plain(await officer.page(`/${path}/${id}`)), /Wettelijke taak van de partner/)

    const tooEarly = await owner.send(`/${path}/${id}/verstrekt`, line)
    assert.equal(tooEarly.status, 409, 'no protocol yet')
    await step(owner, path, id, 'send_protocol', { policy_on: on('-P9D'), protocol_sent_on: on('-P9D') })
    const unknown = await owner.send(`/${path}/${id}/verstrekt`, line)
    assert.equal(unknown.status, 409)
    assert.match(plain(await unknown.text()), /heeft het protocol nog niet bevestigd/)
    const early = await owner.send(`/${path}/${id}/stap/acknowledge_protocol`, { protocol_known_on: on('-P40D'), protocol_known_by: 'De secretaris' })
    assert.equal(early.status, 400)
    assert.match(plain(await early.text()), /Het protocol is pas op .* verstuurd/)
    await step(owner, path, id, 'acknowledge_protocol', { protocol_known_on: on('-P5D'), protocol_known_by: 'De secretaris' })
    assert.equal((await owner.send(`/${path}/${id}/verstrekt`, { ...line, on: on('-P6D') })).status, 409, 'on a day before it was acknowledged')
    const wrong = await owner.send(`/${path}/${id}/verstrekt`, { ...line, subjects: '123456789' })
    assert.equal(wrong.status, 400)
    assert.match(plain(await wrong.text()), /Regel 1: Dit is geen burgerservicenummer/)
    assert.equal((await dpo.send(`/${path}/${id}/verstrekt`, line)).status, 403)
    assert.equal((await owner.send(`/${path}/${id}/verstrekt`, line)).status, 303)
    assert.match(plain(await officer.page(`/${path}/${id}`)), /1 keer, over samen 2 mensen/)

    await step(owner, path, id, 'judge_anew', { reason: 'Het doel wordt ruimer.' })
    assert.doesNotMatch(await owner.page(`/${path}/${id}`), /stap\/remove/)
    assert.equal((await owner.send(`/${path}/${id}/stap/remove`, {})).status, 409, 'what went out stays findable')
    await step(owner, path, id, 'grant', { reason: 'Nog steeds goed.' })

    const csv = (text: string) => sendFile(owner, `/${house.slug}/${path}/${id}/inlezen`, text)
    const bad = await csv(`datum;gegevens;aantal;persoon\n${on('-P1D')};Adres;1;${bsn}\nmorgen;Adres;1;\n${on('-P1D')};;1;987654321\n`)
    assert.equal(bad.status, 400)
    const faults = plain(await bad.text())
    assert.match(faults, /Regel 3: Vul een bestaande dag in/)
    assert.match(faults, /Regel 4: Dit is geen burgerservicenummer/)
    assert.match(plain(await officer.page(`/${path}/${id}`)), /1 keer, over samen 2 mensen/, 'nothing of a file with a fault')
    assert.equal((await csv(`datum;gegevens;aantal;persoon\n${on('-P1D')};Adres;1;${bsn}\n${on('-P2D')};Adres;140;\n`)).status, 303)
    assert.match(plain(await officer.page(`/${path}/${id}`)), /3 keer, over samen 143 mensen/)

    const found = await officer.send(`/${path}/ontvangers`, { reference: bsn, _action: 'find' })
    const lines = [...(await found.text()).matchAll(/name="lines" value="([0-9a-f-]{36})"/g)].map(([, one]) => one!)
    assert.equal(lines.length, 2)
    assert.equal([...(await (await officer.send(`/${path}/ontvangers`, { name: 'A. Jansen', birth_date: '1980-12-31', _action: 'find' })).text()).matchAll(/name="lines"/g)].length, 1)
    assert.match(plain(await (await officer.send(`/${path}/ontvangers`, { reference: '111222333', _action: 'find' })).text()), /Niets gevonden/)
    assert.equal((await officer.send(`/${path}/ontvangers`, { reference: bsn, _action: 'tell', lines, kind: 'erasure' })).status, 400, 'when, or why not')
    const told = await officer.send(`/${path}/ontvangers`, { reference: bsn, _action: 'tell', lines, kind: 'erasure', told_on: today })
    assert.match(plain(await told.text()), /Vastgelegd bij 2 verstrekkingen/)
    assert.match(plain(await (await officer.send(`/${path}/ontvangers`, { reference: bsn, _action: 'find' })).text()), /Gewist/)

    const kept = await house.scoped(async (scope) => (await sql<{ text: string }>`select (select string_agg(l::text, ' ') from disclosed_data l where l.organisation_id = ${scope.organisation.id}) || (select string_agg(h::text, ' ') from history_event h where h.organisation_id = ${scope.organisation.id}) as text`.execute(scope.tx)).rows[0]!.text)
    assert.ok(!kept.includes(bsn) && !kept.includes('Jansen'), 'nobody can be read from what is kept')
    const [request_id] = await stockOf(house, requests, { status: 'answered', proposal: 'none' }, [{ ...emptyInput(requests.fields), title: 'Wissen', right: 'erasure', outcome: 'granted', subject_name: 'A. Jansen', subject_birth_date: '1980-12-31' }])
    assert.match(await officer.page(`/verzoeken/${request_id}/stap/tell_recipients`), /value="Waterschap Duin en Rijn"/, 'the request knows whom to tell')

    await step(owner, path, id, 'end', { reason: 'De wet is veranderd.' })
    assert.equal((await owner.send(`/${path}/${id}/verstrekt`, line)).status, 409)
    assert.equal([...(await (await officer.send(`/${path}/ontvangers`, { reference: bsn, _action: 'find' })).text()).matchAll(/name="lines"/g)].length, 2, 'still found')
  })

  test('N-47 N-67: a single question is one page; without a ground it is refused and nothing is kept half', async () => {
    const story = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const { owner, officer, house } = story
    const asked: Form = {
      name: 'Politie vraagt adres', department: house.departments.burgerzaken, recipient: 'Politie, eenheid Den Haag', is_controller: 'yes', purpose: 'Opsporing', partner_basis: 'art. 126nc Sv', what: 'Adres', interest: 'Vordering van 12 mei', own_basis: 'legal-obligation', own_law: 'art. 126nc Sv',
      compatibility: 'law', secrecy: 'lifted', secrecy_note: 'De vordering gaat voor.', has_task: 'yes', undertakes: 'yes', decision: 'grant', reason: 'Vordering van de officier.', no_protocol: 'demand', on: today, people: '1', subjects: bsn,
    }
    const before = (await officer.page(`/${path}`)).length
    const noGround = await owner.send(`/${path}/eenmalig`, { ...asked, has_task: 'no' })
    assert.equal(noGround.status, 400)
    const page = plain(await noGround.text())
    assert.match(page, /Weiger het verzoek/)
    assert.match(page, /Vordering van 12 mei|Vordering van de officier/, 'nothing typed is lost')
    assert.equal((await owner.send(`/${path}/eenmalig`, { ...asked, no_protocol: '' })).status, 400, 'without the protocol')
    assert.equal((await owner.send(`/${path}/eenmalig`, { ...asked, subjects: '123456789' })).status, 400)
    assert.equal((await officer.page(`/${path}`)).length, before, 'nothing was kept')
    const made = await owner.send(`/${path}/eenmalig`, asked)
    assert.equal(made.status, 303, plain(await made.text()).slice(0, 1500))
    const shown = plain(await officer.page(`/${path}?status=ended`))
    assert.match(shown, /Politie vraagt adres/)
    const refused = await owner.send(`/${path}/eenmalig`, { ...asked, name: 'Bank vraagt inkomen', has_task: 'no', decision: 'refuse', reason: 'Geen grond.' })
    assert.equal(refused.status, 303)
    assert.match(plain(await officer.page(`/${path}?status=refused`)), /Bank vraagt inkomen/)
    assert.equal([...(await (await officer.send(`/${path}/ontvangers`, { reference: bsn, _action: 'find' })).text()).matchAll(/name="lines"/g)].length, 1)
  })

  test('P-10: a firm gives nothing but what its customer asks in writing', async () => {
    const story = await storyOf('firm', 'ipmarketing-2018')
    const { owner, step } = story
    const form = { ...request(story), ...own, own_basis: 'consent', own_law: '' }
    const id = await owner.make(path, form)
    const refused = await owner.send(`/${path}/${id}/stap/grant`, { reason: 'Vraag van een partner.' })
    assert.equal(refused.status, 400)
    assert.match(plain(await refused.text()), /alleen gegevens als de klant dat zelf vraagt/)
    await story.change(owner, path, id, { ...form, asked_by_customer: 'yes', has_consent: 'yes', is_consent_written: 'yes', consent_on: on('-P3D') })
    await step(owner, path, id, 'grant', { reason: 'De klant vroeg het per brief.' })
    assert.equal((await owner.send(`/${path}/${id}/verstrekt`, line)).status, 409, 'protocol first')
  })
})

/** Sends a file as a browser does. */
async function sendFile(owner: Story['owner'], address: string, text: string): Promise<Response> {
  const form = new FormData()
  form.append('file', new File([text], 'logboek.csv', { type: 'text/csv' }))
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return (await product()).app.request(`http://waarborg.test${address}`, { method: 'POST', body: form, headers: { cookie, origin: 'http://waarborg.test' } })
}
