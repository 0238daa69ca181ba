// Taking over: answers from the register of processing activities, marked with where they come from and when; and what has changed there since.
import { dayOf } from '../../../ground/clock.ts'
import { newId } from '../../../ground/ids.ts'
import { insertRows } from '../../../ground/insert-rows.ts'
import { NotFound } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { loadLookupsFor } from '../../../register-kit/lookups.ts'
import { loadEntry } from '../../../register-kit/perform.ts'
import { canonical, type Json } from '../../../questionnaires/national-file/shape.ts'
import { addressesOf, type AnswerValue, isFilled } from '../../../questionnaires/sheet.ts'
import { parseAddress } from '../../../questionnaires/item.ts'
import { processingActivities } from '../../processing-activities/register.ts'
import { loadFilling, type OpenFilling } from './fillings.ts'
import { type TakenAnswer, takenAnswers } from './taken-answers.ts'

/** What the register says now that an answer doesn't: `isOwn` when somebody changed the answer by hand. */
export type Offered = TakenAnswer & { readonly now: AnswerValue | undefined; readonly takenOn: string | null; readonly isOwn: boolean }

/** Fills in what is empty; what somebody answered stays as it is. Gives how many answers came. */
export async function takeOver(scope: Scope, assessmentId: string): Promise<number> {
  const opened = await loadFilling(scope, assessmentId)
  const taken = await readTaken(scope, opened)
  if (!taken) return 0
  const started = new Set([...opened.sheet.answers.keys()].map((address) => opened.sheet.definition.byId.get(parseAddress(address).id)?.repeats?.id).filter((id) => id !== undefined))
  const fresh = taken.answers.filter(({ address }) => {
    const group = opened.sheet.definition.byId.get(parseAddress(address).id)?.repeats
    return !opened.answers.has(address) && !(group && started.has(group.id))
  })
  const groups = new Set(fresh.map(({ address }) => opened.sheet.definition.byId.get(parseAddress(address).id)?.repeats?.id))
  await insertRows(scope.tx, 'assessment_copy', taken.copies.filter(({ group }) => groups.has(group) && !opened.sheet.copies.some((one) => one.group === group))
    .map(({ group, index, parent, position }) => ({ organisation_id: scope.organisation.id, assessment_id: assessmentId, item: group, index, parent, position, removed_at: null })))
  await writeTaken(scope, opened, fresh)
  return fresh.length
}

/** What changed in the register since, and what is there now that isn't here; empty when nothing was taken over. */
export async function offeredNow(scope: Scope, opened: OpenFilling): Promise<Offered[]> {
  const taken = await readTaken(scope, opened)
  return (taken?.answers ?? []).flatMap((one) => {
    const here = opened.answers.get(one.address)
    const before = here?.takenFrom
    const question = opened.sheet.definition.byId.get(parseAddress(one.address).id)!
    // A copy that isn't there was removed, or is another's now.
    if (!addressesOf(opened.sheet, question).includes(one.address)) return []
    if (isSame(one.value, here?.value) || (before && isSame(before.value, one.value)) || (!before && isFilled(here?.value, question))) return []
    return [{ ...one, now: here?.value, takenOn: before?.on ?? null, isOwn: before !== undefined && before !== null && !isSame(before.value, here?.value) }]
  })
}

/** Takes over what a person chose of that. */
export async function takeOffered(scope: Scope, assessmentId: string, addresses: ReadonlySet<string>): Promise<number> {
  const opened = await loadFilling(scope, assessmentId)
  const chosen = (await offeredNow(scope, opened)).filter(({ address }) => addresses.has(address))
  await writeTaken(scope, opened, chosen)
  return chosen.length
}

async function readTaken(scope: Scope, { filling, sheet }: OpenFilling) {
  if (filling.processing === null) return undefined
  try {
    const { input } = await loadEntry(scope, processingActivities, filling.processing)
    return takenAnswers(sheet.definition, processingActivities.fields, input, await loadLookupsFor(scope, processingActivities.fields, [input]))
  } catch (error) {
    // Whoever may not see the entry isn't offered what it says.
    if (error instanceof NotFound) return undefined
    throw error
  }
}

async function writeTaken(scope: Scope, { filling, answers }: OpenFilling, taken: readonly TakenAnswer[]): Promise<void> {
  const [who, organisation_id, assessment_id] = [personOf(scope.actor), scope.organisation.id, filling.assessmentId]
  const from = (one: TakenAnswer) => ({ field: one.field, on: dayOf(scope.now), value: one.value })
  await insertRows(scope.tx, 'assessment_answer_change', taken.map((one) => ({ organisation_id, id: newId(), assessment_id, address: one.address, at: scope.now, by: who, cause: 'taken_over', was: answers.get(one.address)?.value ?? null, becomes: one.value })))
  for (const one of taken.filter(({ address }) => answers.has(address))) {
    await scope.tx.updateTable('assessment_answer').set(({ eb }) => ({ value: JSON.stringify(one.value), revision: eb('revision', '+', 1), edited_at: scope.now, edited_by: who, taken_from: JSON.stringify(from(one)) }))
      .where('organisation_id', '=', organisation_id).where('assessment_id', '=', assessment_id).where('address', '=', one.address).execute()
  }
  await insertRows(scope.tx, 'assessment_answer', taken.filter(({ address }) => !answers.has(address))
    .map((one) => ({ organisation_id, assessment_id, address: one.address, value: one.value, revision: 1, edited_at: scope.now, edited_by: who, said: null, taken_from: from(one), reworded: null })))
}

function isSame(one: AnswerValue, other: AnswerValue | undefined): boolean {
  return other !== undefined && canonical(one as Json) === canonical(other as Json)
}
