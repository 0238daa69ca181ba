// Reading: the access records that stay behind when entries that name persons are read.
import { recordAccess } from '../access-record/record.ts'
import type { Scope } from '../ground/scope.ts'
import type { AnyInput } from './entry.ts'
import type { CellField, Fields } from './field-types.ts'

/** Ids of the persons that inputs name, by the fields that say so. */
export function personsIn(fields: Fields, inputs: readonly AnyInput[]): string[] {
  const found = new Set<string>()
  const add = (cell: CellField, value: unknown) => { if (cell.type === 'reference' && cell.identifies === 'person' && typeof value === 'string') found.add(value) }
  for (const input of inputs) {
    for (const [key, field] of Object.entries(fields)) {
      if (field.type === 'rows') for (const row of (input[key] as AnyInput[] | undefined) ?? []) for (const [column, cell] of Object.entries(field.columns)) add(cell, row[column])
      else if (field.type === 'reference') add(field, input[key])
    }
  }
  return [...found]
}

/** Leaves the records for the persons that these inputs name. `name` says the act in Dutch, never a person. */
export function recordReading(scope: Scope, fields: Fields, inputs: readonly AnyInput[], name: string): Promise<void> {
  return recordAccess(scope, { name, subjects: personsIn(fields, inputs).map((id) => ({ type: 'person', id })) })
}
