// Address kinds: which internet addresses are the public's, which belong to an inner network, and which never lead anywhere good.
import { BlockList, isIP } from 'node:net'

/** `public`: unicast that the whole internet routes. `inner`: of an own network. `never`: what no program outside this machine should be asked for. */
export type AddressKind = 'public' | 'inner' | 'never'

/** Kind of an address in its plain notation (`192.0.2.1`, `2001:db8::1`); anything that isn't an address is `never`. */
export function addressKind(address: string): AddressKind {
  const family = isIP(address)
  if (family === 4) return never4.check(address) ? 'never' : inner4.check(address) ? 'inner' : 'public'
  if (family !== 6 || address.includes('%')) return 'never'
  if (inner6.check(address, 'ipv6')) return 'inner'
  // Of IPv6 only 2000::/3 is handed out to the public: v4 in v6, NAT64, link-local and multicast all lie outside it.
  return global6.check(address, 'ipv6') && !never6.check(address, 'ipv6') ? 'public' : 'never'
}

const never4 = ranges('ipv4', [
  ['0.0.0.0', 8], ['169.254.0.0', 16], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
])
const inner4 = ranges('ipv4', [['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16]])
const global6 = ranges('ipv6', [['2000::', 3]])
// Protocol assignments (with Teredo), 6to4 and documentation: each may hide another address, or nobody.
const never6 = ranges('ipv6', [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]])
const inner6 = ranges('ipv6', [['::1', 128], ['fc00::', 7]])

function ranges(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family)
  return list
}
