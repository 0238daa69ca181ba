// Finalising: a draft becomes a version that never changes, with the very file that is sent; made a draft again, the frozen version stays.
import { createHash } from 'node:crypto'
import { seal } from '../../ground/keys.ts'
import { Conflict, Invalid, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { writeHistory } from '../../register-kit/history.ts'
import type { Register } from '../../register-kit/register.ts'
import { unfinished } from './letter-check.ts'
import { letterPdf, printLetters } from './letter-document.ts'
import { type Letter, readLetter, setState } from './letter-store.ts'
import { pdfPurpose } from './letters.ts'

/** @returns the number of the version @throws Invalid for what isn't finished, Conflict when somebody changed it since `revision`, Refused when it is no draft */
export async function finaliseLetter(scope: Scope, register: Register, entry: Entry, letterId: string, revision?: number): Promise<number> {
  const letter = await readLetter(scope, register.key, entry.id, letterId, { lock: true })
  if (letter.state !== 'draft') throw new Refused(t('Deze brief is al definitief.', 'This letter is final already.'))
  if (revision !== undefined && letter.revision !== revision) throw new Conflict()
  const faults = unfinished(letter)
  if (faults.length > 0) throw new Invalid(faults, t('De brief is nog niet klaar.', 'The letter isn’t finished yet.'))
  const number = letter.version + 1
  const pdf = letter.isForList ? null : await letterPdf(await printLetters(scope, [letter], { language: letter.language, number: numberOf(register, entry), isDraft: false }))
  const { addressee, address, email, subject, body, bsnReason } = letter
  await scope.tx.insertInto('letter_version').values({
    organisation_id: scope.organisation.id, letter_id: letter.id, number, addressee, address, email, subject, body, bsn_reason: bsnReason,
    pdf: pdf && seal(scope.organisation.key, pdfPurpose(letter.id, number), pdf), pdf_digest: pdf && createHash('sha256').update(pdf).digest(), finalised_at: scope.now, finalised_by: personOf(scope.actor),
  }).execute()
  await scope.tx.updateTable('letter').set({ state: 'final', version: number, revision: letter.revision + 1, updated_at: scope.now, updated_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', letter.id).execute()
  await writeHistory(scope, register.key, [{ entryId: entry.id, verb: 'finalise_letter', note: subject }])
  return number
}

/** A final letter that wasn't sent becomes a draft again. @throws Refused */
export async function reopenLetter(scope: Scope, register: Register, letter: Letter): Promise<void> {
  if (letter.state !== 'final') throw new Refused(t('Alleen een definitieve brief die nog niet is verstuurd, kan weer een concept worden.', 'Only a final letter that wasn’t sent yet can become a draft again.'))
  await setState(scope, letter, 'draft')
  await writeHistory(scope, register.key, [{ entryId: letter.entryId, verb: 'draft_letter', note: letter.subject }])
}

/** What was never sent is taken back; it stays with the case. @throws Refused */
export async function withdrawLetter(scope: Scope, register: Register, letter: Letter): Promise<void> {
  if (letter.state !== 'draft' && letter.state !== 'final') throw new Refused(t('Een brief die is verstuurd, kunt u niet intrekken. Stuur een nieuwe brief.', 'A letter that was sent can’t be withdrawn. Send a new letter.'))
  await setState(scope, letter, 'withdrawn')
  await writeHistory(scope, register.key, [{ entryId: letter.entryId, verb: 'withdraw_letter', note: letter.subject }])
}

/** The case's own number, for above the letter. */
export function numberOf(register: Register, entry: Pick<Entry, 'input'>): string {
  return String(entry.input[register.named.number.field] ?? '')
}
