// Lane: one connection to the database that takes statements and the data of their COPYs in one go, so that a commit is one trip.
import pg from 'pg'

export type Lane = {
  /** A statement with parameters, outside or inside a transaction. */
  readonly ask: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Statements with `copy … from stdin` among them, and the messages that those COPYs read, in the same order. Rolls back what failed. */
  readonly send: (statements: string, messages: Buffer) => Promise<void>
  readonly end: () => Promise<void>
}

/** Opens when it is first used, and again after the connection broke. `url` must be that of the application's login. */
export function openLane(url: string): Lane {
  let opened: Promise<pg.Client> | undefined
  const client = () => opened ??= connect(url, () => { opened = undefined }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return {
    ask: async <Row extends object>(text: string, values: readonly unknown[] = []) => (await (await client()).query<Row>(text, [...values])).rows,
    send: async (statements, messages) => {
      const connection = await client()
      try {
        await new Promise<void>((done, failed) => { connection.query(new Sending(statements, messages, done, failed)) })
      } catch (error) {
        // Where the connection itself broke there is nothing to roll back.
        await connection.query('rollback').catch(() => {})
        throw error
      }
    },
    end: async () => {
      const was = opened
      opened = undefined
      await (await was?.catch(() => undefined))?.end().catch(() => {})
    },
  }
}

async function connect(url: string, onEnd: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'waarborg access log', options: '-c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000 -c timezone=UTC' })
  // A connection that breaks tells its statement; without a listener it would end the process.
  client.on('error', onEnd)
  client.on('end', onEnd)
  await client.connect()
  return client
}

/**
 * What `pg` calls as the answers come in. The data follow the statements at once: the server reads them when it comes to the COPY,
 * and lets them go where a statement before it failed (PostgreSQL, message flow: COPY operations).
 */
class Sending implements pg.Submittable {
  readonly #statements: string
  readonly #messages: Buffer
  readonly #done: () => void
  readonly #failed: (error: Error) => void
  // The buffer is used again: not before the machine has taken all of it, also where the server answered sooner with an error.
  #outcome: { error: Error | undefined } | undefined
  #isWritten = false

  constructor(statements: string, messages: Buffer, done: () => void, failed: (error: Error) => void) {
    this.#statements = statements
    this.#messages = messages
    this.#done = done
    this.#failed = failed
  }

  submit(connection: pg.Connection): void {
    const { stream } = connection
    stream.cork()
    connection.query(this.#statements)
    stream.write(this.#messages, () => {
      this.#isWritten = true
      this.#settle()
    })
    stream.uncork()
  }

  handleError(error: Error): void {
    this.#outcome = { error }
    // A connection that is gone may never say that it wrote.
    if (!('severity' in error)) this.#isWritten = true
    this.#settle()
  }

  handleReadyForQuery(): void {
    this.#outcome = { error: undefined }
    this.#settle()
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}

  #settle(): void {
    if (!this.#outcome || !this.#isWritten) return
    if (this.#outcome.error) this.#failed(this.#outcome.error)
    else this.#done()
  }
}
