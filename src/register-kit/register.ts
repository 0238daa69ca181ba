// Register: what the kit knows of a book with entries. A room declares one; storing, history, search and exchange follow from it.
import type { Words } from '../ground/words.ts'
import type { Field, Fields, RowsField, TermsField } from './field-types.ts'

export type Register<F extends Fields = Fields> = {
  /** Name in history, findings and search (`processing-activities`). */
  readonly key: string
  readonly table: string
  /** Part of the address (`verwerkingen`). */
  readonly path: string
  readonly words: { readonly one: Words; readonly many: Words }
  readonly fields: F
  /** Counts changes of the declaration that old snapshots must be read with. */
  readonly schemaVersion: number
}

/** Input of any register, before its own type is known. */
export type AnyInput = Record<string, unknown>

/** The table that keeps a repeating group or a list of terms. */
export function childTable(register: Pick<Register, 'table'>, field: string): string {
  return `${register.table}_${field}`
}

export function isChild(field: Field): field is TermsField | RowsField {
  return field.type === 'terms' || field.type === 'rows'
}

/** Keys of the fields that are columns of the register's own table. */
export function columnKeys(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => !isChild(fields[key]!))
}

export function childKeys(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => isChild(fields[key]!))
}
