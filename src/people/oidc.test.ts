import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { isIssuer, type ProviderInput, saveProvider } from './identity-provider.ts'
import { listPersons } from './persons.ts'
import { browser, type Browser, codeOf, enrol, goodPassword, member, organisation, sandbox, type Sandbox, signIn, type Tenant } from '../../test/support/people.ts'
import { testProvider, type Visitor } from '../../test/support/identity-provider.ts'

let box: Sandbox
let mine: Tenant
let strict: Tenant
let other: Tenant
let provider: Awaited<ReturnType<typeof testProvider>>
let count = 10
const ip = () => `198.51.103.${count++}`
const fresh = (): string => `s${crypto.randomUUID()}`

before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey, { allowsLoopbackProvider: true })
  mine = await organisation(box)
  strict = await organisation(box, { secondFactorRequired: true })
  other = await organisation(box)
  provider = await testProvider([mine.slug, strict.slug])
  for (const tenant of [mine, strict]) await configure(tenant, {})
})
after(() => provider.stop())

function configure(tenant: Tenant, changes: Partial<ProviderInput>) {
  return tenant.scoped((scope) => saveProvider(scope, {
    label: 'Inloggen met Duinrade', issuer: provider.issuer, clientId: 'waarborg', clientSecret: 'geheim-van-de-test', scopes: 'openid email profile', emailClaim: 'email', nameClaim: 'name',
    groupsClaim: 'groups', acceptedAcr: [], acceptedAmr: [], mayCreatePersons: false, isEnabled: true, mappings: [], ...changes,
  }, true))
}

/** Goes to the provider as this visitor and comes back. @returns the browser and the answer at the way back. */
async function come(tenant: Tenant, visitor: Visitor, options: { from?: Browser; onward?: string; bend?: (url: URL) => void } = {}) {
  provider.says(visitor)
  const from = options.from ?? browser(box.app, { ip: ip() })
  const start = await from.get(`/${tenant.slug}/inloggen/organisatie${options.onward ? `?verder=${encodeURIComponent(options.onward)}` : ''}`)
  assert.equal(start.status, 303, await start.clone().text())
  const there = new URL(start.headers.get('location') ?? '')
  options.bend?.(there)
  const back = await provider.walk(there.href)
  return { from, back, answer: await from.get(back) }
}
const rolesOf = async (tenant: Tenant, email: string) =>
  (await tenant.scoped((scope) => listPersons(scope))).find((person) => person.email === email)?.roles.map((role) => role.role).sort()

