// Private address: the secret part of a link for somebody without an account. It follows from the organisation's key, so that a reminder can name it again and no table holds it.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../../ground/keys.ts'
import { isId } from '../../ground/ids.ts'
import type { Organisation } from '../../ground/scope.ts'

export type LinkKind = 'collection' | 'package'

/** `<id>.<43 signs>`; another `version` gives another secret, so that an earlier link ends. */
export function secretOf(organisation: Pick<Organisation, 'key'>, kind: LinkKind, id: string, version = 1): string {
  return `${id}.${proofOf(organisation, kind, id, version).toString('base64url')}`
}

/** The id that a secret names, without any proof yet; undefined when it has no such shape. */
export function idInSecret(secret: string): string | undefined {
  const [id = '', proof = ''] = secret.split('.')
  return isId(id) && /^[\w-]{43}$/.test(proof) ? id : undefined
}

export function isProved(organisation: Pick<Organisation, 'key'>, kind: LinkKind, secret: string, version = 1): boolean {
  const [id = '', proof = ''] = secret.split('.')
  // Signs and not bytes: the last of 43 signs holds two bits that decoding passes over, so that four spellings would lead to one link.
  const given = Buffer.from(proof)
  const wanted = Buffer.from(proofOf(organisation, kind, id, version).toString('base64url'))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function proofOf(organisation: Pick<Organisation, 'key'>, kind: LinkKind, id: string, version: number): Buffer {
  return createHmac('sha256', deriveKey(organisation.key, 'private-address')).update(`${kind}:${id}:${version}`).digest()
}
