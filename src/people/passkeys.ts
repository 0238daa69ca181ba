// Passkeys: keys that live in a person's own devices (WebAuthn). The device asks for a finger, face or code, so one passkey is two factors.
import type { Database, Tx } from '../ground/database.ts'
import { isId, newId } from '../ground/ids.ts'
import { Invalid, NotFound, Refused } from '../ground/refusals.ts'
import { t } from '../ground/words.ts'
import { findAccount } from './accounts.ts'
import type { House } from './house.ts'
import { type Asked, challengeMinutes, rememberChallenge, takeChallenge } from './passkey-challenges.ts'
import { readAnswer, readNewKey } from './passkey-answers.ts'
import type { RelyingParty } from './relying-party.ts'
import { renewRecoveryCodes, settleSecondFactor } from './second-factor.ts'

export type ShownPasskey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null; isRefused: boolean }

/** Why a passkey opened nothing; `accountId` when the key itself is known. */
export class PasskeyRefused extends Error {
  readonly why: 'unknown' | 'invalid' | 'copied'
  readonly accountId: string | undefined
  constructor(why: PasskeyRefused['why'], accountId?: string, cause?: unknown) {
    super(why, { cause })
    this.why = why
    this.accountId = accountId
  }
}

/** Loading it takes two tenths of a second, which the start of the product hasn't to spare. */
const webauthn = () => import('@simplewebauthn/server')
const mostPasskeys = 20
/** Ed25519, ES256 and RS256: named here, so that another version of the library can't quietly allow a kind we can't check. */
const algorithms = [-8, -7, -257]
const patience = challengeMinutes * 60_000

export async function listPasskeys(db: Database | Tx, accountId: string): Promise<ShownPasskey[]> {
  const rows = await db.selectFrom('passkey').select(['id', 'name', 'created_at', 'last_used_at', 'refused_at']).where('account_id', '=', accountId).orderBy('created_at').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, lastUsedAt: row.last_used_at, isRefused: row.refused_at !== null }))
}

/** What the browser needs to make a passkey for this account. */
export async function newKeyOptions(house: House, party: RelyingParty, accountId: string, asked: Asked) {
  const account = await findAccount(house.database, accountId)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Waarborg', rpID: party.id, userName: account?.email ?? 'account', userID: handleOf(accountId), timeout: patience, attestationType: 'none', supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, excludeCredentials: await credentialsOf(house, accountId),
  })
  await rememberChallenge(house, asked, options.challenge)
  return options
}

/** What the browser needs to use a passkey: any of this site, or one of an account's. */
export async function answerOptions(house: House, party: RelyingParty, asked: Asked, accountId?: string) {
  const { generateAuthenticationOptions } = await webauthn()
  const allowCredentials = accountId ? await credentialsOf(house, accountId) : undefined
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required', timeout: patience, allowCredentials })
  await rememberChallenge(house, asked, options.challenge)
  return options
}

