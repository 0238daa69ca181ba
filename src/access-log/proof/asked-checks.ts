// Checks that people asked for: put in line, done by a job that tells how far it is, and kept with what came out.
import { sql } from 'kysely'
import { addDays, startOfDay } from '../../calendar/days.ts'
import { newId } from '../../ground/ids.ts'
import { type Fault, Invalid, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { CheckOutcome } from './check-outcome.ts'

export type CheckState = 'waiting' | 'running' | 'sound' | 'faulty' | 'failed'
export type AskedCheck = {
  readonly id: string
  readonly by: string | null
  readonly byId: string | null
  readonly askedAt: Date
  readonly fromDay: string | null
  readonly untilDay: string | null
  readonly state: CheckState
  readonly checkedRecords: number
  readonly totalRecords: number | null
  readonly outcome: CheckOutcome | null
  readonly doneAt: Date | null
}

/** A job that is still at it after this long was broken off. */
export const longestHours = 6

/** Days as typed; empty is the whole log. @throws Invalid, Refused while one waits */
export async function askCheck(scope: Scope, typed: { readonly from: string; readonly until: string }): Promise<void> {
  const faults: Fault[] = []
  for (const at of ['from', 'until'] as const) if (typed[at] !== '' && !isDay(typed[at])) faults.push({ at, message: t('Vul een dag in, zoals 31-01-2026.', 'Fill in a day, such as 31-01-2026.') })
  if (faults.length === 0 && typed.from !== '' && typed.until !== '' && typed.until < typed.from) faults.push({ at: 'until', message: t('Deze dag ligt vóór de eerste dag.', 'This day lies before the first day.') })
  if (faults.length > 0) throw new Invalid(faults)
  const { organisation, tx, now, actor } = scope
  const busy = await tx.selectFrom('access_check').select('id').where('organisation_id', '=', organisation.id).where('state', 'in', ['waiting', 'running']).where('asked_at', '>', new Date(now.getTime() - longestHours * 3_600_000)).executeTakeFirst()
  if (busy) throw new Refused(t('Er loopt al een controle. Wacht tot die klaar is.', 'A check is running already. Wait until it is done.'))
  const { rows: [total] } = await sql<{ records: number }>`
    select coalesce(sum(record_count), 0)::bigint as records from access_checkpoint where organisation_id = ${organisation.id}
      ${typed.from === '' ? sql`` : sql`and made_at >= ${startOfDay(typed.from)}`} ${typed.until === '' ? sql`` : sql`and made_at < ${startOfDay(addDays(typed.until, 1))}`}`.execute(tx)
  await tx.insertInto('access_check').values({ organisation_id: organisation.id, id: newId(), asked_by: personOf(actor), asked_at: now, from_day: typed.from || null, until_day: typed.until || null, total_records: total?.records ?? 0 }).execute()
}

/** Newest first. */
export async function listChecks({ organisation, tx }: Scope, limit: number): Promise<AskedCheck[]> {
  return (await sql<AskedCheck>`
    select c.id, p.name as by, c.asked_by as "byId", c.asked_at as "askedAt", c.from_day as "fromDay", c.until_day as "untilDay", c.state, c.checked_records as "checkedRecords", c.total_records as "totalRecords", c.outcome, c.done_at as "doneAt"
    from access_check c left join person p on p.organisation_id = c.organisation_id and p.id = c.asked_by
    where c.organisation_id = ${organisation.id} order by c.id desc limit ${limit}`.execute(tx)).rows
}

/** The oldest that waits, from now on running. */
export async function claimCheck({ organisation, tx }: Scope): Promise<{ id: string; from?: Date; until?: Date } | undefined> {
  const { rows: [row] } = await sql<{ id: string; fromDay: string | null; untilDay: string | null }>`
    update access_check set state = 'running' where organisation_id = ${organisation.id} and id =
      (select id from access_check where organisation_id = ${organisation.id} and state = 'waiting' order by id limit 1 for update skip locked) returning id, from_day as "fromDay", until_day as "untilDay"`.execute(tx)
  return row && { id: row.id, ...(row.fromDay ? { from: startOfDay(row.fromDay) } : {}), ...(row.untilDay ? { until: startOfDay(addDays(row.untilDay, 1)) } : {}) }
}

export async function tellProgress({ organisation, tx }: Scope, id: string, records: number): Promise<void> {
  await tx.updateTable('access_check').set({ checked_records: records }).where('organisation_id', '=', organisation.id).where('id', '=', id).execute()
}

/** Without an outcome the check itself failed. */
export async function endCheck({ organisation, tx, now }: Scope, id: string, outcome: CheckOutcome | undefined): Promise<void> {
  await tx.updateTable('access_check').set({ state: outcome ? outcome.fault ? 'faulty' : 'sound' : 'failed', outcome: outcome ? JSON.stringify(outcome) : null, done_at: now, ...(outcome ? { checked_records: outcome.records } : {}) })
    .where('organisation_id', '=', organisation.id).where('id', '=', id).execute()
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text
}
