// Tied collections: by register key, what each register of cases handed in; so that a page or job that starts from a task finds its case's rules.
import type { Register } from '../../register-kit/register.ts'
import type { CollectionOptions } from './case-options.ts'

export type TiedCollection = { readonly register: Register; readonly options: CollectionOptions }

const tied = new Map<string, TiedCollection>()

export function tieCollection(register: Register, options: CollectionOptions): TiedCollection {
  const one = { register, options }
  tied.set(register.key, one)
  return one
}

export function collectionOf(key: string): TiedCollection | undefined {
  return tied.get(key)
}
