// Chain world: processors with sub-processors behind them, of which some are processors themselves, so that there are circles too; straight into the tables.
import pg from 'pg'

const chance = (salt: number, most: number) => `((hashint4(n * 31 + ${salt}) & 1073741823) % ${most})`
const id = (n: string) => `(lpad(to_hex(26411008 + (${n} >> 16)), 8, '0') || '-' || lpad(to_hex(${n} & 65535), 4, '0') || '-7000-8c00-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/** Superuser only: foreign keys aren't checked meanwhile. @returns seconds */
export async function fillChain(superUrl: string, organisation: string, processors: number, links: number): Promise<number> {
  const started = performance.now()
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'`)
    await client.query(`insert into processor (organisation_id, id, status, revision, version, created_at, updated_at, review_due_on, sort_name, name, number, country, department, findings_serious, findings_attention)
      select $1, ${id('n')}, 'active', 1, 1, timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute', date '2026-06-01' + ${chance(1, 400)}, 'verwerker ' || lpad(n::text, 6, '0'), 'Verwerker ' || lpad(n::text, 6, '0'), 'P-' || n,
        ('{NL,NL,NL,NL,DE,IE,US}'::text[])[1 + ${chance(2, 7)}], (select (array_agg(d.id order by d.id))[1 + ${chance(3, 3)}] from department d where d.organisation_id = $1), ${chance(4, 10)} / 9, ${chance(5, 4)} / 3
      from generate_series(1, $2::int) n`, [organisation, processors])
    // One in fifty of those behind a processor is a processor itself; the others are shared among many.
    await client.query(`insert into processor_sub_processors (organisation_id, entry_id, position, name, service, country, consent, consented_on)
      select $1, ${id('1 + (n - 1) % $2::int')}, (n - 1) / $2::int, case when ${chance(6, 50)} = 0 then 'Verwerker ' || lpad((1 + ${chance(7, 100_000)} % $2::int)::text, 6, '0') else 'Subverwerker ' || ${chance(8, 3000)} || ' B.V.' end, 'Hosting en beheer van servers',
        ('{NL,NL,NL,DE,IE,US}'::text[])[1 + ${chance(9, 6)}], ('{given,given,given,conditional,asked,none}'::text[])[1 + ${chance(10, 6)}], date '2026-01-01'
      from generate_series(1, $3::int) n`, [organisation, processors, links])
    await client.query(`insert into processor_guarantees (organisation_id, entry_id, position, kind, valid_until_on, seen_on) select $1, ${id('n')}, 0, 'iso_27001', date '2026-10-01' + ${chance(11, 1000)}, date '2026-01-01' from generate_series(1, $2::int) n`, [organisation, processors])
    await client.query('vacuum analyze')
    return (performance.now() - started) / 1000
  } finally {
    await client.end()
  }
}
