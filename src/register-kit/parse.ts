// Parse: what came in through a door (form, import, API) becomes a register's input, or a list of faults that names each field.
import { Temporal } from 'temporal-polyfill'
import { isId } from '../ground/ids.ts'
import type { Fault } from '../ground/refusals.ts'
import { say, t } from '../ground/words.ts'
import { readTypedDate, readTypedMoment } from '../page-kit/typed-dates.ts'
import type { AnyInput, Lookups } from './entry.ts'
import { type CellField, type Choice, emptyValue, type Field, type Fields, type InputOf } from './field-types.ts'

/** Parses raw values (strings, lists, nested rows). Unknown keys are faults; a key that is absent keeps the value of `base` or is empty. */
export function parseInput<F extends Fields>(fields: F, raw: Record<string, unknown>, lookups: Lookups, base?: AnyInput): { input: InputOf<F>; faults: Fault[] } {
  const faults: Fault[] = []
  const input: AnyInput = {}
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(fields, key)) faults.push({ at: key, message: t(`Het veld “${key.slice(0, 60)}” bestaat niet.`, `There is no field “${key.slice(0, 60)}”.`) })
  }
  for (const [key, field] of Object.entries(fields)) {
    input[key] = Object.hasOwn(raw, key) ? parseField(field, raw[key], key, lookups, faults) : base?.[key] ?? emptyValue(field)
  }
  return { input: input as InputOf<F>, faults }
}

function parseField(field: Field, raw: unknown, at: string, lookups: Lookups, faults: Fault[]): unknown {
  if (field.type === 'choices') return parseChoices(field.choices, raw, at, faults)
  if (field.type === 'terms') return parseTerms(field.catalogue, raw, at, lookups, faults)
  if (field.type === 'rows') return parseRows(field.columns, raw, at, lookups, faults)
  return parseCell(field, raw, at, lookups, faults)
}

function parseTerms(catalogue: string, raw: unknown, at: string, lookups: Lookups, faults: Fault[]): string[] {
  const list = Array.isArray(raw) ? raw : raw === null || raw === undefined || raw === '' ? [] : [raw]
  const keys: string[] = []
  for (const item of list) {
    const key = parseTerm(catalogue, item, at, lookups, faults)
    if (key !== null && !keys.includes(key)) keys.push(key)
  }
  return keys
}

function parseChoices(choices: readonly Choice[], raw: unknown, at: string, faults: Fault[]): string[] {
  const list = Array.isArray(raw) ? raw : raw === null || raw === undefined || raw === '' ? [] : [raw]
  if (list.some((item) => !choices.some(({ key }) => key === item))) faults.push({ at, message: sayChoices(choices) })
  // In the order of the declaration, each once, so that the order of ticking is no change.
  return choices.flatMap(({ key }) => list.includes(key) ? [key] : [])
}

function sayChoices(choices: readonly Choice[]): string {
  const list = choices.map(({ words }) => say(words)).join(', ')
  return t(`Kies een van: ${list}.`, `Choose one of: ${list}.`)
}

const mostRows = 200

function parseRows(columns: Readonly<Record<string, CellField>>, raw: unknown, at: string, lookups: Lookups, faults: Fault[]): AnyInput[] {
  if (raw === null || raw === undefined || raw === '') return []
  if (!Array.isArray(raw)) {
    faults.push({ at, message: t('Hier hoort een lijst met regels.', 'This should be a list of rows.') })
    return []
  }
  if (raw.length > mostRows) {
    faults.push({ at, message: t(`Er kunnen hooguit ${mostRows} regels in; dit zijn er ${raw.length}.`, `At most ${mostRows} rows fit; these are ${raw.length}.`) })
    return []
  }
  const parsed: AnyInput[] = []
  for (const [index, item] of raw.entries()) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      faults.push({ at: `${at}.${index}`, message: t('Deze regel is niet te lezen.', 'This row can’t be read.') })
      continue
    }
    const given = item as Record<string, unknown>
    for (const key of Object.keys(given)) {
      if (!Object.hasOwn(columns, key)) faults.push({ at: `${at}.${index}.${key.slice(0, 60)}`, message: t('Dit veld bestaat niet.', 'There is no such field.') })
    }
    // Faults are numbered as the person sees the rows, so empty rows are dropped only after parsing.
    const row = Object.fromEntries(Object.entries(columns).map(([key, cell]) => [key, parseCell(cell, given[key], `${at}.${index}.${key}`, lookups, faults)]))
    if (Object.values(row).some((value) => value !== null)) parsed.push(row)
  }
  return parsed
}

