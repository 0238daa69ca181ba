// Proposals: a change to an entry in force, kept beside it as a draft of the input until it is activated or dropped.
import { sql } from 'kysely'
import { insertRows } from '../ground/insert-rows.ts'
import { personOf, type Scope } from '../ground/scope.ts'
import { completed } from './field-types.ts'
import type { AnyInput, Proposal } from './entry.ts'
import type { Register } from './register.ts'

export async function readProposal(scope: Scope, register: Register, entryId: string): Promise<Proposal | undefined> {
  return (await readProposals(scope, register, [entryId])).get(entryId)
}

/** The proposals beside entries, by the entry's id. */
export async function readProposals(scope: Scope, register: Register, entryIds: readonly string[]): Promise<Map<string, Proposal>> {
  const result = await sql<Proposal & { entryId: string }>`
    select entry_id as "entryId", status, revision, base_version as "baseVersion", input, created_at as "createdAt", created_by as "createdBy", updated_at as "updatedAt", updated_by as "updatedBy"
    from entry_proposal where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = any(${entryIds}::uuid[])`.execute(scope.tx)
  return new Map(result.rows.map(({ entryId, ...found }) => [entryId, { ...found, input: completed(register.fields, found.input) }]))
}

export async function addProposal(scope: Scope, register: Register, entryId: string, proposal: { baseVersion: number; input: AnyInput; revision: number }): Promise<void> {
  const who = personOf(scope.actor)
  await insertRows(scope.tx, 'entry_proposal', [{
    organisation_id: scope.organisation.id, register: register.key, entry_id: entryId, status: 'draft', revision: proposal.revision, base_version: proposal.baseVersion,
    schema_version: register.schemaVersion, input: proposal.input, created_at: scope.now, created_by: who, updated_at: scope.now, updated_by: who,
  }])
}

export async function changeProposal(scope: Scope, register: Register, entryId: string, change: { status: 'draft' | 'in_review'; revision: number; input: AnyInput }): Promise<void> {
  await sql`update entry_proposal set status = ${change.status}, revision = ${change.revision}, input = ${JSON.stringify(change.input)}::jsonb, schema_version = ${register.schemaVersion},
      updated_at = ${scope.now}, updated_by = ${personOf(scope.actor)}
    where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = ${entryId}`.execute(scope.tx)
}

export async function dropProposal(scope: Scope, register: Register, entryId: string): Promise<void> {
  await sql`delete from entry_proposal where organisation_id = ${scope.organisation.id} and register = ${register.key} and entry_id = ${entryId}`.execute(scope.tx)
}
