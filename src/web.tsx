// The web: every door of the product on one Hono application.
import { Hono } from 'hono'
import type { Config } from './ground/config.ts'
import type { Database } from './ground/database.ts'
import type { Jobs } from './ground/jobs.ts'
import type { MasterKey } from './ground/keys.ts'

/** What the doors work with. */
export type Deps = {
  config: Config
  database: Database
  jobs: Jobs
  masterKey: MasterKey
  /** True while the database answers, its migrations are current and the server isn't stopping. */
  isReady: () => Promise<boolean>
}

/** Builds the application. `/health/*` stands before everything else: no session, no tenant. */
export function makeApp(deps: Deps): Hono {
  const app = new Hono()
  app.get('/health/live', (c) => c.text('ok\n'))
  app.get('/health/ready', async (c) => (await deps.isReady()) ? c.text('ok\n') : c.text('niet gereed\n', 503))
  return app
}
