// Send: the last page of a form. Whatever happens after it was pressed, the message is kept once: as a case at once, or waiting to become one.
import { Invalid } from '../../ground/refusals.ts'
import { inScope, type Organisation, type Scope } from '../../ground/scope.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { House } from '../../people/house.ts'
import { makeStatusLink } from '../status-links/links.ts'
import { filesOf } from './form-files.ts'
import { findForm, type FormKey, keepWhole, type WayIn } from './forms.ts'
import { makeCase } from './make-case.ts'
import { openWhole, readSent, type Sent, type SentAs, sentBefore, type WholeForm } from './read-sent.ts'
import { sendReceipt } from './receipt.ts'
import { countSent } from './rush.ts'
import { sendTogether } from './send-together.ts'

export type Sending = SentAs & {
  /** Of the browser; the one of this way in is sent. */
  readonly keys: readonly FormKey[]
  readonly whole?: WholeForm
}

/**
 * Sends a form. Pressed twice, it is sent once and answers the same.
 * @throws Invalid where an answer must be mended first; a draft is then still there
 */
export async function sendForm(house: Pick<House, 'database' | 'clock'>, organisation: Organisation, wayIn: WayIn, what: Sending): Promise<Sent> {
  const within = (isMade: boolean) => inScope(house.database, { organisation, actor: { kind: 'system', task: 'intake' }, now: house.clock() }, (scope) => send(scope, wayIn, what, isMade))
  const isQuiet = countSent()
  if (!isQuiet) return what.whole ? sendTogether(house, organisation, wayIn, { ...what, whole: what.whole }, () => within(false)) : within(false)
  try {
    return await within(true)
  } catch (error) {
    if (error instanceof Invalid) throw error
    // The register couldn't make its case of it, by whatever fault of ours: the message is kept all the same.
    log.error('intake-not-made', { organisation: organisation.id, register: wayIn.cases.register.key, ...traceOf(error) })
    return await within(false)
  }
}

async function send(scope: Scope, wayIn: WayIn, what: Sending, isMade: boolean): Promise<Sent> {
  const { keys, whole } = what
  const form = whole ? openWhole(whole) : await findForm(scope, wayIn, keys, { lock: true })
  if (!form) return { state: 'gone' }
  if (form.state !== 'draft') return sentBefore(form)
  const read = await readSent(scope, wayIn, form, what)
  if (read === 'look') return { state: 'look' }
  const { key } = form
  if (whole && (await keepWhole(scope, [{ wayIn, form, row: read.row }])).size === 0) return sentBefore(await findForm(scope, wayIn, [key]))
  if (!whole) await scope.tx.updateTable('intake_form').set(read.row).where('organisation_id', '=', scope.organisation.id).where('id', '=', key.id).execute()
  const { isHeld, statusToken, input, lookups } = read
  await makeStatusLink(scope, { register: wayIn.cases.register.key, formId: key.id }, statusToken)
  const fileCount = wayIn.intake.files && !whole ? (await filesOf(scope, key.id)).length : 0
  const { number } = isMade && !isHeld ? await makeCase(scope, wayIn, { id: key.id, sentAt: scope.now, input }) : read
  // Whoever looks like a program gets no mail sent to whatever address it typed.
  const hasReceipt = !isHeld && await sendReceipt(scope, wayIn, { formId: key.id, number, statusToken, input, lookups, fileCount })
  return { state: 'sent', form: { ...form, state: isHeld ? 'held' : isMade ? 'received' : 'waiting', number }, number, hasReceipt }
}
