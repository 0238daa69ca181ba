// Access log world: records of eight organisations over a year, in the order of time, by binary COPY, with indexes made afterwards; some people and all employees under names that the product can look up.
import { randomFillSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { copyColumns, copyRows, idBytes } from '../src/access-log/ingest/copy-rows.ts'
import { openLane } from '../src/access-log/ingest/lane.ts'
import type { LogRecord } from '../src/access-record/log-record.ts'
import { activityUri } from '../src/access-record/own-activity.ts'
import { logPseudonym } from '../src/ground/log-keys.ts'
import type { Organisation } from '../src/ground/scope.ts'
import { addPerson } from '../src/people/persons.ts'
import { emptyInput } from '../src/register-kit/field-types.ts'
import { createEntry } from '../src/register-kit/perform.ts'
import { processingActivities } from '../src/registers/processing-activities/register.ts'
import type { OwnProduct } from './own-product.ts'

export type LogWorld = {
  /** The first is the one that is asked about; it has a third of all records. */
  readonly organisation: Organisation
  readonly organisations: readonly string[]
  readonly bsns: readonly string[]
  readonly subjects: readonly Buffer[]
  readonly actors: readonly Buffer[]
  readonly activities: readonly string[]
  readonly now: Date
}

const [others, asked, employees, activityCount] = [7, 100, 300, 50]
/** Records for each data subject. */
const recordsPerSubject = 20
const yearMs = 365 * 86_400_000
/** So many records are written together, of all organisations. */
const perStep = 20_000
const slug = 'meetdorp'
type Kept = { readonly organisations: readonly string[]; readonly activities: readonly string[]; readonly now: string; readonly filled: number }

/** The organisations, their people and their activities; those of a kept folder as they are there. */
export async function makeLogWorld(product: OwnProduct): Promise<LogWorld> {
  const kept = readKept(product)
  const organisations = kept?.organisations ?? []
  const made = organisations.length > 0 ? [...organisations] : (await inTurn([slug, ...Array.from({ length: others }, (_, index) => `buurdorp-${index}`)], product.newOrganisation)).map(({ id }) => id)
  const organisation = await product.organisationOf(slug)
  const activities = kept?.activities ?? await product.inside(organisation, async (scope) => {
    await inTurn(Array.from({ length: employees }, (_, index) => index), (index) => addPerson(scope, { name: `Medewerker ${index}`, email: emailOf(index) }))
    return inTurn(Array.from({ length: activityCount }, (_, index) => index), async (index) => activityUri(await createEntry(scope, processingActivities, { ...emptyInput(processingActivities.fields), name: `Verwerking ${index}`, number: `VW-${index}` })))
  })
  const key = organisation.logKeys.all()[0]!
  const bsns = Array.from({ length: asked }, (_, index) => String(100_000_000 + index))
  const world = {
    organisation, organisations: made, activities, bsns, subjects: bsns.map((bsn) => logPseudonym(key, 'bsn', bsn)), actors: Array.from({ length: employees }, (_, index) => logPseudonym(key, 'user', emailOf(index))), now: kept ? new Date(kept.now) : product.house.clock(),
  }
  keep(product, world, kept?.filled ?? 0)
  return world
}

/** So many records in all, instead of what was there. @returns seconds; null where the folder held them already */
export async function fillLog(product: OwnProduct, world: LogWorld, records: number): Promise<number | null> {
  if (readKept(product)?.filled === records) return null
  const started = performance.now()
  const client = new pg.Client({ connectionString: product.superUrl })
  await client.connect()
  try {
    keep(product, world, 0)
    await client.query(`set work_mem = '256MB'; set maintenance_work_mem = '512MB'`)
    for (let back = 0; back <= 12; back++) await client.query(`select keep_access_month(date_trunc('month', $1::timestamptz) - $2 * interval '1 month')`, [world.now, back])
    await client.query('truncate access_record, access_day_count')
    const { rows: indexes } = await client.query<{ name: string; made: string; key: string | null }>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made, pg_get_constraintdef(c.oid) as key
      from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'p' where i.indrelid = 'access_record'::regclass order by c.oid nulls first`)
    for (const { name, key } of indexes) await client.query(key === null ? `drop index ${name}` : `alter table access_record drop constraint ${name}`)
    await copyAll(product.superUrl, world, records)
    for (const { name, made, key } of indexes) await client.query(key === null ? made.replace(' ON ONLY ', ' ON ') : `alter table access_record add constraint ${name} ${key}`)
    await client.query(`insert into access_day_count (organisation_id, day, activity, service, records, subjects, failed)
      select organisation_id, (started_at at time zone 'Europe/Amsterdam')::date, activity, 'Zaaksysteem', count(*), count(*), 0 from access_record group by 1, 2, 3`)
    await client.query('vacuum analyze access_record, access_day_count')
    await client.query('checkpoint')
    keep(product, world, records)
  } finally {
    await client.end()
  }
  return (performance.now() - started) / 1000
}

/** While one lot is on its way the next is made. */
async function copyAll(superUrl: string, world: LogWorld, records: number): Promise<void> {
  const lane = openLane(superUrl)
  const buffers = [copyRows(), copyRows()]
  const steps = Math.ceil(records / perStep)
  const shares = world.organisations.map((_, place) => place === 0 ? 1 / 3 : 2 / 3 / (world.organisations.length - 1))
  const people = shares.map((share) => Math.max(asked, Math.round(records * share / recordsPerSubject)))
  let sent = Promise.resolve()
  let turn = 0
  await lane.ask('set synchronous_commit = off')
  for (let step = 0; step < steps; step++) {
    for (const [place, id] of world.organisations.entries()) {
      const rows = buffers[turn++ % 2]!
      const count = Math.round(Math.min(perStep, records) * shares[place]!)
      rows.begin()
      for (let index = 0; index < count; index++) rows.add(record(world, world.now.getTime() - yearMs + Math.floor(yearMs * (step + index / count) / steps), people[place]!, place), idBytes(id), idBytes(id), step * perStep + index)
      rows.end()
      await sent
      sent = lane.send(`begin; select set_config('app.organisation', '${id}', true); copy access_record (${copyColumns}) from stdin (format binary); commit`, rows.take())
    }
  }
  await sent
  await lane.end()
}

function record({ subjects, actors, activities }: LogWorld, at: number, people: number, place: number): LogRecord {
  const person = Math.floor(Math.random() * people)
  return {
    traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name: 'Dossier bekeken', startedAt: at, endedAt: at + 40, activity: activities[Math.floor(Math.random() * activities.length)]!,
    actor: actors[Math.floor(Math.random() * actors.length)]!, subject: place === 0 && person < subjects.length ? subjects[person]! : pseudonymOf(place, person), subjectType: 'bsn', isSecret: false, details: '{"resource":{"service.name":"Zaaksysteem"}}',
  }
}

/** Somebody's, who is never asked about: as long as a pseudonym and as scattered, and the same each time. */
function pseudonymOf(place: number, person: number): Buffer {
  const name = Buffer.allocUnsafe(32)
  for (let part = 0; part < 8; part++) name.writeUInt32LE(Math.imul((person + 1) ^ (part * 0x9e3779b9) ^ place, 0x85ebca6b + 2 * part) >>> 0, part * 4)
  return name
}

const pool = Buffer.alloc(1 << 16)
let used = pool.length

/** A slice of what was drawn together: asked for one by one it would be the dearest part of filling. */
function randomBytes(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return Buffer.from(pool.subarray(used, used += length))
}

function emailOf(index: number): string {
  return `m${index}@meetdorp.example`
}

function readKept({ folder }: OwnProduct): Kept | undefined {
  const file = join(folder, 'log-world.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Kept : undefined
}

function keep({ folder }: OwnProduct, { organisations, activities, now }: LogWorld, filled: number): void {
  writeFileSync(join(folder, 'log-world.json'), JSON.stringify({ organisations, activities, now: now.toISOString(), filled } satisfies Kept))
}

async function inTurn<One, Made>(all: readonly One[], make: (one: One) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const one of all) made.push(await make(one))
  return made
}
