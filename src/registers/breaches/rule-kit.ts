// Rule kit: what the rules on breaches ask of an entry again and again. Pure.
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../../ground/clock.ts'
import type { BreachInput } from './step-kit.ts'

export type JudgedInput = BreachInput

/** Judged to be a breach, or in doubt: doubt counts as a breach (N-49). */
export function isSuspected({ judgement }: Pick<BreachInput, 'judgement'>): boolean {
  return judgement === 'yes' || judgement === 'doubt'
}

/** Whether more than so many whole days have passed since a moment; false where it isn't known. */
export function passed(moment: string | null, days: number, today: string): boolean {
  return moment !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(dayOf(new Date(moment))).add({ days }), today) < 0
}
