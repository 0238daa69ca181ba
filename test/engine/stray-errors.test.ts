// Stray errors: what a test leaves to fall, a rejection that nobody awaits or an error in a timer, fails the run as it is started by scripts/check.ts.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { after, before, describe, test } from 'node:test'
import { temporaryFolder } from '../support/server.ts'

describe('a run is red', () => {
  let folder: string
  before(() => { folder = temporaryFolder() })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const runOf = (body: string) => {
    const file = join(folder, 'stray.test.mjs')
    writeFileSync(file, `import { describe, test } from 'node:test'\nconst wait = (ms) => new Promise((done) => setTimeout(done, ms))\ndescribe('within', () => { test('one', async () => { ${body} }); test('two', async () => { await wait(50) }) })\n`)
    const { NODE_TEST_CONTEXT: _context, ...env } = process.env
    const { status, stdout } = spawnSync(process.execPath, ['--import', pathToFileURL(join(import.meta.dirname, '../support/untracked-promises.ts')).href, '--test', '--test-force-exit', '--test-reporter=spec', file], { env, encoding: 'utf8' })
    return { status, said: stdout }
  }

  test('not, when all is well', () => {
    const { status, said } = runOf('await wait(1)')
    assert.equal(status, 0, said)
    assert.match(said, /ℹ pass 2/)
  })

  for (const [what, body] of [
    ['by a rejection that nobody awaits', `void Promise.reject(new Error('nobody awaits me')); await wait(10)`],
    ['by one that comes later', `void (async () => { await wait(5); throw new Error('nobody awaits me') })(); await wait(20)`],
    ['by one that comes after its test', `void (async () => { await wait(20); throw new Error('nobody awaits me') })()`],
    ['by an error in a timer', `setTimeout(() => { throw new Error('nobody awaits me') }, 5); await wait(20)`],
    ['by a test that fails', `await wait(1); throw new Error('nobody awaits me')`],
  ] as const) {
    test(what, () => {
      const { status, said } = runOf(body)
      assert.equal(status, 1, said)
      assert.match(said, /nobody awaits me/)
    })
  }
})
