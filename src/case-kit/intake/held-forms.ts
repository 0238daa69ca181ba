// Held forms: messages that looked as if no person sent them, until a colleague says which they are; none is thrown away unseen.
import { isId } from '../../ground/ids.ts'
import { Invalid, NotFound } from '../../ground/refusals.ts'
import { personOf, type Scope } from '../../ground/scope.ts'
import { inLanguage, type Language, t } from '../../ground/words.ts'
import { loadLookupsFor } from '../../register-kit/lookups.ts'
import { eraseFiles } from '../../ground/files.ts'
import type { AnyInput, Lookups } from '../../register-kit/entry.ts'
import type { CaseRegister } from '../outside.ts'
import type { Doubt } from './doubts.ts'
import { filesOf } from './form-files.ts'
import type { WayIn } from './forms.ts'
import { makeCase, openInput } from './make-case.ts'
import { sendReceipt } from './receipt.ts'
import { wayInOf } from './waiting-forms.ts'
import { makeStatusLink } from '../status-links/links.ts'

export type HeldForm = { readonly id: string; readonly wayIn: WayIn; readonly number: string; readonly sentAt: Date; readonly doubts: readonly Doubt[]; readonly input: AnyInput; readonly lookups: Lookups; readonly fileCount: number; readonly language: Language }

/** The oldest first: their terms run already. */
export async function heldForms(scope: Scope, registers: readonly CaseRegister[], most = 50): Promise<HeldForm[]> {
  const rows = await held(scope).orderBy('sent_at').limit(most).execute()
  const forms: HeldForm[] = []
  for (const row of rows) {
    const wayIn = wayInOf(registers, row.register, row.intake)
    if (!wayIn || row.content === null) continue
    const input = openInput(scope.organisation, row.id, row.content)
    forms.push({
      id: row.id, wayIn, number: row.number ?? '', sentAt: row.sent_at!, doubts: row.doubts as Doubt[], input, language: row.language as Language,
      lookups: await loadLookupsFor(scope, wayIn.cases.register.fields, [input]), fileCount: (await filesOf(scope, row.id)).length,
    })
  }
  return forms
}

export async function countHeld(scope: Scope): Promise<number> {
  const { count } = await scope.tx.selectFrom('intake_form').select(({ fn }) => fn.countAll<number>().as('count')).where('organisation_id', '=', scope.organisation.id).where('state', '=', 'held').executeTakeFirstOrThrow()
  return Number(count)
}

/** It is a message after all: becomes a case as of when it was sent, and its sender gets the receipt. @returns the case's id @throws NotFound, Invalid */
export async function releaseHeld(scope: Scope, registers: readonly CaseRegister[], id: string): Promise<{ readonly id: string; readonly path: string }> {
  const row = isId(id) ? await held(scope).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
  const wayIn = row && wayInOf(registers, row.register, row.intake)
  if (!row?.content || !wayIn) throw new NotFound()
  const input = openInput(scope.organisation, id, row.content)
  const fileCount = (await filesOf(scope, id)).length
  return inLanguage(row.language as Language, async () => {
    const made = await makeCase(scope, wayIn, { id, sentAt: row.sent_at!, input })
    await scope.tx.updateTable('intake_form').set({ settled_by: personOf(scope.actor) }).where('organisation_id', '=', scope.organisation.id).where('id', '=', id).execute()
    // The link that the browser saw can't be made again without its secret: the receipt brings one of its own.
    const statusToken = await makeStatusLink(scope, { register: wayIn.cases.register.key, entryId: made.id })
    await sendReceipt(scope, wayIn, { formId: id, number: made.number, statusToken, input, lookups: await loadLookupsFor(scope, wayIn.cases.register.fields, [input]), fileCount })
    return { id: made.id, path: wayIn.cases.register.path }
  })
}

/** It is no message: what it said and its files are erased; that it came, and why it went, stays. @throws Invalid without a reason */
export async function refuseHeld(scope: Scope, id: string, typed: string): Promise<void> {
  const reason = typed.replace(/\s+/g, ' ').trim()
  if (reason === '' || reason.length > 500) throw new Invalid([{ at: 'reason', message: t('Schrijf in hoogstens 500 tekens waarom dit geen bericht is.', 'Write in at most 500 characters why this is no message.') }])
  if (!isId(id)) throw new NotFound()
  const files = await filesOf(scope, id)
  const done = await scope.tx.updateTable('intake_form').set({ state: 'refused', content: null, reason, settled_at: scope.now, settled_by: personOf(scope.actor) })
    .where('organisation_id', '=', scope.organisation.id).where('id', '=', id).where('state', '=', 'held').executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new NotFound()
  if (files.length > 0) await eraseFiles(scope, files.map(({ fileId }) => fileId))
}

function held(scope: Scope) {
  return scope.tx.selectFrom('intake_form').select(['id', 'register', 'intake', 'number', 'sent_at', 'doubts', 'content', 'language']).where('organisation_id', '=', scope.organisation.id).where('state', '=', 'held')
}
