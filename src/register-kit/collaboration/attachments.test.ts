// Attachments, through HTTP on real PostgreSQL: added, downloaded, removed; by whom; and what a hostile file comes to.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createAdaptorServer } from '@hono/node-server'
import { megabyte, mount, type Mounted } from '../../../test/support/collaboration-mount.tsx'
import { activityForm, type Person, saveActivity } from '../../../test/support/filled-tenant.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { newId } from '../../ground/ids.ts'
import { dropCollaboration } from './drop-collaboration.ts'

function pdfOf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(size))
  bytes.set(Buffer.from('%PDF-1.7\n'))
  return bytes
}

describe('attachments', () => {
  let site: Mounted
  let house: Tenant
  let entry: string
  let officerPerson: Person
  let officer: ReturnType<Mounted['as']>
  let owner: ReturnType<Mounted['as']>
  let dpo: ReturnType<Mounted['as']>
  let stranger: ReturnType<Mounted['as']>

  before(async () => {
    site = await mount()
    house = await tenant()
    officerPerson = await house.person('Petra Privacy', 'privacy_officer')
    officer = site.as(officerPerson)
    owner = site.as(await house.person('Olga Eigenaar', { role: 'process_owner', departmentId: house.departments.burgerzaken }))
    dpo = site.as(await house.person('Frits Gegevens', 'dpo'))
    stranger = site.as(await house.person('Bas Belasting', { role: 'process_owner', departmentId: house.departments.belastingen }))
    entry = await saveActivity(officerPerson, house, activityForm(house, { name: 'Bijstand' }))
  })

  const path = (more = '', id = entry) => `/${house.slug}/verwerkingen/${id}${more}`
  const rows = () => house.scoped(async ({ tx }) => Promise.all((['stored_file', 'stored_file_piece', 'entry_attachment'] as const).map(async (table) =>
    (await tx.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count)))
  const history = (verb: string) => house.scoped(({ tx }) => tx.selectFrom('history_event as e').innerJoin('history_change as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.event_id', '=', 'e.id'))
    .select(['e.person_id', 'e.note', 'e.revision', 'c.field', 'c.before', 'c.after']).where('e.entry_id', '=', entry).where('e.verb', '=', verb).execute())
  async function add(who: ReturnType<Mounted['as']>, name: string, bytes = pdfOf(1000), fields: Record<string, string> = {}, id = entry): Promise<string> {
    const response = await who.upload(path('/bijlagen', id), { bytes, name }, fields)
    assert.equal(response.status, 303, await response.clone().text())
    return /#bijlage-([0-9a-f-]{36})$/.exec(response.headers.get('location') ?? '')![1]!
  }

  test('an entry without attachments says what belongs there; the form names the limit and advises against names', async () => {
    const html = await (await officer.get(path())).text()
    assert.match(html, /Nog geen bijlagen/)
    assert.match(html, /Maximaal 5 MB/)
    assert.match(html, /Noem geen namen van inwoners/)
    assert.match(await (await officer.get(path('/bijlagen'), { 'accept-language': 'en' })).text(), /No attachments yet/)
  })

  test('a file is attached with a description, listed, and comes back byte for byte as a download that no browser opens under our name', async () => {
    const bytes = pdfOf(2 * megabyte)
    const id = await add(owner, 'Besluit é “2026”.pdf', bytes, { description: '  Besluit van\r\nhet college ' })
    const html = await (await dpo.get(path())).text()
    assert.match(html, /Besluit é “2026”\.pdf<\/a> <span class="wb-subtle">PDF-bestand, 2 MB/)
    assert.match(html, /Besluit van het college/)
    assert.match(html, /Olga Eigenaar/)
    const response = await dpo.get(path(`/bijlagen/${id}`))
    assert.equal(response.status, 200)
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(bytes)))
    const header = (name: string) => response.headers.get(name)
    assert.equal(header('content-type'), 'application/pdf')
    assert.equal(header('content-length'), String(bytes.length))
    assert.equal(header('content-disposition'), `attachment; filename="Besluit e_ _2026_.pdf"; filename*=UTF-8''Besluit%20%C3%A9%20%E2%80%9C2026%E2%80%9D.pdf`)
    assert.equal(header('x-content-type-options'), 'nosniff')
    assert.equal(header('content-security-policy'), "default-src 'none'; sandbox")
    assert.equal(header('cache-control'), 'no-store')
    assert.deepEqual((await history('add_attachment')).map(({ person_id, note, revision, field, before, after }) => [person_id, note, revision, field, before, after]), [[owner.personId, 'Besluit van het college', null, 'attachment', null, 'Besluit é “2026”.pdf']])
  })

  test('who may see the entry downloads; who may change it adds and removes; others find nothing', async () => {
    const id = await add(officer, 'Overeenkomst.pdf')
    const html = await (await dpo.get(path())).text()
    assert.doesNotMatch(html, /Bijlage toevoegen|\/verwijderen"/)
    const before = await rows()
    assert.equal((await dpo.upload(path('/bijlagen'), { bytes: pdfOf(100), name: 'a.pdf' })).status, 403)
    assert.equal((await dpo.get(path(`/bijlagen/${id}/verwijderen`))).status, 403)
    assert.equal((await dpo.post(path(`/bijlagen/${id}/verwijderen`), { reason: 'Toch' })).status, 403)
    for (const more of ['/bijlagen', `/bijlagen/${id}`, `/bijlagen/${id}/verwijderen`]) assert.equal((await stranger.get(path(more))).status, 404, more)
    assert.equal((await stranger.upload(path('/bijlagen'), { bytes: pdfOf(100), name: 'a.pdf' })).status, 404)
    const elsewhere = await saveActivity(officerPerson, house, activityForm(house, { name: 'Elders' }))
    for (const more of [`/bijlagen/${id}`, `/bijlagen/${id}/verwijderen`, `/bijlagen/${newId()}`, '/bijlagen/x']) assert.equal((await officer.get(path(more, elsewhere))).status, 404, more)
    assert.deepEqual(await rows(), before)
  })

  test('N-32: removing asks a reason; every byte is gone and the history says who, what and why', async () => {
    const before = await rows()
    const id = await add(officer, 'Verkeerd dossier.pdf', pdfOf(megabyte))
    assert.match(await (await officer.get(path(`/bijlagen/${id}/verwijderen`))).text(), /wordt gewist en is niet terug te halen/)
    for (const reason of ['', ' ', 'x'.repeat(501)]) assert.equal((await officer.post(path(`/bijlagen/${id}/verwijderen`), { reason })).status, 400)
    assert.equal((await officer.get(path(`/bijlagen/${id}`))).status, 200)
    const both = await Promise.all([1, 2].map((nth) => officer.post(path(`/bijlagen/${id}/verwijderen`), { reason: `Hoort hier niet ${nth}` })))
    assert.deepEqual(both.map(({ status }) => status).toSorted((one, other) => one - other), [303, 404])
    assert.deepEqual(await rows(), before)
    assert.equal((await officer.get(path(`/bijlagen/${id}`))).status, 404)
    const found = await history('remove_attachment')
    assert.equal(found.length, 1)
    assert.match(found[0]!.note ?? '', /^Hoort hier niet [12]$/)
    assert.deepEqual([found[0]!.person_id, found[0]!.before, found[0]!.after], [officer.personId, 'Verkeerd dossier.pdf', null])
  })

  const hostile: [what: string, name: string, bytes: Uint8Array<ArrayBuffer> | string, status: number, why: RegExp][] = [
    ['0 bytes', 'leeg.pdf', '', 400, /Het bestand is leeg/], ['a program', 'factuur.pdf', 'MZ\0\0\x03', 400, /een programma/], ['a script', 'a.txt', '#!/bin/sh\n', 400, /een script/],
    ['a web page', 'a.txt', '<html><script>alert(1)</script>', 400, /webpagina/], ['a dangerous ending', 'a.pdf.exe', pdfOf(10), 400, /\.exe eindigt/],
    ['the wrong type', 'foto.jpg', pdfOf(10), 400, /eindigt op \.jpg, maar de inhoud is een PDF-bestand/], ['an unknown type', 'a.bin', randomBytes(64).fill(1).toString(), 400, /herkent Waarborg niet/],
    ['too large', 'groot.pdf', pdfOf(5 * megabyte + 1), 413, /groter dan 5 MB/], ['much too large', 'groot.pdf', pdfOf(9 * megabyte), 413, /groter dan 5 MB/],
  ]
  for (const [what, name, bytes, status, why] of hostile) {
    test(`${what} is refused at the field, in words, with the description kept; nothing stays behind`, async () => {
      const before = await rows()
      const response = await officer.upload(path('/bijlagen'), { bytes, name }, { description: 'Getypt' })
      assert.equal(response.status, status)
      const html = await response.text()
      assert.match(html, why)
      assert.match(html, /id="veld-file-fout"/)
      // What is refused by its length was never read.
      if (what !== 'much too large') assert.match(html, /value="Getypt"/)
      assert.deepEqual(await rows(), before)
    })
  }

  test('no file, two files, a form that isn’t one, and a description that is too long', async () => {
    const before = await rows()
    assert.match(await (await officer.upload(path('/bijlagen'), undefined, { description: 'x' })).text(), /Kies een bestand/)
    assert.equal((await officer.post(path('/bijlagen'), { description: 'x' })).status, 400)
    const long = await officer.upload(path('/bijlagen'), { bytes: pdfOf(100), name: 'a.pdf' }, { description: 'x'.repeat(501) })
    assert.equal(long.status, 400)
    assert.match(await long.text(), /hoogstens 500 tekens[\s\S]*Kies het bestand opnieuw/)
    const form = new FormData()
    for (const name of ['a.pdf', 'b.pdf']) form.append('file', new Blob([pdfOf(megabyte)]), name)
    const two = await site.app.request(`http://waarborg.test${path('/bijlagen')}`, { method: 'POST', body: form, headers: { cookie: officer.cookie(), origin: 'http://waarborg.test' } })
    assert.equal(two.status, 400)
    assert.deepEqual(await rows(), before)
  })

  const names: [sent: string, kept: string][] = [
    ['../../x.pdf', 'x.pdf'], ['../../x', 'x.pdf'], ['C:\\Users\\p\\dossier.pdf', 'dossier.pdf'], [`${'lang '.repeat(60)}.pdf`, `${'lang '.repeat(60).slice(0, 115)}….pdf`], ['a"b\r\nX-Kwaad: 1.pdf', 'a"bX-Kwaad: 1.pdf'], ['\u202efdp.exe.pdf', 'fdp.exe.pdf'], ['.htaccess.pdf', 'htaccess.pdf'],
  ]
  for (const [sent, kept] of names) {
    test(`a name like ${JSON.stringify(sent.slice(0, 20))} is made fit`, async () => {
      // By hand: a browser's client would tidy the name before us.
      const name = sent.replaceAll('"', '\\"').replaceAll('\r\n', '%0D%0A')
      const body = Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: form-data; name="file"; filename="${sent.includes('\r') ? 'a\\"bX-Kwaad: 1.pdf' : name.replaceAll('\\', '\\\\').replaceAll('\\\\"', '\\"')}"\r\nContent-Type: x/y\r\n\r\n`), pdfOf(100), Buffer.from('\r\n--b--\r\n')])
      const response = await site.app.request(`http://waarborg.test${path('/bijlagen')}`, { method: 'POST', body, headers: { cookie: officer.cookie(), origin: 'http://waarborg.test', 'content-type': 'multipart/form-data; boundary=b' } })
      assert.equal(response.status, 303, await response.clone().text())
      const id = response.headers.get('location')!.slice(-36)
      const row = await house.scoped(({ tx }) => tx.selectFrom('entry_attachment').select('name').where('id', '=', id).executeTakeFirstOrThrow())
      assert.equal(row.name, kept)
      const disposition = (await officer.get(path(`/bijlagen/${id}`))).headers.get('content-disposition')!
      assert.match(disposition, /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.%~!$&+^`|#-]+$/)
    })
  }

  test('M-22: a download is recorded for the data subjects that the entry identifies, and for nobody where it identifies none', async () => {
    const subject = newId()
    const identifying = await mount({ collaboration: { identifies: async () => [{ type: 'person', id: subject }] } })
    const id = await add(officer, 'Verzoek.pdf')
    const count = () => house.scoped(async ({ tx }) => (await tx.selectFrom('access_record').select('span_id').where('name', '=', 'Bijlage gedownload').execute()).length)
    const before = await count()
    await (await officer.get(path(`/bijlagen/${id}`))).arrayBuffer()
    assert.equal(await count(), before)
    await (await identifying.as(officerPerson).get(path(`/bijlagen/${id}`))).arrayBuffer()
    assert.equal(await count(), before + 2)
  })

  test('entries that go take their attachments along, with every byte; nobody else’s', async () => {
    const before = await rows()
    const id = await saveActivity(officerPerson, house, activityForm(house, { name: 'Weg' }))
    await add(officer, 'a.pdf', pdfOf(megabyte), {}, id)
    await add(officer, 'b.pdf', pdfOf(100), {}, id)
    await (await tenant()).scoped((scope) => dropCollaboration(scope, 'processing-activities', [id]))
    await house.scoped((scope) => dropCollaboration(scope, 'systems', [id]))
    assert.notDeepEqual(await rows(), before)
    await house.scoped((scope) => dropCollaboration(scope, 'processing-activities', [id]))
    assert.deepEqual(await rows(), before)
  })

  describe('over a real connection', () => {
    let served: Mounted
    let server: Server
    let base: string
    before(async () => {
      server = createAdaptorServer({ fetch: (request, env) => served.app.fetch(request, env) }) as Server
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      served = await mount({ maxUploadBytes: 1000 * megabyte, publicUrl: base })
    })
    after(() => {
      server.closeAllConnections()
      server.close()
    })

    const piece = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(64 * 1024 - 9)])
    function* form(pieces: number, each: (sent: number) => void = () => {}): Generator<Buffer> {
      yield Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="groot.pdf"\r\n\r\n')
      for (let sent = 0; sent < pieces; sent++) {
        each(sent * piece.length)
        yield piece
      }
      yield Buffer.from('\r\n--b--\r\n')
    }
    const send = (pieces: number, each?: (sent: number) => void) => {
      const init: RequestInit & { duplex: 'half' } = {
        method: 'POST', redirect: 'manual', duplex: 'half', body: Readable.toWeb(Readable.from(form(pieces, each))) as BodyInit,
        headers: { cookie: officer.cookie(), origin: base, 'content-type': 'multipart/form-data; boundary=b' },
      }
      return fetch(base + path('/bijlagen'), init)
    }

    test('60 MB goes in and out in flat memory', { timeout: 600_000 }, async () => {
      setFlagsFromString('--expose-gc')
      const collect = runInNewContext('gc') as () => void
      /** What is really held: what only waits to be collected doesn't count. */
      const held = () => {
        collect()
        const { heapUsed, external } = process.memoryUsage()
        return heapUsed + external
      }
      const start = held()
      const seen: number[] = []
      const lookEvery10 = (bytes: number, part: number) => { if (Math.floor(bytes / 10 / megabyte) > Math.floor((bytes - part) / 10 / megabyte)) seen.push(held() - start) }
      const response = await send(960, (sent) => lookEvery10(sent, piece.length))
      assert.equal(response.status, 303, await response.text())
      const download = await fetch(base + path(`/bijlagen/${response.headers.get('location')!.slice(-36)}`), { headers: { cookie: officer.cookie() } })
      let size = 0
      for await (const part of download.body!) {
        size += part.length
        lookEvery10(size, part.length)
      }
      assert.equal(size, 60 * megabyte)
      // Buffers are given back a little after they are collected, so one look may catch them; whoever held the file would be seen at every later one, with more than half of it at the last.
      const [inwards, outwards] = [seen.slice(2, 6), seen.slice(-4)].map((looks) => Math.min(...looks))
      assert.ok(seen.length >= 11 && inwards! < 30 * megabyte && outwards! < 30 * megabyte, `held in MB, every 10 MB: ${seen.map((bytes) => Math.round(bytes / megabyte)).join()}`)
    })

    test('beyond 100 MB it is refused whatever the settings allow, and nothing stays behind', { timeout: 360_000 }, async () => {
      const before = await rows()
      const response = await send(1700).catch(() => undefined)
      // The server may say so and hang up before all is sent; then a client sees the connection end.
      if (response) assert.equal(response.status, 413)
      const until = Date.now() + 60_000
      while (JSON.stringify(await rows()) !== JSON.stringify(before) && Date.now() < until) await new Promise((done) => setTimeout(done, 100))
      assert.deepEqual(await rows(), before)
    })

    test('a connection that breaks half-way leaves nothing', { timeout: 180_000 }, async () => {
      const before = await rows()
      const socket = connect(Number(new URL(base).port), '127.0.0.1')
      socket.write(`POST ${path('/bijlagen')} HTTP/1.1\r\nHost: ${new URL(base).host}\r\nOrigin: ${base}\r\nCookie: ${officer.cookie()}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${50 * megabyte}\r\n\r\n`)
      for (const [index, part] of [...form(60)].slice(0, 40).entries()) if (index < 40) socket.write(part)
      const until = Date.now() + 60_000
      while ((await rows())[1]! <= before[1]! && Date.now() < until) await new Promise((done) => setTimeout(done, 20))
      assert.ok((await rows())[1]! > before[1]!, 'pieces were on their way')
      socket.destroy()
      while (JSON.stringify(await rows()) !== JSON.stringify(before) && Date.now() < until) await new Promise((done) => setTimeout(done, 50))
      assert.deepEqual(await rows(), before)
    })
  })
})
