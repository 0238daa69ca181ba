// Review term: how often an active processing activity is looked at again, by the organisation's policy profile (H-07).
import { loadProfiles, parameter } from '../../policy/profiles.ts'

/** ISO 8601 duration; a year where the policy is silent. */
export function reviewEvery(profileKey: string | null): string {
  const profile = profileKey === null ? undefined : loadProfiles().find(({ key }) => key === profileKey)
  return (profile && parameter(profile, 'review_every')) ?? 'P1Y'
}
