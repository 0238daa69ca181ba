// Networks: from which addresses an organisation may be reached (P-12); without any, from everywhere.
import { BlockList, isIP } from 'node:net'
import { sql } from 'kysely'
import { newId } from '../ground/ids.ts'
import { Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'

export type AllowedNetwork = { id: string; network: string; note: string }

/** Whether an address lies in one of the networks (`10.0.0.0/8`, `2001:db8::/32`). */
export function isWithin(ip: string, networks: readonly string[]): boolean {
  const family = isIP(ip)
  if (family === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length = ''] = network.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(length || (kind === 'ipv6' ? 128 : 32)), kind)
  }
  return list.check(ip, family === 6 ? 'ipv6' : 'ipv4')
}

/** A typed network as it is stored, with the bits beyond its length cleared; undefined when it isn't one. */
export function readNetwork(typed: string): string | undefined {
  const [address = '', length, ...rest] = typed.trim().split('/')
  const family = isIP(address)
  const most = family === 6 ? 128 : 32
  const bits = length === undefined ? most : Number(length)
  if (family === 0 || rest.length > 0 || length === '' || !Number.isInteger(bits) || bits < 0 || bits > most) return undefined
  if (family === 6) return `${address}/${bits}`
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const cleared = bits === 0 ? 0 : (value - (value % 2 ** (32 - bits)))
  return `${[24, 16, 8, 0].map((shift) => Math.floor(cleared / 2 ** shift) % 256).join('.')}/${bits}`
}

export async function listNetworks(scope: Scope): Promise<AllowedNetwork[]> {
  const rows = await scope.tx.selectFrom('allowed_network').select(['id', 'network', 'note']).orderBy('network').execute()
  return rows.map((row) => ({ id: row.id, network: String(row.network), note: row.note }))
}

/** Allows a network. @throws Invalid when it can't be read, or when it would shut out whoever adds it (`ownIp`). */
export async function allowNetwork(scope: Scope, typed: string, note: string, ownIp: string): Promise<void> {
  const network = readNetwork(typed)
  if (!network) throw new Invalid([{ at: 'network', message: 'Vul een adres of netwerk in, bijvoorbeeld 192.0.2.0/24 of 2001:db8::/32.' }])
  const all = [...(await listNetworks(scope)).map((row) => row.network), network]
  if (!isWithin(ownIp, all)) throw new Invalid([{ at: 'network', message: `Uw eigen adres (${ownIp}) valt hier niet in: u zou uzelf buitensluiten. Voeg eerst uw eigen netwerk toe.` }])
  await scope.tx.insertInto('allowed_network').values({ organisation_id: scope.organisation.id, id: newId(), network: sql<string>`network(${network}::inet)`, note: note.trim().slice(0, 200) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'network']).doNothing()).execute()
}

/** Takes a network away. @throws Invalid when whoever does so would then be shut out. */
export async function disallowNetwork(scope: Scope, id: string, ownIp: string): Promise<void> {
  const left = (await listNetworks(scope)).filter((row) => row.id !== id).map((row) => row.network)
  if (left.length > 0 && !isWithin(ownIp, left)) throw new Invalid([{ at: 'network', message: 'Zonder dit netwerk zou u uzelf buitensluiten.' }])
  await scope.tx.deleteFrom('allowed_network').where('id', '=', id).execute()
}
