import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { hash } from '@node-rs/argon2'
import { testDatabase } from '../../test/support/database.ts'
import { browser, goodPassword, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

let box: Sandbox
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey)
})
/** Each test comes from an address of its own, so that waiting in one doesn't hold up another. */
let last = 10
const ip = () => `198.51.100.${last++}`

test('P-12: name and password let in; the wrong password, an unknown address and another organisation get the same answer', async () => {
  const tenant = await organisation(box)
  const other = await organisation(box)
  const person = await member(box, tenant)
  const good = await signIn(box, person, { ip: ip() })
  assert.equal(good.led.status, 303)
  assert.match(await (await good.get(`/${tenant.slug}`)).text(), /^home of/)

  const answers = await Promise.all([
    signIn(box, person, { password: 'een ander wachtwoord', ip: ip() }),
    signIn(box, { email: 'niemand@voorbeeld.example' }, { ip: ip() }),
    signIn(box, person, { path: `/${other.slug}/inloggen`, ip: ip() }),
  ])
  for (const answer of answers) {
    assert.equal(answer.led.status, 401)
    assert.match(await answer.led.text(), /E-mailadres of het wachtwoord|e-mailadres of het wachtwoord/)
    assert.equal(answer.cookies.size, 0)
  }
})

test('what was typed stays in the form except the password', async () => {
  const answer = await signIn(box, { email: 'Iemand@Voorbeeld.example' }, { ip: ip(), onward: '/duinrade/x' })
  const html = await answer.led.text()
  assert.match(html, /value="iemand@voorbeeld\.example"/)
  assert.match(html, /name="verder" value="\/duinrade\/x"/)
  assert.ok(!html.includes(goodPassword))
})

test('the cookie is HttpOnly and Lax, and __Host- with Secure on https; the database holds only its hash', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const plain = await signIn(box, person, { ip: ip() })
  const line = plain.led.headers.getSetCookie().find((one) => one.startsWith('waarborg_session=') && !one.includes('Max-Age=0')) ?? ''
  assert.match(line, /HttpOnly/)
  assert.match(line, /SameSite=Lax/)
  const token = plain.cookies.get('waarborg_session') ?? ''
  assert.equal(Buffer.from(token, 'base64url').length, 32)
  const rows = await box.house.database.selectFrom('session').select('token_hash').where('account_id', '=', person.accountId).execute()
  assert.equal(rows.length, 1)
  assert.ok(!rows[0]?.token_hash.toString('base64url').includes(token))

  const secure = sandbox(box.house.database, box.house.master, { config: { publicUrl: 'https://waarborg.test', trustedProxies: 0 } })
  const answer = await signIn(secure, person, { ip: ip() })
  assert.match(answer.led.headers.getSetCookie().join('\n'), /__Host-waarborg_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax/)
  assert.match(answer.led.headers.get('strict-transport-security') ?? '', /max-age/)
})

test('a session of before signing in is ended, so nobody can plant one', async () => {
  const tenant = await organisation(box)
  const [first, second] = [await member(box, tenant), await member(box, tenant)]
  const visitor = await signIn(box, first, { ip: ip() })
  const planted = visitor.cookies.get('waarborg_session') ?? ''
  await visitor.post('/inloggen', { email: second.email, password: goodPassword })
  const thief = browser(box.app)
  thief.cookies.set('waarborg_session', planted)
  assert.equal((await thief.get(`/${tenant.slug}`)).status, 303)
  assert.match(await (await visitor.get(`/${tenant.slug}`)).text(), new RegExp(`at ${tenant.slug}`))
})

test('a hash of before is renewed when its owner signs in', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  await box.house.database.updateTable('account').set({ password_hash: await hash(goodPassword, { memoryCost: 8192, timeCost: 1 }) }).where('id', '=', person.accountId).execute()
  assert.equal((await signIn(box, person, { ip: ip() })).led.status, 303)
  const row = await box.house.database.selectFrom('account').select('password_hash').where('id', '=', person.accountId).executeTakeFirstOrThrow()
  assert.match(row.password_hash ?? '', /m=19456,t=2,p=1/)
  assert.equal((await signIn(box, person, { ip: ip() })).led.status, 303)
})

test('after some failures each try waits longer, with the right password too; waiting lets in again', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const address = ip()
  for (let time = 0; time < 5; time++) assert.equal((await signIn(box, person, { password: `fout wachtwoord ${time}`, ip: address })).led.status, 401)
  const blocked = await signIn(box, person, { ip: address })
  assert.equal(blocked.led.status, 429)
  assert.equal(blocked.led.headers.get('retry-after'), '15')
  assert.match(await blocked.led.text(), /Wacht 15 seconden/)
  box.later(16)
  assert.equal((await signIn(box, person, { password: 'weer fout helaas', ip: address })).led.status, 401)
  assert.match(await (await signIn(box, person, { ip: address })).led.text(), /Wacht 30 seconden/)
  box.later(31)
  assert.equal((await signIn(box, person, { ip: address })).led.status, 303)
  assert.equal((await signIn(box, person, { password: 'fout maar vergeven', ip: address })).led.status, 401)
})

