// World SQL: the statements that fill the tables, in order; every value follows from a hash of its row's number, so that each run has the same world.

const others = "organisation o where o.slug like 'buur-%'"

/** A number that looks like chance, of a row's hash and a salt; and ids in order of time, so that rows arrive as they would. */
export const tools: readonly string[] = [
  `create function bench.chance(h int, salt int) returns int language sql immutable as 'select hashint4(h + salt * 7919) & 1073741823'`,
  `create function bench.id(kind text, place int, n bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(26411008 + (n >> 16)), 8, '0') || '-' || lpad(to_hex(n & 65535), 4, '0') || '-7000-8' || kind || '-' || lpad(to_hex(place), 12, '0'))::uuid $$`,
]

/** The other organisations, with the catalogues and bodies of the large one ($1), and departments and colleagues of their own. */
export const neighbours: readonly string[] = [
  `insert into organisation (id, slug, name, kind, key_wrapped, created_at)
    select bench.id('fff', n, n), 'buur-' || n, 'Buur ' || n, 'municipality', '', '2026-01-01' from generate_series(1, 299) n where $1::uuid is not null`,
  // The selection list is longer than all the others together; rows of it in 299 organisations would tell nothing more.
  `insert into catalogue_term select (jsonb_populate_record(t, jsonb_build_object('organisation_id', o.id))).* from catalogue_term t, ${others} and t.organisation_id = $1 and t.catalogue <> 'selection-list'`,
  `insert into governing_body select o.id, gen_random_uuid(), b.name, b.position, true from governing_body b, ${others} and b.organisation_id = $1`,
  `insert into department (organisation_id, id, name) select o.id, gen_random_uuid(), 'Afdeling ' || n from organisation o, generate_series(1, case when o.id = $1 then 60 else 12 end) n`,
  `insert into person (organisation_id, id, name, email, created_at)
    select o.id, gen_random_uuid(), 'Collega ' || n, 'collega-' || n || '@' || o.slug || '.example', '2026-01-01' from organisation o, generate_series(1, case when o.id = $1 then 300 else 20 end) n`,
  // 1,024 draws of a key from each catalogue: few keys come often, most seldom.
  `create unlogged table bench.draw as select catalogue, n, keys[1 + floor(cardinality(keys) * power((hashint4(n) & 1073741823) / 1073741824.0::float8, 2))::int] as key
    from (select catalogue, array_agg(key order by position, key) as keys from catalogue_term where organisation_id = $1 group by catalogue) k, generate_series(0, 1023) n`,
  'create unique index on bench.draw (catalogue, n) include (key)',
  `create unlogged table bench.tenant as select o.id as organisation_id, row_number() over (order by o.id)::int as place, o.id = $1 as is_large,
    (select array_agg(id order by id) from department d where d.organisation_id = o.id) as departments,
    (select array_agg(id order by id) from person p where p.organisation_id = o.id and p.account_id is null) as persons,
    (select array_agg(id order by position) from governing_body b where b.organisation_id = o.id) as bodies from organisation o`,
]

/** One row an entry: the large organisation has $1 of them, the others 200 to 1,000, most of them few. `h` is its hash. */
export const entries = `
  create unlogged table bench.entry as
  select t.organisation_id, t.place, t.is_large, n, bench.id('a00', t.place, n) as id, hashint8(n::bigint * 1000 + t.place) & 1073741823 as h
  from bench.tenant t, lateral generate_series(1, case when is_large then $1::int else 200 + (800 * power((hashint4(place * 7919) & 1023) / 1024.0, 6))::int end) n order by t.place, n`

const chance = (salt: number, most: number) => `bench.chance(e.h, ${salt}) % ${most}`
const key = (catalogue: string, salt: string) => `(select key from bench.draw where catalogue = '${catalogue}' and n = bench.chance(e.h, ${salt}) & 1023)`
const text = (kind: 'short' | 'long' | 'letters' | 'document', salt: string) => `(select ${kind} from bench.text where n = 1 + bench.chance(e.h, ${salt}) % 4000)`
const oneOf = (values: string, salt: string | number) => `('{${values}}'::text[])[1 + bench.chance(e.h, ${salt}) % ${values.split(',').length}]`
/** A made-up place that ten entries of an organisation share. */
const syllables = '{ka,vo,del,mi,ru,spo,len,tar,wij,bo,hei,zan,gro,pel,dui,ster,mar,loo,ven,rik,oos,hol}'
const place = (n: string) => `initcap(('${syllables}'::text[])[1 + (${n} / 10) % 22] || ('${syllables}'::text[])[1 + (${n} / 220) % 22] || ('${syllables}'::text[])[1 + (${n} / 4840) % 22])`
const name = `initcap(split_part(${text('short', '1')}, ' ', 1)) || ' ' || split_part(${text('short', '2')}, ' ', 4) || ' ' || ${place('e.n')} || ' ' || e.n`

