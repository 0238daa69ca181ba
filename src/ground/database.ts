// The database: one pool as the application's login, and the tenant transaction that every touch of data goes through.
import pg from 'pg'
import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver, sql, type Transaction, type TransactionSettings } from 'kysely'
import { isId } from './ids.ts'
import { watchPool } from './metrics.ts'
import type { DB } from './schema.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>

// A `date` is a day, not a moment: it stays text. Counts fit a number here.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

/** Opens a pool on a PostgreSQL address. The address must be that of the application's login, which owns nothing. `mayExit`: idle connections don't keep the process alive. `patience`: how long to wait for a connection, in ms. */
export function openDatabase(url: string, options: { connections?: number; mayExit?: boolean; patience?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.patience ?? 15_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: options.mayExit ?? false,
    // A statement that runs away, or a transaction somebody forgot, must not hold the others up.
    options: '-c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000 -c timezone=UTC',
  })
  // An idle connection that breaks (the database restarts) is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // The pool listens only while a connection is idle; one that breaks in use has told its query already.
  pool.on('connect', (client) => client.on('error', () => {}))
  watchPool(pool)
  return new Kysely<DB>({ dialect: new TenantDialect({ pool }) })
}

/** Runs work in one transaction that sees only this organisation's rows; row-level security in the database keeps it so. */
export function inOrganisation<T>(database: Database, organisationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const begin: Begin = { organisationId, isSet: false }
  return beginning.run(begin, () => database.transaction().execute((tx) => beginning.run(undefined, async () => {
    homes.set(tx, database)
    if (!begin.isSet) await sql`select set_config('app.organisation', ${organisationId}, true)`.execute(tx)
    return work(tx)
  })))
}

/** The database of a tenant transaction: for the rare thing that must stand by itself, whatever becomes of the transaction. It needs a second connection, so not for what happens often. */
export function databaseOf(tx: Tx): Database | undefined {
  return homes.get(tx)
}
const homes = new WeakMap<Tx, Database>()

/** A tenant transaction that is about to begin; `isSet` once the driver has taken the organisation along. */
type Begin = { readonly organisationId: string; isSet: boolean }
const beginning = new AsyncLocalStorage<Begin | undefined>()

/** Begins a tenant transaction and sets its organisation in one trip to the database instead of two: every page begins one. */
class TenantDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const begin = beginning.getStore()
    // It becomes part of a statement without parameters: anything but an id goes the other way.
    if (!begin || !isId(begin.organisationId)) return super.beginTransaction(connection, settings)
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; select set_config('app.organisation', '${begin.organisationId}', true)`))
    } catch (error) {
      // The first half may have been done: nobody else gets this connection in the middle of it.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
      throw error
    }
    begin.isSet = true
  }
}

class TenantDialect extends PostgresDialect {
  readonly #config: ConstructorParameters<typeof PostgresDialect>[0]
  constructor(config: ConstructorParameters<typeof PostgresDialect>[0]) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new TenantDriver(this.#config)
  }
}

/** True for the errors that say "the database is away": worth a page that says so, and a retry. */
export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? ''
  return /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|57P0[123]|08\d\d\d)$/.test(code)
    || /Connection terminated|timeout exceeded when trying to connect|terminating connection/.test(String((error as Error)?.message))
}

/** True when the database has no room left on its disk: nothing was kept, and it passes once somebody made room. */
export function isStorageFull(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === '53100' || (code === '58030' && /No space left/.test(String(message)))
}
