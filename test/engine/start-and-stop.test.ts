// Starting and stopping: as people do it, and as machines fail.
import assert from 'node:assert/strict'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { runAs } from '../../src/ground/postgres-binaries.ts'
import { childrenOf, cloneFor, freePort, leftBehind, processesNaming, startProduct, statusOf, waarborg, type Running } from '../support/processes.ts'
import { temporaryFolder } from '../support/server.ts'

const folders: string[] = []
const isRoot = process.getuid?.() === 0

after(() => {
  for (const folder of folders) {
    for (const { pid } of processesNaming(folder)) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

function newFolder(): string {
  const folder = temporaryFolder()
  folders.push(folder)
  return folder
}

let ordinary: string | undefined
function ordinaryClone(): string {
  return ordinary ??= cloneFor(runAs(), newFolder())
}

function postmasterOf(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

async function stop(running: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  running.child.kill(signal)
  const { code, err } = await running.ended
  assert.equal(code, 0, err)
}

test('it starts, says where, and leaves no process behind after SIGTERM and SIGINT', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const running = await startProduct({ DATA_DIR })
    assert.equal(await statusOf(running.port, '/health/live'), 200)
    assert.match(running.out(), new RegExp(`http://127\\.0\\.0\\.1:${running.port}`))
    await stop(running, signal)
    assert.deepEqual(await leftBehind(DATA_DIR), [])
  }
  assert.equal(statSync(join(DATA_DIR, 'postgres.json')).mode & 0o777, 0o600)
  assert.equal(statSync(join(DATA_DIR, 'keys/master.key')).mode & 0o777, 0o600)
})

test('after kill -9 the next start takes over the database that still runs', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  const first = await startProduct({ DATA_DIR })
  const postmaster = postmasterOf(DATA_DIR)
  const inner = processesNaming(DATA_DIR).filter(({ command }) => command.includes('src/main.ts'))
  for (const { pid } of inner) process.kill(pid, 'SIGKILL')
  await first.ended
  const second = await startProduct({ DATA_DIR })
  assert.equal(postmasterOf(DATA_DIR), postmaster)
  await stop(second)
  assert.deepEqual(await leftBehind(DATA_DIR), [])
})

test('when npm’s process is killed the server notices and stops', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  const running = await startProduct({ DATA_DIR })
  running.child.kill('SIGKILL')
  await running.ended
  assert.deepEqual(await leftBehind(DATA_DIR), [])
})

test('a process number that passed to another program does not stop the start', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  await stop(await startProduct({ DATA_DIR }))
  writeFileSync(join(DATA_DIR, 'postgres/postmaster.pid'), `${process.pid}\n${DATA_DIR}/postgres\n1\n5432\n\n127.0.0.1\n0 0\nready   \n`)
  chownSync(join(DATA_DIR, 'postgres/postmaster.pid'), statSync(join(DATA_DIR, 'postgres')).uid, statSync(join(DATA_DIR, 'postgres')).gid)
  await stop(await startProduct({ DATA_DIR }))
})

test('a lost file with passwords is made again', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  await stop(await startProduct({ DATA_DIR }))
  rmSync(join(DATA_DIR, 'postgres.json'))
  await stop(await startProduct({ DATA_DIR }))
})

test('a database that is killed comes back, and ready says 503 meanwhile', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  const running = await startProduct({ DATA_DIR })
  const before = postmasterOf(DATA_DIR)
  // Standing still first, so that "away" lasts as long as the test looks; then gone without a word.
  const all = [before, ...childrenOf(before)]
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  assert.equal(await statusOf(running.port, '/health/ready'), 503)
  assert.equal(await statusOf(running.port, '/health/live'), 200)
  for (const pid of all) process.kill(pid, 'SIGKILL')
  for (let round = 0; round < 400 && await statusOf(running.port, '/health/ready') !== 200; round++) await wait(50)
  assert.equal(await statusOf(running.port, '/health/ready'), 200, running.err())
  assert.notEqual(postmasterOf(DATA_DIR), before)
  await stop(running)
  assert.deepEqual(await leftBehind(DATA_DIR), [])
})

test('a request that is under way when SIGTERM comes is answered', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  const running = await startProduct({ DATA_DIR })
  // The database stands still, so that the answer takes the two seconds after which ready gives up.
  const still = childrenOf(postmasterOf(DATA_DIR))
  for (const pid of still) process.kill(pid, 'SIGSTOP')
  const answer = statusOf(running.port, '/health/ready')
  await wait(300)
  running.child.kill('SIGTERM')
  await wait(300)
  assert.equal(await statusOf(running.port, '/health/live'), 0, 'no new requests')
  assert.equal(await answer, 503)
  for (const pid of still) process.kill(pid, 'SIGCONT')
  assert.equal((await running.ended).code, 0)
  assert.deepEqual(await leftBehind(DATA_DIR), [])
})

