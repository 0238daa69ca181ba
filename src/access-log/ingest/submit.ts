// Submit: what a door hands over for one source, and what became of it; an answer means that what was taken is durable.
import type { LogSource } from '../sources/source-of.ts'
import type { RawRecord } from './raw-record.ts'
import type { RecordFault } from './accept-record.ts'

export type Submitted = {
  /** Durable now, with those that already were. */
  readonly accepted: number
  /** Of those: stood there before, or twice in what was sent. */
  readonly duplicates: number
  /** By place in what was sent, from 0. */
  readonly rejected: readonly { readonly index: number; readonly faults: readonly RecordFault[] }[]
}

/** Checks, writes and commits records of one source, together with what others send meanwhile. @throws TryLater when it can't be taken now: all or some may be there, sending again changes nothing */
export type Submit = (source: LogSource, records: readonly RawRecord[]) => Promise<Submitted>

/** Back-pressure: sent again after so many seconds it may be taken. */
export class TryLater extends Error {
  readonly status: 429 | 503
  readonly retryAfterSeconds: number
  readonly reason: 'busy' | 'database_away' | 'storage_full' | 'seal_behind' | 'stopping'
  constructor(reason: TryLater['reason'], retryAfterSeconds: number) {
    super(reason)
    this.reason = reason
    this.status = reason === 'busy' ? 429 : 503
    this.retryAfterSeconds = retryAfterSeconds
  }
}
