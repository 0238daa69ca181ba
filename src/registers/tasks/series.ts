// Series: when the next task of a recurring one is due. Counted from the beginning of the series, so that a month without a 31st doesn't shift the months after it.
import { Temporal } from 'temporal-polyfill'

/**
 * The first day of the series after both the day on which this one was due and today, so that what was missed isn't made up for.
 * @param every ISO 8601 duration in months or years (`P3M`)
 */
export function nextDue(every: string, { dueOn, from, today }: { readonly dueOn: string | null; readonly from: string | null; readonly today: string }): string {
  const months = monthsOf(every)
  const begin = Temporal.PlainDate.from(from ?? dueOn ?? today)
  const after = dueOn !== null && dueOn > today ? dueOn : today
  // Near enough to begin counting, and never too far.
  const passed = Math.max(0, Math.floor(begin.until(after, { largestUnit: 'months' }).months / months))
  for (let times = passed; ; times++) {
    const day = begin.add({ months: times * months }).toString()
    if (day > after) return day
  }
}

function monthsOf(every: string): number {
  const { years, months } = Temporal.Duration.from(every)
  const total = years * 12 + months
  if (total < 1) throw new Error(`no term of months: ${every}`)
  return total
}
