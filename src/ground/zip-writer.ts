// Zip files out: packed as a stream, for workbooks that we write; or unpacked as one buffer, for workbooks that we hand on after checking.
import { createDeflateRaw, crc32 } from 'node:zlib'
import { Readable } from 'node:stream'

export type Part = { readonly name: string; readonly bytes: Buffer }

/** One buffer with every part as it is. For parts below 4 GB together. */
export function storedZip(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = []
  const entries: Entry[] = []
  let offset = 0
  for (const { name, bytes } of parts) {
    const part = stored(name, bytes, offset)
    pieces.push(...part.pieces)
    offset += part.size
    entries.push(part.entry)
  }
  return Buffer.concat([...pieces, directory(entries, offset)])
}

export type TextPart = {
  readonly name: string
  /** Texts, or bytes of a file as they are read. */
  readonly text: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
  /** Stands in the zip as it is: for a short part that others look for at a fixed place, such as the `mimetype` of an OpenDocument. */
  readonly isStored?: boolean
}

/** Streams a zip: each part is packed while its text comes in, so that memory stays flat however long it is. */
export async function* packedZip(parts: Iterable<TextPart>): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  let offset = 0
  for (const { name, text, isStored } of parts) {
    if (isStored) {
      const { entry, pieces, size } = stored(name, await bytesOf(text), offset)
      yield* pieces
      offset += size
      entries.push(entry)
      continue
    }
    const entry = { name, offset, crc: 0, packed: 0, size: 0, isPacked: true }
    const header = localHeader(entry)
    yield header
    const deflate = createDeflateRaw({ level: 6 })
    const input = Readable.from(counted(text, entry))
    input.on('error', (error) => deflate.destroy(error))
    for await (const chunk of input.pipe(deflate)) {
      const piece = chunk as Buffer
      entry.packed += piece.length
      yield piece
    }
    const trailer = descriptor(entry)
    yield trailer
    offset += header.length + entry.packed + trailer.length
    entries.push(entry)
  }
  yield directory(entries, offset)
}

type Entry = { name: string; offset: number; crc: number; packed: number; size: number; isPacked: boolean }

function stored(name: string, bytes: Buffer, offset: number): { entry: Entry; pieces: Buffer[]; size: number } {
  const entry = { name, offset, crc: crc32(bytes), packed: bytes.length, size: bytes.length, isPacked: false }
  const header = localHeader(entry)
  return { entry, pieces: [header, bytes], size: header.length + bytes.length }
}

async function bytesOf(text: TextPart['text']): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of text) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

async function* counted(text: TextPart['text'], entry: Entry): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    yield bytes
  }
}

// Flag 8: sizes follow the data, as they aren't known when a streamed part begins. 0x800: names are UTF-8. The day is 1 January 1980.
function localHeader({ name, crc, packed, size, isPacked }: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(0x800 | (isPacked ? 8 : 0), 6)
  header.writeUInt16LE(isPacked ? 8 : 0, 8)
  header.writeUInt16LE(0x21, 12)
  header.writeUInt32LE(isPacked ? 0 : crc, 14)
  header.writeUInt32LE(isPacked ? 0 : packed, 18)
  header.writeUInt32LE(isPacked ? 0 : size, 22)
  header.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([header, Buffer.from(name)])
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const trailer = Buffer.alloc(16)
  trailer.writeUInt32LE(0x08074b50, 0)
  trailer.writeUInt32LE(crc, 4)
  trailer.writeUInt32LE(packed, 8)
  trailer.writeUInt32LE(size, 12)
  return trailer
}

function directory(entries: readonly Entry[], offset: number): Buffer {
  const records = entries.map((entry) => {
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(20, 4)
    record.writeUInt16LE(20, 6)
    record.writeUInt16LE(0x800 | (entry.isPacked ? 8 : 0), 8)
    record.writeUInt16LE(entry.isPacked ? 8 : 0, 10)
    record.writeUInt16LE(0x21, 14)
    record.writeUInt32LE(entry.crc, 16)
    record.writeUInt32LE(entry.packed, 20)
    record.writeUInt32LE(entry.size, 24)
    record.writeUInt16LE(Buffer.byteLength(entry.name), 28)
    record.writeUInt32LE(entry.offset, 42)
    return Buffer.concat([record, Buffer.from(entry.name)])
  })
  const body = Buffer.concat(records)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(body.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([body, end])
}
