// The product without its doors, for verbs of the command line: finds the running database or starts it for as long as the verb takes.
import '../tied-rooms.ts'
import { readConfig, type Config } from '../ground/config.ts'
import { openDatabase, type Database } from '../ground/database.ts'
import { openJobs, type Jobs } from '../ground/jobs.ts'
import { openMasterKey, type MasterKey } from '../ground/keys.ts'
import { migrate } from '../ground/migrations.ts'
import { startDatabase, type RunningDatabase } from '../ground/postgres.ts'
import { queues } from '../queues.ts'
import { say } from './verb.ts'

export type Product = { config: Config; database: Database; jobs: Jobs; masterKey: MasterKey }

/** Gives the work a migrated database and jobs that can be enqueued (a running server carries them out). Stops what it started. */
export async function withProduct<T>(work: (product: Product) => Promise<T>): Promise<T> {
  const config = readConfig()
  return withServer(config, async (running) => {
    await migrate(running, { queues })
    const masterKey = openMasterKey(config.keysFolder)
    const database = openDatabase(running.appUrl, { connections: 4 })
    const jobs = await openJobs(running.appUrl, { run: false })
    try {
      return await work({ config, database, jobs, masterKey })
    } finally {
      await jobs.stop(1_000)
      await database.destroy()
    }
  })
}

/** Gives the work the database server; one that was started for it stops afterwards, also on Ctrl-C. */
export async function withServer<T>(config: Config, work: (running: RunningDatabase) => Promise<T>): Promise<T> {
  const running = await startDatabase(config, { say })
  const onSignal = () => void running.stop().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal)
  try {
    return await work(running)
  } finally {
    await running.stop()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal)
  }
}
