// Purpose and means: what of a processing activity an assessment was made of, so that a new purpose or technology can be told from it (art. 35 lid 11 AVG; H-20). Pure.
import { fold } from '../../ground/letters.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { fields } from './declaration.ts'

/** Purposes without the letters that don't matter; means by key: a field that says yes, `system:<id>` or `store:<name>`. */
export type PurposeAndMeans = { readonly purposes: readonly string[]; readonly means: readonly string[] }

/** What is technology of a new kind where it wasn't before. */
const technologies = ['automated_decisions', 'profiling', 'big_data', 'tracking', 'camera', 'algorithm'] as const

export function purposeAndMeans(input: AnyInput): PurposeAndMeans {
  const purposes = (input.purposes as { purpose: string | null }[] | undefined ?? []).flatMap(({ purpose }) => purpose === null ? [] : [plainly(purpose)])
  const stores = (input.stores as { system: string | null; name: string | null }[] | undefined ?? []).flatMap(({ system, name }) => system !== null ? [`system:${system}`] : name === null ? [] : [`store:${plainly(name)}`])
  return { purposes: [...new Set(purposes)].toSorted(), means: [...new Set([...technologies.filter((key) => input[key] === true), ...stores])].toSorted() }
}

/** What an activity has that wasn't there when it was assessed: purposes as they are written, and means by their Dutch names. */
export function beyond(assessed: PurposeAndMeans, input: AnyInput, label?: (target: string, id: string) => string | undefined): string[] {
  const now = purposeAndMeans(input)
  const written = (input.purposes as { purpose: string | null }[] | undefined ?? []).flatMap(({ purpose }) => purpose !== null && !assessed.purposes.includes(plainly(purpose)) ? [purpose.slice(0, 120)] : [])
  return [...new Set([...written, ...now.means.filter((key) => !assessed.means.includes(key)).map((key) => sayMeans(key, label))])]
}

function sayMeans(key: string, label?: (target: string, id: string) => string | undefined): string {
  if (key.startsWith('system:')) return label?.('systems', key.slice(7)) ?? 'ander systeem'
  if (key.startsWith('store:')) return key.slice(6)
  return fields[key as (typeof technologies)[number]].words.nl
}

/** Another capital, comma or space isn't another purpose. */
function plainly(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
