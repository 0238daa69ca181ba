import { before, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { enrol, goodPassword, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'
import { recoverAccount } from './account-recovery.ts'

let box: Sandbox
before(async () => {
  const { app, masterKey } = await testDatabase()
  box = sandbox(app, masterKey)
})
let last = 10
const ip = () => `198.51.105.${last++}`

async function lockedOut() {
  const tenant = await organisation(box, { secondFactorRequired: true })
  const person = await member(box, tenant, { roles: [{ role: 'administrator' }] })
  const visitor = await signIn(box, person, { ip: ip() })
  await enrol(box, visitor)
  return { tenant, person, visitor }
}

const recover = (email: string, lost: { password: boolean; secondFactor: boolean }) => recoverAccount(box.house.database, box.house.clock(), email, lost)

test('M-10: the only administrator who lost everything comes in again, and both are noted for the person and the organisation', async () => {
  const { tenant, person, visitor } = await lockedOut()
  const password = await recover(person.email.toUpperCase(), { password: true, secondFactor: true })
  assert.equal((await visitor.get(`/${tenant.slug}`)).status, 303, 'sessions ended')
  assert.equal((await signIn(box, person, { ip: ip() })).led.status, 401, 'the old password is void')
  const back = await signIn(box, person, { ip: ip(), password: password ?? '', path: `/${tenant.slug}/inloggen` })
  assert.match(back.led.headers.get('location') ?? '', /^\/account\/tweede-stap/, 'a new second step is set at once')
  await enrol(box, back)
  const [own, noted] = [await (await back.get('/account')).text(), await (await back.get(`/${tenant.slug}/beheer/aanmeldingen`)).text()]
  for (const html of [own, noted]) assert.match(html, /Tweede stap gewist door een beheerder[\s\S]*Opdrachtregel/)
  assert.match(own, /Wachtwoord gewijzigd/)
})

test('only what is asked for is taken away', async () => {
  const { person } = await lockedOut()
  assert.equal(await recover(person.email, { password: false, secondFactor: true }), undefined)
  assert.equal((await signIn(box, person, { ip: ip() })).led.status, 303)
  const other = await lockedOut()
  const password = await recover(other.person.email, { password: true, secondFactor: false })
  assert.notEqual(password, goodPassword)
  assert.match((await signIn(box, other.person, { ip: ip(), password: password ?? '' })).led.headers.get('location') ?? '', /^\/tweede-stap/, 'the second step still stands')
})

test('an unknown address is refused', async () => {
  await assert.rejects(recover('niemand@voorbeeld.example', { password: true, secondFactor: true }), { name: 'Refused' })
})
