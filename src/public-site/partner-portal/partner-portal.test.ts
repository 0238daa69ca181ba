// The portal of a processor: two clients side by side, what it proposes and what a colleague decides, proofs, an audit asked and answered, and access that ends at once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { generateSync } from 'otplib'
import { endInvitation, invitePartner, listInvitations, askConfirmations } from '../../case-kit/intake/portal-invitations.ts'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { openContent } from '../../people/mail.ts'
import { completed } from '../../register-kit/field-types.ts'
import { createEntry, loadEntry, perform } from '../../register-kit/perform.ts'
import { processorAudits } from '../../registers/processor-audits/register.ts'
import { proposalsOf } from '../../registers/processors/proposals/proposals.ts'
import { processors } from '../../registers/processors/register.ts'
import type { ProcessorInput } from '../../registers/processors/rules-shape.ts'
import { outsideApp, type Visitor, visitorFrom } from '../../../test/support/outside.ts'
import { product, type Tenant, tenant } from '../../../test/support/product.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { makeHouse } from '../../web.tsx'

const start = '2026-11-22T10:00:00Z'

type Client = { readonly house: Tenant; readonly processor: string; readonly invitation: string; readonly link: string; readonly base: string }

describe('a processor with two clients', () => {
  let opened: Awaited<ReturnType<typeof product>>
  let app: ReturnType<typeof outsideApp>
  let one: Client
  let other: Client
  let officer: Awaited<ReturnType<Tenant['person']>>
  let who: Visitor
  const now = () => opened.deps.clock!()
  const scoped = <T,>({ house }: Client, work: Parameters<Tenant['scoped']>[0]) => house.scoped(work, now()) as Promise<T>
  const inputOf = async (client: Client) => (await client.house.scoped((scope) => loadEntry(scope, processors, client.processor), now())).input as ProcessorInput
  const open = (client: Client) => client.house.scoped((scope) => proposalsOf(scope, client.processor, { isOpen: true }), now())

  before(async () => {
    opened = await product()
    opened.setClock(start)
    app = outsideApp(makeHouse(opened.deps), [])
    one = await clientOf('Eerste opdrachtgever')
    other = await clientOf('Tweede opdrachtgever')
    officer = await one.house.person('Petra Privacy', 'privacy_officer')
    who = visitorFrom(app, '203.0.116.1')
    for (const client of [one, other]) await enter(who, client)
  })
  after(() => opened.setClock(undefined))

  async function clientOf(note: string): Promise<Client> {
    const house = await tenant()
    const person = await house.person('Ada Beheer', 'administrator', 'privacy_officer')
    return house.scoped(async (scope) => {
      const processor = await createEntry(scope, processors, completed(processors.fields, { name: 'Cloud Noord B.V.', country: 'NL', note, contact: 'Servicedesk', sub_processors: [{ name: 'Oude Hal', country: 'NL', consent: 'given', consented_on: '2026-01-01' }] }))
      await invitePartner({ ...scope, actor: { kind: 'person', personId: person.personId, accountId: person.accountId, name: 'Ada', assignments: [] } }, { register: 'processors', partyId: processor, name: 'Wil Werk', email: 'wil@cloudnoord.example', language: 'nl' })
      const [invitation] = await listInvitations(scope)
      const mail = (await mailsTo(scope)).find(({ link }) => link)!
      return { house, processor, invitation: invitation!.id, link: mail.link!.path, base: `/openbaar/${house.slug}/portaal` }
    }, now())
  }

  async function mailsTo(scope: Parameters<Parameters<Tenant['scoped']>[0]>[0]) {
    const rows = await scope.tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', scope.organisation.id).orderBy('id', 'desc').execute()
    return rows.map(({ id, content }) => openContent(scope.organisation, id, content!)).filter(({ outside }) => outside?.to === 'wil@cloudnoord.example')
  }

  async function enter(visitor: Visitor, client: Client) {
    await visitor.send(client.link, { _action: 'code' })
    const [mail] = await client.house.scoped(mailsTo, now())
    const code = /code is ([a-z0-9-]{9})/.exec(JSON.stringify(mail!.lines))![1]!
    assert.equal((await visitor.send(client.link, { _action: 'open', code })).status, 303)
  }

  const decide = (client: Client, proposal: string, fields: Record<string, string>) => officer.post(`/${client.house.slug}/verwerkers/${client.processor}/voorstellen/${proposal}`, fields)

  test('each client has a portal of its own, open side by side; what we wrote for ourselves is in neither', async () => {
    for (const client of [one, other]) {
      const home = plain(await who.text(client.base))
      assert.match(home, /Contact en beveiliging.*Subverwerkers.*Certificaten en verklaringen.*Toegang/)
      const pages = await Promise.all(['gegevens', 'subverwerkers', 'bewijzen', 'toegang'].map((part) => who.text(`${client.base}/${part}`)))
      for (const page of [home, ...pages.map(plain)]) assert.doesNotMatch(page, /opdrachtgever/, 'no note of ours')
    }
    assert.equal((await visitorFrom(app, '203.0.116.2').get(`${one.base}/gegevens`)).status, 403, 'nobody without a session')
    assert.equal((await who.get(`${one.base}/bestaat-niet`)).status, 404)
    assert.equal((await who.get(`${one.base}/audits`)).status, 404, 'nothing was announced')
  })

  test('N-43 H-64: consent is asked beforehand for one client, and given with conditions by a colleague; the other client sees nothing of it', async () => {
    const wrong = await who.send(`${one.base}/subverwerkers/sub_processor`, { name: 'Nieuwe Hal B.V.', service: '', country: 'XX' })
    assert.equal(wrong.status, 400)
    assert.match(await wrong.text(), /value="Nieuwe Hal B\.V\."/, 'nothing that was typed is lost')
    assert.equal((await who.send(`${one.base}/subverwerkers/sub_processor`, { name: 'Nieuwe Hal B.V.', service: 'Tweede datacentrum', country: 'DE', since_on: '2027-01-01' })).status, 303)
    const [asked] = await open(one)
    assert.equal((await inputOf(one)).sub_processors.length, 1, 'nothing changes by itself')
    assert.equal((await open(other)).length, 0)
    assert.doesNotMatch(plain(await who.text(`${other.base}/subverwerkers`)), /Nieuwe Hal/)
    assert.doesNotMatch(JSON.stringify(await scoped(one, (scope) => scope.tx.selectFrom('partner_proposal').select('content').execute())), /Nieuwe Hal/, 'sealed at rest')
    assert.match(plain(await (await officer.get(`/${one.house.slug}/mijn-werk`)).text()), /Voorstel van een verwerker: Cloud Noord/)
    assert.equal((await decide(one, asked!.id, { _action: 'accept', conditions: 'Alleen versleuteld.' })).status, 303)
    const row = (await inputOf(one)).sub_processors.at(-1)!
    assert.deepEqual([row.name, row.consent, row.conditions, row.asked_on, row.consented_on, row.consented_by], ['Nieuwe Hal B.V.', 'conditional', 'Alleen versleuteld.', '2026-11-22', '2026-11-22', officer.personId])
    assert.match(plain(await who.text(`${one.base}/subverwerkers`)), /Alleen versleuteld/)
    assert.equal((await decide(one, asked!.id, { _action: 'accept' })).status, 409, 'decided once')
  })

  test('a refusal needs a reason, which the processor reads; a proposal can be taken back; another organisation’s can’t be reached', async () => {
    await who.send(`${one.base}/subverwerkers/sub_processor`, { name: 'Verre Hal', service: 'Back-up', country: 'US' })
    const [asked] = await open(one)
    assert.equal((await decide(one, asked!.id, { _action: 'refuse', reason: ' ' })).status, 400)
    assert.equal((await decide({ ...one, processor: other.processor }, asked!.id, { _action: 'refuse', reason: 'x' })).status, 404)
    assert.equal((await who.send(`${other.base}/subverwerkers/intrekken`, { proposal: asked!.id })).status, 404)
    assert.equal((await decide(one, asked!.id, { _action: 'refuse', reason: 'Gegevens blijven in de EU.' })).status, 303)
    assert.match(plain(await who.text(`${one.base}/subverwerkers`)), /Verre Hal.*niet akkoord.*Gegevens blijven in de EU/)
    assert.ok(!(await inputOf(one)).sub_processors.some(({ name }) => name === 'Verre Hal'))
    await who.send(`${one.base}/subverwerkers/sub_processor_end`, { name: 'oude hal', stopped_on: '2026-11-01', copies_deleted_on: '2026-11-15' })
    const [ended] = await open(one)
    await decide(one, ended!.id, { _action: 'accept' })
    assert.deepEqual((await inputOf(one)).sub_processors.map(({ name, copies_deleted_on }) => [name, copies_deleted_on])[0], ['Oude Hal', '2026-11-15'], 'H-64: copies too')
  })

  test('contacts with a row more without JavaScript; H-43: a certificate as a file, seen and attached once it is taken over', async () => {
    const more = await who.send(`${one.base}/gegevens/contacts`, { contact: 'Nieuwe desk', contacts: '', _action: 'add:contacts' })
    assert.deepEqual([more.status, /name="contacts\.0\.phone"/.test(await more.text())], [200, true])
    await who.send(`${one.base}/gegevens/contacts`, { contact: 'Nieuwe desk', contact_email: 'desk@cloudnoord.example', contacts: '', 'contacts.0.purpose': 'out_of_hours', 'contacts.0.phone': '000 000 000' })
    const kinds = async () => (await open(one)).map(({ kind }) => kind)
    assert.deepEqual(await kinds(), ['contacts'])
    assert.equal((await who.upload(`${one.base}/bewijzen/guarantee/bestand`, { kind: 'iso_27001', valid_until_on: '2028-01-01' }, [{ name: 'virus.exe', bytes: Buffer.from('MZ') }])).status, 400)
    assert.equal((await who.upload(`${one.base}/bewijzen/guarantee/bestand`, { kind: 'iso_27001', valid_until_on: '2028-01-01' }, [{ name: 'iso.pdf', bytes: Buffer.from('%PDF-1.7 %%EOF') }])).status, 303)
    for (const { id } of await open(one)) assert.equal((await decide(one, id, { _action: 'accept' })).status, 303)
    const input = await inputOf(one)
    assert.deepEqual([input.contact, input.contacts[0]!.phone, input.guarantees[0]!.seen_on, input.guarantees[0]!.proof], ['Nieuwe desk', '000 000 000', '2026-11-22', 'iso.pdf'])
    assert.match(plain(await (await officer.get(`/${one.house.slug}/verwerkers/${one.processor}`)).text()), /iso\.pdf/)
  })

  test('N-42: an audit is announced by mail, answered in the portal, its recommendation late until done, and closed', async () => {
    const step = async (audit: string, verb: string, fields: Record<string, string>) => officer.post(`/${one.house.slug}/audits/${audit}/stap/${verb}`, fields)
    const audit = await one.house.scoped((scope) => createEntry(scope, processorAudits, completed(processorAudits.fields, { name: 'Audit 2026', processor: one.processor, manner: 'own', cost_rule: 'each', note: 'Alleen voor onszelf', questions: [{ question: 'Wie heeft toegang?' }] })), now())
    assert.equal((await step(audit, 'announce', { planned_on: '2026-11-21' })).status, 400, 'not before it is announced')
    assert.equal((await step(audit, 'announce', { planned_on: '2026-12-20' })).status, 303)
    assert.match(JSON.stringify((await one.house.scoped(mailsTo, now()))[0]), /kondigt hierbij een audit aan/)
    const page = await who.text(`${one.base}/audits`)
    assert.match(plain(page), /Wie heeft toegang\?/)
    assert.doesNotMatch(plain(page), /Alleen voor onszelf/)
    assert.equal((await who.send(`${other.base}/audits/${audit}`, { q0: 'x', q0_about: 'Wie heeft toegang?' })).status, 404)
    assert.equal((await who.send(`${one.base}/audits/${audit}`, { q0: 'Alleen beheer.', q0_about: 'Wie heeft toegang?' })).status, 303)
    const auditOf = () => one.house.scoped((scope) => loadEntry(scope, processorAudits, audit), now())
    assert.deepEqual(((await auditOf()).input.questions as unknown[])[0], { question: 'Wie heeft toegang?', answer: 'Alleen beheer.', answered_on: '2026-11-22' })
    assert.equal((await step(audit, 'hold', { held_on: '2026-11-22', conclusion: 'improve' })).status, 303)
    assert.equal((await auditOf()).system.status, 'held')
    const points = (done_on: string | null) => [{ finding: 'Oude accounts', severity: 'high', recommendation: 'Sluit ze', due_on: '2027-01-10', answer: null, done_on }]
    await one.house.scoped(async (scope) => perform(scope, processorAudits, 'change', audit, { ...(await loadEntry(scope, processorAudits, audit)).input, points: points(null) }), now())
    assert.equal((await step(audit, 'close', {})).status, 409)
    await one.house.scoped(async (scope) => perform(scope, processorAudits, 'change', audit, { ...(await loadEntry(scope, processorAudits, audit)).input, points: points('2027-01-02') }), now())
    assert.equal((await step(audit, 'close', {})).status, 303)
    assert.equal((await auditOf()).system.status, 'closed')
  })

  test('an app as the second factor: no code is mailed any more, each code of the app works once, five wrong ones shut the door for a while, and taking it away brings the mail back', async () => {
    const page = await who.text(`${other.base}/toegang`)
    const secret = />([A-Z2-7]{16,})</.exec(page)![1]!
    const codeAt = (steps: number) => generateSync({ secret, epoch: Math.floor(now().getTime() / 1000) + steps * 30 })
    assert.equal((await who.send(`${other.base}/toegang/app`, { code: '000000' })).status, 400)
    assert.equal((await who.send(`${other.base}/toegang/app`, { code: codeAt(0) })).status, 303)
    const mails = async () => (await other.house.scoped(mailsTo, now())).length
    const before = await mails()
    const elsewhere = visitorFrom(app, '203.0.116.9')
    await elsewhere.send(other.link, { _action: 'code' })
    assert.equal(await mails(), before)
    assert.equal((await elsewhere.send(other.link, { _action: 'app', app_code: codeAt(0) })).status, 400, 'used when it was set up')
    assert.equal((await elsewhere.send(other.link, { _action: 'app', app_code: codeAt(1) })).status, 303)
    assert.match(plain(await elsewhere.text(`${other.base}/toegang`)), /App weghalen/)
    const another = visitorFrom(app, '203.0.116.10')
    for (let index = 0; index < 5; index++) await another.send(other.link, { _action: 'app', app_code: '111111' })
    opened.setClock('2026-11-22T10:05:00Z')
    assert.equal((await another.send(other.link, { _action: 'app', app_code: codeAt(0) })).status, 400, 'the right one too, for a quarter of an hour')
    opened.setClock('2026-11-22T10:21:00Z')
    assert.equal((await another.send(other.link, { _action: 'app', app_code: codeAt(0) })).status, 303)
    assert.equal((await another.send(`${other.base}/toegang/app`, { _action: 'remove' })).status, 303)
    await another.send(other.link, { _action: 'code' })
    assert.equal(await mails(), before + 1)
    opened.setClock(start)
  })

  test('access is confirmed each year; a successor gets an invitation of its own and whoever leaves is out at once; ending one client leaves the other open', async () => {
    const almost = new Date(Date.parse(start) + 345 * 86_400_000)
    opened.setClock(almost.toISOString())
    assert.equal(await scoped(other, askConfirmations), 1)
    assert.equal(await scoped(other, askConfirmations), 0, 'asked once')
    await enter(who, other)
    assert.match(plain(await who.text(other.base)), /Toegang.*1/)
    assert.equal((await who.send(`${other.base}/toegang/bevestigen`, {})).status, 303)
    const [held] = await other.house.scoped(listInvitations, now())
    assert.equal(dayOf(held!.expiresAt), dayAfter(dayOf(almost), 'P365D'))
    await enter(who, one)
    await who.send(`${one.base}/toegang/successor`, { name: 'Vera Volg', email: 'vera@cloudnoord.example' })
    const [named] = await open(one)
    officer = await one.house.person('Paula Privacy', 'privacy_officer')
    assert.equal((await decide(one, named!.id, { _action: 'accept' })).status, 303)
    assert.equal((await who.get(`${one.base}/gegevens`)).status, 403, 'out at once')
    assert.deepEqual((await one.house.scoped(listInvitations, now())).filter(({ endedAt }) => endedAt === null).map(({ email }) => email), ['vera@cloudnoord.example'])
    assert.equal((await who.get(`${other.base}/gegevens`)).status, 200, 'the other client is untouched')
    const lost = await who.send(`${one.base}/gegevens/security`, { security_measures: 'Lang verhaal' })
    assert.deepEqual([lost.status, /Lang verhaal/.test(await lost.text())], [403, true], 'what was typed goes back to who typed it')
    await other.house.scoped((scope) => endInvitation(scope, other.invitation), now())
    assert.equal((await who.get(`${other.base}/gegevens`)).status, 403)
  })
})
