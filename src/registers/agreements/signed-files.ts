// Signed files: which attachment is the signed copy, its digest on the day that this was said, and whether the same bytes still stand there (art. 28 lid 9 AVG; N-40).
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type FilePlace, readFile } from '../../ground/files.ts'
import { Conflict, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { readAttachment } from '../../register-kit/collaboration/attachments.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { agreements } from './register.ts'

export type SignedFile = {
  readonly attachmentId: string
  readonly name: string
  /** Hex, of the day it was pointed out. */
  readonly sha256: string
  readonly version: number
  readonly markedAt: Date
  readonly markedBy: string | null
  readonly checkedAt: Date | null
  readonly isSame: boolean | null
  /** False once the attachment was taken away. */
  readonly isThere: boolean
}

export async function readSigned(scope: Scope, agreementId: string): Promise<SignedFile[]> {
  const { rows } = await sql<SignedFile>`
    select s.attachment_id as "attachmentId", s.name, encode(s.sha256, 'hex') as sha256, s.version, s.marked_at as "markedAt", p.name as "markedBy", s.checked_at as "checkedAt", s.is_same as "isSame", a.id is not null as "isThere"
    from agreement_signed_file s left join person p on p.organisation_id = s.organisation_id and p.id = s.marked_by
      left join entry_attachment a on a.organisation_id = s.organisation_id and a.register = ${agreements.key} and a.entry_id = s.agreement_id and a.id = s.attachment_id
    where s.organisation_id = ${scope.organisation.id} and s.agreement_id = ${agreementId} order by s.marked_at desc, s.attachment_id`.execute(scope.tx)
  return rows
}

/** Says that this attachment is the signed copy. @throws NotFound, Refused when it was said already */
export async function markSigned(scope: Scope, entry: Entry, attachmentId: string): Promise<void> {
  const attachment = await readAttachment(scope, agreements.key, entry.id, attachmentId)
  const made = await sql`insert into agreement_signed_file (organisation_id, agreement_id, attachment_id, name, sha256, version, marked_at, marked_by)
    values (${scope.organisation.id}, ${entry.id}, ${attachmentId}, ${attachment.name}, ${Buffer.from(attachment.sha256, 'hex')}, ${entry.system.version}, ${scope.now}, ${personOf(scope.actor)}) on conflict do nothing returning 1`.execute(scope.tx)
  if (made.rows.length === 0) throw new Refused(t('Dit bestand is al aangewezen als getekend exemplaar.', 'This file is pointed out as the signed copy already.'))
  await writeHistory(scope, agreements.key, [{ entryId: entry.id, verb: 'mark_signed', note: `${attachment.name}, SHA-256 ${attachment.sha256}` }])
}

/** Reads every byte anew and holds its digest against the one of then. @returns whether it is the same */
export async function checkSigned(scope: Scope, place: FilePlace, entry: Entry, attachmentId: string): Promise<boolean> {
  const signed = (await readSigned(scope, entry.id)).find((one) => one.attachmentId === attachmentId)
  if (!signed) throw new NotFound()
  if (!signed.isThere) throw new Conflict()
  const attachment = await readAttachment(scope, agreements.key, entry.id, attachmentId)
  const isSame = await digestOfFile(place, { id: attachment.fileId, size: attachment.size }) === signed.sha256
  await scope.tx.updateTable('agreement_signed_file').set({ checked_at: scope.now, is_same: isSame }).where('organisation_id', '=', scope.organisation.id).where('agreement_id', '=', entry.id).where('attachment_id', '=', attachmentId).execute()
  await writeHistory(scope, agreements.key, [{ entryId: entry.id, verb: 'check_signed', note: isSame ? t('Gelijk', 'The same') : t('Anders', 'Different') }])
  return isSame
}

/** Undefined when a piece is gone or was changed. */
async function digestOfFile(place: FilePlace, file: { readonly id: string; readonly size: number }): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of readFile(place, file)) hash.update(piece)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}
