// Body: what a request brings, as it was sent, and never more of it in memory than is allowed: for one request, and for all together.
import type { IncomingMessage } from 'node:http'
import { TryLater } from './try-later.ts'
import { tooLarge, Unreadable } from './unreadable.ts'

const mostSent = 16 * 1024 * 1024
/** Of all requests that are being read or worked on. */
const mostTogether = 256 * 1024 * 1024

/** What a body costs in memory until it is let go. */
export type Body = { readonly chunks: readonly Buffer[]; readonly release: () => void }

let together = 0

/** @throws Unreadable when it is too large, or broken off @throws TryLater when too much is being read already */
export function readBody(request: IncomingMessage): Promise<Body> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > mostSent) return Promise.reject(tooLarge())
  if (together + announced > mostTogether) return Promise.reject(new TryLater('busy'))
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    let held = 0
    let isSettled = false
    const release = () => {
      together -= held
      held = 0
    }
    // What still comes is let go as it comes: the answer is on its way, and the connection stays usable.
    const refuse = (error: Error) => {
      if (isSettled) return
      isSettled = true
      request.off('data', keep)
      request.resume()
      chunks.length = 0
      release()
      failed(error)
    }
    const keep = (chunk: Buffer) => {
      held += chunk.length
      together += chunk.length
      chunks.push(chunk)
      if (held > mostSent) refuse(tooLarge())
      else if (together > mostTogether) refuse(new TryLater('busy'))
    }
    const breakOff = () => { if (!request.complete) refuse(new Unreadable({ nl: 'Het verzoek brak af.', en: 'The request broke off.' })) }
    request.on('data', keep)
    request.on('close', breakOff)
    request.on('error', breakOff)
    request.on('end', () => {
      if (isSettled) return
      isSettled = true
      done({ chunks, release })
    })
    if (request.destroyed) breakOff()
  })
}
