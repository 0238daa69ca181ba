// Say value: what a person reads for a field's value: labels for keys, Dutch dates and terms, one line per row.
import { sayDay } from '../ground/clock.ts'
import { say, type Language } from '../ground/words.ts'
import { sayDuration } from '../page-kit/duration.ts'
import type { CellField, Field } from './field-types.ts'
import type { AnyInput, } from './register.ts'
import type { Lookups } from './parse.ts'

/** Labels of a value, one per item; an empty list when nothing is filled in. A row becomes its filled cells, parted by ` · `. */
export function sayValue(field: Field, value: unknown, lookups: Lookups, language: Language = 'nl'): string[] {
  if (value === null || value === undefined) return []
  if (field.type === 'terms') return (value as string[]).map((key) => lookups.terms.get(field.catalogue)?.get(key)?.label ?? key)
  if (field.type === 'rows') {
    return (value as AnyInput[]).map((row) =>
      Object.entries(field.columns).map(([key, cell]) => sayCell(cell, row[key], lookups, language)).filter((said) => said !== '').join(' · '))
  }
  const said = sayCell(field, value, lookups, language)
  return said === '' ? [] : [said]
}

export function sayCell(field: CellField, value: unknown, lookups: Lookups, language: Language = 'nl'): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'yesNo': return value === true ? (language === 'nl' ? 'ja' : 'yes') : language === 'nl' ? 'nee' : 'no'
    case 'date': return sayDay(String(value))
    case 'duration': return sayDuration(String(value))
    case 'choice': {
      const choice = field.choices.find((one) => one.key === value)
      return choice ? say(choice.words, language) : String(value)
    }
    case 'term': return lookups.terms.get(field.catalogue)?.get(String(value))?.label ?? String(value)
    case 'reference': return lookups.references[field.to].get(String(value))?.label ?? ''
    default: return String(value)
  }
}
