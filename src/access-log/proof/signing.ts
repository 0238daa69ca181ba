// Signing: checkpoints are signed (Ed25519) under a key derived from the organisation's key; who has only the database can't make one.
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { deriveKey } from '../../ground/keys.ts'
import type { Organisation } from '../../ground/scope.ts'

/** 64 bytes over the text. */
export function signText({ key }: Pick<Organisation, 'key'>, text: string): Buffer {
  return sign(null, Buffer.from(text), pairOf(key).secret)
}

/** The 32 bytes by which anybody can check. */
export function publicKeyOf({ key }: Pick<Organisation, 'key'>): Buffer {
  return pairOf(key).open
}

/** For people to compare: SHA-256 of the public key, in sixteen groups of four. */
export function fingerprintOf(publicKey: Buffer): string {
  return hash('sha256', publicKey, 'hex').replaceAll(/.{4}(?=.)/g, '$& ')
}

export function isSigned(publicKey: Buffer, text: string, signature: Buffer): boolean {
  return verify(null, Buffer.from(text), openKey(publicKey), signature)
}

/** RFC 8410: what stands before the 32 bytes of the seed, and of the public key. */
const secretHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const openHead = Buffer.from('302a300506032b6570032100', 'hex')

function pairOf(key: Buffer): { secret: KeyObject; open: Buffer } {
  const known = pairs.get(key)
  if (known) return known
  const secret = createPrivateKey({ key: Buffer.concat([secretHead, deriveKey(key, 'access-log signing')]), format: 'der', type: 'pkcs8' })
  const made = { secret, open: createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(openHead.length) }
  pairs.set(key, made)
  return made
}
const pairs = new WeakMap<Buffer, { secret: KeyObject; open: Buffer }>()

function openKey(publicKey: Buffer): KeyObject {
  const known = openKeys.get(publicKey)
  if (known) return known
  const made = createPublicKey({ key: Buffer.concat([openHead, publicKey]), format: 'der', type: 'spki' })
  openKeys.set(publicKey, made)
  return made
}
const openKeys = new WeakMap<Buffer, KeyObject>()
