// Portfolios in force: who of the board or directors answers for what today, for pages that say who does what.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

export type PortfolioInForce = { readonly id: string; readonly name: string; readonly subject: string | null; readonly holder: string | null; readonly personIds: readonly string[]; readonly substitute: string | null; readonly body: string | null; readonly department: string | null; readonly endsOn: string | null }

/** Portfolios that hold on the scope's day, by name. */
export async function portfoliosInForce(scope: Scope): Promise<PortfolioInForce[]> {
  const today = dayOf(scope.now)
  const found = await sql<PortfolioInForce>`
    select t.id, t.name, t.subject, coalesce(p.name, t.holder_name) as holder, array_remove(array[t.holder, t.substitute], null) as "personIds", s.name as substitute, b.name as body, d.name as department, t.ends_on as "endsOn"
    from portfolio t left join person p on p.organisation_id = t.organisation_id and p.id = t.holder left join person s on s.organisation_id = t.organisation_id and s.id = t.substitute
    left join governing_body b on b.organisation_id = t.organisation_id and b.id = t.body left join department d on d.organisation_id = t.organisation_id and d.id = t.department
    where t.organisation_id = ${scope.organisation.id} and t.status = 'active' and coalesce(t.starts_on, t.decided_on, ${today}) <= ${today} and (t.ends_on is null or t.ends_on >= ${today})
    order by t.sort_name, t.id limit 200`.execute(scope.tx)
  return found.rows
}
