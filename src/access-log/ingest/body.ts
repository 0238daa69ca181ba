// Body: what a request brings, unpacked while it comes in, and never more of it in memory than is allowed: for one request, and for all together.
import type { IncomingMessage } from 'node:http'
import { createGunzip } from 'node:zlib'
import { TryLater } from './try-later.ts'
import { Unreadable } from './unreadable.ts'

const mostSent = 16 * 1024 * 1024
const mostUnpacked = 64 * 1024 * 1024
/** Of all requests that are being read or worked on. */
const mostTogether = 256 * 1024 * 1024

/** What a body costs in memory until it is let go. */
export type Body = { readonly bytes: Buffer; readonly release: () => void }

let together = 0

/** @throws Unreadable when it is too large, or isn't what its headers say @throws TryLater when too much is being read already */
export function readBody(request: IncomingMessage): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? 0)
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding !== 'identity' && encoding !== 'gzip') return Promise.reject(new Unreadable({ nl: 'Stuur dit zonder inpakken, of ingepakt als gzip.', en: 'Send this unpacked, or packed as gzip.' }, 415))
  if (announced > mostSent) return Promise.reject(tooLarge())
  if (together + announced > mostTogether) return Promise.reject(new TryLater('busy'))
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    let [sent, held] = [0, 0]
    let isSettled = false
    const unpack = encoding === 'gzip' ? createGunzip() : undefined
    const release = () => {
      together -= held
      held = 0
    }
    // What still comes is let go as it comes: the answer is on its way, and the connection stays usable.
    const refuse = (error: Error) => {
      if (isSettled) return
      isSettled = true
      request.off('data', onSent)
      request.resume()
      unpack?.destroy()
      chunks.length = 0
      release()
      failed(error)
    }
    const keep = (chunk: Buffer) => {
      held += chunk.length
      together += chunk.length
      if (held > mostUnpacked) return refuse(tooLarge())
      if (together > mostTogether) return refuse(new TryLater('busy'))
      chunks.push(chunk)
    }
    const finish = () => {
      if (isSettled) return
      isSettled = true
      done({ bytes: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), release })
    }
    const breakOff = () => { if (!request.complete) refuse(new Unreadable({ nl: 'Het verzoek brak af.', en: 'The request broke off.' })) }
    const onSent = (chunk: Buffer) => {
      sent += chunk.length
      if (sent > mostSent) return refuse(tooLarge())
      if (!unpack) return keep(chunk)
      if (!unpack.write(chunk)) {
        request.pause()
        unpack.once('drain', () => request.resume())
      }
    }
    request.on('data', onSent)
    request.once('close', breakOff)
    request.once('error', breakOff)
    if (request.destroyed) return breakOff()
    if (!unpack) return void request.once('end', finish)
    request.once('end', () => unpack.end())
    unpack.on('data', keep)
    unpack.once('end', finish)
    unpack.once('error', () => refuse(new Unreadable({ nl: 'Dit is geen gzip, of het is afgebroken.', en: 'This isn’t gzip, or it was broken off.' })))
  })
}

function tooLarge(): Unreadable {
  return new Unreadable({ nl: 'Dit is te groot: hoogstens 16 MB, en 64 MB uitgepakt. Stuur het in delen.', en: 'This is too large: at most 16 MB, and 64 MB unpacked. Send it in parts.' }, 413)
}
