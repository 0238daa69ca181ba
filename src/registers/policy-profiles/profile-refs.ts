// Profile refs: which profiles an organisation can look at, by the names that stand in addresses: what is in force, its own versions, its draft, and those that ship.
import { NotFound } from '../../ground/refusals.ts'
import { sayDay } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { profileFrom, profileInForce, profileOfVersion } from '../../policy/in-force.ts'
import { loadProfiles, type Profile } from '../../policy/profiles.ts'
import { listVersions } from './versions.ts'

/** `ref`: `concept`, `versie-3`, or the key of a shipped profile; whoever asks for `huidig` gets what that is now. */
export type Named = { readonly ref: string; readonly words: string; readonly profile: Profile }

/** @throws NotFound */
export async function findNamed(scope: Scope, ref: string): Promise<Named> {
  if (ref === 'huidig') {
    const policy = await profileInForce(scope)
    const own = policy?.versionId !== null
    if (policy) return named(own ? `versie-${policy.version}` : policy.profile.key, policy.profile)
  }
  if (ref === 'concept') {
    const row = await scope.tx.selectFrom('policy_profile_draft').select('content').where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
    if (row) return named(ref, profileFrom(row.content))
  }
  const number = /^versie-(\d{1,9})$/.exec(ref)?.[1]
  if (number !== undefined) {
    const version = (await listVersions(scope)).find((one) => one.number === Number(number))
    const profile = version && await profileOfVersion(scope, version.id)
    if (profile) return named(ref, profile)
  }
  const shipped = loadProfiles().find(({ key }) => key === ref)
  if (!shipped) throw new NotFound()
  return named(ref, shipped)
}

/** Everything that can be compared, what is in force first. */
export async function refChoices(scope: Scope): Promise<{ value: string; label: string }[]> {
  const draft = await scope.tx.selectFrom('policy_profile_draft').select('id').where('organisation_id', '=', scope.organisation.id).executeTakeFirst()
  return [
    ...(await profileInForce(scope) ? [{ value: 'huidig', label: t('Wat nu geldt', 'What holds now') }] : []), ...(draft ? [{ value: 'concept', label: t('Concept', 'Draft') }] : []),
    ...(await listVersions(scope)).map(({ number, validFrom }) => ({ value: `versie-${number}`, label: `${ownWords(number)} (${t('vanaf', 'from')} ${sayDay(validFrom)})` })),
    ...loadProfiles().map(({ key, title, version }) => ({ value: key, label: t(`Meegeleverd: ${title} (${version})`, `Shipped: ${title} (${version})`) })),
  ]
}

/** A ref as people say it; a shipped profile that a later release took away, as it was called. */
export function sayRef(ref: string): string {
  if (ref === 'concept') return t('Concept', 'Draft')
  const number = /^versie-(\d+)$/.exec(ref)?.[1]
  if (number !== undefined) return ownWords(Number(number))
  const shipped = loadProfiles().find(({ key }) => key === ref)
  return shipped ? `${shipped.title} (${shipped.version})` : ref
}

function named(ref: string, profile: Profile): Named {
  return { ref, words: sayRef(ref), profile }
}

function ownWords(number: number): string {
  return t(`Eigen versie ${number}`, `Own version ${number}`)
}
