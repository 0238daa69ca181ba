// Term of the log: how long an organisation keeps its records, between half a year and twenty years.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Fault } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

export const usualTerm = 'P5Y'
/** Shorter, and a request for access or a doubt about a colleague finds nothing any more; longer than claims can still be made (art. 3:306 BW) is longer than needed (art. 5 lid 1 onder e AVG). */
export const [shortestTerm, longestTerm] = ['P6M', 'P20Y'] as const

/** What is wrong with a term as it was typed; undefined when it may be kept. Pure. */
export function termFault(typed: string): Fault | undefined {
  const term = readTerm(typed)
  if (term === undefined) return { at: 'keep_for', message: t('Dit is geen termijn. Vul een aantal in en kies maanden of jaren.', 'This is no term. Fill in a number and choose months or years.') }
  const day = Temporal.PlainDate.from('2026-01-01')
  const isWithin = Temporal.PlainDate.compare(day.add(term), day.add(shortestTerm)) >= 0 && Temporal.PlainDate.compare(day.add(term), day.add(longestTerm)) <= 0
  return isWithin ? undefined : { at: 'keep_for', message: t('Kies een termijn van minstens 6 maanden en hoogstens 20 jaar.', 'Choose a term of at least 6 months and at most 20 years.') }
}

/** Records that started before this moment are over their term. As the functions of migrations/0049 reckon it. */
export async function dueBefore({ tx, organisation, now }: Pick<Scope, 'tx' | 'organisation' | 'now'>): Promise<Date> {
  const { rows: [row] } = await sql<{ at: Date }>`
    select ${now}::timestamptz - greatest(coalesce((select keep_for from access_log_setting where organisation_id = ${organisation.id}), ${usualTerm})::interval, ${shortestTerm}::interval) as at`.execute(tx)
  return row!.at
}

function readTerm(typed: string): Temporal.Duration | undefined {
  if (!/^P(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/.test(typed) || typed === 'P') return undefined
  return Temporal.Duration.from(typed)
}
