import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { authenticator, type Authenticator, type Lies } from '../../test/support/authenticator.ts'
import { testDatabase } from '../../test/support/database.ts'
import { browser, type Browser, codeOf, enrol, goodPassword, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'
import { resetSecondFactor } from './second-factor.ts'

const home = { origin: 'http://localhost:3000', rpId: 'localhost' }
let box: Sandbox
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey, { config: { publicUrl: 'http://127.0.0.1:3000', trustedProxies: 0 } })
})
let last = 10
const ip = () => `198.51.103.${last++}`

async function options(visitor: Browser, path: string) {
  const response = await visitor.post(path, {})
  assert.equal(response.status, 200, path)
  return await response.json() as { challenge: string; user?: { id: string }; rp?: { id: string }; allowCredentials?: { id: string }[]; excludeCredentials?: { id: string }[]; userVerification?: string }
}

async function addKey(visitor: Browser, name = 'Telefoon', device = authenticator(home)): Promise<{ device: Authenticator; response: Response }> {
  const response = await visitor.post('/account/passkeys', { name, response: device.make(await options(visitor, '/account/passkeys/opdracht')) })
  return { device, response }
}

async function byPasskey(device: Authenticator, more: { path?: string; visitor?: Browser; lies?: Lies; onward?: string } = {}) {
  const visitor = more.visitor ?? browser(box.app, { ip: ip() })
  const led = await visitor.post(more.path ?? '/inloggen/passkey', { response: device.use(await options(visitor, '/inloggen/passkey/opdracht'), more.lies), ...(more.onward ? { verder: more.onward } : {}) })
  return { ...visitor, led }
}

async function holder(options_: { required?: boolean } = {}) {
  const tenant = await organisation(box, { secondFactorRequired: options_.required ?? false })
  const person = await member(box, tenant)
  return { tenant, person, visitor: await signIn(box, person, { ip: ip() }) }
}

const eventsOf = async (accountId: string) => (await box.house.database.selectFrom('sign_in_event').select('what').where('account_id', '=', accountId).orderBy('id').execute()).map(({ what }) => what)
const idOnPage = async (visitor: Browser) => /\/account\/passkeys\/([0-9a-f-]{36})\/weghalen/.exec(await (await visitor.get('/account')).text())?.[1] ?? ''

test('M-10: a passkey is made on the account page, and opens the account alone where two factors are required', async () => {
  const { tenant, person, visitor } = await holder({ required: true })
  assert.equal((await visitor.get(`/${tenant.slug}`)).headers.get('location')?.split('?')[0], '/account/tweede-stap')
  assert.match(await (await visitor.get('/account/tweede-stap')).text(), /href="\/account\/passkeys\/nieuw"/)
  const asked = await options(visitor, '/account/passkeys/opdracht')
  assert.equal(asked.rp?.id, 'localhost')
  const { device, response } = await addKey(visitor, 'Werktelefoon')
  assert.equal(response.status, 200)
  assert.equal([...(await response.text()).matchAll(/<code>[a-z0-9-]{19}<\/code>/g)].length, 10, 'the first second factor brings recovery codes')
  assert.equal((await visitor.get(`/${tenant.slug}`)).status, 200, 'making it was the second step')
  assert.match(await (await visitor.get('/account')).text(), /Werktelefoon[\s\S]*Nog niet/)

  const fresh = await byPasskey(device, { path: `/${tenant.slug}/inloggen/passkey`, onward: `/${tenant.slug}/form?a=1` })
  assert.equal(fresh.led.headers.get('location'), `/${tenant.slug}/form?a=1`)
  assert.equal((await fresh.get(`/${tenant.slug}`)).status, 200)
  assert.doesNotMatch(await (await fresh.get('/account')).text(), /Nog niet/, 'last used is known now')
  assert.deepEqual(await eventsOf(person.accountId), ['signed_in', 'passkey_added', 'signed_in_by_passkey'])
})

