// Actions: what each verb does to a processing activity. Doors (pages, import, jobs, demo) call these and nothing below them.
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotAllowed, Refused } from '../../ground/refusals.ts'
import { hasRole, personOf, type Scope } from '../../ground/scope.ts'
import { changesBetween } from '../../register-kit/changes.ts'
import { emptyInput } from '../../register-kit/field-types.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { type Lookups, tidy } from '../../register-kit/parse.ts'
import { addProposal, changeProposal, dropProposal } from '../../register-kit/proposals.ts'
import { addAdvice, addRemark, answerRemark, type Outcome, readAdvice, readRemarks } from '../../register-kit/remarks.ts'
import { dropSearch, putSearch } from '../../register-kit/search-text.ts'
import { deleteEntries, insertEntries, type SystemRow } from '../../register-kit/store.ts'
import { freezeVersions } from '../../register-kit/versions.ts'
import { type ActivityInput, fields } from './declaration.ts'
import { mayDo, verbs } from './lifecycle.ts'
import { newNumber, refuseTakenNumber } from './numbers.ts'
import { type Activity, assertNothingBlocks, perform, refreshFindings, sortName } from './perform.ts'
import { processingActivities } from './register.ts'
import { reviewEvery } from './review-term.ts'

/** A new draft. It may be incomplete; only the name is needed, so that it can be found again. Gives its id. */
export async function createActivity(scope: Scope, input: ActivityInput): Promise<string> {
  if (!hasRole(scope.actor, ...verbs.create.roles) && scope.actor.kind !== 'system') throw new NotAllowed('Uw rol staat niet toe dat u verwerkingen aanmaakt.')
  assertNamed(input)
  if (!mayDo(scope.actor, 'create', input.department)) throw new Invalid([{ at: 'department', message: 'U kunt alleen verwerkingen aanmaken voor uw eigen afdeling. Kies die afdeling.' }])
  await refuseTakenNumber(scope, input.number)
  const entry = newEntry(scope, input, { status: 'draft' })
  await insertEntries(scope.tx, processingActivities, scope.organisation.id, [entry])
  await settleNew(scope, [entry], 'create')
  return entry.system.id
}

/** Changes a draft, or the proposal beside an active entry. */
export async function changeActivity(scope: Scope, entryId: string, input: ActivityInput, revision: number): Promise<void> {
  assertNamed(input)
  await perform(scope, 'change', entryId, async (activity) => {
    await refuseTakenNumber(scope, input.number, entryId)
    refuseForeignDepartment(scope, activity, input)
    const numbered = { ...input, number: input.number ?? activity.input.number }
    if (!activity.proposal) return { input: numbered }
    const changes = changesBetween(fields, activity.proposal.input, numbered)
    const next = activity.system.revision + (changes.length > 0 ? 1 : 0)
    await changeProposal(scope, processingActivities, entryId, { status: 'draft', revision: next, input: numbered })
    return { changes, system: { revision: next }, note: 'voorstel' }
  }, { revision })
}

/** Starts a proposal beside an active entry, as a copy of what is in force. */
export async function proposeChange(scope: Scope, entryId: string): Promise<void> {
  await perform(scope, 'propose', entryId, async (activity) => {
    const revision = activity.system.revision + 1
    await addProposal(scope, processingActivities, entryId, { baseVersion: activity.system.version, input: activity.input, revision })
    return { system: { revision } }
  })
}

export async function dropProposedChange(scope: Scope, entryId: string): Promise<void> {
  await perform(scope, 'drop_proposal', entryId, () => dropProposal(scope, processingActivities, entryId))
}

/** Offers a draft or proposal to the DPO. @throws Invalid when something is missing without which it can't come into force. */
export async function submitActivity(scope: Scope, entryId: string): Promise<void> {
  await perform(scope, 'submit', entryId, async (activity, lookups) => {
    assertNothingBlocks(scope, workingInput(activity), activity.system, lookups)
    return setWorkStatus(scope, activity, 'in_review')
  })
}

export async function withdrawActivity(scope: Scope, entryId: string): Promise<void> {
  await perform(scope, 'withdraw', entryId, (activity) => setWorkStatus(scope, activity, 'draft'))
}

