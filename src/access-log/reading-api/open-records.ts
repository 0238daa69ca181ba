// Open records: those that a reader outside may have: less what is under secrecy and what belongs to a confidential activity; a page at a time, and the place of the next page sealed, for it may be that of a record that was left out.
import { type FoundRecord, findRecords, type LogPlace, type LogQuestion } from '../../access-record/find.ts'
import { resolveActivities } from '../../access-record/known-activity.ts'
import { seal, unseal } from '../../ground/keys.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Organisation, Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { inQuery } from '../../register-kit/api/problem.ts'

/** How often a page is filled up after records were left out, before it is given as it is. */
const mostTries = 5

export async function openRecords(scope: Scope, question: LogQuestion, { after, size }: { after: LogPlace | undefined; size: number }): Promise<{ records: FoundRecord[]; next: LogPlace | undefined }> {
  const records: FoundRecord[] = []
  let place = after
  for (let tries = 0; tries < mostTries; tries++) {
    const page = await findRecords(scope, question, { ...(place ? { after: place } : {}), limit: size - records.length })
    const activities = await resolveActivities(scope, page.records.map(({ activity }) => activity))
    records.push(...page.records.filter(({ isSecret, activity }) => !isSecret && !activities.get(activity)?.isConfidential))
    place = page.next
    if (!place || records.length === size) break
  }
  return { records, next: place }
}

export function writePlace({ key }: Pick<Organisation, 'key'>, { startedAt, spanId }: LogPlace): string {
  return seal(key, purpose, JSON.stringify([startedAt.getTime(), spanId])).toString('base64url')
}

/** @throws Invalid for anything that no page gave */
export function readPlace({ key }: Pick<Organisation, 'key'>, typed: string | undefined): LogPlace | undefined {
  if (typed === undefined) return undefined
  try {
    const [startedAt, spanId] = JSON.parse(unseal(key, purpose, Buffer.from(typed, 'base64url')).toString('utf8')) as [number, string]
    return { startedAt: new Date(startedAt), spanId }
  } catch {
    throw new Invalid([{ at: inQuery('after'), message: t('Gebruik hier alleen wat de vorige pagina gaf.', 'Use only what the previous page gave here.') }])
  }
}

const purpose = 'access-log-page'
