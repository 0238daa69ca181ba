// Answers from the access log in the demo world: somebody at a town hall asked who looked at their file, the log was searched, and the package with the answer is ready to be fetched. All of it is invented.
import { randomBytes } from 'node:crypto'
import type { LogRecord } from '../access-record/log-record.ts'
import { activityUri } from '../access-record/own-activity.ts'
import { writeBatch } from '../access-record/write-batch.ts'
import { gatherAnswer } from '../case-kit/log-answers/gather-answer.ts'
import type { KnownAs } from '../case-kit/log-answers/known-as.ts'
import { freezeLogAnswer } from '../case-kit/log-answers/log-answer.ts'
import { packageContent } from '../case-kit/packages/package-content.ts'
import { orderPackage } from '../case-kit/packages/packages.ts'
import { logPseudonym } from '../ground/log-keys.ts'
import type { Scope } from '../ground/scope.ts'
import { refreshThese } from '../register-kit/keep-findings.ts'
import { loadEntry } from '../register-kit/perform.ts'
import { collectionOptions } from '../registers/requests/collecting.ts'
import { requests } from '../registers/requests/register.ts'
import type { DemoOrganisation } from './organisation.ts'
import { askedOfTheLog } from './requests-made.ts'
import type { Settled } from './settle.ts'

/** A number of the test range: it passes the eleven-proof and is nobody's. */
const known: readonly KnownAs[] = [{ kind: 'bsn', type: 'bsn', value: '999990019' }]

/** [name of the act, days ago, hour, whether it is under secrecy] */
const acts: readonly (readonly [string, number, number, boolean?])[] = [
  ['Dossier geopend', 140, 9], ['Adres gewijzigd na verhuizing', 96, 10], ['Aanvraag beoordeeld', 61, 14], ['Brief verstuurd', 60, 9], ['Gegevens vergeleken met de BRP', 33, 11], ['Vooronderzoek', 30, 16, true], ['Dossier geopend', 26, 13], ['Uitbetaling gecontroleerd', 24, 8],
]

export async function playLogAnswers(scope: Scope, demo: DemoOrganisation, { actorFor }: Settled): Promise<void> {
  const { organisation, tx, now } = scope
  const request = await tx.selectFrom('subject_request').select('id').where('organisation_id', '=', organisation.id).where('title', '=', askedOfTheLog).executeTakeFirst()
  if (!request) return
  const activities = await tx.selectFrom('processing_activity').select('id').where('organisation_id', '=', organisation.id).where('status', '=', 'active').where('is_published', '=', true).orderBy('number').limit(3).execute()
  const key = organisation.logKeys.all()[0]!
  await writeBatch(scope, 'received', acts.map(([name, daysAgo, hour, isSecret = false], index): LogRecord => {
    const startedAt = Math.floor((now.getTime() - daysAgo * 86_400_000) / 86_400_000) * 86_400_000 + hour * 3_600_000 + index * 217_000
    return {
      traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name, startedAt, endedAt: startedAt + 1_200, activity: activityUri(activities[index % activities.length]!.id), actor: logPseudonym(key, 'user', `medewerker-${index % 3}`),
      subject: logPseudonym(key, known[0]!.type, known[0]!.value), subjectType: known[0]!.type, isSecret, details: JSON.stringify({ resource: { 'service.name': 'zaaksysteem' } }),
    }
  }))
  const front = demo.people.find(({ roles }) => roles.some(({ role }) => role === 'employee'))!.department!
  const doer = { ...scope, actor: actorFor('officer', front) }
  const entry = await loadEntry(doer, requests, request.id)
  await freezeLogAnswer(doer, { register: requests.key, entryId: entry.id }, known, await gatherAnswer(doer, entry.id, { known, from: null, until: null, site: '' }))
  const content = await packageContent(doer, { register: requests, options: collectionOptions }, entry, 'access', 'nl')
  await orderPackage(doer, { register: requests.key, entryId: entry.id, content, days: 90, mostDownloads: 5, toName: null, consentOn: null, consentNote: null })
  await refreshThese(scope, requests, [entry.id])
}
