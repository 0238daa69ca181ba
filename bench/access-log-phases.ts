// Phases: what each step from bytes to rows costs in processor time, one after another on the same records.
import { randomBytes } from 'node:crypto'
import { acceptRecord } from '../src/access-log/ingest/accept-record.ts'
import { copyRows, idBytes } from '../src/access-log/ingest/copy-rows.ts'
import { readTracesJson } from '../src/access-log/ingest/otlp/read-json.ts'
import { readTraces } from '../src/access-log/ingest/otlp/read-protobuf.ts'
import { recordDigest, type LogRecord } from '../src/access-record/log-record.ts'
import { rootOf } from '../src/access-record/tree.ts'
import { logPseudonym } from '../src/ground/log-keys.ts'
import { newId } from '../src/ground/ids.ts'
import { asOtlpJson, asOtlpProtobuf, sentRecord } from '../test/support/sent-records.ts'

const records = 1_000
const rounds = 30

/** Phase and µs for a record. */
export function phases(): [phase: string, us: number][] {
  const sent = Array.from({ length: records }, (_, index) => sentRecord({ 'dpl.core.data_subject_id': String(100_000_000 + index), 'user.id': `medewerker-${index % 97}` }))
  const [protobuf, json] = [asOtlpProtobuf(sent), Buffer.from(asOtlpJson(sent))]
  const key = { number: 1, since: new Date(), bytes: randomBytes(32) }
  const now = Date.now()
  const raws = readTraces(protobuf)
  const accepted = raws.map((raw) => acceptRecord(raw, key, now)).filter((one): one is LogRecord => !Array.isArray(one))
  const digests = accepted.map(recordDigest)
  const rows = copyRows()
  const [organisation, batch] = [idBytes(newId()), idBytes(newId())]
  const check = cost(() => { for (const raw of raws) acceptRecord(raw, key, now) })
  const name = cost(() => { for (let index = 0; index < records; index++) logPseudonym(key, 'bsn', String(100_000_000 + index)) })
  return [
    ['lezen, OTLP protobuf', cost(() => readTraces(protobuf))],
    ['lezen, OTLP JSON', cost(() => readTracesJson(json))],
    ['beoordelen', check - name],
    ['pseudoniem', name],
    ['vingerafdruk van het record', cost(() => { for (const record of accepted) recordDigest(record) })],
    ['boom van de bundel', cost(() => rootOf(digests))],
    ['rij voor COPY', cost(() => {
      rows.begin()
      for (const [position, record] of accepted.entries()) rows.add(record, organisation, batch, position)
      rows.end()
      rows.take()
    })],
  ]
}

/** The middle of some rounds, in processor time of this process. */
function cost(work: () => unknown): number {
  for (let round = 0; round < 5; round++) work()
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage()
    for (let again = 0; again < 3; again++) work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / records / 3
  })
  return times.toSorted((one, other) => one - other)[rounds / 2]!
}
