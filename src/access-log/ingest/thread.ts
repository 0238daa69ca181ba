// One thread that takes in, seen from the pages' side: what is handed to it in one turn of the event loop goes along together, and so do its answers. When it dies, whoever waits hears so.
import { Worker } from 'node:worker_threads'
import { setTimeout as wait } from 'node:timers/promises'
import { drainMs } from '../../ground/http-drain.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { Answered } from './answers.ts'
import type { Credential } from './doors.ts'
import type { Asked } from './receive.ts'
import type { Handed, Order, Reply, ThreadTask } from './taking-thread.ts'
import { TryLater } from './try-later.ts'

export type Thread = {
  /** @throws TryLater when the thread stopped before it had answered; what it had written by then stays, and sending it again changes nothing */
  readonly take: (asked: Asked & Credential, body: readonly Buffer[]) => Promise<Answered>
  /** Whether it listens at the own port: undefined, or why not. Only where it was told to. */
  readonly listened: Promise<string | undefined>
  /** What it counted of its requests; nothing once it has ended. */
  readonly counts: () => Promise<object[]>
  /** Lets go of the own port, once what runs there is answered. */
  readonly close: () => Promise<void>
  /** Writes what it has, answers it, and ends. */
  readonly stop: () => Promise<void>
  readonly ended: Promise<void>
}

/** A body of 64 MB can become ten times as much; more ends this thread, and not the pages. */
const mostMegabytes = 2_048

export function startThread(task: ThreadTask): Thread {
  const worker = new Worker(new URL('./taking-thread.ts', import.meta.url), { workerData: task, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
  const order = (what: Order, transfer: ArrayBuffer[] = []) => worker.postMessage(what, transfer)
  const waiting = new Map<number, { readonly done: (answered: Answered) => void; readonly failed: (error: Error) => void }>()
  const [listened, closed, ended] = [Promise.withResolvers<string | undefined>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let counting: PromiseWithResolvers<object[]> | undefined
  let hasEnded = false
  let lastId = 0
  let requests: Handed[] = []
  let chunks: Buffer[] = []
  let length = 0

  const handOver = () => {
    // Slow: memory of its own, that can change hands.
    const bytes = Buffer.allocUnsafeSlow(length)
    let at = 0
    for (const chunk of chunks) at += chunk.copy(bytes, at)
    order({ do: 'take', requests, bytes }, [bytes.buffer])
    ;[requests, chunks, length] = [[], [], 0]
  }

  worker.on('message', (said: Reply) => {
    switch (said.did) {
      case 'answered':
        for (const { id, answered } of said.answers) {
          waiting.get(id)?.done(answered)
          waiting.delete(id)
        }
        return
      case 'counted': counting?.resolve(said.counts); counting = undefined; return
      case 'listened': return listened.resolve(said.failure)
      case 'closed': return closed.resolve()
    }
  })
  worker.on('error', (error) => log.error('access-log-thread-failed', traceOf(error)))
  worker.on('exit', (code) => {
    hasEnded = true
    if (code !== 0) log.error('access-log-thread-ended', { code, waiting: waiting.size })
    for (const { failed } of waiting.values()) failed(new TryLater('stopping'))
    waiting.clear()
    counting?.resolve([])
    listened.resolve('ended')
    closed.resolve()
    ended.resolve()
  })

  return {
    take: (asked, body) => new Promise((done, failed) => {
      if (hasEnded) return failed(new TryLater('stopping'))
      const id = ++lastId
      waiting.set(id, { done, failed })
      const from = length
      for (const chunk of body) {
        chunks.push(chunk)
        length += chunk.length
      }
      const { route, type, isPacked, language, hash, address } = asked
      if (requests.push({ id, route, type, isPacked, language, hash, address, from, until: length }) === 1) setImmediate(handOver)
    }),
    listened: listened.promise,
    counts: () => {
      if (hasEnded) return Promise.resolve([])
      if (!counting) {
        counting = Promise.withResolvers()
        order({ do: 'count' })
      }
      return counting.promise
    },
    close: () => {
      order({ do: 'close' })
      return closed.promise
    },
    stop: async () => {
      if (hasEnded) return
      order({ do: 'stop' })
      await Promise.race([ended.promise, wait(drainMs, undefined, { ref: false })])
      if (!hasEnded) await worker.terminate()
    },
    ended: ended.promise,
  }
}
