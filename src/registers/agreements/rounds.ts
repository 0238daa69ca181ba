// Rounds: what went to the processor and what it answered, each round with the version of the text that it was about.
import { sql } from 'kysely'
import { personOf, type Scope } from '../../ground/scope.ts'

export type Round = {
  readonly number: number
  /** None where the processor's own model is used. */
  readonly textNumber: number | null
  readonly sentAt: Date
  readonly sentBy: string | null
  readonly note: string | null
  readonly answer: 'agreed' | 'remarks' | null
  readonly answeredAt: Date | null
  /** Who at the processor, as told. */
  readonly answeredBy: string | null
  readonly remarks: string | null
  readonly isByPortal: boolean | null
}

/** Newest first. */
export async function readRounds(scope: Scope, agreementId: string): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select r.number, r.text_number as "textNumber", r.sent_at as "sentAt", p.name as "sentBy", r.note, r.answer, r.answered_at as "answeredAt", r.answered_by as "answeredBy", r.remarks, r.is_by_portal as "isByPortal"
    from agreement_round r left join person p on p.organisation_id = r.organisation_id and p.id = r.sent_by
    where r.organisation_id = ${scope.organisation.id} and r.agreement_id = ${agreementId} order by r.number desc`.execute(scope.tx)
  return rows
}

export async function openRound(scope: Scope, agreementId: string, textNumber: number | null, note: string | null): Promise<number> {
  const [last] = await readRounds(scope, agreementId)
  const number = (last?.number ?? 0) + 1
  await scope.tx.insertInto('agreement_round').values({ organisation_id: scope.organisation.id, agreement_id: agreementId, number, text_number: textNumber, sent_at: scope.now, sent_by: personOf(scope.actor), note }).execute()
  return number
}

/** @returns the number of the round, or undefined when none is open */
export async function closeRound(scope: Scope, agreementId: string, { answer, by, remarks, isByPortal }: { answer: 'agreed' | 'remarks'; by: string | null; remarks: string | null; isByPortal: boolean }): Promise<number | undefined> {
  const [last] = await readRounds(scope, agreementId)
  if (!last || last.answer !== null) return undefined
  await scope.tx.updateTable('agreement_round').set({ answer, answered_at: scope.now, answered_by: by, remarks, is_by_portal: isByPortal })
    .where('organisation_id', '=', scope.organisation.id).where('agreement_id', '=', agreementId).where('number', '=', last.number).execute()
  return last.number
}

/** The newest version of the text that was made. */
export async function lastText(scope: Scope, agreementId: string): Promise<number | undefined> {
  const found = await scope.tx.selectFrom('agreement_text').select((of) => of.fn.max('number').as('number')).where('organisation_id', '=', scope.organisation.id).where('agreement_id', '=', agreementId).executeTakeFirst()
  return found?.number ?? undefined
}
