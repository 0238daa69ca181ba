// Task files: what was delivered for a collection task, sealed like every file; which of it goes to the person is said when it is checked.
import { sql } from 'kysely'
import { eraseFiles, keepFile, type ReceivedFile } from '../../ground/files.ts'
import { newId } from '../../ground/ids.ts'
import { NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'

export const mostFiles = 50

export type TaskFile = {
  readonly id: string; readonly taskId: string; readonly fileId: string; readonly name: string; readonly contentType: string; readonly size: number; readonly sha256: string
  readonly at: Date; readonly by: string | null; readonly isCleaned: boolean; readonly isGiven: boolean | null
}

/** Files of tasks, in the order in which they came. */
export async function readTaskFiles(scope: Scope, taskIds: readonly string[]): Promise<TaskFile[]> {
  if (taskIds.length === 0) return []
  const { rows } = await sql<TaskFile>`
    select c.id, c.task_id as "taskId", c.file_id as "fileId", c.name, f.content_type as "contentType", f.size, encode(f.sha256, 'hex') as sha256, c.at, p.name as by, c.is_cleaned as "isCleaned", c.is_given as "isGiven"
    from collection_file c join stored_file f on f.organisation_id = c.organisation_id and f.id = c.file_id left join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    where c.organisation_id = ${scope.organisation.id} and c.task_id = any(${taskIds}::uuid[]) order by c.id`.execute(scope.tx)
  return rows
}

/** @throws NotFound also for a file of another task */
export async function readTaskFile(scope: Scope, taskId: string, id: string): Promise<TaskFile> {
  const found = (await readTaskFiles(scope, [taskId])).find((file) => file.id === id)
  if (!found) throw new NotFound(t('Dit bestand bestaat niet (meer).', 'This file doesn’t exist (any more).'))
  return found
}

/** Keeps a received file with a task. @throws Refused when there are too many */
export async function addTaskFile(scope: Scope, taskId: string, file: ReceivedFile, { isCleaned = false }: { readonly isCleaned?: boolean } = {}): Promise<void> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from collection_file where organisation_id = ${scope.organisation.id} and task_id = ${taskId}`.execute(scope.tx)
  if (counted.rows[0]!.count >= mostFiles) throw new Refused(t(`Hier staan al ${mostFiles} bestanden. Voeg ze samen in een zipbestand.`, `There are ${mostFiles} files here already. Put them together in a zip file.`))
  await keepFile(scope, file.id)
  await scope.tx.insertInto('collection_file').values({
    organisation_id: scope.organisation.id, id: newId(), task_id: taskId, file_id: file.id, name: file.name, at: scope.now, person_id: personOf(scope.actor), is_cleaned: isCleaned,
  }).execute()
}

/** Takes a file away with every byte. */
export async function dropTaskFile(scope: Scope, file: Pick<TaskFile, 'id' | 'fileId'>): Promise<void> {
  const gone = await scope.tx.deleteFrom('collection_file').where('organisation_id', '=', scope.organisation.id).where('id', '=', file.id).executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw new NotFound()
  await eraseFiles(scope, [file.fileId])
}

/** Says of each file of a task whether it goes to the person. */
export async function decideFiles(scope: Scope, taskId: string, given: readonly string[]): Promise<void> {
  await sql`update collection_file set is_given = id = any(${given}::uuid[]) where organisation_id = ${scope.organisation.id} and task_id = ${taskId}`.execute(scope.tx)
}
