// Removal step: takes away what is due of some batches, moves aside what is held, and leaves the proof of it in the chain; all in one transaction.
import { hash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { LogRecord } from '../../access-record/log-record.ts'
import { ownActivity } from '../../access-record/own-activity.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import type { Scope } from '../../ground/scope.ts'
import type { DueBatch } from './due-batches.ts'

export type Step = { readonly removed: number; readonly moved: number }

/** @param before as `dueBefore` gave it @param aside looks at what was moved aside before, instead of at the months */
export async function removeFrom(scope: Scope, batches: readonly DueBatch[], before: Date, { aside }: { aside: boolean }): Promise<Step> {
  const ids = batches.map(({ id }) => id)
  const { rows: taken } = await sql<{ id: string; position: number }>`select batch_id as id, position from take_access_records(${scope.now}, ${ids}::uuid[], ${aside}) order by 1, 2`.execute(scope.tx)
  const { rows: moved } = aside ? { rows: [] } : await sql<{ id: string; moved: number }>`select batch_id as id, moved from move_access_records(${scope.now}, ${ids}::uuid[])`.execute(scope.tx)
  const positions = Map.groupBy(taken, ({ id }) => id)
  const movedOf = new Map(moved.map((row) => [row.id, row.moved]))
  const counts = batches.map((batch) => {
    const [gone, kept] = [positions.get(batch.id)?.length ?? 0, movedOf.get(batch.id) ?? 0]
    return { id: batch.id, removed: batch.removedCount + gone, held: batch.heldCount + kept - (aside ? gone : 0), is_changed: gone + kept > 0, is_gone: batch.removedCount + gone === batch.recordCount }
  }).filter(({ is_changed }) => is_changed)
  // Digests of a batch's records are needed as long as one of them is left.
  await sql`update access_batch b set removed_count = n.removed, held_count = n.held, digests = case when n.is_gone then null else b.digests end
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as n(id uuid, removed integer, held integer, is_gone boolean) where b.organisation_id = ${scope.organisation.id} and b.id = n.id`.execute(scope.tx)
  if (taken.length > 0) await leaveProof(scope, [...positions].flatMap(([id, rows]) => stretches(rows.map(({ position }) => position)).map((stretch) => ({ id, ...stretch }))), taken.length, before)
  return { removed: taken.length, moved: moved.reduce((sum, row) => sum + row.moved, 0) }
}

type Stretch = { readonly from: number; readonly to: number }

/** Positions in order, as stretches without a gap. Pure. */
export function stretches(positions: readonly number[]): Stretch[] {
  const found: { from: number; to: number }[] = []
  for (const position of positions) {
    const last = found.at(-1)
    if (last && last.to === position - 1) last.to = position
    else found.push({ from: position, to: position })
  }
  return found
}

/** What was taken away, and a record of the log that says so: sealed like any other, and never taken away itself. */
async function leaveProof(scope: Scope, gone: readonly (Stretch & { id: string })[], count: number, before: Date): Promise<void> {
  const sorted = gone.toSorted((one, other) => one.id < other.id ? -1 : one.id > other.id ? 1 : one.from - other.from)
  const digest = hash('sha256', sorted.map(({ id, from, to }) => `${id} ${from} ${to}\n`).join(''), 'hex')
  const at = scope.now.getTime()
  const record: LogRecord = {
    traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name: 'Logregels verwijderd na hun bewaartermijn', startedAt: at, endedAt: at,
    activity: await ownActivity(scope), actor: null, subject: null, subjectType: null, isSecret: false,
    details: JSON.stringify({ resource: { 'service.name': 'waarborg' }, attributes: { 'waarborg.task': 'access-log-retention', 'waarborg.removed': count, 'waarborg.removed_before': before.toISOString(), 'waarborg.removed_digest': digest } }),
  }
  const removal_batch = await writeBatch(scope, 'removal', [record])
  await insertRows(scope.tx, 'access_removed', sorted.map(({ id, from, to }) => ({ organisation_id: scope.organisation.id, batch_id: id, from_position: from, to_position: to, removal_batch })))
}
