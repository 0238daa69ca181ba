// Calendar feed: one's own work as dates in one's own calendar by a secret address: made, read without signing in, renewed, revoked, and silent on all that people typed.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import ICAL from 'ical.js'
import { browser } from '../../test/support/people.ts'
import { product, type Tenant, tenant } from '../../test/support/product.ts'
import { calendarOf } from './calendar-file.ts'
import type { WorkItem } from './work-item.ts'

type Person = Awaited<ReturnType<Tenant['person']>>
let house: Tenant
let officer: Person
let wim: Person
let opened: Awaited<ReturnType<typeof product>>

// In a suite of its own: hooks of the file would hold for every file of the process.
describe('the calendar feed', () => {
  before(async () => {
    opened = await product()
    // Half an hour before midnight in the Netherlands, on the day before summer time.
    opened.setClock('2027-03-27T22:30:00Z')
    house = await tenant()
    officer = await house.person('Petra Privacy', 'privacy_officer')
    wim = await house.person('Wim Werkt', { role: 'employee', departmentId: house.departments.burgerzaken })
  })
  after(() => opened.setClock(undefined))

  /** A calendar program: no cookies, an address of its own. */
  const program = (ip = '10.9.8.7') => browser(opened.app, { ip })

  async function newAddress(person: Person): Promise<string> {
    const page = await (await person.post(`/${house.slug}/mijn-werk/herinneringen/agenda`, {})).text()
    return new URL(/http:\/\/waarborg\.test\/ics\/[\w-]{64}\.ics/.exec(page)![0]).pathname
  }

  function eventsIn(file: string): { summary: string; day: string; url: string }[] {
    return new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => ({ summary: String(one.getFirstPropertyValue('summary')), day: String(one.getFirstPropertyValue('dtstart')), url: String(one.getFirstPropertyValue('url')) }))
  }

  test('the address is shown once and kept as a hash; a program reads the days of one’s own work, by number and without a word that somebody typed', async () => {
    for (const [name, number, due_on] of [['Gesprek met Jan Geheim', 'T-1', '2027-03-28'], ['Zonder dag', 'T-2', '']] as const) {
      assert.equal((await officer.post(`/${house.slug}/taken/nieuw`, { name, number, due_on, owner: wim.personId, description: 'Jan Geheim', recurrence: 'once' })).status, 303)
    }
    const address = await newAddress(wim)
    const page = await (await wim.get(`/${house.slug}/mijn-werk/herinneringen`)).text()
    assert.ok(!page.includes('/ics/'))
    assert.match(page, /Nog niet opgehaald/)
    const kept = await house.scoped((scope) => scope.tx.selectFrom('calendar_feed').selectAll().where('organisation_id', '=', scope.organisation.id).executeTakeFirstOrThrow())
    assert.ok(!address.includes(kept.token_hash.toString('base64url')))
    const answer = await program().get(address)
    assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')], [200, 'text/calendar; charset=utf-8', 'private, no-store'])
    const file = await answer.text()
    assert.deepEqual(eventsIn(file).map(({ summary, day }) => [summary, day]), [['Taak T-1', '2027-03-28']])
    assert.match(eventsIn(file)[0]!.url, new RegExp(`^http://waarborg.test/${house.slug}/taken/`))
    assert.doesNotMatch(file, /Jan|Geheim|Wim|Petra/)
    assert.match(await (await wim.get(`/${house.slug}/mijn-werk/herinneringen`)).text(), /Voor het laatst opgehaald: 27 maart 2027/)
  })

  test('another address ends the first, revoking ends both, and somebody who left has none', async () => {
    const first = await newAddress(wim)
    const second = await newAddress(wim)
    assert.deepEqual([(await program().get(first)).status, (await program().get(second)).status], [404, 200])
    assert.equal((await wim.post(`/${house.slug}/mijn-werk/herinneringen/agenda/intrekken`, {})).status, 303)
    assert.equal((await program().get(second)).status, 404)
    const leaver = await house.person('Lea Vertrekt', 'privacy_officer')
    const hers = await newAddress(leaver)
    assert.equal((await program().get(hers)).status, 200)
    await house.scoped((scope) => scope.tx.updateTable('person').set({ is_active: false }).where('organisation_id', '=', scope.organisation.id).where('id', '=', leaver.personId).execute())
    assert.equal((await program().get(hers)).status, 404)
  })

  test('P-01: a guess, a piece or a token with another organisation in it is no address; all are told the same', async () => {
    const stranger = await tenant()
    const address = await newAddress(wim)
    const token = /ics\/(.+)\.ics/.exec(address)![1]!
    const bytes = Buffer.from(token, 'base64url')
    const elsewhere = Buffer.concat([Buffer.from(stranger.organisation.id.replaceAll('-', ''), 'hex'), bytes.subarray(16)]).toString('base64url')
    const other = Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(32, 7)]).toString('base64url')
    const answers: string[] = []
    for (const guess of [elsewhere, other, token.slice(1), `${token}A`, 'x', '%00', `..%2F${token}`, 'A'.repeat(64)]) {
      const answer = await program().get(`/ics/${guess}.ics`)
      assert.equal(answer.status, 404, guess)
      answers.push((await answer.text()).replaceAll(/\/ics\/[^"&]*/g, '').replaceAll(/value="[^"]*"/g, ''))
    }
    assert.equal(new Set(answers).size, 1)
    assert.equal((await program().get(address)).status, 200)
  })

  test('P-12: an organisation that opens from its own networks only does so here too; and one address asks no more than sixty times a minute', async () => {
    const address = await newAddress(wim)
    await house.scoped((scope) => scope.tx.insertInto('allowed_network').values({ organisation_id: scope.organisation.id, id: wim.personId, network: '10.1.0.0/16', note: '' }).execute())
    assert.deepEqual([(await program('10.2.0.1').get(address)).status, (await program('10.1.0.1').get(address)).status], [404, 200])
    const hurried = program('10.1.0.2')
    const statuses: number[] = []
    for (let turn = 0; turn < 61; turn++) statuses.push((await hurried.get('/ics/x.ics')).status)
    assert.deepEqual([statuses.slice(0, 60).every((status) => status === 404), statuses[60]], [true, 429])
  })

  test('the file: whole days in any time zone, a time of day in words, odd signs harmless, the same ids every time', () => {
    const item: WorkItem = { key: 'deadline:1', words: 'geheim', plain: { nl: 'Melden: datalek D-1;,\\\nBEGIN:VEVENT', en: 'Report' }, href: '/x/y/1', detail: '', due: '2027-12-31', dueTime: '14:05', icon: 'check' }
    const made = () => calendarOf([item, { ...item, key: 'none', due: null }], { organisation: 'Lekhoven\r\nX:1', publicUrl: 'https://waarborg.test', now: new Date('2027-03-27T22:30:00Z') })
    const [event, ...others] = new ICAL.Component(ICAL.parse(made())).getAllSubcomponents('vevent')
    assert.deepEqual([others.length, event!.getFirstPropertyValue('summary'), String(event!.getFirstPropertyValue('dtstart')), String(event!.getFirstPropertyValue('dtend')), event!.getFirstPropertyValue('uid'), String(event!.getFirstPropertyValue('dtstamp'))],
      [0, 'Melden: datalek D-1;,\\\nBEGIN:VEVENT, vóór 14:05 uur', '2027-12-31', '2028-01-01', 'deadline:1@waarborg.test', '2027-03-27T22:30:00Z'])
    assert.doesNotMatch(made(), /geheim/)
    assert.equal(made(), made())
  })
})
