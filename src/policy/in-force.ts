// Policy in force: the profile that an organisation follows now, and the version of it that a case which begins now keeps.
import type { Scope } from '../ground/scope.ts'
import { loadProfiles, type Profile } from './profiles.ts'

/** `versionId` is null while the organisation follows the profile as shipped. */
export type PolicyInForce = { readonly profile: Profile; readonly versionId: string | null; readonly version: string }

/** What the scope's organisation follows at the scope's moment, or undefined where it follows none. */
export async function profileInForce(scope: Scope): Promise<PolicyInForce | undefined> {
  const profile = loadProfiles().find(({ key }) => key === scope.organisation.profile)
  return profile && { profile, versionId: null, version: profile.version }
}
