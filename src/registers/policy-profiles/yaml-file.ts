// YAML file: a profile as a file that people can keep, change and send back.
import { stringify } from 'yaml'
import { t } from '../../ground/words.ts'
import type { Profile } from '../../policy/profiles.ts'

/** Read again by readProfile, it gives the same profile. */
export function profileFile(profile: Profile): string {
  const { key, title, version, source, adopted, second_factor, parameters, sections, norms } = profile
  const text = stringify({ key, title, version, source, adopted, second_factor, parameters, sections, norms }, { lineWidth: 0, aliasDuplicateObjects: false })
  return `# ${t('Beleidsprofiel uit Waarborg. Wijzig het en stuur het terug; alles wordt dan opnieuw nagekeken.', 'Policy profile from Waarborg. Change it and send it back; everything is then checked anew.')}\n${text}`
}
