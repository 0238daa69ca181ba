// History of people: one row for each change to a person or a role, beside those of the registers.
import { newId } from '../ground/ids.ts'
import { personOf, type Scope } from '../ground/scope.ts'

export type Change = { field: string; before: string | boolean | null; after: string | boolean | null }

/** Writes what happened to a person. Changes are of names and roles; never a password or a secret. */
export async function notePerson(scope: Scope, personId: string, verb: string, changes: readonly Change[] = [], note?: string): Promise<void> {
  const real = changes.filter((change) => change.before !== change.after)
  if (changes.length > 0 && real.length === 0) return
  const id = newId()
  await scope.tx.insertInto('history_event').values({
    organisation_id: scope.organisation.id, id, register: 'persons', entry_id: personId, verb, person_id: personOf(scope.actor),
    actor_task: scope.actor.kind === 'system' ? scope.actor.task : null, at: scope.now, note: note ?? null,
  }).execute()
  if (real.length === 0) return
  await scope.tx.insertInto('history_change').values(real.map((change) => ({
    organisation_id: scope.organisation.id, event_id: id, field: change.field, before: JSON.stringify(change.before), after: JSON.stringify(change.after),
  }))).execute()
}
