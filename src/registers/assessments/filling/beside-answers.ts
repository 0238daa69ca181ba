// Beside answers: what people did and said around one: its history, remarks that wait for an answer, texts that two wrote at once, and who works where now.
import { sql } from 'kysely'
import { newId } from '../../../ground/ids.ts'
import { Invalid, NotFound } from '../../../ground/refusals.ts'
import { personOf, type Scope } from '../../../ground/scope.ts'
import { t } from '../../../ground/words.ts'
import type { AnswerValue } from '../../../questionnaires/sheet.ts'
import { findFilling, mustBeOpen } from './fillings.ts'
import { type ChangeCause, questionAt } from './save-answer.ts'

export type AnswerChange = { readonly id: string; readonly at: Date; readonly by: string | null; readonly cause: ChangeCause; readonly was: AnswerValue; readonly becomes: AnswerValue }
export type Remark = { readonly id: string; readonly address: string; readonly text: string; readonly at: Date; readonly by: string | null; readonly resolvedAt: Date | null; readonly resolvedBy: string | null }
export type WaitingText = { readonly id: string; readonly address: string; readonly value: AnswerValue; readonly at: Date; readonly by: string | null; readonly theirs: AnswerValue | null; readonly theirsBy: string | null }

const presentMinutes = 3

/** Newest first; `by` is a name. */
export async function changesOf(scope: Scope, assessmentId: string, address: string): Promise<AnswerChange[]> {
  return (await sql<AnswerChange>`select c.id, c.at, p.name as by, c.cause, c.was, c.becomes from assessment_answer_change c left join person p on p.organisation_id = c.organisation_id and p.id = c.by
    where c.organisation_id = ${scope.organisation.id} and c.assessment_id = ${assessmentId} and c.address = ${address} order by c.id desc limit 200`.execute(scope.tx)).rows
}

/** Oldest first, of one question or of all. */
export async function remarksOf(scope: Scope, assessmentId: string, address: string | null = null): Promise<Remark[]> {
  return (await sql<Remark>`select r.id, r.address, r.text, r.at, p.name as by, r.resolved_at as "resolvedAt", q.name as "resolvedBy" from assessment_remark r
    left join person p on p.organisation_id = r.organisation_id and p.id = r.by left join person q on q.organisation_id = r.organisation_id and q.id = r.resolved_by
    where r.organisation_id = ${scope.organisation.id} and r.assessment_id = ${assessmentId} and (${address}::text is null or r.address = ${address}) order by r.id`.execute(scope.tx)).rows
}

/** @throws NotFound for an unknown question, Invalid at `remark` */
export async function addRemark(scope: Scope, assessmentId: string, address: string, typed: string): Promise<void> {
  questionAt(await findFilling(scope, assessmentId), address)
  const text = typed.trim()
  if (text === '') throw new Invalid([{ at: 'remark', message: t('Schrijf uw opmerking op.', 'Write your remark.') }])
  if (text.length > 4000 || text.includes('\0') || !text.isWellFormed()) throw new Invalid([{ at: 'remark', message: t('Houd uw opmerking korter dan 4.000 tekens.', 'Keep your remark under 4,000 characters.') }])
  await scope.tx.insertInto('assessment_remark').values({ organisation_id: scope.organisation.id, id: newId(), assessment_id: assessmentId, address, text, at: scope.now, by: personOf(scope.actor) }).execute()
}

