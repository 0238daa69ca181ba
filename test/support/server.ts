// A throw-away database server, migrated, that ends with the process that started it, however that ends.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMasterKey } from '../../src/ground/keys.ts'
import { migrate, readMigrations } from '../../src/ground/migrations.ts'
import { startDatabase } from '../../src/ground/postgres.ts'
import { queues } from '../../src/queues.ts'

export type TestAddresses = { appUrl: string; ownerUrl: string; superUrl: string; keysFolder: string }

/**
 * Speed instead of safety: what is in here is thrown away. Nobody tidies up behind a test's back either: whoever looks at plans has the tables counted itself.
 * Of these servers nobody makes a copy or a stand-by, so their log holds the least.
 */
export const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0' }

/** Starts and migrates a server in a new temporary folder. */
export async function startTestServer(): Promise<TestAddresses & { stop: () => Promise<void> }> {
  const folder = temporaryFolder()
  const keysFolder = join(folder, 'keys')
  takeTemplate(join(folder, 'data'))
  const database = await startDatabase({ dataFolder: join(folder, 'data'), keysFolder, databaseUrl: undefined, databaseAppUrl: undefined }, { settings: fastSettings, mayExit: true })
  const dismiss = cleanUpAfterUs(folder, database.pid())
  await migrate(database, { queues })
  openMasterKey(keysFolder)
  if (database.superUrl === undefined) throw new Error('the test server is embedded')
  return {
    ownerUrl: database.ownerUrl, appUrl: database.appUrl, superUrl: database.superUrl, keysFolder,
    stop: async () => {
      await database.stop()
      dismiss()
    },
  }
}

/** Leaves the data of a server that is migrated and stopped in `place`, for `TEST_TEMPLATE` to name: most of a start is making them. */
export async function makeTemplate(place: string): Promise<void> {
  const folder = temporaryFolder()
  const dataFolder = join(folder, 'data')
  const database = await startDatabase({ dataFolder, keysFolder: join(folder, 'keys'), databaseUrl: undefined, databaseAppUrl: undefined }, { settings: fastSettings, mayExit: true })
  const dismiss = cleanUpAfterUs(folder, database.pid())
  await migrate(database, { queues })
  await database.stop()
  // Of no use where the data had to go elsewhere.
  if (existsSync(join(dataFolder, 'postgres'))) {
    writeFileSync(join(dataFolder, 'made-of'), madeOf())
    renameSync(dataFolder, join(place, 'data'))
  }
  dismiss()
}

/** What a server of these migrations begins with; without a template, or after a change since, it is made anew. Migrating and setting passwords happen all the same. */
function takeTemplate(dataFolder: string): void {
  const template = process.env.TEST_TEMPLATE === undefined ? undefined : join(process.env.TEST_TEMPLATE, 'data')
  if (template === undefined || !existsSync(join(template, 'made-of')) || readFileSync(join(template, 'made-of'), 'utf8') !== madeOf()) return
  // `cp`, because PostgreSQL's folder belongs to another login.
  if (spawnSync('cp', ['-a', template, dataFolder]).status !== 0) rmSync(dataFolder, { recursive: true, force: true })
}

const madeOf = () => readMigrations().map(({ name, sha256 }) => `${name} ${sha256}`).join('\n')

/** A new folder that other logins may enter (PostgreSQL doesn't run as root). */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'waarborg-test-'))
  chmodSync(folder, 0o755)
  return folder
}

// A shell that waits until our end of its input closes: that happens at every kind of end, kill -9 too.
function cleanUpAfterUs(folder: string, pid: number | undefined): () => void {
  const script = 'read line; kill -QUIT "$1" 2>/dev/null; sleep 0.3; rm -rf "$2"'
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(pid ?? ''), folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' })
  shell.unref()
  const input = shell.stdin as typeof shell.stdin & { unref?: () => void }
  input.unref?.()
  return () => input.end()
}
