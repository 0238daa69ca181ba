// Import choices: what a person says about a file (which column is which field, how entries are recognised, in which state new ones come) and the first proposal for it.
import { z } from 'zod'
import { fold } from '../../ground/letters.ts'
import { currentLanguage, languages, type Words } from '../../ground/words.ts'
import { type KnownField, type RecognisedColumn, recogniseHeadings } from '../exchange/recognise-headings.ts'
import type { Register } from '../register.ts'
import type { Book } from './importing.ts'

export const keyWords = {
  number: { nl: 'nummer', en: 'number' }, name: { nl: 'naam', en: 'name' }, name_department: { nl: 'naam en afdeling', en: 'name and department' },
} as const satisfies Record<string, Words>
export type KeyChoice = keyof typeof keyWords

export type ImportChoices = {
  readonly columns: readonly (string | null)[]
  /** How a row is recognised as an entry that is there already; null: every row is new. */
  readonly key: KeyChoice | null
  /** `active`: what the file holds is in force already. */
  readonly status: 'draft' | 'active'
  readonly emptyCells: 'keep' | 'clear'
  readonly faulty: 'refuse' | 'note'
  /** For new entries, where the row itself says nothing: field to value. */
  readonly starts: Readonly<Record<string, string | null>>
  /** What is said about each row comes in the language of whoever chose. */
  readonly language: (typeof languages)[number]
}

/** What may have been chosen, for reading it back from a form or the database; undefined when it doesn't fit this register (any more). */
export function readChoices({ register, importing }: Book, stored: unknown): ImportChoices | undefined {
  const keys = Object.keys(register.fields)
  const schema = z.object({
    columns: z.array(z.enum(keys).nullable()), key: z.enum(Object.keys(keyWords) as [KeyChoice, ...KeyChoice[]]).nullable(), status: z.enum(['draft', 'active']), emptyCells: z.enum(['keep', 'clear']), faulty: z.enum(['refuse', 'note']),
    starts: z.partialRecord(z.enum(importing.starts as [string, ...string[]]), z.string().max(100).nullable()), language: z.enum(languages).default('nl'),
  })
  const read = schema.safeParse(stored)
  return read.success ? { ...read.data, starts: Object.fromEntries(importing.starts.map((field) => [field, read.data.starts[field] || null])) } : undefined
}

const known = new WeakMap<Register['fields'], readonly KnownField[]>()

/** The same list each time for the same register: what headings are held against is made once of a list. */
export function knownFields({ fields }: Pick<Register, 'fields'>): readonly KnownField[] {
  const list = known.get(fields) ?? Object.entries(fields).map(([key, field]) => ({ key, label: field.words, aliases: field.aliases, field }))
  known.set(fields, list)
  return list
}

/** Columns that an export adds beside the fields; they say where an entry stands and are never read back. */
export const systemHeadings = ['Kenmerk in Waarborg', 'Status in Waarborg', 'Versie in Waarborg', 'Nakijken vóór'] as const

/** With those of the register's deadlines: when each ends, and where it stands. */
export function addedHeadings({ deadlines = {} }: Pick<Register, 'deadlines'>): string[] {
  return [...systemHeadings, ...Object.values(deadlines).flatMap(({ words }) => [`${words.nl}: vóór`, `${words.nl}: stand`])]
}

/** Fields in which the values of several columns can stand together. */
function canJoin({ fields, named }: Register, key: string): boolean {
  return ['text', 'longText', 'terms', 'rows'].includes(fields[key]?.type ?? '') && key !== named.title && key !== named.number.field
}

/** The proposal that a person starts from. Doubtful columns are proposed too, and marked so on the page; `sureOnly` leaves them out. */
export function proposeChoices({ register, importing }: Book, headings: readonly string[], options: { sureOnly?: boolean } = {}): ImportChoices {
  const { title, number } = register.named
  const recognised = recogniseColumns(register, headings)
  const columns = recognised.map(({ field, also, certainty }): string | null => {
    if (certainty === 'none' || (options.sureOnly && certainty === 'doubtful')) return null
    if (field !== null) return field
    // A second column for the same field joins it where that can be: "Rechtmatige grondslag" and "Grondslag".
    return also !== null && canJoin(register, also) && certainty !== 'doubtful' ? also : null
  })
  const called = columns.includes(title) ? -1 : recognised.findIndex(({ field, also, alternatives }) => (field === 'description' || also === 'description') && alternatives.includes(title))
  // A register without a column for the name calls its entries by their "Omschrijving".
  if (called >= 0) columns[called] = title
  return {
    columns, key: columns.includes(number.field) ? 'number' : columns.includes(title) ? 'name' : null, status: 'draft', emptyCells: 'keep', faulty: 'refuse', language: currentLanguage(),
    starts: Object.fromEntries(importing.starts.map((key) => {
      const field = register.fields[key]
      return [key, field?.type === 'choice' ? field.choices[0]?.key ?? null : null]
    })),
  }
}

export function recogniseColumns(register: Register, headings: readonly string[]): readonly RecognisedColumn[] {
  const own = new Map(Object.entries(register.fields).map(([key, { words }]) => [words.nl, key]))
  const system = new Set(addedHeadings(register).map(fold))
  // Our own labels need no guessing, and two columns with the same label are the same field.
  return recogniseHeadings(headings.map((heading) => system.has(fold(heading)) ? '' : heading), knownFields(register)).map((column) => {
    const heading = headings[column.index] ?? ''
    const exact = own.get(heading)
    return { ...column, heading, ...(exact ? { field: exact, also: null, certainty: 'sure' as const } : {}) }
  })
}
