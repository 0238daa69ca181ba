// Copies: repeated groups of a questionnaire, added and taken away; two people may do so at once.
import { sql } from 'kysely'
import { newId } from '../../../ground/ids.ts'
import { insertRows } from '../../../ground/insert-rows.ts'
import { Conflict, NotFound, Refused } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import { addressOf, type Item } from '../../../questionnaires/item.ts'
import { allIndices, indicesOf, nextIndex, type Sheet } from '../../../questionnaires/sheet.ts'
import { loadFilling, mustBeOpen } from './fillings.ts'

const mostCopies = 500

/** Adds a copy at the end; gives its index. @throws NotFound for what is no repeated group, or follows another */
export async function addCopy(scope: Scope, assessmentId: string, groupId: string, within: number | null): Promise<number> {
  const { filling, sheet } = await loadFilling(scope, assessmentId)
  mustBeOpen(filling)
  const group = repeatedGroup(sheet, groupId)
  const parent = group.parent?.repeats ? within : null
  if (group.parent?.repeats && (within === null || !allIndices(sheet, group.parent.repeats).includes(within))) throw new NotFound()
  if (allIndices(sheet, group).length >= mostCopies) throw new Refused(t(`Hier passen er hoogstens ${mostCopies}.`, `At most ${mostCopies} fit here.`))
  const here = indicesOf(sheet, group, parent)
  const row = (index: number, position: number) => ({ organisation_id: scope.organisation.id, assessment_id: assessmentId, item: groupId, index, parent, position, removed_at: null })
  // What was there by itself is there because somebody says so, from now on.
  await scope.tx.insertInto('assessment_copy').values(here.map(row)).onConflict((conflict) => conflict.doNothing()).execute()
  const from = nextIndex(sheet, group)
  for (let index = from; index < from + 20; index++) {
    const made = await scope.tx.insertInto('assessment_copy').values(row(index, here.length + index - from)).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    if (Number(made.numInsertedOrUpdatedRows ?? 0) > 0) return index
  }
  throw new Conflict()
}

/** Takes a copy away with the answers in it; the history keeps them. */
export async function removeCopy(scope: Scope, assessmentId: string, groupId: string, index: number): Promise<void> {
  const { filling, sheet, answers } = await loadFilling(scope, assessmentId)
  mustBeOpen(filling)
  const group = repeatedGroup(sheet, groupId)
  if (!allIndices(sheet, group).includes(index)) throw new NotFound()
  const copies = copiesIn(sheet, group, index)
  const inside = new Set(copies.flatMap((one) => sheet.definition.items.filter((item) => item.repeats === one.group).map(({ id }) => addressOf(id, one.index))))
  const gone = [...answers.values()].filter(({ address }) => inside.has(address))
  const [organisation_id, assessment_id] = [scope.organisation.id, assessmentId]
  await insertRows(scope.tx, 'assessment_answer_change', gone.map(({ address, value }) => ({ organisation_id, id: newId(), assessment_id, address, at: scope.now, by: personOf(scope.actor), cause: 'removed', was: value, becomes: null })))
  await sql`delete from assessment_answer where organisation_id = ${organisation_id} and assessment_id = ${assessment_id} and address = any(${[...inside]})`.execute(scope.tx)
  await sql`update assessment_conflict set resolved_at = ${scope.now}, resolved_by = ${personOf(scope.actor)} where organisation_id = ${organisation_id} and assessment_id = ${assessment_id} and address = any(${[...inside]}) and resolved_at is null`.execute(scope.tx)
  for (const one of copies) {
    const around = one.group.parent?.repeats
    const parent = around ? allIndices(sheet, around).find((within) => indicesOf(sheet, one.group, within).includes(one.index)) ?? null : null
    await scope.tx.insertInto('assessment_copy').values({ organisation_id, assessment_id, item: one.group.id, index: one.index, parent, position: 0, removed_at: scope.now })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'assessment_id', 'item', 'index']).doUpdateSet({ removed_at: scope.now })).execute()
  }
}

function repeatedGroup({ definition }: Sheet, groupId: string): Item {
  const group = definition.byId.get(groupId)
  if (!group?.isRepeatable) throw new NotFound()
  if (group.mappedFrom !== null) throw new Refused(t(`Dit volgt vraag ${group.mappedFrom}: voeg daar iets toe of haal daar iets weg.`, `This follows question ${group.mappedFrom}: add or remove something there.`))
  return group
}

/** The copy itself, and what is repeated within it. */
function copiesIn(sheet: Sheet, group: Item, index: number): { readonly group: Item; readonly index: number }[] {
  const nested = sheet.definition.items.filter((item) => item.isRepeatable && item.parent?.repeats === group && item.mappedFrom === null)
  return [{ group, index }, ...nested.flatMap((inner) => indicesOf(sheet, inner, index).flatMap((one) => copiesIn(sheet, inner, one)))]
}
