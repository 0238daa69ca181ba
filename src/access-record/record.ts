// Access records of the product itself: who used whose data, when, and for which activity (Logboek Dataverwerkingen 1.0.0), in the transaction of the act.
import { randomBytes } from 'node:crypto'
import { logPseudonym, type LogKey } from '../ground/log-keys.ts'
import type { Actor, Scope } from '../ground/scope.ts'
import type { LogRecord } from './log-record.ts'
import { ownActivity } from './own-activity.ts'
import { writeBatch } from './write-batch.ts'

export type Access = {
  /** Readable name of the act (`Lijst van verwerkingen bekeken`); never a person's name. */
  readonly name: string
  /** Internal ids of the data subjects whose data were used (`person`: a colleague; `subject`: somebody from outside, by what names them); the same one twice counts once. */
  readonly subjects: readonly { readonly type: 'person' | 'subject'; readonly id: string }[]
}

/**
 * Writes one record for the act and one below it for each data subject; nothing when no data subject is concerned.
 * Uncommitted work leaves none. Ids are pseudonyms under the organisation's log key.
 */
export async function recordAccess(scope: Scope, access: Access): Promise<void> {
  const subjects = [...new Map(access.subjects.map((subject) => [`${subject.type}:${subject.id}`, subject])).values()]
  if (subjects.length === 0) return
  const key = scope.organisation.logKeys.all()[0]!
  const parent = randomBytes(8)
  const act: LogRecord = {
    traceId: randomBytes(16), spanId: parent, parentSpanId: null, status: 'Ok', name: access.name, startedAt: scope.now.getTime(), endedAt: scope.now.getTime(),
    activity: await ownActivity(scope), actor: actorPseudonym(key, scope.actor), subject: null, subjectType: null, isSecret: false, details: detailsOf(scope.actor),
  }
  await writeBatch(scope, 'own', [
    act,
    ...subjects.map(({ type, id }) => ({ ...act, spanId: randomBytes(8), parentSpanId: parent, subject: logPseudonym(key, type, id), subjectType: `urn:waarborg:${type}` })),
  ])
}

/** Who acted, as the log names them: a colleague (`person`), a program (`program`); nobody for the system and the public. */
export function actorPseudonym(key: LogKey, actor: Actor): Buffer | null {
  if (actor.kind === 'person') return logPseudonym(key, 'person', actor.personId)
  return actor.kind === 'token' ? logPseudonym(key, 'program', actor.tokenId) : null
}

/** What a nameless actor was: a task of the system, a program or the public. */
function detailsOf(actor: Actor): string {
  const by = actor.kind === 'system' ? { 'waarborg.task': actor.task } : actor.kind === 'token' ? { 'waarborg.program': actor.tokenId } : actor.kind === 'public' ? { 'waarborg.task': 'public' } : {}
  return JSON.stringify({ resource: { 'service.name': 'waarborg' }, attributes: by })
}
