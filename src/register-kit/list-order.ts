// List order: by what a list is ordered, as an index gives it, and what comes beyond a place in that order.
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../ground/scope.ts'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import type { Cursor, Sort } from './list-address.ts'
import type { Register } from './register.ts'

export type ListOrder = {
  /** What must be joined to the table for it. */
  readonly joined: RawBuilder<unknown>
  readonly order: RawBuilder<unknown>
  /** Where what is first can be found without looking at everything: parts that follow each other in this order, each with an order that an index gives. */
  readonly parts?: readonly { readonly where: RawBuilder<unknown>; readonly order: RawBuilder<unknown> }[]
  /** The place of a row in this order, as it stands in a cursor. */
  readonly value: RawBuilder<unknown>
  /** What comes after a cursor. It is typed by anybody: a value that doesn't fit becomes the nearest that does. */
  beyond([value, id]: Cursor): RawBuilder<unknown>
}

/** Over the alias `t`. The id comes last, so that every row has a place of its own. */
export function listOrder(scope: Pick<Scope, 'organisation'>, register: Pick<Register, 'key'>, sort: Sort, upwards: boolean): ListOrder {
  if (sort !== 'due_at') return { joined: sql``, ...columnOrder(sort, upwards) }
  const [direction, further] = upwards ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`]
  const at = sql`coalesce(due.at, 'infinity')`
  return {
    // What runs is little among all that ever ran: found once, by its own index, rather than asked for each entry.
    joined: sql`left join (select entry_id, min(due_at) as at from deadline where organisation_id = ${scope.organisation.id} and register = ${register.key} and met_at is null and lapsed_at is null and suspended_at is null
      group by entry_id) due on due.entry_id = t.id`,
    order: sql`${at} ${direction}, t.id ${direction}`, value: sql`(extract(epoch from due.at) * 1000)::bigint`,
    // Most cases are closed: sorting them all behind the few that run took a second among fifty thousand.
    parts: [{ where: sql`due.entry_id is not null`, order: sql`due.at ${direction}, t.id ${direction}` }, { where: sql`due.entry_id is null`, order: sql`t.id ${direction}` }],
    beyond: ([value, id]) => sql`(${at}, t.id) ${further} (${isPlace(value) ? momentOf(value) : sql`'infinity'::timestamptz`}, ${id}::uuid)`,
  }
}

function columnOrder(sort: Exclude<Sort, 'due_at'>, upwards: boolean): Omit<ListOrder, 'joined'> {
  const direction = upwards ? sql`asc` : sql`desc`
  const further = upwards ? sql`>` : sql`<`
  switch (sort) {
    case 'name': return {
      order: sql`t.sort_name ${direction}, t.id ${direction}`, value: sql`t.sort_name`,
      beyond: ([value, id]) => sql`(t.sort_name, t.id) ${further} (${String(value).replaceAll('\0', '')}::text collate "C", ${id}::uuid)`,
    }
    case 'updated_at': return {
      order: sql`t.updated_at ${direction}, t.id ${direction}`, value: sql`(extract(epoch from t.updated_at) * 1000)::bigint`,
      beyond: ([value, id]) => sql`(t.updated_at, t.id) ${further} (${momentOf(value)}, ${id}::uuid)`,
    }
    case 'review_due_on': return {
      // Without a day comes after every day, as the index has it.
      order: sql`t.review_due_on ${direction} ${upwards ? sql`nulls last` : sql`nulls first`}, t.id ${direction}`, value: sql`coalesce(t.review_due_on::text, '')`,
      beyond: ([value, id]) => {
        const day = readTypedDate(String(value))
        if (day === null) return upwards ? sql`(t.review_due_on is null and t.id > ${id}::uuid)` : sql`(t.review_due_on is not null or t.id < ${id}::uuid)`
        return upwards ? sql`((t.review_due_on, t.id) > (${day}::date, ${id}::uuid) or t.review_due_on is null)` : sql`(t.review_due_on, t.id) < (${day}::date, ${id}::uuid)`
      },
    }
    case 'findings': return {
      order: sql`t.findings_blocking ${direction}, t.findings_serious ${direction}, t.findings_attention ${direction}, t.id ${direction}`,
      value: sql`t.findings_blocking || '.' || t.findings_serious || '.' || t.findings_attention`,
      beyond: ([value, id]) => {
        const [blocking = 0, serious = 0, attention = 0] = String(value).split('.').map((part) => Math.min(Math.max(Math.trunc(Number(part)) || 0, 0), 2_147_483_647))
        return sql`(t.findings_blocking, t.findings_serious, t.findings_attention, t.id) ${further} (${blocking}::integer, ${serious}::integer, ${attention}::integer, ${id}::uuid)`
      },
    }
  }
}

/** Milliseconds out of a cursor. */
function momentOf(value: Cursor[0]): RawBuilder<unknown> {
  return sql`${new Date(Math.min(Math.max(Number(value) || 0, 0), Date.UTC(9999, 0)))}::timestamptz`
}

/** False for the place of entries that have no deadline, which is beyond every moment. */
function isPlace(value: Cursor[0]): boolean {
  return value !== '' && Number.isFinite(Number(value))
}