test('the wait is never longer than a quarter of an hour, and an unknown address waits just the same', async () => {
  const address = ip()
  const stranger = { email: 'wie-is-dit@voorbeeld.example' }
  for (let time = 0; time < 5; time++) await signIn(box, stranger, { ip: address })
  const waits: number[] = []
  for (let time = 0; time < 9; time++) {
    const blocked = await signIn(box, stranger, { ip: address })
    assert.equal(blocked.led.status, 429)
    const wait = Number(blocked.led.headers.get('retry-after'))
    waits.push(wait)
    box.later(wait + 1)
    assert.equal((await signIn(box, stranger, { ip: address })).led.status, 401)
  }
  assert.deepEqual(waits, [15, 30, 60, 120, 240, 480, 900, 900, 900])
})

test('of many parallel guesses no more are tried than may be', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const address = ip()
  const tries = await Promise.all(Array.from({ length: 20 }, (_, index) => signIn(box, person, { password: `gok nummer ${index} van velen`, ip: address })))
  assert.equal(tries.filter((one) => one.led.status === 401).length, 5)
  assert.equal(tries.filter((one) => one.led.status === 429).length, 15)
})

test('one address that tries many accounts must wait as well', async () => {
  const address = ip()
  const answers: number[] = []
  for (let time = 0; time < 33; time++) answers.push((await signIn(box, { email: `spray${time}@voorbeeld.example` }, { ip: address })).led.status)
  assert.ok(answers.slice(0, 31).every((status) => status === 401))
  assert.deepEqual(answers.slice(31), [429, 429])
})

test('the forwarded address counts only behind a trusted proxy', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const proxied = sandbox(box.house.database, box.house.master, { config: { publicUrl: 'http://waarborg.test', trustedProxies: 1 } })
  const seen = async (where: Sandbox, forwarded: string) => {
    const visitor = browser(where.app, { ip: '203.0.113.5' })
    await visitor.post('/inloggen', { email: person.email, password: goodPassword }, { 'x-forwarded-for': forwarded })
    const row = await box.house.database.selectFrom('session').select('ip').where('account_id', '=', person.accountId).orderBy('id', 'desc').executeTakeFirstOrThrow()
    return row.ip
  }
  assert.equal(await seen(box, '192.0.2.99'), '203.0.113.5')
  assert.equal(await seen(proxied, '192.0.2.99'), '192.0.2.99')
  assert.equal(await seen(proxied, '10.0.0.1, 192.0.2.99'), '192.0.2.99', 'what stands further left was made up by the caller')
})

test('a form that another site sends is refused, by Sec-Fetch-Site and by Origin', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const visitor = await signIn(box, person, { ip: ip() })
  const path = `/${tenant.slug}/form`
  assert.equal((await visitor.post(path, { text: 'x' }, { 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await visitor.post(path, { text: 'x' }, { 'sec-fetch-site': 'same-site' })).status, 403)
  assert.equal((await visitor.post(path, { text: 'x' }, { origin: 'https://evil.example' })).status, 403)
  assert.equal((await visitor.post(path, { text: 'x' }, { origin: 'null' })).status, 403)
  assert.equal((await visitor.post(path, { text: 'x' }, { 'sec-fetch-site': 'same-origin' })).status, 200)
  const refused = await visitor.post(path, { text: 'x' }, { origin: 'https://evil.example' })
  assert.match(refused.headers.get('content-security-policy') ?? '', /default-src 'none'/, 'a refusal carries the headers too')
  const bare = await box.app.request(path, { method: 'POST', body: 'text=x', headers: { cookie: `waarborg_session=${visitor.cookies.get('waarborg_session')}` } })
  assert.equal(bare.status, 403, 'a browser always says where it comes from')
})

test('a body larger than ordinary forms is refused with a clear message', async () => {
  const answer = await browser(box.app).post('/inloggen', { email: 'a@b.example', password: 'x'.repeat(1_100_000) })
  assert.equal(answer.status, 413)
  assert.match(await answer.text(), /1 MB/)
})

test('every answer carries the security headers', async () => {
  const answer = await browser(box.app).get('/inloggen')
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'.*base-uri 'none'/)
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('referrer-policy'), 'same-origin')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})
