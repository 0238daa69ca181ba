// Credentials of a source: what an application shows to come in with its records (a token, or a client certificate that a trusted proxy passes on), and what is kept of it.
import { hash, X509Certificate } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { forwardedAddress } from '../../ground/http-guards.ts'
import type { House } from '../../people/house.ts'
import { newToken, newTypedCode } from '../../people/tokens.ts'

export type Shown = {
  /** What stood after `Bearer`. */
  readonly bearer: string | undefined
  /** What the trusted proxy wrote of the client's certificate. */
  readonly certificate: string | undefined
  readonly address: string
}

/** What a request shows, from its raw headers. The certificate is believed only where a proxy is trusted, which must take away what the client itself sent. */
export function shownBy({ config }: Pick<House, 'config'>, headers: IncomingHttpHeaders, socketAddress: string | undefined): Shown {
  const one = (value: string | string[] | undefined) => Array.isArray(value) ? value.join(', ') : value
  return {
    bearer: /^Bearer +(\S{1,200}) *$/i.exec(headers.authorization ?? '')?.[1],
    certificate: config.logCertHeader && config.trustedProxies > 0 ? one(headers[config.logCertHeader]) : undefined,
    address: forwardedAddress(one(headers['x-forwarded-for']), socketAddress, config.trustedProxies),
  }
}

/** A token for a source: `wbl_<prefix>_<secret>`. The prefix may be shown; the secret never again. */
export function newLogToken(): { token: string; prefix: string } {
  const prefix = newPrefix()
  return { token: `wbl_${prefix}_${newToken()}`, prefix }
}

/** The visible part of a credential; with a certificate, `wbl_<prefix>` is all that the application sends itself. */
export function newPrefix(): string {
  return newTypedCode(2).replace('-', '')
}

/**
 * By what a credential is found: SHA-256 of a token, or of the visible part together with the certificate's fingerprint. The fingerprint alone wouldn't do: it is no secret, a supplier
 * may use one certificate for several organisations, and another organisation could claim it. Undefined where nothing was shown that could be a credential.
 */
export function credentialHash({ bearer, certificate }: Pick<Shown, 'bearer' | 'certificate'>): Buffer | undefined {
  if (bearer === undefined) return undefined
  if (/^wbl_[a-z0-9]{8}_[\w-]{43}$/.test(bearer)) return hash('sha256', bearer, 'buffer')
  const prefix = /^wbl_([a-z0-9]{8})$/.exec(bearer)?.[1]
  const fingerprint = certificate === undefined ? undefined : readFingerprint(certificate)
  return prefix !== undefined && fingerprint !== undefined ? certificateHash(prefix, fingerprint) : undefined
}

export function certificateHash(prefix: string, fingerprint: string): Buffer {
  return hash('sha256', `wbl_${prefix}:${fingerprint}`, 'buffer')
}

/**
 * SHA-256 fingerprint in hex of a certificate, as proxies hand it on and people copy it: the fingerprint itself with or without colons, or the certificate (PEM, also escaped as in an address
 * as nginx does; base64 without its frame as Traefik does). Undefined for anything else, two of them and the shorter SHA-1 included.
 */
export function readFingerprint(text: string): string | undefined {
  const plain = text.trim().replaceAll(':', '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(plain)) return plain
  if (text.length > 20_000) return undefined
  const body = withoutFrame(unescaped(text))
  if (body === undefined || body.length < 200) return undefined
  try {
    return new X509Certificate(Buffer.from(body, 'base64')).fingerprint256.replaceAll(':', '').toLowerCase()
  } catch {
    return undefined
  }
}

function unescaped(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The base64 of one certificate. Some proxies put spaces or tabs where its lines ended. */
function withoutFrame(text: string): string | undefined {
  const framed = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/.exec(text)?.[1]
  const body = (framed ?? text).replace(/\s+/g, '')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? body : undefined
}
