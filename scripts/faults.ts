// Fault rounds: `npm run faults -- 25` kills the product 25 times at random moments and counts what was acknowledged.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { faultRound } from '../test/support/fault-rounds.ts'
import { temporaryFolder } from '../test/support/server.ts'

const rounds = Number(process.argv[2] ?? 10)
const folder = temporaryFolder()
let first = 1
try {
  for (let round = 1; round <= rounds; round++) {
    const { killed, acknowledged, kept } = await faultRound(join(folder, 'data'), first, round % 2 === 0 ? 'application and database' : 'application')
    first += kept
    process.stdout.write(`round ${round}: killed the ${killed}; ${acknowledged} acknowledged, 0 lost\n`)
  }
  process.stdout.write(`${rounds} rounds, ${first - 1} rows, 0 lost\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.disconnect?.()
