// Sent note: what the page after sending says, signed in its address, so that it asks the database nothing: the number, and whether a receipt goes out.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../../ground/keys.ts'
import type { Organisation } from '../../ground/scope.ts'
import type { FormKey } from './forms.ts'

export type SentNote = { readonly key: FormKey; readonly number: string; readonly hasReceipt: boolean }

/** `<number>~<1 or 0>~<signature>`; says something only in the browser that sent the form. */
export function sentNote(organisation: Organisation, { form, number, hasReceipt }: { readonly form: { readonly key: FormKey }; readonly number: string; readonly hasReceipt: boolean }): string {
  const said = `${number}~${hasReceipt ? '1' : '0'}`
  return encodeURIComponent(`${said}~${signatureOf(organisation, form.key, said)}`)
}

/** Undefined for a note that isn't ours, or is of a form that none of the keys is of. */
export function readSentNote(organisation: Organisation, note: string, keys: readonly FormKey[]): SentNote | undefined {
  const [, said = '', number = '', receipt = '', signature = ''] = /^(([^~]{1,60})~([01]))~([\w-]{22})$/.exec(note) ?? []
  const key = said === '' ? undefined : keys.find((one) => isSame(signatureOf(organisation, one, said), signature))
  return key && { key, number, hasReceipt: receipt === '1' }
}

function isSame(own: string, given: string): boolean {
  return own.length === given.length && timingSafeEqual(Buffer.from(own), Buffer.from(given))
}

function signatureOf(organisation: Organisation, { id }: FormKey, said: string): string {
  return createHmac('sha256', deriveKey(organisation.key, 'intake-sent-note')).update(`${id}~${said}`).digest().subarray(0, 16).toString('base64url')
}
