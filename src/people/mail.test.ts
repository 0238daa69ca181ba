// Mail from act to receiver: in the outbox with the act or not at all, sealed, over real SMTP, tried again with pauses, and what an administrator sees of it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { mailServer, type MailServer, settingsFor } from '../../test/support/mail-server.ts'
import { browser, goodPassword } from '../../test/support/people.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import { plain } from '../../test/support/register-visitor.ts'
import { readConfig } from '../ground/config.ts'
import { openPost } from '../ground/mail.ts'
import type { Scope } from '../ground/scope.ts'
import { makeApp } from '../web.tsx'
import { jobPlace } from './job-scope.ts'
import { sendDueMail } from './mail-courier.ts'
import { claimMail, forgetOldMail, mailPauses, recordMail } from './mail-outbox.ts'
import { enqueueMail, type Mail, openContent } from './mail.ts'

type Person = Awaited<ReturnType<Tenant['person']>>
const start = new Date('2026-11-22T12:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)

let server: MailServer
let house: Tenant
let petra: Person
let opened: Awaited<ReturnType<typeof product>>

// In a suite of its own: hooks of the file would hold for every file of the process.
describe('mail', () => {
  before(async () => {
    opened = await product()
    server = await mailServer()
    house = await tenant()
    petra = await house.person('Petra Privacy', 'administrator')
  })
  after(async () => {
    opened.setClock(undefined)
    await server.stop()
  })

  const notice = (more: Partial<Mail> = {}): Mail => ({ personId: petra.personId, kind: 'notice', subject: { nl: 'Geheim onderwerp', en: 'Secret subject' }, lines: [{ nl: 'Geheime regel', en: 'Secret line' }], ...more })
  const enqueue = (more: Partial<Mail> = {}, at = start) => house.scoped((scope) => enqueueMail(scope, notice(more)), at)
  const rows = () => house.scoped((scope) => scope.tx.selectFrom('mail_message').selectAll().where('organisation_id', '=', scope.organisation.id).orderBy('id').execute())
  const only = async () => { const all = await rows(); assert.equal(all.length, 1); return all[0]! }
  const empty = () => house.scoped((scope) => scope.tx.deleteFrom('mail_message').where('organisation_id', '=', scope.organisation.id).execute())

  /** One turn of the courier at a moment. */
  async function carry(at = start, port = server.port) {
    opened.setClock(at.toISOString())
    const mine = { database: opened.database, master: opened.masterKey, clock: opened.deps.clock!, config: opened.deps.config }
    server.received.length = 0
    const outcome = await sendDueMail(mine, await jobPlace(mine, house.organisation.id, { kind: 'system', task: 'mail' }), openPost(settingsFor(port), { timeoutMs: 400 }))
    return { ...outcome, received: [...server.received] }
  }

  describe('the outbox', () => {
    test('a message stands there with the act and not without it, for nobody who isn’t here, and once where it is named', async () => {
      await assert.rejects(house.scoped(async (scope: Scope) => {
        await enqueueMail(scope, notice())
        throw new Error('undone')
      }))
      const other = await tenant()
      const stranger = await other.person('Vera Vreemd')
      assert.deepEqual([await enqueue({ personId: stranger.personId }), await rows()], [undefined, []])
      const [first, second, third] = [await enqueue({ once: 'a/1' }), await enqueue({ once: 'a/1' }), await enqueue({ once: 'a/2' })]
      assert.deepEqual([typeof first, second, typeof third, (await rows()).length], ['string', undefined, 'string', 2])
      await empty()
    })

    test('what it says is sealed with the organisation’s own key, and gone when it is sent', async () => {
      const id = (await enqueue())!
      const { content } = await only()
      assert.ok(!content!.includes('Geheim'))
      assert.equal(openContent(house.organisation, id, content!).subject.nl, 'Geheim onderwerp')
      const { organisation } = await tenant()
      assert.throws(() => openContent(organisation, id, content!))
      assert.throws(() => openContent(house.organisation, '0198c5a2-7d1e-7b54-9a60-3f1d2f8f2b11', content!), 'a message can’t be put in the place of another')
      await carry()
      assert.deepEqual([(await only()).content, (await only()).state], [null, 'sent'])
      await house.scoped(forgetOldMail, later(91 * 86_400_000))
      assert.deepEqual(await rows(), [])
    })
  })

  describe('the courier', () => {
    test('brings it in the language of the person, to the address of today, with its link; nobody who left gets any', async () => {
      await house.scoped((scope) => scope.tx.insertInto('mail_choice').values({ organisation_id: scope.organisation.id, person_id: petra.personId, language: 'en', digest: 'none' }).execute())
      await enqueue({ link: { words: { nl: 'Kijk', en: 'Look' }, path: '/x/y' } })
      await house.scoped((scope) => scope.tx.updateTable('person').set({ email: `nieuw-${petra.email}` }).where('organisation_id', '=', scope.organisation.id).where('id', '=', petra.personId).execute())
      const { received, tried } = await carry()
      assert.deepEqual([tried, received.map(({ to, headers }) => [to, headers.get('subject')])], [1, [[[`nieuw-${petra.email}`], 'Secret subject']]])
      assert.match(received[0]!.text, /Secret line\n\nLook:\nhttp:\/\/waarborg\.test\/x\/y/)
      assert.match(received[0]!.html, /<html lang="en">.*<a href="http:\/\/waarborg\.test\/x\/y"/s)
      assert.equal((await carry(later(1))).tried, 0, 'sent is sent')
      const leaver = await house.person('Lea Vertrekt')
      await empty()
      await enqueue({ personId: leaver.personId })
      await house.scoped((scope) => scope.tx.updateTable('person').set({ is_active: false }).where('organisation_id', '=', scope.organisation.id).where('id', '=', leaver.personId).execute())
      assert.equal((await carry()).received.length, 0)
      assert.deepEqual([(await only()).state, (await only()).trouble, (await only()).content], ['dropped', 'person_gone', null])
      await empty()
    })

    test('“later” is tried again after each pause and then given up; “never” is given up at once; what is of no use any more is dropped', async () => {
      await enqueue()
      server.answer = () => 451
      let at = start
      for (const pause of mailPauses) {
        await carry(at)
        const { state, next_attempt_at, smtp_status } = await only()
        assert.deepEqual([state, next_attempt_at?.getTime(), smtp_status], ['waiting', at.getTime() + pause, 451])
        assert.equal((await carry(new Date(at.getTime() + pause - 1))).tried, 0)
        at = new Date(at.getTime() + pause)
      }
      await carry(at)
      assert.deepEqual([(await only()).state, (await only()).attempts, (await only()).next_attempt_at], ['failed', mailPauses.length + 1, null])
      await empty()
      server.answer = () => 550
      await enqueue()
      await carry()
      assert.deepEqual([(await only()).state, (await only()).trouble, (await only()).attempts], ['failed', 'refused', 1])
      server.answer = () => undefined
      await empty()
      await enqueue({ kind: 'digest' })
      assert.equal((await carry(later(86_400_001))).received.length, 0)
      assert.deepEqual([(await only()).state, (await only()).trouble], ['dropped', 'too_old'])
      await empty()
    })

    test('a mail server that is away ends the turn: the rest waits untouched and goes when it is back', async () => {
      for (let count = 0; count < 5; count++) await enqueue()
      const gone = await mailServer()
      await gone.stop()
      const turn = await carry(start, gone.port)
      assert.deepEqual([turn.isServerAway, turn.tried], [true, 3])
      assert.deepEqual((await rows()).map(({ attempts }) => attempts), [1, 1, 1, 0, 0])
      assert.equal((await carry(later(mailPauses[0]!))).received.length, 5)
      await empty()
    })

    test('a courier that dies with a message in hand: another sends it after the lease, by the same Message-ID, and the dead one’s word counts no more', async () => {
      const id = await enqueue()
      const [inHand] = await house.scoped((scope) => claimMail(scope, 3), start)
      assert.deepEqual([inHand!.id, (await carry(later(60_000))).tried], [id, 0])
      const { received } = await carry(later(180_000))
      assert.deepEqual(received.map(({ headers }) => headers.get('message-id')), [`<${id}@waarborg.test>`])
      await house.scoped((scope) => recordMail(scope, inHand!, { trouble: 'temporary', status: 451 }), later(181_000))
      assert.equal((await only()).state, 'sent')
      await empty()
    })
  })

  describe('what an administrator sees', () => {
    const path = () => `/${house.slug}/beheer/post`

    test('for whom, what kind and how it went, never what it says; tried again and dropped by hand; others see none of it', async () => {
      opened.setClock(undefined)
      const page = async () => plain(await (await petra.get(path())).text())
      assert.match(await page(), /Er is geen mailserver ingesteld.*Er gaat geen e-mail uit.*Nog geen berichten/)
      const id = await enqueue({}, new Date())
      assert.match(await page(), /Eén bericht wacht.*Petra Privacy Bericht.*Wacht/)
      assert.doesNotMatch(await page(), /Geheim/)
      const officer = await house.person('Otto Officier', 'privacy_officer')
      for (const address of [path(), `${path()}?stand=failed`]) assert.equal((await officer.get(address)).status, 403)
      assert.equal((await officer.post(`${path()}/${id}/laten-vervallen`, {})).status, 403)
      assert.equal((await petra.post(`${path()}/${id}/laten-vervallen`, {})).status, 303)
      assert.deepEqual([(await only()).state, (await only()).content], ['dropped', null])
      for (const act of ['opnieuw', 'laten-vervallen']) assert.equal((await petra.post(`${path()}/${id}/${act}`, {})).status, 404)
      assert.equal((await petra.post(`${path()}/proef`, {})).status, 409, 'without a mail server there is nothing to try')
      await empty()
    })

    test('with a mail server: a trial message arrives, what was refused is tried again, and an invitation goes by mail too', async () => {
      const app = makeApp({ ...opened.deps, config: readConfig({ PUBLIC_URL: 'http://waarborg.test', SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'Waarborg <waarborg@lekhoven.example>' }) })
      const her = browser(app, { ip: '10.3.4.5' })
      assert.equal((await her.post('/inloggen', { email: petra.email, password: goodPassword })).status, 303)
      assert.equal((await her.post(`${path()}/proef`, {})).status, 303)
      server.answer = () => 550
      await carry(new Date())
      assert.match(plain(await (await her.get(path())).text()), /De post gaat via 127\.0\.0\.1.*Niet gelukt.*weigerde dit adres of dit bericht \(550\)/)
      server.answer = () => undefined
      assert.equal((await her.post(`${path()}/${(await only()).id}/opnieuw`, {})).status, 303)
      assert.deepEqual((await carry(new Date())).received.map(({ headers }) => headers.get('subject')), ['Trial message from Waarborg'])
      const made = await her.post(`/${house.slug}/beheer/personen/nieuw`, { name: 'Nieuwe Collega', email: `nieuw${house.slug}@voorbeeld.example`, 'roles.0.role': 'employee', 'roles.0.department': house.departments.burgerzaken })
      assert.ok(made.status < 400, plain(await made.clone().text()).slice(0, 500))
      const { received } = await carry(new Date())
      assert.deepEqual(received.map(({ to }) => to), [[`nieuw${house.slug}@voorbeeld.example`]])
      assert.match(received[0]!.text, /\/uitnodiging\/[\w-]+/)
    })
  })
})
