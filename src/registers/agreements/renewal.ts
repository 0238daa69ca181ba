// Renewal: until when notice can be given before an agreement renews itself, and when the decision on it must begin. Pure.
import { Temporal } from 'temporal-polyfill'
import type { AgreementInput } from './rules-shape.ts'

type Term = Pick<AgreementInput, 'renewal' | 'ends_on' | 'notice_term'>

/** The last day on which notice ends the agreement at its end date; undefined where nothing renews by itself or a date is missing. */
export function lastNoticeDay({ renewal, ends_on, notice_term }: Term): string | undefined {
  return renewal !== 'silent' || ends_on === null || notice_term === null ? undefined : before(ends_on, notice_term)
}

/** A month before that, as there must be time to decide. */
export function decideFrom(input: Term): string | null {
  const last = lastNoticeDay(input)
  return last === undefined ? null : before(last, 'P1M')
}

/** The end date after one renewal. */
export function renewedUntil({ ends_on, renewal_period }: Pick<AgreementInput, 'ends_on' | 'renewal_period'>): string | null {
  return ends_on === null || renewal_period === null ? null : Temporal.PlainDate.from(ends_on).add(renewal_period).toString()
}

// Hours don't move a plain date; a term of them is rounded to no days.
function before(day: string, term: string): string {
  return Temporal.PlainDate.from(day).subtract(term).toString()
}
