import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { codeOf, enrol, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

let box: Sandbox
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey)
})
let last = 10
const ip = () => `198.51.101.${last++}`
const codeWas = (response: Response) => response.status

test('M-10: where a second factor is required nothing opens before it is set, and setting it brings people to the page they came for', async () => {
  const tenant = await organisation(box, { secondFactorRequired: true })
  const person = await member(box, tenant)
  const visitor = await signIn(box, person, { ip: ip(), path: `/${tenant.slug}/inloggen`, onward: `/${tenant.slug}/form?a=1` })
  const enrolment = `/account/tweede-stap?verder=${encodeURIComponent(`/${tenant.slug}/form?a=1`)}`
  assert.equal(visitor.led.headers.get('location'), enrolment)
  assert.equal((await visitor.get(`/${tenant.slug}/form`)).status, 303)
  const { response, recovery } = await enrol(box, visitor)
  assert.equal(response.status, 200)
  assert.equal(recovery.length, 10)
  assert.equal((await visitor.get(`/${tenant.slug}/form`)).status, 200)
})

test('the QR code and the secret belong together and stay the same when the page is loaded again; the database has only a sealed secret', async () => {
  const tenant = await organisation(box, { secondFactorRequired: true })
  const person = await member(box, tenant)
  const visitor = await signIn(box, person, { ip: ip() })
  const first = await (await visitor.get('/account/tweede-stap')).text()
  const again = await (await visitor.get('/account/tweede-stap')).text()
  assert.match(first, /src="data:image\/svg\+xml;base64,/)
  assert.equal(first, again)
  const { secret } = await enrol(box, visitor)
  const row = await box.house.database.selectFrom('account').select(['totp_secret']).where('id', '=', person.accountId).executeTakeFirstOrThrow()
  assert.ok(!row.totp_secret?.toString('latin1').includes(secret))
})

test('M-10: after the password the code is asked, also where it is not required but was set', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const { secret } = await enrol(box, await signIn(box, person, { ip: ip() }))
  box.later(60)
  const visitor = await signIn(box, person, { ip: ip(), onward: `/${tenant.slug}` })
  assert.match(visitor.led.headers.get('location') ?? '', /^\/tweede-stap\?verder=/)
  assert.equal((await visitor.get(`/${tenant.slug}`)).headers.get('location')?.split('?')[0], '/tweede-stap')
  assert.equal((await visitor.get('/account')).status, 303, 'nor the account')
  assert.equal((await visitor.get('/account/tweede-stap')).headers.get('location')?.split('?')[0], '/tweede-stap', 'nor a new telephone')
  assert.equal(codeWas(await visitor.post('/tweede-stap', { code: '000000', verder: `/${tenant.slug}` })), 401)
  const before = visitor.cookies.get('waarborg_session')
  const passed = await visitor.post('/tweede-stap', { code: codeOf(box, secret), verder: `/${tenant.slug}` })
  assert.equal(passed.headers.get('location'), `/${tenant.slug}`)
  assert.notEqual(visitor.cookies.get('waarborg_session'), before, 'the token changes at the second step')
  assert.equal((await visitor.get(`/${tenant.slug}`)).status, 200)
})

test('M-10: a code works once, also when two requests bring it at the same moment, and an older code not after a newer one', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const { secret } = await enrol(box, await signIn(box, person, { ip: ip() }))
  const waiting: Awaited<ReturnType<typeof signIn>>[] = []
  for (let count = 0; count < 6; count++) waiting.push(await signIn(box, person, { ip: ip() }))
  const [first] = waiting
  assert.equal(codeWas(await (first ?? assert.fail()).post('/tweede-stap', { code: codeOf(box, secret) })), 401, 'the code of the enrolment is used up')
  box.later(90)
  const code = codeOf(box, secret)
  const older = codeOf(box, secret, -1)
  const answers = await Promise.all(waiting.slice(1).map((visitor) => visitor.post('/tweede-stap', { code })))
  assert.deepEqual(answers.map((answer) => answer.headers.get('location')).filter(Boolean), ['/organisaties'])
  assert.equal(codeWas(await (first ?? assert.fail()).post('/tweede-stap', { code: older })), 401)
})

