// Task rules: where a collection task stands, what may happen to it then, by when it is asked for, and what must be known before its answer may leave.
import { addDays } from '../../calendar/days.ts'

export const taskStates = ['asked', 'accepted', 'delivered', 'nothing_found', 'refused', 'withdrawn'] as const
export type TaskState = (typeof taskStates)[number]

export const taskActs = ['accept', 'deliver', 'find_nothing', 'refuse', 'check', 'withdraw', 'ask_again'] as const
export type TaskAct = (typeof taskActs)[number]

export const parties = ['department', 'system', 'processor', 'participant'] as const
export type Party = (typeof parties)[number]

/** How other people's data in what was delivered were dealt with (art. 15 lid 4 AVG). */
export const othersChoices = ['none', 'anonymised', 'withheld'] as const
export type Others = (typeof othersChoices)[number]

const from: Readonly<Record<TaskAct, readonly TaskState[]>> = {
  accept: ['asked'], deliver: ['asked', 'accepted'], find_nothing: ['asked', 'accepted'], refuse: ['asked', 'accepted'],
  check: ['delivered', 'nothing_found'], withdraw: ['asked', 'accepted'], ask_again: ['delivered', 'nothing_found', 'refused'],
}

export function mayHappen(act: TaskAct, { state, checkedAt }: { readonly state: TaskState; readonly checkedAt: Date | null }): boolean {
  return from[act].includes(state) && (checkedAt === null || act === 'ask_again')
}

export function isOpen({ state }: { readonly state: TaskState }): boolean {
  return state === 'asked' || state === 'accepted'
}

export function isLate(task: { readonly state: TaskState; readonly dueOn: string }, today: string): boolean {
  return isOpen(task) && task.dueOn < today
}

/** A week, but never after the day before the case must be answered; and never in the past. */
export function usualDueOn(today: string, caseDueOn: string | null): string {
  const week = addDays(today, 7)
  const last = caseDueOn === null ? week : addDays(caseDueOn, -1)
  const wanted = week < last ? week : last
  return wanted < today ? today : wanted
}

/** How many days before the last one somebody is reminded. */
export const remindDaysBefore = 2
