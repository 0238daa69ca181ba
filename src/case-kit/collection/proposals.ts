// Proposals: whom to ask for data, read from the processing activities that a case is about: their departments, systems, processors and participants; and whoever else could be asked.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Scope } from '../../ground/scope.ts'
import { isMailAddress } from '../../people/mail-outside.ts'
import type { AnyInput, Entry } from '../../register-kit/entry.ts'
import type { Register } from '../../register-kit/register.ts'
import { loadEntries } from '../../register-kit/store.ts'
import type { CollectionOptions } from './case-options.ts'
import type { Party } from './task-rules.ts'

/** Somebody who can be asked; `why`: the names of the activities for which. Without a colleague or an address somebody must choose one. */
export type Target = { readonly party: Party; readonly aboutId: string; readonly aboutName: string; readonly personId: string | null; readonly person: string | null; readonly email: string | null; readonly why: readonly string[] }

export const keyOfTarget = ({ party, aboutId }: Pick<Target, 'party' | 'aboutId'>) => `${party}:${aboutId}`

/** What the case's activities lead to, in their order; each once. */
export async function proposedTargets(scope: Scope, { activities, registers }: CollectionOptions, entry: Entry): Promise<Target[]> {
  const ids = activities?.(entry) ?? []
  if (!registers || ids.length === 0) return []
  const found = await loadEntries(scope.tx, registers.activities, scope.organisation.id, ids)
  const wanted = found.flatMap(({ input }) => ledTo(input).map((one) => ({ ...one, why: String(input.name ?? '') })))
  const targets = await targetsOf(scope, registers, wanted)
  return targets.map((target) => ({ ...target, why: [...new Set(wanted.filter((one) => keyOfTarget(one) === keyOfTarget(target)).map(({ why }) => why))] }))
}

/** Everybody who can be asked, by party and name. */
export async function allTargets(scope: Scope, { registers }: CollectionOptions): Promise<Target[]> {
  const of = async (table: string, where = sql`true`) => (await sql<{ id: string }>`select id from ${sql.table(table)} where organisation_id = ${scope.organisation.id} and ${where} limit 500`.execute(scope.tx)).rows.map(({ id }) => id)
  const wanted = [
    ...(await of('department', sql`is_active`)).map((aboutId) => ({ party: 'department' as const, aboutId })),
    ...(registers ? (await of(registers.systems.table, inUse(registers.systems))).map((aboutId) => ({ party: 'system' as const, aboutId })) : []),
    ...(registers ? (await of(registers.processors.table, inUse(registers.processors))).map((aboutId) => ({ party: 'processor' as const, aboutId })) : []),
    ...(await of('participant', sql`is_active`)).map((aboutId) => ({ party: 'participant' as const, aboutId })),
  ]
  return (await targetsOf(scope, registers, wanted)).toSorted((one, other) => order.indexOf(one.party) - order.indexOf(other.party) || one.aboutName.localeCompare(other.aboutName))
}

type Wanted = { readonly party: Party; readonly aboutId: string; /** Who answers for the activity itself. */ readonly owner?: string | null }
const order: readonly Party[] = ['department', 'system', 'processor', 'participant']

/** What an activity points at; empty cells lead nowhere. */
export function ledTo(input: AnyInput): Wanted[] {
  const cells = (field: string, cell: string) => ((input[field] ?? []) as AnyInput[]).flatMap((row) => typeof row[cell] === 'string' ? [row[cell]] : [])
  const wanted: Wanted[] = [
    ...(typeof input.department === 'string' ? [{ party: 'department' as const, aboutId: input.department, owner: input.owner as string | null ?? null }] : []),
    ...cells('stores', 'system').map((aboutId) => ({ party: 'system' as const, aboutId })), ...cells('processors', 'processor').map((aboutId) => ({ party: 'processor' as const, aboutId })),
    ...cells('participants', 'participant').map((aboutId) => ({ party: 'participant' as const, aboutId })),
  ]
  return wanted.filter((one, index) => wanted.findIndex((other) => keyOfTarget(other) === keyOfTarget(one)) === index)
}

async function targetsOf(scope: Scope, registers: CollectionOptions['registers'], wanted: readonly Wanted[]): Promise<Target[]> {
  const ids = (party: Party) => [...new Set(wanted.filter((one) => one.party === party).map(({ aboutId }) => aboutId))]
  const organisation = scope.organisation.id
  const named = new Map<string, Omit<Target, 'why'>>()
  const keep = (party: Party, rows: readonly { id: string; name: string; personId: string | null; email: string | null }[]) => {
    for (const { id, name, personId, email } of rows) named.set(`${party}:${id}`, { party, aboutId: id, aboutName: name, personId, person: null, email: emailIn(email) })
  }
  const departments = await sql<{ id: string; name: string; personId: string | null; email: null }>`
    select d.id, d.name, (select r.person_id from role_assignment r join person p on p.organisation_id = r.organisation_id and p.id = r.person_id and p.is_active
      where r.organisation_id = d.organisation_id and r.department_id = d.id and r.role = 'process_owner' and r.valid_from <= ${dayOf(scope.now)} and coalesce(r.valid_until >= ${dayOf(scope.now)}, true) order by r.id limit 1) as "personId", null as email
    from department d where d.organisation_id = ${organisation} and d.id = any(${ids('department')}::uuid[])`.execute(scope.tx)
  keep('department', departments.rows)
  const participants = await sql<{ id: string; name: string; personId: null; email: string | null }>`select id, name, null::uuid as "personId", contact as email from participant where organisation_id = ${organisation} and id = any(${ids('participant')}::uuid[])`.execute(scope.tx)
  keep('participant', participants.rows)
  if (registers) {
    const systems = await loadEntries(scope.tx, registers.systems, organisation, ids('system'))
    keep('system', systems.map(({ system, input }) => ({ id: system.id, name: String(input.name), personId: (input.application_manager ?? input.owner ?? null) as string | null, email: null })))
    const processors = await loadEntries(scope.tx, registers.processors, organisation, ids('processor'))
    keep('processor', processors.map(({ system, input }) => ({ id: system.id, name: String(input.name), personId: null, email: (input.contact_email ?? null) as string | null })))
  }
  const people = await activePeople(scope, [...named.values()].flatMap(({ personId }) => personId === null ? [] : [personId]).concat(wanted.flatMap(({ owner }) => owner ? [owner] : [])))
  const seen = new Set<string>()
  return wanted.flatMap((one) => {
    const found = named.get(keyOfTarget(one))
    if (!found || seen.has(keyOfTarget(one))) return []
    seen.add(keyOfTarget(one))
    const personId = [one.owner ?? null, found.personId].find((id) => id !== null && people.has(id)) ?? null
    return [{ ...found, personId, person: personId === null ? null : people.get(personId)!, why: [] }]
  })
}

async function activePeople(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from person where organisation_id = ${scope.organisation.id} and is_active and id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Contacts are free text in some registers: an address only when it is one. */
export function emailIn(text: string | null): string | null {
  return (text ?? '').split(/[\s<>(),;:"]+/).find((word) => word.includes('@') && isMailAddress(word)) ?? null
}

const inUse = ({ lifecycle }: Register) => sql`status = ${lifecycle.inForce}`
