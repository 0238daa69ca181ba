// Fault rounds: kill -9 at a random moment, start again, and count what was acknowledged.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startDatabase } from '../../src/ground/postgres.ts'
import { launch, processesNaming } from './processes.ts'
import { rowsOf } from './scratch-rows.ts'

export type Round = { killed: 'application' | 'application and database'; acknowledged: number; kept: number }

/** One round on this data folder. @throws when a row that was acknowledged is gone after the restart */
export async function faultRound(dataFolder: string, first: number, killed: Round['killed']): Promise<Round> {
  const writer = launch(join(import.meta.dirname, 'writer.ts'), [dataFolder, String(first)], {})
  while (!writer.out().includes('\n')) {
    if (writer.child.exitCode !== null) throw new Error(`the writer ended: ${writer.err()}`)
    await wait(10)
  }
  await wait(100 + Math.random() * 900)
  if (killed === 'application and database') {
    const postmaster = Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
  }
  for (const { pid } of processesNaming(dataFolder).filter(({ command }) => command.includes('writer.ts'))) process.kill(pid, 'SIGKILL')
  const { out } = await writer.ended
  // The last line may have been cut off: then it counts as not said.
  const numbers = out.slice(0, out.lastIndexOf('\n')).split('\n').map(Number)

  const running = await startDatabase({ dataFolder, keysFolder: join(dataFolder, 'keys'), databaseUrl: undefined, databaseAppUrl: undefined })
  try {
    const kept = new Set((await rowsOf<{ n: number }>(running.ownerUrl, 'select n from acknowledged where n >= $1', [first])).map(({ n }) => n))
    const lost = numbers.filter((n) => !kept.has(n))
    assert.deepEqual(lost, [], `lost after the death of the ${killed}`)
    return { killed, acknowledged: numbers.length, kept: kept.size }
  } finally {
    await running.stop()
  }
}
