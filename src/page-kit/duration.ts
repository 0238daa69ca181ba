// Durations of one unit, as ISO 8601 text and as the two parts that a form shows.
import { say, type Words } from '../ground/words.ts'

export type DurationParts = { amount: string; unit: string }

/** `P5Y` → `{ amount: '5', unit: 'Y' }`, `PT24H` → `{ amount: '24', unit: 'H' }`; undefined for an empty text or a duration of several units. */
export function splitDuration(iso: string): DurationParts | undefined {
  const found = /^P(?:(\d+)([YMWD])|T(\d+)(H))$/.exec(iso)
  if (!found) return undefined
  return { amount: found[1] ?? found[3]!, unit: found[2] ?? found[4]! }
}

/** Parts as typed → ISO 8601, `''` when no amount was typed; what is no number becomes a text that no parser takes. A duration of several units (`P1Y6M`) may stand whole in the amount. */
export function joinDuration({ amount, unit }: DurationParts): string {
  const typed = amount.trim()
  if (typed === '' || several.test(typed)) return typed.toUpperCase()
  return unit === 'H' ? `PT${typed}H` : `P${typed}${unit}`
}

/** The parts of whatever `joinDuration` made, so that a form shows again what was typed. */
export function partsOfDuration(text: string): DurationParts {
  const parts = splitDuration(text)
  if (parts || text === '' || several.test(text)) return parts ?? { amount: text, unit: '' }
  const [, amount = text, unit = ''] = /^PT(.*)(H)$/s.exec(text) ?? /^P(.*)([YMWD])$/s.exec(text) ?? []
  return { amount, unit }
}

const several = /^PT?\d+[YMWDTH\d]*$/i

type Forms = readonly [one: Words, more: Words]
const words: Readonly<Record<string, Forms>> = {
  Y: [{ nl: 'jaar', en: 'year' }, { nl: 'jaar', en: 'years' }],
  M: [{ nl: 'maand', en: 'month' }, { nl: 'maanden', en: 'months' }],
  W: [{ nl: 'week', en: 'week' }, { nl: 'weken', en: 'weeks' }],
  D: [{ nl: 'dag', en: 'day' }, { nl: 'dagen', en: 'days' }],
  H: [{ nl: 'uur', en: 'hour' }, { nl: 'uur', en: 'hours' }],
}

/** `P5Y` → `5 jaar`, `P1M` → `1 maand`; a duration of several units is said as it is written. */
export function sayDuration(iso: string): string {
  const parts = splitDuration(iso)
  const forms = parts && words[parts.unit]
  return forms ? `${parts.amount} ${say(forms[parts.amount === '1' ? 0 : 1])}` : iso
}