test('M-10: a passkey takes the second step after the password; only the own ones are asked for', async () => {
  const { tenant, person, visitor } = await holder()
  const { device } = await addKey(visitor)
  const second = await addKey(visitor, 'Sleutelhanger')
  assert.equal(second.response.headers.get('location'), '/account?klaar=passkey', 'the recovery codes stay as they were')
  const back = await signIn(box, person, { ip: ip(), onward: `/${tenant.slug}` })
  assert.match(back.led.headers.get('location') ?? '', /^\/tweede-stap/)
  assert.match(await (await back.get('/tweede-stap')).text(), /Herstelcode/)
  assert.equal((await back.get('/account')).status, 303)
  const asked = await options(back, '/tweede-stap/passkey/opdracht')
  assert.equal(asked.allowCredentials?.length, 2)
  assert.equal(asked.userVerification, 'required')
  const led = await back.post('/tweede-stap/passkey', { response: device.use(asked), verder: `/${tenant.slug}` })
  assert.equal(led.headers.get('location'), `/${tenant.slug}`)
  assert.equal((await back.get(`/${tenant.slug}`)).status, 200)
})

test('M-10: an answer works once; one that is too late, from another browser or for another purpose doesn’t work at all', async () => {
  const { visitor } = await holder()
  const { device } = await addKey(visitor)
  const mine = browser(box.app, { ip: ip() })
  const answer = device.use(await options(mine, '/inloggen/passkey/opdracht'))
  const both = await Promise.all([mine.post('/inloggen/passkey', { response: answer }), mine.post('/inloggen/passkey', { response: answer })])
  assert.deepEqual(both.map(({ status }) => status).toSorted((one, other) => one - other), [303, 401])
  assert.equal((await mine.post('/inloggen/passkey', { response: answer })).status, 401)

  const stolen = device.use(await options(mine, '/inloggen/passkey/opdracht'))
  assert.equal((await browser(box.app, { ip: ip() }).post('/inloggen/passkey', { response: stolen })).status, 401, 'another browser')
  assert.equal((await visitor.post('/tweede-stap/passkey', { response: device.use(await options(visitor, '/inloggen/passkey/opdracht')) })).status, 401, 'another purpose')
  const late = device.use(await options(mine, '/inloggen/passkey/opdracht'))
  box.later(5 * 60 + 1)
  assert.equal((await mine.post('/inloggen/passkey', { response: late })).status, 401, 'too late')
  assert.equal((await byPasskey(device)).led.status, 303, 'the passkey itself is still good')
})

