// Names: how a key or id stands in a spreadsheet, so that people can read it and it is found back without doubt.
import type { Lookups } from '../entry.ts'
import type { ReferenceTarget } from '../field-types.ts'

export type Names = { readonly nameOf: (key: string) => string; readonly keyOf: (name: string) => string | undefined }

export type NamesOf = { readonly term: (catalogue: string) => Names; readonly reference: (target: ReferenceTarget) => Names }

/** Names of everything that values of a register may point at. A name that two have is written with its key: `Jansen [key]`. */
export function namesIn(lookups: Lookups): NamesOf {
  const made = new Map<string, Names>()
  const once = (id: string, make: () => Iterable<readonly [string, string]>): Names => {
    const known = made.get(id) ?? makeNames(make())
    made.set(id, known)
    return known
  }
  return {
    term: (catalogue) => once(`term ${catalogue}`, () => [...lookups.terms.get(catalogue)?.values() ?? []].map(({ key, label }) => [key, label] as const)),
    reference: (target) => once(`reference ${target}`, () => [...lookups.references[target] ?? []].map(([id, { label }]) => [id, label] as const)),
  }
}

export function makeNames(pairs: Iterable<readonly [key: string, label: string]>): Names {
  const list = [...pairs]
  const counts = new Map<string, number>()
  for (const [, label] of list) counts.set(label, (counts.get(label) ?? 0) + 1)
  const names = new Map(list.map(([key, label]) => [key, counts.get(label) === 1 ? label : `${label} [${key}]`]))
  const keys = new Map([...names].map(([key, name]) => [name, key]))
  return { nameOf: (key) => names.get(key) ?? key, keyOf: (name) => keys.get(name) ?? (names.has(name) ? name : undefined) }
}
