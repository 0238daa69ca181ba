// Keep deadlines: begins, counts, meets and ends the deadlines of entries, in the transaction of the act itself.
import { sql } from 'kysely'
import type { Term } from '../../calendar/duration.ts'
import type { OfficeHours } from '../../calendar/office-hours.ts'
import type { Bounded } from '../../calendar/request-terms.ts'
import { newId } from '../../ground/ids.ts'
import { insertRows } from '../../ground/insert-rows.ts'
import type { Scope } from '../../ground/scope.ts'
import { readOfficeHours } from '../../people/office-hours.ts'
import { type PolicyInForce, profileInForce } from '../../policy/in-force.ts'
import type { AnyInput } from '../entry.ts'
import { stageOf } from '../lifecycle.ts'
import type { DeadlineDeclaration } from '../deadline-declaration.ts'
import type { Register } from '../register.ts'
import { type DeadlineChange, deadlineChanges, type Standing } from './deadline-changes.ts'
import { countDeadline, isInOfficeTime, policyStep, reminderOf, termBy } from './deadline-term.ts'
import { dayOf } from '../../ground/clock.ts'
import { type KeptDeadline, presentDeadlines, readDeadlines, suspendedTimes } from './kept-deadline.ts'

/** What was done to an entry: as it was (undefined for a new one) and as it is. */
export type Acted = { readonly id: string; readonly before?: At | undefined; readonly after: At }
type At = { readonly status: string; readonly input: AnyInput }

/** Carries out what a verb on these entries means for their deadlines. */
export async function keepDeadlines(scope: Scope, register: Register, verb: string, acts: readonly Acted[]): Promise<void> {
  const declared = Object.entries(register.deadlines ?? {})
  if (declared.length === 0 || acts.length === 0) return
  const kept = await readDeadlines(scope, register, acts.flatMap(({ id, before }) => before ? [id] : []))
  const begin = beginnings(scope)
  const begun: Record<string, unknown>[] = []
  for (const { id, before, after } of acts) {
    const present = presentDeadlines(kept.filter(({ entryId }) => entryId === id))
    for (const [kind, declaration] of declared) {
      const act = { verb, before: before && standing(register, before), after: standing(register, after), now: scope.now }
      const found = present.get(kind)
      for (const change of deadlineChanges(declaration, act, found)) {
        if (change.what === 'begin') begun.push({ organisation_id: scope.organisation.id, register: register.key, entry_id: id, kind, ...await begin(declaration, change.at) })
        else if (change.what === 'meet' && (begun.at(-1)?.entry_id === id && begun.at(-1)?.kind === kind)) Object.assign(begun.at(-1)!, { met_at: change.at, met_by: change.by })
        else if (change.what === 'lapse' && (begun.at(-1)?.entry_id === id && begun.at(-1)?.kind === kind)) Object.assign(begun.at(-1)!, { lapsed_at: scope.now })
        else if (found) await alter(scope, declaration, found, change)
      }
    }
  }
  await insertRows(scope.tx, 'deadline', begun)
}

/** Takes away the deadlines of entries that go. */
export async function dropDeadlines({ tx, organisation }: Scope, register: Register, entryIds: readonly string[]): Promise<void> {
  if (!register.deadlines) return
  await tx.deleteFrom('deadline').where('organisation_id', '=', organisation.id).where('register', '=', register.key).where('entry_id', 'in', [...entryIds]).execute()
}

/** The end of a kept deadline once more, with what happened to it: never by another term than it began with. */
export function recounted(scope: Scope, declaration: Pick<DeadlineDeclaration, 'ceiling'>, kept: KeptDeadline, change: { readonly startedAt?: Date; readonly extension?: Term } = {}): Bounded {
  return countDeadline(declaration, { ...kept, suspensions: suspendedTimes(kept, scope.now), ...change })
}

/** What a new end is written as. */
export function endColumns(startedAt: Date, { due, isCut }: Bounded) {
  return { due_on: due.on, due_at: due.at, is_cut: isCut, steps: JSON.stringify(due.steps), notes: JSON.stringify(due.notes), remind_at: reminderOf(startedAt, due) }
}