test('the request carries state, nonce and a PKCE challenge, and starts from a link', async () => {
  const start = await browser(box.app, { ip: ip() }).get(`/${mine.slug}/inloggen/organisatie`)
  const url = new URL(start.headers.get('location') ?? '')
  assert.equal(url.searchParams.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((url.searchParams.get(name) ?? '').length >= 43, name)
  assert.match(await (await browser(box.app).get(`/${mine.slug}/inloggen`)).text(), new RegExp(`href="/${mine.slug}/inloggen/organisatie"[^>]*>.*Inloggen met Duinrade`))
})

test('an existing person comes in by verified address the first time, and by subject ever after', async () => {
  const email = `${fresh()}@voorbeeld.example`
  const person = await member(box, mine, { email })
  const sub = fresh()
  const first = await come(mine, { sub, email: email.toUpperCase(), email_verified: true }, { onward: `/${mine.slug}/form?x=1` })
  assert.equal(first.answer.headers.get('location'), `/${mine.slug}/form?x=1`)
  assert.equal((await first.from.get(`/${mine.slug}`)).status, 200)
  const again = await come(mine, { sub, email: 'heel-anders@voorbeeld.example', email_verified: false })
  assert.equal(again.answer.status, 303)
  const rows = await box.house.database.selectFrom('session').select(['method', 'limited_to']).where('account_id', '=', person.accountId).execute()
  assert.deepEqual(rows, [{ method: 'oidc', limited_to: mine.id }, { method: 'oidc', limited_to: mine.id }])
})

test('an address that the provider did not verify, or that was handed to somebody else, opens nothing', async () => {
  const email = `${fresh()}@voorbeeld.example`
  await member(box, mine, { email })
  for (const email_verified of [false, undefined]) {
    const refused = await come(mine, { sub: fresh(), email, email_verified })
    assert.equal(refused.answer.status, 403)
    assert.match(await refused.answer.text(), /e-mailadres niet bevestigd/)
    assert.equal((await refused.from.get(`/${mine.slug}`)).status, 303)
  }
  assert.equal((await come(mine, { sub: fresh(), email, email_verified: true })).answer.status, 303)
  const successor = await come(mine, { sub: fresh(), email, email_verified: true })
  assert.match(await successor.answer.text(), /hoort bij een andere gebruiker/)
})

test('who is no person yet is refused, or made a person where the organisation allows it', async () => {
  const email = `${fresh()}@voorbeeld.example`
  const refused = await come(mine, { sub: fresh(), email, email_verified: true })
  assert.match(await refused.answer.text(), /nog geen toegang/)
  await configure(mine, { mayCreatePersons: true })
  const made = await come(mine, { sub: fresh(), email, email_verified: true, name: 'Nieuwe Collega' })
  await configure(mine, {})
  assert.equal(made.answer.status, 303)
  assert.match(await (await made.from.get(`/${mine.slug}`)).text(), /home of Nieuwe Collega/)
  const account = await box.house.database.selectFrom('account').select('id').where('email', '=', email).execute()
  assert.deepEqual(account, [], 'the provider claims nobody\'s address for the whole product')
})

test('a closed person stays out', async () => {
  const email = `${fresh()}@voorbeeld.example`
  const person = await member(box, mine, { email })
  const sub = fresh()
  await come(mine, { sub, email, email_verified: true })
  await mine.scoped((scope) => scope.tx.updateTable('person').set({ is_active: false }).where('id', '=', person.personId).execute())
  assert.match(await (await come(mine, { sub, email, email_verified: true })).answer.text(), /toegang is uitgezet/)
})

test('groups give roles at each sign-in and take them away; roles that an administrator gave stay', async () => {
  const email = `${fresh()}@voorbeeld.example`
  await member(box, mine, { email, roles: [{ role: 'employee' }] })
  const sub = fresh()
  await configure(mine, { mappings: [{ group: 'privacy', role: 'privacy_officer', departmentId: null }, { group: 'controle', role: 'auditor', departmentId: null }] })
  await come(mine, { sub, email, email_verified: true, groups: ['privacy', 'iets-anders'] })
  assert.deepEqual(await rolesOf(mine, email), ['employee', 'privacy_officer'])
  await come(mine, { sub, email, groups: ['controle'] })
  assert.deepEqual(await rolesOf(mine, email), ['auditor', 'employee'])
  await come(mine, { sub, email })
  assert.deepEqual(await rolesOf(mine, email), ['employee'])
  await configure(mine, {})
})

test('groups that would make one person DPO and CISO are refused (art. 38 lid 6 AVG)', async () => {
  const email = `${fresh()}@voorbeeld.example`
  await member(box, mine, { email, roles: [{ role: 'ciso' }] })
  await configure(mine, { mappings: [{ group: 'fg', role: 'dpo', departmentId: null }] })
  const refused = await come(mine, { sub: fresh(), email, email_verified: true, groups: ['fg'] })
  await configure(mine, {})
  assert.match(await refused.answer.text(), /art\. 38 lid 6 AVG/)
  assert.deepEqual(await rolesOf(mine, email), ['ciso'])
})

test('a session by one organisation\'s provider opens no other organisation of the same account, nor its password', async () => {
  const email = `${fresh()}@voorbeeld.example`
  const person = await member(box, mine, { email })
  await member(box, other, { accountId: person.accountId, email })
  const { from } = await come(mine, { sub: fresh(), email, email_verified: true })
  assert.equal((await from.get(`/${mine.slug}`)).status, 200)
  assert.equal((await from.get(`/${other.slug}`)).headers.get('location')?.split('?')[0], `/${other.slug}/inloggen`)
  assert.equal((await from.post('/account/wachtwoord', { current: goodPassword, password: 'groene kikker in de tuin', again: 'groene kikker in de tuin' })).status, 403)
  assert.equal((await from.get('/account/tweede-stap')).headers.get('location')?.split('?')[0], '/inloggen')
  assert.equal((await from.post('/account/herstelcodes', { password: goodPassword })).status, 403)
})

test('M-10: the provider\'s second factor counts only when the organisation trusts its acr or amr', async () => {
  const email = `${fresh()}@voorbeeld.example`
  await member(box, strict, { email })
  const sub = fresh()
  const weak = await come(strict, { sub, email, email_verified: true, acr: 'urn:test:sterk', amr: ['pwd', 'mfa'] })
  assert.match(weak.answer.headers.get('location') ?? '', /tweede-stap/)
  assert.equal((await weak.from.get(`/${strict.slug}`)).status, 303)
  await configure(strict, { acceptedAcr: ['urn:test:sterk'] })
  assert.equal((await (await come(strict, { sub, email, acr: 'urn:test:sterk' })).from.get(`/${strict.slug}`)).status, 200)
  await configure(strict, { acceptedAmr: ['mfa'] })
  assert.equal((await (await come(strict, { sub, email, amr: ['pwd'] })).from.get(`/${strict.slug}`)).status, 303)
  await configure(strict, {})
})

test('M-10: after the provider the product asks its own code when the second factor is required', async () => {
  const email = `${fresh()}@voorbeeld.example`
  const person = await member(box, strict, { email })
  const { secret } = await enrol(box, await signIn(box, person, { ip: ip() }))
  box.later(60)
  const { from, answer } = await come(strict, { sub: fresh(), email, email_verified: true }, { onward: `/${strict.slug}/form` })
  assert.equal(new URL(answer.headers.get('location') ?? '', 'http://x').pathname, '/tweede-stap')
  const passed = await from.post('/tweede-stap', { code: codeOf(box, secret), verder: `/${strict.slug}/form` })
  assert.equal(passed.headers.get('location'), `/${strict.slug}/form`)
  assert.equal((await from.get(`/${strict.slug}/form`)).status, 200)
})

test('a wrong state, another browser, a late or a second return are refused with words that help', async () => {
  const email = `${fresh()}@voorbeeld.example`
  await member(box, mine, { email })
  const visitor = { sub: fresh(), email, email_verified: true }
  const refused = async (from: Browser, back: string) => {
    const answer = await from.get(back)
    assert.equal(answer.status, 403)
    assert.match(await answer.text(), /Begin opnieuw met inloggen/)
    assert.equal((await from.get(`/${mine.slug}`)).status, 303)
  }
  provider.says(visitor)
  const start = async () => {
    const from = browser(box.app, { ip: ip() })
    const sent = await from.get(`/${mine.slug}/inloggen/organisatie`)
    return { from, back: await provider.walk(sent.headers.get('location') ?? '') }
  }
  const one = await start()
  await refused(one.from, one.back.replace(/state=[^&]+/, 'state=iets-anders'))
  const two = await start()
  await refused(browser(box.app, { ip: ip() }), two.back)
  const three = await start()
  box.later(16 * 60)
  await refused(three.from, three.back)
  const four = await start()
  const cookies = new Map(four.from.cookies)
  assert.equal((await four.from.get(four.back)).status, 303)
  const replay = browser(box.app, { ip: ip() })
  for (const [name, value] of cookies) replay.cookies.set(name, value)
  await refused(replay, four.back)
})

test('an ID token for another nonce and a code of another flow are refused', async () => {
  const email = `${fresh()}@voorbeeld.example`
  await member(box, mine, { email })
  const visitor = { sub: fresh(), email, email_verified: true }
  const bent = await come(mine, visitor, { bend: (url) => url.searchParams.set('nonce', 'van-iemand-anders') })
  assert.match(await bent.answer.text(), /antwoord van de inlogdienst klopt niet/)
  const victim = browser(box.app, { ip: ip() })
  const thief = browser(box.app, { ip: ip() })
  const back = async (from: Browser) => provider.walk((await from.get(`/${mine.slug}/inloggen/organisatie`)).headers.get('location') ?? '')
  const stolen = new URL(await back(thief), 'http://x').searchParams.get('code') ?? ''
  const injected = (await back(victim)).replace(/code=[^&]+/, `code=${stolen}`)
  assert.match(await (await victim.get(injected)).text(), /antwoord van de inlogdienst klopt niet/)
})

test('when the provider says no, or is away, the page says so and offers the password', async () => {
  const from = browser(box.app, { ip: ip() })
  const start = await from.get(`/${mine.slug}/inloggen/organisatie`)
  const state = new URL(start.headers.get('location') ?? '').searchParams.get('state')
  const denied = await from.get(`/${mine.slug}/inloggen/organisatie/terug?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`)
  assert.match(await denied.text(), /niet binnengelaten/)
  const away = await organisation(box)
  await configure(away, { issuer: 'http://127.0.0.1:9' })
  const answer = await browser(box.app, { ip: ip() }).get(`/${away.slug}/inloggen/organisatie`)
  assert.equal(answer.status, 403)
  const html = await answer.text()
  assert.match(html, /niet bereikbaar/)
  assert.match(html, /Inloggen met wachtwoord/)
  assert.equal((await browser(box.app, { ip: ip() }).get(`/${other.slug}/inloggen/organisatie`)).status, 403, 'not set up')
})

test('the secret is sealed, kept when left empty, and asked again when the address changes', async () => {
  const tenant = await organisation(box)
  await configure(tenant, {})
  const row = await tenant.scoped((scope) => scope.tx.selectFrom('identity_provider').select('client_secret').executeTakeFirstOrThrow())
  assert.ok(!row.client_secret.toString('latin1').includes('geheim-van-de-test'))
  await configure(tenant, { clientSecret: undefined, label: 'Anders' })
  await assert.rejects(configure(tenant, { clientSecret: undefined, issuer: 'http://127.0.0.1:8' }), /klopt nog niet/)
})

test('the provider\'s address is https and no address inside our network', () => {
  const cases: readonly [issuer: string, plain: boolean, loopbackAllowed: boolean][] = [
    ['https://login.voorbeeld.nl/tenant/v2.0', true, true], ['https://login.voorbeeld.nl', true, true], ['http://login.voorbeeld.nl', false, false], ['http://127.0.0.1:4000', false, true],
    ['http://localhost:4000', false, true], ['https://127.0.0.1', false, true], ['https://10.0.0.5', false, false], ['https://[fd00::1]/', false, false], ['https://169.254.169.254/latest', false, false],
    ['https://intranet', false, false], ['https://user:pw@login.voorbeeld.nl', false, false], ['https://login.voorbeeld.nl/?x=1', false, false], ['file:///etc/passwd', false, false], ['javascript:1', false, false], ['', false, false],
    ['https://2130706433/', false, true], ['https://0x7f.1/', false, true],
  ]
  for (const [issuer, plain, loopback] of cases) {
    assert.equal(isIssuer(issuer, false), plain, issuer)
    assert.equal(isIssuer(issuer, true), loopback, `${issuer} where loopback is allowed`)
  }
})
