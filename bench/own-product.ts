// Own product: what each bench begins with and ends by: a folder, the embedded PostgreSQL with the product's own settings, the whole application on it, and an organisation to fill.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { copyCatalogues } from '../src/catalogues/tenant-terms.ts'
import { type Config, readConfig } from '../src/ground/config.ts'
import { type Database, openDatabase } from '../src/ground/database.ts'
import { newId } from '../src/ground/ids.ts'
import { type Jobs, openJobs } from '../src/ground/jobs.ts'
import { openMasterKey } from '../src/ground/keys.ts'
import { migrate } from '../src/ground/migrations.ts'
import { startDatabase } from '../src/ground/postgres.ts'
import { inScope, type Organisation, type Scope } from '../src/ground/scope.ts'
import type { House } from '../src/people/house.ts'
import { createOrganisation, findOrganisation } from '../src/people/organisations.ts'
import { queues } from '../src/queues.ts'
import { makeApp, makeHouse, type Deps } from '../src/web.tsx'

export type OwnProduct = {
  readonly folder: string
  readonly config: Config
  /** The embedded server's superuser, and the application's login behind the fence. */
  readonly superUrl: string
  readonly appUrl: string
  /** Process of the embedded server. */
  readonly databasePid: () => number
  readonly database: Database
  readonly jobs: Jobs
  readonly house: House
  readonly app: Hono
  /** A municipality with catalogues and three departments, of which nobody needs a second factor. */
  readonly newOrganisation: (slug: string) => Promise<Organisation>
  readonly organisationOf: (slug: string) => Promise<Organisation>
  /** Work as the system, in a transaction of its own. */
  readonly inside: <T>(organisation: Organisation, work: (scope: Scope) => Promise<T>) => Promise<T>
  /** Measures, puts everything away whatever comes of it, and ends the process; `afterwards`: with the product stopped and its folder still there. */
  readonly run: <T>(measure: () => Promise<T>, afterwards?: (measured: T) => Promise<void>) => Promise<never>
}

/** `folder`: one that is kept for a next run; otherwise it goes. `env`: settings besides those that every bench has. */
export async function openOwnProduct(name: string, { folder: kept, env = {}, ...limits }: { folder?: string | undefined; env?: NodeJS.ProcessEnv } & Pick<Deps, 'perSession'> = {}): Promise<OwnProduct> {
  if (kept) mkdirSync(kept, { recursive: true })
  const folder = kept ?? mkdtempSync(join(tmpdir(), `waarborg-${name}-`))
  // As root PostgreSQL runs under another login: where it can't pass, the database would stand elsewhere and be left behind.
  if (!kept) chmodSync(folder, 0o711)
  const config = readConfig({ DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'http://waarborg.test', TRUSTED_PROXIES: '1', ...env })
  const running = await startDatabase(config)
  await migrate(running, { queues })
  const database = openDatabase(running.appUrl)
  const jobs = await openJobs(running.appUrl)
  const deps: Deps = { config, database, jobs, masterKey: openMasterKey(config.keysFolder), isReady: async () => true, ...limits }
  const house = makeHouse(deps)
  const organisationOf = async (slug: string) => (await findOrganisation(database, deps.masterKey, slug))!.organisation
  const stop = async () => {
    await jobs.stop(1000)
    await database.destroy()
    await running.stop()
  }
  return {
    folder, config, superUrl: running.superUrl!, appUrl: running.appUrl, databasePid: () => running.pid()!, database, jobs, house, app: makeApp(deps, house), organisationOf,
    newOrganisation: async (slug) => {
      await createOrganisation(database, deps.masterKey, { name: slug, slug, kind: 'municipality', secondFactorRequired: false }, async (scope) => {
        await copyCatalogues(scope)
        await scope.tx.insertInto('department').values(['Burgerzaken', 'Belastingen', 'Sociaal domein'].map((department) => ({ organisation_id: scope.organisation.id, id: newId(), name: department }))).execute()
      })
      return organisationOf(slug)
    },
    inside: (organisation, work) => inScope(database, { organisation, actor: { kind: 'system', task: 'bench' }, now: house.clock() }, work),
    run: async (measure, afterwards) => {
      try {
        const measured = await measure().finally(stop)
        await afterwards?.(measured)
      } finally {
        if (!kept) rmSync(folder, { recursive: true, force: true })
      }
      process.exit(0)
    },
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
