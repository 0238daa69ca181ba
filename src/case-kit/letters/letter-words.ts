// Letter words: how the state of a letter and the way it went are called.
import { say, t, type Words } from '../../ground/words.ts'
import type { BadgeTone } from '../../page-kit/alerts.tsx'
import { mailState, sayMailTrouble } from '../../people/mail-words.ts'
import type { LetterState } from './letter-store.ts'
import type { Sending, Way } from './letter-sending.ts'
import { standardLetter } from './standard-letters.ts'

const states: Readonly<Record<LetterState, { words: Words; tone: BadgeTone }>> = {
  draft: { words: { nl: 'Concept', en: 'Draft' }, tone: 'neutral' }, final: { words: { nl: 'Definitief, nog niet verstuurd', en: 'Final, not sent yet' }, tone: 'warning' },
  sent: { words: { nl: 'Verstuurd', en: 'Sent' }, tone: 'positive' }, withdrawn: { words: { nl: 'Ingetrokken', en: 'Withdrawn' }, tone: 'neutral' },
}

export function letterState(state: LetterState): { words: string; tone: BadgeTone } {
  return { words: say(states[state].words), tone: states[state].tone }
}

/** What it began as. */
export function kindOfLetter(template: string): string {
  return say(standardLetter(template)?.words ?? { nl: 'Eigen brief', en: 'Letter of your own' })
}

export function sayWay(way: Way): string {
  switch (way) {
    case 'email_link': return t('per e-mail, met een link naar de statuspagina', 'by e-mail, with a link to the status page')
    case 'email_attachment': return t('per e-mail, als bijlage', 'by e-mail, as an attachment')
    case 'post': return t('per post', 'by post')
    case 'handed': return t('overhandigd', 'handed over')
  }
}

/** How a sending stands now, with what went wrong. */
export function sendingState({ mail, messageId, returnedAt }: Sending): { words: string; tone: BadgeTone; detail: string } {
  if (returnedAt) return { words: t('Teruggekomen', 'Came back'), tone: 'negative', detail: '' }
  if (messageId === null || !mail) return { words: t('Verstuurd', 'Sent'), tone: 'positive', detail: '' }
  return { ...mailState(mail.state), detail: sayMailTrouble(mail) }
}
