// Job scope: from the ids that a job carries back to the organisation and the person in whose name it works.
import { sql } from 'kysely'
import { inOrganisation } from '../ground/database.ts'
import type { JobActor } from '../ground/jobs.ts'
import { unwrapOrganisationKey } from '../ground/keys.ts'
import { logKeysOf } from '../ground/log-keys.ts'
import { NotFound } from '../ground/refusals.ts'
import { type Actor, type Assignment, type Organisation, type OrganisationKind, type Scope, inScope } from '../ground/scope.ts'
import { listDepartments, withReach } from './departments.ts'
import type { House } from './house.ts'
import { rolesToday } from './role-grants.ts'

/** What work outside a page needs of the house. */
export type JobHouse = Pick<House, 'database' | 'master' | 'clock'>

export type JobPlace = { readonly organisation: Organisation; readonly actor: Actor }

/**
 * Who and where a job works. That it may was decided when it was asked for; a person's roles don't travel but are looked up anew,
 * so that the job sees what that person may see now. @throws NotFound
 */
export async function jobPlace(house: JobHouse, organisationId: string, actor: JobActor): Promise<JobPlace> {
  const found = await inOrganisation(house.database, organisationId, (tx) => sql<{ slug: string; name: string; kind: OrganisationKind; profile: string | null; key: Buffer }>`
    select slug, name, kind, profile, key_wrapped as key from organisation where id = ${organisationId}`.execute(tx))
  const row = found.rows[0]
  if (!row) throw new NotFound()
  const organisation = { id: organisationId, slug: row.slug, name: row.name, kind: row.kind, profile: row.profile, key: unwrapOrganisationKey(house.master, organisationId, row.key), logKeys: logKeysOf(house.master, organisationId) }
  if (actor.kind !== 'person') return { organisation, actor }
  const assignments = await inScope(house.database, { organisation, actor: { kind: 'system', task: 'job-place' }, now: house.clock() }, (scope) => assignmentsToday(scope, actor.personId))
  return { organisation, actor: { ...actor, name: '', assignments } }
}

/** None for whoever left, or was never here. */
async function assignmentsToday(scope: Scope, personId: string): Promise<Assignment[]> {
  const person = await scope.tx.selectFrom('person').select('id').where('organisation_id', '=', scope.organisation.id).where('id', '=', personId).where('is_active', '=', true).executeTakeFirst()
  const held = person ? await rolesToday(scope, person.id) : []
  return held.length === 0 ? [] : withReach(held.map(({ role, departmentId }) => ({ role, department_id: departmentId })), await listDepartments(scope))
}

/** A tenant transaction for a part of the job. */
export function inPlace<T>(house: Pick<House, 'database' | 'clock'>, place: JobPlace, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inScope(house.database, { ...place, now: house.clock() }, work)
}
