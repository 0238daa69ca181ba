// Migrations: plain SQL files, run once and in order by the owner's login; what was run is kept with its hash.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { BadSetting } from './config.ts'
import { prepareJobs, type QueueDeclaration } from './jobs-schema.ts'
import { quote, refuseOldVersion } from './postgres-own.ts'
import { codeOf, connect } from './postgres-roles.ts'

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

export const migrationsFolder = join(import.meta.dirname, '../../migrations')

/** The files in order of their number. @throws when two have the same number or a name has another form. */
export function readMigrations(folder = migrationsFolder): readonly Migration[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')).toSorted() : []
  const numbers = new Set<string>()
  return names.map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]
    if (number === undefined) throw new Error(`Migratie ${name} heet niet NNNN-naam.sql.`)
    if (numbers.has(number)) throw new Error(`Er zijn twee migraties met nummer ${number}.`)
    numbers.add(number)
    // A checkout on another system may have other line ends; the migration is the same.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings the database up to date, with the schema of the jobs, and grants the application's login what it needs.
 * Two starts at once wait for each other. `:app_role` in a file stands for that login's quoted name.
 * @returns the names that were run now
 * @throws BadSetting when the database doesn't fit these files
 */
export async function migrate(
  urls: { ownerUrl: string; appUrl: string },
  options: { folder?: string; queues?: readonly QueueDeclaration[]; say?: (line: string) => void } = {},
): Promise<readonly string[]> {
  const files = readMigrations(options.folder)
  const owner = await connect(urls.ownerUrl, 'DATABASE_URL')
  try {
    await refuseOldVersion(owner)
    const role = await nameOfAppRole(urls.appUrl)
    await owner.query(`select pg_advisory_lock(hashtext('waarborg migrate'))`)
    await prepare(owner, role)
    const due = dueOf(files, await readApplied(owner), role)
    if (due.length > 0) options.say?.(due.length === 1 ? `Database bijwerken: ${due[0]!.name}` : `Database bijwerken: ${due.length} stappen, tot en met ${due.at(-1)!.name}`)
    for (const file of due) await apply(owner, file, role)
    await prepareJobs(owner, urls.ownerUrl, role, options.queues ?? [])
    return due.map((file) => file.name)
  } finally {
    await owner.end()
  }
}

/** True when exactly these files have been run. `applied` are the names in the table `applied_migration`. */
export function isCurrent(files: readonly Migration[], applied: readonly { name: string; sha256: string }[]): boolean {
  return files.length === applied.length && files.every((file) => applied.some((row) => row.name === file.name && row.sha256 === file.sha256))
}

type Applied = { name: string; sha256: string; app_role: string }

async function readApplied(owner: pg.Client): Promise<readonly Applied[]> {
  return (await owner.query<Applied>('select name, sha256, app_role from applied_migration order by name')).rows
}

async function prepare(owner: pg.Client, role: string): Promise<void> {
  try {
    await owner.query(`create table if not exists applied_migration (
      name text primary key, sha256 text not null, app_role text not null, applied_at timestamptz not null default clock_timestamp())`)
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gin']) await owner.query(`create extension if not exists ${extension}`)
    await owner.query(`grant usage on schema public to ${quote(role)}`)
    await owner.query(`grant select on applied_migration to ${quote(role)}`)
  } catch (error) {
    const code = codeOf(error)
    if (code === '42501') throw new BadSetting('De inlognaam uit DATABASE_URL mag in deze database geen tabellen of uitbreidingen maken: maak haar eigenaar van de database.', { cause: error })
    if (code === '0A000' || code === '58P01') throw new BadSetting('PostgreSQL mist de uitbreidingen pg_trgm, unaccent en btree_gin: installeer het contrib-pakket bij PostgreSQL.', { cause: error })
    throw error
  }
}

function dueOf(files: readonly Migration[], applied: readonly Applied[], role: string): readonly Migration[] {
  const known = new Map(files.map((file) => [file.name, file]))
  for (const row of applied) {
    const file = known.get(row.name)
    if (!file) throw new BadSetting(`De database is bijgewerkt met ${row.name}, en deze versie van Waarborg kent dat bestand niet: start een nieuwere versie.`)
    if (file.sha256 !== row.sha256) throw new BadSetting(`Het bestand migrations/${row.name} is gewijzigd nadat het is uitgevoerd: zet het terug en maak een nieuw bestand voor de wijziging.`)
    if (row.app_role !== role) throw new BadSetting(`De rechten in deze database zijn gegeven aan de inlognaam ${row.app_role}, niet aan ${role}: laat DATABASE_APP_URL naar ${row.app_role} wijzen.`)
  }
  const last = applied.at(-1)?.name ?? ''
  const due = files.filter((file) => !applied.some((row) => row.name === file.name))
  const late = due.find((file) => file.name < last)
  if (late) throw new BadSetting(`Het bestand migrations/${late.name} komt vóór ${last}, dat al is uitgevoerd: geef het een hoger nummer.`)
  return due
}

async function apply(owner: pg.Client, file: Migration, role: string): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(file.sql.replaceAll(/(?<!:):app_role\b/g, quote(role)))
    await owner.query('insert into applied_migration (name, sha256, app_role) values ($1, $2, $3)', [file.name, file.sha256, role])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw new Error(`Migratie ${file.name} is mislukt en teruggedraaid: ${(error as Error).message}${placeIn(file.sql, error)}`, { cause: error })
  }
}

function placeIn(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position)
  return Number.isInteger(position) ? ` (bij regel ${sql.slice(0, position).split('\n').length})` : ''
}

async function nameOfAppRole(appUrl: string): Promise<string> {
  const app = await connect(appUrl, 'DATABASE_APP_URL')
  try {
    const name = (await app.query<{ name: string }>('select current_user::text as name')).rows[0]?.name ?? ''
    // Some files pass the name inside a text, where a quote would end it.
    if (!/^[\p{L}_][\p{L}\d_.$-]*$/u.test(name)) throw new BadSetting(`De inlognaam "${name}" uit DATABASE_APP_URL heeft vreemde tekens: gebruik letters, cijfers en liggende streepjes.`)
    return name
  } finally {
    await app.end()
  }
}
