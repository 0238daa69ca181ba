// SHA-256 in one go. The digest comes out as text and goes back to bytes: a buffer made outside the heap for each digest costs as much again as the digest itself, and the access log makes some of them for each record.
import { hash } from 'node:crypto'

/** Text counts as UTF-8. @returns 32 bytes */
export function sha256(data: string | Buffer): Buffer {
  return Buffer.from(sha256Text(data), 'latin1')
}

/** The same as text of 32 signs, one for each byte. */
export function sha256Text(data: string | Buffer): string {
  return hash('sha256', data, 'binary')
}
