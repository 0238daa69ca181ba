// Calendar of lives: turns the lives of entries into acts with an actor and a moment, in office hours and in the order of time.
import type { Doer, Kept, Life, Test } from './life.ts'

export type Act<V> =
  | { readonly verb: 'create' | 'propose' | 'submit' | 'review' | 'end'; readonly note?: string }
  | { readonly verb: 'change'; readonly values: V }
  | { readonly verb: 'advise'; readonly test: Test }
  | { readonly verb: 'remark'; readonly field: string | null; readonly body: string }
  | { readonly verb: 'answer'; readonly answer: string }
  | { readonly verb: 'activate'; readonly note: string | null }
export type Moment<V> = { readonly entry: number; readonly at: Date; readonly by: Doer; readonly act: Act<V> }

const minute = 60_000
const day = 24 * 60 * minute

/** Every act of entries that are tested, up to `now`; the acts of one entry in their own order. */
export function calendarOf<V>(lives: readonly Life<V>[], now: Date): Moment<V>[] {
  return lives.flatMap((life, entry) => momentsOf(life, entry, now))
}

/** Every act of entries that are in use from the first moment. */
export function calendarOfKept<V>(lives: readonly Kept<V>[], now: Date): Moment<V>[] {
  return lives.flatMap(({ created, by, changes = [], reviewed = [], ended }, entry) => {
    const { moments, add } = diary<V>(entry, now)
    add(created, by, { verb: 'create' })
    const later: { daysAgo: number; act: Act<V> }[] = [
      ...changes.map(({ on, values }) => ({ daysAgo: on, act: { verb: 'change' as const, values } })),
      ...reviewed.map((daysAgo) => ({ daysAgo, act: { verb: 'review' as const, note: 'Nog steeds juist.' } })),
      ...(ended ? [{ daysAgo: ended.on, act: { verb: 'end' as const, note: ended.reason } }] : []),
    ]
    for (const { daysAgo, act } of later.sort((one, other) => other.daysAgo - one.daysAgo)) add(daysAgo, by, act)
    return moments
  })
}

function diary<V>(entry: number, now: Date) {
  const moments: Moment<V>[] = []
  const add = (daysAgo: number, by: Doer, act: Act<V>) => {
    const previous = moments.at(-1)?.at.getTime() ?? 0
    moments.push({ entry, by, act, at: new Date(Math.max(officeHour(now, daysAgo, entry * 7 + moments.length * 13), previous + 11 * minute)) })
  }
  return { moments, add }
}

function momentsOf<V>(life: Life<V>, entry: number, now: Date): Moment<V>[] {
  const author: Doer = life.by ?? 'owner'
  const { moments, add } = diary<V>(entry, now)
  const test = (daysAgo: number, outcome: Test) => {
    add(daysAgo, 'dpo', { verb: 'advise', test: outcome })
    if (outcome.answer !== undefined) add(daysAgo * 0.97, author, { verb: 'answer', answer: outcome.answer })
  }
  const answered = life.remarks?.filter(({ answer }) => answer !== undefined) ?? []
  const open = life.remarks?.filter(({ answer }) => answer === undefined) ?? []
  const lead = Math.min(16, life.created * 0.7)
  const since = (share: number) => life.created - lead * share

  add(life.created, author, { verb: 'create' })
  if (life.stage !== 'draft') add(since(0.2), author, { verb: 'submit' })
  for (const { field, body, answer } of answered) {
    add(since(0.4), 'dpo', { verb: 'remark', field, body })
    add(since(0.5), author, { verb: 'answer', answer: answer! })
  }
  if (life.stage !== 'active') for (const { field, body } of open) add(since(0.55), 'dpo', { verb: 'remark', field, body })
  if (life.stage === 'tested' || life.stage === 'active') test(since(0.6), life.test ?? { outcome: 'agreed' })
  if (life.stage !== 'active') return moments
  add(since(1), 'owner', { verb: 'activate', note: null })

  const later: { daysAgo: number; play: () => void }[] = [
    ...(life.reviewed ?? []).map((daysAgo) => ({ daysAgo, play: () => add(daysAgo, 'owner', { verb: 'review', note: 'Nog steeds juist.' }) })),
    ...(life.changes ?? []).map((change) => ({ daysAgo: change.on, play: () => {
      const step = (share: number) => change.on - Math.min(10, change.on * 0.7) * share
      add(change.on, author, { verb: 'propose' })
      add(change.on, author, { verb: 'change', values: change.values })
      if (change.stage !== 'draft') add(step(0.3), author, { verb: 'submit' })
      if (change.stage === 'tested' || change.stage === 'active') test(step(0.7), change.test ?? { outcome: 'agreed' })
      if (change.stage === 'active') add(step(1), 'owner', { verb: 'activate', note: change.why })
    } })),
    ...open.map(({ field, body }) => ({ daysAgo: 19, play: () => add(19, 'dpo', { verb: 'remark', field, body }) })),
    ...(life.ended ? [{ daysAgo: life.ended.on, play: () => add(life.ended!.on, 'owner', { verb: 'end', note: life.ended!.reason }) }] : []),
  ]
  for (const { play } of later.sort((one, other) => other.daysAgo - one.daysAgo)) play()
  return moments
}

/** A working hour so many days ago, never at the weekend and never in the future; `seed` spreads the minutes. */
function officeHour(now: Date, daysAgo: number, seed: number): number {
  const at = new Date(now.getTime() - daysAgo * day)
  const weekend = { 0: 2, 6: 1 }[at.getUTCDay()] ?? 0
  at.setUTCDate(at.getUTCDate() - weekend)
  at.setUTCHours(7 + seed % 8, (seed * 17) % 60, (seed * 29) % 60, 0)
  return Math.min(at.getTime(), now.getTime() - 2 * 60 * minute)
}
