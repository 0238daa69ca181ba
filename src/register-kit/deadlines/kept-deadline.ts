// Kept deadline: a term as it stands in the database: the rule and policy that it began under, and all that happened to it since.
import { sql } from 'kysely'
import type { Interval, Reason } from '../../calendar/due.ts'
import type { Term } from '../../calendar/duration.ts'
import type { OfficeHours } from '../../calendar/office-hours.ts'
import type { Regime } from '../../calendar/regimes.ts'
import type { SuspensionGround } from '../../calendar/request-terms.ts'
import type { Scope } from '../../ground/scope.ts'

export type KeptDeadline = {
  readonly id: string
  readonly entryId: string
  /** Key in the register's declaration. */
  readonly kind: string
  readonly regime: Regime
  readonly citation: string
  readonly term: Term
  /** By how much it may be extended at most; null: not at all. */
  readonly mayExtendBy: Term | null
  /** Those it is counted by; null: the usual ones, or none. */
  readonly officeHours: OfficeHours | null
  readonly policy: { readonly key: string; readonly version: string; readonly versionId: string | null } | null
  readonly startedAt: Date
  readonly dueOn: string | null
  /** The first moment that is too late. */
  readonly dueAt: Date
  readonly firstDueAt: Date
  readonly isCut: boolean
  readonly steps: readonly Reason[]
  readonly notes: readonly Reason[]
  readonly remindAt: Date
  readonly suspendedAt: Date | null
  readonly suspensions: readonly KeptSuspension[]
  readonly extendedAt: Date | null
  readonly extension: Term | null
  readonly extensionReason: string | null
  readonly metAt: Date | null
  readonly metBy: 'verb' | 'status' | 'field' | null
  readonly lapsedAt: Date | null
}

export type KeptSuspension = { readonly ground: SuspensionGround; readonly reason: string; readonly from: Date; /** Null while it stands still. */ readonly until: Date | null }

type Row = Omit<KeptDeadline, 'term' | 'mayExtendBy' | 'policy' | 'extension' | 'suspensions'> & {
  duration: string; clock: Term['clock']; extendDuration: string | null; extendClock: Term['clock'] | null; extensionDuration: string | null; extensionClock: Term['clock'] | null
  policyKey: string | null; policyVersion: string | null; policyVersionId: string | null; suspensions: readonly { ground: SuspensionGround; reason: string; from: string; until: string | null }[]
}

/** The deadlines of entries, the oldest of each first. */
export async function readDeadlines({ tx, organisation }: Pick<Scope, 'tx' | 'organisation'>, register: { readonly key: string }, entryIds: readonly string[]): Promise<KeptDeadline[]> {
  if (entryIds.length === 0) return []
  const { rows } = await sql<Row>`
    select d.id, d.entry_id as "entryId", d.kind, d.regime, d.citation, d.duration, d.clock, d.extend_duration as "extendDuration", d.extend_clock as "extendClock", d.office_hours as "officeHours",
      d.policy as "policyKey", d.policy_version as "policyVersion", d.policy_version_id as "policyVersionId", d.started_at as "startedAt", d.due_on as "dueOn", d.due_at as "dueAt", d.first_due_at as "firstDueAt",
      d.is_cut as "isCut", d.steps, d.notes, d.remind_at as "remindAt", d.suspended_at as "suspendedAt", d.extended_at as "extendedAt", d.extension_duration as "extensionDuration", d.extension_clock as "extensionClock",
      d.extension_reason as "extensionReason", d.met_at as "metAt", d.met_by as "metBy", d.lapsed_at as "lapsedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('ground', s.ground, 'reason', s.reason, 'from', s.from_at, 'until', s.until_at) order by s.position), '[]')
       from deadline_suspension s where s.organisation_id = d.organisation_id and s.deadline_id = d.id) as suspensions
    from deadline d where d.organisation_id = ${organisation.id} and d.register = ${register.key} and d.entry_id = any(${entryIds}::uuid[]) order by d.id`.execute(tx)
  return rows.map(({ duration, clock, extendDuration, extendClock, extensionDuration, extensionClock, policyKey, policyVersion, policyVersionId, suspensions, ...row }) => ({
    ...row, term: { duration, clock },
    mayExtendBy: extendDuration === null || extendClock === null ? null : { duration: extendDuration, clock: extendClock },
    extension: extensionDuration === null || extensionClock === null ? null : { duration: extensionDuration, clock: extensionClock },
    policy: policyKey === null || policyVersion === null ? null : { key: policyKey, version: policyVersion, versionId: policyVersionId },
    suspensions: suspensions.map(({ from, until, ...why }) => ({ ...why, from: new Date(from), until: until === null ? null : new Date(until) })),
  }))
}

/** The present one of each kind: the last that began. */
export function presentDeadlines(deadlines: readonly KeptDeadline[]): ReadonlyMap<string, KeptDeadline> {
  return new Map(deadlines.map((deadline) => [deadline.kind, deadline]))
}

/** The times that it stood still; what still does so, until `now`. */
export function suspendedTimes({ suspensions }: Pick<KeptDeadline, 'suspensions'>, now: Date): Interval[] {
  return suspensions.map(({ from, until }) => ({ from, until: until ?? now }))
}