test('M-10: the code of one step earlier or later is accepted, two steps away is not', async () => {
  const tenant = await organisation(box)
  for (const [stepsAway, status] of [[-1, 303], [1, 303], [-2, 401], [2, 401]] as const) {
    const person = await member(box, tenant)
    const { secret } = await enrol(box, await signIn(box, person, { ip: ip() }))
    box.later(120)
    const visitor = await signIn(box, person, { ip: ip() })
    assert.equal(codeWas(await visitor.post('/tweede-stap', { code: codeOf(box, secret, stepsAway) })), status, `${stepsAway} steps away`)
  }
})

test('M-10: guessing codes makes waiting longer', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const { secret } = await enrol(box, await signIn(box, person, { ip: ip() }))
  const visitor = await signIn(box, person, { ip: ip() })
  box.later(60)
  const statuses: number[] = []
  for (let time = 0; time < 7; time++) statuses.push(codeWas(await visitor.post('/tweede-stap', { code: `00000${time}` })))
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429])
  assert.equal(codeWas(await visitor.post('/tweede-stap', { code: codeOf(box, secret) })), 429)
  box.later(30)
  assert.equal(codeWas(await visitor.post('/tweede-stap', { code: codeOf(box, secret) })), 303)
})

test('M-10: a recovery code works once, also in parallel, and only for its owner; new ones replace the old', async () => {
  const tenant = await organisation(box)
  const [person, other] = [await member(box, tenant), await member(box, tenant)]
  const mine = await enrol(box, await signIn(box, person, { ip: ip() }))
  const theirs = await enrol(box, await signIn(box, other, { ip: ip() }))
  const [code = '', second = ''] = mine.recovery
  const visitors: Awaited<ReturnType<typeof signIn>>[] = []
  for (let count = 0; count < 4; count++) visitors.push(await signIn(box, person, { ip: ip() }))
  const answers = await Promise.all(visitors.map((visitor) => visitor.post('/tweede-stap', { code: code.toUpperCase().replaceAll('-', ' ') })))
  assert.equal(answers.filter((answer) => answer.status === 303).length, 1)
  const inside = visitors[answers.findIndex((answer) => answer.status === 303)] ?? assert.fail()
  assert.equal((await inside.get('/account')).status, 200)

  box.later(1000)
  const late = await signIn(box, person, { ip: ip() })
  assert.equal(codeWas(await late.post('/tweede-stap', { code: theirs.recovery[0] ?? '' })), 401)
  assert.equal((await inside.post('/account/herstelcodes', { recoveryPassword: 'niet het wachtwoord' })).status, 400)
  const made = await inside.post('/account/herstelcodes', { recoveryPassword: 'paarse olifant in de sloot' })
  assert.equal(made.status, 200)
  const fresh = /<code>([a-z0-9-]{19})<\/code>/.exec(await made.text())?.[1] ?? ''
  assert.equal(codeWas(await late.post('/tweede-stap', { code: second })), 401, 'old codes are void')
  // How many of the parallel tries still count as failures depends on their order; here waiting isn't what is tested.
  box.later(1000)
  assert.equal(codeWas(await late.post('/tweede-stap', { code: fresh })), 303)
})

test('another telephone is only set with the password', async () => {
  const tenant = await organisation(box)
  const person = await member(box, tenant)
  const visitor = await signIn(box, person, { ip: ip() })
  const { secret: old } = await enrol(box, visitor)
  const { response } = await enrol(box, visitor)
  assert.equal(response.status, 400)
  const html = await response.text()
  assert.match(html, /Dit wachtwoord klopt niet/)
  box.later(60)
  const fresh = await (await visitor.get('/account/tweede-stap')).text()
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(fresh)?.[1] ?? '').replaceAll(' ', '')
  assert.notEqual(secret, old)
  assert.equal((await visitor.post('/account/tweede-stap', { password: 'paarse olifant in de sloot', code: codeOf(box, secret) })).status, 200)
  box.later(60)
  const later = await signIn(box, person, { ip: ip() })
  assert.equal(codeWas(await later.post('/tweede-stap', { code: codeOf(box, old) })), 401)
  assert.equal(codeWas(await later.post('/tweede-stap', { code: codeOf(box, secret) })), 303)
})

test('the demo world says that the second step is off', async () => {
  const demo = await organisation(box, { isDemo: true })
  const real = await organisation(box, { secondFactorRequired: true })
  const visitor = await signIn(box, { email: 'x@voorbeeld.example' }, { ip: ip() })
  assert.match(await (await visitor.get(`/${demo.slug}/inloggen`)).text(), /tweede stap bij het inloggen .* staat hier uit/)
  assert.doesNotMatch(await (await visitor.get(`/${real.slug}/inloggen`)).text(), /staat hier uit/)
})
