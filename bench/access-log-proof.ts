// Proof of the access log: records a second that are checked, beside reading the same rows bare; megabytes a second that are exported, beside COPY … TO STDOUT; what sealing costs.
import './quiet.ts'
import { randomBytes } from 'node:crypto'
import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { commitItems } from '../src/access-log/ingest/commit.ts'
import { copyRows } from '../src/access-log/ingest/copy-rows.ts'
import { openLane } from '../src/access-log/ingest/lane.ts'
import { checkFile } from '../src/access-log/proof/check-file.ts'
import { checkOrganisation } from '../src/access-log/proof/check-organisation.ts'
import { exportLog } from '../src/access-log/proof/export-log.ts'
import { sealOrganisation } from '../src/access-log/proof/sealer.ts'
import { type LogRecord, recordDigest } from '../src/access-record/log-record.ts'
import { sayLoad, sayMachine, settle } from './machine.ts'
import { markdown, milliseconds } from './measure.ts'
import { openOwnProduct, say } from './own-product.ts'

const total = Number(process.argv[2] ?? 200_000)
if (!Number.isInteger(total) || total < 1_000) {
  process.stderr.write('Zo: npm run bench:proof -- 200000 (records)\n')
  process.exit(2)
}
const perBatch = 1_000
const { folder, superUrl, appUrl, house, newOrganisation, run } = await openOwnProduct('proof')
await run(bench)

async function bench(): Promise<void> {
  const organisation = await newOrganisation('meetdorp')
  const place = { organisation, actor: { kind: 'system', task: 'bench' } } as const
  const lane = openLane(appUrl)
  const rows = copyRows()
  let sealing = 0
  for (let written = 0; written < total; written += perBatch) {
    const records = Array.from({ length: Math.min(perBatch, total - written) }, () => made())
    await commitItems(lane, rows, records.map((record) => ({ organisationId: organisation.id, record, digest: recordDigest(record) })), new Date())
    // Some twenty batches in a checkpoint: a busy second.
    if ((written / perBatch) % 20 === 19) sealing += await milliseconds(() => sealOrganisation(house, place))
  }
  sealing += await milliseconds(() => sealOrganisation(house, place))
  await lane.end()
  await settle(superUrl, 'access_record')
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  await client.query(`select set_config('app.organisation', $1, false)`, [organisation.id])

  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
  let bytes = 0
  const columns = 'trace_id, span_id, started_at, ended_at, parent_span_id, status, name, activity, actor_id, subject_id, subject_type, is_secret, details, batch_id, position'
  const { rows: batches } = await client.query<{ id: string }>('select id from access_batch where organisation_id = $1 order by id', [organisation.id])
  const read = await best(async () => {
    for (let at = 0; at < batches.length; at += 20) await client.query(`select ${columns} from access_record where organisation_id = $1 and batch_id between $2 and $3`, [organisation.id, batches[at]!.id, batches[Math.min(at + 19, batches.length - 1)]!.id])
  })
  const check = await best(async () => {
    const { fault, records } = await checkOrganisation(house, place)
    if (fault || records !== total) throw new Error(`the log isn’t right: ${JSON.stringify(fault)}`)
  })
  const copy = await best(async () => {
    bytes = 0
    await pipeline(client.query(copyTo(`copy (select ${columns} from access_record where organisation_id = '${organisation.id}') to stdout`)), new Writable({ write: (chunk: Buffer, _encoding, done) => { bytes += chunk.length; done() } }))
  })
  const file = join(folder, 'log.ndjson')
  const exported = await best(() => pipeline(Readable.from(exportLog(house, place, { format: 'ndjson' })), createWriteStream(file)))
  const csv = await best(() => pipeline(Readable.from(exportLog(house, place, { format: 'csv' })), nowhere()))
  const offline = await best(async () => {
    const { fault, records } = await checkFile(file)
    if (fault || records !== total) throw new Error('the export isn’t right')
  })
  const size = statSync(file).size
  await client.end()

  const perSecond = ({ ms }: Cost) => Math.round(total / (ms / 1000)).toLocaleString('nl-NL')
  const cpu = (cost: Cost) => (cost.cpu * 1000 / total).toFixed(1)
  const times = (bare: Cost, ours: Cost) => `${(bare.ms / ours.ms).toFixed(2)}×`
  const megabytes = (amount: number, { ms }: Cost) => (amount / 2 ** 20 / (ms / 1000)).toFixed(0)
  say(`\n${await sayMachine(superUrl)}; ${sayLoad()}; ${total} records in batches van ${perBatch}, beste van drie\n`)
  say(markdown(['wat', 'records/s', 'MB/s', 'µs Node per record', 'van het kale'], [
    ['kaal gelezen (select, 20.000 tegelijk)', perSecond(read), '', cpu(read), ''],
    ['nagerekend in de database', perSecond(check), '', cpu(check), times(read, check)],
    ['nagerekend uit een export', perSecond(offline), megabytes(size, offline), cpu(offline), ''],
    ['kaal geschreven (COPY TO STDOUT)', perSecond(copy), megabytes(bytes, copy), cpu(copy), ''],
    ['geëxporteerd als NDJSON, naar een bestand', perSecond(exported), megabytes(size, exported), cpu(exported), times(copy, exported)],
    ['geëxporteerd als CSV', perSecond(csv), '', cpu(csv), times(copy, csv)],
    ['verzegeld (20 groepen in een verzegeling)', perSecond({ ms: sealing, cpu: 0 }), '', '', ''],
  ]))
}

type Cost = { readonly ms: number; /** Processor time of this process. */ readonly cpu: number }

async function best(work: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = []
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage()
    const ms = await milliseconds(work)
    const { user, system } = process.cpuUsage(before)
    costs.push({ ms, cpu: (user + system) / 1000 })
  }
  return costs.toSorted((one, other) => one.ms - other.ms)[0]!
}

function made(): LogRecord {
  const at = Date.now()
  return {
    traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: randomBytes(8), status: 'Ok', name: 'Dossier geraadpleegd', startedAt: at, endedAt: at + 12, activity: 'urn:uuid:01999999-0000-7000-8000-000000000001',
    actor: randomBytes(32), subject: randomBytes(32), subjectType: 'BSN', isSecret: false, details: '{"resource":{"service.name":"zaaksysteem","service.version":"3.1"}}',
  }
}
