// A database of which every question is seen, so that a test can have it explained as the application's login, with the very values that were asked.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { inOrganisation } from '../../src/ground/database.ts'
import { migrate } from '../../src/ground/migrations.ts'
import type { DB } from '../../src/ground/schema.ts'
import type { Actor, Scope } from '../../src/ground/scope.ts'
import { fixedLogKeys } from './fixed-log-keys.ts'
import { scratchDatabase, type Scratch } from './scratch.ts'

export type PlanNode = {
  readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly 'Index Name'?: string; readonly 'Index Cond'?: string; readonly Plans?: readonly PlanNode[]
  /** These four only of what was analyzed. */
  readonly 'Actual Rows': number; readonly 'Actual Loops': number; readonly 'Rows Removed by Filter'?: number; readonly 'Rows Removed by Index Recheck'?: number
}
export type AskedQuery = { readonly sql: string; readonly parameters: readonly unknown[] }
export type Asker = { readonly organisationId: string; readonly actor?: Actor; readonly now: Date }

export type WatchedDatabase = Pick<Scratch, 'superUrl'> & {
  /** Does this work within the organisation, and gives what it asked, in its order. */
  readonly askedBy: (asker: Asker, work: (scope: Scope) => Promise<unknown>) => Promise<AskedQuery[]>
  /** Their plans, within the organisation. @param how `analyze` runs them too: then rows are counted */
  readonly plansOf: (organisationId: string, queries: readonly AskedQuery[], how?: 'analyze') => Promise<PlanNode[]>
  readonly drop: () => Promise<void>
}

/** Migrated, and filled by `fill`. */
export async function watchedDatabase(fill: (superUrl: string) => Promise<void>): Promise<WatchedDatabase> {
  const scratch = await scratchDatabase()
  await migrate(scratch)
  await fill(scratch.superUrl)
  let asked: AskedQuery[] = []
  const client = new pg.Client({ connectionString: scratch.appUrl })
  await client.connect()
  const database = new Kysely<DB>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: scratch.appUrl, max: 2 }) }), log: ({ query }) => { asked.push(query) } })
  return {
    superUrl: scratch.superUrl,
    askedBy: async ({ organisationId: id, actor = { kind: 'system', task: 'test' }, now }, work) => {
      asked = []
      await inOrganisation(database, id, (tx) => work({ organisation: { id, slug: 'x', name: 'x', kind: 'municipality', profile: null, key: Buffer.alloc(32), logKeys: fixedLogKeys }, actor, tx, now }))
      return asked
    },
    plansOf: async (organisationId, queries, how) => {
      await client.query('begin')
      try {
        await client.query(`select set_config('app.organisation', $1, true)`, [organisationId])
        const plans: PlanNode[] = []
        for (const { sql, parameters } of queries) {
          const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (${how === 'analyze' ? 'analyze, timing off, ' : ''}format json) ${sql}`, [...parameters])
          plans.push(rows[0]!['QUERY PLAN'][0]!.Plan)
        }
        return plans
      } finally {
        await client.query('rollback')
      }
    },
    drop: async () => {
      await client.end()
      await database.destroy()
      await scratch.drop()
    },
  }
}

/** Rows that this node read of its table, kept or not. */
export function rowsRead(node: PlanNode): number {
  return (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']
}
