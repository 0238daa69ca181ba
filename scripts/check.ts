// The check: types, lint, then all tests against one throw-away database. The same here and in CI.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { handedDown, startTestServer } from '../test/support/server.ts'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const onlyTests = args.includes('--only-tests')
const patterns = args.filter((arg) => !arg.startsWith('--'))

process.exitCode = await check()
if (process.connected) process.disconnect()

async function check(): Promise<number> {
  const files = testFiles()
  if (files.length === 0) {
    process.stderr.write(`Geen test past bij: ${patterns.join(' ')}\n`)
    return 2
  }
  const steps = onlyTests ? [] : [
    { name: 'types', command: join(root, 'node_modules/.bin/tsc'), args: ['--noEmit'] },
    { name: 'lint', command: join(root, 'node_modules/.bin/oxlint'), args: ['--deny-warnings'] },
  ]
  const failed: string[] = []
  for (const step of steps) {
    const started = performance.now()
    const code = await run(step.command, step.args)
    process.stdout.write(`${code === 0 ? '✔' : '✖'} ${step.name} (${Math.round(performance.now() - started)} ms)\n`)
    if (code !== 0) failed.push(step.name)
  }
  // Types or lint that fail don't hide what the tests say; the exit code tells of both.
  const server = await startTestServer()
  try {
    if (await runTests(files, { [handedDown]: JSON.stringify(server) }) !== 0) failed.push('tests')
  } finally {
    await server.stop()
  }
  if (failed.length > 0) process.stderr.write(`Mislukt: ${failed.join(', ')}\n`)
  return failed.length > 0 ? 1 : 0
}

function testFiles(): string[] {
  const all = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], { cwd: root }).toSorted()
  return patterns.length === 0 ? all : all.filter((file) => patterns.some((pattern) => relative(root, join(root, file)).includes(pattern)))
}

// One process for all files: a process per file costs more than the tests in it.
function runTests(files: readonly string[], extra: NodeJS.ProcessEnv): Promise<number> {
  return run(process.execPath, [
    ...process.execArgv, '--test', '--test-isolation=none', '--test-reporter=spec', '--test-timeout=300000', '--test-force-exit', ...files,
  ], { LOG_LEVEL: 'error', ...process.env, ...extra })
}

function run(command: string, words: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    for (const signal of signals) process.on(signal, pass)
    const end = (code: number) => {
      for (const signal of signals) process.off(signal, pass)
      done(code)
    }
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      end(1)
    })
    child.once('exit', (code) => end(code ?? 1))
  })
}
