// Import rows: the rows of a file as they wait for a person, and what the check says each would become.
import { sql } from 'kysely'
import { insertRows } from '../../ground/insert-rows.ts'
import type { Scope } from '../../ground/scope.ts'
import type { CellMessage, TableRow } from '../exchange/table.ts'
import type { Patch } from './patch.ts'
import type { RowMessage } from './read-row.ts'

export type Outcome = 'create' | 'update' | 'unchanged' | 'refuse'
export type StagedRow = { readonly number: number; readonly cells: readonly string[]; readonly read: readonly CellMessage[] }
export type CheckedRow = { readonly number: number; readonly outcome: Outcome; readonly messages: readonly RowMessage[]; readonly entryId: string | null; readonly patch: Patch | null }

export async function stageRows(scope: Scope, importId: string, rows: readonly TableRow[]): Promise<void> {
  await insertRows(scope.tx, 'import_row', rows.map(({ number, cells, messages }) => ({
    // JSON in PostgreSQL takes no half surrogates.
    organisation_id: scope.organisation.id, import_id: importId, row_number: number, cells: cells.map((cell) => cell.toWellFormed()), messages: [], read_messages: messages,
  })))
}

/** Rows after `after`, in the order of the file. */
export async function readStaged(scope: Scope, importId: string, after: number, limit: number): Promise<StagedRow[]> {
  const result = await sql<StagedRow>`select row_number as number, cells, read_messages as read from import_row
    where organisation_id = ${scope.organisation.id} and import_id = ${importId} and row_number > ${after} order by row_number limit ${limit}`.execute(scope.tx)
  return result.rows
}

export async function writeChecked(scope: Scope, importId: string, rows: readonly CheckedRow[]): Promise<void> {
  await sql`update import_row r set outcome = n.outcome, messages = n.messages, entry_id = n."entryId", patch = n.patch
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n (number integer, outcome text, messages jsonb, "entryId" uuid, patch jsonb)
    where r.organisation_id = ${scope.organisation.id} and r.import_id = ${importId} and r.row_number = n.number`.execute(scope.tx)
}

/** Rows with these outcomes after `after`. `withMessages` leaves out those about which nothing was said. */
export async function readChecked(scope: Scope, importId: string, options: { outcomes?: readonly Outcome[]; withMessages?: boolean; after?: number; before?: number; limit: number }): Promise<(CheckedRow & { cells: readonly string[] })[]> {
  const backwards = options.before !== undefined
  const result = await sql<CheckedRow & { cells: readonly string[] }>`select row_number as number, outcome, messages, entry_id as "entryId", patch, cells from import_row
    where organisation_id = ${scope.organisation.id} and import_id = ${importId} and (${options.outcomes ?? null}::text[] is null or outcome = any(${options.outcomes ?? null}))
      and (not ${options.withMessages ?? false} or messages <> '[]'::jsonb)
      and row_number > ${options.after ?? -1} and row_number < ${options.before ?? 2_000_000_000}
    order by row_number ${backwards ? sql`desc` : sql`asc`} limit ${options.limit}`.execute(scope.tx)
  return backwards ? result.rows.toReversed() : result.rows
}

export async function countChecked(scope: Scope, importId: string): Promise<Record<Outcome, number> & { withMessages: number }> {
  const result = await sql<{ outcome: Outcome; count: number; said: number }>`select outcome, count(*) as count, count(*) filter (where messages <> '[]'::jsonb) as said from import_row
    where organisation_id = ${scope.organisation.id} and import_id = ${importId} and outcome is not null group by outcome`.execute(scope.tx)
  const of = (outcome: Outcome) => result.rows.find((row) => row.outcome === outcome)?.count ?? 0
  return { create: of('create'), update: of('update'), unchanged: of('unchanged'), refuse: of('refuse'), withMessages: result.rows.reduce((sum, { said }) => sum + said, 0) }
}

/** The first filled values of each column, for a person who says what a column means. */
export async function sampleColumns(scope: Scope, importId: string, width: number, each = 3): Promise<string[][]> {
  const rows = await readStaged(scope, importId, -1, 60)
  return Array.from({ length: width }, (_, column) => [...new Set(rows.map(({ cells }) => (cells[column] ?? '').trim()).filter(Boolean))].slice(0, each))
}

/** Takes the staged rows and open questions away; the run itself stays as a record. */
export async function dropStaged(scope: Scope, importId: string): Promise<void> {
  await sql`delete from import_row where organisation_id = ${scope.organisation.id} and import_id = ${importId}`.execute(scope.tx)
  await sql`delete from import_question where organisation_id = ${scope.organisation.id} and import_id = ${importId}`.execute(scope.tx)
}

/** Rows of runs from before this moment, whatever became of them. */
export async function dropStagedBefore(scope: Scope, moment: Date): Promise<void> {
  const old = sql`import_id in (select id from import_run where organisation_id = ${scope.organisation.id} and created_at < ${moment})`
  await sql`delete from import_row where organisation_id = ${scope.organisation.id} and ${old}`.execute(scope.tx)
  await sql`delete from import_question where organisation_id = ${scope.organisation.id} and ${old}`.execute(scope.tx)
  await sql`update import_run set status = 'cancelled', finished_at = ${scope.now} where organisation_id = ${scope.organisation.id} and created_at < ${moment} and status in ('reading', 'mapping', 'checking', 'ready')`.execute(scope.tx)
}
