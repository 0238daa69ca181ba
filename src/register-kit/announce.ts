// Announce: what happens to an entry goes into the outbox of whoever asked to be told, in the transaction of the act: no commit, no message; no message lost.
import { sql } from 'kysely'
import { newId } from '../ground/ids.ts'
import type { Scope } from '../ground/scope.ts'

/** What a program may learn of an act: which entry, what was done, and where that left it. Never a field's value or a name. */
export type Happening = {
  readonly register: string
  readonly entryId: string
  readonly verb: string
  /** The entry's revision after the act; null when the verb changed no field. */
  readonly revision: number | null
  /** The entry's state after the act. */
  readonly status: string
}

/** Puts one row in the outbox for each happening and each active subscription that wants to hear of it. Costs one look at an index where nobody does. */
export async function announce(scope: Scope, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const { id } = scope.organisation
  const heard = await sql<{ is: boolean }>`select exists (select from webhook_subscription where organisation_id = ${id} and status = 'active') as is`.execute(scope.tx)
  if (heard.rows[0]?.is !== true) return
  const events = happenings.map(({ register, entryId, verb, revision, status }) => ({ event_id: newId(), register, entry_id: entryId, verb, revision, entry_status: status }))
  await sql`
    insert into webhook_delivery (organisation_id, subscription_id, event_id, at, register, entry_id, verb, revision, entry_status, due_at)
    select s.organisation_id, s.id, e.event_id, ${scope.now}, e.register, e.entry_id, e.verb, e.revision, e.entry_status, ${scope.now}
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) e (event_id uuid, register text, entry_id uuid, verb text, revision integer, entry_status text)
    join webhook_subscription s on s.organisation_id = ${id} and s.status = 'active'
      and (cardinality(s.registers) = 0 or e.register = any(s.registers)) and (cardinality(s.verbs) = 0 or e.verb = any(s.verbs))`.execute(scope.tx)
}
