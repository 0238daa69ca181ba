// YAML file: a profile as a file that people can keep, change and send back.
import { stringify } from 'yaml'
import type { Profile } from '../../policy/profiles.ts'

/** Read again by readProfile, it gives the same profile. */
export function profileFile(profile: Profile): string {
  const { key, title, version, source, adopted, second_factor, parameters, sections, norms } = profile
  return `# Beleidsprofiel uit Waarborg. Wijzig het en stuur het terug; alles wordt dan opnieuw nagekeken.\n${
    stringify({ key, title, version, source, adopted, second_factor, parameters, sections, norms }, { lineWidth: 0, aliasDuplicateObjects: false })}`
}
