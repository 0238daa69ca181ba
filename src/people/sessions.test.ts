import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { browser, enrol, codeOf, goodPassword, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

let box: Sandbox
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey)
})
let last = 10
const ip = () => `198.51.102.${last++}`

test('who is not signed in goes to the sign-in page and comes back to where they wanted to be', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const visitor = browser(box.app, { ip: ip() })
  const sent = await visitor.get(`/${tenant.slug}/form?q=a%26b`)
  assert.equal(sent.status, 303)
  const door = sent.headers.get('location') ?? ''
  assert.equal(door, `/${tenant.slug}/inloggen?verder=${encodeURIComponent(`/${tenant.slug}/form?q=a%26b`)}`)
  const html = await (await visitor.get(door)).text()
  assert.ok(html.includes(`name="verder" value="/${tenant.slug}/form?q=a%26b"`))
  const led = await visitor.post(`/${tenant.slug}/inloggen`, { email: person.email, password: goodPassword, verder: `/${tenant.slug}/form?q=a%26b` })
  assert.equal(led.headers.get('location'), `/${tenant.slug}/form?q=a%26b`)
  const elsewhere = await visitor.post(`/${tenant.slug}/inloggen`, { email: person.email, password: goodPassword, verder: '//evil.example/' })
  assert.equal(elsewhere.headers.get('location'), `/${tenant.slug}`)
})

test('another organisation and an unknown one are not found, also with a session', async () => {
  const [mine, theirs] = [await organisation(box), await organisation(box)]
  const visitor = await signIn(box, await member(box, mine), { ip: ip() })
  assert.equal((await visitor.get(`/${mine.slug}`)).status, 200)
  assert.equal((await visitor.get(`/${theirs.slug}`)).status, 404)
  assert.equal((await visitor.get('/bestaat-niet')).status, 404)
  assert.equal((await visitor.post(`/${theirs.slug}/form`, { text: 'x' })).status, 404)
})

test('one account opens each organisation in which it is an active person, with the roles it has there', async () => {
  const [one, two, three] = [await organisation(box), await organisation(box), await organisation(box)]
  const person = await member(box, one, { roles: [{ role: 'dpo' }] })
  await member(box, two, { accountId: person.accountId, email: person.email, roles: [{ role: 'auditor' }] })
  const third = await member(box, three, { accountId: person.accountId, email: person.email })
  await three.scoped((scope) => scope.tx.updateTable('person').set({ is_active: false }).where('id', '=', third.personId).execute())
  const visitor = await signIn(box, person, { ip: ip() })
  assert.match(await (await visitor.get(`/${one.slug}`)).text(), /"role":"dpo"/)
  assert.match(await (await visitor.get(`/${two.slug}`)).text(), /"role":"auditor"/)
  assert.equal((await visitor.get(`/${three.slug}`)).status, 404)
  const choice = await (await visitor.get('/organisaties')).text()
  assert.ok(choice.includes(`href="/${one.slug}"`) && choice.includes(`href="/${two.slug}"`) && !choice.includes(`href="/${three.slug}"`))
})

test('a role reaches its department with all below it, and only between its days', async () => {
  const tenant = await organisation(box)
  const ids = ['top', 'mid', 'leaf', 'aside'].map((name) => ({ name, id: crypto.randomUUID() }))
  const [top, mid, leaf, aside] = ids.map((one) => one.id) as [string, string, string, string]
  await tenant.scoped(async (scope) => {
    for (const [id, parent] of [[top, null], [mid, top], [leaf, mid], [aside, null]] as const) {
      await scope.tx.insertInto('department').values({ organisation_id: tenant.id, id, name: ids.find((one) => one.id === id)?.name ?? '', parent_id: parent }).execute()
    }
  })
  const person = await member(box, tenant, { roles: [
    { role: 'process_owner', departmentId: mid },
    { role: 'auditor', validFrom: '2020-01-01', validUntil: '2020-12-31' },
    { role: 'ciso', validFrom: '2999-01-01' },
  ] })
  const visitor = await signIn(box, person, { ip: ip() })
  const text = await (await visitor.get(`/${tenant.slug}`)).text()
  assert.deepEqual(JSON.parse(text.slice(text.indexOf('['))), [{ role: 'process_owner', departmentIds: [mid, leaf] }])
})

