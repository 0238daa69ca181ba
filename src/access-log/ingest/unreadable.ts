// Unreadable: a body that isn't what it says it is. Whoever sent it must change it: sending it again won't help.
import type { Words } from '../../ground/words.ts'

export class Unreadable extends Error {
  readonly words: Words
  readonly status: 400 | 413 | 415
  constructor(words: Words, status: 400 | 413 | 415 = 400) {
    super(words.en)
    this.words = words
    this.status = status
  }
}

/** So many records in one request, so that one sender doesn't hold up the others. */
export const mostRecords = 50_000

export function tooMany(): Unreadable {
  return new Unreadable({ nl: `Dit zijn meer dan ${mostRecords} records. Stuur ze in delen.`, en: `These are more than ${mostRecords} records. Send them in parts.` }, 413)
}

export function tooLarge(): Unreadable {
  return new Unreadable({ nl: 'Dit is te groot: hoogstens 16 MB, en 64 MB uitgepakt. Stuur het in delen.', en: 'This is too large: at most 16 MB, and 64 MB unpacked. Send it in parts.' }, 413)
}
