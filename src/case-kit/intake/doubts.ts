// Doubts: what makes a form look as if no person filled it in. A doubt never loses a message: a colleague looks first.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../../ground/keys.ts'
import type { Organisation } from '../../ground/scope.ts'
import type { Words } from '../../ground/words.ts'
import type { FormMarks } from './forms.ts'

export const doubtWords = {
  trap: { nl: 'een veld dat mensen niet zien, is ingevuld', en: 'a field that people don’t see was filled in' },
  fast: { nl: 'sneller ingevuld dan een mens typt', en: 'filled in faster than a person types' },
  unsigned: { nl: 'verstuurd zonder het formulier te openen', en: 'sent without opening the form' },
  links: { nl: 'veel verwijzingen naar websites', en: 'many links to websites' },
} as const satisfies Record<string, Words>
export type Doubt = keyof typeof doubtWords

/** Opening, reading, typing and checking takes a person longer than this. */
const leastSeconds = 4
const mostLinks = 5

/** Pure. `texts`: all free text of the form. */
export function doubtsOf(form: { readonly begunAt: Date; readonly marks: FormMarks }, sentAt: Date, texts: readonly string[]): Doubt[] {
  const links = texts.reduce((count, text) => count + (text.match(/https?:\/\/|www\./gi)?.length ?? 0), 0)
  return [
    ...(form.marks.isTrapped ? ['trap' as const] : []),
    ...(form.marks.isUnsigned ? ['unsigned' as const] : sentAt.getTime() - form.begunAt.getTime() < leastSeconds * 1000 ? ['fast' as const] : []),
    ...(links > mostLinks ? ['links' as const] : []),
  ]
}

/** When a form's first page was fetched, signed so that a program can't make it up, and another one for each who fetches it; stands in the page. */
export function signedMoment(organisation: Organisation, moment: Date): string {
  const at = `${moment.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`
  return `${at}.${signatureOf(organisation, at).toString('base64url')}`
}

/** Undefined for what we didn't sign, or signed more than two days ago. */
export function readSignedMoment(organisation: Organisation, text: string, now: Date): Date | undefined {
  const [, at = '', time = '', signature = ''] = /^(([0-9a-z]{1,12})\.[\w-]{22})\.([\w-]{22})$/.exec(text) ?? []
  const given = Buffer.from(signature, 'base64url')
  const own = signatureOf(organisation, at)
  if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined
  const moment = new Date(Number.parseInt(time, 36))
  return moment <= now && now.getTime() - moment.getTime() < 2 * 86_400_000 ? moment : undefined
}

function signatureOf(organisation: Organisation, at: string): Buffer {
  return createHmac('sha256', deriveKey(organisation.key, 'intake-opened')).update(at).digest().subarray(0, 16)
}
