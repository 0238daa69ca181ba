// Exchange: a questionnaire out of and into the State's own JSON file, so that what came in goes out the same.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../../ground/ids.ts'
import { insertRows } from '../../../ground/insert-rows.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { definitionOf } from '../../../questionnaires/definition.ts'
import type { DefinitionKey } from '../../../questionnaires/item.ts'
import { allQuestions } from '../../../questionnaires/layout.ts'
import { readNationalFile } from '../../../questionnaires/national-file/read-file.ts'
import { canonical, type FileAnswer, isObject, type Json, type JsonObject, type Kept, type TakenApart } from '../../../questionnaires/national-file/shape.ts'
import { writeNationalFile } from '../../../questionnaires/national-file/write-file.ts'
import type { AnswerValue } from '../../../questionnaires/sheet.ts'
import { findFilling, loadFilling, mustBeOpen } from './fillings.ts'
import { keepFilePicture, toFileValue } from './pictures.ts'

/** What stays of the file beside its answers; `digest` is of the whole, to see whether anything changed since. */
type FileKept = Kept & { readonly digest: string }

export type Imported = { readonly answers: number; readonly version: string; readonly strays: number; readonly migrations: readonly string[] }

/** The file, with everything that is kept; with `isVisibleOnly` without answers to questions that aren't asked now, as the State's own form writes it. */
export async function exportFile(scope: Scope, assessmentId: string, { isVisibleOnly = false } = {}): Promise<{ readonly name: string; readonly text: string }> {
  const { filling, sheet, completed } = await loadFilling(scope, assessmentId)
  const { rows } = await sql<{ address: string; value: AnswerValue; at: Date; said: JsonObject | null }>`select address, value, edited_at as at, said from assessment_answer
    where organisation_id = ${scope.organisation.id} and assessment_id = ${assessmentId} order by address`.execute(scope.tx)
  const hidden = new Set(isVisibleOnly ? allQuestions(sheet).flatMap(({ address, isAsked }) => isAsked ? [] : [address]) : [])
  const answers: FileAnswer[] = []
  for (const { address, value, at, said } of rows) if (!hidden.has(address)) answers.push({ address, value: await toFileValue(scope, assessmentId, value), said: { lastEditedAt: at.toISOString(), ...said } })
  const row = await scope.tx.selectFrom('assessment_filling').select('file_kept').where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).executeTakeFirstOrThrow()
  const kept = row.file_kept as FileKept | null
  const write = (createdAt: string) => writeNationalFile({ definition: sheet.definition, answers, copies: sheet.copies, completed, kept, createdAt })
  const before = kept && typeof kept.metadata.createdAt === 'string' ? write(kept.metadata.createdAt) : undefined
  const file = before && digestOf(before) === kept!.digest ? before : write(scope.now.toISOString())
  return { name: `${filling.definition}-${filling.version}.json`, text: JSON.stringify(file, null, 4) }
}

/** Puts a file in the place of everything that was filled in; what stood there is in the history. @throws Invalid saying what is wrong and where; nothing is then changed */
export async function importFile(scope: Scope, assessmentId: string, text: string, definition: DefinitionKey): Promise<Imported> {
  const taken = readNationalFile(text, definition)
  await placeFor(scope, assessmentId, taken)
  const [who, organisation_id, assessment_id] = [personOf(scope.actor), scope.organisation.id, assessmentId]
  const before = (await loadFilling(scope, assessmentId)).answers
  const values = new Map<string, AnswerValue>()
  for (const { address, value } of taken.answers) values.set(address, isObject(value as Json) ? await keepFilePicture(scope, assessmentId, value as JsonObject & { data: string }, `answers.${address}`) : value as AnswerValue)
  const changed = [...new Set([...before.keys(), ...values.keys()])].filter((address) => canonical((before.get(address)?.value ?? null) as Json) !== canonical((values.get(address) ?? null) as Json) || before.has(address) !== values.has(address))
  await insertRows(scope.tx, 'assessment_answer_change', changed.map((address) => ({
    organisation_id, id: newId(), assessment_id, address, at: scope.now, by: who, cause: values.has(address) ? 'imported' : 'removed', was: before.get(address)?.value ?? null, becomes: values.get(address) ?? null,
  })))
  for (const table of ['assessment_answer', 'assessment_copy', 'assessment_section'] as const) await scope.tx.deleteFrom(table).where('organisation_id', '=', organisation_id).where('assessment_id', '=', assessment_id).execute()
  await insertRows(scope.tx, 'assessment_answer', taken.answers.map(({ address, said }) => ({
    organisation_id, assessment_id, address, value: values.get(address)!, revision: (before.get(address)?.revision ?? 0) + 1, edited_at: new Date(String(said.lastEditedAt)), edited_by: null, said, taken_from: null, reworded: null,
  })))
  await insertRows(scope.tx, 'assessment_copy', taken.copies.map(({ group, index, parent, position }) => ({ organisation_id, assessment_id, item: group, index, parent, position, removed_at: null })))
  await insertRows(scope.tx, 'assessment_section', taken.completed.map((section) => ({ organisation_id, assessment_id, section, completed_at: scope.now, completed_by: who })))
  return { answers: taken.answers.length, version: taken.version, strays: Object.keys(taken.kept.strays).length, migrations: taken.migrations }
}

async function placeFor(scope: Scope, assessmentId: string, taken: TakenApart): Promise<void> {
  const { key, version, kept } = taken
  const createdAt = typeof kept.metadata.createdAt === 'string' ? kept.metadata.createdAt : scope.now.toISOString()
  const whole = writeNationalFile({ definition: definitionOf(key, version), answers: taken.answers, copies: taken.copies, completed: new Set(taken.completed), kept, createdAt })
  const row = { definition: key, version, file_kept: JSON.stringify({ ...kept, digest: digestOf(whole) }), imported_at: scope.now }
  const made = await scope.tx.insertInto('assessment_filling').values({ organisation_id: scope.organisation.id, assessment_id: assessmentId, opened_at: scope.now, opened_by: personOf(scope.actor), ...row })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (Number(made.numInsertedOrUpdatedRows ?? 0) > 0) return
  mustBeOpen(await findFilling(scope, assessmentId))
  await scope.tx.updateTable('assessment_filling').set(row).where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).execute()
}

function digestOf(file: JsonObject): string {
  return createHash('sha256').update(canonical(file)).digest('hex')
}
