// Importing: what a register adds to the declaration so that files from the wild are understood: readers of running text, other names, where leftovers go.
import type { Fields } from '../field-types.ts'
import type { Register } from '../register.ts'
import type { RowsReader } from './read-row.ts'

export type Importing = {
  /** How the running text of a cell becomes the rows of a repeating group; without one each line becomes a row by its first text. */
  readonly rowsReaders: Readonly<Record<string, RowsReader>>
  /** Field whose text takes what fits no value of a field. */
  readonly noteFields: Readonly<Record<string, string>>
  /** The same for fields that aren't among `noteFields`: a long text. */
  readonly noteField: string
  /** How registers in the wild write the choices of a field. */
  readonly choiceNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** Fields that a person fills in once for all new entries whose row says nothing: choices, or the department. */
  readonly starts: readonly string[]
  /** Groups of which each row keeps the words of the file itself, so that nothing is left for the note. */
  readonly keepsOwnText: readonly string[]
  /** One invented entry in our own notation, to begin a register with. */
  readonly example: Readonly<Record<string, string>>
}

/** A register with how files are read into it. */
export type Book = { readonly register: Register; readonly importing: Importing }

let tied: ReadonlyMap<string, Book> = new Map()

/** Makes these the books that files can be read into. @throws Error for a note field that isn't a long text */
export function tieBooks(books: readonly Book[]): void {
  for (const { register, importing } of books) {
    for (const key of [importing.noteField, ...Object.values(importing.noteFields)]) {
      if (register.fields[key]?.type !== 'longText') throw new Error(`Register “${register.key}”: “${key}” is no long text, so it can’t take what an import leaves over`)
    }
  }
  tied = new Map(books.map((book) => [book.register.key, book]))
}

export function bookOf(key: string): Book | undefined {
  return tied.get(key)
}

/** For a register that needs nothing special: leftovers go to its last long text. */
export function plainImporting<F extends Fields>(register: Register<F>, more: Partial<Importing> = {}): Importing {
  const texts = Object.entries(register.fields).filter(([, { type }]) => type === 'longText').map(([key]) => key)
  const { title, department } = register.named
  return { rowsReaders: {}, noteFields: {}, noteField: texts.at(-1) ?? '', choiceNames: {}, starts: department ? [department] : [], keepsOwnText: [], example: { [title]: register.words.one.nl }, ...more }
}

export function noteFieldOf({ importing }: Book): (field: string) => string {
  return (field) => importing.noteFields[field] ?? importing.noteField
}
