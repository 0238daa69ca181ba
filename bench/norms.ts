// Norms: the board of an organisation with 10,000 activities and 5,000 cases beside the same counts in bare SQL, and the nightly snapshots of up to 1,000 organisations.
import pg from 'pg'
import { sql } from 'kysely'
import { dayOf } from '../src/ground/clock.ts'
import { inScope, type Organisation } from '../src/ground/scope.ts'
import type { House } from '../src/people/house.ts'
import { findOrganisation } from '../src/people/organisations.ts'
import { profileInForce } from '../src/policy/in-force.ts'
import { measureNorms } from '../src/register-kit/norms/measure-norms.ts'
import { processingActivities } from '../src/registers/processing-activities/register.ts'
import { questions } from '../src/registers/questions/register.ts'
import { measured } from '../src/tied-rooms.ts'
import { takeSnapshot } from '../src/worklist/norms/snapshots.ts'
import { compareAll, milliseconds, type Pair } from './measure.ts'

export type Nights = { readonly organisations: number; readonly seconds: number; readonly perSecond: number }

const activityRules = Object.keys(processingActivities.rules)
const questionRules = Object.keys(questions.rules)
const populations = Object.keys(measured.find(({ register }) => register.key === processingActivities.key)!.populations).filter((key) => key !== 'all')
const profile = 'gemeente-heemstede-2026'

/** Fills an organisation with so many activities and cases, two findings on each activity and each activity in half of the kinds, as the kit would have kept them. */
async function fillNorms(client: pg.Client, organisationId: string, activities: number, cases: number): Promise<void> {
  // No foreign keys: what is counted need not stand for anything.
  await client.query('set session_replication_role = replica')
  const row = `$1::uuid, gen_random_uuid(), 1, 1, '2026-01-01', '2026-01-01', 'naam ' || n, 'Naam ' || n, 'N-' || n || '-' || left($1::uuid::text, 8)`
  await client.query(`insert into processing_activity (organisation_id, id, revision, version, created_at, updated_at, sort_name, name, number, status, role, regime, review_due_on)
    select ${row}, 'active', 'controller', 'gdpr', date '2026-06-01' + n % 700 from generate_series(1, $2::int) n`, [organisationId, activities])
  await client.query(`insert into finding (organisation_id, register, entry_id, rule, field, severity, since) select $1, $2, t.id, ($3::text[])[1 + (hashint8(n * 31 + p) & 1073741823) % cardinality($3::text[])], 'name', 'attention', '2026-01-01'
    from (select id, row_number() over (order by id) as n from processing_activity where organisation_id = $1) t, generate_series(1, 2) p on conflict do nothing`, [organisationId, processingActivities.key, activityRules])
  await client.query(`insert into entry_population (organisation_id, register, population, entry_id) select $1, $2, k.population, t.id
    from processing_activity t, unnest($3::text[]) with ordinality k (population, place) where t.organisation_id = $1 and (hashtext(t.id::text || k.place) & 1) = 0`, [organisationId, processingActivities.key, populations])
  await client.query(`insert into question (organisation_id, id, revision, version, created_at, updated_at, sort_name, title, number, status, review_due_on) select ${row}, 'answered', date '2026-06-01' + n % 700 from generate_series(1, $2::int) n`, [organisationId, cases])
  await client.query(`insert into finding (organisation_id, register, entry_id, rule, field, severity, since) select $1, $2, t.id, ($3::text[])[1 + (hashtext(t.id::text) & 1073741823) % cardinality($3::text[])], 'title', 'attention', '2026-01-01'
    from question t where t.organisation_id = $1 on conflict do nothing`, [organisationId, questions.key, questionRules])
  await client.query(`insert into deadline (organisation_id, id, register, entry_id, kind, regime, citation, duration, clock, started_at, due_at, first_due_at, is_cut, steps, notes, remind_at, met_at, met_by)
    select $1, gen_random_uuid(), $2, t.id, 'answer', 'own', 'eigen beleid', 'P5D', 'working', '2026-06-01', '2026-06-08', '2026-06-08', false, '[]', '[]', '2026-06-06', '2026-06-05', 'status' from question t where t.organisation_id = $1`, [organisationId, questions.key])
}

const analyse = 'analyze processing_activity, finding, entry_population, question, deadline'

