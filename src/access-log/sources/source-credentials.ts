// Credentials of a source in the register: making a token or naming a certificate, and revoking one. Of a token only a hash is kept.
import { sql } from 'kysely'
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { isId, newId } from '../../ground/ids.ts'
import { type Fault, Invalid, NotFound, Refused } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { t } from '../../ground/words.ts'
import { writeHistory } from '../../register-kit/history.ts'
import { certificateHash, credentialHash, newLogToken, newPrefix, readFingerprint } from './credentials.ts'
import { openSource, sourceHistory } from './sources.ts'

export const usualTerm = 'P1Y'
export const longestTerm = 'P2Y'
/** At once: the old one and the new one, for a few machines. */
const mostWorking = 10

export type ShownCredential = {
  readonly id: string; readonly kind: 'token' | 'certificate'; readonly prefix: string; readonly fingerprint: string | null; readonly note: string | null
  readonly createdAt: Date; readonly createdById: string | null; readonly createdBy: string | null; readonly expiresOn: string; readonly revokedAt: Date | null; readonly state: 'working' | 'expired' | 'revoked'
}

export type CredentialInput = {
  readonly note: string
  /** `2026-12-31`, or null for what was no date. */
  readonly expiresOn: string | null
  /** Fingerprint or certificate as somebody copied it; undefined for a token. */
  readonly certificate: string | undefined
}

/** Those that work first, the newest first. */
export async function listCredentials(scope: Scope, sourceId: string): Promise<ShownCredential[]> {
  const today = dayOf(scope.now)
  const { rows } = await sql<Omit<ShownCredential, 'state'>>`
    select k.id, k.kind, k.prefix, k.fingerprint, k.note, k.created_at as "createdAt", k.created_by as "createdById", m.name as "createdBy", k.expires_on as "expiresOn", k.revoked_at as "revokedAt"
    from access_source_credential k left join person m on m.organisation_id = k.organisation_id and m.id = k.created_by
    where k.organisation_id = ${scope.organisation.id} and k.source_id = ${sourceId}
    order by (k.revoked_at is null and k.expires_on >= ${today}) desc, k.id desc`.execute(scope.tx)
  return rows.map((row) => ({ ...row, state: row.revokedAt ? 'revoked' : row.expiresOn < today ? 'expired' : 'working' }))
}

/** Makes one for a source that hasn't ended. @returns what the application must send: for a token the whole of it, to be shown once. @throws Invalid, NotFound, Refused */
export async function makeCredential(scope: Scope, sourceId: string, input: CredentialInput): Promise<{ id: string; bearer: string }> {
  await openSource(scope, sourceId)
  const { expiresOn, fingerprint, note } = accept(scope, input)
  if ((await listCredentials(scope, sourceId)).filter(({ state }) => state === 'working').length >= mostWorking) {
    throw new Refused(t(`Deze bron heeft al ${mostWorking} tokens en certificaten die werken. Trek eerst in wat niet meer nodig is.`, `This source has ${mostWorking} tokens and certificates that work already. First revoke what is no longer needed.`))
  }
  const id = newId()
  const prefix = fingerprint === null ? undefined : newPrefix()
  const made = prefix === undefined ? newLogToken() : { token: `wbl_${prefix}`, prefix }
  await scope.tx.insertInto('access_source_credential').values({
    organisation_id: scope.organisation.id, id, source_id: sourceId, kind: fingerprint === null ? 'token' : 'certificate', prefix: made.prefix,
    credential_hash: fingerprint === null ? credentialHash({ bearer: made.token, certificate: undefined })! : certificateHash(made.prefix, fingerprint), fingerprint, note: note || null,
    created_at: scope.now, created_by: personOf(scope.actor), expires_on: expiresOn,
  }).execute()
  await writeHistory(scope, sourceHistory, [{
    entryId: sourceId, verb: fingerprint === null ? 'make_token' : 'add_certificate',
    changes: [{ field: 'prefix', before: null, after: made.prefix }, ...(fingerprint === null ? [] : [{ field: 'fingerprint', before: null, after: fingerprint }]), { field: 'expires_on', before: null, after: expiresOn }],
  }])
  return { id, bearer: made.token }
}

/** Ends one at once. @throws NotFound; Refused when it was revoked already */
export async function revokeCredential(scope: Scope, sourceId: string, id: string): Promise<void> {
  const credential = isId(id) ? (await listCredentials(scope, sourceId)).find((one) => one.id === id) : undefined
  if (!credential) throw new NotFound()
  const revoked = await scope.tx.updateTable('access_source_credential').set({ revoked_at: scope.now, revoked_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst()
  if (revoked.numUpdatedRows === 0n) throw new Refused(t('Dit is al ingetrokken.', 'This has been revoked already.'))
  await writeHistory(scope, sourceHistory, [{ entryId: sourceId, verb: credential.kind === 'token' ? 'revoke_token' : 'revoke_certificate', changes: [{ field: 'prefix', before: credential.prefix, after: null }] }])
}

function accept(scope: Scope, input: CredentialInput): { expiresOn: string; fingerprint: string | null; note: string } {
  const faults: Fault[] = []
  const fault = (at: string, nl: string, en: string) => { faults.push({ at, message: t(nl, en) }) }
  const note = input.note.trim()
  if (note.length > 100) fault('note', 'Gebruik hoogstens 100 tekens.', 'Use at most 100 characters.')
  const today = dayOf(scope.now)
  const { expiresOn } = input
  if (expiresOn === null) fault('expiresOn', 'Vul een einddatum in, bijvoorbeeld 31-12-2026.', 'Fill in an end date, for example 31-12-2026.')
  else if (expiresOn < today) fault('expiresOn', 'De einddatum is al voorbij.', 'The end date has passed already.')
  else if (expiresOn > dayAfter(today, longestTerm)) fault('expiresOn', 'Een bron komt hoogstens twee jaar binnen. Maak daarna een nieuw token.', 'A source comes in for at most two years. Make a new token after that.')
  const fingerprint = input.certificate === undefined ? null : readFingerprint(input.certificate) ?? undefined
  if (fingerprint === undefined) fault('certificate', 'Plak de SHA-256-vingerafdruk (64 tekens, met of zonder dubbele punten) of het certificaat zelf, dat begint met -----BEGIN CERTIFICATE-----.', 'Paste the SHA-256 fingerprint (64 signs, with or without colons) or the certificate itself, which begins with -----BEGIN CERTIFICATE-----.')
  if (faults.length > 0 || expiresOn === null || fingerprint === undefined) throw new Invalid(faults)
  return { expiresOn, fingerprint, note }
}