const lies: readonly [string, Lies][] = [
  ['an answer for another origin', { origin: 'https://waarborg.example.evil.example' }],
  ['an answer for another address of this machine', { origin: 'http://localhost:4000' }],
  ['an answer for another site', { rpId: 'evil.example' }],
  ['without asking for finger, face or code', { verified: false }],
  ['a challenge of the device’s own making', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['an answer of another kind', { type: 'webauthn.create' }],
  ['in the name of another account', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ['a passkey that nobody has', { id: 'AAAAAAAAAAAAAAAAAAAAAA' }],
]
for (const [name, lie] of lies) {
  test(`M-10: refused: ${name}`, async () => {
    const { person, visitor } = await holder()
    const { device } = await addKey(visitor)
    const refused = await byPasskey(device, { lies: lie })
    assert.equal(refused.led.status, 401)
    assert.equal(refused.cookies.has('waarborg_session'), false)
    if (!lie.id) assert.equal((await eventsOf(person.accountId)).at(-1), 'passkey_refused')
    assert.equal((await byPasskey(device)).led.status, 303)
    // The same lies while making one.
    if (lie.userHandle || lie.id || lie.type) return
    const another = authenticator(home)
    const made = await visitor.post('/account/passkeys', { name: 'Leugen', response: another.make(await options(visitor, '/account/passkeys/opdracht'), lie) })
    assert.equal(made.status, 400)
    assert.equal((await byPasskey(another)).led.status, 401)
  })
}

test('M-10: what can’t be read is refused, at every door, and what was typed comes back', async () => {
  const { person, visitor } = await holder()
  const { device } = await addKey(visitor)
  const good = JSON.parse(device.use(await options(visitor, '/inloggen/passkey/opdracht'))) as { id: string; response: Record<string, unknown> }
  const broken = ['', 'x', '{}', '[]', 'null', '"x"', '{"id":1}', JSON.stringify({ ...good, response: null }), JSON.stringify({ ...good, id: `${good.id}!` }), JSON.stringify({ ...good, rawId: 'AAAA' }),
    JSON.stringify({ ...good, response: { ...good.response, signature: 'AAAA' } }), JSON.stringify({ ...good, response: { ...good.response, authenticatorData: 'AAAA' } }),
    JSON.stringify({ ...good, response: { ...good.response, clientDataJSON: 'AAAA' } }), JSON.stringify({ ...good, type: 'password' }), `${'['.repeat(5000)}`, 'a\u0000b']
  const door = await signIn(box, person, { ip: ip() })
  for (const response of broken) {
    assert.equal((await browser(box.app, { ip: ip() }).post('/inloggen/passkey', { response })).status, 401, response.slice(0, 40))
    const tried = await visitor.post('/account/passkeys', { name: 'Mijn sleutel <b>', response })
    assert.equal(tried.status, 400, response.slice(0, 40))
    assert.match(await tried.text(), /value="Mijn sleutel &lt;b>"|value="Mijn sleutel &lt;b&gt;"/)
  }
  assert.equal((await door.post('/tweede-stap/passkey', { response: '{}' })).status, 401)
  assert.equal((await addKey(visitor, 'Nul\u0000len <b>')).response.status, 303)
  assert.match(await (await visitor.get('/account')).text(), /Nul len &lt;b/)
  assert.equal((await visitor.post('/account/passkeys', { name: '', response: device.make(await options(visitor, '/account/passkeys/opdracht')) })).status, 400)
})

test('M-10: another account’s passkey takes nobody’s second step, and one passkey belongs to one account', async () => {
  const [mine, theirs] = [await holder(), await holder()]
  const { device } = await addKey(mine.visitor)
  const other = await addKey(theirs.visitor)
  const back = await signIn(box, mine.person, { ip: ip() })
  assert.equal((await back.post('/tweede-stap/passkey', { response: other.device.use(await options(back, '/tweede-stap/passkey/opdracht')) })).status, 401)
  const taken = await theirs.visitor.post('/account/passkeys', { name: 'Overgenomen', response: device.make(await options(theirs.visitor, '/account/passkeys/opdracht')) })
  assert.equal(taken.status, 400)
  assert.match(await taken.text(), /hoort al bij een account/)
  const theirKey = await idOnPage(theirs.visitor)
  assert.equal((await mine.visitor.get(`/account/passkeys/${theirKey}/weghalen`)).status, 404)
  assert.equal((await mine.visitor.post(`/account/passkeys/${theirKey}/weghalen`, {})).status, 404)
  assert.equal((await byPasskey(other.device)).led.status, 303)
})

test('M-10: at an organisation’s door a passkey of somebody else’s organisation is not known', async () => {
  const [mine, theirs] = [await holder(), await holder()]
  const { device } = await addKey(mine.visitor)
  const refused = await byPasskey(device, { path: `/${theirs.tenant.slug}/inloggen/passkey` })
  assert.equal(refused.led.status, 401)
  assert.match(await refused.led.text(), /hoort hier niet \(meer\) bij een account/)
})

test('M-10: a counter that runs back tells of a copy: noted, and neither opens anything after that', async () => {
  const { person, visitor } = await holder()
  const { device, response } = await addKey(visitor)
  const recovery = /<code>([a-z0-9-]{19})<\/code>/.exec(await response.text())?.[1] ?? ''
  assert.equal((await byPasskey(device, { lies: { count: 50 } })).led.status, 303, 'the copy is ahead')
  const refused = await byPasskey(device, { lies: { count: 50 } })
  assert.equal(refused.led.status, 401)
  assert.match(await refused.led.text(), /misschien een kopie/)
  assert.equal((await byPasskey(device, { lies: { count: 99 } })).led.status, 401, 'nor the one that is ahead')
  assert.equal((await eventsOf(person.accountId)).filter((what) => what === 'passkey_copied').length, 2)
  const back = await signIn(box, person, { ip: ip() })
  assert.equal((await back.post('/tweede-stap', { code: recovery })).status, 303, 'a recovery code still lets its holder in')
  assert.match(await (await back.get('/account')).text(), /Geweigerd: misschien is er een kopie/)
})

test('a passkey that lives on several devices doesn’t count, and goes on working', async () => {
  const { visitor } = await holder()
  const device = authenticator(home)
  await visitor.post('/account/passkeys', { name: 'Wolk', response: device.make(await options(visitor, '/account/passkeys/opdracht'), { count: 0 }) })
  for (let time = 0; time < 2; time++) assert.equal((await byPasskey(device, { lies: { count: 0 } })).led.status, 303)
})

test('M-10: taking the last second factor away leads to setting up a new one where it is required, and nobody is locked out', async () => {
  const { tenant, person, visitor } = await holder({ required: true })
  const { device } = await addKey(visitor)
  const id = await idOnPage(visitor)
  assert.match(await (await visitor.get(`/account/passkeys/${id}/weghalen`)).text(), /enige tweede stap, en .* vraagt er een/)
  assert.equal((await visitor.post(`/account/passkeys/${id}/weghalen`, {})).headers.get('location'), '/account?klaar=passkey-weg')
  assert.equal((await visitor.get('/account')).status, 200)
  assert.equal((await visitor.get(`/${tenant.slug}`)).headers.get('location')?.split('?')[0], '/account/tweede-stap', 'asked at once')
  assert.equal((await byPasskey(device)).led.status, 401)
  const back = await signIn(box, person, { ip: ip() })
  assert.equal(back.led.headers.get('location'), '/organisaties')
  assert.equal((await back.get(`/${tenant.slug}`)).headers.get('location')?.split('?')[0], '/account/tweede-stap')
  const { recovery } = await enrol(box, back)
  assert.equal(recovery.length, 10)
  assert.equal((await back.get(`/${tenant.slug}`)).status, 200)
  assert.equal(await box.house.database.selectFrom('recovery_code').select('code_hash').where('account_id', '=', person.accountId).execute().then((rows) => rows.length), 10)
})

test('M-10: app and passkey stand side by side: taking one away leaves the other', async () => {
  const { tenant, person, visitor } = await holder({ required: true })
  const { secret } = await enrol(box, visitor)
  const { device, response } = await addKey(visitor)
  assert.equal(response.status, 303)
  assert.match(await (await visitor.get('/account/tweede-stap/weghalen')).text(), /App weghalen/)
  assert.equal((await visitor.post('/account/tweede-stap/weghalen', {})).status, 303)
  assert.equal((await visitor.get(`/${tenant.slug}`)).status, 200, 'the passkey is left')
  assert.equal((await visitor.post('/account/tweede-stap/weghalen', {})).status, 404)
  box.later(60)
  const back = await signIn(box, person, { ip: ip() })
  assert.equal((await back.post('/tweede-stap', { code: codeOf(box, secret) })).status, 401)
  assert.equal((await byPasskey(device)).led.status, 303)
})

test('after ten minutes one’s own password, or a passkey, is asked again before a way in is made or taken away', async () => {
  const { visitor } = await holder()
  const { device } = await addKey(visitor)
  const id = await idOnPage(visitor)
  box.later(11 * 60)
  const sent = await visitor.get('/account/passkeys/nieuw')
  assert.equal(sent.headers.get('location'), `/account/bevestigen?verder=${encodeURIComponent('/account/passkeys/nieuw')}`)
  assert.equal((await visitor.post('/account/passkeys/opdracht', {})).status, 403)
  assert.equal((await visitor.post('/account/passkeys', { name: 'x', response: '{}' })).status, 303)
  assert.equal((await visitor.post(`/account/passkeys/${id}/weghalen`, {})).status, 303)
  assert.equal((await visitor.post('/account/tweede-stap/weghalen', {})).status, 303)
  assert.match(await (await visitor.get('/account')).text(), /Telefoon/, 'nothing went')
  assert.equal((await visitor.post('/account/bevestigen', { password: 'niet het wachtwoord', verder: '/account/passkeys/nieuw' })).status, 400)
  assert.equal((await visitor.post('/account/bevestigen', { password: goodPassword, verder: '/account/passkeys/nieuw' })).headers.get('location'), '/account/passkeys/nieuw')
  assert.equal((await visitor.get('/account/passkeys/nieuw')).status, 200)
  box.later(11 * 60)
  assert.match(await (await visitor.get('/account/bevestigen')).text(), /Bevestigen met een passkey/)
  const proven = await visitor.post('/tweede-stap/passkey', { response: device.use(await options(visitor, '/tweede-stap/passkey/opdracht')), verder: `/account/passkeys/${id}/weghalen` })
  assert.equal(proven.headers.get('location'), `/account/passkeys/${id}/weghalen`)
  assert.equal((await visitor.post(`/account/passkeys/${id}/weghalen`, {})).headers.get('location'), '/account?klaar=passkey-weg')
})

test('whoever forgot the password but has a passkey signs in with it and chooses a new password', async () => {
  const { person, visitor } = await holder()
  const { device } = await addKey(visitor)
  const inside = await byPasskey(device)
  assert.doesNotMatch(await (await inside.get('/account')).text(), /Huidig wachtwoord<|name="current"/)
  box.later(11 * 60)
  const page = await (await inside.get('/account')).text()
  assert.match(page, /name="current"/)
  assert.match(page, /Bevestig met uw passkey/)
  const change = () => inside.post('/account/wachtwoord', { password: 'groene kikker in de tuin', again: 'groene kikker in de tuin' })
  assert.equal((await change()).status, 400, 'not any more after ten minutes')
  await inside.post('/tweede-stap/passkey', { response: device.use(await options(inside, '/tweede-stap/passkey/opdracht')), verder: '/account' })
  assert.equal((await change()).status, 303)
  assert.equal((await signIn(box, person, { ip: ip(), password: 'groene kikker in de tuin' })).led.status, 303)
  assert.equal((await visitor.get('/account')).status, 303, 'other sessions ended')
})

test('an account that an organisation’s own service opens has passkeys as second step only', async () => {
  const { tenant, person, visitor } = await holder()
  const { device } = await addKey(visitor)
  await box.house.database.updateTable('account').set({ password_hash: null }).where('id', '=', person.accountId).execute()
  const refused = await byPasskey(device)
  assert.equal(refused.led.status, 401)
  assert.match(await refused.led.text(), /alleen als tweede stap/)
  assert.equal((await visitor.get(`/${tenant.slug}`)).status, 200)
})

test('resetting the second factor takes app, passkeys and recovery codes away', async () => {
  const { tenant, person, visitor } = await holder({ required: true })
  const { device } = await addKey(visitor)
  await enrol(box, visitor)
  await resetSecondFactor(box.house.database, person.accountId)
  assert.equal((await byPasskey(device)).led.status, 401)
  assert.equal((await visitor.get(`/${tenant.slug}`)).headers.get('location')?.split('?')[0], '/account/tweede-stap')
  assert.equal((await signIn(box, person, { ip: ip() })).led.headers.get('location'), '/organisaties')
})

test('without https and a name of its own there are no passkeys, and the account page says why', async () => {
  const { app, masterKey } = await testDatabase()
  const plain = sandbox(app, masterKey, { config: { publicUrl: 'http://192.0.2.7:3000', trustedProxies: 0 } })
  const tenant = await organisation(plain)
  const visitor = await signIn(plain, await member(plain, tenant), { ip: ip() })
  assert.doesNotMatch(await (await visitor.get('/inloggen?verder=/x')).text(), /passkey\/opdracht/)
  assert.match(await (await visitor.get('/account')).text(), /Op dit adres kunnen passkeys niet/)
  assert.equal((await visitor.get('/account/passkeys/nieuw')).headers.get('location'), '/account#passkeys')
  assert.equal((await visitor.post('/inloggen/passkey', { response: '{}' })).status, 401)
  assert.equal((await visitor.post('/inloggen/passkey/opdracht', {})).status, 404)
  assert.equal((await visitor.post('/account/passkeys/opdracht', {})).status, 403)
})
