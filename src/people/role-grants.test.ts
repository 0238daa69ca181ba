import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { inScope } from '../ground/scope.ts'
import { dayOf } from '../ground/clock.ts'
import { grantRole, rolesToday } from './persons.ts'
import { member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

const permissions = () => [{ register: { nl: 'Verwerkingen', en: 'Processing activities' }, verbs: [{ words: { nl: 'Vaststellen', en: 'Activate' }, roles: ['process_owner' as const] }] }]

describe('roles: who holds which, until when and why (M-10)', () => {
  let box: Sandbox
  before(async () => {
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey, { permissions })
  })
  let last = 10
  const ip = () => `198.51.110.${last++}`
  const day = (days: number) => dayOf(new Date(box.house.clock().getTime() + days * 86_400_000))

  async function administrator() {
    const tenant = await organisation(box)
    const admin = await member(box, tenant, { roles: [{ role: 'administrator' }], name: 'Bea Beheer' })
    return { tenant, admin, visitor: await signIn(box, admin, { ip: ip() }), at: (path: string) => `/${tenant.slug}/beheer/${path}` }
  }

  test('who gives a role says why; the page and the history show by whom', async () => {
    const { tenant, visitor, at } = await administrator()
    const person = await member(box, tenant, { name: 'Piet Precies' })
    const path = at(`personen/${person.personId}/rollen`)
    const refused = await visitor.post(path, { role: 'privacy_officer' })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /href="#veld-reason"[^>]*>Schrijf op waarom/)
    assert.equal((await visitor.post(path, { role: 'privacy_officer', reason: 'x'.repeat(501) })).status, 400)
    assert.equal((await visitor.post(path, { role: 'privacy_officer', reason: 'Vervangt <b>Klaas</b>' })).status, 303)
    for (const page of ['rollen', 'rollen?rol=privacy_officer', 'rollen/geschiedenis', `personen/${person.personId}`]) {
      const html = await (await visitor.get(at(page))).text()
      assert.match(html, /Piet Precies/, page)
      assert.match(html, /Vervangt &lt;b&gt;Klaas/, page)
      assert.match(html, /Bea Beheer/, page)
    }
    assert.doesNotMatch(await (await visitor.get(at('rollen?rol=ciso'))).text(), /Piet Precies/)
    assert.match(await (await visitor.get(at('rollen?rol=employee'))).text(), /Piet Precies/)
    const other = await administrator()
    for (const page of ['rollen', 'rollen/geschiedenis']) assert.doesNotMatch(await (await other.visitor.get(other.at(page))).text(), /Piet Precies/)
  })

  test('an auditor has the role for a period: it must have an end, the page says so, and access stops by itself', async () => {
    const { tenant, visitor, at } = await administrator()
    const person = await member(box, tenant, { roles: [], name: 'Anna Audit' })
    const path = at(`personen/${person.personId}/rollen`)
    const refused = await visitor.post(path, { role: 'auditor', reason: 'Jaarcontrole' })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /href="#veld-validUntil"/)
    assert.match(await (await visitor.post(path, { role: 'auditor', reason: 'Jaarcontrole', validFrom: day(5), validUntil: day(4) })).text(), /ligt voor de begindatum/)
    assert.match(await (await visitor.post(path, { role: 'auditor', reason: 'Jaarcontrole', validFrom: day(-1), validUntil: day(4) })).text(), /niet in het verleden/)
    assert.match(await (await visitor.post(path, { role: 'auditor', reason: 'Jaarcontrole', validUntil: 'straks' })).text(), /Vul een datum in/)
    assert.equal((await visitor.post(path, { role: 'auditor', reason: 'Jaarcontrole', validFrom: day(2), validUntil: day(20) })).status, 303)
    assert.doesNotMatch(await (await visitor.get(at('rollen'))).text(), /loopt bijna af/)

    const roles = async () => (await (await signIn(box, person, { ip: ip() })).get(`/${tenant.slug}`)).text()
    assert.doesNotMatch(await roles(), /auditor/, 'not before it begins')
    box.later(10 * 86_400)
    assert.match(await roles(), /"role":"auditor"/)
    const anew = await signIn(box, { email: (await tenant.scoped((scope) => scope.tx.selectFrom('person').select('email').where('name', '=', 'Bea Beheer').executeTakeFirstOrThrow())).email }, { ip: ip() })
    assert.match(await (await anew.get(at('rollen'))).text(), /loopt bijna af/)
    const open = await signIn(box, person, { ip: ip() })
    box.setClock(`${day(10)}T22:30:00Z`)
    const next = await signIn(box, person, { ip: ip() })
    assert.match(await (await next.get(`/${tenant.slug}`)).text(), /auditor/, 'through the last day')
    box.later(3600)
    assert.doesNotMatch(await (await next.get(`/${tenant.slug}`)).text(), /auditor/, 'and the same session loses it at midnight')
    assert.equal((await open.get(`/${tenant.slug}`)).status, 303)
  })

  test('a role that is held already takes over the new end and reason', async () => {
    const { tenant, visitor, at } = await administrator()
    const person = await member(box, tenant, { roles: [] })
    const path = at(`personen/${person.personId}/rollen`)
    await visitor.post(path, { role: 'auditor', reason: 'Jaarcontrole', validUntil: day(20) })
    assert.equal((await visitor.post(path, { role: 'auditor', reason: 'Duurt langer', validUntil: day(40) })).status, 303)
    const held = await tenant.scoped((scope) => rolesToday(scope, person.personId))
    assert.deepEqual(held.map(({ role, validUntil, reason }) => [role, validUntil, reason]), [['auditor', day(40), 'Duurt langer']])
    assert.match(await (await visitor.get(at('rollen/geschiedenis'))).text(), /Rol gewijzigd/)
  })

  test('of two roles that don’t go together, given at the same moment, one is refused (art. 38 lid 6 AVG)', async () => {
    const { tenant } = await administrator()
    const person = await member(box, tenant, { roles: [] })
    const outcomes = await Promise.allSettled((['dpo', 'ciso'] as const).map((role) => tenant.scoped((scope) => grantRole(scope, person.personId, { role }))))
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  })

  test('roles that follow each other don’t clash; those that overlap do', async () => {
    const { tenant } = await administrator()
    const person = await member(box, tenant, { roles: [{ role: 'ciso', validFrom: day(10) }] })
    const give = (validUntil: string) => tenant.scoped((scope) => grantRole(scope, person.personId, { role: 'dpo', validUntil }))
    await assert.rejects(give(day(10)), { name: 'Invalid' })
    await give(day(9))
  })

  test('only an administrator gives roles, whatever the door', async () => {
    const { tenant, admin } = await administrator()
    const person = await member(box, tenant)
    const actors = [
      { kind: 'person', personId: admin.personId, accountId: admin.accountId, name: '', assignments: [{ role: 'privacy_officer', departmentIds: undefined }] },
      { kind: 'token', tokenId: 'x', assignments: [{ role: 'administrator', departmentIds: undefined }], registers: undefined, mayWrite: true },
      { kind: 'public' },
    ] as const
    for (const actor of actors) {
      await assert.rejects(inScope(box.house.database, { organisation: tenant.organisation, actor, now: box.house.clock() }, (scope) => grantRole(scope, person.personId, { role: 'iso', reason: 'x' })), { name: 'NotAllowed' }, actor.kind)
    }
  })

  test('the matrix says what each role may do, and the page which roles don’t go together', async () => {
    const { tenant, visitor, at } = await administrator()
    const matrix = await (await visitor.get(at('rollen/rechten'))).text()
    assert.match(matrix, /Verwerkingen/)
    assert.match(matrix, /Vaststellen/)
    assert.equal(matrix.match(/aria-label="Mag"/g)?.length, 1 + 6)
    const page = await (await visitor.get(at('rollen'))).text()
    assert.match(page, /een CISO bepaalt de beveiliging/)
    assert.doesNotMatch(page, /Deze rollen gaan niet samen/)
    const clash = await member(box, tenant, { roles: [{ role: 'dpo' }], name: 'Bart Botsing' })
    await tenant.scoped((scope) => scope.tx.insertInto('role_assignment').values({ organisation_id: tenant.id, id: crypto.randomUUID(), person_id: clash.personId, role: 'ciso', valid_from: '2020-01-01' }).execute())
    assert.match(await (await visitor.get(at('rollen'))).text(), /Deze rollen gaan niet samen[\s\S]*Bart Botsing<\/a>: Dit gaat niet samen/)
  })
})
