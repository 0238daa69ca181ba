// Settings: reads what is in force, and changes it with its history; what two administrators change at once is brought together.
import { Conflict, type Fault, Invalid } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { profileInForce } from '../../policy/in-force.ts'
import { loadProfiles, type Profile } from '../../policy/profiles.ts'
import { changesBetween, merge, type Merge } from '../../register-kit/changes.ts'
import { inputAtRevision, readHistory, writeHistory } from '../../register-kit/history.ts'
import { fields, type Settings, settingsKey } from './declaration.ts'
import { settingFaults } from './rules.ts'

export type InForce = { readonly settings: Settings; readonly revision: number; readonly isDemo: boolean }

export async function readSettings(scope: Scope, options: { lock?: boolean } = {}): Promise<InForce> {
  const query = scope.tx.selectFrom('organisation')
    .select(['name', 'tooi_uri', 'contact_address', 'contact_email', 'contact_phone', 'website', 'dpo_contact', 'profile', 'second_factor_required', 'revision', 'is_demo'])
    .where('id', '=', scope.organisation.id)
  const { revision, is_demo: isDemo, ...settings } = await (options.lock ? query.forUpdate() : query).executeTakeFirstOrThrow()
  return { settings, revision, isDemo }
}

/** What both changed, and differently; the rest of what the other did is in `merged` already. */
export type Clash = Pick<Merge, 'conflicts' | 'merged' | 'takenOver'> & { readonly by: string; readonly revision: number }

/**
 * Saves settings that were typed over the ones of `revision`. What somebody else changed since and this one didn't touch, stays.
 * @returns the fields taken over from the other, or the clash (then nothing is saved). @throws Invalid; Conflict for a revision that never was.
 */
export async function changeSettings(scope: Scope, typed: Settings, revision: number): Promise<{ takenOver: readonly string[] } | { clash: Clash }> {
  const now = await readSettings(scope, { lock: true })
  if (!Number.isInteger(revision) || revision < 1 || revision > now.revision) throw new Conflict()
  const register = { key: settingsKey, fields }
  const base = revision === now.revision ? now.settings : await inputAtRevision(scope, register, scope.organisation.id, now.settings, revision)
  const { merged, conflicts, takenOver } = merge(fields, base, typed, now.settings)
  if (conflicts.length > 0) {
    const last = (await readHistory(scope, settingsKey, scope.organisation.id, { limit: 20 })).find(({ personId }) => personId !== personOf(scope.actor))
    return { clash: { merged, conflicts, takenOver, by: last?.personName ?? t('Een andere beheerder', 'Another administrator'), revision: now.revision } }
  }
  const settings = merged as Settings
  const faults = settingFaults(settings, now.settings, scope.organisation.kind, await profilesBy(scope, now.settings.profile))
  if (settings.profile !== now.settings.profile) faults.push(...await ownProfileFaults(scope))
  if (faults.length > 0) throw new Invalid(faults)
  const changes = changesBetween(fields, now.settings, settings)
  if (changes.length === 0) return { takenOver }
  await scope.tx.updateTable('organisation')
    .set({ ...settings, name: settings.name ?? now.settings.name ?? '', second_factor_required: settings.second_factor_required === true, revision: now.revision + 1 })
    .where('id', '=', scope.organisation.id).execute()
  await writeHistory(scope, settingsKey, [{ entryId: scope.organisation.id, verb: 'change', changes, revision: now.revision + 1 }])
  return { takenOver }
}

/** The profiles to choose from; where the organisation's own version is in force, that is what its chosen one says. */
async function profilesBy(scope: Scope, chosen: string | null): Promise<readonly Profile[]> {
  const policy = await profileInForce(scope)
  return policy?.versionId ? loadProfiles().map((profile) => profile.key === chosen ? { ...profile, title: policy.profile.title, second_factor: policy.profile.second_factor } : profile) : loadProfiles()
}

/** A version that was adopted by four eyes isn't put aside by one person who chooses another profile. */
async function ownProfileFaults(scope: Scope): Promise<Fault[]> {
  return (await profileInForce(scope))?.versionId ? [{ at: 'profile', message: t(
    'Er geldt een eigen versie van het beleidsprofiel. Een ander profiel gaat via een nieuwe versie bij Beleidsprofiel.', 'An own version of the policy profile is in force. Another profile goes by way of a new version at Policy profile.') }] : []
}
