// Keys: the master key in a folder outside the database, and a random key per organisation that it wraps.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type MasterKey = { readonly bytes: Buffer; /** Where it lies, with the keys of the access log beside it. */ readonly folder: string }

/** Reads `master.key` from the folder, or makes it on the very first start. @throws when the file isn't 32 bytes of hex. */
export function openMasterKey(folder: string): MasterKey {
  const file = join(folder, 'master.key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    chmodSync(file, 0o600)
  }
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`Het sleutelbestand ${file} is beschadigd: zet de back-up van dit bestand terug.`)
  return { bytes: Buffer.from(text, 'hex'), folder }
}

/** Encrypts with AES-256-GCM. Shape: 12 bytes nonce, 16 bytes tag, then the cipher text. `purpose` must be the same when reading. */
export function seal(key: Buffer, purpose: string, plain: Buffer | string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Reads what `seal` wrote. @throws when the key or purpose differs or a byte was changed. */
export function unseal(key: Buffer, purpose: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

/** A fresh key for an organisation, wrapped by the master key for storage. */
export function newOrganisationKey(master: MasterKey, organisationId: string): Buffer {
  return seal(master.bytes, `organisation:${organisationId}`, randomBytes(32))
}

export function unwrapOrganisationKey(master: MasterKey, organisationId: string, wrapped: Buffer): Buffer {
  return unseal(master.bytes, `organisation:${organisationId}`, wrapped)
}

/** A key for one purpose, derived so that one secret never serves two ends. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  const known = derived.get(key) ?? new Map<string, Buffer>()
  derived.set(key, known)
  const made = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32))
  known.set(purpose, made)
  return made
}

/** As long as the key itself is in memory: deriving costs as much as the query it is for. */
const derived = new WeakMap<Buffer, Map<string, Buffer>>()

/** Keyed pseudonym of an identifier (32 bytes): the same person gives the same bytes within one organisation, and none elsewhere. */
export function pseudonym(organisationKey: Buffer, kind: string, identifier: string): Buffer {
  return createHmac('sha256', deriveKey(organisationKey, 'pseudonym')).update(`${kind}:${identifier}`).digest()
}
