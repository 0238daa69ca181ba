// Series: when the next task of a recurring one is due. Counted from the beginning of the series, so that a month without a 31st doesn't shift the months after it.
import { Temporal } from 'temporal-polyfill'

/** Months from one task of a series to the next, by how often. */
const months = { month: 1, quarter: 3, half_year: 6, year: 12 } as const
export type Every = keyof typeof months

/** The first day of the series after both the day on which this one was due and today, so that what was missed isn't made up for. */
export function nextDue(every: Every, { dueOn, from, today }: { readonly dueOn: string | null; readonly from: string | null; readonly today: string }): string {
  const step = months[every]
  const begin = Temporal.PlainDate.from(from ?? dueOn ?? today)
  const after = dueOn !== null && dueOn > today ? dueOn : today
  // Near enough to begin counting, and never too far.
  const passed = Math.max(0, Math.floor(begin.until(after, { largestUnit: 'months' }).months / step))
  for (let times = passed; ; times++) {
    const day = begin.add({ months: times * step }).toString()
    if (day > after) return day
  }
}
