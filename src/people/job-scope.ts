// Job scope: from the ids that a job carries back to the organisation and the person in whose name it works.
import { sql } from 'kysely'
import { inOrganisation } from '../ground/database.ts'
import type { JobActor } from '../ground/jobs.ts'
import { unwrapOrganisationKey } from '../ground/keys.ts'
import { NotFound } from '../ground/refusals.ts'
import { type Actor, type Organisation, type OrganisationKind, type Scope, inScope } from '../ground/scope.ts'
import type { House } from './house.ts'

/** What work outside a page needs of the house. */
export type JobHouse = Pick<House, 'database' | 'master' | 'clock'>

export type JobPlace = { readonly organisation: Organisation; readonly actor: Actor }

/** Who and where a job works. A person's roles don't travel: what the job may do was decided when it was asked for. @throws NotFound */
export async function jobPlace(house: Pick<House, 'database' | 'master'>, organisationId: string, actor: JobActor): Promise<JobPlace> {
  const found = await inOrganisation(house.database, organisationId, (tx) => sql<{ slug: string; name: string; kind: OrganisationKind; profile: string | null; key: Buffer }>`
    select slug, name, kind, profile, key_wrapped as key from organisation where id = ${organisationId}`.execute(tx))
  const row = found.rows[0]
  if (!row) throw new NotFound()
  return {
    organisation: { id: organisationId, slug: row.slug, name: row.name, kind: row.kind, profile: row.profile, key: unwrapOrganisationKey(house.master, organisationId, row.key) },
    actor: actor.kind === 'person' ? { ...actor, name: '', assignments: [] } : actor,
  }
}

/** A tenant transaction for a part of the job. */
export function inPlace<T>(house: Pick<House, 'database' | 'clock'>, place: JobPlace, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inScope(house.database, { ...place, now: house.clock() }, work)
}
