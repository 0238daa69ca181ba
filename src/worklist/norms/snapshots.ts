// Snapshots: how every norm stood on each day that somebody looked, kept as changes; a day without a snapshot is a gap, and stays one.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import type { Scope } from '../../ground/scope.ts'
import { profileInForce } from '../../policy/in-force.ts'
import type { NormStatus } from '../../register-kit/norm-evidence.ts'
import type { NormEvidence } from '../../register-kit/norms/figures.ts'
import { measureNorms } from '../../register-kit/norms/measure-norms.ts'

type Kept = NormStatus | 'gone'

/** Keeps how the norms stand on the scope's day; once a day, so that what was seen stays seen. @returns whether it did */
export async function takeSnapshot(scope: Scope): Promise<boolean> {
  const policy = await profileInForce(scope)
  if (!policy) return false
  const organisation_id = scope.organisation.id
  const day = dayOf(scope.now)
  const evidence = await measureNorms(scope, policy.profile)
  const count = (status: NormStatus) => evidence.filter((one) => one.status === status).length
  const made = await scope.tx.insertInto('norm_snapshot').values({
    organisation_id, day, profile: policy.profile.key, version: policy.version,
    met: count('met'), attention: count('attention'), not_met: count('not_met'), not_measurable: count('not_measurable'), conflicts: count('conflicts'),
  }).onConflict((conflict) => conflict.doNothing()).returning('day').executeTakeFirst()
  if (!made) return false
  const last = await lastKept(scope)
  const now = new Map<string, Kept>(evidence.map(({ norm, status }) => [norm.id, status]))
  for (const [norm, { status }] of last) if (!now.has(norm) && status !== 'gone') now.set(norm, 'gone')
  await insertRows(scope.tx, 'norm_status_change', [...now].filter(([norm, status]) => last.get(norm)?.status !== status).map(([norm, status]) => ({ organisation_id, norm, day, status })))
  return true
}

/** Since which day each norm stands as it does now: the first snapshot that saw it so, or today. Nothing for a norm that was never seen before. */
export async function sinceWhen(scope: Scope, evidence: readonly NormEvidence[]): Promise<ReadonlyMap<string, string>> {
  const last = await lastKept(scope)
  const today = dayOf(scope.now)
  return new Map(evidence.flatMap(({ norm, status }) => {
    const kept = last.get(norm.id)
    return kept ? [[norm.id, kept.status === status ? kept.day : today] as const] : []
  }))
}

/** A day of a trend; null: nobody looked, or the policy didn't have the norm. */
export type TrendDay = { readonly day: string; readonly status: NormStatus | null }

/** Every day from the first snapshot, at most so long ago, to today; today as it stands now. */
export async function trendOf(scope: Scope, norm: string, now: NormStatus, during = 'P90D'): Promise<TrendDay[]> {
  const today = dayOf(scope.now)
  const from = dayAfter(today, `-${during}`)
  const { rows } = await sql<{ day: string; status: Kept | null }>`
    select s.day, (select c.status from norm_status_change c where c.organisation_id = s.organisation_id and c.norm = ${norm} and c.day <= s.day order by c.day desc limit 1) as status
    from norm_snapshot s where s.organisation_id = ${scope.organisation.id} and s.day >= ${from} and s.day < ${today} order by s.day`.execute(scope.tx)
  const seen = new Map(rows.map(({ day, status }) => [day, status === 'gone' ? null : status]))
  const days: TrendDay[] = []
  for (let day = rows[0]?.day ?? today; day < today; day = dayAfter(day, 'P1D')) days.push({ day, status: seen.get(day) ?? null })
  return [...days, { day: today, status: now }]
}

/** The day of the last snapshot, if there ever was one. */
export async function lastSnapshot(scope: Scope): Promise<string | undefined> {
  const row = await scope.tx.selectFrom('norm_snapshot').select('day').where('organisation_id', '=', scope.organisation.id).orderBy('day', 'desc').limit(1).executeTakeFirst()
  return row && String(row.day)
}

async function lastKept(scope: Scope): Promise<ReadonlyMap<string, { readonly day: string; readonly status: Kept }>> {
  const { rows } = await sql<{ norm: string; day: string; status: Kept }>`
    select distinct on (norm) norm, day, status from norm_status_change where organisation_id = ${scope.organisation.id} order by norm, day desc`.execute(scope.tx)
  return new Map(rows.map(({ norm, day, status }) => [norm, { day, status }]))
}
