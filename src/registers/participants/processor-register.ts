// Processor register of one participant: what art. 30 lid 2 AVG asks of a processor, gathered from what is in force, with nothing of any other participant in it.
import { sql } from 'kysely'
import { isId } from '../../ground/ids.ts'
import type { Scope } from '../../ground/scope.ts'
import { statusesAt } from '../../register-kit/lifecycle.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { sayCell, sayValue } from '../../register-kit/say-value.ts'
import { loadEntries } from '../../register-kit/store.ts'
import type { ActivityInput } from '../processing-activities/declaration.ts'
import { processingActivities } from '../processing-activities/register.ts'
import { type ServiceTaken, servicesTaken } from './services-taken.ts'

export type SubProcessor = { readonly name: string; readonly what: string; readonly for: string }
/** One category of processing that is carried out for the participant; texts as people read them. */
export type RegisterLine = {
  readonly number: string; readonly name: string; readonly service: string; readonly categories: string; readonly purposes: readonly string[]; readonly subjects: readonly string[]; readonly data: readonly string[]
  readonly systems: readonly string[]; readonly subProcessors: readonly SubProcessor[]; readonly transfers: readonly string[]; readonly security: readonly string[]; readonly securityNote: string
}
export type Served = { readonly id: string; readonly name: string; readonly contact: string | null }
export type OwnContact = { readonly address: string | null; readonly email: string | null; readonly phone: string | null; readonly dpo: string | null }
export type ProcessorRegister = { readonly participant: Served; readonly organisation: string; readonly contact: OwnContact; readonly lines: readonly RegisterLine[]; readonly services: readonly ServiceTaken[] }

const mostLines = 2000

/** Whole, whoever asks: who may is decided before. Undefined for an unknown participant. */
export async function processorRegisterOf(scope: Scope, participantId: string): Promise<ProcessorRegister | undefined> {
  const { tx, organisation } = scope
  const participant = await participantBy(scope, participantId)
  if (!participant) return undefined
  const { rows } = await sql<{ id: string }>`
    select distinct a.id, a.sort_name from processing_activity a join processing_activity_participants p on p.organisation_id = a.organisation_id and p.entry_id = a.id
    where a.organisation_id = ${organisation.id} and p.participant = ${participantId} and a.role = 'processor' and a.status = any(${statusesAt(processingActivities, 'active')})
    order by a.sort_name, a.id limit ${mostLines}`.execute(tx)
  const entries = await loadEntries(tx, processingActivities, organisation.id, rows.map(({ id }) => id))
  const byId = new Map(entries.map(({ system, input }) => [system.id, onlyFor(input, participantId)]))
  const inputs = rows.flatMap(({ id }) => byId.get(id) ?? [])
  const lookups = await loadLookupsFor(scope, processingActivities.fields, inputs)
  const own = await tx.selectFrom('organisation').select(['name', 'contact_address', 'contact_email', 'contact_phone', 'dpo_contact']).where('id', '=', organisation.id).executeTakeFirstOrThrow()
  return {
    participant, organisation: own.name, contact: { address: own.contact_address, email: own.contact_email, phone: own.contact_phone, dpo: own.dpo_contact },
    lines: inputs.map((input) => lineOf(input, lookups)), services: await servicesTaken(scope, participantId),
  }
}

export async function participantBy(scope: Scope, id: string): Promise<(Served & { readonly isActive: boolean }) | undefined> {
  const row = isId(id) ? await scope.tx.selectFrom('participant').select(['id', 'name', 'contact', 'is_active']).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirst() : undefined
  return row && { id: row.id, name: row.name, contact: row.contact, isActive: row.is_active }
}

/** Other participants leave the input before anything is read from it. */
function onlyFor(input: ActivityInput, participantId: string): ActivityInput {
  return { ...input, participants: input.participants.filter(({ participant }) => participant === participantId) }
}

function lineOf(input: ActivityInput, lookups: Awaited<ReturnType<typeof loadLookupsFor>>): RegisterLine {
  const { fields } = processingActivities
  const said = (key: keyof typeof fields) => sayValue(fields[key], input[key], lookups)
  const { processor, service } = fields.processors.columns
  return {
    number: input.number ?? '', name: input.name ?? '', service: said('service').join(', '), categories: input.participants.flatMap(({ categories }) => categories ?? []).join('\n'),
    purposes: input.purposes.flatMap(({ purpose }) => purpose ?? []), subjects: said('subject_categories'), data: said('data_categories'),
    systems: [...new Set(input.stores.map((store) => sayCell(fields.stores.columns.system, store.system, lookups) || store.name || '').filter(Boolean))],
    subProcessors: input.processors.map((row) => ({ name: sayCell(processor, row.processor, lookups) || row.name || '', what: sayCell(service, row.service, lookups), for: input.name ?? '' })).filter(({ name }) => name !== ''),
    transfers: said('transfers'), security: said('measures'), securityNote: input.measures_note ?? '',
  }
}
