// The check: types, lint, then all tests, each process of them with a throw-away database server of its own. The same here and in CI.
import { spawn } from 'node:child_process'
import { chmodSync, globSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dividedOver } from './divide-tests.ts'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
/** Processes side by side: one more than the machine has cores, because a test waits for the database, the browser or a program a quarter of its time. */
const atATime = availableParallelism() + 1
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
  if (await runTests(files) !== 0) failed.push('tests')
  if (failed.length > 0) process.stderr.write(`Mislukt: ${failed.join(', ')}\n`)
  return failed.length > 0 ? 1 : 0
}

function testFiles(): string[] {
  const all = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], { cwd: root }).toSorted()
  return patterns.length === 0 ? all : all.filter((file) => patterns.some((pattern) => relative(root, join(root, file)).includes(pattern)))
}

// A process per file costs more than the tests in it, so a process runs some dozens, each loaded by a file made for it.
async function runTests(files: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'waarborg-tests-'))
  // PostgreSQL doesn't run as root, and its template comes to lie here.
  chmodSync(folder, 0o755)
  const parts = dividedOver(files, atATime)
  const loaders = parts.map((part, index) => {
    const loader = join(folder, `part-${String(index + 1).padStart(3, '0')}.mjs`)
    writeFileSync(loader, loaderOf(part))
    return loader
  })
  try {
    if (parts.length > 1) await run(process.execPath, [...process.execArgv, join(root, 'test/support/make-template.ts'), folder])
    return await run(process.execPath, [
      ...process.execArgv, '--import', pathToFileURL(join(root, 'test/support/untracked-promises.ts')).href, '--test', '--test-isolation=process', `--test-concurrency=${atATime}`, '--test-reporter=spec', '--test-timeout=1500000', '--test-force-exit', ...loaders,
    ], { LOG_LEVEL: 'error', ...(parts.length > 1 ? { TEST_TEMPLATE: folder } : {}), ...process.env })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// The first test lasts until every file is loaded: else the runner ends, without a word, when the tests that it knows are done before the next file has come.
function loaderOf(files: readonly string[]): string {
  return [
    `import { test } from 'node:test'`,
    'const { promise, resolve } = Promise.withResolvers()',
    `test('${files.length} files of tests are loaded', () => promise)`,
    ...files.map((file) => `await import(${JSON.stringify(pathToFileURL(join(root, file)).href)})`),
    'resolve()',
    '',
  ].join('\n')
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
