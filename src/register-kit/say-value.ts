// Say value: what a person reads for a field's value: labels for keys, Dutch dates and terms, one line per row.
import { sayDay, sayMoment } from '../ground/clock.ts'
import { currentLanguage, say, t } from '../ground/words.ts'
import { sayDuration } from '../page-kit/duration.ts'
import type { AnyInput, Lookups } from './entry.ts'
import type { CellField, Field } from './field-types.ts'
import { lower } from './register-words.ts'

/** Labels of a value, one per item; an empty list when nothing is filled in. A row becomes its filled cells, parted by ` · `; `bare` ones leave out what they are called. */
export function sayValue(field: Field, value: unknown, lookups: Lookups, { bare = false }: { readonly bare?: boolean } = {}): string[] {
  if (value === null || value === undefined) return []
  if (field.type === 'choices') return field.choices.flatMap(({ key, words }) => (value as string[]).includes(key) ? [say(words)] : [])
  if (field.type === 'terms') return (value as string[]).map((key) => lookups.terms.get(field.catalogue)?.get(key)?.label ?? key)
  if (field.type === 'rows') {
    return (value as AnyInput[]).map((row) =>
      Object.entries(field.columns).map(([key, cell]) => withName(cell, sayCell(cell, row[key], lookups), bare)).filter((said) => said !== '').join(' · '))
  }
  const said = sayCell(field, value, lookups)
  return said === '' ? [] : [said]
}

/** What a cell among others is called, where its value doesn't say so by itself: a day, a number, a yes. */
export function nameInRow(cell: CellField): string | undefined {
  return ['yesNo', 'date', 'moment', 'number', 'duration'].includes(cell.type) ? `${lower(say(cell.words))}: ` : undefined
}

function withName(cell: CellField, said: string, bare: boolean): string {
  return said === '' || bare ? said : `${nameInRow(cell) ?? ''}${said}`
}

export function sayCell(field: CellField, value: unknown, lookups: Lookups): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'yesNo': return value === true ? t('ja', 'yes') : t('nee', 'no')
    case 'number': return `${Number(value).toLocaleString(currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB')}${field.unit ? ` ${say(field.unit)}` : ''}`
    case 'date': return sayDay(String(value))
    case 'moment': return sayMoment(new Date(String(value)))
    case 'duration': return sayDuration(String(value))
    case 'choice': {
      const choice = field.choices.find((one) => one.key === value)
      return choice ? say(choice.words) : String(value)
    }
    case 'term': return lookups.terms.get(field.catalogue)?.get(String(value))?.label ?? String(value)
    case 'reference': return lookups.references[field.to]?.get(String(value))?.label ?? ''
    default: return String(value)
  }
}