export const findings = `
  create unlogged table bench.finding as
  select distinct e.organisation_id, e.id, r.rule, r.field, r.severity from (select * from bench.entry) e, lateral generate_series(1, ('{0,0,0,1,1,2,3,4}'::int[])[1 + ${chance(3, 8)}]) p,
    lateral (select 1 + floor((select count(*) from bench.rule where register = 'processing-activities') * power((hashint4(e.h + p * 104729) & 1073741823) / 1073741824.0::float8, 2))::int as n) chosen
    join bench.rule r on r.register = 'processing-activities' and r.n = chosen.n order by e.organisation_id, e.id`

export const entryRows = `
  insert into processing_activity (organisation_id, id, status, revision, version, created_at, created_by, updated_at, updated_by, reviewed_on, review_due_on, sort_name, name, number, role, regime, description, task,
    public_or_private, controller_body, department, owner, proportionality, subsidiarity, bsn_law, bsn_necessity, is_erasure_possible, automated_decisions, profiling, camera, algorithm, dpia_status, dpia_on, is_published, public_summary,
    findings_blocking, findings_serious, findings_attention)
  select e.organisation_id, e.id, s.status, 1 + ${chance(4, 9)}, case when s.status in ('active', 'ended') then 1 + ${chance(5, 3)} else 0 end, timestamptz '2024-01-01' + e.n * interval '3 minutes', o.owner,
    timestamptz '2025-01-01' + ${chance(6, 900000)} * interval '1 minute', o.owner, date '2025-06-01' + ${chance(7, 500)}, case when s.status = 'active' and ${chance(8, 10)} > 0 then date '2026-06-01' + ${chance(9, 600)} end,
    lower(named.name), named.name, 'V-' || e.n, ${oneOf('controller,controller,controller,joint_controller,processor', 10)}, case when ${chance(11, 40)} = 0 then 'police' else 'gdpr' end, ${text('long', '12')}, ${text('short', '13')},
    'public', o.body, o.department, o.owner, ${text('long', '14')}, ${text('short', '15')}, case when ${chance(16, 2)} = 0 then ${key('sector-law', '17')} end, ${text('short', '18')}, true, false, ${chance(19, 10)} = 0,
    ${chance(20, 20)} = 0, false, ${oneOf('none,done,done,in_progress', 21)}, date '2025-01-01' + ${chance(22, 400)}, ${chance(23, 3)} > 0, ${text('short', '24')}, coalesce(f.blocking, 0), coalesce(f.serious, 0), coalesce(f.attention, 0)
  from bench.entry e join bench.tenant t using (organisation_id),
    lateral (select t.departments[1 + ${chance(25, 1000)} % cardinality(t.departments)] as department, t.persons[1 + ${chance(26, 1000)} % cardinality(t.persons)] as owner, t.bodies[1 + ${chance(27, 1000)} % cardinality(t.bodies)] as body) o,
    lateral (select ${oneOf('active,active,active,active,active,active,active,draft,in_review,ended', 28)} as status) s, lateral (select ${name} as name) named
    left join lateral (select count(*) filter (where severity = 'blocking') as blocking, count(*) filter (where severity = 'serious') as serious, count(*) filter (where severity = 'attention') as attention
      from bench.finding f where f.organisation_id = e.organisation_id and f.id = e.id) f on true
  order by e.place, e.n`

/** `count` rows for an entry; in other organisations at most one. */
const child = (table: string, columns: string, count: string, values: string) => `
  insert into processing_activity_${table} (organisation_id, entry_id, position, ${columns}) select e.organisation_id, e.id, p, ${values}
  from bench.entry e, lateral generate_series(0, case when e.is_large then ${count} else least(1, ${count}) end - 1) p on conflict do nothing`
const terms = (table: string, catalogue: string, count: string, salt: number) => child(table, 'key', count, key(catalogue, `${salt} + p`))
const pointed = (kind: string, large: number, small: number, salt: number) => `case when bench.chance(e.h, ${salt} + p) % 5 > 1 then bench.id('${kind}', e.place, 1 + bench.chance(e.h, ${salt + 5} + p) % case when e.is_large then ${large} else ${small} end) end`

