// Typed dates: what people type for a day, read as a plain date.

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

function existing(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null
}
