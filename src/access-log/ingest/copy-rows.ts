// Copy rows: records as PostgreSQL reads them in binary, behind one another in one buffer that is used again and again.
import type { LogRecord } from '../../access-record/log-record.ts'

/** The columns in the order in which `addRow` writes them. */
export const copyColumns = 'organisation_id, batch_id, position, trace_id, span_id, parent_span_id, started_at, ended_at, status, name, activity, actor_id, subject_id, subject_type, is_secret, details'
const columnCount = 16

/** Messages of the protocol for one COPY: the data, and that it is done. */
export type CopyRows = {
  readonly begin: () => void
  readonly add: (record: LogRecord, organisationId: Buffer, batchId: Buffer, position: number) => void
  /** Ends the COPY that was begun. */
  readonly end: () => void
  /** Everything since the last `take`. It may not be written over before it has been sent. */
  readonly take: () => Buffer
}

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const copyData = 0x64
const copyDone = 0x63

export function copyRows(firstBytes = 256 * 1024): CopyRows {
  let buffer = Buffer.allocUnsafeSlow(firstBytes)
  let at = 0
  let began = 0
  const room = (bytes: number) => {
    if (at + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, at + bytes))
    buffer.copy(larger, 0, 0, at)
    buffer = larger
  }
  const bytes = (value: Buffer | null) => {
    if (value === null) return void (at = buffer.writeInt32BE(-1, at))
    at = buffer.writeInt32BE(value.length, at)
    // Copying a few bytes one by one is faster than asking for it.
    for (let index = 0; index < value.length; index++) buffer[at + index] = value[index]!
    at += value.length
  }
  const text = (value: string | null) => {
    if (value === null) return void (at = buffer.writeInt32BE(-1, at))
    const length = buffer.write(value, at + 4)
    buffer.writeInt32BE(length, at)
    at += 4 + length
  }
  const moment = (ms: number) => {
    const micros = (ms - millenniumMs) * 1000
    at = buffer.writeInt32BE(8, at)
    at = buffer.writeInt32BE(Math.floor(micros / 2 ** 32), at)
    at = buffer.writeUInt32BE(micros - Math.floor(micros / 2 ** 32) * 2 ** 32, at)
  }
  return {
    begin: () => {
      room(5 + signature.length)
      began = at
      buffer[at] = copyData
      at += 5
      at += signature.copy(buffer, at)
    },
    add: (record, organisationId, batchId, position) => {
      // Sixteen lengths, the fixed columns, and at most three bytes for each sign of text.
      room(400 + 3 * (record.name.length + record.activity.length + (record.subjectType?.length ?? 0) + (record.details?.length ?? 0)))
      at = buffer.writeInt16BE(columnCount, at)
      bytes(organisationId)
      bytes(batchId)
      at = buffer.writeInt32BE(4, at)
      at = buffer.writeInt32BE(position, at)
      bytes(record.traceId)
      bytes(record.spanId)
      bytes(record.parentSpanId)
      moment(record.startedAt)
      moment(record.endedAt)
      text(record.status)
      text(record.name)
      text(record.activity)
      bytes(record.actor)
      bytes(record.subject)
      text(record.subjectType)
      at = buffer.writeInt32BE(1, at)
      buffer[at++] = record.isSecret ? 1 : 0
      text(record.details)
    },
    end: () => {
      room(7)
      at = buffer.writeInt16BE(-1, at)
      // The length counts itself and what follows, not the letter before it.
      buffer.writeInt32BE(at - began - 1, began + 1)
      buffer[at++] = copyDone
      at = buffer.writeInt32BE(4, at)
    },
    take: () => {
      const taken = buffer.subarray(0, at)
      at = 0
      return taken
    },
  }
}

/** PostgreSQL counts from 2000. */
const millenniumMs = Date.UTC(2000, 0, 1)

/** The sixteen bytes of a UUID. */
export function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}
