// Uncovered: which participants take a service while none of its processing activities says that it is done for them (art. 30 lid 2 onder a AVG), and which of those aren't a processor's.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

export type Uncovered = { readonly participants: readonly string[]; readonly ownProcessings: readonly string[] }

/** By service, names as people know them; nothing for a service without processing activities. */
export async function uncovered(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, Uncovered>> {
  const { organisation: { id: organisation }, tx, now } = scope
  const today = dayOf(now)
  const participants = await sql<{ id: string; name: string }>`
    select distinct s.entry_id as id, p.name from service_participants s join participant p on p.organisation_id = s.organisation_id and p.id = s.participant
    where s.organisation_id = ${organisation} and s.entry_id = any(${ids}::uuid[]) and (s.since_on is null or s.since_on <= ${today}) and (s.until_on is null or s.until_on >= ${today})
      and exists (select from service_processings v where v.organisation_id = s.organisation_id and v.entry_id = s.entry_id and v.processing is not null)
      and not exists (select from service_processings v join processing_activity_participants a on a.organisation_id = v.organisation_id and a.entry_id = v.processing
        where v.organisation_id = s.organisation_id and v.entry_id = s.entry_id and a.participant = s.participant)
    order by p.name`.execute(tx)
  const own = await sql<{ id: string; name: string }>`
    select distinct v.entry_id as id, a.name from service_processings v join processing_activity a on a.organisation_id = v.organisation_id and a.id = v.processing
    where v.organisation_id = ${organisation} and v.entry_id = any(${ids}::uuid[]) and a.role is distinct from 'processor' order by a.name`.execute(tx)
  const of = (rows: readonly { id: string; name: string }[], wanted: string) => rows.flatMap(({ id, name }) => id === wanted && name !== null ? [name] : [])
  return new Map(ids.map((id) => [id, { participants: of(participants.rows, id), ownProcessings: of(own.rows, id) }]))
}
