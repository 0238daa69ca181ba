// Form state: what a form is drawn from: raw values as they were typed, what is wrong with them, and what can be chosen.
import type { Fault } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import type { AnyInput, Labels, Lookups } from './entry.ts'
import type { Fields } from './field-types.ts'
import { loadLookups, loadLookupsFor } from './lookups.ts'
import { typedReferences, type TypedReferences } from './typed-references.ts'

export type FormState = {
  readonly raw: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]
  readonly lookups: Lookups
  /** Registers that are typed by name or number rather than chosen from a list. */
  readonly typed?: TypedReferences
}

/** Everything that the actor may choose, and what is in `had` (the entry as it stands) even where it can't be chosen any more. Of other raw values no name is read: anybody can type an id. */
export async function formState(scope: Scope, fields: Fields, raw: AnyInput, faults: readonly Fault[] = [], had: readonly AnyInput[] = []): Promise<FormState> {
  const offered = await loadLookups(scope, fields)
  const chosen = await loadLookupsFor(scope, fields, had)
  const references = Object.fromEntries(Object.entries(offered.references).map(([target, labels]): [string, Labels | undefined] => [target, new Map([...labels ?? [], ...chosen.references[target] ?? []])]))
  return { raw, faults, lookups: { terms: offered.terms, references: references as Lookups['references'] }, typed: await typedReferences(scope, fields, raw, had, offered) }
}

/** An input as raw form values: what the controls show before anybody typed. */
export function rawFromInput(fields: Fields, input: AnyInput): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => {
    const value = input[key]
    if (field.type === 'rows') return [key, ((value ?? []) as AnyInput[]).map((row) => rawFromInput(field.columns, row))]
    if (field.type === 'terms' || field.type === 'choices') return [key, value ?? []]
    return [key, field.type === 'yesNo' ? (value === true ? 'yes' : value === false ? 'no' : '') : value === null || value === undefined ? '' : String(value)]
  }))
}
