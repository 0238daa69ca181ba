// Law conflicts: a norm that the shipped profile marks as conflicting with law keeps its explanation as long as it says the same.
import type { Fault } from '../../ground/refusals.ts'
import { t } from '../../ground/words.ts'
import { loadProfiles, type Norm, type Profile } from '../../policy/profiles.ts'

/** Norms whose text still conflicts and whose explanation was taken away: the law is carried out, and a reader must be told. */
export function unexplainedConflicts(profile: Profile): Fault[] {
  const conflicting = new Map(loadProfiles().flatMap(({ norms }) => norms.filter(({ conflicts }) => conflicts !== undefined)).map((norm): [string, Norm] => [norm.id, norm]))
  return profile.norms.flatMap(({ id, text, conflicts }, place) => conflicts === undefined && conflicting.get(id)?.text === text ? [{
    at: `norms.${place}.conflicts`,
    message: t(`Norm ${id} botst met de wet. Laat de uitleg staan, of wijzig de tekst zodat hij met de wet klopt.`, `Norm ${id} conflicts with law. Leave the explanation, or change the text so that it agrees with the law.`),
  }] : [])
}
