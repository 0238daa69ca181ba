// Which application is logging, for which organisation: from what a request shows, without an organisation in its address.
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import { inOrganisation } from '../../ground/database.ts'
import { NotAllowed } from '../../ground/refusals.ts'
import type { Organisation } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import { isWithin } from '../../people/networks.ts'
import { foundOrganisation } from '../../people/organisations.ts'
import { noteSignIn } from '../../people/sign-in-events.ts'
import { credentialHash, type Shown } from './credentials.ts'

export type LogSource = { readonly organisation: Organisation; readonly sourceId: string; readonly name: string }

export type SourceHouse = Pick<House, 'database' | 'master' | 'clock'>

/**
 * The source whose credential this is (`shownBy` makes it from a request's headers), or undefined: unknown, expired, revoked, ended, a token of the REST API, all the same.
 * Remembered for at most a second, so that ending or revoking holds within that time. @throws NotAllowed from a network that the organisation doesn't allow (P-12)
 */
export async function sourceOf(house: SourceHouse, shown: Shown): Promise<LogSource | undefined> {
  const hash = credentialHash(shown)
  return hash === undefined ? undefined : sourceByHash(house, hash.toString('base64'), shown.address)
}

/** The same for who worked out the hash (base64) already: it is the same for all that comes over one connection. */
export async function sourceByHash(house: SourceHouse, hash: string, address: string): Promise<LogSource | undefined> {
  const found = await remembered(house, hash)
  if (found === undefined) return undefined
  if (found.networks.length > 0 && !isWithin(address, found.networks)) await refuse(house, found.source.organisation, address)
  return found.source
}

/** The same without waiting, where it was asked within the second and no network is in question; undefined for anything else. */
export function sourceAtHand(house: SourceHouse, hash: string): LogSource | undefined {
  const known = memory.get(hash)
  return known?.source && known.house === house.database && performance.now() - known.at < rememberedMs ? known.source : undefined
}

/** What was revoked or changed in this process holds at once. */
export function forgetSources(): void {
  memory.clear()
}

type Found = { readonly source: LogSource; readonly networks: readonly string[] }

const rememberedMs = 1_000
/** More than this many different credentials in a second are guesses: then nothing is remembered of before. */
const mostRemembered = 5_000
/** `source` once it is found, for where no network is asked. */
type Remembered = { readonly at: number; readonly house: SourceHouse['database']; readonly found: Promise<Found | undefined>; source: LogSource | undefined }
const memory = new Map<string, Remembered>()

/** One question a second for each credential, however many requests there are: who asks meanwhile waits for the same answer. */
function remembered(house: SourceHouse, key: string): Promise<Found | undefined> {
  const at = performance.now()
  const known = memory.get(key)
  if (known && known.house === house.database && at - known.at < rememberedMs) return known.found
  if (memory.size >= mostRemembered) memory.clear()
  const found = find(house, Buffer.from(key, 'base64'))
  const next: Remembered = { at, house: house.database, found, source: undefined }
  memory.set(key, next)
  found.then((answer) => { if (answer?.networks.length === 0) next.source = answer.source }, () => memory.delete(key))
  return found
}

type OrganisationRow = Parameters<typeof foundOrganisation>[1] & { credential_id: string }

async function find(house: SourceHouse, hash: Buffer): Promise<Found | undefined> {
  const { rows: [row] } = await sql<OrganisationRow>`select * from find_log_source(${hash})`.execute(house.database)
  if (!row) return undefined
  const today = dayOf(house.clock())
  const { rows: [source] } = await inOrganisation(house.database, row.id, (tx) => sql<{ id: string; name: string; hash: Buffer; networks: string[] }>`
    select s.id, s.name, k.credential_hash as hash, coalesce((select jsonb_agg(n.network) from allowed_network n where n.organisation_id = k.organisation_id), '[]') as networks
    from access_source_credential k join access_source s on s.organisation_id = k.organisation_id and s.id = k.source_id
    where k.organisation_id = ${row.id} and k.id = ${row.credential_id} and k.revoked_at is null and k.expires_on >= ${today} and s.ended_at is null`.execute(tx))
  if (!source || !timingSafeEqual(source.hash, hash)) return undefined
  return { source: { organisation: foundOrganisation(house.master, row).organisation, sourceId: source.id, name: source.name }, networks: source.networks }
}

/** An application that keeps knocking is written down once a minute. */
async function refuse(house: SourceHouse, organisation: Organisation, address: string): Promise<never> {
  const at = performance.now()
  if (at - (refusedAt.get(organisation.id) ?? -60_000) >= 60_000) {
    refusedAt.set(organisation.id, at)
    await noteSignIn(house.database, house.clock(), { ip: address, device: '' }, { what: 'network_refused', accountId: null, organisationId: organisation.id })
  }
  throw new NotAllowed(t(
    `${organisation.name} is alleen bereikbaar vanaf het eigen netwerk. Maak verbinding met het netwerk van uw organisatie en probeer het opnieuw.`,
    `${organisation.name} can only be reached from its own network. Connect to the network of your organisation and try again.`,
  ))
}
const refusedAt = new Map<string, number>()
