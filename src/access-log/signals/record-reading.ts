// Recording a reading: whoever opens a signal reads what an employee did; that stands in the log too.
import { randomBytes } from 'node:crypto'
import type { LogRecord } from '../../access-record/log-record.ts'
import { ownActivity } from '../../access-record/own-activity.ts'
import { actorPseudonym } from '../../access-record/record.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import type { Scope } from '../../ground/scope.ts'
import { actNames } from '../asking/act-names.ts'
import type { Signal } from './signals.ts'

/** The employee by the pseudonym that the signal has: whose it is needn't be known. */
export async function recordSignalRead(scope: Scope, { id, actor }: Pick<Signal, 'id' | 'actor'>): Promise<void> {
  const key = scope.organisation.logKeys.all()[0]!
  const act: LogRecord = {
    traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name: actNames.signalRead, startedAt: scope.now.getTime(), endedAt: scope.now.getTime(), activity: await ownActivity(scope), actor: actorPseudonym(key, scope.actor),
    subject: null, subjectType: null, isSecret: false, details: JSON.stringify({ resource: { 'service.name': 'waarborg' }, attributes: { 'dpl.read.signal_id': id } }),
  }
  await writeBatch(scope, 'own', [act, ...(actor === null ? [] : [{ ...act, spanId: randomBytes(8), parentSpanId: act.spanId, subject: actor, subjectType: 'user' }])])
}
