// What was acknowledged to the log of accesses is never lost, never there twice, and verifies: five rounds here, many in `npm run faults`.
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { logFaultRound, logWorld, sendTheRest } from '../support/log-fault-rounds.ts'
import { temporaryFolder } from '../support/server.ts'

const folder = temporaryFolder()
after(() => { rmSync(folder, { recursive: true, force: true }) })

test('N-39: after kill -9 of the server, and of the database too, every acknowledged record is there once and the chain verifies', async () => {
  const world = await logWorld(join(folder, 'data'))
  for (let round = 1; round <= 5; round++) {
    const { acknowledged } = await logFaultRound(world, round % 2 === 0 ? 'application and database' : 'application')
    assert.ok(acknowledged > 0, `round ${round} acknowledged nothing`)
  }
  assert.ok(await sendTheRest(world) >= world.acknowledged.size)
})