/** Parses one value of a simple field; a fault is added and null returned when it can't be read. */
export function parseCell(field: CellField, raw: unknown, at: string, lookups: Lookups, faults: Fault[]): string | number | boolean | null {
  if (raw === null || raw === undefined || raw === '') return null
  const fail = (message: string): null => {
    faults.push({ at, message })
    return null
  }
  switch (field.type) {
    case 'text':
    case 'longText': {
      if (typeof raw !== 'string') return fail(t('Hier hoort tekst.', 'This should be text.'))
      const clean = tidy(raw, field.type === 'longText')
      if (clean.length > field.most) return fail(t(`Deze tekst is te lang: ${clean.length} tekens, er passen er ${field.most}.`, `This text is too long: ${clean.length} characters; ${field.most} fit.`))
      return clean === '' ? null : clean
    }
    case 'number': {
      const value = typeof raw === 'number' ? raw : typeof raw === 'string' && /^-?[\d.\s]{1,20}$/.test(raw.trim()) ? Number(raw.replace(/[.\s]/g, '')) : Number.NaN
      return Number.isInteger(value) && value >= field.least && value <= field.most ? value
        : fail(t(`Vul een heel getal in van ${field.least} tot ${field.most}.`, `Fill in a whole number from ${field.least} to ${field.most}.`))
    }
    case 'yesNo':
      if (raw === true || raw === 'yes' || raw === 'true') return true
      if (raw === false || raw === 'no' || raw === 'false') return false
      return fail(t('Kies ja of nee.', 'Choose yes or no.'))
    case 'date': {
      const day = typeof raw === 'string' ? readTypedDate(raw) : null
      return day !== null && day > '1800' && day < '2200' ? day : fail(t('Dit is geen datum. Schrijf bijvoorbeeld 31-12-2026.', 'This is no date. Write for example 31-12-2026.'))
    }
    case 'moment':
      return (typeof raw === 'string' ? readTypedMoment(raw) : null) ?? fail(t('Dit is geen datum met een tijd. Schrijf bijvoorbeeld 31-12-2026 14:05.', 'This is no date with a time. Write for example 31-12-2026 14:05.'))
    case 'duration':
      return typeof raw === 'string' && isDuration(raw.trim()) ? raw.trim() : fail(t('Dit is geen termijn. Kies een aantal en een eenheid, bijvoorbeeld 5 jaar.', 'This is no term. Choose an amount and a unit, for example 5 years.'))
    case 'choice':
      return field.choices.some((choice) => choice.key === raw) ? String(raw) : fail(sayChoices(field.choices))
    case 'term':
      return parseTerm(field.catalogue, raw, at, lookups, faults)
    case 'reference':
      return typeof raw === 'string' && isId(raw) && lookups.references[field.to]?.has(raw) ? raw : fail(t('Deze keuze bestaat niet (meer). Kies opnieuw uit de lijst.', 'This choice doesn’t exist (any more). Choose from the list again.'))
  }
}

function parseTerm(catalogue: string, raw: unknown, at: string, lookups: Lookups, faults: Fault[]): string | null {
  if (raw === null || raw === undefined || raw === '') return null
  if (typeof raw === 'string' && lookups.terms.get(catalogue)?.has(raw)) return raw
  faults.push({ at, message: t(`“${String(raw).slice(0, 60)}” staat niet in de lijst. Kies een waarde uit de lijst.`, `“${String(raw).slice(0, 60)}” isn’t in the list. Choose a value from the list.`) })
  return null
}

/** Text as it is kept: composed letters, plain line ends, no control characters, no space around it. */
export function tidy(text: string, hasLines: boolean): string {
  const plain = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
  return (hasLines ? plain.replace(/[ \t]+$/gm, '') : plain.replace(/\s+/g, ' ')).trim()
}

function isDuration(text: string): boolean {
  if (!/^P(?=.)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?(T(?=.)(\d{1,5}H)?(\d{1,5}M)?)?$/.test(text)) return false
  return Temporal.Duration.from(text).sign > 0
}
