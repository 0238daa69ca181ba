// Standard letter: what a letter of the project is: whom it is for, in which step it fits, its words in two languages with merge fields, and the law it carries out.
import type { Words } from '../../ground/words.ts'

/** Who gets it: whoever brought the case, or another party, whose name and address are typed. */
export type Receiver = 'subject' | 'reporter' | 'participant' | 'recipient' | 'colleague'

export type StandardLetter = {
  /** `request-receipt`; stays the same for ever, since letters that were made keep it. */
  readonly key: string
  /** Key of the register whose cases it is for. */
  readonly register: string
  readonly words: Words
  readonly to: Receiver
  /** States of the case in which it stands first in the list. */
  readonly fits: readonly string[]
  readonly citation: string
  readonly norms: readonly string[]
  readonly subject: Words
  /** Markdown with merge fields: `{{due_on}}`. A line that is nothing but a field that has nothing to say goes. */
  readonly body: Words
  /** A letter to many: name, e-mail and address of each come from a list. */
  readonly isForList?: true
}
