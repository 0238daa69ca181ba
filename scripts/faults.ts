// Fault rounds: `npm run faults -- 25` kills the product 25 times at random moments and counts what was acknowledged; with `log` before the number, while applications log (50 rounds); `log --disk` fills the disk instead; `log --activities` names ten million processing activities, each once.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { faultRound } from '../test/support/fault-rounds.ts'
import { diskRounds } from '../test/support/log-disk-rounds.ts'
import { logFaultRound, logWorld, sendTheRest } from '../test/support/log-fault-rounds.ts'
import { temporaryFolder } from '../test/support/server.ts'
import { whyNoSmallDisk } from '../test/support/small-disk.ts'
import { manyActivities } from './many-activities.ts'

const ofLog = process.argv[2] === 'log'
const ofDisk = ofLog && process.argv[3] === '--disk'
if (ofLog && process.argv[3] === '--activities') await manyActivities(Number(process.argv[4] ?? 10_000_000), (line) => process.stdout.write(`${line}\n`))
const rounds = Number(process.argv[ofLog ? 3 : 2] ?? (ofLog ? 50 : 10))
const kinds = ['application', 'application and database'] as const
const folder = temporaryFolder()
let first = 1
try {
  if (ofDisk) await fillDisk()
  else if (ofLog) await logRounds()
  else for (let round = 1; round <= rounds; round++) {
    const { killed, acknowledged, kept } = await faultRound(join(folder, 'data'), first, kinds[(round + 1) % 2]!)
    first += kept
    process.stdout.write(`round ${round}: killed the ${killed}; ${acknowledged} acknowledged, 0 lost\n`)
  }
  if (!ofLog) process.stdout.write(`${rounds} rounds, ${first - 1} rows, 0 lost\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.disconnect?.()

/** Not done is not passed. */
async function fillDisk(): Promise<void> {
  const why = whyNoSmallDisk()
  if (why === undefined) return diskRounds(join(folder, 'data'), (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`NOT DONE: no small disk can be mounted here: ${why}\n`)
  process.exitCode = 1
}

/** Every round ends with the chain verified; the last sends once more what was never answered. */
async function logRounds(): Promise<void> {
  const world = await logWorld(join(folder, 'data'))
  for (let round = 1; round <= rounds; round++) {
    const { killed, acknowledged, refused } = await logFaultRound(world, kinds[(round + 1) % 2]!)
    process.stdout.write(`round ${round}: killed the ${killed}; ${acknowledged} records acknowledged, 0 lost, 0 twice, ${refused} unanswered; the chain verifies\n`)
  }
  await sendTheRest(world)
  process.stdout.write(`${rounds} rounds, ${world.acknowledged.size} records, 0 lost, 0 twice\n`)
}
