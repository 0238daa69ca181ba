// Not taken: which instructions are about a service that their participant doesn't take.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

/** By instruction: true where the service isn't taken, whenever; nothing for the others. */
export async function serviceNotTaken(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, true>> {
  const { rows } = await sql<{ id: string }>`
    select i.id from instruction i where i.organisation_id = ${scope.organisation.id} and i.id = any(${ids}::uuid[]) and i.service is not null and i.participant is not null
      and not exists (select from service_participants s where s.organisation_id = i.organisation_id and s.entry_id = i.service and s.participant = i.participant)`.execute(scope.tx)
  return new Map(rows.map(({ id }) => [id, true]))
}
