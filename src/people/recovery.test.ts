import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { browser, codeOf, enrol, goodPassword, member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

describe('an administrator helps somebody back in (M-10)', () => {
  let box: Sandbox
  before(async () => {
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey)
  })
  let last = 10
  const ip = () => `198.51.111.${last++}`
  const linkOn = (html: string): string => /value="http:\/\/waarborg\.test(\/[^"]+\/uitnodiging\/[\w-]{43})"/.exec(html)?.[1] ?? assert.fail('no link shown')

  async function cast() {
    const tenant = await organisation(box)
    const admin = await member(box, tenant, { roles: [{ role: 'administrator' }], name: 'Bea Beheer' })
    const person = await member(box, tenant, { name: 'Vera Vergeten' })
    const { secret } = await enrol(box, await signIn(box, person, { ip: ip() }))
    const visitor = await signIn(box, admin, { ip: ip() })
    return { tenant, admin, person, secret, visitor, at: (who: { personId: string }) => `/${tenant.slug}/beheer/personen/${who.personId}/herstel` }
  }

  test('password and second step lost: the second step protects the account until the link is used', async () => {
    const { tenant, person, secret, visitor, at } = await cast()
    const link = linkOn(await (await visitor.post(at(person), { lost: ['password', 'second_factor'] })).text())
    box.later(60)
    const old = await signIn(box, person, { ip: ip() })
    assert.match(old.led.headers.get('location') ?? '', /tweede-stap/, 'the old password still asks for the second step')
    assert.equal((await old.post('/tweede-stap', { code: codeOf(box, secret) })).status, 303)

    const self = browser(box.app, { ip: ip() })
    assert.match(await (await self.get(link)).text(), /vervalt ook uw tweede stap/)
    assert.equal((await self.post(link, { password: 'kort', again: 'kort' })).status, 400)
    box.later(60)
    assert.match((await signIn(box, person, { ip: ip() })).led.headers.get('location') ?? '', /tweede-stap/, 'a refused password used nothing up')
    assert.equal((await self.post(link, { password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' })).status, 303)
    assert.equal((await old.get(`/${tenant.slug}`)).status, 303, 'old sessions are gone')
    const free = await signIn(box, person, { password: 'zeven wilde ganzen', ip: ip() })
    assert.equal(free.led.headers.get('location'), '/organisaties')
    const events = await tenant.scoped((scope) => scope.tx.selectFrom('sign_in_event').select('what')
      .where('account_id', '=', person.accountId).where('what', 'in', ['password_changed', 'second_factor_removed']).orderBy('id').execute())
    assert.deepEqual(events.map(({ what }) => what), ['password_changed', 'second_factor_removed'])
    const verbs = await tenant.scoped((scope) => scope.tx.selectFrom('history_event').select('verb').where('entry_id', '=', person.personId).orderBy('id').execute())
    assert.deepEqual(verbs.map(({ verb }) => verb), ['add', 'grant_role', 'recovery_link', 'recovered'])
  })

  test('only the password lost: the second step stays', async () => {
    const { person, visitor, at } = await cast()
    const link = linkOn(await (await visitor.post(at(person), { lost: 'password' })).text())
    await browser(box.app, { ip: ip() }).post(link, { password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' })
    box.later(60)
    assert.match((await signIn(box, person, { password: 'zeven wilde ganzen', ip: ip() })).led.headers.get('location') ?? '', /tweede-stap/)
  })

  test('a link of before doesn’t take the second step away from an account that serves another organisation by now', async () => {
    const { person, visitor, at } = await cast()
    const link = linkOn(await (await visitor.post(at(person), { lost: ['password', 'second_factor'] })).text())
    const elsewhere = await organisation(box)
    await member(box, elsewhere, { accountId: person.accountId, email: person.email })
    const refused = await browser(box.app, { ip: ip() }).post(link, { password: 'zeven wilde ganzen', again: 'zeven wilde ganzen' })
    assert.equal(refused.status, 400)
    assert.match(await refused.text(), /hoort bij meer organisaties/)
    box.later(60)
    assert.match((await signIn(box, person, { ip: ip(), password: goodPassword })).led.headers.get('location') ?? '', /tweede-stap/)
  })

  test('refused: nothing chosen, no account, turned off, somebody of elsewhere, and oneself', async () => {
    const { tenant, admin, person, visitor, at } = await cast()
    const other = await cast()
    assert.match(await (await visitor.post(at(person), {})).text(), /Kies wat deze persoon kwijt is/)
    assert.match(await (await visitor.post(at(admin), { lost: 'second_factor' })).text(), /bij “Mijn account”/)
    assert.equal((await visitor.post(at(other.person), { lost: 'password' })).status, 404)
    const { personId } = await tenant.scoped(async (scope) => {
      const row = { organisation_id: tenant.id, id: crypto.randomUUID(), name: 'Nog Niet', email: `nog-${tenant.slug}@voorbeeld.example`, created_at: scope.now }
      await scope.tx.insertInto('person').values(row).execute()
      return { personId: row.id }
    })
    assert.match(await (await visitor.post(at({ personId }), { lost: 'password' })).text(), /nog geen account/)
    assert.match(await (await visitor.post(`/${tenant.slug}/beheer/personen/${person.personId}/link`, {})).text(), /al een account/)
    await tenant.scoped((scope) => scope.tx.updateTable('person').set({ is_active: false }).where('id', '=', person.personId).execute())
    assert.match(await (await visitor.post(at(person), { lost: 'password' })).text(), /uitgezet/)
  })
})
