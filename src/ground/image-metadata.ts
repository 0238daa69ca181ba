// Image metadata: pictures without what a camera or an editor wrote beside them (place, name, time), while the bytes stream by; how the picture is turned stays.
import { jpegParts } from './image-metadata-jpeg.ts'
import { pngParts, type Sieve, webpParts } from './image-metadata-chunks.ts'

/** JPEG, PNG and WebP come out clean; anything else comes out as it came in. Holds no more than a piece and one header. @throws Invalid when a picture isn’t built as its kind says */
export async function* withoutMetadata(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0)
  let sieve: Sieve | undefined
  for await (const piece of bytes) {
    if (sieve) {
      const kept = sieve.take(piece)
      if (kept.length > 0) yield kept
      continue
    }
    head = Buffer.concat([head, piece])
    if (head.length < 12) continue
    sieve = sieveFor(head)
    const kept = sieve.take(head)
    if (kept.length > 0) yield kept
  }
  const rest = sieve ? sieve.end() : head
  if (rest.length > 0) yield rest
}

/** The same for a picture that is in hand. */
export function cleanPicture(bytes: Buffer): Buffer {
  if (bytes.length < 12) return bytes
  const sieve = sieveFor(bytes)
  return Buffer.concat([sieve.take(bytes), sieve.end()])
}

function sieveFor(head: Buffer): Sieve {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return jpegParts()
  if (head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return pngParts()
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return webpParts()
  return { take: (piece) => piece, end: () => Buffer.alloc(0) }
}