/** @throws NotFound when it isn't open */
export async function resolveRemark(scope: Scope, assessmentId: string, id: string): Promise<void> {
  const done = await scope.tx.updateTable('assessment_remark').set({ resolved_at: scope.now, resolved_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('assessment_id', '=', assessmentId).where('id', '=', id).where('resolved_at', 'is', null).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new NotFound()
}

/** Texts that wait for a choice, beside the answer that stands. */
export async function waitingTexts(scope: Scope, assessmentId: string): Promise<WaitingText[]> {
  return (await sql<WaitingText>`select c.id, c.address, c.value, c.at, p.name as by, a.value as theirs, q.name as "theirsBy" from assessment_conflict c
    left join assessment_answer a on a.organisation_id = c.organisation_id and a.assessment_id = c.assessment_id and a.address = c.address
    left join person p on p.organisation_id = c.organisation_id and p.id = c.by left join person q on q.organisation_id = a.organisation_id and q.id = a.edited_by
    where c.organisation_id = ${scope.organisation.id} and c.assessment_id = ${assessmentId} and c.resolved_at is null order by c.id`.execute(scope.tx)).rows
}

/** `take` puts the waiting text in the place of the answer, `keep` leaves the answer; both stay in the history. @throws NotFound when somebody chose already */
export async function chooseText(scope: Scope, assessmentId: string, id: string, choice: 'take' | 'keep'): Promise<void> {
  mustBeOpen(await findFilling(scope, assessmentId))
  const [organisationId, who] = [scope.organisation.id, personOf(scope.actor)]
  const waiting = await scope.tx.updateTable('assessment_conflict').set({ resolved_at: scope.now, resolved_by: who })
    .where('organisation_id', '=', organisationId).where('assessment_id', '=', assessmentId).where('id', '=', id).where('resolved_at', 'is', null).returning(['address', 'value', 'by']).executeTakeFirst()
  if (!waiting) throw new NotFound(t('Iemand anders koos hier intussen al.', 'Somebody else has chosen here already.'))
  const value = JSON.stringify(waiting.value)
  const before = await scope.tx.selectFrom('assessment_answer').select('value').where('organisation_id', '=', organisationId).where('assessment_id', '=', assessmentId).where('address', '=', waiting.address).forUpdate().executeTakeFirst()
  const was = JSON.stringify(before?.value ?? null)
  if (choice === 'take') {
    await sql`insert into assessment_answer as a (organisation_id, assessment_id, address, value, revision, edited_at, edited_by) values (${organisationId}, ${assessmentId}, ${waiting.address}, ${value}::jsonb, 1, ${scope.now}, ${waiting.by})
      on conflict (organisation_id, assessment_id, address) do update set value = excluded.value, revision = a.revision + 1, edited_at = excluded.edited_at, edited_by = excluded.edited_by, said = a.said - 'lastEditedAt' - 'lastEditedBy'`.execute(scope.tx)
  }
  // What wasn't taken stands in the history as well: nothing that was written is lost.
  const [from, to] = choice === 'take' ? [was, value] : [value, was]
  await sql`insert into assessment_answer_change (organisation_id, id, assessment_id, address, at, by, cause, was, becomes)
    values (${organisationId}, ${newId()}, ${assessmentId}, ${waiting.address}, ${scope.now}, ${who}, 'chosen', ${from}::jsonb, ${to}::jsonb)`.execute(scope.tx)
}

/** Notes that somebody opened a section. */
export async function notePresence(scope: Scope, assessmentId: string, section: string): Promise<void> {
  const person = personOf(scope.actor)
  if (person === null) return
  await scope.tx.insertInto('assessment_presence').values({ organisation_id: scope.organisation.id, assessment_id: assessmentId, person, section, seen_at: scope.now })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'assessment_id', 'person']).doUpdateSet({ section, seen_at: scope.now })).execute()
}

/** Who else is at work, and where. */
export async function presentOthers(scope: Scope, assessmentId: string): Promise<{ readonly name: string; readonly section: string }[]> {
  const since = new Date(scope.now.getTime() - presentMinutes * 60_000)
  return (await sql<{ name: string; section: string }>`select p.name, s.section from assessment_presence s join person p on p.organisation_id = s.organisation_id and p.id = s.person
    where s.organisation_id = ${scope.organisation.id} and s.assessment_id = ${assessmentId} and s.seen_at >= ${since} and s.person is distinct from ${personOf(scope.actor)}::uuid order by p.name`.execute(scope.tx)).rows
}
