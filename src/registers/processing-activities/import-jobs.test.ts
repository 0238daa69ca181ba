import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { testDatabase } from '../../../test/support/database.ts'
import { importer } from '../../../test/support/import-flow.ts'
import { openJobs } from '../../ground/jobs.ts'
import { dropStagedBefore } from '../../register-kit/exchange-flow/import-rows.ts'
import { workImports } from '../../register-kit/exchange-flow/import-jobs.ts'

const columns = { 'columns.0': 'name', 'columns.1': 'number', key: 'number', status: 'draft', emptyCells: 'keep', faulty: 'refuse', role: 'controller', regime: 'gdpr', department: '' }

test('the jobs that the pages ask for are carried out by the workers: check, write and undo', async () => {
  const who = await importer()
  const jobs = await openJobs((await testDatabase()).appUrl)
  try {
    await workImports(jobs, who.house)
    const id = await who.bring('a.csv', 'Naam;Nummer\nEen;1\nTwee;2')
    const reaches = async (status: string) => {
      for (let round = 0; round < 300; round++) {
        if ((await who.run(id)).status === status) return
        await wait(100)
      }
      assert.fail(`the import never became ${status} but is ${(await who.run(id)).status}`)
    }
    await who.post(`${who.base}/import/${id}/kolommen`, columns)
    await reaches('ready')
    await who.post(`${who.base}/import/${id}/inlezen`, {})
    await reaches('done')
    assert.match(await (await who.get(`${who.base}?import=${id}`)).text(), />Twee</)
    await who.post(`${who.base}/import/${id}/ongedaan`, {})
    await reaches('undone')
    assert.doesNotMatch(await (await who.get(who.base)).text(), />Twee</)
  } finally {
    await jobs.stop(5_000)
  }
})

test('rows of an import that nobody finished go after thirty days; the run stays on record', async () => {
  const who = await importer()
  const id = await who.bring('a.csv', 'Naam;Nummer\nEen;1')
  const rows = () => who.tenant.scoped(async (scope) => (await sql<{ count: number }>`select count(*) as count from import_row where organisation_id = ${scope.organisation.id} and import_id = ${id}`.execute(scope.tx)).rows[0]!.count)
  const yesterday = new Date(Date.now() - 86_400_000)
  await who.tenant.scoped((scope) => dropStagedBefore(scope, yesterday))
  assert.equal(await rows(), 1)
  await who.tenant.scoped((scope) => dropStagedBefore(scope, new Date(Date.now() + 1000)))
  assert.deepEqual([await rows(), (await who.run(id)).status], [0, 'cancelled'])
})
