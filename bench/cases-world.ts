// Cases world: an organisation with 50,000 requests and 10,000 breaches, most of them closed, with the terms that ran and run for them; straight into the tables.
import pg from 'pg'

export type CaseWorld = { readonly requests: number; readonly breaches: number; readonly running: number; readonly seconds: number }

const departments = `(select array_agg(id order by id) from department where organisation_id = $1)`
const chance = (salt: number, most: number) => `((hashint4(n * 31 + ${salt}) & 1073741823) % ${most})`
const id = (kind: string) => `(lpad(to_hex(26411008 + (n >> 16)), 8, '0') || '-' || lpad(to_hex(n & 65535), 4, '0') || '-7000-8${kind}-' || lpad(to_hex(n), 12, '0'))::uuid`
const common = 'organisation_id, id, status, revision, version, created_at, updated_at, sort_name'
/** One in ten is open; half of these end within the month, some are late. */
const isOpen = `${chance(1, 10)} = 0`
const receivedAt = `timestamptz '2026-11-22 09:00+01' - case when ${isOpen} then ${chance(2, 40)} else 40 + ${chance(2, 1500)} end * interval '1 day' - ${chance(3, 1440)} * interval '1 minute'`

/** Superuser only: foreign keys aren't checked meanwhile. */
export async function fillCases(superUrl: string, organisation: string, requests: number, breaches: number): Promise<CaseWorld> {
  const started = performance.now()
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'`)
    await client.query(`insert into subject_request (${common}, title, number, "right", received_at, channel, language, request, subject_name, subject_email, subject_kind, department, answered_on, findings_serious, findings_attention)
      select $1, ${id('a00')}, case when ${isOpen} then ('{received,identified,scoped,collecting,decided}'::text[])[1 + ${chance(4, 5)}] else 'closed' end, 3, 0, at, at + interval '2 days', 'verzoek ' || n, 'Verzoek ' || n, 'VZ-' || n,
        ('{access,access,access,access,rectification,erasure,erasure,objection,marketing,portability}'::text[])[1 + ${chance(5, 10)}], at, ('{web,portal,email,letter,desk}'::text[])[1 + ${chance(6, 5)}], 'nl', repeat('Ik wil weten welke gegevens u van mij hebt. ', 1 + ${chance(7, 12)}),
        'Vrager ' || ${chance(8, 30_000)}, 'vrager-' || ${chance(8, 30_000)} || '@post.example', 'self', (${departments})[1 + ${chance(9, 3)}], case when ${isOpen} then null else (at + interval '20 days')::date end, ${chance(10, 20)} / 19, ${chance(11, 8)} / 7
      from generate_series(1, $2::int) n, lateral (select ${receivedAt} as at) r`, [organisation, requests])
    await client.query(`insert into breach (${common}, name, number, received_at, aware_at, channel, language, role, judgement, what_happened, department, kinds, cause, risk, findings_serious, findings_attention)
      select $1, ${id('b00')}, case when ${isOpen} then ('{reported,investigating,weighed,to_report,handled}'::text[])[1 + ${chance(4, 5)}] else 'closed' end, 4, 0, at, at + interval '2 days', 'datalek ' || n, 'Datalek ' || n, 'DL-' || n, at, at, 'web', 'nl', 'controller', 'yes',
        repeat('Een brief ging naar een verkeerd adres. ', 1 + ${chance(7, 12)}), (${departments})[1 + ${chance(9, 3)}], '{confidentiality}', 'misdirected', ('{unlikely,risk,high}'::text[])[1 + ${chance(5, 3)}], ${chance(10, 20)} / 19, ${chance(11, 8)} / 7
      from generate_series(1, $2::int) n, lateral (select ${receivedAt} as at) r`, [organisation, breaches])
    const terms = (register: string, table: string, kind: string, duration: string, clock: string, from: string) => `
      insert into deadline (organisation_id, id, register, entry_id, kind, regime, citation, duration, clock, started_at, due_on, due_at, first_due_at, is_cut, steps, notes, remind_at, met_at, met_by)
      select $1, gen_random_uuid(), '${register}', t.id, '${kind}', 'eu', 'art. 12 lid 3 AVG', '${duration}', '${clock}', t.${from}, (t.${from} + interval '${duration}')::date, t.${from} + interval '${duration}', t.${from} + interval '${duration}', false, '[]', '[]', t.${from} + interval '${duration}' / 2,
        case when t.status = 'closed' then t.${from} + interval '${duration}' * 0.8 end, case when t.status = 'closed' then 'status' end
      from ${table} t where t.organisation_id = $1`
    await client.query(terms('requests', 'subject_request', 'answer', 'P1M', 'calendar', 'received_at'), [organisation])
    await client.query(terms('breaches', 'breach', 'report', 'PT72H', 'elapsed', 'aware_at'), [organisation])
    await client.query(terms('breaches', 'breach', 'weigh', 'PT24H', 'elapsed', 'aware_at'), [organisation])
    await client.query('vacuum analyze')
    const { rows: [row] } = await client.query<{ running: number }>('select count(*)::int as running from deadline where organisation_id = $1 and met_at is null and lapsed_at is null', [organisation])
    return { requests, breaches, running: row!.running, seconds: (performance.now() - started) / 1000 }
  } finally {
    await client.end()
  }
}
