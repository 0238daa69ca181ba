import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { lookAtCheckpointsFolder } from './checkpoints-folder.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'waarborg-checkpoints-'))
after(() => { rmSync(dataFolder, { recursive: true, force: true }) })
const look = (name: string) => lookAtCheckpointsFolder({ checkpointsFolder: join(dataFolder, name), dataFolder })

test('doctor: a folder of checkpoints that isn’t there yet, and one that is', () => {
  assert.match(look('later/checkpoints'), /is er nog niet/)
  mkdirSync(join(dataFolder, 'good'), { mode: 0o750 })
  assert.match(look('good'), /good, op dezelfde schijf/)
})

test('doctor: one in which others may write, a file in its place, and one inside the database are told with what to do', () => {
  mkdirSync(join(dataFolder, 'open'))
  chmodSync(join(dataFolder, 'open'), 0o777)
  assert.throws(() => look('open'), /anderen mogen schrijven in .*chmod 750/)
  writeFileSync(join(dataFolder, 'file'), '')
  assert.throws(() => look('file'), /is geen map/)
  assert.throws(() => look('file/below'), /is geen map/)
  assert.throws(() => look('postgres/checkpoints'), /in de map van de database/)
})

test('doctor: one that can’t be written, by whoever it is that looks', () => {
  mkdirSync(join(dataFolder, 'shut'), { mode: 0o500 })
  // Root may write everywhere.
  if (process.getuid?.() === 0) assert.match(look('shut'), /shut/)
  else assert.throws(() => look('shut'), /mag niet worden geschreven/)
})
