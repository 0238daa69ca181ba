// List order: by what a list is ordered, as an index gives it, and what comes beyond a place in that order.
import { type RawBuilder, sql } from 'kysely'
import { readTypedDate } from '../page-kit/typed-dates.ts'
import type { Cursor, Sort } from './list-address.ts'

export type ListOrder = {
  readonly order: RawBuilder<unknown>
  /** The place of a row in this order, as it stands in a cursor. */
  readonly value: RawBuilder<unknown>
  /** What comes after a cursor. It is typed by anybody: a value that doesn't fit becomes the nearest that does. */
  beyond([value, id]: Cursor): RawBuilder<unknown>
}

/** Over the alias `t`. The id comes last, so that every row has a place of its own. */
export function listOrder(sort: Sort, upwards: boolean): ListOrder {
  const direction = upwards ? sql`asc` : sql`desc`
  const further = upwards ? sql`>` : sql`<`
  switch (sort) {
    case 'name': return {
      order: sql`t.sort_name ${direction}, t.id ${direction}`, value: sql`t.sort_name`,
      beyond: ([value, id]) => sql`(t.sort_name, t.id) ${further} (${String(value).replaceAll('\0', '')}::text collate "C", ${id}::uuid)`,
    }
    case 'updated_at': return {
      order: sql`t.updated_at ${direction}, t.id ${direction}`, value: sql`(extract(epoch from t.updated_at) * 1000)::bigint`,
      beyond: ([value, id]) => sql`(t.updated_at, t.id) ${further} (${new Date(Math.min(Math.max(Number(value) || 0, 0), Date.UTC(9999, 0)))}::timestamptz, ${id}::uuid)`,
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
