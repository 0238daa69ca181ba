// Log: the data that went out: what, to whom, when, on which ground and about how many people; whose data they were as marks; and what recipients were told later (art. 19 en 30 AVG; N-47).
import { sql } from 'kysely'
import { insertRows } from '../../ground/insert-rows.ts'
import { newId } from '../../ground/ids.ts'
import { personOf as actorOf, type Scope } from '../../ground/scope.ts'
import type { Ground } from './decision.ts'
import { markOf, type Subject } from './subject-marks.ts'
import { disclosures } from './register.ts'

export type Disclosed = { readonly on: string; readonly what: string; readonly recipient: string; readonly ground: Ground; readonly people: number; readonly note: string | null; readonly subjects: readonly Subject[] }
export type LoggedDisclosure = Omit<Disclosed, 'subjects'> & { readonly id: string; readonly marked: number; readonly told: number; readonly by: string | null }

/** Writes what went out. `batch`: lines of one file. @returns their ids, in order */
export async function writeLog(scope: Scope, disclosureId: string, lines: readonly Disclosed[], batch: string | null = null): Promise<string[]> {
  const { organisation, now, tx } = scope
  const ids = lines.map(() => newId())
  await insertRows(tx, 'disclosed_data', lines.map(({ on, what, recipient, ground, people, note }, index) => ({
    organisation_id: organisation.id, id: ids[index], disclosure_id: disclosureId, disclosed_on: on, what, recipient, ground, people, note, batch_id: batch, logged_at: now, logged_by: actorOf(scope.actor),
  })))
  await insertRows(tx, 'disclosed_subject', lines.flatMap(({ subjects }, index) => subjects.map((subject) => ({ organisation_id: organisation.id, log_id: ids[index], mark: `\\x${markOf(organisation.key, subject).toString('hex')}` }))))
  return ids
}

/** The newest first. */
export async function readLog(scope: Scope, disclosureId: string, most: number): Promise<LoggedDisclosure[]> {
  const { rows } = await sql<LoggedDisclosure>`
    select l.id, l.disclosed_on as on, l.what, l.recipient, l.ground, l.people, l.note, p.name as by,
      (select count(*)::integer from disclosed_subject s where s.organisation_id = l.organisation_id and s.log_id = l.id) as marked,
      (select count(*)::integer from disclosed_notice n where n.organisation_id = l.organisation_id and n.log_id = l.id and n.told_on is not null) as told
    from disclosed_data l left join person p on p.organisation_id = l.organisation_id and p.id = l.logged_by
    where l.organisation_id = ${scope.organisation.id} and l.disclosure_id = ${disclosureId} order by l.disclosed_on desc, l.id desc limit ${most}`.execute(scope.tx)
  return rows
}

/** `people`: summed over all lines. */
export async function countLog(scope: Scope, disclosureId: string): Promise<{ lines: number; people: number; last: string | null }> {
  const { rows } = await sql<{ lines: number; people: number; last: string | null }>`select count(*)::integer as lines, coalesce(sum(people), 0)::double precision as people, max(disclosed_on) as last from disclosed_data where organisation_id = ${scope.organisation.id} and disclosure_id = ${disclosureId}`.execute(scope.tx)
  return rows[0]!
}

export type FoundRecipient = { readonly logId: string; readonly disclosureId: string; readonly number: string; readonly title: string; readonly recipient: string; readonly contact: string | null; readonly on: string; readonly what: string; readonly told: readonly Told[] }
export type Told = { readonly kind: NoticeKind; readonly on: string | null; readonly whyNot: string | null }
export const noticeKinds = ['rectification', 'erasure', 'restriction'] as const
export type NoticeKind = (typeof noticeKinds)[number]

const mostFound = 1000

/** To whom data of these persons went, among what the actor may see: the newest first. */
export async function recipientsOf(scope: Scope, subjects: readonly Subject[]): Promise<FoundRecipient[]> {
  if (subjects.length === 0) return []
  const marks = subjects.map((subject) => markOf(scope.organisation.key, subject))
  const { rows } = await sql<Omit<FoundRecipient, 'told'> & { told: Told[] | null }>`
    select l.id as "logId", t.id as "disclosureId", t.number, t.name as title, l.recipient, t.recipient_contact as contact, l.disclosed_on as on, l.what,
      (select jsonb_agg(jsonb_build_object('kind', n.kind, 'on', n.told_on, 'whyNot', n.why_not) order by n.id) from disclosed_notice n where n.organisation_id = l.organisation_id and n.log_id = l.id and n.mark = any(${marks}::bytea[])) as told
    from disclosed_data l join disclosure t on t.organisation_id = l.organisation_id and t.id = l.disclosure_id
    where l.organisation_id = ${scope.organisation.id} and l.id in (select s.log_id from disclosed_subject s where s.organisation_id = ${scope.organisation.id} and s.mark = any(${marks}::bytea[])) and ${disclosures.visible(scope.actor)}
    order by l.disclosed_on desc, l.id desc limit ${mostFound}`.execute(scope.tx)
  return rows.map((row) => ({ ...row, told: row.told ?? [] }))
}

/** Keeps that recipients were told of a change for this person, or why they couldn't be (art. 19 AVG). Only lines that are about this person. @returns how many */
export async function writeNotices(scope: Scope, subject: Subject, logIds: readonly string[], notice: { readonly kind: NoticeKind; readonly on: string | null; readonly whyNot: string | null }): Promise<number> {
  const found = new Set((await recipientsOf(scope, [subject])).map(({ logId }) => logId))
  const about = logIds.filter((id, index) => found.has(id) && logIds.indexOf(id) === index)
  const mark = `\\x${markOf(scope.organisation.key, subject).toString('hex')}`
  await insertRows(scope.tx, 'disclosed_notice', about.map((logId) => ({
    organisation_id: scope.organisation.id, id: newId(), log_id: logId, mark, kind: notice.kind, told_on: notice.on, why_not: notice.whyNot, noted_at: scope.now, noted_by: actorOf(scope.actor),
  })))
  return about.length
}
