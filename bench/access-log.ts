// Access log: all its figures by one command, each part in a process of its own: taking in (with how it grows and what a page notices), asking, and proof.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const isLarge = process.argv.includes('--large')
const only = process.env.BENCH_PART
/** What each is given after its name, as its own command takes it. */
const parts = {
  ingest: ['access-log-ingest.ts', process.env.BENCH_INGEST ?? '100000'],
  asking: ['access-log-asking.ts', ...process.env.BENCH_ASKING?.split(' ') ?? [], ...isLarge ? ['--large'] : []],
  proof: ['access-log-proof.ts', process.env.BENCH_PROOF ?? '200000'],
} as const
if (only !== undefined && !Object.hasOwn(parts, only)) {
  process.stderr.write(`Zo: npm run bench:access-log -- --large (BENCH_PART: alleen ${Object.keys(parts).join(', ')}; BENCH_INGEST, BENCH_ASKING en BENCH_PROOF: hoeveel regels)\n`)
  process.exit(2)
}

let failed = 0
for (const [part, [file, ...given]] of Object.entries(parts).filter(([name]) => only === undefined || name === only)) {
  process.stdout.write(`\n## ${part}\n`)
  const run = spawn(process.execPath, ['--import', join(import.meta.dirname, '../bin/load-tsx.js'), join(import.meta.dirname, file), ...given], { stdio: 'inherit' })
  // One that fails doesn't keep the figures of the others from us.
  if (await new Promise((done) => { run.once('exit', done) }) !== 0) failed++
}
process.exit(failed)
