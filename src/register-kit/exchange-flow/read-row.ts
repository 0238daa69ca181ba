// Read row: the cells of one row become what it says about an entry; what fits no value goes to a note, and every doubt is said.
import { splitValues } from '../../catalogues/split.ts'
import type { Lookups, AnyInput } from '../entry.ts'
import { readDay } from '../exchange/read-day.ts'
import { readDuration } from '../exchange/read-duration.ts'
import { readYesNo } from '../exchange/read-value.ts'
import { t } from '../../ground/words.ts'
import { type CellField, type Field, type Fields, emptyValue } from '../field-types.ts'
import { parseInput, tidy } from '../parse.ts'
import type { NamesOf } from './names.ts'
import { readOwn } from './own-notation.ts'
import type { Patch } from './patch.ts'
import { type Finder, saysNone } from './value-finder.ts'

/** `refuse`: the row is left out of the import. `column` counts from 0. */
export type RowMessage = { readonly level: 'refuse' | 'note'; readonly column: number | null; readonly message: string }
export type RowReading = { readonly patch: Patch; readonly messages: RowMessage[] }

export type ReadChoices = {
  /** Field of each column, null for a column that isn't imported. */
  readonly columns: readonly (string | null)[]
  /** What an empty cell of a mapped column does to an entry that is there already. */
  readonly emptyCells: 'keep' | 'clear'
  /** What an unreadable value (a day, a yes or no) does to its row. */
  readonly faulty: 'refuse' | 'note'
}

/** Reads the running text of a repeating group. `keep` takes text that found no place in the rows. */
export type RowsReader = (text: string, tools: { readonly field: string; readonly finder: Finder; readonly keep: (text: string) => void }) => AnyInput[]

export type ReaderOptions = {
  readonly fields: Fields
  readonly headings: readonly string[]
  readonly choices: ReadChoices
  readonly lookups: Lookups
  readonly names: NamesOf
  readonly finder: Finder
  readonly rowsReaders: Readonly<Record<string, RowsReader>>
  /** Field whose text takes what doesn't fit in `field`. */
  readonly noteFieldOf: (field: string) => string
}

type Cell = { readonly column: number; readonly text: string }

/** Makes a reader for all rows of one file. `read` are the messages that reading the file itself left at the row. */
export function makeRowReader(options: ReaderOptions): (cells: readonly string[], read: readonly { column: number | null; level: 'refused' | 'notice'; message: string }[]) => RowReading {
  const { fields, choices } = options
  const columnsOf = new Map<string, number[]>()
  for (const [column, field] of choices.columns.entries()) {
    if (field !== null && Object.hasOwn(fields, field)) columnsOf.set(field, [...columnsOf.get(field) ?? [], column])
  }
  return (cells, read) => {
    const row = new RowState(options)
    for (const { column, level, message } of read) {
      // A column that nobody imports can't spoil the row.
      if (column === null || (choices.columns[column] ?? null) !== null) row.say(level === 'refused' && choices.faulty === 'refuse' ? 'refuse' : 'note', column, message)
    }
    for (const [key, columns] of columnsOf) {
      const filled = columns.map((column) => ({ column, text: cells[column] ?? '' })).filter(({ text }) => text.trim() !== '')
      if (filled.length > 0) readField(row, key, fields[key]!, filled)
      else if (choices.emptyCells === 'clear') row.raw[key] = emptyValue(fields[key]!)
    }
    return row.finish(columnsOf)
  }
}

/** What is gathered about one row. */
class RowState {
  readonly options: ReaderOptions
  readonly raw: Record<string, unknown> = {}
  private readonly notes: Record<string, string[]> = {}
  private readonly messages: RowMessage[] = []

  constructor(options: ReaderOptions) {
    this.options = options
  }

  say(level: RowMessage['level'], column: number | null, message: string): void {
    this.messages.push({ level, column, message })
  }

  keep(field: string, column: number, text: string): void {
    (this.notes[this.options.noteFieldOf(field)] ??= []).push(`${this.options.headings[column]}: ${tidy(text, true)}`)
  }

  /** A value that can't be read: the row is refused, or its text kept. */
  fault(field: string, { column, text }: Cell, message: string): void {
    const isKept = this.options.choices.faulty === 'note'
    if (isKept) this.keep(field, column, text)
    this.say(isKept ? 'note' : 'refuse', column, isKept ? `${message} ${t('De tekst staat in de toelichting.', 'The text stands in the note.')}` : message)
  }

  /** A value out of a list; undefined when the text isn't surely one. */
  find(domain: string, field: string, cell: Cell, piece = cell.text): string | undefined {
    const found = this.options.finder.find(domain, field, piece)
    if (found.state === 'sure') return found.key
    if (found.state === 'left-out') this.say('note', cell.column, t(`“${shown(piece)}” is weggelaten, zoals gekozen.`, `“${shown(piece)}” was left out, as chosen.`))
    else this.keep(field, cell.column, piece)
    if (found.state === 'open') this.say('note', cell.column, t(`“${shown(piece)}” is niet herkend en staat in de toelichting.`, `“${shown(piece)}” wasn’t recognised and stands in the note.`))
    return undefined
  }

  finish(columnsOf: ReadonlyMap<string, readonly number[]>): RowReading {
    const { input, faults } = parseInput(this.options.fields, this.raw, this.options.lookups)
    for (const { at, message } of faults) this.say('refuse', columnsOf.get(at.split('.')[0]!)?.[0] ?? null, message)
    const set = Object.fromEntries(Object.keys(this.raw).map((key) => [key, input[key]]))
    return { patch: { set, notes: this.notes }, messages: this.messages }
  }
}

