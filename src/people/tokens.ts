// Tokens: random secrets that a browser or a link carries; the database holds only their hash.
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as text that fits an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a token. Enough for 256 random bits: there is nothing to guess, so no slow hash is needed. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A code that people type: groups of letters and digits that can't be mistaken for each other (5 bits each). */
export function newTypedCode(groups: number): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const bytes = randomBytes(groups * 4 * 2)
  const signs: string[] = []
  // 31 signs: bytes of 248 and above would favour the first ones.
  for (const byte of bytes) if (byte < 248 && signs.length < groups * 4) signs.push(alphabet[byte % 31] ?? 'x')
  while (signs.length < groups * 4) signs.push(newTypedCode(1)[0] ?? 'x')
  return Array.from({ length: groups }, (_, index) => signs.slice(index * 4, index * 4 + 4).join('')).join('-')
}

/** A typed code as it is hashed: without spaces, dashes and capitals. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** A token for a program: `wbg_<prefix>_<secret>`. The prefix may be shown, so that people can tell tokens apart; the secret never again. */
export function newApiToken(): { token: string; prefix: string } {
  const prefix = newTypedCode(2).replace('-', '')
  return { token: `wbg_${prefix}_${newToken()}`, prefix }
}

/** The visible part of a program's token; undefined when it doesn't look like one. */
export function tokenPrefix(token: string): string | undefined {
  return /^wbg_([a-z0-9]{8})_[\w-]{43}$/.exec(token)?.[1]
}
