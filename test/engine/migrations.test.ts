// Migrations: in order, whole or not at all, and never twice.
import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { isCurrent, migrate, readMigrations } from '../../src/ground/migrations.ts'
import { scratchDatabase, scratchLogin, type Scratch } from '../support/scratch.ts'
import { rowsOf } from '../support/scratch-rows.ts'
import { temporaryFolder } from '../support/server.ts'

const folder = temporaryFolder()
let scratch: Scratch

before(async () => { scratch = await scratchDatabase() })
after(async () => {
  await scratch.drop()
  rmSync(folder, { recursive: true })
})

function write(place: string, files: Record<string, string>): string {
  const path = join(folder, place)
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(path, name), sql)
  return path
}

const one = { '0001-shelf.sql': 'create table shelf (id int primary key); grant select, insert on shelf to :app_role;' }
const two = { ...one, '0002-book.sql': 'create table book (id int references shelf)' }

test('migrations run once, in order, and grant the application what they say', async () => {
  assert.deepEqual(await migrate(scratch, { folder: write('a', one) }), ['0001-shelf.sql'])
  assert.deepEqual(await migrate(scratch, { folder: write('a', two) }), ['0002-book.sql'])
  assert.deepEqual(await migrate(scratch, { folder: write('a', two) }), [])
  assert.deepEqual(await rowsOf(scratch.appUrl, 'select * from shelf'), [])
  await assert.rejects(rowsOf(scratch.appUrl, 'select * from book'), /permission denied/)
  const applied = await rowsOf<{ name: string; sha256: string }>(scratch.appUrl, 'select name, sha256 from applied_migration')
  assert.equal(isCurrent(readMigrations(join(folder, 'a')), applied), true)
  assert.equal(isCurrent(readMigrations(write('b', one)), applied), false)
})

test('a file with other line ends is the same file', async () => {
  const crlf = Object.fromEntries(Object.entries({ '0001-shelf.sql': 'select 1;\nselect 2;' }).map(([name, sql]) => [name, sql.replaceAll('\n', '\r\n')]))
  assert.equal(readMigrations(write('c', crlf))[0]?.sha256, readMigrations(write('d', { '0001-shelf.sql': 'select 1;\nselect 2;' }))[0]?.sha256)
})

test('a changed, missing or late file stops the start with one clear line', async () => {
  const cases = [
    [{ ...two, '0001-shelf.sql': 'select 1' }, /0001-shelf\.sql is gewijzigd/],
    [one, /0002-book\.sql, en deze versie van Waarborg kent dat bestand niet/],
    [{ ...two, '0000-first.sql': 'select 1' }, /0000-first\.sql komt vóór/],
  ] as const
  for (const [files, expected] of cases) {
    await assert.rejects(migrate(scratch, { folder: write('e', files) }), expected)
  }
  assert.throws(() => readMigrations(write('f', { '1-x.sql': '' })), /heet niet/)
  assert.throws(() => readMigrations(write('f', { '0001-x.sql': '', '0001-y.sql': '' })), /nummer 0001/)
})

test('a migration that fails leaves nothing behind and says where', async () => {
  const files = { ...two, '0003-broken.sql': 'create table half (id int);\nselect frobnicate()' }
  await assert.rejects(migrate(scratch, { folder: write('g', files) }), /0003-broken\.sql is mislukt.*regel 2/)
  assert.deepEqual(await rowsOf(scratch.ownerUrl, `select to_regclass('half')::text as there`), [{ there: null }])
})

test('two starts at once run each file once', async () => {
  const fresh = await scratchDatabase()
  const path = write('h', { '0001-slow.sql': 'create table slow (id int); select pg_sleep(0.2);' })
  try {
    const done = await Promise.all([migrate(fresh, { folder: path }), migrate(fresh, { folder: path })])
    assert.deepEqual(done.flat(), ['0001-slow.sql'])
  } finally {
    await fresh.drop()
  }
})

test('rights given to one login are not looked for under another', async () => {
  const other = await scratchLogin(scratch.ownerUrl, '')
  try {
    await assert.rejects(migrate({ ownerUrl: scratch.ownerUrl, appUrl: other.url }, { folder: write('i', two) }), /gegeven aan de inlognaam waarborg_app, niet aan login_/)
  } finally {
    await rowsOf(scratch.superUrl, `drop owned by ${other.name}`)
    await other.drop()
  }
})
