// Authority words: how what we know of a breach is called on the form of the Autoriteit Persoonsgegevens, in its own Dutch words, by the keys of our fields and catalogues.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { BreachInput } from './step-kit.ts'

const named = z.record(z.string(), z.string())
const several = z.record(z.string(), z.array(z.string()))
const schema = z.object({
  _bron: z.object({ portaal: z.string() }),
  cause: named, kinds: named, data: several, special: named, groups: several, consequences: named, ways: named, exception: named, law: several,
  severity: z.object({ low: z.string(), medium: z.string(), high: z.string(), very_high: z.string() }), protection: z.object({ yes: z.string(), partly: z.string(), no: z.string(), unknown: z.string() }),
  told: z.object({ yes: z.string(), not_yet: z.string(), not: z.string(), unknown: z.string() }), complete: z.object({ yes: z.string(), no: z.string() }), kind: z.object({ first: z.string(), follow_up: z.string(), withdrawal: z.string() }),
})

/** Keys of catalogues that aren't here go under “Anders”, by their own name. */
export const onForm = schema.parse(JSON.parse(readFileSync(new URL('data/authority-form.json', import.meta.url), 'utf8')))

/** Whether people were, will be or won't be told, as the form asks it. */
export function toldOnForm({ informed_at, inform_decision }: Pick<BreachInput, 'informed_at' | 'inform_decision'>): string {
  if (informed_at !== null) return onForm.told.yes
  return inform_decision === 'inform' ? onForm.told.not_yet : inform_decision === 'not_inform' ? onForm.told.not : onForm.told.unknown
}

/** The words for keys, each once: of the map, or “Anders” with their own name. */
export function wordsFor(keys: readonly string[], map: Readonly<Record<string, readonly string[]>>, label: (key: string) => string): readonly string[] {
  return [...new Set(keys.flatMap((key) => Object.hasOwn(map, key) ? map[key]! : [`Anders: ${label(key)}`]))]
}
