// Facts on a request that its own fields don't hold: whether its answer is or was late, whether a letter or file is kept with it, and whether the access log was asked where applications write to it.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { answerKinds } from './step-kit.ts'

export type RequestFacts = { readonly isLate: boolean; readonly hasLetter: boolean; readonly isLogUnasked: boolean }

export async function factsOf(scope: Scope, ids: readonly string[]): Promise<Map<string, RequestFacts>> {
  const { rows } = await sql<RequestFacts & { id: string }>`select e.id,
      exists (select from deadline d where d.organisation_id = ${scope.organisation.id} and d.register = 'requests' and d.entry_id = e.id and d.kind = any(${[...answerKinds]}::text[]) and d.lapsed_at is null and d.due_at <= coalesce(d.met_at, d.suspended_at, ${scope.now})) as "isLate",
      exists (select from letter l where l.organisation_id = ${scope.organisation.id} and l.register = 'requests' and l.entry_id = e.id and l.state <> 'withdrawn')
        or exists (select from entry_attachment a where a.organisation_id = ${scope.organisation.id} and a.register = 'requests' and a.entry_id = e.id) as "hasLetter",
      exists (select from access_source_day d where d.organisation_id = ${scope.organisation.id})
        and not exists (select from log_answer a where a.organisation_id = ${scope.organisation.id} and a.register = 'requests' and a.entry_id = e.id) as "isLogUnasked"
    from unnest(${ids}::uuid[]) e (id)`.execute(scope.tx)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
