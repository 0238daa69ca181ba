// Figures: how many requests came in between two days, per right: in time or late, how long it took, extended and refused; for the yearly report (N-14, H-48).
import { sql } from 'kysely'
import { addDays, startOfDay } from '../../calendar/days.ts'
import type { Scope } from '../../ground/scope.ts'
import type { RightKey } from './rights.ts'
import { answerKinds } from './step-kit.ts'
import { visibleRequests } from './visibility.ts'

/** Days as `2026-11-22`, both counted in. */
export type Period = { readonly from: string; readonly until: string; readonly department: string | null }

export type RightFigures = {
  /** Null: no right was chosen yet. */
  readonly right: RightKey | null
  readonly received: number
  readonly answered: number
  readonly inTime: number
  readonly late: number
  readonly open: number
  readonly openLate: number
  readonly extended: number
  readonly suspended: number
  readonly granted: number
  readonly partial: number
  readonly refused: number
  readonly notTakenUp: number
  readonly nothingHeld: number
  readonly withdrawn: number
  readonly forwarded: number
  readonly objections: number
  /** From receipt to answer; null where nothing was answered. */
  readonly meanDays: number | null
}

/** Of requests that the reader may see, received in the period. A day of a deadline that was met counts as the answer's. */
export async function figuresOf(scope: Scope, { from, until, department }: Period): Promise<RightFigures[]> {
  const { rows } = await sql<RightFigures>`
    with t as (select t.* from subject_request t where t.organisation_id = ${scope.organisation.id} and ${visibleRequests(scope.actor)}
        and t.received_at >= ${startOfDay(from)} and t.received_at < ${startOfDay(addDays(until, 1))} and (${department}::uuid is null or t.department = ${department})),
      d as (select distinct on (d.entry_id) d.* from deadline d join t on t.id = d.entry_id where d.organisation_id = ${scope.organisation.id} and d.register = 'requests' and d.kind = any(${[...answerKinds]}::text[]) order by d.entry_id, d.id desc)
    select t."right", count(*)::int as received, count(t.answered_on)::int as answered,
      count(*) filter (where t.answered_on is not null and d.met_at < d.due_at)::int as "inTime", count(*) filter (where t.answered_on is not null and d.met_at >= d.due_at)::int as late,
      count(*) filter (where t.answered_on is null and t.ended_on is null)::int as open, count(*) filter (where t.answered_on is null and t.ended_on is null and d.met_at is null and d.due_at <= coalesce(d.suspended_at, ${scope.now}))::int as "openLate",
      count(d.extended_at)::int as extended, count(*) filter (where exists (select from deadline_suspension s where s.organisation_id = ${scope.organisation.id} and s.deadline_id = d.id))::int as suspended,
      count(*) filter (where t.outcome = 'granted')::int as granted, count(*) filter (where t.outcome = 'partial')::int as partial, count(*) filter (where t.outcome = 'refused')::int as refused,
      count(*) filter (where t.outcome = 'not_taken_up')::int as "notTakenUp", count(*) filter (where t.outcome = 'nothing_held')::int as "nothingHeld",
      count(*) filter (where t.status = 'withdrawn')::int as withdrawn, count(*) filter (where t.status = 'forwarded')::int as forwarded, count(t.objection_received_on)::int as objections,
      round(avg(t.answered_on - (t.received_at at time zone 'Europe/Amsterdam')::date), 1)::float8 as "meanDays"
    from t left join d on d.entry_id = t.id group by t."right" order by count(*) desc, t."right"`.execute(scope.tx)
  return rows
}

/** All rights together; the mean weighs each by how many were answered. Pure. */
export function together(rows: readonly RightFigures[]): RightFigures {
  const sum = (key: keyof RightFigures) => rows.reduce((total, row) => total + Number(row[key] ?? 0), 0)
  const answered = sum('answered')
  const days = rows.reduce((total, row) => total + (row.meanDays ?? 0) * row.answered, 0)
  return {
    right: null, received: sum('received'), answered, inTime: sum('inTime'), late: sum('late'), open: sum('open'), openLate: sum('openLate'), extended: sum('extended'), suspended: sum('suspended'), granted: sum('granted'), partial: sum('partial'),
    refused: sum('refused'), notTakenUp: sum('notTakenUp'), nothingHeld: sum('nothingHeld'), withdrawn: sum('withdrawn'), forwarded: sum('forwarded'), objections: sum('objections'), meanDays: answered === 0 ? null : Math.round((days / answered) * 10) / 10,
  }
}
