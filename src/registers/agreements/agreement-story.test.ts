// The story of one agreement through the front door: drawn up from the registers, sent to and fro, tested, signed by both with the digest of the file, reviewed a year later, and ended with a report.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Readable } from 'node:stream'
import { invitePartner } from '../../case-kit/intake/portal-invitations.ts'
import { receiveFile } from '../../ground/files.ts'
import { openContent } from '../../people/mail.ts'
import { attach } from '../../register-kit/collaboration/attachments.ts'
import { makeHouse } from '../../web.tsx'
import { activityForm } from '../../../test/support/filled-tenant.ts'
import { assertWellFormed, partsOf } from '../../../test/support/office-files.ts'
import { outsideApp, type Visitor, visitorFrom } from '../../../test/support/outside.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { product } from '../../../test/support/product.ts'
import { type Form, type Story, storyOf } from '../../../test/support/register-story.ts'
import { plain, visitorOf } from '../../../test/support/register-visitor.ts'

const path = 'verwerkersovereenkomsten'

describe('H-24 H-44 N-40 N-44: an agreement from draft to end', () => {
  let opened: Awaited<ReturnType<typeof product>>
  let story: Story
  let outside: Visitor
  let [processor, activity, id, portal] = ['', '', '', '']
  const now = () => opened.deps.clock!()
  const agreement = () => `/${path}/${id}`
  const text = (rest = '') => `${agreement()}/tekst${rest}`
  const file = async (rest: string) => Buffer.from(await (await story.owner.get(`/${story.house.slug}${text(rest)}`)).arrayBuffer())

  before(async () => {
    opened = await product()
    opened.setClock('2026-11-22T10:00:00Z')
    story = await storyOf()
    const { officer, owner, house, dpo, step } = story
    processor = await officer.make('verwerkers', {
      name: 'Vlierveld *Zaaksystemen* B.V.', services: 'Hosting van het zaaksysteem', contact: 'Servicedesk', contact_email: 'service@vlierveld.example', out_of_hours: 'Piket Vlierveld',
      'sub_processors.0.name': 'Nevel Opslag', 'sub_processors.0.service': 'Back-up', 'sub_processors.0.consent': 'given', 'guarantees.0.kind': 'iso_27001', 'guarantees.0.scope': 'Hosting', 'guarantees.0.valid_until_on': '2028-01-01',
    })
    activity = await officer.make('verwerkingen', { ...activityForm(house), 'processors.0.processor': processor, 'processors.0.service': 'Beheer' })
    await step(officer, 'verwerkingen', activity, 'submit')
    await step(dpo, 'verwerkingen', activity, 'advise', { outcome: 'agreed' })
    await step(owner, 'verwerkingen', activity, 'activate')
    id = await owner.make(path, {
      name: 'Verwerkersovereenkomst zaaksysteem', processor, department: house.departments.burgerzaken, 'processings.0.processing': activity, main_contract: 'Raamcontract zaaksysteem', model: 'own', sub_processing: 'specific', 'breach_notice.amount': '24', 'breach_notice.unit': 'H',
      at_end: 'both', liability_per_event: '1.000.000', liability_per_year: '2.500.000', liability_excluded: ['', 'death', 'injury', 'intent', 'property'], force_majeure: 'limited', governing_law: 'dutch', court: 'Rechtbank Midden-Nederland',
      promises: ['', 'decides_nothing', 'verifies_demands', 'secrecy_survives', 'answers_for_subs', 'renegotiates'], our_contact: 'Team informatie', our_out_of_hours: 'Piket gemeente', starts_on: '2026-12-01', ends_on: '2029-11-30', renewal: 'silent', 'renewal_period.amount': '1', 'renewal_period.unit': 'Y', 'notice_term.amount': '3', 'notice_term.unit': 'M',
    })
    outside = visitorFrom(outsideApp(makeHouse(opened.deps), []), '203.0.118.1')
    portal = await enterPortal()
  })
  after(() => opened.setClock(undefined))

  /** Somebody of the processor, invited and signed in with the code. @returns the address of its agreements */
  async function enterPortal(): Promise<string> {
    const mails = () => story.house.scoped(async (scope) => {
      const rows = await scope.tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', scope.organisation.id).orderBy('id', 'desc').execute()
      return rows.map((row) => openContent(scope.organisation, row.id, row.content!)).filter(({ outside: to }) => to?.to === 'wil@vlierveld.example')
    }, now())
    const person = await story.house.person('Ada Beheer', 'administrator', 'privacy_officer')
    await story.house.scoped((scope) => invitePartner({ ...scope, actor: { kind: 'person', personId: person.personId, accountId: person.accountId, name: 'Ada', assignments: [] } }, { register: 'processors', partyId: processor, name: 'Wil Werk', email: 'wil@vlierveld.example', language: 'nl' }), now())
    const link = (await mails()).find((mail) => mail.link)!.link!.path
    await outside.send(link, { _action: 'code' })
    const code = /code is ([a-z0-9-]{9})/.exec(JSON.stringify((await mails())[0]!.lines))![1]!
    assert.equal((await outside.send(link, { _action: 'open', code })).status, 303)
    return `/openbaar/${story.house.slug}/portaal/overeenkomsten`
  }

  /** A file of the owner at the agreement, as its form leaves it. */
  async function attached(bytes: Buffer): Promise<string> {
    const place = await story.house.scoped(async ({ organisation }) => ({ database: opened.database, organisation }), now())
    const received = await receiveFile(place, now(), Readable.from([bytes]), 'getekend.pdf')
    const actor = { kind: 'person' as const, personId: story.owner.personId, accountId: story.owner.personId, name: 'Olga Eigenaar', assignments: [] }
    return story.house.scoped((scope) => attach({ ...scope, actor }, 'agreements', id, received, 'Getekend'), now())
  }

  const sending = (person: Story['owner'], verb: string, fields: Form = {}) => story.step(person, path, id, verb, fields)

  test('drawn up: twelve articles and three annexes from the registers; one is worded otherwise, which shows; too long is refused and not lost', async () => {
    const { owner, dpo } = story
    assert.equal(await story.norm('H-24'), 'not_met')
    const page = plain(await owner.page(text()))
    for (const words of ['Artikel 1. Begrippen', 'Artikel 12. Overige afspraken', 'uiterlijk binnen 24 uur', '€ 1.000.000 per gebeurtenis', 'overlijden, letsel, opzet of grove schuld en inbreuk op intellectueel eigendom', 'Rechtbank Midden-Nederland', 'Bijlage 3.', 'Nevel Opslag', 'Piket Vlierveld', 'Piket gemeente', 'ISO 27001, Hosting', 'Vlierveld *Zaaksystemen* B.V.', 'vanzelf verlengd met 1 jaar']) assert.ok(page.includes(words), words)
    assert.match(page, /Alle artikelen zijn gelijk aan de standaard/)
    await owner.send(text('/punten'), {})
    assert.deepEqual((await story.rulesOn(id)).filter((rule) => /point|subject|secrecy/.test(rule)), [], 'the standard text covers every point of the law')

    assert.equal((await dpo.send(text('/artikel/closing'), { body: 'x' })).status, 403, 'who supervises doesn’t write')
    const refused = await owner.send(text('/artikel/closing'), { body: `Begin ${'x'.repeat(20_001)}` })
    assert.equal(refused.status, 400)
    assert.ok((await refused.text()).includes('Begin xxx'))
    assert.equal((await owner.send(text('/artikel/closing'), { body: '12.1 Wij overleggen elk kwartaal.' })).status, 303)
    const after = await owner.page(text())
    assert.match(plain(after), /1 van de 12 artikelen wijkt af/)
    assert.match(after, /<ins[^>]*>.*Wij|\[\+<\/span>/)
    assert.equal((await owner.send(text('/artikel/nergens'), { body: 'x' })).status, 404)
  })

  test('a version is frozen whole with its digest: PDF/UA, DOCX and ODT; nothing changes it, and the same again is refused', async () => {
    const { owner } = story
    assert.equal((await owner.send(`${agreement()}/stap/send_out`, {})).status, 409, 'nothing to send yet')
    assert.equal((await owner.send(text('/versie'), {})).status, 303)
    assert.equal((await owner.send(text('/versie'), {})).status, 409)
    const pdf = await readPdf(await file('/versie/1/pdf'))
    assert.deepEqual([pdf.isTagged, pdf.language, pdf.untagged, pdf.title], [true, 'nl-NL', 0, 'Verwerkersovereenkomst – Verwerkersovereenkomst zaaksysteem'])
    for (const words of ['Wij overleggen elk kwartaal', 'Nevel Opslag', 'Handtekening', 'Versie van de tekst']) assert.ok(pdf.text.includes(words), words)
    for (const format of ['docx', 'odt']) for (const [name, xml] of await partsOf(await file(`/versie/1/${format}`))) if (/\.(xml|rels)$/.test(name)) assertWellFormed(name, xml.replaceAll('&amp;amp;', '&amp;'))
    assert.ok((await readPdf(await file('/concept/pdf'))).text.includes('Concept'))
    for (const nothing of ['/versie/2/pdf', '/versie/x/pdf', '/versie/1/exe']) assert.equal((await owner.get(`/${story.house.slug}${text(nothing)}`)).status, 404, nothing)
  })

  test('talked over: the processor sees only what was sent, has remarks, gets the next version, and agrees in its portal', async () => {
    const { owner } = story
    assert.equal((await outside.get(portal)).status, 404, 'a draft that stayed here is ours alone')
    await sending(owner, 'send_out', { note: 'Graag voor vrijdag.' })
    assert.equal((await owner.send(`${agreement()}/stap/sign_ours`, { name: 'E. Linde', role: 'Hoofd' })).status, 409, 'not while it lies there')
    const seen = plain(await outside.text(portal))
    for (const words of ['Verwerkersovereenkomst zaaksysteem', 'wacht op uw antwoord', 'Graag voor vrijdag.', 'Versie 1 van de tekst']) assert.ok(seen.includes(words), words)
    assert.equal((await outside.get(`${portal}/${id}/tekst/1`)).status, 200)
    assert.equal((await outside.get(`${portal}/${id}/tekst/2`)).status, 404)

    const form = (answer: string, round: string, more: Readonly<Record<string, string>> = {}) => ({ round, [`answer-${id}`]: answer, [`by-${id}`]: 'W. Werk, jurist', [`remarks-${id}`]: '', ...more })
    const bare = await outside.send(`${portal}/${id}`, form('remarks', '1'))
    assert.equal(bare.status, 400)
    assert.match(await bare.text(), /Schrijf op wat u anders wilt[\s\S]*W\. Werk, jurist/)
    assert.equal((await outside.send(`${portal}/${id}`, form('agreed', '9'))).status, 400, 'an answer on another text')
    assert.equal((await outside.send(`${portal}/${id}`, form('remarks', '1', { [`remarks-${id}`]: 'Artikel 12: liever elk jaar.' }))).status, 303)
    assert.match(plain(await owner.page(agreement())), /Ronde 1 .*opmerkingen.*W\. Werk, jurist \( via het portaal \).*Artikel 12: liever elk jaar\.|Artikel 12: liever elk jaar\./)

    await owner.send(text('/artikel/closing'), { body: '' })
    await owner.send(text('/versie'), {})
    await sending(owner, 'send_out')
    assert.equal((await outside.send(`${portal}/${id}`, form('agreed', '2'))).status, 303)
    assert.equal((await outside.send(`${portal}/${id}`, form('agreed', '2'))).status, 404, 'answered already')
    assert.match(plain(await owner.page(`/${path}?overleg=agreed`)), /Verwerkersovereenkomst zaaksysteem/)
  })

  test('tested and signed by each side, with the file; its digest is held against the bytes again, and a change in them shows', async () => {
    const { owner, dpo } = story
    await sending(owner, 'submit')
    await sending(dpo, 'advise', { outcome: 'agreed' })
    assert.equal((await owner.send(`${agreement()}/stap/activate`, {})).status, 400, 'unsigned')
    await sending(owner, 'sign_ours', { name: 'E. Linde', role: 'Hoofd Burgerzaken', on: '2026-11-20' })
    assert.equal((await owner.send(`${agreement()}/stap/activate`, {})).status, 400, 'signed by one')
    assert.equal((await owner.send(`${agreement()}/stap/sign_theirs`, { name: 'K. Wilg', role: 'Directeur', on: '2027-01-01' })).status, 400, 'not yet')
    await sending(owner, 'sign_theirs', { name: 'K. Wilg', role: 'Directeur', on: '2026-11-21' })
    const bytes = await file('/versie/2/pdf')
    const attachment = await attached(bytes)
    assert.equal((await dpo.send(`${agreement()}/getekend`, { attachment })).status, 403)
    assert.equal((await owner.send(`${agreement()}/getekend`, { attachment })).status, 303)
    assert.equal((await owner.send(`${agreement()}/getekend`, { attachment })).status, 409)
    await sending(owner, 'activate', { note: 'Eerste overeenkomst' })
    for (const words of [/Van kracht/, /Door ons getekend op\s+20 november 2026/, /SHA-256\s+[0-9a-f]{64}/, /Beslissen over verlengen vanaf\s+30 juli 2029/]) assert.match(plain(await owner.page(agreement())), words)

    const check = async () => {
      assert.equal((await owner.send(`${agreement()}/getekend/${attachment}/nakijken`, {})).status, 303)
      return /getekend\.pdf (gelijk|niet gelijk) /.exec(plain(await owner.page(agreement())))?.[1]
    }
    assert.equal(await check(), 'gelijk')
    assert.deepEqual(Buffer.from(await (await outside.get(`${portal}/${id}/getekend/${attachment}`)).arrayBuffer()), bytes, 'the processor takes the very file away')
    await story.house.scoped(({ tx, organisation }) => tx.deleteFrom('stored_file_piece').where('organisation_id', '=', organisation.id).execute(), now())
    assert.equal(await check(), 'niet gelijk')
  })

  test('begun, H-24 holds; a year later on the clock the review is due, is done for all at once, and is written down', async () => {
    await story.sweep('2026-12-01')
    assert.ok(!(await story.rulesOn(activity)).includes('agreement-not-in-register'))
    assert.notEqual(await story.norm('H-24'), 'not_met')
    await story.sweep('2027-11-30')
    assert.ok((await story.rulesOn(id)).includes('review-overdue'))

    opened.setClock('2027-11-30T10:00:00Z')
    const officer = await visitorOf(story.house, 'Petra Later', ['privacy_officer'])
    assert.match(plain(await officer.page(`/${path}/nakijken`)), /0 van 1 zijn bij.*te laat/)
    assert.equal((await officer.send(`/${path}/nakijken`, {})).status, 400)
    assert.equal((await officer.send(`/${path}/nakijken`, { agreements: [id], note: 'Bewijzen gezien.' })).status, 303)
    assert.match(plain(await officer.page(`/${path}/nakijken`)), /1 van 1 zijn bij/)
    assert.ok(!(await story.rulesOn(id)).includes('review-overdue'))
    assert.match(plain(await officer.page(`${agreement()}/geschiedenis`)), /Bewijzen gezien/)
  })

  test('at its end the data are asked back in a form and a term, and it ends; the report closes it, and what leaned on it is uncovered', async () => {
    const officer = await visitorOf(story.house, 'Petra Einde', ['privacy_officer'])
    await story.step(officer, path, id, 'ask_return', { what: 'both', format: 'CSV, daarna certificaat', by_on: '2027-12-15' })
    await story.sweep('2027-12-16')
    assert.ok((await story.rulesOn(id)).includes('return-late'))
    await story.step(officer, path, id, 'end', { reason: 'Overgestapt.' })
    assert.ok((await story.rulesOn(activity)).includes('agreement-not-in-register'))
    assert.equal(await story.norm('H-24'), 'not_met')
    assert.equal((await officer.send(`${agreement()}/stap/record_return`, { on: '2027-01-01', report: 'R' })).status, 400, 'before it was asked')
    await story.step(officer, path, id, 'record_return', { on: '2027-11-30', report: 'Verslag in zaak Z-12' })
    const page = plain(await officer.page(agreement()))
    for (const words of ['Beëindigd', 'Verslag in zaak Z-12', 'CSV, daarna certificaat']) assert.ok(page.includes(words), words)
    assert.equal((await officer.send(`${agreement()}/stap/record_return`, { report: 'R' })).status, 409)
  })
})
