// Authenticator: a device of software that makes and uses passkeys like a real one, and lies where a test wants it to.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export type Lies = { origin?: string; rpId?: string; count?: number; verified?: boolean; type?: string; userHandle?: string; challenge?: string; id?: string }

type Options = { challenge: string; user?: { id: string } }

/** A passkey on a device. `make` answers the options for a new one, `use` those for signing in; each gives what the browser would send. */
export function authenticator(home: { origin: string; rpId: string }) {
  const id = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let count = 0
  let userHandle = ''

  const clientData = (type: string, options: Options, lies: Lies) =>
    Buffer.from(JSON.stringify({ type: lies.type ?? type, challenge: lies.challenge ?? options.challenge, origin: lies.origin ?? home.origin, crossOrigin: false }))
  const head = (lies: Lies, attested: boolean) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(lies.count ?? ++count)
    // User present, user verified, attested data included.
    const flags = 0x01 | (lies.verified === false ? 0 : 0x04) | (attested ? 0x40 : 0)
    return Buffer.concat([createHash('sha256').update(lies.rpId ?? home.rpId).digest(), Buffer.from([flags]), counter])
  }
  const identity = (lies: Lies) => ({ id: lies.id ?? id.toString('base64url'), rawId: lies.id ?? id.toString('base64url'), type: 'public-key' })

  return {
    make(options: Options, lies: Lies = {}): string {
      userHandle = options.user?.id ?? ''
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([head(lies, true), Buffer.alloc(16), length, id, coseKey(publicKey)])
      const attestationObject = Buffer.concat([Buffer.from([0xa3]), cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0]), cborText('authData'), cborBytes(authData)])
      return JSON.stringify({ ...identity(lies), response: { clientDataJSON: text(clientData('webauthn.create', options, lies)), attestationObject: text(attestationObject), transports: ['internal', 'telepathy'] } })
    },
    use(options: Options, lies: Lies = {}): string {
      const authData = head(lies, false)
      const data = clientData('webauthn.get', options, lies)
      const signature = sign('sha256', Buffer.concat([authData, createHash('sha256').update(data).digest()]), privateKey)
      return JSON.stringify({ ...identity(lies), response: { clientDataJSON: text(data), authenticatorData: text(authData), signature: text(signature), userHandle: lies.userHandle ?? userHandle } })
    },
  }
}

export type Authenticator = ReturnType<typeof authenticator>

function text(bytes: Buffer): string {
  return bytes.toString('base64url')
}

function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  // Map of five: kty EC2, alg ES256, crv P-256, x, y.
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), cborBytes(Buffer.from(x, 'base64url')), Buffer.from([0x22]), cborBytes(Buffer.from(y, 'base64url'))])
}

function cborText(words: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)])
}

function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.length < 24 ? Buffer.from([0x40 + bytes.length]) : bytes.length < 256 ? Buffer.from([0x58, bytes.length]) : Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes])
}
