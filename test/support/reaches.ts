// Reaches: every role that a person or program can hold, for the whole organisation, for the department of the samples, and for another.
import { type Actor, type Assignment, type Role, roles } from '../../src/ground/scope.ts'
import type { Register } from '../../src/register-kit/register.ts'
import { program } from './api.ts'
import type { Tenant } from './product.ts'

export type Reach = { readonly label: string; readonly role: Role; readonly of: 'whole' | 'own' | 'other'; readonly departmentId: string | null }

/** `own` is the department in which samples stand. An administrator has no department, a process owner always one. */
export function reachesIn(house: Tenant): Reach[] {
  const { burgerzaken, belastingen } = house.departments
  const all = roles.flatMap((role) => ([['whole', null], ['own', burgerzaken], ['other', belastingen]] as const).map(([of, departmentId]) => ({ label: `${role} (${of})`, role, of, departmentId })))
  return all.filter(({ role, of }) => !(role === 'administrator' && of !== 'whole') && !(role === 'process_owner' && of === 'whole'))
}

export type Cast = Awaited<ReturnType<typeof castOf>>
export type Player = Cast[number]

/** For each reach a person who is signed in, and a program with a token; no program manages people. */
export async function castOf(house: Tenant) {
  const players = []
  for (const reach of reachesIn(house)) {
    players.push({
      ...reach, person: await house.person(reach.label, reach.departmentId === null ? reach.role : { role: reach.role, departmentId: reach.departmentId }),
      api: reach.role === 'administrator' ? undefined : await program(house, { roles: [reach.departmentId === null ? reach.role : { role: reach.role, departmentId: reach.departmentId }] }),
    })
  }
  return players
}

/** Whether the declaration lets this reach do a verb on work of a department: written anew here, so that it and the product must agree. */
export function declaredToDo(register: Register, { role, departmentId }: Reach, verb: string, department: string | null): boolean {
  return register.lifecycle.verbs[verb]!.roles.includes(role) && (departmentId === null || departmentId === department)
}

export function actorOf(reach: Reach, personId: string): Actor {
  const assignments: Assignment[] = [{ role: reach.role, departmentIds: reach.departmentId === null ? undefined : [reach.departmentId] }]
  return { kind: 'person', personId, accountId: personId, name: reach.label, assignments }
}
