// Colleagues: who may be asked to look at a comment: people with an account who may see the entry it is about.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import type { Actor, Assignment, Role, Scope } from '../../ground/scope.ts'
import { reachOf } from '../../people/departments.ts'
import { type Collaboration, type OpenedEntry, whoSees } from './book.ts'

export type Colleague = { readonly id: string; readonly name: string }

/**
 * Those whom the actor may mention at an entry, by name, without the actor. An employee is offered who answers for the entry or watches over it;
 * others are offered employees of the entry's own department too (N-02: names for whose task asks it).
 */
export async function colleaguesFor(scope: Scope, collaboration: Collaboration, entry: OpenedEntry): Promise<Colleague[]> {
  const { actor } = scope
  if (actor.kind !== 'person') return []
  const isEmployee = actor.assignments.every(({ role }) => role === 'employee')
  const offered = (await personsOf(scope)).filter(({ id, assignments }) => id !== actor.personId && assignments.some(({ role, departmentIds }) =>
    role !== 'employee' || (!isEmployee && entry.department !== null && departmentIds?.includes(entry.department))))
  const seen = await seenBy(scope, collaboration, entry.id, offered)
  return offered.filter((_person, index) => seen[index]).map(({ id, name }) => ({ id, name }))
}

type Person = Colleague & { readonly accountId: string; readonly assignments: readonly Assignment[] }

/** People with the same roles see the same: each combination is asked about once. */
async function seenBy(scope: Scope, collaboration: Collaboration, entryId: string, persons: readonly Person[]): Promise<boolean[]> {
  const combinations = new Map<string, Actor>()
  const keys = persons.map(({ id, name, accountId, assignments }) => {
    const key = (collaboration.isPersonal ? id : '') + JSON.stringify(assignments)
    if (!combinations.has(key)) combinations.set(key, { kind: 'person', personId: id, accountId, name, assignments })
    return key
  })
  const answers = await whoSees(scope, collaboration, entryId, [...combinations.values()])
  const seen = new Map([...combinations.keys()].map((key, index) => [key, answers[index] ?? false]))
  return keys.map((key) => seen.get(key)!)
}

type Row = { id: string; name: string; account_id: string; roles: { role: Role; department_id: string | null }[] }

async function personsOf(scope: Scope): Promise<Person[]> {
  const today = dayOf(scope.now)
  const organisationId = scope.organisation.id
  const departments = await sql<{ id: string; parentId: string | null }>`select id, parent_id as "parentId" from department where organisation_id = ${organisationId}`.execute(scope.tx)
  const found = await sql<Row>`
    select p.id, p.name, p.account_id, jsonb_agg(jsonb_build_object('role', a.role, 'department_id', a.department_id) order by a.role, a.department_id) as roles
    from person p join role_assignment a on a.organisation_id = p.organisation_id and a.person_id = p.id and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until >= ${today})
    where p.organisation_id = ${organisationId} and p.is_active and p.account_id is not null
    group by p.organisation_id, p.id order by p.name, p.id`.execute(scope.tx)
  const reaches = new Map<string, string[]>()
  const reach = (id: string) => {
    if (!reaches.has(id)) reaches.set(id, reachOf(departments.rows, id))
    return reaches.get(id)!
  }
  return found.rows.map(({ id, name, account_id, roles }) => ({
    id, name, accountId: account_id, assignments: roles.map(({ role, department_id }) => ({ role, departmentIds: department_id === null ? undefined : reach(department_id) })),
  }))
}
