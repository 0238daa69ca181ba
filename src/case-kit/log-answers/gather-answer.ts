// Gathering an answer: every record of the access log about a person in a period, less what is withheld by rule (art. 41 lid 1 UAVG, art. 15 lid 4 AVG), which is counted. The asking is logged itself.
import { sql } from 'kysely'
import { aboutLog } from '../../access-record/about-log.ts'
import { type FoundRecord, findRecords, type LogPlace } from '../../access-record/find.ts'
import { type KnownActivity, resolveActivities } from '../../access-record/known-activity.ts'
import { recordAccess } from '../../access-record/record.ts'
import type { WithheldLaw } from '../../access-record/withheld-grounds.ts'
import { addDays, startOfDay } from '../../calendar/days.ts'
import { logPseudonyms } from '../../ground/log-keys.ts'
import { Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { type KnownAs, pseudonymsOf } from './known-as.ts'
import type { LogAct, LogAnswer } from './log-answer.ts'

/** More isn't an answer that anybody reads: then a shorter period is asked (overweging 63 AVG). */
export const mostActs = 5_000
const atOnce = 1_000

export type Asked = { readonly known: readonly KnownAs[]; readonly from: string | null; readonly until: string | null; readonly site: string }

/** `entryId`: of the case, by which this product itself names the person too. @throws Invalid where there are more than `mostActs` */
export async function gatherAnswer(scope: Scope, entryId: string, { known, from, until, site }: Asked): Promise<LogAnswer> {
  // This product itself names the person of a case by the case.
  const question = { subjects: [...pseudonymsOf(scope, known), ...logPseudonyms(scope.organisation.logKeys, 'subject', entryId)], ...(from === null ? {} : { from: startOfDay(from) }), ...(until === null ? {} : { until: startOfDay(addDays(until, 1)) }) }
  const found: FoundRecord[] = []
  for (let after: LogPlace | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const page = await findRecords(scope, question, { ...(after ? { after } : {}), limit: atOnce })
    found.push(...page.records)
    after = page.next
    if (found.length > mostActs) throw new Invalid([{ at: 'from', message: t(`Er staan meer dan ${mostActs} regels over deze persoon in deze periode. Kies een kortere periode, of vraag de persoon waar het om gaat (overweging 63 AVG).`, `More than ${mostActs} records are about this person in this period. Choose a shorter period, or ask the person what it is about (recital 63 GDPR).`) }])
  }
  const activities = await resolveActivities(scope, found.map(({ activity }) => activity))
  const open = await openActivities(scope, [...activities.values()].flatMap((one) => one?.id ?? []))
  const counted = new Map<WithheldLaw, number>()
  const acts: LogAct[] = []
  for (const record of found) {
    const law = withheldBy(record, activities.get(record.activity))
    if (law) counted.set(law, (counted.get(law) ?? 0) + 1)
    else acts.push(actOf(record, activities.get(record.activity), open))
  }
  await recordAccess(scope, { name: 'Logboek doorzocht voor een verzoek om inzage', subjects: [{ type: 'subject', id: entryId }] })
  return { organisation: scope.organisation.name, madeAt: scope.now.toISOString(), site, from, until, kinds: [...new Set(known.map(({ kind }) => kind))], about: await aboutLog(scope), acts, withheld: [...counted].map(([law, count]) => ({ law, count })) }
}

/** What an activity says goes before the mark of a record by itself. Pure. */
export function withheldBy({ isSecret }: Pick<FoundRecord, 'isSecret'>, activity: Pick<KnownActivity, 'withheldBy'> | undefined): WithheldLaw | null {
  return activity?.withheldBy ?? (isSecret ? 'art. 41 lid 1 UAVG' : null)
}

function actOf({ startedAt, name, status, details }: FoundRecord, activity: KnownActivity | undefined, open: ReadonlyMap<string, string>): LogAct {
  return {
    at: startedAt.toISOString(), what: name, isFailed: status === 'Error',
    activity: activity ? { title: activity.id === null ? null : activity.title, path: activity.id === null ? null : open.get(activity.id) ?? null } : null,
    by: details.resource?.['service.name'] === 'waarborg' ? 'own' : 'application',
  }
}

/** Where each stands in the public register; those that aren't in it are left out. */
async function openActivities({ organisation, tx }: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string }>`select t.id from processing_activity t join entry_version e on e.organisation_id = t.organisation_id and e.register = 'processing-activities' and e.entry_id = t.id and e.version = t.version
    where t.organisation_id = ${organisation.id} and t.id = any(${ids}::uuid[]) and t.status = 'active' and (e.snapshot->'input'->>'is_published')::boolean`.execute(tx)
  return new Map(rows.map(({ id }) => [id, `/openbaar/${organisation.slug}/verwerkingen/${id}`]))
}
