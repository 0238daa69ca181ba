// Known records: which of these stood in the log before, and which stand twice among these, so that a retry changes nothing.
import type { LogRecord } from '../../access-record/log-record.ts'
import type { Item } from './commit.ts'
import type { Lane } from './lane.ts'

/** Those that aren't in the log yet, once each; and of every other one, that it is known. */
export async function newItems<One extends Item>(lane: Lane, items: readonly One[]): Promise<{ fresh: One[]; known: One[]; again: { readonly item: One; readonly first: One }[] }> {
  const once = new Map<string, One>()
  const again: { item: One; first: One }[] = []
  for (const item of items) {
    const key = keyOf(item)
    const first = once.get(key)
    if (first) again.push({ item, first })
    else once.set(key, item)
  }
  const known: One[] = []
  for (const [organisationId, own] of Map.groupBy(once.values(), (item) => item.organisationId)) {
    for (const found of await findKnown(lane, organisationId, own)) {
      known.push(own[found]!)
      once.delete(keyOf(own[found]!))
    }
  }
  return { fresh: [...once.values()], known, again }
}

async function findKnown(lane: Lane, organisationId: string, items: readonly Item[]): Promise<number[]> {
  const records = items.map(({ record }) => record)
  const list = (pick: (record: LogRecord) => Buffer) => records.map((record) => pick(record))
  await lane.ask('begin')
  try {
    await lane.ask(`select set_config('app.organisation', $1, true)`, [organisationId])
    const found = await lane.ask<{ n: number }>(`
      select (i.n - 1)::int as n from unnest($2::bytea[], $3::bytea[], $4::float8[]) with ordinality as i(trace, span, ms, n)
      where exists (select from access_record r where r.organisation_id = $1 and r.trace_id = i.trace and r.span_id = i.span and r.started_at = timestamptz '1970-01-01T00:00Z' + i.ms * interval '1 millisecond')`,
    [organisationId, list(({ traceId }) => traceId), list(({ spanId }) => spanId), records.map(({ startedAt }) => startedAt)])
    return found.map(({ n }) => n)
  } finally {
    await lane.ask('rollback')
  }
}

/** As the primary key has it. */
function keyOf({ organisationId, record: { traceId, spanId, startedAt } }: Item): string {
  return `${organisationId}${traceId.toString('latin1')}${spanId.toString('latin1')}${startedAt}`
}
