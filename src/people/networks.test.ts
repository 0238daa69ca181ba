import { test } from 'node:test'
import assert from 'node:assert/strict'
import { isWithin, readNetwork } from './networks.ts'

test('P-12: a typed network is read strictly and stored without stray bits', () => {
  const cases: readonly [typed: string, network: string | undefined][] = [
    ['192.0.2.17', '192.0.2.17/32'], ['192.0.2.17/24', '192.0.2.0/24'], [' 10.9.8.7/8 ', '10.0.0.0/8'], ['0.0.0.0/0', '0.0.0.0/0'], ['203.0.113.129/25', '203.0.113.128/25'],
    ['2001:db8::/32', '2001:db8::/32'], ['::1', '::1/128'], ['192.0.2.0/33', undefined], ['192.0.2/24', undefined], ['', undefined], ['192.0.2.0/', undefined], ['192.0.2.0/a', undefined], ['1.2.3.4/8/9', undefined],
  ]
  for (const [typed, network] of cases) assert.equal(readNetwork(typed), network, typed)
})

test('P-12: an address is allowed only within one of the networks', () => {
  const cases: readonly [ip: string, networks: readonly string[], inside: boolean][] = [
    ['192.0.2.200', ['192.0.2.0/24'], true], ['192.0.3.1', ['192.0.2.0/24'], false], ['192.0.3.1', ['192.0.2.0/24', '192.0.3.1/32'], true],
    ['2001:db8:1::5', ['2001:db8::/32'], true], ['2001:db9::5', ['2001:db8::/32'], false], ['192.0.2.1', ['2001:db8::/32'], false], ['unknown', ['0.0.0.0/0'], false],
  ]
  for (const [ip, networks, inside] of cases) assert.equal(isWithin(ip, networks), inside, `${ip} in ${networks.join()}`)
})
