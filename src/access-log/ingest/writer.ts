// Writer: what came in while the previous commit ran goes together into the next one; whoever waits hears of it once it is durable.
import { setTimeout as wait } from 'node:timers/promises'
import { log, traceOf } from '../../ground/log.ts'
import { commitItems, type Item } from './commit.ts'
import { type CopyRows, copyRows } from './copy-rows.ts'
import { newItems } from './known-records.ts'
import { type Lane, openLane } from './lane.ts'
import { forgetMonths } from './months.ts'
import { TryLater, whyLater } from './try-later.ts'

/** What became of a record: newly kept, there already, or of a kind that the database itself doesn't take. */
export type Outcome = 'kept' | 'known' | 'refused'

export type Writer = {
  /** Resolves once all are durable, or known, or refused, in their order. @throws TryLater */
  readonly write: (items: readonly Item[]) => Promise<Outcome[]>
  /** How many records wait or are being written. */
  readonly waiting: () => number
  /** Takes nothing more, writes what it has, and closes its connections. */
  readonly stop: () => Promise<void>
}

export type WriterLimits = {
  /** Records that may wait for their commit; more are refused at once (429). */
  readonly mostWaiting?: number
  /** Other threads write too: while this one waits for its senders, they keep the database at work. */
  readonly isBeside?: boolean
}

/** A commit of more than this many keeps the event loop too long from what comes in. */
const mostTogether = 2_000
const usuallyWaiting = 50_000
/** Two, so that the rows of one commit are made while the server works on the other. */
const lanes = 2
/** Whoever was just answered sends the next at once. A commit costs as much as some twenty records: so it waits until this part of those who are at it stand in line, and never longer than this; meanwhile the others are being read or answered. */
const manySenders = 8
const share = { alone: 0.4, beside: 0.9 }
const patienceMs = 4

/** Fewer than this wait for the commit that runs: a commit costs as much as some fifty records. */
const worthAnother = 500
/** After a retry was seen, its organisation's records are looked up first for so long: failing on each of them costs more. */
const waryMs = 5_000

type Load = { readonly items: readonly Item[]; readonly done: (outcomes: Outcome[]) => void; readonly failed: (error: unknown) => void }
type Place = { readonly lane: Lane; readonly rows: CopyRows; isBusy: boolean }
type Placed = Item & { outcome: Outcome | undefined; follows: Placed | undefined }

