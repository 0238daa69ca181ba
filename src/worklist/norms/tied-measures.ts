// Tied measures: the improvement measures for a norm that somebody may see, the open ones first.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import { measures } from '../../registers/measures/register.ts'

export type TiedMeasure = { readonly id: string; readonly name: string; readonly status: string; readonly dueOn: string | null }

export async function measuresFor(scope: Scope, norm: string): Promise<TiedMeasure[]> {
  const { rows } = await sql<TiedMeasure>`
    select t.id, t.name, t.status, t.due_on as "dueOn" from ${sql.table(measures.table)} t
    where t.organisation_id = ${scope.organisation.id} and ${measures.visible(scope.actor)}
      and exists (select from improvement_measure_norms n where n.organisation_id = t.organisation_id and n.entry_id = t.id and n.norm = ${norm})
    order by t.status = 'closed', t.due_on nulls last, t.sort_name limit 200`.execute(scope.tx)
  return rows
}
