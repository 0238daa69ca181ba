// What mandates say of the organisation as a whole: which of the powers nobody may use in the body's name today (N-09).
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { type Power, powers } from './declaration.ts'

export type MandateInForce = { readonly id: string; readonly name: string; readonly powers: readonly Power[]; readonly holder: string | null; readonly substitute: string | null; readonly personIds: readonly string[]; readonly department: string | null; readonly body: string | null; readonly endsOn: string | null }

/** Mandates that hold on the scope's day, by name. `holder` is a person, else the job function; a role is said by `holderRole`. */
export async function mandatesInForce(scope: Scope): Promise<(MandateInForce & { readonly holderRole: string | null })[]> {
  const today = dayOf(scope.now)
  const found = await sql<MandateInForce & { holderRole: string | null }>`
    select m.id, m.name, m.powers, coalesce(p.name, m.holder_function) as holder, m.holder_role as "holderRole", s.name as substitute, array_remove(array[m.holder, m.substitute], null) as "personIds",
      d.name as department, b.name as body, m.ends_on as "endsOn"
    from mandate m
    left join person p on p.organisation_id = m.organisation_id and p.id = m.holder left join person s on s.organisation_id = m.organisation_id and s.id = m.substitute
    left join department d on d.organisation_id = m.organisation_id and d.id = m.department left join governing_body b on b.organisation_id = m.organisation_id and b.id = m.body
    where m.organisation_id = ${scope.organisation.id} and m.status = 'active' and coalesce(m.starts_on, m.decided_on, ${today}) <= ${today} and (m.ends_on is null or m.ends_on >= ${today})
    order by m.sort_name, m.id limit 500`.execute(scope.tx)
  return found.rows
}

/** Powers of the twelve that no mandate in force gives, in their own order. Pure. */
export function powersWithout(mandates: readonly Pick<MandateInForce, 'powers'>[]): Power[] {
  const given = new Set(mandates.flatMap((mandate) => mandate.powers))
  return (Object.keys(powers) as Power[]).filter((power) => !given.has(power))
}
