import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { leafText, type LogRecord } from '../../access-record/log-record.ts'
import { leafDigest, rootOf } from '../../access-record/tree.ts'
import { writeBatch } from '../../access-record/write-batch.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { product, tenant, type Tenant } from '../../../test/support/product.ts'
import type { JobPlace } from '../../people/job-scope.ts'
import { checkFile } from './check-file.ts'
import { checkOrganisation, type CheckOrder } from './check-organisation.ts'
import { unsealedTail } from './checkpoints.ts'
import { exportLog } from './export-log.ts'
import { readLeaves } from './leaf-sql.ts'
import { publishedFile, publishToFolder } from './publish-folder.ts'
import { readPublished } from './published-lines.ts'
import { removedDigest, removedLine } from './removal-proof.ts'
import { nextCheckpoint, sealOrganisation } from './sealer.ts'

const at = Date.parse('2026-03-10T09:00:00.000Z')

function record(change: Partial<LogRecord> = {}): LogRecord {
  return {
    traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: randomBytes(8), status: 'Ok', name: 'Dossier geopend', startedAt: at, endedAt: at + 250, activity: 'urn:uuid:0199', actor: randomBytes(32),
    subject: randomBytes(32), subjectType: 'BSN', isSecret: false, details: '{"resource":{"service.name":"zaken"}}', ...change,
  }
}

