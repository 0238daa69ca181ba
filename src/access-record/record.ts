// Access records: who used whose data, when, and for which activity (Logboek Dataverwerkingen 1.0.0), in the transaction of the act itself.
import { randomBytes } from 'node:crypto'
import { newId } from '../ground/ids.ts'
import { insertRows } from '../ground/insert-rows.ts'
import { pseudonym } from '../ground/keys.ts'
import type { Scope } from '../ground/scope.ts'

export type Access = {
  /** Readable name of the act (`Lijst van verwerkingen bekeken`); never a person's name. */
  readonly name: string
  /** Internal ids of the data subjects whose data were used (`person`: a colleague; `subject`: somebody from outside, by what names them); the same one twice counts once. */
  readonly subjects: readonly { readonly type: 'person' | 'subject'; readonly id: string }[]
}

/** The product's own processing activity: managing privacy (art. 30 lid 1 AVG). Each organisation can describe it in its register. */
const activityUri = 'urn:waarborg:activity:privacy-management'

/**
 * Writes one record for the act and one below it for each data subject; nothing when no data subject is concerned.
 * Uncommitted work leaves none. Ids are pseudonyms under the organisation's key.
 */
export async function recordAccess(scope: Scope, access: Access): Promise<void> {
  const subjects = [...new Map(access.subjects.map((subject) => [`${subject.type}:${subject.id}`, subject])).values()]
  if (subjects.length === 0) return
  const { organisation, actor, now } = scope
  const traceId = hex(16)
  const parent = hex(8)
  const shared = {
    organisation_id: organisation.id, at: now, trace_id: traceId, name: access.name, activity_uri: activityUri, status: 'Ok',
    actor_id: actor.kind === 'person' ? bytes(pseudonym(organisation.key, 'person', actor.personId)) : null,
  }
  await insertRows(scope.tx, 'access_record', [
    { ...shared, id: newId(), span_id: parent, parent_span_id: null, subject_id: null, subject_type: null },
    ...subjects.map((subject) => ({
      ...shared, id: newId(), span_id: hex(8), parent_span_id: parent,
      subject_id: bytes(pseudonym(organisation.key, subject.type, subject.id)), subject_type: `urn:waarborg:${subject.type}`,
    })),
  ])
}

function hex(length: number): string {
  return bytes(randomBytes(length))
}

/** How PostgreSQL writes bytea in text. */
function bytes(buffer: Buffer): string {
  return `\\x${buffer.toString('hex')}`
}
