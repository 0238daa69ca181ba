// Term history: one event for each change to a term, under an entry id that follows from catalogue and key.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../ground/ids.ts'
import { insertRows } from '../ground/insert-rows.ts'
import type { Scope } from '../ground/scope.ts'
import type { TermChange } from './difference.ts'

export const historyRegister = 'catalogues'
export type TermVerb = 'add' | 'change' | 'retire' | 'restore' | 'accept-added' | 'accept-changed' | 'accept-withdrawn'

/** A term has no id of its own; this one (UUID version 8, RFC 9562) is the same for the same term in every organisation. */
export function termEntryId(catalogue: string, key: string): string {
  const bytes = createHash('sha256').update(`catalogue-term:${catalogue}/${key}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export type TermEvent = { readonly catalogue: string; readonly key: string; readonly verb: TermVerb; readonly changes?: readonly TermChange[] }

/** Writes one event for each term, in the transaction that changed them. */
export async function noteTerms(scope: Scope, events: readonly TermEvent[]): Promise<void> {
  const { actor, organisation } = scope
  const rows = events.map((event) => ({
    organisation_id: organisation.id, id: newId(), register: historyRegister, entry_id: termEntryId(event.catalogue, event.key), verb: event.verb,
    person_id: actor.kind === 'person' ? actor.personId : null, actor_task: actor.kind === 'system' ? actor.task : null, at: scope.now,
  }))
  await insertRows(scope.tx, 'history_event', rows)
  await insertRows(scope.tx, 'history_change', events.flatMap((event, index) => (event.changes ?? []).map((change) => ({ organisation_id: organisation.id, event_id: rows[index]!.id, ...change }))))
}

export type TermHappening = {
  readonly entryId: string
  readonly verb: string
  readonly at: Date
  readonly personId: string | null
  readonly personName: string | null
  readonly task: string | null
  readonly changes: readonly TermChange[]
}

/** What happened to these terms of a catalogue, newest first. */
export async function readTermHistory(scope: Scope, catalogue: string, keys: readonly string[], limit = 50): Promise<TermHappening[]> {
  const result = await sql<TermHappening>`
    select e.entry_id as "entryId", e.verb, e.at, e.person_id as "personId", p.name as "personName", e.actor_task as task,
      (select coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after) order by c.field), '[]')
       from history_change c where c.organisation_id = e.organisation_id and c.event_id = e.id) as changes
    from history_event e left join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    where e.organisation_id = ${scope.organisation.id} and e.register = ${historyRegister} and e.entry_id = any(${keys.map((key) => termEntryId(catalogue, key))}::uuid[])
    order by e.id desc limit ${limit}`.execute(scope.tx)
  return result.rows
}
