// Own notation: the value of a field as the text of one cell and back, without loss; what an export writes and an import recognises.
import type { AnyInput } from '../entry.ts'
import { formatList, formatRows, parseList, parseRows } from '../exchange/cell-notation.ts'
import { readDuration } from '../exchange/read-duration.ts'
import type { WriteColumn } from '../exchange/write-table.ts'
import { sayDuration } from '../../page-kit/duration.ts'
import { readTypedMoment, writeLocalMoment } from '../../page-kit/typed-dates.ts'
import type { CellField, Field, Fields } from '../field-types.ts'
import type { NamesOf } from './names.ts'

/** The columns that the fields of a register become, with their Dutch labels as headings. */
export function columnsOf(fields: Fields): WriteColumn[] {
  return Object.values(fields).map((field) => ({
    heading: field.words.nl, kind: field.type === 'date' ? 'day' as const : ['longText', 'rows', 'terms', 'choices'].includes(field.type) ? 'longText' as const : 'text' as const,
  }))
}

/** One entry as the cells of its row, in the order of the fields. */
export function cellsOf(fields: Fields, input: AnyInput, names: NamesOf): string[] {
  return Object.entries(fields).map(([key, field]) => writeValue(field, input[key], names))
}

function writeValue(field: Field, value: unknown, names: NamesOf): string {
  if (value === null || value === undefined) return ''
  if (field.type === 'choices') return formatList(field.choices.flatMap(({ key, words }) => (value as string[]).includes(key) ? [words.nl] : []))
  if (field.type === 'terms') return formatList((value as string[]).map(names.term(field.catalogue).nameOf))
  if (field.type === 'rows') return formatRows((value as AnyInput[]).map((row) => Object.entries(field.columns).map(([key, cell]) => writeCell(cell, row[key], names))))
  return writeCell(field, value, names)
}

function writeCell(field: CellField, value: unknown, names: NamesOf): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'yesNo': return value === true ? 'ja' : 'nee'
    case 'moment': return localMoment(String(value))
    case 'duration': return sayable(String(value))
    case 'choice': return field.choices.find(({ key }) => key === value)?.words.nl ?? String(value)
    case 'term': return names.term(field.catalogue).nameOf(String(value))
    case 'reference': return names.reference(field.to).nameOf(String(value))
    default: return String(value)
  }
}

// `2026-12-31 14:05` where that comes back as the same moment: not in the hour that autumn has twice.
function localMoment(iso: string): string {
  const said = writeLocalMoment(new Date(iso), ' ')
  return readTypedMoment(said) === iso ? said : iso
}

// `5 jaar` where that comes back as the same term, else the ISO form.
function sayable(iso: string): string {
  const said = sayDuration(iso)
  return readDuration(said).value === iso ? said : iso
}

/** Reads a cell that stands wholly in our own notation: raw values as `parseInput` takes them. Undefined for any other text. */
export function readOwn(field: Field, cell: string, names: NamesOf): unknown {
  if (field.type === 'choices') {
    const keys = parseList(cell).map((label) => field.choices.find(({ words }) => words.nl === label)?.key)
    return keys.length > 0 && keys.every((key) => key !== undefined) ? keys : undefined
  }
  if (field.type === 'terms') {
    const keys = parseList(cell).map(names.term(field.catalogue).keyOf)
    return keys.length > 0 && keys.every((key) => key !== undefined) ? keys : undefined
  }
  if (field.type === 'rows') return readRows(field.columns, cell, names)
  return readCell(field, cell, names)
}

function readRows(columns: Readonly<Record<string, CellField>>, cell: string, names: NamesOf): AnyInput[] | undefined {
  const entries = Object.entries(columns)
  const rows = parseRows(cell)
  if (rows.length === 0 || rows.some((row) => row.length !== entries.length)) return undefined
  const read: AnyInput[] = []
  for (const row of rows) {
    const values: AnyInput = {}
    for (const [index, [key, column]] of entries.entries()) {
      const text = row[index]!
      const value = text === '' ? null : readCell(column, text, names)
      if (value === undefined) return undefined
      values[key] = value
    }
    read.push(values)
  }
  return read
}

function readCell(field: CellField, text: string, names: NamesOf): unknown {
  switch (field.type) {
    case 'yesNo': return text === 'ja' ? true : text === 'nee' ? false : undefined
    case 'number': return /^-?\d{1,12}$/.test(text) ? Number(text) : undefined
    case 'date': return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
    case 'moment': return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(text) ? readTypedMoment(text) ?? undefined : undefined
    case 'duration': {
      if (/^P[0-9YMWDTH]+$/.test(text)) return text
      const { value, doubt } = readDuration(text)
      return value !== null && doubt === undefined ? value : undefined
    }
    case 'choice': return field.choices.find(({ words }) => words.nl === text)?.key
    case 'term': return names.term(field.catalogue).keyOf(text)
    case 'reference': return names.reference(field.to).keyOf(text)
    default: return text
  }
}
