// Nothing that was acknowledged is lost: two rounds here, many in `npm run faults`.
import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { faultRound } from '../support/fault-rounds.ts'
import { temporaryFolder } from '../support/server.ts'

const folder = temporaryFolder()
after(() => { rmSync(folder, { recursive: true, force: true }) })

test('after kill -9 of the application, and of the database too, every acknowledged row is there', async () => {
  const dataFolder = join(folder, 'data')
  const one = await faultRound(dataFolder, 1, 'application')
  const two = await faultRound(dataFolder, one.kept + 1, 'application and database')
  assert.ok(one.acknowledged > 0 && two.acknowledged > 0)
})
