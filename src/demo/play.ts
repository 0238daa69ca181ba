// Play: carries out the lives of an organisation's entries through the same actions as people use, each as its actor at its moment.
import { Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { loadLookups } from '../register-kit/lookups.ts'
import { readRemarks } from '../register-kit/remarks.ts'
import { loadEntries } from '../register-kit/store.ts'
import {
  activateActivity, adviseOnActivity, answerOnActivity, changeActivity, createActivity, endActivity, proposeChange, remarkOnActivity, reviewActivity, submitActivity,
} from '../registers/processing-activities/actions.ts'
import { loadActivity, refreshFindings } from '../registers/processing-activities/perform.ts'
import { processingActivities } from '../registers/processing-activities/register.ts'
import { type Act, calendarOf } from './calendar-of-lives.ts'
import type { Settled } from './settle.ts'
import type { Sketch } from './sketch.ts'
import { unfold } from './unfold.ts'

/** Plays every life up to the scope's `now`, in its transaction. */
export async function play(scope: Scope, sketches: readonly Sketch[], { names, actorFor }: Settled): Promise<void> {
  const ids: string[] = []
  const born: Date[] = []
  for (const { entry, at, by, act } of calendarOf(sketches, scope.now)) {
    const sketch = sketches[entry]!
    const then: Scope = { ...scope, actor: actorFor(by, sketch.department!), now: at }
    try {
      if (act.verb === 'create') {
        born[entry] = at
        ids[entry] = await createActivity(then, unfold(valuesOf(sketch), names, at))
      } else if (act.verb === 'change') {
        const { system } = await loadActivity(then, ids[entry]!)
        await changeActivity(then, ids[entry]!, unfold({ ...valuesOf(sketch), ...act.values }, names, born[entry]!), system.revision)
      } else {
        await doOne(then, ids[entry]!, act)
      }
    } catch (cause) {
      const faults = cause instanceof Invalid ? ` (${cause.faults.map(({ message }) => message).join(' ')})` : ''
      throw new Error(`Demo: ${sketch.name}: ${act.verb}${faults}`, { cause })
    }
  }
  await findAnew(scope)
}

async function doOne(scope: Scope, id: string, act: Exclude<Act, { verb: 'change' }>): Promise<void> {
  switch (act.verb) {
    case 'propose': return proposeChange(scope, id)
    case 'submit': return submitActivity(scope, id)
    case 'advise': return adviseOnActivity(scope, id, { outcome: act.test.outcome, note: act.test.note ?? null })
    case 'remark': return remarkOnActivity(scope, id, { field: act.field, body: act.body })
    case 'answer': {
      const open = (await readRemarks(scope, processingActivities, id)).find(({ answer }) => answer === null)
      if (open) await answerOnActivity(scope, id, open.id, act.answer)
      return
    }
    case 'activate': return activateActivity(scope, id, act.note)
    case 'review': return reviewActivity(scope, id, act.note ?? null)
    case 'end': return endActivity(scope, id, act.note ?? '')
  }
}

/** Findings depend on the day (a review that is overdue): brings them up to today, as the daily sweep does. */
async function findAnew(scope: Scope): Promise<void> {
  const rows = await scope.tx.selectFrom('processing_activity').select('id').execute()
  const entries = await loadEntries(scope.tx, processingActivities, scope.organisation.id, rows.map(({ id }) => id))
  const lookups = await loadLookups(scope, processingActivities.fields)
  await refreshFindings(scope, entries.map(({ system, input }) => ({ id: system.id, system, input })), lookups)
}

function valuesOf({ life: _, findings: __, ...values }: Sketch) {
  return values
}
