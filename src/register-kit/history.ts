// History: one event a verb, with its field changes; written once, in the transaction of the act itself.
import { sql } from 'kysely'
import { newId } from '../ground/ids.ts'
import { insertRows } from '../ground/insert-rows.ts'
import { personOf, type Scope, taskOf } from '../ground/scope.ts'
import type { Change } from './changes.ts'
import type { AnyInput } from './entry.ts'
import { emptyValue, type Fields } from './field-types.ts'

export type HistoryEntry = {
  readonly entryId: string
  readonly verb: string
  readonly changes?: readonly Change[]
  /** The entry's revision after this event. */
  readonly revision?: number | null
  readonly note?: string | null
}

/** Writes one event for each entry. `causeId` ties them to the larger work (an import) they are part of. */
export async function writeHistory(scope: Scope, register: string, entries: readonly HistoryEntry[], causeId: string | null = null): Promise<void> {
  if (entries.length === 0) return
  const { actor, organisation } = scope
  const events = entries.map((entry) => ({
    organisation_id: organisation.id, id: newId(), register, entry_id: entry.entryId, verb: entry.verb,
    person_id: personOf(actor), actor_task: taskOf(actor),
    at: scope.now, revision: entry.revision ?? null, note: entry.note ?? null, cause_id: causeId,
  }))
  await insertRows(scope.tx, 'history_event', events)
  const changes = entries.flatMap((entry, index) => (entry.changes ?? []).map((change) => ({ organisation_id: organisation.id, event_id: events[index]!.id, ...change })))
  await insertRows(scope.tx, 'history_change', changes)
}

export type HistoryEvent = {
  readonly id: string
  readonly verb: string
  readonly at: Date
  readonly personId: string | null
  /** The person's, or that of the program's token. */
  readonly personName: string | null
  readonly task: string | null
  readonly revision: number | null
  readonly note: string | null
  readonly changes: readonly Change[]
}

/** Events of one entry, newest first; of one field only when `field` is given. At most `limit`, older than `before` (an event id). */
export async function readHistory(scope: Scope, register: string, entryId: string, options: { field?: string; limit?: number; before?: string } = {}): Promise<HistoryEvent[]> {
  const field = options.field ?? null
  const result = await sql<HistoryEvent>`
    select e.id, e.verb, e.at, e.person_id as "personId", coalesce(p.name, k.name) as "personName", e.actor_task as task, e.revision, e.note,
      (select coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after)), '[]')
       from history_change c where c.organisation_id = e.organisation_id and c.event_id = e.id and (${field}::text is null or c.field = ${field})) as changes
    from history_event e left join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
      left join api_token k on k.organisation_id = e.organisation_id and e.actor_task = 'token:' || k.id::text
    where e.organisation_id = ${scope.organisation.id} and e.register = ${register} and e.entry_id = ${entryId}
      and (${options.before ?? null}::uuid is null or e.id < ${options.before ?? null})
      and (${field}::text is null or exists (select from history_change c where c.organisation_id = e.organisation_id and c.event_id = e.id and c.field = ${field}))
    order by e.id desc limit ${options.limit ?? 100}`.execute(scope.tx)
  return result.rows
}

/** The input as it stood at `revision`: the current one with the later changes taken back, newest first. */
export async function inputAtRevision(scope: Scope, register: { key: string; fields: Fields }, entryId: string, current: AnyInput, revision: number): Promise<AnyInput> {
  const result = await sql<{ field: string; before: unknown }>`
    select c.field, c.before from history_event e join history_change c on c.organisation_id = e.organisation_id and c.event_id = e.id
    where e.organisation_id = ${scope.organisation.id} and e.register = ${register.key} and e.entry_id = ${entryId} and e.revision > ${revision}
    order by e.id desc`.execute(scope.tx)
  const input = { ...current }
  for (const { field, before } of result.rows) {
    const declared = register.fields[field]
    if (declared) input[field] = before ?? emptyValue(declared)
  }
  return input
}
