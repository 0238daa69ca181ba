// Access log in the demo world: two applications that log, what they sent in the last weeks, and what stands out in it: an activity that nobody knows, work at night, one colleague with far more people than usual, and an application that fell silent. All of it is invented.
import { createHash } from 'node:crypto'
import { makeCredential } from '../access-log/sources/source-credentials.ts'
import { addSource } from '../access-log/sources/sources.ts'
import type { LogRecord } from '../access-record/log-record.ts'
import { activityUri } from '../access-record/own-activity.ts'
import { employeeKind, subjectName } from '../access-record/subject-name.ts'
import { writeBatch } from '../access-record/write-batch.ts'
import { dayAfter, dayOf } from '../ground/clock.ts'
import { insertRows } from '../ground/insert-rows.ts'
import { type LogKey, logPseudonym } from '../ground/log-keys.ts'
import type { Scope } from '../ground/scope.ts'
import { type DemoOrganisation, mailOf } from './organisation.ts'
import type { Settled } from './settle.ts'

const dayMs = 86_400_000
const weeksBack = 3
/** Nobody's register has it. */
const strangeActivity = 'urn:uuid:0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6'
const acts = ['Dossier geopend', 'Gegevens opgezocht', 'Aanvraag beoordeeld', 'Adres gewijzigd', 'Brief gemaakt']

export async function playAccessLog(scope: Scope, demo: DemoOrganisation, { actorFor }: Settled, prefix: string): Promise<void> {
  const { organisation, tx, now } = scope
  const activities = await tx.selectFrom('processing_activity').select('id').where('organisation_id', '=', organisation.id).where('status', '=', 'active').orderBy('number').limit(4).execute()
  const systems = await tx.selectFrom('information_system').select(['id', 'name', 'owner']).where('organisation_id', '=', organisation.id).where('status', '=', 'active').orderBy('number').limit(2).execute()
  const users = demo.people.filter(({ roles }) => roles.some(({ role }) => role === 'employee' || role === 'process_owner')).slice(0, 5).map((person) => mailOf(demo, person, prefix))
  if (activities.length === 0 || systems.length === 0 || users.length === 0) return
  const begun = { ...scope, actor: actorFor('officer', demo.departments[0]!.name), now: new Date(now.getTime() - 60 * dayMs) }
  for (const [index, system] of systems.entries()) {
    const name = system.name ?? 'Zaaksysteem'
    const source = await addSource(begun, { name, description: 'Stuurt een regel bij elke keer dat iemand een dossier opent, opzoekt of wijzigt.', systemId: system.id, caretakerId: system.owner, silentAfterDays: '3' })
    // The second one's token ends soon, and it sent nothing for a week.
    await makeCredential(begun, source, { note: 'productie', expiresOn: dayAfter(dayOf(now), index === 0 ? 'P7M' : 'P12D'), certificate: undefined })
    const made = recordsOf({ key: organisation.logKeys.all()[0]!, seed: `${demo.slug} ${index}`, service: name, users, activities: activities.map(({ id }) => activityUri(id)), idType: demo.kind === 'municipality' ? 'BSN' : `urn:${demo.slug}:klantnummer`, until: now.getTime() - (index === 0 ? 0 : 7 * dayMs), isWhole: index === 0 })
    await writeBatch(scope, 'received', made)
    const days = Map.groupBy(made, ({ startedAt }) => dayOf(new Date(startedAt)))
    await insertRows(tx, 'access_source_day', [...days].map(([day, records]) => ({
      organisation_id: organisation.id, source_id: source, day, record_count: records.length, first_at: new Date(Math.min(...records.map(({ startedAt }) => startedAt))), last_at: new Date(Math.max(...records.map(({ startedAt }) => startedAt))),
    })))
  }
}

type Wish = { key: LogKey; seed: string; service: string; users: readonly string[]; activities: readonly string[]; idType: string; until: number; isWhole: boolean }

/** Working days of some weeks: each colleague opens a few files. In the whole picture somebody also worked at night, somebody went through a long list, and an activity is unknown. */
function recordsOf({ key, seed, service, users, activities, idType, until, isWhole }: Wish): LogRecord[] {
  const records: LogRecord[] = []
  const details = JSON.stringify({ resource: { 'service.name': service } })
  const id = (...parts: readonly (string | number)[]) => createHash('sha256').update(`${seed} ${parts.join(' ')}`).digest()
  const add = (at: number, user: string, name: string, activity: string, people: readonly number[]) => {
    if (at >= until) return
    const place = records.length
    const act: LogRecord = {
      traceId: id('trace', place).subarray(0, 16), spanId: id('span', place).subarray(0, 8), parentSpanId: null, status: 'Ok', name, startedAt: at, endedAt: at + 340, activity, actor: logPseudonym(key, employeeKind, user), subject: null, subjectType: null, isSecret: false, details,
    }
    const about = people.map((person) => { const { type, id: number } = subjectName(idType, testNumbers[person]!); return { subject: logPseudonym(key, type, number), subjectType: type } })
    if (about.length === 1) records.push({ ...act, ...about[0]! })
    else records.push(act, ...about.map((whose, index) => ({ ...act, ...whose, spanId: id('span', place, index).subarray(0, 8), parentSpanId: act.spanId })))
  }
  const today = Math.floor(until / dayMs) * dayMs
  const workdays = Array.from({ length: weeksBack * 7 }, (_, back) => today - (weeksBack * 7 - back) * dayMs).filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
  for (const [index, day] of workdays.entries()) {
    for (const [colleague, user] of users.entries()) {
      const count = isWhole ? 2 + (index + colleague) % 3 : 1
      for (let turn = 0; turn < count; turn++) {
        const chance = id(index, colleague, turn)
        // Between nine and four in Amsterdam, in summer and winter.
        const at = day + (8 + chance[0]! % 6) * 3_600_000 + (chance[1]! % 60) * 60_000 + turn * 1_000
        add(at, user, acts[chance[2]! % acts.length]!, activities[chance[3]! % activities.length]!, [chance[4]! % 90])
      }
    }
  }
  if (!isWhole) return records
  const [recent, earlier] = [workdays.at(-1)!, workdays.at(-3)!]
  add(recent + 10 * 3_600_000, users[1 % users.length]!, 'Lijst bekeken', activities[0]!, Array.from({ length: 84 }, (_, person) => person))
  for (const turn of [0, 1, 2]) add(earlier + 3_600_000 + turn * 240_000, users[2 % users.length]!, 'Dossier geopend', activities[0]!, [40 + turn])
  for (const turn of [0, 1]) add(earlier + 11 * 3_600_000 + turn * 60_000, users[0]!, 'Oud archief doorzocht', strangeActivity, [70 + turn])
  return records
}

/** Numbers of the range that is meant for tests, which pass the eleven-proof. */
const testNumbers = Array.from({ length: 1_100 }, (_, index) => String(999_990_000 + index)).filter((text) => {
  const digits = [...text].map(Number)
  return (digits.slice(0, 8).reduce((total, digit, index) => total + digit * (9 - index), 0) - digits[8]!) % 11 === 0
})
