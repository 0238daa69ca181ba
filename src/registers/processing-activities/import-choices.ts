// Import choices: what a person says about a file (which column is which field, how entries are recognised, in which state new ones come) and the first proposal for it.
import { z } from 'zod'
import { say } from '../../ground/words.ts'
import { type KnownField, type RecognisedColumn, recogniseHeadings } from '../../register-kit/exchange/recognise-headings.ts'
import { fold } from '../../ground/letters.ts'
import { type FieldKey, fields } from './declaration.ts'

const fieldKeys = Object.keys(fields) as [FieldKey, ...FieldKey[]]

export const keyWords = { number: 'nummer', name: 'naam', name_department: 'naam en afdeling' } as const
export type KeyChoice = keyof typeof keyWords

export const importChoices = z.object({
  columns: z.array(z.enum(fieldKeys).nullable()),
  /** How a row is recognised as an entry that is there already; null: every row is new. */
  key: z.enum(Object.keys(keyWords) as [KeyChoice, ...KeyChoice[]]).nullable(),
  /** `active`: what the file holds is in force already. */
  status: z.enum(['draft', 'active']),
  emptyCells: z.enum(['keep', 'clear']),
  faulty: z.enum(['refuse', 'note']),
  /** For new entries, where the row itself says nothing. */
  role: z.enum(['controller', 'joint_controller', 'processor']),
  regime: z.enum(['gdpr', 'police']),
  department: z.uuid().nullable(),
})
export type ImportChoices = z.infer<typeof importChoices>

export const knownFields: readonly KnownField[] = fieldKeys.map((key) => ({ key, label: fields[key].words, aliases: fields[key].aliases }))

/** Columns that an export adds beside the fields; they say where an entry stands and are never read back. */
export const systemHeadings = ['Kenmerk in Waarborg', 'Status in Waarborg', 'Versie in Waarborg', 'Nakijken vóór'] as const

/** Fields in which the values of several columns can stand together. */
const joins = new Set(fieldKeys.filter((key) => ['text', 'longText', 'terms', 'rows'].includes(fields[key].type) && key !== 'name' && key !== 'number'))

/** The proposal that a person starts from. Doubtful columns are proposed too, and marked so on the page; `sureOnly` leaves them out. */
export function proposeChoices(headings: readonly string[], options: { sureOnly?: boolean } = {}): ImportChoices {
  const recognised = recogniseColumns(headings)
  const columns = recognised.map(({ field, also, certainty }): FieldKey | null => {
    if (certainty === 'none' || (options.sureOnly && certainty === 'doubtful')) return null
    if (field !== null) return field as FieldKey
    // A second column for the same field joins it where that can be: "Rechtmatige grondslag" and "Grondslag".
    return also !== null && joins.has(also as FieldKey) && certainty !== 'doubtful' ? also as FieldKey : null
  })
  const name = columns.includes('name') ? -1 : recognised.findIndex(({ field, also, alternatives }) => (field === 'description' || also === 'description') && alternatives.includes('name'))
  // A register without a column for the name calls its processing activities by their "Omschrijving".
  if (name >= 0) columns[name] = 'name'
  return {
    columns, key: columns.includes('number') ? 'number' : columns.includes('name') ? 'name' : null, status: 'draft', emptyCells: 'keep', faulty: 'refuse', role: 'controller', regime: 'gdpr', department: null,
  }
}

export function recogniseColumns(headings: readonly string[]): readonly RecognisedColumn[] {
  const own = new Map(fieldKeys.map((key) => [say(fields[key].words), key]))
  const system = new Set(systemHeadings.map(fold))
  // Our own labels need no guessing, and two columns with the same label are the same field.
  return recogniseHeadings(headings.map((heading) => system.has(fold(heading)) ? '' : heading), knownFields).map((column) => {
    const heading = headings[column.index] ?? ''
    const exact = own.get(heading)
    return { ...column, heading, ...(exact ? { field: exact, also: null, certainty: 'sure' as const } : {}) }
  })
}
