// The jobs' own schema (pg-boss): made and brought up to date by the owner, so that the running application needs no rights to change tables.
import type pg from 'pg'
import { PgBoss, type Queue } from 'pg-boss'
import { quote } from './postgres-own.ts'

export const jobsSchema = 'pgboss'

/** What the owner must know of a queue to make it. */
export type QueueDeclaration = { readonly name: string; readonly options: Omit<Queue, 'name'> }

/** Makes or upgrades pg-boss's tables, the queues, and the grants for the application's login. */
export async function prepareJobs(owner: pg.Client, ownerUrl: string, role: string, queues: readonly QueueDeclaration[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl, schema: jobsSchema, max: 1, supervise: false, schedule: false, application_name: 'waarborg-migrate',
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
    for (const { name, options } of queues) {
      if (there.has(name)) await boss.updateQueue(name, withoutPolicy(options))
      else await boss.createQueue(name, options)
    }
    // pg-boss makes this one itself when schedules run; the application may not.
    if (!there.has(sendIt)) await boss.createQueue(sendIt, {})
  } finally {
    await boss.stop({ graceful: false })
  }
  await owner.query(`grant usage on schema ${jobsSchema} to ${quote(role)}`)
  await owner.query(`grant select, insert, update, delete on all tables in schema ${jobsSchema} to ${quote(role)}`)
  await owner.query(`grant usage on all sequences in schema ${jobsSchema} to ${quote(role)}`)
  await owner.query(`grant execute on all functions in schema ${jobsSchema} to ${quote(role)}`)
}

const sendIt = '__pgboss__send-it'

function withoutPolicy({ policy: _policy, ...rest }: Omit<Queue, 'name'>): Omit<Queue, 'name' | 'policy'> {
  return rest
}
