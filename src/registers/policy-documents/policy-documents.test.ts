// The story of a policy through the front door: drafted, adopted body by body, published, announced, read, evaluated.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readPdf } from '../../../test/support/pdf.ts'
import { browser } from '../../../test/support/people.ts'
import { product } from '../../../test/support/product.ts'
import { type Form, type Story, storyOf } from '../../../test/support/register-story.ts'
import { plain, type Visitor, visitorOf } from '../../../test/support/register-visitor.ts'
import { parts } from './story.fixtures.ts'

const path = 'beleid'
const { first, second } = parts
const complete: Form = { title: 'Privacybeleid', kind: 'privacy_policy', level: 'tactical', audience: 'public', summary: 'Hoe wij met persoonsgegevens omgaan.', text: first }

describe('a policy of a municipality', () => {
  let story: Story
  let reader: Visitor
  let bodies: ReadonlyMap<string, string>
  before(async () => {
    story = await storyOf()
    const { burgerzaken } = story.house.departments
    reader = await visitorOf(story.house, 'Rik Lezer', [{ role: 'employee', departmentId: burgerzaken }])
    bodies = new Map(await story.house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('governing_body').select(['id', 'name']).where('organisation_id', '=', organisation.id).execute()).map(({ id, name }): [string, string] => [name, id])))
  })

  const body = (name: string) => bodies.get(name) ?? assert.fail(`no ${name} among ${[...bodies.keys()].join()}`)
  const college = () => body('College van burgemeester en wethouders')
  const council = () => body('Gemeenteraad')
  const page = async (id: string) => plain(await story.officer.page(`/${path}/${id}`))
  const citizen = async () => browser((await product()).app)
  const open = async (address: string) => (await citizen()).get(`/openbaar/${story.house.slug}/${path}${address}`)
  const mails = (kind: string) => story.house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('mail_message').select('person_id').where('organisation_id', '=', organisation.id).where('kind', '=', kind).execute()).length)

  /** Drafted, tested, and adopted by the college. */
  async function adopted(more: Form = {}, decision: Form = {}): Promise<string> {
    const { officer, dpo, step } = story
    const id = await officer.make(path, { ...complete, ...more })
    await step(officer, path, id, 'submit')
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    await step(officer, path, id, 'activate', { body: college(), adopted_on: '2026-03-03', decision_number: 'B&W 12', ...decision })
    return id
  }

  async function secondVersion(id: string, more: Form = {}): Promise<void> {
    const { officer, dpo, step, change } = story
    await step(officer, path, id, 'propose')
    await change(officer, path, id, { ...complete, ...more, text: second })
    await step(officer, path, id, 'submit')
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    await step(officer, path, id, 'activate', { body: college(), adopted_on: '2026-09-01', note: 'Korter bewaren.' })
  }

  async function refused(who: Visitor, id: string, verb: string, fields: Form, words: RegExp, status = 400): Promise<void> {
    const response = await who.send(`/${path}/${id}/stap/${verb}`, fields)
    assert.equal(response.status, status)
    assert.match(plain(await response.text()), words)
  }

  test('H-01 M-02 P-25: it binds a body only once that body adopted it, each by its own decision; never twice; a newer adoption ends the older one of that body alone', async () => {
    const { officer, dpo, step } = story
    const draft = await officer.make(path, complete)
    await step(officer, path, draft, 'submit')
    await step(dpo, path, draft, 'advise', { outcome: 'agreed' })
    await refused(officer, draft, 'activate', { adopted_on: '2026-03-03' }, /Kies welk orgaan/)
    await refused(officer, draft, 'activate', { body: college(), adopted_on: '2099-01-01' }, /ligt in de toekomst/)
    await refused(officer, draft, 'activate', { body: college(), adopted_on: '2026-03-03', in_force_from: '2026-03-02' }, /niet vóór het besluit/)
    assert.equal((await dpo.send(`/${path}/${draft}/stap/activate`, { body: college() })).status, 403, 'the DPO advises and decides nothing')
    assert.match(await page(draft), /In toetsing/, 'nothing was half-written')

    const id = await adopted({ title: 'Beleid per orgaan' })
    assert.match(await page(id), /College van burgemeester en wethouders 1 3 maart 2026, B&amp;W 12 .* vanaf 3 maart 2026 .*geldt nu/)
    await refused(officer, id, 'adopt', { body: college(), adopted_on: '2026-04-01' }, /College van burgemeester en wethouders heeft versie 1 al vastgesteld op 3 maart 2026 \(B&amp;W 12\)/)
    await step(officer, path, id, 'adopt', { body: council(), adopted_on: '2026-04-09', decision_number: 'R 7' })
    assert.ok(!(await story.rulesOn(id)).includes('bodies-behind'))

    await secondVersion(id, { title: 'Beleid per orgaan' })
    assert.ok((await story.rulesOn(id)).includes('bodies-behind'))
    const between = await page(id)
    assert.match(between, /Voor dit orgaan geldt nog een oudere versie\. \(Gemeenteraad\)/)
    assert.match(between, /Geldt nu voor College van burgemeester en wethouders \( ?versie 2 ?\), Gemeenteraad \( ?versie 1 ?\)/)
    assert.match(between, /Gemeenteraad 1 9 april 2026, R 7 .* vanaf 9 april 2026 .*geldt nu/)
    assert.match(between, /3 maart 2026 tot en met 31 augustus 2026 vervangen/)
    await step(officer, path, id, 'adopt', { body: council(), adopted_on: '2026-10-08' })
    assert.ok(!(await story.rulesOn(id)).includes('bodies-behind'))
    assert.match(await page(id), /9 april 2026 tot en met 7 oktober 2026 vervangen/)
    assert.match(plain(await officer.page(`/${path}/${id}/geschiedenis`)), /Vastgesteld door Gemeenteraad op 8 oktober 2026/)
  })

  test('H-01: an adoption can be taken back with a reason, and a document that replaces another ends it for the body that adopts', async () => {
    const { officer, owner, step } = story
    const old = await adopted({ title: 'Beleid van vroeger' })
    const now = await adopted({ title: 'Beleid van nu', replaces: old }, { adopted_on: '2026-05-01' })
    assert.match(await page(old), /3 maart 2026 tot en met 30 april 2026 vervangen/)
    assert.ok((await story.rulesOn(old)).includes('not-in-force'))
    const decision = /besluit=([0-9a-f-]{36})/.exec(await officer.page(`/${path}/${now}`))![1]!
    const take = (who: Visitor, fields: Form) => who.send(`/${path}/${now}/vaststelling-terugnemen`, { besluit: decision, ...fields })
    assert.equal((await take(owner, { on: '2026-06-01', reason: 'x' })).status, 403, 'not of a department that isn’t the own')
    const unfit: readonly Form[] = [{}, { on: '2026-06-01' }, { on: '2026-04-01', reason: 'Te vroeg' }, { on: 'gisteren', reason: 'x' }]
    for (const wrong of unfit) assert.equal((await take(officer, wrong)).status, 400, JSON.stringify(wrong))
    assert.equal((await take(officer, { on: '2026-06-01', reason: 'Besluit vernietigd' })).status, 303)
    assert.match(await page(now), /1 mei 2026 tot en met 31 mei 2026 teruggenomen/)
    assert.ok((await story.rulesOn(now)).includes('not-adopted'))
    assert.match(plain(await officer.page(`/${path}/${now}/geschiedenis`)), /Vaststelling teruggenomen .*Besluit vernietigd/)
    await step(officer, path, now, 'adopt', { body: college(), adopted_on: '2026-07-01' })
    assert.ok(!(await story.rulesOn(now)).includes('not-adopted'))
  })

  test('H-02: documents form a tree; what would hang under itself is refused with the way round', async () => {
    const { officer, change } = story
    const top = await officer.make(path, { ...complete, title: 'Bovenste' })
    const middle = await officer.make(path, { ...complete, title: 'Middelste', parent: top })
    const low = await officer.make(path, { ...complete, title: 'Onderste', level: 'department', parent: middle })
    const revision = /name="revision" value="(\d+)"/.exec(await officer.page(`/${path}/${top}/wijzigen`))![1]!
    const response = await officer.send(`/${path}/${top}/wijzigen`, { ...complete, title: 'Bovenste', parent: low, revision })
    assert.equal(response.status, 400)
    assert.match(plain(await response.text()), /“Onderste” &gt; “Middelste” hangt al onder dit document|“Onderste” > “Middelste” hangt al onder dit document/)
    const tree = await officer.page(`/${path}/boom`)
    assert.match(plain(tree), /Bovenste .*Middelste .*Onderste/)
    assert.match(tree, new RegExp(`${middle}.*<ul[^>]*><li><a[^>]*${low}`, 's'))
    await change(officer, path, low, { ...complete, title: 'Onderste', level: 'department', parent: '' })
    assert.ok((await story.rulesOn(low)).includes('parent-missing'))

    // An import writes past the form: what came to hang in a circle is found, shown once, and can't come into force.
    await story.house.scoped(async ({ tx, organisation }) => { await tx.updateTable('policy_document').set({ parent: middle }).where('organisation_id', '=', organisation.id).where('id', '=', top).execute() })
    await story.sweep('2026-11-22')
    for (const id of [top, middle]) assert.ok((await story.rulesOn(id)).includes('circle'))
    assert.ok(!(await story.rulesOn(low)).includes('circle'))
    assert.equal((await officer.page(`/${path}/boom`)).split(top).length, 2)
    await refused(officer, top, 'submit', {}, /Dit document hangt onder zichzelf/)
  })

  test('H-49 M-17 W-16: adopted but not published is a finding; published, anybody reads the frozen version with its decisions and what changed, and never a draft', async () => {
    const { officer, step } = story
    const id = await adopted({ title: 'Openbaar beleid' })
    assert.ok((await story.rulesOn(id)).includes('not-published'))
    assert.equal((await open(`/${id}`)).status, 404)
    await step(officer, path, id, 'publish', { change_note: 'Eerste versie.' })
    assert.ok(!(await story.rulesOn(id)).includes('not-published'))
    await refused(officer, id, 'publish', {}, /Versie 1 staat al op de openbare pagina/, 409)
    const shown = await open(`/${id}`)
    assert.equal(shown.headers.get('set-cookie'), null)
    const html = await shown.text()
    assert.match(plain(html), /Openbaar beleid .*College van burgemeester en wethouders : besluit van 3 maart 2026 \(B&amp;W 12\), geldt vanaf 3 maart 2026 .*1 Doel .*2\.1 Termijnen/)
    assert.match(html, /<a href="#deel-2-1">2\.1 Termijnen<\/a>/)
    assert.doesNotMatch(html, /<script|<img|href="javascript:|Petra/)

    await secondVersion(id, { title: 'Openbaar beleid' })
    assert.doesNotMatch(await (await open(`/${id}`)).text(), /vier weken/, 'adopted, not published')
    await step(officer, path, id, 'publish', { change_note: 'Wij bewaren korter.' })
    assert.match(plain(await (await open(`/${id}`)).text()), /vier weken .*Versies Versie 2 , gepubliceerd op .*: Wij bewaren korter\. Vergelijk met versie 1 Versie 1/)
    assert.match(plain(await (await open(`/${id}/versies/1`)).text()), /Dit is een oudere versie\. .*acht weken/)
    const compared = await (await open(`/${id}/vergelijken?van=1&naar=2`)).text()
    assert.match(plain(compared), /1 paragraaf gewijzigd, 1 nieuw, 1 vervallen, \d gelijk/)
    assert.match(compared, /<del><span class="wb-hidden">weg: <\/span><span aria-hidden="true">\[−<\/span>acht/)
    assert.match(compared, /<ins[^>]*><span class="wb-hidden">erbij: <\/span><span aria-hidden="true">\[\+<\/span>vier/)
    assert.match(plain(await (await open('')).text()), /Openbaar beleid .*Privacybeleid · versie 2/)

    assert.equal((await officer.send(`/${path}/${id}/publicatie-weghalen`, { version: '2' })).status, 303)
    assert.match(plain(await (await open(`/${id}`)).text()), /acht weken/)
    const pdf = await readPdf(Buffer.from(await (await officer.get(`/${story.house.slug}/${path}/${id}/versies/2/pdf`)).arrayBuffer()))
    assert.deepEqual([pdf.isTagged, pdf.untagged, pdf.title.startsWith('Openbaar beleid')], [true, 0, true])
    for (const words of ['2.1 Termijnen', 'Beelden blijven vier weken bewaard.', '<script>alert(1)</script>', 'College van burgemeester en wethouders']) assert.ok(pdf.text.replace(/\s+/g, ' ').includes(words), words)

    for (const address of [`/${id}/versies/2`, `/${id}/versies/x`, '/niets', '/0199aaaa-0000-7000-8000-000000000000']) assert.equal((await open(address)).status, 404, address)
    assert.ok((await story.rulesOn(id)).includes('not-published'))
  })

  test('P-12: what is internal can’t be published', async () => {
    const id = await adopted({ title: 'Beveiligingsplan', kind: 'security_policy', audience: 'internal' })
    await refused(story.officer, id, 'publish', {}, /Dit document is niet openbaar/, 409)
    assert.ok(!(await story.rulesOn(id)).includes('not-published'))
  })

  test('M-02: announced by e-mail to everybody who works here, each once', async () => {
    const { officer, step, house } = story
    const people = await house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('person').select('id').where('organisation_id', '=', organisation.id).execute()).length)
    const id = await adopted({ title: 'Bekend beleid' })
    await step(officer, path, id, 'announce', { note: 'Lees vooral hoofdstuk 2.' })
    await step(officer, path, id, 'announce')
    assert.equal(await mails('announcement'), people)
    assert.match(await page(id), new RegExp(`Versie 1 is per e-mail bekendgemaakt aan ${people} mensen`))
    assert.match(plain(await reader.page(`/${path}/lezen/${id}`)), /Bekend beleid .*Termijnen/)
  })

  test('P-06 M-02: asked to read, told by e-mail, acknowledged with one button; numbers, a reminder, a finding after the term; a new version asks nobody by itself', async () => {
    const { officer, owner, step, house } = story
    const id = await adopted({ title: 'Te lezen beleid' })
    const asked = await mails('acknowledgement')
    await step(officer, path, id, 'ask_reading', { 'within.amount': '2', 'within.unit': 'W', aim: '100', department: house.departments.burgerzaken })
    assert.equal(await mails('acknowledgement') - asked, 2, 'the owner and the employee of that department')
    await refused(officer, id, 'ask_reading', {}, /Versie 1 wordt al gelezen/, 409)
    assert.match(await page(id), /0 van 2 \(0%\) .*Nog niet gelezen: 2 Olga Eigenaar Rik Lezer/)
    assert.doesNotMatch(plain(await owner.page(`/${path}/${id}`)), /Rik Lezer/, 'names are for who keeps it')

    assert.match(plain(await reader.page(`/${path}/lezen`)), /Te lezen beleid/)
    assert.match(plain(await reader.page(`/${path}/lezen/${id}`)), /Lees dit uiterlijk .*Termijnen .*Gelezen en begrepen/)
    assert.equal((await officer.send(`/${path}/lezen/${id}`, {})).status, 404, 'nobody acknowledges for another')
    for (const _ of [1, 2]) assert.equal((await reader.send(`/${path}/lezen/${id}`, {})).status, 303)
    assert.match(plain(await reader.page(`/${path}/lezen?gelezen`)), /U hebt niets meer te lezen .*Te lezen beleid/)
    assert.match(await page(id), /1 van 2 \(50%\)/)

    await secondVersion(id, { title: 'Te lezen beleid' })
    assert.match(await page(id), /Dit gaat over versie 1\. Versie 2 is nog aan niemand voorgelegd/)
    assert.match(plain(await owner.page(`/${path}/lezen/${id}`)), /acht weken .*Gelezen en begrepen/, 'the version that was asked')
    assert.equal(await mails('acknowledgement') - asked, 2)

    const term = await house.scoped(async ({ tx, organisation }) => (await tx.selectFrom('policy_campaign').select('due_on').where('organisation_id', '=', organisation.id).where('document_id', '=', id).executeTakeFirstOrThrow()).due_on)
    await story.sweep(term)
    assert.ok(!(await story.rulesOn(id)).includes('reading-behind'))
    await story.sweep('2099-01-01')
    assert.ok((await story.rulesOn(id)).includes('reading-behind'))
    for (const _ of [1, 2]) assert.equal((await officer.send(`/${path}/${id}/herinneren`, {})).status, 303)
    assert.equal(await mails('acknowledgement') - asked, 3, 'whoever hasn’t read it, once a day')
    await owner.send(`/${path}/lezen/${id}`, {})
    assert.match(await page(id), /2 van 2 \(100%\)/)
    assert.ok(!(await story.rulesOn(id)).includes('reading-behind'))
    assert.equal((await officer.send(`/${path}/${id}/lezen-afronden`, {})).status, 303)
    await step(officer, path, id, 'ask_reading')
    assert.match(await page(id), /0 van \d+ \(0%\)/)
  })

  test('H-41 H-49: evaluated as often as the policy says, counted from the adoption; not before it and not in the future; overdue it is a finding', async () => {
    const { officer, step } = story
    const id = await adopted({ title: 'Oud beleid' }, { adopted_on: '2020-02-29' })
    assert.match(await page(id), /29 februari 2024/)
    await story.sweep('2026-11-22')
    assert.ok((await story.rulesOn(id)).includes('evaluation-overdue'))
    await refused(officer, id, 'review', { evaluated_on: '2020-02-28' }, /eerder kan zij niet geëvalueerd zijn/)
    await refused(officer, id, 'review', { evaluated_on: '2099-01-01' }, /ligt in de toekomst/)
    await step(officer, path, id, 'review', { evaluated_on: '2026-06-01', outcome: 'revise', note: 'Termijnen nalopen.' })
    assert.ok(!(await story.rulesOn(id)).includes('evaluation-overdue'))
    assert.match(await page(id), /1 juni 2030/)
    const own = await adopted({ title: 'Eigen termijn', 'evaluate_every.amount': '6', 'evaluate_every.unit': 'M' })
    assert.match(await page(own), /3 september 2026/)
  })

  test('a document that is withdrawn holds for nobody from then on, and says so to citizens who still have its address', async () => {
    const { officer, step } = story
    const id = await adopted({ title: 'Vervallen beleid' })
    await step(officer, path, id, 'publish')
    await step(officer, path, id, 'end', { reason: 'Opgegaan in het nieuwe beleid.' })
    assert.match(plain(await (await open(`/${id}`)).text()), /Dit document is ingetrokken op/)
    assert.doesNotMatch(plain(await (await open('')).text()), /Vervallen beleid/)
  })
})

