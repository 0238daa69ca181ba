// Machine: on what was measured, and how busy it was with other work meanwhile.
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import pg from 'pg'

export async function sayMachine(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  return `${availableParallelism()} kernen (${cpus()[0]?.model.trim() ?? process.arch}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL ${rows[0]!.server_version} op dezelfde machine`
}

/** Processes that want to run, over one and five minutes; more than there are cores means that every figure waits for others. */
export function sayLoad(): string {
  const [one, five] = loadavg()
  return `belasting ${one!.toFixed(1)} (1 min), ${five!.toFixed(1)} (5 min)`
}

/** What filling left behind is written away and counted by the planner, so that it isn't what is measured. Superuser only. */
export async function settle(superUrl: string, ...tables: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  if (tables.length > 0) await client.query(`vacuum analyze ${tables.join(', ')}`)
  await client.query('checkpoint')
  await client.end()
}
