// Threads: how many take in, from when, and again after one has died. One is started by the first request that is for the log; with an own port all are, and they stay.
import { setTimeout as wait } from 'node:timers/promises'
import { noLogPort } from '../../ground/config.ts'
import { countAlso } from '../../ground/metrics.ts'
import type { Take } from './doors.ts'
import { isFree } from './own-port.ts'
import type { ThreadTask } from './taking-thread.ts'
import { startThread, type Thread } from './thread.ts'
import { TryLater } from './try-later.ts'

export type Threads = {
  /** Hands over what came in at the port of the pages. @throws TryLater */
  readonly take: Take
  /** Takes nothing more at the own port. */
  readonly close: () => Promise<void>
  /** Writes what is left, and ends. */
  readonly stop: () => Promise<void>
}

/** Opens an own port too, where that is asked for. @throws BadSetting where that can't be */
export async function openThreads(task: Omit<ThreadTask, 'listen'>, own?: { readonly host: string; readonly port: number; readonly threads: number }): Promise<Threads> {
  const places = Array.from({ length: own?.threads ?? 1 }, () => openPlace({ ...task, ...(own && { listen: { host: own.host, port: own.port, isShared: own.threads > 1 } }) }))
  const stopCounting = countAlso(async () => (await Promise.all(places.map(({ counts }) => counts()))).filter((counts) => counts.length > 0))
  const threads: Threads = {
    take: (asked, credential, _source, body) => places[0]!.take({ ...asked, ...credential }, body),
    close: async () => { await Promise.all(places.map(({ close }) => close())) },
    stop: async () => {
      stopCounting()
      await Promise.all(places.map(({ stop }) => stop()))
    },
  }
  if (!own) return threads
  try {
    await isFree(own)
    const failures = await Promise.all(places.map(({ listen }) => listen()))
    const failure = failures.find((one) => one !== undefined)
    if (failure !== undefined) throw new Error(failure)
  } catch (error) {
    await threads.stop()
    throw noLogPort(own, (error as NodeJS.ErrnoException).code ?? (error as Error).message)
  }
  return threads
}

/** One that dies at its start isn't started over and over. */
const restMs = 1_000

/** Where one thread is or can be. */
function openPlace(task: ThreadTask): Pick<Thread, 'take' | 'counts' | 'close' | 'stop'> & { readonly listen: () => Promise<string | undefined> } {
  let thread: Thread | undefined
  let startedAt = -Infinity
  let [isClosing, isStopping] = [false, false]
  const start = (): Thread => {
    startedAt = performance.now()
    const started = startThread(task)
    thread = started
    void started.ended.then(async () => {
      thread = undefined
      if (!task.listen) return
      // Nobody asks for it: it comes back by itself.
      await wait(restMs, undefined, { ref: false })
      if (!thread && !isClosing && !isStopping) start()
    })
    return started
  }
  return {
    take: (asked, body) => {
      if (isStopping || (!thread && performance.now() - startedAt < restMs)) return Promise.reject(new TryLater('stopping'))
      return (thread ?? start()).take(asked, body)
    },
    listen: () => start().listened,
    counts: async () => await thread?.counts() ?? [],
    close: async () => {
      isClosing = true
      if (task.listen) await thread?.close()
    },
    stop: async () => {
      isStopping = true
      await thread?.stop()
    },
  }
}
