// Read sent: what a form that is sent becomes: checked, numbered, sealed, with what is doubtful about it. Nothing is written here.
import { createHash } from 'node:crypto'
import { type Fault, Invalid } from '../../ground/refusals.ts'
import type { Scope } from '../../ground/scope.ts'
import { currentLanguage } from '../../ground/words.ts'
import type { AnyInput, Lookups } from '../../register-kit/entry.ts'
import { newNumber } from '../../register-kit/numbers.ts'
import { statusTokenOf } from '../status-links/links.ts'
import { scanText } from '../text-scan.ts'
import { doubtsOf } from './doubts.ts'
import type { FormKey, FormMarks, OpenForm, SentRow, WayIn } from './forms.ts'
import { establishedInput } from './identity.ts'
import { sealInput } from './make-case.ts'
import type { PortalVisit } from './portal-sessions.ts'
import { askedBy, checkAnswers, isContactQuestion, readAnswers, textsOf, wholeInput } from './questions.ts'

/** A form that was filled in and sent on one page: it never was a draft. */
export type WholeForm = { readonly raw: AnyInput; readonly marks: FormMarks; readonly begunAt: Date; readonly opening: string }

export type SentAs = {
  /** Known by a portal: what its sign-in says of the person goes into the case. */
  readonly visit?: PortalVisit
  /** Known employees and partners are no programs. */
  readonly isTrusted: boolean
  /** Sent from the page with all questions, without looking it over: `look` when its texts hold what they needn't. */
  readonly isDirect?: boolean
}

export type Sent = { readonly state: 'gone' } | { readonly state: 'look' } | { readonly state: 'sent'; readonly form: OpenForm; readonly number: string; readonly hasReceipt: boolean }

/** What is told to who sends a form that was sent before. */
export function sentBefore(form: OpenForm | undefined): Sent {
  return form ? { state: 'sent', form, number: form.number ?? '', hasReceipt: false } : { state: 'gone' }
}

export type ReadForm = { readonly form: OpenForm; readonly number: string; readonly isHeld: boolean; readonly row: SentRow; readonly statusToken: string; readonly input: AnyInput; readonly lookups: Lookups }

/** @throws Invalid where an answer must be mended first */
export async function readSent(scope: Scope, wayIn: WayIn, form: OpenForm, { visit, isTrusted, isDirect }: SentAs): Promise<ReadForm | 'look'> {
  const { register } = wayIn.cases
  const asked = askedBy(wayIn)
  const { input: answers, faults, lookups } = await readAnswers(scope, asked, form.raw)
  const number = newNumber(register.named.number.prefix)
  const input = { ...wholeInput(scope, wayIn, answers), [register.named.number.field]: number, ...(visit ? establishedInput(scope.now, register.fields, visit, answers) : {}) }
  const all: Fault[] = [...faults, ...checkAnswers(scope, wayIn, input)]
  if (all.length > 0) throw new Invalid(all)
  const texts = textsOf(asked, answers)
  if (isDirect && texts.some(({ key, text }) => !isContactQuestion(key) && scanText(text).length > 0)) return 'look'
  const doubts = isTrusted ? [] : doubtsOf(form, scope.now, texts.map(({ text }) => text))
  const isHeld = doubts.length > 0
  return {
    form, number, isHeld, statusToken: statusTokenOf(form.key.token), input, lookups,
    row: {
      state: isHeld ? 'held' : 'waiting', content: sealInput(scope.organisation, form.key.id, input), expires_at: null, sent_at: scope.now, number, doubts,
      next_attempt_at: isHeld ? null : scope.now, subject_hash: visit?.kind === 'citizen' ? visit.subjectHash : null,
    },
  }
}

export function openWhole(whole: WholeForm): OpenForm {
  return { key: keyOfWhole(whole), state: 'draft', language: currentLanguage(), number: null, raw: whole.raw, marks: whole.marks, begunAt: whole.begunAt }
}

/** The same page sent twice gives the same form; sent again with other answers it is another message. */
function keyOfWhole({ opening, raw, begunAt }: WholeForm): FormKey {
  const token = createHash('sha256').update(JSON.stringify([opening, raw])).digest()
  const mark = createHash('sha256').update(token).digest('hex')
  const time = begunAt.getTime().toString(16).padStart(12, '0')
  return { id: `${time.slice(0, 8)}-${time.slice(8)}-7${mark.slice(0, 3)}-8${mark.slice(3, 6)}-${mark.slice(6, 18)}`, token: token.toString('base64url') }
}
