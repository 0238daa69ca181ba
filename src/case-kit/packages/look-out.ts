// Look out: looks every few seconds whether there is work of a kind, for work that somebody waits for and that no page can enqueue.
import { setTimeout as wait } from 'node:timers/promises'
import type { Jobs } from '../../ground/jobs.ts'
import { log, traceOf } from '../../ground/log.ts'

const lookEveryMs = 3_000

/** Looks again and again until the jobs stop; of a database that is away it says so once. */
export async function lookOut(jobs: Jobs, look: () => Promise<void>): Promise<void> {
  let isAway = false
  while (!jobs.stopping.aborted) {
    try {
      await look()
      isAway = false
    } catch (error) {
      if (!isAway && !jobs.stopping.aborted) log.error('case-look-failed', traceOf(error))
      isAway = true
    }
    await wait(lookEveryMs, undefined, { signal: jobs.stopping }).catch(() => undefined)
  }
}