export const children: readonly string[] = [
  terms('subject_categories', 'subject-category', `2 + ${chance(30, 3)}`, 100),
  terms('data_categories', 'data-category', `3 + ${chance(31, 6)}`, 110),
  terms('sources', 'data-source', `1 + ${chance(32, 3)}`, 120),
  terms('measures', 'measure', `3 + ${chance(33, 4)}`, 130),
  child('purposes', 'purpose, kind', `1 + ${chance(34, 3)}`, `${text('short', '140 + p')}, case when p = 0 then 'main' else 'sub' end`),
  child('legal_bases', 'basis, law, article', `1 + ${chance(35, 2)}`, `${key('legal-basis', '150 + p')}, ${key('sector-law', '155 + p')}, 'artikel ' || (1 + bench.chance(e.h, 157) % 80)`),
  child('recipients', 'recipient, what', `1 + ${chance(36, 4)}`, `${key('recipient', '160 + p')}, ${text('short', '165 + p')}`),
  child('processors', 'processor, name, service, agreement', `1 + ${chance(37, 2)}`, `${pointed('b00', 1500, 15, 170)}, case when bench.chance(e.h, 170 + p) % 5 <= 1 then 'Leverancier ' || bench.chance(e.h, 172) % 300 end, 'hosting', 'in_force'`),
  child('stores', 'system, name, kind', `1 + ${chance(38, 2)}`, `${pointed('c00', 2000, 20, 180)}, case when bench.chance(e.h, 180 + p) % 5 <= 1 then 'Map ' || bench.chance(e.h, 182) % 300 end, 'central'`),
  child('retention_rules', 'applies_to, source, term, disposal, starts_at', `1 + ${chance(39, 2)}`, `'alle gegevens', 'own', 'P' || (1 + bench.chance(e.h, 190 + p) % 20) || 'Y', 'destroy', 'einde van de zaak'`),
  child('transfers', 'country, recipient, instrument', `case when ${chance(40, 10)} = 0 then 1 else 0 end`, `${key('country', '200')}, 'Ontvanger', ${key('transfer-instrument', '201')}`),
  child('special_exceptions', 'exception, explanation', `case when ${chance(41, 6)} = 0 then 1 else 0 end`, `${key('special-exception', '202')}, ${text('short', '203')}`),
  child('sector_rules', 'law, aspect, rule', `case when ${chance(42, 4)} = 0 then 1 else 0 end`, `${key('sector-law', '204')}, 'retention', ${text('short', '205')}`),
  child('joint_controllers', 'name, contact', `case when ${chance(43, 12)} = 0 then 1 else 0 end`, `'Buurgemeente', 'postbus 1'`),
]

const others2 = (large: number, small: number) => `case when t.is_large then ${large} else ${small} end`
const small = (table: string, kind: string, large: number, fewer: number, columns: string, values: string) => `
  insert into ${table} (organisation_id, id, status, revision, version, created_at, updated_at, review_due_on, sort_name, name, number, department, owner, findings_serious, findings_attention${columns})
  select e.organisation_id, bench.id('${kind}', e.place, e.n), case when e.n % 12 = 0 then 'ended' else 'active' end, 1, 1, '2025-01-01', timestamptz '2025-01-01' + ${chance(50, 900000)} * interval '1 minute', date '2026-06-01' + ${chance(51, 600)},
    lower(named.name), named.name, 'N-' || e.n, e.departments[1 + ${chance(52, 1000)} % cardinality(e.departments)], e.persons[1 + ${chance(53, 1000)} % cardinality(e.persons)], ${chance(54, 3)}, ${chance(55, 4)}${values}
  from (select t.*, n, hashint8(n::bigint * 1000 + t.place) & 1073741823 as h from bench.tenant t, lateral generate_series(1, ${others2(large, fewer)}) n) e, lateral (select ${name} as name) named`

export const registers: readonly string[] = [
  small('processor', 'b00', 1_500, 15, ', services, country', `, ${text('short', '60')}, ${key('country', '61')}`),
  small('information_system', 'c00', 2_000, 20, ', kind, description, supplier, hosting', `, 'central', ${text('long', '62')}, bench.id('b00', e.place, 1 + ${chance(63, 15)}), 'supplier'`),
  `insert into information_system_data_categories (organisation_id, entry_id, position, key)
    select e.organisation_id, e.id, p, ${key('data-category', '64 + p')} from (select organisation_id, id, ('x' || left(md5(id::text), 7))::bit(28)::int as h from information_system) e, generate_series(0, 4) p on conflict do nothing`,
  small('processor_agreement', 'd00', 1_500, 15, ', processor, model, starts_on', `, bench.id('b00', e.place, e.n), 'own', '2024-01-01'`),
  `insert into processor_agreement_processings (organisation_id, entry_id, position, processing)
    select t.organisation_id, bench.id('d00', t.place, n), p, bench.id('a00', t.place, 1 + bench.chance(n, p) % ${others2(900, 200)}) from bench.tenant t, lateral generate_series(1, ${others2(1_500, 15)}) n, generate_series(0, 2) p`,
]

