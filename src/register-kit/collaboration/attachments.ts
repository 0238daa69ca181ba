// Attachments: files that belong to an entry, with who put them there and why; taken away with a reason, and then with every byte.
import { sql } from 'kysely'
import { eraseFiles, keepFile, type ReceivedFile } from '../../ground/files.ts'
import { newId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotAllowed, NotFound, Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../history.ts'

export const mostAttachments = 200

export type Attachment = {
  readonly id: string
  readonly fileId: string
  readonly name: string
  readonly description: string | null
  readonly contentType: string
  readonly size: number
  /** Hex. */
  readonly sha256: string
  /** Null for what came with a form from outside, by nobody who works here. */
  readonly personId: string | null
  readonly by: string | null
  readonly at: Date
}

/** Attachments of an entry, newest first. */
export function readAttachments(scope: Scope, register: string, entryId: string): Promise<Attachment[]> {
  return read(scope, register, entryId, undefined)
}

/** @throws NotFound also for an attachment of another entry */
export async function readAttachment(scope: Scope, register: string, entryId: string, id: string): Promise<Attachment> {
  const [found] = await read(scope, register, entryId, id)
  if (!found) throw new NotFound(t('Deze bijlage bestaat niet (meer).', 'This attachment doesn’t exist (any more).'))
  return found
}

/** Ties a received file to an entry; only now it is kept. Gives the attachment's id. @throws Invalid, Refused when there are too many */
export async function attach(scope: Scope, register: string, entryId: string, file: ReceivedFile, description: string): Promise<string> {
  const { actor, organisation } = scope
  if (actor.kind !== 'person') throw new NotAllowed()
  const accepted = acceptDescription(description)
  const counted = await sql<{ count: number }>`select count(*) as count from entry_attachment where organisation_id = ${organisation.id} and register = ${register} and entry_id = ${entryId}`.execute(scope.tx)
  if (counted.rows[0]!.count >= mostAttachments) throw new Refused(t(`Hier staan al ${mostAttachments} bijlagen. Verwijder er eerst een.`, `There are ${mostAttachments} attachments here already. Remove one first.`))
  await keepFile(scope, file.id)
  const id = newId()
  await scope.tx.insertInto('entry_attachment').values({
    organisation_id: organisation.id, id, register, entry_id: entryId, file_id: file.id, name: file.name, description: accepted, person_id: actor.personId, at: scope.now,
  }).execute()
  await writeHistory(scope, register, [{ entryId, verb: 'add_attachment', note: accepted, changes: [{ field: 'attachment', before: null, after: file.name }] }])
  return id
}

/** Takes an attachment away and erases its bytes; that it was there, and why it went, stays in the history. @throws Invalid without a reason */
export async function detach(scope: Scope, register: string, entryId: string, attachment: Attachment, typed: string): Promise<void> {
  const reason = typed.trim()
  const fault = reason === '' ? t('Schrijf waarom u de bijlage verwijdert.', 'Write why you remove the attachment.') : reason.length > 500 ? t('De reden heeft hoogstens 500 tekens.', 'The reason has at most 500 characters.') : undefined
  if (fault) throw new Invalid([{ at: 'reason', message: fault }])
  const gone = await scope.tx.deleteFrom('entry_attachment').where('organisation_id', '=', scope.organisation.id).where('id', '=', attachment.id).executeTakeFirst()
  // Of two people who remove it at once the second finds nothing, and leaves no second reason.
  if (gone.numDeletedRows !== 1n) throw new NotFound(t('Deze bijlage bestaat niet (meer).', 'This attachment doesn’t exist (any more).'))
  await eraseFiles(scope, [attachment.fileId])
  await writeHistory(scope, register, [{ entryId, verb: 'remove_attachment', note: reason, changes: [{ field: 'attachment', before: attachment.name, after: null }] }])
}

/** What is wrong with a description, before a file is taken in for it. */
export function acceptDescription(typed: string): string | null {
  const description = typed.replace(/\s+/g, ' ').trim()
  const faults: Fault[] = description.length > 500 ? [{ at: 'description', message: t('De omschrijving heeft hoogstens 500 tekens.', 'The description has at most 500 characters.') }] : []
  if (description.includes('\0')) faults.push({ at: 'description', message: t('In de omschrijving staat een teken dat niet bewaard kan worden.', 'The description holds a character that can’t be kept.') })
  if (faults.length > 0) throw new Invalid(faults)
  return description === '' ? null : description
}

async function read(scope: Scope, register: string, entryId: string, id: string | undefined): Promise<Attachment[]> {
  const result = await sql<Attachment>`
    select a.id, a.file_id as "fileId", a.name, a.description, f.content_type as "contentType", f.size, encode(f.sha256, 'hex') as sha256, a.person_id as "personId", p.name as by, a.at
    from entry_attachment a join stored_file f on f.organisation_id = a.organisation_id and f.id = a.file_id left join person p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.organisation_id = ${scope.organisation.id} and a.register = ${register} and a.entry_id = ${entryId} and (${id ?? null}::uuid is null or a.id = ${id ?? null})
    order by a.id desc`.execute(scope.tx)
  return result.rows
}
