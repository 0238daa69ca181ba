// State: where a deadline stands at a moment, from what was recorded of it. Nothing else decides that it is late.

export type DeadlineState = 'running' | 'suspended' | 'extended' | 'met' | 'late' | 'lapsed'

export const deadlineStates: readonly DeadlineState[] = ['late', 'running', 'extended', 'suspended', 'met', 'lapsed']

export type Recorded = {
  /** The first moment that is too late. */
  readonly dueAt: Date
  readonly metAt: Date | null
  /** When the entry ended without what the term was for. */
  readonly lapsedAt: Date | null
  /** Since when it stands still now. */
  readonly suspendedAt: Date | null
  readonly extendedAt: Date | null
}

/** Late hides behind nothing but being met or lapsed; `wasLate` says even then that it was. */
export function stateOf(deadline: Recorded, now: Date): DeadlineState {
  if (deadline.metAt !== null) return 'met'
  if (deadline.lapsedAt !== null) return 'lapsed'
  if (isPast(deadline, deadline.suspendedAt ?? now)) return 'late'
  if (deadline.suspendedAt !== null) return 'suspended'
  return deadline.extendedAt !== null ? 'extended' : 'running'
}

/** Whether the end passed before it was met, lapsed or stood still; once it did, it stays so. */
export function wasLate(deadline: Recorded, now: Date): boolean {
  return isPast(deadline, deadline.metAt ?? deadline.lapsedAt ?? deadline.suspendedAt ?? now)
}

/** Time until the end in whole minutes; below nought when it has passed. */
export function minutesLeft({ dueAt }: Pick<Recorded, 'dueAt'>, now: Date): number {
  return Math.floor((dueAt.getTime() - now.getTime()) / 60_000)
}

function isPast({ dueAt }: Recorded, moment: Date): boolean {
  return moment.getTime() >= dueAt.getTime()
}
