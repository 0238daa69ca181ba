// The database server: the embedded PostgreSQL under the data folder, or the one that DATABASE_URL points to.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { BadSetting, type Config } from './config.ts'
import { isDatabaseAway } from './database.ts'
import { log } from './log.ts'
import { canReach, findBinaries, runAs, systemFolder, type RunAs } from './postgres-binaries.ts'
import { prepareOwnDatabase } from './postgres-own.ts'
import { codeOf, connect, refuseStrongAppRole, rootOf, withLogin } from './postgres-roles.ts'
import { initialise, resetSuperuser, startPostmaster, stopPostmaster, type Place, type Postmaster } from './postgres-server.ts'

export type RunningDatabase = {
  /** Owner's login: migrations and the schema of the jobs, nothing else. */
  ownerUrl: string
  /** Application's login, which owns nothing. */
  appUrl: string
  embedded: boolean
  /** Superuser of the embedded server; undefined with a PostgreSQL of one's own. */
  superUrl: string | undefined
  /** Where the embedded server keeps its data. */
  dataFolder: string | undefined
  /** Process of the embedded server, as it is now. */
  pid(): number | undefined
  /** Lets go of the database; the embedded server stops too, unless another process still uses it. */
  stop(): Promise<void>
}

export type DatabaseOptions = {
  /** Extra PostgreSQL settings for the embedded server (tests: no fsync). */
  settings?: Record<string, string>
  /** The process may end while the database runs: nobody waits for `stop` (tests). */
  mayExit?: boolean
  /** Receives the lines that a person at the console should read. */
  say?: (line: string) => void
}

/** Starts or finds the database. @throws BadSetting with one clear line when it can't be used. */
export async function startDatabase(config: Pick<Config, 'dataFolder' | 'keysFolder' | 'databaseUrl' | 'databaseAppUrl'>, options: DatabaseOptions = {}): Promise<RunningDatabase> {
  if (config.databaseUrl === undefined) return startEmbedded(config.dataFolder, options)
  const appUrl = await prepareOwnDatabase(config.databaseUrl, config.databaseAppUrl, config.keysFolder)
  return { ownerUrl: config.databaseUrl, appUrl, embedded: false, superUrl: undefined, dataFolder: undefined, pid: () => undefined, stop: async () => {} }
}

type Secrets = {
  superuser: string
  owner: string
  app: string
  /** Where the data are when not in the data folder itself. */
  elsewhere?: string
}

async function startEmbedded(dataFolder: string, options: DatabaseOptions): Promise<RunningDatabase> {
  const secrets = openSecrets(dataFolder)
  const place = findPlace(dataFolder, secrets, options.say ?? (() => {}))
  initialise(place, secrets.superuser)
  let { postmaster, keeper } = await begin(place, secrets, { settings: options.settings })
  await makeRoles(keeper, secrets, !postmaster.adopted)

  let stopping = false
  let bringing: Promise<void> | undefined
  const watch = (client: pg.Client & { unref?: () => void }) => {
    if (options.mayExit) client.unref?.()
    client.once('end', () => {
      if (!stopping) bringing = bringBack().catch((error: unknown) => log.error('database-lost', { code: codeOf(error) }))
    })
  }
  const bringBack = async () => {
    log.warn('database-gone', { pid: postmaster.pid })
    for (let round = 0; !stopping; round++) {
      try {
        ({ postmaster, keeper } = await begin(place, secrets, { port: postmaster.port, settings: options.settings }))
        watch(keeper)
        log.info('database-back', { pid: postmaster.pid })
        return
      } catch (error) {
        log.warn('database-still-gone', { code: codeOf(error) })
        await wait(Math.min(5_000, 200 * 2 ** round))
      }
    }
  }
  watch(keeper)

  const { port } = postmaster
  const appUrl = address(port, 'waarborg_app', secrets.app)
  const ownerUrl = address(port, 'waarborg_owner', secrets.owner)
  const owner = await connect(ownerUrl, 'de ingebouwde database')
  try {
    await refuseStrongAppRole(owner, appUrl)
  } finally {
    await owner.end()
  }
  return {
    ownerUrl, appUrl, embedded: true, superUrl: address(port, 'postgres', secrets.superuser), dataFolder: place.data, pid: () => postmaster.pid,
    stop: async () => {
      if (stopping) return
      stopping = true
      // A server that is just being brought back gets a keeper yet: left behind, nobody would stop that server any more.
      await bringing
      const held: pg.Client & { ref?: () => void } = keeper
      held.ref?.()
      await keeper.end().catch(() => {})
      if (!await isUsed(postmaster, secrets)) await stopPostmaster(postmaster.pid, place.data)
    },
  }
}

/** Starts or takes over the server and opens the keeper on it. */
async function begin(place: Place, secrets: Secrets, options: { port?: number; settings?: Record<string, string> }): Promise<{ postmaster: Postmaster; keeper: pg.Client }> {
  for (let attempt = 1; ; attempt++) {
    const postmaster = await startPostmaster(place, options)
    try {
      return { postmaster, keeper: await openKeeper(postmaster, secrets) }
    } catch (error) {
      if (attempt === 5) throw error
      if (codeOf(error) === '28P01') {
        // The file with passwords was lost or put back from elsewhere; whoever holds the data folder may set them again.
        await stopPostmaster(postmaster.pid, place.data)
        resetSuperuser(place, secrets.superuser)
      } else if (!isDatabaseAway(rootOf(error))) throw error
      // It was on its way out when we found it (kill -9 takes a moment): look again.
      await wait(200 * attempt)
    }
  }
}