/** What happened to the entries: findings, history, versions, a few proposals, remarks and comments, and what they are found by. */
export const lives: readonly string[] = [
  `insert into finding select organisation_id, 'processing-activities', id, rule, field, severity, '', '2026-01-01' from bench.finding`,
  `insert into history_event (organisation_id, id, register, entry_id, verb, person_id, at, revision)
    select e.organisation_id, bench.id('e00', e.place, e.n * 4 + p), 'processing-activities', e.id, ('{create,change,submit,activate}'::text[])[1 + p], t.persons[1], timestamptz '2024-01-01' + e.n * interval '3 minutes' + p * interval '1 day', 1 + p
    from bench.entry e join bench.tenant t using (organisation_id), generate_series(0, 3) p`,
  `insert into history_change (organisation_id, event_id, field, before, after)
    select e.organisation_id, bench.id('e00', e.place, e.n * 4 + p), ('{name,description,task,department,proportionality,subsidiarity}'::text[])[1 + f], case when p > 0 then to_jsonb(${text('short', '70')}) end, to_jsonb(${text('short', '71')})
    from bench.entry e, generate_series(0, 1) p, generate_series(0, case when p = 0 then 5 else 1 end) f where e.is_large`,
  `insert into entry_version (organisation_id, register, entry_id, version, schema_version, snapshot, digest, activated_at)
    select e.organisation_id, 'processing-activities', e.id, 1, 1, jsonb_build_object('input', jsonb_build_object('name', 'Verwerking ' || e.n, 'description', ${text('long', '12')}, 'proportionality', ${text('long', '14')}), 'terms', '{}'::jsonb, 'references', '{}'::jsonb),
      sha256(e.id::text::bytea), '2025-01-01' from bench.entry e where ${chance(28, 10)} not in (7, 8)`,
  `insert into entry_proposal (organisation_id, register, entry_id, status, revision, base_version, schema_version, input, created_at, updated_at)
    select e.organisation_id, 'processing-activities', e.id, 'draft', 2, 1, 1, jsonb_build_object('name', 'Voorstel ' || e.n, 'description', ${text('long', '72')}), '2026-01-01', '2026-01-01' from bench.entry e where ${chance(28, 10)} < 7 and ${chance(73, 50)} = 0`,
  `insert into entry_remark (organisation_id, id, register, entry_id, body, person_id, at)
    select e.organisation_id, bench.id('f00', e.place, e.n), 'processing-activities', e.id, ${text('short', '74')}, t.persons[1], '2026-01-01' from bench.entry e join bench.tenant t using (organisation_id) where ${chance(75, 25)} = 0`,
  `insert into entry_comment (organisation_id, id, register, entry_id, body, person_id, at)
    select e.organisation_id, bench.id('f01', e.place, e.n * 2 + p), 'processing-activities', e.id, ${text('short', '76')}, t.persons[1 + p], '2026-01-01' from bench.entry e join bench.tenant t using (organisation_id), generate_series(0, 1) p where ${chance(77, 20)} = 0`,
  `insert into entry_search (organisation_id, register, entry_id, document, letters)
    select a.organisation_id, 'processing-activities', a.id, to_tsvector('dutch', a.sort_name) || ${text('document', '12')}, a.sort_name || ' ' || ${text('letters', '12')}
    from processing_activity a join bench.entry e on e.organisation_id = a.organisation_id and e.id = a.id order by e.place, e.n`,
]

/** Made when the rows are in: row by row they would take most of the time. */
export const searchIndexes = {
  drop: ['drop index entry_search_document', 'drop index entry_search_letters'],
  create: ['create index entry_search_document on entry_search using gin (organisation_id, document)', 'create index entry_search_letters on entry_search using gin (organisation_id, letters gin_trgm_ops)'],
} as const

/** Of the other registers too, so that a search over everything meets them. */
export const otherSearch: readonly string[] = [['information_system', 'systems'], ['processor', 'processors'], ['processor_agreement', 'agreements']].map(([table, register]) => `
  insert into entry_search (organisation_id, register, entry_id, document, letters) select organisation_id, '${register}', id, to_tsvector('dutch', sort_name), sort_name from ${table}`)
