// Outside: what a register of cases shows to those who aren't signed in as colleagues: the questions by which a case comes in, and what whoever brought it may follow.
import type { OrganisationKind, Scope } from '../ground/scope.ts'
import type { Language, Words } from '../ground/words.ts'
import type { BadgeTone } from '../page-kit/alerts.tsx'
import type { AnyInput, Entry } from '../register-kit/entry.ts'
import type { Register } from '../register-kit/register.ts'
import type { Remedy } from './remedies.ts'

/** A register of cases, as the public site, the portals and the letters know it. */
export type CaseRegister = {
  readonly register: Register
  readonly intakes: readonly Intake[]
  /** What whoever brought the case may read on its status page: never internal notes, names of colleagues or of others. */
  news(scope: Scope, entry: Entry): Promise<CaseNews> | CaseNews
  /** Whom letters and receipts go to; undefined for who stayed anonymous. */
  contact(input: AnyInput): Contact | undefined
  /** Steps of the register that may be taken from the status page, in its order (`withdraw`, `add_information`). */
  readonly outsideVerbs?: readonly string[]
}

/** One way in: who asks the questions of whom. Every question is a field of the register; the rest of the input is `fixed`. */
export type Intake = {
  /** `employee`, `public`, `processor`, `participant`: also the last part of the address (`/openbaar/<slug>/datalek`). */
  readonly key: string
  readonly path: string
  /** Who may open the form: everybody; employees, known by an allowed network or the organisation's own link; or who is signed in to a portal. */
  readonly door: 'public' | 'employee' | 'portal'
  /** The kinds of organisation that have this way in; none: all. Elsewhere it isn't there. */
  readonly kinds?: readonly OrganisationKind[]
  readonly words: { readonly heading: Words; readonly lead: Words; readonly done: Words }
  readonly questions: readonly Question[]
  readonly fixed: Readonly<Record<string, unknown>>
  /** Whether files may come along. */
  readonly files: boolean
  /**
   * Makes the case in the transaction of the last page, as the system (`{ kind: 'system', task: 'intake' }`). The input has its number already, and of who signed in at the portal `identity_means: 'portal'`
   * with what that showed. @throws Invalid
   */
  receive(scope: Scope, input: AnyInput): Promise<{ readonly id: string; readonly number: string }>
}

/** `words` and `help` put a field's label into a plain question where it needs one. */
/** `choices`: what can be chosen, in the words of who fills it in (`I want to see which data you have about me`); by key. */
export type Question = { readonly field: string; readonly words?: Words; readonly help?: Words; readonly isRequired?: true; readonly choices?: Readonly<Record<string, Words>> }

export type CaseNews = {
  readonly status: Words
  readonly tone: BadgeTone
  /** What happens next, in one or two sentences. */
  readonly lead: Words
  /** From the beginning to the end, done and to come. */
  readonly steps: readonly { readonly words: Words; readonly at: Date | null; readonly isDone: boolean }[]
  /** The last day for an answer (`2026-11-22`), where one runs. */
  readonly dueOn: string | null
  /** What whoever brought it is asked to look over, before a step of `outsideVerbs` that says whether it is right. */
  readonly toCheck?: { readonly heading: Words; readonly rows: readonly { readonly words: Words; readonly text: string }[] }
  /** Where somebody may go who disagrees, once something was decided. */
  readonly remedies?: readonly Pick<Remedy, 'heading' | 'words' | 'citation'>[]
}

export type Contact = { readonly name: string | null; readonly email: string | null; readonly address: string | null; readonly language: Language }
