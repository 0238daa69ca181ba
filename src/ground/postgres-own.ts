// A PostgreSQL of one's own (DATABASE_URL): its version, and the application's login that is made there when none is given.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { BadSetting } from './config.ts'
import { codeOf, connect, refuseStrongAppRole, withLogin } from './postgres-roles.ts'

/**
 * Checks the server and returns the address of the application's login, making that login when it is missing.
 * @param keysFolder where the made-up password is kept
 * @throws BadSetting with what to do
 */
export async function prepareOwnDatabase(ownerUrl: string, appUrl: string | undefined, keysFolder: string): Promise<string> {
  const owner = await connect(ownerUrl, 'DATABASE_URL')
  try {
    await refuseOldVersion(owner)
    const url = appUrl ?? await makeAppLogin(owner, ownerUrl, keysFolder)
    await refuseStrongAppRole(owner, url)
    return url
  } finally {
    await owner.end()
  }
}

/** @throws BadSetting below PostgreSQL 15, or when the database doesn't hold UTF-8. */
export async function refuseOldVersion(client: pg.Client): Promise<void> {
  const { rows: [server] } = await client.query<{ version: number; shown: string; encoding: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown, current_setting('server_encoding') as encoding`)
  if (!server || server.version < 150_000) throw new BadSetting(`DATABASE_URL wijst naar PostgreSQL ${server?.shown ?? '?'}; Waarborg heeft PostgreSQL 15 of nieuwer nodig.`)
  if (server.encoding !== 'UTF8') throw new BadSetting(`De database van DATABASE_URL bewaart ${server.encoding}; maak een database met codering UTF8.`)
}

type Login = { role: string; password: string }

async function makeAppLogin(owner: pg.Client, ownerUrl: string, keysFolder: string): Promise<string> {
  const { rows: [here] } = await owner.query<{ database: string; may: boolean }>(
    `select current_database()::text as database, rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`)
  // Logins belong to the whole server, so the name carries the database.
  const role = `waarborg_app_${createHash('sha256').update(here?.database ?? '').digest('hex').slice(0, 8)}`
  const file = join(keysFolder, `${role}.json`)
  const known = readLogin(file)
  if (known) {
    const url = withLogin(ownerUrl, known.role, known.password)
    if (await logsIn(url)) return url
  }
  if (!here?.may) throw new BadSetting(askForLogin)
  const login = known ?? { role, password: randomBytes(24).toString('hex') }
  writeLogin(file, login)
  try {
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
    await owner.query(rowCount
      ? `alter role ${role} login password '${login.password}'`
      : `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${login.password}'`)
    await owner.query(`grant connect on database ${quote(here.database)} to ${role}`)
  } catch (error) {
    if (codeOf(error) === '42501') throw new BadSetting(askForLogin, { cause: error })
    throw error
  }
  return withLogin(ownerUrl, role, login.password)
}

const askForLogin = 'De inlognaam uit DATABASE_URL mag geen inlognamen maken (CREATEROLE): maak zelf een gewone inlognaam voor de toepassing en zet DATABASE_APP_URL.'

async function logsIn(url: string): Promise<boolean> {
  try {
    await (await connect(url, 'DATABASE_APP_URL')).end()
    return true
  } catch (error) {
    if (codeOf(error) === '28P01' || codeOf(error) === '28000') return false
    throw error
  }
}

function readLogin(file: string): Login | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Login : undefined
}

function writeLogin(file: string, login: Login): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(login), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
