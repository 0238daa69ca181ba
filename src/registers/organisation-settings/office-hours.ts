// Office hours: when the organisation works, as its administrators type them, checked, kept and noted in the history.
import { type OfficeDay, type OfficeHours, officeHoursFaults, usualOfficeHours } from '../../calendar/office-hours.ts'
import { Conflict, type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { say, t, type Words } from '../../ground/words.ts'
import { readOfficeHours, saveOfficeHours } from '../../people/office-hours.ts'
import { writeHistory } from '../../register-kit/history.ts'

export const officeHoursKey = 'office-hours'

export const weekdayWords: readonly Words[] = [
  { nl: 'Maandag', en: 'Monday' }, { nl: 'Dinsdag', en: 'Tuesday' }, { nl: 'Woensdag', en: 'Wednesday' }, { nl: 'Donderdag', en: 'Thursday' }, { nl: 'Vrijdag', en: 'Friday' }, { nl: 'Zaterdag', en: 'Saturday' }, { nl: 'Zondag', en: 'Sunday' },
]

/** Name of a day's field in the form, from 1 (Monday). */
export const hoursName = (weekday: number): string => `hours.${weekday}`

export type TypedHours = { readonly days: readonly string[]; /** What the form showed when it was opened. */ readonly seen: string; readonly keptId?: string | undefined }

/** Per day as people write them; empty for a day on which nobody works. */
export function writeHours(hours: OfficeHours): string[] {
  return hours.map((day) => day === null ? '' : `${day.from}–${day.until}`)
}

/** Those that hold, the usual ones where nobody chose. */
export async function hoursInForce(scope: Scope): Promise<OfficeHours> {
  return await readOfficeHours(scope) ?? usualOfficeHours
}

/** A form in which everything is empty goes back to the usual hours. @throws Invalid at the days; Conflict when somebody else chose meanwhile */
export async function changeOfficeHours(scope: Scope, { days, seen }: TypedHours): Promise<void> {
  // The organisation's own row: two must not both replace the hours.
  await scope.tx.selectFrom('organisation').select('id').where('id', '=', scope.organisation.id).forUpdate().executeTakeFirstOrThrow()
  const before = await hoursInForce(scope)
  const read = weekdayWords.map((_, index) => readDay(days[index] ?? ''))
  const faults: Fault[] = read.flatMap((day, index) => day === undefined || officeHoursFaults([day, ...usualOfficeHours.slice(1)]).includes(0) ? [{ at: hoursName(index + 1), message: t(
    `${weekdayWords[index]!.nl}: schrijf van wanneer tot wanneer, bijvoorbeeld 08:30–17:00, of laat de dag leeg.`, `${weekdayWords[index]!.en}: write from when until when, for example 08:30–17:00, or leave the day empty.`) }] : [])
  if (faults.length > 0) throw new Invalid(faults)
  if (seen !== digestOf(before)) throw new Conflict()
  const isEmpty = read.every((day) => day === null)
  await saveOfficeHours(scope, isEmpty ? undefined : read as readonly (OfficeDay | null)[] as OfficeHours)
  const [was, is] = [writeHours(before), writeHours(await hoursInForce(scope))]
  const changes = was.flatMap((text, index) => text === is[index] ? [] : [{ field: hoursName(index + 1), before: text || null, after: is[index] || null }])
  if (changes.length > 0) await writeHistory(scope, officeHoursKey, [{ entryId: scope.organisation.id, verb: 'change', changes }])
}

export function digestOf(hours: OfficeHours): string {
  return writeHours(hours).join('|')
}

/** A change as the history says it; nothing for a field of something else. */
export function sayHoursChange(field: string, before: unknown, after: unknown): { field: string; before: string; after: string }[] {
  const index = weekdayWords.findIndex((_, at) => hoursName(at + 1) === field)
  const said = (value: unknown) => typeof value === 'string' ? value : t('gesloten', 'closed')
  return index < 0 ? [] : [{ field: `${t('Kantooruren', 'Office hours')}: ${say(weekdayWords[index]!).toLowerCase()}`, before: said(before), after: said(after) }]
}

/** `8.30 - 17`, `08:30–17:00`, or empty; undefined for what is neither. */
function readDay(typed: string): OfficeDay | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|tot|to|until)\s*(\d{1,2})(?:[:.](\d{2}))?$/i.exec(text)
  if (!found) return undefined
  const time = (hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`
  return { from: time(found[1]!, found[2]), until: time(found[3]!, found[4]) }
}
