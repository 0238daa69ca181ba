// Days in cells: the notations in which people write a date, and which of them can be trusted.
import { t } from '../../ground/words.ts'
import { type Reading, saysNothing, normal, short } from './read-value.ts'

/**
 * A plain day (`2025-12-31`) from `31-12-2025`, `31/12/2025`, `31.12.25`, `2025-12-31`, `20251231`, `31 dec. 2025`, `december 31, 2025`,
 * or the day number of Excel (46022). Day comes before month, as it does in the Netherlands; `12/31/2025` is a fault and not a guess.
 */
export function readDay(text: string): Reading<string> {
  if (saysNothing(text)) return { value: null }
  if (text.length > 200) return noDate(text)
  const plain = normal(text).replace(/^(?:per|vanaf|sinds|m\.i\.v\.|met ingang van|d\.d\.|dd\.?|op|since|from)\s+/, '').replace(/^(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[.,]?\s+/, '')
    .replace(/(\d)[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:z|uur|[+-]\d{2}:?\d{2}))?$/, '$1')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), text)
  const dutch = /^(\d{1,2})\s?[-/.\\ ]\s?(\d{1,2})\s?[-/.\\ ]\s?(\d{4}|'?\d{2})$/.exec(plain)
  if (dutch) return day(year(dutch[3]!), Number(dutch[2]), Number(dutch[1]), text)
  const named = /^(\d{1,2})(?:e|ste|de|st|nd|rd|th)?[\s\-/.]*(?:of )?([a-zé]+)\.?[\s\-/.,]*(\d{4}|'?\d{2})$/.exec(plain)
  if (named && monthOf(named[2]!)) return day(year(named[3]!), monthOf(named[2]!)!, Number(named[1]), text)
  const english = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(plain)
  if (english && monthOf(english[1]!)) return day(Number(english[3]), monthOf(english[1]!)!, Number(english[2]), text)
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain)
  if (serial) return serialDay(Number(serial[1]), text)
  if (/^(?:[a-zé]+\.? )?(?:19|20)\d{2}$/.test(plain) || /^\d{1,2}[-/]\d{4}$/.test(plain)) return wrong(text, 'noemt geen dag.', 'names no day.')
  return noDate(text)
}

function day(yearNumber: number, month: number, dayNumber: number, text: string): Reading<string> {
  if (month > 12 && dayNumber <= 12) return wrong(text, `heeft geen maand ${month}. Staat de maand vooraan?`, `has no month ${month}. Does the month come first?`)
  const moment = new Date(Date.UTC(yearNumber, month - 1, dayNumber))
  if (month < 1 || dayNumber < 1 || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== dayNumber) return wrong(text, 'bestaat niet op de kalender.', 'doesn’t exist on the calendar.')
  if (yearNumber < 1900 || yearNumber > 2199) return wrong(text, 'heeft een jaartal dat niet kan kloppen.', 'has a year that can’t be right.')
  return { value: moment.toISOString().slice(0, 10) }
}

// Excel counts days from 30 December 1899. Below 1954 or above 2119 a five-digit number is something else.
function serialDay(serial: number, text: string): Reading<string> {
  if (serial < 20_000 || serial > 80_500) return noDate(text)
  const value = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
  return { value, doubt: t(`“${short(text)}” is gelezen als het dagnummer van Excel voor ${value}.`, `“${short(text)}” was read as Excel’s day number for ${value}.`) }
}

function noDate(text: string): Reading<string> {
  return wrong(text, 'is geen datum die wij kennen.', 'isn’t a date that we know.')
}

function wrong(text: string, nl: string, en: string): Reading<string> {
  return { value: null, fault: t(`“${short(text)}” ${nl} Schrijf de datum als 31-12-2025, 31 december 2025 of 2025-12-31.`, `“${short(text)}” ${en} Write the date as 31-12-2025, 31 December 2025 or 2025-12-31.`) }
}

// Two digits mean this century up to 2079: reviews and ends of contracts lie ahead, births are not in a register.
function year(digits: string): number {
  const number = Number(digits.replace("'", ''))
  return digits.replace("'", '').length === 4 ? number : number < 80 ? 2000 + number : 1900 + number
}

const months = [['januari', 'jan', 'january'], ['februari', 'feb', 'febr', 'february'], ['maart', 'mrt', 'mar', 'march'], ['april', 'apr'], ['mei', 'may'], ['juni', 'jun', 'june'], ['juli', 'jul', 'july'], ['augustus', 'aug', 'august'], ['september', 'sep', 'sept'], ['oktober', 'okt', 'oct', 'october'], ['november', 'nov'], ['december', 'dec']]

function monthOf(name: string): number | null {
  const index = months.findIndex((names) => names.includes(name))
  return index === -1 ? null : index + 1
}
