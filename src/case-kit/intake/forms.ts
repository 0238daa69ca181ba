// Forms: what somebody without an account is filling in, kept for a day under a key that only their browser can make whole again.
import type { Insertable } from 'kysely'
import { newId } from '../../ground/ids.ts'
import { deriveKey, seal, unseal } from '../../ground/keys.ts'
import type { IntakeForm } from '../../ground/schema.ts'
import type { Organisation, Scope } from '../../ground/scope.ts'
import { currentLanguage, type Language } from '../../ground/words.ts'
import { newToken, tokenHash } from '../../people/tokens.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import type { CaseRegister, Intake } from '../outside.ts'
import { eraseFiles } from '../../ground/files.ts'

/** A way in, with the register it leads to. */
export type WayIn = { readonly cases: CaseRegister; readonly intake: Intake }

/** What the browser keeps of a form: which, and the secret that opens it. */
export type FormKey = { readonly id: string; readonly token: string }

type FormState = 'draft' | 'waiting' | 'held' | 'received' | 'refused'

export type OpenForm = {
  readonly key: FormKey
  readonly state: FormState
  readonly language: Language
  readonly begunAt: Date
  readonly number: string | null
  /** Raw values as they were typed; empty once it was sent. */
  readonly raw: AnyInput
  readonly marks: FormMarks
}

/** What tells a person from a program: whether the field that nobody sees was filled, and whether the page that was sent had been fetched. */
export type FormMarks = { readonly isTrapped?: boolean; readonly isUnsigned?: boolean }

type Content = { readonly raw: AnyInput; readonly marks: FormMarks }

const draftHours = 24

/** @returns the form, whose key is for the browser's cookie */
export async function beginForm(scope: Scope, { cases, intake }: WayIn, begunAt: Date, content: Content): Promise<OpenForm> {
  const key = { id: newId(), token: newToken() }
  await scope.tx.insertInto('intake_form').values({
    organisation_id: scope.organisation.id, id: key.id, register: cases.register.key, intake: intake.key, state: 'draft', browser_hash: tokenHash(key.token), language: currentLanguage(),
    begun_at: begunAt, expires_at: hoursAfter(scope.now, draftHours), content: sealed(scope.organisation, key, content),
  }).execute()
  return { key, state: 'draft', language: currentLanguage(), begunAt, number: null, ...content }
}

/** Forms that were filled in and sent on one page. @returns the ids that weren't there yet */
export async function keepWhole(scope: Scope, forms: readonly { readonly wayIn: WayIn; readonly form: OpenForm; readonly row: SentRow }[]): Promise<Set<string>> {
  if (forms.length === 0) return new Set()
  const made = await scope.tx.insertInto('intake_form').values(forms.map(({ wayIn: { cases, intake }, form: { key, begunAt, language }, row }) => ({
    organisation_id: scope.organisation.id, id: key.id, register: cases.register.key, intake: intake.key, browser_hash: tokenHash(key.token), language, begun_at: begunAt, ...row,
  }))).onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing()).returning('id').execute()
  return new Set(made.map(({ id }) => id))
}

export type SentRow = Pick<Insertable<IntakeForm>, 'state' | 'content' | 'expires_at' | 'sent_at' | 'number' | 'doubts' | 'next_attempt_at' | 'subject_hash'>

/** The form of this way in that one of the browser's keys opens; a draft only until it is over. */
export async function findForm(scope: Scope, { cases, intake }: WayIn, keys: readonly FormKey[], options: { lock?: boolean } = {}): Promise<OpenForm | undefined> {
  if (keys.length === 0) return undefined
  let query = scope.tx.selectFrom('intake_form').select(['id', 'state', 'browser_hash', 'content', 'language', 'begun_at', 'expires_at', 'number'])
    .where('organisation_id', '=', scope.organisation.id).where('id', 'in', keys.map(({ id }) => id)).where('register', '=', cases.register.key).where('intake', '=', intake.key).orderBy('id', 'desc')
  if (options.lock) query = query.forUpdate()
  for (const row of await query.execute()) {
    const key = keys.find(({ id }) => id === row.id)!
    if (!tokenHash(key.token).equals(row.browser_hash) || (row.expires_at !== null && row.expires_at <= scope.now)) continue
    const { raw, marks } = row.state === 'draft' ? opened(scope.organisation, key, row.content!) : { raw: {}, marks: {} }
    return { key, state: row.state as FormState, language: row.language as Language, begunAt: row.begun_at, number: row.number, raw, marks }
  }
  return undefined
}

/** Puts what was typed on one page with what was typed before; from now on it is kept for another day. */
export async function saveAnswers(scope: Scope, form: OpenForm, raw: AnyInput, marks: FormMarks): Promise<OpenForm> {
  const content = { raw: { ...form.raw, ...raw }, marks: { ...form.marks, ...marks } }
  await scope.tx.updateTable('intake_form').set({ content: sealed(scope.organisation, form.key, content), expires_at: hoursAfter(scope.now, draftHours), language: currentLanguage() })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', form.key.id).where('state', '=', 'draft').execute()
  return { ...form, ...content }
}

/** Takes away drafts that are over, with every byte of their files. @returns how many */
export async function sweepDrafts(scope: Scope, most = 200): Promise<number> {
  const { tx, organisation, now } = scope
  const over = await tx.selectFrom('intake_form').select('id').where('organisation_id', '=', organisation.id).where('state', '=', 'draft').where('expires_at', '<=', now).limit(most).forUpdate().skipLocked().execute()
  if (over.length > 0) await dropForms(scope, over.map(({ id }) => id))
  return over.length
}

/** Takes forms away with their files. */
async function dropForms(scope: Scope, ids: readonly string[]): Promise<void> {
  const files = await scope.tx.selectFrom('intake_file').select('file_id').where('organisation_id', '=', scope.organisation.id).where('form_id', 'in', [...ids]).execute()
  if (files.length > 0) await eraseFiles(scope, files.map(({ file_id }) => file_id))
  await scope.tx.deleteFrom('intake_form').where('organisation_id', '=', scope.organisation.id).where('id', 'in', [...ids]).execute()
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000)
}

/** Of the organisation's key and the browser's secret: the database and the key folder together don't open a draft that was given up. */
function keyOf(organisation: Organisation, token: string): Buffer {
  return deriveKey(Buffer.concat([organisation.key, Buffer.from(token, 'base64url')]), 'intake-draft')
}

function sealed(organisation: Organisation, { id, token }: FormKey, content: Content): Buffer {
  return seal(keyOf(organisation, token), `intake-draft:${id}`, JSON.stringify(content))
}

function opened(organisation: Organisation, { id, token }: FormKey, content: Buffer): Content {
  return JSON.parse(unseal(keyOf(organisation, token), `intake-draft:${id}`, content).toString('utf8')) as Content
}
