import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { testDatabase } from '../../test/support/database.ts'
import { newId } from '../ground/ids.ts'
import { Invalid, Refusal } from '../ground/refusals.ts'
import { type Actor, inScope } from '../ground/scope.ts'
import { dayOf } from '../ground/clock.ts'
import { makeToken, type TokenInput } from './api-tokens.ts'
import { addDepartment } from './departments.ts'
import { callerScope, type TokenEnv, withToken } from './token-door.ts'
import { publicUrl, member, organisation, sandbox, type Sandbox, signIn, type Tenant } from '../../test/support/people.ts'

const registers = [{ key: 'processing-activities', words: { nl: 'Verwerkingen', en: 'Processing activities' } }, { key: 'systems', words: { nl: 'Systemen', en: 'Systems' } }] as const
const role = (one: string, departmentId: string | null = null) => [{ role: one, departmentId }]

describe('tokens for programs (M-10)', () => {
  let box: Sandbox
  let api: Hono<TokenEnv>
  before(async () => {
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey, { registers })
    api = new Hono<TokenEnv>()
    api.onError((error, c) => (error instanceof Refusal ? c.json({ name: error.name, message: error.message }, error.status) : c.text(String(error), 500)))
    api.use('/api/v1/:slug/*', withToken(box.house))
    api.all('/api/v1/:slug/who', async (c) => c.json({ ...c.get('caller').actor, slug: c.get('caller').organisation.slug, seen: await callerScope(c, box.house, async (scope) => (await scope.tx.selectFrom('department').select('name').execute()).map(({ name }) => name)) }))
  })
  let last = 10
  const ip = () => `198.51.107.${last++}`

  async function administrator() {
    const tenant = await organisation(box)
    const admin = await member(box, tenant, { roles: [{ role: 'administrator' }], name: 'Bea Beheer' })
    return { tenant, admin, visitor: await signIn(box, admin, { ip: ip() }), at: (path: string) => `/${tenant.slug}/beheer/${path}` }
  }
  const ask = (slug: string, authorization: string | undefined, options: { method?: string; ip?: string } = {}) =>
    api.request(`${publicUrl}/api/v1/${slug}/who`, { method: options.method ?? 'GET', headers: authorization === undefined ? {} : { authorization } }, { incoming: { socket: { remoteAddress: options.ip ?? '192.0.2.9' } } })
  const days = (count: number) => dayOf(new Date(box.house.clock().getTime() + count * 86_400_000))
  const make = (tenant: Tenant, input: Partial<TokenInput> = {}) => tenant.scoped((scope) =>
    makeToken(scope, box.house, { name: `Token ${newId().slice(-6)}`, grants: role('auditor'), registers: undefined, mayWrite: false, expiresOn: days(30), ...input }))
  const form = { name: 'Zaaksysteem', 'roles.0.role': 'privacy_officer', 'roles.0.department': '', reach: 'all', access: 'read' }

  test('an administrator makes one; it is shown once, kept as a hash, and opens the API with its roles', async () => {
    const { tenant, visitor, at } = await administrator()
    const html = await (await visitor.get(at('tokens/nieuw'))).text()
    assert.match(html, new RegExp(`name="expiresOn"[^>]*value="${days(90)}"`), 'ninety days unless asked otherwise')
    const made = await (await visitor.post(at('tokens/nieuw'), { ...form, expiresOn: days(90) })).text()
    const token = /value="(wbg_[a-z0-9]{8}_[\w-]{43})"/.exec(made)?.[1] ?? assert.fail(made.slice(-1500))
    const id = /beheer\/tokens\/([0-9a-f-]{36})"/.exec(made)?.[1] ?? ''
    const who = await (await ask(tenant.slug, `Bearer ${token}`)).json() as Record<string, unknown>
    assert.deepEqual(who, { kind: 'token', tokenId: id, assignments: [{ role: 'privacy_officer' }], mayWrite: false, slug: tenant.slug, seen: [] })
    for (const path of ['tokens', `tokens/${id}`]) {
      const page = await (await visitor.get(at(path))).text()
      assert.ok(page.includes(token.slice(4, 12)) && !page.includes(token.slice(13)), path)
      assert.match(page, /Alleen lezen/)
    }
    const stored = await tenant.scoped((scope) => sql<{ row: string }>`select to_jsonb(k)::text as row from api_token k where organisation_id = ${tenant.id}`.execute(scope.tx))
    assert.ok(!stored.rows[0]!.row.includes(token.slice(13)))
    const events = await tenant.scoped((scope) => scope.tx.selectFrom('history_event').select(['verb', 'person_id']).where('entry_id', '=', id).execute())
    assert.equal(events.length, 1)
    assert.match(await (await visitor.get(at(`tokens/${id}`))).text(), /Token gemaakt/)
  })

  test('every other token gets one and the same answer', async () => {
    const { tenant, visitor, at } = await administrator()
    const other = await organisation(box)
    const [good, revoked, theirs] = [await make(tenant), await make(tenant), await make(other)]
    const short = await make(tenant, { expiresOn: days(1) })
    assert.equal((await visitor.post(at(`tokens/${revoked.id}/intrekken`), {})).status, 303)
    box.later(3 * 86_400)
    assert.equal((await ask(tenant.slug, `Bearer ${good.token}`)).status, 200)
    assert.equal((await ask(other.slug, `Bearer ${theirs.token}`)).status, 200)
    const answers = [
      await ask(tenant.slug, undefined), await ask(tenant.slug, 'Bearer'), await ask(tenant.slug, `Basic ${good.token}`), await ask(tenant.slug, `Bearer ${good.token}x`), await ask(tenant.slug, 'Bearer wbg_aaaaaaaa_' + 'a'.repeat(43)),
      await ask(tenant.slug, `Bearer ${good.token.slice(0, 13)}${'a'.repeat(43)}`), await ask(tenant.slug, `Bearer ${revoked.token}`), await ask(tenant.slug, `Bearer ${short.token}`),
      await ask(tenant.slug, `Bearer ${theirs.token}`), await ask(other.slug, `Bearer ${good.token}`), await ask('bestaat-niet', `Bearer ${good.token}`),
    ]
    const said = await Promise.all(answers.map(async (answer) => `${answer.status} ${answer.headers.get('www-authenticate')} ${await answer.text()}`))
    assert.equal(new Set(said).size, 1, said.join('\n'))
    assert.match(said[0]!, /^401 Bearer .*NotSignedIn/)
    assert.equal((await ask(tenant.slug, `bearer  ${good.token}`)).headers.get('www-authenticate'), null)
  })

  test('a token works through its last day, and not on the next', async () => {
    const { tenant } = await administrator()
    const { token } = await make(tenant, { expiresOn: days(2) })
    box.setClock(`${days(2)}T20:00:00Z`)
    assert.equal((await ask(tenant.slug, `Bearer ${token}`)).status, 200)
    box.later(4 * 3600)
    assert.equal((await ask(tenant.slug, `Bearer ${token}`)).status, 401)
  })

  test('it reaches its department with those below, its registers, and changes nothing unless it may', async () => {
    const { tenant } = await administrator()
    const [top, leaf] = await tenant.scoped(async (scope) => {
      const above = await addDepartment(scope, { name: 'Sociaal' })
      return [above, await addDepartment(scope, { name: 'Bijstand', parentId: above })] as const
    })
    const reader = await make(tenant, { grants: role('process_owner', top), registers: ['systems'] })
    const writer = await make(tenant, { grants: role('employee'), mayWrite: true })
    const who = await (await ask(tenant.slug, `Bearer ${reader.token}`)).json() as Extract<Actor, { kind: 'token' }>
    assert.deepEqual([who.assignments, who.registers, who.mayWrite], [[{ role: 'process_owner', departmentIds: [top, leaf] }], ['systems'], false])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      assert.equal((await ask(tenant.slug, `Bearer ${reader.token}`, { method })).status, 403, method)
      assert.equal((await ask(tenant.slug, `Bearer ${writer.token}`, { method })).status, 200, method)
    }
  })

  test('P-12: the organisation’s own networks hold for programs too, and a refusal is written down once a minute', async () => {
    const { tenant } = await administrator()
    const { token } = await make(tenant)
    await tenant.scoped((scope) => scope.tx.insertInto('allowed_network').values({ organisation_id: tenant.id, id: newId(), network: '203.0.113.0/24' }).execute())
    for (let time = 0; time < 3; time++) assert.equal((await ask(tenant.slug, `Bearer ${token}`, { ip: '198.51.100.7' })).status, 403)
    assert.equal((await ask(tenant.slug, 'Bearer wbg_aaaaaaaa_' + 'a'.repeat(43), { ip: '198.51.100.7' })).status, 401, 'who has no token learns nothing of it')
    assert.equal((await ask(tenant.slug, `Bearer ${token}`, { ip: '203.0.113.5' })).status, 200)
    assert.equal((await ask(tenant.slug, `Bearer ${token}`, { ip: '::ffff:203.0.113.5' })).status, 200)
    const events = await tenant.scoped((scope) => scope.tx.selectFrom('sign_in_event').select('ip').where('organisation_id', '=', tenant.id).where('what', '=', 'network_refused').execute())
    assert.deepEqual(events, [{ ip: '198.51.100.7' }])
  })

  test('its last use is written with the address, at most once a minute', async () => {
    const { tenant } = await administrator()
    const { id, token } = await make(tenant)
    const used = () => tenant.scoped((scope) => scope.tx.selectFrom('api_token').select(['last_used_at', 'last_used_ip']).where('id', '=', id).executeTakeFirstOrThrow())
    assert.equal((await used()).last_used_at, null)
    await ask(tenant.slug, `Bearer ${token}`, { ip: '203.0.113.1' })
    const first = await used()
    box.later(50)
    await ask(tenant.slug, `Bearer ${token}`, { ip: '203.0.113.2' })
    assert.deepEqual(await used(), first)
    assert.equal(first.last_used_ip, '203.0.113.1')
    box.later(11)
    await ask(tenant.slug, `Bearer ${token}`, { ip: '203.0.113.2' })
    assert.deepEqual(await used(), { last_used_at: box.house.clock(), last_used_ip: '203.0.113.2' })
  })

  test('what can’t be accepted is said at its field, and makes nothing', async () => {
    const { tenant, visitor, at } = await administrator()
    const other = await organisation(box)
    const strange = await other.scoped((scope) => addDepartment(scope, { name: 'Vreemd' }))
    await make(tenant, { name: 'Bestaat' })
    const good = { ...form, expiresOn: days(10) }
    const cases: readonly [fields: Record<string, string | string[]>, field: string, words: RegExp][] = [
      [{ name: ' ' }, 'name', /Geef het token een naam/], [{ name: 'x'.repeat(101) }, 'name', /hoogstens 100/], [{ name: 'Bestaat' }, 'name', /al een werkend token/],
      [{ 'roles.0.role': '' }, 'roles-0-role', /Kies een rol/], [{ 'roles.0.role': 'iets' }, 'roles-0-role', /Kies een rol/], [{ 'roles.0.role': 'administrator' }, 'roles-0-role', /kan een programma niet krijgen/],
      [{ 'roles.0.role': 'process_owner' }, 'roles-0-department', /Kies de afdeling/], [{ 'roles.0.department': strange }, 'roles-0-department', /bestaat niet/], [{ 'roles.0.department': 'geen-id' }, 'roles-0-department', /bestaat niet/],
      [{ 'roles.0.role': 'dpo', 'roles.1.role': 'ciso' }, 'roles', /art\. 38 lid 6 AVG/], [{ reach: 'some' }, 'registers', /minstens één register/], [{ reach: 'some', registers: ['verzonnen'] }, 'registers', /bestaat niet/],
      [{ expiresOn: '' }, 'expiresOn', /Vul een einddatum in/], [{ expiresOn: 'ooit' }, 'expiresOn', /Vul een einddatum in/], [{ expiresOn: days(-1) }, 'expiresOn', /al voorbij/], [{ expiresOn: days(367) }, 'expiresOn', /hoogstens een jaar/],
    ]
    const count = () => tenant.scoped(async (scope) => (await scope.tx.selectFrom('api_token').select('id').execute()).length)
    const before = await count()
    for (const [fields, field, words] of cases) {
      const refused = await visitor.post(at('tokens/nieuw'), { ...good, ...fields })
      const html = await refused.text()
      assert.equal(refused.status, 400, JSON.stringify(fields))
      assert.match(html, words)
      assert.match(html, new RegExp(`href="#veld-${field}"`), JSON.stringify(fields))
    }
    assert.equal(await count(), before)
  })

  test('rows of roles come and go without saving, and what was typed stays', async () => {
    const { tenant, visitor, at } = await administrator()
    const more = await (await visitor.post(at('tokens/nieuw'), { ...form, reach: 'some', registers: ['systems'], expiresOn: days(9), _action: 'add:roles' })).text()
    assert.match(more, /name="roles\.1\.role"/)
    assert.match(more, /value="Zaaksysteem"/)
    assert.match(more, /value="systems" checked/)
    const fewer = await (await visitor.post(at('tokens/nieuw'), { ...form, 'roles.1.role': 'ciso', _action: 'remove:roles:0' })).text()
    assert.match(fewer, /<option value="ciso" selected/)
    assert.doesNotMatch(fewer, /name="roles\.1\.role"/)
    assert.equal((await tenant.scoped((scope) => scope.tx.selectFrom('api_token').select('id').execute())).length, 0)
    assert.equal((await visitor.post(at('tokens/nieuw'), { ...form, 'roles.7.role': 'ciso', 'roles.8._row': '1', expiresOn: days(9) })).status, 200, 'gaps and an empty row are no roles')
  })

  test('nobody gives a token more than he may give: only administrators, and never their own role', async () => {
    const { tenant, admin } = await administrator()
    const as = (assignments: Extract<Actor, { kind: 'person' }>['assignments'], wanted: string) => inScope(box.house.database, {
      organisation: tenant.organisation, now: box.house.clock(), actor: { kind: 'person', personId: admin.personId, accountId: admin.accountId, name: '', assignments },
    }, (scope) => makeToken(scope, box.house, { name: newId(), grants: role(wanted), registers: undefined, mayWrite: true, expiresOn: days(5) }))
    await assert.rejects(as([{ role: 'privacy_officer', departmentIds: undefined }], 'employee'), Invalid)
    await assert.rejects(as([{ role: 'administrator', departmentIds: undefined }], 'administrator'), Invalid)
    await as([{ role: 'administrator', departmentIds: undefined }], 'dpo')
  })

  test('a token of another organisation isn’t there; one whose maker left is marked', async () => {
    const { tenant, visitor, at, admin } = await administrator()
    const other = await administrator()
    const theirs = await make(other.tenant)
    assert.equal((await visitor.get(at(`tokens/${theirs.id}`))).status, 404)
    assert.equal((await visitor.post(at(`tokens/${theirs.id}/intrekken`), {})).status, 404)
    assert.equal((await visitor.get(at('tokens/geen-id'))).status, 404)
    assert.equal((await ask(other.tenant.slug, `Bearer ${theirs.token}`)).status, 200)

    const made = await (await visitor.post(at('tokens/nieuw'), { ...form, expiresOn: days(9) })).text()
    const id = /beheer\/tokens\/([0-9a-f-]{36})"/.exec(made)?.[1] ?? ''
    assert.doesNotMatch(await (await visitor.get(at('tokens'))).text(), /geen beheerder meer/)
    const next = await member(box, tenant, { roles: [{ role: 'administrator' }] })
    const heir = await signIn(box, next, { ip: ip() })
    await heir.post(at(`personen/${admin.personId}/toegang`), { active: 'nee' })
    assert.match(await (await heir.get(at('tokens'))).text(), /geen beheerder meer/)
    assert.equal((await heir.post(at(`tokens/${id}/intrekken`), {})).status, 303)
    const again = await heir.post(at(`tokens/${id}/intrekken`), {})
    assert.equal(again.status, 400)
    assert.match(await again.text(), /al ingetrokken/)
  })
})
