// Letters from begin to end through the front door: from a standard letter to a frozen file, sent over real SMTP at most once, by hand, and to many.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { mailServer, type MailServer, settingsFor } from '../../../test/support/mail-server.ts'
import { readPdf } from '../../../test/support/pdf.ts'
import { publicUrl } from '../../../test/support/people.ts'
import { launch } from '../../../test/support/processes.ts'
import { product, type Tenant, tenant } from '../../../test/support/product.ts'
import { plain } from '../../../test/support/register-visitor.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { openPost } from '../../ground/mail.ts'
import { jobPlace } from '../../people/job-scope.ts'
import { sendDueMail } from '../../people/mail-courier.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { createEntry } from '../../register-kit/perform.ts'
import { requests } from '../../registers/requests/register.ts'
import { breaches } from '../../registers/breaches/register.ts'
import { workbook } from '../../../test/support/workbooks.ts'
import { enqueueOutside } from '../../people/mail-outside.ts'
import { draftLetter, lettersOf, sentLettersForOutside } from './letters.ts'
import { readSendings } from './letter-sending.ts'
import { mailNext, readLists, receiveList, standingOf } from './letter-list.ts'
import { readLetter } from './letter-store.ts'
import { throwAwayFolder } from '../../../test/support/throw-away.ts'

type Person = Awaited<ReturnType<Tenant['person']>>

