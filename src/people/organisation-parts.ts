// Organisation parts: governing bodies, job functions and participants.
import type { OrganisationKind, Scope } from '../ground/scope.ts'
import { organisationKinds } from '../ground/scope.ts'
import { isId, newId } from '../ground/ids.ts'
import { Invalid, NotFound } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'

export type GoverningBody = { id: string; name: string; isActive: boolean }
export type JobFunction = { id: string; name: string; isManagement: boolean }
export type Participant = { id: string; name: string; kind: OrganisationKind; contact: string | null; isActive: boolean }

export async function listGoverningBodies(scope: Scope): Promise<GoverningBody[]> {
  const rows = await scope.tx.selectFrom('governing_body').select(['id', 'name', 'is_active'])
    .where('organisation_id', '=', scope.organisation.id).orderBy('position').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, isActive: row.is_active }))
}

/** Adds a body at the end. @throws Invalid */
export async function addGoverningBody(scope: Scope, typed: string): Promise<string> {
  const bodies = await listGoverningBodies(scope)
  const name = acceptName('bodyName', typed, bodies)
  const id = newId()
  await scope.tx.insertInto('governing_body').values({ organisation_id: scope.organisation.id, id, name, position: bodies.length + 1 }).execute()
  return id
}

/** Entries keep pointing at a body that is closed; it can only no longer be chosen. */
export async function setGoverningBody(scope: Scope, id: string, isActive: boolean): Promise<void> {
  await oneRow(isId(id) && scope.tx.updateTable('governing_body').set({ is_active: isActive })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirst())
}

export async function listJobFunctions(scope: Scope): Promise<JobFunction[]> {
  const rows = await scope.tx.selectFrom('job_function').select(['id', 'name', 'is_management'])
    .where('organisation_id', '=', scope.organisation.id).orderBy('name').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, isManagement: row.is_management }))
}

/** @throws Invalid */
export async function addJobFunction(scope: Scope, typed: string, isManagement = false): Promise<string> {
  const name = acceptName('functionName', typed, await listJobFunctions(scope))
  const id = newId()
  await scope.tx.insertInto('job_function').values({ organisation_id: scope.organisation.id, id, name, is_management: isManagement }).execute()
  return id
}

export async function listParticipants(scope: Scope): Promise<Participant[]> {
  const rows = await scope.tx.selectFrom('participant').select(['id', 'name', 'kind', 'contact', 'is_active'])
    .where('organisation_id', '=', scope.organisation.id).orderBy('name').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind as OrganisationKind, contact: row.contact, isActive: row.is_active }))
}

/** Whom a service organisation serves. `slug` when the participant works with Waarborg too. @throws Invalid */
export async function addParticipant(scope: Scope, input: { name: string; kind: string; contact?: string; slug?: string | null }): Promise<string> {
  const name = acceptName('participantName', input.name, await listParticipants(scope))
  const kind = organisationKinds.find((one) => one === input.kind)
  if (!kind) throw new Invalid([{ at: 'participantKind', message: t('Kies wat voor organisatie het is.', 'Choose what kind of organisation it is.') }])
  const id = newId()
  await scope.tx.insertInto('participant').values({ organisation_id: scope.organisation.id, id, name, kind, contact: input.contact?.trim() || null, slug: input.slug ?? null }).execute()
  return id
}

export async function setParticipant(scope: Scope, id: string, isActive: boolean): Promise<void> {
  await oneRow(isId(id) && scope.tx.updateTable('participant').set({ is_active: isActive })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).executeTakeFirst())
}

function acceptName(at: string, typed: string, others: readonly { name: string }[]): string {
  const name = typed.trim()
  if (name === '' || name.length > 200) throw new Invalid([{ at, message: t(
    'Vul een naam in (hoogstens 200 tekens).',
    'Fill in a name (at most 200 characters).',
  ) }])
  if (others.some((other) => other.name === name)) throw new Invalid([{ at, message: t(`${name} staat er al.`, `${name} is there already.`) }])
  return name
}

async function oneRow(change: false | Promise<{ numUpdatedRows: bigint }>): Promise<void> {
  if (!change || Number((await change).numUpdatedRows) !== 1) throw new NotFound()
}
