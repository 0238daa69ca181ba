// Norm rules of the access log: whether applications log, whether what was logged is sealed in time and found sound, and whether somebody looks at what it signals (N-39).
import { sql } from 'kysely'
import { z } from 'zod'
import type { Scope } from '../ground/scope.ts'
import type { NormRule, RuleMeasure } from '../register-kit/norm-evidence.ts'

const day = 86_400_000

export type LogStanding = { readonly hasRecords: boolean; readonly applications: number; /** Of which something came in the last thirty days. */ readonly heard: number }

export const accessLogged: NormRule = {
  words: { nl: 'Toepassingen leggen in het logboek vast wie welke gegevens gebruikt', en: 'Applications record in the log who uses which data' },
  asks: z.strictObject({}),
  async measure(scope) {
    const { organisation, tx, now } = scope
    const { rows: [row] } = await sql<LogStanding>`select ${hasRecords(scope)} as "hasRecords", count(*)::int as applications,
        (count(*) filter (where exists (select from access_source_day d where d.organisation_id = s.organisation_id and d.source_id = s.id and d.last_at >= ${new Date(now.getTime() - 30 * day)})))::int as heard
      from access_source s where s.organisation_id = ${organisation.id} and s.ended_at is null`.execute(tx)
    return standingOfSources(row!)
  },
}

/** Pure. */
export function standingOfSources({ hasRecords, applications, heard }: LogStanding): RuleMeasure {
  const path = '/logboek/bronnen'
  if (!hasRecords && applications === 0) return { status: 'not_measurable', path, words: { nl: 'Er is nog niets vastgelegd', en: 'Nothing has been recorded yet' } }
  if (applications === 0) return { status: 'attention', path, words: { nl: 'Alleen Waarborg zelf legt vast wie wat bekijkt; er is nog geen toepassing aangesloten', en: 'Only Waarborg itself records who looks at what; no application is connected yet' } }
  const words = { nl: `Van ${heard} van ${applications} toepassingen kwam in de laatste 30 dagen iets binnen`, en: `Something came in the last 30 days from ${heard} of ${applications} applications` }
  return { status: heard === 0 ? 'not_met' : heard < applications ? 'attention' : 'met', path, words }
}

export type SealStanding = { readonly hasRecords: boolean; /** When the oldest that isn't sealed was written. */ readonly oldest: Date | null; readonly lastCheck: string | null }

export const accessSealed: NormRule = {
  words: { nl: 'Wat is vastgelegd, wordt binnen vijf minuten verzegeld en is niet veranderd', en: 'What was recorded is sealed within five minutes and hasn’t been changed' },
  asks: z.strictObject({}),
  async measure(scope) {
    const { organisation, tx, now } = scope
    const { rows: [row] } = await sql<SealStanding>`select ${hasRecords(scope)} as "hasRecords",
      (select min(written_at) from access_batch where organisation_id = ${organisation.id} and checkpoint is null) as oldest,
      (select state from access_check where organisation_id = ${organisation.id} and state in ('sound', 'faulty') order by done_at desc limit 1) as "lastCheck"`.execute(tx)
    return standingOfSeals(row!, now)
  },
}

/** Pure. */
export function standingOfSeals({ hasRecords, oldest, lastCheck }: SealStanding, now: Date): RuleMeasure {
  const path = '/logboek/bewijs'
  const minutes = oldest === null ? 0 : Math.floor((now.getTime() - oldest.getTime()) / 60_000)
  if (!hasRecords) return { status: 'not_measurable', path, words: { nl: 'Er is nog niets vastgelegd', en: 'Nothing has been recorded yet' } }
  if (lastCheck === 'faulty') return { status: 'not_met', path, words: { nl: 'De laatste controle vond een regel die is veranderd of ontbreekt', en: 'The last check found a record that was changed or is missing' } }
  if (minutes > 5) return { status: minutes > 60 ? 'not_met' : 'attention', path, words: { nl: `Er wacht al ${minutes} minuten iets op verzegeling`, en: `Something has waited for its seal for ${minutes} minutes` } }
  return { status: 'met', path, words: lastCheck === 'sound' ? { nl: 'Alles is verzegeld, en bij de laatste controle klopte het', en: 'All is sealed, and at the last check it was right' } : { nl: 'Alles is verzegeld; een controle is nog niet gevraagd', en: 'All is sealed; no check was asked for yet' } }
}

export type SignalStanding = { readonly isLooked: boolean; readonly open: number; /** Open for more than fourteen days. */ readonly late: number }

export const accessSignalsHandled: NormRule = {
  words: { nl: 'Naar elk signaal uit het logboek kijkt binnen twee weken iemand', en: 'Somebody looks at each signal of the log within two weeks' },
  asks: z.strictObject({}),
  async measure({ organisation, tx, now }) {
    const { rows: [row] } = await sql<SignalStanding>`select exists (select from access_look where organisation_id = ${organisation.id} and day_on is not null) as "isLooked", count(*)::int as open,
        (count(*) filter (where made_at < ${new Date(now.getTime() - 14 * day)}))::int as late from access_signal where organisation_id = ${organisation.id} and state = 'open'`.execute(tx)
    return standingOfSignals(row!)
  },
}

/** Pure. */
export function standingOfSignals({ isLooked, open, late }: SignalStanding): RuleMeasure {
  const path = '/logboek/signalen'
  if (!isLooked && open === 0) return { status: 'not_measurable', path, words: { nl: 'Het logboek is nog niet op signalen bekeken', en: 'The log hasn’t been looked over for signals yet' } }
  if (late > 0) return { status: 'not_met', path, words: { nl: `${late} van ${open} open signalen wachten langer dan twee weken`, en: `${late} of ${open} open signals wait for more than two weeks` } }
  return open > 0 ? { status: 'attention', path, words: { nl: `Open signalen: ${open}, geen ouder dan twee weken`, en: `Open signals: ${open}, none older than two weeks` } } : { status: 'met', path, words: { nl: 'Er zijn geen open signalen', en: 'There are no open signals' } }
}

function hasRecords({ organisation }: Pick<Scope, 'organisation'>) {
  return sql<boolean>`exists (select from access_batch where organisation_id = ${organisation.id})`
}
