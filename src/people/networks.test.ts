import { before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { testDatabase } from '../../test/support/database.ts'
import { allowNetwork, clearNetworks, disallowNetwork, isWithin, listNetworks, readNetwork } from './networks.ts'
import { member, organisation, sandbox, type Sandbox, signIn } from '../../test/support/people.ts'

test('P-12: a typed network is read strictly and stored without stray bits', () => {
  const cases: readonly [typed: string, network: string | undefined][] = [
    ['192.0.2.17', '192.0.2.17/32'], ['192.0.2.17/24', '192.0.2.0/24'], [' 10.9.8.7/8 ', '10.0.0.0/8'], ['0.0.0.0/0', '0.0.0.0/0'], ['203.0.113.129/25', '203.0.113.128/25'],
    ['2001:db8::/32', '2001:db8::/32'], ['2001:0DB8:0:0::/32', '2001:db8::/32'], ['::1', '::1/128'], ['::ffff:192.0.2.17', '192.0.2.17/32'], ['::ffff:10.9.8.7/104', '10.0.0.0/8'],
    ['::ffff:c000:0211/120', '192.0.2.0/24'], ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1/32'], ['::ffff:10.0.0.0/64', undefined], ['fe80::1%eth0', undefined], ['::/0', '::/0'], ['2001:db8::/129', undefined], ['192.0.2.0/ 8', undefined],
    ['192.0.2.0/1e1', undefined], ['192.0.2.0/33', undefined], ['192.0.2/24', undefined], ['', undefined], ['192.0.2.0/', undefined], ['192.0.2.0/a', undefined], ['1.2.3.4/8/9', undefined],
  ]
  for (const [typed, network] of cases) assert.equal(readNetwork(typed), network, typed)
})

test('P-12: an address is allowed only within one of the networks', () => {
  const cases: readonly [ip: string, networks: readonly string[], inside: boolean][] = [
    ['192.0.2.200', ['192.0.2.0/24'], true], ['192.0.3.1', ['192.0.2.0/24'], false], ['192.0.3.1', ['192.0.2.0/24', '192.0.3.1/32'], true],
    ['2001:db8:1::5', ['2001:db8::/32'], true], ['2001:db9::5', ['2001:db8::/32'], false], ['192.0.2.1', ['2001:db8::/32'], false], ['unknown', ['0.0.0.0/0'], false],
    ['::ffff:192.0.2.200', ['192.0.2.0/24'], true], ['::ffff:c000:02c8', ['192.0.2.0/24'], true], ['0:0:0:0:0:FFFF:192.0.2.200', ['192.0.2.0/24'], true], ['::ffff:192.0.3.1', ['192.0.2.0/24'], false],
    ['192.0.2.200', ['::ffff:192.0.2.0/120'], true], ['2001:DB8:0:0:0:0:0:5', ['2001:db8::/32'], true], ['2001:db8::5%eth0', ['2001:db8::/32'], false], ['::ffff:192.0.2.1', ['::/0'], false], ['192.0.2.1', ['rommel'], false], ['', ['0.0.0.0/0'], false],
  ]
  for (const [ip, networks, inside] of cases) assert.equal(isWithin(ip, networks), inside, `${ip} in ${networks.join()}`)
})

describe('nobody shuts himself out (P-12)', () => {
  let box: Sandbox
  before(async () => {
    const { app, masterKey } = await testDatabase()
    box = sandbox(app, masterKey)
  })

  test('P-12: not by adding a network without oneself, nor by taking away the last that one is in; IPv6 and mapped addresses count', async () => {
    const tenant = await organisation(box)
    const allow = (network: string, ip: string) => tenant.scoped((scope) => allowNetwork(scope, network, '', ip))
    const away = async (network: string, ip: string) => tenant.scoped(async (scope) => disallowNetwork(scope, (await listNetworks(scope)).find((row) => row.network === network)!.id, ip))
    await assert.rejects(allow('10.0.0.0/8', '192.0.2.5'), { name: 'Invalid' })
    await assert.rejects(allow('2001:db8::/32', '192.0.2.5'), { name: 'Invalid' })
    await assert.rejects(allow('0.0.0.0/0', 'unknown'), { name: 'Invalid' })
    await allow('192.0.2.0/24', '::ffff:192.0.2.5')
    await allow('2001:db8::/32', '192.0.2.5')
    await allow('2001:db8::/32', '192.0.2.5')
    await allow('10.0.0.0/8', '2001:db8::7')
    await assert.rejects(away('192.0.2.0/24', '192.0.2.5'), /./)
    await assert.rejects(away('192.0.2.0/24', '::ffff:c000:205'), { name: 'Invalid' })
    await assert.rejects(away('2001:db8::/32', '2001:db8::7'), { name: 'Invalid' })
    await away('10.0.0.0/8', '2001:db8::7')
    await away('192.0.2.0/24', '2001:db8::7')
    await assert.rejects(tenant.scoped((scope) => disallowNetwork(scope, 'geen-id', '2001:db8::7')), { name: 'NotFound' })
    await away('2001:db8::/32', '2001:db8::7')
    assert.deepEqual(await tenant.scoped(listNetworks), [], 'the very last one opens it to all')
    const events = await tenant.scoped((scope) => scope.tx.selectFrom('history_event').select('verb').where('register', '=', 'networks').orderBy('id').execute())
    assert.deepEqual(events.map(({ verb }) => verb), ['allow_network', 'allow_network', 'allow_network', 'disallow_network', 'disallow_network', 'disallow_network'])
  })

  test('P-12: two who take a network away at the same moment don’t shut each other out unseen', async () => {
    for (let round = 0; round < 8; round++) {
      const tenant = await organisation(box)
      await tenant.scoped(async (scope) => {
        for (const network of ['192.0.2.0/24', '192.0.2.128/25', '203.0.113.0/24']) await allowNetwork(scope, network, '', '192.0.2.200')
      })
      const rows = await tenant.scoped(listNetworks)
      const idOf = (network: string) => rows.find((row) => row.network === network)!.id
      const away = (network: string) => tenant.scoped((scope) => disallowNetwork(scope, idOf(network), '192.0.2.200'))
      const outcomes = await Promise.allSettled(['192.0.2.0/24', '192.0.2.128/25'].map(away))
      assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    }
  })

  test('P-12: who is shut out all the same gets back in by the command line', async () => {
    const tenant = await organisation(box)
    const person = await member(box, tenant, { roles: [{ role: 'administrator' }] })
    await tenant.scoped((scope) => scope.tx.insertInto('allowed_network').values({ organisation_id: tenant.id, id: crypto.randomUUID(), network: '203.0.113.0/24' }).execute())
    const visitor = await signIn(box, person, { ip: '198.51.112.9' })
    assert.equal((await visitor.get(`/${tenant.slug}`)).status, 403)
    const { database, master } = box.house
    assert.deepEqual(await clearNetworks(database, master, tenant.slug, box.house.clock()), ['203.0.113.0/24'])
    assert.equal((await visitor.get(`/${tenant.slug}`)).status, 200)
    assert.deepEqual(await clearNetworks(database, master, tenant.slug, box.house.clock()), [])
    await assert.rejects(clearNetworks(database, master, 'bestaat-niet'), { name: 'NotFound' })
    const event = await tenant.scoped((scope) => scope.tx.selectFrom('history_event').select(['verb', 'actor_task']).where('register', '=', 'networks').executeTakeFirstOrThrow())
    assert.deepEqual(event, { verb: 'disallow_network', actor_task: 'networks-clear' })
  })
})
