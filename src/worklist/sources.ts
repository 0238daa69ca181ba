// Sources: everything in the product that may wait for somebody, gathered into one list, most urgent first.
import { addDays } from '../calendar/days.ts'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { collectionSource } from './collection-work.ts'
import { deadlineSource } from './due-work.ts'
import { heldSource } from './held-work.ts'
import { logSignalSource } from './log-signal-work.ts'
import { mentionSource } from './mention-work.ts'
import { stepSource } from './open-steps.ts'
import { taskSource } from './own-tasks.ts'
import { processorSource } from './processor-work.ts'
import { profileSource } from './profile-work.ts'
import { promisedSource } from './promised-work.ts'
import { readingSource } from './reading-work.ts'
import type { WorkItem, WorkSource } from './work-item.ts'

/** In the order of the page's choices. A room that has work for people adds its own here. */
export const sources: readonly WorkSource[] = [taskSource, deadlineSource, heldSource, collectionSource, readingSource, promisedSource, processorSource, profileSource, logSignalSource, mentionSource, stepSource]

/** How far ahead a term is work already. */
const aheadDays = 92

/** What waits for the scope's actor: what is dated by day, then what isn't, in the order of its source. `only`: the paths of some sources. */
export async function workOf(scope: Scope, only?: readonly string[]): Promise<WorkItem[]> {
  const until = addDays(dayOf(scope.now), aheadDays)
  const items: WorkItem[] = []
  for (const source of sources) if (!only || only.includes(source.path)) items.push(...await source.items(scope, until))
  return items.toSorted((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'))
}
