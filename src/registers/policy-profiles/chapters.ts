// Chapters: the norms of a profile under the outermost sections of its policy, in the order of the policy. Pure.
import type { Norm, Profile } from '../../policy/profiles.ts'
import { t } from '../../ground/words.ts'

export type Chapter = { readonly id: string; readonly words: string; readonly norms: readonly Norm[] }

/** Only chapters that hold norms; what stands in no section comes last. */
export function chaptersOf({ sections, norms }: Profile): Chapter[] {
  const parents = new Map(sections.map(({ key, within }) => [key, within]))
  const outermost = (key: string | undefined): string | undefined => {
    let now = key
    // As many steps as there are sections: a circle was refused when the profile was read.
    for (let step = 0; now !== undefined && parents.get(now) !== undefined && step < sections.length; step++) now = parents.get(now)
    return now !== undefined && parents.has(now) ? now : undefined
  }
  const order = new Map(sections.map(({ key }, place) => [key, place]))
  const placed = Map.groupBy(norms, ({ section }) => outermost(section))
  const inOrder = (own: readonly Norm[]) => own.toSorted((one, other) => (order.get(one.section ?? '') ?? 0) - (order.get(other.section ?? '') ?? 0))
  const chapters = sections.filter(({ within }) => within === undefined).flatMap(({ key, title }, place) => {
    const own = placed.get(key)
    return own ? [{ id: `hoofdstuk-${place + 1}`, words: /^(\d|Bijlage )/.test(key) ? `${key} ${title}` : title, norms: inOrder(own) }] : []
  })
  const rest = placed.get(undefined)
  return rest ? [...chapters, { id: 'overig', words: chapters.length > 0 ? t('Overige normen', 'Other norms') : t('Normen', 'Norms'), norms: rest }] : chapters
}
