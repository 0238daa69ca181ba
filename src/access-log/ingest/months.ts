// Months: which months of the log stand, so that a COPY finds its table; made in a transaction of their own, before it.
import type { Lane } from './lane.ts'

const standing = new Set<string>()

/** `2026_11`. Records of one month come together: what was worked out last is as a rule the answer. */
export function monthOf(ms: number): string {
  if (ms >= known.from && ms < known.until) return known.month
  const date = new Date(ms)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  known = { from: Date.UTC(year, month), until: Date.UTC(year, month + 1), month: `${year}_${String(month + 1).padStart(2, '0')}` }
  return known.month
}
let known = { from: 0, until: 0, month: '' }

export async function keepMonth(lane: Lane, month: string): Promise<void> {
  if (standing.has(month)) return
  await lane.ask('select keep_access_month($1::timestamptz)', [`${month.replace('_', '-')}-01T00:00:00Z`])
  standing.add(month)
}

/** A month that wasn't there: retention has dropped it. */
export function forgetMonths(): void {
  standing.clear()
}
