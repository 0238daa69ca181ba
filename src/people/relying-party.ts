// Relying party: the name and address by which browsers know us when they make and use passkeys.

export type RelyingParty = { readonly id: string; readonly origin: string }

/**
 * From PUBLIC_URL. A passkey belongs to a name, and browsers want https for it: this machine's own number goes by the name localhost,
 * and any other number, or a name without https, has no passkeys.
 */
export function relyingParty(publicUrl: string): RelyingParty | undefined {
  const url = new URL(publicUrl)
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost'
  const isLocal = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  const isNumber = /^[\d.]+$/.test(url.hostname) || url.hostname.startsWith('[')
  return (isLocal || url.protocol === 'https:') && !isNumber ? { id: url.hostname, origin: url.origin } : undefined
}
