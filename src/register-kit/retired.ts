// Retired: a term, department or other choice that is out of use stays where it was chosen, but can't be chosen anew.
import type { Fault } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import type { Lookups, AnyInput } from './entry.ts'
import type { CellField, Fields } from './field-types.ts'

/** A fault for each value out of use that `after` has and the same field of `before` hadn't. */
export function chosenOutOfUse(fields: Fields, before: AnyInput, after: AnyInput, lookups: Lookups): Fault[] {
  const faults: Fault[] = []
  const check = (field: CellField, value: unknown, at: string, had: ReadonlySet<unknown>) => {
    const found = typeof value !== 'string' ? undefined
      : field.type === 'term' ? lookups.terms.get(field.catalogue)?.get(value)
        : field.type === 'reference' ? lookups.references[field.to]?.get(value) : undefined
    if (found?.isActive === false && !had.has(value)) faults.push({ at, message: t(`“${found.label}” is buiten gebruik. Kies iets anders.`, `“${found.label}” is out of use. Choose something else.`) })
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field.type === 'terms') {
      const had = new Set(listOf(before[key]))
      for (const value of listOf(after[key])) check({ ...field, type: 'term' }, value, key, had)
    } else if (field.type === 'rows') {
      for (const [column, cell] of Object.entries(field.columns)) {
        const had = new Set(listOf(before[key]).map((row) => (row as AnyInput)[column]))
        for (const [index, row] of listOf(after[key]).entries()) check(cell, (row as AnyInput)[column], `${key}.${index}.${column}`, had)
      }
    } else if (field.type !== 'choices') {
      check(field, after[key], key, new Set([before[key]]))
    }
  }
  return faults
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
