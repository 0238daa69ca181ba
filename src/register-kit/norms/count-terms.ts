// Count terms: how many terms of a kind ended in time since a day, and how many run late now.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'

export type WantedTerms = { readonly register: string; readonly deadline: string; readonly since: string }
export type FoundTerms = { readonly ended: number; readonly inTime: number; readonly late: number }

/** In the order of what is wanted. What was dropped because its entry ended counts for nothing. */
export async function countTerms(scope: Scope, wanted: readonly WantedTerms[]): Promise<FoundTerms[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<FoundTerms & { no: number }>`
    select w.no, (count(*) filter (where d.met_at >= w.since))::int as ended, (count(*) filter (where d.met_at >= w.since and d.met_at < d.due_at))::int as "inTime",
      (count(*) filter (where d.met_at is null and d.lapsed_at is null and d.suspended_at is null and d.due_at <= ${scope.now}))::int as late
    from jsonb_to_recordset(${JSON.stringify(wanted.map((one, no) => ({ no, register: one.register, kind: one.deadline, since: one.since })))}::jsonb) w (no int, register text, kind text, since date)
      join deadline d on d.organisation_id = ${scope.organisation.id} and d.register = w.register and d.kind = w.kind
    group by w.no`.execute(scope.tx)
  return wanted.map((_one, no) => rows.find((row) => row.no === no) ?? { ended: 0, inTime: 0, late: 0 })
}
