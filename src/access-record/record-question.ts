// Recording a question to the log: who asked it about whom, where the answer holds pseudonyms and nobody knows the ids behind them.
import { randomBytes } from 'node:crypto'
import type { Scope } from '../ground/scope.ts'
import type { LogRecord } from './log-record.ts'
import { ownActivity } from './own-activity.ts'
import { actorPseudonym } from './record.ts'
import { writeBatch } from './write-batch.ts'

export type Question = {
  /** Readable name of the act; never a person's name. */
  readonly name: string
  /** Attributes of the standard that belong to it (`dpl.read.externalReadAPI_id`). */
  readonly attributes: Readonly<Record<string, string>>
  /** Whom the answer is about, as the log names them. */
  readonly subjects: readonly { readonly subject: Buffer; readonly type: string | null }[]
}

/** One record for the question and one below it for each data subject; the question itself also where nobody was found. */
export async function recordQuestion(scope: Scope, { name, attributes, subjects }: Question): Promise<void> {
  const parent = randomBytes(8)
  const act: LogRecord = {
    traceId: randomBytes(16), spanId: parent, parentSpanId: null, status: 'Ok', name, startedAt: scope.now.getTime(), endedAt: scope.now.getTime(), activity: await ownActivity(scope),
    actor: actorPseudonym(scope.organisation.logKeys.all()[0]!, scope.actor), subject: null, subjectType: null, isSecret: false, details: JSON.stringify({ resource: { 'service.name': 'waarborg' }, attributes }),
  }
  const different = new Map(subjects.map((one) => [one.subject.toString('hex'), one]))
  await writeBatch(scope, 'own', [act, ...[...different.values()].map(({ subject, type }) => ({ ...act, spanId: randomBytes(8), parentSpanId: parent, subject, subjectType: type }))])
}
