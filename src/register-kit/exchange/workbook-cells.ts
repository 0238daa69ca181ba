// Workbook cells: the value of one cell as plain text, the way the person who typed it would read it aloud.
import { say, type Words } from '../../ground/words.ts'

/** The parts of a SheetJS cell that are read: type, value, formula, number format. */
export type Cell = { readonly t: string; readonly v?: unknown; readonly f?: string; readonly F?: string; readonly z?: unknown }

export type DateReader = { isDate(format: unknown): boolean; parts(serial: number): { y: number; m: number; d: number; H: number; M: number; S: number } | null }

/** Text of a cell, or null when it holds nothing; an error value is given by its name (`#N/A`) apart. */
export function textOf(cell: Cell, dates: DateReader): { text: string | null; error: string | null } {
  if (cell.t === 'e') return { text: null, error: say(errorNames[Number(cell.v)] ?? { nl: '#FOUT', en: '#ERROR' }) }
  if (cell.v === undefined || cell.v === null || cell.t === 'z') return { text: null, error: null }
  if (cell.t === 'b') return { text: cell.v === true ? 'ja' : 'nee', error: null }
  if (typeof cell.v === 'number') return { text: dates.isDate(cell.z) ? momentText(cell.v, dates) : numberText(cell.v, cell.z), error: null }
  return { text: String(cell.v), error: null }
}

/** `31-12-2025` is kept as `2025-12-31`, with a time as `2025-12-31 14:30`, a time alone as `14:30`. */
function momentText(serial: number, dates: DateReader): string {
  // Excel's clock runs in floating point: a half second is rounding, not a time.
  const rounded = Math.round(serial * 86_400) / 86_400
  const parts = serial >= 0 ? dates.parts(rounded) : null
  if (!parts) return numberText(serial, undefined)
  const time = `${two(parts.H)}:${two(parts.M)}${parts.S >= 1 ? `:${two(Math.floor(parts.S))}` : ''}`
  if (rounded < 1) return time
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`
  return rounded % 1 === 0 ? day : `${day} ${time}`
}

/** Digits as people write them: no exponent, no rounding noise in the sixteenth digit; leading zeros and percentages as the format shows them. */
export function numberText(value: number, format: unknown): string {
  if (!Number.isFinite(value)) return ''
  if (typeof format === 'string' && /^0+$/.test(format) && Number.isInteger(value) && value >= 0) return plain(value).padStart(format.length, '0')
  if (typeof format === 'string' && format.endsWith('%')) return `${plain(value * 100)}%`
  return plain(value)
}

const digits = new Intl.NumberFormat('en-US', { useGrouping: false, maximumSignificantDigits: 15 })

function plain(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : digits.format(value)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

// As Excel shows them in either language.
const errorNames: Record<number, Words> = {
  0: { nl: '#NULL!', en: '#NULL!' }, 7: { nl: '#DEEL/0!', en: '#DIV/0!' }, 15: { nl: '#WAARDE!', en: '#VALUE!' }, 23: { nl: '#VERW!', en: '#REF!' }, 29: { nl: '#NAAM?', en: '#NAME?' },
  36: { nl: '#GETAL!', en: '#NUM!' }, 42: { nl: '#N/B', en: '#N/A' }, 43: { nl: '#GEGEVENS_OPHALEN', en: '#GETTING_DATA' },
}
