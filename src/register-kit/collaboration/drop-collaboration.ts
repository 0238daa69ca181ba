// Drop collaboration: what goes along when entries go: their comments and attachments, with every byte of the files.
import { sql } from 'kysely'
import { eraseFiles } from '../../ground/files.ts'
import type { Scope } from '../../ground/scope.ts'

/** For the corridor, in the transaction that removes the entries. Their history stays. */
export async function dropCollaboration(scope: Scope, registerKey: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const here = sql`organisation_id = ${scope.organisation.id} and register = ${registerKey} and entry_id = any(${ids}::uuid[])`
  await sql`delete from entry_comment where ${here}`.execute(scope.tx)
  const files = await sql<{ id: string }>`delete from entry_attachment where ${here} returning file_id as id`.execute(scope.tx)
  await eraseFiles(scope, files.rows.map(({ id }) => id))
}
