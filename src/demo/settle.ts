// Settle: makes one organisation of the demo world: departments, people with their roles, participants.
import { newId } from '../ground/ids.ts'
import type { Actor, Assignment, Scope } from '../ground/scope.ts'
import { addDepartment, reachOf } from '../people/departments.ts'
import { addPerson } from '../people/persons.ts'
import { type DemoOrganisation, type DemoPerson, mailOf } from './organisation.ts'
import type { Doer } from './life.ts'
import type { Names } from './unfold.ts'

export type Settled = { readonly names: Names; readonly actorFor: (doer: Doer, department: string) => Actor }

/** `accounts` gives the account of an address. @throws when a role conflicts or a department has no owner. */
export async function settle(scope: Scope, demo: DemoOrganisation, accounts: ReadonlyMap<string, string>, prefix: string): Promise<Settled> {
  const organisation_id = scope.organisation.id
  await scope.tx.updateTable('organisation').set({
    contact_address: demo.contact.address, contact_phone: demo.contact.phone, contact_email: `privacy@${demo.slug}.example`, dpo_contact: `Functionaris gegevensbescherming, fg@${demo.slug}.example`,
    website: `https://www.${demo.slug}.example`,
  }).where('id', '=', organisation_id).execute()

  const departments = new Map<string, string>()
  const tree: { id: string; parentId: string | null }[] = []
  for (const { name, under } of demo.departments) {
    const parentId = under === undefined ? null : departments.get(under) ?? null
    const id = await addDepartment(scope, { name, parentId })
    departments.set(name, id)
    tree.push({ id, parentId })
  }
  const functions = new Map(demo.people.map(({ jobFunction }) => [jobFunction, newId()]))
  await scope.tx.insertInto('job_function').values([...functions].map(([name, id]) => ({ organisation_id, id, name, is_management: /manager|griffier|directeur|hoofd/i.test(name) }))).execute()

  const people = new Map<string, string>()
  for (const person of demo.people) {
    const email = mailOf(demo, person, prefix)
    people.set(person.name, await addPerson(scope, {
      name: person.name, email, accountId: accounts.get(email) ?? null, jobFunctionId: functions.get(person.jobFunction) ?? null,
      departmentId: person.department === undefined ? null : departments.get(person.department) ?? null,
      roles: person.roles.map(({ role, department }) => ({ role, departmentId: department === undefined ? null : departments.get(department) ?? null })),
    }))
  }

  const participants = new Map((demo.participants ?? []).map(({ name }) => [name, newId()]))
  if (demo.participants?.length) {
    await scope.tx.insertInto('participant').values(demo.participants.map(({ name, kind, slug, contact }) => ({ organisation_id, id: participants.get(name)!, name, kind, slug: slug === undefined ? null : `${prefix}${slug}`, contact }))).execute()
  }
  const bodies = await scope.tx.selectFrom('governing_body').select(['id', 'name']).execute()

  const parentOf = new Map(demo.departments.map(({ name, under }) => [name, under]))
  const ownerOf = (department: string | undefined): DemoPerson => {
    if (department === undefined) throw new Error(`The demo world's ${demo.slug} has a department without an owner`)
    return demo.people.find(({ roles }) => roles.some((held) => held.role === 'process_owner' && held.department === department)) ?? ownerOf(parentOf.get(department))
  }
  const actorOf = (person: DemoPerson): Actor => ({
    kind: 'person', personId: people.get(person.name)!, accountId: accounts.get(mailOf(demo, person, prefix))!, name: person.name,
    assignments: person.roles.map(({ role, department }): Assignment => ({ role, departmentIds: department === undefined ? undefined : reachOf(tree, departments.get(department)!) })),
  })
  const firstWith = (role: string) => demo.people.find(({ roles }) => roles.some((held) => held.role === role))!
  return {
    names: { departments, bodies: new Map(bodies.map(({ name, id }) => [name, id])), people, participants, ownerOf: (department) => people.get(ownerOf(department).name)! },
    actorFor: (doer, department) => actorOf(doer === 'owner' ? ownerOf(department) : firstWith(doer === 'officer' ? 'privacy_officer' : doer)),
  }
}