function readField(row: RowState, key: string, field: Field, cells: readonly Cell[]): void {
  switch (field.type) {
    case 'text':
    case 'longText': return readText(row, key, field, cells)
    case 'terms': return readTerms(row, key, field.catalogue, field, cells)
    case 'choices': return readTerms(row, key, `choice:${key}`, field, cells)
    case 'rows': return readRows(row, key, field, cells)
    default: return readOne(row, key, field, cells)
  }
}

function readText(row: RowState, key: string, field: Extract<Field, { type: 'text' | 'longText' }>, cells: readonly Cell[]): void {
  const isLong = field.type === 'longText'
  const text = tidy(cells.map((cell) => cell.text.trim()).join(isLong ? '\n' : '; '), isLong)
  if (isLong || text.length <= field.most) {
    row.raw[key] = text
    return
  }
  // A short field holds the beginning; the whole text stays readable.
  row.raw[key] = `${text.slice(0, field.most - 1).trimEnd()}…`
  for (const cell of cells) row.keep(key, cell.column, cell.text)
  row.say('note', cells[0]!.column, t(`De tekst heeft ${text.length} tekens en is hier ingekort tot ${field.most}; de hele tekst staat in de toelichting.`, `The text has ${text.length} characters and is cut to ${field.most} here; the whole text stands in the note.`))
}

function readTerms(row: RowState, key: string, catalogue: string, field: Field, cells: readonly Cell[]): void {
  const keys: string[] = []
  let isUnknown = false
  for (const cell of cells) {
    const own = readOwn(field, cell.text, row.options.names) as string[] | undefined
    if (own) keys.push(...own)
    else {
      for (const piece of splitValues(cell.text, (text) => row.options.finder.isKnown(catalogue, text))) {
        if (saysNone(piece)) continue
        const found = row.find(catalogue, key, cell, piece)
        if (found === undefined) isUnknown = true
        else keys.push(found)
      }
    }
  }
  // Text of which nothing was understood doesn't empty a field that somebody filled by hand.
  if (keys.length > 0 || !isUnknown) row.raw[key] = [...new Set(keys)]
}

function readRows(row: RowState, key: string, field: Extract<Field, { type: 'rows' }>, cells: readonly Cell[]): void {
  const own = cells.length === 1 ? readOwn(field, cells[0]!.text, row.options.names) : undefined
  if (own !== undefined) {
    row.raw[key] = own
    return
  }
  const texts = cells.filter(({ text }) => !saysNone(text))
  const column = cells[0]!.column
  const reader = row.options.rowsReaders[key]
  const text = texts.map((one) => one.text).join('\n')
  const tools = {
    field: key, finder: row.options.finder,
    keep: (left: string) => {
      row.keep(key, column, left)
      row.say('note', column, t(`“${shown(left)}” past hier niet en staat in de toelichting.`, `“${shown(left)}” doesn’t fit here and stands in the note.`))
    },
  }
  const rows = texts.length === 0 ? [] : reader ? reader(text, tools) : plainRows(field.columns, text)
  if (rows === undefined) tools.keep(text)
  row.raw[key] = rows ?? []
}

function readOne(row: RowState, key: string, field: Exclude<Field, { type: 'text' | 'longText' | 'terms' | 'choices' | 'rows' }>, cells: readonly Cell[]): void {
  const [cell, ...others] = cells as [Cell, ...Cell[]]
  for (const other of others.filter(({ text }) => text.trim() !== cell.text.trim())) {
    row.keep(key, other.column, other.text)
    row.say('note', other.column, t(`In dit veld past één waarde; “${shown(other.text)}” staat in de toelichting.`, `This field takes one value; “${shown(other.text)}” stands in the note.`))
  }
  const own = readOwn(field, cell.text.trim(), row.options.names)
  if (own !== undefined) {
    row.raw[key] = own
    return
  }
  if (field.type === 'yesNo' || field.type === 'date' || field.type === 'duration') {
    const { value, fault, doubt } = field.type === 'yesNo' ? readYesNo(cell.text) : field.type === 'date' ? readDay(cell.text) : readDuration(cell.text)
    if (fault !== undefined) return row.fault(key, cell, fault)
    if (doubt !== undefined) {
      row.say('note', cell.column, doubt)
      if (field.type !== 'date') row.keep(key, cell.column, cell.text)
    }
    if (value !== null) row.raw[key] = value
    return
  }
  if (saysNone(cell.text) && field.type !== 'choice') return
  if (field.type === 'moment') {
    row.raw[key] = cell.text.trim()
    return
  }
  if (field.type === 'number') {
    row.raw[key] = cell.text.trim()
    return
  }
  const domain = field.type === 'choice' ? `choice:${key}` : field.type === 'reference' ? `reference:${field.to}` : field.catalogue
  const found = row.find(domain, key, cell)
  if (found !== undefined) row.raw[key] = found
}

export function shown(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain
}

/** Rows out of running text by the first text column alone. */
function plainRows(columns: Readonly<Record<string, CellField>>, text: string): AnyInput[] | undefined {
  const first = Object.entries(columns).find(([, { type }]) => type === 'text' || type === 'longText')
  if (!first) return undefined
  const [key, cell] = first as [string, { readonly most: number }]
  return text.split(/[\n;]/).map((part) => part.replace(/^\s*[-–*•]\s*/, '').trim()).filter(Boolean).map((part) => ({ [key]: part.length <= cell.most ? part : `${part.slice(0, cell.most - 1)}…` }))
}