/** @param url login of the application @param clock for the moment of the batch */
export function openWriter(url: string, clock: () => Date, { mostWaiting = usuallyWaiting, isBeside = false }: WriterLimits = {}): Writer {
  const places: Place[] = Array.from({ length: lanes }, () => ({ lane: openLane(url), rows: copyRows(), isBusy: false }))
  const wary = new Map<string, number>()
  let queue: Load[] = []
  let [waiting, queued] = [0, 0]
  let isStopping = false
  let onQueued: (() => void) | undefined
  const running = new Set<Promise<void>>()

  // Not at once: what came in during the same turn of the event loop goes along.
  let isDue = false
  const startSoon = () => {
    if (isDue) return
    isDue = true
    setImmediate(() => {
      isDue = false
      start()
    })
  }

  const start = () => {
    const idle = places.find(({ isBusy }) => !isBusy)
    if (!idle || queue.length === 0 || (places.some(({ isBusy }) => isBusy) && queued < worthAnother)) return
    idle.isBusy = true
    const run = work(idle).finally(() => {
      idle.isBusy = false
      running.delete(run)
    })
    running.add(run)
  }

  const work = async (place: Place) => {
    while (queue.length > 0) {
      const loads = takeSome()
      try {
        const items = loads.flatMap(({ items: own }) => own.map((item): Placed => ({ organisationId: item.organisationId, record: item.record, digest: item.digest, outcome: undefined, follows: undefined })))
        await settle(place, items)
        let at = 0
        for (const load of loads) load.done(items.slice(at, at += load.items.length).map(outcomeOf))
      } catch (error) {
        const later = whyLater(error)
        if (!later) log.error('access-log-write-failed', traceOf(error))
        for (const load of loads) load.failed(later ?? error)
      } finally {
        for (const { items } of loads) waiting -= items.length
      }
      if (loads.length + queue.length >= manySenders) await enough(Math.ceil((loads.length + queue.length) * (isBeside ? share.beside : share.alone)))
    }
  }

  /** Until so many wait, or long enough. */
  const enough = (wanted: number): Promise<void> | undefined => {
    const isEnough = () => queue.length >= wanted || queued >= worthAnother || isStopping
    if (isEnough()) return undefined
    return new Promise((done) => {
      const go = () => {
        clearTimeout(timer)
        onQueued = undefined
        done()
      }
      const timer = setTimeout(go, patienceMs)
      onQueued = () => { if (isEnough()) go() }
    })
  }

  const takeSome = (): Load[] => {
    let count = 0
    let upTo = 0
    while (upTo < queue.length && (upTo === 0 || count + queue[upTo]!.items.length <= mostTogether)) count += queue[upTo++]!.items.length
    const taken = queue.slice(0, upTo)
    queue = queue.slice(upTo)
    queued -= count
    return taken
  }

  const settle = async (place: Place, items: readonly Placed[]): Promise<void> => {
    let left = items
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 0 || left.some(({ organisationId }) => (wary.get(organisationId) ?? 0) > performance.now())) left = await dropKnown(place.lane, left)
      if (left.length === 0) return
      try {
        await commitItems(place.lane, place.rows, left, clock())
        for (const item of left) item.outcome = 'kept'
        return
      } catch (error) {
        place.rows.take()
        const code = (error as { code?: string }).code ?? ''
        if (whyLater(error)) throw error
        // Somebody else wrote one of them, or two writers waited for each other: those that are left come after.
        if (code === '23505') for (const { organisationId } of left) wary.set(organisationId, performance.now() + waryMs)
        else if (code === '42P01') forgetMonths()
        else if (code === '40P01' || code === '40001') await wait(5 + attempt * 10 * (place === places[0] ? 1 : 2))
        else return await settleHalves(place, left, error)
        if (attempt > 20) throw new TryLater('busy', { cause: error })
      }
    }
  }

  // One that the database doesn't take must not take the others along.
  const settleHalves = async (place: Place, items: readonly Placed[], error: unknown): Promise<void> => {
    if (items.length > 1) {
      const half = Math.ceil(items.length / 2)
      await settle(place, items.slice(0, half))
      await settle(place, items.slice(half))
      return
    }
    // Only what the values themselves are wrong in; anything else is a fault of ours, and the record may come again.
    if (!/^2[23]/.test((error as { code?: string }).code ?? '')) throw error
    log.warn('access-log-record-refused', { organisation: items[0]!.organisationId, ...traceOf(error) })
    items[0]!.outcome = 'refused'
  }

  return {
    write: (items) => {
      if (isStopping) return Promise.reject(new TryLater('stopping'))
      if (waiting + items.length > mostWaiting && waiting > 0) return Promise.reject(new TryLater('busy'))
      waiting += items.length
      queued += items.length
      return new Promise((done, failed) => {
        queue.push({ items, done, failed })
        onQueued?.()
        startSoon()
      })
    },
    waiting: () => waiting,
    stop: async () => {
      isStopping = true
      onQueued?.()
      while (waiting > 0) await (running.size > 0 ? Promise.all(running) : new Promise(setImmediate))
      await Promise.all(places.map(({ lane }) => lane.end()))
    },
  }
}

async function dropKnown(lane: Lane, items: readonly Placed[]): Promise<Placed[]> {
  const { fresh, known, again } = await newItems(lane, items)
  for (const item of known) item.outcome = 'known'
  for (const { item, first } of again) item.follows = first
  return fresh
}

/** Of two the same in one commit, the second is known where the first is kept. */
function outcomeOf({ outcome, follows }: Placed): Outcome {
  if (!follows) return outcome ?? 'refused'
  return outcomeOf(follows) === 'refused' ? 'refused' : 'known'
}
