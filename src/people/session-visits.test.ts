import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

describe('who is signed in to an organisation now (M-10)', () => {
  let box: Sandbox
  before(async () => {
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey)
  })
  let last = 10
  const ip = () => `198.51.108.${last++}`

  async function administrator() {
    const tenant = await organisation(box)
    const admin = await member(box, tenant, { roles: [{ role: 'administrator' }], name: 'Bea Beheer' })
    const visitor = await signIn(box, admin, { ip: ip() })
    const at = `/${tenant.slug}/beheer/sessies`
    return { tenant, admin, visitor, at, shown: async () => (await visitor.get(at)).text() }
  }
  const sessionsOn = (html: string) => [...html.matchAll(/name="session" value="([^"]+)"/g)].map((found) => found[1]!)

  test('a member who came in is shown with device, address and how; the administrator ends it', async () => {
    const { tenant, visitor, at, shown } = await administrator()
    const person = await member(box, tenant, { name: 'Zichtbare Zus' })
    const there = await signIn(box, person, { ip: '203.0.113.44' })
    assert.doesNotMatch(await shown(), /Zichtbare Zus/, 'signed in, but not here yet')
    await there.get(`/${tenant.slug}`)
    const html = await shown()
    assert.match(html, /Zichtbare Zus/)
    assert.match(html, /203\.0\.113\.44/)
    assert.match(html, /Firefox op Windows/)
    assert.match(html, /Wachtwoord, zonder tweede stap/)
    assert.match(html, /Uw sessie/)
    const id = new RegExp('name="session" value="([^"]+)"><span>[^<]*<span class="wb-hidden"> Zichtbare Zus').exec(html)?.[1] ?? assert.fail('no button')
    assert.equal((await visitor.post(at, { session: id })).status, 303)
    assert.equal((await there.get(`/${tenant.slug}`)).status, 303, 'the session is gone')
    assert.doesNotMatch(await shown(), /Zichtbare Zus/)
    assert.equal((await visitor.post(at, { session: id })).status, 404, 'what isn’t shown can’t be ended')
    const verbs = await tenant.scoped((scope) => scope.tx.selectFrom('history_event').select('verb').where('entry_id', '=', person.personId).execute())
    assert.ok(verbs.some(({ verb }) => verb === 'end_session'))
  })

  test('another organisation’s sessions aren’t shown and can’t be ended, nor is what a shared session does there', async () => {
    const here = await administrator()
    const there = await administrator()
    const person = await member(box, here.tenant, { name: 'Gedeelde Geert' })
    await member(box, there.tenant, { accountId: person.accountId, email: person.email, name: 'Gedeelde Geert' })
    const visitor = await signIn(box, person, { ip: '203.0.113.60' })
    await visitor.get(`/${there.tenant.slug}`)
    assert.doesNotMatch(await here.shown(), /Gedeelde Geert/, 'only there')
    const theirs = sessionsOn(await there.shown())
    for (const session of [...theirs, 'geen-id', '']) assert.equal((await here.visitor.post(here.at, { session })).status, 404, session)

    await visitor.get(`/${here.tenant.slug}`)
    const seen = await here.shown()
    assert.match(seen, /Gedeelde Geert/)
    box.later(100 * 60)
    await visitor.get(`/${there.tenant.slug}`)
    for (const one of [here, there]) await one.visitor.get(one.at)
    const moments = (html: string) => [...html.matchAll(/data-label="Laatst gezien"><div>([^<]+)/g)].map((found) => found[1])
    assert.ok((await here.shown()).includes(moments(seen)[0]!), 'the use elsewhere doesn’t move the moment here')
    box.later(30 * 60)
    for (const one of [here, there]) await one.visitor.get(one.at)
    assert.doesNotMatch(await here.shown(), /Gedeelde Geert/, 'kept awake elsewhere, and that is nobody’s business here')
    assert.match(await there.shown(), /Gedeelde Geert/)
  })

  test('a visit is written at most once a minute, and old ones are forgotten', async () => {
    const { tenant } = await administrator()
    const person = await member(box, tenant)
    const visitor = await signIn(box, person, { ip: ip() })
    const session = await box.house.database.selectFrom('session').select('id').where('account_id', '=', person.accountId).executeTakeFirstOrThrow()
    const visit = () => tenant.scoped((scope) => scope.tx.selectFrom('session_visit').select(['first_seen_at', 'last_seen_at']).where('session_id', '=', session.id).executeTakeFirst())
    await visitor.get(`/${tenant.slug}`)
    const first = await visit()
    box.later(60)
    await visitor.get(`/${tenant.slug}`)
    assert.deepEqual(await visit(), first)
    box.later(1)
    await visitor.get(`/${tenant.slug}`)
    assert.deepEqual(await visit(), { first_seen_at: first?.first_seen_at, last_seen_at: box.house.clock() })
    box.later(25 * 3600)
    await (await signIn(box, person, { ip: ip() })).get(`/${tenant.slug}`)
    assert.equal(await visit(), undefined)
  })

  test('whoever has to take the second step first isn’t in yet', async () => {
    const tenant = await organisation(box, { secondFactorRequired: true })
    const person = await member(box, tenant)
    await (await signIn(box, person, { ip: ip() })).get(`/${tenant.slug}`)
    assert.deepEqual(await tenant.scoped((scope) => scope.tx.selectFrom('session_visit').select('session_id').execute()), [])
  })
})
