// Own certificate: a self-signed one for a name, made on the spot, so that a test can speak TLS and no key lies in the repository.
import { generateKeyPairSync, sign } from 'node:crypto'

/** Key and certificate (PEM) for one name, valid from 2020 to 2049. */
export function ownCertificate(name: string): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(identifier('2a8648ce3d040302'))
  const holder = sequence(set(sequence(identifier('550403'), der(0x0c, Buffer.from(name)))))
  const alternative = sequence(identifier('551d11'), der(0x04, sequence(der(0x82, Buffer.from(name)))))
  const authority = sequence(identifier('551d13'), der(0x01, Buffer.from([0xff])), der(0x04, sequence(der(0x01, Buffer.from([0xff])))))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.from([1])), algorithm, holder, sequence(moment('200101000000Z'), moment('491231000000Z')), holder,
    publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(alternative, authority)),
  )
  const certificate = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)])))
  const lines = (certificate.toString('base64').match(/.{1,64}/g) ?? []).join('\n')
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }
}

function der(tag: number, content: Buffer): Buffer {
  const size = content.length < 128 ? [content.length] : content.length < 256 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, Buffer.concat(parts))
const set = (...parts: readonly Buffer[]) => der(0x31, Buffer.concat(parts))
const identifier = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const moment = (text: string) => der(0x17, Buffer.from(text))
