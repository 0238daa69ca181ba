// Log keys: under which an organisation's access log names people. They lie in files beside the master key, never in the database: without the file nobody can tell whose a pseudonym is.
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type MasterKey, seal, unseal } from './keys.ts'
import { sha256, sha256Text } from './sha256.ts'

export type LogKeys = {
  /** Every key that there is, the one to write with first. Made when there is none yet. */
  readonly all: () => readonly LogKey[]
  /** A new key for what is written from now on; older records stay findable under theirs. */
  readonly rotate: (now: Date) => void
  /** Takes every key away for good: what was written until now can't be tied to a person any more, by us neither. */
  readonly destroy: (now: Date) => void
  /** When keys were destroyed, oldest first. */
  readonly destroyed: () => readonly Date[]
}

export type LogKey = { readonly number: number; readonly since: Date; readonly bytes: Buffer }

/** The keys of one organisation. They are read again when the file has changed; another process's change is seen within a second. */
export function logKeysOf(master: MasterKey, organisationId: string): LogKeys {
  const file = join(master.folder, 'access-log', `${organisationId}.json`)
  const purpose = `access-log:${organisationId}`
  const sealed = (bytes: Buffer) => seal(master.bytes, purpose, bytes).toString('base64')
  const make = (stored: Stored, now: Date): Stored => ({ ...stored, keys: [{ number: stored.next, since: now.toISOString(), sealed: sealed(randomBytes(32)) }, ...stored.keys], next: stored.next + 1 })
  const read = (): Known => {
    const known = knownFiles.get(file)
    const at = performance.now()
    if (known && at - known.lookedAt < 1_000) return known
    if (!existsSync(file)) begin(file, make({ next: 1, keys: [], destroyed: [] }, new Date()))
    const changed = statSync(file, { bigint: true }).mtimeNs
    if (known?.changed === changed) {
      known.lookedAt = at
      return known
    }
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored
    const keys = stored.keys.map(({ number, since, sealed: text }) => ({ number, since: new Date(since), bytes: unseal(master.bytes, purpose, Buffer.from(text, 'base64')) }))
    const fresh = { stored, keys, changed, lookedAt: at }
    knownFiles.set(file, fresh)
    return fresh
  }
  const write = (stored: Stored) => {
    writeFileSync(`${file}.new`, JSON.stringify(stored), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    knownFiles.delete(file)
  }
  const fresh = () => {
    knownFiles.delete(file)
    return read().stored
  }
  return {
    all: () => read().keys,
    rotate: (now) => write(make(fresh(), now)),
    destroy: (now) => {
      const stored = fresh()
      write(make({ next: stored.next, keys: [], destroyed: [...stored.destroyed, now.toISOString()] }, now))
    },
    destroyed: () => read().stored.destroyed.map((moment) => new Date(moment)),
  }
}

/**
 * Keyed pseudonym (HMAC-SHA-256, 32 bytes) of an identifier of some kind: `bsn`, `person`. By two hashes in one go each: twice as fast as createHmac,
 * and a busy log makes tens of thousands a second.
 */
export function logPseudonym(key: LogKey, kind: string, identifier: string): Buffer {
  const pads = padsOf(key.bytes)
  const inner = sha256Text(Buffer.concat([pads.inner, Buffer.from(`${kind}:${identifier}`)]))
  pads.outer.write(inner, 64, 'latin1')
  return sha256(pads.outer)
}

/** The same identifier under every key that there is: to find what was written under an older one. */
export function logPseudonyms(keys: LogKeys, kind: string, identifier: string): Buffer[] {
  return keys.all().map((key) => logPseudonym(key, kind, identifier))
}

type Stored = { readonly next: number; readonly keys: readonly { readonly number: number; readonly since: string; readonly sealed: string }[]; readonly destroyed: readonly string[] }
type Known = { readonly stored: Stored; readonly keys: readonly LogKey[]; readonly changed: bigint; lookedAt: number }
const knownFiles = new Map<string, Known>()

/** The first file: of two processes that make it at once, one wins and the other reads that one. */
function begin(file: string, stored: Stored): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const own = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(own, JSON.stringify(stored), { mode: 0o600 })
  try {
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own)
  }
}

/** RFC 2104: the key, 64 bytes long, under the two masks. Made once for each key. */
function padsOf(key: Buffer): { inner: Buffer; outer: Buffer } {
  const known = madePads.get(key)
  if (known) return known
  const masked = (mask: number) => Buffer.from(Uint8Array.from({ length: 64 }, (_, index) => (key[index] ?? 0) ^ mask))
  // Behind the outer one is room for the inner digest.
  const made = { inner: masked(0x36), outer: Buffer.concat([masked(0x5c), Buffer.alloc(32)]) }
  madePads.set(key, made)
  return made
}
const madePads = new WeakMap<Buffer, { inner: Buffer; outer: Buffer }>()