describe('a policy of others', () => {
  test('N-55: where the policy says so, it binds from the day after publication', async () => {
    const { house, officer, dpo, step, rulesOn } = await storyOf('municipality', 'gemeente-nieuwegein-2018')
    const id = await officer.make(path, complete)
    await step(officer, path, id, 'submit')
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    await step(officer, path, id, 'activate', { body: house.body, adopted_on: '2026-03-03' })
    assert.match(plain(await officer.page(`/${path}/${id}`)), /na publicatie wacht op publicatie/)
    assert.ok((await rulesOn(id)).includes('not-in-force'))
    assert.match(plain(await officer.page(`/${path}`)), /Er is geen privacybeleid van kracht/)
    await step(officer, path, id, 'publish')
    const rows = await house.scoped(({ tx, organisation }) => tx.selectFrom('policy_adoption as a').innerJoin('policy_publication as b', (join) => join.onRef('b.organisation_id', '=', 'a.organisation_id').onRef('b.document_id', '=', 'a.document_id'))
      .select(['a.in_force_from as from', 'b.published_on as published']).where('a.organisation_id', '=', organisation.id).execute())
    assert.equal(rows.length, 1)
    assert.equal(Date.parse(rows[0]!.from!) - Date.parse(rows[0]!.published), 86_400_000)
  })

  test('H-01 W-16: an organisation that serves others records what the bodies of its participants adopt; its norm on changes is met once that is published, and no longer when it is taken off', async () => {
    const { house, officer, dpo, step, norm } = await storyOf('service_organisation', 'ict-wbw-2022')
    assert.notEqual(await norm('W-16'), 'met')
    const participant = '019b0000-0000-7000-8000-000000000001'
    await house.scoped(async ({ tx, organisation }) => { await tx.insertInto('participant').values({ organisation_id: organisation.id, id: participant, name: 'Gemeente Kerkbeek', kind: 'municipality' }).execute() })
    const id = await officer.make(path, complete)
    await step(officer, path, id, 'submit')
    await step(dpo, path, id, 'advise', { outcome: 'agreed' })
    await step(officer, path, id, 'activate', { body: house.body, adopted_on: '2026-03-03' })
    const unsaid = await officer.send(`/${path}/${id}/stap/adopt`, { participant, adopted_on: '2026-04-01' })
    assert.equal(unsaid.status, 400)
    assert.match(plain(await unsaid.text()), /welk orgaan van Gemeente Kerkbeek/)
    await step(officer, path, id, 'adopt', { participant, participant_body: 'College van B&W', adopted_on: '2026-04-01' })
    assert.match(plain(await officer.page(`/${path}/${id}`)), /College van B&amp;W \(Gemeente Kerkbeek\) 1 1 april 2026/)
    const again = await officer.send(`/${path}/${id}/stap/adopt`, { participant, participant_body: 'college van b&w', adopted_on: '2026-05-01' })
    assert.equal(again.status, 400)
    assert.match(plain(await again.text()), /heeft versie 1 al vastgesteld/)
    assert.equal(await norm('W-16'), 'not_met')
    await step(officer, path, id, 'publish', { change_note: 'Eerste versie.' })
    assert.equal(await norm('W-16'), 'met')
    await officer.send(`/${path}/${id}/publicatie-weghalen`, { version: '1' })
    assert.equal(await norm('W-16'), 'not_met')
  })
})
