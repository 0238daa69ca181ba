// Services taken: which services a participant takes or took, under which agreement, with whom to turn to and which sub-processors work in it.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { statusesAt } from '../../register-kit/lifecycle.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { sayValue } from '../../register-kit/say-value.ts'
import { loadEntries } from '../../register-kit/store.ts'
import { services } from '../service-catalogue/register.ts'

export type ServiceTaken = {
  readonly name: string; readonly kind: string; readonly description: string; readonly since: string | null; readonly until: string | null; readonly agreement: string | null; readonly agreementOn: string | null; readonly agreementUntil: string | null
  readonly contact: string | null; readonly outOfHours: string | null; readonly level: string; readonly measures: readonly string[]; readonly subProcessors: readonly { readonly name: string; readonly what: string }[]
  /** Taken today. */
  readonly isTaken: boolean
}

/** In the order of their names; a service that the participant took twice stands there twice. */
export async function servicesTaken(scope: Scope, participantId: string): Promise<ServiceTaken[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from service s where s.organisation_id = ${scope.organisation.id} and s.status = any(${statusesAt(services, 'active')})
      and exists (select from service_participants p where p.organisation_id = s.organisation_id and p.participant = ${participantId} and p.entry_id = s.id)
    order by s.sort_name, s.id limit 1000`.execute(scope.tx)
  const entries = await loadEntries(scope.tx, services, scope.organisation.id, rows.map(({ id }) => id))
  const inputs = rows.flatMap(({ id }) => entries.find(({ system }) => system.id === id)?.input ?? []).map((input) => ({ ...input, participants: input.participants.filter(({ participant }) => participant === participantId) }))
  const lookups = await loadLookupsFor(scope, services.fields, inputs)
  const today = dayOf(scope.now)
  return inputs.flatMap((input) => input.participants.map((taken): ServiceTaken => ({
    name: input.name ?? '', kind: sayValue(services.fields.kind, input.kind, lookups).join(''), description: input.description ?? '', since: taken.since_on, until: taken.until_on,
    agreement: taken.agreement, agreementOn: taken.agreement_on, agreementUntil: taken.agreement_until_on, contact: input.contact, outOfHours: input.out_of_hours,
    level: sayValue(services.fields.security_level, input.security_level, lookups).join(''), measures: sayValue(services.fields.measures, input.measures, lookups),
    subProcessors: input.sub_processors.map((row) => ({ name: lookups.references.processors?.get(row.processor ?? '')?.label ?? '', what: row.what ?? '' })).filter(({ name }) => name !== ''),
    isTaken: (taken.since_on === null || taken.since_on <= today) && (taken.until_on === null || taken.until_on >= today),
  })))
}
