// Passkey answers: what a browser sends after making or using a passkey, hostile until read.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const bytes = z.string().regex(/^[\w-]+$/).max(20_000)
const identity = { id: bytes.max(1400), rawId: bytes.max(1400), type: z.literal('public-key') }
const ways = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
/** How a device can be reached; a way that we don't know is left out, since browsers get new ones. */
const transports = z.array(z.string()).max(20).transform((all) => ways.filter((way) => all.includes(way)))

const newKey = z.object({ ...identity, response: z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: transports.optional() }) })
const answer = z.object({ ...identity, response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.optional() }) })

/** A passkey that was just made; undefined for anything else. */
export function readNewKey(text: string): RegistrationResponseJSON | undefined {
  const read = newKey.safeParse(parsed(text))
  return read.success ? { ...read.data, clientExtensionResults: {} } : undefined
}

/** What a passkey signed; undefined for anything else. */
export function readAnswer(text: string): AuthenticationResponseJSON | undefined {
  const read = answer.safeParse(parsed(text))
  return read.success ? { ...read.data, clientExtensionResults: {} } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
