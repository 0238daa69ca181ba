// JSON cells: a value of the API's wire form as the text of a cell, in the notation that an import reads back without loss.
import { t } from '../../ground/words.ts'
import type { CellField, Field } from '../field-types.ts'
import { wireName } from '../wire.ts'
import { formatList, formatRows } from './cell-notation.ts'
import { numberText } from './workbook-cells.ts'

/** `fault` says why nothing could be read, `doubt` what was left out: sentences without the field's name. */
export type JsonCell = { readonly text: string; readonly fault?: string; readonly doubt?: string }

/** `field` is what the register knows by this name; without it the value speaks for itself. */
export function jsonCell(value: unknown, field: Field | undefined): JsonCell {
  try {
    const doubts: string[] = []
    const text = field === undefined ? textOfUnknown(value) : textOf(field, value, doubts)
    return doubts.length === 0 ? { text } : { text, doubt: [...new Set(doubts)].join(' ') }
  } catch (error) {
    if (error instanceof Misfit) return { text: '', fault: error.message }
    throw error
  }
}

class Misfit extends Error {}

function textOf(field: Field, value: unknown, doubts: string[]): string {
  if (value === null || value === undefined) return ''
  if (field.type === 'rows') {
    if (!Array.isArray(value)) return typeof value === 'string' ? value : misfit(t('Hier hoort een lijst van objecten.', 'A list of objects belongs here.'))
    return formatRows(value.map((row) => partsOf(field.columns, row, doubts)))
  }
  if (field.type === 'terms' || field.type === 'choices') {
    if (!Array.isArray(value)) return textOfOne(value)
    return formatList(value.map((item) => (field.type === 'choices' ? choiceWord(field.choices, textOfOne(item)) : textOfOne(item))))
  }
  return cellText(field, value)
}

function partsOf(columns: Readonly<Record<string, CellField>>, row: unknown, doubts: string[]): string[] {
  if (!isObject(row)) return misfit(t('In deze lijst horen objecten met velden.', 'Objects with fields belong in this list.'))
  const keys = Object.keys(columns)
  for (const key of Object.keys(row)) if (!keys.some((one) => one === key || wireName(one) === key)) doubts.push(t(`“${key.slice(0, 60)}” is geen deel van dit veld en is niet gelezen.`, `“${key.slice(0, 60)}” isn’t part of this field and wasn’t read.`))
  return keys.map((key) => cellText(columns[key]!, row[wireName(key)] ?? row[key]))
}

function cellText(field: CellField, value: unknown): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'yesNo': return value === true ? 'ja' : value === false ? 'nee' : typeof value === 'string' ? value : misfit(t('Hier hoort true of false.', 'True or false belongs here.'))
    case 'choice': return choiceWord(field.choices, textOfOne(value))
    case 'term':
    case 'reference': return textOfOne(value)
    default: return isObject(value) || Array.isArray(value) ? misfit(t('Hier hoort één waarde, geen lijst of object.', 'One value belongs here, no list or object.')) : textOfScalar(value)
  }
}

function choiceWord(choices: readonly { key: string; words: { nl: string } }[], text: string): string {
  return choices.find(({ key }) => key === text)?.words.nl ?? text
}

/** A text, or something that says what it points at by key or id. */
function textOfOne(value: unknown): string {
  if (!isObject(value)) return textOfScalar(value)
  const pointer = value.key ?? value.id ?? value.label ?? value.name
  return typeof pointer === 'string' ? pointer : misfit(t('Dit object noemt geen “key” of “id”.', 'This object has no “key” or “id”.'))
}

function textOfScalar(value: unknown): string {
  switch (typeof value) {
    case 'string': return value
    case 'boolean': return value ? 'ja' : 'nee'
    case 'number':
      // Digits are lost beyond this; as text they would have been kept.
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) return misfit(t('Dit getal is te lang om goed te lezen. Zet het tussen aanhalingstekens.', 'This number is too long to be read well. Put it between quotes.'))
      return numberText(value, undefined)
    default: return value === null ? '' : misfit(t('Hier hoort tekst.', 'Text belongs here.'))
  }
}

/** JSON of another product: readable text, one line for each object of a list. */
function textOfUnknown(value: unknown): string {
  if (Array.isArray(value)) return value.some((item) => isObject(item)) ? formatRows(value.map((item) => (isObject(item) ? Object.values(item).map(textOfPart) : [textOfPart(item)]))) : formatList(value.map(textOfPart))
  if (isObject(value)) return Object.entries(value).filter(([, part]) => part !== null && part !== '').map(([key, part]) => `${key}: ${textOfPart(part)}`).join('\n')
  return value === undefined ? '' : textOfScalar(value)
}

function textOfPart(part: unknown): string {
  return isObject(part) || Array.isArray(part) ? JSON.stringify(part) : textOfScalar(part)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function misfit(message: string): never {
  throw new Misfit(message)
}
