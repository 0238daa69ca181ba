// Access log bare: what a question to the log and the pages about it show, asked by hand.
import type { Question } from './bare-sql.ts'
import type { LogWorld } from './access-log-world.ts'

const columns = 'trace_id, span_id, parent_span_id, started_at, ended_at, status, name, activity, actor_id, subject_id, subject_type, is_secret, details'
const day = `(started_at at time zone 'Europe/Amsterdam')::date`

/** Of the organisation that is asked about. `open`: without what is under secrecy, as a privacy officer reads it. */
export function bareLog({ organisation: { id }, activities }: LogWorld) {
  const seen = (subject: Buffer, { from, open = false }: { from?: Date; open?: boolean } = {}): Question =>
    [`select ${columns} from access_record where organisation_id = $1 and subject_id = $2 ${from ? 'and started_at >= $3' : ''} ${open ? 'and not is_secret' : ''} order by started_at desc, span_id desc limit 51`, [id, subject, ...from ? [from] : []]]
  const did = (actor: Buffer, from: Date, until: Date): Question => [`select ${columns} from access_record where organisation_id = $1 and actor_id = $2 and started_at >= $3 and started_at < $4 and not is_secret order by started_at desc, span_id desc limit 51`, [id, actor, from, until]]
  // With what stands below an act that names nobody, as the product counts it.
  const counted = (actor: Buffer, from: Date, until: Date): Question => [
    `with own as (select trace_id, span_id, started_at, activity, subject_id from access_record where organisation_id = $1 and actor_id = $2 and started_at >= $3 and started_at < $4 and not is_secret order by started_at desc limit 10000),
      used as (select started_at, activity, subject_id from own union all select r.started_at, r.activity, r.subject_id from own o join access_record r on r.organisation_id = $1 and r.trace_id = o.trace_id and r.parent_span_id = o.span_id
        and r.actor_id is null and r.subject_id is not null and not r.is_secret and r.started_at >= $3 and r.started_at < $4::timestamptz + interval '1 day' where o.subject_id is null)
      select ${day} as day, activity, count(*), count(distinct subject_id) from used group by grouping sets (1, 2, ())`, [id, actor, from, until]]
  const secret = (column: 'subject_id' | 'actor_id', of: Buffer, from: Date): Question => [`select count(*) from (select from access_record where organisation_id = $1 and ${column} = $2 and started_at >= $3 and is_secret limit 1001) s`, [id, of, from]]
  const names: Question[] = [
    ['select id, name from person where organisation_id = $1 and email = any($2)', [id, Array.from({ length: 20 }, (_, index) => `m${index}@meetdorp.example`)]],
    ['select id, number, name from processing_activity where organisation_id = $1 and id = any($2::uuid[])', [id, activities.slice(0, 20).map((text) => text.slice(-36))]],
  ]
  const kept = (question: string): Question => ['select q.*, p.name from access_question q join person p on p.organisation_id = q.organisation_id and p.id = q.asked_by where q.organisation_id = $1 and q.id = $2', [id, question]]
  return {
    seen,
    seenNamed: (subject: Buffer, from: Date): Question[] => [seen(subject, { from, open: true }), ...names],
    seenPage: (question: string, subject: Buffer, from: Date): Question[] => [kept(question), seen(subject, { from, open: true }), secret('subject_id', subject, from), ...names],
    counted,
    didPage: (question: string, actor: Buffer, from: Date, until: Date): Question[] => [kept(question), did(actor, from, until), counted(actor, from, until), secret('actor_id', actor, from), ...names],
    /** From what is added up each night: over the log itself it would be a count of a third of all records. */
    byMonth: (from: Date): Question => [`select date_trunc('month', day::timestamp)::date, activity, sum(records), sum(subjects) from access_day_count where organisation_id = $1 and day >= $2 group by 1, 2 order by 1, 2`, [id, from.toISOString().slice(0, 10)]],
    /** Counted over the log itself. */
    byDay: (from: Date): Question => [`select ${day}, count(*) from access_record where organisation_id = $1 and started_at >= $2 group by 1`, [id, from]],
  }
}