/** The DPO's test of what was offered (art. 39 lid 1 onder b AVG): an outcome, and remarks in free words. */
export async function adviseOnActivity(scope: Scope, entryId: string, advice: { outcome: Outcome; note: string | null }): Promise<void> {
  const note = advice.note === null ? null : tidy(advice.note, true) || null
  if (advice.outcome !== 'agreed' && note === null) throw new Invalid([{ at: 'note', message: 'Schrijf op wat u opmerkt, zodat de eigenaar kan antwoorden.' }])
  await perform(scope, 'advise', entryId, async (activity) => {
    await addAdvice(scope, processingActivities, entryId, { revision: workingRevision(activity), outcome: advice.outcome, note })
    // Words of an advice that isn't plain agreement must be answered too, so they stand as a remark.
    if (advice.outcome !== 'agreed' && note !== null) await addRemark(scope, processingActivities, entryId, { field: null, body: note })
    return { note: advice.outcome }
  })
}

export async function remarkOnActivity(scope: Scope, entryId: string, remark: { field: string | null; body: string }): Promise<void> {
  const body = tidy(remark.body, true)
  const faults: Fault[] = []
  if (body === '') faults.push({ at: 'body', message: 'Schrijf de opmerking op.' })
  if (body.length > 10_000) faults.push({ at: 'body', message: 'Deze opmerking is te lang; er passen 10.000 tekens.' })
  if (remark.field !== null && !Object.hasOwn(fields, remark.field)) faults.push({ at: 'field', message: 'Dit veld bestaat niet.' })
  if (faults.length > 0) throw new Invalid(faults)
  await perform(scope, 'remark', entryId, async () => {
    await addRemark(scope, processingActivities, entryId, { field: remark.field, body })
  })
}

export async function answerOnActivity(scope: Scope, entryId: string, remarkId: string, answer: string): Promise<void> {
  const words = tidy(answer, true)
  if (words === '' || words.length > 10_000) throw new Invalid([{ at: 'answer', message: words === '' ? 'Schrijf een antwoord.' : 'Dit antwoord is te lang; er passen 10.000 tekens.' }])
  await perform(scope, 'answer', entryId, async () => {
    if (!(await answerRemark(scope, processingActivities, entryId, remarkId, words))) throw new Refused('Deze opmerking is al beantwoord, of bestaat niet meer.')
  })
}

/** Brings a tested draft or proposal into force, in the body's name, as the next version. */
export async function activateActivity(scope: Scope, entryId: string, note: string | null = null): Promise<void> {
  await perform(scope, 'activate', entryId, async (activity, lookups) => {
    await assertTested(scope, activity)
    const input = workingInput(activity)
    assertNothingBlocks(scope, input, activity.system, lookups)
    const version = activity.system.version + 1
    if (activity.proposal) await dropProposal(scope, processingActivities, entryId)
    await freezeVersions(scope, processingActivities, [{ id: entryId, version, input, note }], lookups)
    // Tested and activated here: what an import once brought in untested is so no longer.
    return { input, note, system: { status: 'active', version, imported_by: null, ...await reviewedToday(scope) } }
  })
}

/** Somebody looked at an active entry and found it right (H-07: yearly). */
export async function reviewActivity(scope: Scope, entryId: string, note: string | null = null): Promise<void> {
  await perform(scope, 'review', entryId, async () => ({ note, system: await reviewedToday(scope) }))
}

export async function endActivity(scope: Scope, entryId: string, reason: string): Promise<void> {
  const note = tidy(reason, true)
  if (note === '') throw new Invalid([{ at: 'reason', message: 'Schrijf op waarom de verwerking stopt.' }])
  await perform(scope, 'end', entryId, () => ({ note, system: { status: 'ended', ended_on: dayOf(scope.now), review_due_on: null } }))
}

/** Removes a draft that never was in force. Its history stays. */
export async function removeActivity(scope: Scope, entryId: string): Promise<void> {
  await perform(scope, 'remove', entryId, () => undefined)
  await removeEntries(scope, [entryId])
}

