// Bare copy: the most that this PostgreSQL takes: ready-made binary rows over one connection into a table built like the log's, with the same partitions and indexes, and without fence, checks or proof.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { copyColumns, copyRows, idBytes } from '../src/access-log/ingest/copy-rows.ts'
import { openLane } from '../src/access-log/ingest/lane.ts'
import { newId } from '../src/ground/ids.ts'

export type BareCopy = { /** @returns records a second */ readonly copy: (amount: number) => Promise<number>; readonly end: () => Promise<void> }

const perCommit = 5_000

/** Superuser only: it makes its own schema. */
export async function openBareCopy(superUrl: string): Promise<BareCopy> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query(`create schema bare; create table bare.record (like access_record including all) partition by range (started_at); create table bare.month partition of bare.record for values from ('2018-05-01') to ('2100-01-01')`)
  await client.end()
  const lane = openLane(superUrl)
  const organisations = Array.from({ length: 4 }, () => idBytes(newId()))
  return {
    copy: async (amount) => {
      const commits = Array.from({ length: Math.ceil(amount / perCommit) }, () => Buffer.from(madeRows(organisations, Math.min(perCommit, amount))))
      const began = performance.now()
      for (const rows of commits) await lane.send(`copy bare.record (${copyColumns}) from stdin (format binary)`, rows)
      return amount / ((performance.now() - began) / 1000)
    },
    end: lane.end,
  }
}

function madeRows(organisations: readonly Buffer[], amount: number): Buffer {
  const rows = copyRows()
  const batch = idBytes(newId())
  const organisation = organisations[Math.floor(Math.random() * organisations.length)]!
  rows.begin()
  for (let index = 0; index < amount; index++) {
    const at = Date.now() - (index % 1_000)
    rows.add({
      traceId: randomBytes(16), spanId: randomBytes(8), parentSpanId: null, status: 'Ok', name: 'Dossier geraadpleegd', startedAt: at, endedAt: at + 12, activity: `https://voorbeeld.example/verwerkingen/${String(index % 40).padStart(3, '0')}`,
      actor: actors[index % actors.length]!, subject: randomBytes(32), subjectType: 'bsn', isSecret: false, details: '{"resource":{"service.name":"zaaksysteem","service.version":"3.1"}}',
    }, organisation, batch, index)
  }
  rows.end()
  return rows.take()
}

const actors = Array.from({ length: 97 }, () => randomBytes(32))
