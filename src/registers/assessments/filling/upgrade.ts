// Upgrade: a newer version of a questionnaire under open answers: they stay by their ids; a person confirms each whose question now asks something else.
import { sql } from 'kysely'
import { newId } from '../../../ground/ids.ts'
import { insertRows } from '../../../ground/insert-rows.ts'
import { NotFound, Refused } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import { compareDefinitions, type Difference } from '../../../questionnaires/compare-definitions.ts'
import { definitionOf } from '../../../questionnaires/definition.ts'
import { parseAddress } from '../../../questionnaires/item.ts'
import { allQuestions } from '../../../questionnaires/layout.ts'
import { plainWords } from '../../../questionnaires/description.ts'
import { type KeptAnswer, loadFilling, mustBeOpen, type OpenFilling } from './fillings.ts'

export type Upgrade = Difference & { readonly version: string; /** Answers to questions that are gone, and to questions that ask something else. */ readonly goneAnswers: readonly KeptAnswer[]; readonly rewordedAnswers: readonly KeptAnswer[] }

/** What the newest version would change; null when this is the newest. */
export function upgradeOf({ filling, answers, sheet }: OpenFilling): Upgrade | null {
  const newest = definitionOf(filling.definition)
  if (newest.version === filling.version) return null
  const difference = compareDefinitions(sheet.definition, newest)
  const of = (ids: readonly string[]) => [...answers.values()].filter(({ address }) => ids.includes(parseAddress(address).id))
  return { ...difference, version: newest.version, goneAnswers: of(difference.gone.map(({ id }) => id)), rewordedAnswers: of(difference.reworded.map(({ to }) => to.id)) }
}

/** @throws Refused when there is no newer version */
export async function upgradeFilling(scope: Scope, assessmentId: string): Promise<void> {
  const opened = await loadFilling(scope, assessmentId)
  mustBeOpen(opened.filling)
  const upgrade = upgradeOf(opened)
  if (!upgrade) throw new Refused(t('Dit is al de nieuwste versie van de vragenlijst.', 'This is the newest version of the questionnaire already.'))
  const [organisation_id, assessment_id] = [scope.organisation.id, assessmentId]
  await scope.tx.updateTable('assessment_filling').set({ version: upgrade.version }).where('organisation_id', '=', organisation_id).where('assessment_id', '=', assessment_id).execute()
  for (const { from } of upgrade.reworded) {
    const addresses = upgrade.rewordedAnswers.filter(({ address }) => parseAddress(address).id === from.id).map(({ address }) => address)
    if (addresses.length === 0) continue
    await sql`update assessment_answer set reworded = ${JSON.stringify({ version: opened.filling.version, words: plainWords(from.words) })}::jsonb
      where organisation_id = ${organisation_id} and assessment_id = ${assessment_id} and address = any(${addresses})`.execute(scope.tx)
  }
  await insertRows(scope.tx, 'assessment_answer_change', [...upgrade.goneAnswers, ...upgrade.rewordedAnswers].map(({ address, value }) => ({ organisation_id, id: newId(), assessment_id, address, at: scope.now, by: personOf(scope.actor), cause: 'upgraded', was: value, becomes: value })))
  // A section that asks more than when it was marked as done isn't done.
  const touched = [...new Set([...upgrade.added, ...upgrade.reworded.map(({ to }) => to)].map(({ section }) => section.id))]
  await sql`delete from assessment_section where organisation_id = ${organisation_id} and assessment_id = ${assessment_id} and section = any(${touched})`.execute(scope.tx)
}

/** Somebody read the question as it is now, and the answer still holds. @throws NotFound when nothing waits */
export async function confirmReworded(scope: Scope, assessmentId: string, address: string): Promise<void> {
  const done = await scope.tx.updateTable('assessment_answer').set({ reworded: null })
    .where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).where('address', '=', address).where('reworded', 'is not', null).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new NotFound()
}

/** Answers that stand nowhere in the questionnaire now: their question is gone, or the group that they were in. */
export function closedAnswers({ answers, sheet }: OpenFilling): KeptAnswer[] {
  const placed = new Set(allQuestions(sheet).map(({ address }) => address))
  return [...answers.values()].filter(({ address }) => !placed.has(address)).toSorted((one, other) => one.address.localeCompare(other.address, 'nl', { numeric: true }))
}
