// Changes: what differs between two inputs of the same register, field by field.
import { isDeepStrictEqual } from 'node:util'
import type { AnyInput } from './entry.ts'
import type { Fields } from './field-types.ts'

export type Change = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** The fields whose value differs. The order of terms doesn't matter; the order of rows does. */
export function changesBetween(fields: Fields, before: AnyInput, after: AnyInput): Change[] {
  return Object.keys(fields).flatMap((field) =>
    isSame(fields[field]!.type, before[field], after[field]) ? [] : [{ field, before: before[field] ?? null, after: after[field] ?? null }])
}

function isSame(type: string, one: unknown, other: unknown): boolean {
  if (type === 'terms') return isDeepStrictEqual(sorted(one), sorted(other))
  return isDeepStrictEqual(one ?? null, other ?? null)
}

function sorted(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String).toSorted((one, other) => one < other ? -1 : one > other ? 1 : 0) : []
}

export type Merge = {
  /** The input with everything that only one side changed. */
  readonly merged: AnyInput
  /** Fields that both sides changed, and differently: a person decides. */
  readonly conflicts: readonly { readonly field: string; readonly mine: unknown; readonly theirs: unknown }[]
  /** Fields that only the other side changed: taken over. */
  readonly takenOver: readonly string[]
}

/** Three-way merge: `base` is what I started from, `mine` what I typed, `theirs` what was saved meanwhile. */
export function merge(fields: Fields, base: AnyInput, mine: AnyInput, theirs: AnyInput): Merge {
  const myFields = new Set(changesBetween(fields, base, mine).map((change) => change.field))
  const theirFields = changesBetween(fields, base, theirs).map((change) => change.field)
  const merged: AnyInput = { ...mine }
  const conflicts: { field: string; mine: unknown; theirs: unknown }[] = []
  const takenOver: string[] = []
  for (const field of theirFields) {
    if (!myFields.has(field)) {
      merged[field] = theirs[field]
      takenOver.push(field)
    } else if (!isSame(fields[field]!.type, mine[field], theirs[field])) {
      conflicts.push({ field, mine: mine[field], theirs: theirs[field] })
    }
  }
  return { merged, conflicts, takenOver }
}