const keeperName = 'waarborg-keeper'

// Each process that uses the embedded server holds one connection by this name: the last to leave stops the server,
// and a server that dies is noticed at once.
async function openKeeper(postmaster: Postmaster, secrets: Secrets): Promise<pg.Client> {
  return connect(`${superAddress(postmaster, secrets)}?application_name=${keeperName}`, 'de ingebouwde database')
}

async function isUsed(postmaster: Postmaster, secrets: Secrets): Promise<boolean> {
  try {
    const client = await connect(superAddress(postmaster, secrets), 'de ingebouwde database')
    const { rowCount } = await client.query('select from pg_stat_activity where application_name = $1', [keeperName])
    await client.end()
    return (rowCount ?? 0) > 0
  } catch {
    return false
  }
}

async function makeRoles(superuser: pg.Client, secrets: Secrets, setPasswords: boolean): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    `select rolname::text as name from pg_roles where rolname in ('waarborg_owner', 'waarborg_app') union all select 'db' from pg_database where datname = 'waarborg'`)
  const there = rows.map((row) => row.name)
  const passwords = { waarborg_owner: secrets.owner, waarborg_app: secrets.app }
  for (const [name, password] of Object.entries(passwords)) {
    if (!there.includes(name)) await superuser.query(`create role ${name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${password}'`)
    else if (setPasswords) await superuser.query(`alter role ${name} password '${password}'`)
  }
  if (there.includes('db')) return
  await superuser.query('create database waarborg owner waarborg_owner')
  await superuser.query('revoke all on database waarborg from public')
  await superuser.query('grant connect on database waarborg to waarborg_app')
}

function findPlace(dataFolder: string, secrets: Secrets, say: (line: string) => void): Place {
  const base = secrets.elsewhere ?? dataFolder
  const data = join(base, 'postgres')
  const login = loginFor(data)
  if (secrets.elsewhere !== undefined) {
    say(`De database staat in ${base}: PostgreSQL draait niet als root, en ${dataFolder} is voor anderen niet bereikbaar.`)
    if (!existsSync(base)) throw new BadSetting(`De map ${base} met de database van ${dataFolder} is weg. Zet haar terug, of verwijder ${dataFolder} om leeg te beginnen.`)
  }
  return { data, log: join(base, 'postgres.log'), login, binaries: findBinaries(login, dataFolder) }
}

// Who made the data runs the server: data of an ordinary user stay theirs when root starts.
function loginFor(data: string): RunAs {
  const login = runAs()
  const made = statSync(data, { throwIfNoEntry: false })
  if (!made) return login
  if (login) return made.uid === 0 ? login : { uid: made.uid, gid: made.gid }
  if (made.uid !== process.getuid?.()) throw new BadSetting(`De map ${data} is van een andere gebruiker (${made.uid}): start Waarborg als die gebruiker of als root, of zet DATA_DIR naar een eigen map.`)
  return undefined
}

function openSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'postgres.json')
  try {
    if (!existsSync(dataFolder)) {
      mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
      // As root the server runs under another login, which must be able to pass here; what is secret has its own modes.
      chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700)
    }
    if (!statSync(dataFolder).isDirectory()) throw new BadSetting(`DATA_DIR (${dataFolder}) is geen map.`)
    if (!existsSync(file)) makeSecrets(dataFolder, file)
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw new BadSetting(`In de gegevensmap ${dataFolder} mag niet worden gelezen of geschreven: pas de rechten aan of zet DATA_DIR naar een andere map.`)
    if (code === 'ENOTDIR' || code === 'EEXIST') throw new BadSetting(`DATA_DIR (${dataFolder}) is geen map.`)
    if (error instanceof SyntaxError) throw new BadSetting(`Het bestand ${file} is beschadigd: zet de back-up terug, of verwijder het bestand (de wachtwoorden worden dan opnieuw gezet).`)
    throw error
  }
}

function makeSecrets(dataFolder: string, file: string): void {
  const draft = `${file}.${process.pid}`
  const secret = () => randomBytes(24).toString('hex')
  const passwords = { superuser: secret(), owner: secret(), app: secret() }
  writeFileSync(draft, JSON.stringify(passwords), { mode: 0o600 })
  const elsewhere = canReach(dataFolder, runAs()) ? undefined : newSystemPlace()
  try {
    if (elsewhere !== undefined) writeFileSync(draft, JSON.stringify({ ...passwords, elsewhere } satisfies Secrets))
    // A link fails when the file is there, so of two starts at once only one sets the passwords.
    linkSync(draft, file)
  } catch (error) {
    if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true })
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

// The name is random, not derived from the clone's path: a new clone at an old path must not meet old data.
function newSystemPlace(): string {
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
  const folder = mkdtempSync(join(systemFolder, 'data-'))
  chmodSync(folder, 0o711)
  return folder
}

function superAddress(postmaster: Postmaster, secrets: Secrets): string {
  return address(postmaster.port, 'postgres', secrets.superuser, 'postgres')
}

function address(port: number, user: string, password: string, database = 'waarborg'): string {
  return withLogin(`postgres://127.0.0.1:${port}/${database}`, user, password)
}
