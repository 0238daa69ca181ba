// History of people: one row for each change to a person, a role, a network or a token, beside those of the registers.
import { sql } from 'kysely'
import { recordAccess } from '../access-record/record.ts'
import { newId } from '../ground/ids.ts'
import { personOf, type Scope } from '../ground/scope.ts'

/** What of this room a history is kept of; in `history_event.register`. */
export type Kept = 'persons' | 'networks' | 'api-tokens'
export type Change = { field: string; before: string | boolean | null; after: string | boolean | null }

/** Writes what happened to a person, with the access record of it. Changes are of names and roles; never a password or a secret. */
export async function notePerson(scope: Scope, personId: string, verb: string, changes: readonly Change[] = [], note?: string): Promise<void> {
  await noteEvent(scope, 'persons', personId, verb, changes, note)
  if (personId !== personOf(scope.actor)) await recordAccess(scope, { name: 'Gegevens van een collega gewijzigd', subjects: [{ type: 'person', id: personId }] })
}

/** Writes what happened to one thing of this room. Changes that change nothing leave no event. */
export async function noteEvent(scope: Scope, register: Kept, entryId: string, verb: string, changes: readonly Change[] = [], note?: string): Promise<void> {
  const real = changes.filter((change) => change.before !== change.after)
  if (changes.length > 0 && real.length === 0) return
  const id = newId()
  await scope.tx.insertInto('history_event').values({
    organisation_id: scope.organisation.id, id, register, entry_id: entryId, verb, person_id: personOf(scope.actor), actor_task: taskOf(scope), at: scope.now,
    note: note || null,
  }).execute()
  if (real.length === 0) return
  await scope.tx.insertInto('history_change').values(real.map((change) => ({
    organisation_id: scope.organisation.id, event_id: id, field: change.field, before: JSON.stringify(change.before), after: JSON.stringify(change.after),
  }))).execute()
}

export type PastEvent = {
  id: string; entryId: string; verb: string; at: Date; note: string | null; changes: readonly Change[]
  /** The person it happened to, where it concerns one. */
  subject: string | null
  actorId: string | null; actor: string | null; task: string | null
}

/** Events of one kind, newest first: of one entry or of all, of some verbs or of all; older than `before` (an event's id). */
export async function readEvents(
  scope: Scope, register: Kept, which: { entryId?: string; verbs?: readonly string[]; before?: string; limit?: number } = {},
): Promise<PastEvent[]> {
  const { entryId = null, before = null, limit = 50 } = which
  const verbs = which.verbs ? [...which.verbs] : null
  const found = await sql<PastEvent>`
    select e.id, e.entry_id as "entryId", e.verb, e.at, e.note, subject.name as subject, e.person_id as "actorId", actor.name as actor, e.actor_task as task,
      coalesce((select jsonb_agg(jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after)) from history_change c
        where c.organisation_id = e.organisation_id and c.event_id = e.id), '[]') as changes
    from history_event e
    left join person subject on subject.organisation_id = e.organisation_id and subject.id = e.entry_id
    left join person actor on actor.organisation_id = e.organisation_id and actor.id = e.person_id
    where e.organisation_id = ${scope.organisation.id} and e.register = ${register}
      and (${entryId}::uuid is null or e.entry_id = ${entryId}::uuid) and (${verbs}::text[] is null or e.verb = any(${verbs}::text[]))
        and (${before}::uuid is null or e.id < ${before}::uuid)
    order by e.id desc limit ${limit}`.execute(scope.tx)
  return found.rows
}

function taskOf({ actor }: Scope): string | null {
  if (actor.kind === 'token') return `token:${actor.tokenId}`
  return actor.kind === 'system' ? actor.task : null
}
