// The record that taking the log along, or checking it, leaves in the log itself: who did so; no data subject is named, since it is about all of them.
import { randomBytes } from 'node:crypto'
import { ownActivity } from '../../access-record/own-activity.ts'
import { actorPseudonym } from '../../access-record/record.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import type { Scope } from '../../ground/scope.ts'
import { taskOf } from '../../ground/scope.ts'

export async function logExported(scope: Scope): Promise<void> {
  const task = taskOf(scope.actor)
  await writeBatch(scope, 'own', [{
    traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name: 'Logboek geëxporteerd', startedAt: scope.now.getTime(), endedAt: scope.now.getTime(),
    activity: await ownActivity(scope), actor: actorPseudonym(scope.organisation.logKeys.all()[0]!, scope.actor), subject: null, subjectType: null, isSecret: false,
    details: JSON.stringify({ resource: { 'service.name': 'waarborg' }, attributes: task === null ? {} : { 'waarborg.task': task } }),
  }])
}
