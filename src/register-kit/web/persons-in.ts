// Persons in: whom an entry names, by the fields that are declared to identify somebody, for the record of who read it.
import type { AnyInput } from '../entry.ts'
import type { CellField, Fields } from '../field-types.ts'

/** Ids of the persons that fields which identify somebody point at. */
export function personsIn(fields: Fields, input: AnyInput): string[] {
  const inCell = (cell: CellField, value: unknown) => cell.type === 'reference' && cell.identifies === 'person' && typeof value === 'string' ? [value] : []
  return Object.entries(fields).flatMap(([key, field]) => {
    const value = input[key]
    if (field.type === 'rows') return Array.isArray(value) ? (value as AnyInput[]).flatMap((row) => Object.entries(field.columns).flatMap(([column, cell]) => inCell(cell, row[column]))) : []
    return field.type === 'terms' || field.type === 'choices' ? [] : inCell(field, value)
  })
}
