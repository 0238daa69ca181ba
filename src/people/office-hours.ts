// Office hours of an organisation: on which days it works, from when until when, as its administrators laid down.
import type { OfficeDay, OfficeHours } from '../calendar/office-hours.ts'
import { insertRows } from '../ground/insert-rows.ts'
import type { Scope } from '../ground/scope.ts'

/** Undefined where nobody chose: then the usual hours hold. */
export async function readOfficeHours({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>): Promise<OfficeHours | undefined> {
  const rows = await tx.selectFrom('office_hours').select(['weekday', 'opens', 'closes']).where('organisation_id', '=', organisation.id).execute()
  if (rows.length === 0) return undefined
  const on = (weekday: number): OfficeDay | null => {
    const row = rows.find((one) => one.weekday === weekday)
    return row ? { from: row.opens, until: row.closes } : null
  }
  return [on(1), on(2), on(3), on(4), on(5), on(6), on(7)]
}

/** Replaces them; undefined: back to the usual hours. They have been checked. */
export async function saveOfficeHours({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>, hours: OfficeHours | undefined): Promise<void> {
  await tx.deleteFrom('office_hours').where('organisation_id', '=', organisation.id).execute()
  await insertRows(tx, 'office_hours', (hours ?? []).flatMap((day, index) => day === null ? [] : [{ organisation_id: organisation.id, weekday: index + 1, opens: day.from, closes: day.until }]))
}
