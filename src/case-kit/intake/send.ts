// Send: the last page of a form. Whatever happens after it was pressed, the message is kept once: as a case at once, or waiting to become one.
import { createHash } from 'node:crypto'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import { inScope, type Organisation, type Scope } from '../../ground/scope.ts'
import { log, traceOf } from '../../ground/log.ts'
import { currentLanguage } from '../../ground/words.ts'
import type { House } from '../../people/house.ts'
import type { AnyInput } from '../../register-kit/entry.ts'
import { newNumber } from '../../register-kit/numbers.ts'
import { makeStatusLink, statusTokenOf } from '../status-links/links.ts'
import { scanText } from '../text-scan.ts'
import { doubtsOf } from './doubts.ts'
import { filesOf } from './form-files.ts'
import { findForm, type FormKey, type FormMarks, keepWhole, type OpenForm, type WayIn } from './forms.ts'
import { makeCase, sealInput } from './make-case.ts'
import { establishedInput } from './identity.ts'
import type { PortalVisit } from './portal-sessions.ts'
import { askedBy, checkAnswers, isContactQuestion, readAnswers, textsOf, wholeInput } from './questions.ts'
import { sendReceipt } from './receipt.ts'

export type Sent = { readonly state: 'gone' } | { readonly state: 'look' } | { readonly state: 'sent'; readonly form: OpenForm; readonly number: string; readonly hasReceipt: boolean }

export type Sending = {
  /** Of the browser; the one of this way in is sent. */
  readonly keys: readonly FormKey[]
  /** Known by a portal: what its sign-in says of the person goes into the case. */
  readonly visit?: PortalVisit
  /** Known employees and partners are no programs. */
  readonly isTrusted: boolean
  /** Sent from the page with all questions, without looking it over: `look` when its texts hold what they needn't. */
  readonly isDirect?: boolean
  /** Filled in and sent on one page: it never was a draft. */
  readonly whole?: WholeForm
}

export type WholeForm = { readonly raw: AnyInput; readonly marks: FormMarks; readonly begunAt: Date; readonly opening: string }

/**
 * Sends a form. Pressed twice, it is sent once and answers the same.
 * @throws Invalid where an answer must be mended first; a draft is then still there
 */
export async function sendForm(house: Pick<House, 'database' | 'clock'>, organisation: Organisation, wayIn: WayIn, what: Sending): Promise<Sent> {
  const within = (isMade: boolean) => inScope(house.database, { organisation, actor: { kind: 'system', task: 'intake' }, now: house.clock() }, (scope) => send(scope, wayIn, what, isMade))
  const isQuiet = countSending() < mostAtOnce
  try {
    return await within(isQuiet)
  } catch (error) {
    if (error instanceof Invalid || !isQuiet) throw error
    // The register couldn't make its case of it, by whatever fault of ours: the message is kept all the same.
    log.error('intake-not-made', { organisation: organisation.id, register: wayIn.cases.register.key, ...traceOf(error) })
    return await within(false)
  }
}

/** More than so many in a second is a rush (a breach in the news): then cases are made later, and their senders needn't wait for it. */
const mostAtOnce = 20
const lately: number[] = []

/** How many were sent in the last second, this one left out. */
function countSending(): number {
  const now = performance.now()
  while (lately.length > 0 && now - lately[0]! > 1000) lately.shift()
  return lately.push(now) - 1
}

/** While there is a rush, what can wait leaves the processor to those who send. */
export function isRushing(): boolean {
  return performance.now() - (lately.at(-1) ?? -Infinity) < 1000 && lately.length > mostAtOnce
}

/** The same page sent twice gives the same form; sent again with other answers it is another message. */
export function keyOfWhole({ opening, raw, begunAt }: WholeForm): FormKey {
  const token = createHash('sha256').update(JSON.stringify([opening, raw])).digest()
  const mark = createHash('sha256').update(token).digest('hex')
  const time = begunAt.getTime().toString(16).padStart(12, '0')
  return { id: `${time.slice(0, 8)}-${time.slice(8)}-7${mark.slice(0, 3)}-8${mark.slice(3, 6)}-${mark.slice(6, 18)}`, token: token.toString('base64url') }
}

async function send(scope: Scope, wayIn: WayIn, what: Sending, isMade: boolean): Promise<Sent> {
  const { keys, visit, isTrusted, whole } = what
  const form: OpenForm | undefined = whole ? { key: keyOfWhole(whole), state: 'draft', language: currentLanguage(), number: null, ...whole } : await findForm(scope, wayIn, keys, { lock: true })
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

  const texts = textsOf(asked, answers)
  if (what.isDirect && texts.some(({ key: field, text }) => !isContactQuestion(field) && scanText(text).length > 0)) return { state: 'look' }
  const doubts = isTrusted ? [] : doubtsOf(form, scope.now, texts.map(({ text }) => text))
  const isHeld = doubts.length > 0
  const statusToken = statusTokenOf(key.token)
  const sent = {
    state: isHeld ? 'held' : 'waiting', content: sealInput(scope.organisation, key.id, input), expires_at: null, sent_at: scope.now, number, doubts, next_attempt_at: isHeld ? null : scope.now, subject_hash: visit?.kind === 'citizen' ? visit.subjectHash : null,
  }
  if (whole) {
    const isKept = await keepWhole(scope, wayIn, form, sent)
    const before = isKept ? undefined : await findForm(scope, wayIn, [key])
    if (!isKept) return before ? { state: 'sent', form: before, number: before.number ?? '', hasReceipt: false } : { state: 'gone' }
  } else {
    await scope.tx.updateTable('intake_form').set(sent).where('organisation_id', '=', scope.organisation.id).where('id', '=', key.id).execute()
  }
  await makeStatusLink(scope, { register: register.key, formId: key.id }, statusToken)
  const fileCount = wayIn.intake.files && !whole ? (await filesOf(scope, key.id)).length : 0
  const made = isMade && !isHeld ? await makeCase(scope, wayIn, { id: key.id, sentAt: scope.now, input }) : { number }
  // Whoever looks like a program gets no mail sent to whatever address it typed.
  const hasReceipt = !isHeld && await sendReceipt(scope, wayIn, { formId: key.id, number: made.number, statusToken, input, lookups, fileCount })
  return { state: 'sent', form: { ...form, state: isHeld ? 'held' : isMade ? 'received' : 'waiting', number: made.number }, number: made.number, hasReceipt }
}
