// In force: what the agreements that bind today say of their processors: how many there are (H-24), and what they lay down on sub-processors (N-43).
import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

type Facts = Promise<ReadonlyMap<string, unknown>>

/** How many agreements with each processor are in force today: active, begun and not past their end. */
export async function countInForce(scope: Scope, ids: readonly string[]): Facts {
  const found = await perProcessor<number>(scope, ids, sql`count(*)`)
  return new Map([...ids.map((id) => [id, 0] as const), ...found])
}

/** What they say on engaging sub-processors (`forbidden`, `specific`, `general`), each once; nothing of a processor without an agreement in force. */
export async function subProcessingInForce(scope: Scope, ids: readonly string[]): Facts {
  return perProcessor<string[]>(scope, ids, sql`coalesce(array_agg(distinct t.sub_processing) filter (where t.sub_processing is not null), '{}')`)
}

async function perProcessor<T>(scope: Scope, ids: readonly string[], what: RawBuilder<unknown>): Promise<Map<string, T>> {
  const today = dayOf(scope.now)
  const found = await sql<{ id: string; fact: T }>`
    select t.processor as id, ${what} as fact from processor_agreement t
    where t.organisation_id = ${scope.organisation.id} and t.processor = any(${ids}::uuid[]) and t.status = 'active'
      and (t.starts_on is null or t.starts_on <= ${today}) and (t.ends_on is null or t.ends_on >= ${today})
    group by t.processor`.execute(scope.tx)
  return new Map(found.rows.map(({ id, fact }) => [id, fact]))
}
