// Perform: the one corridor for a change to a processing activity: visible > permitted > allowed now > done > findings, history, search.
import { sql } from 'kysely'
import { dayOf } from '../../ground/clock.ts'
import { fold } from '../../ground/letters.ts'
import { Conflict, Invalid, NotAllowed, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { changesBetween } from '../../register-kit/changes.ts'
import { putFindings } from '../../register-kit/findings.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import type { Lookups } from '../../register-kit/parse.ts'
import { type Proposal, readProposal } from '../../register-kit/proposals.ts'
import { entriesWithOpenRemarks } from '../../register-kit/remarks.ts'
import { putSearch } from '../../register-kit/search-text.ts'
import { loadEntries, type Stored, type SystemRow, updateEntries } from '../../register-kit/store.ts'
import type { ActivityInput, fields, Status } from './declaration.ts'
import { mayDo, type Verb, verbs, type Work } from './lifecycle.ts'
import { processingActivities } from './register.ts'
import { findingsOf, type RuleContext } from './rules.ts'
import { visibleActivities } from './visibility.ts'

export type Activity = {
  readonly id: string
  readonly system: SystemRow
  /** What is in force (or drafted, while it never was). */
  readonly input: ActivityInput
  readonly proposal: Proposal | undefined
}

/** What an act changes; what it leaves out stays as it is. */
export type Outcome = { readonly input?: ActivityInput; readonly system?: Partial<SystemRow>; readonly note?: string | null; readonly changes?: readonly { field: string; before: unknown; after: unknown }[] }

/**
 * Does a verb on one entry in the scope's transaction. `act` gets the entry, locked, and says what changes.
 * @throws NotFound when it isn't there or may not be seen, NotAllowed by role, Refused by state, Conflict when `revision` isn't the present one.
 */
export async function perform(scope: Scope, verb: Verb, entryId: string, act: (activity: Activity, lookups: Lookups) => Promise<Outcome | void> | Outcome | void, options: { revision?: number } = {}): Promise<void> {
  const activity = await loadActivity(scope, entryId, { lock: true })
  const work = workOf(activity)
  if (!mayDo(scope.actor, verb, work.department)) throw new NotAllowed(`Uw rol staat “${verbs[verb].words.nl.toLowerCase()}” hier niet toe.`)
  if (!verbs[verb].when(work)) throw new Refused(`“${verbs[verb].words.nl}” kan nu niet: deze verwerking is ${sayState(work)}.`)
  if (options.revision !== undefined && options.revision !== activity.system.revision) throw new Conflict()
  const before = await loadLookupsFor(scope, processingActivities.fields, [activity.input, activity.proposal?.input ?? {}])
  const outcome = await act(activity, before) ?? {}
  const input = outcome.input ?? activity.input
  const lookups = outcome.input ? await loadLookupsFor(scope, processingActivities.fields, [input]) : before
  const changes = outcome.changes ?? changesBetween(processingActivities.fields, activity.input, input)
  const revision = outcome.system?.revision ?? activity.system.revision + (changes.length > 0 ? 1 : 0)
  const system = {
    ...outcome.system, id: entryId, revision, updated_at: scope.now, updated_by: personOf(scope.actor),
    ...(outcome.input ? { sort_name: sortName(input) } : {}),
  }
  const changed = changesBetween(processingActivities.fields, activity.input, input).map((change) => change.field)
  await updateEntries(scope.tx, processingActivities, scope.organisation.id, [{ system, input, changed }])
  await writeHistory(scope, processingActivities.key, [{ entryId, verb, changes, revision: changes.length > 0 ? revision : null, note: outcome.note ?? null }])
  if (changed.length > 0) await putSearch(scope, processingActivities, [{ id: entryId, input }], lookups)
  await refreshFindings(scope, [{ id: entryId, system: { ...activity.system, ...system }, input }], lookups)
}

/** One entry that the actor may see, with its proposal. @throws NotFound */
export async function loadActivity(scope: Scope, entryId: string, options: { lock?: boolean } = {}): Promise<Activity> {
  const visible = await sql`select from processing_activity t where t.organisation_id = ${scope.organisation.id} and t.id = ${entryId} and ${visibleActivities(scope.actor)}`.execute(scope.tx)
  if (visible.rows.length === 0) throw new NotFound('Deze verwerking bestaat niet, of u mag haar niet zien.')
  const [stored] = await loadEntries(scope.tx, processingActivities, scope.organisation.id, [entryId], options) as [Stored<typeof fields>]
  return { id: entryId, system: stored.system, input: stored.input, proposal: await readProposal(scope, processingActivities, entryId) }
}

export function workOf(activity: Activity): Work {
  return { status: activity.system.status as Status, department: activity.input.department, proposal: activity.proposal?.status ?? 'none' }
}

/** Works out the findings of entries anew and keeps them. */
export async function refreshFindings(scope: Scope, entries: readonly { id: string; system: SystemRow; input: ActivityInput; isNew?: boolean }[], lookups: Lookups): Promise<void> {
  const open = await entriesWithOpenRemarks(scope, processingActivities, entries.flatMap(({ id, isNew }) => isNew ? [] : [id]))
  await putFindings(scope, processingActivities, entries.map(({ id, system, input, isNew }) => ({ id, isNew, findings: findingsOf(input, ruleContext(scope, system, lookups, open.has(id))) })))
}

export function ruleContext(scope: Scope, system: Pick<SystemRow, 'status' | 'review_due_on' | 'imported_by'>, lookups: Lookups, hasOpenRemarks = false): RuleContext {
  return {
    organisationKind: scope.organisation.kind,
    today: dayOf(scope.now),
    status: system.status as Status,
    reviewDueOn: system.review_due_on,
    isImported: system.imported_by !== null,
    hasOpenRemarks,
    term: (catalogue, key) => lookups.terms.get(catalogue)?.get(key),
  }
}

/** Refuses work that the law doesn't let come into force. */
export function assertNothingBlocks(scope: Scope, input: ActivityInput, system: SystemRow, lookups: Lookups): void {
  const blocking = findingsOf(input, ruleContext(scope, system, lookups)).filter((finding) => finding.severity === 'blocking')
  if (blocking.length > 0) {
    throw new Invalid(blocking.map((finding) => ({ at: finding.field, message: finding.message })), 'Vul eerst aan wat de wet ten minste vraagt.')
  }
}

export function sortName(input: Pick<ActivityInput, 'name'>): string {
  return fold(input.name ?? '')
}

function sayState(work: Work): string {
  if (work.proposal === 'in_review') return 'actief, met een voorstel in toetsing'
  if (work.proposal === 'draft') return 'actief, met een voorstel in concept'
  return { draft: 'een concept', in_review: 'in toetsing', active: 'actief', ended: 'beëindigd' }[work.status]
}
