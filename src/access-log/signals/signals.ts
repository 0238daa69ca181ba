// Signals: what the log gave cause for, one for each kind, day and employee (or activity, or application): kept, found, explained, or made an incident of.
import { sql } from 'kysely'
import { isId, newId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { SignalKind } from './signal-rules.ts'

export type NewSignal = { readonly kind: SignalKind; readonly day: string; readonly about: string; readonly actor: string | null; readonly details: Readonly<Record<string, string | number>>; readonly count: number; readonly firstAt: Date; readonly lastAt: Date }

export const signalStates = ['open', 'explained', 'incident'] as const
export type SignalState = (typeof signalStates)[number]

export type Signal = Omit<NewSignal, 'actor'> & { readonly id: string; readonly actor: Buffer | null; readonly state: SignalState; readonly explanation: string | null; readonly breachId: string | null; readonly settledAt: Date | null; readonly settledBy: string | null }

/** What a signal is about when there were too many of its kind on a day to name each. */
export const others = '*'

/** More of the same on the same day adds to it; one that was explained opens again, with its explanation. */
export async function keepSignals({ organisation: { id }, tx, now }: Pick<Scope, 'organisation' | 'tx' | 'now'>, signals: readonly NewSignal[]): Promise<void> {
  if (signals.length === 0) return
  // Ids of one millisecond come in any order: put in order, so that what stands for all others heads the list of its day.
  const ids = signals.map(() => newId()).toSorted()
  const ordered = [...signals.filter(({ about }) => about !== others), ...signals.filter(({ about }) => about === others)]
  const rows = ordered.map(({ kind, day, about, actor, details, count, firstAt, lastAt }, index) => ({ id: ids[index], kind, day, about, actor, details, count, first_at: firstAt, last_at: lastAt }))
  await sql`
    insert into access_signal (organisation_id, id, kind, day, about, actor_id, details, count, first_at, last_at, state, made_at)
    select ${id}, id, kind, day, about, decode(actor, 'hex'), details, count, first_at, last_at, 'open', ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, kind text, day date, about text, actor text, details jsonb, count bigint, first_at timestamptz, last_at timestamptz)
    on conflict (organisation_id, kind, day, about) do update set count = access_signal.count + excluded.count, first_at = least(access_signal.first_at, excluded.first_at), last_at = greatest(access_signal.last_at, excluded.last_at),
      state = case access_signal.state when 'incident' then 'incident' else 'open' end, settled_at = case access_signal.state when 'incident' then access_signal.settled_at end,
      settled_by = case access_signal.state when 'incident' then access_signal.settled_by end`.execute(tx)
}

const columns = sql`s.id, s.kind, s.day, s.about, s.actor_id as actor, s.details, s.count, s.first_at as "firstAt", s.last_at as "lastAt", s.state, s.explanation, s.breach_id as "breachId", s.settled_at as "settledAt",
  (select p.name from person p where p.organisation_id = s.organisation_id and p.id = s.settled_by) as "settledBy"`

/** Newest day first. `after`: `<day> <id>`. */
export async function listSignals({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, { kind, state, after, limit = 50 }: { kind?: SignalKind; state?: SignalState; after?: { day: string; id: string }; limit?: number }): Promise<{ rows: Signal[]; next: { day: string; id: string } | undefined }> {
  const { rows } = await sql<Signal>`
    select ${columns} from access_signal s where s.organisation_id = ${organisation.id} ${kind ? sql`and s.kind = ${kind}` : sql``} ${state ? sql`and s.state = ${state}` : sql``} ${after ? sql`and (s.day, s.id) < (${after.day}, ${after.id})` : sql``}
    order by s.day desc, s.id desc limit ${limit + 1}`.execute(tx)
  const last = rows[limit - 1]
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? { day: last.day, id: last.id } : undefined }
}

/** @throws NotFound */
export async function readSignal({ organisation, tx }: Pick<Scope, 'organisation' | 'tx'>, id: string, { lock = false } = {}): Promise<Signal> {
  const { rows: [row] } = isId(id) ? await sql<Signal>`select ${columns} from access_signal s where s.organisation_id = ${organisation.id} and s.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx) : { rows: [] }
  if (!row) throw new NotFound()
  return row
}

/** @throws Invalid without a reason, Refused where it is an incident */
export async function explainSignal(scope: Scope, id: string, explanation: string): Promise<void> {
  const faults: Fault[] = explanation.length < 10 ? [{ at: 'explanation', message: t('Schrijf op hoe het komt, in minstens tien tekens.', 'Write down how it came, in ten characters at least.') }] : explanation.length > 2000 ? [{ at: 'explanation', message: t('Dit is te lang: hoogstens 2000 tekens.', 'This is too long: 2000 characters at most.') }] : []
  if (faults.length > 0) throw new Invalid(faults)
  await settle(scope, id, { state: 'explained', explanation, breach_id: null })
}

/** @throws Refused where it is one already */
export async function tieToBreach(scope: Scope, id: string, breachId: string): Promise<void> {
  await settle(scope, id, { state: 'incident', breach_id: breachId })
}

async function settle(scope: Scope, id: string, values: { state: SignalState; explanation?: string; breach_id: string | null }): Promise<void> {
  const signal = await readSignal(scope, id, { lock: true })
  if (signal.state === 'incident' && signal.breachId !== null) throw new Refused(t('Van dit signaal is al een datalek gemaakt.', 'A breach was made of this signal already.'))
  await scope.tx.updateTable('access_signal').set({ ...values, settled_at: scope.now, settled_by: personOf(scope.actor) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
}
