// `waarborg doctor`: looks at everything the product needs and says per point whether it is right and what to do.
import { accessSync, constants, existsSync, mkdirSync, statSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { relative } from 'node:path'
import { readConfig, type Config } from '../ground/config.ts'
import { isCurrent, readMigrations } from '../ground/migrations.ts'
import { refuseOldVersion } from '../ground/postgres-own.ts'
import { connect, faultsOfAppRole } from '../ground/postgres-roles.ts'
import type { RunningDatabase } from '../ground/postgres.ts'
import { lookAtCheckpointsFolder } from './checkpoints-folder.ts'
import { readArgs, say, type Verb } from './verb.ts'
import { withServer } from './with-product.ts'

export const verb: Verb = {
  summary: 'kijk of alles klopt wat Waarborg nodig heeft',
  help: `
Gebruik: waarborg doctor

Toetst Node, instellingen, mappen, sleutels, database, rechten, afscherming per organisatie, migraties en poort.
Eén regel per punt, met wat u kunt doen als het niet klopt. Eindigt met code 1 als er iets niet klopt.
`,
  async run(args) {
    readArgs(args, {})
    let faults = 0
    const check: Check = async (name, look) => {
      try {
        say(`ok    ${name}: ${await look()}`)
      } catch (error) {
        faults++
        say(`fout  ${name}: ${(error as Error).message}`)
      }
    }
    await checkAll(check)
    say(faults === 0 ? 'Alles klopt.' : `${faults} ${faults === 1 ? 'punt klopt' : 'punten kloppen'} niet.`)
    return faults === 0 ? 0 : 1
  },
}

/** A look returns what it saw, or throws with what to do. */
type Check = (name: string, look: () => string | Promise<string>) => Promise<void>

async function checkAll(check: Check): Promise<void> {
  await check('Node', () => process.versions.node)
  let config: Config | undefined
  await check('instellingen', () => {
    config = readConfig()
    return `map ${config.dataFolder}, adres ${config.publicUrl}`
  })
  if (!config) return
  const known = config
  await check('gegevensmap', () => lookAtFolder(known))
  await check('sleutels', () => lookAtKeys(known))
  await check('checkpoints van het logboek', () => lookAtCheckpointsFolder(known))
  await check('poort', () => lookAtPort(known))
  await check('database', () => withServer(known, (running) => lookAtDatabase(known, running, check)))
}

function lookAtFolder({ dataFolder }: Config): string {
  try {
    mkdirSync(dataFolder, { recursive: true })
    accessSync(dataFolder, constants.W_OK)
  } catch {
    throw new Error(`in ${dataFolder} mag niet worden geschreven; pas de rechten aan of zet DATA_DIR.`)
  }
  const disk = statfsSync(dataFolder)
  const free = Math.round(disk.bavail * disk.bsize / 1024 ** 2)
  if (free < 500) throw new Error(`nog ${free} MB vrij bij ${dataFolder}; maak minstens 500 MB vrij.`)
  return `${dataFolder}, ${free > 10_000 ? `${Math.round(free / 1024)} GB` : `${free} MB`} vrij`
}

function lookAtKeys({ keysFolder, dataFolder }: Config): string {
  const file = `${keysFolder}/master.key`
  if (!existsSync(file)) return `nog geen hoofdsleutel in ${keysFolder}; de eerste start maakt haar`
  for (const [path, wanted] of [[keysFolder, 0o700], [file, 0o600]] as const) {
    const mode = statSync(path).mode & 0o777
    if ((mode & 0o077) !== 0) throw new Error(`anderen mogen bij ${path}; doe: chmod ${wanted.toString(8)} ${path}`)
  }
  const inside = relative(`${dataFolder}/postgres`, keysFolder)
  if (!inside.startsWith('..')) throw new Error(`de sleutels staan in de map van de database; zet KEYS_DIR naar een map daarbuiten.`)
  return keysFolder
}

async function lookAtPort({ host, port, publicUrl }: Config): Promise<string> {
  const server = createServer()
  const isFree = await new Promise<boolean>((done) => {
    server.once('error', () => done(false))
    server.listen(port, host, () => done(true))
  })
  if (isFree) {
    await new Promise((done) => server.close(done))
    return `${port} is vrij`
  }
  const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/health/live`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  if (answer?.ok && (await answer.text()) === 'ok\n') return `Waarborg draait al op ${publicUrl}`
  throw new Error(`${port} op ${host} is door iets anders in gebruik; stop dat of zet PORT.`)
}

async function lookAtDatabase(config: Config, running: RunningDatabase, check: Check): Promise<string> {
  const owner = await connect(running.ownerUrl, 'DATABASE_URL')
  try {
    await refuseOldVersion(owner)
    const { rows: [server] } = await owner.query<{ version: string }>(`select current_setting('server_version') as version`)
    await check('inlognaam van de toepassing', async () => {
      const faults = await faultsOfAppRole(owner, running.appUrl)
      if (faults.length > 0) throw new Error(`${faults.join(' ')} Zet DATABASE_APP_URL naar een gewone inlognaam die niets bezit.`)
      return 'bezit niets en kan niet om de afscherming heen'
    })
    await check('afscherming', async () => {
      const open = await owner.query<{ name: string }>(openTables)
      if (open.rows.length > 0) throw new Error(`zonder gedwongen afscherming: ${open.rows.map((row) => row.name).join(', ')}; draai "waarborg migrate", en meld dit als het blijft.`)
      return 'elke tabel met gegevens van een organisatie is afgeschermd'
    })
    await check('migraties', async () => {
      const files = readMigrations()
      const isThere = (await owner.query(`select from pg_class where relname = 'applied_migration' and relnamespace = 'public'::regnamespace`)).rowCount
      const applied = isThere ? (await owner.query<{ name: string; sha256: string }>('select name, sha256 from applied_migration')).rows : []
      if (!isCurrent(files, applied)) throw new Error(`${applied.length} van ${files.length} uitgevoerd; draai "waarborg migrate".`)
      return `${files.length} uitgevoerd`
    })
    return `PostgreSQL ${server?.version ?? '?'}, ${running.embedded ? `ingebouwd, proces ${running.pid()}` : `eigen (${new URL(config.databaseUrl ?? running.ownerUrl).hostname})`}`
  } finally {
    await owner.end()
  }
}

// The application may reach a tenant's table only through a policy. Tables without any grant to it (search) stand behind a function.
const openTables = `
  select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
     and exists (select from aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) g where g.grantee <> c.relowner)
   order by 1`
