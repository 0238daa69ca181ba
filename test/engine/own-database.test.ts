// A PostgreSQL of one's own: the application's login is made, refused when it is too strong, and found again when its password was lost.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { migrate } from '../../src/ground/migrations.ts'
import { startDatabase } from '../../src/ground/postgres.ts'
import { connect, faultsOfAppRole } from '../../src/ground/postgres-roles.ts'
import { startProduct, statusOf, waarborg } from '../support/processes.ts'
import { asSuper, scratchDatabase, scratchLogin, type Scratch } from '../support/scratch.ts'
import { rowsOf } from '../support/scratch-rows.ts'
import { temporaryFolder } from '../support/server.ts'

const folder = temporaryFolder()
const keysFolder = join(folder, 'keys')
const undo: (() => Promise<void>)[] = []
let scratch: Scratch
let ownerUrl: string

before(async () => {
  scratch = await scratchDatabase()
  const owner = await scratchLogin(scratch.ownerUrl, 'createrole')
  ownerUrl = owner.url
  await asSuper(scratch.superUrl, `alter database ${scratch.name} owner to ${owner.name}`)
  undo.push(owner.drop)
})
after(async () => {
  const [made] = await rowsOf<{ name: string }>(scratch.superUrl, `select rolname::text as name from pg_roles where rolname like 'waarborg\\_app\\__%'`)
  if (made) await asSuper(scratch.superUrl, `drop owned by ${made.name}`, `drop role ${made.name}`)
  await scratch.drop()
  for (const step of undo) await step()
  rmSync(folder, { recursive: true, force: true })
})

const config = (more: { databaseUrl?: string; databaseAppUrl?: string } = {}) =>
  ({ dataFolder: join(folder, 'data'), keysFolder, databaseUrl: ownerUrl, databaseAppUrl: undefined, ...more })

test('an owner that may make logins makes the application’s, once, and keeps its password beside the keys', async () => {
  const first = await startDatabase(config())
  assert.equal(first.embedded, false)
  await migrate(first)
  assert.deepEqual(await rowsOf(first.appUrl, 'select count(*)::int as n from organisation'), [{ n: 0 }])
  assert.equal((await startDatabase(config())).appUrl, first.appUrl)
  const file = join(keysFolder, readdirSync(keysFolder).find((name) => name.startsWith('waarborg_app_')) ?? '')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.equal(existsSync(join(folder, 'data')), false)
})

test('a lost password is set again', async () => {
  const { appUrl: old } = await startDatabase(config())
  rmSync(keysFolder, { recursive: true })
  const { appUrl } = await startDatabase(config())
  assert.notEqual(appUrl, old)
  assert.equal((await rowsOf<{ n: number }>(appUrl, 'select 1 as n')).length, 1)
})

test('an owner that may not make logins is told to set DATABASE_APP_URL', async () => {
  const other = await scratchDatabase()
  const weak = await scratchLogin(other.ownerUrl, '')
  undo.push(other.drop, weak.drop)
  await assert.rejects(startDatabase(config({ databaseUrl: weak.url })), /mag geen inlognamen maken.*DATABASE_APP_URL/)
})

test('an application login that could pass the fence between organisations is refused', async () => {
  const strong = [
    ['superuser', /is superuser/],
    ['bypassrls', /BYPASSRLS/],
    [`in role ${new URL(ownerUrl).username}`, /lid van de rol van de eigenaar/],
  ] as const
  for (const [attributes, expected] of strong) {
    const login = await scratchLogin(ownerUrl, attributes)
    undo.push(login.drop)
    await assert.rejects(startDatabase(config({ databaseAppUrl: login.url })), expected)
  }
  await assert.rejects(startDatabase(config({ databaseAppUrl: ownerUrl })), /dezelfde als die van de eigenaar/)
  const holder = await scratchLogin(ownerUrl, '')
  undo.push(holder.drop)
  await asSuper(scratch.superUrl, 'create table theirs (id int)', `alter table theirs owner to ${holder.name}`)
  await assert.rejects(startDatabase(config({ databaseAppUrl: holder.url })), /eigenaar van 1 tabellen/)
  await asSuper(scratch.superUrl, 'drop table theirs')
})

test('a superuser as owner changes nothing for the application', async () => {
  const running = await startDatabase(config({ databaseUrl: scratch.superUrl }))
  const owner = await connect(running.ownerUrl, 'DATABASE_URL')
  try {
    assert.deepEqual(await faultsOfAppRole(owner, running.appUrl), [])
  } finally {
    await owner.end()
  }
})

test('the product serves on it, doctor finds it right, and it stays when the product stops', async () => {
  const env = { DATA_DIR: join(folder, 'data'), KEYS_DIR: keysFolder, DATABASE_URL: ownerUrl }
  const running = await startProduct(env)
  assert.equal(await statusOf(running.port, '/health/ready'), 200)
  running.child.kill('SIGTERM')
  assert.equal((await running.ended).code, 0)
  const doctor = await waarborg(['doctor'], { ...env, PORT: String(running.port) })
  assert.equal(doctor.code, 0, doctor.out)
  assert.match(doctor.out, /ok {4}database: PostgreSQL \d+.*eigen/)
  await asSuper(scratch.superUrl, 'alter table person no force row level security')
  const warned = await waarborg(['doctor'], { ...env, PORT: String(running.port) })
  assert.equal(warned.code, 1)
  assert.match(warned.out, /fout {2}afscherming: .*person/)
  await asSuper(scratch.superUrl, 'alter table person force row level security')
})
