// Facts on audits: when a processor was last audited, and when an audit's processor was audited before.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import type { AnyInput } from '../../register-kit/entry.ts'

type Facts = Promise<ReadonlyMap<string, string>>

/** The last day until today on which each processor was audited, by ourselves or by a third party; its own statement is proof, but no audit (M-08). */
export async function lastAudits(scope: Scope, processors: readonly string[]): Facts {
  const { rows } = await sql<{ id: string; on: string }>`
    select t.processor as id, max(t.held_on)::text as on from processor_audit t
    where t.organisation_id = ${scope.organisation.id} and t.processor = any(${processors}::uuid[]) and t.held_on <= ${dayOf(scope.now)} and t.manner <> 'own_statement' and t.status <> 'cancelled' group by t.processor`.execute(scope.tx)
  return new Map(rows.map(({ id, on }) => [id, on]))
}

/** The last visit to the same processor before each of these audits (N-42: once a year at most). */
export async function previousAudits(scope: Scope, ids: readonly string[]): Facts {
  const { rows } = await sql<{ id: string; on: string }>`
    select t.id, max(o.held_on)::text as on from processor_audit t join processor_audit o on o.organisation_id = t.organisation_id and o.processor = t.processor and o.id <> t.id
    where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[]) and o.manner in ('own', 'independent') and o.status <> 'cancelled' and o.held_on < coalesce(t.held_on, t.planned_on) group by t.id`.execute(scope.tx)
  return new Map(rows.map(({ id, on }) => [id, on]))
}

/** The other audits of the processors that these inputs name. */
export async function sameProcessor(scope: Scope, inputs: readonly AnyInput[]): Promise<readonly string[]> {
  const processors = [...new Set(inputs.flatMap(({ processor }) => typeof processor === 'string' ? [processor] : []))]
  if (processors.length === 0) return []
  const { rows } = await sql<{ id: string }>`select id from processor_audit where organisation_id = ${scope.organisation.id} and processor = any(${processors}::uuid[]) order by held_on desc nulls first limit 200`.execute(scope.tx)
  return rows.map(({ id }) => id)
}
