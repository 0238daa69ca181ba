// Play: carries out the lives of an organisation's entries through the same actions as people use, each as its actor at its moment.
import { Invalid } from '../ground/refusals.ts'
import type { Scope } from '../ground/scope.ts'
import { readRemarks } from '../register-kit/remarks.ts'
import { createEntry, loadEntry, perform } from '../register-kit/perform.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
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
        ids[entry] = await createEntry(then, processingActivities, unfold(valuesOf(sketch), names, at))
      } else if (act.verb === 'change') {
        const { system } = await loadEntry(then, processingActivities, ids[entry]!)
        await perform(then, processingActivities, 'change', ids[entry]!, unfold({ ...valuesOf(sketch), ...act.values }, names, born[entry]!), { revision: system.revision })
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
  const step = (verb: string, values: Record<string, unknown> = {}) => perform(scope, processingActivities, verb, id, values)
  switch (act.verb) {
    case 'propose':
    case 'submit': return step(act.verb)
    case 'advise': return step('advise', { outcome: act.test.outcome, note: act.test.note ?? null })
    case 'remark': return step('remark', { field: act.field, body: act.body })
    case 'answer': return answerFirst(scope, id, act.answer)
    case 'activate':
    case 'review': return step(act.verb, { note: act.note ?? null })
    case 'end': return step('end', { reason: act.note ?? '' })
    case 'create': throw new Error('An entry is created once')
  }
}

async function answerFirst(scope: Scope, id: string, answer: string): Promise<void> {
  const open = (await readRemarks(scope, processingActivities, id)).find((remark) => remark.answer === null)
  if (open) await perform(scope, processingActivities, 'answer', id, { remark: open.id, answer })
}

/** Findings depend on the day (a review that is overdue): brings them up to today, as the daily sweep does. */
async function findAnew(scope: Scope): Promise<void> {
  const rows = await scope.tx.selectFrom('processing_activity').select('id').execute()
  await refreshThese(scope, processingActivities, rows.map(({ id }) => id))
}

function valuesOf({ life: _, findings: __, ...values }: Sketch) {
  return values
}
