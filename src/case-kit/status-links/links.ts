// Status links: the private address by which whoever brought a case follows it. The database holds only the hash of its secret.
import { dayAfter, dayOf } from '../../ground/clock.ts'
import { newId } from '../../ground/ids.ts'
import { deriveKey } from '../../ground/keys.ts'
import { NotFound } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { newToken, tokenHash } from '../../people/tokens.ts'
import type { Entry } from '../../register-kit/entry.ts'
import { stageOf } from '../../register-kit/lifecycle.ts'
import { loadEntry } from '../../register-kit/perform.ts'
import type { CaseRegister } from '../outside.ts'

/** How long after a case was closed its page can still be read. */
const readableAfterClosing = 'P1Y'

export type LinkTarget = { readonly register: string; readonly formId?: string; readonly entryId?: string }

/** What a link leads to: the case, or the form that is still to become one. */
export type Followed = {
  readonly linkId: string
  readonly cases: CaseRegister
  readonly number: string
  readonly receivedAt: Date
  readonly entry: Entry | undefined
  readonly formState: 'waiting' | 'held' | 'refused' | undefined
}

/** @returns the secret, which is kept nowhere */
export async function makeStatusLink(scope: Scope, target: LinkTarget, token: string = newToken(), expiresAt: Date | null = null): Promise<string> {
  await makeStatusLinks(scope, [{ target, token, expiresAt }])
  return token
}

/** Many at once. */
export async function makeStatusLinks(scope: Scope, links: readonly { readonly target: LinkTarget; readonly token: string; readonly expiresAt?: Date | null }[]): Promise<void> {
  if (links.length === 0) return
  await scope.tx.insertInto('status_link').values(links.map(({ target, token, expiresAt = null }) => ({
    organisation_id: scope.organisation.id, id: newId(), token_hash: tokenHash(token), register: target.register, form_id: target.formId ?? null, entry_id: target.entryId ?? null, created_at: scope.now, expires_at: expiresAt,
  }))).execute()
}

/** The secret of a form's own link follows from the secret in the browser, so that sending twice gives the same one. */
export function statusTokenOf(formToken: string): string {
  return deriveKey(Buffer.from(formToken, 'base64url'), 'status-link').toString('base64url')
}

export function statusPath(slug: string, token: string): string {
  return `/openbaar/${slug}/status/${token}`
}

/** Undefined for a secret that was guessed, is over, or was replaced: the same for each. The scope's actor must be the system. */
export async function followLink(scope: Scope, registers: readonly CaseRegister[], token: string): Promise<Followed | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined
  const row = await scope.tx.selectFrom('status_link as l').leftJoin('intake_form as f', (join) => join.onRef('f.organisation_id', '=', 'l.organisation_id').onRef('f.id', '=', 'l.form_id'))
    .select(['l.id', 'l.register', 'l.entry_id', 'l.expires_at', 'l.created_at', 'f.entry_id as form_entry', 'f.state', 'f.number', 'f.sent_at'])
    .where('l.organisation_id', '=', scope.organisation.id).where('l.token_hash', '=', tokenHash(token)).where('l.ended_at', 'is', null).executeTakeFirst()
  const cases = row && registers.find(({ register }) => register.key === row.register)
  if (!row || !cases) return undefined
  const entryId = row.entry_id ?? row.form_entry
  if (entryId === null) return { linkId: row.id, cases, number: row.number ?? '', receivedAt: row.sent_at ?? row.created_at, entry: undefined, formState: row.state as 'waiting' | 'held' | 'refused' }
  const entry = await entryOf(scope, cases, entryId)
  if (!entry || !isReadable(cases, entry, row.expires_at, scope.now)) return undefined
  return { linkId: row.id, cases, number: String(entry.input[cases.register.named.number.field] ?? ''), receivedAt: row.sent_at ?? entry.system.created_at, entry, formState: undefined }
}

/** While the case runs, and a year after; or until the day that its link was given. Pure. */
export function isReadable({ register }: CaseRegister, { system }: Pick<Entry, 'system'>, expiresAt: Date | null, now: Date): boolean {
  if (expiresAt !== null) return now < expiresAt
  if (stageOf(register, system.status) !== 'ended') return true
  const closedOn = system.ended_on ?? dayOf(system.updated_at)
  return dayOf(now) <= dayAfter(closedOn, readableAfterClosing)
}

/** A new link to a case; every earlier one stops working, for a lost link may be in somebody's hands. */
export async function renewStatusLink(scope: Scope, target: { readonly register: string; readonly entryId: string }, expiresAt: Date | null = null): Promise<string> {
  await scope.tx.updateTable('status_link').set({ ended_at: scope.now }).where('organisation_id', '=', scope.organisation.id).where('register', '=', target.register)
    .where('entry_id', '=', target.entryId).where('ended_at', 'is', null).execute()
  return makeStatusLink(scope, target, newToken(), expiresAt)
}

async function entryOf(scope: Scope, { register }: CaseRegister, id: string): Promise<Entry | undefined> {
  try {
    return await loadEntry(scope, register, id)
  } catch (gone) {
    if (gone instanceof NotFound) return undefined
    throw gone
  }
}
