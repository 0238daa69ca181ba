// The two logins of the database: what the application's login may never be, and a clear line when a login doesn't work.
import pg from 'pg'
import { BadSetting } from './config.ts'

/** Opens one connection; an error becomes a line that says which setting to look at. The caller ends it. */
export async function connect(url: string, setting: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new BadSetting(whyNot(error, url, setting), { cause: error })
  }
  return client
}

export type RoleFaults = readonly string[]

/** What is wrong with the application's login, in Dutch; empty when it owns nothing and can't step past row-level security. */
export async function faultsOfAppRole(owner: pg.Client, appUrl: string, setting = 'DATABASE_APP_URL'): Promise<RoleFaults> {
  const app = await connect(appUrl, setting)
  try {
    const ownerRole = (await owner.query<{ name: string }>('select current_user::text as name')).rows[0]?.name ?? ''
    const { rows: [role] } = await app.query<{ name: string; super: boolean; bypass: boolean; member: boolean; same: boolean; owned: number }>(
      `select r.rolname::text as name, r.rolsuper as super, r.rolbypassrls as bypass, r.rolname = $1 as same,
              not r.rolsuper and exists (select from pg_roles o where o.rolname = $1 and pg_has_role(r.oid, o.oid, 'member')) as member,
              (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relowner = r.oid and n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p', 'v', 'm')) as owned
         from pg_roles r where r.rolname = current_user`, [ownerRole])
    if (!role) return ['De inlognaam van de toepassing is niet gevonden.']
    const name = `De inlognaam van de toepassing (${role.name})`
    return [
      ...(role.super ? [`${name} is superuser.`] : []),
      ...(role.bypass ? [`${name} heeft BYPASSRLS.`] : []),
      ...(role.same ? [`${name} is dezelfde als die van de eigenaar.`] : role.member ? [`${name} is lid van de rol van de eigenaar.`] : []),
      ...(role.owned > 0 && !role.same ? [`${name} is eigenaar van ${role.owned} tabellen.`] : []),
    ]
  } finally {
    await app.end()
  }
}

/** @throws BadSetting when the application's login could see rows of every organisation. */
export async function refuseStrongAppRole(owner: pg.Client, appUrl: string): Promise<void> {
  const faults = await faultsOfAppRole(owner, appUrl)
  if (faults.length === 0) return
  throw new BadSetting(`${faults.join(' ')} Zo houdt de database organisaties niet uit elkaar. Zet DATABASE_APP_URL naar een gewone inlognaam die niets bezit.`)
}

/** The same address for another login. */
export function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = encodeURIComponent(user)
  changed.password = encodeURIComponent(password)
  return changed.href
}

/** The error under a line for people. */
export function rootOf(error: unknown): unknown {
  const { cause } = error as { cause?: unknown }
  return cause === undefined ? error : rootOf(cause)
}

export function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code ?? (cause === undefined ? '' : codeOf(cause))
}

function whyNot(error: unknown, url: string, setting: string): string {
  const { hostname, port, pathname } = new URL(url)
  const place = `${hostname || 'localhost'}:${port || '5432'}`
  const code = codeOf(error)
  if (code === '28P01' || code === '28000') return `De database op ${place} weigert de inlognaam of het wachtwoord uit ${setting}.`
  if (code === '3D000') return `De database "${decodeURIComponent(pathname.slice(1))}" uit ${setting} bestaat niet op ${place}: maak haar eerst aan.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `De computer ${hostname} uit ${setting} is niet te vinden.`
  if (code === '53300') return `De database op ${place} heeft geen verbinding meer vrij (max_connections).`
  return `De database op ${place} (${setting}) antwoordt niet: ${code || (error instanceof Error ? error.message : 'onbekende fout')}.`
}
