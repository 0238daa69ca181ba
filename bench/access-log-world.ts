// Access log world: records of several organisations over a year, straight into the months, with indexes made afterwards; some people and all employees under names that the product can look up.
import pg from 'pg'

export type LogWorld = { readonly organisations: readonly string[]; readonly subjects: readonly Buffer[]; readonly actors: readonly Buffer[]; readonly activities: readonly string[]; readonly now: Date }

/** Twenty records for each data subject. */
export const recordsPerSubject = 20
const months = 12

/** So many records in all, the first organisation has a third. Superuser only. @returns seconds */
export async function fillLog(superUrl: string, { organisations, subjects, actors, activities, now }: LogWorld, records: number): Promise<number> {
  const started = performance.now()
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`)
    for (let back = 0; back <= months; back++) await client.query(`select keep_access_month(date_trunc('month', $1::timestamptz) - $2 * interval '1 month')`, [now, back])
    await client.query('truncate access_record')
    const { rows: indexes } = await client.query<{ name: string; made: string }>(`select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index where indrelid = 'access_record'::regclass and not indisprimary`)
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    for (const [place, organisation] of organisations.entries()) {
      const count = Math.round(place === 0 ? records / 3 : records * 2 / 3 / (organisations.length - 1))
      const people = Math.max(subjects.length, Math.round(count / recordsPerSubject))
      await client.query('begin')
      await client.query(`select set_config('app.organisation', $1, true)`, [organisation])
      await client.query(`
        insert into access_record (organisation_id, trace_id, span_id, started_at, ended_at, parent_span_id, status, name, activity, actor_id, subject_id, subject_type, is_secret, details, batch_id, position)
        select $1::uuid, decode(md5('t' || n), 'hex'), substr(decode(md5('s' || n), 'hex'), 1, 8), at, at + interval '40 ms', null, 'Ok', 'Dossier bekeken', ($5::text[])[1 + (h2 % cardinality($5::text[]))], ($4::bytea[])[1 + (h3 % cardinality($4::bytea[]))],
          case when h1 % $7 < cardinality($3::bytea[]) then ($3::bytea[])[1 + (h1 % $7)] else sha256(('p' || (h1 % $7))::bytea) end, 'bsn', false, '{"resource":{"service.name":"Zaaksysteem"}}', $1::uuid, n
        from generate_series(1, $2::int) n, lateral (select hashint4(n) & 1073741823 as h1, hashint4(n + 7777777) & 1073741823 as h2, hashint4(n + 99999999) & 1073741823 as h3) h,
          lateral (select date_trunc('milliseconds', $6::timestamptz - (n::float8 / $2) * interval '365 days') as at) a`, [organisation, count, place === 0 ? subjects : [], actors, activities, now, people])
      await client.query(`delete from access_day_count where organisation_id = $1`, [organisation])
      await client.query(`insert into access_day_count (organisation_id, day, activity, service, records, subjects, failed)
        select organisation_id, (started_at at time zone 'Europe/Amsterdam')::date, activity, 'Zaaksysteem', count(*), count(*), 0 from access_record where organisation_id = $1 group by 1, 2, 3`, [organisation])
      await client.query('commit')
    }
    for (const { made } of indexes) await client.query(made.replace(' ON ONLY ', ' ON '))
    await client.query('vacuum analyze access_record, access_day_count')
  } finally {
    await client.end()
  }
  return (performance.now() - started) / 1000
}
