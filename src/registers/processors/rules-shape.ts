// Shape of the rules on a processor, and how they name a row.
import { t } from '../../ground/words.ts'
import type { InputOf } from '../../register-kit/field-types.ts'
import type { Rule } from '../../register-kit/rules.ts'
import type { fields } from './declaration.ts'

export type ProcessorInput = InputOf<typeof fields>
export type ProcessorRules = Readonly<Record<string, Rule<ProcessorInput>>>

/** Rows for which something holds: by their own name, else by their place. */
export function rowsWhere<R>(rows: readonly R[], name: (row: R) => string | null, holds: (row: R) => boolean): string[] {
  return rows.flatMap((row, index) => holds(row) ? [name(row) ?? t(`rij ${index + 1}`, `row ${index + 1}`)] : [])
}
