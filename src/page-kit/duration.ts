// Durations of one unit, as ISO 8601 text and as the two parts that a form shows.
import { say, type Words } from '../ground/words.ts'

export type DurationParts = { amount: string; unit: string }

/** `P5Y` → `{ amount: '5', unit: 'Y' }`; undefined for an empty text or a duration of several units. */
export function splitDuration(iso: string): DurationParts | undefined {
  const found = /^P(\d+)([YMWD])$/.exec(iso)
  return found?.[1] && found[2] ? { amount: found[1], unit: found[2] } : undefined
}

/** Parts as typed → ISO 8601; `''` when no amount was typed, null when it isn't a whole number of a known unit. */
export function joinDuration({ amount, unit }: DurationParts): string | null {
  const typed = amount.trim()
  if (typed === '') return ''
  return /^\d{1,4}$/.test(typed) && /^[YMWD]$/.test(unit) ? `P${Number(typed)}${unit}` : null
}

type Forms = readonly [one: Words, more: Words]
const words: Readonly<Record<string, Forms>> = {
  Y: [{ nl: 'jaar', en: 'year' }, { nl: 'jaar', en: 'years' }],
  M: [{ nl: 'maand', en: 'month' }, { nl: 'maanden', en: 'months' }],
  W: [{ nl: 'week', en: 'week' }, { nl: 'weken', en: 'weeks' }],
  D: [{ nl: 'dag', en: 'day' }, { nl: 'dagen', en: 'days' }],
}

/** `P5Y` → `5 jaar`, `P1M` → `1 maand`; a duration of several units is said as it is written. */
export function sayDuration(iso: string): string {
  const parts = splitDuration(iso)
  const forms = parts && words[parts.unit]
  return forms ? `${parts.amount} ${say(forms[parts.amount === '1' ? 0 : 1])}` : iso
}
