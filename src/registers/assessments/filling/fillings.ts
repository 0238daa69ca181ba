// Fillings: a questionnaire being filled in for an assessment: which one, in which version, and everything that was answered so far.
import { sql } from 'kysely'
import { NotFound, Refused } from '../../../ground/refusals.ts'
import type { Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import { definitionOf } from '../../../questionnaires/definition.ts'
import type { DefinitionKey } from '../../../questionnaires/item.ts'
import type { AnswerValue, Sheet } from '../../../questionnaires/sheet.ts'

export type Filling = {
  readonly assessmentId: string
  readonly definition: DefinitionKey
  readonly version: string
  readonly openedAt: Date
  readonly frozenAt: Date | null
  readonly processing: string | null
  readonly importedAt: Date | null
}

/** One answer as it is kept. `revision` grows by one with each change. */
export type KeptAnswer = {
  readonly address: string
  readonly value: AnswerValue
  readonly revision: number
  readonly editedAt: Date
  readonly editedBy: string | null
  readonly takenFrom: { readonly field: string; readonly on: string; readonly value: AnswerValue } | null
  readonly reworded: { readonly version: string; readonly words: string } | null
}

/** A filling with its answers; `sheet` is what the questionnaire's rules look at. */
export type OpenFilling = { readonly filling: Filling; readonly answers: ReadonlyMap<string, KeptAnswer>; readonly sheet: Sheet; readonly completed: ReadonlySet<string> }

/** @throws NotFound when nobody began */
export async function findFilling(scope: Scope, assessmentId: string): Promise<Filling> {
  const row = await scope.tx.selectFrom('assessment_filling').select(['definition', 'version', 'opened_at', 'frozen_at', 'processing', 'imported_at'])
    .where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).executeTakeFirst()
  if (!row) throw new NotFound(t('Er is nog geen vragenlijst begonnen.', 'No questionnaire was begun yet.'))
  return { assessmentId, definition: row.definition as DefinitionKey, version: row.version, openedAt: row.opened_at, frozenAt: row.frozen_at, processing: row.processing, importedAt: row.imported_at }
}

/** @throws Refused when it may not be changed any more */
export function mustBeOpen(filling: Filling): void {
  if (filling.frozenAt !== null) throw new Refused(t('Deze vragenlijst is vastgesteld en verandert niet meer. Begin een herziening om iets te wijzigen.', 'This questionnaire is final and doesn’t change any more. Begin a revision to change something.'))
}

type AnswerRow = { readonly address: string; readonly value: AnswerValue; readonly revision: number; readonly editedAt: Date; readonly editedBy: string | null; readonly takenFrom: KeptAnswer['takenFrom']; readonly reworded: KeptAnswer['reworded'] }

/** @throws NotFound when nobody began */
export async function loadFilling(scope: Scope, assessmentId: string): Promise<OpenFilling> {
  const filling = await findFilling(scope, assessmentId)
  const rows = (await sql<AnswerRow>`select address, value, revision, edited_at as "editedAt", edited_by as "editedBy", taken_from as "takenFrom", reworded from assessment_answer
    where organisation_id = ${scope.organisation.id} and assessment_id = ${assessmentId}`.execute(scope.tx)).rows
  const copies = await scope.tx.selectFrom('assessment_copy').select(['item', 'index', 'parent', 'position', 'removed_at']).where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).execute()
  const completed = await scope.tx.selectFrom('assessment_section').select('section').where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).execute()
  return {
    filling, completed: new Set(completed.map(({ section }) => section)), answers: new Map(rows.map((row) => [row.address, row])),
    sheet: {
      definition: definitionOf(filling.definition, filling.version), answers: new Map(rows.map(({ address, value }) => [address, value])),
      copies: copies.map(({ item, index, parent, position, removed_at }) => ({ group: item, index, parent, position, isRemoved: removed_at !== null })),
    },
  }
}