test('a port in use is one clear line, and the first server stays', async () => {
  const DATA_DIR = join(newFolder(), '.data')
  const running = await startProduct({ DATA_DIR })
  const { code, err } = await waarborg(['start'], { DATA_DIR, PORT: String(running.port) })
  assert.equal(code, 1)
  assert.match(err, /^Poort \d+ op 127\.0\.0\.1 is al in gebruik.*\n$/)
  const command = await waarborg(['migrate'], { DATA_DIR })
  assert.equal(command.out, 'De database was al bijgewerkt.\n')
  assert.equal(await statusOf(running.port, '/health/ready'), 200)
  await stop(running)
})

test('bad settings are one clear line', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  const cases: [NodeJS.ProcessEnv, RegExp][] = [
    [{ PORT: 'abc' }, /^PORT is "abc"/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL is geen geldig adres/],
    [{ DATABASE_URL: `postgres://u:geheim@127.0.0.1:${await freePort()}/x` }, /^De database op 127\.0\.0\.1:\d+ \(DATABASE_URL\) antwoordt niet/],
    [{ DATA_DIR: join(folder, 'file') }, /is geen map/],
    [{ HOST: '203.0.113.9' }, /^HOST is "203\.0\.113\.9"/],
  ]
  for (const [env, expected] of cases) {
    const { code, out, err } = await waarborg(['start'], { DATA_DIR: join(folder, '.data'), PORT: String(await freePort()), ...env })
    assert.equal(code, 1, JSON.stringify(env))
    assert.match(err, expected)
    assert.equal(`${out}${err}`.trim().split('\n').length, 1)
    assert.doesNotMatch(err, /geheim/)
  }
})

test('as root, in a folder that others cannot enter, the data go elsewhere and the start says so', { skip: !isRoot && 'only root moves the data' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-closed-'))
  folders.push(folder)
  const DATA_DIR = join(folder, '.data')
  const running = await startProduct({ DATA_DIR })
  const { elsewhere } = JSON.parse(readFileSync(join(DATA_DIR, 'postgres.json'), 'utf8')) as { elsewhere: string }
  try {
    assert.match(running.out(), /^De database staat in \/var\/lib\/waarborg\//)
    assert.ok(existsSync(join(elsewhere, 'postgres/PG_VERSION')))
    await stop(running)
    await stop(await startProduct({ DATA_DIR }))
  } finally {
    running.child.kill('SIGKILL')
    rmSync(elsewhere, { recursive: true, force: true })
  }
})

test('an ordinary user starts it too', async () => {
  const folder = newFolder()
  const login = runAs()
  if (login) chownSync(folder, login.uid, login.gid)
  const DATA_DIR = join(folder, '.data')
  const running = await startProduct({ DATA_DIR }, { login, cwd: folder, clone: ordinaryClone() })
  assert.equal(statSync(join(DATA_DIR, 'postgres')).uid, login?.uid ?? process.getuid?.())
  await stop(running)
  assert.deepEqual(await leftBehind(DATA_DIR), [])
  // Root may start what an ordinary user began: the data stay theirs.
  if (isRoot) {
    await stop(await startProduct({ DATA_DIR }))
    assert.equal(statSync(join(DATA_DIR, 'postgres')).uid, login?.uid)
  }
})

test('a folder that may not be written is one clear line', async () => {
  const folder = newFolder()
  const closed = join(folder, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o555)
  const { code, err } = await waarborg(['start'], { DATA_DIR: join(closed, '.data'), PORT: String(await freePort()) }, { login: runAs(), cwd: dirname(closed), clone: ordinaryClone() })
  assert.equal(code, 1)
  assert.match(err, /mag niet worden gelezen of geschreven/)
})

test('words that do not exist end with 2 and a hint; help is Dutch and there for every verb', async () => {
  const wrong: [string[], RegExp][] = [
    [['frob'], /^De opdracht "frob" bestaat niet\..*--help/],
    [['start', '--frob'], /^De optie --frob bestaat niet\..*start --help/],
    [['import'], /^Het bestand ontbreekt\./],
    [['import', '/nergens.csv', '--organisation', 'x'], /bestaat niet/],
    [['user', 'add', '--email'], /^De optie --email mist een waarde\./],
  ]
  await Promise.all(wrong.map(async ([words, expected]) => {
    const { code, err } = await waarborg(words, {})
    assert.equal(code, 2, words.join(' '))
    assert.match(err, expected)
  }))
  await Promise.all(['start', 'demo', 'migrate', 'user add', 'user recover', 'networks clear', 'import', 'export', 'norms', 'doctor'].map(async (verb) => {
    const { code, out } = await waarborg([...verb.split(' '), '--help'], {})
    assert.equal(code, 0)
    assert.match(out, new RegExp(`^waarborg ${verb}: [\\s\\S]*Gebruik: waarborg ${verb}`))
  }))
})
