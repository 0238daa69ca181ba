// Leaf in SQL: the text of a record that is digested (leafText), made by the database itself, so that checking and exporting read one column. A test holds the two to each other.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../ground/database.ts'

export type LeafRow = { readonly batchId: string; readonly position: number; readonly leaf: string }

/** Of `r`. A moment that isn't on a whole millisecond keeps its fraction, so that it differs from what was digested. */
export const leafSql: RawBuilder<string> = sql`('["' || encode(r.trace_id, 'hex') || '","' || encode(r.span_id, 'hex') || '",' || coalesce('"' || encode(r.parent_span_id, 'hex') || '"', 'null')
  || ',"' || r.status || '",' || to_json(r.name)::text || ',' || trim_scale(extract(epoch from r.started_at) * 1000)::text || ',' || trim_scale(extract(epoch from r.ended_at) * 1000)::text
  || ',' || to_json(r.activity)::text || ',' || coalesce('"' || encode(r.actor_id, 'hex') || '"', 'null') || ',' || coalesce('"' || encode(r.subject_id, 'hex') || '"', 'null')
  || ',' || coalesce(to_json(r.subject_type)::text, 'null') || case when r.is_secret then ',true,' else ',false,' end || coalesce(to_json(r.details)::text, 'null') || ']')`

/** Where records can be: between which batches, starts and positions. */
export type LeafRange = { readonly firstBatch: string; readonly lastBatch: string; readonly firstAt?: Date; readonly lastAt?: Date; readonly positions?: readonly [number, number] }

/** Records of these batches with those moved aside because they are held, in no order. */
export async function readLeaves(tx: Tx, organisationId: string, range: LeafRange): Promise<LeafRow[]> {
  return (await leavesOf(organisationId, range).execute(tx)).rows
}

/** The question itself: batches lie together on disk, and a test holds it to the index that knows where. */
export function leavesOf(organisationId: string, { firstBatch, lastBatch, firstAt, lastAt, positions }: LeafRange): RawBuilder<LeafRow> {
  const where = sql.join([
    sql`r.organisation_id = ${organisationId} and r.batch_id >= ${firstBatch} and r.batch_id <= ${lastBatch}`,
    ...(firstAt && lastAt ? [sql`r.started_at >= ${firstAt} and r.started_at <= ${lastAt}`] : []),
    ...(positions ? [sql`r.position between ${positions[0]} and ${positions[1]}`] : []),
  ], sql` and `)
  return sql<LeafRow>`
    select r.batch_id as "batchId", r.position, ${leafSql} as leaf from access_record r where ${where}
    union all select r.batch_id, r.position, ${leafSql} from access_record_held r where ${where}`
}
