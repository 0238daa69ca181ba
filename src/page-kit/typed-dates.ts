// Typed dates: what people type for a day or a moment, read as a plain date or as ISO 8601 in UTC.
import { momentAt, startOfDay, timeOfMoment } from '../calendar/days.ts'
import { dayOf } from '../ground/clock.ts'

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
/** Where another beginning is usual too: `maart`, and in English. */
const otherBeginnings: Readonly<Record<string, string>> = { maa: 'mrt', mar: 'mrt', may: 'mei', oct: 'okt' }

/** `31-12-2026`, `31/12/2026`, `31.12.2026`, `2026-12-31` or `31 december 2026` (also in English) → `2026-12-31`; null when it is no existing day. Day stands before month. */
export function readTypedDate(typed: string): string | null {
  const value = typed.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value)
  if (iso) return existing(iso[1], iso[2], iso[3])
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(value)
  if (dutch) return existing(dutch[3], dutch[2], dutch[1])
  const written = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ](\d{4})$/.exec(value)
  if (!written) return null
  const beginning = (written[2] ?? '').slice(0, 3)
  const month = months.indexOf(otherBeginnings[beginning] ?? beginning)
  return month < 0 ? null : existing(written[3], String(month + 1), written[1])
}

/**
 * `2026-12-31T14:05`, `31-12-2026 14:05` or `31 december 2026 om 14.05 uur`, in Dutch time → `2026-12-31T13:05:00.000Z`; so does what says its own zone. A day alone is its first moment; seconds go.
 * Null when it is no existing moment.
 */
export function readTypedMoment(typed: string): string | null {
  const value = typed.trim().toLowerCase()
  if (/^\d{4}-\d\d-\d\dt\d\d:\d\d(:\d\d(\.\d{1,9})?)?(z|[+-]\d\d:\d\d)$/.test(value)) return toTheMinute(new Date(value.toUpperCase()))
  const [, day, time] = /^(.*?\d)(?:(?:t|,? om | at |,? +)(\d{1,2}[:.]\d\d)(?::\d\d(?:\.\d{1,9})?)?(?: uur)?)?$/.exec(value) ?? []
  const date = readTypedDate(day ?? '')
  if (date === null || date < '1800' || date > '2200') return null
  if (time === undefined) return startOfDay(date).toISOString()
  const clock = time.replace('.', ':').padStart(5, '0')
  return clock < '24:00' && clock.slice(3) < '60' ? momentAt(date, clock).toISOString() : null
}

/** `2026-12-31T14:05`: a moment as a form and a table hold it, in Dutch time. */
export function writeLocalMoment(moment: Date, between = 'T'): string {
  return `${dayOf(moment)}${between}${timeOfMoment(moment)}`
}

function toTheMinute(moment: Date): string | null {
  return Number.isNaN(moment.getTime()) ? null : new Date(Math.floor(moment.getTime() / 60_000) * 60_000).toISOString()
}

function existing(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null
}