/** Lets a deadline that stands still run on: the end moves by as long as it stood. */
export async function resume(scope: Scope, declaration: DeadlineDeclaration, kept: KeptDeadline): Promise<void> {
  await sql`update deadline_suspension set until_at = greatest(from_at, ${scope.now}::timestamptz) where organisation_id = ${scope.organisation.id} and deadline_id = ${kept.id} and until_at is null`.execute(scope.tx)
  await update(scope, kept, { suspended_at: null, ...endColumns(kept.startedAt, recounted(scope, declaration, kept)) })
}

export async function update({ tx, organisation }: Scope, { id }: KeptDeadline, values: Record<string, unknown>): Promise<void> {
  await tx.updateTable('deadline').set(values).where('organisation_id', '=', organisation.id).where('id', '=', id).execute()
}

function standing(register: Register, { status, input }: At): Standing {
  return { status, input, isEnded: stageOf(register, status) === 'ended' }
}

async function alter(scope: Scope, declaration: DeadlineDeclaration, kept: KeptDeadline, change: Exclude<DeadlineChange, { what: 'begin' }>): Promise<void> {
  switch (change.what) {
    case 'recount': {
      const counted = recounted(scope, declaration, kept, { startedAt: change.at })
      return update(scope, kept, { started_at: change.at, ...endColumns(change.at, counted), first_due_at: countDeadline(declaration, { ...kept, startedAt: change.at, extension: null, suspensions: [] }).due.at, reminded_at: null, escalated_at: null })
    }
    case 'drop': {
      await scope.tx.deleteFrom('deadline').where('organisation_id', '=', scope.organisation.id).where('id', '=', kept.id).execute()
      return
    }
    case 'meet': {
      if (kept.suspendedAt) await resume(scope, declaration, kept)
      return update(scope, kept, { met_at: change.at, met_by: change.by, lapsed_at: null })
    }
    case 'reopen': return update(scope, kept, { met_at: null, met_by: null, lapsed_at: null })
    case 'lapse': {
      if (kept.suspendedAt) await resume(scope, declaration, kept)
      return update(scope, kept, { met_at: null, met_by: null, lapsed_at: scope.now })
    }
  }
}

/** The columns of deadlines that begin now: by the policy in force on the day of their beginning, and by the organisation's hours where these count. */
function beginnings(scope: Scope): (declaration: DeadlineDeclaration, startedAt: Date) => Promise<Record<string, unknown>> {
  const policies = new Map<string, Promise<PolicyInForce | undefined>>()
  let hours: Promise<OfficeHours | undefined> | undefined
  // Entries that come in together begin together: their end is found once.
  const found = new Map<DeadlineDeclaration, Map<number, Promise<Record<string, unknown>>>>()
  const columnsOf = async (declaration: DeadlineDeclaration, startedAt: Date) => {
    const day = dayOf(startedAt)
    if (!policies.has(day)) policies.set(day, profileInForce({ ...scope, now: startedAt }))
    const policy = await policies.get(day)
    const byPolicy = termBy(policy, declaration.term)
    const { term } = byPolicy
    const more = declaration.extension && termBy(policy, declaration.extension).term
    const officeHours = isInOfficeTime([term, more ?? null]) ? await (hours ??= readOfficeHours(scope)) ?? null : null
    const { regime, citation } = declaration.term
    const counted = countDeadline(declaration, { startedAt, term, regime, officeHours, extension: null, suspensions: [] })
    const steps = [...policyStep(policy, declaration.term, byPolicy), ...counted.due.steps]
    return {
      regime, citation, duration: term.duration, clock: term.clock, extend_duration: more?.duration ?? null, extend_clock: more?.clock ?? null, office_hours: officeHours,
      policy: policy?.profile.key ?? null, policy_version: policy?.version ?? null, policy_version_id: policy?.versionId ?? null,
      started_at: startedAt, due_on: counted.due.on, due_at: counted.due.at, first_due_at: counted.due.at, is_cut: counted.isCut, steps, notes: counted.due.notes, remind_at: reminderOf(startedAt, counted.due),
      met_at: null, met_by: null, lapsed_at: null,
    }
  }
  return async (declaration, startedAt) => {
    const known = found.get(declaration) ?? new Map<number, Promise<Record<string, unknown>>>()
    found.set(declaration, known)
    const columns = known.get(startedAt.getTime()) ?? columnsOf(declaration, startedAt)
    known.set(startedAt.getTime(), columns)
    return { id: newId(), ...await columns }
  }
}
