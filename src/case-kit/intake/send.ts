// Send: the last page of a form. Whatever happens after it was pressed, the message is kept once: as a case at once, or waiting to become one.
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { inScope, type Organisation, type Scope } from '../../ground/scope.ts'
import { log, traceOf } from '../../ground/log.ts'
import type { House } from '../../people/house.ts'
import { newNumber } from '../../register-kit/numbers.ts'
import { makeStatusLink, statusTokenOf } from '../status-links/links.ts'
import { doubtsOf } from './doubts.ts'
import { filesOf } from './form-files.ts'
import { findForm, type FormKey, type OpenForm, type WayIn } from './forms.ts'
import { makeCase, sealInput } from './make-case.ts'
import { establishedInput } from './identity.ts'
import type { PortalVisit } from './portal-sessions.ts'
import { askedBy, checkAnswers, readAnswers, textsOf, wholeInput } from './questions.ts'
import { sendReceipt } from './receipt.ts'

export type Sent = { readonly state: 'gone' } | { readonly state: 'sent'; readonly form: OpenForm; readonly number: string; readonly hasReceipt: boolean }

export type Sending = {
  /** Of the browser; the one of this way in is sent. */
  readonly keys: readonly FormKey[]
  /** Known by a portal: what its sign-in says of the person goes into the case. */
  readonly visit?: PortalVisit
  /** Known employees and partners are no programs. */
  readonly isTrusted: boolean
}

/** Cases are made while their senders wait as long as so many are sent at once; when more come (a breach in the news), they wait here instead, and nobody else does. */
const mostAtOnce = 2
let sending = 0

/**
 * Sends a form. Pressed twice, it is sent once and answers the same.
 * @throws Invalid where an answer must be mended first; the form is then still there
 */
export async function sendForm(house: Pick<House, 'database' | 'clock'>, organisation: Organisation, wayIn: WayIn, what: Sending): Promise<Sent> {
  const within = (isMade: boolean) => inScope(house.database, { organisation, actor: { kind: 'system', task: 'intake' }, now: house.clock() }, (scope) => send(scope, wayIn, what, isMade))
  const isQuiet = sending < mostAtOnce
  sending++
  try {
    return await within(isQuiet)
  } catch (error) {
    if (error instanceof Invalid || !isQuiet) throw error
    // The register couldn't make its case of it, by whatever fault of ours: the message is kept all the same.
    log.error('intake-not-made', { organisation: organisation.id, register: wayIn.cases.register.key, ...traceOf(error) })
    return await within(false)
  } finally {
    sending--
  }
}

async function send(scope: Scope, wayIn: WayIn, { keys, visit, isTrusted }: Sending, isMade: boolean): Promise<Sent> {
  const form = await findForm(scope, wayIn, keys, { lock: true })
  if (!form) return { state: 'gone' }
  const { key } = form
  if (form.state !== 'draft') return { state: 'sent', form, number: form.number ?? '', hasReceipt: false }
  const { register } = wayIn.cases
  const asked = askedBy(wayIn)
  const { input: answers, faults, lookups } = await readAnswers(scope, asked, form.raw)
  const number = newNumber(register.named.number.prefix)
  const input = { ...wholeInput(scope, wayIn, answers), [register.named.number.field]: number, ...(visit ? establishedInput(scope.now, register.fields, visit, answers) : {}) }
  const all: Fault[] = [...faults, ...checkAnswers(scope, wayIn, input)]
  if (all.length > 0) throw new Invalid(all)

  const doubts = isTrusted ? [] : doubtsOf(form, scope.now, textsOf(asked, answers).map(({ text }) => text))
  const isHeld = doubts.length > 0
  const statusToken = statusTokenOf(key.token)
  await scope.tx.updateTable('intake_form').set({
    state: isHeld ? 'held' : 'waiting', content: sealInput(scope.organisation, key.id, input), expires_at: null, sent_at: scope.now, number, doubts, next_attempt_at: isHeld ? null : scope.now, subject_hash: visit?.kind === 'citizen' ? visit.subjectHash : null,
  }).where('organisation_id', '=', scope.organisation.id).where('id', '=', key.id).execute()
  await makeStatusLink(scope, { register: register.key, formId: key.id }, statusToken)
  const fileCount = wayIn.intake.files ? (await filesOf(scope, key.id)).length : 0
  const made = isMade && !isHeld ? await makeCase(scope, wayIn, { id: key.id, sentAt: scope.now, input }) : { number }
  // Whoever looks like a program gets no mail sent to whatever address it typed.
  const hasReceipt = !isHeld && await sendReceipt(scope, wayIn, { formId: key.id, number: made.number, statusToken, input, lookups, fileCount })
  return { state: 'sent', form: { ...form, state: isHeld ? 'held' : isMade ? 'received' : 'waiting', number: made.number }, number: made.number, hasReceipt }
}
