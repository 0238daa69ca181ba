// Standard letter: what a letter of the project is: whom it is for, in which step it fits, its words in two languages with merge fields, and the law it carries out.
import type { Words } from '../../ground/words.ts'
import type { RemedyOutcome } from '../remedies.ts'

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
  /** What was decided, by which `{{remedy}}` says where somebody may go. */
  readonly outcome?: RemedyOutcome
  /** Only of a body that decides under the Awb (art. 34 UAVG). */
  readonly isPublicBodyOnly?: true
  /** A letter to many: name, e-mail and address of each come from a list. */
  readonly isForList?: true
}

/** A text between its greeting and its end, with whom to ask. */
export function framed(nl: string, en: string): Words {
  return {
    nl: `{{salutation}}\n\n${nl.trim()}\n\n## Hebt u een vraag?\n\n{{contact}}\n\n{{closing}}`,
    en: `{{salutation}}\n\n${en.trim()}\n\n## Do you have a question?\n\n{{contact}}\n\n{{closing}}`,
  }
}
