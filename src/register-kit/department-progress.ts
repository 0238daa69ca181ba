// Department progress: figures per department over the entries of a register that somebody may see: reviewed, overdue, with findings.
import { sql } from 'kysely'
import { dayOf } from '../ground/clock.ts'
import type { Scope } from '../ground/scope.ts'
import { statusesAt } from './lifecycle.ts'
import type { Register } from './register.ts'

export type DepartmentRow = { id: string | null; name: string | null; total: number; active: number; reviewed: number; overdue: number; next: string | null; blocking: number; serious: number; attention: number; clean: number }
export type Overview = { readonly departments: readonly DepartmentRow[]; readonly rules: readonly { rule: string; entries: number }[] }

/** `reviewed` counts active entries whose review isn't overdue. Without departments one row holds everything, as long as there is anything. */
export async function departmentProgress(scope: Scope, register: Register): Promise<Overview> {
  const today = dayOf(scope.now)
  const isActive = sql`t.status = any(${statusesAt(register, 'active')})`
  const seen = sql`t.organisation_id = ${scope.organisation.id} and not t.status = any(${statusesAt(register, 'ended')}) and ${register.visible(scope.actor)}`
  const department = register.named.department === undefined ? sql`null::uuid` : sql.ref(`t.${register.named.department}`)
  const departments = await sql<DepartmentRow>`
    select g.*, (select d.name from department d where d.organisation_id = ${scope.organisation.id} and d.id = g.id) as name from (
      select ${department} as id, count(*) as total,
        count(*) filter (where ${isActive}) as active,
        count(*) filter (where ${isActive} and t.review_due_on >= ${today}) as reviewed,
        count(*) filter (where ${isActive} and (t.review_due_on is null or t.review_due_on < ${today})) as overdue,
        min(t.review_due_on) filter (where ${isActive}) as next,
        count(*) filter (where t.findings_blocking > 0) as blocking, count(*) filter (where t.findings_serious > 0) as serious, count(*) filter (where t.findings_attention > 0) as attention,
        count(*) filter (where t.findings_blocking + t.findings_serious + t.findings_attention = 0) as clean
      from ${sql.table(register.table)} t where ${seen} group by 1) g order by name nulls last`.execute(scope.tx)
  const rules = await sql<{ rule: string; entries: number }>`
    select f.rule, count(distinct f.entry_id) as entries from finding f join ${sql.table(register.table)} t on t.organisation_id = f.organisation_id and t.id = f.entry_id
    where f.organisation_id = ${scope.organisation.id} and f.register = ${register.key} and ${seen}
    group by f.rule order by entries desc, f.rule`.execute(scope.tx)
  return { departments: departments.rows, rules: rules.rows }
}
