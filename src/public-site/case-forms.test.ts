// Case forms from the first page to the case: one question at a time or all at once, nothing lost on the way, sent once, and what a program or a hostile file gets.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openContent } from '../people/mail.ts'
import { sweepDrafts } from '../case-kit/intake/forms.ts'
import { makeWaiting } from '../case-kit/intake/waiting-forms.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import { outsideApp, testCases, type Visitor, visitorFrom } from '../../test/support/outside.ts'
import { plain } from '../../test/support/register-visitor.ts'
import { complaintCases } from '../registers/complaints/outside.ts'
import { makeHouse } from '../web.tsx'
import { jobPlace } from '../people/job-scope.ts'

const picture = (name: string) => readFileSync(join(import.meta.dirname, '../../test/data/pictures', name))
const start = '2026-11-22T10:00:00Z'

describe('forms for people outside', () => {
  let house: Tenant
  let opened: Awaited<ReturnType<typeof product>>
  let app: ReturnType<typeof outsideApp>
  let base: string
  let count = 0
  const visitor = () => visitorFrom(app, `203.0.113.${++count}`)
  const at = (moment: string) => opened.setClock(moment)
  const later = (seconds: number) => at(new Date(Date.parse(start) + seconds * 1000).toISOString())

  before(async () => {
    opened = await product()
    at(start)
    app = outsideApp(makeHouse(opened.deps), [testCases, complaintCases])
    house = await tenant()
    base = `/openbaar/${house.slug}/melden`
  })
  after(() => opened.setClock(undefined))

  const forms = () => house.scoped((scope) => scope.tx.selectFrom('intake_form').selectAll().where('organisation_id', '=', scope.organisation.id).orderBy('id').execute())
  const last = async () => (await forms()).at(-1)!
  const entries = () => house.scoped((scope) => scope.tx.selectFrom('question').selectAll().where('organisation_id', '=', scope.organisation.id).orderBy('id').execute())
  const mails = () => house.scoped(async (scope) => (await scope.tx.selectFrom('mail_message').select(['id', 'content']).where('organisation_id', '=', scope.organisation.id).orderBy('id').execute()).map(({ id, content }) => openContent(scope.organisation, id, content!)))
  const files = () => house.scoped((scope) => scope.tx.selectFrom('stored_file').select('id').where('organisation_id', '=', scope.organisation.id).execute())

  /** Opens the form and takes a while, as a person does. */
  async function opens(who: Visitor, path = base): Promise<Record<string, string>> {
    later(0)
    const page = await who.text(`${path}?stap=alles`)
    later(30)
    return { _stap: 'alles', _sinds: /name="_sinds" value="([^"]+)"/.exec(page)![1]! }
  }

  async function sends(who: Visitor, fields: Record<string, string>, path = base): Promise<Response> {
    const saved = await who.send(path, { ...await opens(who, path), ...fields, _action: 'next' })
    assert.equal(saved.status, 303, plain(await saved.text()))
    return who.send(path, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
  }

  test('M-16: anybody reports by one question at a time, switches to all at once and back, and loses nothing; looks it over, sends, and gets a number and a link', async () => {
    const who = visitor()
    const first = await who.text(base)
    assert.match(plain(first), /Meld het ons \(public\).*Vraag 1 van 4.*Wat is er gebeurd/)
    const hidden = { _sinds: /name="_sinds" value="([^"]+)"/.exec(first)![1]! }
    assert.equal(who.cookies.size, 0, 'W-15: no cookie for who only looks')
    later(60)
    const missing = await who.send(base, { ...hidden, _stap: '1', title: ' ', _action: 'next' })
    assert.deepEqual([missing.status, /Vul dit in: Wat is er gebeurd/.test(await missing.text())], [400, true])
    const next = await who.send(base, { ...hidden, _stap: '1', _bezig: '1', title: 'Brief bij de verkeerde', _action: 'next' })
    assert.equal(next.headers.get('location'), `${base}?stap=2`)
    const all = await who.send(base, { _stap: '2', _bezig: '1', question: 'Een half getypt antwoord', _action: 'all' })
    const page = await who.text(all.headers.get('location')!)
    assert.match(page, /value="Brief bij de verkeerde"/)
    assert.match(page, />\s*Een half getypt antwoord/)
    await who.send(base, { _stap: 'alles', _bezig: '1', title: 'Brief bij de verkeerde', question: 'De bewoner van nummer 12 kreeg haar: 111222333 en https://nep.example', sources: 'melder@voorbeeld.example', _action: 'one' })
    const review = await who.text(`${base}?stap=nakijken`)
    assert.match(plain(review), /Klopt dit\?.*Brief bij de verkeerde.*haal dat weg.*melder@voorbeeld\.example.*Versturen/, 'asked to take the BSN out, and free to send')
    const sent = await who.send(base, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
    assert.match(sent.headers.get('location')!, /\/melden\/verstuurd\?bericht=V-[^~]+~1~/)
    const done = await who.text(sent.headers.get('location')!)
    const { number } = (await entries()).at(-1)!
    assert.match(plain(done), new RegExp(`Ontvangen.*binnen twee dagen.*Uw nummer ${number}`))
    assert.match(done, new RegExp(`/openbaar/${house.slug}/status/[\\w-]{43}`))
    const form = await last()
    assert.deepEqual([form.state, form.content, form.number], ['received', null, number])
  })

  test('P-19: the receipt shows what was entered, with numbers of people blocked out and no link that somebody else chose', async () => {
    const mail = (await mails()).at(-1)!
    assert.equal(mail.outside!.to, 'melder@voorbeeld.example')
    const text = JSON.stringify(mail.lines)
    assert.match(text, /Brief bij de verkeerde/)
    assert.doesNotMatch(text, /111222333|https:\/\/nep/)
    assert.match(mail.link!.path, /\/status\/[\w-]{43}$/)
  })

  test('a double click sends once and answers the same', async () => {
    const who = visitor()
    await who.send(base, { ...await opens(who), title: 'Twee keer geklikt', _action: 'next' })
    const before = (await entries()).length
    const both = await Promise.all([1, 2].map(() => who.send(base, { _stap: 'nakijken', _bezig: '1', _action: 'send' })))
    assert.deepEqual(both.map(({ status }) => status), [303, 303])
    assert.equal((await entries()).length, before + 1)
    const again = await who.send(base, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
    assert.equal(again.status, 303)
    assert.equal((await entries()).length, before + 1)
    assert.equal(await who.text(`${base}/verstuurd`), await who.text(`${base}/verstuurd`))
  })

  describe('sent at once from the page with all questions', () => {
    const whole = { title: 'Alles op één bladzijde', question: 'De brief lag bij nummer 12', _action: 'send' }

    test('it is one request, kept once however often it is pressed; with another answer it is another message', async () => {
      const who = visitor()
      const fields = await opens(who)
      const before = (await entries()).length
      const [one, other] = await Promise.all([1, 2].map(() => who.send(base, { ...fields, ...whole })))
      assert.deepEqual([one!.status, other!.status], [303, 303])
      const page = plain(await who.text(one!.headers.get('location')!))
      const { number } = (await entries()).at(-1)!
      assert.match(page, new RegExp(`Uw nummer ${number} `))
      assert.equal((await entries()).length, before + 1)
      assert.equal(plain(await who.text(`${base}/verstuurd`)).includes(number!), true, 'the page is there without its note too')
      assert.equal((await who.send(base, { ...fields, ...whole, question: 'Het was nummer 14' })).status, 303)
      assert.equal((await entries()).length, before + 2)
    })

    test('a number of a person in it is looked over first; a fault stays on the page with what was typed', async () => {
      const who = visitor()
      const before = (await entries()).length
      const doubtful = await who.send(base, { ...await opens(who), ...whole, question: 'Mijn BSN is 111222333' })
      assert.equal(doubtful.headers.get('location'), `${base}?stap=nakijken`)
      assert.match(plain(await who.text(`${base}?stap=nakijken`)), /Staat er meer in dan nodig is\?.*111222333/)
      const other = visitor()
      const faulty = await other.send(base, { ...await opens(other), ...whole, title: '' })
      const text = await faulty.text()
      assert.deepEqual([faulty.status, /Vul dit in: Wat is er gebeurd/.test(text), text.includes('De brief lag bij nummer 12')], [400, true, true])
      assert.equal((await entries()).length, before)
      assert.equal((await other.send(base, { _stap: 'alles', _bezig: '1', ...whole })).status, 303, 'mended, it goes')
      assert.equal((await entries()).length, before + 1)
    })

    test('the note of one browser says nothing in another', async () => {
      const who = visitor()
      const sent = await who.send(base, { ...await opens(who), ...whole })
      assert.equal((await visitor().get(sent.headers.get('location')!)).headers.get('location'), base)
    })
  })

  test('a draft is kept for a day, text and files; after that nothing of it is left, and what was just typed stays', async () => {
    const who = visitor()
    await who.upload(base, { ...await opens(who), title: 'Morgen verder' }, [{ name: 'Rapport mw. Jansen.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF') }])
    assert.ok(!(await last()).content!.includes('Morgen'), 'sealed')
    later(23 * 3600)
    const kept = await who.text(`${base}?stap=alles`)
    assert.match(kept, /value="Morgen verder"/)
    assert.match(kept, /bijlage 1\.pdf/)
    const [held, stored] = [(await forms()).length, (await files()).length]
    later(60 * 3600)
    assert.doesNotMatch(await who.text(`${base}?stap=alles`), /Morgen verder/)
    assert.equal(await house.scoped(sweepDrafts, new Date(Date.parse(start) + 60 * 3_600_000)) > 0, true)
    assert.deepEqual([(await forms()).length < held, (await files()).length < stored], [true, true])
    const over = await who.send(base, { _stap: '2', _bezig: '1', question: 'Net getypt', _action: 'next' })
    assert.equal(over.headers.get('location'), `${base}?stap=1&verlopen=1&k=1`)
    assert.match(plain(await who.text(over.headers.get('location')!)), /Uw formulier was verlopen/)
    assert.match(await who.text(`${base}?stap=2`), /Net getypt/)
    later(30)
  })

  describe('files', () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF')
    const refusedFiles = [
      ['an image that says it is a PDF', 'brief.pdf', picture('plain.jpg'), /eindigt op \.pdf, maar de inhoud is een foto/],
      ['a program', 'foto.jpg', Buffer.from('MZ\0\0 a program'), /programma/],
      ['a PDF that runs something', 'brief.pdf', Buffer.from('%PDF-1.7\n<< /OpenAction << /S /JavaScript /JS (x) >> >>'), /kan iets uitvoeren/],
      ['a kind whose metadata we can’t take out', 'foto.tiff', Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(64)]), /Dit soort bestand kunt u hier niet meesturen/],
      ['an empty file', 'leeg.pdf', Buffer.alloc(0), /leeg/],
    ] as const
    for (const [what, name, bytes, words] of refusedFiles) {
      test(`${what} is refused in words, and the texts and the good file beside it stay`, async () => {
        const who = visitor()
        const response = await who.upload(base, { ...await opens(who), title: 'Met bestanden', _action: 'next' }, [{ name, bytes }, { name: 'goed.pdf', bytes: pdf }])
        const page = await response.text()
        assert.equal(response.status, 400)
        assert.match(plain(page), words)
        assert.match(page, /value="Met bestanden"/)
        assert.match(page, /bijlage 1\.pdf/)
      })
    }

    test('a photo loses its place and its name, goes along under a neutral name, and stands with the case as what came by the form', async () => {
      const who = visitor()
      const path = `${base}/medewerker`
      assert.equal((await who.get(path)).status, 403)
      await who.upload(base, { ...await opens(who), title: 'Met een foto', _action: 'next' }, [{ name: 'Paspoort Jan Jansen.jpg', bytes: picture('turned.jpg') }, { name: 'weg.pdf', bytes: pdf }])
      await who.send(base, { _stap: 'bestanden', _bezig: '1', _action: 'remove-file:2' })
      await who.send(base, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
      const entry = (await entries()).at(-1)!
      const attached = await house.scoped((scope) => scope.tx.selectFrom('entry_attachment as a').innerJoin('stored_file as f', 'f.id', 'a.file_id').select(['a.name', 'a.person_id', 'f.size', 'f.content_type']).where('a.organisation_id', '=', scope.organisation.id).where('a.entry_id', '=', entry.id).execute())
      assert.deepEqual(attached.map(({ name, person_id, content_type }) => [name, person_id, content_type]), [['bijlage 1.jpg', null, 'image/jpeg']])
      assert.ok(attached[0]!.size! < picture('turned.jpg').length)
      const officer = await house.person('Petra Privacy', 'privacy_officer')
      assert.match(plain(await (await officer.get(`/${house.slug}/vragen/${entry.id}`)).text()), /bijlage 1\.jpg.*via het formulier/)
    })

    test('2 GB is cut off early, without holding it, and the texts before it stay', async () => {
      const who = visitor()
      const fields = { ...await opens(who), title: 'Een film van twee uur' }
      const boundary = 'x-grens'
      const part = (name: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
      const piece = Buffer.alloc(1024 * 1024, 'a')
      let sent = 0
      const body = new ReadableStream<Uint8Array>({
        start: (to) => to.enqueue(Buffer.from(Object.entries(fields).map(([name, value]) => part(name, value)).join('') + `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="groot.txt"\r\ncontent-type: text/plain\r\n\r\n`)),
        pull(to) {
          if (++sent > 2048) to.close()
          else to.enqueue(piece)
        },
      }, { highWaterMark: 0 })
      const memory = process.memoryUsage().rss
      const response = await who.post(base, body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
      const page = await response.text()
      assert.match(plain(page), /groter dan 25 MB/)
      assert.match(page, /value="Een film van twee uur"/)
      assert.ok(sent < 60, `${sent} MB were read`)
      assert.ok(process.memoryUsage().rss - memory < 200 * 1024 * 1024)
    })
  })

  describe('programs', () => {
    const cases: readonly (readonly [string, Record<string, string>, string])[] = [
      ['that fill in every field', { website: 'https://spam.example' }, 'trap'],
      ['that put many links in a text', { question: 'https://a.example '.repeat(9) }, 'links'],
    ]
    for (const [what, fields, doubt] of cases) {
      test(`${what} are held for a person to look at, never lost, and send no mail`, async () => {
        const before = (await mails()).length
        const response = await sends(visitor(), { title: 'Gratis geld', sources: 'slachtoffer@voorbeeld.example', ...fields })
        assert.match(response.headers.get('location')!, /\/verstuurd\?bericht=V-[^~]+~0~/, 'the same page for everybody')
        const form = await last()
        assert.deepEqual([form.state, form.doubts, form.entry_id], ['held', [doubt], null])
        assert.equal((await mails()).length, before)
      })
    }

    test('that type faster than a person, or never opened the form, are held', async () => {
      const who = visitor()
      const fields = await opens(who)
      later(1)
      await who.send(base, { ...fields, title: 'Snel', _action: 'next' })
      await who.send(base, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
      assert.deepEqual((await last()).doubts, ['fast'])
      const other = visitor()
      await other.send(base, { _stap: 'alles', _sinds: 'k3v.AAAA', title: 'Ongeopend', _action: 'next' })
      await other.send(base, { _stap: 'nakijken', _bezig: '1', _action: 'send' })
      assert.deepEqual((await last()).doubts, ['unsigned'])
    })

    test('that flood from one address are braked in words, while others go on', async () => {
      const flood = visitorFrom(app, '198.51.100.7')
      const fields = await opens(flood)
      const statuses = new Set<number>()
      for (let index = 0; index < 70; index++) {
        flood.cookies.clear()
        const response = await flood.send(base, { ...fields, title: `Nummer ${index}`, _action: 'next' })
        statuses.add(response.status)
        if (response.status === 429) assert.match(plain(await response.text()), /Wacht enkele minuten/)
      }
      assert.deepEqual([...statuses], [303, 429])
      assert.equal((await sends(visitor(), { title: 'Van iemand anders' })).status, 303)
    })

    test('that put a line break or a second address in a name or e-mail address get it refused or made harmless', async () => {
      const klacht = `/openbaar/${house.slug}/klacht`
      for (const address of ['a@voorbeeld.example\r\nBcc: b@voorbeeld.example', 'a@voorbeeld.example, b@voorbeeld.example', 'a@voorbeeld', '"x" <a@voorbeeld.example>']) {
        const who = visitor()
        const response = await who.send(klacht, { ...await opens(who, klacht), kind: 'question', title: 'Kop', description: 'x', reporter_email: address, _action: 'next' })
        assert.deepEqual([response.status, /Dit is geen e-mailadres/.test(await response.text())], [400, true], address)
      }
      assert.equal((await sends(visitor(), { kind: 'question', title: 'Kop\r\nBcc: b@voorbeeld.example', description: 'x', reporter_name: 'Jan\r\nBcc: b@voorbeeld.example', reporter_email: 'a@voorbeeld.example' }, klacht)).status, 303)
      const texts = await mails()
      assert.ok(texts.every(({ outside, subject }) => !/[\r\n,]/.test(outside?.to ?? '') && !/[\r\n]/.test(subject.nl)))
    })
  })

  test('when a register can’t take it for a fault of ours, the message waits and is tried again; nothing is lost', async () => {
    const response = await sends(visitor(), { title: 'weiger dit' })
    assert.equal(response.status, 303)
    const form = await last()
    assert.deepEqual([form.state, form.number?.startsWith('V-')], ['waiting', true])
    const place = await jobPlace(makeHouse(opened.deps), house.organisation.id, { kind: 'system', task: 'intake' })
    for (const seconds of [100, 400, 2000, 9000, 20_000]) {
      later(seconds)
      await makeWaiting(makeHouse(opened.deps), place, [testCases])
    }
    assert.equal((await forms()).find(({ id }) => id === form.id)!.state, 'held', 'in the end a person looks')
    later(30)
  })

  // Last, for what is sent within a second after it waits too.
  test('in a rush all are kept, each once, whatever one of them got wrong; their cases are made after it', async () => {
    const whole = { title: 'Alles op één bladzijde', question: '', _action: 'send' }
    const people = await Promise.all(Array.from({ length: 40 }, async () => ({ who: visitor(), fields: await opens(visitor()) })))
    const before = new Set((await forms()).map(({ id }) => id))
    const since = async () => (await forms()).filter(({ id }) => !before.has(id))
    const [twice, faulty, doubtful] = people
    const texts = people.map((_one, index) => ({ ...whole, question: `Melding ${index}` }))
    texts[1] = { ...whole, title: '' }
    texts[2] = { ...whole, question: 'Mijn BSN is 111222333' }
    const answers = await Promise.all([...people, twice!].map(({ who, fields }, index) => who.send(base, { ...fields, ...texts[index % 40]! })))
    assert.deepEqual(answers.map(({ status }) => status), answers.map((_one, index) => index === 1 ? 400 : 303))
    assert.match(answers[2]!.headers.get('location')!, /stap=nakijken/)
    assert.equal(answers[40]!.headers.get('location')!.split('~')[0], answers[0]!.headers.get('location')!.split('~')[0], 'pressed twice: the same number')
    const kept = await since()
    assert.deepEqual([kept.filter(({ state }) => state === 'draft').length, kept.filter(({ state }) => state !== 'draft').length], [2, 38])
    assert.ok(kept.some(({ state }) => state === 'waiting'), 'some wait')
    for (const { who } of [faulty!, doubtful!]) assert.equal((await who.get(base)).status, 200)
    const place = await jobPlace(makeHouse(opened.deps), house.organisation.id, { kind: 'system', task: 'intake' })
    await makeWaiting(makeHouse(opened.deps), place, [testCases, complaintCases])
    assert.equal((await since()).filter(({ state }) => state === 'received').length, 38)
    assert.match(plain(await people[5]!.who.text(answers[5]!.headers.get('location')!)), /Ontvangen/)
  })
})
