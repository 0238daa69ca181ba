// The organisation's settings through the front door: who, what is refused, what citizens see, two administrators at once, history.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Invalid } from '../../ground/refusals.ts'
import { goodPassword } from '../../../test/support/people.ts'
import { tenant, type Tenant } from '../../../test/support/product.ts'
import { changeSettings, readSettings } from './settings.ts'

async function cast(options: Parameters<typeof tenant>[0] = {}) {
  const house = await tenant(options)
  const admin = await house.person('Ada Beheer', 'administrator')
  const settings = { name: `Gemeente ${house.slug}`, tooi_uri: '', contact_address: '', contact_email: '', contact_phone: '', website: '', dpo_contact: '', profile: options.profile ?? 'gemeente-heemstede-2026', second_factor_required: 'no', revision: '1' }
  return { house, admin, at: `/${house.slug}/organisatie`, settings }
}

async function shown(response: Response): Promise<string> {
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

async function stored(house: Tenant) {
  return house.scoped((scope) => scope.tx.selectFrom('organisation').selectAll().where('id', '=', scope.organisation.id).executeTakeFirstOrThrow())
}

test('only the administrator reads and changes the settings', async () => {
  const { house, at, settings } = await cast()
  for (const role of ['dpo', 'privacy_officer', 'ciso', 'iso', 'auditor'] as const) {
    const person = await house.person(`Iemand ${role}`, role)
    assert.equal((await person.get(at)).status, 403, role)
    assert.equal((await person.post(at, { ...settings, name: 'Gekaapt' })).status, 403, role)
  }
  assert.notEqual((await stored(house)).name, 'Gekaapt')
  const other = await cast()
  assert.equal((await other.admin.get(at)).status, 404)
  assert.equal((await other.admin.post(at, { ...settings, name: 'Gekaapt' })).status, 404)
})

test('H-08: the DPO\'s contact is asked for and then stands on the public register', async () => {
  const { house, admin, at, settings } = await cast()
  assert.match(await shown(await admin.get(at)), /Het contact van de FG ontbreekt/)
  const saved = await admin.post(at, { ...settings, dpo_contact: 'fg@duinrade.example', contact_phone: '14 023', website: 'https://www.duinrade.example' })
  assert.equal(saved.headers.get('location'), `${at}?gedaan=opgeslagen`)
  assert.doesNotMatch(await shown(await admin.get(at)), /Het contact van de FG ontbreekt/)
  assert.match(await (await admin.get(`/openbaar/${house.slug}/verwerkingen`)).text(), /fg@duinrade\.example/)
})

test('what is wrong stands at its field, every fault at once, and nothing typed is lost', async () => {
  const { house, admin, at, settings } = await cast()
  const refused = await admin.post(at, { ...settings, name: '', contact_email: 'geen adres', website: 'http://x.example', tooi_uri: 'gm0397', contact_address: '<b>Plein 1</b>', profile: 'weg' })
  assert.equal(refused.status, 400)
  const html = await refused.text()
  for (const field of ['name', 'contact_email', 'website', 'tooi_uri', 'profile']) assert.ok(html.includes(`href="#veld-${field}"`), field)
  assert.ok(html.includes('value="geen adres"') && html.includes('&lt;b&gt;Plein 1&lt;/b&gt;') && html.includes('<title>Fout:'))
  assert.equal((await stored(house)).revision, 1)
  assert.match(await shown(await admin.post(at, { ...settings, name: 'x'.repeat(201) })), /te lang: 201 tekens, er passen er 200/)
})

test('M-10: the second step can only be left out where the policy itself says so', async () => {
  const { house, admin, at, settings } = await cast({ profile: 'gemeente-heemstede-2026' })
  assert.equal((await admin.post(at, { ...settings, profile: 'ict-nml' })).status, 400, 'off may not be taken along to another strict profile')
  assert.equal((await admin.post(at, { ...settings, profile: 'ipmarketing-2018' })).status, 303)
  assert.equal((await admin.post(at, { ...settings, profile: 'ipmarketing-2018', second_factor_required: 'yes', revision: '2' })).status, 303)
  assert.equal((await stored(house)).second_factor_required, true)
  // From the next page on the administrator must set the second step too.
  assert.equal((await admin.get(at)).headers.get('location')?.startsWith('/account/tweede-stap'), true)
  await house.scoped((scope) => sql`update organisation set profile = 'ict-nml', revision = 3 where id = ${scope.organisation.id}`.execute(scope.tx))
  const off = house.scoped(async (scope) => changeSettings(scope, { ...(await readSettings(scope)).settings, second_factor_required: false }, 3))
  await assert.rejects(off, (error) => error instanceof Invalid && error.faults.some(({ at: field, message }) => field === 'second_factor_required' && message.includes('norm M-10')))
})

test('two administrators at once: what only one changed is kept, and where both did the person decides', async () => {
  const { house, admin, at, settings } = await cast()
  const second = await house.person('Ben Beheer', 'administrator')
  assert.equal((await admin.post(at, { ...settings, website: 'https://www.een.example', contact_phone: '14 023' })).status, 303)

  const merged = await second.post(at, { ...settings, dpo_contact: 'fg@een.example' })
  assert.equal(merged.headers.get('location'), `${at}?gedaan=samen`)
  assert.deepEqual([(await stored(house)).website, (await stored(house)).dpo_contact], ['https://www.een.example', 'fg@een.example'])

  const clash = await second.post(at, { ...settings, website: 'https://www.twee.example', dpo_contact: 'fg@een.example' })
  assert.equal(clash.status, 409)
  const html = await clash.text()
  assert.match(html, /Ada Beheer heeft intussen ook gewijzigd/)
  assert.match(html, /value="https:\/\/www\.twee\.example"/)
  assert.match(html, /is nu: https:\/\/www\.een\.example/)
  assert.match(html, /value="14 023"/, 'what only the other changed is taken along')
  const revision = /name="revision" value="(\d+)"/.exec(html)![1]!
  assert.equal((await second.post(at, { ...settings, website: 'https://www.twee.example', dpo_contact: 'fg@een.example', contact_phone: '14 023', revision })).status, 303)
  assert.equal((await stored(house)).website, 'https://www.twee.example')
  assert.equal((await second.post(at, { ...settings, revision: '99' })).status, 409)
  assert.equal((await second.post(at, { ...settings, revision: 'x' })).status, 409)
})

test('the history tells who changed what, before and after; saving nothing leaves no trace', async () => {
  const { house, admin, at, settings } = await cast()
  await admin.post(at, { ...settings, name: 'Gemeente Nieuwduin', profile: 'gemeente-nieuwegein-2018', second_factor_required: 'yes' })
  const person = await house.scoped((scope) => sql<{ verb: string; field: string; before: unknown; after: unknown; person_id: string }>`
    select e.verb, e.person_id, c.field, c.before, c.after from history_event e join history_change c on c.event_id = e.id where e.register = 'organisation' order by c.field`.execute(scope.tx))
  assert.deepEqual(person.rows.map(({ field, before, after, person_id }) => [field, before, after, person_id]), [
    ['name', `Gemeente ${house.slug}`, 'Gemeente Nieuwduin', admin.personId], ['profile', 'gemeente-heemstede-2026', 'gemeente-nieuwegein-2018', admin.personId], ['second_factor_required', false, true, admin.personId],
  ])
  await house.scoped((scope) => sql`update organisation set second_factor_required = false where id = ${scope.organisation.id}`.execute(scope.tx))
  const page = await shown(await admin.get(at))
  assert.match(page, /Gewijzigd Ada Beheer .*Naam Was: Gemeente t\w+ Werd: Gemeente Nieuwduin/)
  assert.match(page, /Gemeente Nieuwduin/)
  await admin.post(at, { ...settings, name: 'Gemeente Nieuwduin', profile: 'gemeente-nieuwegein-2018', revision: '2' })
  assert.equal((await stored(house)).revision, 2)
})

test('the page says what a profile sets', async () => {
  const { admin, at } = await cast({ profile: 'ipmarketing-2018' })
  const page = await shown(await admin.get(at))
  assert.match(page, /Vraag of klacht beantwoorden 2 werkdagen/)
  assert.match(page, /\(RTO\) 16 uur werktijd/)
  assert.match(page, /De organisatie kiest zelf/)
})

test('an expired session in mid-form loses nothing that was typed', async () => {
  const { house, admin, at, settings } = await cast()
  await admin.get(at)
  await house.scoped((scope) => sql`update session set ended_at = ${scope.now} where account_id = ${admin.accountId}`.execute(scope.tx))
  const door = new URL((await admin.post(at, { ...settings, contact_address: 'Plein 1, Duinrade' })).headers.get('location') ?? '', 'http://x')
  const back = await admin.post(`/${house.slug}/inloggen`, { email: admin.email, password: goodPassword, verder: door.searchParams.get('verder') ?? '' })
  assert.match(await (await admin.get(back.headers.get('location') ?? '')).text(), /Plein 1, Duinrade/)
})
