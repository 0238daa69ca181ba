// Passwords: argon2id, what is too easy to guess, and an answer that takes as long for an unknown address.
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { Invalid } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'

// OWASP's recommendation for argon2id (the library's default algorithm): 19 MiB, two passes, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const leastPasswordLength = 12
const mostPasswordLength = 200

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters)
}

/** Checks a password. Without a hash it does the same work and says no, so that the time doesn't tell who exists. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  // Nobody has a longer password; hashing megabytes would be an attack.
  const candidate = password.slice(0, mostPasswordLength * 4).normalize('NFKC')
  const isRight = await verify(passwordHash ?? await decoy(), candidate)
  return isRight && Boolean(passwordHash)
}

/** True when the hash was made with other parameters than today's. */
export function mustRehash(passwordHash: string): boolean {
  const used = parseOptions(passwordHash)
  return !passwordHash.startsWith('$argon2id$') || used.memoryCost !== parameters.memoryCost || used.timeCost !== parameters.timeCost || used.parallelism !== parameters.parallelism
}

/** @throws Invalid at the given field, saying what to do. `about` are words an attacker tries first: own address and name, the organisation. */
export function acceptPassword(password: string, about: readonly string[], at = 'password'): void {
  const message = passwordFault(password, about)
  if (message) throw new Invalid([{ at, message }])
}

/** What is wrong with a new password, in the reader's language; undefined when nothing is. */
export function passwordFault(password: string, about: readonly string[]): string | undefined {
  if (password.length < leastPasswordLength) return t(
    `Kies een wachtwoord van minstens ${leastPasswordLength} tekens. Een zin van een paar woorden is goed te onthouden.`,
    `Choose a password of at least ${leastPasswordLength} characters. A sentence of a few words is easy to remember.`,
  )
  if (password.length > mostPasswordLength) return t(
    `Kies een wachtwoord van hoogstens ${mostPasswordLength} tekens.`,
    `Choose a password of at most ${mostPasswordLength} characters.`,
  )
  const plain = letters(password)
  if (new Set(password).size < 5) return t(
    'Dit wachtwoord bestaat uit te weinig verschillende tekens. Kies een ander.',
    'This password has too few different characters. Choose another one.',
  )
  const own = about.flatMap((word) => [word, word.split('@')[0] ?? '']).map(letters).filter((word) => word.length >= 4)
  // Taking the obvious word away must leave a password: "Duinrade2026!" is the organisation and a year.
  if (own.some((word) => plain.replaceAll(word, '').length < 6 && plain.includes(word))) return t(
    'Dit wachtwoord lijkt op uw naam, e-mailadres of organisatie. Kies een ander.',
    'This password is too close to your name, e-mail address or organisation. Choose another one.',
  )
  if (/^[0-9]+$/.test(plain) || obvious.some((word) => plain.replaceAll(word, '').length < 5 && plain.includes(word))) return t(
    'Dit wachtwoord staat hoog op de lijst van wie het wil raden. Kies een ander.',
    'This password is one of the first that people guess. Choose another one.',
  )
  return undefined
}

const obvious = [
  'wachtwoord', 'password', 'welkom', 'welcome', 'geheim', 'secret', 'qwerty', 'azerty', 'asdfgh', 'zxcvbn', '123456', '12345', '111111', 'abcdef', 'abc123', 'letmein', 'iloveyou',
  'admin', 'administrator', 'beheerder', 'gemeente', 'waarborg', 'privacy', 'lente', 'voorjaar', 'zomer', 'herfst', 'najaar', 'winter', 'spring', 'summer', 'autumn',
  'januari', 'februari', 'maart', 'april', 'augustus', 'september', 'oktober', 'november', 'december', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag',
  'amsterdam', 'rotterdam', 'utrecht', 'nederland', 'ajax', 'feyenoord', 'changeme', 'testtest', 'master', 'dragon', 'monkey', 'football', 'voetbal', 'superman',
]

function letters(text: string): string {
  const swaps: Record<string, string> = { '@': 'a', '$': 's', '0': 'o', '!': 'i' }
  const lower = text.toLowerCase().normalize('NFKD')
  // "W@chtw00rd" is the same guess; digits stay when there are no letters to swap them into.
  const swapped = /[a-z]/.test(lower) ? lower.replace(/(?<=[a-z@$0!])[@$0!](?=[a-z@$0!])/g, (sign) => swaps[sign] ?? sign) : lower
  return swapped.replace(/[^a-z0-9]/g, '')
}

let decoyHash: Promise<string> | undefined
function decoy(): Promise<string> {
  decoyHash ??= hashPassword('nobody-has-this-password')
  return decoyHash
}
