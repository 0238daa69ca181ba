import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/support/database.ts'
import { waarborg } from '../../../test/support/processes.ts'
import { tenant } from '../../../test/support/product.ts'
import { throwAwayFolder } from '../../../test/support/throw-away.ts'

test('N-36: the command line imports, tells what it refuses, repeats without change and exports to both formats', async () => {
  const own = await tenant()
  const { ownerUrl, appUrl, keysFolder } = await testDatabase()
  const folder = throwAwayFolder('command')
  const env = { ...process.env, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, KEYS_DIR: keysFolder, DATA_DIR: folder, LOG_LEVEL: 'error' }
  const file = join(folder, 'register.csv')
  writeFileSync(file, 'Nummer;Naam;Doel;Kleur;Uitkomst pre-DPIA;Datum pre-DPIA\r\nV1;Een;Iets doen;rood;niet nodig;15-01-2026\r\nV2;Twee;;;;\r\nV2;Drie;;;;\r\n')
  const count = async () => own.scoped(async (scope) => (await sql<{ count: number }>`select count(*) as count from processing_activity where organisation_id = ${scope.organisation.id} and status = 'active'`.execute(scope.tx)).rows[0]!.count)

  const trial = await waarborg(['import', file, '--organisation', own.slug, '--active', '--dry-run'], env)
  assert.match(trial.out, /Niet gelezen kolommen: “Kleur”/)
  assert.match(trial.out, /Zou worden: 2 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 geweigerd/)
  assert.equal(await count(), 0)

  const real = await waarborg(['import', file, '--organisation', own.slug, '--active'], env)
  assert.match(real.out, /Geweigerd: Rij 4.*Rij 3 en rij 4 zijn hetzelfde/)
  assert.equal(real.code, 1, real.err)
  assert.equal(await count(), 1)
  assert.match(real.out, /Als concept binnengekomen, omdat de toets vooraf ontbreekt of niet af is: 1\./)

  const csv = join(folder, 'uit.csv')
  const exported = await waarborg(['export', csv, '--organisation', own.slug], env)
  assert.equal(exported.code, 0, exported.err)
  assert.match(readFileSync(csv, 'utf8'), /Iets doen/)
  const again = await waarborg(['import', csv, '--organisation', own.slug, '--key', 'nummer'], env)
  assert.equal(again.code, 0, again.err)
  assert.match(again.out, /0 nieuw, 0 gewijzigd, 2 ongewijzigd, 0 geweigerd/)
  assert.equal((await waarborg(['export', join(folder, 'uit.xlsx'), '--organisation', own.slug], env)).code, 0)

  const unknown = await waarborg(['import', file, '--organisation', 'bestaat-niet'], env)
  assert.deepEqual([unknown.code, /bestaat niet/.test(unknown.err)], [2, true])
  writeFileSync(join(folder, 'leeg.csv'), '')
  const empty = await waarborg(['import', join(folder, 'leeg.csv'), '--organisation', own.slug], env)
  assert.equal(empty.code, 1)
  assert.match(empty.err, /leeg/i)
})
