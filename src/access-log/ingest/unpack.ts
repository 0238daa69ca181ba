// Unpacking: a body that was sent as gzip, and never more of it in memory than is allowed: for one request, and for all together.
import { createGunzip } from 'node:zlib'
import { TryLater } from './try-later.ts'
import { tooLarge, Unreadable } from './unreadable.ts'

const mostUnpacked = 64 * 1024 * 1024
/** Of all requests that are worked on. */
const mostTogether = 256 * 1024 * 1024

/** What an unpacked body costs in memory until it is let go. */
export type Unpacked = { readonly bytes: Buffer; readonly release: () => void }

let together = 0

/** @throws Unreadable when it is too large, or no gzip @throws TryLater when too much is being unpacked already */
export function unpack(packed: Buffer): Promise<Unpacked> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    let held = 0
    const gunzip = createGunzip()
    const release = () => {
      together -= held
      held = 0
    }
    const refuse = (error: Error) => {
      gunzip.destroy()
      release()
      failed(error)
    }
    gunzip.on('data', (chunk: Buffer) => {
      held += chunk.length
      together += chunk.length
      if (held > mostUnpacked) return refuse(tooLarge())
      if (together > mostTogether) return refuse(new TryLater('busy'))
      chunks.push(chunk)
    })
    gunzip.once('end', () => done({ bytes: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), release }))
    gunzip.once('error', () => refuse(new Unreadable({ nl: 'Dit is geen gzip, of het is afgebroken.', en: 'This isn’t gzip, or it was broken off.' })))
    gunzip.end(packed)
  })
}
