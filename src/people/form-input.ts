// Form input: the text fields of a request, and a page shown again when the input is refused.
import type { Context } from 'hono'
import { Conflict, type Fault, Invalid, Refused } from '../ground/refusals.ts'
import { type Entries, rowPlaces } from '../page-kit/row-actions.ts'

export type Fields = {
  /** One value, trimmed; empty when absent. */
  one: (name: string) => string
  /** As typed, for a password. */
  raw: (name: string) => string
  all: (name: string) => string[]
  /** How many rows a repeating group has; they are numbered from 0 after renumberRows. */
  rows: (name: string) => number
  entries: Entries
}

export async function readFields(c: Context): Promise<Fields> {
  const form = await c.req.formData().catch(() => new FormData())
  return fieldsOf([...form.entries()])
}

export function fieldsOf(entries: Entries): Fields {
  const all = (name: string) => entries.flatMap(([at, value]) => (at === name && typeof value === 'string' ? [value] : []))
  const raw = (name: string) => all(name)[0] ?? ''
  return { raw, all, entries, one: (name) => raw(name).trim(), rows: (name) => rowPlaces(entries, name).length }
}

export type Faults = readonly Fault[]

/** The message for one field, for its `error`. */
export function faultAt(faults: Faults, at: string): string | undefined {
  return faults.find((fault) => fault.at === at)?.message
}

/** Does the work; what is wrong with the input comes back as faults, to show on the same page. Anything else is thrown on. */
export async function orFaults<T>(work: () => Promise<T>): Promise<{ done: T; faults?: undefined } | { faults: Faults }> {
  try {
    return { done: await work() }
  } catch (refused) {
    if (refused instanceof Invalid) return { faults: refused.faults }
    if (refused instanceof Refused || refused instanceof Conflict) return { faults: [{ at: '', message: refused.message }] }
    throw refused
  }
}