describe('letters of a case (N-21)', () => {
  let opened: Awaited<ReturnType<typeof product>>
  let server: MailServer
  let house: Tenant
  let officer: Person
  let request: string
  let base: string

  before(async () => {
    opened = await product()
    server = await mailServer()
    house = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer')
    await house.scoped(({ tx, organisation }) => tx.updateTable('organisation').set({ contact_email: 'privacy@duinrade.example', dpo_contact: 'fg@duinrade.example', contact_address: 'Plein 1, Duinrade' }).where('id', '=', organisation.id).execute())
    request = await house.scoped((scope) => createEntry(scope, requests, { ...emptyInput(requests.fields), title: 'Inzage', right: 'access', received_at: scope.now.toISOString(), subject_name: 'Jan Jansen', subject_email: 'jan@inwoner.example', language: 'nl', channel: 'letter', subject_kind: 'self' }))
    base = `/${house.slug}/verzoeken/${request}/brieven`
  })
  after(async () => {
    opened.setClock(undefined)
    await server.stop()
  })

  const my = () => ({ database: opened.database, master: opened.masterKey, clock: opened.deps.clock!, config: opened.deps.config })
  async function carry(minutes = 0) {
    if (minutes > 0) opened.setClock(new Date(Date.now() + minutes * 60_000).toISOString())
    const turn = await sendDueMail(my(), await jobPlace(my(), house.organisation.id, { kind: 'system', task: 'mail' }), openPost(settingsFor(server.port), { timeoutMs: 2000 }))
    opened.setClock(undefined)
    return turn
  }
  const begin = async (template: string) => {
    const made = await officer.post(base, { template, language: '' })
    assert.equal(made.status, 303, plain(await made.clone().text()).slice(0, 300))
    return made.headers.get('location')!
  }
  const values = async (address: string) => {
    const html = await (await officer.get(address)).text()
    const one = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1] ?? ''
    return { html, revision: one('revision'), subject: one('subject') }
  }
  const save = (address: string, revision: string, more: Record<string, string>) => officer.post(address, { revision, addressee: 'Jan Jansen', email: 'jan@inwoner.example', address: '', language: 'nl', subject: 'Uw verzoek', body: 'Beste Jan,\n\n## Kop\n\nKlaar.', bsnReason: '', shown: 'yes', _action: 'save', ...more })
  const sendings = async (address: string) => house.scoped((scope) => readSendings(scope, address.split('/').at(-1)!))

  test('a standard letter is filled by what is known; gaps and a BSN without a reason keep it a draft (N-31); final it is a PDF/UA that never changes', async () => {
    const address = await begin('request-refused')
    const { html, revision } = await values(address)
    assert.match(html, /Beste Jan Jansen,/)
    assert.match(html, /Maak dan bezwaar bij Gemeente/)
    const gap = await save(address, revision, { body: 'Nog [[de grond]] en BSN 111222333', _action: 'finalise' })
    assert.equal(gap.status, 400)
    assert.match(plain(await gap.text()), /Vul nog in: de grond.*waarschijnlijk een BSN/)
    const stale = await save(address, revision, {})
    assert.equal(stale.status, 409, 'the refused attempt was saved; an older form doesn’t overwrite it')
    const again = await save(address, (await values(address)).revision, { _action: 'finalise' })
    assert.equal(again.status, 303)
    const pdf = async () => Buffer.from(await (await officer.get(`${address}/pdf`)).arrayBuffer())
    const first = await pdf()
    const read = await readPdf(first)
    assert.deepEqual([read.isTagged, read.untagged, read.language], [true, 0, 'nl-NL'])
    for (const words of ['Jan Jansen', 'Uw verzoek', 'Klaar.', 'Ons nummer']) assert.ok(read.text.includes(words), words)
    assert.ok(first.equals(await pdf()))
    assert.equal((await save(address, (await values(address)).revision || '3', {})).status, 409, 'final is final')
    for (const kind of ['docx', 'odt']) assert.equal(Buffer.from(await (await officer.get(`${address}/${kind}`)).arrayBuffer()).subarray(0, 2).toString(), 'PK')
    assert.equal((await officer.post(`${address}/heropenen`, {})).status, 303)
    assert.equal((await officer.post(`${address}/intrekken`, {})).status, 303)
    assert.match(plain(await (await officer.get(`/${house.slug}/verzoeken/${request}`)).text()), /Brieven.*Ingetrokken/)
  })

  const finalLetter = async () => {
    const address = await begin('request-receipt')
    assert.equal((await save(address, (await values(address)).revision, { _action: 'finalise' })).status, 303)
    return address
  }

  test('by mail with a link or the file, once; refused is shown and tried again; a server away for a day loses nothing', async () => {
    const address = await finalLetter()
    server.received.length = 0
    server.answer = () => 550
    await officer.post(`${address}/versturen`, { way: 'email_attachment' })
    await carry()
    assert.match(plain(await (await officer.get(address)).text()), /Niet gelukt.*weigerde dit adres.*550/)
    server.answer = () => undefined
    const [failed] = await sendings(address)
    assert.equal((await officer.post(`${address}/zending/${failed!.id}/retry`, {})).status, 303)
    const port = server.port
    await server.stop()
    await carry()
    assert.equal((await sendings(address))[0]!.mail!.state, 'waiting', 'nobody there: it waits')
    server = await mailServer()
    assert.notEqual(port, 0)
    await carry(24 * 60)
    assert.equal(server.received.length, 1)
    assert.match(server.received[0]!.raw, /application\/pdf/)
    assert.deepEqual([server.received[0]!.to, server.received[0]!.headers.get('reply-to')], [['jan@inwoner.example'], 'privacy@duinrade.example'])
    assert.doesNotMatch(server.received[0]!.headers.get('subject') ?? '', /verzoek/i, 'the subject can be read on the way')
    await carry(48 * 60)
    assert.equal(server.received.length, 1)
    await officer.post(`${address}/versturen`, { way: 'email_link' })
    await carry()
    assert.match(server.received[1]!.text, /\/openbaar\/[\w-]+\/status\/[\w-]+/)
    const outside = await house.scoped(async (scope) => {
      const letters = await sentLettersForOutside(scope, requests, request)
      return { count: letters.length, head: (await letters[0]!.pdf()).subarray(0, 5).toString() }
    })
    assert.deepEqual(outside, { count: 1, head: '%PDF-' })
    const [last] = await sendings(address)
    assert.equal((await officer.post(`${address}/zending/${last!.id}/terug`, { note: 'Mailbox vol' })).status, 303)
    assert.match(plain(await (await officer.get(address)).text()), /Teruggekomen.*Mailbox vol/)
  })

  test('kill -9 when the mail server has the letter: it isn’t sent again by itself, the uncertainty is shown, and a person decides', async () => {
    const address = await finalLetter()
    server.received.length = 0
    server.answer = () => 'silence'
    await officer.post(`${address}/versturen`, { way: 'email_attachment' })
    const folder = throwAwayFolder('keys')
    writeFileSync(join(folder, 'master.key'), opened.masterKey.bytes.toString('hex'))
    const courier = launch('--import', ['./bin/load-tsx.js', join(import.meta.dirname, '../../../test/support/mail-courier-process.ts'), (await testDatabase()).appUrl, folder, house.organisation.id, String(server.port)], {})
    for (const end = Date.now() + 120_000; server.received.length === 0 && courier.child.exitCode === null && Date.now() < end;) await new Promise((done) => { setTimeout(done, 20) })
    assert.equal(courier.child.exitCode, null, courier.err())
    courier.child.kill('SIGKILL')
    await courier.ended
    server.answer = () => undefined
    await carry()
    assert.equal((await sendings(address))[0]!.mail!.state, 'sending', 'the dead process may still be alive, as far as we know')
    await carry(10)
    await carry(24 * 60)
    assert.equal(server.received.length, 1, 'at most one message')
    assert.match(plain(await (await officer.get(address)).text()), /Onzeker.*Is deze e-mail verstuurd\?.*@waarborg\.test/)
    const [uncertain] = await sendings(address)
    assert.equal((await officer.post(`${address}/zending/${uncertain!.id}/sent`, {})).status, 303)
    assert.equal((await sendings(address))[0]!.mail!.state, 'sent')
    assert.equal((await officer.post(`${address}/zending/${uncertain!.id}/again`, {})).status, 404, 'decided is decided')
  })

  test('an address with a second one or a line end in it is refused before anything is written', async () => {
    for (const to of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'Jan <a@b.example>', 'a b@c.example', 'a@b', '']) {
      await assert.rejects(house.scoped((scope) => enqueueOutside(scope, { to, kind: 'letter', language: 'nl', subject: { nl: 'x', en: 'x' }, lines: [] })), { status: 400 }, JSON.stringify(to))
    }
  })

  test('who may only read the case can’t write its letters, and another organisation finds nothing', async () => {
    const auditor = await house.person('Aad Auditor', 'auditor')
    assert.equal((await auditor.post(base, { template: 'request-receipt', language: '' })).status, 403)
    const other = await tenant()
    const stranger = await other.person('Vera Vreemd', 'privacy_officer')
    assert.equal((await stranger.get(await begin('request-receipt'))).status, 404)
    await assert.rejects(other.scoped((scope) => lettersOf(scope, requests, request).then((all) => { assert.deepEqual(all, []); return draftLetter(scope, requests, request, 'request-receipt') })), { status: 404 })
  })

  test('to many: each gets one, also when it breaks off half-way; the list is destroyed and its counts stay', async () => {
    const breach = await house.scoped((scope) => createEntry(scope, breaches, { ...emptyInput(breaches.fields), name: 'Verkeerde bijlage', received_at: scope.now.toISOString(), language: 'nl', channel: 'colleague', role: 'controller' }))
    const at = `/${house.slug}/datalekken/${breach}/brieven`
    const made = await officer.post(at, { template: 'breach-subjects', language: '' })
    const address = made.headers.get('location')!
    const id = address.split('/').at(-1)!
    assert.equal((await save(address, (await values(address)).revision, { subject: 'Er is iets misgegaan', body: '{{salutation}}\n\nHet spijt ons.', _action: 'finalise' })).status, 303)
    const form = (text: string) => { const data = new FormData(); data.append('file', new File([text], 'lijst.csv', { type: 'text/csv' })); return data }
    const headers = { cookie: [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin: publicUrl, host: new URL(publicUrl).host, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' }
    const upload = (text: string) => opened.app.request(`${publicUrl}${at}/verzendlijst?brief=${id}`, { method: 'POST', body: form(text), headers }, { incoming: { socket: { remoteAddress: '192.0.2.1' } } })
    for (const kind of ['xlsx', 'ods'] as const) {
      const data = new FormData()
      data.append('file', new File([new Uint8Array(workbook([{ name: 'Blad1', rows: [['Naam', 'E-mail', 'Adres'], ['Jan', 'jan@inwoner.example', null], ['Oma', null, 'Straat 1, Duinrade']] }], kind))], `lijst.${kind}`))
      const answer = await opened.app.request(`${publicUrl}${at}/verzendlijst?brief=${id}`, { method: 'POST', body: data, headers }, { incoming: { socket: { remoteAddress: '192.0.2.1' } } })
      assert.equal(answer.status, 303, `${kind}: ${plain(await answer.clone().text()).slice(0, 400)}`)
      assert.match(plain(await (await officer.get(answer.headers.get('location')!)).text()), /2 ontvangers.*Beste Jan,/)
    }
    const bad = await upload('Naam;E-mail\nJan;geen adres\n')
    assert.equal(bad.status, 400)
    const read = await upload(`Naam;E-mail;Adres\n${Array.from({ length: 5 }, (_, index) => `Persoon ${index};p${index}@inwoner.example;`).join('\n')}\nOma;;Straat 1, Duinrade\n`)
    assert.equal(read.status, 303, plain(await read.clone().text()).slice(0, 400))
    const list = read.headers.get('location')!
    assert.match(plain(await (await officer.get(list)).text()), /6 ontvangers.*Beste Persoon 0,/)
    server.received.length = 0
    // Half-way: the batch that is undone leaves nothing, and the next one takes everybody once.
    const listId = /verzendlijst\/([0-9a-f-]+)/.exec(list)![1]!
    await assert.rejects(house.scoped(async (scope) => {
      await mailNext(scope, await readLetter(scope, 'breaches', breach, id), listId)
      throw new Error('the server died')
    }), /died/)
    assert.equal((await officer.post(list.replace('?', '/versturen?'), {})).status, 303)
    assert.equal((await officer.post(list.replace('?', '/versturen?'), {})).status, 303)
    await carry()
    assert.deepEqual(server.received.map(({ to }) => to[0]!).toSorted((one, other) => one.localeCompare(other)), Array.from({ length: 5 }, (_, index) => `p${index}@inwoner.example`))
    assert.match(server.received[0]!.text, /Beste Persoon \d,\s+Het spijt ons\./)
    const pdf = await readPdf(Buffer.from(await (await officer.get(list.replace('?', '/druk?'))).arrayBuffer()))
    assert.match(pdf.text, /Oma/)
    assert.equal(pdf.pages.length, 1)
    assert.equal((await officer.post(list.replace('?', '/vernietigen?'), { printed: 'yes' })).status, 303)
    const left = await house.scoped(async (scope) => ({ rows: await scope.tx.selectFrom('letter_list_row').select('position').where('organisation_id', '=', scope.organisation.id).where('list_id', '=', listId).execute(), list: (await readLists(scope, id, listId))[0]!, standing: await standingOf(scope, listId) }))
    assert.deepEqual([left.rows, left.list.state, left.list.total, left.list.sentCount, left.list.failedCount], [[], 'destroyed', 6, 6, 0])
    await assert.rejects(house.scoped(async (scope) => receiveList(scope, await readLetter(scope, 'breaches', breach, id), [], '00'.repeat(32))), { status: 400 })
  })
})
