// Actions: what others may ask of work instructions: on which subjects one is in force, and which drafts that concerns.
import { sql } from 'kysely'
import type { Scope } from '../../ground/scope.ts'
import type { AnyInput } from '../../register-kit/entry.ts'

/** Subjects of instructions in force. */
export async function coveredSubjects(scope: Scope): Promise<string[]> {
  const found = await sql<{ subject: string }>`select distinct subject from work_instruction where organisation_id = ${scope.organisation.id} and status = 'active' and subject is not null`.execute(scope.tx)
  return found.rows.map(({ subject }) => subject)
}

/** For each of these, whether an instruction on its subject is in force. */
export async function coverOf(scope: Scope, ids: readonly string[]): Promise<Map<string, boolean>> {
  const found = await sql<{ id: string; is_covered: boolean }>`
    select t.id, exists (select from work_instruction o where o.organisation_id = t.organisation_id and o.status = 'active' and o.subject = t.subject) as is_covered
    from work_instruction t where t.organisation_id = ${scope.organisation.id} and t.id = any(${ids}::uuid[])`.execute(scope.tx)
  return new Map(found.rows.map((row) => [row.id, row.is_covered]))
}

/** Drafts on the subjects of these: whether they are still missed has changed. */
export async function draftsOnSubjects(scope: Scope, inputs: readonly AnyInput[]): Promise<string[]> {
  const subjects = [...new Set(inputs.flatMap(({ subject }) => typeof subject === 'string' ? [subject] : []))]
  const found = await sql<{ id: string }>`select id from work_instruction where organisation_id = ${scope.organisation.id} and status = 'draft' and subject = any(${subjects}) limit 1000`.execute(scope.tx)
  return found.rows.map(({ id }) => id)
}
