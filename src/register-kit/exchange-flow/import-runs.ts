// Import runs: a file on its way into a register, from upload to done or undone; what was said, chosen and counted.
import { sql } from 'kysely'
import type { Database } from '../../ground/database.ts'
import { inOrganisation } from '../../ground/database.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import { NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { isId } from '../../ground/ids.ts'
import type { Notice } from '../exchange/table.ts'
import type { Register } from '../register.ts'

export const runStatuses = ['reading', 'mapping', 'checking', 'ready', 'writing', 'done', 'undoing', 'undone', 'failed', 'cancelled'] as const
export type RunStatus = (typeof runStatuses)[number]

export type ImportRun = {
  readonly id: string
  readonly status: RunStatus
  readonly fileName: string
  readonly sheet: string | null
  readonly sheets: readonly { name: string; isHidden: boolean }[]
  readonly headingRow: number | null
  readonly notices: readonly Notice[]
  readonly headings: readonly string[]
  readonly choices: Record<string, unknown>
  readonly rowCount: number
  readonly progressCount: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: number
  readonly failure: string | null
  readonly createdBy: string | null
  readonly createdByName: string | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly workedAt: Date | null
}

const columns = sql`r.id, r.status, r.file_name as "fileName", r.sheet, r.sheets, r.heading_row as "headingRow", r.notices, r.headings, r.choices, r.row_count as "rowCount", r.progress_count as "progressCount",
  r.created_count as created, r.updated_count as updated, r.unchanged_count as unchanged, r.refused_count as refused, r.failure, r.created_by as "createdBy", p.name as "createdByName",
  r.created_at as "createdAt", r.finished_at as "finishedAt", r.worked_at as "workedAt"`
const source = sql`import_run r left join person p on p.organisation_id = r.organisation_id and p.id = r.created_by`

export type NewRun = { id: string; fileName: string; sha256: string; sheet: string | null; sheets: ImportRun['sheets']; headingRow: number | null; headings: readonly string[]; choices: object; notices: readonly Notice[]; rowCount: number }

export async function insertRun(scope: Scope, register: string, run: NewRun): Promise<void> {
  await insertRows(scope.tx, 'import_run', [{
    organisation_id: scope.organisation.id, id: run.id, register, status: 'mapping', file_name: run.fileName, file_digest: `\\x${run.sha256}`, sheet: run.sheet, sheets: run.sheets, heading_row: run.headingRow,
    notices: run.notices, headings: run.headings, choices: run.choices, row_count: run.rowCount, progress_count: 0, created_count: 0, updated_count: 0, unchanged_count: 0, refused_count: 0,
    created_by: personOf(scope.actor), created_at: scope.now,
  }])
}

/** @throws NotFound also for another organisation's. */
export async function readRun(scope: Scope, register: string, id: string): Promise<ImportRun> {
  const result = isId(id) ? await sql<ImportRun>`select ${columns} from ${source} where r.organisation_id = ${scope.organisation.id} and r.register = ${register} and r.id = ${id}`.execute(scope.tx) : undefined
  const run = result?.rows[0]
  if (!run) throw new NotFound(t('Deze import bestaat niet.', 'There is no such import.'))
  return run
}

/** The latest, newest first. */
export async function listRuns(scope: Scope, register: string, limit = 50): Promise<ImportRun[]> {
  const result = await sql<ImportRun>`select ${columns} from ${source} where r.organisation_id = ${scope.organisation.id} and r.register = ${register} order by r.created_at desc, r.id desc limit ${limit}`.execute(scope.tx)
  return result.rows
}

/** How many that should have come in as in use did so as drafts, because the gate of their register is shut for them, and still are. */
export async function broughtAsDrafts({ tx, organisation }: Scope, { gate, table, lifecycle: { start } }: Pick<Register, 'gate' | 'table' | 'lifecycle'>, { id, choices }: Pick<ImportRun, 'id' | 'choices'>): Promise<number> {
  if (!gate || choices.status !== 'active') return 0
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from import_row r join ${sql.table(table)} t on t.organisation_id = r.organisation_id and t.id = r.entry_id
    where r.organisation_id = ${organisation.id} and r.import_id = ${id} and r.outcome = 'create' and t.status = ${start}`.execute(tx)
  return rows[0]!.count
}

export type RunChange = {
  choices?: object; failure?: string | null; progress?: number; finishedAt?: Date | null; counts?: { created: number; updated: number; unchanged: number; refused: number }
  sheet?: string | null; headingRow?: number | null; headings?: readonly string[]; notices?: readonly Notice[]; rowCount?: number
}

/** Moves a run on, only from the states named. @throws Refused when somebody moved it elsewhere meanwhile. */
export async function moveRun(scope: Scope, id: string, from: readonly RunStatus[], to: RunStatus, change: RunChange = {}): Promise<void> {
  const set = [sql`status = ${to}`, sql`worked_at = ${scope.now}`]
  if (change.choices) set.push(sql`choices = ${JSON.stringify(change.choices)}::jsonb`)
  if (change.failure !== undefined) set.push(sql`failure = ${change.failure}`)
  if (change.progress !== undefined) set.push(sql`progress_count = ${change.progress}`)
  if (change.finishedAt !== undefined) set.push(sql`finished_at = ${change.finishedAt}`)
  if (change.counts) set.push(sql`created_count = ${change.counts.created}, updated_count = ${change.counts.updated}, unchanged_count = ${change.counts.unchanged}, refused_count = ${change.counts.refused}`)
  if (change.headings) set.push(sql`headings = ${JSON.stringify(change.headings)}::jsonb, notices = ${JSON.stringify(change.notices ?? [])}::jsonb, sheet = ${change.sheet ?? null}, heading_row = ${change.headingRow ?? null}, row_count = ${change.rowCount ?? 0}`)
  const result = await sql`update import_run set ${sql.join(set)} where organisation_id = ${scope.organisation.id} and id = ${id} and status = any(${from})`.execute(scope.tx)
  if (result.numAffectedRows !== 1n) throw new Refused(t('Deze import is intussen verder of gestopt. Laad de pagina opnieuw.', 'This import went on or stopped meanwhile. Load the page again.'))
}

/**
 * Says how far the work is, in a small transaction of its own, so that others see it while the work's own transaction is still open.
 * Gives false when the run left the state `during`: somebody cancelled it.
 */
export async function tellProgress(database: Database, organisationId: string, id: string, during: RunStatus, progress: number, at: Date): Promise<boolean> {
  return inOrganisation(database, organisationId, async (tx) => {
    const result = await sql`update import_run set progress_count = ${progress}, worked_at = ${at} where organisation_id = ${organisationId} and id = ${id} and status = ${during}`.execute(tx)
    return result.numAffectedRows === 1n
  })
}