/** Takes entries away with their findings and search text; their history stays. The caller has checked that this may be done. */
export async function removeEntries(scope: Scope, ids: readonly string[]): Promise<void> {
  await dropSearch(scope, processingActivities, ids)
  await scope.tx.deleteFrom('finding').where('organisation_id', '=', scope.organisation.id).where('register', '=', processingActivities.key).where('entry_id', 'in', [...ids]).execute()
  await deleteEntries(scope.tx, processingActivities, scope.organisation.id, ids)
}

export type NewEntry = { system: SystemRow & { sort_name: string }; input: ActivityInput }

/** The row of a new entry; a number is given where it has none. */
export function newEntry(scope: Scope, input: ActivityInput, system: Partial<SystemRow>): NewEntry {
  const who = personOf(scope.actor)
  const numbered = { ...input, number: input.number ?? newNumber() }
  return {
    input: numbered,
    system: {
      id: newId(), status: 'draft', revision: 1, version: 0, created_at: scope.now, created_by: who, updated_at: scope.now, updated_by: who, reviewed_on: null, review_due_on: null,
      ended_on: null, imported_by: null, findings_blocking: 0, findings_serious: 0, findings_attention: 0, ...system, sort_name: sortName(numbered),
    },
  }
}

/** History, search and findings of new entries. */
export async function settleNew(scope: Scope, entries: readonly NewEntry[], verb: 'create' | 'import', causeId: string | null = null, known?: Lookups): Promise<void> {
  const lookups = known ?? await loadLookupsFor(scope, fields, entries.map(({ input }) => input))
  const nothing = emptyInput(fields)
  await writeHistory(scope, processingActivities.key, entries.map(({ system, input }) => ({ entryId: system.id, verb, revision: 1, changes: changesBetween(fields, nothing, input) })), causeId)
  await putSearch(scope, processingActivities, entries.map(({ system, input }) => ({ id: system.id, input })), lookups)
  await refreshFindings(scope, entries.map(({ system, input }) => ({ id: system.id, system, input, isNew: true })), lookups)
}

/** What is being worked on: the proposal where there is one. */
export function workingInput(activity: Activity): ActivityInput {
  return (activity.proposal?.input as ActivityInput | undefined) ?? activity.input
}

export function workingRevision(activity: Activity): number {
  return activity.proposal?.revision ?? activity.system.revision
}

async function setWorkStatus(scope: Scope, activity: Activity, status: 'draft' | 'in_review') {
  if (!activity.proposal) return { system: { status } }
  await changeProposal(scope, processingActivities, activity.id, { status, revision: activity.proposal.revision, input: activity.proposal.input })
  return { note: 'voorstel' }
}

/** The test must be of this very text, and what it brought up answered (H-50). */
async function assertTested(scope: Scope, activity: Activity): Promise<void> {
  const advice = await readAdvice(scope, processingActivities, activity.id)
  if (!advice.some(({ revision }) => revision === workingRevision(activity))) throw new Refused('De FG heeft deze tekst nog niet getoetst. Activeren kan daarna.')
  const open = (await readRemarks(scope, processingActivities, activity.id)).filter((remark) => remark.answer === null)
  if (open.length > 0) throw new Refused(`Beantwoord eerst ${open.length === 1 ? 'de opmerking die openstaat' : `de ${open.length} opmerkingen die openstaan`}.`)
}

async function reviewedToday(scope: Scope): Promise<Partial<SystemRow>> {
  const today = dayOf(scope.now)
  return { reviewed_on: today, review_due_on: dayAfter(today, reviewEvery(scope.organisation.profile)) }
}

function assertNamed(input: ActivityInput): void {
  if (input.name === null) throw new Invalid([{ at: 'name', message: 'Geef de verwerking een naam.' }])
}

/** An owner keeps entries within the own departments; only the privacy officer moves them elsewhere. */
function refuseForeignDepartment(scope: Scope, activity: Activity, input: ActivityInput): void {
  if (input.department !== activity.input.department && !mayDo(scope.actor, 'change', input.department)) {
    throw new Invalid([{ at: 'department', message: 'U kunt deze verwerking alleen aan uw eigen afdeling geven. Vraag de privacy officer om haar te verplaatsen.' }])
  }
}
