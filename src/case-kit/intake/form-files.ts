// Form files: the files of a form, under names that tell nothing of anybody, until they go along with the case.
import { acceptedKinds, refuse } from '../../ground/file-kinds.ts'
import { dropReceived, eraseFiles, type FilePlace, keepFile, type ReceivedFile, receiveFile } from '../../ground/files.ts'
import { withoutMetadata } from '../../ground/image-metadata.ts'
import { newId } from '../../ground/ids.ts'
import { Refused } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { withoutActions } from './pdf-actions.ts'

export const mostFiles = 10
export const mostFormFileBytes = 25 * 1024 * 1024

export type FormFile = { readonly position: number; readonly fileId: string; readonly name: string; readonly contentType: string; readonly size: number }

/** Kinds that come in from outside: those whose metadata can be taken out, or that hold none of a camera. No films, sound, zip or TIFF. */
export const outsideKinds = acceptedKinds(['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls', 'ppt', 'rtf', 'msg', 'text'])

/** Takes a file in from outside: of a known kind, without metadata. What goes wrong leaves nothing. @throws Invalid at `file` */
export async function receiveFromOutside(place: FilePlace, now: Date, bytes: AsyncIterable<Buffer>, name: string): Promise<ReceivedFile> {
  const file = await receiveFile(place, now, withoutActions(withoutMetadata(bytes)), name)
  if (outsideKinds.types.includes(file.contentType)) return file
  await dropReceived(place, file.id)
  throw refuse(t('Dit soort bestand kunt u hier niet meesturen. Stuur een PDF, een foto (JPG of PNG), een Office- of ODF-bestand of een tekst.', 'This kind of file can’t be sent here. Send a PDF, a photo (JPG or PNG), an Office or ODF file or a text.'))
}

export async function filesOf(scope: Scope, formId: string): Promise<FormFile[]> {
  const rows = await scope.tx.selectFrom('intake_file as f').innerJoin('stored_file as s', (join) => join.onRef('s.organisation_id', '=', 'f.organisation_id').onRef('s.id', '=', 'f.file_id'))
    .select(['f.position', 'f.file_id', 'f.name', 's.content_type', 's.size']).where('f.organisation_id', '=', scope.organisation.id).where('f.form_id', '=', formId).orderBy('f.position').execute()
  return rows.map((row) => ({ position: row.position, fileId: row.file_id, name: row.name, contentType: row.content_type ?? '', size: Number(row.size ?? 0) }))
}

/** Ties a received file to a form. @throws Refused when there are enough */
export async function addFile(scope: Scope, formId: string, file: ReceivedFile): Promise<void> {
  const { tx, organisation } = scope
  await tx.selectFrom('intake_form').select('id').where('organisation_id', '=', organisation.id).where('id', '=', formId).forUpdate().executeTakeFirstOrThrow()
  const files = await filesOf(scope, formId)
  if (files.length >= mostFiles) throw new Refused(t(`U kunt hoogstens ${mostFiles} bestanden meesturen.`, `You can send at most ${mostFiles} files.`))
  await keepFile(scope, file.id)
  const position = (files.at(-1)?.position ?? 0) + 1
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'bin'
  // What the sender called it may hold somebody's name, and is kept nowhere.
  await tx.insertInto('intake_file').values({ organisation_id: organisation.id, form_id: formId, file_id: file.id, position, name: `${t('bijlage', 'attachment')} ${position}.${ending}` }).execute()
}

export async function removeFile(scope: Scope, formId: string, position: number): Promise<void> {
  const file = (await filesOf(scope, formId)).find((one) => one.position === position)
  if (file) await eraseFiles(scope, [file.fileId])
}

/** From here on they are attachments of the case. */
export async function attachFiles(scope: Scope, register: string, entryId: string, formId: string): Promise<number> {
  const files = await filesOf(scope, formId)
  for (const { fileId, name } of files) await attachOne(scope, register, entryId, fileId, name)
  await scope.tx.deleteFrom('intake_file').where('organisation_id', '=', scope.organisation.id).where('form_id', '=', formId).execute()
  return files.length
}

/** A file that is kept already becomes an attachment that nobody of the organisation brought. */
export async function attachOne(scope: Scope, register: string, entryId: string, fileId: string, name: string): Promise<void> {
  await scope.tx.insertInto('entry_attachment').values({ organisation_id: scope.organisation.id, id: newId(), register, entry_id: entryId, file_id: fileId, name, description: null, person_id: null, at: scope.now }).execute()
  await writeHistory(scope, register, [{ entryId, verb: 'add_attachment', note: null, changes: [{ field: 'attachment', before: null, after: name }] }])
}
