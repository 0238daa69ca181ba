// Zip parts: the parts of an office document, unpacked one by one as they are asked for and never beyond what may be unpacked; what the archive says of its sizes isn't believed.
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { CannotRead, type ReadingLimits } from './document-text.ts'

export type ZipParts = { readonly names: readonly string[]; read(name: string): Promise<Buffer> }

const mostParts = 10_000

export async function openParts(bytes: Buffer, limits: ReadingLimits): Promise<ZipParts> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: false }).catch(damaged)
  if (zip.entryCount > mostParts) throw new CannotRead('too-large')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch {
    throw new CannotRead('damaged')
  }
  if ([...entries.values()].some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 1) === 1)) throw new CannotRead('password')
  let room = limits.inflatedBytes
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (!entry) throw new CannotRead('damaged')
      const inflated = await inflate(zip, entry, room)
      room -= inflated.length
      return inflated
    },
  }
}

async function inflate(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      size += (piece as Buffer).length
      if (size > most) throw new CannotRead('too-large')
      pieces.push(piece as Buffer)
    }
  } catch (error) {
    throw error instanceof CannotRead ? error : new CannotRead('damaged')
  }
  return Buffer.concat(pieces, size)
}

function damaged(): never {
  throw new CannotRead('damaged')
}
