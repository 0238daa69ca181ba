// Networks: from which addresses an organisation may be reached (P-12); without any, from everywhere.
import { BlockList, isIP } from 'node:net'
import { sql } from 'kysely'
import type { Database } from '../ground/database.ts'
import { newId } from '../ground/ids.ts'
import type { MasterKey } from '../ground/keys.ts'
import { Invalid, NotFound } from '../ground/refusals.ts'
import { inScope, type Scope } from '../ground/scope.ts'
import { t } from '../ground/words.ts'
import { noteEvent } from './history.ts'
import { lockOrganisation } from './last-administrator.ts'
import { findOrganisation } from './organisations.ts'

export type AllowedNetwork = { id: string; network: string; note: string }

/** Whether an address lies in one of the networks (`10.0.0.0/8`, `2001:db8::/32`). An IPv4 address that is written as IPv6 counts as IPv4. */
export function isWithin(typed: string, networks: readonly string[]): boolean {
  const ip = plainIp(typed)
  if (ip === undefined) return false
  const list = new BlockList()
  for (const network of networks) {
    const read = readNetwork(network)
    if (!read) continue
    const [address = '', length = ''] = read.split('/')
    // The list itself takes ::/0 for IPv4 too, which nobody meant who typed it.
    if (familyOf(address) === familyOf(ip)) list.addSubnet(address, Number(length), familyOf(address))
  }
  return list.check(ip, familyOf(ip))
}

/** A typed network as it is stored, with the bits beyond its length cleared; undefined when it isn't one. */
export function readNetwork(typed: string): string | undefined {
  const [text = '', length, ...rest] = typed.trim().split('/')
  const address = plainIp(text)
  if (address === undefined || rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined
  // `::ffff:10.0.0.0/104` is 10.0.0.0/8.
  const mapped = isIP(address) === 4 && isIP(text) === 6 ? 96 : 0
  const most = isIP(address) === 6 ? 128 : 32
  const bits = length === undefined ? most : Number(length) - mapped
  if (bits < 0 || bits > most) return undefined
  return `${isIP(address) === 4 ? cleared(address, bits) : address}/${bits}`
}

export async function listNetworks(scope: Scope): Promise<AllowedNetwork[]> {
  const rows = await scope.tx.selectFrom('allowed_network').select(['id', 'network', 'note'])
    .where('organisation_id', '=', scope.organisation.id).orderBy('network').execute()
  return rows.map((row) => ({ id: row.id, network: String(row.network), note: row.note }))
}

/** Allows a network. @throws Invalid when it can't be read, or when it would shut out whoever adds it (`ownIp`). */
export async function allowNetwork(scope: Scope, typed: string, note: string, ownIp: string): Promise<void> {
  const network = readNetwork(typed)
  if (!network) {
    throw new Invalid([{ at: 'network', message: t(
      'Vul een adres of netwerk in, bijvoorbeeld 192.0.2.0/24 of 2001:db8::/32.',
      'Fill in an address or network, for example 192.0.2.0/24 or 2001:db8::/32.',
    ) }])
  }
  await lockOrganisation(scope)
  const all = [...(await listNetworks(scope)).map((row) => row.network), network]
  if (!isWithin(ownIp, all)) {
    throw new Invalid([{ at: 'network', message: t(
      `Uw eigen adres (${ownIp}) valt hier niet in: u zou uzelf buitensluiten. Voeg eerst uw eigen netwerk toe.`,
      `Your own address (${ownIp}) isn’t in it: you would shut yourself out. Add your own network first.`,
    ) }])
  }
  const id = newId()
  const made = await scope.tx.insertInto('allowed_network').values({ organisation_id: scope.organisation.id, id, network: sql<string>`network(${network}::inet)`, note: note.trim().slice(0, 200) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'network']).doNothing()).returning('id').executeTakeFirst()
  if (made) await noteEvent(scope, 'networks', id, 'allow_network', [{ field: 'network', before: null, after: network }])
}

/** Takes a network away. @throws Invalid when whoever does so would then be shut out; NotFound when it isn't there. */
export async function disallowNetwork(scope: Scope, id: string, ownIp: string): Promise<void> {
  await lockOrganisation(scope)
  const all = await listNetworks(scope)
  const gone = all.find((row) => row.id === id)
  if (!gone) throw new NotFound()
  const left = all.filter((row) => row !== gone).map((row) => row.network)
  if (left.length > 0 && !isWithin(ownIp, left)) {
    throw new Invalid([{ at: 'network', message: t(
      `Zonder dit netwerk zou u uzelf buitensluiten: uw eigen adres (${ownIp}) valt niet in de andere. Voeg eerst uw eigen netwerk toe, of haal eerst de andere weg.`,
      `Without this network you would shut yourself out: your own address (${ownIp}) isn’t in the others. Add your own network first, or take the others away first.`,
    ) }])
  }
  await scope.tx.deleteFrom('allowed_network').where('organisation_id', '=', scope.organisation.id).where('id', '=', gone.id).execute()
  await noteEvent(scope, 'networks', gone.id, 'disallow_network', [{ field: 'network', before: gone.network, after: null }])
}

/**
 * The operator's way out, by the command line, when nobody of the organisation can reach it any more: opens it from everywhere.
 * @returns the networks that were taken away. @throws NotFound for an unknown organisation
 */
export async function clearNetworks(database: Database, master: MasterKey, slug: string, now = new Date()): Promise<readonly string[]> {
  const found = await findOrganisation(database, master, slug)
  if (!found) throw new NotFound(t(`De organisatie "${slug}" bestaat niet.`, `The organisation "${slug}" doesn’t exist.`))
  return inScope(database, { organisation: found.organisation, actor: { kind: 'system', task: 'networks-clear' }, now }, async (scope) => {
    await lockOrganisation(scope)
    const all = await listNetworks(scope)
    for (const { id, network } of all) await noteEvent(scope, 'networks', id, 'disallow_network', [{ field: 'network', before: network, after: null }])
    await scope.tx.deleteFrom('allowed_network').where('organisation_id', '=', scope.organisation.id).execute()
    return all.map(({ network }) => network)
  })
}

/** An address in one spelling: IPv4 in any IPv6 clothing (`::ffff:a.b.c.d`, `::ffff:c000:201`) as IPv4, IPv6 compressed; undefined when it is none or has a zone. */
function plainIp(typed: string): string | undefined {
  const family = isIP(typed)
  if (family === 4) return typed
  if (family === 0 || typed.includes('%')) return undefined
  // The parser of addresses on the web knows every spelling of IPv6 and gives back one.
  const address = new URL(`ws://[${typed}]/`).hostname.slice(1, -1)
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address)
  if (!mapped) return address
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function cleared(address: string, bits: number): string {
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const kept = bits === 0 ? 0 : (value - (value % 2 ** (32 - bits)))
  return [24, 16, 8, 0].map((shift) => Math.floor(kept / 2 ** shift) % 256).join('.')
}

function familyOf(ip: string): 'ipv4' | 'ipv6' {
  return isIP(ip) === 6 ? 'ipv6' : 'ipv4'
}