/** What every norm asks, counted once by hand: entries in force by kind, and entries by kind and rule. */
async function bareCounts(client: pg.Client, organisationId: string): Promise<void> {
  await client.query(`select count(*), count(*) filter (where review_due_on >= '2026-11-22') from processing_activity where organisation_id = $1 and status = 'active'`, [organisationId])
  await client.query(`select p.population, count(*) from entry_population p join processing_activity t on t.organisation_id = p.organisation_id and t.id = p.entry_id and t.status = 'active' where p.organisation_id = $1 group by 1`, [organisationId])
  await client.query(`select f.rule, p.population, count(distinct f.entry_id) from finding f join processing_activity t on t.organisation_id = f.organisation_id and t.id = f.entry_id and t.status = 'active'
    left join entry_population p on p.organisation_id = f.organisation_id and p.register = f.register and p.entry_id = f.entry_id where f.organisation_id = $1 and f.register = $2 group by grouping sets ((f.rule), (f.rule, p.population))`, [organisationId, processingActivities.key])
  await client.query(`select kind, count(*) filter (where met_at < due_at), count(*) filter (where met_at is null and due_at < '2026-11-22') from deadline where organisation_id = $1 group by 1`, [organisationId])
}

export async function measureBoard(house: House, page: (path: string) => Promise<unknown>, superUrl: string, organisation: Organisation, rounds: number): Promise<Pair[]> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    const bare = () => bareCounts(client, organisation.id)
    const inOne = () => inScope(house.database, { organisation, actor: { kind: 'system', task: 'bench' }, now: house.clock() }, async (scope) => measureNorms(scope, (await profileInForce(scope))!.profile))
    return await compareAll([{ what: 'stand van alle normen', ours: inOne, bare }, { what: 'normbord, de pagina', ours: () => page(`/${organisation.slug}/normen`), bare }], rounds)
  } finally {
    await client.end()
  }
}

/** One snapshot for each of so many organisations with 40 activities each, one after another as a worker does; each size measured by itself. */
export async function measureNights(house: House, superUrl: string, like: Organisation, sizes: readonly number[]): Promise<Nights[]> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  const most = Math.max(...sizes)
  try {
    await client.query(`insert into organisation (id, slug, name, kind, key_wrapped, created_at, profile)
      select gen_random_uuid(), 'nacht-' || n, 'Nacht ' || n, 'municipality', '', '2026-01-01', $2 from generate_series((select count(*) from organisation where slug like 'nacht-%') + 1, $1::int) n`, [most, profile])
    const { rows } = await client.query<{ id: string; slug: string }>(`select id, slug from organisation where slug like 'nacht-%' order by slug limit $1`, [most])
    const empty = new Set((await client.query<{ id: string }>(`select id from organisation o where slug like 'nacht-%' and not exists (select from processing_activity t where t.organisation_id = o.id)`)).rows.map(({ id }) => id))
    for (const { id } of rows) if (empty.has(id)) await fillNorms(client, id, 40, 20)
    await client.query(analyse)
    const nights: Nights[] = []
    let day = 0
    for (const size of sizes) {
      day++
      const now = new Date(house.clock().getTime() + day * 86_400_000)
      const spent = await milliseconds(async () => {
        for (const { id, slug } of rows.slice(0, size)) await inScope(house.database, { organisation: { ...like, id, slug, profile }, actor: { kind: 'system', task: 'bench' }, now }, takeSnapshot)
      })
      const { rows: [made] } = await client.query<{ count: number }>('select count(*)::int as count from norm_snapshot where day = $1', [dayOf(now)])
      if (made!.count < size) throw new Error(`${made!.count} of ${size} snapshots`)
      nights.push({ organisations: size, seconds: spent / 1000, perSecond: size / (spent / 1000) })
    }
    return nights
  } finally {
    await client.end()
  }
}

/** An organisation that follows a policy, filled for the board. */
export async function normOrganisation(house: House, superUrl: string, slug: string, activities: number, cases: number): Promise<Organisation> {
  const { organisation } = (await findOrganisation(house.database, house.master, slug))!
  await inScope(house.database, { organisation, actor: { kind: 'system', task: 'bench' } }, (scope) => sql`update organisation set profile = ${profile} where id = ${organisation.id}`.execute(scope.tx))
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    await fillNorms(client, organisation.id, activities, cases)
    await client.query(analyse)
  } finally {
    await client.end()
  }
  return { ...organisation, profile }
}
