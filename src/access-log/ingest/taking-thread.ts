// The thread that takes in what applications log, apart from the one that serves people: it reads, checks, writes and answers what the doors hand over, and listens at the own port where there is one.
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { machineClock } from '../../ground/clock.ts'
import { openDatabase } from '../../ground/database.ts'
import { watchFreeRoom } from '../../ground/free-room.ts'
import { openMasterKey } from '../../ground/keys.ts'
import { log, traceOf } from '../../ground/log.ts'
import { countsOfThread } from '../../ground/metrics.ts'
import { inLanguage } from '../../ground/words.ts'
import { writeReceived } from '../sources/received.ts'
import { sourceAtHand, sourceByHash } from '../sources/source-of.ts'
import { type Answered, unknownSource } from './answers.ts'
import { doorKinds } from './door-kinds.ts'
import type { Credential, DoorHouse } from './doors.ts'
import { openOwnPort, type OwnPort } from './own-port.ts'
import { type Asked, receive, refused } from './receive.ts'
import { openIngest } from './submit.ts'
import type { WriterLimits } from './writer.ts'

/** Settings only: the keys are read here, from their folder. */
export type ThreadTask = {
  /** Login of the application. */
  readonly url: string
  readonly keysFolder: string
  readonly config: DoorHouse['config']
  /** Of the embedded PostgreSQL. */
  readonly dataFolder: string | undefined
  readonly limits?: WriterLimits
  readonly listen?: OwnPort
}
/** Of a body: where it stands in the bytes that came along. */
export type Handed = Asked & Credential & { readonly id: number; readonly from: number; readonly until: number }
export type Order = { readonly do: 'take'; readonly requests: readonly Handed[]; readonly bytes: Uint8Array } | { readonly do: 'count' | 'close' | 'stop' }
export type Reply = { readonly did: 'answered'; readonly answers: readonly Given[] } | { readonly did: 'counted'; readonly counts: object[] } | { readonly did: 'listened'; readonly failure: string | undefined } | { readonly did: 'closed' }
export type Given = { readonly id: number; readonly answered: Answered }

const { url, keysFolder, config, dataFolder, limits, listen } = workerData as ThreadTask
const port = parentPort!
const reply = (said: Reply) => port.postMessage(said)

stepBack()
const database = openDatabase(url, { connections: 3, mayExit: true })
const house = { database, master: openMasterKey(keysFolder), config, clock: machineClock }
const ingest = openIngest(house, url, { isBeside: listen?.isShared ?? false, ...limits, room: watchFreeRoom(dataFolder) })
const under = new Set<Promise<void>>()
let answers: Given[] = []
let close = async () => {}

port.on('message', (order: Order) => {
  switch (order.do) {
    case 'take': return takeAll(order.requests, Buffer.from(order.bytes.buffer, order.bytes.byteOffset, order.bytes.byteLength))
    case 'count': return void countsOfThread().then((counts) => reply({ did: 'counted', counts }))
    case 'close': return void close().then(() => reply({ did: 'closed' }))
    case 'stop': return void stop()
  }
})

if (listen) {
  const opened = await openOwnPort(house, ingest, listen)
  if (typeof opened === 'string') {
    log.error('access-log-port-failed', { code: opened })
    reply({ did: 'listened', failure: opened })
  } else {
    close = opened.close
    reply({ did: 'listened', failure: undefined })
  }
}

function takeAll(requests: readonly Handed[], bytes: Buffer): void {
  for (const one of requests) {
    const run = takeOne(one, bytes.subarray(one.from, one.until)).then((answered) => {
      // What is committed together is answered together.
      if (answers.push({ id: one.id, answered }) === 1) setImmediate(giveAnswers)
    }).finally(() => under.delete(run))
    under.add(run)
  }
}

async function takeOne(asked: Handed, body: Buffer): Promise<Answered> {
  const { style } = doorKinds.get(asked.route)!.kinds[asked.type]!
  try {
    // The door let it in; whether its source still may is decided here again, by the same rule.
    const source = sourceAtHand(house, asked.hash) ?? await inLanguage(asked.language, () => sourceByHash(house, asked.hash, asked.address))
    return source ? await receive(ingest, source, asked, body) : unknownSource(style, asked.language)
  } catch (error) {
    return refused(error, style, asked.route, asked.language)
  }
}

function giveAnswers(): void {
  const given = answers
  answers = []
  if (given.length > 0) reply({ did: 'answered', answers: given })
}

/** What was taken is written and answered; then nothing is left that keeps this thread. */
async function stop(): Promise<void> {
  await close()
  await ingest.stop()
  await Promise.all(under)
  giveAnswers()
  await writeReceived()
  await database.destroy()
  port.close()
}

/** Where pages and records want the same core, pages go first. Only Linux takes this for one thread: elsewhere it would hold back the pages too. */
function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    log.debug('access-log-thread-priority', traceOf(error))
  }
}