test('a session ends after two hours of rest, and after twelve hours at any rate', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const idle = await signIn(box, person, { ip: ip() })
  box.later(119 * 60)
  assert.equal((await idle.get(`/${tenant.slug}`)).status, 200)
  box.later(119 * 60)
  assert.equal((await idle.get(`/${tenant.slug}`)).status, 200, 'use keeps it alive')
  box.later(121 * 60)
  assert.equal((await idle.get(`/${tenant.slug}`)).status, 303)

  const busy = await signIn(box, person, { ip: ip() })
  for (let hour = 0; hour < 11; hour++) {
    box.later(3600)
    assert.equal((await busy.get(`/${tenant.slug}`)).status, 200)
  }
  box.later(3601)
  assert.equal((await busy.get(`/${tenant.slug}`)).status, 303)
})

test('sessions are listed, one or all others can be ended, and only one\'s own', async () => {
  const tenant = await organisation(box)
  const [person, stranger] = [await member(box, tenant), await member(box, tenant)]
  const here = await signIn(box, person, { ip: ip() })
  const there = await signIn(box, person, { ip: ip() })
  const third = await signIn(box, person, { ip: ip() })
  const outside = await signIn(box, stranger, { ip: ip() })
  const html = await (await here.get('/account')).text()
  const ids = [...html.matchAll(/name="session" value="([^"]+)"/g)].map((found) => found[1] ?? '')
  assert.equal(ids.length, 3)
  assert.match(html, /Firefox op Windows/)
  await outside.post('/account/sessies', { session: ids })
  assert.equal((await there.get(`/${tenant.slug}`)).status, 200, 'a stranger ends nothing')
  const newest = ids.find((id) => html.indexOf(id) > 0) ?? ''
  await here.post('/account/sessies', { session: newest })
  const alive = async () => Promise.all([here, there, third].map(async (one) => (await one.get(`/${tenant.slug}`)).status))
  assert.equal((await alive()).filter((status) => status === 200).length, 2)
  const keeper = (await here.get(`/${tenant.slug}`)).status === 200 ? here : there
  await keeper.post('/account/sessies', {})
  assert.equal((await alive()).filter((status) => status === 200).length, 1)
  assert.equal((await keeper.get(`/${tenant.slug}`)).status, 200)
})

test('signing out ends the session on the server too', async () => {
  const tenant = await organisation(box)
  const visitor = await signIn(box, await member(box, tenant), { ip: ip() })
  const token = visitor.cookies.get('waarborg_session') ?? ''
  assert.equal((await visitor.get('/uitloggen')).status, 404, 'a link can\'t sign anybody out')
  await visitor.post('/uitloggen', {})
  assert.equal(visitor.cookies.size, 0)
  const thief = browser(box.app, { ip: ip() })
  thief.cookies.set('waarborg_session', token)
  assert.equal((await thief.get(`/${tenant.slug}`)).status, 303)
})

test('a new password needs the old one, is no easy guess, and ends the other sessions', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const [here, there] = [await signIn(box, person, { ip: ip() }), await signIn(box, person, { ip: ip() })]
  const change = (current: string, password: string, again = password) => here.post('/account/wachtwoord', { current, password, again })
  assert.equal((await change('onjuist', 'groene kikker in de tuin')).status, 400)
  assert.equal((await change(goodPassword, 'Welkom2026!!')).status, 400)
  assert.equal((await change(goodPassword, tenant.organisation.name)).status, 400)
  assert.equal((await change(goodPassword, 'groene kikker in de tuin', 'gele kikker in de tuin')).status, 400)
  assert.equal((await change(goodPassword, 'groene kikker in de tuin')).status, 303)
  assert.equal((await there.get(`/${tenant.slug}`)).status, 303)
  assert.equal((await here.get(`/${tenant.slug}`)).status, 200)
  assert.equal((await signIn(box, person, { ip: ip() })).led.status, 401)
  assert.equal((await signIn(box, person, { ip: ip(), password: 'groene kikker in de tuin' })).led.status, 303)
})

test('P-12: an organisation may be reachable from its own networks only', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  await tenant.scoped((scope) => scope.tx.insertInto('allowed_network').values({ organisation_id: tenant.id, id: crypto.randomUUID(), network: '203.0.113.0/24' }).execute())
  const outside = await signIn(box, person, { ip: ip() })
  const refused = await outside.get(`/${tenant.slug}`)
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /eigen netwerk/)
  const inside = await signIn(box, person, { ip: '203.0.113.77' })
  assert.equal((await inside.get(`/${tenant.slug}`)).status, 200)
})

