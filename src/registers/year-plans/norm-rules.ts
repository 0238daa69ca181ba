// Norm rules of year plans: whether every department has a plan for this year, judged by a governing body (N-11).
import { sql } from 'kysely'
import { z } from 'zod'
import { dayOf } from '../../ground/clock.ts'
import type { NormRule } from '../../register-kit/norm-evidence.ts'

/** Departments that stand under no other; what is below them may share their plan. */
export const everyDepartmentPlans: NormRule = {
  words: { nl: 'Elke afdeling heeft voor dit jaar een jaarplan dat het bestuur heeft beoordeeld', en: 'Every department has a year plan for this year that the governing body has judged' },
  asks: z.strictObject({}),
  async measure(scope) {
    const year = Number(dayOf(scope.now).slice(0, 4))
    const { rows: [found] } = await sql<{ departments: number; planned: number; judged: number }>`
      select count(*)::int as departments, (count(*) filter (where p.plans > 0))::int as planned, (count(*) filter (where p.judged > 0))::int as judged
      from department d left join lateral (
        select count(*) as plans, count(y.judged_on) as judged from year_plan y where y.organisation_id = d.organisation_id and y.department = d.id and y.year = ${year}) p on true
      where d.organisation_id = ${scope.organisation.id} and d.parent_id is null and d.is_active`.execute(scope.tx)
    const { departments, planned, judged } = found!
    return {
      status: departments === 0 ? 'not_measurable' : planned < departments ? 'not_met' : judged < departments ? 'attention' : 'met', path: `/jaarplannen?q=${year}`,
      words: { nl: `${planned} van ${departments} afdelingen hebben een jaarplan voor ${year}; ${judged} ervan zijn door het bestuur beoordeeld`, en: `${planned} of ${departments} departments have a year plan for ${year}; ${judged} of them were judged by the governing body` },
    }
  },
}
