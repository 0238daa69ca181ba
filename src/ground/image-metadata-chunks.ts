// Chunk metadata: PNG and WebP are rows of named chunks; those that tell of the maker, the place or the time go, those that draw stay.
import { refuse } from './file-kinds.ts'
import type { Invalid } from './refusals.ts'
import { t } from './words.ts'

/** What a format makes of the bytes: feeds on pieces, gives back what may stay. @throws Invalid when the picture isn't built as its kind says */
export type Sieve = { take(piece: Buffer): Buffer; end(): Buffer }

type Chunks = {
  readonly opening: number
  readonly headBytes: number
  /** What to write for the head, how many bytes follow it, whether they stay, are blanked or go, and whether the picture ends with it. */
  read(head: Buffer): { head: Buffer; body: number; fate: 'keep' | 'blank' | 'drop'; isLast?: boolean }
  change?(body: Buffer): Buffer
}

/** Text, Exif and time chunks go with their checksums; what lies after the end goes too. */
export function pngParts(): Sieve {
  const telling = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'dSIG'])
  return chunkSieve({
    opening: 8, headBytes: 8,
    read(head) {
      const name = head.toString('latin1', 4, 8)
      if (!/^[A-Za-z]{4}$/.test(name)) throw brokenPicture()
      return { head, body: head.readUInt32BE(0) + 4, fate: telling.has(name) ? 'drop' : 'keep', isLast: name === 'IEND' }
    },
  })
}

/**
 * The size of the whole stands at the beginning, before anybody knows what will go: so what goes is blanked in its place, under a name that means nothing.
 */
export function webpParts(): Sieve {
  const telling = new Set(['EXIF', 'XMP '])
  return chunkSieve({
    opening: 12, headBytes: 8,
    read(head) {
      const name = head.toString('latin1', 0, 4)
      const size = head.readUInt32LE(4)
      const body = size + (size % 2)
      if (telling.has(name)) return { head: Buffer.concat([Buffer.from('JUNK'), head.subarray(4)]), body, fate: 'blank' }
      return { head, body, fate: 'keep' }
    },
    // In the extended header two flags say that there is Exif or XMP.
    change: (body) => Buffer.concat([Buffer.from([body[0]! & ~0x0c]), body.subarray(1)]),
  })
}

export function brokenPicture(): Invalid {
  return refuse(t('Deze afbeelding is beschadigd. Sla haar opnieuw op en kies dat bestand.', 'This picture is damaged. Save it anew and choose that file.'))
}

function chunkSieve(chunks: Chunks): Sieve {
  let waiting: Buffer = Buffer.alloc(0)
  let opening = chunks.opening
  let left = 0
  let fate: 'keep' | 'blank' | 'drop' = 'keep'
  let isExtended = false
  let isLast = false
  let isOver = false

  function take(piece: Buffer): Buffer {
    const out: Buffer[] = []
    waiting = waiting.length > 0 ? Buffer.concat([waiting, piece]) : piece
    while (!isOver && step(out)) { /* until more bytes are needed */ }
    if (isOver) waiting = Buffer.alloc(0)
    return Buffer.concat(out)
  }

  function step(out: Buffer[]): boolean {
    if (opening > 0) {
      if (waiting.length < opening) return false
      out.push(cut(opening))
      opening = 0
      return true
    }
    if (left > 0) {
      if (waiting.length === 0) return false
      const now = cut(Math.min(left, waiting.length))
      left -= now.length
      if (fate === 'keep') out.push(isExtended && chunks.change ? chunks.change(now) : now)
      else if (fate === 'blank') out.push(Buffer.alloc(now.length))
      isExtended = false
      isOver = left === 0 && isLast
      return true
    }
    if (waiting.length < chunks.headBytes) return false
    const read = chunks.read(cut(chunks.headBytes))
    if (read.fate !== 'drop') out.push(read.head)
    isExtended = read.head.toString('latin1', 0, 4) === 'VP8X'
    ;({ body: left, fate } = read)
    isLast = read.isLast === true
    return true
  }

  function cut(count: number): Buffer {
    const now = waiting.subarray(0, count)
    waiting = waiting.subarray(count)
    return now
  }

  return { take, end: () => Buffer.alloc(0) }
}
