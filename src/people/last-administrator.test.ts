import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { newId } from '../ground/ids.ts'
import { dayOf } from '../ground/clock.ts'
import { createAccount } from './accounts.ts'
import { saveProvider } from './identity-provider.ts'
import { personOfClaims } from './oidc-person.ts'
import { addPerson, endRole, grantRole, rolesToday, setActive } from './persons.ts'
import { member, organisation, sandbox, type Sandbox, signIn, type Tenant } from '../../test/support/people.ts'

describe('an organisation always keeps an administrator (M-10)', () => {
  let box: Sandbox
  before(async () => {
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey)
  })
  let last = 10
  const ip = () => `198.51.109.${last++}`
  const administrator = (tenant: Tenant, name: string) => member(box, tenant, { roles: [{ role: 'administrator' }], name })
  const administration = (tenant: Tenant, personId: string) => tenant.scoped(async (scope) => (await rolesToday(scope, personId)).find(({ role }) => role === 'administrator')?.id ?? assert.fail('no administrator'))
  const day = (days: number) => dayOf(new Date(box.house.clock().getTime() + days * 86_400_000))
  const provider = {
    label: 'Inloggen', issuer: 'https://login.voorbeeld.nl', clientId: 'abc', clientSecret: 'geheim', scopes: 'openid', emailClaim: 'email', nameClaim: 'name', groupsClaim: 'groups',
    acceptedAcr: [], acceptedAmr: [], mayCreatePersons: false, isEnabled: true, mappings: [],
  }

  test('two who end each other’s role at the same moment: one succeeds, the other is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const tenant = await organisation(box)
      const [one, other] = [await administrator(tenant, 'Een'), await administrator(tenant, 'Ander')]
      const visitors = [await signIn(box, one, { ip: ip() }), await signIn(box, other, { ip: ip() })]
      const [mine, theirs] = [await administration(tenant, one.personId), await administration(tenant, other.personId)]
      const answers = await Promise.all([
        visitors[0]!.post(`/${tenant.slug}/beheer/personen/${other.personId}/rollen`, { end: theirs }), visitors[1]!.post(`/${tenant.slug}/beheer/personen/${one.personId}/rollen`, { end: mine }),
      ])
      const left = await tenant.scoped((scope) => scope.tx.selectFrom('role_assignment').select('id').where('role', '=', 'administrator').execute())
      assert.equal(left.length, 1)
      // The slower one may already find the door shut.
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
      assert.equal(statuses[0], 303)
      assert.ok([400, 403].includes(statuses[1]!), String(statuses))
    }
  })

  test('the same in the transaction itself: turning off and ending wait for each other', async () => {
    const tenant = await organisation(box)
    const people = [await administrator(tenant, 'A'), await administrator(tenant, 'B'), await administrator(tenant, 'C')]
    const roles = await Promise.all(people.map(({ personId }) => administration(tenant, personId)))
    const outcomes = await Promise.allSettled([
      tenant.scoped((scope) => setActive(scope, people[0]!.personId, false)),
      tenant.scoped((scope) => endRole(scope, people[1]!.personId, roles[1]!)),
      tenant.scoped((scope) => grantRole(scope, people[2]!.personId, { role: 'administrator', validUntil: day(3) })),
    ])
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    assert.equal(refused.length, 1, JSON.stringify(outcomes))
    assert.match(String((refused[0] as PromiseRejectedResult).reason), /laatste beheerder/)
  })

  test('somebody without a working account doesn’t count', async () => {
    const tenant = await organisation(box)
    const only = await administrator(tenant, 'Enige')
    await tenant.scoped((scope) => addPerson(scope, { name: 'Uitgenodigd', email: `u-${tenant.slug}@voorbeeld.example`, roles: [{ role: 'administrator' }] }))
    const closed = await administrator(tenant, 'Uitgezet')
    await tenant.scoped((scope) => setActive(scope, closed.personId, false))
    const withoutWay = await createAccount(box.house.database, box.house.clock(), { email: null })
    await member(box, tenant, { roles: [{ role: 'administrator' }], accountId: withoutWay })
    const id = await administration(tenant, only.personId)
    await assert.rejects(tenant.scoped((scope) => endRole(scope, only.personId, id)), /laatste beheerder die kan inloggen/)
    await assert.rejects(tenant.scoped((scope) => setActive(scope, only.personId, false)), /laatste beheerder die kan inloggen/)
    await box.house.database.insertInto('passkey').values({ id: newId(), account_id: withoutWay, credential_id: Buffer.from(newId()), public_key: Buffer.from('x'), sign_count: 0, name: 'Sleutel', created_at: box.house.clock() }).execute()
    await tenant.scoped((scope) => endRole(scope, only.personId, id))
  })

  test('whose role ends by itself doesn’t count as the one who stays', async () => {
    const tenant = await organisation(box)
    const [only, temporary] = [await administrator(tenant, 'Vast'), await member(box, tenant, { roles: [{ role: 'administrator', validUntil: day(30) }], name: 'Tijdelijk' })]
    const id = await administration(tenant, only.personId)
    await assert.rejects(tenant.scoped((scope) => endRole(scope, only.personId, id)), /laatste beheerder zonder einddatum/)
    await assert.rejects(tenant.scoped((scope) => grantRole(scope, only.personId, { role: 'administrator', validUntil: day(90) })), /laatste beheerder zonder einddatum/)
    await tenant.scoped((scope) => grantRole(scope, temporary.personId, { role: 'administrator', validUntil: null }))
    await tenant.scoped((scope) => grantRole(scope, only.personId, { role: 'administrator', validUntil: day(90) }))
    await tenant.scoped((scope) => endRole(scope, only.personId, id))
  })

  test('groups of the sign-in service don’t take the last one away, and the service isn’t turned off under the only one who needs it', async () => {
    const tenant = await organisation(box)
    const mappings = [{ id: newId(), group: 'beheer', role: 'administrator' as const, departmentId: null }]
    await tenant.scoped((scope) => saveProvider(scope, { ...provider, mappings }, false))
    const email = `i-${tenant.slug}@voorbeeld.example`
    await tenant.scoped((scope) => addPerson(scope, { name: 'Ingrid', email }))
    const signInWith = (groups: string[]) => tenant.scoped((scope) => personOfClaims(scope, { ...provider, revision: 1 }, mappings, { sub: 'ingrid', iss: provider.issuer, aud: 'abc', iat: 0, exp: 0, email, email_verified: true, groups }))
    const { personId } = await signInWith(['beheer'])
    const held = () => tenant.scoped(async (scope) => (await rolesToday(scope, personId)).map(({ role }) => role))
    assert.deepEqual(await held(), ['administrator'])
    await signInWith([])
    assert.deepEqual(await held(), ['administrator'], 'kept, or nobody could mend the groups')
    await assert.rejects(tenant.scoped((scope) => saveProvider(scope, { ...provider, isEnabled: false }, false)), /geen enkele beheerder meer inloggen/)
    await administrator(tenant, 'Met wachtwoord')
    await tenant.scoped((scope) => saveProvider(scope, { ...provider, isEnabled: false }, false))
    await tenant.scoped((scope) => saveProvider(scope, provider, false))
    await signInWith([])
    assert.deepEqual(await held(), [])
  })

  test('an administrator isn’t one for a department only, by hand or by a group', async () => {
    const tenant = await organisation(box)
    const person = await administrator(tenant, 'Breed')
    const department = newId()
    await tenant.scoped((scope) => scope.tx.insertInto('department').values({ organisation_id: tenant.id, id: department, name: 'Sociaal' }).execute())
    await assert.rejects(tenant.scoped((scope) => grantRole(scope, person.personId, { role: 'administrator', departmentId: department })), { faults: [{ at: 'roleDepartment', message: 'Een beheerder beheert de hele organisatie. Laat de afdeling leeg.' }] })
    await assert.rejects(tenant.scoped((scope) => saveProvider(scope, { ...provider, mappings: [{ group: 'x', role: 'administrator', departmentId: department }] }, false)), { name: 'Invalid' })
  })
})
