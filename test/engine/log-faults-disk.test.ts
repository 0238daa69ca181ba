// A database whose disk is full, as applications and people hear of it. PostgreSQL’s own error comes from a trigger here: a disk that really fills up needs root, and is `npm run faults -- log --disk`.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openIngest, type Ingest } from '../../src/access-log/ingest/submit.ts'
import { readRecordsJson } from '../../src/access-log/ingest/rest-records.ts'
import { TryLater } from '../../src/access-log/ingest/try-later.ts'
import { isLittle, watchFreeRoom } from '../../src/ground/free-room.ts'
import { makeHouse } from '../../src/web.tsx'
import { testDatabase } from '../support/database.ts'
import { product, tenant, type Tenant } from '../support/product.ts'
import { rowsOf } from '../support/scratch-rows.ts'
import { logSource, sentRecord } from '../support/sent-records.ts'

const mb = 1024 * 1024
for (const [free, size, little] of [[255 * mb, 40_000 * mb, true], [257 * mb, 40_000 * mb, false], [20 * mb, 512 * mb, true], [30 * mb, 512 * mb, false], [0, 512 * mb, true]] as const) {
  test(`${free / mb} MB free of ${size / mb}: ${little ? 'applications wait' : 'applications may log'}`, () => assert.equal(isLittle({ free, size }), little))
}

test('of a database elsewhere nothing is known, and of a folder that isn’t there neither: it says so itself', () => {
  for (const folder of [undefined, '/nowhere/at/all']) assert.equal(watchFreeRoom(folder).isLow(), false)
})

describe('N-39 a full disk: nothing is taken, everybody hears why, and with room it goes on', () => {
  let who: Tenant
  let dpo: Awaited<ReturnType<Tenant['person']>>
  let ingest: Ingest
  let superUrl: string
  let name: string
  const submit = async (records: ReturnType<typeof readRecordsJson>) => ingest.submit({ organisation: who.organisation, sourceId: (await logSource(who)).sourceId, name: 'Zaaksysteem' }, records)

  before(async () => {
    const { deps } = await product()
    const { appUrl, superUrl: url } = await testDatabase()
    superUrl = url
    who = await tenant()
    dpo = await who.person('Frits', 'dpo')
    await who.person('Piet', 'employee')
    ingest = openIngest(makeHouse(deps), appUrl)
    name = `full_${who.slug}`
  })
  after(async () => {
    await rowsOf(superUrl, `drop function if exists ${name}() cascade`)
    await ingest.stop()
  })

  test('applications are told when to come back; people too, and what asks for no record can be read', async () => {
    // Here and not before: other tests look whether any table has a trigger.
    await rowsOf(superUrl, `create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
      create trigger ${name} before insert on access_batch for each row when (new.organisation_id = '${who.organisation.id}') execute function ${name}()`)
    const records = readRecordsJson(Buffer.from(JSON.stringify([sentRecord(), sentRecord()])))
    await assert.rejects(submit(records), (error) => error instanceof TryLater && error.why === 'storage_full' && error.status === 503 && error.retryAfterSeconds === 60 && error.words.nl.includes('geen ruimte'))
    assert.equal((await dpo.get(`/${who.slug}/logboek`)).status, 200)
    const page = await dpo.get(`/${who.slug}/logboek/bewaren`)
    assert.deepEqual([page.status, page.headers.get('retry-after')], [503, '60'])
    assert.match(await page.text(), /Er is geen ruimte meer op de schijf van de database.*ook niet dat iemand persoonsgegevens bekijkt.*Wat u typte staat nog in uw browser/s)
    await rowsOf(superUrl, `drop function ${name}() cascade`)
    assert.deepEqual(await submit(records), { accepted: 2, duplicates: 0, ignored: 0, rejected: [] })
    assert.equal((await dpo.get(`/${who.slug}/logboek/bewaren`)).status, 200)
  })
})
