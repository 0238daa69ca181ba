// JPEG metadata: the segments of a photo, of which only those that draw it stay; of Exif nothing but how it is turned.
import { brokenPicture, type Sieve } from './image-metadata-chunks.ts'

/** APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe's colour transform) belong to how it looks; the other APPn and comments don't. */
const kept = (marker: number) => (marker < 0xe0 || marker > 0xef ? marker !== 0xfe : [0xe0, 0xe2, 0xee].includes(marker))
/** An Exif segment is read for its orientation up to here. */
const exifRead = 64 * 1024

/** Reads segment after segment; what lies after the end of the picture (a film, a second picture) is left out. */
export function jpegParts(): Sieve {
  let waiting: Buffer = Buffer.alloc(0)
  let at: 'segments' | 'scan' | 'after' = 'segments'
  /** Bytes of the present segment that are still to come, and whether they stay. */
  let left = 0
  let isKept = false
  let exif: Buffer | undefined

  function take(piece: Buffer): Buffer {
    const out: Buffer[] = []
    waiting = waiting.length > 0 ? Buffer.concat([waiting, piece]) : piece
    while (step(out)) { /* until more bytes are needed */ }
    return Buffer.concat(out)
  }

  function step(out: Buffer[]): boolean {
    if (at === 'after') {
      waiting = Buffer.alloc(0)
      return false
    }
    if (left > 0) return segmentBytes(out)
    return at === 'scan' ? scanBytes(out) : segmentHead(out)
  }

  function segmentBytes(out: Buffer[]): boolean {
    if (waiting.length === 0) return false
    const now = waiting.subarray(0, left)
    waiting = waiting.subarray(now.length)
    left -= now.length
    if (exif) exif = Buffer.concat([exif, now.subarray(0, Math.max(0, exifRead - exif.length))])
    if (isKept) out.push(now)
    if (left === 0 && exif) {
      const orientation = orientationIn(exif)
      if (orientation !== undefined) out.push(exifOf(orientation))
      exif = undefined
    }
    return true
  }

  function segmentHead(out: Buffer[]): boolean {
    if (waiting.length < 2) return false
    if (waiting[0] !== 0xff) throw brokenPicture()
    const marker = waiting[1]!
    // Fill bytes before a marker, the beginning of the picture, and marks without a body.
    if (marker === 0xff) {
      waiting = waiting.subarray(1)
      return true
    }
    if (marker === 0xd8 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) return pass(out, 2)
    if (marker === 0xd9) {
      at = 'after'
      return pass(out, 2)
    }
    if (waiting.length < 4) return false
    const length = waiting.readUInt16BE(2)
    if (length < 2) throw brokenPicture()
    isKept = kept(marker)
    exif = marker === 0xe1 ? Buffer.alloc(0) : undefined
    left = length - 2
    if (isKept) out.push(waiting.subarray(0, 4))
    waiting = waiting.subarray(4)
    if (marker === 0xda) at = 'scan'
    return true
  }

  /** Coded picture: runs until a mark that is neither a stuffed byte nor a restart. */
  function scanBytes(out: Buffer[]): boolean {
    let from = 0
    for (;;) {
      const mark = waiting.indexOf(0xff, from)
      if (mark < 0) return pass(out, waiting.length) && false
      if (mark + 1 >= waiting.length) return pass(out, mark) && false
      const next = waiting[mark + 1]!
      if (next === 0x00 || (next >= 0xd0 && next <= 0xd7)) {
        from = mark + 2
        continue
      }
      if (next === 0xff) {
        from = mark + 1
        continue
      }
      at = 'segments'
      return pass(out, mark)
    }
  }

  function pass(out: Buffer[], count: number): true {
    if (count > 0) out.push(waiting.subarray(0, count))
    waiting = waiting.subarray(count)
    return true
  }

  return { take, end: () => (at === 'scan' ? waiting : Buffer.alloc(0)) }
}

/** 2 to 8 where the picture is to be turned; undefined where it stands as it is. */
function orientationIn(exif: Buffer): number | undefined {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = exif.subarray(6)
  if (tiff.length < 14) return undefined
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = Math.min(short(first), 512)
  for (let index = 0; index < count; index++) {
    const entry = first + 2 + index * 12
    if (short(entry) === 0x0112) {
      const value = short(entry + 8)
      return value >= 2 && value <= 8 ? value : undefined
    }
  }
  return undefined
}

/** The smallest Exif there is: one directory with one entry. */
function exifOf(orientation: number): Buffer {
  const body = Buffer.alloc(36)
  body.writeUInt16BE(0xffe1, 0)
  body.writeUInt16BE(34, 2)
  body.write('Exif\0\0MM\0*', 4, 'latin1')
  body.writeUInt32BE(8, 14)
  body.writeUInt16BE(1, 18)
  body.writeUInt16BE(0x0112, 20)
  body.writeUInt16BE(3, 22)
  body.writeUInt32BE(1, 24)
  body.writeUInt16BE(orientation, 28)
  return body
}
