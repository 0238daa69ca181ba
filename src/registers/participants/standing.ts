// Standing of participants: of each how many services it takes, what waits of its instructions, what was told of breaches, and whether it works here too.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import type { TieState } from '../../case-kit/forwarding/ties.ts'
import { statusesAt } from '../../register-kit/lifecycle.ts'
import { breaches } from '../breaches/register.ts'
import { instructions } from '../instructions/register.ts'
import { services } from '../service-catalogue/register.ts'

export type Standing = {
  readonly id: string; readonly name: string; readonly contact: string | null; readonly isActive: boolean; readonly services: number; readonly withoutAgreement: number; readonly openInstructions: number; readonly objections: number
  readonly breachesTold: number; readonly contacts: number; readonly tie: TieState | null
}

/** By name. Breaches are those that the reader may see. */
export async function standings(scope: Scope, only?: string): Promise<Standing[]> {
  const organisation = scope.organisation.id
  const today = dayOf(scope.now)
  const taken = sql`from service_participants s join service v on v.organisation_id = s.organisation_id and v.id = s.entry_id and v.status = any(${statusesAt(services, 'active')})
    where s.organisation_id = p.organisation_id and s.participant = p.id and (s.since_on is null or s.since_on <= ${today}) and (s.until_on is null or s.until_on >= ${today})`
  const given = sql`from instruction t where t.organisation_id = p.organisation_id and t.participant = p.id and ${instructions.visible(scope.actor)}`
  const { rows } = await sql<Standing>`
    select p.id, p.name, p.contact, p.is_active as "isActive",
      (select count(distinct s.entry_id)::int ${taken}) as services,
      (select count(*)::int ${taken} and (s.agreement is null or s.agreement_on is null or s.agreement_until_on < ${today})) as "withoutAgreement",
      (select count(*)::int ${given} and t.status = any(${statusesAt(instructions, 'active')})) as "openInstructions",
      (select count(*)::int ${given} and t.status = 'objected') as objections,
      (select count(*)::int from breach t where t.organisation_id = p.organisation_id and t.participant = p.id and t.controller_told_at is not null and ${breaches.visible(scope.actor)}) as "breachesTold",
      (select count(*)::int from portal_invitation i where i.organisation_id = p.organisation_id and i.register = 'participant' and i.party_id = p.id and i.ended_at is null and i.expires_at > ${scope.now}) as contacts,
      (select i.state from participant_tie i where i.organisation_id = p.organisation_id and i.participant_id = p.id order by i.id desc limit 1) as tie
    from participant p where p.organisation_id = ${organisation} and (${only ?? null}::uuid is null or p.id = ${only ?? null})
    order by p.is_active desc, p.name limit 1000`.execute(scope.tx)
  return rows
}