describe('proof of the access log (N-39)', () => {
  let house: Tenant
  let place: JobPlace
  let superuser: pg.Client
  let folder: string
  const records = Array.from({ length: 12 }, (_, index) => record({ startedAt: at + index * 1_000, endedAt: at + index * 1_000 + 250, isSecret: index === 5 }))
  const batches: string[] = []
  const write = async (...some: LogRecord[]) => house.scoped((scope) => writeBatch(scope, 'received', some))
  const seal = async () => sealOrganisation({ ...await jobHouse() }, place)
  const jobHouse = async () => {
    const { deps } = await product()
    return { database: deps.database, master: deps.masterKey, clock: () => new Date(), config: { checkpointsFolder: folder } }
  }
  const check = async (order: CheckOrder = {}) => checkOrganisation(await jobHouse(), place, order)
  const faultNow = async (order: CheckOrder = {}) => (await check(order)).fault
  /** Changes rows as somebody who has the database would, looks, and puts them back. */
  const tampered = async (statement: string | (() => Promise<unknown>), values: unknown[] = [], order: CheckOrder = {}) => {
    const tables = ['access_record', 'access_batch', 'access_checkpoint'] as const
    const kept = new Map<string, unknown[]>()
    for (const table of tables) kept.set(table, (await superuser.query<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t where organisation_id = $1`, [place.organisation.id])).rows.map(({ row }) => row))
    await (typeof statement === 'string' ? superuser.query(statement, values) : statement())
    try {
      return await faultNow(order)
    } finally {
      for (const table of tables) {
        await superuser.query(`delete from ${table} where organisation_id = $1`, [place.organisation.id])
        await superuser.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(kept.get(table))])
      }
    }
  }
  const inRecord = (index: number) => [records[index]!.traceId, place.organisation.id] as const
  const hexOf = (index: number) => records[index]!.traceId.toString('hex')

  before(async () => {
    house = await tenant()
    place = { organisation: house.organisation, actor: { kind: 'system', task: 'test' } }
    folder = mkdtempSync(join(tmpdir(), 'checkpoints-'))
    const { superUrl } = await testDatabase()
    superuser = new pg.Client({ connectionString: superUrl })
    await superuser.connect()
    // Whoever owns the database gets past the fence too.
    await superuser.query(`select set_config('app.organisation', $1, false), keep_access_month('2026-05-01')`, [place.organisation.id])
    for (const [from, to] of [[0, 6], [6, 7], [7, 10]] as const) batches.push(await write(...records.slice(from, to)))
    await seal()
    batches.push(await write(...records.slice(10, 12)))
    await seal()
    await publishToFolder(await jobHouse(), place, { atOnce: true })
  })
  after(async () => {
    await superuser.end()
    rmSync(folder, { recursive: true })
  })

  test('N-39: an untouched log is right, and says how much of it was looked at', async () => {
    const outcome = await check({ published: await readPublished(folder, place.organisation.id) })
    assert.equal(outcome.fault, null)
    assert.deepEqual([outcome.records, outcome.batches, outcome.checkpoints, outcome.compared, outcome.isWhole, outcome.unsealed?.records], [12, 4, 2, 1, true, 0])
  })

  test('the database makes the very text that is digested', async () => {
    const odd = record({ name: 'A"b\\c\n\t\u0001\u001f\u007f\u2028é€😀/<>', details: '{"attributes":{"x":"\\u0000 \\n"}}', parentSpanId: null, actor: null, subject: null, subjectType: null, isSecret: true, startedAt: at + 99_999 })
    await house.scoped(async (scope) => {
      const batch = await writeBatch(scope, 'received', [odd])
      const [row] = await readLeaves(scope.tx, place.organisation.id, { firstBatch: batch, lastBatch: batch })
      assert.equal(row?.leaf, leafText(odd))
      throw new Error('back')
    }).catch((error: Error) => assert.equal(error.message, 'back'))
  })

  const changes: readonly (readonly [string, string])[] = [
    ['span_id', `'\\x0102030405060708'`], ['parent_span_id', 'null'], ['status', `'Error'`], ['name', `'Dossier geopenD'`], ['started_at', `started_at + interval '1 millisecond'`], ['started_at', `started_at + interval '1 microsecond'`],
    ['started_at', `started_at + interval '60 days'`], ['ended_at', `ended_at + interval '1 microsecond'`], ['activity', `activity || ' '`], ['actor_id', 'null'], ['subject_id', `decode(repeat('00', 32), 'hex')`], ['subject_type', 'null'], ['is_secret', 'not is_secret'], ['details', `details || ' '`],
  ]
  for (const [column, value] of changes) {
    test(`N-39: a changed ${column} is found and the record named (${value})`, async () => {
      const fault = await tampered(`update access_record set ${column} = ${value} where trace_id = $1 and organisation_id = $2`, [...inRecord(4)])
      assert.deepEqual([fault?.kind, fault?.traceId, fault?.batch, fault?.position, fault?.checkpoint], ['record_changed', hexOf(4), batches[0], 4, 1])
    })
  }

  test('N-39: a changed trace id, and a record that is alone in its batch', async () => {
    const other = randomBytes(16)
    assert.deepEqual(await tampered('update access_record set trace_id = $3 where trace_id = $1 and organisation_id = $2', [...inRecord(2), other]).then((fault) => [fault?.kind, fault?.traceId, fault?.position]), ['record_changed', other.toString('hex'), 2])
    assert.deepEqual(await tampered(`update access_record set name = 'x' where trace_id = $1 and organisation_id = $2`, [...inRecord(6)]).then((fault) => [fault?.kind, fault?.traceId]), ['record_changed', hexOf(6)])
  })

  test('N-39: a record left out, added, swapped or moved to another batch is named', async () => {
    const missing = await tampered('delete from access_record where trace_id = $1 and organisation_id = $2', [...inRecord(3)])
    assert.deepEqual([missing?.kind, missing?.batch, missing?.position], ['record_missing', batches[0], 3])
    const copy = `insert into access_record select organisation_id, $3, span_id, started_at, ended_at, parent_span_id, status, name, activity, actor_id, subject_id, subject_type, is_secret, details, batch_id`
    const extra = randomBytes(16)
    const added = await tampered(`${copy}, 6 from access_record where trace_id = $1 and organisation_id = $2`, [...inRecord(3), extra])
    assert.deepEqual([added?.kind, added?.traceId], ['record_added', extra.toString('hex')])
    const doubled = await tampered(`${copy}, position from access_record where trace_id = $1 and organisation_id = $2`, [...inRecord(3), extra])
    assert.deepEqual([doubled?.kind, doubled?.traceId], ['record_added', extra.toString('hex')])
    const swapped = await tampered('update access_record set position = case position when 1 then 2 else 1 end where organisation_id = $1 and batch_id = $2 and position in (1, 2)', [place.organisation.id, batches[0]])
    assert.deepEqual([swapped?.kind, swapped?.traceId, swapped?.position], ['record_moved', hexOf(2), 1])
    const moved = await tampered('update access_record set batch_id = $3, position = 3 where trace_id = $1 and organisation_id = $2', [...inRecord(5), batches[2]])
    assert.deepEqual([moved?.kind, moved?.batch, moved?.position], ['record_missing', batches[0], 5])
    const nowhere = await tampered(`${copy.replace(', batch_id', '')}, gen_random_uuid(), 0 from access_record where trace_id = $1 and organisation_id = $2`, [...inRecord(3), extra])
    assert.deepEqual([nowhere?.kind, nowhere?.traceId], ['batch_unknown', extra.toString('hex')])
  })

  test('N-39: a batch that was changed, taken away or given other digests', async () => {
    const of = [place.organisation.id, batches[1]]
    assert.deepEqual(await tampered(`update access_batch set written_at = written_at + interval '1 second' where organisation_id = $1 and id = $2`, of).then((fault) => [fault?.kind, fault?.batch, fault?.checkpoint]), ['batch_changed', batches[1], 1])
    assert.equal((await tampered(`with r as (delete from access_record where organisation_id = $1 and batch_id = $2) delete from access_batch where organisation_id = $1 and id = $2`, of))?.kind, 'batch_missing')
    // Record, digests and root together: the checkpoint still knows the batch.
    assert.deepEqual(await tampered(`with r as (update access_record set name = 'x' where organisation_id = $1 and batch_id = $2 and position = 0) update access_batch set root = decode(repeat('11', 32), 'hex'), digests = decode(repeat('22', 192), 'hex') where organisation_id = $1 and id = $2`, [place.organisation.id, batches[0]]).then((fault) => [fault?.kind, fault?.batch]), ['batch_changed', batches[0]])
    assert.equal((await tampered(`with r as (update access_record set name = 'x' where organisation_id = $1 and batch_id = $2 and position = 0) update access_batch set digests = decode(repeat('22', 192), 'hex') where organisation_id = $1 and id = $2`, [place.organisation.id, batches[0]]))?.kind, 'records_differ')
  })

  test('N-39: a checkpoint that was changed or taken away', async () => {
    const of = [place.organisation.id]
    assert.deepEqual(await tampered(`update access_checkpoint set made_at = made_at - interval '1 day' where organisation_id = $1 and sequence = 1`, of).then((fault) => [fault?.kind, fault?.checkpoint]), ['checkpoint_changed', 1])
    assert.deepEqual(await tampered(`delete from access_checkpoint where organisation_id = $1 and sequence = 1`, of).then((fault) => [fault?.kind, fault?.checkpoint]), ['checkpoint_missing', 1])
    assert.deepEqual(await tampered(`delete from access_checkpoint where organisation_id = $1 and sequence = 2`, of).then((fault) => [fault?.kind, fault?.checkpoint]), ['checkpoint_missing', 2])
  })

  test('N-39: a cut-off end is caught by a published checkpoint', async () => {
    const cut = `with r as (delete from access_record where organisation_id = $1 and batch_id = $2), b as (delete from access_batch where organisation_id = $1 and id = $2) delete from access_checkpoint where organisation_id = $1 and sequence = 2`
    assert.equal(await tampered(cut, [place.organisation.id, batches[3]]), null)
    const published = await readPublished(folder, place.organisation.id)
    assert.deepEqual(await tampered(cut, [place.organisation.id, batches[3]], { published }).then((fault) => [fault?.kind, fault?.checkpoint]), ['published_cut_off', 2])
  })

  test('N-39: a chain rewritten whole, with the key, is caught by a published checkpoint', async () => {
    const rewrite = async () => {
      const of = [place.organisation.id]
      await superuser.query(`update access_record set name = 'Niets gebeurd' where organisation_id = $1 and batch_id = $2 and position = 0`, [...of, batches[0]])
      const leaves = await house.scoped(({ tx }) => readLeaves(tx, place.organisation.id, { firstBatch: batches[0]!, lastBatch: batches[0]! }))
      const digests = leaves.sort((one, other) => one.position - other.position).map(({ leaf }) => leafDigest(leaf))
      await superuser.query('update access_batch set root = $3, digests = $4 where organisation_id = $1 and id = $2', [...of, batches[0], rootOf(digests), Buffer.concat(digests)])
      await superuser.query('with c as (delete from access_checkpoint where organisation_id = $1) update access_batch set checkpoint = null, checkpoint_position = null where organisation_id = $1', of)
      // Whoever has the keys seals it anew, as the product does.
      assert.equal(await seal(), 4)
    }
    assert.equal(await tampered(rewrite), null)
    const published = await readPublished(folder, place.organisation.id)
    assert.deepEqual(await tampered(rewrite, [], { published }).then((fault) => [fault?.kind, fault?.checkpoint]), ['published_cut_off', 2])
    assert.deepEqual(await tampered(async () => { await rewrite(); await write(record()); await seal() }, [], { published }).then((fault) => [fault?.kind, fault?.checkpoint]), ['published_differs', 2])
  })

  test('what isn’t committed leaves nothing; what is committed is sealed once, also by two sealers', async () => {
    const other = await tenant()
    const there: JobPlace = { organisation: other.organisation, actor: { kind: 'system', task: 'test' } }
    await other.scoped(async (scope) => { await writeBatch(scope, 'own', [record()]); throw new Error('back') }).catch(() => {})
    assert.equal((await other.scoped(unsealedTail)).batches, 0)
    for (let index = 0; index < 3; index++) await other.scoped((scope) => writeBatch(scope, 'own', [record(), record()]))
    assert.deepEqual(await other.scoped(unsealedTail).then(({ batches: count, records: rows }) => [count, rows]), [3, 6])
    const jobs = await jobHouse()
    assert.equal((await Promise.all([sealOrganisation(jobs, there), sealOrganisation(jobs, there)])).reduce((sum, one) => sum + one, 0), 3)
    await other.scoped((scope) => writeBatch(scope, 'own', [record()]))
    // The clock went back an hour: checkpoints don't.
    await sealOrganisation({ ...jobs, clock: () => new Date(Date.now() - 3_600_000) }, there)
    const outcome = await checkOrganisation(jobs, there)
    assert.deepEqual([outcome.fault, outcome.checkpoints, outcome.records], [null, 2, 7])
  })

  test('what retention took away is covered by a sealed removal; what somebody else took away isn’t', async () => {
    const other = await tenant()
    const there: JobPlace = { organisation: other.organisation, actor: { kind: 'system', task: 'test' } }
    const jobs = await jobHouse()
    const batch = await other.scoped((scope) => writeBatch(scope, 'received', [record(), record(), record()]))
    const alone = await other.scoped((scope) => writeBatch(scope, 'received', [record()]))
    await sealOrganisation(jobs, there)
    const remove = (id: string, ...positions: number[]) => superuser.query('delete from access_record where organisation_id = $1 and batch_id = $2 and position = any($3)', [there.organisation.id, id, positions])
    await remove(batch, 0, 1)
    await remove(alone, 0)
    assert.deepEqual(await checkOrganisation(jobs, there).then(({ fault }) => [fault?.kind, fault?.position]), ['record_missing', 0])
    const lines = [[batch, 0, 1], [alone, 0, 0]] as const
    const removal = await other.scoped((scope) => writeBatch(scope, 'removal', [record({ subject: null, details: JSON.stringify({ attributes: { 'waarborg.removed_digest': removedDigest(lines.map(([id, from, to]) => removedLine(id, from, to))) } }) })]))
    for (const [id, from, to] of lines) await other.scoped(({ tx, organisation }) => tx.insertInto('access_removed').values({ organisation_id: organisation.id, batch_id: id, from_position: from, to_position: to, removal_batch: removal }).execute())
    await sealOrganisation(jobs, there)
    const outcome = await checkOrganisation(jobs, there)
    assert.deepEqual([outcome.fault, outcome.records, outcome.removed], [null, 2, 3])
    const file = join(folder, 'removed.ndjson')
    await writeExport(there, file)
    assert.deepEqual(await checkFile(file).then(({ fault, removed }) => [fault, removed]), [null, 3])
    // Said to be removed, but the sealed removal doesn't know of it.
    await remove(batch, 2)
    await superuser.query('update access_removed set to_position = 2 where organisation_id = $1 and batch_id = $2', [there.organisation.id, batch])
    assert.equal((await checkOrganisation(jobs, there)).fault?.kind, 'removal_unproven')
    await writeExport(there, file)
    assert.equal((await checkFile(file)).fault?.kind, 'removal_unproven')
  })

  async function writeExport(where: JobPlace, file: string): Promise<string[]> {
    let text = ''
    for await (const piece of exportLog(await jobHouse(), where, { format: 'ndjson' })) text += piece
    writeFileSync(file, text)
    return text.split('\n')
  }

  test('N-39: an export is checked without the database, and what was done to it is named', async () => {
    const file = join(folder, 'log.ndjson')
    const lines = await writeExport(place, file)
    const published = (id: string) => readPublished(folder, id)
    assert.deepEqual(await checkFile(file, { published }).then(({ fault, records: count, checkpoints, compared }) => [fault, count, checkpoints, compared]), [null, 12, 2, 1])
    const own = lines.findIndex((line) => line.includes(hexOf(4)))
    const look = async (changed: readonly string[]) => {
      writeFileSync(file, changed.join('\n'))
      const { fault } = await checkFile(file, { published })
      return fault && [fault.kind, fault.traceId ?? fault.position ?? fault.checkpoint ?? fault.line]
    }
    const swap = lines.toSpliced(own, 2, lines[own + 1]!, lines[own]!)
    const table: readonly (readonly [readonly string[], unknown])[] = [
      [lines.with(own, lines[own]!.replace('Dossier geopend', 'Dossier geopenD')), ['record_changed', hexOf(4)]],
      [lines.toSpliced(own, 1), ['record_missing', 4]],
      [lines.toSpliced(own, 0, lines[own]!.replace(hexOf(4), 'f'.repeat(32))), ['record_added', 'f'.repeat(32)]],
      [swap, ['record_moved', hexOf(5)]],
      [lines.slice(0, own), ['record_missing', 4]],
      [lines.slice(0, -2), ['file_cut_off', undefined]],
      [lines.with(1, lines[1]!.replace('"records":10', '"records":11')), ['checkpoint_changed', 1]],
      [lines.with(own, '{"x'), ['record_missing', 4]],
      [lines.with(1, '{"x'), ['file_damaged', 2]],
      [lines.with(0, lines[0]!.replace(/"last":2/, '"last":1')), ['published_cut_off', 2]],
    ]
    for (const [changed, expected] of table) assert.deepEqual(await look(changed), expected)
    assert.equal((await checkFile(file, { fingerprint: '0'.repeat(64) })).fault?.kind, 'other_key')
  })

  test('records alone, for a spreadsheet', async () => {
    let text = ''
    for await (const piece of exportLog(await jobHouse(), place, { format: 'csv' })) text += piece
    assert.equal(text.trim().split('\r\n').length, 13)
    assert.match(text, new RegExp(`\r\n${hexOf(0)};.*;Dossier geopend;2026-03-10T09:00:00.000Z;`))
  })

  test('the file of checkpoints only grows', async () => {
    const jobs = await jobHouse()
    const file = publishedFile(folder, place.organisation.id)
    const first = readFileSync(file, 'utf8')
    await publishToFolder(jobs, place, { atOnce: true })
    assert.equal(readFileSync(file, 'utf8'), first)
    assert.match(first, /^waarborg-log 1 \S+ 2 \S+ 12 [0-9a-f]{64} \S+==\n$/)
    assert.equal(nextCheckpoint(place, undefined, [], new Date()).previous, null)
  })
})
