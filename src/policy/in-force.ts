// Policy in force: the profile that an organisation follows now, and the version of it that a case which begins now keeps.
import type { Tx } from '../ground/database.ts'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { type Profile, profileSchema } from './profile.ts'
import { loadProfiles } from './profiles.ts'

/** `versionId` is null while the organisation follows the profile as shipped; else `version` is the number that the organisation gave it. */
export type PolicyInForce = { readonly profile: Profile; readonly versionId: string | null; readonly version: string }

/** Asked on each page: once for a transaction and a day is enough. */
const answers = new WeakMap<Tx, Map<string, Promise<PolicyInForce | undefined>>>()

/** What the scope's organisation follows at the scope's moment: its own version that began last, else the shipped profile that it chose; undefined where it follows none. */
export function profileInForce(scope: Scope): Promise<PolicyInForce | undefined> {
  const key = `${scope.organisation.id} ${dayOf(scope.now)}`
  const known = answers.get(scope.tx) ?? new Map<string, Promise<PolicyInForce | undefined>>()
  answers.set(scope.tx, known)
  const answer = known.get(key) ?? lookUp(scope)
  known.set(key, answer)
  return answer
}

/** For whoever just adopted a version in this transaction. */
export function forgetProfileInForce(scope: Scope): void {
  answers.delete(scope.tx)
}

/** A version's profile; versions never change, so that one reading serves all who ask. */
export async function profileOfVersion(scope: Scope, versionId: string): Promise<Profile | undefined> {
  const key = `${scope.organisation.id} ${versionId}`
  const kept = read.get(key)
  if (kept) return kept
  const row = await scope.tx.selectFrom('policy_profile_version').select('content').where('organisation_id', '=', scope.organisation.id).where('id', '=', versionId).executeTakeFirst()
  if (!row) return undefined
  const profile = profileFrom(row.content)
  read.set(key, profile)
  if (read.size > mostRead) read.delete(read.keys().next().value!)
  return profile
}

/** Content that was checked when it was kept; what later releases added to the shape is filled in. */
export function profileFrom(content: unknown): Profile {
  const parsed = profileSchema.safeParse(content)
  return parsed.success ? parsed.data : content as Profile
}

const read = new Map<string, Profile>()
const mostRead = 200

async function lookUp(scope: Scope): Promise<PolicyInForce | undefined> {
  const row = await scope.tx.selectFrom('policy_profile_version').select(['id', 'number'])
    .where('organisation_id', '=', scope.organisation.id).where('valid_from', '<=', dayOf(scope.now))
    .orderBy('valid_from', 'desc').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const own = row && await profileOfVersion(scope, row.id)
  if (row && own) return { profile: own, versionId: row.id, version: String(row.number) }
  const profile = loadProfiles().find(({ key }) => key === scope.organisation.profile)
  return profile && { profile, versionId: null, version: profile.version }
}
