// Decisions: how a person said that texts are to be read, remembered for the next file, and the questions that are still open.
import { sql } from 'kysely'
import { insertRows } from '../../ground/insert-rows.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import type { Decision, Question } from './value-finder.ts'

/** Decisions by `domain\nletters`. */
export async function readDecisions(scope: Scope): Promise<Map<string, Decision>> {
  const result = await sql<{ catalogue: string; letters: string; key: string | null }>`select catalogue, letters, key from import_value where organisation_id = ${scope.organisation.id}`.execute(scope.tx)
  return new Map(result.rows.map(({ catalogue, letters, key }) => [`${catalogue}\n${letters}`, key]))
}

export async function rememberDecisions(scope: Scope, decisions: readonly { catalogue: string; letters: string; key: Decision }[]): Promise<void> {
  const who = personOf(scope.actor)
  if (decisions.length === 0 || who === null) return
  const rows = decisions.map(({ catalogue, letters, key }) => ({ organisation_id: scope.organisation.id, catalogue, letters, key, decided_by: who, decided_at: scope.now }))
  await sql`insert into import_value select * from jsonb_populate_recordset(null::import_value, ${JSON.stringify(rows)}::jsonb)
    on conflict (organisation_id, catalogue, letters) do update set key = excluded.key, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(scope.tx)
}

/** Replaces the open questions of an import. */
export async function putQuestions(scope: Scope, importId: string, questions: readonly Question[]): Promise<void> {
  await sql`delete from import_question where organisation_id = ${scope.organisation.id} and import_id = ${importId}`.execute(scope.tx)
  await insertRows(scope.tx, 'import_question', questions.map((question) => ({ organisation_id: scope.organisation.id, import_id: importId, ...question })))
}

/** Questions that nobody answered yet, those of the most rows first. */
export async function openQuestions(scope: Scope, importId: string, options: { limit: number; offset?: number }): Promise<{ questions: Question[]; count: number }> {
  const open = sql`from import_question q where q.organisation_id = ${scope.organisation.id} and q.import_id = ${importId}
    and not exists (select from import_value v where v.organisation_id = q.organisation_id and v.catalogue = q.catalogue and v.letters = q.letters)`
  const counted = await sql<{ count: number }>`select count(*) as count ${open}`.execute(scope.tx)
  const listed = await sql<Question>`select q.catalogue, q.letters, q.field, q.text, q.count, q.candidates ${open} order by q.field, q.count desc, q.letters limit ${options.limit} offset ${options.offset ?? 0}`.execute(scope.tx)
  return { questions: listed.rows, count: counted.rows[0]?.count ?? 0 }
}
