// Calendar feed: the secret address at which a person's own calendar reads when their work is due; only its hash is kept.
import { createHash, randomBytes } from 'node:crypto'
import { inOrganisation } from '../ground/database.ts'
import { dayOf } from '../ground/clock.ts'
import { newId } from '../ground/ids.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { currentLanguage, type Language } from '../ground/words.ts'
import type { House } from '../people/house.ts'

export type ShownFeed = { readonly createdAt: Date; readonly readOn: string | null }
export type FoundFeed = { readonly organisationId: string; readonly personId: string; readonly accountId: string; readonly language: Language; readonly networks: readonly string[] }

/** The actor's own. */
export async function findFeed(scope: Scope): Promise<ShownFeed | undefined> {
  return scope.tx.selectFrom('calendar_feed').select(['created_at as createdAt', 'read_on as readOn']).where('organisation_id', '=', scope.organisation.id).where('person_id', '=', personOf(scope.actor)).executeTakeFirst()
}

/** Makes the actor's address, or another in place of the one that was. @returns what the address ends with; nobody can find it again */
export async function makeFeed(scope: Scope): Promise<string> {
  const secret = randomBytes(32)
  const me = personOf(scope.actor)
  if (me === null) throw new Error('only a person has a calendar')
  const fresh = { token_hash: hashOf(secret), language: currentLanguage(), created_at: scope.now, read_on: null }
  await scope.tx.insertInto('calendar_feed').values({ organisation_id: scope.organisation.id, person_id: me, ...fresh }).onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(fresh)).execute()
  return Buffer.concat([Buffer.from(scope.organisation.id.replaceAll('-', ''), 'hex'), secret]).toString('base64url')
}

export async function revokeFeed(scope: Scope): Promise<void> {
  await scope.tx.deleteFrom('calendar_feed').where('organisation_id', '=', scope.organisation.id).where('person_id', '=', personOf(scope.actor)).execute()
}

/** Whose feed this is, of somebody who is active with an account. What isn't a token at all is looked for like any other, so that the time taken tells nothing. */
export async function feedOf(house: Pick<House, 'database' | 'clock'>, token: string): Promise<FoundFeed | undefined> {
  const bytes = /^[\w-]{64}$/.test(token) ? Buffer.from(token, 'base64url') : randomBytes(48)
  const organisationId = token.length === 64 ? idIn(bytes) : newId()
  return inOrganisation(house.database, organisationId, async (tx) => {
    const row = await tx.selectFrom('calendar_feed as f').innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'f.organisation_id').onRef('p.id', '=', 'f.person_id'))
      .select(['f.person_id', 'f.language', 'f.read_on', 'p.account_id']).where('f.organisation_id', '=', organisationId).where('f.token_hash', '=', hashOf(bytes.subarray(16))).where('p.is_active', '=', true).executeTakeFirst()
    const networks = await tx.selectFrom('allowed_network').select('network').where('organisation_id', '=', organisationId).execute()
    if (!row?.account_id) return undefined
    const today = dayOf(house.clock())
    if (row.read_on !== today) await tx.updateTable('calendar_feed').set({ read_on: today }).where('organisation_id', '=', organisationId).where('person_id', '=', row.person_id).execute()
    return { organisationId, personId: row.person_id, accountId: row.account_id, language: row.language === 'en' ? 'en' : 'nl', networks: networks.map(({ network }) => network) }
  })
}

function hashOf(secret: Buffer): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** The organisation's id in the first sixteen bytes: so that its row is looked for behind its own fence. */
function idIn(bytes: Buffer): string {
  return bytes.subarray(0, 16).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
