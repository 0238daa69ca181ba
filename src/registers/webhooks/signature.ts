// Signature: how a target knows that a message is ours and unchanged (Standard Webhooks, symmetric: `v1`).
import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new secret of 32 random bytes, in the form in which programs expect it. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString('base64')
}

/** The headers that sign a body. With two secrets (the new one first, while the old one still counts) there are two signatures. */
export function signatureHeaders(secrets: readonly string[], messageId: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const sign = (secret: string) => createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64')).update(`${messageId}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': messageId, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map((secret) => `v1,${sign(secret)}`).join(' ') }
}
