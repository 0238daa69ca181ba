// Work item: one thing that waits for somebody, wherever in the product it comes from; and when it is due.
import { addDays, weekdayOf } from '../calendar/days.ts'
import { dayOf, sayDay } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { t, type Words } from '../ground/words.ts'
import type { IconName } from '../page-kit/icons.tsx'
import type { Task } from '../page-kit/progress.tsx'

export type WorkItem = {
  /** The same thing has the same key tomorrow (`tasks:<id>`). */
  readonly key: string
  /** What to do with what, as its person reads it. */
  readonly words: string
  /** The same without anything that somebody typed, but for the number of the entry: for a calendar that others may see. */
  readonly plain: Words
  /** What it is called may tell of a person: by mail it goes by `plain`. */
  readonly isPlainByMail?: true
  readonly href: string
  readonly detail: string
  /** Name of the register that it is about. */
  readonly register?: string
  /** The day on which it is due, where there is one. */
  readonly due: string | null
  /** In words, where the day isn't all (`24 nov 2026, 14:05`). */
  readonly dueWords?: string
  /** By what time of that day, where it isn't its end (`14:05`). */
  readonly dueTime?: string
  /** Late by the hour, before its day is over. */
  readonly isLate?: boolean
  /** When it came or last changed, where that is known. */
  readonly changedAt?: Date
  readonly icon: IconName
}

/** Where items come from. One that isn't named here isn't on anybody's list (src/worklist/sources.ts). */
export type WorkSource = {
  /** In the address of the page (`taken`). */
  readonly path: string
  readonly words: Words
  /** What waits for the scope's actor. `until`: the last day that is looked ahead to, where a source knows of things long before. */
  items(scope: Scope, until: string): Promise<WorkItem[]>
}

/** The parts of the list, in order. */
export const whens = ['late', 'today', 'week', 'later', 'undated'] as const
export type When = (typeof whens)[number]

export const whenPaths: Readonly<Record<When, string>> = { late: 'te-laat', today: 'vandaag', week: 'deze-week', later: 'later', undated: 'zonder-datum' }

export function sayWhen(when: When): string {
  switch (when) {
    case 'late': return t('Te laat', 'Late')
    case 'today': return t('Vandaag', 'Today')
    case 'week': return t('Deze week', 'This week')
    case 'later': return t('Na deze week', 'After this week')
    case 'undated': return t('Zonder datum', 'Without a date')
  }
}

/** The week runs until Sunday. */
export function whenOf({ due, isLate }: Pick<WorkItem, 'due' | 'isLate'>, today: string): When {
  if (due === null) return 'undated'
  if (isLate || due < today) return 'late'
  if (due === today) return 'today'
  return due <= endOfWeek(today) ? 'week' : 'later'
}

export function endOfWeek(today: string): string {
  return addDays(today, 7 - weekdayOf(today))
}

/** As the list of the page kit shows it. */
export function asTask({ words, href, detail, due, dueWords, isLate, icon }: WorkItem, scope: Scope): Task {
  return { words, href, detail, icon, ...(due === null ? {} : { due: dueWords ?? sayDay(due), late: isLate === true || due < dayOf(scope.now) }) }
}
