// Profiles: reads the policy profiles from their folder. Every error is reported with file, line and reason, and with one error nothing is loaded.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Invalid } from '../ground/refusals.ts'
import type { KnownEvidence } from './known-evidence.ts'
import type { Profile } from './profile.ts'
import { type ProfileFault, readProfile } from './read-profile.ts'

export type { SettingName } from './evidence.ts'
export { clockOf, parameter, type Norm, type ParameterName, type Profile, type ResponsibleRole, type Section } from './profile.ts'
export { type ProfileFault, readProfile } from './read-profile.ts'

export const profileFolder = fileURLToPath(new URL('../../profiles/', import.meta.url))
let shipped: readonly Profile[] | undefined

/**
 * All profiles of a folder (that of this release unless said), in the order of their files; the release's own are read once.
 * @throws Invalid with every error of every file.
 */
export function loadProfiles(folder: string = profileFolder, known?: KnownEvidence): readonly Profile[] {
  if (folder === profileFolder && !known && shipped) return shipped
  const { profiles, faults } = readProfiles(folder, known)
  if (faults.length > 0) {
    throw new Invalid(faults.map((fault) => ({ at: placeOf(fault), message: fault.reason })),
      `De beleidsprofielen kloppen niet; er is niets geladen.\n${faults.map((fault) => `${placeOf(fault)}: ${fault.reason}`).join('\n')}`)
  }
  if (folder === profileFolder) shipped = profiles
  return profiles
}

/** Reads all `.yaml` files of a folder and gives what could be read beside everything that is wrong. */
export function readProfiles(folder: string, known?: KnownEvidence): { profiles: readonly Profile[]; faults: readonly ProfileFault[] } {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort()
  const read = files.map((name) => readProfile(name, readFileSync(join(folder, name), 'utf8'), known))
  return { profiles: read.flatMap(({ profile }) => profile ? [profile] : []), faults: read.flatMap(({ faults }) => faults) }
}

const placeOf = ({ file, line, column, path }: ProfileFault): string => `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}`
