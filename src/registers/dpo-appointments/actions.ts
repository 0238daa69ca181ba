// The appointment that counts: the one in force on a day, for whoever must say who the DPO is and how to reach them.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'

export type AppointmentInForce = { readonly id: string; readonly outcome: string | null; readonly personId: string | null; readonly name: string | null; readonly email: string | null; readonly phone: string | null; readonly body: string | null; readonly endsOn: string | null; readonly registeredOn: string | null; readonly publishedOn: string | null }

/** The newest appointment in force on the scope's day, also for the public, which reads no more of it than is said here. */
export async function appointmentInForce(scope: Scope): Promise<AppointmentInForce | undefined> {
  const today = dayOf(scope.now)
  const found = await sql<AppointmentInForce>`
    select t.id, t.outcome, t.dpo as "personId", p.name, t.contact_email as email, t.contact_phone as phone, b.name as body, t.ends_on as "endsOn", t.registered_on as "registeredOn", t.published_on as "publishedOn"
    from dpo_appointment t left join person p on p.organisation_id = t.organisation_id and p.id = t.dpo left join governing_body b on b.organisation_id = t.organisation_id and b.id = t.body
    where t.organisation_id = ${scope.organisation.id} and t.status = 'active' and coalesce(t.starts_on, t.decided_on, ${today}) <= ${today} and (t.ends_on is null or t.ends_on >= ${today})
    order by t.starts_on desc nulls last, t.id desc limit 1`.execute(scope.tx)
  return found.rows[0]
}
