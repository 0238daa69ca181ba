// Many activities: an application that names another processing activity in every record; what it costs the process that takes them in, the counts, the signals and the pages.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { accessLogDoors } from '../src/access-log/ingest/doors.ts'
import { openThreads } from '../src/access-log/ingest/threads.ts'
import { checkOrganisation } from '../src/access-log/proof/check-organisation.ts'
import { sealAll, workSealing } from '../src/access-log/proof/sealer.ts'
import { lookAtLog } from '../src/access-log/signals/signal-jobs.ts'
import { makeMeter, openDoors } from '../bench/doors.ts'
import { openOwnProduct } from '../bench/own-product.ts'
import { logSource, sentRecord } from '../test/support/sent-records.ts'

const [perRequest, senders, slug] = [1_000, 8, 'veelstad']

/** Sends `count` records through the door, each with an activity of its own. @throws where one isn't acknowledged, the chain doesn't verify, or counts or signals grow with the activities */
export async function manyActivities(count: number, say: (line: string) => void): Promise<never> {
  const product = await openOwnProduct('activities')
  return product.run(async () => {
    const { house, config } = product
    const organisation = await product.newOrganisation(slug)
    const { headers } = await logSource({ organisation, scoped: (work) => product.inside(organisation, work) })
    const threads = await openThreads({ url: product.appUrl, keysFolder: config.keysFolder, config, dataFolder: undefined })
    const doors = accessLogDoors(house, threads.take)
    const server = createServer((request, response) => { if (!doors(request, response)) response.writeHead(404).end() })
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log/v1/records`
    const stopSealing = new AbortController()
    workSealing({ stopping: stopSealing.signal }, house)
    try {
      let [next, acknowledged, most] = [0, 0, 0]
      const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20)
      const before = megabytes()
      const began = performance.now()
      await Promise.all(Array.from({ length: senders }, async () => {
        while (next < count) {
          const from = next
          next += perRequest
          const lines = Array.from({ length: Math.min(perRequest, count - from) }, (_, index) => JSON.stringify(sentRecord({ 'dpl.core.processing_activity_id': `https://verzonnen.example/verwerkingen/${from + index}` })))
          const accepted = await sent(address, headers, lines.join('\n'))
          if (accepted !== lines.length) throw new Error(`${accepted} of ${lines.length} were accepted`)
          acknowledged += accepted
          most = Math.max(most, megabytes())
          if (acknowledged % (count / 10) < perRequest) say(`${acknowledged} acknowledged, ${Math.round(acknowledged / (performance.now() - began) * 1_000)} a second, ${megabytes()} MB`)
        }
      }))
      await sealAll(house)
      say(`${acknowledged} acknowledged; memory of this process, its thread and the sender ${before} MB before, ${most} MB at the most`)
      const looked = performance.now()
      await lookAtLog(house, organisation.id)
      say(`looked over in ${Math.round((performance.now() - looked) / 1_000)} s; ${megabytes()} MB`)
      const { records, counts, signals } = await product.inside(organisation, async ({ tx }) => (await sql<{ records: number; counts: number; signals: number }>`select
        (select count(*)::int from access_record where activity like 'https://verzonnen.example/%') as records, (select count(*)::int from access_day_count) as counts, (select count(*)::int from access_signal) as signals`.execute(tx)).rows[0]!)
      say(`${records} records in the log, ${counts} counts, ${signals} signals`)
      if (records !== count) throw new Error(`${count} were acknowledged`)
      if (counts > 1_000 || signals > 1_000) throw new Error('counts or signals grow with the activities')
      const { page } = openDoors(product.app, await makeMeter(house, slug))
      for (const path of ['/logboek', '/logboek/verwerkingen', '/logboek/signalen', '/logboek/bewijs']) {
        const started = performance.now()
        await page(`/${slug}${path}`)
        say(`${path}: ${Math.round(performance.now() - started)} ms`)
      }
      const checked = performance.now()
      const { fault, records: verified } = await checkOrganisation(house, { organisation, actor: { kind: 'system', task: 'faults' } })
      if (fault) throw new Error(JSON.stringify(fault))
      say(`the chain of ${verified} records verifies, in ${Math.round((performance.now() - checked) / 1_000)} s`)
    } finally {
      stopSealing.abort()
      server.closeAllConnections()
      server.close()
      await threads.stop()
    }
  })
}

/** Sends it until it is answered with how many were accepted: told to wait, it waits. */
async function sent(address: string, headers: Record<string, string>, body: string): Promise<number> {
  for (;;) {
    const answer = await fetch(address, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-ndjson' }, body })
    const said = await answer.json() as { accepted?: number }
    if (answer.status !== 429 && answer.status !== 503) return said.accepted ?? 0
    await wait(Number(answer.headers.get('retry-after') ?? 1) * 1_000)
  }
}
