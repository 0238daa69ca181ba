// Filling: what the register of assessments asks of the questionnaire that belongs to an assessment: begin it, see how far it is, read it, and fix it.
import type { Block } from '../../../documents/report-shapes.ts'
import { NotFound, Refused } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import { definitionOf } from '../../../questionnaires/definition.ts'
import type { Definition, DefinitionKey } from '../../../questionnaires/item.ts'
import { allQuestions, isOptional, type QuestionPart } from '../../../questionnaires/layout.ts'
import { outcomeOf, type Outcome } from '../../../questionnaires/prescan-outcome.ts'
import { addressesOf, type AnswerValue, isFilled } from '../../../questionnaires/sheet.ts'
import { loadFilling, type OpenFilling } from './fillings.ts'
import { blocksOf } from './report-blocks.ts'
import { takeOver } from './taking-over.ts'

export type FillingState = {
  readonly definition: DefinitionKey
  readonly version: string
  /** A newer version of the same questionnaire is there. */
  readonly newerVersion: string | null
  /** Of the questions that are asked now: answered, not answered though somebody should, and all. */
  readonly answered: number
  readonly open: number
  readonly total: number
  /** Sections that a person marked as done, in the order of the form. */
  readonly completedTasks: readonly string[]
  /** Questions where two people wrote at the same time and nobody chose yet. */
  readonly conflicts: number
  readonly remarks: number
  readonly frozenAt: Date | null
  /** Of a pre-scan; null for other questionnaires. */
  readonly outcome: Outcome | null
}

/** Begins a questionnaire, in its newest version; `prefilled` names the processing activity whose entry in the register is taken over. Beginning twice changes nothing. */
export async function openFilling(scope: Scope, assessmentId: string, definitionKey: DefinitionKey, prefilled: { readonly processing: string } | null = null): Promise<void> {
  const { version } = definitionOf(definitionKey)
  const made = await scope.tx.insertInto('assessment_filling')
    .values({ organisation_id: scope.organisation.id, assessment_id: assessmentId, definition: definitionKey, version, opened_at: scope.now, opened_by: personOf(scope.actor), processing: prefilled?.processing ?? null })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (prefilled && Number(made.numInsertedOrUpdatedRows ?? 0) > 0) await takeOver(scope, assessmentId)
}

/** Null when nobody began. */
export async function fillingState(scope: Scope, assessmentId: string): Promise<FillingState | null> {
  const opened = await loadFilling(scope, assessmentId).catch(ifAbsent)
  if (!opened) return null
  const count = async (table: 'assessment_conflict' | 'assessment_remark') => Number((await scope.tx.selectFrom(table).select((e) => e.fn.countAll().as('count'))
    .where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).where('resolved_at', 'is', null).executeTakeFirstOrThrow()).count)
  return stateOf(opened, { conflicts: await count('assessment_conflict'), remarks: await count('assessment_remark') })
}

/** The answers to a question, for each time that it is there; empty when there are none. */
export async function answerOf(scope: Scope, assessmentId: string, questionId: string): Promise<AnswerValue[]> {
  const opened = await loadFilling(scope, assessmentId).catch(ifAbsent)
  const question = opened?.sheet.definition.byId.get(questionId)
  return opened && question ? addressesOf(opened.sheet, question).flatMap((address) => opened.sheet.answers.has(address) ? [opened.sheet.answers.get(address)!] : []) : []
}

/** The questionnaire as it is filled in, for a report: a heading a section, tables where a group is there several times. @throws NotFound when nobody began */
export async function reportBlocks(scope: Scope, assessmentId: string): Promise<Block[]> {
  const { sheet } = await loadFilling(scope, assessmentId)
  return blocksOf(sheet)
}

/** From here on nothing changes. @throws Refused while two texts wait for a choice */
export async function freeze(scope: Scope, assessmentId: string): Promise<void> {
  const state = await fillingState(scope, assessmentId)
  if (!state) throw new NotFound(t('Er is nog geen vragenlijst begonnen.', 'No questionnaire was begun yet.'))
  if (state.conflicts > 0) throw new Refused(t('Bij een of meer vragen schreven twee mensen tegelijk. Kies daar eerst welk antwoord geldt.', 'At one or more questions two people wrote at the same time. Choose first which answer holds there.'))
  await setFrozen(scope, assessmentId, scope.now)
}

/** For a revision of what was final. */
export async function thaw(scope: Scope, assessmentId: string): Promise<void> {
  await setFrozen(scope, assessmentId, null)
}

export function stateOf({ filling, sheet, completed }: OpenFilling, waiting: { readonly conflicts: number; readonly remarks: number }): FillingState {
  const counts = countsOf(allQuestions(sheet), sheet.answers)
  return {
    definition: filling.definition, version: filling.version, newerVersion: newerThan(sheet.definition), ...counts, ...waiting, frozenAt: filling.frozenAt,
    completedTasks: sheet.definition.sections.flatMap(({ id }) => completed.has(id) ? [id] : []), outcome: filling.definition === 'prescan' ? outcomeOf(sheet, completed) : null,
  }
}

export function countsOf(questions: readonly QuestionPart[], answers: ReadonlyMap<string, AnswerValue>): { readonly answered: number; readonly open: number; readonly total: number } {
  const asked = questions.filter(({ isAsked }) => isAsked)
  const answered = asked.filter(({ item, address }) => isFilled(answers.get(address), item))
  return { answered: answered.length, open: asked.filter(({ item, address }) => !isOptional(item) && !isFilled(answers.get(address), item)).length, total: asked.length }
}

function newerThan({ key, version }: Definition): string | null {
  const newest = definitionOf(key).version
  return newest === version ? null : newest
}

async function setFrozen(scope: Scope, assessmentId: string, at: Date | null): Promise<void> {
  await scope.tx.updateTable('assessment_filling').set({ frozen_at: at }).where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).execute()
}

function ifAbsent(error: unknown): undefined {
  if (error instanceof NotFound) return undefined
  throw error
}