/** Adds the passkey that the browser made. @returns fresh recovery codes when it is the account's first second factor. @throws Invalid, Refused */
export async function addPasskey(house: House, party: RelyingParty, accountId: string, asked: Asked, input: { name: string; answer: string }): Promise<string[] | undefined> {
  const name = input.name.replace(/\p{Cc}+/gu, ' ').trim()
  if (name === '' || name.length > 60) throw new Invalid([{ at: 'name', message: t('Geef de passkey een naam van hoogstens 60 tekens.', 'Give the passkey a name of at most 60 characters.') }])
  const response = readNewKey(input.answer)
  const { verifyRegistrationResponse } = await webauthn()
  const made = response && await verifyRegistrationResponse({
    response, expectedChallenge: (challenge) => takeChallenge(house, asked, challenge), expectedOrigin: party.origin, expectedRPID: party.id,
    requireUserVerification: true, supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined)
  if (!response || !made?.verified) throw new Refused(t(
    'De passkey is niet gemaakt, of het duurde te lang. Probeer het opnieuw.',
    'The passkey wasn’t made, or it took too long. Try again.',
  ))
  const { credential } = made.registrationInfo
  return house.database.transaction().execute(async (tx) => {
    // The account's row is the turnstile: of two first passkeys at once only one makes recovery codes.
    await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow()
    const before = await findAccount(tx, accountId)
    if ((await listPasskeys(tx, accountId)).length >= mostPasskeys) throw new Refused(t(
      `U hebt al ${mostPasskeys} passkeys. Haal er eerst een weg.`,
      `You have ${mostPasskeys} passkeys already. Remove one first.`,
    ))
    const added = await tx.insertInto('passkey').values({
      id: newId(), account_id: accountId, credential_id: Buffer.from(credential.id, 'base64url'), public_key: Buffer.from(credential.publicKey), sign_count: credential.counter,
      transports: response.response.transports ?? [], name, created_at: house.clock(),
    }).onConflict((conflict) => conflict.column('credential_id').doNothing()).executeTakeFirst()
    if (Number(added.numInsertedOrUpdatedRows) !== 1) throw new Refused(t(
      'Deze passkey hoort al bij een account.',
      'This passkey belongs to an account already.',
    ))
    return before?.hasSecondFactor ? undefined : renewRecoveryCodes(tx, accountId)
  })
}

/** Whose passkey answered, after every check. With `accountId` it must be that account's. @throws PasskeyRefused */
export async function acceptPasskey(house: House, party: RelyingParty, asked: Asked, answer: string, accountId?: string): Promise<string> {
  const response = readAnswer(answer)
  const row = response && await house.database.selectFrom('passkey').select(['id', 'account_id', 'public_key', 'sign_count', 'transports', 'refused_at'])
    .where('credential_id', '=', Buffer.from(response.id, 'base64url')).executeTakeFirst()
  if (!response) throw new PasskeyRefused('invalid', accountId)
  if (!row || (accountId !== undefined && row.account_id !== accountId)) throw new PasskeyRefused('unknown', accountId)
  const { verifyAuthenticationResponse } = await webauthn()
  const outcome = await verifyAuthenticationResponse({
    response, expectedChallenge: (challenge) => takeChallenge(house, asked, challenge), expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true,
    // The counter is compared below, in the statement that stores it: else two answers at once would both be newer.
    credential: { id: response.id, publicKey: new Uint8Array(row.public_key), counter: 0 },
  }).catch((fault: unknown) => { throw new PasskeyRefused('invalid', row.account_id, fault) })
  const handle = response.response.userHandle
  if (!outcome.verified || (handle !== undefined && handle !== Buffer.from(handleOf(row.account_id)).toString('base64url'))) throw new PasskeyRefused('invalid', row.account_id)
  if (row.refused_at || !(await countsUp(house, row.id, outcome.authenticationInfo.newCounter))) throw new PasskeyRefused('copied', row.account_id)
  return row.account_id
}

/** One of the account's own. @throws NotFound */
export async function findPasskey(db: Database | Tx, accountId: string, id: string): Promise<ShownPasskey> {
  const found = isId(id) ? (await listPasskeys(db, accountId)).find((one) => one.id === id) : undefined
  if (!found) throw new NotFound()
  return found
}

/** @throws NotFound */
export async function removePasskey(house: House, accountId: string, id: string): Promise<void> {
  await house.database.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
    await findPasskey(tx, accountId, id)
    await tx.deleteFrom('passkey').where('id', '=', id).where('account_id', '=', accountId).execute()
    await settleSecondFactor(tx, accountId)
  })
}

/** Stores the counter when it went up, or always was nought (passkeys that live on several devices don't count). A counter that went back puts the passkey out of use. */
async function countsUp(house: House, id: string, count: number): Promise<boolean> {
  const now = house.clock()
  const used = await house.database.updateTable('passkey').set({ sign_count: count, last_used_at: now }).where('id', '=', id).where('refused_at', 'is', null)
    .where('sign_count', count === 0 ? '=' : '<', count).executeTakeFirst()
  if (Number(used.numUpdatedRows) === 1) return true
  await house.database.updateTable('passkey').set({ refused_at: now }).where('id', '=', id).where('refused_at', 'is', null).execute()
  return false
}

async function credentialsOf(house: House, accountId: string): Promise<{ id: string; transports: string[] }[]> {
  const rows = await house.database.selectFrom('passkey').select(['credential_id', 'transports']).where('account_id', '=', accountId).where('refused_at', 'is', null).execute()
  return rows.map((row) => ({ id: row.credential_id.toString('base64url'), transports: row.transports }))
}

/** The account as the device stores it: its id and nothing about the person. */
function handleOf(accountId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'))
}
