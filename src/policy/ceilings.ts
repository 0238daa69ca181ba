// Ceilings: terms of the law that a policy profile may shorten but never exceed.
import type { ParameterName } from './profile.ts'

export const ceilings: Readonly<Partial<Record<ParameterName, { readonly duration: string; readonly citation: string }>>> = {
  decide_within: { duration: 'P1M', citation: 'art. 12 lid 3 AVG' },
  inform_within: { duration: 'P1M', citation: 'art. 12 lid 3 AVG' },
  rectify_within: { duration: 'P1M', citation: 'art. 12 lid 3 AVG' },
  extend_by_max: { duration: 'P2M', citation: 'art. 12 lid 3 AVG' },
  report_authority_within: { duration: 'PT72H', citation: 'art. 33 lid 1 AVG' },
}

/** Whether a duration can end later than the ceiling in any month: a month that stands against days counts as its worst case. */
export function exceeds(duration: string, ceiling: string): boolean {
  const [value, limit] = [parts(duration), parts(ceiling)]
  const shared = Math.min(value.months, limit.months)
  return (value.months - shared) * 31 * 24 + value.hours > (limit.months - shared) * 28 * 24 + limit.hours
}

function parts(duration: string): { months: number; hours: number } {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? []
  const [years, months, weeks, days, hours, minutes] = [1, 2, 3, 4, 5, 6].map((place) => Number(found[place] ?? 0)) as [number, number, number, number, number, number]
  return { months: years * 12 + months, hours: (weeks * 7 + days) * 24 + hours + minutes / 60 }
}
