// Submit: what a door hands over for one source, and what became of it; an answer means that what was taken is durable.
import { recordDigest } from '../../access-record/log-record.ts'
import type { FreeRoom } from '../../ground/free-room.ts'
import { noteReceived } from '../sources/received.ts'
import type { LogSource, SourceHouse } from '../sources/source-of.ts'
import { acceptRecord, type RecordFault } from './accept-record.ts'
import type { Item } from './commit.ts'
import type { RawRecord } from './raw-record.ts'
import { sealAges } from './seal-age.ts'
import { TryLater } from './try-later.ts'
import { nextTurn } from './turns.ts'
import { openWriter, type Outcome, type WriterLimits } from './writer.ts'

export type Submitted = {
  /** Durable now, with those that already were. */
  readonly accepted: number
  /** Of those: stood there before, or twice in what was sent. */
  readonly duplicates: number
  /** Spans without any attribute of the standard: not kept. */
  readonly ignored: number
  /** By place in what was sent, from 0. */
  readonly rejected: readonly Rejected[]
}
export type Rejected = { readonly index: number; readonly faults: readonly RecordFault[] }

export type Ingest = {
  /** Checks, writes and commits records of one source, together with what others send meanwhile; undefined is one that couldn't be read. @throws TryLater when not all can be taken now: sending them again changes nothing */
  readonly submit: (source: LogSource, records: readonly (RawRecord | undefined)[]) => Promise<Submitted>
  /** Takes nothing more and writes what it has. */
  readonly stop: () => Promise<void>
}

/** About a millisecond of work. */
const sliceSize = 100
/** One commit's worth; what is sent together in larger numbers goes in several. */
const loadSize = 1_000

/** @param url login of the application @param limits.room on the disk of the database: what applications send waits before pages must */
export function openIngest(house: SourceHouse, url: string, limits?: WriterLimits & { readonly room?: FreeRoom }): Ingest {
  const writer = openWriter(url, house.clock, limits)
  const seals = sealAges(house)
  return {
    stop: writer.stop,
    submit: async (source, records) => {
      const { organisation } = source
      if (limits?.room?.isLow()) throw new TryLater('storage_full')
      if (seals.isBehind(organisation.id)) throw new TryLater('seal_behind')
      const key = organisation.logKeys.all()[0]!
      const now = house.clock().getTime()
      const rejected: Rejected[] = []
      let ignored = 0
      const writing: Promise<{ outcomes: Outcome[]; places: number[] }>[] = []
      let items: Item[] = []
      let places: number[] = []
      const flush = () => {
        if (items.length === 0) return
        const own = places
        const write = writer.write(items).then((outcomes) => ({ outcomes, places: own }))
        // Heard below, with the others; one that fails meanwhile must not end the process.
        write.catch(() => {})
        writing.push(write)
        items = []
        places = []
      }
      for (let index = 0; index < records.length; index++) {
        if (index % sliceSize === 0 && records.length > sliceSize / 2) await nextTurn()
        const raw = records[index]
        if (raw && !raw.isRecord) {
          ignored++
          continue
        }
        const accepted = raw ? acceptRecord(raw, key, now) : [unreadable]
        if (Array.isArray(accepted)) rejected.push({ index, faults: accepted })
        else {
          items.push({ organisationId: organisation.id, record: accepted, digest: recordDigest(accepted) })
          places.push(index)
          if (items.length >= loadSize) flush()
        }
      }
      flush()
      return summary(await Promise.all(writing), rejected, ignored, (kept) => noteReceived(house, source, kept))
    },
  }
}

function summary(written: readonly { outcomes: Outcome[]; places: number[] }[], rejected: Rejected[], ignored: number, note: (kept: number) => void): Submitted {
  let [kept, duplicates] = [0, 0]
  for (const { outcomes, places } of written) {
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome === 'kept') kept++
      else if (outcome === 'known') duplicates++
      else rejected.push({ index: places[at]!, faults: [unkept] })
    }
  }
  note(kept)
  return { accepted: kept + duplicates, duplicates, ignored, rejected: rejected.toSorted((one, other) => one.index - other.index) }
}

const unreadable: RecordFault = { field: '', words: { nl: 'dit is geen record dat gelezen kan worden', en: 'this isn’t a record that can be read' } }
const unkept: RecordFault = { field: '', words: { nl: 'dit record kan niet bewaard worden', en: 'this record can’t be kept' } }