test('what was typed survives an ended session: kept for its account, shown again after signing in', async () => {
  const tenant = await organisation(box)
  const [person, colleague] = [await member(box, tenant), await member(box, tenant)]
  const visitor = await signIn(box, person, { ip: ip() })
  await visitor.get(`/${tenant.slug}/form`)
  box.later(3 * 3600)
  const typed = { text: 'Een lang verhaal & <b>tekens</b>\nmet regels', choice: ['a', 'b'] }
  const sent = await visitor.post(`/${tenant.slug}/form`, typed)
  assert.equal(sent.status, 303)
  const onward = new URL(sent.headers.get('location') ?? '', 'http://x').searchParams.get('verder') ?? ''
  assert.match(onward, new RegExp(`^/${tenant.slug}/form\\?bewaard=`))
  assert.match(await (await visitor.get(sent.headers.get('location') ?? '')).text(), /Uw tekst is bewaard/)
  const led = await visitor.post(`/${tenant.slug}/inloggen`, { email: person.email, password: goodPassword, verder: onward })
  assert.equal(led.headers.get('location'), onward)
  const expected = { action: `/${tenant.slug}/form`, hadFiles: false, fields: [['text', typed.text], ['choice', 'a'], ['choice', 'b']] }
  assert.deepEqual(await (await visitor.get(onward)).json(), expected)
  assert.deepEqual(await (await visitor.get(onward)).json(), expected, 'loading again loses nothing')

  const row = await box.house.database.selectFrom('kept_form').select('content').where('account_id', '=', person.accountId).executeTakeFirstOrThrow()
  assert.ok(!row.content.toString('latin1').includes('lang verhaal'))
  const other = await signIn(box, colleague, { ip: ip() })
  assert.deepEqual(await (await other.get(onward)).json(), { fields: [] }, 'somebody else doesn\'t get it')
  box.later(25 * 3600)
  const tomorrow = await signIn(box, person, { ip: ip() })
  assert.deepEqual(await (await tomorrow.get(onward)).json(), { fields: [] })
})

test('what was typed survives signing in by two steps', async () => {
  const tenant = await organisation(box, { secondFactorRequired: true })
  const person = await member(box, tenant)
  const visitor = await signIn(box, person, { ip: ip() })
  const { secret } = await enrol(box, visitor)
  box.later(3 * 3600)
  const sent = await visitor.post(`/${tenant.slug}/form`, { text: 'in twee stappen' })
  const onward = new URL(sent.headers.get('location') ?? '', 'http://x').searchParams.get('verder') ?? ''
  const led = await visitor.post(`/${tenant.slug}/inloggen`, { email: person.email, password: goodPassword, verder: onward })
  const step = new URL(led.headers.get('location') ?? '', 'http://x')
  assert.equal(step.pathname, '/tweede-stap')
  const passed = await visitor.post('/tweede-stap', { code: codeOf(box, secret), verder: step.searchParams.get('verder') ?? '' })
  assert.equal(passed.headers.get('location'), onward)
  const kept = await (await visitor.get(onward)).json() as { fields: unknown }
  assert.deepEqual(kept.fields, [['text', 'in twee stappen']])
})

test('what was typed without a known session is kept for that browser only', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const visitor = browser(box.app, { ip: ip() })
  const sent = await visitor.post(`/${tenant.slug}/form`, { text: 'van voor het inloggen' })
  const onward = new URL(sent.headers.get('location') ?? '', 'http://x').searchParams.get('verder') ?? ''
  const elsewhere = await signIn(box, person, { ip: ip() })
  assert.deepEqual(await (await elsewhere.get(onward)).json(), { fields: [] })
  await visitor.post(`/${tenant.slug}/inloggen`, { email: person.email, password: goodPassword })
  const kept = await (await visitor.get(onward)).json() as { fields: unknown }
  assert.deepEqual(kept.fields, [['text', 'van voor het inloggen']])
})

test('who did what at the door is recorded, by ids', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  await signIn(box, person, { ip: ip(), password: 'helemaal verkeerd dit' })
  const visitor = await signIn(box, person, { ip: '198.51.102.250' })
  await visitor.post('/uitloggen', {})
  const rows = await box.house.database.selectFrom('sign_in_event').select(['what', 'ip', 'device']).where('account_id', '=', person.accountId).orderBy('id').execute()
  assert.deepEqual(rows.map((row) => row.what), ['password_wrong', 'signed_in', 'signed_out'])
  assert.deepEqual([rows[1]?.ip, rows[1]?.device], ['198.51.102.250', 'Firefox op Windows'])
})
